//! What matching uses of a language's grammar.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::reading::{Cue, Neighbours, Reading, Rivals};

/// A part of speech that an entry may name, to keep endings of other parts of speech away from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PartOfSpeech {
    /// A noun: отбасы, семья, family.
    Noun,
    /// An adjective: еркін, свободный, free.
    Adjective,
    /// A verb: қорғау, защищать, protect.
    Verb,
    /// A proper name: Қазақстан, Россия, Washington. Inflects as a noun.
    Name,
}

impl PartOfSpeech {
    /// All parts of speech.
    pub const ALL: [Self; 4] = [Self::Noun, Self::Adjective, Self::Verb, Self::Name];

    /// Returns its English name in lower case, as entries and messages write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Noun => "noun",
            Self::Adjective => "adjective",
            Self::Verb => "verb",
            Self::Name => "name",
        }
    }

    /// Finds the part of speech by its English name in lower case.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }
}

/// A set of parts of speech; empty means "not stated", and every paradigm that fits the citation
/// form is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct PartsOfSpeech(u8);

impl PartsOfSpeech {
    /// The set with nothing stated.
    pub const UNKNOWN: Self = Self(0);

    /// Returns this set with `part` in it.
    #[must_use]
    pub const fn with(self, part: PartOfSpeech) -> Self {
        Self(self.0 | 1 << part as u8)
    }

    /// Returns `true` if a paradigm of `part` may be tried: the set holds it or states nothing.
    pub const fn allows(self, part: PartOfSpeech) -> bool {
        self.0 == 0 || self.0 & (1 << part as u8) != 0
    }

    /// Returns `true` if nothing is stated.
    pub const fn is_unknown(self) -> bool {
        self.0 == 0
    }
}

/// A surface stem of a lemma: letters with which inflected forms begin.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Stem {
    /// The letters, lower case and folded by [`Inflection::fold`]: `бостандығ` for бостандық before
    /// a vowel.
    pub text: Box<str>,
    /// What was done to the lemma to get here, as a stable code (`voicing`, `elision`, `mutation`
    /// …); empty for none.
    pub alternation: &'static str,
    /// The language's own note to its [`Inflection::suffixes`]: which endings may follow. Opaque to
    /// everyone else.
    pub class: u32,
}

/// One suffix of a form.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Suffix {
    /// The letters as written in the folded form: `лар`.
    pub text: String,
    /// Its grammatical name as a stable code: `plural`, `possessive-3`, `dative` …
    pub gloss: Cow<'static, str>,
}

/// The inflection of one language.
///
/// A form matches a lemma when it is `stem.text` followed by letters for which
/// [`Inflection::suffixes`] returns a chain (the empty rest included: the language decides whether
/// a bare stem is a word).
pub trait Inflection: Sync {
    /// Returns the surface stems of `lemma`, a lower-case NFC citation form, without duplicates.
    ///
    /// `derivations` also admits forms of words derived from the lemma (the entry was written
    /// `lemma~`).
    fn stems(&self, lemma: &str, parts: PartsOfSpeech, derivations: bool) -> Vec<Stem>;

    /// Returns the suffix chain by which `rest` may follow `stem`, or `None` when it may not.
    fn suffixes(&self, stem: &Stem, rest: &str) -> Option<Vec<Suffix>>;

    /// Folds a lower-case form for comparison, as ё → е in Russian; most languages return the form
    /// itself.
    fn fold<'form>(&self, form: &'form str) -> Cow<'form, str> {
        Cow::Borrowed(form)
    }

    /// Returns the byte offsets in a folded form at which a stem may begin: 0, and what follows a
    /// reduplicated or intensifying part (тап-таза → таза).
    fn starts(&self, form: &str) -> Vec<usize> {
        let _ = form;
        vec![0]
    }

    /// Returns `true` if every word of a phrase inflects (гражданское общество → гражданского
    /// общества) or only its last (сөз бостандығы → сөз бостандығына).
    fn inflects_every_word(&self) -> bool;

    /// Returns the gloss of the ending that a word of a phrase may take where the phrase has the word
    /// as it is written, given the next word of the phrase; any form with this ending fits. Nothing
    /// where such words stay as written (халық мүддесі → халықтың мүддесі, халқымыздың мүддесі).
    fn ending_before(&self, next: &str) -> Option<&'static str> {
        let _ = next;
        None
    }

    /// Returns another form that a word of a phrase takes where a noun follows it, if the word as it
    /// is written in the phrase has one (заң алдында тең → заң алдындағы теңдік).
    fn attributive(&self, word: &str) -> Option<String> {
        let _ = word;
        None
    }

    /// Returns the part of speech that a stem was made for, where the language shows it.
    fn part(&self, stem: &Stem) -> Option<PartOfSpeech> {
        let _ = stem;
        None
    }

    /// Decides which of the readings of a folded form stand. Without knowledge of its own a
    /// language lets all stand.
    fn judge(&self, form: &str, readings: &mut [Reading<'_>], rivals: Rivals) {
        let _ = (form, readings, rivals);
    }

    /// Returns `true` if a cue that [`Inflection::judge`] gave is met by the neighbours of the
    /// form.
    fn is_met(&self, cue: Cue, neighbours: Neighbours<'_>) -> bool {
        let _ = (cue, neighbours);
        false
    }
}
