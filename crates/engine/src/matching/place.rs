//! Where the patterns of a condition stand.
//!
//! A pattern with gaps may stand at a token in several ways. No condition asks for all of them:
//! what covers, or is near, asks for the longest place at each first token, what stands before or
//! behind for the tokens at which places begin and end. So a list is no longer than its text.

use super::token_set::TokenSet;
use crate::text::to_u32;

/// The places of a pattern, or of several.
#[derive(Debug, Clone, Default)]
pub(super) struct PlaceList {
    /// By first token, ascending.
    starts: Vec<Start>,
    /// Each token behind a place with the first token of the longest place that ends there, by the
    /// former once [`finish`](Self::finish) was called.
    ends: Vec<End>,
    /// The last of the ends that are known.
    known_ends: Option<TokenSet>,
}

/// The places that begin with a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Start {
    /// The token.
    pub(super) first: u32,
    /// The token behind the shortest place.
    shortest: u32,
    /// The token behind the longest.
    pub(super) end: u32,
    /// How far any place reaches that begins here or before.
    farthest: u32,
}

/// The places that end before a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct End {
    /// The token.
    pub(super) end: u32,
    /// The first token of the longest place.
    pub(super) first: u32,
}

impl PlaceList {
    /// Adds a place; places come by ascending first token.
    pub(super) fn push(&mut self, first: u32, end: u32) {
        let mut ends = TokenSet::near(first as usize);
        ends.insert(end as usize);
        self.push_all(first, &ends);
    }

    /// Adds the places from `first` to each of some ends.
    pub(super) fn push_all(&mut self, first: u32, ends: &TokenSet) {
        let (Some(shortest), Some(longest)) = (ends.iter().next(), ends.last(None)) else { return };
        let (shortest, longest) = (to_u32(shortest), to_u32(longest));
        self.push_start(first, shortest, longest);
        let mut known = self.known_ends.map_or_else(|| TokenSet::near(first as usize), |own| own.moved(first as usize));
        for end in ends.iter().filter(|end| !known.contains(*end)) {
            self.ends.push(End { end: to_u32(end), first });
        }
        known.union(ends);
        self.known_ends = Some(known);
    }

    fn push_start(&mut self, first: u32, shortest: u32, longest: u32) {
        let farthest = self.starts.last().map_or(longest, |last| last.farthest.max(longest));
        match self.starts.last_mut().filter(|last| last.first == first) {
            Some(last) => {
                last.shortest = last.shortest.min(shortest);
                last.end = last.end.max(longest);
                last.farthest = farthest;
            }
            None => self.starts.push(Start { first, shortest, end: longest, farthest }),
        }
    }

    /// Puts in order what was added.
    pub(super) fn finish(&mut self) {
        self.ends.sort_unstable();
        self.ends.dedup_by_key(|end| end.end);
        self.known_ends = None;
    }

    /// Returns the places of several lists in one.
    pub(super) fn merged<'list>(lists: impl IntoIterator<Item = &'list Self> + Clone) -> Self {
        let lists = || lists.clone().into_iter();
        let mut starts: Vec<Start> = lists().flat_map(|list| list.starts.iter().copied()).collect();
        starts.sort_unstable_by_key(|start| start.first);
        let mut merged = Self::default();
        for start in starts {
            merged.push_start(start.first, start.shortest, start.end);
        }
        merged.ends = lists().flat_map(|list| list.ends.iter().copied()).collect();
        merged.finish();
        merged
    }

    /// Returns the number of tokens at which places begin and end.
    pub(super) fn len(&self) -> usize {
        self.starts.len() + self.ends.len()
    }

    /// Returns the longest place at each first token, ascending.
    pub(super) fn starts(&self) -> &[Start] {
        &self.starts
    }

    /// Returns the longest place before each token that a place ends before, ascending.
    pub(super) fn ends(&self) -> &[End] {
        &self.ends
    }

    /// Returns `true` if a place holds all tokens from `first` to before `end`.
    pub(super) fn covers(&self, first: u32, end: u32) -> bool {
        let begun = self.starts.partition_point(|start| start.first <= first);
        begun.checked_sub(1).is_some_and(|at| self.starts[at].farthest >= end)
    }

    /// Returns `true` if a place begins with one of the tokens, both included.
    pub(super) fn begins_within(&self, from: u32, to: u32) -> bool {
        let next = self.starts.partition_point(|start| start.first < from);
        self.starts.get(next).is_some_and(|start| start.first <= to)
    }

    /// Returns `true` if a place ends before one of the tokens, both included.
    pub(super) fn ends_within(&self, from: u32, to: u32) -> bool {
        let next = self.ends.partition_point(|end| end.end < from);
        self.ends.get(next).is_some_and(|end| end.end <= to)
    }

    /// Returns `true` if a place other than that from `first` to before `end` is no more than
    /// `window` tokens away.
    pub(super) fn is_near(&self, first: u32, end: u32, window: u32) -> bool {
        let at = self.starts.partition_point(|start| start.first < first);
        let is_before = at.checked_sub(1).is_some_and(|at| self.starts[at].farthest.saturating_add(window) > first);
        let here = self.starts.get(at).filter(|start| start.first == first);
        let is_here = here.is_some_and(|start| (start.shortest, start.end) != (end, end));
        let behind = self.starts.get(at + usize::from(here.is_some()));
        is_before || is_here || behind.is_some_and(|start| start.first < end.saturating_add(window))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(places: &[(u32, u32)]) -> PlaceList {
        let mut list = PlaceList::default();
        for (first, end) in places {
            list.push(*first, *end);
        }
        list.finish();
        list
    }

    /// Small numbers, so that all questions can be asked.
    const PLACES: [&[(u32, u32)]; 4] =
        [&[], &[(3, 4)], &[(0, 6), (1, 2), (1, 3), (5, 6)], &[(2, 4), (3, 4), (3, 7), (6, 7)]];

    fn is_as_defined(list: &PlaceList, places: &[(u32, u32)]) {
        for (first, end) in (0..8).flat_map(|first| (first..9).map(move |end| (first, end))) {
            let is = |holds: &dyn Fn(u32, u32) -> bool| places.iter().any(|(from, to)| holds(*from, *to));
            assert_eq!(list.covers(first, end), is(&|from, to| from <= first && end <= to), "{places:?} {first} {end}");
            assert_eq!(list.begins_within(first, end), is(&|from, _| (first..=end).contains(&from)));
            assert_eq!(list.ends_within(first, end), is(&|_, to| (first..=end).contains(&to)));
            for window in 1..4 {
                let near = |from, to| (from, to) != (first, end) && from < end + window && to + window > first;
                assert_eq!(list.is_near(first, end, window), is(&near), "{places:?} {first} {end} {window}");
            }
        }
    }

    #[test]
    fn questions_about_places_are_answered_as_by_a_look_at_each() {
        for left in PLACES {
            is_as_defined(&list(left), left);
            for right in PLACES {
                let merged = PlaceList::merged([&list(left), &list(right)]);
                is_as_defined(&merged, &[left, right].concat());
            }
        }
    }

    #[test]
    fn an_end_keeps_the_longest_place() {
        let list = list(&[(0, 6), (1, 2), (1, 3), (5, 6)]);
        let ends: Vec<(u32, u32)> = list.ends().iter().map(|end| (end.end, end.first)).collect();
        assert_eq!(ends, [(2, 1), (3, 1), (6, 0)]);
    }
}
