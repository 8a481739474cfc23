//! The formats of lexicon files, by name and by the ending of their files.

use serde::{Deserialize, Serialize};

/// A format of lexicon files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LexiconFormat {
    /// Our own, format 1.
    Toml,
    /// LIWC, 2001 to 2015.
    Dic,
    /// Lexicoder 3.
    Lc3,
    /// Yoshikoder, in XML.
    Ykd,
    /// Lexicoder 2: the same XML, recognised as [`LexiconFormat::Ykd`] and only written.
    Lcd,
    /// WordStat.
    Cat,
    /// LIWC-22: a table with a column a category.
    Dicx,
    /// Any other table, with commas, semicolons or tabs.
    Csv,
    /// quanteda.
    Yaml,
    /// A workbook of Excel and its like: a table in any shape, written as the long one.
    Xlsx,
    /// Coding rules of KH Coder.
    KhCoder,
}

impl LexiconFormat {
    /// All formats.
    pub const ALL: [Self; 11] = [
        Self::Toml,
        Self::Dic,
        Self::Lc3,
        Self::Ykd,
        Self::Lcd,
        Self::Cat,
        Self::Dicx,
        Self::Csv,
        Self::Yaml,
        Self::Xlsx,
        Self::KhCoder,
    ];

    /// Returns the stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Toml => "toml",
            Self::Dic => "dic",
            Self::Lc3 => "lc3",
            Self::Ykd => "ykd",
            Self::Lcd => "lcd",
            Self::Cat => "cat",
            Self::Dicx => "dicx",
            Self::Csv => "csv",
            Self::Yaml => "yaml",
            Self::Xlsx => "xlsx",
            Self::KhCoder => "khcoder",
        }
    }

    /// Returns the ending of its files, without the dot.
    pub const fn ending(self) -> &'static str {
        match self {
            // Its makers keep coding rules in plain text files.
            Self::KhCoder => "txt",
            other => other.name(),
        }
    }

    /// Finds it by its name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// Finds the format that a file name's ending asks for, in lower case, without the dot.
    pub fn from_ending(ending: &str) -> Option<Self> {
        let ending = if ending == "yml" { "yaml" } else { ending };
        Self::ALL.into_iter().find(|format| format.ending() == ending)
    }

    /// Lists the endings of all formats, for messages.
    pub fn endings() -> String {
        Self::ALL.map(|format| format!(".{}", format.ending())).join(", ")
    }

    /// Returns what stands before a file that is to be opened in a spreadsheet: the byte order mark,
    /// by which spreadsheets know UTF-8, where the format is one of theirs. Programs read it too.
    pub const fn spreadsheet_mark(self) -> &'static [u8] {
        match self {
            Self::Csv => "\u{FEFF}".as_bytes(),
            _ => b"",
        }
    }
}
