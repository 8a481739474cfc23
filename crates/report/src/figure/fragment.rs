//! A cell, or a place in a text → its address within the page.
//!
//! The page reads these addresses; a test holds both together.

use tarazy_engine::counting::{CellLink, Measure};

/// Returns the permanent address of a cell; texts are counted from 0 in the table's order.
pub(super) fn cell_fragment(document: usize, path: &str, measure: Measure) -> String {
    CellLink { document, path: path.to_owned(), measure }.fragment()
}

/// Returns the address of a byte of a text.
pub(super) fn text_fragment(document: usize, at: u32) -> String {
    format!("read/{}/{at}", document.saturating_add(1))
}
