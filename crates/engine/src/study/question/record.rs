//! Results that are kept with a study, for readers who may not have its texts.
//!
//! A record holds the table, what stands behind each of its cells and, where its maker allowed
//! that, every match in a context of a few words. An engine that recalls one answers from it as
//! long as it has no text of its own. Laws: what was recorded is answered as it was; no context has
//! more words on a side than its maker allowed.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::{
    AskError, Needs, Query,
    cell::{CellExplanation, explain},
    contexts::{
        ContextExtent, ContextLine, ContextPage, ContextsQuery, RecordedLine, lines, page_of, parts_of, select,
    },
};
use crate::{
    counting::{Column, Comparison},
    language::Language,
    matching::ColumnId,
    settings::{DocumentId, check_metadata},
    study::open::OpenStudy,
    text::to_u32,
};

/// Asks for the results as they stand, to be kept with the study.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordQuery {
    /// Number of words of context on either side of each match; `None` for no contexts.
    pub context_words: Option<u32>,
}

/// The results of a study at one moment.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Record {
    /// The table.
    pub table: Comparison,
    /// What stands behind each cell, by document and then by column.
    pub explanations: Vec<CellExplanation>,
    /// How many words of context each match has on either side; `None` where no contexts are kept.
    pub context_words: Option<u32>,
    /// Every match in its context, by column, then by document and place.
    pub contexts: Vec<RecordedContexts>,
}

/// The matches of one column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordedContexts {
    /// Whose matches.
    pub column: ColumnId,
    /// The matches, by document and then by place.
    pub lines: Vec<ContextLine>,
}

impl Record {
    /// Returns `true` if it is a record of that number of texts whose parts fit together: every
    /// cell has its row and column.
    pub fn fits(&self, texts: usize) -> bool {
        let (documents, columns) = (&self.table.documents, self.table.columns.len());
        let rows: HashSet<DocumentId> = documents.iter().map(|row| row.id).collect();
        let is_row = |id: DocumentId| rows.contains(&id);
        let is_column = |id: ColumnId| (id.0 as usize) < columns;
        let in_order = |id: ColumnId, at: usize| id.0 as usize == at;
        documents.len() == texts
            && self.table.table1.len() == texts
            && documents.iter().all(|row| row.cells.len() == columns && check_metadata(&row.metadata).is_ok())
            && self.table.columns.iter().enumerate().all(|(at, column)| in_order(column.id, at))
            && self.table.table1.iter().all(|row| {
                let mut named = row.topics.iter().map(|topic| topic.column);
                named.all(is_column) && row.dominant.iter().all(|value| is_column(value.column))
            })
            && self.explanations.iter().all(|cell| is_row(cell.document) && is_column(cell.column))
            && self
                .contexts
                .iter()
                .all(|own| is_column(own.column) && own.lines.iter().all(|line| is_row(line.document)))
    }

    /// Returns what stood behind a cell.
    pub(super) fn explanation(&self, document: DocumentId, column: ColumnId) -> Option<&CellExplanation> {
        self.explanations.iter().find(|cell| cell.document == document && cell.column == column)
    }

    /// Returns a page of matches in context; an empty one where none are kept.
    pub(super) fn page(&self, query: &ContextsQuery) -> ContextPage {
        let ContextsQuery { document, column, offset, ref selection, .. } = *query;
        let own = self.contexts.iter().filter(|own| own.column == column).flat_map(|own| &own.lines);
        let own = own.filter(|line| document.is_none_or(|id| id == line.document));
        let texts = (0..).zip(&self.table.documents).map(|(place, row)| (row.id, (place, row.language)));
        let texts: HashMap<DocumentId, (u32, Option<Language>)> = texts.collect();
        let recorded = own.filter_map(|line| {
            let (place, language) = *texts.get(&line.document)?;
            Some(RecordedLine { line, place, language })
        });
        let parts: Vec<String> = parts_of(&selection.containing).collect();
        let contains = |line: &RecordedLine| parts.iter().all(|part| line.words().any(|word| word.contains(part)));
        let chosen = select(recorded, selection, contains);
        let total = to_u32(chosen.len());
        let lines = page_of(chosen, query).map(|recorded| recorded.line.clone()).collect();
        ContextPage { document, column, offset, total, lines }
    }
}

impl Query for RecordQuery {
    type Answer = Record;

    fn needs(&self, _study: &OpenStudy) -> Needs {
        Needs::Matches(None)
    }

    fn answer(self, study: &mut OpenStudy) -> Result<Record, AskError> {
        let table = study.counted_table();
        let cells = table.documents.iter().flat_map(|row| table.columns.iter().map(|column| (row.id, column.id)));
        let explanations = cells.filter_map(|(document, column)| explain(study, document, column)).collect();
        let contexts = self.context_words.map(|words| {
            let of = |column: &Column| {
                let column = column.id;
                let extent = ContextExtent::Characters(characters_of(words));
                let all = ContextsQuery { extent, ..ContextsQuery::new(column) };
                let (_, mut lines) = lines(study, &all);
                for line in &mut lines {
                    cut(line, words);
                }
                RecordedContexts { column, lines }
            };
            table.columns.iter().map(of).collect()
        });
        let Self { context_words } = self;
        Ok(Record { explanations, context_words, contexts: contexts.unwrap_or_default(), table })
    }
}

/// How many characters are looked at for each word of a context: longer words make it shorter,
/// never longer.
const CHARACTERS_PER_WORD: u32 = 32;

/// Returns how many characters of context hold a number of words.
fn characters_of(words: u32) -> u32 {
    words.saturating_add(1).saturating_mul(CHARACTERS_PER_WORD)
}

/// Cuts the context of a match to a number of words on either side; the match itself stays.
fn cut(line: &mut ContextLine, words: u32) {
    let (left, right) = (last_words(&line.left, words as usize), first_words(&line.right, words as usize));
    line.is_cut_left |= left.trim_start().len() < line.left.trim_start().len();
    line.is_cut_right |= right.trim_end().len() < line.right.trim_end().len();
    (line.left, line.right) = (left.to_owned(), right.to_owned());
}

/// The last words of a text, with what white space follows them.
fn last_words(text: &str, words: usize) -> &str {
    let starts = text.char_indices().rev().filter(|(at, letter)| {
        !letter.is_whitespace() && text[..*at].chars().next_back().is_none_or(char::is_whitespace)
    });
    match words {
        0 => "",
        words => starts.take(words).last().map_or("", |(at, _)| &text[at..]),
    }
}

/// The first words of a text, with what white space precedes them.
fn first_words(text: &str, words: usize) -> &str {
    let ends = text.char_indices().filter_map(|(at, letter)| {
        let end = at + letter.len_utf8();
        let is_end = !letter.is_whitespace() && text[end..].chars().next().is_none_or(char::is_whitespace);
        is_end.then_some(end)
    });
    match words {
        0 => "",
        words => ends.take(words).last().map_or("", |end| &text[..end]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_context_is_cut_at_words() {
        let text = " және заң, үстемдігін ";
        assert_eq!(last_words(text, 1), "үстемдігін ");
        assert_eq!(last_words(text, 2), "заң, үстемдігін ");
        assert_eq!(last_words(text, 9), "және заң, үстемдігін ");
        assert_eq!(last_words(text, 0), "");
        assert_eq!(first_words(text, 1), " және");
        assert_eq!(first_words(text, 2), " және заң,");
        assert_eq!(first_words(text, 9), " және заң, үстемдігін");
        assert_eq!(first_words(text, 0), "");
        assert_eq!((first_words("", 3), last_words("  ", 3)), ("", ""));
    }
}
