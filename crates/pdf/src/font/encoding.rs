//! The encodings that a PDF may name.

use read_fonts::ps::PredefinedEncoding;

use super::glyph_name;
use std::rc::Rc;

/// A named encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    Standard,
    WinAnsi,
    MacRoman,
}

impl Encoding {
    pub(super) fn named(name: &[u8]) -> Option<Self> {
        match name {
            b"StandardEncoding" => Some(Self::Standard),
            b"WinAnsiEncoding" => Some(Self::WinAnsi),
            b"MacRomanEncoding" => Some(Self::MacRoman),
            _ => None,
        }
    }

    /// Returns the character of a code.
    pub(super) fn text(self, code: u8) -> Option<Rc<str>> {
        let character = match self {
            Self::Standard => return glyph_name::text(PredefinedEncoding::Standard.name(code).as_bytes()),
            Self::WinAnsi => win_ansi(code),
            Self::MacRoman => mac_roman(code),
        };
        character.map(|character| character.encode_utf8(&mut [0; 4]).into())
    }
}

/// The upper half of Windows-1252, from 80 to 9F; bullets stand for what is not defined.
const WIN_ANSI: &str = "€•‚ƒ„…†‡ˆ‰Š‹Œ•Ž••‘’“”•–—˜™š›œ•žŸ";

fn win_ansi(code: u8) -> Option<char> {
    match code {
        0x20..=0x7E | 0xA0..=0xFF => Some(char::from(code)),
        0x80..=0x9F => WIN_ANSI.chars().nth(usize::from(code - 0x80)),
        _ => None,
    }
}

/// The upper half of MacRoman.
const MAC_ROMAN: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄¤‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

fn mac_roman(code: u8) -> Option<char> {
    match code {
        0x20..=0x7E => Some(char::from(code)),
        0x80..=0xFF => MAC_ROMAN.chars().nth(usize::from(code - 0x80)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_have_their_number_of_characters() {
        assert_eq!(WIN_ANSI.chars().count(), 32);
        assert_eq!(MAC_ROMAN.chars().count(), 128);
        assert_eq!(Encoding::Standard.text(0xAE).as_deref(), Some("fi"));
        assert_eq!(Encoding::WinAnsi.text(0x97).as_deref(), Some("—"));
        assert_eq!(Encoding::MacRoman.text(0xD0).as_deref(), Some("–"));
    }
}
