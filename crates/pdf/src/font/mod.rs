//! The bytes of a string that is drawn → characters with their widths.
//!
//! What a code stands for is asked of the font's table for readers (ToUnicode), of the names of its
//! characters, and of the embedded font itself, in this order. A code that nothing explains has no
//! text; it is never guessed from its number.

mod character_map;
mod composite;
mod embedded;
mod encoding;
mod glyph_name;
mod simple;
mod standard_widths;
mod tex;

use std::rc::Rc;

use crate::{
    error::Result,
    file::File,
    object::{Dictionary, Object},
};
use character_map::CharacterMap;
use composite::Composite;
use simple::Simple;

/// A code of a string.
#[derive(Debug, Clone)]
pub(crate) struct Code {
    /// What it stands for; `None` if that cannot be known.
    pub(crate) text: Option<Rc<str>>,
    /// How far it moves on, in units of the font size.
    pub(crate) width: f64,
    /// Whether it is the code 32 of one byte, to which the space between words is added.
    pub(crate) is_word_space: bool,
}

/// A font.
#[derive(Debug)]
pub(crate) struct Font {
    to_unicode: Option<CharacterMap>,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    Simple(Box<Simple>),
    Composite(Box<Composite>),
}

impl Font {
    /// Reads a font.
    pub(crate) fn read(file: &File, dictionary: &Dictionary) -> Result<Self> {
        let to_unicode = match file.value(dictionary, "ToUnicode")? {
            Object::Stream(stream) => {
                let bytes = file.decoded(&stream)?;
                bytes.map(|bytes| CharacterMap::read(&bytes, file.budget)).transpose()?
            }
            Object::Name(name) if name.starts_with(b"Identity") => Some(CharacterMap::identity()),
            _ => None,
        };
        let is_composite = file.value(dictionary, "Subtype")?.as_name() == Some(b"Type0");
        let kind = if is_composite {
            Kind::Composite(Composite::read(file, dictionary)?.into())
        } else {
            Kind::Simple(Simple::read(file, dictionary, to_unicode.is_some())?.into())
        };
        // A subset whose codes are numbers of glyphs cannot have them as characters too.
        let is_false = match &kind {
            Kind::Composite(font) => {
                font.has_codes_of_glyphs() && to_unicode.as_ref().is_some_and(CharacterMap::is_identity)
            }
            Kind::Simple(_) => false,
        };
        Ok(Self { to_unicode: to_unicode.filter(|_| !is_false), kind })
    }

    /// Returns the height of the font in units of its size: 1 but for fonts whose characters are
    /// drawings.
    pub(crate) fn em(&self) -> f64 {
        match &self.kind {
            Kind::Simple(font) => font.em(),
            Kind::Composite(_) => 1.0,
        }
    }

    /// Calls `each` for each code of a string.
    pub(crate) fn codes(&self, string: &[u8], mut each: impl FnMut(Code) -> Result<()>) -> Result<()> {
        let mut rest = string;
        while !rest.is_empty() {
            let (code, len) = match &self.kind {
                Kind::Simple(_) => (u32::from(rest[0]), 1),
                Kind::Composite(font) => font.next_code(rest),
            };
            rest = &rest[len..];
            let mapped = self.to_unicode.as_ref().and_then(|map| map.text(code));
            let (own, width) = match &self.kind {
                Kind::Simple(font) => (font.text(code), font.width(code)),
                Kind::Composite(font) => (font.text(code), font.width(code)),
            };
            each(Code { text: mapped.or(own), width, is_word_space: len == 1 && code == 32 })?;
        }
        Ok(())
    }
}
