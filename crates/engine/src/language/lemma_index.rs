//! Finds which of many lemmas a form belongs to, at a cost per form that does not grow with the
//! number of lemmas.
//!
//! Stems of all lemmas stand in one hash table; a form looks up its own prefixes and asks the
//! grammar about the rest.

use rustc_hash::FxHashMap;

use super::{
    inflection::{Inflection, PartOfSpeech, PartsOfSpeech, Stem, Suffix},
    reading::{Lemma, Reading, Rivals, Verdict},
};
use crate::text::to_u32;

/// The place of a lemma in its [`LemmaIndex`], in order of insertion from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LemmaId(pub u32);

/// Why a form belongs to a lemma.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LemmaMatch {
    /// The lemma.
    pub lemma: LemmaId,
    /// The surface stem that the form begins with.
    pub stem: Box<str>,
    /// The part of speech as which it does, where the language shows it.
    pub part: Option<PartOfSpeech>,
    /// How the stem differs from the lemma, as [`Stem::alternation`].
    pub alternation: &'static str,
    /// The suffixes after the stem, in order.
    pub suffixes: Vec<Suffix>,
}

/// Lemmas of one language, ready to be asked about forms.
#[derive(Clone)]
pub struct LemmaIndex {
    inflection: &'static dyn Inflection,
    stems: FxHashMap<Box<str>, Vec<(LemmaId, Stem)>>,
    longest_stem_bytes: usize,
    lemmas: Vec<Lemma>,
}

impl LemmaIndex {
    /// Makes an empty index over the rules of one language.
    pub fn new(inflection: &'static dyn Inflection) -> Self {
        Self { inflection, stems: FxHashMap::default(), longest_stem_bytes: 0, lemmas: Vec::new() }
    }

    /// Adds a lemma (lower case, NFC) and returns its id.
    pub fn insert(&mut self, lemma: &str, parts: PartsOfSpeech, derivations: bool) -> LemmaId {
        let id = LemmaId(to_u32(self.lemmas.len()));
        self.lemmas.push(Lemma { text: lemma.into(), parts, derives: derivations });
        for stem in self.inflection.stems(lemma, parts, derivations) {
            self.longest_stem_bytes = self.longest_stem_bytes.max(stem.text.len());
            self.stems.entry(stem.text.clone()).or_default().push((id, stem));
        }
        id
    }

    /// Returns every lemma that `form` (lower case, NFC) belongs to, each once, in order of id.
    ///
    /// Where several analyses lead to one lemma, the one with the longest stem and then the
    /// shortest chain is kept. Cost: one look-up per character of the form, plus the grammar's work
    /// for each stem found.
    pub fn matches(&self, form: &str) -> Vec<LemmaMatch> {
        let form = self.inflection.fold(form);
        let mut found: Vec<LemmaMatch> = Vec::new();
        for start in self.inflection.starts(&form) {
            let Some(word) = form.get(start..) else { continue };
            for end in prefix_ends(word, self.longest_stem_bytes) {
                let Some(stems) = self.stems.get(&word[..end]) else { continue };
                for (lemma, stem) in stems {
                    if let Some(suffixes) = self.inflection.suffixes(stem, &word[end..]) {
                        found.push(LemmaMatch {
                            lemma: *lemma,
                            stem: stem.text.clone(),
                            part: self.inflection.part(stem),
                            alternation: stem.alternation,
                            suffixes,
                        });
                    }
                }
            }
        }
        found.sort_by(|left, right| {
            (left.lemma, right.stem.len(), left.suffixes.len()).cmp(&(
                right.lemma,
                left.stem.len(),
                right.suffixes.len(),
            ))
        });
        found.dedup_by_key(|candidate| candidate.lemma);
        found
    }

    /// Returns every reading of `form` (lower case, NFC) with its verdict, in order of id. Cost:
    /// that of [`LemmaIndex::matches`] and of the language's judgement.
    pub fn readings(&self, form: &str, rivals: Rivals) -> Vec<Reading<'_>> {
        let matches = self.matches(form).into_iter();
        let reading = |found: LemmaMatch| {
            let lemma = self.lemmas.get(found.lemma.0 as usize)?;
            Some(Reading { found, lemma, verdict: Verdict::Stands })
        };
        let mut readings: Vec<Reading<'_>> = matches.filter_map(reading).collect();
        if rivals != Rivals::Nobody && !readings.is_empty() {
            self.inflection.judge(&self.inflection.fold(form), &mut readings, rivals);
        }
        readings
    }
}

/// Byte lengths of the non-empty prefixes of `word`, up to `limit`.
fn prefix_ends(word: &str, limit: usize) -> impl Iterator<Item = usize> + '_ {
    word.char_indices().map(|(at, letter)| at + letter.len_utf8()).take_while(move |end| *end <= limit)
}
