//! Phrases as paths through a tree of elements.

use rustc_hash::FxHashMap;

use super::element::ElementId;
use crate::text::small;

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
}

/// The tree.
#[derive(Debug, Default)]
pub(super) struct Trie {
    children: FxHashMap<(NodeId, ElementId), NodeId>,
    nodes: Vec<Node>,
}

#[derive(Debug, Default)]
struct Node {
    any: Option<NodeId>,
    gaps: Vec<(u8, NodeId)>,
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

    fn child(&mut self, at: NodeId, step: Step) -> NodeId {
        let new = NodeId(small(self.nodes.len()));
        let node = &mut self.nodes[at.0 as usize];
        let child = match step {
            Step::Element(element) => {
                node.has_elements = true;
                *self.children.entry((at, element)).or_insert(new)
            }
            Step::Any => *node.any.get_or_insert(new),
            Step::Gap(size) => {
                let known = node.gaps.iter().find(|(known, _)| *known == size).map(|(_, child)| *child);
                known.unwrap_or_else(|| {
                    node.gaps.push((size, new));
                    new
                })
            }
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
    pub(super) fn search<'elements, F>(&self, first: usize, elements: &F, each: &mut impl FnMut(u32, usize))
    where
        F: Fn(usize) -> Option<&'elements [ElementId]>,
    {
        self.walk(NodeId::ROOT, first, elements, each);
    }

    fn walk<'elements, F>(&self, at: NodeId, token: usize, elements: &F, each: &mut impl FnMut(u32, usize))
    where
        F: Fn(usize) -> Option<&'elements [ElementId]>,
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
                self.walk(*child, token + skipped, elements, each);
            }
        }
        if node.any.is_none() && !node.has_elements {
            return;
        }
        let Some(found) = elements(token) else { return };
        if let Some(child) = node.any {
            self.walk(child, token + 1, elements, each);
        }
        if node.has_elements {
            for element in found {
                if let Some(child) = self.children.get(&(at, *element)) {
                    self.walk(*child, token + 1, elements, each);
                }
            }
        }
    }
}
