//! What the tests of the passes share.

use super::{kind::RepairKind, pass::Pass, replacement::Replacement};

/// Returns a text with the changes of a pass made in it.
pub(super) fn changed(text: &str, pass: impl Fn(&str) -> Vec<Replacement>) -> String {
    Pass::applied(RepairKind::Mojibake, text, &pass(text)).0
}
