//! How likely a decision is, from six contexts.

use crate::{
    arithmetic::Coder,
    history::{filled, hashed},
};

/// How many contexts are asked.
pub const CONTEXTS: usize = 6;
/// What each context is, as a number.
pub type Contexts = [u32; CONTEXTS];

/// Decisions in a row that have their places in one line of memory.
const LINE: u32 = 4;
/// The check of what a line is about, then the place of each decision, by those before it below a 1: how likely 1 is (12 bits,
/// the highest) and how often it was asked (4).
type Line = [u16; 1 << LINE];
const LINES_BITS: u32 = 19;
const LINES: usize = 1 << LINES_BITS;
const TIMES: u16 = 0xF;
/// 1 comes half the time, never asked.
const FRESH: u16 = 0x8000;

/// Weights are kept apart by how often a context was there.
const TRUST: usize = 4;
type Weights = [[f32; TRUST]; CONTEXTS];
/// Stands for the decisions before the one whether a value is expected.
const EXPECTED: u32 = 0xFFFF;
const FIRST_SETS: usize = 8192;
const SECOND_SETS: usize = 4096;

/// The scale on which contexts are weighed: logarithms of odds, from -12 to 12.
const FARTHEST: f32 = 12.0;
const STEPS: usize = 4096;
const STEPS_A_UNIT: f32 = 170.0;
/// What is likely after all is corrected by what came of it, between points of this scale.
const POINTS: usize = 24;
const POINTS_A_UNIT: f32 = 1.5;

/// What was learned of all contexts.
pub struct Model<C> {
    pub coder: C,
    lines: Box<[Line; LINES]>,
    first: Box<[Weights; FIRST_SETS]>,
    second: Box<[Weights; SECOND_SETS]>,
    corrections: Box<[[u16; 32]; FIRST_SETS]>,
    likely: Box<[f32; STEPS]>,
    odds: Box<[f32; STEPS]>,
    rates: [i32; 1 + TIMES as usize],
    trust: [u8; 1 + TIMES as usize],
}

/// Which weights are asked.
#[derive(Clone, Copy)]
pub struct Sets {
    pub first: usize,
    pub second: usize,
}

impl<C: Coder> Model<C> {
    pub fn new(coder: C) -> Self {
        let likely = likely();
        let odds = odds(&likely);
        let corrections = std::array::from_fn(|point| {
            let odds = (point.min(POINTS) as f32 - POINTS as f32 / 2.0) / POINTS_A_UNIT;
            (likely[step(odds)] * 65_535.0) as u16
        });
        let rate = |times: usize| (32_768.0 / (times as f32 + 1.6)) as i32;
        let trust = |times: usize| match times {
            0..=1 => 0,
            2..=3 => 1,
            4..=12 => 2,
            _ => 3,
        };
        Self {
            coder,
            lines: filled([FRESH; 1 << LINE]),
            first: filled([[0.2; TRUST]; CONTEXTS]),
            second: filled([[0.2; TRUST]; CONTEXTS]),
            corrections: filled(corrections),
            likely,
            odds,
            rates: std::array::from_fn(rate),
            trust: std::array::from_fn(trust),
        }
    }

    /// Codes whether a value is the one expected, which has no decisions after it.
    pub fn decide(&mut self, contexts: &Contexts, sets: Sets, expected: u32, actual: u32) -> u32 {
        let lines = self.lines(contexts, EXPECTED);
        let node = hashed(expected, 1) % ((1 << LINE) - 1) + 1;
        self.bit(&lines, node, sets, actual)
    }

    /// Codes a number of so many bits, the highest first.
    pub fn number(&mut self, contexts: &Contexts, sets: Sets, bits: u32, actual: u32) -> u32 {
        let mut path = 1;
        let mut left = bits;
        while left > 0 {
            let lines = self.lines(contexts, path);
            let now = if left.is_multiple_of(LINE) { LINE } else { left % LINE };
            let mut node = 1;
            for _ in 0..now {
                left -= 1;
                let decision = self.bit(&lines, node, at_node(sets, node), actual >> left & 1);
                node = node << 1 | decision;
                path = path << 1 | decision;
            }
        }
        path & !(u32::MAX.checked_shl(bits).unwrap_or_default())
    }

    /// Codes decisions until `reached` knows what they lead to; it is asked for the decisions below a 1.
    pub fn path(
        &mut self,
        contexts: &Contexts,
        sets: Sets,
        (code, length): (u32, u32),
        reached: impl Fn(u32) -> Option<u32>,
    ) -> u32 {
        let mut path = 1;
        let mut left = length;
        let mut sets = sets;
        loop {
            let lines = self.lines(contexts, path);
            let mut node = 1;
            for _ in 0..LINE {
                left = left.saturating_sub(1);
                let decision = self.bit(&lines, node, at_node(sets, node), code >> left & 1);
                node = node << 1 | decision;
                path = path << 1 | decision;
                if let Some(value) = reached(path) {
                    return value;
                }
            }
            sets.first |= 1 << LINE;
        }
    }

    /// Finds the line of each context; one that was about something else is taken over.
    #[inline]
    fn lines(&mut self, contexts: &Contexts, path: u32) -> [usize; CONTEXTS] {
        contexts.map(|context| {
            let hash = hashed(context, path ^ 0x5BD1_0000);
            let at = (hash >> (u32::BITS - LINES_BITS)) as usize % LINES;
            let check = hash as u16;
            if self.lines[at][0] == check {
                return at;
            }
            // Two lines may be about the same; they lie side by side.
            let beside = at ^ 1;
            if self.lines[beside][0] == check {
                return beside;
            }
            let times = |at: usize| self.lines[at][1] & TIMES;
            let at = if times(beside) < times(at) { beside } else { at };
            let line = &mut self.lines[at];
            *line = [FRESH; 1 << LINE];
            line[0] = check;
            at
        })
    }

    #[inline]
    fn bit(&mut self, lines: &[usize; CONTEXTS], node: u32, sets: Sets, actual: u32) -> u32 {
        let node = node as usize % (1 << LINE);
        let first = &mut self.first[sets.first % FIRST_SETS];
        let second = &mut self.second[sets.second % SECOND_SETS];
        let mut found = [0; CONTEXTS];
        let mut odds = [0.0; CONTEXTS];
        let mut trust = [0; CONTEXTS];
        let (mut by_first, mut by_second) = (0.0, 0.0);
        for context in 0..CONTEXTS {
            let place = self.lines[lines[context] % LINES][node];
            found[context] = place;
            odds[context] = self.odds[(place >> 4) as usize];
            trust[context] = self.trust[(place & TIMES) as usize] as usize % TRUST;
            by_first += odds[context] * first[context][trust[context]];
            by_second += odds[context] * second[context][trust[context]];
        }
        let both = ((by_first + by_second) * 0.5).clamp(-FARTHEST, FARTHEST);

        let point = both.clamp(-7.3, 7.3) * POINTS_A_UNIT + POINTS as f32 / 2.0;
        let below = point as usize;
        let part = point - below as f32;
        let points = &mut self.corrections[sets.first % FIRST_SETS];
        let corrected = f32::from(points[below % 32]) * (1.0 - part) + f32::from(points[(below + 1) % 32]) * part;
        let likely = (self.likely[step(both)] * 32_768.0 + corrected * 0.5) as u32;
        let decision = self.coder.decide(likely.clamp(24, 65_536 - 24), actual);

        let goal = if decision == 1 { 65_535 } else { 0 };
        let point = &mut points[(below + usize::from(part > 0.5)) % 32];
        *point = (i32::from(*point) + (goal - i32::from(*point)) / 64) as u16;
        let missed_by_first = (decision as f32 - self.likely[step(by_first)]) * 0.015;
        let missed_by_second = (decision as f32 - self.likely[step(by_second)]) * 0.005;
        for context in 0..CONTEXTS {
            first[context][trust[context]] += odds[context] * missed_by_first;
            second[context][trust[context]] += odds[context] * missed_by_second;
            let place = found[context];
            let times = place & TIMES;
            let old = i32::from(place & !TIMES);
            let new = old + (((goal - old) * self.rates[times as usize]) >> 15);
            self.lines[lines[context] % LINES][node] = new as u16 & !TIMES | (times + 1).min(TIMES);
        }
        decision
    }
}

#[inline]
fn at_node(sets: Sets, node: u32) -> Sets {
    Sets { first: sets.first + node as usize, second: sets.second }
}

/// Where a number on the scale of odds stands in its table.
#[inline]
fn step(odds: f32) -> usize {
    (odds.clamp(-FARTHEST, FARTHEST) * STEPS_A_UNIT + STEPS as f32 / 2.0) as usize % STEPS
}

/// Returns how likely 1 is by the logarithm of its odds: 1 / (1 + e^-x).
fn likely() -> Box<[f32; STEPS]> {
    // e^(1/170). Powers by multiplication are the same everywhere, those of mathematical libraries are not.
    const ONE_STEP: f64 = 1.005_899_687_952_789_3;
    let mut likely = filled(0.5);
    let mut power = 1.0;
    for step in 0..STEPS / 2 {
        likely[STEPS / 2 + step] = (power / (1.0 + power)) as f32;
        likely[STEPS / 2 - step] = (1.0 / (1.0 + power)) as f32;
        power *= ONE_STEP;
    }
    likely[0] = (1.0 / (1.0 + power)) as f32;
    likely
}

/// Returns the logarithm of the odds of what comes so many times in 4,096, which is the other way round.
fn odds(likely: &[f32; STEPS]) -> Box<[f32; STEPS]> {
    let mut odds = filled(0.0);
    let mut step = 0;
    for (times, odds) in odds.iter_mut().enumerate() {
        let wanted = (times as f32 + 0.5) / STEPS as f32;
        while step + 1 < STEPS && likely[step] < wanted {
            step += 1;
        }
        *odds = (step as f32 - STEPS as f32 / 2.0) / STEPS_A_UNIT;
    }
    odds
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn odds_and_likelihoods_are_those_of_the_formula() {
        let likely = likely();
        for (at, likely) in likely.iter().enumerate() {
            let x = (at as f64 - 2048.0) / f64::from(STEPS_A_UNIT);
            assert!((f64::from(*likely) - 1.0 / (1.0 + (-x).exp())).abs() < 1e-6, "{x}");
        }
        for (times, odds) in odds(&likely).iter().enumerate() {
            let p = (times as f64 + 0.5) / 4096.0;
            assert!((f64::from(*odds) - (p / (1.0 - p)).ln()).abs() < 0.01, "{p}");
        }
    }
}
