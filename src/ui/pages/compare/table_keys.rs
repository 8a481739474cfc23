//! How the keyboard moves through the table: one cell is reached by Tab, the others by arrows.

use std::ops::Range;

use super::cell_id::CellId;
use tarazy_engine::{counting::Comparison, matching::ColumnId, settings::DocumentId};

/// How many rows Page Up and Page Down pass.
const PAGE_ROWS: usize = 10;

/// The one cell that the Tab key reaches: the last one visited, else the open one, else the first.
pub fn tab_stop(
    table: &Comparison,
    order: &[usize],
    shown: &Range<usize>,
    active: Option<CellId>,
    selected: Option<(DocumentId, ColumnId)>,
) -> Option<CellId> {
    let is_shown = |place: &CellId| {
        table.columns.iter().any(|column| column.id == place.1)
            && order[shown.clone()].iter().any(|at| table.documents.get(*at).is_some_and(|row| row.id == place.0))
    };
    let selected = selected.map(|(document, column)| CellId(document, column));
    active.filter(is_shown).or(selected.filter(is_shown)).or_else(|| {
        let first = table.documents.get(*order.get(shown.start)?)?;
        Some(CellId(first.id, table.columns.first()?.id))
    })
}

/// Returns the cell that a key leads to from `place`, with the position of its row; `None` for any
/// other key.
pub fn step(
    table: &Comparison,
    order: &[usize],
    place: CellId,
    key: &str,
    with_control: bool,
) -> Option<(usize, CellId)> {
    let row = order.iter().position(|at| table.documents.get(*at).is_some_and(|row| row.id == place.0))?;
    let column = table.columns.iter().position(|column| column.id == place.1)?;
    let (last_row, last_column) = (order.len() - 1, table.columns.len() - 1);
    let (row, column) = match (key, with_control) {
        ("ArrowUp", false) => (row.saturating_sub(1), column),
        ("ArrowDown", false) => (row + 1, column),
        ("ArrowLeft", false) => (row, column.saturating_sub(1)),
        ("ArrowRight", false) => (row, column + 1),
        ("PageUp", false) => (row.saturating_sub(PAGE_ROWS), column),
        ("PageDown", false) => (row + PAGE_ROWS, column),
        ("Home", false) => (row, 0),
        ("End", false) => (row, last_column),
        ("Home", true) => (0, 0),
        ("End", true) => (last_row, last_column),
        _ => return None,
    };
    let (row, column) = (row.min(last_row), column.min(last_column));
    let document = table.documents.get(*order.get(row)?)?.id;
    Some((row, CellId(document, table.columns.get(column)?.id)))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use tarazy_engine::{
        counting::{Column, DocumentSummary},
        encoding::Encoding,
        lexicon::{CategoryKind, LocalText},
    };

    /// Three texts, four columns; the second text is shown first.
    fn table() -> Comparison {
        let document = |id| DocumentSummary {
            id: DocumentId(id),
            title: String::new(),
            language: None,
            is_language_detected: true,
            writing: None,
            languages: Vec::new(),
            characters: 0,
            characters_without_spaces: 0,
            words: 0,
            types: 0,
            sentences: 0,
            sha256: String::new(),
            encoding: Encoding::Utf8,
            encoding_confidence: 1.0,
            repairs: Vec::new(),
            is_pretokenized: false,
            cells: Vec::new(),
            metadata: Vec::new(),
        };
        let column = |id| Column {
            id: ColumnId(id),
            path: String::new(),
            title: LocalText::default(),
            name: String::new(),
            kind: CategoryKind::Value,
            is_merged: false,
        };
        Comparison {
            documents: (0..3).map(document).collect(),
            columns: (0..4).map(column).collect(),
            ..Comparison::default()
        }
    }

    const ORDER: [usize; 3] = [1, 0, 2];

    fn place(document: u32, column: u32) -> CellId {
        CellId(DocumentId(document), ColumnId(column))
    }

    #[rstest]
    #[case("ArrowDown", false, place(2, 1))]
    #[case("ArrowUp", false, place(1, 1))]
    #[case("ArrowLeft", false, place(0, 0))]
    #[case("ArrowRight", false, place(0, 2))]
    #[case("Home", false, place(0, 0))]
    #[case("End", false, place(0, 3))]
    #[case("PageDown", false, place(2, 1))]
    #[case("Home", true, place(1, 0))]
    #[case("End", true, place(2, 3))]
    fn keys_move_in_the_order_that_is_shown(#[case] key: &str, #[case] control: bool, #[case] expected: CellId) {
        let reached = step(&table(), &ORDER, place(0, 1), key, control).map(|(_, place)| place);
        assert_eq!(reached, Some(expected));
    }

    #[test]
    fn the_table_has_edges_and_other_keys_are_not_its_own() {
        assert_eq!(step(&table(), &ORDER, place(1, 0), "ArrowUp", false), Some((0, place(1, 0))));
        assert_eq!(step(&table(), &ORDER, place(2, 3), "ArrowRight", false), Some((2, place(2, 3))));
        assert_eq!(step(&table(), &ORDER, place(2, 3), "a", false), None);
        assert_eq!(step(&table(), &ORDER, place(9, 3), "ArrowUp", false), None, "the text was removed");
    }

    #[test]
    fn tab_reaches_the_cell_visited_last_or_the_open_one_or_the_first() {
        let (table, open) = (table(), Some((DocumentId(0), ColumnId(2))));
        assert_eq!(tab_stop(&table, &ORDER, &(0..3), Some(place(2, 1)), open), Some(place(2, 1)));
        assert_eq!(tab_stop(&table, &ORDER, &(0..3), Some(place(9, 1)), open), Some(place(0, 2)));
        assert_eq!(tab_stop(&table, &ORDER, &(0..3), None, None), Some(place(1, 0)));
        assert_eq!(tab_stop(&table, &ORDER, &(1..3), None, None), Some(place(0, 0)), "rows out of sight are no stops");
        assert_eq!(tab_stop(&Comparison::default(), &[], &(0..0), None, None), None);
    }
}
