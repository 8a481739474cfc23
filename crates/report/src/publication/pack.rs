//! Bytes → gzip and base64, as a page carries them.

use miniz_oxide::deflate::compress_to_vec;

use tarazy_engine::archive::checksum;

/// The best that deflate can do: a page is written once and read often.
const LEVEL: u8 = 9;

/// Packs bytes as gzip (RFC 1952), without a date or a name.
pub(super) fn gzip(bytes: &[u8]) -> Vec<u8> {
    // Deflate, no flags, no date, packed as small as can be, by no known system.
    let mut packed = vec![0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 0xFF];
    packed.extend(compress_to_vec(bytes, LEVEL));
    packed.extend(checksum(bytes).to_le_bytes());
    // The format keeps the size modulo 2³².
    packed.extend(u32::try_from(bytes.len() as u64 & 0xFFFF_FFFF).unwrap_or(u32::MAX).to_le_bytes());
    packed
}

/// Writes bytes as base64 (RFC 4648, section 4).
pub(super) fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut written = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let byte = |at: usize| u32::from(group.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4 {
            let is_there = at <= group.len();
            written.push(if is_there { char::from(SIGNS[(bits >> (18 - 6 * at) & 63) as usize]) } else { '=' });
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_has_the_vectors_of_its_standard() {
        for (bytes, written) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(base64(bytes.as_bytes()), written);
        }
    }

    #[test]
    fn gzip_holds_what_was_packed() {
        let text = "бостандық ".repeat(100);
        let packed = gzip(text.as_bytes());
        let end = packed.len() - 8;
        let unpacked = miniz_oxide::inflate::decompress_to_vec(&packed[10..end]).expect("deflate");
        assert_eq!(unpacked, text.as_bytes());
        assert_eq!(packed[end + 4..], u32::try_from(text.len()).expect("it is short").to_le_bytes());
        assert_eq!(packed[4..8], [0; 4], "no date");
    }
}
