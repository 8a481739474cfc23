//! Counts → how far each one lies from what it would be if all texts spread their matches over the
//! categories alike.
//!
//! Law: each row and each column of a table without empty ones has residuals of both signs or only
//! zeros, and a table of proportional rows has only zeros.
//!
//! The adjusted residual of Haberman (1973, "The analysis of residuals in cross-classified tables",
//! *Biometrics* 29, 205–220, eq. 2.4; Agresti 2013, *Categorical Data Analysis*, 3rd ed., section
//! 3.3.1) is
//!
//! r = (n − m) / √(m · (1 − row / all) · (1 − column / all)), m = row · column / all.
//!
//! Under independence it is close to a standard normal variable where m is not small (5 or more),
//! so that an absolute value of 2 or more is worth a second look. It is a cue for the eye and no
//! test: a table has many cells.
//!
//! ```
//! use tarazy_engine::compare::adjusted_residuals;
//!
//! // Two programmes, two values: the first speaks of freedom (30 of 40), the second of order (25 of 40).
//! let residuals = adjusted_residuals(&[vec![30, 10], vec![15, 25]]);
//! let first = residuals[0][0].unwrap_or_default();
//! assert!((first - 3.38).abs() < 0.01);
//! ```

/// From which absolute value on a residual is shown.
pub const NOTABLE_RESIDUAL: f64 = 2.0;

/// From which absolute value on a residual is shown in full strength.
pub const STRONG_RESIDUAL: f64 = 4.0;

/// Returns the adjusted residual of each count, in the shape of `counts`: rows of equal length.
///
/// A cell has none (`None`) where its row or its column is empty or holds all counts of the table:
/// then there is nothing to compare with. That is so for each cell of a table with one row or one
/// column.
pub fn adjusted_residuals(counts: &[Vec<u64>]) -> Vec<Vec<Option<f64>>> {
    let rows: Vec<u64> = counts.iter().map(|row| row.iter().sum()).collect();
    let width = counts.iter().map(Vec::len).max().unwrap_or(0);
    let columns: Vec<u64> = (0..width).map(|at| counts.iter().filter_map(|row| row.get(at)).sum()).collect();
    let all = rows.iter().sum::<u64>() as f64;
    counts
        .iter()
        .zip(&rows)
        .map(|(row, row_sum)| {
            row.iter().zip(&columns).map(|(count, column_sum)| residual(*count, *row_sum, *column_sum, all)).collect()
        })
        .collect()
}

fn residual(count: u64, row_sum: u64, column_sum: u64, all: f64) -> Option<f64> {
    let (row_sum, column_sum) = (row_sum as f64, column_sum as f64);
    let expected = row_sum * column_sum / all;
    let variance = expected * (1.0 - row_sum / all) * (1.0 - column_sum / all);
    (variance > 0.0).then(|| (count as f64 - expected) / variance.sqrt())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Two rows of thirty: each figure can be followed on paper.
    #[test]
    fn residuals_agree_with_a_hand_calculation() {
        let residuals = adjusted_residuals(&[vec![20, 5, 5], vec![10, 10, 10]]);
        // m = 15, 7.5, 7.5; variance = m · ½ · (½, ¾, ¾).
        let expected = [5.0 / 3.75_f64.sqrt(), -2.5 / 2.812_5_f64.sqrt(), -2.5 / 2.812_5_f64.sqrt()];
        for (own, expected) in residuals[0].iter().zip(expected) {
            assert!(own.is_some_and(|own| (own - expected).abs() < 1e-12), "{own:?} {expected}");
        }
        for (first, second) in residuals[0].iter().zip(&residuals[1]) {
            assert_eq!(first.map(|value| (value * 1e9).round()), second.map(|value| (-value * 1e9).round()));
        }
    }

    #[test]
    fn one_text_has_nothing_to_be_compared_with() {
        assert_eq!(adjusted_residuals(&[vec![3, 4]]), [vec![None, None]]);
        assert_eq!(adjusted_residuals(&[vec![3], vec![4]]), [vec![None], vec![None]]);
        assert_eq!(adjusted_residuals(&[]), Vec::<Vec<Option<f64>>>::new());
    }

    #[test]
    fn an_empty_text_or_category_has_no_residual() {
        let residuals = adjusted_residuals(&[vec![0, 0, 0], vec![5, 0, 1], vec![2, 0, 6]]);
        assert_eq!(residuals[0], [None, None, None]);
        assert_eq!(residuals[1][1], None);
        assert!(residuals[1][0].is_some_and(|value| value > 0.0));
    }

    proptest! {
        #[test]
        fn a_residual_is_a_number_or_none(counts in proptest::collection::vec(proptest::collection::vec(0_u64..1_000, 3), 0..6)) {
            for residual in adjusted_residuals(&counts).into_iter().flatten().flatten() {
                prop_assert!(residual.is_finite());
            }
        }

        #[test]
        fn proportional_texts_have_no_residual(row in proptest::collection::vec(1_u64..100, 2..5), factor in 1_u64..9) {
            let other = row.iter().map(|count| count * factor).collect();
            for residual in adjusted_residuals(&[row, other]).into_iter().flatten() {
                prop_assert!(residual.is_some_and(|residual| residual.abs() < 1e-6));
            }
        }
    }
}
