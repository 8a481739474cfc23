//! Groups of candidates that share words: what happens in one has no effect on another.

use super::candidate::Candidate;

/// Splits candidates, sorted by first token, into runs in which each overlaps the ones before it,
/// and hands each run to `each` with the tokens from its first to its last.
pub(super) fn islands(candidates: &[Candidate], mut each: impl FnMut(&[Candidate], std::ops::Range<u32>)) {
    let mut start = 0;
    while let Some(leader) = candidates.get(start) {
        let mut end = leader.end();
        let mut stop = start + 1;
        while let Some(next) = candidates.get(stop).filter(|next| next.first < end) {
            end = end.max(next.end());
            stop += 1;
        }
        each(&candidates[start..stop], leader.first..end);
        start = stop;
    }
}
