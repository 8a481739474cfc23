//! Tables of comma-, semicolon- or tab-separated values, and the shapes in which they hold a
//! lexicon.
//!
//! Everything here is linear in the file: one pass to cut it into cells, one to look at their
//! shape.

use std::collections::BTreeSet;

use ::csv::{ReaderBuilder, StringRecord};
use rustc_hash::FxHashSet;

use crate::text::to_u32;

/// How a table holds a lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TableShape {
    /// A line an entry, with named columns for category, pattern and perhaps weight, kind, concept
    /// and note.
    Long,
    /// A line an entry, as tidytext has it: `word,sentiment` and perhaps a score.
    Tidytext,
    /// A column a category, its terms downwards.
    Wide,
    /// A line a term, a column a category, a mark or a weight where they meet.
    Matrix,
    /// A line a category: its name, then its terms.
    Empath,
}

impl TableShape {
    /// Returns the stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Long => "long",
            Self::Tidytext => "tidytext",
            Self::Wide => "wide",
            Self::Matrix => "matrix",
            Self::Empath => "empath",
        }
    }
}

/// The cells of a file.
pub(super) struct TableFile {
    /// Which columns hold what, or that the rows are to be read by their shape.
    pub(super) layout: Layout,
    /// The rows that have anything in them, without the heads, each with its line.
    pub(super) rows: Vec<(u32, StringRecord)>,
    /// The names of the columns; empty where the file gives none.
    pub(super) heads: Vec<String>,
}

/// What the columns of a table hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) shape: TableShape,
    /// Whether the shape follows from what the cells look like and not from the names of the
    /// columns.
    pub(super) is_guessed: bool,
    /// For the long shapes.
    pub(super) columns: Columns,
}

/// The columns of the long shapes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Columns {
    pub(super) category: usize,
    pub(super) pattern: usize,
    pub(super) weight: Option<usize>,
    pub(super) kind: Option<usize>,
    pub(super) concept: Option<usize>,
    pub(super) note: Option<usize>,
}

const CATEGORY_NAMES: [&str; 7] = ["category", "categories", "path", "key", "санат", "категория", "sentiment"];
const PATTERN_NAMES: [&str; 11] =
    ["pattern", "term", "word", "entry", "phrase", "dicterm", "үлгі", "сөз", "шаблон", "слово", "термин"];
const WEIGHT_NAMES: [&str; 5] = ["weight", "score", "value", "салмақ", "вес"];
const KIND_NAMES: [&str; 3] = ["kind", "syntax", "type"];
const CONCEPT_NAMES: [&str; 3] = ["concept", "ұғым", "понятие"];
const NOTE_NAMES: [&str; 4] = ["note", "comment", "ескерту", "примечание"];
/// Names that the first column of a matrix has in files of LIWC-22 and its kin.
const TERM_NAMES: [&str; 2] = ["dicterm", "entry"];

/// How many lines are looked at to find the delimiter.
const LOOK_LINES: usize = 100;

/// Returns `true` if the first line of a text that is nothing else looks like the first row of a
/// table.
pub(super) fn looks_like_table(text: &str) -> bool {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
    separator_line(first).is_some() || count(first.trim(), '\t') + count(first, ',') + count(first, ';') > 0
}

impl TableFile {
    /// Cuts a text into cells and finds its shape; `None` where it has no cell.
    pub(super) fn read(text: &str) -> Option<Self> {
        let first = text.lines().next().unwrap_or("");
        let (text, delimiter, skipped) = match separator_line(first) {
            Some(delimiter) => (text.get(first.len()..).unwrap_or(""), delimiter, 0),
            None => (text, delimiter(text), 0),
        };
        Self::of_cells(cells(text, delimiter, skipped), delimiter)
    }

    /// Finds the shape of rows that are cut into cells already; `None` where there is no row.
    pub(super) fn of_rows(rows: Vec<(u32, StringRecord)>) -> Option<Self> {
        Self::of_cells(rows, b'\t')
    }

    fn of_cells(mut rows: Vec<(u32, StringRecord)>, delimiter: u8) -> Option<Self> {
        let layout = layout(&rows, delimiter)?;
        let mut heads = Vec::new();
        if layout.has_heads() {
            let (_, first) = rows.remove(0);
            heads = first.iter().map(|head| head.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        }
        Some(Self { layout: layout.layout, rows, heads })
    }
}

fn cells(text: &str, delimiter: u8, skipped: u32) -> Vec<(u32, StringRecord)> {
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.expect("text in memory is read, and rows may have any length");
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        // The reader names the place where it began to look, before empty lines.
        let place = record.position().expect("a record that was read has a place");
        let in_memory = |number: u64| usize::try_from(number).expect("places in memory are numbers of bytes");
        let before = &text.as_bytes()[in_memory(place.byte())..];
        let empty = before.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).filter(|byte| **byte == b'\n');
        rows.push((skipped + to_u32(in_memory(place.line()) + empty.count()), record));
    }
    rows
}

/// Reads the line that names the delimiter for Excel: `sep=;`.
fn separator_line(line: &str) -> Option<u8> {
    let line = line.trim_matches([' ', '"', '\r']);
    let rest = line.get(..4).filter(|start| start.eq_ignore_ascii_case("sep=")).and_then(|_| line.get(4..))?;
    match rest {
        "," => Some(b','),
        ";" => Some(b';'),
        "" | "\t" => Some(b'\t'),
        _ => None,
    }
}

/// Finds the delimiter: of those in the first line the one that most lines have as often as the
/// first.
fn delimiter(text: &str) -> u8 {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(LOOK_LINES).collect();
    let Some(first) = lines.first() else { return b',' };
    let votes = [('\t', b'\t'), (';', b';'), (',', b',')].map(|(character, delimiter)| {
        let wanted = count(first, character);
        let alike = lines.iter().filter(|line| count(line, character) == wanted).count();
        (if wanted == 0 { 0 } else { alike }, delimiter)
    });
    // The first of the best.
    votes.iter().rev().max_by_key(|(votes, _)| *votes).map_or(b',', |(_, delimiter)| *delimiter)
}

/// Counts a character outside quotation marks.
fn count(line: &str, character: char) -> usize {
    let mut is_quoted = false;
    line.chars()
        .filter(|letter| {
            is_quoted ^= *letter == '"';
            *letter == character && !is_quoted
        })
        .count()
}

/// A layout, and whether the first row names the columns.
struct Found {
    layout: Layout,
    has_heads: bool,
}

impl Found {
    fn has_heads(&self) -> bool {
        self.has_heads
    }
}

fn layout(rows: &[(u32, StringRecord)], delimiter: u8) -> Option<Found> {
    let (_, first) = rows.first()?;
    let body = rows.get(1..).unwrap_or_default();
    let found = |shape, is_guessed, columns, has_heads| {
        Some(Found { layout: Layout { shape, is_guessed, columns }, has_heads })
    };
    let heads: Vec<String> = first.iter().map(|head| head.trim().to_lowercase()).collect();
    let place = |names: &[&str]| heads.iter().position(|head| names.contains(&head.as_str()));
    let is_term_head = heads.first().is_some_and(|head| TERM_NAMES.contains(&head.as_str()));
    let is_matrix = heads.len() > 1 && body.iter().any(|(_, row)| row.len() > 1) && marks_only(body);
    if let (Some(category), Some(pattern)) = (place(&CATEGORY_NAMES), place(&PATTERN_NAMES)) {
        // A category of a matrix may happen to be called so; then there is nothing but marks.
        if !(is_matrix && pattern == 0) {
            let shape = if heads[category] == "sentiment" { TableShape::Tidytext } else { TableShape::Long };
            let (weight, kind) = (place(&WEIGHT_NAMES), place(&KIND_NAMES));
            let (concept, note) = (place(&CONCEPT_NAMES), place(&NOTE_NAMES));
            let columns = Columns { category, pattern, weight, kind, concept, note };
            return found(shape, false, columns, true);
        }
    }
    if is_matrix || is_term_head && heads.len() > 1 {
        return found(TableShape::Matrix, !is_term_head, Columns::default(), true);
    }
    if delimiter == b'\t' && is_empath(rows) {
        return found(TableShape::Empath, true, Columns::default(), false);
    }
    if let Some(columns) = unnamed_long(rows) {
        return found(TableShape::Long, true, columns, false);
    }
    found(TableShape::Wide, true, Columns::default(), true)
}

/// Returns `true` if every cell but the first of each row is empty or a mark, and some cell is a
/// mark.
fn marks_only(body: &[(u32, StringRecord)]) -> bool {
    let mut has_mark = false;
    let mut cells = body.iter().flat_map(|(_, row)| row.iter().skip(1)).filter(|cell| !cell.trim().is_empty());
    cells.all(|cell| {
        has_mark = true;
        is_mark(cell)
    }) && has_mark
}

fn is_mark(cell: &str) -> bool {
    let cell = cell.trim();
    cell.is_empty() || is_cross(cell) || number(cell).is_some()
}

/// A cross, in Latin letters or Cyrillic ones.
pub(super) fn is_cross(cell: &str) -> bool {
    matches!(cell, "X" | "x" | "Х" | "х")
}

/// Reads a finite number, with a point or a comma.
pub(super) fn number(text: &str) -> Option<f64> {
    let text = text.trim();
    if !text.starts_with(|letter: char| letter.is_ascii_digit() || matches!(letter, '+' | '-' | '.' | ',')) {
        return None;
    }
    text.replacen(',', ".", 1).parse().ok().filter(|number: &f64| number.is_finite())
}

/// Returns `true` if every row is a name and terms: rows that grow and shrink as no column of terms
/// can, without a gap.
fn is_empath(rows: &[(u32, StringRecord)]) -> bool {
    let length = |row: &StringRecord| {
        let used = row.iter().zip(1_usize..).filter(|(cell, _)| !cell.trim().is_empty());
        used.last().map_or(0, |(_, place)| place)
    };
    let lengths: Vec<usize> = rows.iter().map(|(_, row)| length(row)).collect();
    let has_gap =
        rows.iter().zip(&lengths).any(|((_, row), length)| row.iter().take(*length).any(|cell| cell.trim().is_empty()));
    !has_gap && (lengths.len() == 1 || lengths.windows(2).any(|pair| pair[1] > pair[0]))
}

/// Finds the column of categories where each row is a category and a pattern, and perhaps a weight,
/// without names above: the one whose cells come again and again.
fn unnamed_long(rows: &[(u32, StringRecord)]) -> Option<Columns> {
    let is_full = |row: &StringRecord| row.iter().all(|cell| !cell.trim().is_empty());
    let width = rows.first().map(|(_, row)| row.len()).filter(|width| (2..=3).contains(width))?;
    let is_weighted = width == 3;
    let fits = |row: &StringRecord| row.len() == width && is_full(row) && (!is_weighted || number(&row[2]).is_some());
    if !rows.iter().all(|(_, row)| fits(row)) {
        return None;
    }
    let distinct = |column: usize| rows.iter().map(|(_, row)| row[column].trim()).collect::<FxHashSet<_>>().len();
    let (first, second) = (distinct(0), distinct(1));
    let category = usize::from(second < first);
    let weight = is_weighted.then_some(2);
    let found = Columns { category, pattern: 1 - category, weight, ..Columns::default() };
    (first.min(second) * 2 <= rows.len()).then_some(found)
}

/// The columns that are used although they have no name, from 1.
pub(super) fn unnamed_columns(used: &BTreeSet<usize>) -> String {
    used.iter().map(|column| (column + 1).to_string()).collect::<Vec<_>>().join(", ")
}
