//! A document's matches with two lexicons → which entries make the difference of each cell.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::{
    change::aspects,
    pairing::Pairing,
    view::{Cause, CauseReason, CellDifference, EntryAspect},
};
use crate::{
    lexicon::{EntryId, Lexicon},
    matching::{Match, Policy, Status},
    study::{named_entry::NamedEntry, open::document::Document, winners::Winners},
    text::{Vocabulary, to_u32},
};

/// Two lexicons with their columns side by side.
pub(super) struct Sides<'study> {
    pub(super) before: &'study Lexicon,
    pub(super) after: &'study Lexicon,
    pub(super) pairing: &'study Pairing,
    /// For each column before and after its place among the pairs of columns.
    pub(super) columns: [&'study [usize]; 2],
    pub(super) policy: Policy,
}

/// An entry of either lexicon, the same number for both its states: first those of the lexicon
/// after.
type Unit = u32;

/// What an entry gains and loses in a cell, and what became of these matches on the other side.
#[derive(Default)]
struct Tally {
    gained: u64,
    lost: u64,
    /// How many matches are lost because the lexicon after excludes them.
    excluded: u64,
    /// How many matches are gained that the lexicon before excluded.
    admitted: u64,
    /// How often each entry of the lexicon after takes the place of a match that is lost.
    covered_by: FxHashMap<EntryId, u64>,
    /// How often each entry of the lexicon before took the place of a match that is gained.
    uncovered_by: FxHashMap<EntryId, u64>,
}

/// Returns the entry that occurs most often, the first of equals.
fn most_frequent(entries: &FxHashMap<EntryId, u64>) -> Option<EntryId> {
    entries.iter().max_by_key(|(id, times)| (**times, Reverse(**id))).map(|(id, _)| *id)
}

impl Sides<'_> {
    /// Fills in counts and causes of the cells of a document; `most` causes are named in each.
    ///
    /// Cost: a few looks at each match of either side.
    pub(super) fn compare(
        &self,
        document: &Document,
        vocabulary: &Vocabulary,
        [before, after]: [&[Match]; 2],
        most: u32,
        cells: &mut [CellDifference],
    ) {
        let mut tallies: FxHashMap<(usize, Unit), Tally> = FxHashMap::default();
        let units = |own: &Match, is_after: bool| if is_after { own.entry.0 } else { self.unit_before(own.entry) };
        for (is_after, own, other) in [(false, before, after), (true, after, before)] {
            let mirror: FxHashMap<(Unit, u32, u32), &Match> =
                other.iter().map(|found| ((units(found, !is_after), found.first, found.count), found)).collect();
            let winners = Winners::new(other, self.policy);
            for found in own.iter().filter(|found| found.status == Status::Counted) {
                let column = self.column(found, is_after);
                let count = document.counts_as(found, vocabulary, self.policy);
                let cell = &mut cells[column];
                let side = if is_after { &mut cell.after } else { &mut cell.before };
                *side = Some(side.unwrap_or(0) + count);
                let unit = units(found, is_after);
                let twin = mirror.get(&(unit, found.first, found.count)).copied();
                let twin_counts = twin.filter(|twin| twin.status == Status::Counted);
                if twin_counts.is_some_and(|twin| self.column(twin, !is_after) == column) {
                    continue;
                }
                let tally = tallies.entry((column, unit)).or_default();
                *(if is_after { &mut tally.gained } else { &mut tally.lost }) += count;
                match twin.map(|twin| (twin.status, winners.of(twin))) {
                    Some((Status::Excluded, _)) => {
                        *(if is_after { &mut tally.admitted } else { &mut tally.excluded }) += 1;
                    }
                    Some((Status::Shadowed, Some(winner))) => {
                        let by = if is_after { &mut tally.uncovered_by } else { &mut tally.covered_by };
                        *by.entry(winner.entry).or_default() += 1;
                    }
                    _ => {}
                }
            }
        }
        let mut causes: Vec<(usize, Unit, Cause)> =
            tallies.into_iter().map(|((column, unit), tally)| (column, unit, self.cause(unit, &tally))).collect();
        causes.sort_unstable_by_key(|(column, unit, cause)| {
            (*column, Reverse(cause.difference().abs()), Reverse(cause.gained), *unit)
        });
        for (column, _, cause) in causes {
            let cell = &mut cells[column];
            if cell.causes.len() < most as usize {
                cell.causes.push(cause);
            } else {
                cell.other_causes += 1;
                cell.other_difference += cause.difference();
            }
        }
    }

    fn column(&self, found: &Match, is_after: bool) -> usize {
        self.columns[usize::from(is_after)][found.column as usize]
    }

    fn unit_before(&self, entry: EntryId) -> Unit {
        let own = self.pairing.entries[entry.0 as usize];
        own.map_or_else(|| to_u32(self.after.entries.len()) + entry.0, |own| own.0)
    }

    fn cause(&self, unit: Unit, tally: &Tally) -> Cause {
        let removed = unit.checked_sub(to_u32(self.after.entries.len())).map(EntryId);
        let after = if removed.is_none() { Some(EntryId(unit)) } else { None };
        let before = removed.or_else(|| self.pairing.origins[unit as usize]);
        let reason = match (before, after) {
            (None, _) => CauseReason::Added,
            (_, None) => CauseReason::Removed,
            (Some(before), Some(after)) => self.reason(before, after, tally),
        };
        let by = match reason {
            CauseReason::Covered => most_frequent(&tally.covered_by).map(|id| NamedEntry::new(self.after, id)),
            CauseReason::Uncovered => most_frequent(&tally.uncovered_by).map(|id| NamedEntry::new(self.before, id)),
            _ => None,
        };
        Cause {
            entry: match removed {
                Some(id) => NamedEntry::new(self.before, id),
                None => NamedEntry::new(self.after, EntryId(unit)),
            },
            is_after: after.is_some(),
            reason,
            gained: tally.gained,
            lost: tally.lost,
            by,
        }
    }

    fn reason(&self, before: EntryId, after: EntryId, tally: &Tally) -> CauseReason {
        let (old, new) = (&self.before[before], &self.after[after]);
        if aspects(old, new, &self.pairing.categories).iter().any(EntryAspect::moves_counts) {
            return CauseReason::Changed;
        }
        if self.before[old.category].path != self.after[new.category].path {
            return CauseReason::Renamed;
        }
        // The reason of most matches on the side that decides; of equals, the one that names an entry.
        let reasons = [
            (CauseReason::Excluded, tally.excluded, tally.lost),
            (CauseReason::Admitted, tally.admitted, tally.gained),
            (CauseReason::Uncovered, tally.uncovered_by.values().sum(), tally.gained),
            (CauseReason::Covered, tally.covered_by.values().sum(), tally.lost),
        ];
        let most = reasons.into_iter().max_by_key(|(_, matches, side)| (*matches > 0, *side, *matches));
        most.map_or(CauseReason::Covered, |(reason, ..)| reason)
    }
}
