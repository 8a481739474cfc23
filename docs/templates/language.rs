//! NAME inflection: a citation form → its stems and the endings that each may take.
//!
//! Copy this file to `crates/engine/src/language/NAME/mod.rs` and replace NAME. The checklist in
//! `CONTRIBUTING.md` names the places where a language is registered. Model: `language/english`.
//!
//! Law: the grammar is rules and short lists; a rule without an example in the tests is not a rule.
//!
//! | entry | matches | leaves alone |
//! |---|---|---|
//! | word | words | wordy |
//!
//! TODO: say in one sentence where the lists come from and under which licence.

use std::borrow::Cow;

use super::{
    inflection::{Inflection, PartOfSpeech, PartsOfSpeech, Stem, Suffix},
    negation::NegationWords,
};

/// The inflection of NAME.
pub struct Name;

/// Every grammatical name that a suffix of NAME may have: stable codes, each with a message
/// `gloss-<code>` in `views.ftl`.
pub const GLOSSES: &[&str] = &["plural"];

/// Endings that may follow a stem; a stem stores its set as `Stem::class`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum EndingSet {
    /// The stem alone: sheep.
    Whole,
    /// The stem, or the stem with -s: word, word-s.
    Regular,
}

impl Inflection for Name {
    fn stems(&self, lemma: &str, parts: PartsOfSpeech, derivations: bool) -> Vec<Stem> {
        // `lemma` is lower case and NFC. Return each stem once. Where `parts` states nothing, try
        // every paradigm that fits.
        let set = if parts.allows(PartOfSpeech::Noun) { EndingSet::Regular } else { EndingSet::Whole };
        // `derivations` is true for an entry `lemma~`: add stems of derived words here.
        let _ = derivations;
        vec![Stem { text: self.fold(lemma).into(), alternation: "", class: set as u32 }]
    }

    fn suffixes(&self, stem: &Stem, rest: &str) -> Option<Vec<Suffix>> {
        // Return `Some(vec![])` if the bare stem is a word, and `None` if `rest` cannot follow the
        // stem.
        let is_regular = stem.class == EndingSet::Regular as u32;
        match rest {
            "" => Some(Vec::new()),
            "s" if is_regular => Some(vec![Suffix { text: rest.to_owned(), gloss: Cow::Borrowed("plural") }]),
            _ => None,
        }
    }

    fn fold<'form>(&self, form: &'form str) -> Cow<'form, str> {
        // Letters that are written in two ways, as ё and е in Russian. Lower case and NFC are
        // already done.
        Cow::Borrowed(form)
    }

    fn inflects_every_word(&self) -> bool {
        // `true`: every word of a phrase inflects (гражданского общества). `false`: only the last
        // one (сөз бостандығына).
        true
    }

    // Optional, each with a default: `starts` (prefixes that reduplicate), `part` (the part of
    // speech of a stem), `judge` and `is_met` (known words and neighbours that decide between
    // readings; see `language/kazakh/competition.rs`).
}

/// Words that negate, as patterns of lexicons with their reach in words.
pub const NEGATION: NegationWords = NegationWords {
    // Words that negate what follows them.
    before: &[("=not", 3)],
    // Words that negate what precedes them.
    after: &[],
    // Fixed phrases that do not negate.
    except: &["=not =only"],
    // Words at which every reach ends.
    stop: &["=but"],
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::lemma_index::LemmaIndex;

    fn matches(lemma: &str, form: &str) -> bool {
        let mut index = LemmaIndex::new(&Name);
        index.insert(lemma, PartsOfSpeech::UNKNOWN, false);
        !index.matches(form).is_empty()
    }

    #[test]
    fn forms_belong_to_their_lemma() {
        for (lemma, form, expected) in [("word", "words", true), ("word", "word", true), ("word", "wordy", false)] {
            assert_eq!(matches(lemma, form), expected, "{lemma}, {form}");
        }
    }
}
