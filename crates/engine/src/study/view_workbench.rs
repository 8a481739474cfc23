//! The small views with which a reader works on a lexicon.

use serde::{Deserialize, Serialize};

use super::{ContextLine, EntryProbe, Fates};
use crate::problem::Problem;
use crate::{
    language::Language,
    lexicon::{EntryId, EntryPlace, FieldChange, LocalText, PatternSyntax},
};

/// What an import of another tool's file found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportReport {
    /// The file.
    pub name: String,
    /// As what it was read: `dic`, `yaml` …
    pub format: String,
    /// In which shape a table held it.
    pub shape: Option<String>,
    /// How its terms were read.
    pub syntax: PatternSyntax,
    /// Lines that were dropped, altered or guessed, the first ones by line.
    pub losses: Vec<Problem>,
    /// Number of such lines in all.
    pub total: u32,
}

/// Which rows of the lexicon's tree are asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct OutlineWish {
    /// The paths of categories whose contents are not shown. While something is searched for all are open.
    pub closed: Vec<String>,
    /// Entries of one language and those that are for all, or all entries.
    pub language: Option<Language>,
    /// Only entries whose pattern, note or source has this in it, whatever its case, and the categories that they or this stand in.
    pub search: String,
    /// Only entries that matched nothing, though there is a text to look for them in.
    pub only_unmatched: bool,
    /// How many rows to skip.
    pub offset: u32,
    /// How many rows to return, at most.
    pub limit: u32,
}

/// Some rows of the lexicon's tree.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Outline {
    /// What was asked.
    pub wish: OutlineWish,
    /// Number of rows in all.
    pub total: u32,
    /// Number of entries that the wish fits, in closed categories too.
    pub entries: u32,
    /// How many of them matched nothing, though there is a text to look for them in; `None` where there is none for any entry.
    pub unmatched: Option<u32>,
    /// The rows from the wish's offset on.
    pub rows: Vec<OutlineRow>,
    /// Every category of the lexicon in its order, for choices; at most [`Outline::MOST_CATEGORIES`].
    pub categories: Vec<CategoryName>,
}

impl Outline {
    /// How many categories are named.
    pub const MOST_CATEGORIES: usize = 2_000;
}

/// A category by path and title.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CategoryName {
    /// Its path.
    pub path: String,
    /// Its title.
    pub title: LocalText,
    /// 1 for a root.
    pub depth: u8,
}

/// A row of the lexicon's tree.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum OutlineRow {
    /// A category.
    Category {
        /// Its name.
        name: CategoryName,
        /// Whether its contents are shown.
        is_open: bool,
        /// Number of entries in it and in what it holds that the wish fits.
        entries: u32,
        /// Number of their counted matches; `None` where there is no document to look for any entry in.
        counted: Option<u64>,
    },
    /// An entry.
    Entry {
        /// Its number in this state of the lexicon.
        id: EntryId,
        /// Where it stands.
        place: EntryPlace,
        /// The depth of its category.
        depth: u8,
        /// Its matches in all documents; `None` where there is no document to look for it in.
        fates: Option<Fates>,
        /// Whether its author remarked on it.
        has_note: bool,
        /// Whether it has conditions.
        has_conditions: bool,
    },
}

/// What an entry says, key by key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryRecord {
    /// Where it stands.
    pub place: EntryPlace,
    /// What it says; keys without values are left out.
    pub fields: Vec<FieldChange>,
}

/// Another entry that catches some of the same words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// The entry's number.
    pub entry: EntryId,
    /// Where it stands.
    pub place: EntryPlace,
    /// Number of places where both match and share a word.
    pub shared: u64,
    /// At how many of them the other entry counts.
    pub counted: u64,
}

/// An entry that is not in the lexicon, or not so: how it would do.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TrialWish {
    /// The path of the category it would stand in.
    pub category: String,
    /// The language of the texts in which it would be looked for; `None` for all.
    pub language: Option<Language>,
    /// What it says.
    pub fields: Vec<FieldChange>,
    /// The entry that it would stand in place of.
    pub instead_of: Option<EntryId>,
}

/// How an entry would do that is being written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EntryTrial {
    /// What was asked.
    pub wish: TrialWish,
    /// Why it is no entry yet.
    pub problem: Option<Problem>,
    /// What it would catch if it stood alone, and what it would nearly catch.
    pub probe: Option<EntryProbe>,
    /// The entries that catch some of the same words, by the number of shared places; at most [`EntryTrial::MOST_CONFLICTS`].
    pub conflicts: Vec<Conflict>,
    /// By how much the count of each column would change under the study's policy; columns that would not are left out.
    pub effects: Vec<CountChange>,
    /// The first places that it would match.
    pub lines: Vec<ContextLine>,
}

impl EntryTrial {
    /// How many conflicts are told.
    pub const MOST_CONFLICTS: usize = 12;
    /// How many lines are shown.
    pub const MOST_LINES: usize = 8;
}

/// How a count would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountChange {
    /// The column's path.
    pub path: String,
    /// Its title.
    pub title: LocalText,
    /// Its count in all documents.
    pub before: u64,
    /// Its count then.
    pub after: u64,
}

/// An entry that was looked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundEntry {
    /// The place asked for.
    pub asked: EntryPlace,
    /// Its number in this state of the lexicon; `None` where there is no such entry any more.
    pub id: Option<EntryId>,
    /// What it says, and the place where it stands now.
    pub record: Option<EntryRecord>,
}

/// The lexicon as a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LexiconFile {
    /// The file's name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What the format cannot hold, the first of it.
    pub losses: Vec<Problem>,
    /// How much there is of it in all.
    pub total: u32,
}
