//! Typed values out of a table of a recipe's file; whatever is not as it should be is an error at
//! its place.

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{RecipeError, RecipeReason};
use tarazy_engine::{lexicon::LocalText, text::to_u32};

/// A table of the file.
#[derive(Clone, Copy)]
pub(super) struct Table<'table, 'file> {
    text: &'file str,
    /// Its name, as errors tell it; empty for the whole file.
    name: &'static str,
    values: &'table DeTable<'file>,
    at: usize,
}

/// The value of a key.
#[derive(Clone, Copy)]
pub(super) struct Value<'table, 'file> {
    table: Table<'table, 'file>,
    key: &'static str,
    given: &'table Spanned<DeValue<'file>>,
}

/// Says at which line and column, both from 1, a byte of a text is.
pub(super) fn error_at(text: &str, at: usize, reason: RecipeReason) -> RecipeError {
    let before = &text[..text.floor_char_boundary(at)];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
    RecipeError { reason, line: to_u32(line), column: to_u32(column) }
}

impl<'table, 'file> Table<'table, 'file> {
    pub(super) fn whole(text: &'file str, values: &'table DeTable<'file>) -> Self {
        Self { text, name: "", values, at: 0 }
    }

    /// The full name of a key: `counting.policy`.
    fn full(self, key: &str) -> String {
        if self.name.is_empty() { key.to_owned() } else { format!("{}.{key}", self.name) }
    }

    /// Refuses keys that are none of these.
    pub(super) fn known(self, keys: &[&str]) -> Result<Self, RecipeError> {
        let unknown = self.values.keys().find(|key| !keys.contains(&key.get_ref().as_ref()));
        unknown.map_or(Ok(self), |key| {
            let reason = RecipeReason::UnknownKey { key: self.full(key.get_ref()) };
            Err(error_at(self.text, key.span().start, reason))
        })
    }

    pub(super) fn get(self, key: &'static str) -> Option<Value<'table, 'file>> {
        self.values.get(key).map(|value| Value { table: self, key, given: value })
    }

    /// The value of a key that must be there.
    pub(super) fn required(self, key: &'static str) -> Result<Value<'table, 'file>, RecipeError> {
        let missing = || error_at(self.text, self.at, RecipeReason::MissingKey { key: self.full(key) });
        self.get(key).ok_or_else(missing)
    }

    /// A text that may be missing, and then is empty.
    pub(super) fn text(self, key: &'static str) -> Result<String, RecipeError> {
        self.get(key).map_or_else(|| Ok(String::new()), |value| value.text().map(str::to_owned))
    }

    /// A flag that may be missing, and then is not set.
    pub(super) fn flag(self, key: &'static str) -> Result<bool, RecipeError> {
        self.get(key).map_or(Ok(false), Value::flag)
    }

    /// A text in one language for all, or in each; it may be missing.
    pub(super) fn local(self, key: &'static str) -> Result<LocalText, RecipeError> {
        let Some(value) = self.get(key) else { return Ok(LocalText::default()) };
        if let Some(text) = value.given.get_ref().as_str() {
            return Ok(LocalText { en: Some(text.to_owned()), ..LocalText::default() });
        }
        let table = value.table()?.known(&["kk", "ru", "en"])?;
        let language = |code| table.get(code).map(|value| value.text().map(str::to_owned)).transpose();
        Ok(LocalText { kk: language("kk")?, ru: language("ru")?, en: language("en")? })
    }
}

impl<'table, 'file> Value<'table, 'file> {
    /// Refuses the value, for one that may stand here.
    pub(super) fn refused(self, expected: String) -> RecipeError {
        let (start, end) = (self.given.span().start, self.given.span().end);
        let found = match self.given.get_ref() {
            DeValue::String(text) => text.clone().into_owned(),
            _ => self.table.text.get(start..end).unwrap_or_default().to_owned(),
        };
        self.error(RecipeReason::Value { key: self.table.full(self.key), value: found, expected })
    }

    pub(super) fn error(self, reason: RecipeReason) -> RecipeError {
        error_at(self.table.text, self.given.span().start, reason)
    }

    fn wrong_type(self, expected: &'static str) -> RecipeError {
        self.error(RecipeReason::WrongType { key: self.table.full(self.key), expected })
    }

    pub(super) fn text(self) -> Result<&'table str, RecipeError> {
        self.given.get_ref().as_str().ok_or_else(|| self.wrong_type("text"))
    }

    fn flag(self) -> Result<bool, RecipeError> {
        self.given.get_ref().as_bool().ok_or_else(|| self.wrong_type("flag"))
    }

    /// A whole number from `least` to `most`.
    pub(super) fn integer(self, least: i64, most: i64) -> Result<i64, RecipeError> {
        let integer = self.given.get_ref().as_integer().ok_or_else(|| self.wrong_type("number"))?;
        let number = i64::from_str_radix(integer.as_str(), integer.radix()).ok();
        number.filter(|number| (least..=most).contains(number)).ok_or_else(|| self.refused(format!("{least}–{most}")))
    }

    /// The items of a list.
    pub(super) fn list(self) -> Result<impl ExactSizeIterator<Item = Self>, RecipeError> {
        let list = self.given.get_ref().as_array().ok_or_else(|| self.wrong_type("list"))?;
        Ok(list.iter().map(move |value| Self { given: value, ..self }))
    }

    pub(super) fn table(self) -> Result<Table<'table, 'file>, RecipeError> {
        let values = self.given.get_ref().as_table().ok_or_else(|| self.wrong_type("table"))?;
        Ok(Table { text: self.table.text, name: self.key, values, at: self.given.span().start })
    }

    /// What the value names, by a function that knows the names.
    pub(super) fn named<Named>(
        self,
        of_name: impl FnOnce(&str) -> Option<Named>,
        names: impl FnOnce() -> String,
    ) -> Result<Named, RecipeError> {
        of_name(self.text()?).ok_or_else(|| self.refused(names()))
    }
}
