//! Reading typed values out of parsed TOML, with places and without stopping at the first error.

use std::ops::Range;

use toml::{
    Spanned,
    de::{DeArray, DeTable, DeValue},
};

use super::{Diagnostic, LexiconError, LocalText};
use crate::text::to_u32;

/// A file being read: its text, for places, and what is wrong with it so far.
pub(super) struct Reader<'file> {
    text: &'file str,
    line_starts: Vec<usize>,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// What the regular expressions so far take, in bytes.
    pub(super) regex_bytes: usize,
}

/// A table of the file, with the place where it begins.
#[derive(Clone, Copy)]
pub(super) struct Table<'table, 'file> {
    values: &'table DeTable<'file>,
    at: usize,
}

type Value<'file> = Spanned<DeValue<'file>>;

/// Returns what the TOML parser found wrong with a file, at its place.
pub(super) fn syntax_error(text: &str, span: Option<Range<usize>>, reason: &str) -> Diagnostic {
    let (line, column) = Reader::new(text).place(span.map_or(0, |span| span.start));
    Diagnostic { error: LexiconError::Syntax { reason: reason.to_owned() }, line, column }
}

impl<'file> Reader<'file> {
    pub(super) fn new(text: &'file str) -> Self {
        let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, line_starts, diagnostics: Vec::new(), regex_bytes: 0 }
    }

    /// Line and column, from 1, of a byte of the file.
    pub(super) fn place(&self, at: usize) -> (u32, u32) {
        let line = self.line_starts.partition_point(|start| *start <= at).max(1);
        let before = self.text.get(self.line_starts[line - 1]..at).unwrap_or("");
        (to_u32(line), to_u32(before.chars().count() + 1))
    }

    pub(super) fn report(&mut self, at: usize, error: LexiconError) {
        let (line, column) = self.place(at);
        self.diagnostics.push(Diagnostic { error, line, column });
    }

    pub(super) fn wrong_type(&mut self, at: usize, key: &str, expected: &'static str) {
        self.report(at, LexiconError::WrongType { key: key.to_owned(), expected });
    }

    /// Reports every key of the table that is none of `known`.
    pub(super) fn known_keys(&mut self, table: Table<'_, 'file>, known: &[&str]) {
        for (key, _) in table.values {
            let name: &str = key.get_ref();
            if !known.contains(&name) {
                self.report(key.span().start, LexiconError::UnknownKey { key: name.to_owned() });
            }
        }
    }

    pub(super) fn root<'table>(table: &'table Spanned<DeTable<'file>>) -> Table<'table, 'file> {
        Table { values: table.get_ref(), at: 0 }
    }

    /// The value as a table, or a report.
    pub(super) fn table<'table>(&mut self, key: &str, value: &'table Value<'file>) -> Option<Table<'table, 'file>> {
        let values = value.get_ref().as_table();
        if values.is_none() {
            self.wrong_type(value.span().start, key, "table");
        }
        values.map(|values| Table { values, at: value.span().start })
    }

    /// The value as text, or a report.
    pub(super) fn text(&mut self, key: &str, value: &Value<'file>) -> Option<String> {
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.wrong_type(value.span().start, key, "text");
        }
        text.map(str::to_owned)
    }

    /// The value as a list, or a report; nothing for no value.
    pub(super) fn list<'table>(&mut self, key: &str, value: Option<&'table Value<'file>>) -> &'table [Value<'file>] {
        let Some(value) = value else { return &[] };
        let Some(list) = value.get_ref().as_array() else {
            self.wrong_type(value.span().start, key, "list");
            return &[];
        };
        let list: &DeArray<'file> = list;
        list
    }

    /// The value as a number, or a report.
    pub(super) fn number(&mut self, key: &str, value: &Value<'file>) -> Option<f64> {
        let parsed = match value.get_ref() {
            DeValue::Integer(integer) if integer.radix() != 10 => whole(value).map(|number| number as f64),
            DeValue::Integer(integer) => integer.as_str().parse().ok(),
            DeValue::Float(float) => float.as_str().parse().ok().filter(|number: &f64| number.is_finite()),
            _ => None,
        };
        if parsed.is_none() {
            self.wrong_type(value.span().start, key, "number");
        }
        parsed
    }

    /// `true` or `false`, or a report; nothing where the key is missing.
    pub(super) fn flag(&mut self, table: Table<'_, 'file>, key: &str) -> Option<bool> {
        let value = table.get(key)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong_type(value.span().start, key, "flag");
        }
        flag
    }

    /// Text that may be missing.
    pub(super) fn optional_text(&mut self, table: Table<'_, 'file>, key: &str) -> String {
        table.get(key).and_then(|value| self.text(key, value)).unwrap_or_default()
    }

    /// Text that must be there.
    pub(super) fn required_text(&mut self, table: Table<'_, 'file>, key: &str) -> String {
        if table.get(key).is_none() {
            self.report(table.at, LexiconError::MissingKey { key: key.to_owned() });
        }
        self.optional_text(table, key)
    }

    /// A text in several languages that may be missing; a plain text stands for English.
    pub(super) fn local_text(&mut self, table: Table<'_, 'file>, key: &str) -> LocalText {
        let Some(value) = table.get(key) else { return LocalText::default() };
        if let Some(text) = value.get_ref().as_str() {
            return LocalText { en: Some(text.to_owned()), ..LocalText::default() };
        }
        let Some(table) = self.table(key, value) else { return LocalText::default() };
        self.known_keys(table, &["kk", "ru", "en"]);
        let mut language = |code| table.get(code).and_then(|value| self.text(code, value));
        LocalText { kk: language("kk"), ru: language("ru"), en: language("en") }
    }
}

/// Returns the value as a whole number, in whichever base it is written; `None` for another value
/// and for one beyond 64 bits.
pub(super) fn whole(value: &Value<'_>) -> Option<i64> {
    let integer = value.get_ref().as_integer()?;
    i64::from_str_radix(integer.as_str(), integer.radix()).ok()
}

impl<'table, 'file> Table<'table, 'file> {
    pub(super) fn get(self, key: &str) -> Option<&'table Value<'file>> {
        self.values.get(key)
    }

    /// Where the table begins in the file.
    pub(super) fn at(self) -> usize {
        self.at
    }

    /// Keys with their places, and values, in no particular order.
    pub(super) fn pairs(self) -> impl Iterator<Item = (&'table str, usize, &'table Value<'file>)> {
        self.values.iter().map(|(key, value)| (key.get_ref().as_ref(), key.span().start, value))
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::{LexiconError, read_toml};

    fn file(entry: &str, expect: &str) -> String {
        format!(
            "format = 0x1\nid = \"test\"\nversion = \"1\"\n[[category]]\nid = \"freedom\"\n\
             kk.entries = [{{ pattern = \"азат\", {entry} }}]\n\
             [[test]]\nlang = \"kk\"\ntext = \"азат\"\nexpect = {{ freedom = {expect} }}\n"
        )
    }

    #[test]
    fn whole_numbers_are_read_in_the_base_in_which_they_are_written() {
        let lexicon = read_toml(&file("weight = 0x10", "0b11")).unwrap().lexicon;
        assert_eq!((lexicon.entries[0].weight, lexicon.tests[0].expect[0].1), (16.0, 3));
        let lexicon = read_toml(&file("weight = -1_000", "1_0")).unwrap().lexicon;
        assert_eq!((lexicon.entries[0].weight, lexicon.tests[0].expect[0].1), (-1000.0, 10));
    }

    #[test]
    fn a_count_that_cannot_be_is_refused() {
        for expect in ["-1", "1.5", "9223372036854775808", "18446744073709551615"] {
            let errors = read_toml(&file("weight = 1", expect)).unwrap_err();
            assert!(matches!(errors[0].error, LexiconError::WrongType { expected: "number", .. }), "{expect}");
        }
    }
}
