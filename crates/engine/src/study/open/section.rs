//! The tokens of a document → its sections, one for each language, each to be compared in its own
//! way.
//!
//! A Kazakh text that quotes Russian has two sections: its Kazakh sentences with a break in place
//! of the quotations, and the quotations. Each is matched with the entries and the inflection of
//! its language, and what is found is put together.
//!
//! Law: a text of one language has one section, which is its tokens as they are.

use std::ops::Range;

use crate::{
    language::{
        Language,
        detection::{Evidence, SentenceVotes, evidence},
    },
    text::{Interner, TokenSubset, Tokens, TypeId, Vocabulary, to_u32},
};

/// Votes for another language that a text must hold before its sentences are looked at.
const LEAST_VOTES: u32 = 3;

/// A section of a document.
#[derive(Debug, Default)]
pub(in crate::study) struct Section {
    /// The language whose entries and inflection apply.
    pub(in crate::study) language: Option<Language>,
    /// Its own tokens; `None` where they are the document's.
    own: Option<TokenSubset>,
}

impl Section {
    /// Returns the tokens to compare.
    pub(in crate::study) fn tokens<'document>(&'document self, document: &'document Tokens) -> &'document Tokens {
        self.own.as_ref().map_or(document, |own| &own.tokens)
    }

    /// Returns `true` if a token of the document is one of the section's.
    pub(in crate::study) fn holds(&self, token: u32) -> bool {
        self.own.as_ref().is_none_or(|own| own.holds(token))
    }

    /// Returns the number in the document of a token of the section.
    pub(in crate::study) fn in_document(&self, token: u32) -> u32 {
        self.own.as_ref().map_or(token, |own| own.in_text(token))
    }
}

/// What each distinct form says of the language of its sentence, asked once.
#[derive(Debug, Default)]
pub(in crate::study) struct FormEvidence {
    forms: Vec<Option<Evidence>>,
}

impl FormEvidence {
    /// Asks about the forms of a document; returns how many tokens speak for each language.
    fn learn(&mut self, tokens: &Tokens, vocabulary: &Vocabulary) -> [u32; Language::ALL.len()] {
        self.forms.resize(vocabulary.len(), None);
        let mut votes = [0_u32; Language::ALL.len()];
        for found in tokens.type_counts() {
            let known = &mut self.forms[found.id.0 as usize];
            let evidence = *known.get_or_insert_with(|| evidence(vocabulary.form(found.id)));
            for (language, votes) in Language::ALL.into_iter().zip(&mut votes) {
                *votes += if evidence.speaks_for(language) { found.count } else { 0 };
            }
        }
        votes
    }

    /// The evidence of a type of a document that was learned; a break speaks for no language.
    fn of(&self, id: TypeId) -> Evidence {
        self.forms[id.0 as usize].unwrap_or_default()
    }
}

/// Which tokens of a document are in which language.
#[derive(Debug)]
pub(in crate::study) struct Sentences {
    /// The document's own language.
    language: Option<Language>,
    /// Ranges of token numbers, the document's own language first; a language without tokens is
    /// left out, but for the own.
    ranges: Vec<(Option<Language>, Vec<Range<u32>>)>,
}

impl Sentences {
    /// All tokens are in one language.
    pub(in crate::study) fn all_in(language: Option<Language>, tokens: &Tokens) -> Self {
        let all = 0..to_u32(tokens.len());
        Self { language, ranges: vec![(language, vec![all])] }
    }

    /// The sentences that are clearly in another of our languages than the document's own, and the
    /// rest.
    ///
    /// Cost: a look at each distinct form; and, where enough words of another language are there,
    /// one at each token.
    pub(in crate::study) fn by_language(
        language: Language,
        tokens: &Tokens,
        interner: &Interner,
        known: &mut FormEvidence,
    ) -> Self {
        let votes = known.learn(tokens, interner.vocabulary());
        let mut others = Language::ALL.into_iter().zip(votes).filter(|(other, _)| *other != language);
        if !others.any(|(_, votes)| votes >= LEAST_VOTES) {
            return Self::all_in(Some(language), tokens);
        }
        let ranges = ranges(language, tokens, known);
        let mut ranges: Vec<_> = Language::ALL.into_iter().map(Some).zip(ranges).collect();
        ranges.retain(|(own, ranges)| *own == Some(language) || !ranges.is_empty());
        ranges.sort_by_key(|(own, _)| *own != Some(language));
        if ranges.len() == 1 { Self::all_in(Some(language), tokens) } else { Self { language: Some(language), ranges } }
    }

    /// Returns the tokens that are in a language.
    pub(in crate::study) fn of(&self, language: Language) -> &[Range<u32>] {
        self.ranges.iter().find(|(own, _)| *own == Some(language)).map_or(&[], |(_, ranges)| ranges)
    }

    /// Returns the sections of a document, its own language first; the only section of a text in
    /// one language is the text.
    pub(in crate::study) fn sections(&self, compared: &Tokens, interner: &Interner) -> Vec<Section> {
        if self.ranges.len() == 1 {
            return vec![Section { language: self.language, own: None }];
        }
        let section = |(language, ranges): &(Option<Language>, Vec<Range<u32>>)| Section {
            language: *language,
            own: Some(compared.subset(ranges, interner)),
        };
        self.ranges.iter().map(section).collect()
    }
}

/// The tokens of each language, in the order of [`Language::ALL`]; a sentence in doubt is in the
/// document's.
fn ranges(language: Language, tokens: &Tokens, known: &FormEvidence) -> [Vec<Range<u32>>; Language::ALL.len()] {
    let mut ranges: [Vec<Range<u32>>; Language::ALL.len()] = Default::default();
    let len = to_u32(tokens.len());
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
        let place = Language::ALL.iter().position(|listed| *listed == own).expect("every language is listed");
        match ranges[place].last_mut().filter(|last| last.end == start) {
            Some(last) => last.end = end,
            None => ranges[place].push(start..end),
        }
    }
    ranges
}
