//! Phrases as paths through a tree of elements.

use std::{convert::Infallible, ops::ControlFlow};

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    element::ElementId,
    phrase::{Paths, PhraseTokens, Skip, Step, walk},
};
use crate::text::to_u32;

/// A place in the tree; 0 is the root.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct NodeId(u32);

impl NodeId {
    pub(super) const ROOT: Self = Self(0);
}

/// The tree.
#[derive(Debug, Clone, Default)]
pub(super) struct Trie {
    children: FxHashMap<(NodeId, ElementId), NodeId>,
    nodes: Vec<Node>,
}

#[derive(Debug, Clone, Default)]
struct Node {
    any: Option<NodeId>,
    skips: Vec<(Skip, NodeId)>,
    has_elements: bool,
    entries: Vec<u32>,
}

impl Trie {
    pub(super) fn new() -> Self {
        Self { children: FxHashMap::default(), nodes: vec![Node::default()] }
    }

    /// Adds the phrase of an entry.
    pub(super) fn insert(&mut self, steps: &[Step<ElementId>], entry: u32) {
        let mut at = NodeId::ROOT;
        for step in steps {
            at = self.child(at, *step);
        }
        self.nodes[at.0 as usize].entries.push(entry);
    }

    /// Takes out the phrases of entries. Cost: a look at each node.
    pub(super) fn remove(&mut self, entries: &FxHashSet<u32>) {
        self.nodes.iter_mut().for_each(|node| node.entries.retain(|entry| !entries.contains(entry)));
    }

    fn child(&mut self, at: NodeId, step: Step<ElementId>) -> NodeId {
        let new = NodeId(to_u32(self.nodes.len()));
        let node = &mut self.nodes[at.0 as usize];
        let child = match step {
            Step::Word(element) => {
                node.has_elements = true;
                *self.children.entry((at, element)).or_insert(new)
            }
            Step::Any => *node.any.get_or_insert(new),
            Step::Skip(skip) => known_or(&mut node.skips, skip, new),
        };
        if child == new {
            self.nodes.push(Node::default());
        }
        child
    }

    /// Returns `true` if a phrase may begin with any token at all.
    pub(super) fn begins_with_any(&self) -> bool {
        self.nodes[0].any.is_some()
    }

    /// Returns `true` if a phrase begins with the element.
    pub(super) fn begins_with(&self, element: ElementId) -> bool {
        self.children.contains_key(&(NodeId::ROOT, element))
    }

    /// Calls `each` with every entry whose phrase begins at token `first`, and the token after its
    /// last; the same pair may come more than once where gaps allow several ways.
    ///
    /// `elements` returns the elements that a token fits, or `None` where no phrase goes on: at a
    /// break or the end.
    pub(super) fn search<'elements, F>(
        &self,
        first: usize,
        text: &impl PhraseTokens,
        elements: F,
        each: &mut impl FnMut(u32, usize),
    ) where
        F: Fn(usize) -> Option<&'elements [ElementId]>,
    {
        let search = Search { trie: self, elements };
        let walked: ControlFlow<Infallible> = walk(&search, text, NodeId::ROOT, first, None, &mut |at, end, _| {
            self.nodes[at.0 as usize].entries.iter().for_each(|entry| each(*entry, end));
            ControlFlow::Continue(())
        });
        let ControlFlow::Continue(()) = walked;
    }
}

/// The tree, and what the tokens fit.
struct Search<'trie, F> {
    trie: &'trie Trie,
    elements: F,
}

impl<'elements, F: Fn(usize) -> Option<&'elements [ElementId]>> Paths for Search<'_, F> {
    type Node = NodeId;

    fn skips(&self, at: NodeId) -> impl Iterator<Item = (Skip, NodeId)> {
        self.trie.nodes[at.0 as usize].skips.iter().copied()
    }

    fn words(&self, at: NodeId, token: usize) -> impl Iterator<Item = NodeId> {
        let node = &self.trie.nodes[at.0 as usize];
        let has_words = node.any.is_some() || node.has_elements;
        let found = has_words.then(|| (self.elements)(token)).flatten();
        let any = node.any.filter(|_| found.is_some());
        let fitting = found.filter(|_| node.has_elements).unwrap_or_default();
        let children = fitting.iter().filter_map(move |element| self.trie.children.get(&(at, *element)).copied());
        any.into_iter().chain(children)
    }
}

/// The child behind a skip, or the new one.
fn known_or(children: &mut Vec<(Skip, NodeId)>, skip: Skip, new: NodeId) -> NodeId {
    let known = children.iter().find(|(known, _)| *known == skip).map(|(_, child)| *child);
    known.unwrap_or_else(|| {
        children.push((skip, new));
        new
    })
}
