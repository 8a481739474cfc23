//! A tree of categories that grows by paths, in file order.

use rustc_hash::FxHashMap;

use super::draft::{DraftCategory, DraftTerm};

/// Deeper than any tree is meant to be; what lies deeper goes to the category at this depth.
const DEEPEST: usize = 64;

/// The tree while it grows. Node 0 is above all roots and holds what has no category.
pub(super) struct Tree {
    nodes: Vec<Node>,
    places: FxHashMap<(usize, String), usize>,
}

struct Node {
    category: DraftCategory,
    parent: usize,
    depth: usize,
}

impl Tree {
    /// The node above all roots.
    pub(super) const ROOT: usize = 0;

    pub(super) fn new() -> Self {
        let root = Node { category: DraftCategory::default(), parent: 0, depth: 0 };
        Self { nodes: vec![root], places: FxHashMap::default() }
    }

    /// Finds the category of this name under `parent`, or makes it; the flag says that it is new.
    pub(super) fn child(&mut self, parent: usize, name: &str, line: u32) -> (usize, bool) {
        let depth = self.nodes[parent].depth + 1;
        if depth > DEEPEST {
            return (parent, true);
        }
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let new = self.nodes.len();
        let at = *self.places.entry((parent, name.clone())).or_insert(new);
        if at == new {
            self.nodes.push(Node { category: DraftCategory::new(&name, line), parent, depth });
        }
        (at, at == new)
    }

    /// Finds the category of a path with `/` between the names, or makes what is missing of it.
    pub(super) fn path(&mut self, path: &str, line: u32) -> usize {
        let names = path.splitn(DEEPEST, '/').map(str::trim).filter(|name| !name.is_empty());
        names.fold(Self::ROOT, |parent, name| self.child(parent, name, line).0)
    }

    pub(super) fn push(&mut self, category: usize, term: DraftTerm) {
        self.nodes[category].category.terms.push(term);
    }

    /// Returns the roots, and the terms that have no category.
    pub(super) fn into_roots(mut self) -> (Vec<DraftCategory>, Vec<DraftTerm>) {
        // From the last on each is complete when its turn comes; children are gathered backwards.
        loop {
            let Node { mut category, parent, .. } = self.nodes.pop().expect("the root goes last");
            category.children.reverse();
            if self.nodes.is_empty() {
                return (category.children, category.terms);
            }
            self.nodes[parent].category.children.push(category);
        }
    }
}
