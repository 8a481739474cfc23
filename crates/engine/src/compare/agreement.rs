//! Judgements of two coders on the same items → how far they agree beyond chance.
//!
//! Cohen's kappa (Cohen 1960, "A coefficient of agreement for nominal scales", *Educational and
//! Psychological Measurement* 20, 37–46) is (pₒ − pₑ) / (1 − pₑ), with pₒ the share of items on
//! which both agree and pₑ = Σ p₁ₖ p₂ₖ, the share expected of two coders who use each label as
//! often as these do. Krippendorff's alpha for nominal data (Krippendorff 2004, *Content Analysis*,
//! 2nd ed., chapter 11) is 1 − Dₒ / Dₑ, with the disagreement expected where the labels of both
//! coders together are drawn without replacement: Dₑ = 1 − Σ nₖ (nₖ − 1) / n (n − 1) for n labels.
//!
//! ```
//! use tarazy_engine::compare::agreement;
//!
//! // Two coders on five matches; they differ on one.
//! let agreement = agreement(&[("yes", "yes"), ("yes", "yes"), ("no", "no"), ("no", "yes"), ("yes", "yes")]);
//! assert_eq!((agreement.items, agreement.agreed), (5, 4));
//! // pₒ = 0.8, pₑ = 0.6 · 0.8 + 0.4 · 0.2 = 0.56.
//! assert!(agreement.kappa.is_some_and(|kappa| (kappa - 0.24 / 0.44).abs() < 1e-12));
//! ```

use std::collections::BTreeMap;

/// How far two coders agree.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Agreement {
    /// Number of items that both judged.
    pub items: u64,
    /// Number of those on which they agree.
    pub agreed: u64,
    /// Cohen's kappa: 1 for full agreement, 0 for as much as chance gives, below 0 for less. `None`
    /// for no items, and where both coders gave one and the same label to all: then chance alone
    /// gives full agreement, and nothing is known of the coders.
    pub kappa: Option<f64>,
    /// Krippendorff's alpha, with the same meaning; `None` in the same cases.
    pub alpha: Option<f64>,
}

impl Agreement {
    /// Returns the share of items on which both agree, from 0 to 1; `None` for no items.
    pub fn share(&self) -> Option<f64> {
        (self.items > 0).then(|| self.agreed as f64 / self.items as f64)
    }
}

/// Compares the labels that two coders gave to the same items, a pair an item. Labels are nominal:
/// those that differ differ alike.
pub fn agreement<Label: Ord>(pairs: &[(Label, Label)]) -> Agreement {
    let mut given: BTreeMap<&Label, (u64, u64)> = BTreeMap::new();
    let mut agreed = 0_u64;
    for (first, second) in pairs {
        given.entry(first).or_default().0 += 1;
        given.entry(second).or_default().1 += 1;
        agreed += u64::from(first == second);
    }
    let items = pairs.len() as u64;
    let number = items as f64;
    let share = agreed as f64 / number;
    let is_defined = items > 0 && given.len() > 1;
    let by_chance: f64 = given.values().map(|(first, second)| *first as f64 * *second as f64).sum();
    let by_chance = by_chance / (number * number);
    let same: f64 = given.values().map(|(first, second)| (first + second) as f64 * (first + second - 1) as f64).sum();
    let expected = 1.0 - same / (2.0 * number * (2.0 * number - 1.0));
    Agreement {
        items,
        agreed,
        kappa: is_defined.then(|| (share - by_chance) / (1.0 - by_chance)),
        alpha: is_defined.then(|| 1.0 - (1.0 - share) / expected),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Fleiss, Levin and Paik (2003), *Statistical Methods for Rates and Proportions*, 3rd ed.,
    /// table 18.1: 100 patients, two raters, three diagnoses.
    #[test]
    fn kappa_agrees_with_the_literature() {
        let counts = [[75, 1, 4], [5, 4, 1], [0, 0, 10]];
        let mut pairs = Vec::new();
        for (first, row) in counts.iter().enumerate() {
            for (second, count) in row.iter().enumerate() {
                pairs.extend(std::iter::repeat_n((first, second), *count));
            }
        }
        let found = agreement(&pairs);
        assert_eq!((found.items, found.agreed), (100, 89));
        assert!(found.kappa.is_some_and(|kappa| (kappa - 0.23 / 0.34).abs() < 1e-12), "{found:?}");
    }

    /// Krippendorff (2011), "Computing Krippendorff's alpha-reliability", examples A and B.
    #[test]
    fn alpha_agrees_with_the_literature() {
        let alpha = |first: &str, second: &str| {
            let pairs: Vec<(char, char)> = first.chars().zip(second.chars()).collect();
            agreement(&pairs).alpha.map(|alpha| (alpha * 1_000.0).round())
        };
        assert_eq!(alpha("0100000010", "1110010000"), Some(95.0));
        assert_eq!(alpha("aabbdcccedda", "babbbccceddd"), Some(692.0));
    }

    #[test]
    fn coders_who_give_one_label_have_no_kappa() {
        for pairs in [&[][..], &[('y', 'y')], &[('y', 'y'), ('y', 'y'), ('y', 'y')]] {
            let found = agreement(pairs);
            assert_eq!((found.kappa, found.alpha), (None, None));
            assert_eq!(found.share(), (!pairs.is_empty()).then_some(1.0));
        }
    }

    #[test]
    fn full_disagreement_is_below_chance() {
        let found = agreement(&[('y', 'n'), ('n', 'y')]);
        assert_eq!((found.kappa, found.agreed), (Some(-1.0), 0));
        assert!(found.alpha.is_some_and(|alpha| alpha < 0.0));
        // One coder gives one label: chance gives as much.
        assert_eq!(agreement(&[('y', 'y'), ('y', 'n')]).kappa, Some(0.0));
    }

    proptest! {
        #[test]
        fn coefficients_are_at_most_one_and_do_not_depend_on_who_is_first(
            pairs in proptest::collection::vec((0_u8..3, 0_u8..3), 0..60),
        ) {
            let found = agreement(&pairs);
            let turned: Vec<(u8, u8)> = pairs.iter().map(|(first, second)| (*second, *first)).collect();
            let other = agreement(&turned);
            for (own, other) in [(found.kappa, other.kappa), (found.alpha, other.alpha)] {
                prop_assert_eq!(own.is_some(), other.is_some());
                if let (Some(own), Some(other)) = (own, other) {
                    prop_assert!(own.is_finite() && own <= 1.0 && (own - other).abs() < 1e-12);
                    prop_assert_eq!(found.agreed == found.items, own >= 1.0);
                }
            }
        }
    }
}
