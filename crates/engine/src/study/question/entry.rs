//! A place in the lexicon's file, or the number of an entry → the entry that stands there.

use serde::{Deserialize, Serialize};

use super::{AskError, Needs, Query};
use crate::{
    lexicon::{Entry, EntryId, EntryKey, EntryPlace, FieldChange, Lexicon},
    study::open::OpenStudy,
};

/// Asks for an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum EntryQuery {
    /// The entry at a place, or where it stands now in the same list.
    At(EntryPlace),
    /// The entry with a number in the lexicon that was set last.
    Number(EntryId),
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

/// What an entry says, key by key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryRecord {
    /// Where it stands.
    pub place: EntryPlace,
    /// What it says; keys without values are left out.
    pub fields: Vec<FieldChange>,
}

impl EntryRecord {
    /// Returns everything that an entry says.
    pub(super) fn new(lexicon: &Lexicon, entry: &Entry) -> Self {
        let fields = EntryKey::ALL.map(|key| FieldChange { key, values: key.values_of(entry) });
        Self {
            place: EntryPlace::of(lexicon, entry),
            fields: fields.into_iter().filter(|field| !field.values.is_empty()).collect(),
        }
    }
}

impl Query for EntryQuery {
    type Answer = FoundEntry;

    fn needs(&self, _study: &OpenStudy) -> Needs {
        Needs::Nothing
    }

    fn answer(self, study: &mut OpenStudy) -> Result<FoundEntry, AskError> {
        let lexicon = study.lexicon();
        let place = match self {
            Self::At(place) => place,
            Self::Number(id) => EntryPlace::of(lexicon, lexicon.entry(id).ok_or(AskError::NotThere)?),
        };
        Ok(find(lexicon, place))
    }
}

/// Looks for an entry at a place, or where it stands now in the same list.
fn find(lexicon: &Lexicon, asked: EntryPlace) -> FoundEntry {
    let is_in_list = |(_, entry): &(u32, &Entry)| {
        entry.language == asked.language
            && entry.pattern.text == asked.written
            && lexicon.category(entry.category).is_some_and(|category| category.path == asked.category)
    };
    let same = || (0..).zip(&lexicon.entries).filter(is_in_list);
    let found = same().find(|(_, entry)| entry.index == asked.at).or_else(|| same().next());
    let record = found.map(|(_, entry)| EntryRecord::new(lexicon, entry));
    FoundEntry { id: found.map(|(id, _)| EntryId(id)), record, asked }
}
