//! Latin letters in Cyrillic words and the other way round.

use super::Change;

/// Returns what is to be changed.
pub(super) fn look_alike(_text: &str) -> Vec<Change> {
    Vec::new()
}
