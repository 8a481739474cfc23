//! What the tests of the passes share.

use super::{change::Change, kind::RepairKind, pass::Pass};

/// Returns a text with the changes of a pass made in it.
pub(super) fn changed(text: &str, pass: impl Fn(&str) -> Vec<Change>) -> String {
    Pass::applied(RepairKind::Mojibake, text, &pass(text)).0
}
