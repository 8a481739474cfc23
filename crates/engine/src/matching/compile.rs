//! Which column an entry counts for.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::{
    lexicon::{CategoryId, Lexicon},
    text::to_u32,
};

/// A column of the table: a category, perhaps with its subcategories merged into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnCategory {
    /// The category that gives it its name.
    pub category: CategoryId,
    /// Names it: the path of the category, or of it those levels that were chosen.
    pub path: String,
    /// Whether subcategories, or other categories of its name, are merged into it.
    pub is_merged: bool,
}

/// Some levels of a tree, 1 for that of the roots.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct LevelSet(u16);

/// Which levels of the tree make columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Levels {
    /// Each category that has entries of its own, or no subcategory, has its column, so that
    /// nothing is merged.
    #[default]
    All,
    /// The tree is cut at this depth: what lies deeper is merged into its ancestor there, as
    /// quanteda's `levels = 1:n` does.
    UpTo(u8),
    /// The names of these levels make the column of an entry, and entries with the same names are
    /// in one; an entry that stands in none of these levels has no column. The same as quanteda's
    /// `levels`.
    Only(LevelSet),
}

impl LevelSet {
    /// Makes a set of levels from 1 to 16; `None` where there is no level or one out of this range.
    pub fn new(levels: impl IntoIterator<Item = u8>) -> Option<Self> {
        let bit = |level: u8| (1..=16).contains(&level).then(|| 1_u16 << (level - 1));
        let set = levels.into_iter().try_fold(0, |set, level| Some(set | bit(level)?))?;
        (set > 0).then_some(Self(set))
    }

    /// Returns `true` if a level is among them.
    pub fn contains(self, level: usize) -> bool {
        (1..=16).contains(&level) && self.0 & (1 << (level - 1)) > 0
    }

    /// Returns the levels from the topmost on.
    pub fn iter(self) -> impl Iterator<Item = u8> {
        (1..=16).filter(move |level| self.contains(usize::from(*level)))
    }
}

impl From<Option<u8>> for Levels {
    fn from(level: Option<u8>) -> Self {
        level.map_or(Self::All, Self::UpTo)
    }
}

/// Returns the columns in preorder, and for each category the column that its entries count for.
///
/// Overlapping matches within a column count once, whatever categories they come from.
pub fn columns_at(lexicon: &Lexicon, levels: impl Into<Levels>) -> (Vec<ColumnCategory>, Vec<Option<u32>>) {
    match levels.into() {
        Levels::All => cut_at(lexicon, u8::MAX),
        Levels::UpTo(level) => cut_at(lexicon, level.max(1)),
        Levels::Only(chosen) => by_names(lexicon, chosen),
    }
}

fn cut_at(lexicon: &Lexicon, cut: u8) -> (Vec<ColumnCategory>, Vec<Option<u32>>) {
    let mut columns: Vec<ColumnCategory> = Vec::new();
    let mut column_of: Vec<Option<u32>> = Vec::with_capacity(lexicon.categories.len());
    let has_entries = owners(lexicon);
    let has_children = parents(lexicon);
    for (at, category) in lexicon.categories.iter().enumerate() {
        if category.depth > cut {
            let above = category.parent.and_then(|parent| column_of[parent.0 as usize]);
            if let Some(column) = above.and_then(|column| columns.get_mut(column as usize)) {
                column.is_merged = true;
            }
            column_of.push(above);
            continue;
        }
        // At the cut a category stands for its subcategories; above it only for its own entries.
        let is_shown = has_entries[at] || !has_children[at] || category.depth == cut;
        let id = CategoryId(to_u32(at));
        column_of.push(is_shown.then(|| to_u32(columns.len())));
        if is_shown {
            columns.push(ColumnCategory { category: id, path: category.path.clone(), is_merged: false });
        }
    }
    (columns, column_of)
}

fn by_names(lexicon: &Lexicon, chosen: LevelSet) -> (Vec<ColumnCategory>, Vec<Option<u32>>) {
    let mut columns: Vec<ColumnCategory> = Vec::new();
    let mut places: FxHashMap<String, u32> = FxHashMap::default();
    let mut column_of: Vec<Option<u32>> = Vec::with_capacity(lexicon.categories.len());
    let has_entries = owners(lexicon);
    let has_children = parents(lexicon);
    for (at, category) in lexicon.categories.iter().enumerate() {
        let names = category.path.split('/').zip(1..).filter(|(_, level)| chosen.contains(*level));
        let path = names.map(|(name, _)| name).collect::<Vec<_>>().join("/");
        let is_shown = !path.is_empty() && (has_entries[at] || !has_children[at]);
        let column = is_shown.then(|| {
            let new = to_u32(columns.len());
            let column = *places.entry(path.clone()).or_insert(new);
            if column == new {
                let category = named(lexicon, CategoryId(to_u32(at)), chosen);
                columns.push(ColumnCategory { category, path, is_merged: false });
            } else if let Some(known) = columns.get_mut(column as usize) {
                known.is_merged = true;
            }
            column
        });
        column_of.push(column);
    }
    (columns, column_of)
}

/// The category itself or its nearest ancestor at a level that was chosen.
fn named(lexicon: &Lexicon, id: CategoryId, chosen: LevelSet) -> CategoryId {
    let mut at = id;
    while let Some(category) = lexicon.category(at).filter(|category| !chosen.contains(usize::from(category.depth))) {
        let Some(parent) = category.parent else { return id };
        at = parent;
    }
    at
}

fn owners(lexicon: &Lexicon) -> Vec<bool> {
    let mut has_entries = vec![false; lexicon.categories.len()];
    for entry in &lexicon.entries {
        has_entries[entry.category.0 as usize] = true;
    }
    has_entries
}

fn parents(lexicon: &Lexicon) -> Vec<bool> {
    let mut has_children = vec![false; lexicon.categories.len()];
    for parent in lexicon.categories.iter().filter_map(|category| category.parent) {
        has_children[parent.0 as usize] = true;
    }
    has_children
}
