//! Texts that were once read with the wrong table.

use super::Change;

/// Returns what is to be changed.
pub(super) fn mojibake(_text: &str) -> Vec<Change> {
    Vec::new()
}
