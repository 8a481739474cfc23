//! A study and the one door through which every front end works on it.
//!
//! A front end sends [`Command`]s and receives [`Event`]s; both are plain data that cross a thread or a process as bytes.
//! The engine behind the door owns the texts and the matches. What comes out is small: tables, one page of contexts, one
//! page of marked text.

// The page still imports these from here.
pub use crate::{
    context::{Mark, MatchedBy, NearMissReason, Run},
    counting::{
        Column, Comparison, DistinctiveWord, DocumentSummary, DominantValue, LanguageShare, LexiconSummary, Table1Row,
        TopicPresence,
    },
    encoding::{Encoding, EncodingChoice},
    matching::{Cell, ColumnId, Status},
    problem::{Argument, Problem, SourceLocation as Place},
    repair::{DistinctChange, KindReceipt, RepairCount, RepairKind, RepairKinds, RepairReceipt, RepairedWord},
    settings::{DocumentId, LanguageChoice, LexiconSource, Options, ReadingOptions as Reading},
};

mod command;
mod context_line;
mod dispersion;
mod document;
mod edit_effect;
mod engine;
mod event;
mod lexicon_difference;
mod lint;
mod matchers;
mod outline;
mod parallel;
mod parallel_page;
mod part;
mod piece;
mod policy_difference;
mod probe;
mod record;
mod source;
mod table;
mod taker;
mod trial;
mod verification;
mod view;
mod view_workbench;

pub use command::{Command, Request};
pub use dispersion::{DispersedDocument, DispersedSlot, Dispersion};
pub use engine::Engine;
pub use event::{Event, Reply};
pub use lexicon_difference::{
    CategoryChange, CategoryDetail, Cause, CauseReason, CellDifference, ColumnPair, DocumentDifference, EntryAspect,
    EntryChange, LexiconDifference,
};
pub use lint::{Finding, FormTimes, LintDetail, LintGroup, LintKind, LintReport, NamedEntry, Taker};
pub use parallel_page::{
    LEAST_EXPECTED, ParallelCategory, ParallelCell, ParallelColumn, ParallelEntry, ParallelPage, ParallelRow,
    ParallelSubject, ParallelTotals, UNEVEN_FACTOR, Yield,
};
pub use piece::{Piece, PieceFile, PieceFormat, PieceWish, ReferenceFile, Writer};
pub use policy_difference::{PolicyDifference, PolicyFate, PolicyMatch, PolicyRow};
pub use record::{Record, RecordedContexts};
pub use verification::{Deviation, DeviationKind, Verification};
pub use view::{
    CaughtForm, CellExplanation, ContextLine, ContextPage, DocumentReceipt, EntryProbe, Fates, FormCount, NearMiss,
    TextPage,
};
pub use view_workbench::{
    CategoryName, Conflict, CountChange, EntryRecord, EntryTrial, FoundEntry, ImportReport, LexiconFile, Outline,
    OutlineRow, OutlineWish, TrialWish,
};
