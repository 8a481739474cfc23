//! Which bytes stand for which letters.

use serde::{Deserialize, Serialize};

/// A way to write letters as bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// Unicode in one to four bytes a letter.
    #[default]
    #[serde(rename = "utf-8")]
    Utf8,
}

impl Encoding {
    /// All encodings.
    pub const ALL: [Self; 1] = [Self::Utf8];

    /// Returns the stable name: `utf-8`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
        }
    }

    /// Finds the encoding with a name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|encoding| encoding.code() == code)
    }
}

/// In which encoding a file is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum EncodingChoice {
    /// The engine looks at the bytes and says what it found.
    #[default]
    Auto,
    /// The reader said so.
    Fixed(Encoding),
}
