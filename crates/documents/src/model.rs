//! What a file is read as.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use tarazy_engine::{
    encoding::Encoding,
    problem::{Argument, Problem, SourceLocation},
};

use crate::{
    error::{DocumentError, page_list},
    format::{DocumentFormat, OtherFormat},
};

/// What was found in a file: one document, or those of an archive, or the rows of a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ReadFile {
    /// The documents, in the order of the rows of a table, or of their names in an archive.
    pub documents: Vec<ReadDocument>,
    /// Files in an archive that could not be read. They do not stop the others.
    pub refused: Vec<RefusedPart>,
}

/// A file in an archive that could not be read.
#[derive(Debug, Clone, PartialEq)]
pub struct RefusedPart {
    /// Its name in the archive, for people.
    pub name: String,
    /// Why.
    pub error: DocumentError,
}

/// A text with the data on it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadDocument {
    /// A label: the name of the file without its ending, for a row with its number, for a file in an
    /// archive its name there.
    pub title: String,
    /// As what the file was read.
    pub format: DocumentFormat,
    /// The text: paragraphs with a blank line between them.
    pub text: String,
    /// The encoding in which the bytes were read, where a format does not fix it.
    pub encoding: Option<Encoding>,
    /// How sure the encoding is, from 0 to 1.
    pub encoding_confidence: f32,
    /// Data on the text: the other columns of its row, its author and date.
    pub metadata: Vec<MetadataField>,
    /// What of the file is not in the text.
    pub left_out: LeftOut,
    /// What is doubtful about the text.
    pub warnings: Vec<ReadWarning>,
}

/// One piece of data on a text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MetadataField {
    /// The name of its column.
    pub name: String,
    /// The value.
    pub value: MetadataValue,
}

/// The value of a piece of data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum MetadataValue {
    /// Any text.
    Text(String),
    /// A number.
    Number(f64),
    /// A date as ISO 8601 writes it, with as much of it as is known: `2024`, `2024-03-01`.
    Date(String),
}

impl MetadataValue {
    /// Returns the value that a cell holds: a number or date if all of it is one, else a text.
    ///
    /// ```
    /// use tarazy_documents::MetadataValue;
    /// assert_eq!(MetadataValue::of("12.5"), MetadataValue::Number(12.5));
    /// assert_eq!(MetadataValue::of("2024-03-01"), MetadataValue::Date("2024-03-01".to_owned()));
    /// assert_eq!(MetadataValue::of("01.03.2024"), MetadataValue::Date("2024-03-01".to_owned()));
    /// assert_eq!(MetadataValue::of("007"), MetadataValue::Text("007".to_owned()));
    /// ```
    pub fn of(cell: &str) -> Self {
        let cell = cell.trim();
        if let Some(date) = date(cell) {
            return Self::Date(date);
        }
        let is_number = cell.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
        // A number with zeros in front is a code.
        let is_code = cell.trim_start_matches('-').starts_with('0') && !cell.contains('.') && cell.len() > 1;
        match cell.parse::<f64>() {
            Ok(number) if is_number && !is_code && number.is_finite() && cell.len() <= 15 => Self::Number(number),
            _ => Self::Text(cell.to_owned()),
        }
    }
}

/// Reads `2024-03-01` and `1.3.2024` (day, month, year), with a time behind it.
fn date(cell: &str) -> Option<String> {
    let day = cell.split(['T', ' ']).next()?;
    let is_date_time =
        cell.len() == day.len() || cell.get(day.len() + 1..)?.starts_with(|next: char| next.is_ascii_digit());
    let parts: Vec<&str> = day.split(['-', '.', '/']).collect();
    let number = |part: &str, most: u32| {
        let is_short = (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<u32>().ok().filter(|number| is_short && (1..=most).contains(number))
    };
    let [first, month, last] = parts.as_slice() else { return None };
    let (year, day) = if first.len() == 4 && day.contains('-') { (first, last) } else { (last, first) };
    let (year, month, day) = (number(year, 9_999)?, number(month, 12)?, number(day, 31)?);
    (is_date_time && year >= 1_000 && !cell.contains('/')).then(|| format!("{year:04}-{month:02}-{day:02}"))
}

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

/// What is doubtful about a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReadWarning {
    /// The encoding is a guess of low confidence.
    UnsureEncoding {
        /// The encoding.
        encoding: Encoding,
    },
    /// Bytes mean nothing in the encoding; each such place is U+FFFD.
    ReplacedBytes {
        /// Their number.
        count: u32,
    },
    /// A table was read as one text since no column was chosen.
    WholeTable {
        /// The names of the columns, as the first row has them.
        columns: Vec<String>,
    },
    /// A part that the document refers to is missing.
    MissingPart {
        /// Its name.
        part: String,
    },
    /// A part inside the document is of a format that is not read.
    UnreadPart {
        /// Its name.
        part: String,
        /// Its format, where it is known.
        format: Option<OtherFormat>,
    },
    /// The file ends before its last group, element or quotation is closed.
    Unclosed,
    /// Characters of a font of symbols, which mean nothing outside it.
    Symbols {
        /// Their number.
        count: u32,
    },
    /// Pages with pictures and no text.
    PagesWithoutText {
        /// The pages, from 1.
        pages: Vec<u32>,
    },
    /// Characters that cannot be known.
    UnknownCharacters {
        /// The pages that have them, from 1.
        pages: Vec<u32>,
    },
}

impl ReadWarning {
    /// Returns the stable code, which is also the key of the message.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnsureEncoding { .. } => "text-encoding-guessed",
            Self::ReplacedBytes { .. } => "document-replaced",
            Self::WholeTable { .. } => "document-whole-table",
            Self::MissingPart { .. } => "document-missing-part",
            Self::UnreadPart { .. } => "document-unread-part",
            Self::Unclosed => "document-unclosed",
            Self::Symbols { .. } => "document-symbols",
            Self::PagesWithoutText { .. } => "document-pages-without-text",
            Self::UnknownCharacters { .. } => "document-unknown-characters",
        }
    }

    /// Returns the warning as a problem of the file `name`.
    pub fn problem(&self, name: &str) -> Problem {
        let arguments = match self {
            Self::UnsureEncoding { encoding } => {
                vec![("encoding".to_owned(), Argument::Text(encoding.name().to_owned()))]
            }
            Self::ReplacedBytes { count } | Self::Symbols { count } => {
                vec![("count".to_owned(), Argument::from(u64::from(*count)))]
            }
            Self::WholeTable { columns } => vec![("columns".to_owned(), Argument::quoted(&columns.join(" | ")))],
            Self::MissingPart { part } | Self::UnreadPart { part, .. } => {
                vec![("part".to_owned(), Argument::quoted(part))]
            }
            Self::PagesWithoutText { pages } | Self::UnknownCharacters { pages } => {
                vec![("pages".to_owned(), Argument::Text(page_list(pages)))]
            }
            Self::Unclosed => Vec::new(),
        };
        let place = SourceLocation { file: Some(name.to_owned()), ..SourceLocation::default() };
        Problem { code: self.code().to_owned(), is_warning: true, place, arguments }
    }
}
