//! A text → the format that it is written in.

use super::{
    comment::without_comments,
    table::{TableFile, looks_like_list, looks_like_table},
    yaml::{looks_like_json, looks_like_yaml},
};
use crate::lexicon::file::{
    format::LexiconFormat,
    own::{LOOK_LINES, looks_like_toml},
    shape::TableShape,
};

impl LexiconFormat {
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
    use crate::lexicon::file::own::is_own;

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
            assert!(!is_own(text) || format == LexiconFormat::Toml, "{text}");
        }
    }
}
