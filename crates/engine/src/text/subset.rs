//! Some sentences of a text, or all of them in other letters → tokens to compare, with the way back
//! to the text's own.

use std::{borrow::Cow, ops::Range};

use rustc_hash::FxHashMap;

use super::{
    fold::fold,
    interner::Interner,
    span::to_u32,
    token::{Rewritten, Tokens, TypeId},
};

/// Some tokens of a text in their order, a break between those that are not neighbours in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TokenSubset {
    /// The tokens; their spans are places in the whole text. The sizes in characters are left at 0.
    pub tokens: Tokens,
    runs: Vec<Run>,
}

/// Tokens that are neighbours in the subset and in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    in_subset: u32,
    in_text: u32,
    len: u32,
}

impl TokenSubset {
    /// Returns the number in the text of a token of the subset.
    pub fn in_text(&self, token: u32) -> u32 {
        let at = self.runs.partition_point(|run| run.in_subset <= token);
        let run = at.checked_sub(1).and_then(|at| self.runs.get(at));
        run.map_or(token, |run| run.in_text + (token - run.in_subset))
    }

    /// Returns `true` if a token of the text is one of the subset's.
    pub fn holds(&self, token: u32) -> bool {
        let begun = self.runs.partition_point(|run| run.in_text <= token);
        begun.checked_sub(1).is_some_and(|at| token - self.runs[at].in_text < self.runs[at].len)
    }

    /// Returns the number in the subset of a token of the text, which must be one of the subset's.
    pub fn in_subset(&self, token: u32) -> u32 {
        let at = self.runs.partition_point(|run| run.in_text <= token);
        let run = at.checked_sub(1).and_then(|at| self.runs.get(at));
        run.map_or(token, |run| run.in_subset + (token - run.in_text))
    }
}

impl Tokens {
    /// Returns the subset of a text that stands in `ranges` of token numbers, ascending and
    /// disjoint. What lies between two of them becomes one break, so that no phrase crosses it.
    ///
    /// Cost: the tokens of the subset, and a binary search for each range.
    pub fn subset(&self, ranges: &[Range<u32>], interner: &Interner) -> TokenSubset {
        let mut subset = TokenSubset::default();
        for range in ranges {
            let tokens = &mut subset.tokens;
            if tokens.types.last().is_some_and(|last| *last != TypeId::BREAK) {
                tokens.push_break(self.span(range.start as usize).start as usize);
            }
            let offset = to_u32(tokens.len());
            let within = range.start as usize..(range.end as usize).min(self.len());
            subset.runs.push(Run { in_subset: offset, in_text: range.start, len: to_u32(within.len()) });
            let before = self.sentence_starts.partition_point(|start| *start < range.start);
            let starts = self.sentence_starts[before..].iter().take_while(|start| **start < range.end);
            tokens.sentence_starts.extend(starts.map(|start| start - range.start + offset));
            tokens.types.extend_from_slice(&self.types[within.clone()]);
            tokens.starts.extend_from_slice(&self.starts[within.clone()]);
            tokens.ends.extend_from_slice(&self.ends[within]);
        }
        subset.tokens.rewritten.clone_from(&self.rewritten);
        subset.tokens.count_types(interner);
        subset
    }

    /// Returns the same tokens, the words within `ranges` to be compared by what `rewrite` makes of
    /// them as they are written in `text`. Places and sizes stay those of the text.
    ///
    /// Cost: a look-up for each token, `rewrite` for each distinct written form.
    #[must_use]
    pub fn rewritten(
        &self,
        text: &str,
        ranges: &[Range<u32>],
        interner: &mut Interner,
        rewrite: impl Fn(&str) -> String,
    ) -> Self {
        let mut known: FxHashMap<&str, TypeId> = FxHashMap::default();
        let mut rewritten = self.clone();
        for at in ranges.iter().cloned().flatten().map(|at| at as usize) {
            let Some(id) = rewritten.types.get_mut(at).filter(|id| interner.vocabulary().kind(**id).is_word()) else {
                continue;
            };
            let written = self.span(at).of(text);
            *id = *known.entry(written).or_insert_with(|| {
                let form = rewrite(&fold(written, true));
                let id = interner.intern_token(&form);
                let forms = rewritten.rewritten.entry(id).or_default();
                forms.push(Rewritten { written: written.into(), compared: form.into() });
                id
            });
        }
        rewritten.count_types(interner);
        rewritten.sizes = self.sizes;
        rewritten
    }

    /// Returns a token with its case as patterns are compared with it: as written in `text`, or as
    /// it was rewritten.
    pub fn written<'text>(&'text self, token: usize, text: &'text str) -> Cow<'text, str> {
        let written = self.span(token).of(text);
        let forms = self.types.get(token).and_then(|id| self.rewritten.get(id));
        match forms.into_iter().flatten().find(|known| *known.written == *written) {
            Some(known) => Cow::Borrowed(&known.compared),
            None => fold(written, true),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokenizer::Tokenizer;

    const TEXT: &str = "Біз келдік. Мы здесь. Олар кетті.\n\nКонец.";

    #[test]
    fn a_part_leads_back_to_the_text() {
        let mut interner = Interner::new();
        let tokens = Tokenizer::tokenize(TEXT, &mut interner);
        let subset = tokens.subset(&[0..3, 6..9], &interner);
        let forms: Vec<&str> = subset.tokens.types().iter().map(|id| interner.vocabulary().form(*id)).collect();
        assert_eq!(forms, ["біз", "келдік", ".", "", "олар", "кетті", "."]);
        assert_eq!((subset.tokens.sizes().words, subset.tokens.sizes().sentences), (4, 2));
        for token in [0, 1, 2, 4, 5, 6] {
            let in_text = subset.in_text(token);
            assert_eq!((subset.in_subset(in_text), subset.holds(in_text)), (token, true));
            assert_eq!(subset.tokens.span(token as usize), tokens.span(in_text as usize));
        }
        let held: Vec<u32> = (0..to_u32(tokens.len())).filter(|token| subset.holds(*token)).collect();
        assert_eq!(held, [0, 1, 2, 6, 7, 8]);
    }

    #[test]
    fn rewritten_tokens_keep_places_and_sizes() {
        let mut interner = Interner::new();
        let tokens = Tokenizer::tokenize(TEXT, &mut interner);
        let shout = tokens.rewritten(TEXT, &[0..1, 1..2], &mut interner, |word| word.replace(['д', 'М'], "Т"));
        assert_eq!(shout.sizes(), tokens.sizes());
        assert_eq!((shout.span(1), shout.written(1, TEXT)), (tokens.span(1), "келТік".into()));
        assert_eq!(interner.vocabulary().form(shout.types()[1]), "келтік");
        assert_eq!(shout.written(0, TEXT), "Біз");
        assert_eq!(shout.written(3, TEXT), "Мы", "outside of the ranges");
    }
}
