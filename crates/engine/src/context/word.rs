//! One word of a pattern and a form → how the word fits the form.

use super::explain::MatchedBy;
use crate::{
    language::{Language, LemmaIndex, PartsOfSpeech, Rejection, Rivals, Verdict},
    lexicon::{Element, Glob, Regex},
    text::{comparable, plain_cyrillic},
};

/// One word of a pattern, ready to be asked which forms it fits.
pub struct WordTest(pub(super) Test);

pub(super) enum Test {
    Any,
    Form(String),
    Glob(Glob),
    Regex(Regex),
    Lemma { lemma: String, index: Option<LemmaIndex> },
}

impl WordTest {
    /// Makes the test; without a language, or where it does not inflect, a lemma is its citation
    /// form. A gap is taken for any word.
    pub fn new(element: &Element, parts: PartsOfSpeech, language: Option<Language>, inflects: bool) -> Self {
        let parts = element.parts(parts);
        let folded = |text: &str| comparable(text, false).into_owned();
        Self(match element {
            Element::Any | Element::Gap(_) => Test::Any,
            Element::Form(form) => Test::Form(folded(form)),
            Element::Glob(glob) => Test::Glob(glob.fold(folded)),
            Element::Regex(regex) => Test::Regex(regex.fold()),
            Element::Lemma { lemma, derivations } => {
                let lemma = folded(lemma);
                let index = language.filter(|_| inflects).map(|language| index(language, &lemma, parts, *derivations));
                Test::Lemma { lemma, index }
            }
        })
    }

    /// Returns how the word fits a folded form; `None` where it does not.
    pub fn matched_by(&self, form: &str) -> Option<MatchedBy> {
        let form = &*plain_cyrillic(form);
        match &self.0 {
            Test::Any => Some(MatchedBy::Any),
            Test::Form(own) => (own == form).then_some(MatchedBy::Form),
            Test::Glob(glob) => glob.matches(form).then_some(MatchedBy::Glob),
            Test::Regex(regex) => regex.matches(form).then_some(MatchedBy::Glob),
            Test::Lemma { lemma, .. } if lemma == form => Some(MatchedBy::Form),
            Test::Lemma { index, .. } => inflected(index.as_ref()?, form),
        }
    }

    /// Returns what a form that the word fits is taken for in its place, and whether the words
    /// beside it decide.
    pub(super) fn rejection(&self, form: &str) -> Option<(Rejection, bool)> {
        let Test::Lemma { index: Some(index), .. } = &self.0 else { return None };
        match index.readings(&plain_cyrillic(form), Rivals::KnownWords).into_iter().next()?.verdict {
            Verdict::Stands => None,
            Verdict::Rejected(why) => Some((why, false)),
            Verdict::OnlyWith(_, why) | Verdict::Unless(_, why) => Some((why, true)),
        }
    }
}

/// Makes an index of one lemma.
pub(super) fn index(language: Language, lemma: &str, parts: PartsOfSpeech, derivations: bool) -> LemmaIndex {
    let mut index = LemmaIndex::new(language.inflection());
    index.insert(lemma, parts, derivations);
    index
}

/// Returns how a form belongs to the lemma of an index.
pub(super) fn inflected(index: &LemmaIndex, form: &str) -> Option<MatchedBy> {
    index.matches(form).into_iter().next().map(|found| MatchedBy::Lemma {
        stem: found.stem.into(),
        alternation: found.alternation.to_owned(),
        suffixes: found.suffixes,
    })
}
