//! The suffixes of Kazakh as data: which may stand in which slot, how they are written and what
//! follows.
//!
//! A [`Slot`] is a place in a word; its groups of [`Rule`]s are the suffixes that may come next,
//! and each rule names the slot after it. A word is a path: бостандық-тар-ымыз-дың = noun → plural
//! → possessive-1-plural → genitive.
//!
//! Letters are written in the symbols of [`super::sound`]. A vowel in brackets is written after a
//! consonant only, a consonant in brackets after a vowel only, both judged by the sound before the
//! suffix: `(I)мIз` is ымыз in халқымыз, мыз in баламыз; `(с)I` is сы in баласы, ы in халқы;
//! `(A)(й)` is а in бара, й in қолдай.
//!
//! Its words were written for this project, from knowledge of the language.

use crate::language::inflection::PartOfSpeech;

/// One suffix in one slot.
#[derive(Debug)]
pub(super) struct Rule {
    /// How the suffix is written, in archiphonemes.
    pub(super) letters: &'static str,
    /// Its code, one of [`GLOSSES`].
    pub(super) gloss: &'static str,
    /// Where the word stands after it.
    pub(super) then: Slot,
}

const fn rule(letters: &'static str, gloss: &'static str, then: Slot) -> Rule {
    Rule { letters, gloss, then }
}

/// A place in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub(super) enum Slot {
    /// After a noun or a name: ел
    Noun,
    /// After an adjective: еркін
    Adjective,
    /// After digits: 2000
    Numeral,
    /// After an elided stem, which only a possessive may follow: халқ
    Possessable,
    /// After the plural: елдер
    Plural,
    /// After a possessive of one owner, first or second person: елім
    PossessedByOne,
    /// After any other possessive but the third person's: еліміз
    PossessedByMany,
    /// After the third person's possessive: елі
    PossessedByThird,
    /// After the locative: елде
    Locative,
    /// After the possible future: қолдар
    Future,
    /// After the negated future: қолдамас
    Predicate,
    /// After a case that a person ending may follow: елден
    Oblique,
    /// After an ending that makes an attribute, which inflects again: елдегі, елсіз
    Attribute,
    /// After an ending that nothing follows: елмен
    End,
    /// After a verb stem: қолда
    Verb,
    /// After the causative: қолдат
    Causative,
    /// After the reflexive or the reciprocal: қолдан, қолдас
    Middle,
    /// After the passive: қолдал
    Passive,
    /// After a stem in ы or і that lost it: оқ
    VerbWithoutHighVowel,
    /// After a stem in й that merges with the next vowel: қо
    VerbWithoutGlide,
    /// After a stem in п that became у, which only the converb follows: тау
    VerbBeforeConverb,
    /// After a stem that lost its л before the short converb: бо
    VerbBeforeShortConverb,
    /// After the negation: қолдама
    Negated,
    /// After the past or the conditional: қолдады, қолдаса
    Past,
    /// After the present or future stem: қолдай
    Present,
    /// After the converb in -п: қолдап
    Converb,
    /// After the wish in -ғы: қолдағы
    Wish,
    /// After the agent of a verb: қолдаушы
    Agent,
    /// After a participle: қолдаған
    Participle,
    /// After the verbal noun: қолдау
    VerbalNoun,
    /// After an imperative: қолдаңыз
    Command,
}

use Slot::{
    Adjective, Agent, Attribute, Causative, Command, Converb, End, Future, Locative, Middle, Negated, Noun, Numeral,
    Oblique, Participle, Passive, Past, Plural, Possessable, PossessedByMany, PossessedByOne, PossessedByThird,
    Predicate, Present, Verb, VerbBeforeConverb, VerbBeforeShortConverb, VerbWithoutGlide, VerbWithoutHighVowel,
    VerbalNoun, Wish,
};

type Groups = &'static [&'static [Rule]];

impl Slot {
    /// All slots, by their number.
    pub(super) const ALL: [Self; 31] = [
        Noun,
        Adjective,
        Numeral,
        Possessable,
        Plural,
        PossessedByOne,
        PossessedByMany,
        PossessedByThird,
        Locative,
        Future,
        Predicate,
        Oblique,
        Attribute,
        End,
        Verb,
        Causative,
        Middle,
        Passive,
        VerbWithoutHighVowel,
        VerbWithoutGlide,
        VerbBeforeConverb,
        VerbBeforeShortConverb,
        Negated,
        Past,
        Present,
        Converb,
        Wish,
        Agent,
        Participle,
        VerbalNoun,
        Command,
    ];

    /// The part of speech of a stem that stands here; `None` for what no stem is.
    pub(super) const fn part(self) -> Option<PartOfSpeech> {
        match self {
            Noun | Numeral | Possessable | PossessedByThird => Some(PartOfSpeech::Noun),
            Adjective => Some(PartOfSpeech::Adjective),
            Verb | VerbWithoutHighVowel | VerbWithoutGlide | VerbBeforeConverb | VerbBeforeShortConverb => {
                Some(PartOfSpeech::Verb)
            }
            _ => None,
        }
    }

    /// Returns `true` if a word may end here.
    pub(super) const fn is_word(self) -> bool {
        !matches!(
            self,
            Possessable
                | VerbWithoutHighVowel
                | VerbWithoutGlide
                | VerbBeforeConverb
                | VerbBeforeShortConverb
                | Wish
                | Causative
                | Middle
                | Passive
        )
    }

    /// Returns the suffixes that may come next.
    pub(super) const fn groups(self) -> Groups {
        match self {
            Noun => &[PLURAL, POSSESSIVE, CASE, ATTRIBUTE, PERSON],
            Adjective => &[PLURAL, POSSESSIVE, CASE, ATTRIBUTE, PERSON, DEGREE],
            Numeral => &[ORDINAL, PLURAL, POSSESSIVE, CASE, ATTRIBUTE],
            Possessable | Wish => &[POSSESSIVE],
            Plural => &[POSSESSIVE, CASE, ATTRIBUTE, PERSON],
            PossessedByOne => &[CASE_AFTER_ONE, ATTRIBUTE, PERSON],
            PossessedByMany => &[CASE, ATTRIBUTE, PERSON],
            PossessedByThird => &[CASE_AFTER_THIRD, PERSON],
            Locative => &[LOCATIVE_ATTRIBUTE, PERSON],
            Oblique => &[PERSON],
            Future => &[POSSESSIVE, CASE_OF_FUTURE, PERSON],
            Predicate => &[CASE, PERSON],
            Attribute => &[PLURAL, POSSESSIVE, CASE, PERSON],
            End => &[],
            Command => &[PLEA],
            Verb => &[NEGATION, FINITE, AORIST, NONFINITE, IMPERATIVE, PLEA, ASPECT, PASSIVE, MIDDLE],
            Causative | Middle => &[NEGATION, FINITE, AORIST, NONFINITE, IMPERATIVE, PLEA, PASSIVE],
            Passive => &[NEGATION, FINITE, AORIST, NONFINITE, IMPERATIVE, PLEA],
            VerbWithoutHighVowel => &[HIGH_VOWEL_LOST],
            VerbWithoutGlide => &[GLIDE_MERGED],
            VerbBeforeConverb => &[CONVERB],
            VerbBeforeShortConverb => &[SHORT_CONVERB],
            Negated => &[FINITE, NEGATIVE, NONFINITE, IMPERATIVE, PLEA],
            Past => &[PAST_PERSON],
            Present => &[PRESENT_PERSON],
            Converb => &[CONVERB_PERSON],
            Participle | Agent => &[PLURAL, POSSESSIVE, CASE, ATTRIBUTE, PERSON, ABSTRACT],
            VerbalNoun => &[PLURAL, POSSESSIVE, CASE, ATTRIBUTE, AGENT],
        }
    }

    /// Returns the further suffixes by which other words are derived here: елдік, елшілік, елде-.
    pub(super) const fn derivations(self) -> Groups {
        match self {
            Noun | Adjective | Numeral | Attribute => &[FROM_NOMINAL],
            Verb | Causative => &[CAUSATIVE, FROM_VERB],
            _ => &[],
        }
    }
}

const PLURAL: &[Rule] = &[rule("LAр", "plural", Plural)];

const POSSESSIVE: &[Rule] = &[
    rule("(I)м", "possessive-1", PossessedByOne),
    rule("(I)ң", "possessive-2", PossessedByOne),
    rule("(с)I", "possessive-3", PossessedByThird),
    rule("(I)мIз", "possessive-1-plural", PossessedByMany),
    rule("(I)ңIз", "possessive-2-polite", PossessedByMany),
    rule("(I)ңдAр", "possessive-2-plural", PossessedByMany),
    rule("(I)ңIздAр", "possessive-2-polite-plural", PossessedByMany),
];

const CASE: &[Rule] = &[
    rule("NIң", "genitive", End),
    rule("GA", "dative", End),
    rule("YI", "accusative", End),
    rule("DA", "locative", Locative),
    rule("BAн", "ablative", Oblique),
    rule("Mен", "instrumental", End),
    rule("Mенен", "instrumental", End),
];

/// барарға, барардай; its instrumental and plural are not in use
const CASE_OF_FUTURE: &[Rule] = &[
    rule("NIң", "genitive", End),
    rule("GA", "dative", End),
    rule("YI", "accusative", End),
    rule("DA", "locative", Locative),
    rule("BAн", "ablative", Oblique),
    rule("DAй", "similative", Oblique),
];

/// үйіме, үйімнен
const CASE_AFTER_ONE: &[Rule] = &[
    rule("NIң", "genitive", End),
    rule("A", "dative", End),
    rule("YI", "accusative", End),
    rule("DA", "locative", Locative),
    rule("BAн", "ablative", Oblique),
    rule("Mен", "instrumental", End),
    rule("Mенен", "instrumental", End),
];

/// үйіне, үйін, үйінде, үйіндегі, үйінен
const CASE_AFTER_THIRD: &[Rule] = &[
    rule("нIң", "genitive", End),
    rule("нA", "dative", End),
    rule("н", "accusative", End),
    rule("ндA", "locative", Locative),
    rule("нAн", "ablative", Oblique),
    rule("мен", "instrumental", End),
    rule("менен", "instrumental", End),
    rule("ндAй", "similative", Oblique),
    rule("ншA", "equative", End),
    rule("нікі", "genitive-pronoun", Attribute),
];

const LOCATIVE_ATTRIBUTE: &[Rule] = &[rule("GI", "attributive-locative", Attribute)];

const ATTRIBUTE: &[Rule] = &[
    rule("Nікі", "genitive-pronoun", Attribute),
    rule("DAй", "similative", Oblique),
    rule("шA", "equative", End),
    rule("сIз", "abessive", Attribute),
    rule("LI", "proprietive", Attribute),
];

const DEGREE: &[Rule] = &[rule("(I)рAK", "comparative", Attribute), rule("LAу", "moderative", Attribute)];

const ORDINAL: &[Rule] = &[
    rule("шI", "ordinal", Noun),
    rule("IншI", "ordinal", Noun),
    rule("ншI", "ordinal", Noun),
    rule("LIK", "measure", Noun),
];

const PERSON: &[Rule] = &[
    rule("MIн", "person-1", End),
    rule("сIң", "person-2", End),
    rule("сIз", "person-2-polite", End),
    rule("PIз", "person-1-plural", End),
    rule("сIңдAр", "person-2-plural", End),
    rule("сIздAр", "person-2-polite-plural", End),
];

/// арт-тыр: a word of its own in dictionaries (дамыту beside даму), so a derivation; after it a
/// passive may stand: арттырылды
const CAUSATIVE: &[Rule] =
    &[rule("DIр", "causative", Causative), rule("GIз", "causative", Causative), rule("(т)", "causative", Causative)];

/// көр-ін, айт-ыс, of which a passive may be made: айтысылды
const MIDDLE: &[Rule] = &[rule("(I)н", "reflexive", Middle), rule("(I)с", "reciprocal", Middle)];

const PASSIVE: &[Rule] = &[rule("(I)л", "passive", Passive), rule("(л)Iн", "passive", Passive)];

const NEGATION: &[Rule] = &[rule("PA", "negative", Negated), rule("PAс", "negative-future", Predicate)];

const FINITE: &[Rule] = &[
    rule("DI", "past", Past),
    rule("сA", "conditional", Past),
    rule("(A)(й)", "present", Present),
    rule("(I)п", "converb", Converb),
];

/// Only of a verb that is not negated: барар, but бармас.
const AORIST: &[Rule] = &[rule("(A)р", "future", Future)];

const NONFINITE: &[Rule] = &[
    rule("GAн", "participle-past", Participle),
    rule("(A)(й)тIн", "participle-habitual", Participle),
    rule("у", "verbal-noun", VerbalNoun),
    rule("GAлI", "converb-since", End),
    rule("GI", "wish", Wish),
    rule("GAй", "optative", Oblique),
    rule("PAK", "intention", Oblique),
    rule("PAKшI", "intention", Oblique),
];

/// қолда-у-шы
const AGENT: &[Rule] = &[rule("шI", "agent", Agent)];

const NEGATIVE: &[Rule] = &[rule("йIншA", "converb-without", End)];

const IMPERATIVE: &[Rule] = &[
    rule("(I)ң", "imperative", Command),
    rule("(I)ңIз", "imperative-polite", Command),
    rule("(I)ңдAр", "imperative-plural", Command),
    rule("(I)ңIздAр", "imperative-polite-plural", Command),
    rule("(A)йIн", "optative-1", End),
    rule("сIн", "optative-3", End),
    rule("(A)йIK", "optative-1-plural", End),
];

/// айт-шы, айтыңыз-шы
const PLEA: &[Rule] = &[rule("шI", "plea", End)];

/// қолдаңқырап
const ASPECT: &[Rule] = &[rule("(I)ңKIрA", "attenuative", Verb)];

const CONVERB: &[Rule] = &[rule("(I)п", "converb", Converb)];

const SHORT_CONVERB: &[Rule] = &[rule("п", "converb", Converb)];

/// оқ-иды, оқ-у
const HIGH_VOWEL_LOST: &[Rule] = &[
    rule("и", "present", Present),
    rule("итIн", "participle-habitual", Participle),
    rule("у", "verbal-noun", VerbalNoun),
];

/// қо-яды, қо-ю
const GLIDE_MERGED: &[Rule] = &[
    rule("я", "present", Present),
    rule("ятIн", "participle-habitual", Participle),
    rule("яр", "future", Future),
    rule("яйIн", "optative-1", End),
    rule("яйIK", "optative-1-plural", End),
    rule("ю", "verbal-noun", VerbalNoun),
];

const PAST_PERSON: &[Rule] = &[
    rule("м", "person-1", Command),
    rule("ң", "person-2", Command),
    rule("ңIз", "person-2-polite", Command),
    rule("K", "person-1-plural", Command),
    rule("ңдAр", "person-2-plural", Command),
    rule("ңIздAр", "person-2-polite-plural", Command),
];

const PRESENT_PERSON: &[Rule] = &[
    rule("мIн", "person-1", End),
    rule("м", "person-1", End),
    rule("сIң", "person-2", End),
    rule("сIз", "person-2-polite", End),
    rule("дI", "person-3", End),
    rule("мIз", "person-1-plural", End),
    rule("сIңдAр", "person-2-plural", End),
    rule("сIздAр", "person-2-polite-plural", End),
];

const CONVERB_PERSON: &[Rule] = &[
    rule("тI", "person-3", End),
    rule("пIн", "person-1", End),
    rule("сIң", "person-2", End),
    rule("сIз", "person-2-polite", End),
    rule("пIз", "person-1-plural", End),
    rule("сIңдAр", "person-2-plural", End),
    rule("сIздAр", "person-2-polite-plural", End),
];

/// қолдағандықтан
const ABSTRACT: &[Rule] = &[rule("LIK", "abstract", Noun)];

const FROM_NOMINAL: &[Rule] = &[
    rule("LIK", "abstract", Noun),
    rule("шI", "agent", Noun),
    rule("шIл", "inclined", Adjective),
    rule("LAс", "fellow", Noun),
    rule("GI", "temporal", Adjective),
    rule("LA", "verb-making", Verb),
    rule("LAн", "verb-making", Verb),
    rule("LAс", "verb-making", Verb),
    rule("LAт", "verb-making", Verb),
    rule("LAндIр", "verb-making", Verb),
];

const FROM_VERB: &[Rule] = &[
    rule("GIш", "instrument", Adjective),
    rule("(I)м", "result", Noun),
    rule("(I)с", "result", Noun),
    rule("(I)K", "result", Noun),
    rule("PA", "result", Noun),
    rule("(I)ндI", "result", Noun),
];

/// Clitics written after a hyphen: барды-мыс, солай-ақ.
pub(super) const CLITICS: &[&str] = &["ау", "ай", "ақ", "мыс", "міс"];

#[cfg(test)]
mod tests {
    use super::super::gloss::GLOSSES;
    use super::*;

    #[test]
    fn slots_are_listed_by_their_number() {
        for (number, slot) in Slot::ALL.into_iter().enumerate() {
            assert_eq!(slot as usize, number);
        }
    }

    #[test]
    fn every_rule_has_a_listed_gloss_and_a_letter() {
        for slot in Slot::ALL {
            for rule in slot.groups().iter().chain(slot.derivations()).copied().flatten() {
                assert!(GLOSSES.iter().any(|(code, ..)| *code == rule.gloss), "{}", rule.gloss);
                assert!(!rule.letters.is_empty(), "{}", rule.gloss);
            }
        }
    }
}
