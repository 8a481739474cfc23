//! Phrases as paths through a tree of elements.
//!
//! Until a gap allows several ways, a phrase stands at one token, and the search follows it. Behind
//! such a gap all ways are one [`TokenSet`], so that the search costs at most a step for each node
//! behind the gap and each token within reach, whatever the number of gaps.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    element::ElementId,
    phrase::{PhraseTokens, Skip, Step},
    token_set::{TokenSet, block_of},
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
    /// The elements of `children`, in the order in which they came.
    elements: Vec<ElementId>,
    entries: Vec<u32>,
}

/// Where an entry's phrase ends.
pub(super) enum Ends<'search> {
    /// Before this token.
    One(usize),
    /// Before each of these tokens.
    Several(&'search TokenSet),
}

/// What the tokens of a document fit.
pub(super) trait TokenElements {
    /// Returns the elements that a token fits, ascending, or `None` where no phrase goes on: at a
    /// break or the end.
    fn elements(&self, token: usize) -> Option<&[ElementId]>;
}

/// What the tokens of a document fit, by blocks of tokens.
#[derive(Debug, Default)]
pub(super) struct Masks(FxHashMap<(Option<ElementId>, usize), u64>);

/// More masks than this, of 16 bytes each, are not kept.
const MOST_MASKS: usize = 1 << 18;
/// A node with more elements is asked for those of each token, one with fewer where they are.
const FEW_ELEMENTS: usize = 8;

impl Masks {
    /// Returns the tokens of a block that fit an element; without one the tokens that a phrase may
    /// contain.
    pub(super) fn get(&mut self, element: Option<ElementId>, block: usize, tokens: &impl TokenElements) -> u64 {
        if self.0.len() > MOST_MASKS {
            self.0.clear();
        }
        *self.0.entry((element, block)).or_insert_with(|| {
            let fits = |token: usize| {
                let found = tokens.elements(token);
                found.is_some_and(|found| element.is_none_or(|element| found.binary_search(&element).is_ok()))
            };
            block_of(block, fits)
        })
    }
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
                let child = *self.children.entry((at, element)).or_insert(new);
                if child == new {
                    node.elements.push(element);
                }
                child
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

    /// Calls `each` with every entry whose phrase begins at token `first`, and where it ends.
    pub(super) fn search<T: TokenElements + PhraseTokens>(
        &self,
        first: usize,
        tokens: &T,
        masks: &mut Masks,
        each: &mut impl FnMut(u32, Ends<'_>),
    ) {
        Search { trie: self, tokens, masks, first, each }.follow(NodeId::ROOT, first);
    }
}

/// A search from one token on.
struct Search<'search, T, E> {
    trie: &'search Trie,
    tokens: &'search T,
    masks: &'search mut Masks,
    first: usize,
    each: &'search mut E,
}

impl<T: TokenElements + PhraseTokens, E: FnMut(u32, Ends<'_>)> Search<'_, T, E> {
    /// Goes on from a node at one token.
    fn follow(&mut self, at: NodeId, token: usize) {
        let trie = self.trie;
        let node = &trie.nodes[at.0 as usize];
        node.entries.iter().for_each(|entry| (self.each)(*entry, Ends::One(token)));
        for (skip, behind) in &node.skips {
            if skip.words > 0 {
                let mut here = TokenSet::near(self.first);
                here.insert(token);
                self.follow_all(*behind, &skip.over(&here, self.tokens));
            } else if let Some(next) = skip.last(token, self.tokens) {
                self.follow(*behind, next);
            }
        }
        if node.any.is_none() && node.elements.is_empty() {
            return;
        }
        let Some(found) = self.tokens.elements(token) else { return };
        if let Some(any) = node.any {
            self.follow(any, token + 1);
        }
        if !node.elements.is_empty() {
            for child in found.iter().filter_map(|element| trie.children.get(&(at, *element))) {
                self.follow(*child, token + 1);
            }
        }
    }

    /// Goes on from a node at all tokens of a set.
    fn follow_all(&mut self, at: NodeId, here: &TokenSet) {
        if here.is_empty() {
            return;
        }
        let trie = self.trie;
        let node = &trie.nodes[at.0 as usize];
        node.entries.iter().for_each(|entry| (self.each)(*entry, Ends::Several(here)));
        for (skip, behind) in &node.skips {
            self.follow_all(*behind, &skip.over(here, self.tokens));
        }
        if let Some(any) = node.any {
            let fitting = self.fitting(None, here);
            self.follow_all(any, &fitting.next());
        }
        if node.elements.len() <= FEW_ELEMENTS {
            for element in &node.elements {
                let fitting = self.fitting(Some(*element), here);
                self.follow_all(trie.children[&(at, *element)], &fitting.next());
            }
            return;
        }
        let mut children: FxHashMap<NodeId, TokenSet> = FxHashMap::default();
        let mut order: Vec<NodeId> = Vec::new();
        for token in here.iter() {
            let found = self.tokens.elements(token).into_iter().flatten();
            for child in found.filter_map(|element| trie.children.get(&(at, *element))) {
                let reached = children.entry(*child).or_insert_with(|| {
                    order.push(*child);
                    TokenSet::near(self.first)
                });
                reached.insert(token + 1);
            }
        }
        for child in order {
            self.follow_all(child, &children[&child]);
        }
    }

    /// Returns the tokens of a set that fit an element, or any.
    fn fitting(&mut self, element: Option<ElementId>, here: &TokenSet) -> TokenSet {
        let mut fitting = *here;
        fitting.retain(|block| self.masks.get(element, block, self.tokens));
        fitting
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
