//! Counts of values → the values that dominate a text.

/// Returns the places of the fewest counts that together hold more than half of all, largest first,
/// each with its share from 0 to 1. Counts equal to the last one taken are taken too, so that order
/// in the table decides nothing; equal counts keep their order. Empty for a text without matches.
///
/// ```
/// // Freedom 2, patriotism 9, justice 7: patriotism alone has exactly half, which is not more than half.
/// assert_eq!(tarazy_engine::compare::dominant(&[2, 9, 7]), [(1, 0.5), (2, 7.0 / 18.0)]);
/// ```
pub fn dominant(counts: &[u64]) -> Vec<(usize, f64)> {
    let total: u64 = counts.iter().sum();
    let mut order: Vec<usize> = (0..counts.len()).filter(|at| counts[*at] > 0).collect();
    order.sort_by_key(|at| std::cmp::Reverse(counts[*at]));
    let mut taken = 0;
    let mut last = 0;
    let is_taken = |at: &usize| {
        let belongs = taken * 2 <= total || counts[*at] == last;
        taken += counts[*at];
        last = counts[*at];
        belongs
    };
    order.into_iter().take_while(is_taken).map(|at| (at, counts[at] as f64 / total as f64)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fewest_values_with_more_than_half_dominate_and_ties_stay_together() {
        let places = |counts: &[u64]| dominant(counts).into_iter().map(|(at, _)| at).collect::<Vec<_>>();
        assert!(places(&[]).is_empty());
        assert!(places(&[0, 0]).is_empty());
        assert_eq!(places(&[5, 0]), [0]);
        assert_eq!(places(&[1, 6, 3]), [1]);
        assert_eq!(places(&[4, 4, 2]), [0, 1]);
        assert_eq!(places(&[2, 2, 2]), [0, 1, 2], "a tie is not cut");
        assert_eq!(places(&[3, 2, 2, 1]), [0, 1, 2]);
    }
}
