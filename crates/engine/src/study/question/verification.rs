//! A published table and one that was counted again → whether they are the same.

use std::{collections::VecDeque, hash::Hash};

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::{AskError, Needs, Query};
use crate::{
    counting::{Comparison, DocumentSummary},
    matching::ColumnId,
    settings::Options,
    study::open::OpenStudy,
    text::to_u32,
};

/// Asks for a comparison of the study, counted again, with its published table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct VerificationQuery {
    /// The table as it was published.
    pub published: Box<Comparison>,
}

impl Query for VerificationQuery {
    type Answer = Verification;

    fn begin(&self, study: &mut OpenStudy) {
        study.forget_counts();
    }

    fn needs(&self, _study: &OpenStudy) -> Needs {
        Needs::Counts
    }

    fn answer(self, study: &mut OpenStudy) -> Result<Verification, AskError> {
        Ok(verify(&self.published, &study.counted_table()))
    }
}

/// What a check of a published table came to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Verification {
    /// How many texts were counted again.
    pub texts: u32,
    /// How many cells were compared.
    pub cells: u32,
    /// Everything that is not as published; nothing where all is equal.
    pub discrepancies: Vec<Discrepancy>,
}

/// One thing that is not as published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Discrepancy {
    /// What it is.
    pub kind: DiscrepancyKind,
    /// The text, by its place in the table that was found, from 0; none where it is about the study,
    /// and for a text that only one of both tables has.
    pub document: Option<u32>,
    /// The column, where it is a cell.
    pub column: Option<ColumnId>,
    /// What is published; empty for what was not.
    pub published: String,
    /// What was found; empty for what was not.
    pub found: String,
}

/// What can be other than published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DiscrepancyKind {
    /// The lexicon, by its SHA-256.
    Lexicon,
    /// How matches are counted.
    Options,
    /// Which columns there are.
    Columns,
    /// A text that was published and is not there, by its title.
    Removed,
    /// A text that is there and was not published, by its title.
    Added,
    /// A text, by its SHA-256.
    Text,
    /// The number of words of a text.
    Words,
    /// The number of characters of a text.
    Characters,
    /// The count of a cell.
    Count,
    /// The weighted count of a cell.
    Weighted,
}

impl DiscrepancyKind {
    /// Returns the stable name: `lexicon`, `count` …
    pub const fn name(self) -> &'static str {
        match self {
            Self::Lexicon => "lexicon",
            Self::Options => "options",
            Self::Columns => "columns",
            Self::Removed => "removed",
            Self::Added => "added",
            Self::Text => "text",
            Self::Words => "words",
            Self::Characters => "characters",
            Self::Count => "count",
            Self::Weighted => "weighted",
        }
    }
}

/// Compares a table with the published one, cell by cell: texts by their SHA-256 and columns by their
/// path, wherever they stand. Titles may differ: they are a matter of language.
fn verify(published: &Comparison, found: &Comparison) -> Verification {
    let mut check = Check { result: Verification::default() };
    check.study(DiscrepancyKind::Lexicon, &published.lexicon.sha256, &found.lexicon.sha256);
    for (published, found) in settings(&published.options).iter().zip(&settings(&found.options)) {
        check.study(DiscrepancyKind::Options, published, found);
    }
    let paths = |table: &Comparison| table.columns.iter().map(|column| column.path.clone()).collect::<Vec<_>>();
    let (published_paths, found_paths) = (paths(published), paths(found));
    check.study(DiscrepancyKind::Columns, &published_paths.join(", "), &found_paths.join(", "));
    let place = |path: &String| found_paths.iter().position(|found| found == path);
    let columns: Vec<Option<usize>> = published_paths.iter().map(place).collect();
    let Pairs { both, removed, added } = pairs(&published.documents, &found.documents);
    for row in removed {
        check.study(DiscrepancyKind::Removed, &row.title, "");
    }
    for row in added {
        check.study(DiscrepancyKind::Added, "", &row.title);
    }
    for (at, published, found) in both {
        check.row(at, published, found, &columns);
    }
    check.result.texts = to_u32(found.documents.len());
    check.result
}

/// The settings as recipes write them, one by one: `policy = longest`.
fn settings(options: &Options) -> Vec<String> {
    let levels = match (options.only_levels, options.level) {
        (Some(set), _) => {
            format!("levels = {}", set.iter().map(|level| level.to_string()).collect::<Vec<_>>().join(", "))
        }
        (None, Some(level)) => format!("level = {level}"),
        (None, None) => "level = –".to_owned(),
    };
    let counting = [
        format!("policy = {}", options.policy.name()),
        format!("negation = {}", options.negation.name()),
        format!("case_sensitive = {}", options.case_sensitive),
        levels,
    ];
    counting.into_iter().chain(options.table1.settings()).collect()
}

/// Which row of one table is which row of the other.
struct Pairs<'a> {
    /// A place in the table that was found, the published row and that one, in the order of places.
    both: Vec<(u32, &'a DocumentSummary, &'a DocumentSummary)>,
    removed: Vec<&'a DocumentSummary>,
    added: Vec<&'a DocumentSummary>,
}

/// Pairs rows by the SHA-256 of their texts; what is left, by the id, as which a text was replaced.
fn pairs<'a>(published: &'a [DocumentSummary], found: &'a [DocumentSummary]) -> Pairs<'a> {
    let mut partners = vec![None; found.len()];
    let mut left: Vec<&DocumentSummary> = published.iter().collect();
    left = pair_by(left, found, &mut partners, |row| row.sha256.as_str());
    left = pair_by(left, found, &mut partners, |row| row.id);
    let (mut both, mut added) = (Vec::new(), Vec::new());
    for ((at, row), partner) in (0..).zip(found).zip(partners) {
        match partner {
            Some(published) => both.push((at, published, row)),
            None => added.push(row),
        }
    }
    Pairs { both, removed: left, added }
}

/// Gives each row without a partner the first of `left` with the same key, and returns those that are
/// still left, in their order.
fn pair_by<'a, Key: Eq + Hash>(
    left: Vec<&'a DocumentSummary>,
    found: &'a [DocumentSummary],
    partners: &mut [Option<&'a DocumentSummary>],
    key: impl Fn(&'a DocumentSummary) -> Key,
) -> Vec<&'a DocumentSummary> {
    let mut by_key: FxHashMap<Key, VecDeque<(usize, &DocumentSummary)>> = FxHashMap::default();
    for (at, row) in left.into_iter().enumerate() {
        by_key.entry(key(row)).or_default().push_back((at, row));
    }
    for (row, partner) in found.iter().zip(partners).filter(|(_, partner)| partner.is_none()) {
        *partner = by_key.get_mut(&key(row)).and_then(VecDeque::pop_front).map(|(_, row)| row);
    }
    let mut still: Vec<(usize, &DocumentSummary)> = by_key.into_values().flatten().collect();
    still.sort_unstable_by_key(|(at, _)| *at);
    still.into_iter().map(|(_, row)| row).collect()
}

struct Check {
    result: Verification,
}

impl Check {
    fn study(&mut self, kind: DiscrepancyKind, published: &str, found: &str) {
        self.compare(kind, (None, None), published, found);
    }

    /// Compares a row. `columns` are the places of the published columns in the table that was found.
    fn row(&mut self, at: u32, published: &DocumentSummary, found: &DocumentSummary, columns: &[Option<usize>]) {
        let row = (Some(at), None);
        self.compare(DiscrepancyKind::Text, row, &published.sha256, &found.sha256);
        self.compare(DiscrepancyKind::Words, row, &published.words.to_string(), &found.words.to_string());
        let characters = |row: &DocumentSummary| row.characters.to_string();
        self.compare(DiscrepancyKind::Characters, row, &characters(published), &characters(found));
        for (published, column) in published.cells.iter().zip(columns) {
            let Some((column, found)) = column.and_then(|column| Some((column, found.cells.get(column)?))) else {
                continue;
            };
            let cell = (Some(at), Some(ColumnId(to_u32(column))));
            self.compare(DiscrepancyKind::Count, cell, &published.count.to_string(), &found.count.to_string());
            self.compare(DiscrepancyKind::Weighted, cell, &published.weighted.to_string(), &found.weighted.to_string());
            self.result.cells += 1;
        }
    }

    fn compare(&mut self, kind: DiscrepancyKind, place: (Option<u32>, Option<ColumnId>), published: &str, found: &str) {
        if published != found {
            let (document, column) = place;
            let (published, found) = (published.to_owned(), found.to_owned());
            self.result.discrepancies.push(Discrepancy { kind, document, column, published, found });
        }
    }
}
