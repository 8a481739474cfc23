//! A lexicon and the documents with their matches → its concepts row by row, the languages side by
//! side.
//!
//! Law: every entry stands in one row, and the matches of a category are the sum of those of its
//! rows. For example, in `freedom` the concept `freedom-of-speech` has «сөз бостандығы» and «сөз
//! еркіндігі» in Kazakh, «свобода слова» in Russian, "free speech" in English.
//!
//! An entry counts in the texts of its language only: those whose language nobody knows, in which
//! every entry is looked for as it is written, are no measure of any. Entries for texts in any
//! language stand in a column of their own, whose words are those of all texts.

pub mod page;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use self::page::{
    LEAST_EXPECTED, ParallelCategory, ParallelCell, ParallelColumn, ParallelEntry, ParallelPage, ParallelRow,
    ParallelSubject, ParallelTotals, UNEVEN_FACTOR, Yield,
};
use super::{AskError, Needs, Query};
use crate::{
    language::Language,
    lexicon::{CategoryId, Entry, EntryId, Lexicon, LocalText},
    matching::Status,
    study::open::{OpenStudy, document::Document},
    text::to_u32,
};

/// Asks for a page of the lexicon's concepts with the entries of its languages side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParallelQuery {
    /// The path of a category, whose subcategories belong to it, or all.
    pub category: Option<String>,
    /// Only concepts that a language lacks, and entries that name no concept.
    pub only_gaps: bool,
    /// Number of concepts and unlinked entries to skip.
    pub offset: u32,
    /// Number of them to return, at most; the heads of categories come beside.
    pub limit: u32,
}

impl Query for ParallelQuery {
    type Answer = ParallelPage;

    fn needs(&self, _study: &OpenStudy) -> Needs {
        Needs::Matches(None)
    }

    fn answer(self, study: &mut OpenStudy) -> Result<ParallelPage, AskError> {
        Ok(parallel(study.lexicon(), &study.documents, self))
    }
}

/// Lists the concepts of a category and its subcategories, or of all. The documents must have been
/// matched.
///
/// Cost: one look at each entry and each match.
fn parallel(lexicon: &Lexicon, documents: &[Document], query: ParallelQuery) -> ParallelPage {
    let yields = Yields { columns: columns(lexicon, documents), matches: matches(lexicon, documents) };
    let mut page = ParallelPage { columns: yields.columns.clone(), ..ParallelPage::default() };
    let is_within = |path: &str| {
        let rest = query.category.as_ref().map_or(Some(""), |category| path.strip_prefix(&**category));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let entries: Vec<(EntryId, &Entry)> = (0..).map(EntryId).zip(&lexicon.entries).collect();
    for own in entries.chunk_by(|(_, left), (_, right)| left.category == right.category) {
        let Some((id, category)) = own.first().and_then(|(_, entry)| {
            let id = entry.category;
            Some((id, lexicon.category(id)?))
        }) else {
            continue;
        };
        let titles = titles(lexicon, id);
        page.categories.push(ParallelCategory { path: category.path.clone(), titles: titles.clone() });
        if !is_within(&category.path) {
            continue;
        }
        let rows = yields.rows(own, &category.path);
        add_totals(&mut page.totals, &rows);
        let mut has_head = false;
        for row in rows.into_iter().filter(|row| !query.only_gaps || row.is_gap || row.is_unlinked()) {
            if page.total >= query.offset && page.total - query.offset < query.limit {
                if !std::mem::replace(&mut has_head, true) {
                    page.rows.push(yields.head(own, &category.path, titles.clone()));
                }
                page.rows.push(row);
            }
            page.total += 1;
        }
    }
    let ParallelQuery { category, only_gaps, offset, .. } = query;
    ParallelPage { category, only_gaps, offset, ..page }
}

impl ParallelRow {
    /// Returns `true` if the row is an entry that names no concept.
    pub fn is_unlinked(&self) -> bool {
        self.subject == ParallelSubject::Unlinked
    }
}

/// What each entry catches, by column.
struct Yields {
    columns: Vec<ParallelColumn>,
    /// Counted matches by entry.
    matches: Vec<u64>,
}

impl Yields {
    /// The concepts of a category in the order in which they are first named, then the entries
    /// without one.
    fn rows(&self, entries: &[(EntryId, &Entry)], path: &str) -> Vec<ParallelRow> {
        let mut concepts: Vec<(&str, Vec<(EntryId, &Entry)>)> = Vec::new();
        let mut places: FxHashMap<&str, usize> = FxHashMap::default();
        for (id, entry) in entries.iter().filter(|(_, entry)| !entry.concept.is_empty()) {
            let place = *places.entry(&entry.concept).or_insert_with(|| {
                concepts.push((&entry.concept, Vec::new()));
                concepts.len() - 1
            });
            concepts[place].1.push((*id, entry));
        }
        let linked = concepts.into_iter().map(|(concept, own)| {
            let cells = self.cells(&own, true);
            let is_for_all = own.iter().any(|(_, entry)| entry.language.is_none());
            let lacks =
                |(column, cell): (&ParallelColumn, &ParallelCell)| column.language.is_some() && cell.entry_count == 0;
            ParallelRow {
                category: path.to_owned(),
                subject: ParallelSubject::Concept(concept.to_owned()),
                is_gap: !is_for_all && self.columns.iter().zip(&cells).any(lacks),
                is_uneven: is_uneven(&self.columns, &cells),
                cells,
            }
        });
        let unlinked = entries.iter().filter(|(_, entry)| entry.concept.is_empty()).map(|own| ParallelRow {
            category: path.to_owned(),
            subject: ParallelSubject::Unlinked,
            cells: self.cells(&[*own], true),
            is_gap: false,
            is_uneven: false,
        });
        linked.chain(unlinked).collect()
    }

    /// The row above those of a category.
    fn head(&self, entries: &[(EntryId, &Entry)], path: &str, titles: Vec<LocalText>) -> ParallelRow {
        ParallelRow {
            category: path.to_owned(),
            subject: ParallelSubject::Category(titles),
            cells: self.cells(entries, false),
            is_gap: false,
            is_uneven: false,
        }
    }

    fn cells(&self, entries: &[(EntryId, &Entry)], names_them: bool) -> Vec<ParallelCell> {
        let cell = |column: &ParallelColumn| {
            let own: Vec<_> = entries.iter().filter(|(_, entry)| entry.language == column.language).collect();
            let matches = own.iter().filter_map(|(id, _)| self.matches.get(id.0 as usize)).sum();
            let named = own.iter().filter(|_| names_them).map(|(id, entry)| ParallelEntry {
                id: *id,
                written: entry.pattern.text.clone(),
                has_note: !entry.note.is_empty(),
            });
            let caught = column.words.filter(|_| !own.is_empty());
            ParallelCell {
                entry_count: to_u32(own.len()),
                entries: named.collect(),
                caught: caught.map(|words| Yield { matches, per_thousand: matches as f64 * 1_000.0 / words as f64 }),
            }
        };
        self.columns.iter().map(cell).collect()
    }
}

/// The languages of the lexicon with the words of their texts.
fn columns(lexicon: &Lexicon, documents: &[Document]) -> Vec<ParallelColumn> {
    let has_entries = |language| lexicon.entries.iter().any(|entry| entry.language == language);
    let languages = Language::ALL.map(Some).into_iter().chain([None]);
    let stand = languages.filter(|language| {
        has_entries(*language) || language.is_some_and(|language| lexicon.languages.contains(&language))
    });
    let words = |language: Option<Language>| -> u64 {
        let parts = documents.iter().flat_map(|document| document.sections.iter().map(move |part| (document, part)));
        let own = parts.filter(|(_, part)| language.is_none() || part.language == language);
        own.map(|(document, part)| part.tokens(document.compared()).sizes().words).sum()
    };
    stand.map(|language| ParallelColumn { language, words: Some(words(language)).filter(|words| *words > 0) }).collect()
}

/// How many matches of each entry count, in the texts of its language.
fn matches(lexicon: &Lexicon, documents: &[Document]) -> Vec<u64> {
    let mut matches = vec![0; lexicon.entries.len()];
    for document in documents {
        let counted = document.matches.iter().flatten().filter(|found| found.status == Status::Counted);
        for found in counted {
            let language = lexicon[found.entry].language;
            if language.is_none() || document.language_at(found.first) == language {
                matches[found.entry.0 as usize] += 1;
            }
        }
    }
    matches
}

/// Returns `true` if two languages that both have entries catch shares of their texts that are too
/// different.
fn is_uneven(columns: &[ParallelColumn], cells: &[ParallelCell]) -> bool {
    let yields: Vec<(f64, f64)> = columns
        .iter()
        .zip(cells)
        .filter(|(column, _)| column.language.is_some())
        .filter_map(|(column, cell)| Some((cell.caught?.matches as f64, column.words? as f64)))
        .collect();
    yields.iter().any(|(more, words)| {
        *more >= LEAST_EXPECTED
            && yields.iter().any(|(less, other_words)| {
                let expected = more * other_words / words;
                expected >= LEAST_EXPECTED && expected >= less * UNEVEN_FACTOR
            })
    })
}

fn add_totals(totals: &mut ParallelTotals, rows: &[ParallelRow]) {
    let number = |holds: &dyn Fn(&ParallelRow) -> bool| to_u32(rows.iter().filter(|row| holds(row)).count());
    totals.concepts += number(&|row| !row.is_unlinked());
    totals.gaps += number(&|row| row.is_gap);
    totals.uneven += number(&|row| row.is_uneven);
    totals.unlinked += number(&ParallelRow::is_unlinked);
}

/// The titles from the root down to the category's own.
fn titles(lexicon: &Lexicon, id: CategoryId) -> Vec<LocalText> {
    let categories = std::iter::successors(lexicon.category(id), |category| {
        category.parent.and_then(|parent| lexicon.category(parent))
    });
    let mut titles: Vec<LocalText> = categories.map(|category| category.title.clone()).collect();
    titles.reverse();
    titles
}
