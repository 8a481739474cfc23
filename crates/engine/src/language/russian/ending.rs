//! The endings of Russian, as tables: a paradigm is a set of endings that may follow one stem.
//!
//! A line reads `-ending gloss`; an ending that serves several cases is named by the first of them.
//! `-ющ+full` opens a participle and goes on with the endings of a full adjective, `+short` with
//! those of a short one.
//!
//! Its words were written for this project, from knowledge of the language.

use std::borrow::Cow;

use super::spelling::{is_hissing, is_vowel, last, spelt, underlying};
use crate::language::inflection::Suffix;

/// Every grammatical name that a suffix of Russian may bear.
pub const GLOSSES: &[&str] = &[
    "nominative",
    "genitive",
    "dative",
    "accusative",
    "instrumental",
    "locative",
    "plural",
    "plural-genitive",
    "plural-dative",
    "plural-instrumental",
    "plural-locative",
    "masculine",
    "feminine",
    "neuter",
    "short",
    "comparative",
    "superlative",
    "adverb",
    "present-1",
    "present-2",
    "present-3",
    "present-plural-1",
    "present-plural-2",
    "present-plural-3",
    "imperative",
    "imperative-plural",
    "past",
    "past-feminine",
    "past-neuter",
    "past-plural",
    "gerund",
    "participle-present-active",
    "participle-present-passive",
    "participle-past-active",
    "participle-past-passive",
    "reflexive",
    "derived-noun",
    "derived-adjective",
];

const MASCULINE: &str = "- nominative, -а genitive, -у dative, -ом instrumental, -е locative";
const PLURAL: &str = "-ы plural, -ам plural-dative, -ами plural-instrumental, -ах plural-locative";
const PLURAL_OV: &str = "-ов plural-genitive";
const PLURAL_EI: &str = "-ей plural-genitive";
const SOFT: &str = "-я genitive, -ю dative, -ем instrumental, -е locative";
const SOFT_PLURAL: &str = "-и plural, -ям plural-dative, -ями plural-instrumental, -ях plural-locative";
const FEMININE: &str = "-а nominative, -ы genitive, -е dative, -у accusative, -ой instrumental, -ою instrumental";
const SOFT_FEMININE: &str = "-я nominative, -и genitive, -е dative, -ю accusative, -ей instrumental, -ею instrumental";
const THIRD: &str = "-ь nominative, -и genitive, -ью instrumental";
const NEUTER: &str = "-о nominative, -а genitive, -у dative, -ом instrumental, -е locative, \
    -ам plural-dative, -ами plural-instrumental, -ах plural-locative";
const MYA: &str = "-я nominative, -ени genitive, -енем instrumental, -ена plural, -ен plural-genitive, \
    -енам plural-dative, -енами plural-instrumental, -енах plural-locative";
const SURNAME: &str = "- nominative, -а genitive, -у dative, -ым instrumental, -е locative, \
    -ы plural, -ых plural-genitive, -ыми plural-instrumental";
const SURNAME_FEMININE: &str = "-а nominative, -ой genitive, -у accusative, -ою instrumental";

const ADJECTIVE_MASCULINE: &str =
    "-ый nominative, -ой nominative, -ого genitive, -ому dative, -ым instrumental, -ом locative";
const ADJECTIVE_FEMININE: &str = "-ая feminine, -ой genitive, -ую accusative, -ою instrumental";
const ADJECTIVE_NEUTER: &str = "-ое neuter, -ого genitive, -ому dative, -ым instrumental, -ом locative";
const ADJECTIVE_PLURAL: &str = "-ые plural, -ых plural-genitive, -ым plural-dative, -ыми plural-instrumental";
const ADJECTIVE_HISSING: &str = "-ий nominative, -его genitive, -ему dative, -им instrumental, -ем locative, \
    -ая feminine, -ей genitive, -ую accusative, -ею instrumental, -ее neuter, -ие plural, -их plural-genitive, \
    -ими plural-instrumental";
const ORDINAL: &str = "-й nominative, -го genitive, -ого genitive, -му dative, -ому dative, -м instrumental, \
    -я feminine, -ая feminine, -ой genitive, -ю accusative, -ую accusative, -е neuter, -ое neuter, -ые plural, \
    -х plural-genitive, -ых plural-genitive, -ми plural-instrumental";
const ADJECTIVE_SOFT_MASCULINE: &str = "-ий nominative, -его genitive, -ему dative, -им instrumental, -ем locative";
const ADJECTIVE_SOFT_FEMININE: &str = "-яя feminine, -ей genitive, -юю accusative, -ею instrumental";
const ADJECTIVE_SOFT_NEUTER: &str = "-ее neuter, -его genitive, -ему dative, -им instrumental, -ем locative";
const ADJECTIVE_SOFT_PLURAL: &str = "-ие plural, -их plural-genitive, -им plural-dative, -ими plural-instrumental";
const ADJECTIVE_POSSESSIVE: &str = "-ий nominative, -ьего genitive, -ьему dative, -ьим instrumental, -ьем locative, \
    -ья feminine, -ьей genitive, -ью accusative, -ье neuter, -ьи plural, -ьих plural-genitive, \
    -ьими plural-instrumental";
const SHORT: &str = "- short, -а feminine, -о neuter, -ы plural";
const SHORT_OBLIQUE: &str = "-а feminine, -ы plural";
const COMPARATIVE: &str = "-ее comparative, -ей comparative, -ейш+full superlative";

const PRESENT_CONSONANT: &str = "-у present-1, -ю present-1, -ешь present-2, -ет present-3, -ем present-plural-1, \
    -ете present-plural-2, -ут present-plural-3, -ют present-plural-3, -и imperative, -ите imperative-plural, \
    -ь imperative, -ьте imperative-plural, -я gerund, -ущ+full participle-present-active, \
    -ющ+full participle-present-active, -ом+both participle-present-passive";
const PRESENT_VOWEL: &str = "-ю present-1, -ешь present-2, -ет present-3, -ем present-plural-1, \
    -ете present-plural-2, -ют present-plural-3, -ющ+full participle-present-active, -ем+both participle-present-passive";
const PRESENT_JOT: &str = "-й imperative, -йте imperative-plural, -я gerund";
const PRESENT_SECOND: &str = "-ю present-1, -ишь present-2, -ит present-3, -им present-plural-1, \
    -ите present-plural-2, -ят present-plural-3, -и imperative, -ь imperative, -ьте imperative-plural, -я gerund, \
    -ящ+full participle-present-active, -им+both participle-present-passive";
const PRESENT_FIRST_PERSON: &str = "-ю present-1";
const PAST: &str = "-л past, -ла past-feminine, -ло past-neuter, -ли past-plural, -в gerund, -вши gerund, \
    -вш+full participle-past-active";
const PAST_BARE: &str = "- past, -ла past-feminine, -ло past-neuter, -ли past-plural, -ши gerund, \
    -ш+full participle-past-active";
const PAST_SH: &str = "-ши gerund, -ш+full participle-past-active";
const PASSIVE_N: &str = "-нн+full participle-past-passive, -н+short participle-past-passive";
const PASSIVE_T: &str = "-т+both participle-past-passive";

/// Declares the ending sets: the name, what it is with an example, and its tables.
macro_rules! ending_sets {
    ($($(#[$doc:meta])* $name:ident = $tables:expr;)+) => {
        /// A set of endings that may follow one stem.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum EndingSet { $($(#[$doc])* $name,)+ }

        impl EndingSet {
            const ALL: &[Self] = &[$(Self::$name),+];

            const fn tables(self) -> &'static [&'static str] {
                match self { $(Self::$name => &$tables,)+ }
            }
        }
    };
}

ending_sets! {
    /// The stem is the form: зал → зал, люди.
    Whole = ["- nominative"];
    /// закон, язык, отец, and the stem without its fleeting vowel.
    MasculineHard = [MASCULINE, PLURAL, PLURAL_OV];
    /// врач, плащ.
    MasculineHissing = [MASCULINE, PLURAL, PLURAL_EI];
    /// закон as a stem that cannot stand bare: рынк-а.
    MasculineElided = ["-а genitive, -у dative, -ом instrumental, -е locative", PLURAL, PLURAL_OV];
    /// граждан-е.
    PluralAne = ["- plural-genitive, -е plural, -ам plural-dative, -ами plural-instrumental, -ах plural-locative"];
    /// кот-ята.
    PluralAta = ["- plural-genitive, -а plural, -ам plural-dative, -ами plural-instrumental, -ах plural-locative"];
    /// учител-ь.
    MasculineSoft = ["-ь nominative", SOFT, SOFT_PLURAL, PLURAL_EI];
    /// д-н-я: soft, cannot stand bare.
    MasculineSoftElided = [SOFT, SOFT_PLURAL, PLURAL_EI];
    /// музе-й, сценари-й.
    MasculineJot = ["-й nominative", SOFT, SOFT_PLURAL, "-ев plural-genitive"];
    /// ручь-я.
    MasculineJotElided = [SOFT, SOFT_PLURAL, "-ев plural-genitive"];
    /// стран-а, книг-а.
    FeminineHard = [FEMININE, PLURAL, "- plural-genitive"];
    /// недел-я.
    FeminineSoft = [SOFT_FEMININE, SOFT_PLURAL, "-ь plural-genitive"];
    /// парти-я, иде-я.
    FeminineJot = [SOFT_FEMININE, SOFT_PLURAL, "-й plural-genitive"];
    /// семь-я.
    FeminineSoftSign = [SOFT_FEMININE, SOFT_PLURAL];
    /// власт-ь, ноч-ь.
    FeminineThird = [THIRD, SOFT_PLURAL, PLURAL_EI];
    /// церкв-и: cannot stand bare.
    FeminineThirdElided = ["-и genitive, -ям plural-dative, -ам plural-dative, -ями plural-instrumental, \
        -ами plural-instrumental, -ях plural-locative, -ах plural-locative", PLURAL_EI];
    /// связ-ь, корабл-ь: gender not known from the ending.
    EitherThird = [THIRD, SOFT, SOFT_PLURAL, PLURAL_EI];
    /// дел-о, училищ-е.
    NeuterHard = [NEUTER, "- plural-genitive"];
    /// яблок-и, плеч-и.
    NeuterPluralI = ["-ы plural"];
    /// пол-е.
    NeuterSoft = ["-е nominative", SOFT, SOFT_PLURAL, PLURAL_EI];
    /// мнени-е.
    NeuterJot = ["-е nominative", SOFT, SOFT_PLURAL, "-й plural-genitive"];
    /// плать-е.
    NeuterSoftSign = ["-е nominative", SOFT, SOFT_PLURAL, "-ев plural-genitive"];
    /// врем-я.
    NeuterMya = [MYA];
    /// выбор-ы: plural only.
    PluralHard = [PLURAL, PLURAL_OV];
    /// ножниц-ы: plural only, with a bare genitive.
    PluralBare = [PLURAL, "- plural-genitive"];
    /// люд-и.
    PluralSoft = [SOFT_PLURAL, "-ей plural-genitive, -ь plural-genitive, -ев plural-genitive, -й plural-genitive"];
    /// прав-а, ворот-а.
    PluralNeuter = ["-а plural, - plural-genitive, -ам plural-dative, -ами plural-instrumental, -ах plural-locative"];
    /// Иванов.
    SurnameMasculine = [SURNAME];
    /// Иванов-а.
    SurnameFeminine = [SURNAME_FEMININE];
    /// нов-ый, больш-ой, русск-ий.
    AdjectiveHard = [ADJECTIVE_MASCULINE, ADJECTIVE_FEMININE, ADJECTIVE_NEUTER, ADJECTIVE_PLURAL];
    /// хорош-ий, and participles in -щий and -ший.
    AdjectiveHissing = [ADJECTIVE_HISSING];
    /// 20-й.
    Ordinal = [ORDINAL];
    /// син-ий.
    AdjectiveSoft =
        [ADJECTIVE_SOFT_MASCULINE, ADJECTIVE_SOFT_FEMININE, ADJECTIVE_SOFT_NEUTER, ADJECTIVE_SOFT_PLURAL];
    /// бож-ий, трет-ий.
    AdjectivePossessive = [ADJECTIVE_POSSESSIVE];
    /// учён-ый, рабоч-ий: a noun.
    AdjectivalMasculine = [ADJECTIVE_MASCULINE, ADJECTIVE_PLURAL];
    /// столов-ая.
    AdjectivalFeminine = [ADJECTIVE_FEMININE, ADJECTIVE_PLURAL];
    /// животн-ое, будущ-ее.
    AdjectivalNeuter = [ADJECTIVE_NEUTER, ADJECTIVE_PLURAL];
    /// данн-ые.
    AdjectivalPlural = [ADJECTIVE_PLURAL];
    /// передн-яя, дальн-ий as a noun.
    AdjectivalSoft = [ADJECTIVE_SOFT_MASCULINE, ADJECTIVE_SOFT_FEMININE, ADJECTIVE_SOFT_NEUTER, ADJECTIVE_SOFT_PLURAL];
    /// The short forms of a participle or an adjective that is cited short: рад, видим.
    Short = [SHORT];
    /// The feminine and plural short forms of a full adjective: важн-а. The neuter is an adverb as
    /// a rule.
    ShortOblique = [SHORT_OBLIQUE];
    /// важно, крайне.
    Adverb = ["-о adverb, -е adverb"];
    /// по-русски.
    AdverbSki = ["-и adverb"];
    /// важн-ее, важн-ейший.
    Comparative = [COMPARATIVE];
    /// строж-е, строж-айший.
    ComparativeShort = ["-е comparative, -айш+full superlative"];
    /// пиш-у, вед-у.
    PresentConsonant = [PRESENT_CONSONANT];
    /// чита-ю.
    PresentVowel = [PRESENT_VOWEL, PRESENT_JOT];
    /// да-ю, встава-ть: the imperative and the gerund keep -ва-.
    PresentAva = [PRESENT_VOWEL];
    /// говор-ю.
    PresentSecond = [PRESENT_SECOND];
    /// вож-у: nothing else.
    PresentFirstPerson = [PRESENT_FIRST_PERSON];
    /// чита-л.
    Past = [PAST];
    /// нёс, нес-ла.
    PastBare = [PAST_BARE];
    /// вед-ший.
    PastSh = [PAST_SH];
    /// сдела-нный.
    PassiveN = [PASSIVE_N];
    /// взя-тый.
    PassiveT = [PASSIVE_T];
}

/// A class whose form ends in -ся or -сь.
const REFLEXIVE: u32 = 1 << 8;

impl EndingSet {
    /// Writes the set into the class of a stem.
    pub(super) const fn class(self, is_reflexive: bool) -> u32 {
        self as u32 | if is_reflexive { REFLEXIVE } else { 0 }
    }

    /// The lines of the tables: ending, gloss.
    fn lines(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.tables()
            .iter()
            .flat_map(|table| table.split(", "))
            .filter_map(|line| line.strip_prefix('-')?.split_once(' '))
    }

    /// Finds the chain of suffixes that `rest` is after a stem that ends in `stem_end`.
    fn chain(self, stem_end: Option<char>, rest: &str) -> Option<Chain> {
        // Under stress о stays after a hissing consonant: больш-ого is большой, больш-его is
        // больший.
        let keeps_o = self == Self::AdjectiveHard && stem_end.is_some_and(is_hissing) && rest.starts_with('е');
        let readings = if keeps_o { [None, None, None] } else { underlying(stem_end, rest) };
        readings.into_iter().flatten().find_map(|reading| {
            self.lines().find_map(|(ending, gloss)| match ending.split_once('+') {
                None => (ending == reading).then(|| Chain::ending(rest, gloss)),
                Some((opening, kind)) => participle(&reading, opening, kind, rest, gloss),
            })
        })
    }
}

/// Reads `reading` as a participle's suffix and the endings of an adjective.
fn participle(reading: &str, opening: &str, kind: &str, rest: &str, gloss: &'static str) -> Option<Chain> {
    let ending = reading.strip_prefix(opening)?;
    let sets: &[EndingSet] = match kind {
        "full" if opening.ends_with(is_hissing) => &[EndingSet::AdjectiveHissing],
        "full" => &[EndingSet::AdjectiveHard],
        "short" => &[EndingSet::Short],
        _ => &[EndingSet::AdjectiveHard, EndingSet::Short],
    };
    let mut chain = sets.iter().find_map(|set| set.chain(last(opening), ending))?;
    let split = rest.len() - ending.len();
    chain.is_participle = true;
    chain.suffixes.insert(0, suffix(&rest[..split], gloss));
    Some(chain)
}

/// A chain of suffixes, and whether a participle is in it.
struct Chain {
    suffixes: Vec<Suffix>,
    is_participle: bool,
}

impl Chain {
    fn ending(rest: &str, gloss: &'static str) -> Self {
        let suffixes = if rest.is_empty() { Vec::new() } else { vec![suffix(rest, gloss)] };
        Self { suffixes, is_participle: false }
    }
}

fn suffix(text: &str, gloss: &'static str) -> Suffix {
    Suffix { text: text.to_owned(), gloss: Cow::Borrowed(gloss) }
}

/// Finds the chain of suffixes that `rest` is after `stem` of a class, or `None`.
pub(super) fn chain(stem: &str, class: u32, rest: &str) -> Option<Vec<Suffix>> {
    let set = *EndingSet::ALL.get(usize::try_from(class & (REFLEXIVE - 1)).ok()?)?;
    if class & REFLEXIVE == 0 {
        return set.chain(last(stem), rest).map(|chain| chain.suffixes);
    }
    let (inner, particle) = ["ся", "сь"].into_iter().find_map(|end| Some((rest.strip_suffix(end)?, end)))?;
    let mut chain = set.chain(last(stem), inner)?;
    chain.is_participle |= set == EndingSet::AdjectiveHissing;
    let follows_vowel = last(inner).or_else(|| last(stem)).is_some_and(is_vowel);
    if (particle == "сь") != (follows_vowel && !chain.is_participle) {
        return None;
    }
    chain.suffixes.push(suffix(particle, "reflexive"));
    Some(chain.suffixes)
}

/// Returns the forms of a stem, participles aside, as they are spelt.
pub(super) fn forms(stem: &str, class: u32) -> Vec<String> {
    let Some(set) = usize::try_from(class & (REFLEXIVE - 1)).ok().and_then(|at| EndingSet::ALL.get(at)) else {
        return Vec::new();
    };
    let plain = set.lines().filter(|(ending, _)| !ending.contains('+'));
    plain.map(|(ending, _)| format!("{stem}{}", spelt(last(stem), ending))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_gloss_of_a_table_is_listed() {
        for set in EndingSet::ALL {
            for (ending, gloss) in set.lines() {
                assert!(GLOSSES.contains(&gloss), "{set:?}: -{ending} {gloss}");
            }
        }
    }

    #[test]
    fn a_class_names_its_set() {
        for set in EndingSet::ALL {
            assert_eq!(EndingSet::ALL[set.class(false) as usize], *set);
        }
        assert!(EndingSet::ALL.len() < REFLEXIVE as usize);
    }
}
