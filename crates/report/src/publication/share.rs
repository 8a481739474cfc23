//! A small study ⇄ a link that holds it: the part of an address behind `#`, which no browser sends
//! anywhere.
//!
//! `share=` and base64url of deflate of the recipe and the texts. The lexicon must be part of the
//! program: it is named with its hash, not carried. Law: what fits is read back equal; a link that
//! is longer than allowed, or unpacks to more than allowed, is refused before it is unpacked any
//! further.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use miniz_oxide::{deflate::compress_to_vec, inflate::decompress_to_vec_with_limit};

use super::{study_file::StudyFile, study_file_error::StudyFileError};
use crate::{
    limits::{MAX_LINK_BYTES, MAX_LINK_CHARACTERS, StudyLimit},
    recipe::Recipe,
};
use tarazy_engine::{digest::sha256, lexicon::builtin_source};

const START: &str = "share=";
/// Stands between the recipe and the texts, which hold no such character: they are text.
const MARK: u8 = 0;

/// Returns `true` if a fragment holds a study.
pub fn is_share(fragment: &str) -> bool {
    fragment.starts_with(START)
}

/// Writes a study as a fragment; `None` where it is too large, or not weighed with a lexicon of the
/// program.
pub fn share_fragment(recipe: &Recipe, texts: &[Vec<u8>]) -> Option<String> {
    let is_known =
        builtin_source(&recipe.lexicon.id).is_some_and(|file| sha256(file.as_bytes()) == recipe.lexicon.sha256);
    let size: usize = texts.iter().map(Vec::len).sum();
    if !is_known || size > MAX_LINK_BYTES || texts.iter().any(|text| text.contains(&MARK)) {
        return None;
    }
    let mut bytes = recipe.to_toml().into_bytes();
    for text in texts {
        bytes.push(MARK);
        bytes.extend(text);
    }
    let fragment = format!("{START}{}", URL_SAFE_NO_PAD.encode(compress_to_vec(&bytes, 9)));
    (fragment.len() <= MAX_LINK_CHARACTERS && bytes.len() <= MAX_LINK_BYTES).then_some(fragment)
}

/// Reads a fragment.
///
/// # Errors
/// When it is cut off, too long, or not what its own recipe names.
pub fn read_share(fragment: &str) -> Result<StudyFile, StudyFileError> {
    let packed = fragment.strip_prefix(START).ok_or(StudyFileError::Damaged)?;
    StudyLimit::Link.check(fragment.len())?;
    let packed = URL_SAFE_NO_PAD.decode(packed).map_err(|_| StudyFileError::Damaged)?;
    let bytes = decompress_to_vec_with_limit(&packed, MAX_LINK_BYTES).map_err(|error| {
        let is_full = error.status == miniz_oxide::inflate::TINFLStatus::HasMoreOutput;
        if is_full { StudyLimit::LinkContent.into() } else { StudyFileError::Damaged }
    })?;
    let mut parts = bytes.split(|byte| *byte == MARK);
    let recipe = parts.next().and_then(|recipe| std::str::from_utf8(recipe).ok()).ok_or(StudyFileError::Damaged)?;
    let recipe = Recipe::parse(recipe)?;
    let lexicon = builtin_source(&recipe.lexicon.id).filter(|file| sha256(file.as_bytes()) == recipe.lexicon.sha256);
    let lexicon = lexicon.ok_or_else(|| StudyFileError::Differs { name: recipe.lexicon.id.clone() })?;
    let texts: Vec<Vec<u8>> = parts.map(<[u8]>::to_vec).collect();
    if texts.len() != recipe.texts.len() {
        return Err(StudyFileError::Damaged);
    }
    if let Some((wanted, _)) = recipe.texts.iter().zip(&texts).find(|(wanted, text)| sha256(text) != wanted.sha256) {
        return Err(StudyFileError::Differs { name: wanted.file.clone() });
    }
    Ok(StudyFile { recipe, lexicon: lexicon.to_owned(), texts: Some(texts), record: None })
}
