//! A text → the format that it is written in.

use serde::{Deserialize, Serialize};

use super::{
    comment::without_comments,
    shape::TableShape,
    table::{TableFile, looks_like_list, looks_like_table},
    yaml::{looks_like_json, looks_like_yaml},
};

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

    /// Recognises the format of a text by the content; what looks like nothing else is taken for
    /// format 1, whose reader then says what is wrong.
    pub fn of(text: &str) -> Self {
        let first_line = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
        match first_line {
            "%" => Self::Dic,
            line if line.starts_with('+') && looks_like_lexicoder(text) => Self::Lc3,
            line if line.starts_with('<') => Self::Ykd,
            _ if !looks_like_toml(text) && looks_like_json(text) => Self::Yaml,
            _ if super::khcoder::looks_like_rules(text) => Self::KhCoder,
            _ if !looks_like_toml(text) && is_outline(text) => Self::Cat,
            _ => Self::of_plain_text(text).unwrap_or(Self::Toml),
        }
    }

    /// Distinguishes the formats that have no mark of their own: tables and YAML.
    fn of_plain_text(text: &str) -> Option<Self> {
        if looks_like_toml(text) {
            return None;
        }
        // Comments of word lists are none of YAML's, but for `#`.
        let (without, _) = without_comments(text, false);
        if looks_like_yaml(&without) {
            return Some(Self::Yaml);
        }
        if !looks_like_table(text) && !looks_like_list(text) {
            return None;
        }
        // What a table holds that cannot be read is said by its reader.
        let is_matrix = TableFile::read(text, None).is_ok_and(|table| table.layout.shape == TableShape::Matrix);
        Some(if is_matrix { Self::Dicx } else { Self::Csv })
    }
}

/// How many lines are looked at for a key of format 1.
const LOOK_LINES: usize = 200;

/// Returns `true` if one of the first lines is a heading or `key = value`, as in TOML. No other
/// format has such lines.
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

/// Returns `true` if a text whose first line begins with `+` is one of Lexicoder: some line does
/// not begin so, and it is no outline, YAML or table, whose first name may do so too (`+STATE+`).
fn looks_like_lexicoder(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(LOOK_LINES).collect();
    let is_item = |line: &&str| line.starts_with('\t') && super::cat::weight(line.trim()).is_some();
    let first = lines.first().map_or("", |line| line.trim_end());
    let is_list = |line: &&str| line.starts_with([' ', '-']);
    let is_key = first.contains(": ") || first.ends_with(':') && lines.get(1).is_some_and(is_list);
    let has_cells = |mark: char| lines.len() > 1 && lines.iter().all(|line| line.contains(mark));
    let is_heading = |line: &&str| line.trim_start().starts_with('+');
    let is_other = lines.iter().any(is_item) || is_key || ['\t', ';', ','].into_iter().any(has_cells);
    !is_other && (lines.len() == 1 || !lines.iter().all(is_heading))
}

/// Returns `true` if a text is lines set in by tabs, or lines with a weight in brackets at their
/// end, and no table, TOML or YAML.
fn is_outline(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(LOOK_LINES).collect();
    let Some(first) = lines.first() else { return false };
    let is_other = |line: &&str| {
        let inner = line.trim();
        let is_yaml = inner.ends_with(':') || inner.starts_with("- ");
        // YAML is never set in by tabs.
        inner.contains('\t') || is_yaml && !line.starts_with('\t')
    };
    let is_weighted = |line: &&str| super::cat::weight(line.trim()).is_some();
    let is_set_in = |line: &&str| line.starts_with([' ', '\t']);
    let has_evidence = lines.iter().any(|line| is_set_in(line) && (line.starts_with('\t') || is_weighted(line)));
    has_evidence && !is_set_in(first) && !first.starts_with(['#', '[']) && !lines.iter().any(is_other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_recognised_by_content() {
        for (text, format) in [
            ("format = 1\nid = \"x\"\n", LexiconFormat::Toml),
            ("# (1)\n[[category]]\n\tid = \"x\" # (1)\n", LexiconFormat::Toml),
            ("\n%\t\n1\ta\n%\n", LexiconFormat::Dic),
            ("\n+a\nword\n", LexiconFormat::Lc3),
            ("<?xml version=\"1.0\"?>\n<dictionary/>", LexiconFormat::Ykd),
            (" <dictionary><cnode name=\"a\"/></dictionary>", LexiconFormat::Ykd),
            ("VALUES\n\tFREEDOM\n\t\tLIBERT* (1)\n", LexiconFormat::Cat),
            ("VALUES\r\n  FREE (0.5)\r\n", LexiconFormat::Cat),
            ("VALUES\n\tFREE\n", LexiconFormat::Cat),
            ("values:\n  - free (1)\n", LexiconFormat::Yaml),
            ("a\tb\n\tfree\n", LexiconFormat::Csv),
            ("# rules\n*Freedom\nliberty | free\n", LexiconFormat::KhCoder),
            ("＊自由\n自由 | 解放\n", LexiconFormat::KhCoder),
            ("* free\n* law\n", LexiconFormat::Csv),
            ("*,a\nfree,X\n", LexiconFormat::Dicx),
            ("", LexiconFormat::Toml),
            ("+STATE+\n\tGOOD (1)\n", LexiconFormat::Cat),
            ("+STATE+: [good]\n", LexiconFormat::Yaml),
            ("+STATE+:\n  - good\n", LexiconFormat::Yaml),
            ("+STATE+,-STATE-\ngood,bad\n", LexiconFormat::Csv),
            ("{\n\t\"a\": [\"x\"]\n}\n", LexiconFormat::Yaml),
            ("[\"a\", \"b\"]", LexiconFormat::Yaml),
            ("; words: good ones\ngood\n", LexiconFormat::Csv),
        ] {
            assert_eq!(LexiconFormat::of(text), format, "{text}");
        }
    }
}
