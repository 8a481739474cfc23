//! A lexicon's file: which format it has, how it is to be read, and what reading or writing it
//! loses.
//!
//! Format 1, our own, is read here. Files of other tools are read and written in `formats`, behind
//! the feature of that name: the page has them in a module that it fetches on first use.

pub(super) mod decode;
pub(super) mod format;
pub(super) mod id;
pub(super) mod import_report;
pub(super) mod kind;
pub(super) mod loss;
pub(super) mod own;
pub(super) mod reading;
pub(super) mod shape;
pub(super) mod syntax;
pub(super) mod write_toml;

use self::{format::LexiconFormat, loss::Loss, shape::TableShape};
use super::{error::Diagnostic, model::Lexicon};

/// A lexicon that was read from a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// What was read.
    pub lexicon: Lexicon,
    /// The same as a file in format 1.
    pub toml: String,
    /// As what it was read.
    pub format: LexiconFormat,
    /// In which shape a table held it.
    pub shape: Option<TableShape>,
    /// Every line that was dropped, altered or guessed, by line.
    pub losses: Vec<Loss>,
    /// What is doubtful about the lexicon; without lines where the file is in another format than 1,
    /// since entries do not keep theirs.
    pub warnings: Vec<Diagnostic>,
}
