//! A study and a second policy → the table under both, and every match that counts otherwise.
//!
//! Under `longest` «тәуелсіз сот» is justice; under `independent` its «тәуелсіз» is freedom too.
//! That match is listed with its two statuses, and `тәуелсіз сот` as what took its place under the
//! one.
//!
//! Law: in each cell the count under the other policy less the count under the study's is the sum,
//! over the listed matches, of what each counts under the one less what it counts under the other.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::{AskError, Needs, Query, lexicon_difference::signed};
use crate::{
    context::context,
    counting::Column,
    lexicon::{EntryId, Lexicon},
    matching::{ColumnId, Match, Policy, Status},
    settings::{DocumentId, Options},
    study::{
        named_entry::NamedEntry,
        open::{OpenStudy, document::Document, matchers::Matchers, table::columns},
        winners::Winners,
    },
    text::{Span, Vocabulary},
};

/// Asks what would count otherwise under another policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyDifferenceQuery {
    /// The other policy.
    pub other: Policy,
    /// The matches of one document, or of all in their order.
    pub document: Option<DocumentId>,
    /// The matches of one column, or of all.
    pub column: Option<ColumnId>,
    /// Number of matches to skip.
    pub offset: u32,
    /// Number of matches to return, at most.
    pub limit: u32,
    /// How much text on either side, in characters.
    pub width: u32,
}

impl Query for PolicyDifferenceQuery {
    type Answer = PolicyDifference;

    fn needs(&self, _study: &OpenStudy) -> Needs {
        Needs::Matches(None)
    }

    fn answer(self, study: &mut OpenStudy) -> Result<PolicyDifference, AskError> {
        let OpenStudy { documents, lexicon, options, interner, matchers, .. } = study;
        Ok(policy_difference(&lexicon.lexicon, documents, interner.vocabulary(), options, matchers, self))
    }
}

/// What became of a match under a policy.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PolicyOutcome {
    /// Its outcome; `None` where the policy does not see it: a phrase that spans punctuation is one
    /// under `liwc` only.
    pub status: Option<Status>,
    /// What it adds to its cell: 0 or 1, under `liwc` its number of words.
    pub count: u64,
    /// The entry whose match took its place.
    pub by: Option<NamedEntry>,
}

/// A match that does not count the same under two policies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyMatch {
    /// Where.
    pub document: DocumentId,
    /// The bytes of the match.
    pub span: Span,
    /// Text before it, with line breaks as spaces.
    pub left: String,
    /// The match as written.
    pub node: String,
    /// Text after it.
    pub right: String,
    /// The entry.
    pub entry: NamedEntry,
    /// The column that it counts for.
    pub column: ColumnId,
    /// What became of it under the study's policy.
    pub own: PolicyOutcome,
    /// What became of it under the other.
    pub other: PolicyOutcome,
}

impl PolicyMatch {
    /// Returns by how much it changes its cell from the study's policy to the other.
    pub fn difference(&self) -> i64 {
        signed(self.other.count) - signed(self.own.count)
    }
}

/// A row of the table under two policies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyRow {
    /// The document.
    pub id: DocumentId,
    /// Its title.
    pub title: String,
    /// For each column the count under the study's policy and under the other.
    pub cells: Vec<(u64, u64)>,
}

/// A table under two policies, with a page of the matches that differ.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PolicyDifference {
    /// How the study counts.
    pub options: Options,
    /// The other policy.
    pub other: Policy,
    /// The columns in the lexicon's order.
    pub columns: Vec<Column>,
    /// The rows in the study's order.
    pub documents: Vec<PolicyRow>,
    /// The document asked for, or all.
    pub document: Option<DocumentId>,
    /// The column asked for, or all.
    pub column: Option<ColumnId>,
    /// Number of the first match, from 0.
    pub offset: u32,
    /// Number of matches asked for that differ, on all pages.
    pub total: u32,
    /// The matches, by document and then by place.
    pub matches: Vec<PolicyMatch>,
}

/// Compares the study's policy with another. The documents must have been matched under the former,
/// and stay as they are.
///
/// Cost: one more matching of each document; contexts are made for the page alone.
fn policy_difference(
    lexicon: &Lexicon,
    documents: &[Document],
    vocabulary: &Vocabulary,
    options: &Options,
    matchers: &mut Matchers,
    query: PolicyDifferenceQuery,
) -> PolicyDifference {
    let columns = columns(lexicon, options);
    let others = Options { policy: query.other, ..options.clone() };
    let (mut total, mut page) = (0, Vec::new());
    let rows = documents.iter().map(|document| {
        let own = document.matches.as_deref().expect("the question needs matches");
        let other = matchers.matches(document, lexicon, &others, vocabulary);
        let mut cells = vec![(0, 0); columns.len()];
        let policies = [options.policy, query.other];
        let winners = [Winners::new(own, policies[0]), Winners::new(&other, policies[1])];
        for pair in pairs(own, &other) {
            let found = pair[0].or(pair[1]).expect("one policy at least has a match of a pair");
            let counts = [0, 1].map(|side| {
                let counted = pair[side].filter(|found| found.status == Status::Counted);
                counted.map_or(0, |found| document.counts_as(found, vocabulary, policies[side]))
            });
            let cell = &mut cells[found.column as usize];
            *cell = (cell.0 + counts[0], cell.1 + counts[1]);
            let is_asked_for = query.document.is_none_or(|id| id == document.id)
                && query.column.is_none_or(|column| column.0 == found.column);
            if counts[0] == counts[1] || !is_asked_for {
                continue;
            }
            if total >= query.offset && total - query.offset < query.limit {
                let outcome = |side: usize| PolicyOutcome {
                    status: pair[side].map(|found| found.status),
                    count: counts[side],
                    by: pair[side]
                        .filter(|found| found.status == Status::Shadowed)
                        .and_then(|found| winners[side].of(found))
                        .map(|winner| NamedEntry::new(lexicon, winner.entry)),
                };
                let around = context(document.text(), found.span, query.width);
                page.push(PolicyMatch {
                    document: document.id,
                    span: found.span,
                    left: around.left,
                    node: around.node,
                    right: around.right,
                    entry: NamedEntry::new(lexicon, found.entry),
                    column: ColumnId(found.column),
                    own: outcome(0),
                    other: outcome(1),
                });
            }
            total += 1;
        }
        PolicyRow { id: document.id, title: document.title.clone(), cells }
    });
    PolicyDifference {
        documents: rows.collect(),
        options: options.clone(),
        other: query.other,
        columns,
        document: query.document,
        column: query.column,
        offset: query.offset,
        total,
        matches: page,
    }
}

/// The matches of both sides, those of one entry and place together, by place.
fn pairs<'matches>(own: &'matches [Match], other: &'matches [Match]) -> Vec<[Option<&'matches Match>; 2]> {
    let key = |found: &Match| (found.first, found.count, found.entry);
    let mut mirror: FxHashMap<(u32, u32, EntryId), &Match> = other.iter().map(|found| (key(found), found)).collect();
    let mut pairs: Vec<[Option<&Match>; 2]> =
        own.iter().map(|found| [Some(found), mirror.remove(&key(found))]).collect();
    pairs.extend(mirror.into_values().map(|found| [None, Some(found)]));
    pairs.sort_unstable_by_key(|pair| pair[0].or(pair[1]).map(key));
    pairs
}
