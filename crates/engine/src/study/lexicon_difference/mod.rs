//! Two lexicons and the documents of a study → what differs, and which entry changes which count.
//!
//! A lexicon in which `тәуелсіз сот` is new in justice not only adds matches to justice: under `longest` the freedom that lay in
//! its `тәуелсіз` is taken, and the cell of freedom names `тәуелсіз` as its cause and `тәуелсіз сот` as the one that takes it.
//!
//! Law: in each cell the differences of the causes add up to the count after less the count before, under `liwc` in words.

mod cause;
mod change;
mod pairing;
mod view;

pub(crate) use view::signed;
pub use view::{
    CategoryChange, CategoryDetail, Cause, CauseReason, CellDifference, ColumnPair, DocumentDifference, EntryAspect,
    EntryChange, LexiconDifference,
};

use self::{cause::Sides, pairing::Pairing};
use super::{document::Document, matchers::Matchers, table::lexicon_summary};
use crate::settings::Options;
use crate::{
    lexicon::Lexicon,
    matching::{Levels, Match, columns_at},
    text::{Vocabulary, small},
};

/// How much is asked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked {
    pub(super) offset: u32,
    pub(super) limit: u32,
    pub(super) causes: u32,
}

/// Compares the lexicon before with that of the study. The documents must have been matched with the latter, and stay as they are.
pub(super) fn lexicon_difference(
    before: &Lexicon,
    after: &Lexicon,
    documents: &[Document],
    vocabulary: &Vocabulary,
    options: &Options,
    asked: Asked,
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
        let new: &[Match] = document.matches.as_deref().unwrap_or_default();
        sides.compare(document, vocabulary, [&old, new], asked.causes, &mut cells);
        DocumentDifference { id: document.id, title: document.title.clone(), cells }
    });
    let rows: Vec<DocumentDifference> = rows.collect();
    let changes = change::entries(before, after, &pairing);
    let number = |holds: fn(&EntryChange) -> bool| small(changes.iter().filter(|change| holds(change)).count());
    LexiconDifference {
        before: lexicon_summary(before),
        after: lexicon_summary(after),
        options: options.clone(),
        categories: change::categories(before, after, &pairing),
        added: number(|change| change.before.is_none()),
        removed: number(|change| change.after.is_none()),
        changed: number(|change| !change.aspects.is_empty()),
        offset: asked.offset,
        total: small(changes.len()),
        entries: changes.into_iter().skip(asked.offset as usize).take(asked.limit as usize).collect(),
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
