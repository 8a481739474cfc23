//! What the surroundings of a candidate rule out.

use rustc_hash::FxHashMap;

use super::candidate::Candidate;

/// The conditions of an entry, as the places of their patterns among the matcher's entries.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Compiled {
    /// No match inside one of these.
    pub(super) not: Vec<u32>,
    /// No match directly before one of these.
    pub(super) not_before: Vec<u32>,
    /// No match directly after one of these.
    pub(super) not_after: Vec<u32>,
    /// Only directly before one of these, unless empty.
    pub(super) before: Vec<u32>,
    /// Only directly after one of these, unless empty.
    pub(super) after: Vec<u32>,
    /// Only near one of these, unless empty.
    pub(super) near: Vec<u32>,
    /// Tokens on either side that count as near.
    pub(super) window: u32,
}

/// Where the patterns of conditions stand in a document, each list by first token.
#[derive(Debug, Default)]
pub(super) struct Places {
    by_pattern: FxHashMap<u32, Vec<Candidate>>,
    longest: u32,
}

impl Compiled {
    pub(super) fn is_empty(&self) -> bool {
        let lists = [&self.not, &self.not_before, &self.not_after, &self.before, &self.after, &self.near];
        lists.iter().all(|patterns| patterns.is_empty())
    }

    /// Returns `true` if a candidate may count where it stands. `is_quote` picks the tokens that
    /// `not_before` and `not_after` pass over: «Отан» партиясы is отан before партия.
    pub(super) fn admit(&self, candidate: Candidate, places: &Places, is_quote: impl Fn(u32) -> bool) -> bool {
        let any = |patterns: &[u32], from: u32, to: u32, holds: &dyn Fn(Candidate) -> bool| {
            patterns.iter().any(|pattern| places.within(*pattern, from, to).any(holds))
        };
        let (first, end) = (candidate.first, candidate.end());
        let reach = first.saturating_sub(places.longest);
        let is_inside = any(&self.not, reach, first, &|place| place.covers(candidate));
        let mut next = end;
        while is_quote(next) {
            next += 1;
        }
        let previous_end = (0..first).rev().find(|token| !is_quote(*token)).map_or(0, |token| token + 1);
        let stands_before =
            |patterns: &[u32]| any(patterns, end, next, &|place| place.first == end || place.first == next);
        let stands_after = |patterns: &[u32]| {
            any(patterns, previous_end.saturating_sub(places.longest), first, &|place| {
                place.end() == first || place.end() == previous_end
            })
        };
        let is_near = self.near.is_empty()
            || any(&self.near, reach.saturating_sub(self.window), end.saturating_add(self.window) - 1, &|place| {
                let is_itself = (place.first, place.count) == (candidate.first, candidate.count);
                !is_itself && place.end() + self.window > first
            });
        let is_ruled_out = is_inside || stands_before(&self.not_before) || stands_after(&self.not_after);
        let is_where_wanted = (self.before.is_empty() || stands_before(&self.before))
            && (self.after.is_empty() || stands_after(&self.after));
        !is_ruled_out && is_where_wanted && is_near
    }
}

impl Places {
    /// Adds a place; places come by ascending first token.
    pub(super) fn push(&mut self, place: Candidate) {
        self.longest = self.longest.max(place.count);
        self.by_pattern.entry(place.entry).or_default().push(place);
    }

    /// All places of a pattern, by first token.
    pub(super) fn of(&self, pattern: u32) -> &[Candidate] {
        self.by_pattern.get(&pattern).map_or(&[], Vec::as_slice)
    }

    /// Places of a pattern that begin at `from` to `to`, both included.
    fn within(&self, pattern: u32, from: u32, to: u32) -> impl Iterator<Item = Candidate> {
        let places = self.of(pattern);
        let start = places.partition_point(|place| place.first < from);
        places[start..].iter().copied().take_while(move |place| place.first <= to)
    }
}
