//! Tables of comma-, semicolon- or tab-separated values, and lists of words, cut into cells.
//!
//! Everything here is linear in the file: one pass to cut it into cells, one to look at their
//! shape.

use std::borrow::Cow;

use ::csv::{ReaderBuilder, StringRecord};

use super::{
    column::{number, numbers_rows},
    comment::{is_comment, without_comments, without_remark},
    layout::{Layout, row_text},
};
use crate::{
    lexicon::{
        error::LexiconError,
        file::{
            loss::{Loss, LossReason},
            shape::TableShape,
        },
    },
    text::to_u32,
};

/// The cells of a file.
pub(super) struct TableFile {
    /// Which columns hold what, or that the rows are to be read by their shape.
    pub(super) layout: Layout,
    /// The rows that have anything in them, without the heads, each with its line.
    pub(super) rows: Vec<(u32, StringRecord)>,
    /// The names of the columns; empty where the file gives none.
    pub(super) heads: Vec<String>,
    /// What was left out or guessed so far.
    pub(super) losses: Vec<Loss>,
}

/// How many lines are looked at to find the delimiter.
const LOOK_LINES: usize = 100;
/// The most words of a line of a word list, and of its bytes. A longer line is a sentence.
const LONGEST_LINE: (usize, usize) = (5, 120);

/// Returns `true` if the first line of a text that is nothing else looks like the first row of a
/// table.
pub(super) fn looks_like_table(text: &str) -> bool {
    let (text, _) = without_comments(text, false);
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
    separator_line(first).is_some() || count(first.trim(), '\t') + count(first, ',') + count(first, ';') > 0
}

/// Returns `true` if a text that is nothing else looks like a list of words: short lines, in each a
/// word or a phrase and perhaps a number.
pub(super) fn looks_like_list(text: &str) -> bool {
    let (text, _) = without_comments(text, true);
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).peekable();
    let is_term = |line: &str| {
        let (words, bytes) = LONGEST_LINE;
        let is_short = line.len() <= bytes && line.split_whitespace().count() <= words;
        is_short && line.matches('=').count() < 2 && !line.starts_with(['[', '{', '<']) && !line.contains(['\t', ','])
    };
    lines.peek().is_some() && lines.map(without_remark).all(is_term)
}

impl TableFile {
    /// Cuts a text into cells and finds its shape, unless `forced` states it.
    ///
    /// # Errors
    /// [`LexiconError::Heads`] where the columns do not say what they hold and the cells may mean
    /// several things; [`LexiconError::NoCategory`] where there is no cell.
    pub(super) fn read(text: &str, forced: Option<TableShape>) -> Result<Self, LexiconError> {
        let is_table = looks_like_table(text);
        let is_list =
            forced == Some(TableShape::List) || !is_table && forced.is_none_or(|shape| shape == TableShape::Weights);
        let (text, mut comments) = without_comments(text, is_list);
        let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or("");
        let (mut rows, delimiter) = if is_list && !is_table {
            (lines(&text, forced), b' ')
        } else {
            let separator = separator_line(first);
            let delimiter = separator.unwrap_or_else(|| delimiter(&text));
            let text = if separator.is_some() { without_line(&text, first) } else { text };
            let mut rows = cells(&text, delimiter);
            let is_column = rows.iter().all(|(_, row)| row.iter().skip(1).all(|cell| cell.trim().is_empty()));
            // A separator behind every term.
            if is_column && forced.is_none() {
                for (_, row) in &mut rows {
                    row.truncate(1);
                }
            }
            (rows, if is_column { b' ' } else { delimiter })
        };
        let is_words = delimiter == b' ' && rows.iter().all(|(_, row)| row.len() == 1);
        if !is_words {
            // Below the heads a comment is a line without other cells.
            let all = rows.len();
            rows.retain(|(_, row)| row.len() > 1 || !is_comment(row.get(0).unwrap_or(""), false));
            comments += to_u32(all - rows.len());
        }
        let is_guess = is_words && forced.is_none();
        let forced = forced.or(is_words.then_some(TableShape::List));
        let mut table = Self::of_cells(rows, delimiter == b'\t', forced, is_guess)?;
        if comments > 0 {
            table.losses.insert(0, Loss::guessed(1, LossReason::Comments { count: comments }));
        }
        Ok(table)
    }

    /// Finds the shape of rows that are cut into cells already, unless `forced` states it.
    ///
    /// # Errors
    /// As [`TableFile::read`].
    pub(super) fn of_rows(rows: Vec<(u32, StringRecord)>, forced: Option<TableShape>) -> Result<Self, LexiconError> {
        Self::of_cells(rows, true, forced, false)
    }

    fn of_cells(
        mut rows: Vec<(u32, StringRecord)>,
        has_tabs: bool,
        forced: Option<TableShape>,
        is_guess: bool,
    ) -> Result<Self, LexiconError> {
        let mut losses = Vec::new();
        let Some((line, first)) = rows.first() else { return Err(LexiconError::NoCategory) };
        let (line, first) = (*line, row_text(first));
        let (mut forced, mut is_guess) = (forced, is_guess);
        if numbers_rows(&rows) {
            let is_list =
                rows.iter().all(|(_, row)| row.len() == 2) && number(rows[0].1.get(0).unwrap_or("")).is_some();
            is_guess |= is_list && forced.is_none();
            forced = forced.or(is_list.then_some(TableShape::List));
            for (_, row) in &mut rows {
                *row = row.iter().skip(1).collect();
            }
            losses.push(Loss::dropped(line, LossReason::Columns { names: "1".to_owned() }));
        }
        let mut layout = Layout::of(&rows, has_tabs, forced)?;
        layout.is_guessed |= is_guess && !layout.has_heads;
        if layout.is_guessed {
            let has_heads = layout.has_heads;
            let reason = LossReason::Shape { shape: layout.shape, first, has_heads };
            losses.push(Loss::guessed(line, reason));
        }
        let mut heads = Vec::new();
        if layout.has_heads {
            let (_, first) = rows.remove(0);
            heads = first.iter().map(|head| head.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        }
        let unread = layout.unread.iter().map(|at| match heads.get(*at) {
            Some(head) if !head.is_empty() => super::shortened(head),
            _ => (at + 1).to_string(),
        });
        let names: Vec<String> = unread.take(MOST_NAMES).collect();
        if !names.is_empty() {
            losses.push(Loss::dropped(line, LossReason::Columns { names: names.join(", ") }));
        }
        Ok(Self { layout, rows, heads, losses })
    }
}

/// How many columns that are not read are named.
const MOST_NAMES: usize = 20;

/// Cuts a list into rows: a term, or a term and the number behind it where every line has one.
fn lines(text: &str, forced: Option<TableShape>) -> Vec<(u32, StringRecord)> {
    let lines = text.lines().zip(1_u32..).map(|(line, number)| (without_remark(line).trim(), number));
    let mut lines: Vec<(&str, u32)> = lines.filter(|(line, _)| !line.is_empty()).collect();
    if lines.len() > 1 && lines.iter().all(|(line, _)| without_bullet(line).is_some()) {
        for (line, _) in &mut lines {
            *line = without_bullet(line).unwrap_or(line);
        }
    }
    for (line, _) in &mut lines {
        *line = without_quotes(line);
    }
    let weighted = |line: &'_ str| {
        let (term, weight) = line.rsplit_once(char::is_whitespace)?;
        number(weight).map(|_| [term.trim().to_owned(), weight.to_owned()])
    };
    let is_weighted = forced != Some(TableShape::List) && lines.iter().all(|(line, _)| weighted(line).is_some());
    let row = |line: &str| match weighted(line).filter(|_| is_weighted) {
        Some(cells) => StringRecord::from(cells.to_vec()),
        None => StringRecord::from(vec![line]),
    };
    lines.into_iter().map(|(line, number)| (number, row(line))).collect()
}

/// Returns a line of a list without the bullet or the number before its term: `• good`, `1. good`.
fn without_bullet(line: &str) -> Option<&str> {
    let (bullet, term) = line.split_once(char::is_whitespace)?;
    let number = bullet.strip_suffix(['.', ')']).unwrap_or("");
    let is_number = !number.is_empty() && number.chars().all(|digit| digit.is_ascii_digit());
    (is_number || matches!(bullet, "•" | "*" | "-" | "–" | "—" | "·")).then(|| term.trim_start())
}

/// Returns a line of a list without the quotation marks around it.
fn without_quotes(line: &str) -> &str {
    let inner = [('"', '"'), ('«', '»'), ('“', '”')]
        .into_iter()
        .find_map(|(open, close)| line.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)));
    inner.filter(|inner| !inner.trim().is_empty()).map_or(line, str::trim)
}

/// Empties the first line that has something in it.
fn without_line<'text>(text: &'text str, line: &str) -> Cow<'text, str> {
    Cow::Owned(text.replacen(line, "", 1))
}

fn cells(text: &str, delimiter: u8) -> Vec<(u32, StringRecord)> {
    let is_odd = |line: &str| line.matches('"').count() % 2 == 1;
    // Files with tabs hold quotation marks as terms; one without its pair would swallow all below.
    let has_quoting = delimiter != b'\t' || !text.lines().any(is_odd);
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .quoting(has_quoting)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
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
        rows.push((to_u32(in_memory(place.line()) + empty.count()), record));
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
