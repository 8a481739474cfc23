//! Why a recipe cannot be used.

use thiserror::Error;

use crate::study::{Argument, Place, Problem};

/// Why a recipe cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RecipeError {
    /// It is not TOML, or has keys or values that no recipe has.
    #[error("line {line}, column {column}: {reason}")]
    Syntax {
        /// The line, from 1; 0 where no place is known.
        line: u32,
        /// The column in characters, from 1.
        column: u32,
        /// What is wrong, in the words of the TOML reader.
        reason: String,
    },
    /// A later version of the program wrote it.
    #[error("the recipe's format is {found}; this program reads format 1")]
    Format {
        /// The format that it names.
        found: i64,
    },
    /// A value is none of those that the key may have.
    #[error("`{key}` cannot be `{value}`")]
    Value {
        /// The key, as `counting.policy`.
        key: &'static str,
        /// What stands there.
        value: String,
        /// What may stand there.
        expected: String,
    },
    /// More than a recipe may have.
    #[error("more than {limit} texts")]
    TooMany {
        /// The limit.
        limit: usize,
    },
}

impl RecipeError {
    /// Returns the stable code, which is also the key of the message.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Syntax { .. } => "recipe-syntax",
            Self::Format { .. } => "recipe-format",
            Self::Value { .. } => "recipe-value",
            Self::TooMany { .. } => "recipe-too-many",
        }
    }

    /// Tells the error as a problem of the file `name`.
    pub fn problem(&self, name: &str) -> Problem {
        let text = |name: &str, value: &str| (name.to_owned(), Argument::Text(value.to_owned()));
        let mut place = Place { file: Some(name.to_owned()), ..Place::default() };
        let arguments = match self {
            Self::Syntax { line, column, reason } => {
                if *line > 0 {
                    (place.line, place.column) = (Some(*line), Some(*column));
                }
                vec![text("reason", reason)]
            }
            Self::Format { found } => vec![("found".to_owned(), Argument::Number(*found))],
            Self::Value { key, value, expected } => {
                vec![text("key", key), text("value", value), text("expected", expected)]
            }
            Self::TooMany { limit } => {
                vec![("limit".to_owned(), Argument::Number(i64::try_from(*limit).unwrap_or(i64::MAX)))]
            }
        };
        Problem { code: self.code().to_owned(), is_warning: false, place, arguments }
    }
}
