//! What a front end may ask of the engine.

use serde::{Deserialize, Serialize};

use super::{LintKind, OutlineWish, PieceWish, Record, TrialWish};
use crate::{
    counting::Comparison,
    language::Language,
    lexicon::{EntryId, EntryPlace, LexiconEdit, LexiconFormat},
    matching::{ColumnId, Policy},
    settings::{DocumentId, LanguageChoice, LexiconSource, Options, ReadingOptions},
};

/// One request to the engine.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
        reading: ReadingOptions,
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
    /// Edits the lexicon that was set last. Answered by `Rejected` when that cannot be done; then it stays as it was.
    EditLexicon(LexiconEdit),
    /// Asks for some rows of the lexicon's tree. Answered by [`super::Event::Outline`].
    Outline(OutlineWish),
    /// Asks how an entry would do that is not in the lexicon, or not so. Answered by [`super::Event::Tried`].
    TryEntry(TrialWish),
    /// Asks what an entry says that stands at a place. Answered by [`super::Event::Found`].
    FindEntry(EntryPlace),
    /// Asks where an entry stands and what it says, by its place in the lexicon that was set last. Answered by
    /// [`super::Event::Found`].
    LocateEntry(EntryId),
    /// Asks for the lexicon as a file. Answered by [`super::Event::LexiconFile`].
    LexiconFile(LexiconFormat),
    /// Asks for one page of the lexicon's concepts with the entries of its languages side by side. Answered by
    /// [`super::Event::Parallel`].
    Parallel {
        /// The path of a category, whose subcategories belong to it, or all.
        category: Option<String>,
        /// Only concepts that a language lacks, and entries that name no concept.
        only_gaps: bool,
        /// How many concepts and unlinked entries to skip.
        offset: u32,
        /// How many of them to return, at most; the heads of categories come beside.
        limit: u32,
    },
    /// Asks what may be wrong with the lexicon's entries. Answered by [`super::Event::Linted`]; changes nothing.
    Lint {
        /// Entries of one language and those for all, or all entries.
        language: Option<Language>,
        /// Findings of one kind, or of all.
        kind: Option<LintKind>,
        /// How many findings of each kind to skip.
        offset: u32,
        /// How many findings of each kind to return, at most.
        limit: u32,
    },
    /// Asks how the lexicon differs from another and what that does to the counts. Answered by
    /// [`super::Event::LexiconsCompared`], or by `Rejected` when the other cannot be read; changes nothing.
    CompareLexicons {
        /// The lexicon before; the study's is the one after.
        other: LexiconSource,
        /// How many entries that differ to skip.
        offset: u32,
        /// How many entries that differ to return, at most.
        limit: u32,
        /// How many causes to name in each cell, at most.
        causes: u32,
    },
    /// Asks what would count otherwise under another policy. Answered by [`super::Event::PoliciesCompared`]; changes nothing.
    ComparePolicies {
        /// The other policy.
        other: Policy,
        /// The matches of one document, or of all in their order.
        document: Option<DocumentId>,
        /// The matches of one column, or of all.
        column: Option<ColumnId>,
        /// How many matches to skip.
        offset: u32,
        /// How many matches to return, at most.
        limit: u32,
        /// How much text on either side, in characters.
        width: u32,
    },
    /// Asks for the results as they stand, to be kept with the study; with contexts of so many words on either side, or none.
    /// Answered by [`super::Event::Recorded`].
    Record(Option<u32>),
    /// Gives the engine results that were kept, or takes them away: as long as it has no text it answers from them.
    Recall(Option<Box<Record>>),
    /// Counts everything anew and compares it with a published table. Answered by [`super::Event::Verified`].
    Verify(Box<Comparison>),
    /// Asks where in each text the matches of some columns stand, at most [`super::Dispersion::MOST_COLUMNS`]. Answered by
    /// [`super::Event::Dispersed`]; changes nothing.
    Dispersion {
        /// Whose matches.
        columns: Vec<ColumnId>,
    },
    /// Asks for a piece of an article as a file. Answered by [`super::Event::Written`], or by `Rejected` where the engine was given
    /// no [`super::Writer`]; changes nothing.
    Write(PieceWish),
}

/// A command on its way to the engine.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// Counts requests from 1; replies repeat it.
    pub sequence: u32,
    /// Counts the states of the study that the front end has shown; replies repeat it, and a front end drops replies to
    /// states that are gone.
    pub revision: u32,
    /// What is asked.
    pub command: Command,
}
