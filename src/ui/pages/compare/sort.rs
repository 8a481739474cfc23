//! In which order the table shows its rows.
//!
//! Law: rows that are equal in what they are sorted by keep the study's order, and rows without a
//! value come last whether the order rises or falls.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use tarazy_engine::{
    counting::{Comparison, Measure},
    language::{Language, collation},
    matching::ColumnId,
};

/// What the rows are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum SortKey {
    /// The study's own order.
    #[default]
    Order,
    /// The text's title, in the order of the page's language.
    Title,
    /// Size in characters.
    Characters,
    /// Size in words.
    Words,
    /// The value of a category under the chosen measure.
    Column(ColumnId),
}

/// An order of the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Sort {
    /// What the rows are sorted by.
    pub key: SortKey,
    /// Whether the largest comes first.
    pub descending: bool,
}

impl Sort {
    /// Returns the order after a click on the header of `key`: numbers from the largest, titles
    /// from А; then reversed; then the study's own order again.
    #[must_use]
    pub fn after_click(self, key: SortKey) -> Self {
        let starts_descending = key != SortKey::Title;
        if self.key != key {
            Self { key, descending: starts_descending }
        } else if self.descending == starts_descending {
            Self { key, descending: !starts_descending }
        } else {
            Self::default()
        }
    }
}

/// Returns the places of the documents in the order of `sort`; titles are compared as a reader of
/// `language` expects.
pub fn order(table: &Comparison, measure: Measure, sort: Sort, language: Language) -> Vec<usize> {
    let rows = &table.documents;
    let mut places: Vec<usize> = (0..rows.len()).collect();
    let directed = |ordering: Ordering| if sort.descending { ordering.reverse() } else { ordering };
    match sort.key {
        SortKey::Order if sort.descending => places.reverse(),
        SortKey::Order => {}
        SortKey::Title => {
            places.sort_by(|a, b| directed(collation::compare(&rows[*a].title, &rows[*b].title, language)));
        }
        SortKey::Characters => places.sort_by(|a, b| directed(rows[*a].characters.cmp(&rows[*b].characters))),
        SortKey::Words => places.sort_by(|a, b| directed(rows[*a].words.cmp(&rows[*b].words))),
        SortKey::Column(id) => {
            let column = table.columns.iter().position(|column| column.id == id);
            let value = |at: usize| column.and_then(|column| measure.value(&rows[at], column));
            places.sort_by(|a, b| match (value(*a), value(*b)) {
                (Some(a), Some(b)) => directed(a.total_cmp(&b)),
                (a, b) => b.is_some().cmp(&a.is_some()),
            });
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use tarazy_engine::{
        counting::{Column, DocumentSummary},
        encoding::Encoding,
        lexicon::{CategoryKind, LocalText},
        matching::Cell,
        settings::DocumentId,
    };

    fn table() -> Comparison {
        let rows = [("Өмір", 300, 3), ("Ауыл", 100, 0), ("Ақ жол", 200, 3), ("Ұлт", 0, 0)];
        let documents = (0..).zip(rows).map(|(id, (title, words, count))| DocumentSummary {
            id: DocumentId(id),
            title: title.to_owned(),
            language: Some(Language::Kazakh),
            is_language_detected: true,
            writing: None,
            languages: Vec::new(),
            characters: words * 7,
            characters_without_spaces: words * 6,
            words,
            types: words,
            sentences: 1,
            sha256: String::new(),
            encoding: Encoding::Utf8,
            encoding_confidence: 1.0,
            repairs: Vec::new(),
            is_pretokenized: false,
            cells: vec![Cell { count, ..Cell::default() }],
            metadata: Vec::new(),
        });
        let column = Column {
            id: ColumnId(0),
            path: "values/freedom".to_owned(),
            title: LocalText::default(),
            name: String::new(),
            kind: CategoryKind::Value,
            is_merged: false,
        };
        Comparison { documents: documents.collect(), columns: vec![column], ..Comparison::default() }
    }

    fn sorted(key: SortKey, descending: bool) -> Vec<usize> {
        order(&table(), Measure::PerThousandWords, Sort { key, descending }, Language::Kazakh)
    }

    #[test]
    fn titles_stand_in_the_order_of_the_alphabet() {
        assert_eq!(sorted(SortKey::Title, false), [2, 1, 0, 3]);
        assert_eq!(sorted(SortKey::Title, true), [3, 0, 1, 2]);
    }

    #[test]
    fn rows_without_a_value_come_last_in_both_directions() {
        assert_eq!(sorted(SortKey::Column(ColumnId(0)), true), [2, 0, 1, 3]);
        assert_eq!(sorted(SortKey::Column(ColumnId(0)), false), [1, 0, 2, 3]);
    }

    #[test]
    fn equal_rows_and_unknown_columns_keep_the_order_of_the_study() {
        assert_eq!(sorted(SortKey::Column(ColumnId(7)), true), [0, 1, 2, 3]);
        assert_eq!(sorted(SortKey::Order, false), [0, 1, 2, 3]);
        assert_eq!(sorted(SortKey::Words, true), [0, 2, 1, 3]);
    }

    #[test]
    fn a_third_click_returns_to_the_order_of_the_study() {
        let first = Sort::default().after_click(SortKey::Words);
        assert_eq!(first, Sort { key: SortKey::Words, descending: true });
        assert_eq!(first.after_click(SortKey::Words).after_click(SortKey::Words), Sort::default());
        assert!(!Sort::default().after_click(SortKey::Title).descending);
    }
}
