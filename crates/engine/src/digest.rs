//! The identity of files.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// How many bytes are hashed by one call. Browsers run a function of WebAssembly as it was first compiled, several times slower,
/// until it is called again: a loop that has begun is never replaced by a quicker one.
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
