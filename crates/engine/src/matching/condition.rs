//! What the surroundings of a candidate rule out.

use std::{cell::RefCell, rc::Rc};

use rustc_hash::FxHashMap;

use super::place::PlaceList;

/// A list of patterns of a condition, the same for lists of the same patterns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct ListId(u32);

/// The distinct lists of all conditions; a pattern is its place among the matcher's entries.
#[derive(Debug, Clone, Default)]
pub(super) struct PatternLists {
    lists: Vec<Rc<[u32]>>,
    ids: FxHashMap<Rc<[u32]>, ListId>,
}

/// The conditions of an entry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Compiled {
    /// No match inside one of these.
    pub(super) not: Vec<ListId>,
    /// No match directly before one of these.
    pub(super) not_before: Option<ListId>,
    /// No match directly after one of these.
    pub(super) not_after: Option<ListId>,
    /// Only directly before one of these, if any.
    pub(super) before: Option<ListId>,
    /// Only directly after one of these, if any.
    pub(super) after: Option<ListId>,
    /// Only near one of these, if any.
    pub(super) near: Option<ListId>,
    /// Tokens on either side that count as near.
    pub(super) window: u32,
    /// Whether a match that is written as a name is none.
    pub(super) leaves_out_names: bool,
}

/// Where the patterns of conditions stand in a document.
#[derive(Debug, Default)]
pub(super) struct Places {
    by_pattern: FxHashMap<u32, Rc<PlaceList>>,
    /// How many candidates have a condition with the list.
    uses: FxHashMap<ListId, usize>,
    by_list: RefCell<PlacesOfLists>,
}

/// What was made of lists of patterns.
#[derive(Debug, Default)]
struct PlacesOfLists {
    /// For each list the places to look at: those of each pattern, or one of all together.
    known: FxHashMap<ListId, Rc<[Rc<PlaceList>]>>,
    /// Places that were copied.
    copied: usize,
}

/// More places than this, of 16 bytes each, are not kept in copies.
const MOST_COPIED: usize = 1 << 22;

/// Runs of quotation marks, as the first token of each and the one behind it, ascending.
#[derive(Debug, Default)]
pub(super) struct QuoteRuns(Vec<(u32, u32)>);

/// Where a candidate stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Site<'document> {
    pub(super) places: &'document Places,
    pub(super) lists: &'document PatternLists,
    pub(super) quotes: &'document QuoteRuns,
}

impl PatternLists {
    /// Returns the id of a list; `None` for an empty one.
    pub(super) fn insert(&mut self, mut patterns: Vec<u32>) -> Option<ListId> {
        patterns.sort_unstable();
        patterns.dedup();
        let patterns: Rc<[u32]> = patterns.into();
        let next = ListId(u32::try_from(self.lists.len()).ok().filter(|_| !patterns.is_empty())?);
        let id = *self.ids.entry(Rc::clone(&patterns)).or_insert(next);
        if id == next {
            self.lists.push(patterns);
        }
        Some(id)
    }
}

impl Compiled {
    pub(super) fn is_empty(&self) -> bool {
        !self.leaves_out_names && self.lists().next().is_none()
    }

    /// Returns all lists.
    pub(super) fn lists(&self) -> impl Iterator<Item = ListId> {
        let others = [self.not_before, self.not_after, self.before, self.after, self.near];
        self.not.iter().copied().chain(others.into_iter().flatten())
    }

    /// Returns `true` if a candidate may count from `first` to before `end`. `not_before` and the
    /// like pass over quotation marks: «Отан» партиясы is отан before партия.
    ///
    /// Cost: for each list a binary search among places, or one for each of its patterns.
    pub(super) fn admit(&self, first: u32, end: u32, site: Site<'_>) -> bool {
        let any = |list: Option<ListId>, holds: &dyn Fn(&PlaceList) -> bool| {
            list.is_some_and(|list| site.places.of_list(list, site.lists).iter().any(|places| holds(places)))
        };
        let next = site.quotes.behind(end);
        let previous_end = site.quotes.before(first);
        let stands_before = |list| any(list, &|places| places.begins_within(end, next));
        let stands_after = |list| any(list, &|places| places.ends_within(previous_end, first));
        let is_inside = self.not.iter().any(|list| any(Some(*list), &|places| places.covers(first, end)));
        let is_ruled_out = is_inside || stands_before(self.not_before) || stands_after(self.not_after);
        !is_ruled_out
            && (self.before.is_none() || stands_before(self.before))
            && (self.after.is_none() || stands_after(self.after))
            && (self.near.is_none() || any(self.near, &|places| places.is_near(first, end, self.window)))
    }
}

impl Places {
    /// Takes the places that were found, and how many candidates have a condition with each list.
    pub(super) fn new(found: FxHashMap<u32, PlaceList>, uses: FxHashMap<ListId, usize>) -> Self {
        let by_pattern = found.into_iter().map(|(pattern, places)| (pattern, Rc::new(places))).collect();
        Self { by_pattern, uses, by_list: RefCell::default() }
    }

    /// Returns where a pattern stands; `None` where it does not.
    pub(super) fn of(&self, pattern: u32) -> Option<&PlaceList> {
        self.by_pattern.get(&pattern).map(Rc::as_ref)
    }

    /// Returns where the patterns of a list stand. The places of many patterns are put together
    /// where that costs less than a look at each of them for each candidate.
    fn of_list(&self, id: ListId, lists: &PatternLists) -> Rc<[Rc<PlaceList>]> {
        let mut by_list = self.by_list.borrow_mut();
        if let Some(known) = by_list.known.get(&id) {
            return Rc::clone(known);
        }
        let patterns = lists.lists[id.0 as usize].iter();
        let present: Vec<Rc<PlaceList>> = patterns.filter_map(|at| self.by_pattern.get(at).cloned()).collect();
        let places: usize = present.iter().map(|places| places.len()).sum();
        let looks = self.uses.get(&id).copied().unwrap_or(0).saturating_mul(present.len());
        let made: Rc<[Rc<PlaceList>]> = if present.len() > 1 && looks > places {
            if by_list.copied > MOST_COPIED {
                *by_list = PlacesOfLists::default();
            }
            by_list.copied += places;
            Rc::new([Rc::new(PlaceList::merged(present.iter().map(Rc::as_ref)))])
        } else {
            present.into()
        };
        by_list.known.insert(id, Rc::clone(&made));
        made
    }
}

impl QuoteRuns {
    /// Finds the runs among `len` tokens.
    pub(super) fn new(len: u32, is_quote: impl Fn(u32) -> bool) -> Self {
        let mut runs: Vec<(u32, u32)> = Vec::new();
        for token in (0..len).filter(|token| is_quote(*token)) {
            match runs.last_mut() {
                Some(run) if run.1 == token => run.1 += 1,
                _ => runs.push((token, token + 1)),
            }
        }
        Self(runs)
    }

    /// Returns the first token from `token` on that is no quotation mark.
    fn behind(&self, token: u32) -> u32 {
        let run = self.0.partition_point(|run| run.1 <= token);
        self.0.get(run).filter(|run| run.0 <= token).map_or(token, |run| run.1)
    }

    /// Returns the token behind the last one before `token` that is no quotation mark.
    fn before(&self, token: u32) -> u32 {
        let run = self.0.partition_point(|run| run.0 < token);
        let last = run.checked_sub(1).map(|at| self.0[at]);
        last.filter(|run| run.1 >= token).map_or(token, |run| run.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_quotation_marks_are_passed_over_in_both_directions() {
        let quotes = QuoteRuns::new(8, |token| [0, 3, 4, 7].contains(&token));
        assert_eq!((0..=8).map(|token| quotes.behind(token)).collect::<Vec<_>>(), [1, 1, 2, 5, 5, 5, 6, 8, 8]);
        assert_eq!((0..=8).map(|token| quotes.before(token)).collect::<Vec<_>>(), [0, 0, 2, 3, 3, 3, 6, 7, 7]);
    }

    #[test]
    fn equal_lists_are_one_and_an_empty_one_is_none() {
        let mut lists = PatternLists::default();
        let first = lists.insert(vec![3, 1, 3]);
        assert_eq!(
            (lists.insert(vec![1, 3]), lists.insert(vec![1]) == first, lists.insert(Vec::new())),
            (first, false, None)
        );
    }
}
