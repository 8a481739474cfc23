//! Bytes as text inside the page: five signs for four bytes, where base64 takes five and a third.
//!
//! The signs are those of printable ASCII without `"`, `$`, `&`, `'`, `<`, `>`, `\\`, `` ` `` and `{`, in their order: no text made
//! of them can end an element, begin a comment or mean something to the software of journals. `www/boot.js` decodes it.

const LEFT_OUT: &[u8] = b"\"$&'<>\\`{";
const BASE: u32 = 85;

/// Whether text in base 85 or in base64 may have this sign.
pub(super) fn is_sign(byte: u8) -> bool {
    byte.is_ascii_graphic() && !LEFT_OUT.contains(&byte)
}

/// Writes bytes as text. What is left of a last group of n bytes takes n + 1 signs.
pub(super) fn encode(bytes: &[u8]) -> String {
    let signs: Vec<char> = (b'!'..=b'~').filter(|sign| is_sign(*sign)).map(char::from).collect();
    let mut text = String::with_capacity(bytes.len() / 4 * 5 + 5);
    for group in bytes.chunks(4) {
        let mut four = [0; 4];
        four[..group.len()].copy_from_slice(group);
        let number = u32::from_be_bytes(four);
        for power in [BASE.pow(4), BASE.pow(3), BASE.pow(2), BASE, 1].into_iter().take(group.len() + 1) {
            text.push(signs[(number / power % BASE) as usize]);
        }
    }
    text
}

/// Reads text as the boot script does.
#[cfg(test)]
pub(super) fn decode(text: &str) -> Vec<u8> {
    let value = |sign: u8| (b'!'..sign).filter(|sign| !LEFT_OUT.contains(sign)).count() as u64;
    let group = |signs: &[u8]| {
        let padded = signs.iter().copied().chain([b'~'; 4]).take(5);
        let number = padded.fold(0, |number, sign| number * u64::from(BASE) + value(sign));
        number.to_be_bytes()[4..][..signs.len() - 1].to_vec()
    };
    text.as_bytes().chunks(5).flat_map(group).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_at_every_length() {
        for length in 0..13 {
            for byte in [0, 1, 0x7F, 0xFE, 0xFF] {
                let bytes = vec![byte; length];
                assert_eq!(decode(&encode(&bytes)), bytes);
            }
        }
        let bytes: Vec<u8> = (0..=255).collect();
        assert_eq!(decode(&encode(&bytes)), bytes);
    }

    #[test]
    fn four_bytes_are_five_signs() {
        assert_eq!(encode(b"").len(), 0);
        assert_eq!(encode(b"abcdefgh").len(), 10);
        assert_eq!(encode(b"abcde").len(), 7);
    }

    #[test]
    fn no_sign_means_anything_in_a_page() {
        let bytes: Vec<u8> = (0..4_096_u32).flat_map(|number| (number * 1_048_583).to_be_bytes()).collect();
        let text = encode(&bytes);
        assert!(text.bytes().all(|sign| sign.is_ascii_graphic() && !LEFT_OUT.contains(&sign)));
    }
}
