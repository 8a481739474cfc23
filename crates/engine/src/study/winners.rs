//! A match that does not count → the match that took its place.
//!
//! Law: whatever a policy shadows has a winner, and the winner counts.

use std::cmp::Reverse;

use crate::matching::{Match, Policy, Status};

/// The counted matches of a document, ready to be asked which of them took a place.
pub(super) struct Winners<'matches> {
    counted: Vec<&'matches Match>,
    longest: u32,
    policy: Policy,
}

impl<'matches> Winners<'matches> {
    /// Takes the matches of a document by first token.
    pub(super) fn new(matches: &'matches [Match], policy: Policy) -> Self {
        let counted: Vec<&Match> = matches.iter().filter(|found| found.status == Status::Counted).collect();
        let longest = counted.iter().map(|found| found.count).max().unwrap_or(0);
        Self { counted, longest, policy }
    }

    /// Returns the match that took the place of a shadowed one: one that covers it before one that
    /// only overlaps, then one of its own column, then the longest, then the first. Cost: a look at
    /// the counted matches close by.
    pub(super) fn of(&self, loser: &Match) -> Option<&'matches Match> {
        let end = loser.first + loser.count;
        let from = loser.first.saturating_sub(self.longest);
        let start = self.counted.partition_point(|found| found.first < from);
        let near = self.counted[start..].iter().copied().take_while(|found| found.first < end);
        near.filter(|found| found.first + found.count > loser.first && self.may_take(found, loser)).min_by_key(
            |found| {
                let covers = found.first <= loser.first && found.first + found.count >= end;
                (!covers, found.column != loser.column, Reverse(found.count), found.first, found.entry)
            },
        )
    }

    /// Returns `true` if, of two matches that overlap, the policy may let one take the place of the
    /// other.
    fn may_take(&self, winner: &Match, loser: &Match) -> bool {
        match self.policy {
            Policy::Independent => winner.column == loser.column,
            // Between columns only what was decided before covers anything: the longer, and of
            // equal length the one before.
            Policy::Longest => {
                winner.column == loser.column
                    || (Reverse(winner.count), winner.first) < (Reverse(loser.count), loser.first)
            }
            // The winner has used up the word with which the loser begins.
            Policy::Liwc => winner.first <= loser.first,
        }
    }
}
