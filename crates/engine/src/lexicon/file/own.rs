//! Files in format 1, our own, which every build of the engine reads.
//!
//! Law: what [`is_own_format`] accepts is in format 1 by [`LexiconFormat::of`] too, where the engine
//! reads other formats.

use super::{
    Import,
    decode::decode,
    format::LexiconFormat,
    kind,
    loss::{Loss, LossReason},
};
use crate::lexicon::{
    error::Diagnostic,
    line_end::with_line_feeds,
    toml::{ParsedLexicon, read_toml},
};

/// Returns `true` if a file is certainly in format 1, by its content. Where it may be in another
/// format, a build of the engine with the feature `formats` decides. Cost: linear in the file.
pub fn is_own_format(bytes: &[u8]) -> bool {
    kind::of(bytes).is_none() && decode(bytes).is_ok_and(|(text, _)| is_own(&with_line_feeds(text.into())))
}

/// Reads a file in format 1; as [`crate::lexicon::import`] of a build with the feature `formats`.
///
/// # Errors
/// What is wrong with the file; [`LexiconError::OtherFormat`] where it is in another format.
#[cfg(not(feature = "formats"))]
pub fn import(
    _name: &str,
    bytes: &[u8],
    _reading: impl Into<super::reading::LexiconReading>,
) -> Result<Import, Vec<Diagnostic>> {
    use crate::lexicon::error::LexiconError;
    let whole = |error| vec![Diagnostic { error, line: 0, column: 0 }];
    if !is_own_format(bytes) {
        return Err(whole(LexiconError::OtherFormat));
    }
    let (text, doubt) = decode(bytes).map_err(whole)?;
    import_text(&with_line_feeds(text.into()), doubt.as_ref())
}

/// Reads a text in format 1.
pub(in crate::lexicon) fn import_text(text: &str, doubt: Option<&LossReason>) -> Result<Import, Vec<Diagnostic>> {
    let losses = doubt.map(|reason| Loss::guessed(0, reason.clone())).into_iter().collect();
    let ParsedLexicon { lexicon, warnings } = read_toml(text)?;
    Ok(Import { lexicon, toml: text.to_owned(), format: LexiconFormat::Toml, shape: None, losses, warnings })
}

/// Returns `true` if a text looks like TOML, and its first lines like no other format.
pub(in crate::lexicon) fn is_own(text: &str) -> bool {
    let has_mark = |line: &str| line.trim_start().starts_with(['%', '+', '<', '*', '＊']);
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let first = lines.next().unwrap_or_default();
    let is_comment = |line: &&str| line.starts_with('#');
    let is_other = has_mark(first) || is_comment(&first) && lines.find(|line| !is_comment(line)).is_some_and(has_mark);
    !is_other && looks_like_toml(text)
}

/// How many lines are looked at for a key of format 1.
pub(in crate::lexicon) const LOOK_LINES: usize = 200;

/// Returns `true` if one of the first lines is a heading or `key = value`, as in TOML. No other
/// format has such lines.
pub(in crate::lexicon) fn looks_like_toml(text: &str) -> bool {
    let is_key_letter = |letter: char| letter.is_ascii_alphanumeric() || "._-".contains(letter);
    let is_key = |key: &str| !key.is_empty() && key.chars().all(is_key_letter);
    let is_value = |value: &str| {
        value.starts_with(|letter: char| "\"'[{".contains(letter) || letter.is_ascii_digit())
            || matches!(value, "true" | "false")
    };
    text.lines().take(LOOK_LINES).map(str::trim).any(|line| {
        let heading = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
        heading.is_some_and(|inner| is_key(inner.trim_start_matches('[').trim_end_matches(']').trim()))
            || line.split_once('=').is_some_and(|(key, value)| is_key(key.trim()) && is_value(value.trim()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_in_format_1_are_known_by_their_content() {
        for (bytes, expected) in [
            ("format = 1\nid = \"x\"\n".as_bytes(), true),
            ("\u{feff}# words\r\n\r\nformat = 1\r\n".as_bytes(), true),
            (b"\xFF\xFEf\0o\0r\0m\0a\0t\0 \0=\0 \x001\0\n\0", true),
            (b"%\n1\ta\n%\n[a]\n", false),
            (b"# rules\n*a\n[x]\n", false),
            (b"+a\nx = 1\n", false),
            (b"<html>\nx = 1\n", false),
            (b"PK\x03\x04\nx = 1\n", false),
            (b"category,pattern\na,b\n", false),
            (b"", false),
        ] {
            assert_eq!(is_own_format(bytes), expected, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
