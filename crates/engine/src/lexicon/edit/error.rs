//! Why an edit is refused.

use thiserror::Error;

use crate::{
    lexicon::error::Diagnostic,
    problem::{Argument, Problem, SourceLocation},
};

/// Why a lexicon could not be edited; it is as it was.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum EditError {
    /// The file cannot be read as a lexicon.
    #[error("the file cannot be read: {}", .0.error)]
    Unreadable(Box<Diagnostic>),
    /// The file has no such entry there.
    #[error("the lexicon has no such entry")]
    NoEntry,
    /// The file has no such category.
    #[error("the lexicon has no category `{path}`")]
    NoCategory {
        /// The path.
        path: String,
    },
    /// The form is empty or cannot be written as a pattern.
    #[error("the form cannot be written in a lexicon")]
    Form,
    /// The entry does not match the form any more: it is excluded already.
    #[error("the entry excludes this form already")]
    Already,
    /// An entry without a pattern.
    #[error("an entry needs a pattern")]
    NoPattern,
    /// A number that cannot be read, or a sum that is too large for one.
    #[error("`{written}` is no number for `{key}`")]
    Number {
        /// The key.
        key: &'static str,
        /// What is written.
        written: String,
    },
    /// A category cannot go into itself or into what it holds.
    #[error("the category cannot go into itself")]
    IntoItself,
    /// A lexicon keeps one category at least.
    #[error("the last category stays")]
    LastCategory,
    /// A category without a title.
    #[error("a category needs a title")]
    NoTitle,
    /// The file is written in a way that this edit does not know.
    #[error("the file is written in an unusual way")]
    Layout,
}

impl EditError {
    /// Returns the stable code, which is also the key of the message.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(diagnostic) => diagnostic.error.code(),
            Self::NoEntry => "edit-no-entry",
            Self::NoCategory { .. } => "edit-no-category",
            Self::Form => "edit-form",
            Self::Already => "edit-already",
            Self::NoPattern => "edit-no-pattern",
            Self::Number { .. } => "edit-number",
            Self::IntoItself => "edit-into-itself",
            Self::LastCategory => "edit-last-category",
            Self::NoTitle => "edit-no-title",
            Self::Layout => "edit-layout",
        }
    }

    /// Returns the error as a problem of the file `file`.
    pub fn problem(&self, file: &str) -> Problem {
        if let Self::Unreadable(diagnostic) = self {
            return diagnostic.problem(file);
        }
        Problem {
            code: self.code().to_owned(),
            is_warning: false,
            place: SourceLocation { file: Some(file.to_owned()), ..SourceLocation::default() },
            arguments: self.arguments(),
        }
    }

    fn arguments(&self) -> Vec<(String, Argument)> {
        let text = |name: &str, value: &str| (name.to_owned(), Argument::quoted(value));
        match self {
            Self::NoCategory { path } => vec![text("path", path)],
            Self::Number { key, written } => vec![text("key", key), text("written", written)],
            _ => Vec::new(),
        }
    }
}
