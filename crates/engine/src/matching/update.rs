//! A matcher and a few entries that come and go → the matcher of the lexicon as it is then.
//!
//! The law: it counts and matches as one compiled again. What an edit costs is looking for the new
//! elements among the forms that are known; everything else stays: the other entries, what the
//! forms fit, the texts.

use rustc_hash::FxHashSet;

use super::{
    compile::{Levels, columns_at},
    element::{ElementId, Elements},
    matcher::{Matcher, Singles},
};
use crate::{
    lexicon::{EntryId, Lexicon},
    text::{TypeId, Vocabulary, to_u32},
};

impl Matcher {
    /// Takes out the entries that are at `removed`, names the others by their places in `lexicon`,
    /// which `new_place` returns, and adds those that are at `added` there. Both lexicons must have
    /// the same categories, columns and words of negation.
    ///
    /// Cost: a look at each known form and each entry, and compiling what is added.
    pub(crate) fn update(
        &mut self,
        lexicon: &Lexicon,
        levels: Levels,
        removed: &FxHashSet<EntryId>,
        new_place: impl Fn(EntryId) -> EntryId,
        added: &[EntryId],
        vocabulary: &Vocabulary,
    ) {
        self.remove(removed);
        self.renumber(new_place);
        let (_, column_of) = columns_at(lexicon, levels);
        self.elements.watch();
        let mut builder = std::mem::take(&mut self.builder);
        for id in added {
            if let Some(column) = column_of[lexicon[*id].category.0 as usize] {
                builder.entry(self, lexicon, *id, column);
            }
        }
        self.builder = builder;
        self.learn_new_elements(vocabulary);
    }

    fn remove(&mut self, removed: &FxHashSet<EntryId>) {
        let mut places: FxHashSet<u32> = FxHashSet::default();
        for (entry, at) in self.entries.iter_mut().zip(0..) {
            if entry.id.is_some_and(|id| removed.contains(&id)) {
                // Nothing leads to it any more.
                entry.id = None;
                places.insert(at);
            }
        }
        if !places.is_empty() {
            self.singles.values_mut().for_each(|entries| entries.retain(|at| !places.contains(at)));
            self.trie.remove(&places);
        }
    }

    /// Looks for the elements that are new in every form that is known, and sees again which forms
    /// begin phrases.
    fn learn_new_elements(&mut self, vocabulary: &Vocabulary) {
        let (new, ids) = self.elements.watched();
        let (mut found, mut dependents) = (Vec::new(), Vec::new());
        for at in 0..self.types.len() {
            if !self.types[at].is_known {
                continue;
            }
            let id = TypeId(to_u32(at));
            new.matches(vocabulary.comparable(id), &mut found, &mut dependents);
            if !found.is_empty() {
                let mut all: Vec<ElementId> = self.elements_of(id).to_vec();
                all.extend(found.iter().map(|element| ids[element.0 as usize]));
                all.sort_unstable();
                all.dedup();
                self.types[at].first = to_u32(self.type_elements.len());
                self.types[at].count = to_u32(all.len());
                self.type_elements.extend(all);
            }
            if !dependents.is_empty() {
                let own = self.dependents.entry(id).or_default();
                own.extend(dependents.iter().map(|dependent| dependent.named(ids[dependent.element.0 as usize])));
            }
            let elements = self.elements_of(id);
            let begins_phrase =
                self.trie.begins_with_any() || elements.iter().any(|element| self.trie.begins_with(*element));
            let singles = if self.dependents.contains_key(&id) {
                Singles::ByNeighbours
            } else if elements.iter().any(|element| self.singles.contains_key(element)) {
                Singles::Everywhere
            } else {
                Singles::No
            };
            (self.types[at].begins_phrase, self.types[at].singles) = (begins_phrase, singles);
        }
    }
}

impl Elements {
    /// Takes note of every element that is new from now on.
    pub(super) fn watch(&mut self) {
        self.news = Some(Vec::new());
    }

    /// Returns the elements that came since they were watched, apart from the others, and the id
    /// that each has among all.
    pub(super) fn watched(&mut self) -> (Self, Vec<ElementId>) {
        let mut new = Self::default();
        let mut ids = Vec::new();
        for (element, reading, id) in self.news.take().expect("the elements are watched") {
            new.insert(&element, reading);
            ids.push(id);
        }
        (new, ids)
    }
}
