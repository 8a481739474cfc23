//! The tokens of a document → its parts, one for each language, each to be compared in its own way.
//!
//! A Kazakh text that quotes Russian has two parts: its Kazakh sentences with a break in place of the quotations, and the
//! quotations. Each is matched with the entries and the inflection of its language, and what is found is put together. Kazakh
//! in Latin or Arabic letters is a part that is compared in Cyrillic.
//!
//! Law: a text of one language has one part, which is its tokens as they are.

use std::{cmp::Reverse, ops::Range};

use crate::{
    language::{
        Language,
        detection::{Evidence, SentenceVotes, evidence},
        kazakh::writing::{Writing, to_cyrillic},
    },
    text::{Interner, Part as TextPart, Tokens, TypeId, Vocabulary},
};

/// Votes for another language that a text must hold before its sentences are looked at.
const LEAST_VOTES: u32 = 3;

/// A part of a document.
#[derive(Debug, Default)]
pub(super) struct Part {
    /// The language whose entries and inflection apply.
    pub(super) language: Option<Language>,
    /// Its own tokens; `None` where they are the document's.
    own: Option<TextPart>,
}

impl Part {
    /// Returns the tokens to compare.
    pub(super) fn tokens<'document>(&'document self, document: &'document Tokens) -> &'document Tokens {
        self.own.as_ref().map_or(document, |own| &own.tokens)
    }

    /// Returns the number in the document of a token of the part.
    pub(super) fn in_document(&self, token: u32) -> u32 {
        self.own.as_ref().map_or(token, |own| own.in_text(token))
    }

    /// Returns the number in the part of one of its tokens in the document.
    pub(super) fn in_part(&self, token: u32) -> u32 {
        self.own.as_ref().map_or(token, |own| own.in_part(token))
    }
}

/// What each distinct form says of the language of its sentence, asked once.
#[derive(Debug, Default)]
pub(super) struct FormEvidence {
    forms: Vec<Option<Evidence>>,
}

impl FormEvidence {
    /// Asks about the forms of a document; returns how many tokens speak for each language.
    fn learn(&mut self, tokens: &Tokens, vocabulary: &Vocabulary) -> [u32; Language::ALL.len()] {
        self.forms.resize(vocabulary.len(), None);
        let mut votes = [0_u32; Language::ALL.len()];
        for found in tokens.type_counts() {
            let known = &mut self.forms[found.id.0 as usize];
            let said = *known.get_or_insert_with(|| evidence(vocabulary.form(found.id)));
            for (language, votes) in Language::ALL.into_iter().zip(&mut votes) {
                *votes = votes.saturating_add(if said.tells(language) { found.count } else { 0 });
            }
        }
        votes
    }

    fn of(&self, id: TypeId) -> Evidence {
        self.forms.get(id.0 as usize).copied().flatten().unwrap_or_default()
    }
}

/// Returns the one part of a document that is all in `language`.
pub(super) fn whole(
    language: Option<Language>,
    writing: Writing,
    text: &str,
    tokens: &Tokens,
    interner: &mut Interner,
) -> Vec<Part> {
    let is_rewritten = language == Some(Language::Kazakh) && writing != Writing::Cyrillic;
    let own = is_rewritten.then(|| TextPart::from(tokens.rewritten(text, interner, |word| to_cyrillic(word, writing))));
    vec![Part { language, own }]
}

/// Returns the parts of a document in `language`: the sentences that are clearly in another of our languages, and the rest. The
/// document's own language comes first.
///
/// Cost: a look at each distinct form; and, where enough words of another language are there, one at each token.
pub(super) fn by_language(
    language: Language,
    writing: Writing,
    text: &str,
    tokens: &Tokens,
    interner: &mut Interner,
    known: &mut FormEvidence,
) -> Vec<Part> {
    let votes = known.learn(tokens, interner.vocabulary());
    let mut others = Language::ALL.into_iter().zip(votes).filter(|(other, _)| *other != language);
    let ranges = if others.any(|(_, votes)| votes >= LEAST_VOTES) {
        ranges(language, tokens, known)
    } else {
        Default::default()
    };
    if Language::ALL.into_iter().zip(&ranges).all(|(other, ranges)| other == language || ranges.is_empty()) {
        return whole(Some(language), writing, text, tokens, interner);
    }
    let mut parts = Vec::new();
    for (own, ranges) in Language::ALL.into_iter().zip(&ranges).filter(|(_, ranges)| !ranges.is_empty()) {
        let mut part = tokens.part(ranges, interner);
        if own == Language::Kazakh && language == own && writing != Writing::Cyrillic {
            part.tokens = part.tokens.rewritten(text, interner, |word| to_cyrillic(word, writing));
        }
        parts.push(Part { language: Some(own), own: Some(part) });
    }
    parts.sort_by_key(|part| Reverse(part.language == Some(language)));
    parts
}

/// The tokens of each language, in the order of [`Language::ALL`]; a sentence in doubt is in the document's.
fn ranges(language: Language, tokens: &Tokens, known: &FormEvidence) -> [Vec<Range<u32>>; Language::ALL.len()] {
    let mut ranges: [Vec<Range<u32>>; Language::ALL.len()] = Default::default();
    let len = u32::try_from(tokens.len()).unwrap_or(u32::MAX);
    let starts = tokens.sentence_starts();
    for (at, start) in starts.iter().enumerate() {
        // What stands before the first sentence goes with it.
        let start = if at == 0 { 0 } else { *start };
        let end = starts.get(at + 1).copied().unwrap_or(len);
        let mut votes = SentenceVotes::default();
        for id in &tokens.types()[start as usize..end as usize] {
            votes.add(known.of(*id));
        }
        let own = votes.winner().unwrap_or(language);
        let Some(place) = Language::ALL.iter().position(|listed| *listed == own) else { continue };
        match ranges[place].last_mut().filter(|last| last.end == start) {
            Some(last) => last.end = end,
            None => ranges[place].push(start..end),
        }
    }
    ranges
}
