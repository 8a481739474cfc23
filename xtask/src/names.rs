//! Function names in a WebAssembly module.
//!
//! The browser gets the program without its names, a third of the bytes. The same module with them,
//! `dist/tarazy.debug.wasm`, has the same functions under the same numbers: `wasm-function[1234]`
//! in the stack of a trap is function 1234 there.

use anyhow::{Context, Result};

/// The magic number and the version, before the first section.
const HEADER_BYTES: usize = 8;
const CUSTOM: u8 = 0;
/// The content of the custom section of names begins with its own name, after its length.
const NAMES: &[u8] = b"\x04name";

/// Returns the module without its section of names; all other bytes stay as they are.
pub fn without_names(module: &[u8]) -> Result<Vec<u8>> {
    let (header, mut rest) = module.split_at_checked(HEADER_BYTES).context("the module has no header")?;
    let mut stripped = header.to_vec();
    while !rest.is_empty() {
        let (section, after) = rest.split_at_checked(section_bytes(rest)?).context("the module is cut off")?;
        if !is_names(section) {
            stripped.extend(section);
        }
        rest = after;
    }
    Ok(stripped)
}

/// Returns the length of the section at the start of the bytes: its id, its size in LEB128 and its
/// content.
fn section_bytes(bytes: &[u8]) -> Result<usize> {
    let (mut size, mut shift) = (0, 0);
    for (index, byte) in bytes.iter().enumerate().skip(1).take(5) {
        size |= usize::from(byte & 0x7F) << shift;
        shift += 7;
        if byte & 0x80 == 0 {
            return Ok(index + 1 + size);
        }
    }
    anyhow::bail!("a section of the module has no size")
}

fn is_names(section: &[u8]) -> bool {
    let size = section.iter().skip(1).take_while(|byte| **byte & 0x80 != 0).count() + 1;
    section[0] == CUSTOM && section[1 + size..].starts_with(NAMES)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &[u8] = b"\0asm\x01\0\0\0";
    const CODE: &[u8] = b"\x0A\x04\x01\x02\x00\x0B";
    const OTHER: &[u8] = b"\x00\x06\x05other";

    /// A section of names whose size takes two bytes.
    fn names() -> Vec<u8> {
        [b"\x00\x85\x01\x04name".as_slice(), &[b'x'; 128]].concat()
    }

    #[test]
    fn names_go_and_all_other_sections_stay_as_they_are() {
        let named = [HEADER, CODE, &names(), OTHER].concat();
        let stripped = without_names(&named).expect("a module");
        assert_eq!(stripped, [HEADER, CODE, OTHER].concat());
        assert_eq!(without_names(&stripped).expect("a module"), stripped);
    }

    #[test]
    fn a_module_that_is_cut_off_is_refused() {
        let named = [HEADER, CODE, &names()].concat();
        for end in [0, 7, 9, 10, 13, 15, 20, named.len() - 1] {
            assert!(without_names(&named[..end]).is_err(), "{end}");
        }
    }
}
