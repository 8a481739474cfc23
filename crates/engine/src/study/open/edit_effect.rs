//! A lexicon before and after an edit → what changes for a matcher, language by language.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    language::Language,
    lexicon::{CategoryId, Entry, EntryId, Lexicon},
    matching::{Levels, columns_at},
};

/// What became of the entries that are looked for in texts of a language.
#[derive(Debug, Default)]
pub(super) struct EditEffect {
    /// The new places of those that count as before.
    pub(super) kept: FxHashMap<EntryId, EntryId>,
    /// The old places of those that were removed.
    pub(super) removed: FxHashSet<EntryId>,
    /// The new places of those that came.
    pub(super) added: Vec<EntryId>,
}

impl EditEffect {
    /// Returns `true` if every text in the language counts as before.
    pub(super) fn is_none(&self) -> bool {
        self.removed.is_empty() && self.added.is_empty()
    }

    /// Returns the new place of an entry that is kept.
    pub(super) fn place(&self, id: EntryId) -> EntryId {
        self.kept[&id]
    }
}

/// Returns the effect on each language, `None` for texts without one; `None` altogether where
/// categories, columns or words of negation differ, so that all must be counted again. Cost: linear
/// in the entries.
pub(super) fn edit_effects(
    before: &Lexicon,
    after: &Lexicon,
    levels: Levels,
) -> Option<FxHashMap<Option<Language>, EditEffect>> {
    let has_same_columns = || columns_at(before, levels) == columns_at(after, levels);
    if !before.has_same_frame(after) || !has_same_columns() {
        return None;
    }
    let languages = Language::ALL.map(Some).into_iter().chain([None]);
    Some(languages.map(|language| (language, effect(before, after, language))).collect())
}

fn effect(before: &Lexicon, after: &Lexicon, language: Option<Language>) -> EditEffect {
    type Name<'lexicon> = (CategoryId, Option<Language>, &'lexicon str);
    let name = |entry: &'_ Entry| (entry.category, entry.language);
    let is_own = |entry: &Entry| entry.language.is_none() || language.is_none() || entry.language == language;
    let mut left: FxHashMap<Name<'_>, Vec<EntryId>> = FxHashMap::default();
    for (at, entry) in (0..).zip(&before.entries).filter(|(_, entry)| is_own(entry)) {
        let (category, own) = name(entry);
        left.entry((category, own, &entry.pattern.text)).or_default().push(EntryId(at));
    }
    let mut effect = EditEffect::default();
    for (at, entry) in (0..).zip(&after.entries).filter(|(_, entry)| is_own(entry)) {
        let (category, own) = name(entry);
        let known = left.get_mut(&(category, own, entry.pattern.text.as_str()));
        let same = known.and_then(|ids| {
            let place = ids.iter().position(|id| before.entries[id.0 as usize].counts_as(entry))?;
            Some(ids.remove(place))
        });
        match same {
            Some(old) => {
                effect.kept.insert(old, EntryId(at));
            }
            None => effect.added.push(EntryId(at)),
        }
    }
    effect.removed = left.into_values().flatten().collect();
    effect
}
