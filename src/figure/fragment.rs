//! A cell, or a place in a text → its address within the page.
//!
//! The page reads these addresses; a test holds both together.

use std::fmt::Write as _;

/// Returns the address of the matches of a category in a text, counted from 0 in the table's order.
pub(super) fn cell_fragment(document: usize, path: &str) -> String {
    format!("contexts/{}/{}", document.saturating_add(1), encode(path))
}

/// Returns the address of a byte of a text.
pub(super) fn text_fragment(document: usize, at: u32) -> String {
    format!("read/{}/{at}", document.saturating_add(1))
}

/// Writes every byte that an address cannot hold as it stands as `%` and two hexadecimal digits.
pub(crate) fn encode(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}
