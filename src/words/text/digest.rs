//! The identity of files.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// Returns the SHA-256 of bytes as 64 hexadecimal digits.
///
/// ```
/// assert!(tarazy_words::text::sha256(b"").starts_with("e3b0c442"));
/// ```
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut digits, byte| {
        // Writing to a string cannot fail.
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}
