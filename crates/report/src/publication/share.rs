//! A small study ⇄ a link that holds it: the part of an address behind `#`, which no browser sends anywhere.
//!
//! `share=` and base64url of deflate of the recipe and the texts. The lexicon must be part of the program: it is named with its hash, not
//! carried. Law: what fits is read back equal; a link that is longer than allowed, or unpacks to more than allowed, is refused before
//! it is unpacked any further.

use miniz_oxide::{deflate::compress_to_vec, inflate::decompress_to_vec_with_limit};

use super::{StudyFile, StudyFileError, pack::base64};
use crate::recipe::Recipe;
use tarazy_engine::{archive::ArchiveError, digest::sha256, lexicon::builtin_source};

/// How long a link's fragment may be: what browsers and mail programs carry without harm.
pub const LONGEST_SHARE: usize = 8_000;

/// How much a link may unpack to, in bytes.
const MOST_BYTES: usize = 256 << 10;

const START: &str = "share=";
/// Stands between the recipe and the texts, which hold no such sign: they are text.
const MARK: u8 = 0;

/// Says whether a fragment holds a study.
pub fn is_share(fragment: &str) -> bool {
    fragment.starts_with(START)
}

/// Writes a study as a fragment; `None` where it is too large, or not weighed with a lexicon of the program.
pub fn share_fragment(recipe: &Recipe, texts: &[Vec<u8>]) -> Option<String> {
    let is_known =
        builtin_source(&recipe.lexicon.id).is_some_and(|file| sha256(file.as_bytes()) == recipe.lexicon.sha256);
    let size: usize = texts.iter().map(Vec::len).sum();
    if !is_known || size > MOST_BYTES || texts.iter().any(|text| text.contains(&MARK)) {
        return None;
    }
    let mut bytes = recipe.to_toml().into_bytes();
    for text in texts {
        bytes.push(MARK);
        bytes.extend(text);
    }
    let packed = base64(&compress_to_vec(&bytes, 9));
    let fragment = format!("{START}{}", packed.replace('+', "-").replace('/', "_").trim_end_matches('='));
    (fragment.len() <= LONGEST_SHARE && bytes.len() <= MOST_BYTES).then_some(fragment)
}

/// Reads a fragment.
///
/// # Errors
/// When it is cut off, too long, or not what its own recipe names.
pub fn read_share(fragment: &str) -> Result<StudyFile, StudyFileError> {
    let packed = fragment.strip_prefix(START).ok_or(ArchiveError::Damaged)?;
    if fragment.len() > LONGEST_SHARE {
        return Err(ArchiveError::TooLarge.into());
    }
    let packed = from_base64url(packed).ok_or(ArchiveError::Damaged)?;
    let bytes = decompress_to_vec_with_limit(&packed, MOST_BYTES).map_err(|error| {
        let is_full = error.status == miniz_oxide::inflate::TINFLStatus::HasMoreOutput;
        if is_full { ArchiveError::TooLarge } else { ArchiveError::Damaged }
    })?;
    let mut parts = bytes.split(|byte| *byte == MARK);
    let recipe = parts.next().and_then(|recipe| std::str::from_utf8(recipe).ok()).ok_or(ArchiveError::Damaged)?;
    let recipe = Recipe::parse(recipe)?;
    let lexicon = builtin_source(&recipe.lexicon.id).filter(|file| sha256(file.as_bytes()) == recipe.lexicon.sha256);
    let lexicon = lexicon.ok_or_else(|| StudyFileError::Differs { name: recipe.lexicon.id.clone() })?;
    let texts: Vec<Vec<u8>> = parts.map(<[u8]>::to_vec).collect();
    if texts.len() != recipe.texts.len() {
        return Err(ArchiveError::Damaged.into());
    }
    if let Some((wanted, _)) = recipe.texts.iter().zip(&texts).find(|(wanted, text)| sha256(text) != wanted.sha256) {
        return Err(StudyFileError::Differs { name: wanted.file.clone() });
    }
    Ok(StudyFile { recipe, lexicon: lexicon.to_owned(), texts: Some(texts), record: None })
}

/// Reads base64url (RFC 4648, section 5) without padding; `None` where a sign is none of its own.
fn from_base64url(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
    for group in text.as_bytes().chunks(4) {
        let mut bits = 0_u32;
        for sign in group {
            let value = match sign {
                b'A'..=b'Z' => sign - b'A',
                b'a'..=b'z' => sign - b'a' + 26,
                b'0'..=b'9' => sign - b'0' + 52,
                b'-' => 62,
                b'_' => 63,
                _ => return None,
            };
            bits = bits << 6 | u32::from(value);
        }
        let count = match group.len() {
            4 => 3,
            3 => 2,
            2 => 1,
            _ => return None,
        };
        bits <<= 6 * (4 - group.len());
        bytes.extend(&bits.to_be_bytes()[1..=count]);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64url_is_read_as_it_is_written() {
        for length in 0..20_u8 {
            let bytes: Vec<u8> = (0..length).map(|byte| byte.wrapping_mul(83)).collect();
            let written = base64(&bytes).replace('+', "-").replace('/', "_");
            assert_eq!(from_base64url(written.trim_end_matches('=')), Some(bytes));
        }
        assert_eq!(from_base64url("A"), None);
        assert_eq!(from_base64url("A*=="), None);
    }
}
