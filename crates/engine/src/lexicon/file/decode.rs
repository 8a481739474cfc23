//! Bytes of a lexicon file → text.
//!
//! Byte order marks, UTF-8 and what an XML declaration says are taken as they are. Other bytes are
//! read in the set of letters in which they make most sense, and that is reported as a guess: word
//! lists are short.

use super::loss::LossReason;
use crate::{
    encoding::Encoding,
    intake::encoding_guess::{guess, is_broken_utf8},
    lexicon::error::LexiconError,
    text::is_cyrillic,
};

/// How much of a file is looked at.
const LOOK_BYTES: usize = 64 << 10;

/// Reads the bytes; with the text comes what is doubtful about it.
///
/// # Errors
/// [`LexiconError::Encrypted`] for bytes that are no text in any encoding.
pub(in crate::lexicon) fn decode(bytes: &[u8]) -> Result<(String, Option<LossReason>), LexiconError> {
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return Ok(utf16(rest, u16::from_le_bytes));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return Ok(utf16(rest, u16::from_be_bytes));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if looks_encrypted(bytes) {
        return Err(LexiconError::Encrypted);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((text.to_owned(), None));
    }
    if let Some(encoding) = declared(bytes) {
        return Ok((read(bytes, encoding), None));
    }
    if is_broken_utf8(bytes) {
        return Ok((String::from_utf8_lossy(bytes).into_owned(), Some(LossReason::Encoding)));
    }
    let (mut text, mut encoding) = match guess(bytes) {
        Some((encoding, _)) => (read(bytes, encoding), encoding),
        None => (String::new(), Encoding::Utf8),
    };
    // A list of words in Latin letters with a few accents can be weighed too little to be
    // distinguished from Cyrillic letters.
    if !has_cyrillic_word(&text) {
        (text, encoding) = (read(bytes, Encoding::Windows1252), Encoding::Windows1252);
    }
    Ok((text, Some(LossReason::EncodingGuessed { encoding: encoding.name() })))
}

fn has_cyrillic_word(text: &str) -> bool {
    text.chars().zip(text.chars().skip(1)).any(|(first, second)| is_cyrillic(first) && is_cyrillic(second))
}

/// Returns `true` if the bytes are no text in any encoding: a dictionary that its vendor encrypted,
/// or another binary file. Text has hardly any control characters; random bytes have one in nine.
fn looks_encrypted(bytes: &[u8]) -> bool {
    let look = &bytes[..bytes.len().min(LOOK_BYTES)];
    let controls = look.iter().filter(|byte| matches!(byte, 0..=8 | 14..=31 | 127)).count();
    controls * 50 > look.len()
}

fn utf16(bytes: &[u8], unit: impl Fn([u8; 2]) -> u16) -> (String, Option<LossReason>) {
    let (pairs, rest) = bytes.as_chunks();
    let mut is_broken = !rest.is_empty();
    let letters = char::decode_utf16(pairs.iter().map(|pair| unit(*pair))).map(|letter| {
        letter.unwrap_or_else(|_| {
            is_broken = true;
            char::REPLACEMENT_CHARACTER
        })
    });
    let text = letters.collect();
    (text, is_broken.then_some(LossReason::Encoding))
}

/// Finds the one-byte encoding that the head of an XML file names.
fn declared(bytes: &[u8]) -> Option<Encoding> {
    let head = bytes[..bytes.len().min(200)].trim_ascii_start().strip_prefix(b"<?xml")?;
    let head = String::from_utf8_lossy(head);
    let (declaration, _) = head.split_once("?>")?;
    let (_, value) = declaration.split_once("encoding")?;
    let name = value.trim_start_matches([' ', '=', '"', '\'']).split(['"', '\'', ' ']).next()?;
    let named = if name.eq_ignore_ascii_case("iso-8859-1") { "windows-1252" } else { name };
    Encoding::from_code(named).filter(|encoding| encoding.code_page().is_some())
}

fn read(bytes: &[u8], encoding: Encoding) -> String {
    match encoding.code_page() {
        Some(code_page) => code_page.decode(bytes).collect(),
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn word_lists_are_read_in_their_encoding() {
        let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        let page = |text: &str, encoding: Encoding| -> Vec<u8> {
            let page = encoding.code_page().unwrap();
            text.chars().map(|letter| page.byte(letter).unwrap()).collect()
        };
        let french = "VALEURS\r\n\tLIBERT\u{c9} (1)\r\n\t\u{c9}GALIT\u{c9} (1)\r\n\tD\u{c9}MOCRATIE (2)\r\n";
        let russian = "ЦЕННОСТИ\r\n\tСВОБОДА* (1)\r\n\tСПРАВЕДЛИВОСТЬ (1)\r\n\tПРАВА_ЧЕЛОВЕКА (2)\r\n";
        let kazakh = "ҚҰНДЫЛЫҚТАР\r\n\tБОСТАНДЫҚ* (1)\r\n\tӘДІЛЕТТІЛІК (1)\r\n\tТЕҢДІК (1)\r\n\tЕЛ_БІРЛІГІ (1)\r\n";
        let declared = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><cnode name=\"\u{e9}\"/>";
        for (bytes, text, guessed) in [
            ("бостандық".as_bytes().to_vec(), "бостандық", None),
            ([b"\xEF\xBB\xBF".to_vec(), "a\u{e9}".into()].concat(), "a\u{e9}", None),
            ([b"\xFF\xFE".to_vec(), utf16(kazakh)].concat(), kazakh, None),
            (page(declared, Encoding::Windows1252), declared, None),
            (page(french, Encoding::Windows1252), french, Some("Windows-1252")),
            (page(russian, Encoding::Windows1251), russian, Some("Windows-1251")),
            (page(kazakh, Encoding::Kz1048), kazakh, Some("KZ-1048")),
        ] {
            let reason = guessed.map(|encoding| LossReason::EncodingGuessed { encoding });
            assert_eq!(decode(&bytes), Ok((text.to_owned(), reason)));
        }
        assert_eq!(decode(b"\xFE\xFF\x04\x31\x00"), Ok(("б".to_owned(), Some(LossReason::Encoding))));
        let random: Vec<u8> = (0..2000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13).to_le_bytes()[0]).collect();
        assert_eq!(decode(&random), Err(LexiconError::Encrypted));
    }
}
