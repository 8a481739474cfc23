//! Lexicons come in as files: those in format 1 go to the engine as they are, those of other tools
//! are converted first.

use std::rc::Rc;

use tarazy_engine::{
    lexicon::{LexiconReading, PatternSyntax, is_own_format},
    problem::Problem,
    settings::LexiconSource,
    study::{LexiconReply, LexiconRequest},
};
use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;

use super::actions::StudyActions;
use crate::{
    browser::{ModuleError, bytes_blob, read_bytes},
    ui::state::{
        notices::{self, problem_of, reader_problem},
        study::Edit,
    },
};

/// Why a file is not the lexicon of a study.
pub enum LexiconFailure {
    /// What is wrong with it.
    Refused(Vec<Problem>),
    /// No reader has read it; nothing is reported where the user has cancelled.
    Unread(Option<Problem>),
}

impl StudyActions {
    /// Weighs the texts with a lexicon file in any format; `syntax` says how another tool's terms
    /// are read.
    pub fn open_lexicon(&self, name: String, blob: Blob, syntax: PatternSyntax) {
        let actions = self.clone();
        spawn_local(async move {
            let source = actions.lexicon_of_file(&name, &blob, syntax.into()).await;
            actions.set_lexicon(name, source);
        });
    }

    /// Weighs the texts with the lexicon of the same file, read in another way.
    pub fn read_lexicon_again(&self, name: String, bytes: Vec<u8>, reading: LexiconReading) {
        let actions = self.clone();
        spawn_local(async move {
            let source = actions.converted_lexicon(&name, bytes, reading).await;
            actions.set_lexicon(name, source);
        });
    }

    /// Returns the lexicon in a file.
    ///
    /// # Errors
    /// [`LexiconFailure`]. What is wrong with a file in format 1 is found by the engine.
    pub async fn lexicon_of_file(
        &self,
        name: &str,
        blob: &Blob,
        reading: LexiconReading,
    ) -> Result<LexiconSource, LexiconFailure> {
        let unreadable = |_| LexiconFailure::Unread(Some(problem_of(name, "file-unreadable", Vec::new())));
        let bytes = read_bytes(blob).await.map_err(unreadable)?;
        if is_own_format(&bytes) {
            return Ok(LexiconSource::Imported { name: name.to_owned(), bytes, reading });
        }
        self.converted_lexicon(name, bytes, reading).await
    }

    /// Reports that a file is not the lexicon of a study.
    pub fn report_lexicon_failure(&self, failure: LexiconFailure) {
        let problems = match failure {
            LexiconFailure::Refused(problems) => problems,
            LexiconFailure::Unread(problem) => problem.into_iter().collect(),
        };
        for problem in problems {
            self.notify(notices::Action::problem(problem));
        }
    }

    fn set_lexicon(&self, name: String, source: Result<LexiconSource, LexiconFailure>) {
        match source {
            Ok(source) => self.edit(Edit::SetLexicon(Rc::new(source))),
            Err(LexiconFailure::Refused(problems)) => self.refuse_lexicon(name, problems),
            Err(failure) => self.report_lexicon_failure(failure),
        }
    }

    async fn converted_lexicon(
        &self,
        name: &str,
        bytes: Vec<u8>,
        reading: LexiconReading,
    ) -> Result<LexiconSource, LexiconFailure> {
        let unread = |error| LexiconFailure::Unread(converter_problem(name, error));
        let blob = bytes_blob(&bytes, "application/octet-stream").map_err(|_| unread(ModuleError::Ended))?;
        let request = LexiconRequest::Read { name: name.to_owned(), reading };
        match self.convert(&request, blob).await.map_err(unread)? {
            LexiconReply::Read { text, report } => {
                Ok(LexiconSource::Converted { name: name.to_owned(), bytes, reading, text, report })
            }
            LexiconReply::Refused(problems) => Err(LexiconFailure::Refused(problems)),
            LexiconReply::Written(_) => Err(unread(ModuleError::Ended)),
        }
    }
}

/// Returns what is reported of a lexicon that no reader has read or written; nothing where the user
/// has cancelled.
pub(super) fn converter_problem(name: &str, error: ModuleError) -> Option<Problem> {
    reader_problem(name, error, "lexicon-no-reader")
}
