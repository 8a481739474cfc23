//! Fonts with codes of several bytes.

use std::{borrow::Cow, rc::Rc};

use rustc_hash::FxHashMap;

use super::{character_map::CharacterMap, embedded::Embedded};
use crate::{
    error::Result,
    file::File,
    object::{Dictionary, Object},
};

/// How codes become numbers of glyphs.
#[derive(Debug)]
enum Codes {
    /// Two bytes are the number.
    Identity,
    /// Two bytes are a unit of UTF-16.
    Unicode,
    /// By a table in the file.
    Table(CharacterMap),
}

/// A font with codes of several bytes.
#[derive(Debug)]
pub(super) struct Composite {
    codes: Codes,
    widths: FxHashMap<u32, f64>,
    default_width: f64,
    /// Glyphs in the font program, by number, two bytes each.
    glyphs: Option<Vec<u8>>,
    program: Embedded,
    /// Whether codes are the numbers of glyphs in the font program, and so no characters.
    are_glyphs: bool,
}

impl Composite {
    pub(super) fn read(file: &File, dictionary: &Dictionary) -> Result<Self> {
        let encoding = file.value(dictionary, "Encoding")?;
        let codes = match &encoding {
            Object::Stream(stream) => {
                let bytes = file.decoded(stream)?.unwrap_or_default();
                Codes::Table(CharacterMap::read(&bytes, file.budget)?)
            }
            Object::Name(name) if ["UCS2", "UTF16"].iter().any(|part| contains(name, part)) => Codes::Unicode,
            _ => Codes::Identity,
        };
        let descendants = file.value(dictionary, "DescendantFonts")?;
        let descendant = match descendants.as_array().and_then(|fonts| fonts.first()) {
            Some(font) => file.resolve(font)?,
            None => descendants,
        };
        let descendant = descendant.as_dictionary().cloned().unwrap_or_default();
        let glyphs = match file.value(&descendant, "CIDToGIDMap")? {
            Object::Stream(stream) => file.decoded(&stream)?.map(Cow::into_owned),
            _ => None,
        };
        let descriptor = file.dictionary(&descendant, "FontDescriptor")?;
        let has_table = file.value(dictionary, "ToUnicode")?.as_stream().is_some();
        let has_program = ["FontFile2", "FontFile3"].iter().any(|key| descriptor.has(key));
        let program = if has_table { Embedded::default() } else { Embedded::read(file, &descriptor)? };
        let are_glyphs = has_program && glyphs.is_none() && matches!(codes, Codes::Identity);
        let default_width = file.value(&descendant, "DW")?.as_number().unwrap_or(1000.0) / 1000.0;
        Ok(Self { codes, widths: widths(file, &descendant)?, default_width, glyphs, program, are_glyphs })
    }

    /// Returns `true` if codes can be no characters, whatever the file has it.
    pub(super) const fn has_codes_of_glyphs(&self) -> bool {
        self.are_glyphs
    }

    pub(super) fn next_code(&self, string: &[u8]) -> (u32, usize) {
        if let Codes::Table(table) = &self.codes
            && let Some(found) = table.next_code(string)
        {
            return found;
        }
        match string {
            [high, low, ..] => (u32::from(*high) << 8 | u32::from(*low), 2),
            [byte] => (u32::from(*byte), 1),
            [] => (0, 1),
        }
    }

    fn glyph(&self, code: u32) -> u32 {
        match &self.codes {
            Codes::Table(table) => table.glyph(code).unwrap_or(code),
            Codes::Identity | Codes::Unicode => code,
        }
    }

    pub(super) fn text(&self, code: u32) -> Option<Rc<str>> {
        if let Codes::Unicode = self.codes {
            return char::from_u32(code).map(|character| character.encode_utf8(&mut [0; 4]).into());
        }
        let number = self.glyph(code);
        let glyph = match &self.glyphs {
            Some(glyphs) => {
                let at = usize::try_from(number).ok()?.checked_mul(2)?;
                let pair = glyphs.get(at..at + 2)?;
                u32::from(pair[0]) << 8 | u32::from(pair[1])
            }
            None => number,
        };
        self.program.of_glyph(glyph)
    }

    pub(super) fn width(&self, code: u32) -> f64 {
        self.widths.get(&self.glyph(code)).copied().unwrap_or(self.default_width)
    }
}

fn contains(name: &[u8], part: &str) -> bool {
    memchr::memmem::find(name, part.as_bytes()).is_some()
}

/// `first [w w w]` or `first last w`.
fn widths(file: &File, descendant: &Dictionary) -> Result<FxHashMap<u32, f64>> {
    let mut widths = FxHashMap::default();
    let array = file.value(descendant, "W")?;
    let mut items = array.as_array().unwrap_or(&[]).iter();
    while let (Some(first), Some(second)) = (items.next(), items.next()) {
        let Some(first) = file.resolve(first)?.as_integer().and_then(|first| u32::try_from(first).ok()) else { break };
        let second = file.resolve(second)?;
        if let Some(listed) = second.as_array() {
            for (number, width) in (first..).zip(listed) {
                if let Some(width) = file.resolve(width)?.as_number() {
                    widths.insert(number, width / 1000.0);
                }
            }
        } else {
            let Some(last) = second.as_integer().and_then(|last| u32::try_from(last).ok()) else { break };
            let width = items.next().map(|width| file.resolve(width)).transpose()?;
            let Some(width) = width.and_then(|width| width.as_number()) else { break };
            // Numbers have two bytes.
            let last = last.min(0xFFFF);
            file.budget.spend(20 * usize::try_from(last.saturating_sub(first)).unwrap_or(0))?;
            for number in first..=last {
                widths.insert(number, width / 1000.0);
            }
        }
        file.budget.spend(20)?;
    }
    Ok(widths)
}
