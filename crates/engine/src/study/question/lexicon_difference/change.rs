//! Two lexicons and which is which → what differs in categories and entries.

use super::{
    pairing::Pairing,
    view::{CategoryChange, CategoryDetail, EntryAspect, EntryChange},
};
use crate::{
    language::{Language, PartOfSpeech, PartsOfSpeech},
    lexicon::{Category, CategoryId, Entry, EntryId, Lexicon},
    study::named_entry::NamedEntry,
    text::to_u32,
};

/// Returns the categories that differ.
pub(super) fn categories(before: &Lexicon, after: &Lexicon, pairing: &Pairing) -> Vec<CategoryChange> {
    let mut origin: Vec<Option<&Category>> = vec![None; after.categories.len()];
    for (own, category) in pairing.categories.iter().zip(&before.categories) {
        if let Some(own) = own {
            origin[own.0 as usize] = Some(category);
        }
    }
    let mut changes = Vec::new();
    for (category, origin) in after.categories.iter().zip(origin) {
        let mut report = |detail| {
            changes.push(CategoryChange { path: category.path.clone(), title: category.title.clone(), detail });
        };
        let Some(origin) = origin else {
            report(CategoryDetail::Added);
            continue;
        };
        if origin.path != category.path {
            report(CategoryDetail::Renamed { from: origin.path.clone() });
        }
        if origin.title != category.title {
            report(CategoryDetail::Retitled { from: origin.title.clone() });
        }
        if origin.kind != category.kind {
            report(CategoryDetail::Kind { from: origin.kind, to: category.kind });
        }
        for language in Language::ALL.map(Some).into_iter().chain([None]) {
            let (old, new) = (exclusions(origin, language), exclusions(category, language));
            let missing = |from: &[&str], other: &[&str]| -> Vec<String> {
                from.iter().filter(|text| !other.contains(text)).map(|text| (*text).to_owned()).collect()
            };
            let (added, removed) = (missing(&new, &old), missing(&old, &new));
            if !added.is_empty() || !removed.is_empty() {
                report(CategoryDetail::Exclusions { language, added, removed });
            }
        }
    }
    let removed = pairing.categories.iter().zip(&before.categories).filter(|(own, _)| own.is_none());
    changes.extend(removed.map(|(_, category)| CategoryChange {
        path: category.path.clone(),
        title: category.title.clone(),
        detail: CategoryDetail::Removed,
    }));
    changes
}

fn exclusions(category: &Category, language: Option<Language>) -> Vec<&str> {
    category.all_exclusions(language).map(|pattern| pattern.text.as_str()).collect()
}

/// Returns the entries that differ. A category that was renamed moves none of its entries.
pub(super) fn entries(before: &Lexicon, after: &Lexicon, pairing: &Pairing) -> Vec<EntryChange> {
    let mut changes = Vec::new();
    for (at, entry) in after.entries.iter().enumerate() {
        let own = NamedEntry::new(after, EntryId(to_u32(at)));
        let Some(origin) = pairing.origins[at] else {
            changes.push(EntryChange { before: None, after: Some(own), aspects: Vec::new() });
            continue;
        };
        let old = &before[origin];
        let aspects = aspects(old, entry, &pairing.categories);
        if !aspects.is_empty() {
            let old = NamedEntry::new(before, origin);
            changes.push(EntryChange { before: Some(old), after: Some(own), aspects });
        }
    }
    let removed = pairing.entries.iter().enumerate().filter(|(_, own)| own.is_none());
    changes.extend(removed.map(|(at, _)| EntryChange {
        before: Some(NamedEntry::new(before, EntryId(to_u32(at)))),
        after: None,
        aspects: Vec::new(),
    }));
    changes
}

/// Returns what differs between two states of an entry.
pub(super) fn aspects(before: &Entry, after: &Entry, categories: &[Option<CategoryId>]) -> Vec<EntryAspect> {
    let mut aspects = Vec::new();
    if categories.get(before.category.0 as usize).copied().flatten() != Some(after.category) {
        aspects.push(EntryAspect::Category);
    }
    if before.parts != after.parts {
        aspects.push(EntryAspect::Parts { before: parts(before.parts), after: parts(after.parts) });
    }
    if before.weight.to_bits() != after.weight.to_bits() {
        aspects.push(EntryAspect::Weight { before: before.weight, after: after.weight });
    }
    let (old, new) = (conditions(before), conditions(after));
    if old != new {
        aspects.push(EntryAspect::Conditions { before: old, after: new });
    }
    if before.note != after.note {
        aspects.push(EntryAspect::Note { before: before.note.clone(), after: after.note.clone() });
    }
    if before.source != after.source {
        aspects.push(EntryAspect::Source { before: before.source.clone(), after: after.source.clone() });
    }
    aspects
}

fn parts(parts: PartsOfSpeech) -> Vec<PartOfSpeech> {
    let stated = PartOfSpeech::ALL.into_iter().filter(|part| !parts.is_unknown() && parts.allows(*part));
    stated.collect()
}

/// Conditions as they are written, and what else decides what the entry reaches; a window means
/// nothing where nothing need be near.
fn conditions(entry: &Entry) -> String {
    let conditions = &entry.conditions;
    let window = (!conditions.near.is_empty()).then(|| format!("window {}", conditions.window));
    let crosses = entry.crosses_punctuation.then(|| "crosses_punctuation".to_owned());
    let compounds = entry.compounds.then(|| "compounds".to_owned());
    let written = Some(conditions.to_string()).filter(|written| !written.is_empty());
    [written, window, crosses, compounds].into_iter().flatten().collect::<Vec<_>>().join("; ")
}
