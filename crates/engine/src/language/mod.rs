//! What the engine knows of each language: how its words inflect, sort and are recognised.
//!
//! Everything a language does for matching goes through one trait, [`Inflection`]: an entry's
//! citation form yields surface [`Stem`]s, and the language says which endings may follow a stem.
//! [`LemmaIndex`] turns that into a search over distinct forms whose cost does not grow with the
//! number of entries.

mod closed_class;
mod inflection;
mod lemma_index;
mod reading;
mod word_table;

pub mod collation;
pub mod detection;
pub mod english;
pub mod kazakh;
pub mod letter_pairs;
pub mod negation;
pub mod number_format;
pub mod russian;

pub use inflection::{Inflection, PartOfSpeech, PartsOfSpeech, Stem, Suffix};
pub use lemma_index::{LemmaId, LemmaIndex, LemmaMatch};
pub use reading::{Cue, Lemma, Neighbours, Reading, Rejection, Rivals, Verdict};

use serde::{Deserialize, Serialize};

/// A language whose words Tarazy inflects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Language {
    /// Kazakh in Cyrillic script.
    #[serde(rename = "kk")]
    Kazakh,
    /// Russian.
    #[serde(rename = "ru")]
    Russian,
    /// English.
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// All languages, in the order in which the interface lists them.
    pub const ALL: [Self; 3] = [Self::Kazakh, Self::Russian, Self::English];

    /// Returns the ISO 639-1 code: `kk`, `ru` or `en`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Kazakh => "kk",
            Self::Russian => "ru",
            Self::English => "en",
        }
    }

    /// Finds the language with an ISO 639-1 code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// Returns the inflection rules of the language.
    pub fn inflection(self) -> &'static dyn Inflection {
        match self {
            Self::Kazakh => &kazakh::Kazakh,
            Self::Russian => &russian::Russian,
            Self::English => &english::English,
        }
    }
}
