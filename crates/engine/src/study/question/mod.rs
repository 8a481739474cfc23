//! The questions about a study. Each has a file or folder of its own, with the question, its answer
//! and how it is found, and a line in the list below. A question changes nothing.
//!
//! `sample` has no line in the list: a front end asks for a file of it, and the answer stays where
//! the file is written.

pub mod card;
pub mod cell;
pub mod contexts;
pub mod dispersion;
pub mod duplicates;
pub mod entry;
pub mod lexicon_difference;
pub mod lexicon_file;
pub mod lint;
pub mod outline;
pub mod parallel;
pub mod policy_difference;
pub mod probe;
pub mod receipt;
pub mod record;
pub mod sample;
pub mod search;
pub mod text_page;
pub mod trial;
pub mod verification;
pub mod whole_text;

use serde::{Deserialize, Serialize};

use super::{change::Refusal, open::OpenStudy};
use crate::settings::DocumentId;

/// A question about a study.
pub trait Query {
    /// What answers it.
    type Answer;

    /// Called once before anything is computed for the question.
    fn begin(&self, _study: &mut OpenStudy) {}

    /// Returns what must be computed before [`Query::answer`] is called.
    fn needs(&self, study: &OpenStudy) -> Needs;

    /// Answers the question.
    ///
    /// # Errors
    /// [`AskError`] when what the question is about is not there, or the question itself is
    /// refused.
    fn answer(self, study: &mut OpenStudy) -> Result<Self::Answer, AskError>;
}

/// What must be computed before a question is answered; each holds what stands before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Nothing.
    Nothing,
    /// The counts of every document.
    Counts,
    /// The matches of one document, or of all.
    Matches(Option<DocumentId>),
}

/// Why a question has no answer.
#[derive(Debug, Clone, PartialEq)]
pub enum AskError {
    /// The document, column or entry that it is about is not part of the study.
    NotThere,
    /// Something in the question cannot be used.
    Refused(Refusal),
}

macro_rules! questions {
    ($($(#[$meaning:meta])* $name:ident($query:ty) -> $answer:ty;)*) => {
        /// Any question, as it crosses a thread.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        pub enum Question {
            $($(#[$meaning])* $name($query),)*
        }

        /// The answer to a [`Question`] of the same name.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        pub enum Answer {
            $($(#[$meaning])* $name(Box<$answer>),)*
        }

        $(impl From<$query> for Question {
            fn from(query: $query) -> Self {
                Self::$name(query)
            }
        })*

        impl Query for Question {
            type Answer = Answer;

            fn begin(&self, study: &mut OpenStudy) {
                match self {
                    $(Self::$name(query) => query.begin(study),)*
                }
            }

            fn needs(&self, study: &OpenStudy) -> Needs {
                match self {
                    $(Self::$name(query) => query.needs(study),)*
                }
            }

            fn answer(self, study: &mut OpenStudy) -> Result<Answer, AskError> {
                Ok(match self {
                    $(Self::$name(query) => Answer::$name(Box::new(query.answer(study)?)),)*
                })
            }
        }
    };
}

questions! {
    /// What the lexicon says of itself.
    Card(card::CardQuery) -> card::LexiconCard;
    /// What stands behind a cell of the table.
    Cell(cell::CellQuery) -> cell::CellExplanation;
    /// A page of matches in context.
    Contexts(contexts::ContextsQuery) -> contexts::ContextPage;
    /// Where in each text the matches of some columns stand.
    Dispersion(dispersion::DispersionQuery) -> dispersion::Dispersion;
    /// Which documents are copies of others.
    Duplicates(duplicates::DuplicatesQuery) -> duplicates::Duplicates;
    /// An entry, by its place in the lexicon's file or by its number.
    Entry(entry::EntryQuery) -> entry::FoundEntry;
    /// How the lexicon differs from another, and what that does to the counts.
    LexiconDifference(lexicon_difference::LexiconDifferenceQuery) -> lexicon_difference::LexiconDifference;
    /// The lexicon as a file.
    LexiconFile(lexicon_file::LexiconFileQuery) -> lexicon_file::LexiconFile;
    /// What may be wrong with the lexicon's entries.
    Lint(lint::LintQuery) -> lint::LintReport;
    /// Some rows of the lexicon's tree.
    Outline(outline::OutlineQuery) -> outline::Outline;
    /// The lexicon's concepts, language beside language.
    Parallel(parallel::ParallelQuery) -> parallel::page::ParallelPage;
    /// What counts otherwise under another policy.
    PolicyDifference(policy_difference::PolicyDifferenceQuery) -> policy_difference::PolicyDifference;
    /// What an entry matches in the texts, and what it nearly matches.
    Probe(probe::ProbeQuery) -> probe::EntryProbe;
    /// How the bytes of a document became the text that is counted.
    Receipt(receipt::ReceiptQuery) -> receipt::DocumentReceipt;
    /// The results as they stand, to be kept with the study.
    Record(record::RecordQuery) -> record::Record;
    /// What a pattern matches that is no entry of the lexicon.
    Search(search::SearchQuery) -> search::SearchPage;
    /// A page of a document's text with its matches marked.
    TextPage(text_page::TextPageQuery) -> text_page::TextPage;
    /// A new or changed entry before it is added to the lexicon.
    Trial(trial::TrialQuery) -> trial::EntryTrial;
    /// How the study compares with its published table.
    Verification(verification::VerificationQuery) -> verification::Verification;
    /// A document's text as it is counted.
    WholeText(whole_text::WholeTextQuery) -> whole_text::WholeText;
}
