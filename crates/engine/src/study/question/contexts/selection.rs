//! Lines → those that are asked for, in the order that is asked for.
//!
//! Laws: the lines of a selection are among those of the column, each at most once; the order of two
//! lines does not depend on which others are chosen; lines that do not differ stay in the order
//! of their texts and places; the same seed draws the same sample on every machine.

use std::{borrow::Cow, cmp::Ordering, collections::HashMap, fmt, str::FromStr};

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use super::{ContextsQuery, line::Line};
use crate::{
    language::{Language, collation},
    text::{TypeId, Vocabulary, comparable, to_u32},
};

/// Which lines are shown, and in which order. By default all, by text and place.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ContextSelection {
    /// Only matches of this form, as [`super::ContextLine::form`] names it.
    pub form: Option<String>,
    /// Only lines in whose shown text each of these stands within a word, whatever its case;
    /// separated by white space.
    pub containing: String,
    /// Only some of these, drawn at random; they keep their order.
    pub sample: Option<LineSample>,
    /// What lines are ordered by, the first that differs deciding.
    pub order: Vec<SortPlace>,
}

/// A sample of lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineSample {
    /// How many, at most.
    pub lines: u32,
    /// What the sample is drawn by; the same number draws the same lines.
    pub seed: u64,
}

/// What lines are ordered by: a word beside the match, in the alphabetical order of the texts'
/// language. A line without that word comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SortPlace {
    /// The word at this distance before the match, from 1.
    Left(u8),
    /// The match itself.
    Match,
    /// The word at this distance after the match, from 1.
    Right(u8),
    /// The text, in the order of the study.
    Text,
}

/// The text is not the name of a [`SortPlace`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SortPlaceError;

impl FromStr for SortPlace {
    type Err = SortPlaceError;

    /// Reads `1L` to `9L`, `1R` to `9R`, `match` or `text`, in any case.
    ///
    /// ```
    /// use tarazy_engine::study::SortPlace;
    /// assert_eq!("2r".parse(), Ok(SortPlace::Right(2)));
    /// assert!("0L".parse::<SortPlace>().is_err());
    /// ```
    fn from_str(name: &str) -> Result<Self, SortPlaceError> {
        let name = name.to_ascii_lowercase();
        let number = |digits: &str| match digits.as_bytes() {
            [digit @ b'1'..=b'9'] => Some(digit - b'0'),
            _ => None,
        };
        match name.as_str() {
            "match" => Some(Self::Match),
            "text" => Some(Self::Text),
            name => match (name.strip_suffix('l'), name.strip_suffix('r')) {
                (Some(digits), _) => number(digits).map(Self::Left),
                (_, Some(digits)) => number(digits).map(Self::Right),
                _ => None,
            },
        }
        .ok_or(SortPlaceError)
    }
}

impl fmt::Display for SortPlace {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Left(number) => write!(out, "{number}L"),
            Self::Match => out.write_str("match"),
            Self::Right(number) => write!(out, "{number}R"),
            Self::Text => out.write_str("text"),
        }
    }
}

/// Returns the lines of a selection in its order; `contains` returns `true` for a line that
/// has the words of [`ContextSelection::containing`].
///
/// Cost: linear in the lines, and n · log n in those that are left where an order is asked for; words
/// are compared once for each distinct one.
pub fn select<L: Line>(
    lines: impl Iterator<Item = L>,
    selection: &ContextSelection,
    contains: impl Fn(&L) -> bool,
) -> Vec<L> {
    let has_form = |line: &L| selection.form.as_ref().is_none_or(|form| line.form() == form.as_str());
    let lines: Vec<L> = lines.filter(has_form).filter(contains).collect();
    let lines = match selection.sample {
        Some(sample) => sampled(lines, sample),
        None => lines,
    };
    if selection.order.is_empty() { lines } else { ordered(lines, &selection.order) }
}

/// Returns the lines of the page that is asked for.
pub fn page_of<L>(lines: Vec<L>, query: &ContextsQuery) -> impl Iterator<Item = L> {
    lines.into_iter().skip(query.offset as usize).take(query.limit as usize)
}

/// Draws a sample by selection in one pass (Knuth, *The Art of Computer Programming* 2, 3.4.2,
/// algorithm S): each line is taken with the probability of what is wanted yet among what is left.
fn sampled<L>(lines: Vec<L>, sample: LineSample) -> Vec<L> {
    let mut wanted = u64::from(sample.lines);
    let mut left = lines.len() as u64;
    let mut numbers = SplitMix64(sample.seed);
    let is_taken = |_: &L| {
        // A number below `left`, each as likely as the others but for one part in 2^64 / left.
        let drawn = (u128::from(numbers.next()) * u128::from(left)) >> 64;
        left -= 1;
        let is_taken = drawn < u128::from(wanted);
        wanted -= u64::from(is_taken);
        is_taken
    };
    lines.into_iter().filter(is_taken).collect()
}

fn ordered<L: Line>(lines: Vec<L>, order: &[SortPlace]) -> Vec<L> {
    // One order for all lines: that of the language of the first text that has one.
    let language = lines.iter().find_map(Line::language).unwrap_or(Language::English);
    let ranks: Vec<Vec<u32>> = order.iter().map(|place| ranks(&lines, *place, language)).collect();
    let mut places: Vec<usize> = (0..lines.len()).collect();
    let compare = |left: &usize, right: &usize| {
        let differs = |ranks: &Vec<u32>| Some(ranks[*left].cmp(&ranks[*right])).filter(|order| order.is_ne());
        ranks.iter().find_map(differs).unwrap_or(Ordering::Equal)
    };
    places.sort_by(compare);
    let mut lines: Vec<Option<L>> = lines.into_iter().map(Some).collect();
    places.into_iter().filter_map(|place| lines[place].take()).collect()
}

/// Returns the rank of each line by a place: 0 where it has no word there.
fn ranks<L: Line>(lines: &[L], place: SortPlace, language: Language) -> Vec<u32> {
    if place == SortPlace::Text {
        return lines.iter().map(Line::text).collect();
    }
    let words: Vec<Option<Cow<str>>> = lines.iter().map(|line| word(line, place)).collect();
    let mut rank_of: HashMap<&str, u32> = words.iter().flatten().map(|word| (&**word, 0)).collect();
    let mut distinct: Vec<&str> = rank_of.keys().copied().collect();
    distinct.sort_by(|left, right| collation::compare(left, right, language));
    for (rank, word) in (1..).zip(distinct) {
        rank_of.insert(word, rank);
    }
    words.iter().map(|word| word.as_ref().map_or(0, |word| rank_of[&**word])).collect()
}

fn word<L: Line>(line: &L, place: SortPlace) -> Option<Cow<'_, str>> {
    match place {
        SortPlace::Left(number) => line.word_before(usize::from(number)),
        SortPlace::Match => Some(line.form()),
        SortPlace::Right(number) => line.word_after(usize::from(number)),
        SortPlace::Text => None,
    }
}

/// The generator of Steele, Lea and Flood (2014, "Fast splittable pseudorandom number generators",
/// *OOPSLA*, figure 14).
struct SplitMix64(u64);

impl SplitMix64 {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

/// The words that a line must contain, each as the types that it stands in.
pub struct Parts(Vec<FxHashSet<TypeId>>);

impl Parts {
    /// Reads words separated by white space. Cost: each distinct word of the study is looked at once
    /// for each.
    pub fn new(containing: &str, vocabulary: &Vocabulary) -> Self {
        let holding = |part: String| {
            let ids = (0..to_u32(vocabulary.len())).map(TypeId);
            ids.filter(|id| vocabulary.comparable(*id).contains(&part)).collect()
        };
        Self(parts_of(containing).map(holding).collect())
    }

    /// Returns `true` if each part stands in one of the words, which are not looked for where there is
    /// no part.
    pub fn stand_in<Words: Iterator<Item = TypeId>>(&self, words: impl FnOnce() -> Words) -> bool {
        if self.0.is_empty() {
            return true;
        }
        let words: Vec<TypeId> = words().collect();
        self.0.iter().all(|holding| words.iter().any(|word| holding.contains(word)))
    }
}

/// The words that a line must contain, as they are compared.
pub fn parts_of(containing: &str) -> impl Iterator<Item = String> {
    containing.split_whitespace().map(|part| comparable(part, false).into_owned())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The first numbers of seed 1234567, as published with the generator's reference code.
    #[test]
    fn the_generator_is_that_of_its_source() {
        let mut numbers = SplitMix64(1_234_567);
        let first: Vec<u64> = (0..3).map(|_| numbers.next()).collect();
        assert_eq!(first, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
    }

    #[test]
    fn places_are_read_as_they_are_written() {
        for place in [SortPlace::Left(1), SortPlace::Right(9), SortPlace::Match, SortPlace::Text] {
            assert_eq!(place.to_string().parse(), Ok(place));
        }
        for wrong in ["", "L", "0R", "10L", "-1R", "1", "+1L", "1LL", "left"] {
            assert_eq!(wrong.parse::<SortPlace>(), Err(SortPlaceError), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn a_sample_has_its_size_and_keeps_the_order(total in 0_usize..300, lines in 0_u32..300, seed: u64) {
            let drawn = sampled((0..total).collect(), LineSample { lines, seed });
            prop_assert_eq!(drawn.len(), total.min(lines as usize));
            prop_assert!(drawn.is_sorted_by(|left, right| left < right));
        }
    }

    /// Each of ten lines is in three of ten samples: within four standard deviations of 3,000 in
    /// 10,000 draws.
    #[test]
    fn each_line_is_as_likely_as_the_others() {
        let mut times = [0_u32; 10];
        for seed in 0..10_000 {
            for line in sampled((0_usize..10).collect(), LineSample { lines: 3, seed }) {
                times[line] += 1;
            }
        }
        assert!(times.iter().all(|times| times.abs_diff(3_000) < 184), "{times:?}");
    }
}
