//! Cues from the neighbours of a form that show which of two words it is.
//!
//! Each is one sentence of grammar, so that a reader can see why, and can disagree.

use super::known_words::{WordClass, known_words};
use crate::language::{
    inflection::{PartOfSpeech, PartsOfSpeech},
    reading::{Cue, Neighbours},
};

/// A cue: what stands beside a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum NeighbourCue {
    /// A possessed noun needs a possessor, a number or another attribute before it: 1991 жылы,
    /// туған жылы, but ауа райы бүгін жылы. Met where there is none: at the beginning, after a word
    /// in an oblique case, after an adverb.
    NoPossessor,
    /// An attribute stands before a noun, and no object before it asks for a verb: алып мұнара, but
    /// кітапты алып мектепке кетті.
    Attribute,
    /// An object stands before a verb, a finite verb before the end: басты көтерді, түймені басты.
    VerbOrEnd,
    /// A converb stands before: айтып отыр, келе жатыр.
    AfterConverb,
}

impl NeighbourCue {
    const ALL: [Self; 4] = [Self::NoPossessor, Self::Attribute, Self::VerbOrEnd, Self::AfterConverb];

    pub(super) const fn cue(self) -> Cue {
        Cue(self as u8)
    }

    pub(super) fn of(cue: Cue) -> Option<Self> {
        Self::ALL.get(usize::from(cue.0)).copied()
    }

    /// Returns `true` if the neighbours show the cue. Cost: the known words are asked about one or
    /// two forms.
    pub(super) fn is_met(self, neighbours: Neighbours<'_>) -> bool {
        let Neighbours { previous, next, .. } = neighbours;
        match self {
            Self::NoPossessor => previous.is_none_or(|word| is_oblique(word) || is_adverb(word)),
            Self::Attribute => {
                next.is_some_and(is_noun) && !previous.is_some_and(|word| is_oblique(word) || is_converb(word))
            }
            Self::VerbOrEnd => next.is_none_or(is_verb),
            Self::AfterConverb => previous.is_some_and(is_converb),
        }
    }
}

/// Endings of the accusative, dative, locative, ablative and instrumental, after a stem of two
/// letters or more.
const OBLIQUE: [&str; 27] = [
    "ға", "ге", "қа", "ке", "на", "не", "ды", "ді", "ты", "ті", "ны", "ні", "да", "де", "та", "те", "дан", "ден",
    "тан", "тен", "нан", "нен", "мен", "бен", "пен", "ын", "ін",
];

fn is_oblique(word: &str) -> bool {
    let ends_so = |end: &&str| word.strip_suffix(*end).is_some_and(|stem| stem.chars().nth(1).is_some());
    OBLIQUE.iter().any(ends_so) && !is_adjective(word)
}

fn is_adverb(word: &str) -> bool {
    known_words().readings(word).iter().any(|reading| reading.class == WordClass::Invariable)
}

fn is_adjective(word: &str) -> bool {
    known_words().is_open(word, PartsOfSpeech::UNKNOWN.with(PartOfSpeech::Adjective))
}

fn is_noun(word: &str) -> bool {
    let readings = known_words().readings(word);
    let letters = |wanted: fn(PartOfSpeech) -> bool| {
        let own = readings.iter().filter(|reading| !reading.is_rare);
        own.filter(|reading| matches!(reading.class, WordClass::Open(part) if wanted(part)))
            .map(|own| own.letters)
            .max()
    };
    letters(|part| matches!(part, PartOfSpeech::Noun | PartOfSpeech::Name)) > letters(|part| part == PartOfSpeech::Verb)
}

fn is_verb(word: &str) -> bool {
    let readings = known_words().readings(word);
    let own = || readings.iter().filter(|reading| !reading.is_rare);
    let longest = own().map(|reading| reading.letters).max();
    own().any(|reading| reading.class == WordClass::Open(PartOfSpeech::Verb) && Some(reading.letters) == longest)
}

/// A verb in -п, known or by its looks, or in -а where the form is nothing else: келе, but not қала
/// 'city'.
fn is_converb(word: &str) -> bool {
    let has_letters = word.chars().nth(3).is_some();
    if has_letters && (word.ends_with("ып") || word.ends_with("іп")) && !known_words().contains(word) {
        return true;
    }
    let known = known_words();
    known.is_converb(word) && (word.ends_with('п') || known.readings(word).iter().all(|reading| reading.is_rare))
}
