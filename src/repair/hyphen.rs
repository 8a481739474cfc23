//! Hyphens in other shapes than `-`.

use super::Change;

/// Returns what is to be changed.
pub(super) fn hyphen(_text: &str) -> Vec<Change> {
    Vec::new()
}
