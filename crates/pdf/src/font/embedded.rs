//! What the font program in the file knows of its characters: the last resort.

use std::rc::Rc;

use read_fonts::{
    FontRef, TableProvider,
    ps::{Sid, cff::CffFontRef, type1::Type1Font},
    tables::cmap::CmapSubtable,
    types::{GlyphId, GlyphId16},
};
use rustc_hash::FxHashMap;

use super::glyph_name;
use crate::{budget::Budget, error::Result, file::File, object::Dictionary};

/// Most characters of one table.
const MOST_CHARACTERS: usize = 100_000;

/// What is known of the glyphs of an embedded font.
#[derive(Debug, Default)]
pub(super) struct Embedded {
    /// Names of codes, where the font has an encoding of its own.
    pub(super) by_code: FxHashMap<u8, Rc<str>>,
    /// Characters of glyphs.
    by_glyph: FxHashMap<u32, Rc<str>>,
    /// Glyphs of codes, in fonts for which codes are no characters.
    glyph_of_code: FxHashMap<u32, u32>,
}

impl Embedded {
    /// Reads the font program that a descriptor names, if there is one that can be read.
    pub(super) fn read(file: &File, descriptor: &Dictionary) -> Result<Self> {
        let mut embedded = Self::default();
        for key in ["FontFile", "FontFile2", "FontFile3"] {
            let program = file.value(descriptor, key)?;
            let Some(stream) = program.as_stream() else { continue };
            let Some(bytes) = file.decoded(stream)? else { continue };
            file.budget.spend(bytes.len())?;
            if let Ok(font) = FontRef::new(&bytes) {
                embedded.read_open_type(&font, file.budget)?;
                if let Ok(table) = font.cff() {
                    embedded.read_compact(table.offset_data().as_bytes());
                }
            } else if key == "FontFile" {
                embedded.read_type_1(&bytes);
            } else {
                embedded.read_compact(&bytes);
            }
        }
        Ok(embedded)
    }

    /// Returns the characters of a glyph.
    pub(super) fn of_glyph(&self, glyph: u32) -> Option<Rc<str>> {
        self.by_glyph.get(&glyph).cloned()
    }

    /// Returns the characters of a code of one byte.
    pub(super) fn of_code(&self, code: u8) -> Option<Rc<str>> {
        let named = self.by_code.get(&code).cloned();
        named.or_else(|| self.of_glyph(*self.glyph_of_code.get(&u32::from(code))?))
    }

    fn add(&mut self, glyph: u32, text: Rc<str>) {
        self.by_glyph.entry(glyph).or_insert(text);
    }

    fn read_open_type(&mut self, font: &FontRef, budget: &Budget) -> Result<()> {
        if let Ok(cmap) = font.cmap() {
            for record in cmap.encoding_records().iter().take(16) {
                let Ok(table) = record.subtable(cmap.offset_data()) else { continue };
                let is_unicode = match (record.platform_id() as u16, record.encoding_id()) {
                    (0, _) | (3, 1 | 10) => true,
                    (1 | 3, 0) => false,
                    _ => continue,
                };
                let mut taken = 0;
                for (character, glyph) in characters(&table).take(MOST_CHARACTERS) {
                    taken += 1;
                    self.add_mapping(character, glyph.to_u32(), is_unicode);
                }
                budget.spend(taken * 20)?;
            }
        }
        if let Ok(post) = font.post() {
            let count = u16::try_from(post.num_names()).unwrap_or(u16::MAX);
            budget.spend(usize::from(count) * 20)?;
            for glyph in 0..count {
                let name = post.glyph_name(GlyphId16::new(glyph));
                if let Some(text) = name.and_then(|name| glyph_name::text(name.as_bytes())) {
                    self.add(u32::from(glyph), text);
                }
            }
        }
        Ok(())
    }

    fn add_mapping(&mut self, character: u32, glyph: u32, is_unicode: bool) {
        if glyph == 0 {
            return;
        }
        if is_unicode {
            let text = char::from_u32(character).filter(|character| !is_private(*character));
            if let Some(text) = text {
                self.add(glyph, text.encode_utf8(&mut [0; 4]).into());
            }
        } else {
            // Symbol fonts keep their codes from F000 on.
            let code = if (0xF000..=0xF0FF).contains(&character) { character - 0xF000 } else { character };
            self.glyph_of_code.entry(code).or_insert(glyph);
        }
    }

    fn read_type_1(&mut self, bytes: &[u8]) {
        let Ok(font) = Type1Font::new(bytes) else { return };
        let Some(encoding) = font.encoding() else { return };
        for code in 0..=u8::MAX {
            if let Some(text) = encoding.glyph_name(code).and_then(|name| glyph_name::text(name.as_bytes())) {
                self.by_code.insert(code, text);
            }
        }
    }

    fn read_compact(&mut self, bytes: &[u8]) {
        let Ok(font) = CffFontRef::new_cff(bytes, 0, None) else { return };
        let Some(charset) = font.charset() else { return };
        if font.is_cid() {
            return;
        }
        let name_of = |id: Sid| font.string(id).and_then(glyph_name::text);
        for (glyph, id) in charset.iter().take(usize::from(u16::MAX)) {
            if let Some(text) = name_of(id) {
                self.add(glyph.to_u32(), text);
            }
        }
        let Some(encoding) = font.encoding() else { return };
        for code in 0..=u8::MAX {
            let glyph = encoding.map(code).filter(|glyph| *glyph != GlyphId::NOTDEF);
            if let Some(text) = glyph.and_then(|glyph| self.of_glyph(glyph.to_u32())) {
                self.by_code.insert(code, text);
            }
        }
    }
}

fn characters<'table>(table: &'table CmapSubtable) -> Box<dyn Iterator<Item = (u32, GlyphId)> + 'table> {
    match table {
        CmapSubtable::Format0(table) => {
            let glyphs = table.glyph_id_array().iter().copied().enumerate();
            Box::new(glyphs.map(|(code, glyph)| (u32::try_from(code).unwrap_or(0), GlyphId::new(glyph.into()))))
        }
        table => Box::new(table.iter()),
    }
}

fn is_private(character: char) -> bool {
    matches!(character, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..)
}
