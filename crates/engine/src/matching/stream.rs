//! The tokens of a document as a policy sees them.

use std::borrow::Cow;

use super::{Candidate, Policy, negation::Governed};
use crate::text::{TokenKind, Tokens, TypeId, Vocabulary, to_u32};

/// Quotation marks in their folded forms.
pub(super) const QUOTES: [&str; 9] = ["«", "»", "\"", "“", "”", "„", "'", "‹", "›"];

/// The tokens that a policy sees: all, or under `liwc` only words, numbers and breaks.
pub(super) struct Stream<'tokens> {
    pub(super) types: Cow<'tokens, [TypeId]>,
    /// For each token of the stream its number in the document, where that is another.
    places: Option<Vec<u32>>,
}

impl<'tokens> Stream<'tokens> {
    pub(super) fn new(tokens: &'tokens Tokens, vocabulary: &Vocabulary, policy: Policy) -> Self {
        if policy != Policy::Liwc {
            return Self { types: tokens.types().into(), places: None };
        }
        let is_seen = |id: TypeId| id == TypeId::BREAK || vocabulary.kind(id).is_word();
        let seen = tokens.types().iter().enumerate().filter(|(_, id)| is_seen(**id));
        let (places, types): (Vec<u32>, Vec<TypeId>) = seen.map(|(at, id)| (to_u32(at), *id)).unzip();
        Self { types: types.into(), places: Some(places) }
    }

    /// Says whether punctuation is left out.
    pub(super) fn is_without_punctuation(&self) -> bool {
        self.places.is_some()
    }

    /// The number in the document of a token of the stream.
    pub(super) fn place(&self, token: u32) -> usize {
        self.places.as_ref().map_or(token, |places| places[token as usize]) as usize
    }

    /// Says whether a candidate stands under a word of negation.
    pub(super) fn is_negated(&self, candidate: Candidate, governed: &Governed) -> bool {
        governed.holds(to_u32(self.place(candidate.first)), to_u32(self.place(candidate.end() - 1)))
    }
}

/// Says whether a phrase that may cross punctuation passes over a token: commas, dashes, brackets, quotation marks, but nothing that
/// may end a sentence.
pub(super) fn is_passed(id: TypeId, vocabulary: &Vocabulary) -> bool {
    vocabulary.kind(id) == TokenKind::Punctuation && !vocabulary.form(id).contains(['.', '!', '?', '…'])
}
