//! Successes among trials → the interval in which their true proportion lies.
//!
//! The score interval of Wilson (1927, "Probable inference, the law of succession, and statistical
//! inference", *Journal of the American Statistical Association* 22, 209–212) without correction
//! for continuity:
//!
//! (p + z²/2n ± z · √(p(1 − p)/n + z²/4n²)) / (1 + z²/n).
//!
//! It stays within 0 and 1 and has a width where p is 0 or 1, as the usual interval p ± z · √(p(1 −
//! p)/n) has not, and holds what it promises in small samples (Newcombe 1998, "Two-sided confidence
//! intervals for the single proportion", *Statistics in Medicine* 17, 857–872).
//!
//! ```
//! use tarazy_engine::compare::wilson_interval;
//!
//! // 15 of 20 matches that a coder read were what the category means.
//! let (low, high) = wilson_interval(15, 20).unwrap_or_default();
//! assert!((low - 0.531).abs() < 0.001 && (high - 0.888).abs() < 0.001);
//! ```

/// The 0.975 point of the standard normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// Returns the lower and the upper end of the 95 % interval of a proportion.
///
/// Range: 0 to 1, with the proportion itself between the ends; 0 exactly where nothing succeeded
/// and 1 exactly where all did. `None` for no trials, and for more successes than trials.
pub fn wilson_interval(successes: u64, trials: u64) -> Option<(f64, f64)> {
    if trials == 0 || successes > trials {
        return None;
    }
    let number = trials as f64;
    let share = successes as f64 / number;
    let half_width = Z * (share * (1.0 - share) / number + Z * Z / (4.0 * number * number)).sqrt();
    let end = |offset: f64| ((share + Z * Z / (2.0 * number) + offset) / (1.0 + Z * Z / number)).clamp(0.0, 1.0);
    let low = if successes == 0 { 0.0 } else { end(-half_width) };
    let high = if successes == trials { 1.0 } else { end(half_width) };
    Some((low, high))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Newcombe (1998), Table I, method 3.
    #[test]
    fn intervals_agree_with_those_of_the_literature() {
        let published = [
            ((81, 263), (0.2553, 0.3662)),
            ((15, 148), (0.0624, 0.1605)),
            ((0, 20), (0.0, 0.1611)),
            ((1, 29), (0.0061, 0.1718)),
        ];
        for ((successes, trials), (low, high)) in published {
            let own = wilson_interval(successes, trials).unwrap();
            assert!((own.0 - low).abs() < 5e-5 && (own.1 - high).abs() < 5e-5, "{successes} of {trials}: {own:?}");
        }
    }

    #[test]
    fn nothing_tried_has_no_interval() {
        assert_eq!(wilson_interval(0, 0), None);
        assert_eq!(wilson_interval(3, 2), None);
    }

    proptest! {
        #[test]
        fn an_interval_holds_its_proportion(trials in 1_u64..1_000_000, drawn in 0_u64..1_000_000) {
            let successes = drawn % (trials + 1);
            let share = successes as f64 / trials as f64;
            let (low, high) = wilson_interval(successes, trials).unwrap();
            prop_assert!(0.0 <= low && low <= share && share <= high && high <= 1.0 && low < high);
            // What did not succeed is within the mirrored interval.
            let (other_low, other_high) = wilson_interval(trials - successes, trials).unwrap();
            prop_assert!((low + other_high - 1.0).abs() < 1e-9 && (high + other_low - 1.0).abs() < 1e-9);
        }
    }
}
