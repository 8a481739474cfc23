//! A lexicon and what its entries caught → what may be wrong with it.
//!
//! Lint judges nobody: it names entries with figures, and the author decides. Where no text is open only what the lexicon itself
//! shows is told. In a category with `құқық` and `құқығы` the second is a duplicate; `тең*`, which catches теңге and теңіз, is
//! broad; a word that holds 61 % of a category's matches in a text dominates it.
//!
//! Law: a dead entry has no match; the order of findings is that of the figures, then of the lexicon, so that equal inputs give
//! equal reports. Cost: linear in entries and matches, and the grammar's work for each form that a wildcard caught.

mod broad;
mod catch;
mod citation;
mod duplicate;
mod finding;
mod rule;

pub use finding::{Finding, FormTimes, LintDetail, LintGroup, LintKind, LintReport, NamedEntry, Taker};

use self::{catch::Catch, citation::citations, rule::Raw};
use super::{document::Document, probe::Languages};
use crate::settings::Options;
use crate::{
    language::Language,
    lexicon::{EntryId, Lexicon},
    text::{Vocabulary, small},
};

/// Which findings are asked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked {
    pub(super) language: Option<Language>,
    pub(super) kind: Option<LintKind>,
    pub(super) offset: u32,
    pub(super) limit: u32,
}

/// Looks at the entries. The documents must have been matched.
pub(super) fn lint(
    lexicon: &Lexicon,
    documents: &[Document],
    vocabulary: &Vocabulary,
    options: &Options,
    asked: Asked,
) -> LintReport {
    let is_wanted = |id: EntryId| {
        let own = lexicon.entry(id).and_then(|entry| entry.language);
        asked.language.is_none_or(|language| own.is_none_or(|own| own == language))
    };
    let wanted: Vec<EntryId> = (0..small(lexicon.entries.len())).map(EntryId).filter(|id| is_wanted(*id)).collect();
    let catch = Catch::new(lexicon, documents, vocabulary, options);
    let needs_citations = |kind: &LintKind| matches!(kind, LintKind::Duplicate | LintKind::SeveralCategories);
    let kinds = LintKind::ALL.into_iter().filter(|kind| asked.kind.is_none_or(|only| only == *kind));
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
        group(lexicon, kind, found, asked)
    });
    let groups = groups.collect();
    LintReport { language: asked.language, texts: small(documents.len()), entries: small(wanted.len()), groups }
}

fn group(lexicon: &Lexicon, kind: LintKind, found: Vec<Raw>, asked: Asked) -> LintGroup {
    let total = small(found.len());
    let page = found.into_iter().skip(asked.offset as usize).take(asked.limit as usize);
    let findings = page.map(|raw| Finding {
        entries: raw.entries.into_iter().map(|id| NamedEntry::new(lexicon, id)).collect(),
        detail: raw.detail,
    });
    LintGroup { kind, offset: asked.offset, total, findings: findings.collect() }
}
