//! Where in its text a match stands, as a reader counts: by paragraphs and sentences.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::{
    matching::Match,
    settings::DocumentId,
    study::open::document::Document,
    text::{TokenKind, Tokens, Vocabulary, to_u32},
};

/// The place of a match in its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextPlace {
    /// The number of its paragraph in the text, from 1. Paragraphs stand between blank lines.
    pub paragraph: u32,
    /// The number of its sentence in the paragraph, from 1.
    pub sentence: u32,
}

/// Finds the places of matches. Paragraphs are found once for each text that is asked about.
pub struct PlaceFinder<'study> {
    vocabulary: &'study Vocabulary,
    /// The first token of each paragraph, by text.
    paragraphs: HashMap<DocumentId, Vec<u32>>,
}

impl<'study> PlaceFinder<'study> {
    pub(in crate::study::question) fn new(vocabulary: &'study Vocabulary) -> Self {
        Self { vocabulary, paragraphs: HashMap::new() }
    }

    /// Returns the place of a match, that of its first word. Cost: linear in a text for its first
    /// match, logarithmic for the others.
    pub(super) fn place(&mut self, document: &Document, found: &Match) -> TextPlace {
        let (tokens, vocabulary) = (document.compared(), self.vocabulary);
        let paragraphs = self.paragraphs.entry(document.id).or_insert_with(|| paragraph_starts(tokens, vocabulary));
        let paragraph = paragraphs.partition_point(|start| *start <= found.first);
        let first = paragraph.checked_sub(1).map_or(0, |at| paragraphs[at]);
        let starts = tokens.sentence_starts();
        let before = starts.partition_point(|start| *start < first);
        let sentence = starts.partition_point(|start| *start <= found.first) - before;
        TextPlace { paragraph: to_u32(paragraph.max(1)), sentence: to_u32(sentence.max(1)) }
    }
}

/// Returns the first token of each paragraph.
fn paragraph_starts(tokens: &Tokens, vocabulary: &Vocabulary) -> Vec<u32> {
    let mut is_behind_break = true;
    let mut starts = Vec::new();
    for (at, id) in (0..).zip(tokens.types()) {
        let is_break = vocabulary.kind(*id) == TokenKind::Break;
        if is_behind_break && !is_break {
            starts.push(at);
        }
        is_behind_break = is_break;
    }
    starts
}
