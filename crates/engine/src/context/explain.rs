//! A match → how the entry caught each of its words.

use serde::{Deserialize, Serialize};

use super::word::WordTest;
use crate::{
    language::{Language, PartsOfSpeech, Suffix},
    lexicon::{Element, Entry},
    matching::{Crossing, Phrase, PhraseTokens, is_passed_form},
};

/// How one word of an entry caught one word of the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum MatchedBy {
    /// The form is written as in the entry.
    Form,
    /// The form fits the entry's wildcards.
    Glob,
    /// The form is an inflected form of the entry's word.
    Lemma {
        /// The surface stem.
        stem: String,
        /// How the stem differs from the lemma; empty for not at all.
        alternation: String,
        /// The suffixes after the stem.
        suffixes: Vec<Suffix>,
    },
    /// Any word may stand here.
    Any,
}

/// Returns how an entry caught the words of a match, one item a word of the match; the words are
/// folded forms.
///
/// Words that a gap passes over, and punctuation within a phrase that crosses it, are
/// [`MatchedBy::Any`]. Cost: the grammar's work for one lemma a word of the entry, so ask for the
/// matches that a reader sees, not for all.
pub fn matched_by(entry: &Entry, words: &[&str], language: Option<Language>) -> Vec<MatchedBy> {
    let language = entry.language.or(language);
    if let ([word], Some(joined)) = (words, entry.pattern.joined()) {
        let how = WordTest::new(&joined, PartsOfSpeech::UNKNOWN, None, false).matched_by(word);
        return vec![how.unwrap_or(MatchedBy::Any)];
    }
    let pattern = &entry.pattern;
    let words_alone = pattern.without_signs();
    let ways = [Some(&pattern.elements[..]), pattern.uncut(), words_alone.as_deref()];
    let mut found = ways.into_iter().flatten().filter_map(|elements| matched_as(elements, entry, words, language));
    found.next().unwrap_or_else(|| vec![MatchedBy::Any; words.len()])
}

/// Returns how these elements of an entry caught the words; `None` where they did not.
fn matched_as(
    elements: &[Element],
    entry: &Entry,
    words: &[&str],
    language: Option<Language>,
) -> Option<Vec<MatchedBy>> {
    let phrase = Phrase::new(elements, Crossing::of_entry(entry.crosses_punctuation), |place, element| {
        let parts = if place + 1 == elements.len() { entry.parts } else { PartsOfSpeech::UNKNOWN };
        WordTest::new(element, parts, language, true)
    });
    let how = |test: &WordTest, word: &str| {
        let of_part = || word.split('-').filter(|part| entry.compounds && !part.is_empty());
        test.matched_by(word).or_else(|| of_part().find_map(|part| test.matched_by(part)))
    };
    let fits = |test: &WordTest, token: usize| words.get(token).is_some_and(|word| how(test, word).is_some());
    let places = phrase.way(&Words(words), 0, Some(words.len()), fits)?;
    let mut matched = vec![MatchedBy::Any; words.len()];
    for (step, place) in phrase.words().zip(places) {
        if let Some(how) = step.and_then(|test| how(test, words[place])) {
            matched[place] = how;
        }
    }
    Some(matched)
}

/// The words of a match.
struct Words<'words>(&'words [&'words str]);

impl PhraseTokens for Words<'_> {
    fn is_open(&self, token: usize) -> bool {
        token < self.0.len()
    }

    fn is_passed(&self, token: usize, _crosses: Crossing) -> bool {
        self.0.get(token).is_some_and(|word| is_passed_form(word))
    }
}
