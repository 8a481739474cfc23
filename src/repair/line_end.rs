//! Words cut in two by the end of a line.

use super::Change;

/// Returns what is to be changed.
pub(super) fn line_end(_text: &str) -> Vec<Change> {
    Vec::new()
}
