//! What changes a study.

use serde::{Deserialize, Serialize};

use super::question::record::Record;
use crate::{
    lexicon::LexiconEdit,
    problem::Problem,
    settings::{DocumentId, LanguageChoice, LexiconSource, MetadataField, Options, ReadingOptions},
};

/// A change of the study. A change that cannot be made leaves the study as it was.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Change {
    /// Adds a document, or replaces the text of one that is there. Refused when the bytes are not
    /// usable text.
    PutDocument {
        /// Names the document.
        id: DocumentId,
        /// Its title.
        title: String,
        /// The name of the file it came from, if any; for messages.
        file: Option<String>,
        /// The language whose inflection applies.
        language: LanguageChoice,
        /// How to read the bytes. Another reading is another `PutDocument` of the same bytes.
        reading: ReadingOptions,
        /// The text in any encoding that [`crate::intake::decode`] knows.
        bytes: Vec<u8>,
    },
    /// Removes a document.
    RemoveDocument(DocumentId),
    /// Gives a document another title.
    RenameDocument(DocumentId, String),
    /// Replaces the data on a document, which change no count. They stay when its text is replaced.
    /// Refused when [`crate::settings::check_metadata`] does not accept them.
    SetMetadata(DocumentId, Vec<MetadataField>),
    /// Sets the language of a document.
    SetLanguage(DocumentId, LanguageChoice),
    /// Puts the documents into this order; those not named keep their order behind them.
    OrderDocuments(Vec<DocumentId>),
    /// Replaces the lexicon. Refused when it cannot be read.
    SetLexicon(LexiconSource),
    /// Edits the lexicon that was set last. Refused when the edit does not fit the lexicon as it
    /// is.
    EditLexicon(LexiconEdit),
    /// Replaces the options.
    SetOptions(Options),
    /// Sets or removes kept results: while the study has no document it answers from them.
    Recall(Option<Box<Record>>),
}

/// Why a change was not made, or a question not answered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Refusal {
    /// The document that was refused, if it was one.
    pub document: Option<DocumentId>,
    /// Every reason found, at least one.
    pub problems: Vec<Problem>,
}

impl Refusal {
    /// Returns a refusal that is about no document.
    pub(super) fn new(problems: Vec<Problem>) -> Self {
        Self { document: None, problems }
    }
}
