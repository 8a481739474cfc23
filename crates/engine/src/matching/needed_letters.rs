//! Patterns by the letters that a form must have to fit them, so that a form is compared with few of
//! thousands.
//!
//! Law: what [`ByLetters::matches`] and [`ByRun::matches`] return is what comparing the form with
//! every pattern would give.

use rustc_hash::FxHashMap;

use super::element::ElementId;

/// Patterns by the set of letters that each needs.
#[derive(Clone)]
pub(super) struct ByLetters<P> {
    /// As [`letters_of`] returns them, each once.
    needed: Vec<u64>,
    /// The patterns that need each set.
    patterns: Vec<Vec<(ElementId, P)>>,
    places: FxHashMap<u64, usize>,
}

impl<P> Default for ByLetters<P> {
    fn default() -> Self {
        Self { needed: Vec::new(), patterns: Vec::new(), places: FxHashMap::default() }
    }
}

impl<P> ByLetters<P> {
    pub(super) fn len(&self) -> usize {
        self.patterns.iter().map(Vec::len).sum()
    }

    /// Adds a pattern; `runs` are pieces that every form has that fits it.
    pub(super) fn insert(&mut self, id: ElementId, pattern: P, runs: &[String]) {
        let needed = letters_of(runs.iter().flat_map(|run| run.chars()));
        let at = *self.places.entry(needed).or_insert(self.needed.len());
        if at == self.needed.len() {
            self.needed.push(needed);
            self.patterns.push(Vec::new());
        }
        self.patterns[at].push((id, pattern));
    }

    /// Returns the elements of the patterns that a form fits; `letters` are those of the form.
    pub(super) fn matches(&self, letters: u64, fits: impl Fn(&P) -> bool) -> impl Iterator<Item = ElementId> {
        let sets = self.needed.iter().zip(&self.patterns).filter(move |(needed, _)| *needed & !letters == 0);
        sets.flat_map(|(_, patterns)| patterns).filter(move |(_, pattern)| fits(pattern)).map(|(id, _)| *id)
    }
}

/// Two letters in a row, and the third where there is one.
type Run = (char, char, Option<char>);

/// Patterns that may fit anywhere in a form, by three letters in a row that each needs, or two; the
/// others by the set of their letters.
#[derive(Clone)]
pub(super) struct ByRun<P> {
    /// With each pattern stand the letters that it needs.
    runs: FxHashMap<Run, Vec<(u64, ElementId, P)>>,
    others: ByLetters<P>,
}

impl<P> Default for ByRun<P> {
    fn default() -> Self {
        Self { runs: FxHashMap::default(), others: ByLetters::default() }
    }
}

impl<P> ByRun<P> {
    pub(super) fn len(&self) -> usize {
        self.runs.values().map(Vec::len).sum::<usize>() + self.others.len()
    }

    /// Adds a pattern; `runs` are pieces that every form has that fits it.
    pub(super) fn insert(&mut self, id: ElementId, pattern: P, runs: &[String]) {
        let longest = runs.iter().max_by_key(|run| run.chars().take(3).count());
        let mut letters = longest.into_iter().flat_map(|run| run.chars());
        if let (Some(first), Some(second)) = (letters.next(), letters.next()) {
            let needed = letters_of(runs.iter().flat_map(|run| run.chars()));
            self.runs.entry((first, second, letters.next())).or_default().push((needed, id, pattern));
        } else {
            self.others.insert(id, pattern, runs);
        }
    }

    /// Puts into `found` the elements of the patterns that a form fits, perhaps some of them twice;
    /// `letters` are those of the form.
    pub(super) fn matches(&self, form: &str, letters: u64, fits: impl Fn(&P) -> bool, found: &mut Vec<ElementId>) {
        if !self.runs.is_empty() {
            let thirds = form.chars().skip(2).map(Some).chain([None]);
            for ((first, second), third) in form.chars().zip(form.chars().skip(1)).zip(thirds) {
                let pairs = self.runs.get(&(first, second, None));
                let threes = third.and_then(|_| self.runs.get(&(first, second, third)));
                let patterns = pairs.into_iter().chain(threes).flatten();
                let may_fit = patterns.filter(|(needed, _, _)| *needed & !letters == 0);
                found.extend(may_fit.filter(|(_, _, pattern)| fits(pattern)).map(|(_, id, _)| *id));
            }
        }
        found.extend(self.others.matches(letters, fits));
    }
}

/// Returns a set of letters as bits; some letters share one.
pub(super) fn letters_of(letters: impl Iterator<Item = char>) -> u64 {
    letters.fold(0, |set, letter| set | 1 << (u32::from(letter) % u64::BITS))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::lexicon::{Element, Pattern};

    proptest! {
        #[test]
        fn a_form_finds_the_patterns_that_it_fits_and_no_others(
            patterns in prop::collection::vec(prop_oneof!["\\*?[абв?*]{1,5}\\*", "/[абв]{1,4}[.+]?[абв]{0,3}\\$?/"], 1..12),
            form in "[абвг]{1,8}",
        ) {
            let read: Vec<Element> = patterns.iter().filter_map(|pattern| {
                Pattern::parse(pattern).ok().and_then(|pattern| pattern.elements.into_iter().next())
            }).collect();
            let fits = |element: &Element| match element {
                Element::Regex(regex) => regex.matches(&form),
                Element::Glob(glob) => glob.matches(&form),
                _ => false,
            };
            let (mut by_run, mut by_letters) = (ByRun::default(), ByLetters::default());
            let mut expected = Vec::new();
            for (id, element) in (0..).map(ElementId).zip(&read) {
                let runs = match element {
                    Element::Regex(regex) => regex.needed_runs(),
                    Element::Glob(glob) => glob.needed_runs(),
                    _ => continue,
                };
                by_run.insert(id, element, &runs);
                by_letters.insert(id, element, &runs);
                expected.extend(fits(element).then_some(id));
            }
            let letters = letters_of(form.chars());
            let mut found = Vec::new();
            by_run.matches(&form, letters, |element| fits(element), &mut found);
            found.sort_unstable();
            found.dedup();
            prop_assert_eq!(&found, &expected);
            let mut found: Vec<ElementId> = by_letters.matches(letters, |element| fits(element)).collect();
            found.sort_unstable();
            prop_assert_eq!(found, expected);
        }
    }
}
