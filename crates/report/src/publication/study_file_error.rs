//! Why a project file cannot be opened, or a study not be saved.

use thiserror::Error;

use crate::{limits::StudyLimit, recipe::RecipeError};
use tarazy_engine::{
    archive::{ArchiveError, ArchiveLimit},
    problem::{Argument, Problem, SourceLocation},
};

/// Why a project file cannot be opened, or a study not be saved.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StudyFileError {
    /// It is no archive, or a damaged one.
    #[error("the archive is damaged")]
    Damaged,
    /// It asks for a password.
    #[error("the archive is locked")]
    Locked,
    /// It is larger than a study may be.
    #[error("more than {} ({})", .0.most(), .0.name())]
    TooLarge(StudyLimit),
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

impl From<ArchiveError> for StudyFileError {
    fn from(error: ArchiveError) -> Self {
        match error {
            ArchiveError::Damaged => Self::Damaged,
            ArchiveError::Locked => Self::Locked,
            ArchiveError::TooLarge(ArchiveLimit::Files) => Self::TooLarge(StudyLimit::Texts),
            ArchiveError::TooLarge(ArchiveLimit::Bytes) => Self::TooLarge(StudyLimit::Study),
        }
    }
}

impl From<StudyLimit> for StudyFileError {
    fn from(limit: StudyLimit) -> Self {
        Self::TooLarge(limit)
    }
}

impl StudyFileError {
    /// Returns the stable code, which is also the key of the message.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Damaged => "study-file-damaged",
            Self::Locked => "study-file-locked",
            Self::TooLarge(_) => "study-too-large",
            Self::Missing { .. } => "study-file-missing",
            Self::Recipe(error) => error.code(),
            Self::Differs { .. } => "study-file-differs",
            Self::Unreadable { .. } => "study-file-unreadable",
        }
    }

    /// Returns the error as a problem of the file `name`.
    pub fn problem(&self, name: &str) -> Problem {
        let arguments = match self {
            Self::Damaged | Self::Locked => Vec::new(),
            Self::TooLarge(limit) => return limit.problem(name),
            Self::Recipe(error) => return error.problem(name),
            Self::Missing { name } | Self::Differs { name } | Self::Unreadable { name } => {
                vec![("name".to_owned(), Argument::Text(name.clone()))]
            }
        };
        let place = SourceLocation { file: Some(name.to_owned()), ..SourceLocation::default() };
        Problem { code: self.code().to_owned(), is_warning: false, place, arguments }
    }
}
