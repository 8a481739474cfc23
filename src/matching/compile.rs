//! Which column an entry counts for.

use crate::{
    lexicon::{CategoryId, Lexicon},
    text::small,
};

/// A column of the table: a category, perhaps with its subcategories merged into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The category that gives it its name.
    pub category: CategoryId,
    /// Whether subcategories are merged into it.
    pub is_merged: bool,
}

/// Returns the columns at a level, in preorder, and for each category the column that its entries count for.
///
/// `None` gives each category that has entries of its own, or no subcategory, its own column, so that nothing is merged.
/// `Some(n)` cuts the tree at depth n (the root categories are 1): what lies deeper is merged into its ancestor at n, and
/// overlapping matches within it count once, as quanteda's `levels = 1:n` does.
pub fn columns_at(lexicon: &Lexicon, level: Option<u8>) -> (Vec<Column>, Vec<Option<u32>>) {
    let mut columns: Vec<Column> = Vec::new();
    let mut column_of: Vec<Option<u32>> = Vec::with_capacity(lexicon.categories.len());
    let has_entries = owners(lexicon);
    let has_children = parents(lexicon);
    for (at, category) in lexicon.categories.iter().enumerate() {
        let cut = level.unwrap_or(u8::MAX).max(1);
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
        let id = CategoryId(small(at));
        column_of.push(is_shown.then(|| small(columns.len())));
        if is_shown {
            columns.push(Column { category: id, is_merged: false });
        }
    }
    (columns, column_of)
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
