//! Counted matches → a random sample of each category and language, for people to judge.
//!
//! Laws: a sample holds of each stratum (a category in a language) all matches or as many as were
//! asked for, each once; the same texts, lexicon, options and seed give the same sample on every
//! machine; a larger sample holds every match of a smaller one with the same seed; a match that
//! other texts or categories bring changes nothing of the order of those that are there.
//!
//! A match is drawn by the SHA-256 of five lines: the seed, the SHA-256 of its text, the first byte
//! of the match and the byte after it, and the path of the category, with a line feed between them.
//! Of each stratum those with the lowest values are drawn. Whoever has the files can draw again.
//!
//! The rows stand by language, and within a language in the order of these values read backwards,
//! so that categories, texts and words are mixed: what is drawn has low first digits, and its last
//! digits are free.

use std::collections::{BTreeMap, BinaryHeap};

use serde::{Deserialize, Serialize};

use super::{AskError, Needs, Query};
use crate::{
    context::{Context, context},
    digest::sha256,
    language::Language,
    matching::{ColumnId, Match, Status},
    settings::DocumentId,
    study::open::{OpenStudy, document::Document, table::columns},
    text::{Span, to_u32},
};

/// How much text a sample shows on either side of a match, in characters: enough for a sentence.
const WIDTH: u32 = 120;

/// Asks for a sample of the counted matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SampleQuery {
    /// Number of matches of each category and language, at most.
    pub per_category: u32,
    /// Chooses one of the possible samples.
    pub seed: u32,
}

/// A random sample of the counted matches.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MatchSample {
    /// Each category and language with a match, by the order of columns and languages.
    pub strata: Vec<Stratum>,
    /// The matches that were drawn, in the order in which they are judged.
    pub matches: Vec<SampledMatch>,
    /// Number of counted matches where the language of the text is not known: none is drawn.
    pub without_language: u64,
}

/// The counted matches of a category in a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stratum {
    /// The column of the category.
    pub column: ColumnId,
    /// The language of the text around the matches.
    pub language: Language,
    /// Number of matches.
    pub matches: u64,
    /// Number of those that were drawn.
    pub drawn: u32,
}

/// A match that was drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampledMatch {
    /// The place of its stratum in [`MatchSample::strata`].
    pub stratum: usize,
    /// Where.
    pub document: DocumentId,
    /// The bytes of the match.
    pub span: Span,
    /// The match with 120 characters on either side, at most.
    pub context: Context,
}

/// A match by the value that draws it, with the places of its document and of itself there.
type Drawn = (String, usize, usize);

impl Query for SampleQuery {
    type Answer = MatchSample;

    fn needs(&self, _study: &OpenStudy) -> Needs {
        Needs::Matches(None)
    }

    /// Cost: a hash for each match; memory for those that are drawn.
    fn answer(self, study: &mut OpenStudy) -> Result<MatchSample, AskError> {
        let columns = columns(study.lexicon(), &study.options);
        let mut strata: BTreeMap<(u32, Language), (u64, BinaryHeap<Drawn>)> = BTreeMap::new();
        let mut without_language = 0;
        for (at, document) in study.documents.iter().enumerate() {
            for (place, found) in counted(document) {
                let Some(language) = document.language_at(found.first) else {
                    without_language += 1;
                    continue;
                };
                let Some(column) = columns.get(found.column as usize) else { continue };
                let (matches, lowest) = strata.entry((found.column, language)).or_default();
                *matches += 1;
                lowest.push((value(self.seed, document, found.span, &column.path), at, place));
                if lowest.len() > self.per_category as usize {
                    lowest.pop();
                }
            }
        }
        let mut sample = MatchSample { without_language, ..MatchSample::default() };
        let mut rows = Vec::new();
        for ((column, language), (matches, lowest)) in strata {
            let stratum = sample.strata.len();
            let drawn = to_u32(lowest.len());
            sample.strata.push(Stratum { column: ColumnId(column), language, matches, drawn });
            rows.extend(lowest.into_iter().map(|(value, at, place)| {
                let digits: String = value.chars().rev().collect();
                (language, digits, stratum, at, place)
            }));
        }
        rows.sort_unstable();
        sample.matches = rows
            .into_iter()
            .filter_map(|(_, _, stratum, at, place)| sampled(study.documents.get(at)?, place, stratum))
            .collect();
        Ok(sample)
    }
}

/// The matches of a document that count, with their places.
fn counted(document: &Document) -> impl Iterator<Item = (usize, &Match)> {
    document.matches.iter().flatten().enumerate().filter(|(_, found)| found.status == Status::Counted)
}

/// Returns the value by which a match is drawn.
fn value(seed: u32, document: &Document, span: Span, category: &str) -> String {
    sha256(format!("{seed}\n{}\n{}\n{}\n{category}", document.sha256, span.start, span.end).as_bytes())
}

fn sampled(document: &Document, place: usize, stratum: usize) -> Option<SampledMatch> {
    let found = document.matches.as_ref()?.get(place)?;
    let context = context(document.text(), found.span, WIDTH);
    Some(SampledMatch { stratum, document: document.id, span: found.span, context })
}
