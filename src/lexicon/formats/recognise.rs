//! Bytes → the format that they are written in.

use super::{
    TableShape,
    table::{Table, looks_like_table},
    yaml::looks_like_yaml,
};
use crate::lexicon::LexiconError;

/// A format of lexicon files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LexiconFormat {
    /// Our own, format 1.
    Toml,
    /// LIWC, 2001 to 2015.
    Dic,
    /// LIWC-22: a table with a column a category.
    Dicx,
    /// Any other table, with commas, semicolons or tabs.
    Csv,
    /// quanteda.
    Yaml,
}

impl LexiconFormat {
    /// All formats.
    pub const ALL: [Self; 5] = [Self::Toml, Self::Dic, Self::Dicx, Self::Csv, Self::Yaml];

    /// Returns the stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Toml => "toml",
            Self::Dic => "dic",
            Self::Dicx => "dicx",
            Self::Csv => "csv",
            Self::Yaml => "yaml",
        }
    }

    /// Finds the format that a file name's ending asks for, in lower case, without the dot.
    pub fn from_ending(ending: &str) -> Option<Self> {
        let ending = if ending == "yml" { "yaml" } else { ending };
        Self::ALL.into_iter().find(|format| format.name() == ending)
    }

    /// Says whether lexicons can be written in it.
    pub const fn is_written(self) -> bool {
        matches!(self, Self::Toml | Self::Dic | Self::Dicx | Self::Csv | Self::Yaml)
    }

    /// Lists the endings of the formats that can be written, for messages.
    pub fn written_endings() -> String {
        let endings =
            Self::ALL.into_iter().filter(|format| format.is_written()).map(|format| format!(".{}", format.name()));
        endings.collect::<Vec<_>>().join(", ")
    }

    /// Recognises the format by the content.
    ///
    /// # Errors
    /// [`LexiconError`] for a binary or encrypted file; what looks like nothing else is taken for format 1, whose reader then
    /// says what is wrong.
    pub fn of(bytes: &[u8]) -> Result<Self, LexiconError> {
        let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        if looks_encrypted(text) {
            return Err(LexiconError::Encrypted);
        }
        let first_line = text.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii).find(|line| !line.is_empty());
        if first_line == Some(b"%") {
            return Ok(Self::Dic);
        }
        Ok(Self::of_plain_text(&String::from_utf8_lossy(text)).unwrap_or(Self::Toml))
    }

    /// Tells apart the formats that have no mark of their own: tables and YAML.
    fn of_plain_text(text: &str) -> Option<Self> {
        if looks_like_toml(text) {
            return None;
        }
        if looks_like_yaml(text) {
            return Some(Self::Yaml);
        }
        let shape = Table::read(text).filter(|_| looks_like_table(text))?.layout.shape;
        Some(if shape == TableShape::Matrix { Self::Dicx } else { Self::Csv })
    }
}

/// How many lines are looked at for a key of format 1.
const LOOK_LINES: usize = 200;

/// Says whether one of the first lines is a heading or `key = value`, as in TOML. No other format has such lines.
fn looks_like_toml(text: &str) -> bool {
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

/// How much of a file is looked at.
const LOOK_BYTES: usize = 64 << 10;

/// Says whether the bytes are no text in any encoding: a dictionary that its vendor encrypted, or another binary file. Text has
/// hardly any control characters; random bytes have one in nine.
fn looks_encrypted(bytes: &[u8]) -> bool {
    let look = &bytes[..bytes.len().min(LOOK_BYTES)];
    let controls = look.iter().filter(|byte| matches!(byte, 0..=8 | 14..=31 | 127)).count();
    controls * 50 > look.len()
}
