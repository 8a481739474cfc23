//! Bytes → base64 of gzip, as a page carries them.

use std::io::Write;

use base64::{Engine, engine::general_purpose::STANDARD};
use flate2::{Compression, GzBuilder};

/// Packs bytes as gzip without a date or a file name, and writes that as base64. The same bytes
/// give the same text.
pub(super) fn pack(bytes: &[u8]) -> String {
    let mut encoder = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    let packed = encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("a vector accepts every byte");
    STANDARD.encode(packed)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::GzDecoder;

    use super::*;

    #[test]
    fn a_packed_text_unpacks_to_the_same_bytes() {
        let text = "бостандық ".repeat(100);
        let packed = STANDARD.decode(pack(text.as_bytes())).expect("base64");
        assert_eq!(packed[4..8], [0; 4], "no date");
        let mut unpacked = String::new();
        GzDecoder::new(packed.as_slice()).read_to_string(&mut unpacked).expect("gzip");
        assert_eq!(unpacked, text);
    }
}
