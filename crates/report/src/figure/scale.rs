//! The largest value → an axis with round numbers.

/// A scale from 0 to a round number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scale {
    /// Its last number.
    pub(super) top: f64,
    /// The distance of its numbers.
    pub(super) step: f64,
    /// How many digits after the point its numbers have.
    pub(super) decimals: usize,
}

impl Scale {
    /// Makes the scale that holds `largest` with at most `most` steps of 1, 2 or 5 times a power of
    /// ten. Counts have no steps below 1. Without a value above zero it goes to 1.
    pub(super) fn new(largest: f64, most: usize, is_count: bool) -> Self {
        let largest = if largest.is_finite() && largest > 0.0 { largest } else { 1.0 };
        let rough = largest / most.max(1) as f64;
        let mut power = rough.log10().floor();
        let mut step = 10.0_f64.powf(power);
        for factor in [1.0, 2.0, 5.0, 10.0] {
            step = factor * 10.0_f64.powf(power);
            if step >= rough * (1.0 - 1e-9) {
                power += f64::from(u8::from(factor >= 10.0));
                break;
            }
        }
        if is_count && step < 1.0 {
            (step, power) = (1.0, 0.0);
        }
        let top = (largest / step - 1e-9).ceil().max(1.0) * step;
        // Between −6 and 0: measures are at least a ten-thousandth of their unit where they are
        // anything.
        let decimals =
            if power < 0.0 { [1, 2, 3, 4, 5, 6].into_iter().find(|own| f64::from(*own) >= -power) } else { Some(0) };
        Self { top, step, decimals: decimals.map_or(6, |own: u8| usize::from(own)) }
    }

    /// Returns its numbers, from 0 on.
    pub(super) fn numbers(self) -> impl Iterator<Item = f64> {
        (0_u32..).map(move |at| f64::from(at) * self.step).take_while(move |number| *number <= self.top * (1.0 + 1e-9))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_round() {
        let numbers = |largest, most, is_count| {
            let scale = Scale::new(largest, most, is_count);
            (scale.numbers().collect::<Vec<_>>(), scale.decimals)
        };
        assert_eq!(numbers(36.4, 6, false), (vec![0.0, 10.0, 20.0, 30.0, 40.0], 0));
        assert_eq!(numbers(4.0, 4, false), (vec![0.0, 1.0, 2.0, 3.0, 4.0], 0));
        assert_eq!(numbers(0.9, 5, false).1, 1);
        assert_eq!(numbers(2.0, 6, true), (vec![0.0, 1.0, 2.0], 0));
        assert_eq!(numbers(0.0, 6, true), (vec![0.0, 1.0], 0));
        assert_eq!(numbers(f64::NAN, 1, false), (vec![0.0, 1.0], 0));
        assert_eq!(numbers(148.0, 1, true), (vec![0.0, 200.0], 0));
    }
}
