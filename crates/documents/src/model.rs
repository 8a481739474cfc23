//! What a file is read as.

use serde::{Deserialize, Serialize};
use tarazy_engine::{
    encoding::Encoding,
    problem::{Argument, Problem, SourceLocation},
    settings::MetadataField,
};

use crate::{
    error::{DocumentError, page_list},
    format::{DocumentFormat, OtherFormat},
    left_out::LeftOut,
};

/// What was found in a file: one document, or those of an archive, or the rows of a table.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ReadFile {
    /// The documents, in the order of the rows of a table, or of their names in an archive.
    pub documents: Vec<ReadDocument>,
    /// Files in an archive that could not be read. They do not stop the others.
    pub refused: Vec<RefusedPart>,
}

/// A file in an archive that could not be read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RefusedPart {
    /// Its name in the archive, for people.
    pub name: String,
    /// Why, as a problem of a file with this name.
    pub problem: Problem,
}

impl RefusedPart {
    /// Returns a part that was refused for a reason.
    pub(crate) fn new(name: String, error: &DocumentError) -> Self {
        Self { problem: error.problem(&name), name }
    }

    /// Names the part by the way to it: `archive` is the name of what it stands in.
    pub(crate) fn set_in(&mut self, archive: &str) {
        self.name.insert_str(0, &format!("{archive}/"));
        self.problem.place.file = Some(self.name.clone());
    }
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

impl ReadDocument {
    /// Returns the data that a file states about a text: the other cells of its row, the author and
    /// the date of a message, the author of a book. What word processors note (the account of a
    /// computer, the day on which a file was made, a title that a program wrote) is about the file
    /// and not about the text. `is_row`: the document is the row of a table.
    pub fn stated_data(&self, is_row: bool) -> Vec<MetadataField> {
        let names: &[&str] = match self.format {
            format if format.has_rows() && is_row => return self.metadata.clone(),
            DocumentFormat::Eml => &["author", "date"],
            DocumentFormat::Epub => &["author"],
            _ => &[],
        };
        self.metadata.iter().filter(|field| names.contains(&field.name.as_str())).cloned().collect()
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
