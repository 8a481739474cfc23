//! A match as a line that can be ordered by the words around it.

use std::borrow::Cow;

use super::{ContextExtent, ContextLine, span_around};
use crate::{
    language::Language,
    matching::Match,
    study::{
        match_words::form,
        open::{OpenStudy, document::Document},
    },
    text::{TypeId, comparable},
};

/// How many tokens are looked at to find a word beside a match: punctuation may stand between, but
/// no text is searched to its end.
const LONGEST_LOOK: usize = 64;

/// What lines are chosen and ordered by.
pub trait Line {
    /// Returns the place of its text among all texts.
    fn text(&self) -> u32;

    /// Returns the language of its text.
    fn language(&self) -> Option<Language>;

    /// Returns the words of the match as an exclusion names them.
    fn form(&self) -> Cow<'_, str>;

    /// Returns the word that stands a number of words before the match, as it is compared; 1 is
    /// the nearest.
    fn word_before(&self, number: usize) -> Option<Cow<'_, str>>;

    /// Returns the word that stands a number of words after the match.
    fn word_after(&self, number: usize) -> Option<Cow<'_, str>>;
}

/// A match of a text that was counted.
#[derive(Clone, Copy)]
pub struct CountedLine<'study> {
    pub(in crate::study::question) study: &'study OpenStudy,
    pub(in crate::study::question) document: &'study Document,
    /// The place of the document among those that were asked for.
    pub(in crate::study::question) place: u32,
    pub(in crate::study::question) found: &'study Match,
}

impl<'study> CountedLine<'study> {
    /// Returns the types of the words that are shown with the match, its own among them.
    pub(in crate::study::question) fn words_around(
        self,
        extent: ContextExtent,
    ) -> impl Iterator<Item = TypeId> + 'study {
        let tokens = self.document.compared();
        let around = span_around(self.document, self.found, self.study.vocabulary(), extent);
        let before = (0..self.found.first as usize).rev();
        let before = before.take_while(move |token| tokens.span(*token).start >= around.start);
        let after =
            (self.found.first as usize..tokens.len()).take_while(move |token| tokens.span(*token).end <= around.end);
        let types = before.chain(after).map(|token| tokens.types()[token]);
        types.filter(move |id| self.study.vocabulary().kind(*id).is_word())
    }

    fn nth_word(&self, mut tokens: impl Iterator<Item = usize>, number: usize) -> Option<Cow<'_, str>> {
        let (types, vocabulary) = (self.document.compared().types(), self.study.vocabulary());
        let at = tokens.by_ref().take(LONGEST_LOOK).filter(|token| vocabulary.kind(types[*token]).is_word());
        let token = at.into_iter().nth(number.checked_sub(1)?)?;
        Some(Cow::Borrowed(vocabulary.comparable(types[token])))
    }
}

impl Line for CountedLine<'_> {
    fn text(&self) -> u32 {
        self.place
    }

    fn language(&self) -> Option<Language> {
        self.document.language()
    }

    fn form(&self) -> Cow<'_, str> {
        Cow::Owned(form(self.document, self.found, self.study.vocabulary(), &self.study.options))
    }

    fn word_before(&self, number: usize) -> Option<Cow<'_, str>> {
        self.nth_word((0..self.found.first as usize).rev(), number)
    }

    fn word_after(&self, number: usize) -> Option<Cow<'_, str>> {
        let behind = (self.found.first + self.found.count) as usize;
        self.nth_word(behind..self.document.compared().len(), number)
    }
}

/// A match that was kept with a study, of whose text only the words beside it are there.
#[derive(Clone, Copy)]
pub struct RecordedLine<'record> {
    pub(in crate::study::question) line: &'record ContextLine,
    pub(in crate::study::question) place: u32,
    pub(in crate::study::question) language: Option<Language>,
}

impl<'record> RecordedLine<'record> {
    /// Returns the words that were kept with the match, its own among them, as they are compared.
    pub(in crate::study::question) fn words(self) -> impl Iterator<Item = Cow<'record, str>> {
        let ContextLine { left, node, right, .. } = self.line;
        [left, node, right].into_iter().flat_map(|text| words(text))
    }
}

impl Line for RecordedLine<'_> {
    fn text(&self) -> u32 {
        self.place
    }

    fn language(&self) -> Option<Language> {
        self.language
    }

    fn form(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.line.form)
    }

    fn word_before(&self, number: usize) -> Option<Cow<'_, str>> {
        words(&self.line.left).rev().nth(number.checked_sub(1)?)
    }

    fn word_after(&self, number: usize) -> Option<Cow<'_, str>> {
        words(&self.line.right).nth(number.checked_sub(1)?)
    }
}

/// The words of a piece of text as they are compared, without what stands around them.
fn words(text: &str) -> impl DoubleEndedIterator<Item = Cow<'_, str>> {
    let bare = text.split_whitespace().map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()));
    bare.filter(|word| !word.is_empty()).map(|word| comparable(word, false))
}
