//! Tables → what a person chooses the columns by, before any text is made.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};
use tarazy_engine::{encoding::Encoding, problem::shortened, settings::MetadataValue};

use crate::{
    format::DocumentFormat,
    grid::{Cell, Columns, Grid, Tables, usual_title},
    options::ReadOptions,
};

/// A table as a person sees it before its texts are made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TablePreview {
    /// The format of the file.
    pub format: DocumentFormat,
    /// The encoding in which the bytes were read, where a format does not fix it.
    pub encoding: Option<Encoding>,
    /// How sure the encoding is, from 0 to 1.
    pub encoding_confidence: f32,
    /// What separates fields, where the format has separators.
    pub separator: Option<char>,
    /// Whether the first row has the names of the columns: as the options state, else as it looks.
    /// To read what the preview shows, state it as [`ReadOptions::has_head`].
    pub has_head: bool,
    /// The columns, in the order of the table; the first [`TablePreview::MOST_COLUMNS`] of them.
    pub columns: Vec<PreviewColumn>,
    /// How many columns there are beyond these.
    pub more_columns: u32,
    /// How many rows there are without the head. Of a workbook these are the rows of the sheet with
    /// the most words and of all that have the same columns.
    pub rows: u32,
    /// Sheets with other columns, of which no text is made.
    pub other_sheets: u32,
    /// The first rows without the head, five at most, with cells of 200 characters at most.
    pub first_rows: Vec<Vec<String>>,
    /// Which column has the texts, as it looks: the one with the most words in a cell, if it has
    /// clearly more than all others.
    pub text_column: Option<usize>,
    /// Which column has titles of the texts, as it looks.
    pub title_column: Option<usize>,
}

impl TablePreview {
    /// How many columns a preview lists.
    pub const MOST_COLUMNS: usize = 500;
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewColumn {
    /// Its name, by which [`ReadOptions`] name it.
    pub name: String,
    /// What its cells hold.
    pub kind: ColumnKind,
    /// How many cells hold anything.
    pub filled: u32,
    /// The first of them, three at most, with 80 characters at most.
    pub examples: Vec<String>,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ColumnKind {
    /// Texts, or values of several kinds.
    Text,
    /// Numbers alone.
    Number,
    /// Dates alone.
    Date,
    /// Nothing.
    Empty,
}

/// Names of columns that hold texts, for tables where no column has clearly the most words.
const TEXT_COLUMNS: [&str; 10] =
    ["text", "текст", "мәтін", "body", "content", "speech", "содержание", "речь", "мазмұны", "сөз"];

const MOST_ROWS: usize = 5;
const CELL_CHARACTERS: usize = 200;
const MOST_EXAMPLES: usize = 3;
const EXAMPLE_CHARACTERS: usize = 80;
/// The longest name of a column that is likely, in words and in bytes.
const NAME_WORDS: usize = 8;
const NAME_BYTES: usize = 160;
/// From how many words a cell on a column is likely to hold texts.
const TEXT_WORDS: usize = 5;
/// How many times as many words as in any other column that takes.
const CLEARLY_MORE: usize = 2;
/// A single column is a table of texts from this many rows and words a cell on; below, it is a list.
const LONE_ROWS: usize = 3;
const LONE_WORDS: usize = 8;
/// The most words of a title on average.
const TITLE_WORDS: usize = 12;

/// What is counted of a column.
#[derive(Debug, Clone, Default)]
struct Tally {
    filled: usize,
    words: usize,
    numbers: usize,
    dates: usize,
    examples: Vec<String>,
}

impl Tally {
    fn add(&mut self, cell: &Cell) {
        if cell.is_empty() {
            return;
        }
        self.filled += 1;
        self.words += cell.text.split_whitespace().count();
        match cell.to_value() {
            MetadataValue::Number(_) => self.numbers += 1,
            MetadataValue::Date(_) => self.dates += 1,
            MetadataValue::Text(_) => {}
        }
        if self.examples.len() < MOST_EXAMPLES {
            self.examples.push(shortened(cell.text.trim(), EXAMPLE_CHARACTERS).into_owned());
        }
    }

    fn kind(&self) -> ColumnKind {
        match self.filled {
            0 => ColumnKind::Empty,
            filled if filled == self.numbers => ColumnKind::Number,
            filled if filled == self.dates => ColumnKind::Date,
            _ => ColumnKind::Text,
        }
    }

    /// Returns `true` if a cell has this many words on average.
    fn has_words(&self, a_cell: usize) -> bool {
        self.filled > 0 && self.words >= self.filled * a_cell
    }

    /// Returns `true` if a cell has clearly more words on average than one of another column.
    fn is_clearly_above(&self, other: &Self) -> bool {
        // Both averages are multiplied by both numbers of cells; counts of words in a file are far
        // below 2^64.
        let product = |words: usize, filled: usize| words as u128 * filled as u128;
        other.filled == 0
            || product(self.words, other.filled) >= product(other.words, self.filled) * CLEARLY_MORE as u128
    }
}

/// Makes the preview of the tables in a file; `None` where they are no table but a list of short
/// lines, which is one text.
///
/// Cost: linear in the cells.
pub(crate) fn preview(tables: &Tables, format: DocumentFormat, options: &ReadOptions) -> Option<TablePreview> {
    let main = tables.grids.iter().max_by_key(|grid| words(grid)).filter(|grid| !grid.rows.is_empty())?;
    let has_names = matches!(format, DocumentFormat::Json | DocumentFormat::JsonLines);
    let has_head = has_names || options.has_head.unwrap_or_else(|| is_head(main));
    let columns = Columns::new(main, has_head);
    let alike: Vec<&Grid> = tables.grids.iter().filter(|grid| is_alike(grid, main, &columns)).collect();
    let rows = || alike.iter().flat_map(|grid| &grid.rows[usize::from(has_head)..]).map(|(_, row)| row);
    let mut tallies = vec![Tally::default(); columns.names.len()];
    let mut number_of_rows = 0_usize;
    for row in rows() {
        number_of_rows += 1;
        tallies.iter_mut().zip(row).for_each(|(tally, cell)| tally.add(cell));
    }
    if !is_table(&tallies, number_of_rows) {
        return None;
    }
    let text_column = text_column(&columns, &tallies);
    let title_column = title_column(&columns, &tallies, text_column, rows);
    let shown = columns.names.len().min(TablePreview::MOST_COLUMNS);
    let cells = |row: &Vec<Cell>| -> Vec<String> {
        row.iter().take(shown).map(|cell| shortened(cell.text.trim(), CELL_CHARACTERS).into_owned()).collect()
    };
    let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let with_rows = tables.grids.iter().filter(|grid| !grid.rows.is_empty()).count();
    Some(TablePreview {
        format,
        encoding: tables.base.encoding,
        encoding_confidence: tables.base.confidence.unwrap_or(1.0),
        separator: tables.separator,
        has_head,
        more_columns: number(columns.names.len() - shown),
        rows: number(number_of_rows),
        other_sheets: number(with_rows - alike.len()),
        first_rows: rows().take(MOST_ROWS).map(cells).collect(),
        text_column: text_column.filter(|at| *at < shown),
        title_column: title_column.filter(|at| *at < shown),
        columns: std::iter::zip(columns.names, tallies)
            .take(shown)
            .map(|(name, tally)| PreviewColumn {
                name,
                kind: tally.kind(),
                filled: number(tally.filled),
                examples: tally.examples,
            })
            .collect(),
    })
}

fn words(grid: &Grid) -> usize {
    grid.rows.iter().flat_map(|(_, row)| row).map(|cell| cell.text.split_whitespace().count()).sum()
}

/// Returns `true` for a table that is read by the columns of the main one.
fn is_alike(grid: &Grid, main: &Grid, columns: &Columns) -> bool {
    if grid.rows.is_empty() {
        return false;
    }
    std::ptr::eq(grid, main) || !columns.has_head || Columns::new(grid, true).names == columns.names
}

/// Returns `true` for several columns, and for one with texts.
fn is_table(tallies: &[Tally], rows: usize) -> bool {
    let mut filled = tallies.iter().filter(|tally| tally.filled > 0);
    match (filled.next(), filled.next()) {
        (Some(_), Some(_)) => true,
        (Some(lone), None) => rows >= LONE_ROWS && lone.filled >= LONE_ROWS && lone.has_words(LONE_WORDS),
        // A head alone names columns.
        (None, _) => rows == 0 && tallies.len() > 1,
    }
}

/// Returns `true` if the first row of a table looks like names of columns: short, without a number
/// or a date; of a single column, clearly shorter than what is below.
fn is_head(grid: &Grid) -> bool {
    let Some(((_, head), rest)) = grid.rows.split_first() else { return false };
    let named = head.iter().filter(|cell| !cell.is_empty());
    let is_name = |cell: &Cell| {
        cell.text.len() <= NAME_BYTES
            && cell.text.split_whitespace().count() <= NAME_WORDS
            && matches!(cell.to_value(), MetadataValue::Text(_))
    };
    let width = rest.iter().map(|(_, row)| row.len()).max().unwrap_or(0);
    if !named.clone().all(is_name) || named.clone().count() * 2 < width {
        return false;
    }
    if width.max(head.len()) > 1 {
        return true;
    }
    tally(rest.iter().flat_map(|(_, row)| row)).is_clearly_above(&tally(head))
}

/// Counts what cells hold.
fn tally<'cell>(cells: impl IntoIterator<Item = &'cell Cell>) -> Tally {
    let mut tally = Tally::default();
    for cell in cells {
        tally.add(cell);
    }
    tally
}

/// Returns the column that looks like the one with the texts.
fn text_column(columns: &Columns, tallies: &[Tally]) -> Option<usize> {
    let texts: Vec<usize> = (0..tallies.len()).filter(|at| tallies[*at].kind() == ColumnKind::Text).collect();
    let longest = texts.iter().copied().find(|at| {
        let (tally, mut others) = (&tallies[*at], texts.iter().filter(|other| *other != at));
        tally.has_words(TEXT_WORDS) && others.all(|other| tally.is_clearly_above(&tallies[*other]))
    });
    longest.or_else(|| {
        let named = |usual: &&str| texts.iter().copied().find(|at| columns.names[*at].to_lowercase() == **usual);
        TEXT_COLUMNS.iter().find_map(named)
    })
}

/// Returns the column that looks like titles: by its name, else the first one with a short text in
/// each row, no two of which are the same.
fn title_column<'table, Rows>(
    columns: &Columns,
    tallies: &[Tally],
    text_column: Option<usize>,
    rows: impl Fn() -> Rows,
) -> Option<usize>
where
    Rows: Iterator<Item = &'table Vec<Cell>>,
{
    let named = usual_title(columns.names.iter().map(String::as_str));
    if let Some(named) = named.filter(|at| Some(*at) != text_column && tallies[*at].filled > 0) {
        return Some(named);
    }
    let count = rows().count();
    let short = (0..tallies.len()).filter(|at| {
        let tally = &tallies[*at];
        let is_short = tally.kind() == ColumnKind::Text && !tally.has_words(TITLE_WORDS);
        Some(*at) != text_column && is_short && tally.filled == count && count > 1
    });
    // Columns are looked through together, so that the rows are read once.
    let mut seen: HashMap<usize, HashSet<&str>> = short.map(|at| (at, HashSet::with_capacity(count))).collect();
    for row in rows() {
        seen.retain(|at, values| row.get(*at).is_some_and(|cell| values.insert(cell.text.trim())));
        if seen.is_empty() {
            return None;
        }
    }
    seen.into_keys().min()
}
