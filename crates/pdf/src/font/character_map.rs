//! Tables from codes to characters or to numbers of glyphs (`CMap`).

use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::{
    budget::Budget,
    error::Result,
    object::{Lexer, Token},
};

/// A range of codes with the first value.
#[derive(Debug)]
struct Range<T> {
    from: u32,
    to: u32,
    first: T,
}

/// Codes of one length, in bytes.
#[derive(Debug)]
struct CodeSpace {
    len: usize,
    from: u32,
    to: u32,
}

/// A table of codes.
#[derive(Debug, Default)]
pub(super) struct CharacterMap {
    texts: FxHashMap<u32, Rc<str>>,
    /// Ranges of characters, as UTF-16 whose last unit grows with the code.
    text_ranges: Vec<Range<Vec<u16>>>,
    glyph_ranges: Vec<Range<u32>>,
    code_spaces: Vec<CodeSpace>,
}

impl CharacterMap {
    /// A table in which each code is the character of its number.
    pub(super) fn identity() -> Self {
        Self { text_ranges: vec![Range { from: 1, to: 0xFFFF, first: vec![1] }], ..Self::default() }
    }

    /// Returns `true` for a table in which each code is the character of its number.
    pub(super) fn is_identity(&self) -> bool {
        let is_whole = |range: &Range<Vec<u16>>| (range.from, range.to) == (1, 0xFFFF) && range.first == [1];
        self.texts.is_empty() && self.text_ranges.iter().any(is_whole)
    }

    /// Reads a table; what is broken in it is passed over.
    pub(super) fn read(bytes: &[u8], budget: &Budget) -> Result<Self> {
        budget.spend(bytes.len() * 2)?;
        let mut map = Self::default();
        let mut lexer = Lexer::new(bytes, 0);
        loop {
            match lexer.next() {
                Token::End => break,
                Token::Keyword(b"begincodespacerange") => map.read_code_spaces(&mut lexer),
                Token::Keyword(b"beginbfchar") => map.read_characters(&mut lexer),
                Token::Keyword(b"beginbfrange") => map.read_ranges(&mut lexer),
                Token::Keyword(b"begincidchar") => map.read_glyphs(&mut lexer, false),
                Token::Keyword(b"begincidrange") => map.read_glyphs(&mut lexer, true),
                _ => {}
            }
        }
        map.text_ranges.sort_by_key(|range| range.from);
        map.glyph_ranges.sort_by_key(|range| range.from);
        Ok(map)
    }

    fn read_code_spaces(&mut self, lexer: &mut Lexer) {
        while let Token::String(from) = lexer.next() {
            let Token::String(to) = lexer.next() else { return };
            let len = from.len().clamp(1, 4);
            self.code_spaces.push(CodeSpace { len, from: number(&from), to: number(&to) });
        }
    }

    fn read_characters(&mut self, lexer: &mut Lexer) {
        while let Token::String(code) = lexer.next() {
            match lexer.next() {
                Token::String(text) => self.add(number(&code), &units(&text)),
                // A name of a character, which some programs write.
                Token::Name(_) => {}
                _ => return,
            }
        }
    }

    fn add(&mut self, code: u32, units: &[u16]) {
        if let Some(text) = text(units) {
            self.texts.insert(code, text);
        }
    }

    fn read_ranges(&mut self, lexer: &mut Lexer) {
        while let Token::String(from) = lexer.next() {
            let Token::String(to) = lexer.next() else { return };
            let (from, to) = (number(&from), number(&to));
            match lexer.next() {
                Token::String(first) if from <= to => {
                    self.text_ranges.push(Range { from, to, first: units(&first) });
                }
                Token::String(_) => {}
                Token::ArrayStart => {
                    let mut code = from;
                    while let Token::String(text) = lexer.next() {
                        self.add(code, &units(&text));
                        code = code.saturating_add(1);
                    }
                }
                _ => return,
            }
        }
    }

    fn read_glyphs(&mut self, lexer: &mut Lexer, has_end: bool) {
        while let Token::String(from) = lexer.next() {
            let from = number(&from);
            let to = if has_end {
                let Token::String(to) = lexer.next() else { return };
                number(&to)
            } else {
                from
            };
            let Token::Integer(first) = lexer.next() else { return };
            if let Ok(first) = u32::try_from(first)
                && from <= to
            {
                self.glyph_ranges.push(Range { from, to, first });
            }
        }
    }

    /// Returns the characters of a code.
    pub(super) fn text(&self, code: u32) -> Option<Rc<str>> {
        if let Some(text) = self.texts.get(&code) {
            return Some(text.clone());
        }
        let range = find(&self.text_ranges, code)?;
        let mut units = range.first.clone();
        let last = units.last_mut()?;
        *last = last.wrapping_add(u16::try_from(code - range.from).ok()?);
        text(&units)
    }

    /// Returns the number of the glyph of a code.
    pub(super) fn glyph(&self, code: u32) -> Option<u32> {
        let range = find(&self.glyph_ranges, code)?;
        range.first.checked_add(code - range.from)
    }

    /// Returns the first code of a string and its length; two bytes if the table has no lengths.
    pub(super) fn next_code(&self, string: &[u8]) -> Option<(u32, usize)> {
        (1..=4.min(string.len())).find_map(|len| {
            let code = number(&string[..len]);
            let fits = |space: &CodeSpace| space.len == len && (space.from..=space.to).contains(&code);
            self.code_spaces.iter().any(fits).then_some((code, len))
        })
    }
}

/// The range with a code, in ranges that are sorted by their first code.
fn find<T>(ranges: &[Range<T>], code: u32) -> Option<&Range<T>> {
    let after = ranges.partition_point(|range| range.from <= code);
    // Ranges of broken tables overlap; a few before are looked at as well.
    ranges[after.saturating_sub(4)..after].iter().rev().find(|range| code <= range.to)
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |number, byte| number << 8 | u32::from(*byte))
}

/// UTF-16 with the high byte first; a single byte is a unit of its own.
fn units(bytes: &[u8]) -> Vec<u16> {
    if let [byte] = bytes {
        return vec![u16::from(*byte)];
    }
    bytes.chunks_exact(2).take(64).map(|pair| u16::from(pair[0]) << 8 | u16::from(pair[1])).collect()
}

/// The text of UTF-16, if it is one: nothing, zeros and what is no character explain nothing.
fn text(units: &[u16]) -> Option<Rc<str>> {
    let text = String::from_utf16(units).ok()?;
    let text = text.trim_matches('\0');
    (!text.is_empty() && text.chars().all(|letter| letter != char::REPLACEMENT_CHARACTER)).then(|| text.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::budget::Limits;

    #[test]
    fn characters_ranges_and_arrays_are_read() {
        let table = b"1 begincodespacerange <0000> <FFFF> endcodespacerange
            2 beginbfchar <0001> <0041> <0002> <00660069> endbfchar
            2 beginbfrange <0010> <0012> <0430> <0020> <0021> [<0431> <0432>] endbfrange";
        let map = CharacterMap::read(table, &Budget::new(Limits::default())).unwrap();
        let text = |code| map.text(code).unwrap_or_default().to_string();
        assert_eq!([1, 2, 0x11, 0x21, 0x22].map(text), ["A", "fi", "б", "в", ""]);
        assert_eq!(map.next_code(&[0, 0x11, 0]), Some((0x11, 2)));
    }
}
