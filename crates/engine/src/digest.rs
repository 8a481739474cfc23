//! The identity of files.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// How many bytes are hashed by one call. Browsers compile a function of WebAssembly quickly at
/// first and better later, and use the better one only at its next call: hashed by one call, a text
/// takes several times as long.
const CALL_BYTES: usize = 16 << 10;

/// Returns the SHA-256 of bytes as 64 hexadecimal digits.
///
/// ```
/// assert!(tarazy_engine::digest::sha256(b"").starts_with("e3b0c442"));
/// ```
pub fn sha256(bytes: &[u8]) -> String {
    let mut digest = Sha256::new();
    bytes.chunks(CALL_BYTES).for_each(|chunk| digest.update(chunk));
    digest.finalize().iter().fold(String::with_capacity(64), |mut digits, byte| {
        // Writing to a string cannot fail.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}
