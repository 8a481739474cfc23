//! How many matches of something have each status.

use serde::{Deserialize, Serialize};

use crate::matching::Status;

/// Numbers of matches by status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct StatusCounts {
    /// Matches that count.
    pub counted: u64,
    /// Matches that do not count because another match took their place.
    pub shadowed: u64,
    /// Matches that do not count because the lexicon says so.
    pub excluded: u64,
    /// Matches that do not count because they are negated; 0 where the study counts those too.
    pub negated: u64,
}

impl StatusCounts {
    /// Returns the number of matches of any status.
    pub fn total(self) -> u64 {
        self.counted + self.shadowed + self.excluded + self.negated
    }

    /// Adds a match of this status.
    pub(super) fn add(&mut self, status: Status) {
        match status {
            Status::Counted => self.counted += 1,
            Status::Shadowed => self.shadowed += 1,
            Status::Excluded => self.excluded += 1,
            Status::Negated => self.negated += 1,
        }
    }
}
