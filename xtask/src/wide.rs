//! Bytes as text of a page in UTF-16, written: each sign carries 15.94 of its 16 bits.
//!
//! The signs are those from U+00A0 to U+FDCF, where no text can end an element, and after which come code points that are no
//! characters, the byte order mark and few others. Bytes are taken up from the last to the first by a number, which gives off the
//! remainder as a sign where it would grow beyond 31 bits. The reader gets them back from the first to the last: it takes in signs
//! while its number is small. The number begins with 1, which tells the reader the end. `www/boot.js` reads it, and where a
//! study is published `src/publication/wide.rs`.

const SIGNS: std::ops::RangeInclusive<char> = '\u{A0}'..='\u{FDCF}';
const BASE: u32 = 62_768;
/// Below this the reader takes in a sign.
const SMALL: u32 = 1 << 15;

/// Writes bytes as text.
pub fn encode(bytes: &[u8]) -> String {
    let all: Vec<char> = SIGNS.collect();
    let mut signs = Vec::with_capacity(bytes.len() / 2 + 3);
    let mut number: u32 = 1;
    let mut give_off = |number: &mut u32| {
        signs.push(all[(*number % BASE) as usize]);
        *number /= BASE;
    };
    for byte in bytes.iter().rev() {
        if number >= SMALL / 256 * BASE {
            give_off(&mut number);
        }
        number = number * 256 + u32::from(*byte);
    }
    while number > 0 {
        give_off(&mut number);
    }
    signs.into_iter().rev().collect()
}

/// Reads text as the boot script does.
#[cfg(test)]
pub fn decode(text: &str) -> Vec<u8> {
    let all: Vec<char> = SIGNS.collect();
    let value = |sign: char| u32::try_from(all.binary_search(&sign).expect("a sign")).expect("a small number");
    let mut values = text.chars().map(value);
    let mut bytes = Vec::new();
    let mut number = 0;
    loop {
        while number < SMALL
            && let Some(value) = values.next()
        {
            number = number * BASE + value;
        }
        if number <= 1 {
            return bytes;
        }
        bytes.push(number.to_le_bytes()[0]);
        number >>= 8;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bytes without any order, as packed ones are.
    fn bytes(length: u32) -> Vec<u8> {
        (0..length).map(|number| number.wrapping_mul(2_654_435_761).to_be_bytes()[0]).collect()
    }

    #[test]
    fn there_are_as_many_signs_as_the_base_says() {
        assert_eq!(SIGNS.count(), BASE as usize);
    }

    #[test]
    fn what_is_written_is_read_at_every_length() {
        for length in 0..40 {
            for byte in [0, 1, 0x7F, 0xFE, 0xFF] {
                let bytes = vec![byte; length];
                assert_eq!(decode(&encode(&bytes)), bytes);
            }
        }
        for length in 0..600 {
            assert_eq!(decode(&encode(&bytes(length))), bytes(length));
        }
    }

    #[test]
    fn what_is_written_does_not_change() {
        // As in `src/publication/wide.rs`.
        assert_eq!(encode(b""), "\u{A1}");
        assert_eq!(encode(b"Tarazy"), "\u{A1}\u{A6C4}\u{CEF1}\u{1F21}");
    }

    #[test]
    fn a_sign_carries_nearly_two_bytes() {
        for bytes in [bytes(100_000), vec![0; 100_000], vec![0xFF; 100_000]] {
            let signs = encode(&bytes).encode_utf16().count();
            assert!((50_000..50_210).contains(&signs), "{signs}");
        }
    }

    #[test]
    fn no_sign_means_anything_in_a_page() {
        let text = encode(&bytes(100_000));
        assert!(text.chars().all(|sign| SIGNS.contains(&sign) && sign.len_utf16() == 1));
    }
}
