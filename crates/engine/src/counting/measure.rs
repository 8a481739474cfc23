//! What a cell of the table shows: a count, or the count against a base.
//!
//! Every measure is there for weighted counts too. With *w* the sum of the weights of a cell's
//! matches (under `liwc` each as often as the match has words), the weighted count is *w*, per
//! 1,000 words `w · 1000 / words`, percent `w · 100 / words`, per 10,000 characters
//! `w · 10000 / characters`, and the weighted share `w / Σ w` over all columns of the row.
//!
//! A rate per words is one of words: matches of signs alone, as emoji and %, are counted and add
//! nothing to it. So no such rate is above 100 percent.

use serde::{Deserialize, Serialize};

use super::comparison::{Comparison, DocumentSummary};
use crate::matching::Cell;

/// A measure of how much of a category is in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// The count itself.
    Count,
    /// Count per 1,000 words of the text.
    #[serde(rename = "per-1000-words")]
    PerThousandWords,
    /// Count per 100 words of the text.
    Percent,
    /// Count divided by the counts of all columns of the row: from 0 to 1.
    #[default]
    Share,
    /// Count per 10,000 characters of the text, spaces among them.
    #[serde(rename = "per-10000-characters")]
    PerTenThousandCharacters,
}

/// Why a cell has no value under a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NoValue {
    /// The base is zero: a text without words, a row without a match or whose weights come to
    /// nothing.
    NoBase,
    /// A weighted count of the row is below zero, so that the row has no whole of which a cell
    /// could be a part.
    NegativeWeights,
    /// The measure is per words, and all matches of the cell are signs.
    OnlySigns,
}

impl NoValue {
    /// Returns the stable name: `no-base`, `negative-weights` or `only-signs`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NoBase => "no-base",
            Self::NegativeWeights => "negative-weights",
            Self::OnlySigns => "only-signs",
        }
    }
}

impl Measure {
    /// All measures, in the order in which the interface lists them.
    pub const ALL: [Self; 5] =
        [Self::Count, Self::PerThousandWords, Self::Percent, Self::Share, Self::PerTenThousandCharacters];

    /// Returns the name used on the command line and in files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::PerThousandWords => "per-1000-words",
            Self::Percent => "percent",
            Self::Share => "share",
            Self::PerTenThousandCharacters => "per-10000-characters",
        }
    }

    /// Finds the measure with a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.name() == name)
    }

    /// Returns what the count of a cell in this row is divided by: words, characters, or all counts
    /// of the row. For [`Measure::Count`] it is 1.
    pub fn base(self, row: &DocumentSummary) -> u64 {
        match self {
            Self::Count => 1,
            Self::PerThousandWords | Self::Percent => row.words,
            Self::Share => row.cells.iter().map(|cell| cell.count).sum(),
            Self::PerTenThousandCharacters => row.characters,
        }
    }

    /// Returns what the quotient is multiplied by: 1, 100, 1,000 or 10,000.
    pub const fn scale(self) -> f64 {
        match self {
            Self::Count | Self::Share => 1.0,
            Self::PerThousandWords => 1_000.0,
            Self::Percent => 100.0,
            Self::PerTenThousandCharacters => 10_000.0,
        }
    }

    /// Returns `true` if it is a rate of words, to which matches of signs add nothing.
    pub const fn is_per_words(self) -> bool {
        matches!(self, Self::PerThousandWords | Self::Percent)
    }

    /// Returns how much of a cell's count the measure is of: all of it, or per words what is not
    /// signs alone.
    pub const fn part_of_count(self, cell: &Cell) -> u64 {
        if self.is_per_words() { cell.count - cell.signs } else { cell.count }
    }

    /// Returns how much of a cell's weighted count the measure is of.
    pub const fn part_of_weighted(self, cell: &Cell) -> f64 {
        if self.is_per_words() { cell.weighted - cell.weighted_signs } else { cell.weighted }
    }

    /// Returns the value of one cell, or `None` where there is none for a [`NoValue`].
    pub fn value(self, row: &DocumentSummary, column: usize) -> Option<f64> {
        self.value_or_reason(row, column).ok()
    }

    /// Returns the value of one cell.
    ///
    /// # Errors
    /// [`NoValue::NoBase`] where the base is zero: a text without words, a row without a match;
    /// [`NoValue::OnlySigns`] for a rate per words where the cell has matches and all are signs.
    pub fn value_or_reason(self, row: &DocumentSummary, column: usize) -> Result<f64, NoValue> {
        let base = self.base(row);
        let cell = row.cells.get(column).filter(|_| base > 0).ok_or(NoValue::NoBase)?;
        self.has_words(cell)?;
        Ok(self.part_of_count(cell) as f64 * self.scale() / base as f64)
    }

    fn has_words(self, cell: &Cell) -> Result<(), NoValue> {
        let is_only_signs = self.is_per_words() && cell.signs > 0 && cell.signs == cell.count;
        if is_only_signs { Err(NoValue::OnlySigns) } else { Ok(()) }
    }

    /// Returns what the weighted count of a cell in this row is divided by; for [`Measure::Count`]
    /// it is 1.
    ///
    /// # Errors
    /// When it is zero, and for a share when a weighted count of the row is below zero.
    pub fn weighted_base(self, row: &DocumentSummary) -> Result<f64, NoValue> {
        if self != Self::Share {
            let base = self.base(row);
            return if base > 0 { Ok(base as f64) } else { Err(NoValue::NoBase) };
        }
        if row.cells.iter().any(|cell| cell.weighted < 0.0) {
            return Err(NoValue::NegativeWeights);
        }
        let sum: f64 = row.cells.iter().map(|cell| cell.weighted).sum();
        if sum > 0.0 { Ok(sum) } else { Err(NoValue::NoBase) }
    }

    /// Returns the weighted value of one cell. It is below zero where negative weights prevail.
    ///
    /// # Errors
    /// As [`Measure::weighted_base`], and [`NoValue::OnlySigns`] as for [`Measure::value_or_reason`]; for
    /// a column that the row does not have, [`NoValue::NoBase`].
    pub fn weighted_value(self, row: &DocumentSummary, column: usize) -> Result<f64, NoValue> {
        let cell = row.cells.get(column).ok_or(NoValue::NoBase)?;
        let base = self.weighted_base(row)?;
        self.has_words(cell)?;
        Ok(self.part_of_weighted(cell) * self.scale() / base)
    }

    /// Returns the largest value in the table, for bars on a common scale; 0 for an empty table.
    pub fn largest(self, table: &Comparison) -> f64 {
        let cells = table.documents.iter().flat_map(|row| (0..row.cells.len()).filter_map(|at| self.value(row, at)));
        cells.fold(0.0, f64::max)
    }
}
