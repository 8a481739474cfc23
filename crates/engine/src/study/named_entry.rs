//! An entry as answers name it.

use serde::{Deserialize, Serialize};

use crate::{
    language::Language,
    lexicon::{EntryId, Lexicon},
};

/// An entry by the name under which a reader knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedEntry {
    /// Its place in its lexicon.
    pub id: EntryId,
    /// As written in the lexicon.
    pub written: String,
    /// The path of its category.
    pub category: String,
    /// The language of the texts in which it is looked for; `None` for all.
    pub language: Option<Language>,
}

impl NamedEntry {
    /// Names an entry of the lexicon.
    pub(super) fn new(lexicon: &Lexicon, id: EntryId) -> Self {
        let entry = &lexicon[id];
        Self {
            id,
            written: entry.pattern.text.clone(),
            category: lexicon[entry.category].path.clone(),
            language: entry.language,
        }
    }
}
