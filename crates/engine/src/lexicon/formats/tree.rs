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
    /// Whether it is a term of its parent and no category.
    is_term: bool,
}

impl Tree {
    /// The node above all roots.
    pub(super) const ROOT: usize = 0;

    pub(super) fn new() -> Self {
        let root = Node { category: DraftCategory::default(), parent: 0, depth: 0, is_term: false };
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
            self.nodes.push(Node { category: DraftCategory::new(&name, line), parent, depth, is_term: false });
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

    /// Returns `true` if there are several categories at the root and each is one of `scalars`.
    pub(super) fn has_pairs(&self, scalars: &FxHashMap<usize, Option<f64>>) -> bool {
        let roots = self.nodes.iter().enumerate().skip(1).filter(|(_, node)| node.parent == Self::ROOT);
        roots.clone().count() > 1 && roots.map(|(at, _)| at).all(|at| scalars.contains_key(&at))
    }

    /// Makes the children of a category its terms, where each is a name with nothing but a number
    /// behind it: `{good: 3, bad: -3}`. `numbers` are those numbers by child. Returns the lines of
    /// the first terms. Cost: linear.
    pub(super) fn weigh(&mut self, numbers: &FxHashMap<usize, f64>) -> Vec<u32> {
        let mut children = vec![0_usize; self.nodes.len()];
        let mut weighted = vec![0_usize; self.nodes.len()];
        for node in self.nodes.iter().skip(1) {
            children[node.parent] += 1;
        }
        for (at, node) in self.nodes.iter().enumerate().skip(1) {
            let has_number = numbers.contains_key(&at) && node.category.terms.len() == 1 && children[at] == 0;
            weighted[node.parent] += usize::from(has_number);
        }
        let mut lists = vec![false; self.nodes.len()];
        let mut lines = Vec::new();
        for at in 1..self.nodes.len() {
            let Node { parent, ref category, .. } = self.nodes[at];
            let Some(weight) = numbers.get(&at).filter(|_| weighted[parent] == children[parent]) else { continue };
            let term = DraftTerm { weight: *weight, ..DraftTerm::new(&category.name, category.line) };
            if !std::mem::replace(&mut lists[parent], true) {
                lines.push(category.line);
            }
            self.nodes[at].is_term = true;
            self.push(parent, term);
        }
        lines
    }

    /// Returns the roots, and the terms that have no category.
    pub(super) fn into_roots(mut self) -> (Vec<DraftCategory>, Vec<DraftTerm>) {
        // From the last on each is complete when its turn comes; children are gathered backwards.
        loop {
            let Node { mut category, parent, is_term, .. } = self.nodes.pop().expect("the root goes last");
            if is_term {
                continue;
            }
            category.children.reverse();
            if self.nodes.is_empty() {
                return (category.children, category.terms);
            }
            self.nodes[parent].category.children.push(category);
        }
    }
}
