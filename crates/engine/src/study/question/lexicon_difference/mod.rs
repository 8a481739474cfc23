//! Two lexicons and the documents of a study → what differs, and which entry changes which count.
//!
//! A lexicon in which `тәуелсіз сот` is new in justice not only adds matches to justice: under
//! `longest` the freedom that lay in its `тәуелсіз` is taken, and the cell of freedom names
//! `тәуелсіз` as its cause and `тәуелсіз сот` as the one that takes it.
//!
//! Law: in each cell the differences of the causes add up to the count after less the count before,
//! under `liwc` in words.

mod cause;
mod change;
mod pairing;
mod view;

pub(crate) use view::signed;
pub use view::{
    CategoryChange, CategoryDetail, Cause, CauseReason, CellDifference, ColumnPair, DocumentDifference, EntryAspect,
    EntryChange, LexiconDifference,
};

use serde::{Deserialize, Serialize};

use self::{cause::Sides, pairing::Pairing};
use super::{AskError, Needs, Query};
use crate::{
    lexicon::Lexicon,
    matching::{Levels, Match, columns_at},
    settings::{LexiconSource, Options},
    study::{
        change::Refusal,
        open::{
            OpenStudy, document::Document, loaded_lexicon::LoadedLexicon, matchers::Matchers, table::lexicon_summary,
        },
    },
    text::{Vocabulary, to_u32},
};

/// Asks how the lexicon differs from another, and what that does to the counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LexiconDifferenceQuery {
    /// The lexicon before; the study's is the one after.
    pub before: LexiconSource,
    /// Number of entries that differ to skip.
    pub offset: u32,
    /// Number of entries that differ to return, at most.
    pub limit: u32,
    /// Number of causes to name in each cell, at most.
    pub causes: u32,
}

impl Query for LexiconDifferenceQuery {
    type Answer = LexiconDifference;

    fn needs(&self, _study: &OpenStudy) -> Needs {
        Needs::Matches(None)
    }

    fn answer(self, study: &mut OpenStudy) -> Result<LexiconDifference, AskError> {
        let before = LoadedLexicon::read(&self.before).map_err(Refusal::new).map_err(AskError::Refused)?;
        let (after, vocabulary) = (study.lexicon(), study.vocabulary());
        Ok(lexicon_difference(&before.lexicon, after, &study.documents, vocabulary, &study.options, &self))
    }
}

/// Compares the lexicon before with that of the study. The documents must have been matched with
/// the latter, and stay as they are.
fn lexicon_difference(
    before: &Lexicon,
    after: &Lexicon,
    documents: &[Document],
    vocabulary: &Vocabulary,
    options: &Options,
    query: &LexiconDifferenceQuery,
) -> LexiconDifference {
    let pairing = Pairing::new(before, after);
    let (columns, [of_before, of_after]) = columns(before, after, options.levels());
    let sides = Sides { before, after, pairing: &pairing, columns: [&of_before, &of_after], policy: options.policy };
    let mut matchers = Matchers::default();
    let rows = documents.iter().map(|document| {
        let cell = |column: &ColumnPair| CellDifference {
            before: column.is_before.then_some(0),
            after: column.is_after.then_some(0),
            ..CellDifference::default()
        };
        let mut cells: Vec<CellDifference> = columns.iter().map(cell).collect();
        let old = matchers.matches(document, before, options, vocabulary);
        let new: &[Match] = document.matches.as_deref().expect("the question needs matches");
        sides.compare(document, vocabulary, [&old, new], query.causes, &mut cells);
        DocumentDifference { id: document.id, title: document.title.clone(), cells }
    });
    let rows: Vec<DocumentDifference> = rows.collect();
    let changes = change::entries(before, after, &pairing);
    let number = |holds: fn(&EntryChange) -> bool| to_u32(changes.iter().filter(|change| holds(change)).count());
    LexiconDifference {
        before: lexicon_summary(before),
        after: lexicon_summary(after),
        options: options.clone(),
        categories: change::categories(before, after, &pairing),
        added: number(|change| change.before.is_none()),
        removed: number(|change| change.after.is_none()),
        changed: number(|change| !change.aspects.is_empty()),
        offset: query.offset,
        total: to_u32(changes.len()),
        entries: changes.into_iter().skip(query.offset as usize).take(query.limit as usize).collect(),
        columns,
        documents: rows,
    }
}

/// The columns of both tables by path, and for each column of either its place among them.
fn columns(before: &Lexicon, after: &Lexicon, levels: Levels) -> (Vec<ColumnPair>, [Vec<usize>; 2]) {
    let mut pairs: Vec<ColumnPair> = Vec::new();
    let mut places = [Vec::new(), Vec::new()];
    for (side, lexicon) in [(1, after), (0, before)] {
        for category in columns_at(lexicon, levels).0.iter().filter_map(|column| lexicon.category(column.category)) {
            let at = pairs.iter().position(|pair| pair.path == category.path).unwrap_or_else(|| {
                pairs.push(ColumnPair {
                    path: category.path.clone(),
                    title: category.title.clone(),
                    kind: category.kind,
                    is_before: false,
                    is_after: false,
                });
                pairs.len() - 1
            });
            *(if side == 1 { &mut pairs[at].is_after } else { &mut pairs[at].is_before }) = true;
            places[side].push(at);
        }
    }
    (pairs, places)
}
