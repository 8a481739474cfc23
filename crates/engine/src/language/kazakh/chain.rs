//! Walks the suffix tables: which suffixes, in order, the letters after a stem are.
//!
//! `лардың` after халық is plural + genitive; `лер` is nothing, for халық is a back word. Where
//! several paths lead through the letters, the one with the fewest suffixes is taken, and among
//! those the first in the order of the tables.

use std::borrow::Cow;

use super::{
    sound::Surface,
    suffix::{CLITICS, Rule, Slot},
};
use crate::language::inflection::Suffix;

/// No Kazakh word of running text has more suffixes; the bound keeps a hostile input from costing
/// anything.
const MOST_SUFFIXES: usize = 9;

/// Finds the suffixes that `rest` is made of when it follows a stem in slot `start`.
///
/// Returns `None` when it is not made of suffixes; an empty chain for an empty `rest` when a word
/// may end in `start`. Cost: about a microsecond; each suffix tried is rejected by its first letter
/// or two.
pub(super) fn parse(start: Slot, surface: Surface, rest: &str, derives: bool) -> Option<Vec<Suffix>> {
    let mut walk = Walk { derives, path: Vec::new(), best: None };
    walk.step(start, surface, rest);
    if walk.best.is_none() && rest.len() > 1 && rest.starts_with('-') {
        walk.after_hyphen(start, rest);
    }
    let mut at = 0;
    let suffixes = walk.best?.into_iter().map(|(gloss, len)| {
        let text = rest[at..at + len].to_owned();
        at += len;
        Suffix { text, gloss: Cow::Borrowed(gloss) }
    });
    Some(suffixes.collect())
}

/// The suffixes taken so far and the best path found, as gloss and length in bytes.
struct Walk {
    derives: bool,
    path: Vec<(&'static str, usize)>,
    best: Option<Vec<(&'static str, usize)>>,
}

impl Walk {
    fn step(&mut self, slot: Slot, surface: Surface, rest: &str) {
        if self.best.as_ref().is_some_and(|best| best.len() <= self.path.len()) {
            return;
        }
        if rest.is_empty() {
            if slot.is_word() {
                self.best = Some(self.path.clone());
            }
            return;
        }
        if self.path.len() == MOST_SUFFIXES {
            return;
        }
        if slot.is_word() && rest.strip_prefix('-').is_some_and(|tail| CLITICS.contains(&tail)) {
            self.path.push(("clitic", rest.len()));
            self.best = Some(self.path.clone());
            self.path.pop();
            return;
        }
        for group in slot.groups() {
            self.try_rules(group, surface, rest);
        }
        if self.derives {
            for group in slot.derivations() {
                self.try_rules(group, surface, rest);
            }
        }
    }

    fn try_rules(&mut self, rules: &'static [Rule], surface: Surface, rest: &str) {
        for rule in rules {
            if let Some((len, after)) = follow(rule.letters, surface, rest) {
                self.path.push((rule.gloss, len));
                self.step(rule.then, after, &rest[len..]);
                self.path.pop();
            }
        }
    }

    /// Reads suffixes after the hyphen of ҮЕҰ-дың or 2000-шы, with every letter of an archiphoneme
    /// admitted, since how the abbreviation is read aloud cannot be known. The hyphen counts to the
    /// first suffix.
    fn after_hyphen(&mut self, start: Slot, rest: &str) {
        let slot = match start {
            Slot::Noun | Slot::Adjective => Slot::Noun,
            Slot::Numeral => Slot::Numeral,
            _ => return,
        };
        self.step(slot, Surface::UNKNOWN, &rest[1..]);
        if let Some((_, len)) = self.best.as_mut().and_then(|best| best.first_mut()) {
            *len += 1;
        }
    }
}

/// Matches one suffix at the beginning of `rest`; returns its length in bytes and the surface after
/// it.
fn follow(letters: &str, from: Surface, rest: &str) -> Option<(usize, Surface)> {
    let mut written = rest.chars();
    let mut surface = from;
    let mut symbols = letters.chars();
    while let Some(symbol) = symbols.next() {
        let (symbol, optional) = if symbol == '(' {
            let symbol = symbols.next()?;
            symbols.next();
            let is_vowel = matches!(symbol, 'I' | 'A');
            match from.ends_in_vowel() {
                Some(after_vowel) if after_vowel == is_vowel => continue,
                Some(_) => (symbol, false),
                None => (symbol, true),
            }
        } else {
            (symbol, false)
        };
        match written.clone().next() {
            Some(letter) if surface.admits(symbol, letter) => {
                surface = surface.append(letter);
                written.next();
            }
            _ if optional => {}
            _ => return None,
        }
    }
    let len = rest.len() - written.as_str().len();
    (len > 0).then_some((len, surface))
}
