//! T2A, the encoding in which TeX keeps Cyrillic and Kazakh letters.
//!
//! Fonts of bitmaps, which TeX made before there were others, have neither names nor a table for
//! readers. Their codes are those of T2A where Cyrillic was typeset; whether it was, the letters
//! decide that are drawn most.

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

/// Returns the character of a code.
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
