//! A document of the study, with what was computed of it so far.

use super::{Cell, DocumentId, LanguageChoice};
use crate::{
    language::{Language, detection::detect},
    matching::Match,
    text::Tokens,
};

/// A document: its text and everything that follows from it.
pub(super) struct Document {
    pub(super) id: DocumentId,
    pub(super) title: String,
    pub(super) choice: LanguageChoice,
    pub(super) detected: Option<Language>,
    pub(super) text: String,
    pub(super) sha256: String,
    pub(super) tokens: Tokens,
    /// The row of the table under the current lexicon and options.
    pub(super) cells: Option<Vec<Cell>>,
    /// All matches under the current lexicon and options, once somebody asked.
    pub(super) matches: Option<Vec<Match>>,
}

impl Document {
    /// Makes a document without tokens.
    pub(super) fn new(id: DocumentId, title: String, choice: LanguageChoice, text: String, sha256: String) -> Self {
        let detected = detect(&text);
        Self { id, title, choice, detected, text, sha256, tokens: Tokens::default(), cells: None, matches: None }
    }

    /// The language in which its words are inflected.
    pub(super) fn language(&self) -> Option<Language> {
        match self.choice {
            LanguageChoice::Auto => self.detected,
            LanguageChoice::Fixed(language) => Some(language),
        }
    }

    /// Forgets what depends on lexicon and options.
    pub(super) fn forget_counts(&mut self) {
        self.cells = None;
        self.matches = None;
    }
}
