//! A match → how the entry caught each of its words.

use serde::{Deserialize, Serialize};

use super::word::WordTest;
use crate::{
    language::{Language, PartsOfSpeech, Suffix},
    lexicon::{Element, Entry},
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

/// Returns how an entry caught the words of a match, one item a word of the match; the words are folded forms.
///
/// Words that a gap passes over, and punctuation within a phrase that crosses it, are [`MatchedBy::Any`]. Cost: the grammar's work for one lemma a word, so ask for the matches
/// that a reader sees, not for all.
pub fn matched_by(entry: &Entry, words: &[&str], language: Option<Language>) -> Vec<MatchedBy> {
    let language = entry.language.or(language);
    if let ([word], Some(joined)) = (words, entry.pattern.joined()) {
        let how = WordTest::new(&joined, PartsOfSpeech::UNKNOWN, None, false).matched_by(word);
        return vec![how.unwrap_or(MatchedBy::Any)];
    }
    let crosses = entry.crosses_punctuation;
    align(&entry.pattern.elements, words, entry.parts, language, crosses)
        .unwrap_or_else(|| vec![MatchedBy::Any; words.len()])
}

/// Tries the elements against the words; `None` where they do not fit.
fn align(
    elements: &[Element],
    words: &[&str],
    parts: PartsOfSpeech,
    language: Option<Language>,
    crosses: bool,
) -> Option<Vec<MatchedBy>> {
    let Some((element, rest)) = elements.split_first() else { return words.is_empty().then(Vec::new) };
    if let Element::Gap(size) = element {
        let counted = |skipped: usize| words[..skipped].iter().filter(|word| !(crosses && is_sign(word))).count();
        let mut within = (0..=words.len()).take_while(|skipped| counted(*skipped) <= usize::from(*size));
        return within.find_map(|skipped| {
            let found = align(rest, &words[skipped..], parts, language, crosses)?;
            Some(std::iter::repeat_n(MatchedBy::Any, skipped).chain(found).collect())
        });
    }
    let (word, others) = words.split_first()?;
    let parts_here = if rest.is_empty() { parts } else { PartsOfSpeech::UNKNOWN };
    let here = || {
        let first = WordTest::new(element, parts_here, language, true).matched_by(word)?;
        let found = align(rest, others, parts, language, crosses)?;
        Some(std::iter::once(first).chain(found).collect())
    };
    here().or_else(|| {
        // Punctuation that a phrase passes over is no word of it.
        let found = align(elements, others, parts, language, crosses).filter(|_| crosses && is_sign(word))?;
        Some(std::iter::once(MatchedBy::Any).chain(found).collect())
    })
}

fn is_sign(word: &str) -> bool {
    !word.contains(char::is_alphanumeric)
}
