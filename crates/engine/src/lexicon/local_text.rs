//! A short text in several languages.

use serde::{Deserialize, Serialize};

use crate::{
    format::{TomlError, TomlTable},
    language::Language,
};

/// A title or description, in as many of the three languages as its author gave.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LocalText {
    /// In Kazakh.
    pub kk: Option<String>,
    /// In Russian.
    pub ru: Option<String>,
    /// In English.
    pub en: Option<String>,
}

impl LocalText {
    /// Returns the text in `language`, else in English, Russian or Kazakh, else nothing.
    pub fn get(&self, language: Language) -> &str {
        let own = match language {
            Language::Kazakh => &self.kk,
            Language::Russian => &self.ru,
            Language::English => &self.en,
        };
        [own, &self.en, &self.ru, &self.kk].into_iter().flatten().next().map_or("", String::as_str)
    }

    /// Reads the text of a key that may be missing; a plain text stands for English. `report` is
    /// called for each error.
    pub fn read(table: TomlTable<'_>, key: &str, mut report: impl FnMut(TomlError)) -> Self {
        let Some(value) = table.get(key) else { return Self::default() };
        if let Some(text) = value.as_text() {
            return Self { en: Some(text.to_owned()), ..Self::default() };
        }
        let Ok(table) = value.table().map_err(&mut report) else { return Self::default() };
        table.unknown_keys(&["kk", "ru", "en"]).for_each(&mut report);
        let mut language = |code| table.get(code)?.text().map_err(&mut report).ok().map(str::to_owned);
        Self { kk: language("kk"), ru: language("ru"), en: language("en") }
    }
}
