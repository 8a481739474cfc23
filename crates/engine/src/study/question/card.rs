//! The lexicon → its card: what it is for and what not, what each category means with examples, how
//! well it counts, where it is weak.
//!
//! Nothing in it is computed from the study's texts: it is what the lexicon's file says, in the
//! order in which a reader wants it. Examples are tests of the file that are marked as such, so that
//! each of them is counted as the card says.
//!
//! Law: the same file gives the same card. Cost: linear in categories and tests.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::{AskError, Needs, Query};
use crate::{
    counting::LexiconSummary,
    language::Language,
    lexicon::{CardTexts, Lexicon, LexiconTest, LocalText, Validation},
    study::open::{OpenStudy, table::lexicon_summary},
};

/// Asks for the card of the lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CardQuery {}

/// The card of a lexicon.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct LexiconCard {
    /// Id, title, version, hash, source and licence.
    pub lexicon: LexiconSummary,
    /// What it is for.
    pub description: LocalText,
    /// What it is not for, its sources, its weaknesses.
    pub texts: CardTexts,
    /// The languages that it has entries in.
    pub languages: Vec<Language>,
    /// The first categories that have a description or examples, at most
    /// [`LexiconCard::MOST_CATEGORIES`], in the order of the file.
    pub categories: Vec<CardCategory>,
    /// How many more such categories there are.
    pub left_out: u32,
    /// How well it counts, in the order of the file.
    pub validations: Vec<Validation>,
}

/// What a category means.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct CardCategory {
    /// Its path.
    pub path: String,
    /// Its title.
    pub title: LocalText,
    /// What belongs in it.
    pub description: LocalText,
    /// At most [`LexiconCard::MOST_EXAMPLES`] in each language of what counts, and as many of what
    /// does not, in the order of the file.
    pub examples: Vec<CardExample>,
}

/// A short text that counts for a category, or does not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardExample {
    /// Its language.
    pub language: Language,
    /// The text.
    pub text: String,
    /// Whether it counts for the category.
    pub counts: bool,
}

impl LexiconCard {
    /// Most categories on a card.
    pub const MOST_CATEGORIES: usize = 200;
    /// Most examples of what counts for a category in one language, and of what does not.
    pub const MOST_EXAMPLES: usize = 2;

    /// Returns the card of a lexicon.
    pub fn of(lexicon: &Lexicon) -> Self {
        let mut examples: FxHashMap<&str, Vec<CardExample>> = FxHashMap::default();
        for test in &lexicon.tests {
            let Some(path) = &test.example_of else { continue };
            let example = example(test, path);
            let own = examples.entry(path).or_default();
            let is_alike = |known: &&CardExample| (known.language, known.counts) == (example.language, example.counts);
            if own.iter().filter(is_alike).count() < Self::MOST_EXAMPLES {
                own.push(example);
            }
        }
        let mut categories = Vec::new();
        let mut left_out = 0;
        for category in &lexicon.categories {
            let examples = examples.remove(category.path.as_str()).unwrap_or_default();
            if examples.is_empty() && category.description == LocalText::default() {
                continue;
            }
            if categories.len() == Self::MOST_CATEGORIES {
                left_out += 1;
                continue;
            }
            let (path, title) = (category.path.clone(), category.title.clone());
            categories.push(CardCategory { path, title, description: category.description.clone(), examples });
        }
        Self {
            lexicon: lexicon_summary(lexicon),
            description: lexicon.description.clone(),
            texts: lexicon.card.clone(),
            languages: lexicon.languages.clone(),
            categories,
            left_out,
            validations: lexicon.validations.clone(),
        }
    }
}

/// A test as an example of a category.
fn example(test: &LexiconTest, path: &str) -> CardExample {
    let is_own = |own: &str| own.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let counts = test.expect.iter().any(|(own, count)| *count > 0 && is_own(own));
    CardExample { language: test.language, text: test.text.clone(), counts }
}

impl Query for CardQuery {
    type Answer = LexiconCard;

    fn needs(&self, _study: &OpenStudy) -> Needs {
        Needs::Nothing
    }

    fn answer(self, study: &mut OpenStudy) -> Result<LexiconCard, AskError> {
        Ok(LexiconCard::of(study.lexicon()))
    }
}
