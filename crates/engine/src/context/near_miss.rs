//! A word of an entry and a form that looks like it → why the entry did not catch the form.
//!
//! Near is what begins like the word: with one of its stems, or with the word less its last two
//! letters. Бостандыққа is caught by бостандық; бостандықшыл is near it, and would be caught by
//! `бостандық~`. The law: what a word fits is never a near miss for its letters, and every near
//! miss has a reason.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{
    explain::MatchedBy,
    word::{Test, WordTest, index, inflected},
};
use crate::{
    language::{Language, LemmaIndex, PartOfSpeech, PartsOfSpeech, Rejection},
    lexicon::Element,
    text::plain_cyrillic,
};

/// The fewest letters that a form must share with a word less its ending, to be near it.
const FEWEST_SHARED_LETTERS: usize = 3;
/// The fewest letters that a stem needs to make a form that begins with it near.
const FEWEST_STEM_LETTERS: usize = 2;

/// Why a form that looks like an entry's word does not count for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum NearMissReason {
    /// A stem of the word fits, and what follows is no chain of its endings.
    Rest {
        /// The longest stem that fits.
        stem: String,
        /// What follows it; empty where the stem alone is no word.
        rest: String,
    },
    /// It is derived from the word: the entry would match it if it were written `word~`.
    Derivation(MatchedBy),
    /// It is a form of the word as another part of speech than the entry states.
    OtherPart(PartOfSpeech),
    /// It only begins alike.
    Alike {
        /// The letters that both have at the start.
        shared: String,
    },
    /// The entry names one form, or wildcards that do not fit it.
    AsWritten,
    /// It fits but for its capital and small letters.
    Case,
    /// It fits by its letters, and another reading of it is better.
    BetterReading {
        /// What it is taken for, where the language says so.
        instead: Option<Rejection>,
        /// Whether the words beside it decide, so that elsewhere it may count.
        by_neighbours: bool,
    },
    /// It fits, and the lexicon rules out every match.
    Excluded {
        /// The pattern that names the form itself; none where the surroundings decide.
        pattern: Option<String>,
    },
}

/// A word of an entry with everything that a form is compared with to say how near it is.
pub struct NearWord {
    test: WordTest,
    language: Option<Language>,
    /// What near forms begin with, longest first; the stems come first where the word inflects.
    stems: Vec<Box<str>>,
    start: String,
    /// The word with its derivations, unless the entry has them anyway.
    derived: Option<LemmaIndex>,
    /// The word as each part of speech that the entry leaves out.
    others: Vec<(PartOfSpeech, LemmaIndex)>,
}

impl NearWord {
    /// Makes ready the word of an entry, or the last word of a phrase; `None` where it is any word
    /// at all.
    ///
    /// Cost: the grammar's work for one lemma, a few times.
    pub fn new(element: &Element, parts: PartsOfSpeech, language: Option<Language>) -> Option<Self> {
        let parts = element.parts(parts);
        let mut near = Self {
            test: WordTest::new(element, parts, language, true),
            language,
            stems: Vec::new(),
            start: String::new(),
            derived: None,
            others: Vec::new(),
        };
        match &near.test.0 {
            Test::Any | Test::Regex(_) => return None,
            Test::Form(written) => near.start = shortened(written),
            Test::Glob(glob) => near.start = shortened(&glob.prefix),
            Test::Lemma { lemma, .. } => {
                near.start = shortened(lemma);
                if let Some(language) = language {
                    let is_derived = matches!(element, Element::Lemma { derivations: true, .. });
                    let inflection = language.inflection();
                    near.start = shortened(&inflection.fold(lemma));
                    let stems = inflection.stems(lemma, parts, is_derived).into_iter().map(|stem| stem.text);
                    near.stems = stems.filter(|stem| has_letters(stem, FEWEST_STEM_LETTERS)).collect();
                    near.stems.sort_by_key(|stem| std::cmp::Reverse(stem.len()));
                    near.derived = (!is_derived).then(|| index(language, lemma, parts, true));
                    let left_out = PartOfSpeech::ALL.into_iter().filter(|part| !parts.allows(*part));
                    near.others = left_out
                        .map(|part| (part, index(language, lemma, PartsOfSpeech::UNKNOWN.with(part), is_derived)))
                        .collect();
                }
            }
        }
        Some(near)
    }

    /// Returns `true` if a folded form begins like the word. Cost: a few comparisons of first
    /// letters.
    pub fn is_near(&self, form: &str) -> bool {
        let form = plain_cyrillic(form);
        let form = self.folded(&form);
        let begins = |start: &str| !start.is_empty() && form.starts_with(start);
        begins(&self.start) || self.stems.iter().any(|stem| begins(stem))
    }

    /// Returns how the word fits a folded form; `None` where it does not.
    pub fn matched_by(&self, form: &str) -> Option<MatchedBy> {
        self.test.matched_by(form)
    }

    /// Returns why a folded form that the word fits by its letters was not matched: for its case,
    /// where the pattern `is_cased`, or because another reading is better.
    pub fn reason_despite_fit(&self, form: &str, is_cased: bool) -> NearMissReason {
        match self.test.rejection(form) {
            None if is_cased => NearMissReason::Case,
            None => NearMissReason::BetterReading { instead: None, by_neighbours: false },
            Some((instead, by_neighbours)) => NearMissReason::BetterReading { instead: Some(instead), by_neighbours },
        }
    }

    /// Returns why the word does not fit a folded form that [is near](Self::is_near).
    pub fn reason(&self, form: &str) -> NearMissReason {
        if matches!(self.test.0, Test::Form(_) | Test::Glob(_)) {
            return NearMissReason::AsWritten;
        }
        let form = &*plain_cyrillic(form);
        if let Some(derived) = self.derived.as_ref().and_then(|index| inflected(index, form)) {
            return NearMissReason::Derivation(derived);
        }
        if let Some((part, _)) = self.others.iter().find(|(_, index)| inflected(index, form).is_some()) {
            return NearMissReason::OtherPart(*part);
        }
        let folded = self.folded(form);
        let split = self.stems.iter().find_map(|stem| Some((stem, folded.strip_prefix(&**stem)?)));
        match split {
            Some((stem, rest)) => NearMissReason::Rest { stem: stem.to_string(), rest: rest.to_owned() },
            None => NearMissReason::Alike { shared: self.start.clone() },
        }
    }

    fn folded<'form>(&self, form: &'form str) -> Cow<'form, str> {
        self.language.map_or(Cow::Borrowed(form), |language| language.inflection().fold(form))
    }
}

/// The word less its last two letters, or less its last one; nothing where fewer than three would
/// be left.
fn shortened(word: &str) -> String {
    let letters = word.chars().count();
    let kept = [2, 1].map(|less| letters.saturating_sub(less)).into_iter().find(|kept| *kept >= FEWEST_SHARED_LETTERS);
    kept.map(|kept| word.chars().take(kept).collect()).unwrap_or_default()
}

fn has_letters(text: &str, fewest: usize) -> bool {
    text.chars().nth(fewest - 1).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Pattern;

    fn near(pattern: &str, parts: PartsOfSpeech, language: Language) -> NearWord {
        let pattern = Pattern::parse(pattern).expect("the pattern is sound");
        NearWord::new(&pattern.elements[0], parts, Some(language)).expect("it is a word")
    }

    #[test]
    fn every_kind_of_near_miss_has_its_reason() {
        let unknown = PartsOfSpeech::UNKNOWN;
        let noun = unknown.with(PartOfSpeech::Noun);
        let rest = |stem: &str, rest: &str| NearMissReason::Rest { stem: stem.to_owned(), rest: rest.to_owned() };
        for (pattern, parts, language, form, reason) in [
            ("ту", noun, Language::Kazakh, "туннель", rest("ту", "ннель")),
            ("құқық", noun, Language::Kazakh, "құқықпын-ды", rest("құқық", "пын-ды")),
            ("=Отан", unknown, Language::Kazakh, "отанға", NearMissReason::AsWritten),
            ("демократ*", unknown, Language::Kazakh, "демокрит", NearMissReason::AsWritten),
            ("қорғау", noun, Language::Kazakh, "қорғады", NearMissReason::OtherPart(PartOfSpeech::Verb)),
            ("free", noun.with(PartOfSpeech::Adjective), Language::English, "freedom", rest("free", "dom")),
            ("liberty", unknown, Language::English, "liberal", NearMissReason::Alike { shared: "liber".to_owned() }),
        ] {
            let near = near(pattern, parts, language);
            assert!(near.is_near(form) && near.matched_by(form).is_none(), "{pattern} {form}");
            assert_eq!(near.reason(form), reason, "{pattern} {form}");
        }
    }

    #[test]
    fn a_derived_word_names_its_suffixes() {
        let near = near("еркін", PartsOfSpeech::UNKNOWN, Language::Kazakh);
        let NearMissReason::Derivation(MatchedBy::Lemma { stem, suffixes, .. }) = near.reason("еркіндікке")
        else {
            panic!("{:?}", near.reason("еркіндікке"));
        };
        let texts: Vec<&str> = suffixes.iter().map(|suffix| suffix.text.as_str()).collect();
        assert_eq!((stem.as_str(), texts), ("еркін", vec!["дік", "ке"]));
    }

    #[test]
    fn what_does_not_begin_alike_is_not_near() {
        let near = near("ел", PartsOfSpeech::UNKNOWN, Language::Kazakh);
        assert!(near.is_near("елу") && !near.is_near("ерік") && !near.is_near("әлем"));
    }
}
