//! Bytes of a plain text file → text, whatever it is written in.
//!
//! In this order, and the first that fits decides: a byte order mark; UTF-16 by its pattern of
//! bytes; UTF-8 without an error; a single-byte encoding in which the text reads as Kazakh, Russian
//! or English ([`crate::language::encoding_guess`]). A text that is UTF-8 but for a few bytes is
//! refused with the place of the first, since a guess would spoil all the rest.
//!
//! ```
//! use tarazy_engine::{
//!     encoding::{Encoding, EncodingChoice},
//!     intake::decode,
//! };
//!
//! let bytes = b"\xD1\xE2\xEE\xE1\xEE\xE4\xE0 \xE8 \xEF\xF0\xE0\xE2\xE0 \xF7\xE5\xEB\xEE\xE2\xE5\xEA\xE0".to_vec();
//! let decoded = decode(bytes, EncodingChoice::Auto)?;
//! assert_eq!((decoded.text.as_str(), decoded.encoding), ("Свобода и права человека", Encoding::Windows1251));
//! # Ok::<(), tarazy_engine::intake::IntakeError>(())
//! ```

use super::{
    error::IntakeError,
    plain_text::{LOOK_BYTES, binary_kind, check_size, utf8},
};
use crate::{
    encoding::{CodePage, Encoding, EncodingChoice},
    intake::encoding_guess::{guess, is_broken_utf8},
    text::to_u32,
};

/// From this confidence on a guess needs no warning.
pub const SURE: f32 = 0.8;

/// A file is binary if more than one byte in this number is a control character.
const BYTES_PER_CONTROL: usize = 256;

/// A file is binary if more than one character in this number is a zero byte; a few in a text are
/// reported by [`super::unexpected()`].
const CHARACTERS_PER_ZERO: usize = 64;

/// A text with how it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// In which encoding its bytes were read.
    pub encoding: Encoding,
    /// How sure the encoding is, from 0 to 1: 1 where the user chose it or a byte order mark shows
    /// it, and for UTF-8 without an error.
    pub confidence: f32,
    /// The number of bytes that mean nothing in this encoding; each such place is U+FFFD in the
    /// text.
    pub replaced: u32,
}

impl Decoded {
    /// Returns `true` if more than a tenth of the text is U+FFFD for bytes without a meaning: a
    /// byte order mark by chance.
    fn is_spoilt(&self) -> bool {
        self.replaced > 0 && self.replaced as usize > self.text.chars().count() / 10
    }
}

/// Reads the bytes of a plain text in the encoding that the reader chose or that they show.
///
/// Cost: one pass for UTF-8; for other encodings one to look, on a bounded sample, and two to write
/// the text.
///
/// # Errors
/// [`IntakeError`] for more than [`MAX_TEXT_BYTES`] of bytes or text, a file of another kind, UTF-8
/// with a few bad bytes (with the place of the first), and bytes that read as no language. A text of
/// nothing but white space is a text.
pub fn decode(bytes: Vec<u8>, choice: EncodingChoice) -> Result<Decoded, IntakeError> {
    check_size(bytes.len() as u64)?;
    if let Some(kind) = binary_kind(&bytes) {
        return Err(IntakeError::Binary { kind });
    }
    let decoded = match choice {
        EncodingChoice::Fixed(encoding) => read(bytes, encoding, 1.0)?,
        EncodingChoice::Auto => detect(bytes)
            .and_then(|decoded| if decoded.is_spoilt() { Err(IntakeError::UnknownEncoding) } else { Ok(decoded) })?,
    };
    let start = &decoded.text[..decoded.text.floor_char_boundary(LOOK_BYTES)];
    let zeros = start.matches('\0').count();
    if zeros > 1 && zeros * CHARACTERS_PER_ZERO > start.chars().count() {
        return Err(IntakeError::Binary { kind: "?" });
    }
    Ok(decoded)
}

fn detect(bytes: Vec<u8>) -> Result<Decoded, IntakeError> {
    let marks: [(&[u8], Encoding); 3] =
        [(b"\xEF\xBB\xBF", Encoding::Utf8), (b"\xFF\xFE", Encoding::Utf16Le), (b"\xFE\xFF", Encoding::Utf16Be)];
    if let Some((_, encoding)) = marks.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        return read(bytes, *encoding, 1.0);
    }
    if let Some((encoding, confidence)) = utf16_pattern(&bytes) {
        return read(bytes, encoding, confidence);
    }
    let (error, bytes) = match utf8(bytes) {
        Ok(text) => return Ok(Decoded { text, encoding: Encoding::Utf8, confidence: 1.0, replaced: 0 }),
        Err(failed) => failed,
    };
    let look = &bytes[..bytes.len().min(LOOK_BYTES)];
    if look.contains(&0) || look.iter().filter(|byte| is_control(**byte)).count() * BYTES_PER_CONTROL > look.len() {
        return Err(IntakeError::Binary { kind: "?" });
    }
    if is_broken_utf8(&bytes) {
        return Err(error);
    }
    let (encoding, confidence) = guess(&bytes).ok_or(IntakeError::UnknownEncoding)?;
    read(bytes, encoding, confidence)
}

/// Control characters that no text has; the end mark of DOS is none of them.
fn is_control(byte: u8) -> bool {
    matches!(byte, 0..=8 | 0x0E..=0x19 | 0x1B..=0x1F | 0x7F)
}

/// Detects UTF-16 without a byte order mark: the high byte of each pair has one of few values (0
/// for Latin letters and spaces, 4 for Cyrillic, 0x20 for dashes and quotation marks).
fn utf16_pattern(bytes: &[u8]) -> Option<(Encoding, f32)> {
    let look = &bytes[..bytes.len().min(LOOK_BYTES) & !1];
    if look.len() < 4 || !look.iter().any(|byte| matches!(byte, 0 | 4)) {
        return None;
    }
    let share = |encoding: Encoding| {
        let is_usual = |pair: &&[u8]| {
            let unit = unit(encoding, pair);
            matches!(unit, 0x09 | 0x0A | 0x0D | 0x20..=0x7E | 0xA0..=0x17F | 0x400..=0x4FF | 0x2010..=0x2026 | 0x2116)
        };
        look.chunks_exact(2).filter(is_usual).count() as f32 / (look.len() / 2) as f32
    };
    let shares = [Encoding::Utf16Le, Encoding::Utf16Be].map(|encoding| (encoding, share(encoding)));
    let (best, other) = if shares[0].1 >= shares[1].1 { (shares[0], shares[1]) } else { (shares[1], shares[0]) };
    (best.1 > 0.9 && other.1 < 0.5).then_some(best)
}

fn unit(encoding: Encoding, pair: &[u8]) -> u16 {
    let pair = [pair.first().copied().unwrap_or(0), pair.get(1).copied().unwrap_or(0)];
    if encoding == Encoding::Utf16Be { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) }
}

/// Reads bytes in an encoding, without its byte order mark.
fn read(bytes: Vec<u8>, encoding: Encoding, confidence: f32) -> Result<Decoded, IntakeError> {
    let (text, replaced) = match (encoding, encoding.code_page()) {
        (Encoding::Utf8, _) => (utf8(bytes).map_err(|(error, _)| error)?, 0),
        (_, Some(code_page)) => letters(&bytes, code_page)?,
        (_, None) => utf16(&bytes, encoding)?,
    };
    Ok(Decoded { text, encoding, confidence, replaced })
}

fn letters(bytes: &[u8], code_page: CodePage) -> Result<(String, u32), IntakeError> {
    let letters = code_page.decode(bytes);
    let len = letters.clone().map(char::len_utf8).sum::<usize>();
    check_size(len as u64)?;
    let mut text = String::with_capacity(len);
    text.extend(letters.clone());
    let replaced = letters.filter(|letter| *letter == char::REPLACEMENT_CHARACTER).count();
    Ok((text, to_u32(replaced)))
}

fn utf16(bytes: &[u8], encoding: Encoding) -> Result<(String, u32), IntakeError> {
    let units = || bytes.chunks_exact(2).map(|pair| unit(encoding, pair));
    let mut text = String::with_capacity(bytes.len() / 2);
    let mut replaced = bytes.len() % 2;
    for (at, letter) in char::decode_utf16(units()).enumerate() {
        match letter {
            Ok('\u{feff}') if at == 0 => {}
            Ok(letter) => text.push(letter),
            Err(_) => {
                replaced += 2;
                text.push(char::REPLACEMENT_CHARACTER);
            }
        }
    }
    if bytes.len() % 2 == 1 {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    check_size(text.len() as u64)?;
    Ok((text, to_u32(replaced)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const KAZAKH: &str = include_str!("../../../../www/samples/udhr-kaz.txt");
    const RUSSIAN: &str = include_str!("../../../../www/samples/udhr-rus.txt");
    const ENGLISH: &str = include_str!("../../../../www/samples/udhr-eng.txt");
    const CONSTITUTION: &str = include_str!("../../../../www/samples/constitution-kz-kaz-excerpt.txt");

    /// A text in an encoding; none where it lacks a letter.
    fn encode(text: &str, encoding: Encoding) -> Option<Vec<u8>> {
        match (encoding, encoding.code_page()) {
            (_, Some(code_page)) => text.chars().map(|letter| code_page.byte(letter)).collect(),
            (Encoding::Utf16Le, _) => Some(text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
            (Encoding::Utf16Be, _) => Some(text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
            _ => Some(text.as_bytes().to_vec()),
        }
    }

    fn auto(bytes: &[u8]) -> Result<Decoded, IntakeError> {
        decode(bytes.to_vec(), EncodingChoice::Auto)
    }

    /// Returns the text without the characters that single-byte encodings lack.
    fn plain(text: &str) -> String {
        text.replace(['\u{2010}', '\u{2011}'], "-").replace('\u{feff}', "")
    }

    /// Whole words of `text`, cut into pieces of at least `len` characters.
    fn pieces(text: &str, len: usize) -> Vec<String> {
        let mut pieces = vec![String::new()];
        for word in text.split_whitespace() {
            if pieces.last().is_some_and(|piece| piece.chars().count() >= len) {
                pieces.push(String::new());
            }
            if let Some(piece) = pieces.last_mut() {
                piece.push_str(if piece.is_empty() { "" } else { " " });
                piece.push_str(word);
            }
        }
        pieces.retain(|piece| piece.chars().count() >= len);
        pieces
    }

    #[test]
    fn a_whole_text_is_read_back_in_every_encoding_that_can_hold_it() {
        let mut held = 0;
        for (text, language) in [(KAZAKH, "kk"), (CONSTITUTION, "kk"), (RUSSIAN, "ru"), (ENGLISH, "en")] {
            let text = plain(text);
            for encoding in Encoding::ALL {
                let Some(bytes) = encode(&text, encoding) else { continue };
                held += 1;
                let decoded = auto(&bytes).unwrap_or_else(|error| panic!("{language} {encoding:?}: {error}"));
                assert!(decoded.text == text, "{language} {encoding:?} read as {:?}", decoded.encoding);
                assert!(decoded.confidence > 0.95, "{language} {encoding:?}: {}", decoded.confidence);
                assert_eq!(decoded.replaced, 0);
            }
        }
        // Kazakh: three of Unicode, KZ-1048 and PT154. Russian: all but Windows-1252. English: all.
        assert_eq!(held, 5 + 5 + 11 + 12);
    }

    #[test]
    fn the_encoding_of_a_text_with_distinctive_letters_is_named() {
        for (text, encoding) in [
            (KAZAKH, Encoding::Kz1048),
            (KAZAKH, Encoding::Pt154),
            (RUSSIAN, Encoding::Windows1251),
            (RUSSIAN, Encoding::Koi8R),
            (RUSSIAN, Encoding::Ibm866),
            (RUSSIAN, Encoding::Iso8859_5),
            (RUSSIAN, Encoding::MacCyrillic),
            (RUSSIAN, Encoding::Utf16Le),
            (RUSSIAN, Encoding::Utf16Be),
        ] {
            let bytes = encode(&plain(text), encoding).unwrap();
            assert_eq!(auto(&bytes).unwrap().encoding, encoding);
        }
    }

    /// The percentage of pieces of that many letters that must be read back letter by letter.
    #[test]
    fn pieces_are_read_back() {
        let mut bars = Vec::new();
        for len in [200, 60, 25] {
            bars.extend([
                (KAZAKH, Encoding::Kz1048, len, 100),
                (KAZAKH, Encoding::Pt154, len, if len == 25 { 99 } else { 100 }),
                (RUSSIAN, Encoding::Windows1251, len, 100),
                (RUSSIAN, Encoding::Koi8R, len, 100),
                (RUSSIAN, Encoding::Ibm866, len, 100),
                (RUSSIAN, Encoding::Iso8859_5, len, 100),
                (RUSSIAN, Encoding::Utf16Le, len, 100),
                (RUSSIAN, Encoding::Utf16Be, len, 100),
                (KAZAKH, Encoding::Utf16Le, len, 100),
                (ENGLISH, Encoding::Utf16Be, len, 100),
            ]);
        }
        // Mac Cyrillic shares all small letters but one with Windows-1251; only capitals and я differ.
        bars.extend([(RUSSIAN, Encoding::MacCyrillic, 200, 97), (RUSSIAN, Encoding::MacCyrillic, 60, 70)]);
        let mut missed = Vec::new();
        for (text, encoding, len, bar) in bars {
            let pieces: Vec<String> = pieces(&plain(text), len);
            let is_read = |piece: &&String| {
                encode(piece, encoding)
                    .and_then(|bytes| auto(&bytes).ok())
                    .is_some_and(|decoded| decoded.text == **piece)
            };
            let read = pieces.iter().filter(is_read).count();
            assert!(pieces.len() > 20);
            if read * 100 < bar * pieces.len() {
                missed.push(format!("{encoding:?}, {len} letters: {read} of {}, the bar is {bar} %", pieces.len()));
            }
        }
        assert!(missed.is_empty(), "{missed:#?}");
    }

    #[test]
    fn a_russian_text_keeps_its_few_kazakh_names() {
        let names = "Партия «Қазақстан халқы» и движение «Өрлеу» внесли поправки в закон. ";
        let russian = plain(RUSSIAN);
        let text = format!("{}{names}{}", russian.repeat(20), russian.repeat(30));
        for encoding in [Encoding::Kz1048, Encoding::Pt154] {
            let decoded = auto(&encode(&text, encoding).unwrap()).unwrap();
            assert!(decoded.text == text, "{encoding:?} read as {:?}", decoded.encoding);
        }
    }

    #[test]
    fn english_with_typographic_characters_and_accents_is_windows_1252() {
        let text = "The café’s owner – “a naïve man” – paid £5 for it; the fiancé didn’t.";
        let decoded = auto(&encode(text, Encoding::Windows1252).unwrap()).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.encoding), (text, Encoding::Windows1252));
    }

    #[test]
    fn a_byte_order_mark_decides_and_is_left_out() {
        for encoding in [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be] {
            let bytes = encode("\u{feff}Сөз \u{1F600}", encoding).unwrap();
            let expected = Decoded { text: "Сөз \u{1F600}".to_owned(), encoding, confidence: 1.0, replaced: 0 };
            assert_eq!(auto(&bytes), Ok(expected.clone()));
            assert_eq!(decode(bytes, EncodingChoice::Fixed(encoding)), Ok(expected));
        }
    }

    #[test]
    fn the_readers_choice_is_kept() {
        let bytes = encode("Құқық", Encoding::Kz1048).unwrap();
        let fixed = |encoding| decode(bytes.clone(), EncodingChoice::Fixed(encoding)).map(|decoded| decoded.text);
        assert_eq!(fixed(Encoding::Kz1048).as_deref(), Ok("Құқық"));
        assert_eq!(fixed(Encoding::Windows1251).as_deref(), Ok("Ќўќыќ"));
        assert!(matches!(fixed(Encoding::Utf8), Err(IntakeError::InvalidUtf8 { offset: 1, .. })));
        // Where the user chose the encoding, яю is text and no byte order mark.
        let bytes = encode("яю", Encoding::Windows1251).unwrap();
        let decoded = decode(bytes, EncodingChoice::Fixed(Encoding::Windows1251));
        assert_eq!(decoded.map(|decoded| decoded.text).as_deref(), Ok("яю"));
    }

    #[test]
    fn bytes_without_meaning_are_counted_and_shown() {
        let bytes = [b"\x98 \x98 ".to_vec(), encode(RUSSIAN.trim(), Encoding::Windows1251).unwrap()].concat();
        let decoded = auto(&bytes).unwrap();
        assert_eq!((decoded.encoding, decoded.replaced), (Encoding::Windows1251, 2));
        assert!(decoded.text.starts_with("\u{fffd} \u{fffd} "));
        let half = [encode("Сөз бостандығы", Encoding::Utf16Le).unwrap(), vec![b'!']].concat();
        let decoded = auto(&half).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.replaced), ("Сөз бостандығы\u{fffd}", 1));
    }

    #[test]
    fn what_is_no_text_is_refused_with_a_reason() {
        let kazakh = plain(KAZAKH);
        let broken = [kazakh.as_bytes(), b"\xFF", kazakh.as_bytes()].concat();
        let cut = [kazakh.as_bytes(), b"\xD0"].concat();
        let cases: [(&[u8], &str); 9] = [
            (b"\xFF\xFE\x00", "text-unknown-encoding"),
            (b"%PDF-1.7", "text-binary"),
            (b"free\0dom\0is\0dear", "text-binary"),
            (b"\xFF\xFE\x00\x00\x41\x04\x00\x00", "text-binary"),
            (b"\xCF\xFA\xED\xFE\x07\x00\x00\x01\x03\x00\x00\x00", "text-binary"),
            (b"\x9F\x81\xD6\x02\x01\x98\xC4\x05\xF7\x88\x03\xB2\x90\x10\x11\x12", "text-binary"),
            (&broken, "text-invalid-utf8"),
            (&cut, "text-invalid-utf8"),
            (
                b"\x98\x81\xB7\xAC\xD7\x86\x98\xF7\x87\xB6\xA4\x95\xB3\x98\xBF\x8F\xA6\x98\xBB\x83",
                "text-unknown-encoding",
            ),
        ];
        for (bytes, code) in cases {
            assert_eq!(
                auto(bytes).map_err(|error| error.code()).err(),
                Some(code),
                "{:x?}",
                bytes.iter().take(40).collect::<Vec<_>>()
            );
        }
    }

    #[test]
    fn a_text_may_be_empty_or_have_a_zero_byte() {
        for bytes in
            [&b""[..], b" \n", b"\xFF\xFE", b"free\0dom", &[&b"law and order ".repeat(20)[..], b"\0\0"].concat()]
        {
            assert!(auto(bytes).is_ok(), "{bytes:x?}");
        }
    }

    #[test]
    fn other_slavic_texts_are_not_taken_for_kazakh() {
        for text in [
            "Україна є суверенна і незалежна, демократична держава. Її територія є цілісною і недоторканною, її мова – \
             українська, а її громадяни мають рівні права.",
            "Беларусь – незалежная дзяржава, яе народ сам выбраў свой шлях і ўладу. Мова ў яе беларуская, а ўсе людзі роўныя.",
        ] {
            let decoded = auto(&encode(text, Encoding::Windows1251).unwrap()).unwrap();
            assert_eq!(decoded.text, text, "{:?}", decoded.encoding);
        }
    }

    #[test]
    fn noise_never_has_full_confidence() {
        // A generator by Marsaglia (xorshift), so that the bytes are the same everywhere.
        let mut state = 2_463_534_242_u32;
        let mut byte = || {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            u8::try_from(state >> 24).unwrap_or(0).max(b' ')
        };
        for _ in 0..200 {
            let bytes: Vec<u8> = (0..100).map(|_| byte()).collect();
            assert!(auto(&bytes).is_ok_and(|decoded| decoded.confidence >= SURE).then_some(()).is_none(), "{bytes:x?}");
        }
    }

    proptest! {
        #[test]
        fn what_an_encoding_can_hold_is_read_back(text in r"[А-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі a-z.,«»—]{1,60}\PC{0,3}") {
            for encoding in Encoding::ALL {
                if let Some(bytes) = encode(&text, encoding)
                    && let Ok(decoded) = decode(bytes, EncodingChoice::Fixed(encoding))
                {
                    prop_assert_eq!(&decoded.text, &text);
                }
            }
        }

        #[test]
        fn bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300), at in 0..13_usize) {
            let fixed = Encoding::ALL.get(at).map_or(EncodingChoice::Auto, |encoding| EncodingChoice::Fixed(*encoding));
            if let Ok(decoded) = decode(bytes, fixed) {
                prop_assert!((0.0..=1.0).contains(&decoded.confidence));
            }
        }
    }
}
