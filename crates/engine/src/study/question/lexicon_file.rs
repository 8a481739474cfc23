//! The lexicon → a file in a format.

use serde::{Deserialize, Serialize};

use super::{AskError, Needs, Query};
use crate::{lexicon::LexiconFormat, problem::Problem, study::open::OpenStudy};

/// Asks for the lexicon as a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LexiconFileQuery {
    /// The format of the file.
    pub format: LexiconFormat,
}

/// The lexicon as a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LexiconFile {
    /// The file's name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What the format cannot hold, the first of it.
    pub losses: Vec<Problem>,
    /// How much there is of it in all.
    pub total: u32,
}

impl Query for LexiconFileQuery {
    type Answer = LexiconFile;

    fn needs(&self, _study: &OpenStudy) -> Needs {
        Needs::Nothing
    }

    fn answer(self, study: &mut OpenStudy) -> Result<LexiconFile, AskError> {
        Ok(study.lexicon.file(self.format))
    }
}
