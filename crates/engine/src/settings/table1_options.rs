//! What Table 1 names.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

/// Which topics Table 1 names as special content, and which categories as dominant values. It
/// changes no count.
///
/// A topic is special content of a text where it has at least `special_matches` matches and at
/// least `special_rate` of them per 1,000 words; both limits are included. The dominant values are
/// the fewest ranked categories that together hold more than half of all matches of ranked
/// categories; none is named where these are fewer than `dominant_matches`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Table1Options {
    /// Whether topics are ranked together with the values, so that one may be among the dominant
    /// values.
    pub topics_compete: bool,
    /// The least rate of special content, in matches per 1,000 words; 0 for no limit.
    pub special_rate: u32,
    /// The least number of matches of special content; 1 for no limit.
    pub special_matches: u32,
    /// The least number of matches of all ranked categories together on which dominant values rest;
    /// 1 for no limit.
    pub dominant_matches: u32,
}

impl Table1Options {
    /// The rates that may be a limit, in matches per 1,000 words.
    pub const RATES: RangeInclusive<u32> = 0..=1_000;
    /// The numbers of matches that may be a limit.
    pub const MATCHES: RangeInclusive<u32> = 1..=1_000_000;

    /// What holds where a recipe, project file or record states nothing, as those from before there
    /// were limits: every topic that occurs is special content, values alone are ranked, and the
    /// dominant ones are named however few the matches are.
    pub const fn unstated() -> Self {
        Self { topics_compete: false, special_rate: 0, special_matches: 1, dominant_matches: 1 }
    }

    /// Returns the options as a recipe has them, a key and a value each: `special_rate = 10`.
    pub fn settings(&self) -> [String; 4] {
        [
            format!("topics_compete = {}", self.topics_compete),
            format!("special_rate = {}", self.special_rate),
            format!("special_matches = {}", self.special_matches),
            format!("dominant_matches = {}", self.dominant_matches),
        ]
    }
}

impl Default for Table1Options {
    /// What a new study begins with; `docs/decisions.md` gives the reasons (D140, D141).
    fn default() -> Self {
        Self { topics_compete: true, special_rate: 10, special_matches: 5, dominant_matches: 20 }
    }
}
