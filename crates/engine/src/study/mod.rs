//! A study and the engine that counts it.
//!
//! A front end makes a [`Change`] with [`Engine::apply`] and asks a question, such as
//! [`ContextsQuery`], with [`Engine::ask`]; both are plain data that can cross a thread as bytes
//! ([`Change`], [`Question`], [`Answer`]). The engine owns the texts and the matches. What comes
//! out is small: the table, one page of contexts, one page of marked text.

mod change;
#[cfg(feature = "formats")]
mod convert_lexicon;
mod engine;
mod lexicon_request;
mod match_words;
mod named_entry;
mod open;
mod question;
mod status_counts;
#[cfg(test)]
mod tests;
mod winners;

pub use crate::lexicon::ImportReport;
pub use change::{Change, Refusal};
#[cfg(feature = "formats")]
pub use convert_lexicon::convert_lexicon;
pub use engine::Engine;
pub use lexicon_request::{LexiconReply, LexiconRequest};
pub use named_entry::NamedEntry;
pub use open::{OpenStudy, Progress};
pub use question::{
    Answer, AskError, Needs, Query, Question,
    card::{CardCategory, CardExample, CardQuery, LexiconCard},
    cell::{CellExplanation, CellQuery, FormCount},
    contexts::{
        ContextExtent, ContextLine, ContextPage, ContextSelection, ContextsQuery, LONGEST_CONTEXT, LineSample,
        SortPlace, SortPlaceError, TextPlace,
    },
    dispersion::{DispersedDocument, DispersedSlot, Dispersion, DispersionQuery},
    duplicates::{DuplicatePair, Duplicates, DuplicatesQuery},
    entry::{EntryQuery, EntryRecord, FoundEntry},
    lexicon_difference::{
        CategoryChange, CategoryDetail, Cause, CauseReason, CellDifference, ColumnPair, DocumentDifference,
        EntryAspect, EntryChange, LexiconDifference, LexiconDifferenceQuery,
    },
    lexicon_file::{LexiconFile, LexiconFileQuery},
    lint::{CoveringEntry, Finding, FormTimes, LintDetail, LintGroup, LintKind, LintQuery, LintReport},
    outline::{CategoryName, Outline, OutlineQuery, OutlineRow},
    parallel::{
        ParallelQuery,
        page::{
            LEAST_EXPECTED, ParallelCategory, ParallelCell, ParallelColumn, ParallelEntry, ParallelPage, ParallelRow,
            ParallelSubject, ParallelTotals, UNEVEN_FACTOR, Yield,
        },
    },
    policy_difference::{PolicyDifference, PolicyDifferenceQuery, PolicyMatch, PolicyOutcome, PolicyRow},
    probe::{CaughtForm, EntryProbe, NearMiss, ProbeQuery},
    receipt::{DocumentReceipt, ReceiptQuery},
    record::{Record, RecordQuery, RecordedContexts},
    sample::{MatchSample, SampleQuery, SampledMatch, Stratum},
    search::{SearchPage, SearchQuery},
    text_page::{TextPage, TextPageQuery},
    trial::{Conflict, CountChange, EntryTrial, TrialQuery},
    verification::{Discrepancy, DiscrepancyKind, Verification, VerificationQuery},
    whole_text::{WholeText, WholeTextQuery},
};
pub use status_counts::StatusCounts;
