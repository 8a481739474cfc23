//! A few columns of the table → where in each text their matches stand, for a barcode plot.
//!
//! Place is counted in tokens: of a text of 4,000 tokens cut into 2,000 slots, a match whose first
//! token is number 3,001 (from 0) stands in slot 1,500.
//!
//! Law: the counts of a row's slots add up to the count of its cell in the table.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{AskError, Needs, Query};
use crate::{
    counting::Column,
    lexicon::Lexicon,
    matching::{ColumnId, Status},
    settings::{DocumentId, Options},
    study::open::{OpenStudy, document::Document, table::columns},
    text::{Vocabulary, to_u32},
};

/// Asks where in each text the matches of some columns stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DispersionQuery {
    /// The columns, at most [`Dispersion::MOST_COLUMNS`]; more are left out.
    pub columns: Vec<ColumnId>,
}

impl Query for DispersionQuery {
    type Answer = Dispersion;

    fn needs(&self, _study: &OpenStudy) -> Needs {
        Needs::Matches(None)
    }

    fn answer(self, study: &mut OpenStudy) -> Result<Dispersion, AskError> {
        let (lexicon, vocabulary) = (study.lexicon(), study.vocabulary());
        Ok(dispersion(lexicon, &study.documents, vocabulary, &study.options, &self.columns))
    }
}

/// Where the matches of some columns stand in every text.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Dispersion {
    /// How the study counts.
    pub options: Options,
    /// The columns asked for, each once, in the order asked; those that the table does not have are
    /// left out.
    pub columns: Vec<Column>,
    /// The texts in the study's order.
    pub documents: Vec<DispersedDocument>,
}

impl Dispersion {
    /// How many columns are looked at; more are left out.
    pub const MOST_COLUMNS: usize = 8;
    /// Into how many slots a text is cut, at most.
    pub const MOST_SLOTS: u32 = 2_000;
}

/// Where the matches stand in one text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DispersedDocument {
    /// Names the document.
    pub id: DocumentId,
    /// Its title.
    pub title: String,
    /// Number of its tokens: words, numbers, punctuation and breaks.
    pub tokens: u32,
    /// Into how many slots of equal length it is cut: as many as it has tokens, at most
    /// [`Dispersion::MOST_SLOTS`].
    pub slots: u32,
    /// For each column its slots with a match, in the order of the text.
    pub rows: Vec<Vec<DispersedSlot>>,
}

/// A stretch of a text with matches that begin there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DispersedSlot {
    /// Its number, from 0.
    pub slot: u32,
    /// What the matches add to the cell: their number, under `liwc` their words.
    pub count: u64,
    /// The byte of the text at which the first of them begins.
    pub at: u32,
}

/// Returns where the counted matches of `asked` stand. The documents must have been matched before.
///
/// Cost: linear in the number of matches.
fn dispersion(
    lexicon: &Lexicon,
    documents: &[Document],
    vocabulary: &Vocabulary,
    options: &Options,
    asked: &[ColumnId],
) -> Dispersion {
    let known = columns(lexicon, options);
    let mut shown: Vec<Column> = Vec::new();
    for column in asked.iter().filter_map(|id| known.get(id.0 as usize)) {
        if shown.len() < Dispersion::MOST_COLUMNS && !shown.iter().any(|own| own.id == column.id) {
            shown.push(column.clone());
        }
    }
    let documents = documents.iter().map(|document| {
        let tokens = to_u32(document.tokens.len());
        let slots = tokens.min(Dispersion::MOST_SLOTS);
        let mut rows: Vec<BTreeMap<u32, DispersedSlot>> = vec![BTreeMap::new(); shown.len()];
        let counted = document.matches.iter().flatten().filter(|found| found.status == Status::Counted);
        for found in counted {
            let Some(at) = shown.iter().position(|column| column.id.0 == found.column) else { continue };
            let slot = slot_of(found.first, tokens, slots);
            let start = found.span.start;
            let own = rows[at].entry(slot).or_insert(DispersedSlot { slot, count: 0, at: start });
            own.count += document.counts_as(found, vocabulary, options.policy);
            own.at = own.at.min(start);
        }
        DispersedDocument {
            id: document.id,
            title: document.title.clone(),
            tokens,
            slots,
            rows: rows.into_iter().map(|row| row.into_values().collect()).collect(),
        }
    });
    Dispersion { options: options.clone(), documents: documents.collect(), columns: shown }
}

/// The slot of one of the `tokens` of a text.
fn slot_of(token: u32, tokens: u32, slots: u32) -> u32 {
    let slot = u64::from(token) * u64::from(slots) / u64::from(tokens);
    u32::try_from(slot).expect("a token lies before the end, and its slot before the last slot's end")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_part_a_text_evenly() {
        assert_eq!([0, 1, 2, 3].map(|token| slot_of(token, 4, 4)), [0, 1, 2, 3]);
        assert_eq!([0, 1, 3_001, 3_999].map(|token| slot_of(token, 4_000, 2_000)), [0, 0, 1_500, 1_999]);
        assert_eq!(slot_of(u32::MAX - 1, u32::MAX, 2_000), 1_999);
    }
}
