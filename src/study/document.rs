//! A document of the study, with what was computed of it so far.

use super::{Cell, DocumentId, Encoding, LanguageChoice};
use crate::{
    language::{Language, detection::detect},
    matching::Match,
    repair::Repaired,
    text::Tokens,
};

/// A document: its text and everything that follows from it.
pub(super) struct Document {
    pub(super) id: DocumentId,
    pub(super) title: String,
    pub(super) choice: LanguageChoice,
    pub(super) detected: Option<Language>,
    /// The text that is counted and shown; all spans are places in it.
    pub(super) repaired: Repaired,
    pub(super) encoding: Encoding,
    pub(super) encoding_confidence: f32,
    pub(super) sha256: String,
    pub(super) tokens: Tokens,
    /// The row of the table under the current lexicon and options.
    pub(super) cells: Option<Vec<Cell>>,
    /// All matches under the current lexicon and options, once somebody asked.
    pub(super) matches: Option<Vec<Match>>,
}

impl Document {
    /// Makes a document without tokens.
    pub(super) fn new(
        id: DocumentId,
        title: String,
        choice: LanguageChoice,
        repaired: Repaired,
        encoding: (Encoding, f32),
        sha256: String,
    ) -> Self {
        let (encoding, encoding_confidence) = encoding;
        Self {
            id,
            title,
            choice,
            detected: detect(repaired.text()),
            repaired,
            encoding,
            encoding_confidence,
            sha256,
            tokens: Tokens::default(),
            cells: None,
            matches: None,
        }
    }

    /// The text that is counted.
    pub(super) fn text(&self) -> &str {
        self.repaired.text()
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
