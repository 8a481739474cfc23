//! What an import found, as data for a front end.

use serde::{Deserialize, Serialize};

use super::{Import, reading::LexiconReading, syntax::PatternSyntax};
use crate::{problem::Problem, text::to_u32};

/// How many losses of an import or an export are listed; those beyond are counted.
pub const MOST_LOSSES: usize = 2_000;

/// What an import of another tool's file found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportReport {
    /// The file.
    pub name: String,
    /// As what it was read: `dic`, `yaml` …
    pub format: String,
    /// In which shape a table held it.
    pub shape: Option<String>,
    /// How its terms were read.
    pub syntax: PatternSyntax,
    /// Lines that were dropped, altered or guessed, the first ones by line.
    pub losses: Vec<Problem>,
    /// Number of such lines in all.
    pub total: u32,
}

impl ImportReport {
    /// Returns the report on a file that was read in a way.
    pub fn new(name: &str, reading: LexiconReading, import: &Import) -> Self {
        Self {
            name: name.to_owned(),
            format: import.format.name().to_owned(),
            shape: import.shape.map(|shape| shape.name().to_owned()),
            syntax: reading.syntax,
            total: to_u32(import.losses.len()),
            losses: import.losses.iter().take(MOST_LOSSES).map(|loss| loss.problem(name)).collect(),
        }
    }
}
