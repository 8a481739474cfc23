//! The packing of what readers of the hosted page download: `.lzma`, a quarter smaller than gzip.
//!
//! Browsers cannot unpack it themselves; `www/parts.js` does.

use std::io::Write as _;

use anyhow::{Context, Result};
use lzma_rust2::{LzmaOptions, LzmaWriter};

use crate::{packing, project::Project};

const SMALLEST_DICTIONARY: u32 = 4096;

/// Packs a file, or takes what was made of the same bytes before.
pub fn pack(project: &Project, content: &[u8]) -> Result<Vec<u8>> {
    // The settings are part of what is kept: other settings make other bytes.
    let settings = format!("{:?}", options(content.len()));
    packing::keep(project, "lzma", &[settings.as_bytes(), content], || {
        packed(content).context("the program cannot be packed")
    })
}

fn packed(content: &[u8]) -> Result<Vec<u8>> {
    let mut writer = LzmaWriter::new_use_header(Vec::new(), &options(content.len()), Some(content.len() as u64))?;
    writer.write_all(content)?;
    Ok(writer.finish()?)
}

/// As dense as it goes. Neither WebAssembly nor text is made of words of two or four bytes, so that `pb` is 0.
fn options(length: usize) -> LzmaOptions {
    let mut options = LzmaOptions::with_preset(9);
    options.dict_size = u32::try_from(length).unwrap_or(1 << 30).next_power_of_two().max(SMALLEST_DICTIONARY);
    options.lc = 4;
    options.lp = 0;
    options.pb = 0;
    options.nice_len = LzmaOptions::NICE_LEN_MAX;
    options.depth_limit = 512;
    options
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use lzma_rust2::LzmaReader;

    use super::*;

    #[test]
    fn what_is_packed_unpacks_to_the_same_bytes() {
        let content = b"scales weigh; weigh scales; \0 weigh scales".repeat(40);
        let packed = packed(&content).expect("it packs");
        assert!(packed.len() < content.len() / 4, "{}", packed.len());
        let mut unpacked = Vec::new();
        let mut reader = LzmaReader::new_mem_limit(&packed[..], u32::MAX, None).expect("a head");
        reader.read_to_end(&mut unpacked).expect("lzma");
        assert_eq!(unpacked, content);
    }

    #[test]
    fn the_head_tells_the_size() {
        let packed = packed(b"abc").expect("it packs");
        assert_eq!(packed[5..13], 3_u64.to_le_bytes());
    }
}
