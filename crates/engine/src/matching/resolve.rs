//! Candidates that share words → which of them count.

use rustc_hash::FxHashSet;

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
    pub(super) precedence: (bool, bool, std::cmp::Reverse<u32>),
    /// The entry's place in the lexicon: of entries that are equal in all else the first counts.
    pub(super) order: u32,
}

/// Decides among candidates; `statuses` gets one status for each, in order. Candidates are sorted
/// on return.
///
/// The rules are quanteda's `tokens_lookup` (4.3.1) for `independent` (`nested_scope = "key"`) and
/// `longest` (`nested_scope = "dictionary"`), and contentcoder's (1.3.0) for `liwc`.
pub(super) fn resolve(
    policy: Policy,
    candidates: &mut [Candidate],
    rank: impl Fn(Candidate) -> Rank,
    statuses: &mut Vec<Status>,
) {
    statuses.clear();
    statuses.resize(candidates.len(), Status::Shadowed);
    match policy {
        Policy::Independent => longest_first(candidates, &rank, statuses, false),
        Policy::Longest => longest_first(candidates, &rank, statuses, true),
        Policy::Liwc => left_to_right(candidates, &rank, statuses),
    }
}

/// From the longest to the shortest, and at each length from left to right, a candidate counts
/// unless its column has taken one of its words; with `is_shared` it also gives way where every
/// word of it is covered by longer matches of any column.
fn longest_first(
    candidates: &mut [Candidate],
    rank: &impl Fn(Candidate) -> Rank,
    statuses: &mut [Status],
    is_shared: bool,
) {
    candidates.sort_unstable_by_key(|candidate| {
        (std::cmp::Reverse(candidate.count), candidate.first, rank(*candidate).order)
    });
    let mut taken: FxHashSet<(u32, u32)> = FxHashSet::default();
    let mut covered: FxHashSet<u32> = FxHashSet::default();
    let mut at = 0;
    while let Some(leader) = candidates.get(at).copied() {
        let same = candidates[at..].iter().take_while(|next| (next.first, next.count) == (leader.first, leader.count));
        let group = at..at + same.count();
        at = group.end;
        let words = leader.first..leader.end();
        if is_shared && words.clone().all(|word| covered.contains(&word)) {
            continue;
        }
        for member in group {
            let column = rank(candidates[member]).column;
            if words.clone().any(|word| taken.contains(&(column, word))) {
                continue;
            }
            statuses[member] = Status::Counted;
            taken.extend(words.clone().map(|word| (column, word)));
            if is_shared {
                covered.extend(words.clone());
            }
        }
    }
}

/// At each word the longest candidate, and among equals the one of the best precedence, counts for
/// all categories in which it is written, and the scan goes on behind it.
fn left_to_right(candidates: &mut [Candidate], rank: &impl Fn(Candidate) -> Rank, statuses: &mut [Status]) {
    candidates.sort_unstable_by_key(|candidate| {
        let rank = rank(*candidate);
        (candidate.first, std::cmp::Reverse(candidate.count), rank.precedence, rank.order)
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
        let mut columns: Vec<u32> = Vec::new();
        for member in start..at {
            let own = rank(candidates[member]);
            if candidates[member].count == winner.count && own.term == term && !columns.contains(&own.column) {
                columns.push(own.column);
                statuses[member] = Status::Counted;
            }
        }
    }
}
