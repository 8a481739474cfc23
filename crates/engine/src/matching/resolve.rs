//! Candidates that share words → which of them count.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BinaryHeap},
};

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    candidate::{Candidate, Status},
    policy::Policy,
};

/// What a policy needs to know of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rank {
    /// The column that the entry counts for.
    pub(super) column: u32,
    /// The same for entries written alike, in whatever category.
    pub(super) term: u32,
    /// Orders entries that catch the same words under `liwc`: without wildcards first, then the
    /// longer, then those that do not begin with `*`.
    pub(super) precedence: (bool, bool, Reverse<u32>),
    /// The entry's place in the lexicon: of entries that are equal in all else the first counts.
    pub(super) order: u32,
}

/// Decides among candidates; `statuses` gets one status for each, in order. Candidates are sorted
/// on return.
///
/// A candidate stands for all places of its entry that begin with its first token and may count,
/// and is the longest of them. `shorter` returns the longest that ends before a given token or
/// with it, if there is one; where that counts, the candidate becomes it.
///
/// The rules are quanteda's `tokens_lookup` (4.3.1) for `independent` (`nested_scope = "key"`) and
/// `longest` (`nested_scope = "dictionary"`), and contentcoder's (1.3.0) for `liwc`.
pub(super) fn resolve(
    policy: Policy,
    candidates: &mut [Candidate],
    rank: impl Fn(Candidate) -> Rank,
    shorter: impl Fn(Candidate, u32) -> Option<Candidate>,
    statuses: &mut Vec<Status>,
) {
    statuses.clear();
    statuses.resize(candidates.len(), Status::Shadowed);
    match policy {
        Policy::Independent => longest_first(candidates, &rank, &shorter, statuses, false),
        Policy::Longest => longest_first(candidates, &rank, &shorter, statuses, true),
        // What is not the longest at its first word never counts.
        Policy::Liwc => left_to_right(candidates, &rank, statuses),
    }
}

/// From the longest to the shortest, and at each length from left to right, a place counts unless
/// its column has taken one of its words; with `is_shared` it also gives way where every word of it
/// is covered by longer matches of any column.
///
/// What counted is at least as long as what comes later, so that it overlaps a place only where it
/// has its first or last word. A place whose last word is taken gives way to the longest before the
/// match that took it; that match lies behind its first word, and is as long, so that the next one
/// to take a last word begins in the first half of what was left. So there are no more such turns
/// at a word than the binary logarithm of the longest phrase.
fn longest_first(
    candidates: &mut [Candidate],
    rank: &impl Fn(Candidate) -> Rank,
    shorter: &impl Fn(Candidate, u32) -> Option<Candidate>,
    statuses: &mut [Status],
    is_shared: bool,
) {
    let key = |place: Candidate| (place.count, Reverse(place.first), Reverse(rank(place).order));
    candidates.sort_unstable_by_key(|candidate| Reverse(key(*candidate)));
    let mut at = 0;
    // Places that took the place of a longer one, with the number of the candidate.
    let mut later: BinaryHeap<(u32, Reverse<u32>, Reverse<u32>, usize)> = BinaryHeap::new();
    let mut taken: FxHashMap<(u32, u32), u32> = FxHashMap::default();
    let mut covered = Covered::default();
    let mut group: Vec<usize> = Vec::new();
    loop {
        let next = candidates.get(at).copied().map(key);
        let first_later = later.peek().map(|(count, first, order, _)| (*count, *first, *order));
        let Some((count, Reverse(first), _)) = next.max(first_later) else { break };
        group.clear();
        while candidates.get(at).is_some_and(|next| (next.first, next.count) == (first, count)) {
            group.push(at);
            at += 1;
        }
        let own = group.len();
        while let Some((.., member)) = later.peek().filter(|next| (next.1.0, next.0) == (first, count)) {
            group.push(*member);
            later.pop();
        }
        if group.len() > own {
            group.sort_by_key(|member| rank(candidates[*member]).order);
        }
        let (last, end) = (first + count - 1, first + count);
        if is_shared && covered.holds(first, end) {
            continue;
        }
        for member in group.iter().copied() {
            let candidate = candidates[member];
            let column = rank(candidate).column;
            if taken.contains_key(&(column, first)) {
                continue;
            }
            if let Some(start) = taken.get(&(column, last)) {
                if let Some(place) = shorter(candidate, *start) {
                    let (count, first, order) = key(place);
                    later.push((count, first, order, member));
                }
                continue;
            }
            statuses[member] = Status::Counted;
            candidates[member].count = count;
            taken.extend((first..end).map(|word| ((column, word), first)));
            if is_shared {
                covered.insert(first, end);
            }
        }
    }
}

/// Words that matches cover, as runs: the first word of each and the one behind it.
#[derive(Debug, Default)]
struct Covered(BTreeMap<u32, u32>);

impl Covered {
    /// Returns `true` if all words from `first` to before `end` are covered.
    fn holds(&self, first: u32, end: u32) -> bool {
        self.0.range(..=first).next_back().is_some_and(|(_, behind)| *behind >= end)
    }

    /// Adds the words from `first` to before `end`.
    fn insert(&mut self, mut first: u32, mut end: u32) {
        while let Some((start, behind)) = self.0.range(..=end).next_back().filter(|run| *run.1 >= first) {
            let (start, behind) = (*start, *behind);
            self.0.remove(&start);
            (first, end) = (first.min(start), end.max(behind));
        }
        self.0.insert(first, end);
    }
}

/// At each word the longest candidate, and among equals the one of the best precedence, counts for
/// all categories in which it is written, and the scan goes on behind it.
fn left_to_right(candidates: &mut [Candidate], rank: &impl Fn(Candidate) -> Rank, statuses: &mut [Status]) {
    candidates.sort_unstable_by_key(|candidate| {
        let rank = rank(*candidate);
        (candidate.first, Reverse(candidate.count), rank.precedence, rank.order)
    });
    let mut free_from = 0;
    let mut at = 0;
    while let Some(winner) = candidates.get(at).copied() {
        let start = at;
        at += candidates[at..].iter().take_while(|next| next.first == winner.first).count();
        if winner.first < free_from {
            continue;
        }
        free_from = winner.end();
        let term = rank(winner).term;
        let mut columns: FxHashSet<u32> = FxHashSet::default();
        for member in start..at {
            let own = rank(candidates[member]);
            if candidates[member].count == winner.count && own.term == term && columns.insert(own.column) {
                statuses[member] = Status::Counted;
            }
        }
    }
}
