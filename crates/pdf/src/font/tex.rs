//! The encodings of TeX, for fonts of bitmaps.
//!
//! Such fonts have neither names nor a table for readers. Those of Cyrillic and Kazakh have the codes
//! of T2A, which for Latin letters are those of T1; old ones of English have the 128 codes of OT1,
//! in which joined letters have other places.

/// Codes 80 to BF: letters of other languages than Russian, capitals first.
const LETTERS: &str = "ҐҒЂЋҺЖЗЉЇҚЌЌЌҢЌЅӨҪЎҮҰҲЏҸЧЄӘЊЁ№¤§ґғђћһжзљїқќќќңќѕөҫўүұҳџҹчєәњё„«»";

/// Codes 00 to 1F that letters of running text need.
const PUNCTUATION: &[(u8, &str)] = &[
    (0x0E, "‹"),
    (0x0F, "›"),
    (0x10, "“"),
    (0x11, "”"),
    (0x15, "–"),
    (0x16, "—"),
    (0x17, ""),
    (0x1A, "ȷ"),
    (0x1B, "ff"),
    (0x1C, "fi"),
    (0x1D, "fl"),
    (0x1E, "ffi"),
    (0x1F, "ffl"),
];

/// Characters of OT1 that are not those of ASCII.
const OLD: &[(u8, &str)] = &[
    (0x0B, "ff"),
    (0x0C, "fi"),
    (0x0D, "fl"),
    (0x0E, "ffi"),
    (0x0F, "ffl"),
    (0x10, "ı"),
    (0x19, "ß"),
    (0x1A, "æ"),
    (0x1B, "œ"),
    (0x22, "”"),
    (0x27, "’"),
    (0x5C, "“"),
    (0x60, "‘"),
    (0x7B, "–"),
    (0x7C, "—"),
];

/// Returns the character of a code of OT1.
pub(super) fn old_text(code: u8) -> Option<String> {
    if let Some((_, text)) = OLD.iter().find(|(listed, _)| *listed == code) {
        return Some((*text).to_owned());
    }
    matches!(code, 0x20..=0x7A).then(|| char::from(code).to_string())
}

/// Returns the character of a code of T2A.
pub(super) fn text(code: u8) -> Option<String> {
    if let Some((_, text)) = PUNCTUATION.iter().find(|(listed, _)| *listed == code) {
        return Some((*text).to_owned());
    }
    match code {
        0x20..=0x7E => Some(char::from(code).to_string()),
        0x7F => Some("-".to_owned()),
        0x80..=0xBF => LETTERS.chars().nth(usize::from(code - 0x80)).map(String::from),
        0xC0..=0xFF => char::from_u32(u32::from('А') + u32::from(code - 0xC0)).map(String::from),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kazakh_and_russian_letters_have_their_codes() {
        let read = |codes: &[u8]| codes.iter().filter_map(|code| text(*code)).collect::<String>();
        assert_eq!(read(&[0x89, 0xE0, 0xE7, 0xE0, 0xA9, 0x20, 0xBC]), "Қазақ ё");
        assert_eq!(read(&[0xAD, 0xA1, 0xB3, 0xB4, 0xB0, 0xBA, 0xA4]), "ңғүұөәһ");
        assert_eq!(LETTERS.chars().count(), 64);
    }
}
