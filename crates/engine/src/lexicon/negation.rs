//! Which words negate: the built-in list of a language, and what a lexicon puts in its place.

use super::{pattern::Pattern, reader::Reader, toml::read_patterns, toml_entry::read_window};
use crate::{
    format::TomlTable,
    language::{
        Language,
        negation::{NegationWords, negation_words},
    },
};

/// How many words a word of negation negates where nothing is stated.
const DEFAULT_REACH: u8 = 3;

/// A word of negation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Negator {
    /// The word.
    pub pattern: Pattern,
    /// How many words it negates, from 1.
    pub reach: u8,
}

/// The words of negation for texts in one language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NegationList {
    /// Words that negate what follows them.
    pub before: Vec<Negator>,
    /// Words that negate what precedes them.
    pub after: Vec<Negator>,
    /// Fixed phrases in which no word negates: «не только».
    pub except: Vec<Pattern>,
    /// Words at which every reach ends: «но».
    pub stop: Vec<Pattern>,
}

/// What a lexicon says of negation in one language. A list that it has takes the place of the
/// built-in one, even an empty one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnNegation {
    /// The language.
    pub language: Language,
    /// Words that negate what follows them.
    pub before: Option<Vec<Pattern>>,
    /// Words that negate what precedes them.
    pub after: Option<Vec<Pattern>>,
    /// Fixed phrases in which no word negates.
    pub except: Option<Vec<Pattern>>,
    /// Words at which every reach ends.
    pub stop: Option<Vec<Pattern>>,
    /// How many words every word of negation negates, from 1 to 100.
    pub window: Option<u8>,
}

impl NegationList {
    /// Returns the built-in list of a language.
    pub fn builtin(language: Language) -> Self {
        let NegationWords { before, after, except, stop } = negation_words(language);
        let pattern = |text: &str| Pattern::parse(text).expect("a test reads every built-in pattern");
        let patterns = |texts: &[&str]| texts.iter().map(|text| pattern(text)).collect();
        let negator = |(text, reach): &(&str, u8)| Negator { pattern: pattern(text), reach: *reach };
        let negators = |words: &[(&str, u8)]| words.iter().map(negator).collect();
        Self { before: negators(before), after: negators(after), except: patterns(except), stop: patterns(stop) }
    }
}

impl OwnNegation {
    /// Returns the whole list: what is stated here, and the built-in rest. Without a window a word
    /// negates as many words as in the built-in list, one that is not in it three.
    pub fn list(&self) -> NegationList {
        let mut list = NegationList::builtin(self.language);
        let replace = |known: &mut Vec<Negator>, own: Option<&Vec<Pattern>>| {
            let reach = |pattern: &Pattern| {
                let same = known.iter().find(|known| known.pattern.elements == pattern.elements);
                same.map_or(DEFAULT_REACH, |known| known.reach)
            };
            if let Some(own) = own {
                *known =
                    own.iter().map(|pattern| Negator { pattern: pattern.clone(), reach: reach(pattern) }).collect();
            }
            if let Some(window) = self.window {
                for negator in known {
                    negator.reach = window;
                }
            }
        };
        replace(&mut list.before, self.before.as_ref());
        replace(&mut list.after, self.after.as_ref());
        if let Some(own) = &self.except {
            list.except.clone_from(own);
        }
        if let Some(own) = &self.stop {
            list.stop.clone_from(own);
        }
        list
    }
}

/// Reads `[negation.kk]`: words of negation in the place of the built-in ones.
pub(super) fn read_negation(reader: &mut Reader, root: TomlTable<'_>) -> Vec<OwnNegation> {
    let Some(table) = root.get("negation").and_then(|value| reader.take(value.table())) else {
        return Vec::new();
    };
    reader.known_keys(table, &Language::ALL.map(Language::code));
    let mut lists = Vec::new();
    for language in Language::ALL {
        let Some(own) = table.get(language.code()).and_then(|value| reader.take(value.table())) else {
            continue;
        };
        reader.known_keys(own, &["before", "after", "except", "stop", "window"]);
        let mut list = |key: &str| own.get(key).map(|_| read_patterns(reader, own, key));
        let (before, after, except, stop) = (list("before"), list("after"), list("except"), list("stop"));
        let window = own.get("window").map(|value| read_window(reader, value));
        lists.push(OwnNegation { language, before, after, except, stop, window });
    }
    lists
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_pattern_can_be_read() {
        for language in Language::ALL {
            let words = negation_words(language);
            let list = NegationList::builtin(language);
            let sizes = (list.before.len(), list.after.len(), list.except.len(), list.stop.len());
            let written = (words.before.len(), words.after.len(), words.except.len(), words.stop.len());
            assert_eq!(sizes, written, "{language:?}");
            assert!(list.before.iter().chain(&list.after).all(|negator| negator.reach > 0));
        }
    }

    #[test]
    fn a_list_of_the_lexicon_takes_the_place_of_the_built_in_one_of_its_name() {
        let pattern = |text| Pattern::parse(text).expect("it is sound");
        let own = OwnNegation {
            language: Language::Russian,
            before: Some(vec![pattern("=без"), pattern("=вне")]),
            after: Some(Vec::new()),
            except: None,
            stop: None,
            window: None,
        };
        let list = own.list();
        let reaches: Vec<_> = list.before.iter().map(|word| (word.pattern.text.as_str(), word.reach)).collect();
        assert_eq!(reaches, [("=без", 2), ("=вне", 3)]);
        assert!(list.after.is_empty());
        assert_eq!(list.except, NegationList::builtin(Language::Russian).except);
        let wide = OwnNegation { window: Some(7), ..own }.list();
        assert!(wide.before.iter().all(|word| word.reach == 7));
    }
}
