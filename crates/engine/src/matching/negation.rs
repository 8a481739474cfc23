//! Words that negate → the matches in their scope.
//!
//! A word such as «не» or "without" negates the words behind it, Kazakh «емес» and «жоқ» those
//! before it, as far as the list of its language says
//! ([`NegationList`](crate::lexicon::NegationList)). It reaches over quotation marks, and over no
//! other punctuation, no end of a sentence, no blank line and no word that begins a clause of its
//! own («но», "but"). Inside a fixed phrase that does not negate («не только», "no doubt",
//! «қана емес») it negates nothing.
//!
//! The law: the policy decides first, as if nothing were negated, and what it let count is left out
//! within the scope. So leaving out negated matches never adds a match, and what counts and
//! what is left out are together what counts otherwise.

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use super::{condition::Places, place::PlaceList};
use crate::text::{Tokens, TypeId, Vocabulary, to_u32};

/// What becomes of a match in the scope of a word of negation. Its name is printed with every result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Negation {
    /// It counts as any other.
    #[default]
    Ignore,
    /// It does not count.
    LeaveOut,
}

impl Negation {
    /// Both, in the order in which the interface lists them.
    pub const ALL: [Self; 2] = [Self::Ignore, Self::LeaveOut];

    /// Returns the name printed in every output: `ignore` or `leave-out`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ignore => "ignore",
            Self::LeaveOut => "leave-out",
        }
    }

    /// Finds it by its name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|negation| negation.name() == name)
    }
}

/// The list of a language, as the places of its patterns among the matcher's entries.
#[derive(Debug, Clone, Default)]
pub(super) struct Negators {
    /// Words that negate what follows, and how many words far.
    pub(super) before: Vec<(u32, u8)>,
    /// Words that negate what precedes.
    pub(super) after: Vec<(u32, u8)>,
    /// Fixed phrases in which no word negates.
    pub(super) except: Vec<u32>,
    /// Words that no reach goes beyond.
    pub(super) stop: Vec<u32>,
}

/// The tokens of a document that are in the scope of words of negation.
#[derive(Debug, Default)]
pub(super) struct NegationScope {
    /// A match that begins here is negated.
    starts: FxHashSet<u32>,
    /// A match that ends with this token is negated.
    ends: FxHashSet<u32>,
}

impl NegationScope {
    /// Returns `true` if a match from one token of the document to another, both included, is
    /// negated.
    pub(super) fn contains(&self, first: u32, last: u32) -> bool {
        self.starts.contains(&first) || self.ends.contains(&last)
    }

    /// The tokens of the document at which a match of one word is negated, ascending.
    pub(super) fn tokens(&self) -> Vec<u32> {
        let mut tokens: Vec<u32> = self.starts.union(&self.ends).copied().collect();
        tokens.sort_unstable();
        tokens
    }
}

/// The tokens of the document, in which reaches are measured.
pub(super) struct DocumentTokens<'document> {
    pub(super) tokens: &'document Tokens,
    pub(super) vocabulary: &'document Vocabulary,
    pub(super) quotes: &'document [TypeId],
}

impl Negators {
    /// Finds what the words of negation of a document negate. `places` are those of the patterns in
    /// the tokens that the policy sees; `in_document` leads from there to the document. Cost: the
    /// reach of each word of negation.
    pub(super) fn scope(
        &self,
        places: &Places,
        document: &DocumentTokens<'_>,
        in_document: impl Fn(u32) -> usize,
    ) -> NegationScope {
        let lists = |patterns: &[u32]| patterns.iter().filter_map(|pattern| places.of(*pattern)).collect::<Vec<_>>();
        let fixed = PlaceList::merged(lists(&self.except));
        let mut stops: FxHashSet<usize> = FxHashSet::default();
        for list in lists(&self.stop) {
            let mut from = 0;
            for place in list.starts() {
                stops.extend((place.first.max(from)..place.end).map(&in_document));
                from = from.max(place.end);
            }
        }
        let mut scope = NegationScope::default();
        for (pattern, reach) in &self.before {
            // Of the places with one end the longest is the last to lie inside a fixed phrase.
            let ends = places.of(*pattern).into_iter().flat_map(PlaceList::ends);
            for place in ends.filter(|place| !fixed.covers(place.first, place.end)) {
                let behind = in_document(place.end - 1) + 1..document.tokens.len();
                // A sentence that begins at a token ends before it.
                document.reach(behind, *reach, &stops, |token| document.begins_sentence(token), &mut scope.starts);
            }
        }
        for (pattern, reach) in &self.after {
            let starts = places.of(*pattern).into_iter().flat_map(PlaceList::starts);
            for place in starts.filter(|place| !fixed.covers(place.first, place.end)) {
                let ahead = (0..in_document(place.first)).rev();
                document.reach(ahead, *reach, &stops, |token| document.begins_sentence(token + 1), &mut scope.ends);
            }
        }
        scope
    }
}

impl DocumentTokens<'_> {
    /// Adds the words within reach, from the nearest on.
    fn reach(
        &self,
        tokens: impl Iterator<Item = usize>,
        words: u8,
        stops: &FxHashSet<usize>,
        is_cut_off: impl Fn(usize) -> bool,
        reached: &mut FxHashSet<u32>,
    ) {
        let mut left = words;
        for token in tokens {
            let id = self.tokens.types()[token];
            let is_quote = self.quotes.contains(&id);
            if left == 0
                || is_cut_off(token)
                || stops.contains(&token)
                || !(is_quote || self.vocabulary.kind(id).is_word())
            {
                return;
            }
            if !is_quote {
                reached.insert(to_u32(token));
                left -= 1;
            }
        }
    }

    fn begins_sentence(&self, token: usize) -> bool {
        self.tokens.sentence_starts().binary_search(&to_u32(token)).is_ok()
    }
}
