//! A study that was counted → what is passed on of it, for page and command line alike.

use super::{
    frame::Frame,
    package::package,
    page::study_page,
    study_file::{StudyFile, TextsKept},
    study_file_error::StudyFileError,
};
use crate::{limits::StudyLimit, message::Messages, recipe::Recipe};
use tarazy_engine::{
    counting::Comparison,
    study::{ContextLine, Engine, RecordQuery, RecordedContexts},
};

/// A study that was counted from the bytes of its texts.
pub struct CountedStudy {
    /// How it was made, with the hashes of what it was made of.
    pub recipe: Recipe,
    /// The file of its lexicon in format 1.
    pub lexicon: String,
    /// The bytes of its texts in the order of the recipe.
    pub texts: Vec<Vec<u8>>,
    /// The engine that counted it and still holds it.
    pub engine: Engine,
}

/// What is passed on of a study.
pub struct PassedOn {
    /// What is kept: texts, contexts or hashes, and the results.
    pub study: StudyFile,
    table: Comparison,
    /// Contexts that are listed beside whole texts, which need none.
    beside_texts: Option<Vec<RecordedContexts>>,
}

impl CountedStudy {
    /// Takes what is kept of the texts. Beside whole texts a package also lists each match in its
    /// context: with this number of words on either side, or not where
    /// `beside_texts` is `None`.
    ///
    /// # Errors
    /// [`StudyFileError::TooLarge`] for a study that is too large to be opened again.
    pub fn pass_on(mut self, kept: TextsKept, beside_texts: Option<u32>) -> Result<PassedOn, StudyFileError> {
        let is_whole = kept == TextsKept::Whole;
        let context_words = if is_whole { beside_texts } else { kept.context_words() };
        let mut record = self.engine.ask(RecordQuery { context_words }).expect("a record can be made of every study");
        let beside_texts = is_whole.then(|| {
            record.context_words = None;
            std::mem::take(&mut record.contexts)
        });
        let table = record.table.clone();
        let texts = is_whole.then_some(self.texts);
        let study = StudyFile::new(self.recipe, self.lexicon, texts, Some(record));
        study.check_size()?;
        Ok(PassedOn { study, table, beside_texts })
    }
}

impl PassedOn {
    /// Returns the study as one page that runs in any browser.
    ///
    /// # Errors
    /// [`StudyFileError::TooLarge`] for a page that browsers would not open.
    pub fn page(&self, frame: &Frame, messages: &Messages) -> Result<String, StudyFileError> {
        let page = study_page(&self.study, &self.table, frame, messages);
        StudyLimit::Page.check(page.len())?;
        Ok(page)
    }

    /// Returns the package for a repository, the page among its files.
    ///
    /// # Errors
    /// As [`PassedOn::page`], and for files that no archive holds.
    pub fn package(&self, frame: &Frame, messages: &Messages) -> Result<Vec<u8>, StudyFileError> {
        let own = self.study.record.as_ref().map(|record| &record.contexts);
        let contexts = self.beside_texts.as_ref().or(own).into_iter().flatten();
        let lines: Vec<ContextLine> = contexts.flat_map(|own| own.lines.iter().cloned()).collect();
        package(&self.study, &self.table, &self.page(frame, messages)?, &lines, messages)
    }
}
