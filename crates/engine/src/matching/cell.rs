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
    /// How much of the count are matches of signs alone, as emoji and %: no word, no number.
    #[serde(default)]
    pub signs: u64,
    /// How much of the weighted count they are.
    #[serde(default)]
    pub weighted_signs: f64,
}

impl Cell {
    /// Adds what another part of the same document holds.
    pub(crate) fn merge(&mut self, other: Self) {
        self.count += other.count;
        self.matches += other.matches;
        self.covered_words += other.covered_words;
        self.weighted += other.weighted;
        self.negated += other.negated;
        self.signs += other.signs;
        self.weighted_signs += other.weighted_signs;
    }

    /// Adds `times` matches of `tokens` tokens each, counted as `count` each and weighing `weight`;
    /// `is_signs` where no token of them is a word or number.
    pub(super) fn add(&mut self, times: u64, tokens: u64, count: u64, weight: f64, is_signs: bool) {
        let counted = times * count;
        self.count += counted;
        self.matches += times;
        self.covered_words += times * tokens;
        self.weighted += counted as f64 * weight;
        if is_signs {
            self.signs += counted;
            self.weighted_signs += counted as f64 * weight;
        }
    }
}
