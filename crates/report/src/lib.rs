//! What leaves a study: messages in three languages, figures, tables for articles, recipes, and the
//! files that are published.
//!
//! Everything here is a pure function of what `tarazy_engine` counted: the same study gives the
//! same bytes. Sentences exist only in the message files of [`message`]; the engine returns
//! codes and arguments.
#![forbid(unsafe_code)]

pub mod figure;
pub mod limits;
pub mod message;
pub mod publication;
pub mod recipe;
pub mod report;
