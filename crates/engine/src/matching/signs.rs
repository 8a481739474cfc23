//! Signs of a pattern under a policy that does not see them: the words are looked for alone, then the
//! signs around them in the document.

use super::{
    case::has_case_of,
    phrase::{Crossing, Phrase, PhraseTokens},
};
use crate::{
    lexicon::Element,
    text::{Tokens, TypeId, Vocabulary, comparable},
};

/// A pattern of words and signs, as `R&D` and `#vote`.
#[derive(Clone)]
pub(super) struct Signs {
    phrase: Phrase<Element>,
    /// How many signs stand before the first word.
    before: usize,
    /// How many stand behind the last.
    behind: usize,
    compares_case: bool,
}

impl Signs {
    /// Makes ready to look for the elements of a whole pattern.
    pub(super) fn new(elements: &[Element], compares_case: bool) -> Self {
        Self {
            phrase: Phrase::new(elements, Crossing::Punctuation, |_, element| element.clone()),
            before: elements.iter().take_while(|element| element.is_sign()).count(),
            behind: elements.iter().rev().take_while(|element| element.is_sign()).count(),
            compares_case,
        }
    }

    /// Returns `true` if the signs stand where the pattern has them, given the first and the last
    /// word of a match by their numbers in the document. Between two words of the pattern any other
    /// punctuation may stand, as everywhere under such a policy.
    pub(super) fn stand_around(
        &self,
        first: usize,
        last: usize,
        text: &str,
        tokens: &Tokens,
        vocabulary: &Vocabulary,
    ) -> bool {
        let Some(start) = first.checked_sub(self.before) else { return false };
        let end = last + 1 + self.behind;
        let fits = |element: &Element, token: usize| {
            let id = tokens.types()[token];
            if element.is_sign() {
                has_case_of(element, vocabulary.form(id))
            } else {
                vocabulary.kind(id).is_word()
                    && (!self.compares_case || has_case_of(element, &comparable(&tokens.written(token, text), true)))
            }
        };
        self.phrase.way(&AllTokens { tokens, vocabulary }, start, Some(end), fits).is_some()
    }
}

/// All tokens of a document; a phrase passes over every one that is no word.
struct AllTokens<'document> {
    tokens: &'document Tokens,
    vocabulary: &'document Vocabulary,
}

impl PhraseTokens for AllTokens<'_> {
    fn is_open(&self, token: usize) -> bool {
        self.tokens.types().get(token).is_some_and(|id| *id != TypeId::BREAK)
    }

    fn is_passed(&self, token: usize, _crosses: Crossing) -> bool {
        self.is_open(token) && !self.vocabulary.kind(self.tokens.types()[token]).is_word()
    }
}
