//! A file of TOML → its values by type, each with its place.
//!
//! A key that is missing or unknown and a value of another type are errors with a place. Whether
//! the first one ends the reading is up to the format that is read.
//!
//! ```
//! use tarazy_engine::format::TomlFile;
//!
//! let file = TomlFile::parse("title = \"Жарғы\"\nyear = \"2020\"")?;
//! assert_eq!(file.root().required("title")?.text()?, "Жарғы");
//! let error = file.root().required("year")?.integer().unwrap_err();
//! assert_eq!((error.line, error.column, error.reason.code()), (2, 8, "lex-wrong-type"));
//! # Ok::<(), tarazy_engine::format::TomlError>(())
//! ```

use toml::{
    Spanned,
    de::{DeString, DeTable, DeValue},
};

use super::toml_error::{TomlError, TomlReason};
use crate::text::to_u32;

/// A parsed file.
#[derive(Debug)]
pub struct TomlFile<'text> {
    lines: Lines<'text>,
    has_full_keys: bool,
    root: DeTable<'text>,
}

/// A table of the file.
#[derive(Debug, Clone, Copy)]
pub struct TomlTable<'file> {
    file: &'file TomlFile<'file>,
    /// The key that it is the value of; empty for the whole file.
    name: &'file str,
    values: &'file DeTable<'file>,
    at: usize,
}

/// The value of a key, or an item of its list.
#[derive(Debug, Clone, Copy)]
pub struct TomlValue<'file> {
    table: TomlTable<'file>,
    key: &'file Spanned<DeString<'file>>,
    given: &'file Spanned<DeValue<'file>>,
}

/// A text, and where its lines start.
#[derive(Debug)]
pub(super) struct Lines<'text> {
    text: &'text str,
    starts: Vec<usize>,
}

impl<'text> Lines<'text> {
    pub(super) fn new(text: &'text str) -> Self {
        Self { text, starts: std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect() }
    }

    /// Line and column, from 1, of a byte; the column in characters.
    pub(super) fn place(&self, at: usize) -> (u32, u32) {
        let at = self.text.floor_char_boundary(at);
        let line = self.line(at);
        let before = &self.text[self.starts[line - 1]..at];
        (to_u32(line), to_u32(before.chars().count() + 1))
    }

    fn line(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at)
    }
}

impl<'text> TomlFile<'text> {
    /// Parses a file.
    ///
    /// # Errors
    /// [`TomlReason::Syntax`] where it is not TOML.
    pub fn parse(text: &'text str) -> Result<Self, TomlError> {
        let root = DeTable::parse(text).map_err(|error| TomlError::syntax(text, error.span(), error.message()))?;
        Ok(Self { lines: Lines::new(text), has_full_keys: false, root: root.into_inner() })
    }

    /// Lets errors name a key with its table: `counting.policy`.
    #[must_use]
    pub fn with_full_keys(self) -> Self {
        Self { has_full_keys: true, ..self }
    }

    /// Returns the table that is the whole file.
    pub fn root(&self) -> TomlTable<'_> {
        TomlTable { file: self, name: "", values: &self.root, at: 0 }
    }

    fn error(&self, at: usize, reason: TomlReason) -> TomlError {
        let (line, column) = self.lines.place(at);
        TomlError { reason, line, column }
    }
}

#[expect(clippy::missing_errors_doc, reason = "a value of another type than asked for is `WrongType`")]
impl<'file> TomlTable<'file> {
    /// Returns line and column, from 1, where the table begins.
    pub fn place(self) -> (u32, u32) {
        self.file.lines.place(self.at)
    }

    /// Returns the values of the table, ordered by key.
    pub fn values(self) -> impl Iterator<Item = TomlValue<'file>> {
        self.values.iter().map(move |(key, given)| TomlValue { table: self, key, given })
    }

    /// Returns the values of the table in the order in which they stand in the file.
    pub fn values_in_order(self) -> Vec<TomlValue<'file>> {
        let mut values: Vec<TomlValue<'file>> = self.values().collect();
        values.sort_by_key(|value| value.key.span().start);
        values
    }

    /// Returns the value of a key that may be missing.
    pub fn get(self, key: &str) -> Option<TomlValue<'file>> {
        self.values.get_key_value(key).map(|(key, given)| TomlValue { table: self, key, given })
    }

    /// Returns the value of a key that must be there.
    pub fn required(self, key: &str) -> Result<TomlValue<'file>, TomlError> {
        self.get(key).ok_or_else(|| self.file.error(self.at, TomlReason::MissingKey(self.full(key))))
    }

    /// Returns the text of a key that may be missing, and then is empty.
    pub fn text(self, key: &str) -> Result<String, TomlError> {
        self.get(key).map_or_else(|| Ok(String::new()), |value| value.text().map(str::to_owned))
    }

    /// Returns the flag of a key that may be missing.
    pub fn flag(self, key: &str) -> Result<Option<bool>, TomlError> {
        self.get(key).map(TomlValue::flag).transpose()
    }

    /// Returns the items of a list that may be missing.
    pub fn list(self, key: &str) -> Result<impl Iterator<Item = TomlValue<'file>> + use<'file>, TomlError> {
        Ok(self.get(key).map(TomlValue::list).transpose()?.into_iter().flatten())
    }

    /// Returns an error for each key that is none of `known`.
    pub fn unknown_keys(self, known: &[&str]) -> impl Iterator<Item = TomlError> {
        let unknown = self.values().filter(|value| !known.contains(&value.key()));
        unknown.map(|value| self.file.error(value.key.span().start, TomlReason::UnknownKey(value.full_key())))
    }

    /// A key as errors name it.
    fn full(self, key: &str) -> String {
        if self.file.has_full_keys && !self.name.is_empty() { format!("{}.{key}", self.name) } else { key.to_owned() }
    }
}

#[expect(clippy::missing_errors_doc, reason = "a value of another type than asked for is `WrongType`")]
impl<'file> TomlValue<'file> {
    /// Returns the key.
    pub fn key(self) -> &'file str {
        self.key.get_ref()
    }

    /// Returns the key as errors name it.
    pub fn full_key(self) -> String {
        self.table.full(self.key())
    }

    /// Returns line and column, from 1, of the key.
    pub fn key_place(self) -> (u32, u32) {
        self.table.file.lines.place(self.key.span().start)
    }

    /// Returns line and column, from 1, of the value.
    pub fn place(self) -> (u32, u32) {
        self.table.file.lines.place(self.at())
    }

    /// Returns the line, from 1, of the value.
    pub fn line(self) -> u32 {
        to_u32(self.table.file.lines.line(self.at()))
    }

    fn at(self) -> usize {
        self.given.span().start
    }

    /// Returns the error that the value is not of the type `expected`.
    pub fn wrong_type(self, expected: &'static str) -> TomlError {
        self.table.file.error(self.at(), TomlReason::WrongType { key: self.full_key(), expected })
    }

    /// Returns what stands there: a text without its quotes, anything else as it is written.
    pub fn written(self) -> &'file str {
        let written = || self.table.file.lines.text.get(self.given.span()).expect("a value stands in its file");
        self.as_text().unwrap_or_else(written)
    }

    /// Returns the value if it is text.
    pub fn as_text(self) -> Option<&'file str> {
        self.given.get_ref().as_str()
    }

    /// Returns the items if the value is a list.
    pub fn as_list(self) -> Option<impl ExactSizeIterator<Item = Self>> {
        self.given.get_ref().as_array().map(|list| list.iter().map(move |given| Self { given, ..self }))
    }

    /// Returns the value as ISO 8601 writes it if it is a local date: `2024-03-01`.
    pub fn as_date(self) -> Option<String> {
        let given = self.given.get_ref().as_datetime()?;
        (given.time.is_none() && given.offset.is_none()).then(|| given.date.map(|date| date.to_string()))?
    }

    /// Returns `true` if the value is a table.
    pub fn is_table(self) -> bool {
        self.given.get_ref().is_table()
    }

    /// Returns the value as text.
    pub fn text(self) -> Result<&'file str, TomlError> {
        self.as_text().ok_or_else(|| self.wrong_type("text"))
    }

    /// Returns the value as a flag.
    pub fn flag(self) -> Result<bool, TomlError> {
        self.given.get_ref().as_bool().ok_or_else(|| self.wrong_type("flag"))
    }

    /// Returns the value as a whole number, in whichever base it is written; `None` for one beyond
    /// 64 bits.
    pub fn integer(self) -> Result<Option<i64>, TomlError> {
        let integer = self.given.get_ref().as_integer().ok_or_else(|| self.wrong_type("number"))?;
        Ok(i64::from_str_radix(integer.as_str(), integer.radix()).ok())
    }

    /// Returns the value as a finite number.
    pub fn number(self) -> Result<f64, TomlError> {
        let number = match self.given.get_ref() {
            DeValue::Integer(integer) if integer.radix() != 10 => self.integer()?.map(|number| number as f64),
            DeValue::Integer(integer) => integer.as_str().parse().ok(),
            DeValue::Float(float) => float.as_str().parse().ok().filter(|number: &f64| number.is_finite()),
            _ => None,
        };
        number.ok_or_else(|| self.wrong_type("number"))
    }

    /// Returns the items of a list.
    pub fn list(self) -> Result<impl ExactSizeIterator<Item = Self>, TomlError> {
        self.as_list().ok_or_else(|| self.wrong_type("list"))
    }

    /// Returns the value as a table.
    pub fn table(self) -> Result<TomlTable<'file>, TomlError> {
        let values = self.given.get_ref().as_table().ok_or_else(|| self.wrong_type("table"))?;
        Ok(TomlTable { file: self.table.file, name: self.key(), values, at: self.at() })
    }
}
