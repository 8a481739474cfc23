//! A study and the one door through which every front end works on it.
//!
//! A front end sends [`Command`]s and receives [`Event`]s; both are plain data that cross a thread or a process as bytes.
//! The engine behind the door owns the texts and the matches. What comes out is small: tables, one page of contexts, one
//! page of marked text.

pub use crate::matching::Cell;

mod command;
mod engine;
mod event;
mod problem;
mod view;

pub use command::{Command, DocumentId, LanguageChoice, LexiconSource, Options, Request};
pub use engine::Engine;
pub use event::{Event, Reply};
pub use problem::{Argument, Place, Problem};
pub use view::{
    CellExplanation, Column, ColumnId, Comparison, ContextLine, ContextPage, DistinctiveWord, DocumentSummary,
    DominantValue, FormCount, LexiconSummary, Mark, MatchedBy, Run, Table1Row, TextPage, TopicPresence,
};
