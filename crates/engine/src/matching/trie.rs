//! Phrases as paths through a tree of elements.

use rustc_hash::{FxHashMap, FxHashSet};

use super::element::ElementId;
use crate::text::to_u32;

/// How much punctuation a phrase passes over at a place, in tokens: what is longer is no sentence, and a text of nothing but commas
/// must not take for ever.
pub(super) const MOST_PASSED: usize = 16;

/// A place in the tree; 0 is the root.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct NodeId(u32);

impl NodeId {
    pub(super) const ROOT: Self = Self(0);
}

/// What may come next in a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Step {
    /// A token that fits the element.
    Element(ElementId),
    /// Any one token.
    Any,
    /// Up to so many tokens, then the next step.
    Gap(u8),
    /// Up to so many words, punctuation that is passed over not counted, then the next step.
    Pass(u8),
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
    gaps: Vec<(u8, NodeId)>,
    passes: Vec<(u8, NodeId)>,
    has_elements: bool,
    entries: Vec<u32>,
}

impl Trie {
    pub(super) fn new() -> Self {
        Self { children: FxHashMap::default(), nodes: vec![Node::default()] }
    }

    /// Adds the phrase of an entry.
    pub(super) fn insert(&mut self, steps: &[Step], entry: u32) {
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

    fn child(&mut self, at: NodeId, step: Step) -> NodeId {
        let new = NodeId(to_u32(self.nodes.len()));
        let node = &mut self.nodes[at.0 as usize];
        let child = match step {
            Step::Element(element) => {
                node.has_elements = true;
                *self.children.entry((at, element)).or_insert(new)
            }
            Step::Any => *node.any.get_or_insert(new),
            Step::Gap(size) => known_or(&mut node.gaps, size, new),
            Step::Pass(words) => known_or(&mut node.passes, words, new),
        };
        if child == new {
            self.nodes.push(Node::default());
        }
        child
    }

    /// Says whether a phrase may begin with any token at all.
    pub(super) fn begins_with_any(&self) -> bool {
        self.nodes[0].any.is_some()
    }

    /// Says whether a phrase begins with the element.
    pub(super) fn begins_with(&self, element: ElementId) -> bool {
        self.children.contains_key(&(NodeId::ROOT, element))
    }

    /// Hands every entry whose phrase begins at token `first` to `each`, with the token after its last; the same pair may
    /// come more than once where gaps allow several ways.
    ///
    /// `elements` returns the elements that a token fits, or `None` where no phrase goes on: at a break or the end.
    /// `is_passed` tells the punctuation that a phrase may pass over where its entry says so.
    pub(super) fn search<'elements, F, P>(
        &self,
        first: usize,
        elements: &F,
        is_passed: &P,
        each: &mut impl FnMut(u32, usize),
    ) where
        F: Fn(usize) -> Option<&'elements [ElementId]>,
        P: Fn(usize) -> bool,
    {
        self.walk(NodeId::ROOT, first, elements, is_passed, each);
    }

    fn walk<'elements, F, P>(
        &self,
        at: NodeId,
        token: usize,
        elements: &F,
        is_passed: &P,
        each: &mut impl FnMut(u32, usize),
    ) where
        F: Fn(usize) -> Option<&'elements [ElementId]>,
        P: Fn(usize) -> bool,
    {
        let node = &self.nodes[at.0 as usize];
        for entry in &node.entries {
            each(*entry, token);
        }
        for (size, child) in &node.gaps {
            for skipped in 0..=usize::from(*size) {
                if skipped > 0 && elements(token + skipped - 1).is_none() {
                    break;
                }
                self.walk(*child, token + skipped, elements, is_passed, each);
            }
        }
        for (words, child) in &node.passes {
            let (mut left, mut passed, mut next) = (*words, 0, token);
            loop {
                while passed < MOST_PASSED && is_passed(next) {
                    passed += 1;
                    next += 1;
                }
                if is_passed(next) {
                    break;
                }
                self.walk(*child, next, elements, is_passed, each);
                if left == 0 || elements(next).is_none() {
                    break;
                }
                left -= 1;
                next += 1;
            }
        }
        if node.any.is_none() && !node.has_elements {
            return;
        }
        let Some(found) = elements(token) else { return };
        if let Some(child) = node.any {
            self.walk(child, token + 1, elements, is_passed, each);
        }
        if node.has_elements {
            for element in found {
                if let Some(child) = self.children.get(&(at, *element)) {
                    self.walk(*child, token + 1, elements, is_passed, each);
                }
            }
        }
    }
}

/// The child behind a gap of this size, or the new one.
fn known_or(children: &mut Vec<(u8, NodeId)>, size: u8, new: NodeId) -> NodeId {
    let known = children.iter().find(|(known, _)| *known == size).map(|(_, child)| *child);
    known.unwrap_or_else(|| {
        children.push((size, new));
        new
    })
}
