//! Where the numbers of a figure come from, as its file says it.

use super::grid::notes;
use crate::{figure::FigureKind, message::Messages};
use tarazy_engine::counting::{Comparison, Measure};

/// Returns the lines that go into the file of a figure: measure, policy, lexicon, version, and each
/// text with the SHA-256 of its bytes.
pub fn figure_provenance(kind: FigureKind, measure: Measure, table: &Comparison, messages: &Messages) -> Vec<String> {
    let texts = table.documents.iter().map(|row| format!("{}: SHA-256 {}", row.title, row.sha256));
    notes(table, Some(kind.shown_measure(measure)), messages).into_iter().chain(texts).collect()
}
