//! The lexicon → a file in a format.

use serde::{Deserialize, Serialize};

use super::{AskError, Needs, Query};
use crate::{lexicon::LexiconFormat, problem::Problem, study::open::OpenStudy};
#[cfg(feature = "formats")]
use crate::{
    lexicon::{Export, Import, Lexicon, MOST_LOSSES, export},
    text::to_u32,
};

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
    /// The format that was asked for, where the engine is built without it: the file is then in
    /// format 1, to be converted by [`crate::study::LexiconRequest::Write`].
    pub convert_to: Option<LexiconFormat>,
}

#[cfg(feature = "formats")]
impl LexiconFile {
    /// Writes a lexicon in a format; `toml` is the same in format 1.
    pub(in crate::study) fn new(lexicon: Lexicon, toml: String, format: LexiconFormat) -> Self {
        let name = format!("{}.{}", lexicon.id, format.name());
        let own = LexiconFormat::Toml;
        let written = Import { lexicon, toml, format: own, shape: None, losses: Vec::new(), warnings: Vec::new() };
        let Export { bytes, losses } = export(&written, format);
        let reported = losses.iter().take(MOST_LOSSES).map(|loss| loss.problem(&name)).collect();
        Self { bytes, total: to_u32(losses.len()), losses: reported, name, convert_to: None }
    }
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
