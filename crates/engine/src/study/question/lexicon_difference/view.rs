//! How two lexicons differ, as plain views.

use serde::{Deserialize, Serialize};

use crate::{
    counting::LexiconSummary,
    language::{Language, PartOfSpeech},
    lexicon::{CategoryKind, LocalText},
    settings::{DocumentId, Options},
    study::named_entry::NamedEntry,
};

/// What happened to a category.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum CategoryDetail {
    /// It is new.
    Added,
    /// It was removed.
    Removed,
    /// It stands under another path and has kept more than half of its entries.
    Renamed {
        /// Its path before.
        from: String,
    },
    /// It has another title.
    Retitled {
        /// Its title before.
        from: LocalText,
    },
    /// It is of another kind.
    Kind {
        /// Its kind before.
        from: CategoryKind,
        /// Its kind after.
        to: CategoryKind,
    },
    /// Other patterns keep its entries from counting.
    Exclusions {
        /// The language of the entries; `None` for those that are for all.
        language: Option<Language>,
        /// Patterns that came.
        added: Vec<String>,
        /// Patterns that went.
        removed: Vec<String>,
    },
}

/// A category that differs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CategoryChange {
    /// Its path; where it was removed, its path before.
    pub path: String,
    /// Its title by language.
    pub title: LocalText,
    /// What happened to it.
    pub detail: CategoryDetail,
}

/// One thing that differs between two states of an entry.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum EntryAspect {
    /// It stands in another category; its two names show which.
    Category,
    /// It is stated to be another part of speech.
    Parts {
        /// Parts of speech before; empty where none is stated.
        before: Vec<PartOfSpeech>,
        /// Parts of speech after.
        after: Vec<PartOfSpeech>,
    },
    /// It has another weight.
    Weight {
        /// The weight before.
        before: f64,
        /// The weight after.
        after: f64,
    },
    /// It has other conditions, written as in the lexicon: `not күн тәртібі; near сот`.
    Conditions {
        /// The conditions before; empty for none.
        before: String,
        /// The conditions after.
        after: String,
    },
    /// It has another note.
    Note {
        /// The note before.
        before: String,
        /// The note after.
        after: String,
    },
    /// It names another source.
    Source {
        /// The source before.
        before: String,
        /// The source after.
        after: String,
    },
}

impl EntryAspect {
    /// Returns `true` if it may change which matches count. A weight changes only weighted counts.
    pub fn moves_counts(&self) -> bool {
        matches!(self, Self::Category | Self::Parts { .. } | Self::Conditions { .. })
    }
}

/// An entry that differs: added where it has no state before, removed where it has none after.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EntryChange {
    /// The entry in the lexicon before.
    pub before: Option<NamedEntry>,
    /// The entry in the lexicon after.
    pub after: Option<NamedEntry>,
    /// What differs; empty where there is only one state.
    pub aspects: Vec<EntryAspect>,
}

/// A column of either table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ColumnPair {
    /// The path of its category.
    pub path: String,
    /// The category's title by language.
    pub title: LocalText,
    /// Whether it is a value or a topic.
    pub kind: CategoryKind,
    /// Whether the lexicon before has it.
    pub is_before: bool,
    /// Whether the lexicon after has it.
    pub is_after: bool,
}

/// Why an entry counts otherwise than before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CauseReason {
    /// The entry is new.
    Added,
    /// The entry was removed.
    Removed,
    /// The entry is another: its category, part of speech or conditions.
    Changed,
    /// Its category has another path.
    Renamed,
    /// The entry is the same, and others cover matches that counted.
    #[serde(rename = "taken")]
    Covered,
    /// The entry is the same, and others no longer cover its matches.
    #[serde(rename = "released")]
    Uncovered,
    /// The entry is the same, and its category excludes matches that counted.
    Excluded,
    /// The entry is the same, and its category no longer excludes its matches.
    Admitted,
}

impl CauseReason {
    /// All reasons.
    pub const ALL: [Self; 8] = [
        Self::Added,
        Self::Removed,
        Self::Changed,
        Self::Renamed,
        Self::Covered,
        Self::Uncovered,
        Self::Excluded,
        Self::Admitted,
    ];

    /// Returns the stable code: `added`, `taken` …
    pub const fn code(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
            Self::Renamed => "renamed",
            Self::Covered => "taken",
            Self::Uncovered => "released",
            Self::Excluded => "excluded",
            Self::Admitted => "admitted",
        }
    }
}

/// An entry's part in the difference of a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cause {
    /// The entry, as the lexicon after has it; where it was removed, as the lexicon before had it.
    pub entry: NamedEntry,
    /// Whether the entry is in the lexicon after.
    pub is_after: bool,
    /// Why.
    pub reason: CauseReason,
    /// What it counts after and did not count before; under `liwc` in words.
    pub gained: u64,
    /// What it counted before and does not count after; under `liwc` in words.
    pub lost: u64,
    /// The entry that takes, or took, most of these places: of the lexicon after for matches that
    /// are taken, of the lexicon before for those that are released.
    pub by: Option<NamedEntry>,
}

impl Cause {
    /// Returns by how much it changes the cell.
    pub fn difference(&self) -> i64 {
        signed(self.gained) - signed(self.lost)
    }
}

/// A count as a signed number.
pub(crate) fn signed(count: u64) -> i64 {
    i64::try_from(count).expect("texts hold far fewer than 2^63 words")
}

/// A cell of both tables.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CellDifference {
    /// The count before; `None` where the lexicon before has no such column.
    pub before: Option<u64>,
    /// The count after; `None` where the lexicon after has no such column.
    pub after: Option<u64>,
    /// The entries that count otherwise, the largest difference first; at most as many as were
    /// asked for.
    pub causes: Vec<Cause>,
    /// How many further entries count otherwise.
    pub other_causes: u32,
    /// The sum of their differences.
    pub other_difference: i64,
}

impl CellDifference {
    /// Returns the count after less the count before, a missing column taken for nothing.
    pub fn difference(&self) -> i64 {
        signed(self.after.unwrap_or(0)) - signed(self.before.unwrap_or(0))
    }

    /// Returns `true` if anything counts otherwise, be it that the sum is the same.
    pub fn is_changed(&self) -> bool {
        !self.causes.is_empty() || self.other_causes > 0
    }
}

/// A row of both tables.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentDifference {
    /// The document.
    pub id: DocumentId,
    /// Its title.
    pub title: String,
    /// One cell a column.
    pub cells: Vec<CellDifference>,
}

/// How two lexicons differ and what that does to the counts.
///
/// Law: in each cell the differences of its causes, the others among them, add up to the count
/// after less the count before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LexiconDifference {
    /// The lexicon before.
    pub before: LexiconSummary,
    /// The lexicon after: that of the study.
    pub after: LexiconSummary,
    /// How matches were counted, with both.
    pub options: Options,
    /// Categories that differ: in the order of the lexicon after, then those that were removed.
    pub categories: Vec<CategoryChange>,
    /// Number of entries that are new.
    pub added: u32,
    /// Number of entries that were removed.
    pub removed: u32,
    /// Number of entries that differ.
    pub changed: u32,
    /// Number of the first entry that is listed, from 0.
    pub offset: u32,
    /// Number of changed entries in all.
    pub total: u32,
    /// The entries: in the order of the lexicon after, then those that were removed.
    pub entries: Vec<EntryChange>,
    /// The columns: those of the lexicon after in its order, then those only the lexicon before
    /// has.
    pub columns: Vec<ColumnPair>,
    /// The rows in the study's order.
    pub documents: Vec<DocumentDifference>,
}
