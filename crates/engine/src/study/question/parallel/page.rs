//! The parallel view as a front end sees it: a row a concept, a column a language.

use serde::{Deserialize, Serialize};

use crate::{
    language::Language,
    lexicon::{EntryId, LocalText},
};

/// A page of the lexicon's concepts with their entries side by side.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ParallelPage {
    /// The path of the category asked for, or all.
    pub category: Option<String>,
    /// Whether only those were asked for that have no counterpart in a language.
    pub only_gaps: bool,
    /// Number of the first concept or unlinked entry, from 0.
    pub offset: u32,
    /// Number of concepts and unlinked entries asked for, on all pages.
    pub total: u32,
    /// Every category that has entries, in the lexicon's order.
    pub categories: Vec<ParallelCategory>,
    /// The columns: the languages of the lexicon, and entries for texts in any language where it
    /// has some.
    pub columns: Vec<ParallelColumn>,
    /// What there is in the category, gaps or not.
    pub totals: ParallelTotals,
    /// Concepts and unlinked entries by category, each category with its head above, repeated on
    /// each page.
    pub rows: Vec<ParallelRow>,
}

/// A category that can be asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParallelCategory {
    /// Its path.
    pub path: String,
    /// The titles from the root down to its own.
    pub titles: Vec<LocalText>,
}

/// A column of the parallel view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParallelColumn {
    /// The language of the entries and of the texts in which they are looked for; `None` for those
    /// that are for all.
    pub language: Option<Language>,
    /// Words of the texts, and of the parts of texts, in that language; `None` where there are
    /// none.
    pub words: Option<u64>,
}

/// How much of a category is linked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ParallelTotals {
    /// Concepts.
    pub concepts: u32,
    /// Concepts that a language of the lexicon lacks.
    pub gaps: u32,
    /// Concepts with uneven yields.
    pub uneven: u32,
    /// Entries that name no concept.
    pub unlinked: u32,
}

/// A row of the parallel view.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ParallelRow {
    /// The path of the category.
    pub category: String,
    /// What the row is about.
    pub subject: ParallelSubject,
    /// One for each column.
    pub cells: Vec<ParallelCell>,
    /// Whether a language that the lexicon has lacks this concept. An entry for texts in any
    /// language leaves no gap.
    pub is_gap: bool,
    /// Whether the languages catch very different shares of their texts, by [`UNEVEN_FACTOR`] and
    /// [`LEAST_EXPECTED`].
    pub is_uneven: bool,
}

/// What a row of the parallel view is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ParallelSubject {
    /// A category as a whole: the titles from the root down to its own. Its cells hold sums and no
    /// entries.
    Category(Vec<LocalText>),
    /// A concept, by its id.
    Concept(String),
    /// One entry that names no concept.
    Unlinked,
}

/// What a language has for a row.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ParallelCell {
    /// Number of entries.
    pub entry_count: u32,
    /// The entries in the lexicon's order; none in the head of a category.
    pub entries: Vec<ParallelEntry>,
    /// What they catch; `None` where there is no text to look for them in.
    pub caught: Option<Yield>,
}

/// An entry in a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParallelEntry {
    /// The entry, by its place in the lexicon.
    pub id: EntryId,
    /// As written in the lexicon.
    pub written: String,
    /// Whether its author says something about it.
    pub has_note: bool,
}

/// What entries catch in the texts of their language.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Yield {
    /// Matches that count.
    pub matches: u64,
    /// Matches per 1,000 words of the texts in that language.
    pub per_thousand: f64,
}

/// How many times as often a concept must be caught in one language as in another to be called
/// uneven.
///
/// Translations of one text differ too: Kazakh says in one word what English says in three, so that
/// its rates are higher by a half, and a word is avoided here and repeated there. Four times is
/// beyond what either explains.
pub const UNEVEN_FACTOR: f64 = 4.0;

/// How many matches the language that catches less would have at the other's rate, at least, before
/// the two are compared.
///
/// Where five are expected, a quarter of them or less, that is one or none, comes by chance in 4 of
/// 100 cases (Poisson); where fewer are, it comes too often to say anything.
pub const LEAST_EXPECTED: f64 = 5.0;
