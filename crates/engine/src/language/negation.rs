//! The words that negate in each language, as data.
//!
//! Patterns are those of lexicons. A word of negation negates a number of *words* on its side; what
//! reaches how far is stated by [`crate::matching::Negation`]. The lists are this project's own,
//! made after the negative words that grammars of the three languages name; fixed phrases
//! that look like a negation and are none («не только», "no doubt", «емес пе») stand under `except`,
//! and so do double negations («не без», "not without", «жоқ емес»), which affirm.
//!
//! Not here, since no word says it: the negative suffix of Kazakh verbs (-ма/-ме, -ба/-бе, -па/-пе:
//! болмайды) and the endings that mean 'without' (бостандықсыз). The grammar of `kazakh` knows both
//! suffixes where it reads a form, so that a later version may ask.

use super::Language;

/// The words of negation of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NegationWords {
    /// Words that negate what follows them, with their reach in words.
    pub before: &'static [(&'static str, u8)],
    /// Words that negate what precedes them, with their reach in words.
    pub after: &'static [(&'static str, u8)],
    /// Fixed phrases in which no word negates.
    pub except: &'static [&'static str],
    /// Words at which every reach ends.
    pub stop: &'static [&'static str],
}

/// Returns the words of negation of a language.
pub const fn negation_words(language: Language) -> &'static NegationWords {
    match language {
        Language::Kazakh => &super::kazakh::NEGATION,
        Language::Russian => &super::russian::NEGATION,
        Language::English => &super::english::NEGATION,
    }
}
