//! Signs that nobody sees.

use super::Change;

/// Returns what is to be changed.
pub(super) fn invisible(_text: &str) -> Vec<Change> {
    Vec::new()
}
