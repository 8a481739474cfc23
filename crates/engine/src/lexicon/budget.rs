//! Patterns of a lexicon → whether looking for all of them together stays within bounds.

use rustc_hash::FxHashSet;

use super::{
    error::LexiconError,
    pattern::{Element, Pattern},
    regex::MAX_LEXICON_REGEX_BYTES,
};

/// The most steps that the search for all phrases with gaps of a lexicon may take at one token, as
/// [`Pattern::gap_steps`] counts them.
pub const MAX_GAP_STEPS: usize = 10_000;
/// The most globs that begin with a wildcard, and regular expressions: every distinct form of the
/// texts is compared with each of them.
const MAX_WILDCARDS: usize = 10_000;

/// What the patterns so far take. A pattern that is there several times counts once, but for the
/// memory of its expressions.
#[derive(Debug, Default)]
pub(super) struct Budget {
    regex_bytes: usize,
    gap_steps: usize,
    wildcards: usize,
    /// Patterns with gaps or wildcards.
    seen: FxHashSet<String>,
}

impl Budget {
    /// Returns `true` if there is no room for a regular expression, so that it need not even be
    /// compiled.
    pub(super) fn is_full_of_expressions(&self) -> bool {
        self.regex_bytes > MAX_LEXICON_REGEX_BYTES
    }

    /// Adds a pattern.
    ///
    /// # Errors
    /// Which limit it is beyond.
    pub(super) fn add(&mut self, pattern: &Pattern) -> Result<(), LexiconError> {
        let bytes = pattern.regex_bytes();
        self.regex_bytes += bytes;
        if bytes > 0 && self.is_full_of_expressions() {
            return Err(LexiconError::TooMuch { what: "expressions", limit: MAX_LEXICON_REGEX_BYTES as u64 });
        }
        let steps = pattern.gap_steps();
        let wildcards = pattern.elements.iter().filter(|element| is_compared_with_every_form(element)).count();
        if steps + wildcards == 0 || !self.seen.insert(pattern.text.clone()) {
            return Ok(());
        }
        if self.gap_steps + steps > MAX_GAP_STEPS {
            return Err(LexiconError::TooCostly { what: "gaps", limit: MAX_GAP_STEPS as u64 });
        }
        if self.wildcards + wildcards > MAX_WILDCARDS {
            return Err(LexiconError::TooCostly { what: "wildcards", limit: MAX_WILDCARDS as u64 });
        }
        self.gap_steps += steps;
        self.wildcards += wildcards;
        Ok(())
    }
}

fn is_compared_with_every_form(element: &Element) -> bool {
    match element {
        Element::Glob(glob) => glob.begins_with_wildcard() && !glob.is_star(),
        Element::Regex(_) => true,
        Element::Lemma { .. } | Element::Form(_) | Element::Any | Element::Gap(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_the_tokens_at_which_words_may_stand() {
        for (pattern, steps) in [
            ("сөз бостандығы", 0),
            ("сөз ..3 бостандығы", 5),
            ("* ..20 * ..20 * ..20 * ..20 *", 205),
            (&["a"; 16].join(" ..20 "), 2_416),
        ] {
            assert_eq!(Pattern::parse(pattern).unwrap().gap_steps(), steps, "{pattern}");
        }
    }

    #[test]
    fn what_is_beyond_a_limit_is_refused_and_what_is_there_twice_counts_once() {
        let mut budget = Budget::default();
        let mut add = |pattern: &str| budget.add(&Pattern::parse(pattern).unwrap()).err().map(|error| error.code());
        for at in 0..4 {
            assert_eq!(add(&format!("a{at}{}", " ..20 a".repeat(15))), None);
        }
        assert_eq!(add(&format!("b{}", " ..20 a".repeat(15))), Some("lex-too-costly"));
        assert_eq!(add(&format!("a0{}", " ..20 a".repeat(15))), None);
        assert_eq!(add("a ..3 b"), None, "what is shorter has room");
        for at in 0..MAX_WILDCARDS {
            assert_eq!(add(&format!("*{at}")), None);
        }
        assert_eq!(
            (add("?x"), add("/x/"), add("x*"), add("*")),
            (Some("lex-too-costly"), Some("lex-too-costly"), None, None)
        );
    }
}
