//! The endings of English, as tables: `-ending gloss`.
//!
//! Its words were written for this project, from knowledge of the language.

use std::borrow::Cow;

use crate::language::inflection::Suffix;

/// Every grammatical name that a suffix of English may bear.
pub const GLOSSES: &[&str] = &[
    "plural",
    "possessive",
    "plural-possessive",
    "present-3",
    "gerund",
    "past",
    "participle-past",
    "comparative",
    "superlative",
    "adverb",
    "derived-noun",
    "derived-noun-plural",
];

/// A set of endings that may follow one stem; `-` alone is the bare stem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EndingSet {
    /// sheep: the stem alone.
    Whole,
    /// freedom, freedom's; children, children's.
    Possessive,
    /// freedom-s.
    PluralS,
    /// church-es.
    PluralEs,
    /// famil-ies.
    PluralIes,
    /// walk-s.
    PresentS,
    /// teach-es.
    PresentEs,
    /// tr-ies.
    PresentIes,
    /// walk-ing, hop-ing, stopp-ing.
    Ing,
    /// walk-ed, hop-ed, stopp-ed.
    Ed,
    /// tr-ied.
    Ied,
    /// strong-er.
    Grades,
    /// happ-ier.
    GradesY,
    /// strong-ly, strong-ness.
    AdverbLy,
    /// happ-ily, happ-iness.
    AdverbIly,
    /// possib-ly.
    AdverbY,
    /// econom-ically.
    AdverbAlly,
    /// work-er.
    Agent,
}

impl EndingSet {
    const ALL: [Self; 18] = [
        Self::Whole,
        Self::Possessive,
        Self::PluralS,
        Self::PluralEs,
        Self::PluralIes,
        Self::PresentS,
        Self::PresentEs,
        Self::PresentIes,
        Self::Ing,
        Self::Ed,
        Self::Ied,
        Self::Grades,
        Self::GradesY,
        Self::AdverbLy,
        Self::AdverbIly,
        Self::AdverbY,
        Self::AdverbAlly,
        Self::Agent,
    ];

    const fn table(self) -> &'static str {
        match self {
            Self::Whole => "- form",
            Self::Possessive => "- form, -'s possessive, -' possessive",
            Self::PluralS => "-s plural, -s' plural-possessive",
            Self::PluralEs => "-es plural, -es' plural-possessive",
            Self::PluralIes => "-ies plural, -ies' plural-possessive",
            Self::PresentS => "-s present-3",
            Self::PresentEs => "-es present-3",
            Self::PresentIes => "-ies present-3",
            Self::Ing => "-ing gerund, -ings plural",
            Self::Ed => "-ed past",
            Self::Ied => "-ied past",
            Self::Grades => "-er comparative, -est superlative",
            Self::GradesY => "-ier comparative, -iest superlative",
            Self::AdverbLy => "-ly adverb, -ness derived-noun",
            Self::AdverbIly => "-ily adverb, -iness derived-noun",
            Self::AdverbY => "-y adverb",
            Self::AdverbAlly => "-ally adverb",
            Self::Agent => "-er derived-noun, -ers derived-noun-plural",
        }
    }

    /// Returns the set as the class of a stem.
    pub(super) const fn class(self) -> u32 {
        self as u32
    }
}

/// Finds the suffix that `rest` is after a stem of a class, or `None`.
pub(super) fn chain(class: u32, rest: &str) -> Option<Vec<Suffix>> {
    let set = EndingSet::ALL.get(usize::try_from(class).ok()?)?;
    let mut lines = set.table().split(", ").filter_map(|line| line.strip_prefix('-')?.split_once(' '));
    let (ending, gloss) = lines.find(|(ending, _)| *ending == rest)?;
    if ending.is_empty() {
        return Some(Vec::new());
    }
    Some(vec![Suffix { text: ending.to_owned(), gloss: Cow::Borrowed(gloss) }])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_gloss_of_a_table_is_listed() {
        for (at, set) in EndingSet::ALL.into_iter().enumerate() {
            assert_eq!(set.class() as usize, at);
            for line in set.table().split(", ") {
                let (ending, gloss) = line.split_once(' ').unwrap_or_default();
                assert!(ending == "-" || GLOSSES.contains(&gloss), "{set:?}: {line}");
            }
        }
    }
}
