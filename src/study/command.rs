//! What a front end may ask of the engine.

use serde::{Deserialize, Serialize};

use crate::{
    intake::EncodingChoice,
    language::Language,
    lexicon::EntryId,
    matching::{LevelSet, Levels, Negation, Policy},
    repair::RepairKinds,
    study::ColumnId,
};

/// Names a document for as long as the study is open. Chosen by the front end, never used twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DocumentId(pub u32);

/// In which language a document's words are inflected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum LanguageChoice {
    /// The engine looks at the text and says what it found.
    #[default]
    Auto,
    /// The reader said so.
    Fixed(Language),
}

/// How bytes become the text that is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Reading {
    /// In which encoding they are.
    pub encoding: EncodingChoice,
    /// What is mended.
    pub repairs: RepairKinds,
}

/// Where a lexicon comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum LexiconSource {
    /// One of the lexicons that are part of the program, by id: `values`.
    Builtin(String),
    /// A file of the reader's own, in lexicon format 1.
    File {
        /// The file's name, for messages.
        name: String,
        /// The whole file.
        text: String,
    },
}

/// What shapes the counts. Two runs with equal options, texts and lexicon give equal results.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Options {
    /// Which of several overlapping matches count.
    pub policy: Policy,
    /// How deep the table's columns go: `Some(1)` merges every category into its topmost parent; `None` shows each
    /// category that has entries of its own.
    pub level: Option<u8>,
    /// Exactly the levels that make the columns, as quanteda's `levels` says; takes the place of `level`.
    pub only_levels: Option<LevelSet>,
    /// Whether letters are compared as written. Otherwise in lower case.
    pub case_sensitive: bool,
    /// What becomes of a match that a word of negation governs.
    pub negation: Negation,
}

impl Options {
    /// Returns which levels of the lexicon's tree make columns.
    pub fn levels(&self) -> Levels {
        self.only_levels.map_or_else(|| self.level.into(), Levels::Only)
    }
}

/// One request to the engine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Command {
    /// Adds a document, or replaces the text of one that is there. Answered by [`super::Event::Compared`] or, when the bytes
    /// are not usable text, by [`super::Event::Rejected`]; then the study is as it was.
    PutDocument {
        /// Names the document.
        id: DocumentId,
        /// What the reader calls it.
        title: String,
        /// The name of the file it came from, if any; for messages.
        file: Option<String>,
        /// In which language to inflect.
        language: LanguageChoice,
        /// How to read the bytes. Another reading is another `PutDocument` of the same bytes.
        reading: Reading,
        /// The text in any encoding that [`crate::intake::decode`] knows.
        bytes: Vec<u8>,
    },
    /// Takes a document out.
    RemoveDocument(DocumentId),
    /// Gives a document another title.
    RenameDocument(DocumentId, String),
    /// Says in which language a document is.
    SetLanguage(DocumentId, LanguageChoice),
    /// Puts the documents into this order; those not named keep their order behind them.
    OrderDocuments(Vec<DocumentId>),
    /// Replaces the lexicon. Answered by `Rejected` when it cannot be read; then the old one stays.
    SetLexicon(LexiconSource),
    /// Replaces the options.
    SetOptions(Options),
    /// Asks what stands behind one cell of the table. Answered by [`super::Event::Explained`].
    Explain(DocumentId, ColumnId),
    /// Asks what was mended in a document. Answered by [`super::Event::Receipt`].
    Receipt(DocumentId),
    /// Asks for a document's text as it is counted, to be saved. Answered by [`super::Event::WholeText`].
    WholeText(DocumentId),
    /// Asks for one page of matches in context. Answered by [`super::Event::Contexts`].
    Contexts {
        /// One document, or all in their order.
        document: Option<DocumentId>,
        /// Whose matches.
        column: ColumnId,
        /// How many lines to skip.
        offset: u32,
        /// How many lines to return, at most.
        limit: u32,
        /// How much text on either side, in characters.
        width: u32,
    },
    /// Asks for the page of a document's text that holds a byte offset, with every category marked. Answered by
    /// [`super::Event::Text`].
    Read {
        /// Which document.
        document: DocumentId,
        /// A byte of the text that the page shall hold.
        at: u32,
    },
    /// Asks what an entry catches in the texts and what it nearly caught. Answered by [`super::Event::Probed`].
    Probe {
        /// The entry, by its place in the lexicon that was set last.
        entry: EntryId,
        /// One document, or all.
        document: Option<DocumentId>,
    },
    /// Asks for one page of a category's entries with their matches in all documents. Answered by
    /// [`super::Event::Entries`].
    Entries {
        /// The path of the category; the entries of its subcategories are among its own.
        category: String,
        /// Those of one language, or of all.
        language: Option<Language>,
        /// Only those that matched nothing, though there is a text to look for them in.
        only_unmatched: bool,
        /// How many entries to skip.
        offset: u32,
        /// How many entries to return, at most.
        limit: u32,
    },
}

/// A command on its way to the engine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Counts requests from 1; replies repeat it.
    pub sequence: u32,
    /// Counts the states of the study that the front end has shown; replies repeat it, and a front end drops replies to
    /// states that are gone.
    pub revision: u32,
    /// What is asked.
    pub command: Command,
}
