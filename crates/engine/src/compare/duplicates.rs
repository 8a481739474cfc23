//! Texts as sequences of words → which of them are copies of others.
//!
//! Two texts are the same by their bytes, or by their words in their order, as where one is the other
//! in another encoding or format; or one is nearly a copy of the other, by the share of their
//! sequences of five words that they have in common (Broder, "On the resemblance and containment of
//! documents", 1997). The share is Broder's containment: the common sequences over those of the text
//! that has fewer, so that a chapter is found in its book.
//!
//! What is left aside, so that time and memory are linear in the words:
//!
//! - Texts of fewer than [`LEAST_WORDS`] words are compared as wholes only.
//! - A sequence in more than [`MOST_TEXTS`] texts is a phrase of the trade, such as the head of a law;
//!   it counts for no text.
//! - Of a text with more than [`WHOLE_WORDS`] words every second, fourth … sequence is looked at, by
//!   the last bits of its hash (Broder's sampling "mod m"), and of all texts together no more than
//!   [`MOST_SEQUENCES`]. A share of fewer than [`LEAST_SEQUENCES`] sequences is not computed.
//!
//! Law: without these bounds the pairs are those that a comparison of each text with each other finds.
//! Sequences are compared by hashes of 64 bits, so that a wrong common sequence is expected in one of
//! a million studies of four million words.

use std::{
    cmp::Ordering,
    collections::HashMap,
    hash::{Hash, Hasher},
};

use rustc_hash::{FxHashMap, FxHasher};
use serde::{Deserialize, Serialize};

/// Texts with fewer words are compared as wholes only.
pub const LEAST_WORDS: usize = 50;
/// Number of words of a sequence.
const SEQUENCE_WORDS: usize = 5;
/// The share of common sequences from which on a text is nearly a copy.
pub const LEAST_SHARE: f64 = 0.5;
/// A sequence in more texts counts for none.
const MOST_TEXTS: usize = 50;
/// All sequences of a text with as many words are looked at.
const WHOLE_WORDS: usize = 20_000;
/// How many sequences of all texts are looked at.
const MOST_SEQUENCES: usize = 4 << 20;
/// A share of fewer sequences is not computed.
const LEAST_SEQUENCES: u32 = 32;
/// Bits of a hash that decide whether a sequence is looked at.
const LEVELS: usize = 24;

/// Two texts of which one is a copy of the other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Duplicate {
    /// The place of the one that stands first.
    pub earlier: usize,
    /// The place of the other.
    pub later: usize,
    /// What they have in common.
    pub kind: DuplicateKind,
}

/// What two texts have in common.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum DuplicateKind {
    /// All bytes.
    SameBytes,
    /// All words in their order.
    SameWords,
    /// This share of the sequences of five words, from [`LEAST_SHARE`] to 1.
    NearCopy(f64),
}

impl DuplicateKind {
    /// Returns the share of common sequences in percent, rounded down; 100 for the same text.
    pub fn percent(self) -> u8 {
        match self {
            Self::SameBytes | Self::SameWords => 100,
            Self::NearCopy(share) => (0..=100).rev().find(|percent| f64::from(*percent) <= share * 100.0).unwrap_or(0),
        }
    }

    /// Orders kinds, the same bytes first, then by share.
    pub fn by_closeness(&self, other: &Self) -> Ordering {
        let rank = |kind: &Self| match kind {
            Self::SameBytes => (0, 0.0),
            Self::SameWords => (1, 0.0),
            Self::NearCopy(share) => (2, -share),
        };
        rank(self).partial_cmp(&rank(other)).unwrap_or(Ordering::Equal)
    }
}

/// Returns the pairs of texts of which one is a copy of the other, in the order of the later one.
///
/// `hashes` are those of the bytes of the texts; `words` returns the words of the text at a place. A
/// text that is the same as one before it is paired with the first such text, and with no other. A text
/// without words is a copy of none.
///
/// Cost: linear in words; a text is nearly a copy of at most `2 * MOST_TEXTS` that
/// have no fewer sequences.
pub fn duplicates<Words: Iterator<Item = u32>>(hashes: &[&str], words: impl Fn(usize) -> Words) -> Vec<Duplicate> {
    let mut found = Vec::new();
    let mut by_bytes: HashMap<&str, usize> = HashMap::new();
    let mut by_words: FxHashMap<(u64, usize), Vec<usize>> = FxHashMap::default();
    // Texts that are the same as none before them, with their numbers of words.
    let mut distinct: Vec<(usize, usize)> = Vec::new();
    for (at, hash) in hashes.iter().enumerate() {
        let key = whole(words(at));
        if key.1 == 0 {
            continue;
        }
        if let Some(earlier) = by_bytes.get(hash) {
            found.push(Duplicate { earlier: *earlier, later: at, kind: DuplicateKind::SameBytes });
            continue;
        }
        by_bytes.insert(hash, at);
        let alike = by_words.entry(key).or_default();
        if let Some(earlier) = alike.iter().find(|earlier| words(**earlier).eq(words(at))) {
            found.push(Duplicate { earlier: *earlier, later: at, kind: DuplicateKind::SameWords });
            continue;
        }
        alike.push(at);
        distinct.push((at, key.1));
    }
    distinct.retain(|(_, words)| *words >= LEAST_WORDS);
    found.extend(near_copies(&distinct, words));
    found.sort_by_key(|pair| (pair.later, pair.earlier));
    found
}

/// Returns a hash of all words, and their number.
fn whole(words: impl Iterator<Item = u32>) -> (u64, usize) {
    let mut hasher = FxHasher::default();
    let mut count = 0;
    for word in words {
        word.hash(&mut hasher);
        count += 1;
    }
    (hasher.finish(), count)
}

/// A sequence of words as its hash, and the text that has it, as its place in the list of texts.
type Place = (u64, u32);

/// Returns the near copies among texts, given as places with their numbers of words.
fn near_copies<Words: Iterator<Item = u32>>(
    texts: &[(usize, usize)],
    words: impl Fn(usize) -> Words,
) -> Vec<Duplicate> {
    if texts.len() < 2 {
        return Vec::new();
    }
    let mut levels: Vec<usize> = texts.iter().map(|(_, words)| level(*words, WHOLE_WORDS)).collect();
    let looked_at =
        |levels: &[usize]| -> usize { texts.iter().zip(levels).map(|((_, words), own)| words >> own).sum() };
    let common = level(looked_at(&levels), MOST_SEQUENCES);
    for own in &mut levels {
        *own = (*own).max(common);
    }
    let mut places: Vec<Place> = Vec::with_capacity(looked_at(&levels) + texts.len());
    for (text, ((at, _), level)) in (0..).zip(texts.iter().zip(&levels)) {
        let is_in = |hash: &u64| hash.trailing_zeros() as usize >= *level;
        places.extend(sequences(words(*at)).filter(is_in).map(|hash| (hash, text)));
    }
    let Common { pairs, sizes } = Common::of(places, texts.len());
    let near = pairs.into_iter().filter_map(|((one, other), shared)| {
        let level = levels[one as usize].max(levels[other as usize]);
        let smaller = sizes[one as usize][level].min(sizes[other as usize][level]);
        let share = f64::from(shared) / f64::from(smaller.max(1));
        let is_near = smaller >= LEAST_SEQUENCES && share >= LEAST_SHARE;
        let [earlier, later] = [one, other].map(|text| texts[text as usize].0);
        is_near.then_some(Duplicate { earlier, later, kind: DuplicateKind::NearCopy(share) })
    });
    near.collect()
}

/// Returns how often a number must be halved to be at most `most`.
fn level(number: usize, most: usize) -> usize {
    (0..LEVELS - 1).find(|level| number >> level <= most).unwrap_or(LEVELS - 1)
}

/// Returns the hash of each sequence of five words.
fn sequences(words: impl Iterator<Item = u32>) -> impl Iterator<Item = u64> {
    let mut last = [0_u32; SEQUENCE_WORDS];
    words.enumerate().filter_map(move |(at, word)| {
        last.rotate_left(1);
        last[SEQUENCE_WORDS - 1] = word;
        (at + 1 >= SEQUENCE_WORDS).then(|| mixed(&last))
    })
}

/// Returns a hash of which every bit depends on every word (the finish of `MurmurHash3`).
fn mixed(words: &[u32]) -> u64 {
    let mut hash = words
        .iter()
        .fold(0_u64, |hash, word| (hash.rotate_left(23) ^ u64::from(*word)).wrapping_mul(0x9E37_79B9_7F4A_7C15));
    for factor in [0xFF51_AFD7_ED55_8CCD, 0xC4CE_B9FE_1A85_EC53] {
        hash = (hash ^ (hash >> 33)).wrapping_mul(factor);
    }
    hash ^ (hash >> 33)
}

/// Returns the last level at which a sequence is looked at.
fn level_of(hash: u64) -> usize {
    (hash.trailing_zeros() as usize).min(LEVELS - 1)
}

/// Which hashes stand only once in a list. A hash may be taken for a repeated one, never the reverse.
struct Once {
    /// How many hashes begin with the same bits, up to 2.
    counts: Vec<u8>,
    shift: u32,
}

impl Once {
    fn of(places: &[Place]) -> Self {
        let bits = (places.len() * 4).next_power_of_two().trailing_zeros().max(1);
        let mut once = Self { counts: vec![0; 1 << bits], shift: u64::BITS - bits };
        for (hash, _) in places {
            let slot = once.slot(*hash);
            once.counts[slot] = (once.counts[slot] + 1).min(2);
        }
        once
    }

    fn holds(&self, hash: u64) -> bool {
        self.counts[self.slot(hash)] == 1
    }

    fn slot(&self, hash: u64) -> usize {
        usize::try_from(hash >> self.shift).expect("there are as many slots as such numbers")
    }
}

/// Puts sequences with the same hash side by side, in the order of their texts, in which they come. Cost:
/// linear (by digits of 16 bits, the last first: Knuth, "The Art of Computer Programming", volume 3,
/// 5.2.5). A sort by comparisons would be most of the work where texts repeat themselves.
fn side_by_side(mut places: Vec<Place>) -> Vec<Place> {
    let mut sorted = vec![(0, 0); places.len()];
    for shift in [32, 48] {
        let digit = |place: &Place| usize::try_from((place.0 >> shift) & 0xffff).expect("16 bits fit everywhere");
        let mut ends = vec![0_usize; 1 << u16::BITS];
        for place in &places {
            ends[digit(place)] += 1;
        }
        let mut sum = 0;
        for end in &mut ends {
            sum += std::mem::replace(end, sum);
        }
        for place in &places {
            let end = &mut ends[digit(place)];
            sorted[*end] = *place;
            *end += 1;
        }
        std::mem::swap(&mut places, &mut sorted);
    }
    // Few hashes have the same first half and not the same second one.
    for run in places.chunk_by_mut(|one, next| one.0 >> 32 == next.0 >> 32) {
        if !run.is_sorted() {
            run.sort_unstable();
        }
    }
    places
}

/// What texts have in common.
struct Common {
    /// How many sequences two texts share; the one that stands first is named first.
    pairs: FxHashMap<(u32, u32), u32>,
    /// How many sequences each text has at each level.
    sizes: Vec<[u32; LEVELS]>,
}

impl Common {
    /// Counts over the sequences of texts. Most of them stand in one text once: they are counted without
    /// being sorted, which is most of the work.
    fn of(mut places: Vec<Place>, texts: usize) -> Self {
        let mut common = Self { pairs: FxHashMap::default(), sizes: vec![[0; LEVELS]; texts] };
        let once = Once::of(&places);
        places.retain(|(hash, text)| {
            let is_once = once.holds(*hash);
            common.sizes[*text as usize][level_of(*hash)] += u32::from(is_once);
            !is_once
        });
        let mut places = side_by_side(places);
        places.dedup();
        for run in places.chunk_by(|one, next| one.0 == next.0).filter(|run| run.len() <= MOST_TEXTS) {
            let level = level_of(run[0].0);
            for (at, (_, text)) in run.iter().enumerate() {
                common.sizes[*text as usize][level] += 1;
                for (_, later) in &run[at + 1..] {
                    *common.pairs.entry((*text, *later)).or_default() += 1;
                }
            }
        }
        // What is in at a level is in at each one below.
        for sizes in &mut common.sizes {
            for level in (0..LEVELS - 1).rev() {
                sizes[level] += sizes[level + 1];
            }
        }
        common
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

    fn found(texts: &[Vec<u32>]) -> Vec<Duplicate> {
        let hashes: Vec<String> = (0..texts.len()).map(|at| at.to_string()).collect();
        let hashes: Vec<&str> = hashes.iter().map(String::as_str).collect();
        duplicates(&hashes, |at| texts[at].iter().copied())
    }

    /// Compares each text with each other.
    fn naive(texts: &[Vec<u32>]) -> Vec<Duplicate> {
        let sets: Vec<HashSet<&[u32]>> = texts.iter().map(|text| text.windows(SEQUENCE_WORDS).collect()).collect();
        let mut pairs = Vec::new();
        let first = |at: usize| (0..at).find(|earlier| texts[*earlier] == texts[at]);
        for later in 0..texts.len() {
            if texts[later].is_empty() {
                continue;
            }
            if let Some(earlier) = first(later) {
                pairs.push(Duplicate { earlier, later, kind: DuplicateKind::SameWords });
                continue;
            }
            for earlier in (0..later).filter(|earlier| first(*earlier).is_none()) {
                if texts[earlier].len().min(texts[later].len()) < LEAST_WORDS {
                    continue;
                }
                let (one, other) = (&sets[earlier], &sets[later]);
                let smaller = one.len().min(other.len());
                let share = one.intersection(other).count() as f64 / smaller as f64;
                if smaller >= LEAST_SEQUENCES as usize && share >= LEAST_SHARE {
                    pairs.push(Duplicate { earlier, later, kind: DuplicateKind::NearCopy(share) });
                }
            }
        }
        pairs
    }

    /// Texts cut from a few sources, so that many have passages in common.
    fn texts() -> impl Strategy<Value = Vec<Vec<u32>>> {
        let source = |start: u32| (0..200).map(move |word| start + word * 7 % 113);
        let piece = (0..4_u32, 0..150_usize, 0..120_usize);
        let text = prop::collection::vec(piece, 0..4).prop_map(move |pieces| {
            pieces.into_iter().flat_map(|(own, from, len)| source(own * 40).skip(from).take(len)).collect()
        });
        prop::collection::vec(text, 0..9)
    }

    proptest! {
        #[test]
        fn pairs_are_those_of_comparing_each_with_each(texts in texts()) {
            prop_assert_eq!(found(&texts), naive(&texts));
        }
    }

    #[test]
    fn equal_hashes_stand_side_by_side_in_the_order_of_texts() {
        let hashes = [5 << 48, (1 << 32) + 5, (1 << 32) + 3, 3, u64::MAX, 1 << 32];
        let places: Vec<Place> = (0..4).flat_map(|text| hashes.map(|hash| (hash, text))).collect();
        let mut expected = places.clone();
        expected.sort_unstable();
        assert_eq!(side_by_side(places), expected);
    }

    #[test]
    fn the_same_bytes_are_said_once() {
        let text = || 0..60_u32;
        let pairs = duplicates(&["a", "b", "a", "a"], |_| text());
        let kinds: Vec<_> = pairs.iter().map(|pair| (pair.earlier, pair.later, pair.kind)).collect();
        use DuplicateKind::{SameBytes, SameWords};
        assert_eq!(kinds, [(0, 1, SameWords), (0, 2, SameBytes), (0, 3, SameBytes)]);
        assert!(duplicates(&["a", "a"], |_| 0..0_u32).is_empty(), "nothing is a copy of nothing");
    }

    #[test]
    fn a_short_text_is_compared_as_a_whole() {
        let text = |words: u32, last: u32| (0..words).chain([last]).collect::<Vec<_>>();
        assert!(found(&[text(48, 90), text(48, 91)]).is_empty());
        assert_eq!(found(&[text(60, 90), text(60, 91)]).len(), 1);
        assert_eq!(found(&[vec![1], vec![1]]).len(), 1);
    }

    #[test]
    fn a_passage_that_all_texts_have_makes_no_copies() {
        let passage: Vec<u32> = (0..100).collect();
        let texts: Vec<Vec<u32>> = (0..60_u32)
            .map(|at| passage.iter().copied().chain((0..80).map(|word| 1_000 * (at + 1) + word)).collect())
            .collect();
        assert_eq!(naive(&texts).len(), 60 * 59 / 2);
        assert!(found(&texts).is_empty());
    }

    #[test]
    fn long_texts_are_compared_by_a_sample() {
        let long = |start: u32| (0..90_000_u32).map(move |word| start + word);
        let half = long(0).take(60_000).chain(long(500_000).take(30_000));
        let texts =
            [long(0).collect(), half.collect(), long(0).skip(500).take(3_000).collect(), long(900_000).collect()];
        let pairs = found(&texts);
        let shares: Vec<_> = pairs
            .iter()
            .filter_map(|pair| match pair.kind {
                DuplicateKind::NearCopy(share) => Some((pair.earlier, pair.later, share)),
                _ => None,
            })
            .collect();
        assert_eq!(shares.iter().map(|(one, other, _)| (*one, *other)).collect::<Vec<_>>(), [(0, 1), (0, 2), (1, 2)]);
        let expected = [2.0 / 3.0, 1.0, 1.0];
        let is_near = |((_, _, share), expected): (&(usize, usize, f64), f64)| (share - expected).abs() < 0.02;
        assert!(shares.iter().zip(expected).all(is_near), "{shares:?}");
    }
}
