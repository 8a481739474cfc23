//! The tokens of a document as a policy sees them.

use std::borrow::Cow;

use super::{
    candidate::Candidate,
    negation::NegationScope,
    phrase::{Crossing, PhraseTokens},
    policy::Policy,
};
use crate::text::{TokenKind, Tokens, TypeId, Vocabulary, to_u32};

/// Quotation marks in their folded forms.
pub(super) const QUOTES: [&str; 9] = ["«", "»", "\"", "“", "”", "„", "'", "‹", "›"];

/// The tokens that a policy sees: all, or under `liwc` only words, numbers and breaks.
pub(crate) struct Stream<'tokens> {
    pub(crate) types: Cow<'tokens, [TypeId]>,
    /// For each token of the stream its number in the document, where that is another.
    places: Option<Vec<u32>>,
}

impl<'tokens> Stream<'tokens> {
    pub(crate) fn new(tokens: &'tokens Tokens, vocabulary: &Vocabulary, policy: Policy) -> Self {
        if policy.sees_all() {
            return Self { types: tokens.types().into(), places: None };
        }
        let seen = tokens.types().iter().enumerate().filter(|(_, id)| policy.sees(vocabulary.kind(**id)));
        let (places, types): (Vec<u32>, Vec<TypeId>) = seen.map(|(at, id)| (to_u32(at), *id)).unzip();
        Self { types: types.into(), places: Some(places) }
    }

    /// Returns `true` if punctuation is left out.
    pub(super) fn is_without_punctuation(&self) -> bool {
        self.places.is_some()
    }

    /// The number in the document of a token of the stream.
    pub(crate) fn place(&self, token: u32) -> usize {
        self.places.as_ref().map_or(token, |places| places[token as usize]) as usize
    }

    /// Returns the tokens as phrases walk through them.
    pub(crate) fn phrase_tokens<'stream>(&'stream self, vocabulary: &'stream Vocabulary) -> StreamTokens<'stream> {
        StreamTokens { types: &self.types, vocabulary }
    }

    /// Returns `true` if a token of a candidate is a word or number.
    pub(super) fn has_word(&self, candidate: Candidate, vocabulary: &Vocabulary) -> bool {
        let tokens = &self.types[candidate.first as usize..candidate.end() as usize];
        tokens.iter().any(|id| vocabulary.kind(*id).is_word())
    }

    /// Returns `true` if a candidate stands under a word of negation.
    pub(super) fn is_negated(&self, candidate: Candidate, scope: &NegationScope) -> bool {
        scope.contains(to_u32(self.place(candidate.first)), to_u32(self.place(candidate.end() - 1)))
    }
}

/// The tokens of a stream, as phrases walk through them.
pub(crate) struct StreamTokens<'stream> {
    types: &'stream [TypeId],
    vocabulary: &'stream Vocabulary,
}

impl PhraseTokens for StreamTokens<'_> {
    fn is_open(&self, token: usize) -> bool {
        self.types.get(token).is_some_and(|id| *id != TypeId::BREAK)
    }

    fn is_passed(&self, token: usize, crosses: Crossing) -> bool {
        self.types.get(token).is_some_and(|id| match crosses {
            Crossing::Nothing => false,
            Crossing::Quotes => QUOTES.contains(&self.vocabulary.form(*id)),
            Crossing::Punctuation => is_passed(*id, self.vocabulary),
        })
    }
}

/// Returns `true` if a phrase that may cross punctuation passes over a token of this type.
pub(super) fn is_passed(id: TypeId, vocabulary: &Vocabulary) -> bool {
    vocabulary.kind(id) == TokenKind::Punctuation && !may_end_sentence(vocabulary.form(id))
}

/// Returns `true` if a phrase that may cross punctuation passes over a token of this folded form:
/// commas, dashes, brackets, quotation marks, but nothing that may end a sentence.
pub(crate) fn is_passed_form(form: &str) -> bool {
    TokenKind::of(form) == TokenKind::Punctuation && !may_end_sentence(form)
}

fn may_end_sentence(form: &str) -> bool {
    form.contains(['.', '!', '?', '…'])
}
