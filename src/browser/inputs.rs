//! A study as the page holds it: everything that an engine needs to reach the same state again.
//!
//! Inputs are values. An edit makes new ones, undo restores older ones, and the difference between
//! the engine's state and the wanted one is a list of commands ([`super::plan`]). Texts are named
//! here, not held: they stay `Blob`s.

use std::rc::Rc;

use serde::{Deserialize, Serialize};
use tarazy_documents::{DocumentFormat, LeftOut, ReadOptions, ReadWarning};
use tarazy_engine::{
    language::Language,
    lexicon::LocalText,
    settings::{DocumentId, LanguageChoice, LexiconSource, MetadataField, Options, ReadingOptions},
    study::Record,
};
use tarazy_report::recipe::{About, Recipe};

use super::store::StudyKey;

/// Names a text that the page holds. The same number is never used for another text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ContentId(pub u32);

/// One document as the reader put it in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InputDocument {
    /// Names the document in commands.
    pub id: DocumentId,
    /// What the reader calls it; a sample may be named in several languages.
    pub title: LocalText,
    /// The file it came from.
    pub file: Option<String>,
    /// In which language to inflect.
    pub language: LanguageChoice,
    /// How to read its bytes.
    pub reading: ReadingOptions,
    /// Its text.
    pub content: ContentId,
    /// Where it comes from and under which licence it may be passed on.
    pub origin: Origin,
    /// Data on it: its party, its year.
    pub metadata: Rc<Vec<MetadataField>>,
    /// The file from which its text was read, where that was in a format of documents.
    pub source: Option<Rc<SourceFile>>,
}

/// A file from which texts were read: one, or the rows of a table, or those of an archive.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SourceFile {
    /// Its bytes, so that it can be read again in another way.
    pub content: ContentId,
    /// As what it was read.
    pub format: DocumentFormat,
    /// How it was read.
    pub options: ReadOptions,
    /// What of it is not in the text.
    pub left_out: LeftOut,
    /// What is doubtful about the text.
    pub warnings: Vec<ReadWarning>,
    /// Whether it holds this text alone.
    pub is_alone: bool,
}

impl InputDocument {
    /// Returns the names of everything that the page keeps for it: its text, and the file of it.
    pub fn contents(&self) -> impl Iterator<Item = ContentId> {
        [Some(self.content), self.source.as_ref().map(|source| source.content)].into_iter().flatten()
    }

    /// Returns a document as it is when it comes in: its language is detected, or given, and its
    /// bytes are read by default.
    pub fn new(title: LocalText, file: Option<String>, language: LanguageChoice, content: ContentId) -> Rc<Self> {
        Rc::new(Self {
            id: DocumentId(content.0),
            title,
            file,
            language,
            reading: ReadingOptions::default(),
            content,
            origin: Origin::default(),
            metadata: Rc::default(),
            source: None,
        })
    }
}

/// Where a text comes from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Origin {
    /// Its source, as its readers shall find it.
    pub source: String,
    /// Under which licence it may be passed on.
    pub licence: String,
}

/// Results that are there in the place of texts, and which texts they are of.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptResults {
    /// The results.
    pub record: Record,
    /// How they were made, and of which texts.
    pub recipe: Recipe,
}

/// A study as the reader put it together.
#[derive(Debug, Clone, PartialEq)]
pub struct Inputs {
    /// Names the study where the browser keeps it; none for a study that is not kept.
    pub key: Option<StudyKey>,
    /// The study's title; empty while the reader gave none.
    pub title: LocalText,
    /// The sample study that this is, untouched by the reader's own texts.
    pub sample: Option<String>,
    /// The documents in the table's order.
    pub documents: Vec<Rc<InputDocument>>,
    /// What the texts are weighed with.
    pub lexicon: Rc<LexiconSource>,
    /// How they are counted.
    pub options: Options,
    /// What the study is, beside its title.
    pub about: Rc<About>,
    /// Results that are shown as long as there are no texts.
    pub kept: Option<Rc<KeptResults>>,
}

impl Default for Inputs {
    fn default() -> Self {
        Self {
            key: None,
            title: LocalText::default(),
            sample: None,
            documents: Vec::new(),
            lexicon: Rc::new(builtin_lexicon()),
            options: Options::default(),
            about: Rc::default(),
            kept: None,
        }
    }
}

impl Inputs {
    /// Returns the results that are shown in the place of texts.
    pub fn shown_results(&self) -> Option<&Rc<KeptResults>> {
        self.kept.as_ref().filter(|_| self.documents.is_empty())
    }

    /// Returns the document with an id.
    pub fn document(&self, id: DocumentId) -> Option<&InputDocument> {
        self.documents.iter().map(Rc::as_ref).find(|document| document.id == id)
    }

    /// Returns the document's title in a language of the page.
    pub fn title_of(&self, id: DocumentId, language: Language) -> String {
        self.document(id).map(|document| document.title.get(language).to_owned()).unwrap_or_default()
    }
}

/// Returns the lexicon that every study starts with and that is known to work.
pub fn builtin_lexicon() -> LexiconSource {
    LexiconSource::Builtin("values".to_owned())
}

/// Makes a text that reads the same in every language of the page.
pub fn plain_text(text: &str) -> LocalText {
    LocalText { en: Some(text.to_owned()), ..LocalText::default() }
}
