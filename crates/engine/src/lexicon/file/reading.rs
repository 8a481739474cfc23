//! How a file of another tool is to be read, where its content leaves a choice.

use serde::{Deserialize, Serialize};

use super::{shape::TableShape, syntax::PatternSyntax};

/// What a user says about a file of another tool. A [`PatternSyntax`] alone leaves the shape to the
/// file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct LexiconReading {
    /// How the terms are read.
    pub syntax: PatternSyntax,
    /// In which shape a table holds the lexicon; `None` to find it by the heads or the cells. A
    /// text with a shape is read as a table, whatever it looks like.
    pub shape: Option<TableShape>,
}

impl From<PatternSyntax> for LexiconReading {
    fn from(syntax: PatternSyntax) -> Self {
        Self { syntax, shape: None }
    }
}
