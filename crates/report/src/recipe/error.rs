//! Why a recipe cannot be used.

use thiserror::Error;

use tarazy_engine::{
    format::{TomlError, TomlReason},
    problem::{Argument, Problem, SourceLocation},
    settings::FieldError,
};

/// Why a recipe cannot be used, and where it says so.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("line {line}, column {column}: {reason}")]
pub struct RecipeError {
    /// What is wrong.
    pub reason: RecipeReason,
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
}

/// What is wrong with a recipe.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RecipeReason {
    /// It is not TOML, or a key or the type of a value is none of a recipe's.
    #[error(transparent)]
    Toml(#[from] TomlReason),
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
        key: String,
        /// What stands there.
        value: String,
        /// What may stand there.
        expected: String,
    },
    /// Data on a text are not accepted.
    #[error(transparent)]
    Metadata(#[from] FieldError),
    /// More than a recipe may have.
    #[error("more than {limit} texts")]
    TooMany {
        /// The limit.
        limit: usize,
    },
}

impl From<TomlError> for RecipeError {
    fn from(TomlError { reason, line, column }: TomlError) -> Self {
        Self { reason: reason.into(), line, column }
    }
}

impl RecipeError {
    /// Returns the stable code, which is also the key of the message. What is wrong with keys is
    /// said as it is in a lexicon.
    pub fn code(&self) -> &'static str {
        match &self.reason {
            RecipeReason::Toml(TomlReason::Syntax(_)) => "recipe-syntax",
            RecipeReason::Toml(reason) => reason.code(),
            RecipeReason::Format { .. } => "recipe-format",
            RecipeReason::Value { .. } => "recipe-value",
            RecipeReason::Metadata(reason) => reason.code(),
            RecipeReason::TooMany { .. } => "recipe-too-many",
        }
    }

    /// Returns the error as a problem of the file `name`.
    pub fn problem(&self, name: &str) -> Problem {
        let text = |name: &str, value: &str| (name.to_owned(), Argument::quoted(value));
        let arguments = match &self.reason {
            RecipeReason::Toml(reason) => reason.arguments(),
            RecipeReason::Metadata(reason) => reason.arguments(),
            RecipeReason::Format { found } => vec![("found".to_owned(), Argument::Number(*found))],
            RecipeReason::Value { key, value, expected } => {
                vec![text("key", key), text("value", value), text("expected", expected)]
            }
            RecipeReason::TooMany { limit } => {
                vec![("limit".to_owned(), Argument::from(*limit as u64))]
            }
        };
        let place = SourceLocation { file: Some(name.to_owned()), line: Some(self.line), column: Some(self.column) };
        Problem { code: self.code().to_owned(), is_warning: false, place, arguments }
    }
}
