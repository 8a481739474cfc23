//! Bytes → the format that they are written in.

use crate::lexicon::LexiconError;

/// A format of lexicon files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LexiconFormat {
    /// Our own, format 1.
    Toml,
    /// LIWC, 2001 to 2015.
    Dic,
}

impl LexiconFormat {
    /// All formats.
    pub const ALL: [Self; 2] = [Self::Toml, Self::Dic];

    /// Returns the stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Toml => "toml",
            Self::Dic => "dic",
        }
    }

    /// Finds the format that a file name's ending asks for, in lower case, without the dot.
    pub fn from_ending(ending: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == ending)
    }

    /// Says whether lexicons can be written in it.
    pub const fn is_written(self) -> bool {
        matches!(self, Self::Toml | Self::Dic)
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
        Ok(if first_line == Some(b"%") { Self::Dic } else { Self::Toml })
    }
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
