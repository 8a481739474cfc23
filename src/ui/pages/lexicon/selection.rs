//! What of the lexicon the reader looks at.

use tarazy_engine::{language::Language, lexicon::EntryPlace};

/// The thing that the pane beside the tree is about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Selection {
    /// Nothing yet.
    #[default]
    Nothing,
    /// An entry.
    Entry(EntryPlace),
    /// A category, by its path.
    Category(String),
    /// An entry that is being written.
    New {
        /// The path of the category that it is for.
        category: String,
        /// The language of the texts that it is for; `None` for all.
        language: Option<Language>,
    },
}

impl Selection {
    /// Returns `true` if it is the entry at a place.
    pub fn is_entry(&self, place: &EntryPlace) -> bool {
        matches!(self, Self::Entry(own) if own == place)
    }

    /// Returns `true` if it is the category with a path, or a new entry for it.
    pub fn is_category(&self, path: &str) -> bool {
        matches!(self, Self::Category(own) | Self::New { category: own, .. } if own == path)
    }
}
