//! Letters taken for a Kazakh letter of similar shape.

use super::Change;

/// Returns what is to be changed.
pub(super) fn similar_letter(_text: &str) -> Vec<Change> {
    Vec::new()
}
