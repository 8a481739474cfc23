//! A lexicon and the documents with their matches → the rows of its tree.
//!
//! The rows are listed once for a query and kept until lexicon, texts or options change; a window
//! costs its own rows, so that scrolling stays smooth whatever the size of the lexicon.

use rustc_hash::FxHashSet;

use super::{CategoryName, Outline, OutlineQuery, OutlineRow};
use crate::{
    lexicon::{Category, CategoryId, Entry, EntryId, EntryPlace, Lexicon},
    study::{
        open::{document::Document, languages::Languages},
        status_counts::StatusCounts,
    },
    text::{comparable, to_u32},
};

/// The rows that a query asks for, and what they show.
pub(in crate::study) struct OutlineIndex {
    query: OutlineQuery,
    rows: Vec<Row>,
    statuses: Vec<Option<StatusCounts>>,
    entries: u32,
    unmatched: Option<u32>,
}

#[derive(Clone, Copy)]
enum Row {
    Category { id: CategoryId, is_open: bool, entries: u32, counted: Option<u64> },
    Entry(EntryId),
}

impl OutlineIndex {
    /// Lists the rows. The documents must have been matched. Cost: one look at each entry and each
    /// match.
    pub(super) fn new(lexicon: &Lexicon, documents: &[Document], query: &OutlineQuery) -> Self {
        let statuses = statuses(lexicon, documents);
        let mut index = Self { query: without_window(query), rows: Vec::new(), statuses, entries: 0, unmatched: None };
        index.list(lexicon);
        index
    }

    /// Returns `true` if the rows are those that a query asks for.
    pub(super) fn answers(&self, query: &OutlineQuery) -> bool {
        self.query == without_window(query)
    }

    /// Returns the window that a query asks for.
    pub(super) fn window(&self, lexicon: &Lexicon, query: &OutlineQuery) -> Outline {
        let rows = self.rows.iter().skip(query.offset as usize).take(query.limit as usize);
        let named = lexicon.categories.iter().take(Outline::MOST_CATEGORIES).map(name_of);
        Outline {
            query: query.clone(),
            total: to_u32(self.rows.len()),
            entries: self.entries,
            unmatched: self.unmatched,
            rows: rows.filter_map(|row| self.row(lexicon, *row)).collect(),
            categories: named.collect(),
        }
    }

    fn row(&self, lexicon: &Lexicon, row: Row) -> Option<OutlineRow> {
        match row {
            Row::Category { id, is_open, entries, counted } => {
                Some(OutlineRow::Category { name: name_of(lexicon.category(id)?), is_open, entries, counted })
            }
            Row::Entry(id) => {
                let entry = lexicon.entry(id)?;
                Some(OutlineRow::Entry {
                    id,
                    place: EntryPlace::of(lexicon, entry),
                    depth: lexicon.category(entry.category)?.depth,
                    statuses: self.statuses[id.0 as usize],
                    has_note: !entry.note.is_empty() || !entry.source.is_empty(),
                    has_conditions: !entry.conditions.is_empty(),
                })
            }
        }
    }

    fn list(&mut self, lexicon: &Lexicon) {
        let count = lexicon.categories.len();
        let search = comparable(self.query.search.trim(), false).into_owned();
        let holds = |text: &str| comparable(text, false).contains(&search);
        let is_filtered = !search.is_empty() || self.query.only_unmatched;
        let is_named = if search.is_empty() { vec![false; count] } else { named(lexicon, holds) };
        let is_found = |entry: &Entry| {
            search.is_empty()
                || is_named[entry.category.0 as usize]
                || [&entry.pattern.text, &entry.note, &entry.source].into_iter().any(|text| holds(text))
        };
        let is_wanted = |entry: &Entry| {
            self.query.language.is_none() || entry.language.is_none() || entry.language == self.query.language
        };
        let mut own: Vec<Vec<EntryId>> = vec![Vec::new(); count];
        let mut sums: Vec<(u32, u64)> = vec![(0, 0); count];
        let is_sought = self.statuses.iter().any(Option::is_some);
        let mut unmatched = 0;
        for (at, entry) in lexicon.entries.iter().enumerate().filter(|(_, entry)| is_wanted(entry) && is_found(entry)) {
            let statuses = self.statuses[at];
            let is_unmatched = statuses.is_some_and(|statuses| statuses.total() == 0);
            unmatched += u32::from(is_unmatched);
            if self.query.only_unmatched && !is_unmatched {
                continue;
            }
            self.entries += 1;
            let category = entry.category.0 as usize;
            own[category].push(EntryId(to_u32(at)));
            sums[category].0 += 1;
            sums[category].1 += statuses.map_or(0, |statuses| statuses.counted);
        }
        // From the last on: a parent stands before its children.
        for at in (0..count).rev() {
            if let Some(parent) = lexicon.categories[at].parent {
                let (entries, counted) = sums[at];
                let above = &mut sums[parent.0 as usize];
                *above = (above.0 + entries, above.1 + counted);
            }
        }
        let closed: FxHashSet<&str> = self.query.closed.iter().map(String::as_str).collect();
        let mut is_hidden = vec![false; count];
        let mut rows = Vec::new();
        for (at, category) in lexicon.categories.iter().enumerate() {
            let above = category.parent.map(|parent| parent.0 as usize);
            let is_open = is_filtered || !closed.contains(category.path.as_str());
            is_hidden[at] = above.is_some_and(|above| {
                is_hidden[above] || (!is_filtered && closed.contains(&*lexicon.categories[above].path))
            });
            let (entries, counted) = sums[at];
            if is_hidden[at] || (is_filtered && entries == 0 && !is_named[at]) {
                continue;
            }
            let counted = is_sought.then_some(counted);
            rows.push(Row::Category { id: CategoryId(to_u32(at)), is_open, entries, counted });
            if is_open {
                rows.extend(own[at].iter().copied().map(Row::Entry));
            }
        }
        self.unmatched = is_sought.then_some(unmatched);
        self.rows = rows;
    }
}

/// Whether the search is in the name of each category or of one above it: such a category shows all
/// that it holds.
fn named(lexicon: &Lexicon, holds: impl Fn(&str) -> bool) -> Vec<bool> {
    let mut is_named: Vec<bool> = Vec::with_capacity(lexicon.categories.len());
    for category in &lexicon.categories {
        let titles = [&category.title.kk, &category.title.ru, &category.title.en];
        is_named.push(
            holds(&category.id)
                || titles.into_iter().flatten().any(|title| holds(title))
                || category.parent.is_some_and(|parent| is_named[parent.0 as usize]),
        );
    }
    is_named
}

fn without_window(query: &OutlineQuery) -> OutlineQuery {
    OutlineQuery { offset: 0, limit: 0, ..query.clone() }
}

fn name_of(category: &Category) -> CategoryName {
    CategoryName { path: category.path.clone(), title: category.title.clone(), depth: category.depth }
}

/// What became of each entry's matches; `None` where there is no document to look for it in. The
/// documents must have been matched. Cost: one look at each match.
pub(super) fn statuses(lexicon: &Lexicon, documents: &[Document]) -> Vec<Option<StatusCounts>> {
    let mut statuses = vec![StatusCounts::default(); lexicon.entries.len()];
    for found in documents.iter().filter_map(|document| document.matches.as_ref()).flatten() {
        statuses[found.entry.0 as usize].add(found.status);
    }
    let languages = Languages::of(documents);
    lexicon.entries.iter().zip(statuses).map(|(entry, own)| languages.seek(entry).then_some(own)).collect()
}
