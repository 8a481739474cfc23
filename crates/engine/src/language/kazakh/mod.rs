//! Kazakh inflection: which forms belong to a lemma, and by which suffixes.
//!
//! Kazakh words grow at their end: бостандықтарымыздың, 'of our freedoms', is
//! бостандық-тар-ымыз-дың. So a lemma gives a few stems (`stem`: бостандық, and бостандығ before a
//! vowel), the letters of suffixes depend on what stands before them (`sound`: harmony and
//! assimilation), and which suffix may follow which is a table (`suffix`) that a small walker reads
//! (`chain`). No dictionary is needed; the [known words](known_words) only keep short entries off
//! the forms of longer words.
//!
//! The law: a form belongs to a lemma when it is one of the lemma's stems followed by a chain of
//! suffixes, each written as the sounds before it demand. Халықтар is a form of халық, халықлар is
//! not; туралы is no form of ту.
//!
//! ```
//! use tarazy_engine::language::kazakh::Kazakh;
//! use tarazy_engine::language::{LemmaIndex, PartsOfSpeech};
//!
//! let mut index = LemmaIndex::new(&Kazakh);
//! index.insert("бостандық", PartsOfSpeech::UNKNOWN, false);
//! let found = &index.matches("бостандығымызға")[0];
//! let suffixes: Vec<_> = found.suffixes.iter().map(|suffix| (&*suffix.text, &*suffix.gloss)).collect();
//! assert_eq!((&*found.stem, found.alternation), ("бостандығ", "voicing"));
//! assert_eq!(suffixes, [("ымыз", "possessive-1-plural"), ("ға", "dative")]);
//! ```

mod chain;
mod closed_class;
mod competition;
mod gloss;
mod homonym_table;
mod known_words;
mod negation;
mod neighbour;
mod phrase;
mod sound;
mod stem;
mod stem_table;
mod suffix;
pub mod writing;

pub(super) use self::closed_class::CLOSED_CLASS;
pub use gloss::{ALTERNATIONS, GLOSSES};
pub use known_words::{KnownWords, known_words};

pub use negation::NEGATION;

use super::{
    inflection::{Inflection, PartOfSpeech, PartsOfSpeech, Stem, Suffix},
    reading::{Cue, Neighbours, Reading, Rivals},
};

/// The inflection of Kazakh.
///
/// - An entry in -у is the name of an action, a noun, until it is marked as a verb: then қолдау
///   also matches қолдады.
/// - An entry in ы or і that is not a known word may be a written possessive, as the last word of
///   сөз бостандығы is: бостандығына matches it.
/// - Voice and the agent in -ушы are inflection (айтылды, басқарушы), the causative is a word of
///   its own (дамыту).
/// - Derivations (`lemma~`) admit -лық, -шы, -шыл, -лас, -ғы, -ла, the causative and the like.
///
/// An entry with nothing stated takes its parts of speech from the [known words](known_words) where
/// it is one of them.
pub struct Kazakh;

impl Inflection for Kazakh {
    fn stems(&self, lemma: &str, parts: PartsOfSpeech, derivations: bool) -> Vec<Stem> {
        let known = known_words();
        // де is a form of да, and a verb.
        let is_closed = CLOSED_CLASS.is_form(lemma, lemma) || !known.is_open(lemma, PartsOfSpeech::UNKNOWN);
        if let Some(paradigm) = CLOSED_CLASS.paradigm(lemma).filter(|_| parts.is_unknown() && is_closed) {
            let mut stems = stem::whole(lemma, paradigm.forms);
            if paradigm.is_open {
                stems.extend(stem::stems(lemma, PartsOfSpeech::UNKNOWN.with(PartOfSpeech::Noun), derivations, false));
            }
            return stems;
        }
        let parts = if parts.is_unknown() { known.parts(lemma).unwrap_or(parts) } else { parts };
        let may_be_possessed = !known.contains(lemma);
        stem::stems(lemma, parts, derivations, may_be_possessed)
    }

    fn suffixes(&self, stem: &Stem, rest: &str) -> Option<Vec<Suffix>> {
        Grammar.suffixes(stem, rest)
    }

    fn starts(&self, form: &str) -> Vec<usize> {
        Grammar.starts(form)
    }

    fn inflects_every_word(&self) -> bool {
        false
    }

    fn part(&self, stem: &Stem) -> Option<PartOfSpeech> {
        Grammar.part(stem)
    }

    fn ending_before(&self, next: &str) -> Option<&'static str> {
        phrase::is_possessed(next).then_some("genitive")
    }

    fn attributive(&self, word: &str) -> Option<String> {
        phrase::attributive(word)
    }

    fn judge(&self, form: &str, readings: &mut [Reading<'_>], rivals: Rivals) {
        competition::judge(form, readings, rivals);
    }

    fn is_met(&self, cue: Cue, neighbours: Neighbours<'_>) -> bool {
        neighbour::NeighbourCue::of(cue).is_some_and(|cue| cue.is_met(neighbours))
    }
}

/// The same without the help of the known words, whose own forms it finds.
struct Grammar;

impl Inflection for Grammar {
    fn stems(&self, lemma: &str, parts: PartsOfSpeech, derivations: bool) -> Vec<Stem> {
        stem::stems(lemma, parts, derivations, false)
    }

    fn suffixes(&self, stem: &Stem, rest: &str) -> Option<Vec<Suffix>> {
        let class = stem::Class::unpack(stem.class)?;
        if !class.admits(rest) {
            return None;
        }
        chain::parse(class.slot, class.surface(&stem.text), rest, class.derives)
    }

    fn starts(&self, form: &str) -> Vec<usize> {
        let mut starts = vec![0];
        starts.extend(reduplication_end(form));
        starts
    }

    fn part(&self, stem: &Stem) -> Option<PartOfSpeech> {
        stem::Class::unpack(stem.class).and_then(|class| class.slot.part())
    }

    fn inflects_every_word(&self) -> bool {
        false
    }
}

/// Returns where the word proper begins in a reduplicated form: after тап- in тап-таза, after
/// қайта- in қайта-қайта.
fn reduplication_end(form: &str) -> Option<usize> {
    let at = form.find('-')?;
    let (first, second) = (&form[..at], &form[at + 1..]);
    let intensifies = first.strip_suffix(['п', 'м']).is_some_and(|syllable| {
        let letters = syllable.chars().count();
        (1..=3).contains(&letters) && second.starts_with(syllable)
    });
    (intensifies || !first.is_empty() && second.starts_with(first)).then_some(at + 1)
}
