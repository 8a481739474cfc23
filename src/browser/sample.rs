//! Sample studies: files beside the page → inputs.

use std::rc::Rc;

use serde::Deserialize;
use tarazy_engine::{
    language::Language,
    lexicon::LocalText,
    settings::{LanguageChoice, LexiconSource},
};

use super::{ContentId, InputDocument, Inputs, inputs::plain_text};

/// A sample in the list of samples.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct SampleEntry {
    /// Names it and its file.
    pub id: String,
    /// Its title.
    pub title: SampleText,
    /// What it is, in a sentence or two.
    #[serde(default)]
    pub description: SampleText,
}

/// A sample study.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Sample {
    /// Names it.
    pub id: String,
    /// Its title.
    pub title: SampleText,
    /// The id of the lexicon that it is weighed with.
    pub lexicon: String,
    /// Its texts.
    #[serde(alias = "document")]
    pub documents: Vec<SampleDocument>,
}

impl Sample {
    /// Returns the sample as a study. `keep` stores a text and names it; a text that cannot be
    /// stored is left out.
    pub fn inputs(&self, keep: impl Fn(&str) -> Option<ContentId>) -> Inputs {
        let documents = self.documents.iter().filter_map(|document| {
            let language = document.language.map_or(LanguageChoice::Auto, LanguageChoice::Fixed);
            Some(InputDocument::new(document.title.clone().into(), None, language, keep(&document.text)?))
        });
        Inputs {
            title: self.title.clone().into(),
            sample: Some(self.id.clone()),
            documents: documents.collect(),
            lexicon: Rc::new(LexiconSource::Builtin(self.lexicon.clone())),
            ..Inputs::default()
        }
    }
}

/// A text of a sample study.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct SampleDocument {
    /// Its title.
    pub title: SampleText,
    /// Its language, where it is given.
    #[serde(default)]
    pub language: Option<Language>,
    /// The text.
    pub text: String,
}

/// A text in one language for all, or in each.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum SampleText {
    /// The same in every language of the page.
    One(String),
    /// By language.
    Each(LocalText),
}

impl Default for SampleText {
    fn default() -> Self {
        Self::Each(LocalText::default())
    }
}

impl From<SampleText> for LocalText {
    fn from(words: SampleText) -> Self {
        match words {
            SampleText::One(text) => plain_text(&text),
            SampleText::Each(text) => text,
        }
    }
}

/// A sample file that cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a sample study cannot be read")]
pub struct SampleError;

/// Reads the list of samples.
///
/// # Errors
/// [`SampleError`] when the file is not such a list.
pub fn read_sample_list(bytes: &[u8]) -> Result<Vec<SampleEntry>, SampleError> {
    serde_json::from_slice(bytes).map_err(|_| SampleError)
}

/// Reads a sample.
///
/// # Errors
/// [`SampleError`] when the file is not a sample study.
pub fn read_sample(bytes: &[u8]) -> Result<Sample, SampleError> {
    serde_json::from_slice(bytes).map_err(|_| SampleError)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_come_in_one_language_or_in_three() {
        let file = r#"{"id": "a", "title": {"kk": "Бағдарламалар", "ru": "Программы", "en": "Programmes"},
            "lexicon": "values", "documents": [{"title": "Amanat", "language": "kk", "text": "Бостандық"},
            {"title": {"en": "Ak Zhol"}, "text": "Freedom"}]}"#;
        let sample = read_sample(file.as_bytes()).expect("it is a sample");
        assert_eq!(LocalText::from(sample.title).get(Language::Kazakh), "Бағдарламалар");
        let titles: Vec<_> = sample
            .documents
            .into_iter()
            .map(|document| LocalText::from(document.title).get(Language::Russian).to_owned())
            .collect();
        assert_eq!(titles, ["Amanat", "Ak Zhol"]);
        assert_eq!(read_sample_list(b"{"), Err(SampleError));
    }
}
