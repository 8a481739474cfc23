//! Why a file is not usable as a document.

use tarazy_engine::{
    intake::IntakeError,
    problem::{Argument, Problem, SourceLocation},
};
use thiserror::Error;

use crate::format::{DocumentFormat, OtherFormat};

/// Why a file is not usable as a document.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DocumentError {
    /// The bytes are no text.
    #[error(transparent)]
    Text(#[from] IntakeError),
    /// A format that is not read.
    #[error("files of this format are not read: {format:?}")]
    OtherFormat {
        /// The format.
        format: OtherFormat,
    },
    /// The document asks for a password, or is protected against copying.
    #[error("the document is encrypted ({format})")]
    Encrypted {
        /// The name of the format.
        format: &'static str,
    },
    /// A part is missing, cut off or not what it should be.
    #[error("the document is damaged ({format}, {part})")]
    Damaged {
        /// The format.
        format: DocumentFormat,
        /// The part, for people.
        part: String,
    },
    /// A document type declaration, which documents do not need and attacks do.
    #[error("the part {part} declares a document type")]
    Doctype {
        /// The part, for people.
        part: String,
    },
    /// More than is read.
    #[error("beyond the limit of {limit:?}: {most}")]
    Limit {
        /// Which limit.
        limit: DocumentLimit,
        /// Its value; bytes in megabytes.
        most: u64,
    },
    /// The table has no such column.
    #[error("no column {column}")]
    NoColumn {
        /// The column that was asked for.
        column: String,
        /// The columns that there are.
        known: Vec<String>,
    },
    /// No record has the field.
    #[error("no field {column}")]
    NoField {
        /// The field that was asked for.
        column: String,
        /// The fields of the first record.
        known: Vec<String>,
    },
    /// The text is not JSON.
    #[error("not JSON at line {line}, column {column}")]
    Json {
        /// The line, from 1.
        line: u32,
        /// The column, from 1.
        column: u32,
    },
    /// An archive without any document.
    #[error("the archive has no document")]
    NoDocument,
    /// The pages have pictures and no text, as a scan has.
    #[error("no text on {pages} pages")]
    NoTextLayer {
        /// How many pages there are.
        pages: u32,
    },
    /// There is text, but what its characters are cannot be known.
    #[error("{percent} percent of the text cannot be known, on pages {pages:?}")]
    UnusableText {
        /// The share of such characters, in percent.
        percent: u32,
        /// The pages that have them, from 1.
        pages: Vec<u32>,
    },
}

/// A limit of what is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentLimit {
    /// Unpacked size.
    Inflated,
    /// How many times larger a part becomes.
    Ratio,
    /// Files in an archive.
    Entries,
    /// Archives in archives.
    Nesting,
    /// Elements in elements, groups in groups.
    Depth,
    /// Attributes of an element.
    Attributes,
    /// Nodes of a page.
    Nodes,
    /// Size of the text.
    Text,
    /// Documents in a file.
    Documents,
    /// Cells of a table.
    Cells,
    /// Steps of work.
    Work,
    /// Objects of a PDF.
    Objects,
    /// Pages.
    Pages,
    /// Characters on a page.
    Characters,
}

impl DocumentLimit {
    /// Returns the stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Inflated => "inflated",
            Self::Ratio => "ratio",
            Self::Entries => "entries",
            Self::Nesting => "nesting",
            Self::Depth => "depth",
            Self::Attributes => "attributes",
            Self::Nodes => "nodes",
            Self::Text => "text",
            Self::Documents => "documents",
            Self::Cells => "cells",
            Self::Work => "work",
            Self::Objects => "objects",
            Self::Pages => "pages",
            Self::Characters => "characters",
        }
    }

    /// Returns the error for a limit of this kind; sizes are in bytes.
    pub(crate) fn exceeded(self, most: usize) -> DocumentError {
        let most = if matches!(self, Self::Inflated | Self::Text) { most.div_ceil(1 << 20) } else { most };
        DocumentError::Limit { limit: self, most: most as u64 }
    }
}

impl DocumentError {
    /// Returns the stable code, which is also the key of the message.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Text(error) => error.code(),
            Self::OtherFormat { .. } => "document-other-format",
            Self::Encrypted { .. } => "document-encrypted",
            Self::Damaged { .. } => "document-damaged",
            Self::Doctype { .. } => "document-doctype",
            Self::Limit { .. } => "document-limit",
            Self::NoColumn { .. } => "document-no-column",
            Self::NoField { .. } => "document-no-field",
            Self::Json { .. } => "document-json",
            Self::NoDocument => "document-none",
            Self::NoTextLayer { .. } => "document-no-text-layer",
            Self::UnusableText { .. } => "document-unusable-text",
        }
    }

    /// Returns the error as a problem of the file `name`.
    pub fn problem(&self, name: &str) -> Problem {
        let text = |name: &str, value: &str| (name.to_owned(), Argument::quoted(value));
        let mut place = SourceLocation { file: Some(name.to_owned()), ..SourceLocation::default() };
        let arguments = match self {
            Self::Text(error) => return error.problem(name),
            Self::OtherFormat { format } => vec![text("format", format.code())],
            Self::Encrypted { format } => vec![text("format", format)],
            Self::Damaged { format, part } => vec![text("format", format.name()), text("part", part)],
            Self::Doctype { part } => vec![text("part", part)],
            Self::Limit { limit, most } => {
                vec![text("limit", limit.code()), ("most".to_owned(), Argument::from(*most))]
            }
            Self::NoColumn { column, known } | Self::NoField { column, known } => {
                vec![text("column", column), text("known", &known.join(", "))]
            }
            Self::Json { line, column } => {
                (place.line, place.column) = (Some(*line), Some(*column));
                Vec::new()
            }
            Self::NoDocument => Vec::new(),
            Self::NoTextLayer { pages } => vec![("pages".to_owned(), Argument::from(u64::from(*pages)))],
            Self::UnusableText { percent, pages } => {
                vec![("percent".to_owned(), Argument::from(u64::from(*percent))), text("pages", &page_list(pages))]
            }
        };
        Problem { code: self.code().to_owned(), is_warning: false, place, arguments }
    }
}

/// Lists pages for a message: runs as `3–7`, the first ten of them.
pub(crate) fn page_list(pages: &[u32]) -> String {
    const MOST: usize = 10;
    let runs: Vec<String> = pages
        .chunk_by(|one, next| one + 1 == *next)
        .map(|run| match run {
            [first, .., last] => format!("{first}–{last}"),
            run => run.iter().map(u32::to_string).collect(),
        })
        .collect();
    let more = if runs.len() > MOST { " …" } else { "" };
    format!("{}{more}", runs[..runs.len().min(MOST)].join(", "))
}

#[cfg(test)]
mod tests {
    use super::page_list;

    #[test]
    fn pages_in_a_row_are_listed_as_a_range() {
        assert_eq!(page_list(&[1, 2, 3, 5, 9, 10]), "1–3, 5, 9–10");
        assert_eq!(page_list(&(0..30).map(|page| page * 2).collect::<Vec<_>>()), "0, 2, 4, 6, 8, 10, 12, 14, 16, 18 …");
        assert_eq!(page_list(&[]), "");
    }
}
