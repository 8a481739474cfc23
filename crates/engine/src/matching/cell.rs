//! One document and column of the table.

use serde::{Deserialize, Serialize};

/// A column of the current table, counted from 0. It changes its meaning with the lexicon and the
/// level; a link uses the column's path instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ColumnId(pub u32);

/// The raw figures of one cell of the table. Measures are computed from them by
/// [`crate::counting::Measure::value`].
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Cell {
    /// The count under the policy: matches, or under `liwc` the words in them.
    pub count: u64,
    /// Number of matches that counted.
    pub matches: u64,
    /// Number of distinct tokens in them.
    pub covered_words: u64,
    /// The count with each entry's weight.
    pub weighted: f64,
    /// Number of matches that would count and are left out because they are negated.
    pub negated: u64,
}

impl Cell {
    /// Adds what another part of the same document holds.
    pub(crate) fn merge(&mut self, other: Self) {
        self.count += other.count;
        self.matches += other.matches;
        self.covered_words += other.covered_words;
        self.weighted += other.weighted;
        self.negated += other.negated;
    }

    /// Adds `times` matches of `tokens` tokens each, counted as `count` each and weighing `weight`.
    pub(super) fn add(&mut self, times: u64, tokens: u64, count: u64, weight: f64) {
        self.count += times * count;
        self.matches += times;
        self.covered_words += times * tokens;
        self.weighted += (times * count) as f64 * weight;
    }
}
