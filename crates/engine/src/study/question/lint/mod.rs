//! A lexicon and what its entries caught → what may be wrong with it.
//!
//! Lint names entries with figures; the author decides. Where no text is open only what the lexicon
//! itself shows is reported. In a category with `құқық` and `құқығы` the second is a duplicate;
//! `тең*`, which catches теңге and теңіз, is broad; a word that holds 61 % of a category's matches
//! in a text dominates it.
//!
//! Law: a dead entry has no match; the order of findings is that of the figures, then of the
//! lexicon, so that equal inputs give equal reports. Cost: linear in entries and matches, and the
//! grammar's work for each form that a wildcard caught.

mod broad;
mod catch;
mod citation;
mod duplicate;
mod finding;
mod rule;

pub use finding::{CoveringEntry, Finding, FormTimes, LintDetail, LintGroup, LintKind, LintReport};

use self::{catch::Catch, citation::citations, rule::Raw};
use serde::{Deserialize, Serialize};

use super::{AskError, Needs, Query};
use crate::{
    language::Language,
    lexicon::{EntryId, Lexicon},
    settings::Options,
    study::{
        named_entry::NamedEntry,
        open::{OpenStudy, document::Document, languages::Languages},
    },
    text::{Vocabulary, to_u32},
};

/// Asks what may be wrong with the lexicon's entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LintQuery {
    /// Entries of one language and those for all, or all entries.
    pub language: Option<Language>,
    /// Findings of one kind, or of all.
    pub kind: Option<LintKind>,
    /// Number of findings of each kind to skip.
    pub offset: u32,
    /// Number of findings of each kind to return, at most.
    pub limit: u32,
}

impl Query for LintQuery {
    type Answer = LintReport;

    fn needs(&self, _study: &OpenStudy) -> Needs {
        Needs::Matches(None)
    }

    fn answer(self, study: &mut OpenStudy) -> Result<LintReport, AskError> {
        let (lexicon, vocabulary) = (study.lexicon(), study.vocabulary());
        Ok(lint(lexicon, &study.documents, vocabulary, &study.options, self))
    }
}

/// Looks at the entries. The documents must have been matched.
fn lint(
    lexicon: &Lexicon,
    documents: &[Document],
    vocabulary: &Vocabulary,
    options: &Options,
    query: LintQuery,
) -> LintReport {
    let is_wanted = |id: EntryId| {
        let own = lexicon.entry(id).and_then(|entry| entry.language);
        query.language.is_none_or(|language| own.is_none_or(|own| own == language))
    };
    let wanted: Vec<EntryId> = (0..to_u32(lexicon.entries.len())).map(EntryId).filter(|id| is_wanted(*id)).collect();
    let catch = Catch::new(lexicon, documents, vocabulary, options);
    let needs_citations = |kind: &LintKind| matches!(kind, LintKind::Duplicate | LintKind::SeveralCategories);
    let kinds = LintKind::ALL.into_iter().filter(|kind| query.kind.is_none_or(|only| only == *kind));
    let cited = if kinds.clone().any(|kind| needs_citations(&kind)) { citations(lexicon) } else { Vec::new() };
    let groups = kinds.map(|kind| {
        let found = match kind {
            LintKind::Dead => rule::dead(lexicon, &Languages::of(documents), &catch, &wanted),
            LintKind::Shadowed => rule::shadowed(lexicon, &catch, &wanted),
            LintKind::Duplicate => duplicate::duplicates(lexicon, &cited, &catch, is_wanted),
            LintKind::SeveralCategories => duplicate::several_categories(lexicon, &cited, is_wanted),
            LintKind::Broad => broad::broad(lexicon, &catch, is_wanted),
            LintKind::MixedAlphabets => rule::mixed_alphabets(lexicon, &wanted),
            LintKind::Short => rule::short(lexicon, &catch, &wanted),
            LintKind::Dominating => rule::dominating(lexicon, options.levels(), documents, &catch, is_wanted),
        };
        group(lexicon, kind, found, query)
    });
    let groups = groups.collect();
    LintReport { language: query.language, texts: to_u32(documents.len()), entries: to_u32(wanted.len()), groups }
}

fn group(lexicon: &Lexicon, kind: LintKind, found: Vec<Raw>, query: LintQuery) -> LintGroup {
    let total = to_u32(found.len());
    let page = found.into_iter().skip(query.offset as usize).take(query.limit as usize);
    let findings = page.map(|raw| Finding {
        entries: raw.entries.into_iter().map(|id| NamedEntry::new(lexicon, id)).collect(),
        detail: raw.detail,
    });
    LintGroup { kind, offset: query.offset, total, findings: findings.collect() }
}
