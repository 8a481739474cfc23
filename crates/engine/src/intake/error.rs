//! Why bytes are not usable as a text.

use thiserror::Error;

use crate::problem::{Argument, Problem, SourceLocation};

/// Why bytes are not usable as a text.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum IntakeError {
    /// The bytes are not UTF-8, or UTF-8 but for a few.
    #[error("not UTF-8: the byte at position {offset} cannot be read")]
    InvalidUtf8 {
        /// Position of the first bad byte, from 1.
        offset: u64,
        /// Its line, from 1.
        line: u32,
        /// Its column in characters, from 1.
        column: u32,
    },
    /// The bytes read as Kazakh, Russian or English in no encoding.
    #[error("the encoding of the text is not recognised")]
    UnknownEncoding,
    /// There is nothing but white space.
    #[error("the text is empty")]
    Empty,
    /// More bytes than a text may have.
    #[error("the text has {bytes} bytes; the limit is {limit}")]
    TooLarge {
        /// Its size.
        bytes: u64,
        /// The limit.
        limit: u64,
    },
    /// A file of another kind.
    #[error("this is a binary file ({kind})")]
    Binary {
        /// What it looks like: `PDF`, `ZIP, DOCX, ODT`, `UTF-32` …
        kind: &'static str,
    },
}

impl IntakeError {
    /// Returns the stable code, which is also the key of the message.
    pub fn code(&self) -> &'static str {
        match self {
            Self::InvalidUtf8 { .. } => "text-invalid-utf8",
            Self::UnknownEncoding => "text-unknown-encoding",
            Self::Empty => "text-empty",
            Self::TooLarge { .. } => "text-too-large",
            Self::Binary { .. } => "text-binary",
        }
    }

    /// Returns the error as a problem of the file or document `name`.
    pub fn problem(&self, name: &str) -> Problem {
        let number = |name: &str, value: u64| (name.to_owned(), Argument::from(value));
        let mut place = SourceLocation { file: Some(name.to_owned()), ..SourceLocation::default() };
        let arguments = match self {
            Self::InvalidUtf8 { offset, line, column } => {
                (place.line, place.column) = (Some(*line), Some(*column));
                vec![number("offset", *offset)]
            }
            Self::UnknownEncoding | Self::Empty => Vec::new(),
            Self::TooLarge { bytes, limit } => {
                vec![number("megabytes", bytes.div_ceil(1_000_000)), number("limit", limit / 1_000_000)]
            }
            Self::Binary { kind } => vec![("kind".to_owned(), Argument::Text((*kind).to_owned()))],
        };
        Problem { code: self.code().to_owned(), is_warning: false, place, arguments }
    }
}
