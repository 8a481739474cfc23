//! What the engine tells a front end.

use serde::{Deserialize, Serialize};

use super::{
    CellExplanation, ContextPage, Dispersion, DocumentReceipt, EntryProbe, EntryTrial, FoundEntry, ImportReport,
    LexiconDifference, LexiconFile, LintReport, Outline, ParallelPage, PieceFile, PolicyDifference, Record, TextPage,
    Verification,
};
use crate::{counting::Comparison, problem::Problem, settings::DocumentId};

/// One thing that the engine has to say.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Event {
    /// Work goes on; sent for work that takes longer than about a tenth of a second.
    Progress {
        /// The document in work, if it is about one.
        document: Option<DocumentId>,
        /// Bytes done, of all that is waiting.
        done: u64,
        /// Bytes in all; at least 1.
        total: u64,
    },
    /// The table after a change.
    Compared(Box<Comparison>),
    /// What stands behind a cell.
    Explained(Box<CellExplanation>),
    /// What was mended in a document.
    Receipt(Box<DocumentReceipt>),
    /// A document's text as it is counted.
    WholeText {
        /// Which document.
        document: DocumentId,
        /// Its text.
        text: String,
    },
    /// A page of matches in context.
    Contexts(Box<ContextPage>),
    /// A page of marked text.
    Text(Box<TextPage>),
    /// What an entry caught and nearly caught.
    Probed(Box<EntryProbe>),
    /// A document or lexicon could not be used; the study is as it was before the command.
    Rejected {
        /// The document that was refused, if it was one.
        document: Option<DocumentId>,
        /// Every reason found, at least one.
        problems: Vec<Problem>,
    },
    /// A lexicon in another tool's format was read.
    Imported(Box<ImportReport>),
    /// Some rows of the lexicon's tree.
    Outline(Box<Outline>),
    /// How an entry would do.
    Tried(Box<EntryTrial>),
    /// What an entry says, or that it is not there.
    Found(Box<FoundEntry>),
    /// The lexicon as a file.
    LexiconFile(Box<LexiconFile>),
    /// A page of the lexicon's concepts, language beside language.
    Parallel(Box<ParallelPage>),
    /// What may be wrong with the lexicon's entries.
    Linted(Box<LintReport>),
    /// How two lexicons differ.
    LexiconsCompared(Box<LexiconDifference>),
    /// How two policies differ.
    PoliciesCompared(Box<PolicyDifference>),
    /// The results as they stand.
    Recorded(Box<Record>),
    /// How the study compares with its published table.
    Verified(Box<Verification>),
    /// Where the matches of some columns stand.
    Dispersed(Box<Dispersion>),
    /// A piece of an article.
    Written(Box<PieceFile>),
}

/// An event on its way to the front end.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    /// The request that this answers.
    pub sequence: u32,
    /// The request's revision.
    pub revision: u32,
    /// What is said.
    pub event: Event,
}
