//! Counts of words in a text and in others → the words that set it apart.
//!
//! The measure is the log-likelihood ratio G² of Dunning (1993, "Accurate methods for the
//! statistics of surprise and coincidence", *Computational Linguistics* 19, 61–74) in the form of
//! Rayson and Garside (2000, "Comparing corpora using frequency profiling"): G² = 2 · Σ o · ln(o /
//! e) over both texts, with e the words that each would have if both used the word equally often. A
//! cell of zero adds nothing.

/// A word is looked at from this count on: below it G² says little.
const MIN_COUNT: u64 = 3;
/// The 0.001 point of the chi-square distribution with one degree of freedom.
const THRESHOLD: f64 = 10.828;

/// Returns G² for a word that stands `here` times among `words_here` words and `there` times among
/// `words_there`.
///
/// Range: 0 and above; 0 where a text has no words.
///
/// ```
/// // Hand calculation: e = 15 and 15; 2 · (20 ln(20/15) + 10 ln(10/15)) = 3.398.
/// let g2 = tarazy_engine::compare::log_likelihood(20, 1000, 10, 1000);
/// assert!((g2 - 3.398).abs() < 0.001);
/// ```
pub fn log_likelihood(here: u64, words_here: u64, there: u64, words_there: u64) -> f64 {
    if words_here == 0 || words_there == 0 {
        return 0.0;
    }
    let rate = (here + there) as f64 / (words_here + words_there) as f64;
    let term = |count: u64, words: u64| {
        if count == 0 { 0.0 } else { count as f64 * (count as f64 / (rate * words as f64)).ln() }
    };
    (2.0 * (term(here, words_here) + term(there, words_there))).max(0.0)
}

/// Returns up to `limit` items that are more frequent here than there, strongest first, each with
/// its G².
///
/// `counts` yields an item with its count in the text and in the rest. Left out are items with
/// fewer than three occurrences here and those whose G² is below 10.828 (p < 0.001); equal values
/// are ordered by item, so that the result is the same each time.
pub fn keywords<T: Ord + Clone>(
    counts: impl Iterator<Item = (T, u64, u64)>,
    words_here: u64,
    words_there: u64,
    limit: usize,
) -> Vec<(T, u64, u64, f64)> {
    let mut found: Vec<(T, u64, u64, f64)> = counts
        .filter(|(_, here, there)| {
            *here >= MIN_COUNT
                && u128::from(*here) * u128::from(words_there) > u128::from(*there) * u128::from(words_here)
        })
        .map(|(item, here, there)| (item, here, there, log_likelihood(here, words_here, there, words_there)))
        .filter(|(.., g2)| *g2 >= THRESHOLD)
        .collect();
    found.sort_by(|left, right| right.3.total_cmp(&left.3).then_with(|| left.0.cmp(&right.0)));
    found.truncate(limit);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_and_equal_texts_set_nothing_apart() {
        assert!(log_likelihood(0, 0, 5, 100).abs() < f64::EPSILON);
        assert!(log_likelihood(5, 100, 5, 100).abs() < 1e-12);
        assert!(keywords([("сөз", 5, 5)].into_iter(), 100, 100, 9).is_empty());
        assert!(keywords([("сөз", 50, 0)].into_iter(), 100, 0, 9).is_empty());
    }

    #[test]
    fn the_strongest_word_comes_first() {
        let found = keywords([("су", 20, 1), ("жер", 40, 1), ("ел", 2, 0)].into_iter(), 1000, 1000, 9);
        assert_eq!(found.iter().map(|found| found.0).collect::<Vec<_>>(), ["жер", "су"]);
    }
}
