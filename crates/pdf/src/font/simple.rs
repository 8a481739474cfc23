//! Fonts with codes of one byte.

use std::rc::Rc;

use super::{embedded::Embedded, encoding::Encoding, glyph_name, standard_widths, tex};
use crate::{
    error::Result,
    file::File,
    object::{Dictionary, Object},
};

/// A font with codes of one byte.
#[derive(Debug)]
pub(super) struct Simple {
    texts: Vec<Option<Rc<str>>>,
    first: u32,
    /// Widths from the first code on, in units of the font size.
    widths: Vec<f64>,
    /// The width of what has none.
    missing: Option<f64>,
    name: Vec<u8>,
    /// The height in units of the size.
    em: f64,
}

impl Simple {
    pub(super) fn read(file: &File, dictionary: &Dictionary, has_to_unicode: bool) -> Result<Self> {
        let subtype = file.value(dictionary, "Subtype")?;
        let is_type_3 = subtype.as_name() == Some(b"Type3");
        let descriptor = file.dictionary(dictionary, "FontDescriptor")?;
        let matrix = file.numbers(dictionary, "FontMatrix")?;
        let scale = if is_type_3 { matrix.first().copied().unwrap_or(0.001) } else { 0.001 };
        let widths: Vec<f64> = file.numbers(dictionary, "Widths")?.into_iter().map(|width| width * scale).collect();
        // A drawn font is about as high as its widest character is wide.
        let em = if is_type_3 { widths.iter().copied().fold(0.0, f64::max) } else { 1.0 };
        let em = if em.is_finite() && em > 0.0 { em } else { 1.0 };
        let missing = file.value(&descriptor, "MissingWidth")?.as_number().map(|width| width * scale);
        let first = file.value(dictionary, "FirstChar")?.as_integer().and_then(|first| u32::try_from(first).ok());
        let name = file.value(dictionary, "BaseFont")?.as_name().unwrap_or(b"").to_vec();
        let texts = texts(file, dictionary, &descriptor, is_type_3, has_to_unicode)?;
        Ok(Self { texts, first: first.unwrap_or(0), widths, missing, name, em })
    }

    pub(super) const fn em(&self) -> f64 {
        self.em
    }

    pub(super) fn text(&self, code: u32) -> Option<Rc<str>> {
        self.texts.get(usize::try_from(code).ok()?)?.clone()
    }

    pub(super) fn width(&self, code: u32) -> f64 {
        let index = code.checked_sub(self.first).and_then(|index| usize::try_from(index).ok());
        if let Some(width) = index.and_then(|index| self.widths.get(index)) {
            return *width;
        }
        match self.missing {
            Some(width) if !self.widths.is_empty() => width,
            _ if !self.widths.is_empty() => 0.0,
            _ => standard_widths::width(&self.name, code) / 1000.0,
        }
    }
}

/// The names that an encoding gives to codes, in place of those of its base.
fn differences(file: &File, encoding: &Object) -> Result<Vec<Option<Vec<u8>>>> {
    let mut names = vec![None; 256];
    let Some(encoding) = encoding.as_dictionary() else { return Ok(names) };
    let differences = file.value(encoding, "Differences")?;
    let mut code = 0;
    for item in differences.as_array().unwrap_or(&[]) {
        match file.resolve(item)? {
            Object::Name(name) => {
                if let Some(place) = names.get_mut(code) {
                    *place = Some(name.to_vec());
                }
                code += 1;
            }
            number => code = number.as_index().unwrap_or(code),
        }
    }
    Ok(names)
}

fn texts(
    file: &File,
    dictionary: &Dictionary,
    descriptor: &Dictionary,
    is_type_3: bool,
    has_to_unicode: bool,
) -> Result<Vec<Option<Rc<str>>>> {
    let encoding = file.value(dictionary, "Encoding")?;
    let names = differences(file, &encoding)?;
    let base = match &encoding {
        Object::Dictionary(encoding) => file.value(encoding, "BaseEncoding")?,
        other => other.clone(),
    };
    let base = base.as_name().and_then(Encoding::named);
    let flags = file.value(descriptor, "Flags")?.as_integer().unwrap_or(0);
    let is_symbolic = flags & 4 != 0;
    let program =
        if has_to_unicode && base.is_some() { Embedded::default() } else { Embedded::read(file, descriptor)? };
    let has_program = ["FontFile", "FontFile2", "FontFile3"].iter().any(|key| descriptor.has(key));
    let is_true_type = file.value(dictionary, "Subtype")?.as_name() == Some(b"TrueType");
    let is_numbered = is_type_3 && names.iter().flatten().all(|name| glyph_name::text(name).is_none());
    if is_numbered {
        let is_named = |code: u8| names[usize::from(code)].as_deref().is_some_and(|name| name != b".notdef");
        let is_old = !(0x80..=0xFF).any(is_named) && !(0x1B..=0x1F).any(is_named);
        let text_of = |code| if is_old { tex::old_text(code) } else { tex::text(code) };
        return Ok((0..=u8::MAX).map(|code| text_of(code).map(Rc::from)).collect());
    }
    let text_of = |code: u8| {
        let named = names[usize::from(code)].as_deref();
        if let Some(text) = named.and_then(glyph_name::text) {
            return Some(text);
        }
        if named.is_some() {
            return program.of_code(code);
        }
        // A symbolic TrueType font is read by its own table, whatever encoding is named.
        if is_true_type && is_symbolic && has_program {
            return program.of_code(code).or_else(|| base.and_then(|base| base.text(code)));
        }
        if let Some(base) = base {
            return base.text(code);
        }
        let fallback = || Encoding::Standard.text(code).filter(|_| !is_symbolic || !has_program);
        program.of_code(code).or_else(fallback)
    };
    Ok((0..=u8::MAX).map(text_of).collect())
}
