//! The rows of a table that came back from a coder → a judged sample, or what is wrong with it.
//!
//! Law: every row is one of the sample, each at most once, and what it says of the sample is what
//! all others say; a row that is anything else is an error with its number. Empty judgements are
//! counted.

use std::collections::BTreeMap;

use tarazy_engine::{
    language::Language,
    problem::{Argument, Problem, SourceLocation},
};
use thiserror::Error;

use super::judgement::Judgement;

/// A sample with the judgements of one coder.
#[derive(Debug, Clone, PartialEq)]
pub struct JudgedSample {
    pub(super) origin: Origin,
    /// The rows by their numbers in the sample.
    pub(super) matches: BTreeMap<u32, JudgedMatch>,
}

/// What a sample was drawn with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Origin {
    pub(super) lexicon: String,
    pub(super) lexicon_version: String,
    pub(super) lexicon_sha256: String,
    pub(super) seed: u32,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct JudgedMatch {
    pub(super) stratum: (Language, String),
    /// The title of the category, in the language of the sample.
    pub(super) title: String,
    /// Number of counted matches of the stratum, and of those in the sample.
    pub(super) sizes: (u32, u32),
    /// `None` where nothing was written.
    pub(super) judgement: Option<Judgement>,
}

/// What is wrong with a judged sample.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum JudgementError {
    /// The table is not a sample.
    #[error("there is no column `{column}`")]
    NoColumn {
        /// A column that every sample has.
        column: &'static str,
    },
    /// A cell is not what a sample has there.
    #[error("row {row}, column `{column}`: `{value}`")]
    Cell {
        /// The row of the table, from 1.
        row: u32,
        /// The column.
        column: &'static str,
        /// What stands there.
        value: String,
    },
    /// What a coder wrote is not a judgement.
    #[error("row {row}: `{value}` is not a judgement")]
    Judgement {
        /// The row of the table, from 1.
        row: u32,
        /// What stands there.
        value: String,
    },
    /// A row of the sample is there twice.
    #[error("row {row}: the number {number} is there already")]
    Twice {
        /// The row of the table, from 1.
        row: u32,
        /// Its number in the sample.
        number: u32,
    },
    /// A row is of another sample than those before it.
    #[error("row {row} is of another sample")]
    Mixed {
        /// The row of the table, from 1.
        row: u32,
    },
    /// No row is judged.
    #[error("no row is judged")]
    Nothing,
    /// The sample of the second coder is not that of the first.
    #[error("the second file is another sample than the first")]
    OtherSample,
}

impl JudgementError {
    /// Returns the stable code, which is also the key of the message.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoColumn { .. } => "judged-no-column",
            Self::Cell { .. } => "judged-cell",
            Self::Judgement { .. } => "judged-unknown",
            Self::Twice { .. } => "judged-twice",
            Self::Mixed { .. } => "judged-mixed",
            Self::Nothing => "judged-nothing",
            Self::OtherSample => "judged-other-sample",
        }
    }

    /// Returns the error as a problem of the file `name`.
    pub fn problem(&self, name: &str) -> Problem {
        let number = |name: &str, number: &u32| (name.to_owned(), Argument::Text(number.to_string()));
        let text = |name: &str, text: &str| (name.to_owned(), Argument::quoted(text));
        let arguments = match self {
            Self::NoColumn { column } => vec![text("column", column)],
            Self::Cell { row, column, value } => {
                vec![number("row", row), text("column", column), text("value", value)]
            }
            Self::Judgement { row, value } => vec![number("row", row), text("value", value)],
            Self::Twice { row, number: own } => vec![number("row", row), number("number", own)],
            Self::Mixed { row } => vec![number("row", row)],
            Self::Nothing | Self::OtherSample => Vec::new(),
        };
        let place = SourceLocation { file: Some(name.to_owned()), ..SourceLocation::default() };
        Problem { code: self.code().to_owned(), is_warning: false, place, arguments }
    }
}

/// The columns without which a table is not a sample.
const COLUMNS: [&str; 9] =
    ["number", "category", "language", "matches", "drawn", "judgement", "seed", "lexicon", "lexicon_sha256"];

/// The cells of a row by the names of their columns.
type Cells<'table> = [(&'table str, &'table str)];

impl JudgedSample {
    /// Reads a table: the names of its columns, and for each row its number in the file and its
    /// cells that are not empty. Other columns than those of a sample may be there too, and some of
    /// a sample may have left: those of the contexts.
    ///
    /// Cost: linear in the cells.
    ///
    /// # Errors
    /// Every [`JudgementError`] of the rows, in their order.
    pub fn read<'table>(
        columns: &[String],
        rows: impl IntoIterator<Item = (u32, Vec<(&'table str, &'table str)>)>,
    ) -> Result<Self, Vec<JudgementError>> {
        let is_there = |column: &&str| columns.iter().any(|own| own.trim().eq_ignore_ascii_case(column));
        if let Some(column) = COLUMNS.iter().find(|column| !is_there(column)) {
            return Err(vec![JudgementError::NoColumn { column }]);
        }
        let (mut errors, mut origin) = (Vec::new(), None);
        let mut sizes: BTreeMap<(Language, String), (u32, u32)> = BTreeMap::new();
        let mut matches = BTreeMap::new();
        for (row, cells) in rows.into_iter().filter(|(_, cells)| !cells.is_empty()) {
            let (number, own, found) = match read_row(row, &cells) {
                Ok(read) => read,
                Err(error) => {
                    errors.push(error);
                    continue;
                }
            };
            let is_same = *origin.get_or_insert_with(|| own.clone()) == own
                && *sizes.entry(found.stratum.clone()).or_insert(found.sizes) == found.sizes;
            if !is_same {
                errors.push(JudgementError::Mixed { row });
            } else if matches.insert(number, found).is_some() {
                errors.push(JudgementError::Twice { row, number });
            }
        }
        match origin {
            _ if !errors.is_empty() => Err(errors),
            Some(origin) if matches.values().any(|own| own.judgement.is_some()) => Ok(Self { origin, matches }),
            _ => Err(vec![JudgementError::Nothing]),
        }
    }
}

fn read_row(row: u32, cells: &Cells<'_>) -> Result<(u32, Origin, JudgedMatch), JudgementError> {
    let cell = |column: &str| {
        let own = cells.iter().find(|(name, _)| name.trim().eq_ignore_ascii_case(column)).map_or("", |(_, text)| text);
        // An apostrophe was put before what would be a formula, or by a spreadsheet before text.
        own.trim().trim_start_matches('\'')
    };
    let wrong = |column| JudgementError::Cell { row, column, value: cell(column).to_owned() };
    let number = |column| {
        // Thousands may be set apart by spaces.
        let digits: String = cell(column).chars().filter(|letter| !letter.is_whitespace()).collect();
        digits.parse::<u32>().map_err(|_| wrong(column))
    };
    let language = Language::from_code(cell("language")).ok_or_else(|| wrong("language"))?;
    let filled = |column| Some(cell(column)).filter(|text| !text.is_empty()).ok_or_else(|| wrong(column));
    let category = filled("category")?.to_owned();
    let (lexicon, lexicon_version) = cell("lexicon").split_once(' ').unwrap_or((cell("lexicon"), ""));
    let origin = Origin {
        lexicon: lexicon.to_owned(),
        lexicon_version: lexicon_version.to_owned(),
        lexicon_sha256: filled("lexicon_sha256")?.to_owned(),
        seed: number("seed")?,
    };
    let written = cell("judgement");
    let judgement = match written {
        "" => None,
        written => {
            let unknown = || JudgementError::Judgement { row, value: written.to_owned() };
            Some(Judgement::parse(written).ok_or_else(unknown)?)
        }
    };
    let sizes = (number("matches")?, number("drawn")?);
    if sizes.0 < sizes.1 {
        return Err(wrong("drawn"));
    }
    let title = Some(cell("category_title")).filter(|title| !title.is_empty()).unwrap_or(&category).to_owned();
    Ok((number("number")?, origin, JudgedMatch { stratum: (language, category), title, sizes, judgement }))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "number|category|language|matches|drawn|judgement|seed|lexicon|lexicon_sha256";

    /// Reads rows with `|` between cells; the first one is row 2.
    fn read(rows: &[&str]) -> Result<JudgedSample, Vec<JudgementError>> {
        let columns: Vec<String> = HEAD.split('|').map(str::to_owned).collect();
        let rows = (2..).zip(rows).map(|(number, row)| {
            let cells = columns.iter().map(String::as_str).zip(row.split('|'));
            (number, cells.filter(|(_, text)| !text.is_empty()).collect::<Vec<_>>())
        });
        JudgedSample::read(&columns, rows)
    }

    #[test]
    fn a_sample_is_read_as_a_spreadsheet_saves_it() {
        let judged =
            read(&["2|freedom|kk|1 200|1|'иә|1|values 1.0.0|abc", "", "1|order|kk|\u{a0}7|2||1|values 1.0.0|abc"]);
        let judged = judged.unwrap();
        let own = Origin {
            lexicon: "values".to_owned(),
            lexicon_version: "1.0.0".to_owned(),
            lexicon_sha256: "abc".to_owned(),
            seed: 1,
        };
        assert_eq!(judged.origin, own);
        assert_eq!(judged.matches[&2].sizes, (1_200, 1));
        assert_eq!(judged.matches[&2].judgement, Some(Judgement::Correct));
        assert_eq!((judged.matches[&1].judgement, judged.matches[&1].title.as_str()), (None, "order"));
    }

    #[test]
    fn every_row_that_is_wrong_is_named() {
        let sound = "1|freedom|kk|9|3|yes|1|values 1|abc";
        let errors = read(&[
            sound,
            "2|freedom|kk|9|3|maybe not|1|values 1|abc",
            "1|freedom|kk|9|3|no|1|values 1|abc",
            "4|freedom|kk|9|3|no|2|values 1|abc",
            "5|freedom|kk|8|3|no|1|values 1|abc",
            "6|freedom|de|9|3|no|1|values 1|abc",
            "7|freedom|kk|2|3|no|1|values 1|abc",
            "total||||||||",
            "-8|freedom|kk|9|3|no|1|values 1|abc",
            "9|freedom|kk|4294967296|3|no|1|values 1|abc",
        ])
        .unwrap_err();
        let cell = |row, column, value: &str| JudgementError::Cell { row, column, value: value.to_owned() };
        let expected = [
            JudgementError::Judgement { row: 3, value: "maybe not".to_owned() },
            JudgementError::Twice { row: 4, number: 1 },
            JudgementError::Mixed { row: 5 },
            JudgementError::Mixed { row: 6 },
            cell(7, "language", "de"),
            cell(8, "drawn", "3"),
            cell(9, "language", ""),
            cell(10, "number", "-8"),
            cell(11, "matches", "4294967296"),
        ];
        assert_eq!(errors, expected);
        assert_eq!(read(&["1|freedom|kk|9|3||1|values 1|abc"]), Err(vec![JudgementError::Nothing]));
        assert_eq!(read(&[]), Err(vec![JudgementError::Nothing]));
        let none: [(u32, Vec<(&str, &str)>); 0] = [];
        let no_column = JudgedSample::read(&["number".to_owned()], none);
        assert_eq!(no_column, Err(vec![JudgementError::NoColumn { column: "category" }]));
    }
}
