//! Two lexicons → which category and which entry of the one is which of the other.
//!
//! A category is known by its path; one whose path no longer exists is the same as a new one that
//! holds more than half of its entries and has more than half of its own from it. An entry is known
//! by its pattern within its category and language, then by its pattern alone, and then it has
//! moved.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, VecDeque},
};

use rustc_hash::FxHashMap;

use crate::{
    lexicon::{CategoryId, Entry, EntryId, Lexicon},
    text::to_u32,
};

/// Which is which.
pub(super) struct Pairing {
    /// For each category before the one after.
    pub(super) categories: Vec<Option<CategoryId>>,
    /// For each entry before the one after.
    pub(super) entries: Vec<Option<EntryId>>,
    /// For each entry after the one before.
    pub(super) origins: Vec<Option<EntryId>>,
}

impl Pairing {
    /// Pairs two lexicons. Cost: linear, but for sorting the categories that may be renamed.
    pub(super) fn new(before: &Lexicon, after: &Lexicon) -> Self {
        let mut pairing = Self {
            categories: categories(before, after),
            entries: vec![None; before.entries.len()],
            origins: vec![None; after.entries.len()],
        };
        let home = pairing.categories.clone();
        let home_before = |entry: &Entry| home.get(entry.category.0 as usize).copied().flatten();
        let home_after = |entry: &Entry| Some(entry.category);
        // From the strictest likeness to the loosest, so that of two entries with one pattern each
        // finds its own.
        pairing.pass(
            before,
            after,
            |entry| home_before(entry).map(|home| (home, exact(entry))),
            |entry| home_after(entry).map(|home| (home, exact(entry))),
        );
        pairing.pass(
            before,
            after,
            |entry| home_before(entry).map(|home| (home, stated(entry))),
            |entry| home_after(entry).map(|home| (home, stated(entry))),
        );
        pairing.pass(
            before,
            after,
            |entry| home_before(entry).map(|home| (home, name(entry))),
            |entry| home_after(entry).map(|home| (home, name(entry))),
        );
        pairing.pass(before, after, |entry| Some(stated(entry)), |entry| Some(stated(entry)));
        pairing.pass(before, after, |entry| Some(name(entry)), |entry| Some(name(entry)));
        pairing
    }

    /// Pairs entries that have no pair yet and the same key, in their order.
    fn pass<Key: std::hash::Hash + Eq>(
        &mut self,
        before: &Lexicon,
        after: &Lexicon,
        key_before: impl Fn(&Entry) -> Option<Key>,
        key_after: impl Fn(&Entry) -> Option<Key>,
    ) {
        let mut open: FxHashMap<Key, VecDeque<usize>> = FxHashMap::default();
        for (at, entry) in after.entries.iter().enumerate().filter(|(at, _)| self.origins[*at].is_none()) {
            if let Some(key) = key_after(entry) {
                open.entry(key).or_default().push_back(at);
            }
        }
        for (at, entry) in before.entries.iter().enumerate() {
            if self.entries[at].is_some() {
                continue;
            }
            let own = key_before(entry).and_then(|key| open.get_mut(&key)?.pop_front());
            if let Some(own) = own {
                self.entries[at] = Some(EntryId(to_u32(own)));
                self.origins[own] = Some(EntryId(to_u32(at)));
            }
        }
    }
}

/// Pattern and language.
fn name(entry: &Entry) -> String {
    format!("{:?} {}", entry.language, entry.pattern.text)
}

/// The same with the part of speech.
fn stated(entry: &Entry) -> String {
    format!("{:?} {}", entry.parts, name(entry))
}

/// The same with everything else that the lexicon says.
fn exact(entry: &Entry) -> String {
    let conditions = &entry.conditions;
    format!("{} {} {conditions} {} {}", stated(entry), entry.weight, conditions.window, entry.note)
}

fn categories(before: &Lexicon, after: &Lexicon) -> Vec<Option<CategoryId>> {
    let by_path: FxHashMap<&str, usize> =
        after.categories.iter().enumerate().map(|(at, category)| (category.path.as_str(), at)).collect();
    let mut own: Vec<Option<CategoryId>> = before
        .categories
        .iter()
        .map(|category| by_path.get(category.path.as_str()).map(|at| CategoryId(to_u32(*at))))
        .collect();
    let mut is_taken = vec![false; after.categories.len()];
    own.iter().flatten().for_each(|id| is_taken[id.0 as usize] = true);

    let mut homes: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    let mut sizes_after = vec![0_usize; after.categories.len()];
    for entry in after.entries.iter().filter(|entry| !is_taken[entry.category.0 as usize]) {
        homes.entry(name(entry)).or_default().push(entry.category.0 as usize);
        sizes_after[entry.category.0 as usize] += 1;
    }
    let mut sizes_before = vec![0_usize; before.categories.len()];
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for entry in before.entries.iter().filter(|entry| own[entry.category.0 as usize].is_none()) {
        let place = entry.category.0 as usize;
        sizes_before[place] += 1;
        for home in homes.get(&name(entry)).into_iter().flatten() {
            *shared.entry((place, *home)).or_default() += 1;
        }
    }
    let mut likely: Vec<(usize, usize, usize)> = shared
        .into_iter()
        .filter(|((from, to), shared)| shared * 2 > sizes_before[*from] && shared * 2 > sizes_after[*to])
        .map(|((from, to), shared)| (shared, from, to))
        .collect();
    likely.sort_unstable_by_key(|(shared, from, to)| (Reverse(*shared), *from, *to));
    for (_, from, to) in likely {
        if own[from].is_none() && !is_taken[to] {
            own[from] = Some(CategoryId(to_u32(to)));
            is_taken[to] = true;
        }
    }
    // A category without entries of its own goes where its subcategories go. Children stand behind
    // their parents.
    for at in (0..before.categories.len()).rev() {
        let Some(parent) = before.categories[at].parent.map(|parent| parent.0 as usize) else { continue };
        let Some(above) = own[at].and_then(|id| after.category(id)?.parent) else { continue };
        if own[parent].is_none() && sizes_before[parent] == 0 && !is_taken[above.0 as usize] {
            own[parent] = Some(above);
            is_taken[above.0 as usize] = true;
        }
    }
    own
}
