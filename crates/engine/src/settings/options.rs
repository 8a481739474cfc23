//! What shapes the counts, and what Table 1 names.

use serde::{Deserialize, Serialize};

use super::table1_options::Table1Options;
use crate::matching::{LevelSet, Levels, Negation, Policy};

/// What shapes the counts, and what Table 1 names. Two runs with equal options, texts and lexicon give equal results.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Options {
    /// Which of several overlapping matches count.
    pub policy: Policy,
    /// How deep the table's columns go: `Some(1)` merges every category into its topmost parent;
    /// `None` shows each category that has entries of its own.
    pub level: Option<u8>,
    /// Exactly the levels that make the columns, as quanteda's `levels` says; takes the place of
    /// `level`.
    pub only_levels: Option<LevelSet>,
    /// Whether letters are compared as written. Otherwise in lower case.
    pub case_sensitive: bool,
    /// What becomes of a match in the scope of a word of negation.
    pub negation: Negation,
    /// What Table 1 names. Records may be from before there was a choice.
    #[serde(default = "Table1Options::unstated")]
    pub table1: Table1Options,
}

impl Options {
    /// Returns which levels of the lexicon's tree make columns.
    pub fn levels(&self) -> Levels {
        self.only_levels.map_or_else(|| self.level.into(), Levels::Only)
    }

    /// Returns `true` if both give the same counts: they differ at most in what Table 1 names.
    pub(crate) fn counts_as(&self, other: &Self) -> bool {
        Self { table1: other.table1, ..self.clone() } == *other
    }
}
