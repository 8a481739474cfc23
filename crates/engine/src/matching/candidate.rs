//! What an entry may have caught, and what became of it.

use serde::{Deserialize, Serialize};

use crate::{lexicon::EntryId, text::Span};

/// Tokens that fit an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Candidate {
    /// The first token.
    pub first: u32,
    /// The number of tokens from the first to the last, gaps among them; at least 1.
    pub count: u32,
    /// The entry, by its place among the entries that the matcher holds.
    pub(super) entry: u32,
}

impl Candidate {
    /// The token after the last.
    pub(super) fn end(self) -> u32 {
        self.first + self.count
    }
}

/// What became of a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It counts.
    Counted,
    /// Another match took its place: a longer one, or another entry of the category with the same
    /// words.
    Shadowed,
    /// The lexicon rules it out here: `not`, `not_before`, `not_after`, `before`, `after`, `near`.
    Excluded,
    /// It would count, but it is in the scope of a word that negates, and the study leaves such
    /// matches out.
    Negated,
}

/// A candidate with its outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// The entry.
    pub entry: EntryId,
    /// The first token.
    pub first: u32,
    /// Number of tokens, gaps among them.
    pub count: u32,
    /// The bytes of the document.
    pub span: Span,
    /// The column of the table that the entry counts for.
    pub column: u32,
    /// What became of it.
    pub status: Status,
}
