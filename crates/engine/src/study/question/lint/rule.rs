//! The rules that look at one entry, or at what the entries of one category supply.

use std::{cmp::Reverse, collections::BTreeMap};

use super::{
    catch::Catch,
    finding::{CoveringEntry, LintDetail, LintReport},
};
use crate::{
    language::Language,
    lexicon::{Element, EntryId, Lexicon, has_mixed_alphabets},
    matching::{Levels, columns_at},
    study::{
        named_entry::NamedEntry,
        open::{document::Document, languages::Languages},
    },
    text::to_u32,
};

/// From how many letters on a single word is long enough to be distinguished from others: shorter
/// ones have too many forms and homonyms.
const ENOUGH_LETTERS: usize = 4;

/// From how many shadowed matches on an entry with some that count is reported: two or three may be
/// a chance of one text.
const FEWEST_SHADOWED: u64 = 5;

/// From which count on a category is asked who supplies it: of fewer matches one word easily has
/// more than half.
const FEWEST_COUNTED: u64 = 5;

/// A finding before its entries are named.
pub(super) struct Raw {
    pub(super) entries: Vec<EntryId>,
    pub(super) detail: LintDetail,
}

impl Raw {
    fn of(entry: EntryId, detail: LintDetail) -> Self {
        Self { entries: vec![entry], detail }
    }
}

/// Finds entries that matched nothing, though there is a text to look for them in.
pub(super) fn dead(lexicon: &Lexicon, languages: &Languages, catch: &Catch<'_>, wanted: &[EntryId]) -> Vec<Raw> {
    let is_sought = |id: &EntryId| lexicon.entry(*id).is_some_and(|entry| languages.seek(entry));
    let silent = wanted.iter().copied().filter(is_sought).filter(|id| catch.statuses(*id).total() == 0);
    silent.map(|id| Raw::of(id, LintDetail::Dead)).collect()
}

/// Finds entries none of whose matches count because others take their place, and those that lose
/// more than half of at least [`FEWEST_SHADOWED`]; most lost first.
pub(super) fn shadowed(lexicon: &Lexicon, catch: &Catch<'_>, wanted: &[EntryId]) -> Vec<Raw> {
    let mut found: Vec<(Reverse<u64>, Raw)> = Vec::new();
    for id in wanted {
        let statuses = catch.statuses(*id);
        let (shadowed, counted) = (statuses.shadowed, statuses.counted);
        if (counted == 0 && shadowed > 0) || (shadowed > counted && shadowed >= FEWEST_SHADOWED) {
            let covering = catch.covered_by(*id).take(LintReport::MOST_COVERING);
            let by = covering
                .map(|(entry, times)| CoveringEntry { entry: NamedEntry::new(lexicon, entry), times })
                .collect();
            found.push((Reverse(shadowed), Raw::of(*id, LintDetail::Shadowed { shadowed, counted, by })));
        }
    }
    found.sort_by_key(|(shadowed, _)| *shadowed);
    found.into_iter().map(|(_, raw)| raw).collect()
}

/// Finds entries with a word that mixes Latin and Cyrillic letters; it matches nothing but the same
/// slip.
pub(super) fn mixed_alphabets(lexicon: &Lexicon, wanted: &[EntryId]) -> Vec<Raw> {
    let found = wanted.iter().filter_map(|id| {
        let mut words = lexicon[*id].pattern.text.split_whitespace();
        // An expression writes classes and escapes with Latin letters.
        let word = words.find(|word| !word.starts_with('/') && has_mixed_alphabets(word))?;
        Some(Raw::of(*id, LintDetail::MixedAlphabets { word: word.to_owned() }))
    });
    found.collect()
}

/// Finds single words of fewer than [`ENOUGH_LETTERS`] letters, those with most matches first.
pub(super) fn short(lexicon: &Lexicon, catch: &Catch<'_>, wanted: &[EntryId]) -> Vec<Raw> {
    let mut found: Vec<(Reverse<u64>, Raw)> = Vec::new();
    for id in wanted {
        let pattern = &lexicon[*id].pattern;
        let [Element::Lemma { .. } | Element::Form(_) | Element::Glob(_)] = &pattern.elements[..] else { continue };
        let letters = pattern.text.chars().filter(|letter| letter.is_alphanumeric()).count();
        if letters < ENOUGH_LETTERS {
            let matches = catch.statuses(*id).total();
            found.push((Reverse(matches), Raw::of(*id, LintDetail::Short { letters: to_u32(letters), matches })));
        }
    }
    found.sort_by_key(|(matches, _)| *matches);
    found.into_iter().map(|(_, raw)| raw).collect()
}

/// Finds entries that supply more than half of what a column counts in a text, where that is at
/// least [`FEWEST_COUNTED`] and the column has another entry that is looked for there; the largest
/// share first.
pub(super) fn dominating(
    lexicon: &Lexicon,
    levels: Levels,
    documents: &[Document],
    catch: &Catch<'_>,
    is_wanted: impl Fn(EntryId) -> bool,
) -> Vec<Raw> {
    let (columns, column_of) = columns_at(lexicon, levels);
    let mut entries_of: BTreeMap<(u32, Option<Language>), u32> = BTreeMap::new();
    for entry in &lexicon.entries {
        if let Some(column) = column_of.get(entry.category.0 as usize).copied().flatten() {
            *entries_of.entry((column, entry.language)).or_default() += 1;
        }
    }
    let mut found: Vec<(u64, u64, Raw)> = Vec::new();
    let supplied = catch.supplied();
    for cell in supplied.chunk_by(|left, right| (left.0, left.1) == (right.0, right.1)) {
        let (place, column, entry, count) = cell[0];
        let total: u64 = cell.iter().map(|(.., count)| count).sum();
        let Some(document) = documents.get(place).filter(|_| is_wanted(entry)) else { continue };
        if total < FEWEST_COUNTED || count * 2 <= total {
            continue;
        }
        let languages = Languages::of(std::slice::from_ref(document));
        let sought = entries_of
            .range((column, None)..(column + 1, None))
            .filter(|((_, language), _)| languages.seek_language(*language));
        if sought.map(|(_, entries)| entries).sum::<u32>() < 2 {
            continue;
        }
        let category = &lexicon[columns[column as usize].category];
        let detail = LintDetail::Dominating {
            document: document.id,
            title: document.title.clone(),
            column: category.path.clone(),
            count,
            total,
            share: count as f64 / total as f64,
        };
        found.push((count, total, Raw::of(entry, detail)));
    }
    // The larger fraction first, compared without rounding; a stable sort keeps the order of texts
    // and columns.
    found.sort_by(|(left, left_total, _), (right, right_total, _)| {
        (u128::from(*right) * u128::from(*left_total)).cmp(&(u128::from(*left) * u128::from(*right_total)))
    });
    found.into_iter().map(|(.., raw)| raw).collect()
}
