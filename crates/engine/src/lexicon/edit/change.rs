//! What a reader does to a lexicon, as values: they travel to the engine, stand in the history and
//! are done again after a crash.

use serde::{Deserialize, Serialize};

use crate::{
    language::{Language, PartOfSpeech},
    lexicon::{
        local_text::LocalText,
        model::{Entry, Lexicon},
        pattern::Pattern,
    },
};

/// Where an entry stands in its file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EntryPlace {
    /// The path of its category.
    pub category: String,
    /// The language of its list; `None` for the list that is for all.
    pub language: Option<Language>,
    /// Its place in that list, from 0, entries that the reader passed over among them.
    pub at: u32,
    /// Its pattern as written: an edit that finds another one there is refused, since the file is
    /// no longer the one that was looked at.
    pub written: String,
}

impl EntryPlace {
    /// Returns the place of an entry.
    pub fn of(lexicon: &Lexicon, entry: &Entry) -> Self {
        Self {
            category: lexicon[entry.category].path.clone(),
            language: entry.language,
            at: entry.index,
            written: entry.pattern.text.clone(),
        }
    }
}

/// A key of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum EntryKey {
    /// What it matches.
    Pattern,
    /// Its parts of speech.
    Parts,
    /// Its weight, a number as TOML writes it.
    Weight,
    /// The author's remark.
    Note,
    /// Where it comes from.
    Source,
    /// Patterns inside which it does not count.
    Not,
    /// Patterns directly before which it does not count.
    NotBefore,
    /// Patterns directly after which it does not count.
    NotAfter,
    /// Patterns directly before which alone it counts.
    Before,
    /// Patterns directly after which alone it counts.
    After,
    /// Patterns near which alone it counts.
    Near,
    /// What near means, in tokens.
    Window,
    /// The concept that it expresses, the same in each language.
    Concept,
    /// Whether punctuation may stand between the words of a phrase: `true` or `false`.
    CrossesPunctuation,
    /// Whether a part of a compound with a hyphen is a word of it too: `true` or `false`.
    Compounds,
    /// Whether a match that is written as a name counts: `true` or `false`.
    Names,
}

/// What kind of value a key has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ValueKind {
    Text,
    Number,
    List,
    /// One text, or a list of several.
    TextOrList,
    Flag,
}

impl EntryKey {
    /// All keys, in the order in which a form shows them.
    pub const ALL: [Self; 16] = [
        Self::Pattern,
        Self::Parts,
        Self::Weight,
        Self::Note,
        Self::Source,
        Self::Not,
        Self::NotBefore,
        Self::NotAfter,
        Self::Before,
        Self::After,
        Self::Near,
        Self::Window,
        Self::Concept,
        Self::CrossesPunctuation,
        Self::Compounds,
        Self::Names,
    ];

    /// Returns the key as the file writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pattern => "pattern",
            Self::Parts => "pos",
            Self::Weight => "weight",
            Self::Note => "note",
            Self::Source => "source",
            Self::Not => "not",
            Self::NotBefore => "not_before",
            Self::NotAfter => "not_after",
            Self::Before => "before",
            Self::After => "after",
            Self::Near => "near",
            Self::Window => "window",
            Self::Concept => "concept",
            Self::CrossesPunctuation => "crosses_punctuation",
            Self::Compounds => "compounds",
            Self::Names => "names",
        }
    }

    /// Returns `true` if the key holds a list of patterns.
    pub const fn is_list(self) -> bool {
        matches!(self.kind(), ValueKind::List | ValueKind::TextOrList)
    }

    pub(super) const fn kind(self) -> ValueKind {
        match self {
            Self::Pattern | Self::Note | Self::Source | Self::Concept => ValueKind::Text,
            Self::Weight | Self::Window => ValueKind::Number,
            Self::Parts => ValueKind::TextOrList,
            Self::CrossesPunctuation | Self::Compounds | Self::Names => ValueKind::Flag,
            Self::Not | Self::NotBefore | Self::NotAfter | Self::Before | Self::After | Self::Near => ValueKind::List,
        }
    }

    /// Returns what an entry says under the key; nothing where it says nothing.
    pub fn values_of(self, entry: &Entry) -> Vec<String> {
        let text = |text: &str| if text.is_empty() { Vec::new() } else { vec![text.to_owned()] };
        let patterns =
            |patterns: &[Pattern]| -> Vec<String> { patterns.iter().map(|pattern| pattern.text.clone()).collect() };
        let conditions = &entry.conditions;
        match self {
            Self::Pattern => text(&entry.pattern.text),
            Self::Parts if entry.parts.is_unknown() => Vec::new(),
            Self::Parts => {
                let stated = PartOfSpeech::ALL.into_iter().filter(|part| entry.parts.allows(*part));
                stated.map(|part| part.name().to_owned()).collect()
            }
            Self::Weight if entry.weight.to_bits() == 1.0_f64.to_bits() => Vec::new(),
            Self::Weight => vec![entry.weight.to_string()],
            Self::Note => text(&entry.note),
            Self::Source => text(&entry.source),
            Self::Concept => text(&entry.concept),
            Self::CrossesPunctuation if entry.crosses_punctuation => vec![true.to_string()],
            Self::Compounds if entry.compounds => vec![true.to_string()],
            Self::Names if conditions.leaves_out_names => vec![false.to_string()],
            Self::CrossesPunctuation | Self::Compounds | Self::Names => Vec::new(),
            Self::Not => patterns(&conditions.not),
            Self::NotBefore => patterns(&conditions.not_before),
            Self::NotAfter => patterns(&conditions.not_after),
            Self::Before => patterns(&conditions.before),
            Self::After => patterns(&conditions.after),
            Self::Near => patterns(&conditions.near),
            Self::Window if conditions.near.is_empty() => Vec::new(),
            Self::Window => vec![conditions.window.to_string()],
        }
    }
}

/// A key of an entry and what shall stand there: one value for a text or number, any number for a
/// list, none to take the key out.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FieldChange {
    /// The key.
    pub key: EntryKey,
    /// The values.
    pub values: Vec<String>,
}

/// One edit of a lexicon.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LexiconEdit {
    /// Adds an entry at the end of a list.
    AddEntry {
        /// The category's path.
        category: String,
        /// The language of the list.
        language: Option<Language>,
        /// What the entry says; its pattern is among it.
        fields: Vec<FieldChange>,
    },
    /// Changes what an entry says; what is not named stays.
    ChangeEntry {
        /// The entry.
        entry: EntryPlace,
        /// What is new.
        fields: Vec<FieldChange>,
    },
    /// Takes entries out.
    RemoveEntries(Vec<EntryPlace>),
    /// Moves entries to the end of the lists of another category, each in its language.
    MoveEntries {
        /// The entries.
        entries: Vec<EntryPlace>,
        /// The other category's path.
        to: String,
    },
    /// Lets an entry no longer match a form; of a phrase, its words with a space between them.
    ExcludeForm {
        /// The entry.
        entry: EntryPlace,
        /// The form.
        form: String,
    },
    /// Adds a category as the last one in its parent, or of all.
    AddCategory {
        /// The parent's path; `None` for the top.
        parent: Option<String>,
        /// Its title, of which its id is made.
        title: LocalText,
    },
    /// Gives a category another title. Its id, by which results and tests name it, stays.
    RenameCategory {
        /// Its path.
        path: String,
        /// Its title.
        title: LocalText,
    },
    /// Moves everything in a category into another one and takes it out.
    MergeCategories {
        /// The path of the category that goes.
        from: String,
        /// The path of the one that stays.
        into: String,
    },
    /// Makes a category of its own of some entries, as the next sibling of the one they stand in.
    SplitCategory {
        /// The path of the category.
        path: String,
        /// Those of its entries that move.
        entries: Vec<EntryPlace>,
        /// The title of the new category, of which its id is made.
        title: LocalText,
    },
    /// Takes a category out with everything in it.
    RemoveCategory(String),
}
