//! Russian inflection: a citation form → the stems and endings of the paradigms it may have.
//!
//! Law: nothing but the citation form, the part of speech and the rules decides; there is no
//! dictionary. A paradigm that may exist is allowed, and where the ending is ambiguous, several
//! are.
//!
//! | entry | catches | leaves alone |
//! |---|---|---|
//! | рынок | рынка, рынками | рыночный |
//! | гражданин | граждане, гражданам | гражданский |
//! | важный | важного, важна, важнее, важнейшая | важно, важность (with `важный~`) |
//! | защищать | защищаем, защищавший, защищаемого | защищаться, защитить |
//!
//! ё is read as е, and stress marks are passed over. A form belongs to a reflexive verb (бороться)
//! with -ся or -сь only, and to a plain one without.
//!
//! ```
//! use tarazy_engine::language::{Language, LemmaIndex, PartsOfSpeech};
//!
//! let mut index = LemmaIndex::new(Language::Russian.inflection());
//! let freedom = index.insert("свобода", PartsOfSpeech::UNKNOWN, false);
//! assert_eq!(index.matches("свободами")[0].lemma, freedom);
//! assert!(index.matches("свободный").is_empty());
//! ```

mod adjective;
mod closed_class;
mod derivation;
mod ending;
mod irregular_noun;
mod negation;
mod noun;
mod spelling;
mod stem_list;
#[cfg(test)]
mod tests;
mod verb;
mod verb_list;

use std::borrow::Cow;

pub use ending::GLOSSES;

pub(super) use self::closed_class::CLOSED_CLASS;
use self::ending::EndingSet;
use self::stem_list::StemList;
pub use negation::NEGATION;

use super::inflection::{Inflection, PartOfSpeech, PartsOfSpeech, Stem, Suffix};
use crate::text::plain_cyrillic;

/// The inflection of Russian.
pub struct Russian;

impl Inflection for Russian {
    fn stems(&self, lemma: &str, parts: PartsOfSpeech, derivations: bool) -> Vec<Stem> {
        let lemma = self.fold(lemma);
        let mut stems = StemList::new();
        if let Some(paradigm) = CLOSED_CLASS.paradigm(&lemma).filter(|_| parts.is_unknown()) {
            stems.add_forms(paradigm.forms.iter().copied(), "irregular");
            if !paradigm.is_open {
                stems.add(&lemma, EndingSet::Whole, "");
                return stems.into_vec();
            }
        }
        match lemma.rsplit_once('-') {
            Some((number, "й")) if number.ends_with(|digit: char| digit.is_ascii_digit()) => {
                stems.add(&format!("{number}-"), EndingSet::Ordinal, "");
            }
            Some((first, head)) if !first.is_empty() && !head.is_empty() => {
                add_compound(&mut stems, first, head, parts, derivations);
            }
            _ => add_word(&mut stems, &lemma, parts, derivations),
        }
        stems.add(&lemma, EndingSet::Whole, "");
        stems.into_vec()
    }

    fn suffixes(&self, stem: &Stem, rest: &str) -> Option<Vec<Suffix>> {
        ending::chain(&stem.text, stem.class, rest)
    }

    fn fold<'form>(&self, form: &'form str) -> Cow<'form, str> {
        plain_cyrillic(form)
    }

    fn inflects_every_word(&self) -> bool {
        true
    }
}

fn add_word(stems: &mut StemList, lemma: &str, parts: PartsOfSpeech, derivations: bool) {
    if parts.is_unknown() {
        add_unstated(stems, lemma, derivations);
        return;
    }
    if parts.allows(PartOfSpeech::Adjective) {
        add_adjective(stems, lemma, derivations);
    }
    if parts.allows(PartOfSpeech::Verb) {
        add_verb(stems, lemma, derivations);
    }
    if parts.allows(PartOfSpeech::Name) {
        noun::add_name(stems, lemma);
    }
    if parts.allows(PartOfSpeech::Noun) {
        add_noun(stems, lemma, derivations);
    }
}

/// Adds every paradigm that fits the citation form of an entry without a part of speech.
fn add_unstated(stems: &mut StemList, lemma: &str, derivations: bool) {
    if adjective::citation_stem(lemma).is_some() {
        add_adjective(stems, lemma, derivations);
        // герой, сценарий; учёный is an adjective in any case.
        noun::add_jot_noun(stems, lemma);
        return;
    }
    if is_adverb(lemma) {
        stems.add(lemma, EndingSet::Whole, "");
        return;
    }
    if SHORT_ADJECTIVES.contains(&lemma) {
        add_adjective(stems, lemma, derivations);
        return;
    }
    if verb::is_infinitive(lemma.trim_end_matches("ся").trim_end_matches("сь")) && !NOUNS_LIKE_VERBS.contains(&lemma)
    {
        add_verb(stems, lemma, derivations);
    }
    if !is_plain_infinitive(lemma) {
        noun::add_name(stems, lemma);
        if derivations {
            derivation::add_noun(stems, lemma);
        }
    }
}

/// Returns `true` if a word ends as adverbs of adjectives do (свободно, справедливо) and few nouns
/// of that length.
fn is_adverb(lemma: &str) -> bool {
    let syllables = lemma.chars().filter(|letter| spelling::is_vowel(*letter)).count();
    let is_like_adverb = ["но", "ливо", "чиво"].iter().any(|end| lemma.ends_with(end));
    // Бородино, Пушкино are places.
    syllables > 2 && is_like_adverb && !lemma.ends_with("ино") && !NOUNS_IN_NO.contains(&lemma)
}

/// Nouns in -но of three syllables and more.
const NOUNS_IN_NO: &[&str] = &["полотно", "волокно", "веретено", "полено", "колено", "толокно"];

/// Adjectives that are cited in their short form.
const SHORT_ADJECTIVES: &[&str] = &["рад", "должен", "согласен", "обязан", "намерен", "уверен", "горазд"];

/// Nouns that end as infinitives do, of which no verb is as frequent.
const NOUNS_LIKE_VERBS: &[&str] = &[
    "мать",
    "сеть",
    "нить",
    "суть",
    "плоть",
    "муть",
    "жуть",
    "ртуть",
    "прыть",
    "печать",
    "кровать",
    "рать",
    "знать",
    "речь",
    "весть",
    "честь",
    "дочь",
    "ночь",
    "полночь",
    "путь",
    "снасть",
    "пасть",
    "копоть",
];

fn add_adjective(stems: &mut StemList, lemma: &str, derivations: bool) {
    adjective::add(stems, lemma);
    if derivations {
        derivation::add_adjective(stems, lemma);
    }
}

fn add_verb(stems: &mut StemList, lemma: &str, derivations: bool) {
    verb::add(stems, lemma);
    if derivations {
        derivation::add_verb(stems, lemma);
    }
}

fn add_noun(stems: &mut StemList, lemma: &str, derivations: bool) {
    noun::add(stems, lemma);
    if derivations {
        derivation::add_noun(stems, lemma);
    }
}

/// Infinitives that are no nouns: all but those in -сть, -чь, -ать and the like that may be either.
fn is_plain_infinitive(lemma: &str) -> bool {
    ["овать", "евать", "ивать", "ывать", "ить", "нуть", "ться", "чься", "тись"].iter().any(|end| lemma.ends_with(end))
}

/// Adds a compound with a hyphen: its head inflects, and the first part with it or not
/// (страны-участницы, Нью-Йорка).
fn add_compound(stems: &mut StemList, first: &str, head: &str, parts: PartsOfSpeech, derivations: bool) {
    let mut first_stems = StemList::new();
    let names_things = parts.is_unknown() || parts.allows(PartOfSpeech::Noun) || parts.allows(PartOfSpeech::Name);
    if names_things && !first.contains('-') && first.chars().count() > 2 {
        noun::add(&mut first_stems, first);
    }
    let mut beginnings = vec![first.to_owned()];
    for stem in first_stems.as_slice() {
        for written in ending::forms(&stem.text, stem.class) {
            if !beginnings.contains(&written) {
                beginnings.push(written);
            }
        }
    }
    for beginning in beginnings {
        stems.within(&format!("{beginning}-"), false, |stems| add_word(stems, head, parts, derivations));
    }
}
