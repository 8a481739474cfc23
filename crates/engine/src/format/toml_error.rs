//! What can be wrong with a file of TOML, in whichever format.

use std::ops::Range;

use thiserror::Error;

use super::toml_file::Lines;
use crate::problem::Argument;

/// What is wrong with a file of TOML, and where.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("line {line}, column {column}: {reason}")]
pub struct TomlError {
    /// What is wrong.
    pub reason: TomlReason,
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
}

/// What is wrong with a file of TOML, with its keys or with the types of its values.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TomlReason {
    /// The file is not TOML, for what the parser says in English.
    #[error("this is not TOML: {0}")]
    Syntax(String),
    /// A key that the format does not know.
    #[error("the format has no key `{0}` here")]
    UnknownKey(String),
    /// A key that must be there is not.
    #[error("`{0}` is missing")]
    MissingKey(String),
    /// A value of the wrong type.
    #[error("`{key}` must be {expected}")]
    WrongType {
        /// The key.
        key: String,
        /// What is expected: `text`, `number`, `list`, `table`, `flag`.
        expected: &'static str,
    },
}

impl TomlError {
    /// Returns what a parser of TOML found wrong with a text: at the start of `span`, or of the text.
    pub(crate) fn syntax(text: &str, span: Option<Range<usize>>, reason: &str) -> Self {
        let (line, column) = Lines::new(text).place(span.map_or(0, |span| span.start));
        Self { reason: TomlReason::Syntax(reason.to_owned()), line, column }
    }
}

impl TomlReason {
    /// Returns the stable code, which is also the key of the message.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Syntax(_) => "lex-syntax",
            Self::UnknownKey(_) => "lex-unknown-key",
            Self::MissingKey(_) => "lex-missing-key",
            Self::WrongType { .. } => "lex-wrong-type",
        }
    }

    /// Returns the values that the message mentions.
    pub fn arguments(&self) -> Vec<(String, Argument)> {
        let text = |name: &str, value: &str| (name.to_owned(), Argument::quoted(value));
        match self {
            Self::Syntax(reason) => vec![text("reason", reason)],
            Self::UnknownKey(key) | Self::MissingKey(key) => vec![text("key", key)],
            Self::WrongType { key, expected } => vec![text("key", key), text("expected", expected)],
        }
    }
}
