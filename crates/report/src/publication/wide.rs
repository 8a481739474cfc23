//! Bytes as text of a page in UTF-16, read: each sign carries 15.94 of its 16 bits, where base 85 in UTF-8 needs ten for eight.
//!
//! The signs are those from U+00A0 to U+FDCF: no text made of them can end an element or mean something to anybody. A number
//! takes in signs while it is to_u32, and gives off bytes; 1 is left when all are there (`xtask/src/wide.rs` writes them, `www/boot.js`
//! reads them as well).

const FIRST: u32 = 0xA0;
const SURROGATES: u32 = 0x800;
/// How many signs there are.
const BASE: u32 = 62_768;
/// Below this the number takes in a sign. Above it stays below 2³¹.
const SMALL: u32 = 1 << 15;

/// Reads bytes, or nothing where the text is damaged.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    let mut signs = text.chars();
    let mut bytes = Vec::with_capacity(text.len() / 3 * 2);
    let mut number = 0;
    loop {
        while number < SMALL {
            let Some(sign) = signs.next() else { break };
            number = number * BASE + value(sign)?;
        }
        if number <= 1 {
            return (number == 1).then_some(bytes);
        }
        bytes.push(number.to_le_bytes()[0]);
        number >>= 8;
    }
}

fn value(sign: char) -> Option<u32> {
    let left_out = if sign < '\u{E000}' { FIRST } else { FIRST + SURROGATES };
    u32::from(sign).checked_sub(left_out).filter(|value| *value < BASE)
}

/// Writes text as the build does.
#[cfg(test)]
pub(super) fn encode(bytes: &[u8]) -> String {
    let all: Vec<char> = ('\u{A0}'..='\u{FDCF}').collect();
    let mut signs = Vec::new();
    let mut number = 1;
    for byte in bytes.iter().rev() {
        if number >= SMALL / 256 * BASE {
            signs.push(all[(number % BASE) as usize]);
            number /= BASE;
        }
        number = number * 256 + u32::from(*byte);
    }
    while number > 0 {
        signs.push(all[(number % BASE) as usize]);
        number /= BASE;
    }
    signs.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn signs_have_their_places() {
        for (sign, place) in
            [('\u{A0}', Some(0)), ('\u{D7FF}', Some(55_135)), ('\u{E000}', Some(55_136)), ('\u{FDCF}', Some(BASE - 1))]
        {
            assert_eq!(value(sign), place);
        }
        for foreign in ['\n', '<', '\u{9F}', '\u{FDD0}', '\u{FEFF}', '\u{FFFD}', '\u{1F600}'] {
            assert_eq!(value(foreign), None, "{foreign:?}");
        }
    }

    #[test]
    fn what_the_build_writes_is_read() {
        // As in `xtask/src/wide.rs`.
        assert_eq!(decode("\u{A1}"), Some(Vec::new()));
        assert_eq!(decode("\u{A1}\u{A6C4}\u{CEF1}\u{1F21}").as_deref(), Some(&b"Tarazy"[..]));
    }

    #[test]
    fn what_is_damaged_is_told() {
        let whole = encode(b"a packed program");
        assert!(decode(&whole).is_some());
        for damaged in ["", "A", "\u{A0}", &format!("{whole}\n"), &whole.replacen(|_| true, "\u{FFFD}", 1)] {
            assert_eq!(decode(damaged), None, "{damaged:?}");
        }
    }

    proptest! {
        #[test]
        fn bytes_come_back(bytes: Vec<u8>) {
            prop_assert_eq!(decode(&encode(&bytes)), Some(bytes));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC*|[\u{A0}-\u{FF}]*|[\u{E000}-\u{FDCF}]*") {
            let _ = decode(&text);
        }
    }
}
