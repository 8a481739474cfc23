//! What of a file is not in its text, by kind.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What of a file is not in a text: how many pieces of each kind.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct LeftOut {
    counts: BTreeMap<LeftOutKind, u32>,
}

impl LeftOut {
    /// Adds a number of pieces.
    pub fn add(&mut self, kind: LeftOutKind, pieces: u32) {
        if pieces > 0 {
            let count = self.counts.entry(kind).or_default();
            *count = count.saturating_add(pieces);
        }
    }

    /// Returns the number of pieces of a kind.
    pub fn count(&self, kind: LeftOutKind) -> u32 {
        self.counts.get(&kind).copied().unwrap_or(0)
    }

    /// Returns the kinds of which there are any, with their numbers, in a fixed order.
    pub fn iter(&self) -> impl Iterator<Item = (LeftOutKind, u32)> {
        self.counts.iter().map(|(kind, count)| (*kind, *count))
    }

    /// Adds all pieces of another document.
    pub(crate) fn add_all(&mut self, other: &Self) {
        other.iter().for_each(|(kind, count)| self.add(kind, count));
    }

    /// Returns `true` if nothing was left out.
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }
}

/// A kind of content that is not text of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LeftOutKind {
    /// Headers of pages, one a header that the file keeps.
    Headers,
    /// Footers of pages.
    Footers,
    /// Comments and annotations.
    Comments,
    /// Text that tracked changes delete or move away.
    DeletedText,
    /// Hidden text, and hidden parts of pages.
    HiddenText,
    /// Instructions of fields; their stored results are text.
    FieldCodes,
    /// Alternative text of pictures and shapes.
    AlternativeText,
    /// Scripts and styles of pages.
    Scripts,
    /// Menus of pages, what stands outside the main part of a page, chapters of books that are not
    /// part of the reading order.
    Navigation,
    /// Footnotes and endnotes, where the options leave them out.
    Notes,
    /// Numbers of notes, and links back to them.
    NoteMarks,
    /// Fields and buttons of forms.
    FormControls,
    /// Embedded objects.
    Objects,
    /// Hidden sheets of workbooks.
    HiddenSheets,
    /// Cells of a table beside the column with the texts.
    OtherCells,
    /// Fields of records beside the one with the texts, and rows without it.
    OtherFields,
    /// Numbers, times, notes, styles and names of voices of subtitles.
    CueData,
    /// Files of an archive that are no documents, and attachments of messages.
    OtherFiles,
    /// Running heads and feet of pages, found by their repetition.
    RunningHeads,
    /// Numbers of pages.
    PageNumbers,
    /// What the file itself marks as no part of its text.
    Artifacts,
    /// Numbers and bullets of lists that a program made.
    ListLabels,
}

impl LeftOutKind {
    /// All kinds, in the order of lists.
    pub const ALL: [Self; 22] = [
        Self::Headers,
        Self::Footers,
        Self::Comments,
        Self::DeletedText,
        Self::HiddenText,
        Self::FieldCodes,
        Self::AlternativeText,
        Self::Scripts,
        Self::Navigation,
        Self::Notes,
        Self::NoteMarks,
        Self::FormControls,
        Self::Objects,
        Self::HiddenSheets,
        Self::OtherCells,
        Self::OtherFields,
        Self::CueData,
        Self::OtherFiles,
        Self::RunningHeads,
        Self::PageNumbers,
        Self::Artifacts,
        Self::ListLabels,
    ];

    /// The kinds that [`crate::ReadOptions::include`] reads again.
    pub const INCLUDABLE: [Self; 8] = [
        Self::Headers,
        Self::Footers,
        Self::Comments,
        Self::DeletedText,
        Self::HiddenText,
        Self::AlternativeText,
        Self::Navigation,
        Self::HiddenSheets,
    ];

    /// Returns the stable code, as in the serialized form and on the command line.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Headers => "headers",
            Self::Footers => "footers",
            Self::Comments => "comments",
            Self::DeletedText => "deleted-text",
            Self::HiddenText => "hidden-text",
            Self::FieldCodes => "field-codes",
            Self::AlternativeText => "alternative-text",
            Self::Scripts => "scripts",
            Self::Navigation => "navigation",
            Self::Notes => "notes",
            Self::NoteMarks => "note-marks",
            Self::FormControls => "form-controls",
            Self::Objects => "objects",
            Self::HiddenSheets => "hidden-sheets",
            Self::OtherCells => "other-cells",
            Self::OtherFields => "other-fields",
            Self::CueData => "cue-data",
            Self::OtherFiles => "other-files",
            Self::RunningHeads => "running-heads",
            Self::PageNumbers => "page-numbers",
            Self::Artifacts => "artifacts",
            Self::ListLabels => "list-labels",
        }
    }
}
