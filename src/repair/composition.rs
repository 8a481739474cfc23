//! Letters in pieces and signs that hold several letters.

use super::Change;

/// Returns what is to be changed.
pub(super) fn composition(_text: &str) -> Vec<Change> {
    Vec::new()
}
