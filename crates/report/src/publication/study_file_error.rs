//! Why a project file cannot be opened.

use thiserror::Error;

use crate::recipe::RecipeError;
use tarazy_engine::{
    archive::ArchiveError,
    problem::{Argument, Problem, SourceLocation},
};

/// Why a project file cannot be opened.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StudyFileError {
    /// It is no archive, damaged, locked or too large.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// A file is missing that every project has, or that its recipe names.
    #[error("`{name}` is missing")]
    Missing {
        /// The file.
        name: String,
    },
    /// Its recipe cannot be used.
    #[error(transparent)]
    Recipe(#[from] RecipeError),
    /// A file in it is not the one that its recipe names.
    #[error("`{name}` is not the file that the recipe names")]
    Differs {
        /// The file.
        name: String,
    },
    /// A file in it is not what it should be: text that is not UTF-8, results that cannot be read.
    #[error("`{name}` cannot be read")]
    Unreadable {
        /// The file.
        name: String,
    },
}

impl StudyFileError {
    /// Returns the stable code, which is also the key of the message.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Archive(ArchiveError::Damaged) => "study-file-damaged",
            Self::Archive(ArchiveError::Locked) => "study-file-locked",
            Self::Archive(ArchiveError::TooLarge) => "study-file-too-large",
            Self::Missing { .. } => "study-file-missing",
            Self::Recipe(error) => error.code(),
            Self::Differs { .. } => "study-file-differs",
            Self::Unreadable { .. } => "study-file-unreadable",
        }
    }

    /// Returns the error as a problem of the file `name`.
    pub fn problem(&self, name: &str) -> Problem {
        let arguments = match self {
            Self::Archive(_) => Vec::new(),
            Self::Recipe(error) => return error.problem(name),
            Self::Missing { name } | Self::Differs { name } | Self::Unreadable { name } => {
                vec![("name".to_owned(), Argument::Text(name.clone()))]
            }
        };
        let place = SourceLocation { file: Some(name.to_owned()), ..SourceLocation::default() };
        Problem { code: self.code().to_owned(), is_warning: false, place, arguments }
    }
}
