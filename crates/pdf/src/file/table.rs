//! The table of objects, as the end of the file names it.
//!
//! The newest entry of a number counts; older tables are reached over `Prev`.

use rustc_hash::{FxHashMap, FxHashSet};

use super::document::File;
use crate::{
    budget::Budget,
    error::{Limit, Result},
    object::{Dictionary, Lexer, Object, Parser, Token},
};

/// Where an object is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Entry {
    /// It was removed.
    Free,
    /// At a place of the file.
    At(usize),
    /// In an object stream, under an index.
    In { stream: u32, index: usize },
}

/// The table, and the dictionary at its end.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) entries: FxHashMap<u32, Entry>,
    pub(super) trailer: Dictionary,
}

impl Table {
    /// Adds an entry unless a newer one is there.
    pub(super) fn add(&mut self, number: u32, entry: Entry, budget: &Budget) -> Result<()> {
        if self.entries.len() >= budget.limits.objects {
            return Err(budget.exceeded(Limit::Objects));
        }
        self.entries.entry(number).or_insert(entry);
        Ok(())
    }

    /// Adds the keys of a trailer that no newer one has.
    pub(super) fn add_trailer(&mut self, trailer: &Dictionary) {
        for (key, value) in &trailer.0 {
            if !self.trailer.0.iter().any(|(known, _)| known == key) {
                self.trailer.0.push((key.clone(), value.clone()));
            }
        }
    }
}

/// How far from the end the place of the table is looked for.
const TAIL_BYTES: usize = 2048;

/// Reads the tables, from the newest to the oldest; `None` if one is damaged.
pub(super) fn read(bytes: &[u8], budget: &Budget) -> Result<Option<Table>> {
    let tail = bytes.len().saturating_sub(TAIL_BYTES);
    let Some(found) = memchr::memmem::rfind(&bytes[tail..], b"startxref") else { return Ok(None) };
    let mut lexer = Lexer::new(bytes, tail + found + b"startxref".len());
    let Token::Integer(start) = lexer.next() else { return Ok(None) };
    let mut table = Table::default();
    let mut seen = FxHashSet::default();
    let mut next = usize::try_from(start).ok();
    while let Some(at) = next.take() {
        if at >= bytes.len() || !seen.insert(at) {
            break;
        }
        let Some(trailer) = read_one(bytes, at, &mut table, budget)? else { return Ok(None) };
        if let Some(hybrid) = trailer.get("XRefStm").as_index()
            && hybrid < bytes.len()
            && seen.insert(hybrid)
        {
            read_one(bytes, hybrid, &mut table, budget)?;
        }
        table.add_trailer(&trailer);
        next = trailer.get("Prev").as_index();
    }
    Ok(Some(table))
}

fn read_one(bytes: &[u8], at: usize, table: &mut Table, budget: &Budget) -> Result<Option<Dictionary>> {
    let mut lexer = Lexer::new(bytes, at);
    match lexer.next() {
        Token::Keyword(b"xref") => read_lines(lexer, table, budget),
        Token::Integer(_) => read_stream(bytes, at, table, budget),
        _ => Ok(None),
    }
}

/// `first count`, then `offset generation n` for each object.
fn read_lines(mut lexer: Lexer, table: &mut Table, budget: &Budget) -> Result<Option<Dictionary>> {
    loop {
        let first = match lexer.next() {
            Token::Integer(first) => first,
            Token::Keyword(b"trailer") => break,
            _ => return Ok(None),
        };
        let Token::Integer(count) = lexer.next() else { return Ok(None) };
        for number in first..first.saturating_add(count) {
            budget.spend(20)?;
            let entry = (lexer.next(), lexer.next(), lexer.next());
            let (Token::Integer(offset), Token::Integer(_), Token::Keyword(kind)) = entry else { return Ok(None) };
            let Ok(number) = u32::try_from(number) else { return Ok(None) };
            let entry = match (kind, usize::try_from(offset)) {
                (b"n", Ok(offset)) => Entry::At(offset),
                _ => Entry::Free,
            };
            table.add(number, entry, budget)?;
        }
    }
    let mut parser = Parser::new(lexer.bytes(), lexer.at(), budget);
    Ok(parser.object()?.as_dictionary().cloned())
}

/// A stream with a row of three numbers for each object.
fn read_stream(bytes: &[u8], at: usize, table: &mut Table, budget: &Budget) -> Result<Option<Dictionary>> {
    let Some((_, Object::Stream(stream))) = Parser::new(bytes, at, budget).indirect()? else { return Ok(None) };
    let dictionary = &stream.dictionary;
    let widths: Vec<usize> =
        dictionary.get("W").as_array().unwrap_or(&[]).iter().filter_map(Object::as_index).collect();
    let &[kind, first, second] = widths.as_slice() else { return Ok(None) };
    if kind > 8 || first > 8 || second > 8 || kind + first + second == 0 {
        return Ok(None);
    }
    let file = File::without_table(bytes, budget);
    let Some(rows) = file.decoded(&stream)? else { return Ok(None) };
    let mut rows = rows.chunks_exact(kind + first + second);
    let whole = [Object::Integer(0), dictionary.get("Size").clone()];
    let sections = dictionary.get("Index").as_array().unwrap_or(&whole);
    for section in sections.chunks_exact(2) {
        let (Some(start), Some(count)) = (section[0].as_index(), section[1].as_index()) else { return Ok(None) };
        for number in start..start.saturating_add(count) {
            let (Some(row), Ok(number)) = (rows.next(), u32::try_from(number)) else { break };
            let number_at = |from: usize, len: usize| {
                row[from..from + len].iter().fold(0_usize, |number, byte| number << 8 | usize::from(*byte))
            };
            let entry = match if kind == 0 { 1 } else { number_at(0, kind) } {
                1 => Entry::At(number_at(kind, first)),
                2 => Entry::In {
                    stream: u32::try_from(number_at(kind, first)).unwrap_or(u32::MAX),
                    index: number_at(kind + first, second),
                },
                _ => Entry::Free,
            };
            budget.spend(20)?;
            table.add(number, entry, budget)?;
        }
    }
    Ok(Some(dictionary.clone()))
}
