//! What a cell of the table shows: a count, or the count against a base.

use serde::{Deserialize, Serialize};

use crate::study::{Comparison, DocumentSummary};

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

    /// Returns what the count of a cell in this row is divided by: words, characters, or all counts of the row.
    /// For [`Measure::Count`] it is 1.
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

    /// Returns the value of one cell, or `None` where the base is zero: a text without words, a row without a match.
    pub fn value(self, row: &DocumentSummary, column: usize) -> Option<f64> {
        let base = self.base(row);
        let cell = row.cells.get(column)?;
        (base > 0).then(|| cell.count as f64 * self.scale() / base as f64)
    }

    /// Returns the largest value in the table, for bars on a common scale; 0 for an empty table.
    pub fn largest(self, table: &Comparison) -> f64 {
        let cells = table.documents.iter().flat_map(|row| (0..row.cells.len()).filter_map(|at| self.value(row, at)));
        cells.fold(0.0, f64::max)
    }
}
