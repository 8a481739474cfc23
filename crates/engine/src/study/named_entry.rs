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
    /// Names an entry; one that the lexicon does not have has empty words.
    pub(super) fn new(lexicon: &Lexicon, id: EntryId) -> Self {
        let entry = lexicon.entry(id);
        let category = entry.and_then(|entry| lexicon.category(entry.category));
        Self {
            id,
            written: entry.map(|entry| entry.pattern.text.clone()).unwrap_or_default(),
            category: category.map(|category| category.path.clone()).unwrap_or_default(),
            language: entry.and_then(|entry| entry.language),
        }
    }
}
