//! The history of the study: what each edit did.

use serde::{Deserialize, Serialize};

use crate::browser::plain_text;
use tarazy_engine::lexicon::{EntryKey, EntryPlace, LexiconEdit, LocalText};

/// What an edit did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryEntry {
    /// The kind of edit.
    pub kind: EditKind,
    /// The title of the text, study or category, the lexicon's name, a form or an entry.
    pub name: LocalText,
}

/// A kind of edit, with what its message names beside [`HistoryEntry::name`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum EditKind {
    /// Another study was opened.
    StudyOpened,
    /// The first text of the user's own replaced the sample.
    StudyStarted,
    /// A text was added.
    TextAdded,
    /// Several texts were added.
    TextsAdded,
    /// Data on texts were set.
    MetadataSet,
    /// A text was read from its file in another way.
    ReadAgain,
    /// A text was removed.
    TextRemoved,
    /// A text was renamed.
    TextRenamed,
    /// A text was moved.
    TextMoved,
    /// A text's language was set.
    LanguageSet,
    /// A text's encoding was set.
    EncodingSet,
    /// A kind of repair was turned off for a text.
    RepairUndone,
    /// A kind of repair was turned on for a text.
    RepairDone,
    /// The lexicon was replaced.
    LexiconSet,
    /// The options of counting were set.
    OptionsSet,
    /// The study was renamed.
    TitleSet,
    /// The description of the study was set.
    AboutSet,
    /// The work was stopped.
    Stopped,
    /// An entry was added to a category.
    EntryAdded {
        /// The category's title.
        category: LocalText,
    },
    /// An entry of a category was changed.
    EntryChanged {
        /// The category's title.
        category: LocalText,
    },
    /// Entries were removed from a category.
    EntriesRemoved {
        /// The category's title.
        category: LocalText,
        /// Number of entries.
        count: usize,
    },
    /// Entries were moved to a category.
    EntriesMoved {
        /// The category's title.
        category: LocalText,
        /// Number of entries.
        count: usize,
    },
    /// A form was excluded from an entry.
    FormExcluded {
        /// The entry as written.
        entry: LocalText,
    },
    /// A category was added.
    CategoryAdded,
    /// A category was renamed.
    CategoryRenamed {
        /// The new title.
        to: LocalText,
    },
    /// A category was merged into another.
    CategoryMerged {
        /// The title of the other.
        into: LocalText,
    },
    /// A category was split off.
    CategorySplit {
        /// The title of the category that the entries came from.
        from: LocalText,
        /// Number of entries.
        count: usize,
    },
    /// A category was removed.
    CategoryRemoved,
}

impl EditKind {
    /// Returns the key of the message that describes the edit.
    pub const fn message_key(&self) -> &'static str {
        match self {
            Self::StudyOpened => "history-study-opened",
            Self::StudyStarted => "history-study-started",
            Self::TextAdded => "history-text-added",
            Self::TextsAdded => "history-texts-added",
            Self::MetadataSet => "history-metadata-set",
            Self::ReadAgain => "history-read-again",
            Self::TextRemoved => "history-text-removed",
            Self::TextRenamed => "history-text-renamed",
            Self::TextMoved => "history-text-moved",
            Self::LanguageSet => "history-language-set",
            Self::EncodingSet => "history-encoding-set",
            Self::RepairUndone => "history-repair-undone",
            Self::RepairDone => "history-repair-done",
            Self::LexiconSet => "history-lexicon-set",
            Self::OptionsSet => "history-options-set",
            Self::TitleSet => "history-title-set",
            Self::AboutSet => "history-about-set",
            Self::Stopped => "history-stopped",
            Self::EntryAdded { .. } => "history-entry-added",
            Self::EntryChanged { .. } => "history-entry-changed",
            Self::EntriesRemoved { .. } => "history-entries-removed",
            Self::EntriesMoved { .. } => "history-entries-moved",
            Self::FormExcluded { .. } => "history-form-excluded",
            Self::CategoryAdded => "history-category-added",
            Self::CategoryRenamed { .. } => "history-category-renamed",
            Self::CategoryMerged { .. } => "history-category-merged",
            Self::CategorySplit { .. } => "history-category-split",
            Self::CategoryRemoved => "history-category-removed",
        }
    }

    /// Returns the entry or category that the message names beside [`HistoryEntry::name`].
    pub const fn other(&self) -> Option<&LocalText> {
        match self {
            Self::EntryAdded { category: other }
            | Self::EntryChanged { category: other }
            | Self::EntriesRemoved { category: other, .. }
            | Self::EntriesMoved { category: other, .. }
            | Self::FormExcluded { entry: other }
            | Self::CategoryRenamed { to: other }
            | Self::CategoryMerged { into: other }
            | Self::CategorySplit { from: other, .. } => Some(other),
            _ => None,
        }
    }

    /// Returns the number of things that were edited.
    pub const fn count(&self) -> usize {
        match self {
            Self::EntriesRemoved { count, .. }
            | Self::EntriesMoved { count, .. }
            | Self::CategorySplit { count, .. } => *count,
            _ => 1,
        }
    }
}

impl HistoryEntry {
    /// Describes an edit of the lexicon; `category` is the title of the category that it concerns.
    pub fn of_lexicon(edit: &LexiconEdit, category: LocalText) -> Self {
        let first = |entries: &[EntryPlace]| plain_text(entries.first().map_or("", |entry| entry.written.as_str()));
        let (kind, name) = match edit {
            LexiconEdit::AddEntry { fields, .. } => {
                let pattern = fields.iter().find(|field| field.key == EntryKey::Pattern);
                let pattern = pattern.and_then(|field| field.values.first()).map_or("", String::as_str);
                (EditKind::EntryAdded { category }, plain_text(pattern))
            }
            LexiconEdit::ChangeEntry { entry, .. } => (EditKind::EntryChanged { category }, plain_text(&entry.written)),
            LexiconEdit::RemoveEntries(entries) => {
                (EditKind::EntriesRemoved { category, count: entries.len() }, first(entries))
            }
            LexiconEdit::MoveEntries { entries, .. } => {
                (EditKind::EntriesMoved { category, count: entries.len() }, first(entries))
            }
            LexiconEdit::ExcludeForm { entry, form } => {
                (EditKind::FormExcluded { entry: plain_text(&entry.written) }, plain_text(form))
            }
            LexiconEdit::AddCategory { title, .. } => (EditKind::CategoryAdded, title.clone()),
            LexiconEdit::RenameCategory { title, .. } => (EditKind::CategoryRenamed { to: title.clone() }, category),
            LexiconEdit::MergeCategories { from, .. } => {
                (EditKind::CategoryMerged { into: category }, plain_text(from))
            }
            LexiconEdit::SplitCategory { title, entries, .. } => {
                (EditKind::CategorySplit { from: category, count: entries.len() }, title.clone())
            }
            LexiconEdit::RemoveCategory(_) => (EditKind::CategoryRemoved, category),
        };
        Self { kind, name }
    }
}
