//! The lexicon's tree → some of its rows.

mod index;

pub(in crate::study) use index::OutlineIndex;

use serde::{Deserialize, Serialize};

use super::{AskError, Needs, Query};
use crate::{
    language::Language,
    lexicon::{EntryId, EntryPlace, LocalText},
    study::{open::OpenStudy, status_counts::StatusCounts},
};

/// Which rows of the lexicon's tree are asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct OutlineQuery {
    /// The paths of categories whose contents are not shown. While something is searched for all
    /// are open.
    pub closed: Vec<String>,
    /// Entries of one language and those that are for all, or all entries.
    pub language: Option<Language>,
    /// Only entries whose pattern, note or source has this in it, whatever its case, and the
    /// categories that they or this stand in.
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
    pub query: OutlineQuery,
    /// Number of rows in all.
    pub total: u32,
    /// Number of entries that the query fits, in closed categories too.
    pub entries: u32,
    /// How many of them matched nothing, though there is a text to look for them in; `None` where
    /// there is none for any entry.
    pub unmatched: Option<u32>,
    /// The rows from the query's offset on.
    pub rows: Vec<OutlineRow>,
    /// Every category of the lexicon in its order, for choices; at most
    /// [`Outline::MOST_CATEGORIES`].
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
        /// Number of entries in it and in what it holds that the query fits.
        entries: u32,
        /// Number of their counted matches; `None` where there is no document to look for any entry
        /// in.
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
        statuses: Option<StatusCounts>,
        /// Whether its author remarked on it.
        has_note: bool,
        /// Whether it has conditions.
        has_conditions: bool,
    },
}

impl Query for OutlineQuery {
    type Answer = Outline;

    fn needs(&self, study: &OpenStudy) -> Needs {
        let is_listed = study.outline.as_ref().is_some_and(|known| known.answers(self));
        if is_listed { Needs::Nothing } else { Needs::Matches(None) }
    }

    fn answer(self, study: &mut OpenStudy) -> Result<Outline, AskError> {
        let known = study.outline.take().filter(|known| known.answers(&self));
        let index = known.unwrap_or_else(|| OutlineIndex::new(study.lexicon(), &study.documents, &self));
        let outline = index.window(study.lexicon(), &self);
        study.outline = Some(index);
        Ok(outline)
    }
}
