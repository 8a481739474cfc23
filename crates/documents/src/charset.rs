//! Bytes → text in a named encoding: what pages, mails and parts in XML say about themselves.
//!
//! The engine knows the encodings of Kazakh, Russian and English texts, KZ-1048 among them, and
//! `encoding_rs` those of the web for all other languages.

use std::borrow::Cow;

use tarazy_engine::{
    encoding::{Encoding, EncodingChoice},
    intake::{IntakeError, MAX_TEXT_BYTES, decode},
};

/// A text with how it was read.
#[derive(Debug)]
pub(crate) struct Decoded {
    pub(crate) text: String,
    /// One of the engine's encodings.
    pub(crate) encoding: Option<Encoding>,
    pub(crate) confidence: f32,
    /// The number of bytes that mean nothing.
    pub(crate) replaced: u32,
}

impl From<tarazy_engine::intake::Decoded> for Decoded {
    fn from(decoded: tarazy_engine::intake::Decoded) -> Self {
        Self {
            text: decoded.text,
            encoding: Some(decoded.encoding),
            confidence: decoded.confidence,
            replaced: decoded.replaced,
        }
    }
}

/// Names of encodings that the web does not know or knows as something else, with the engine's code.
const OTHER_NAMES: [(&str, Encoding); 16] = [
    ("kz-1048", Encoding::Kz1048),
    ("kz1048", Encoding::Kz1048),
    ("strk1048", Encoding::Kz1048),
    ("strk1048-2002", Encoding::Kz1048),
    ("rk1048", Encoding::Kz1048),
    ("cskz1048", Encoding::Kz1048),
    ("pt154", Encoding::Pt154),
    ("ptcp154", Encoding::Pt154),
    ("cp154", Encoding::Pt154),
    ("csptcp154", Encoding::Pt154),
    ("cyrillic-asian", Encoding::Pt154),
    ("cp866", Encoding::Ibm866),
    ("dos-866", Encoding::Ibm866),
    ("win-1251", Encoding::Windows1251),
    ("win1251", Encoding::Windows1251),
    ("koi8", Encoding::Koi8R),
];

/// An encoding that somebody named.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum NamedEncoding {
    /// One of the engine's.
    Own(Encoding),
    /// Another of the web's.
    Web(&'static encoding_rs::Encoding),
}

impl NamedEncoding {
    /// Finds the encoding with a name.
    pub(crate) fn find(name: &str) -> Option<Self> {
        let name = name.trim().trim_matches(['"', '\'']).to_ascii_lowercase();
        let other = OTHER_NAMES.iter().find(|(known, _)| *known == name).map(|(_, encoding)| *encoding);
        if let Some(own) = other.or_else(|| Encoding::from_code(&name)) {
            return Some(Self::Own(own));
        }
        let web = encoding_rs::Encoding::for_label(name.as_bytes())?;
        Some(Encoding::from_code(web.name()).map_or(Self::Web(web), Self::Own))
    }

    /// Returns `true` if each byte below 128 is a character of ASCII.
    fn extends_ascii(self) -> bool {
        match self {
            Self::Own(own) => !matches!(own, Encoding::Utf16Be | Encoding::Utf16Le),
            Self::Web(web) => web.is_ascii_compatible(),
        }
    }

    /// Reads bytes.
    ///
    /// # Errors
    /// As [`decode`].
    pub(crate) fn decode(self, bytes: &[u8]) -> Result<Decoded, IntakeError> {
        match self {
            Self::Own(own) => Ok(decode(bytes.to_vec(), EncodingChoice::Fixed(own))?.into()),
            Self::Web(web) => {
                let bound = bytes.len() as u64;
                if bound > MAX_TEXT_BYTES {
                    return Err(IntakeError::TooLarge { bytes: bound, limit: MAX_TEXT_BYTES });
                }
                let (text, _) = web.decode_without_bom_handling(bytes);
                let replaced = text.matches(char::REPLACEMENT_CHARACTER).count();
                let replaced = u32::try_from(replaced).unwrap_or(u32::MAX);
                Ok(Decoded { text: text.into_owned(), encoding: None, confidence: 1.0, replaced })
            }
        }
    }
}

/// Reads bytes in the encoding of the user's choice, of a byte order mark, in UTF-8 if they are, in
/// the encoding that they name themselves, or in the one in which they read as a language.
///
/// # Errors
/// As [`decode`].
pub(crate) fn declared(
    bytes: Vec<u8>,
    choice: EncodingChoice,
    named: Option<NamedEncoding>,
) -> Result<Decoded, IntakeError> {
    if choice != EncodingChoice::Auto || has_mark(&bytes) {
        return Ok(decode(bytes, choice)?.into());
    }
    let is_utf8 = std::str::from_utf8(&bytes).is_ok();
    match named {
        // A page that a browser saved keeps the name of its old encoding.
        Some(named) if named.extends_ascii() && named != NamedEncoding::Own(Encoding::Utf8) && !is_utf8 => {
            let decoded = named.decode(&bytes)?;
            // A name that fits hardly any byte is wrong.
            let is_wrong = decoded.replaced > 0 && decoded.replaced as usize > bytes.len() / 50;
            if is_wrong { Ok(decode(bytes, choice)?.into()) } else { Ok(decoded) }
        }
        _ => Ok(decode(bytes, choice)?.into()),
    }
}

fn has_mark(bytes: &[u8]) -> bool {
    [&b"\xEF\xBB\xBF"[..], b"\xFF\xFE", b"\xFE\xFF"].iter().any(|mark| bytes.starts_with(mark))
}

/// Reads a part in XML: in UTF-16 where its first bytes are, in the encoding of its declaration, else
/// in UTF-8; `None` if it is not.
pub(crate) fn xml_text(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let utf16 = match bytes {
        [0xFF, 0xFE, ..] | [b'<', 0, ..] => Some(Encoding::Utf16Le),
        [0xFE, 0xFF, ..] | [0, b'<', ..] => Some(Encoding::Utf16Be),
        _ => None,
    };
    if let Some(encoding) = utf16 {
        let units: Vec<u16> = bytes
            .chunks_exact(2)
            .map(|pair| {
                let pair = [pair[0], pair[1]];
                if encoding == Encoding::Utf16Le { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) }
            })
            .collect();
        let text = String::from_utf16(&units).ok()?;
        return Some(Cow::Owned(text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text)));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return Some(Cow::Borrowed(text)),
        Err(error) => error,
    };
    let declared = xml_encoding(bytes).filter(|named| *named != NamedEncoding::Own(Encoding::Utf8));
    declared.filter(|_| error.valid_up_to() > 0)?.decode(bytes).ok().map(|decoded| Cow::Owned(decoded.text))
}

/// Finds the encoding that the declaration of XML names.
pub(crate) fn xml_encoding(bytes: &[u8]) -> Option<NamedEncoding> {
    let head = bytes[..bytes.len().min(200)].trim_ascii_start().strip_prefix(b"<?xml")?;
    let head = String::from_utf8_lossy(head);
    let (declaration, _) = head.split_once("?>")?;
    let (_, value) = declaration.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    NamedEncoding::find(value.trim_start_matches(['"', '\'']).split(['"', '\'', ' ']).next()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_encodings_are_found() {
        for (name, encoding) in [
            ("UTF-8", Encoding::Utf8),
            ("windows-1251", Encoding::Windows1251),
            ("CP1251", Encoding::Windows1251),
            ("STRK1048-2002", Encoding::Kz1048),
            ("KOI8-R", Encoding::Koi8R),
            ("iso-8859-1", Encoding::Windows1252),
            ("us-ascii", Encoding::Windows1252),
            ("'cp866'", Encoding::Ibm866),
        ] {
            assert_eq!(NamedEncoding::find(name), Some(NamedEncoding::Own(encoding)), "{name}");
        }
        assert!(matches!(NamedEncoding::find("shift_jis"), Some(NamedEncoding::Web(_))));
        assert_eq!(NamedEncoding::find("x-unknown"), None);
    }

    #[test]
    fn the_name_counts_where_bytes_are_not_utf8() {
        let named = NamedEncoding::find("windows-1251");
        let read = |bytes: &[u8]| declared(bytes.to_vec(), EncodingChoice::Auto, named).map(|decoded| decoded.text);
        assert_eq!(read(b"\xE4\xE0").as_deref(), Ok("да"));
        assert_eq!(read("да".as_bytes()).as_deref(), Ok("да"));
        assert_eq!(read(b"\xFF\xFE\x34\x04").as_deref(), Ok("д"));
    }

    #[test]
    fn xml_is_read_in_its_encoding() {
        let declared = b"<?xml version='1.0' encoding='windows-1251'?><a>\xE4\xE0</a>";
        assert!(xml_text(declared).is_some_and(|text| text.ends_with("<a>да</a>")));
        assert_eq!(xml_text(b"<\0a\0/\0>\0").as_deref(), Some("<a/>"));
        assert_eq!(xml_text(b"<a>\xE4</a>"), None);
    }
}
