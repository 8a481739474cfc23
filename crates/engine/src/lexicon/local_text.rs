//! A short text in several languages.

use serde::{Deserialize, Serialize};

use crate::language::Language;

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
}
