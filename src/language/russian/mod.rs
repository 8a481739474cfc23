//! Russian inflection: a citation form → the stems and endings of the paradigms it may have.
//!
//! Law: nothing but the citation form, the part of speech and the rules decides; there is no dictionary. A paradigm that
//! may exist is allowed, and where the ending is ambiguous, several are.
//!
//! | entry | catches | leaves alone |
//! |---|---|---|
//! | рынок | рынка, рынками | рыночный |
//! | гражданин | граждане, гражданам | гражданский |
//! | важный | важного, важна, важнее, важнейшая | важно, важность (with `важный~`) |
//! | защищать | защищаем, защищавший, защищаемого | защищаться, защитить |
//!
//! ё is read as е, and stress marks are passed over. A form belongs to a reflexive verb (бороться) with -ся or -сь only, and to a plain one without.
//!
//! ```
//! use tarazy::language::{Language, LemmaIndex, PartsOfSpeech};
//!
//! let mut index = LemmaIndex::new(Language::Russian.inflection());
//! let freedom = index.insert("свобода", PartsOfSpeech::UNKNOWN, false);
//! assert_eq!(index.matches("свободами")[0].lemma, freedom);
//! assert!(index.matches("свободный").is_empty());
//! ```

mod adjective;
mod derivation;
mod ending;
mod irregular_noun;
mod noun;
mod spelling;
mod stem_list;
#[cfg(test)]
mod tests;
mod verb;
mod verb_list;

use std::borrow::Cow;

pub use ending::GLOSSES;

use self::ending::EndingSet;
use self::stem_list::StemList;
use super::{Inflection, PartOfSpeech, PartsOfSpeech, Stem, Suffix};

/// The stress mark of encyclopedias and primers: Каза́нь.
const ACUTE: char = '\u{301}';

/// The inflection of Russian.
pub struct Russian;

impl Inflection for Russian {
    fn stems(&self, lemma: &str, parts: PartsOfSpeech, derivations: bool) -> Vec<Stem> {
        let lemma = self.fold(lemma);
        let mut stems = StemList::new();
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
        if form.contains(['ё', ACUTE]) {
            Cow::Owned(form.replace('ё', "е").replace(ACUTE, ""))
        } else {
            Cow::Borrowed(form)
        }
    }

    fn inflects_every_word(&self) -> bool {
        true
    }
}

fn add_word(stems: &mut StemList, lemma: &str, parts: PartsOfSpeech, derivations: bool) {
    let is_adjective_form = adjective::citation_stem(lemma).is_some();
    let is_stated = !parts.is_unknown();
    if parts.allows(PartOfSpeech::Adjective) && (is_stated || is_adjective_form) {
        adjective::add(stems, lemma);
        if derivations {
            derivation::add_adjective(stems, lemma);
        }
    }
    if parts.allows(PartOfSpeech::Verb) && verb::is_infinitive(lemma.trim_end_matches("ся").trim_end_matches("сь"))
    {
        verb::add(stems, lemma);
        if derivations {
            derivation::add_verb(stems, lemma);
        }
    }
    if parts.allows(PartOfSpeech::Name) && is_stated {
        noun::add_name(stems, lemma);
    }
    // An infinitive may be a noun too (власть, печать); an adjective is one only if the entry says so.
    if parts.allows(PartOfSpeech::Noun) && (is_stated || !(is_adjective_form || is_plain_infinitive(lemma))) {
        noun::add(stems, lemma);
        if derivations {
            derivation::add_noun(stems, lemma);
        }
    }
}

/// Infinitives that are no nouns: all but those in -сть, -чь, -ать and the like that may be either.
fn is_plain_infinitive(lemma: &str) -> bool {
    ["овать", "евать", "ивать", "ывать", "ить", "нуть", "ться", "чься", "тись"].iter().any(|end| lemma.ends_with(end))
}

/// Adds a compound with a hyphen: its head inflects, and the first part with it or not (страны-участницы, Нью-Йорка).
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
