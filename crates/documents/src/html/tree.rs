//! A page → its tree of elements and texts.

use std::{
    borrow::Cow,
    cell::{Cell, Ref, RefCell},
};

use html5ever::{
    Attribute, ParseOpts, QualName,
    interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink},
    parse_document,
    tendril::{StrTendril, TendrilSink},
};

use crate::{
    error::{DocumentError, DocumentLimit},
    limits::Limits,
};

/// The place of a node in its tree.
pub(super) type NodeId = usize;

/// A page.
pub(super) struct Tree {
    nodes: Vec<Node>,
}

/// A node with its neighbours.
struct Node {
    parent: Option<NodeId>,
    previous: Option<NodeId>,
    next: Option<NodeId>,
    first: Option<NodeId>,
    last: Option<NodeId>,
    data: NodeData,
}

/// What a node is.
pub(super) enum NodeData {
    /// The document, the content of a template, or a comment.
    Other,
    Element {
        name: QualName,
        attributes: Vec<Attribute>,
        template: Option<NodeId>,
    },
    Text(StrTendril),
}

impl Tree {
    /// The document.
    pub(super) const ROOT: NodeId = 0;

    pub(super) fn data(&self, node: NodeId) -> &NodeData {
        &self.nodes[node].data
    }

    pub(super) fn first_child(&self, node: NodeId) -> Option<NodeId> {
        self.nodes[node].first
    }

    pub(super) fn next_sibling(&self, node: NodeId) -> Option<NodeId> {
        self.nodes[node].next
    }

    pub(super) fn parent(&self, node: NodeId) -> Option<NodeId> {
        self.nodes[node].parent
    }

    /// Returns the name of an element.
    pub(super) fn name(&self, node: NodeId) -> Option<&str> {
        match self.data(node) {
            NodeData::Element { name, .. } => Some(&name.local),
            _ => None,
        }
    }

    /// Returns the value of an attribute.
    pub(super) fn attribute(&self, node: NodeId, name: &str) -> Option<&str> {
        match self.data(node) {
            NodeData::Element { attributes, .. } => {
                let is_named = |attribute: &&Attribute| &*attribute.name.local == name;
                attributes.iter().find(is_named).map(|attribute| &*attribute.value)
            }
            _ => None,
        }
    }

    /// Returns the node that follows in the order of the page, within `top`.
    pub(super) fn following(&self, node: NodeId, top: NodeId) -> Option<NodeId> {
        self.first_child(node).or_else(|| self.following_outside(node, top))
    }

    /// Returns the node that follows in the order of the page and is not in `node`, within `top`.
    pub(super) fn following_outside(&self, mut node: NodeId, top: NodeId) -> Option<NodeId> {
        while node != top {
            if let Some(next) = self.next_sibling(node) {
                return Some(next);
            }
            node = self.parent(node)?;
        }
        None
    }
}

/// How much of a page is parsed before its size is looked at.
const PIECE_BYTES: usize = 4 << 10;

/// Parses a page.
///
/// # Errors
/// A page of more nodes, or of deeper ones, than allowed.
pub(super) fn parse(page: &str, limits: &Limits) -> Result<Tree, DocumentError> {
    let sink = Sink::new(limits.depth);
    let mut parser = parse_document(sink, ParseOpts::default());
    let mut rest = page;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(rest.floor_char_boundary(PIECE_BYTES.min(rest.len())));
        parser.process(StrTendril::from_slice(piece));
        rest = after;
        let sink = &parser.tokenizer.sink.sink;
        if sink.nodes.borrow().len() > limits.nodes {
            return Err(DocumentLimit::Nodes.exceeded(limits.nodes));
        }
        if sink.is_too_deep.get() {
            return Err(DocumentLimit::Depth.exceeded(limits.depth));
        }
    }
    let sink = parser.finish();
    Ok(Tree { nodes: sink.nodes.into_inner() })
}

/// What the parser writes the tree into.
struct Sink {
    nodes: RefCell<Vec<Node>>,
    most_depth: usize,
    is_too_deep: Cell<bool>,
}

impl Sink {
    fn new(most_depth: usize) -> Self {
        let sink = Self { nodes: RefCell::new(Vec::new()), most_depth, is_too_deep: Cell::new(false) };
        sink.add(NodeData::Other);
        sink
    }

    fn add(&self, data: NodeData) -> NodeId {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node { parent: None, previous: None, next: None, first: None, last: None, data });
        nodes.len() - 1
    }

    fn detach(&self, node: NodeId) {
        let nodes = &mut *self.nodes.borrow_mut();
        let (parent, previous, next) =
            (nodes[node].parent.take(), nodes[node].previous.take(), nodes[node].next.take());
        match previous {
            Some(previous) => nodes[previous].next = next,
            None => parent.into_iter().for_each(|parent| nodes[parent].first = next),
        }
        match next {
            Some(next) => nodes[next].previous = previous,
            None => parent.into_iter().for_each(|parent| nodes[parent].last = previous),
        }
    }

    /// Puts a node before another one, or last.
    fn insert(&self, parent: NodeId, node: NodeId, before: Option<NodeId>) {
        self.detach(node);
        self.look_at_depth(parent);
        let nodes = &mut *self.nodes.borrow_mut();
        let previous = before.map_or(nodes[parent].last, |before| nodes[before].previous);
        (nodes[node].parent, nodes[node].previous, nodes[node].next) = (Some(parent), previous, before);
        match previous {
            Some(previous) => nodes[previous].next = Some(node),
            None => nodes[parent].first = Some(node),
        }
        match before {
            Some(before) => nodes[before].previous = Some(node),
            None => nodes[parent].last = Some(node),
        }
    }

    fn look_at_depth(&self, parent: NodeId) {
        let nodes = self.nodes.borrow();
        // An element with a sibling is as deep as that.
        if nodes[parent].first.is_some() {
            return;
        }
        let (mut depth, mut at) = (0, Some(parent));
        while let Some(node) = at {
            depth += 1;
            if depth > self.most_depth {
                self.is_too_deep.set(true);
                return;
            }
            at = nodes[node].parent;
        }
    }

    /// Adds a text to the one before it, or a node.
    fn put(&self, parent: NodeId, child: NodeOrText<NodeId>, before: Option<NodeId>) {
        let node = match child {
            NodeOrText::AppendNode(node) => node,
            NodeOrText::AppendText(text) => {
                let mut nodes = self.nodes.borrow_mut();
                let previous = before.map_or(nodes[parent].last, |before| nodes[before].previous);
                if let Some(NodeData::Text(known)) = previous.map(|previous| &mut nodes[previous].data) {
                    known.push_tendril(&text);
                    return;
                }
                drop(nodes);
                self.add(NodeData::Text(text))
            }
        };
        self.insert(parent, node, before);
    }
}

impl TreeSink for Sink {
    type Handle = NodeId;
    type Output = Self;
    type ElemName<'name> = Ref<'name, QualName>;

    fn finish(self) -> Self {
        self
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> NodeId {
        Tree::ROOT
    }

    fn elem_name<'name>(&'name self, target: &'name NodeId) -> Ref<'name, QualName> {
        Ref::map(self.nodes.borrow(), |nodes| match &nodes[*target].data {
            NodeData::Element { name, .. } => name,
            _ => unreachable!("the parser asks for names of elements alone"),
        })
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, flags: ElementFlags) -> NodeId {
        let template = flags.template.then(|| self.add(NodeData::Other));
        self.add(NodeData::Element { name, attributes, template })
    }

    fn create_comment(&self, _: StrTendril) -> NodeId {
        self.add(NodeData::Other)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> NodeId {
        self.add(NodeData::Other)
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        self.put(*parent, child, None);
    }

    fn append_based_on_parent_node(&self, element: &NodeId, previous: &NodeId, child: NodeOrText<NodeId>) {
        let has_parent = self.nodes.borrow()[*element].parent.is_some();
        if has_parent { self.append_before_sibling(element, child) } else { self.append(previous, child) }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        match &self.nodes.borrow()[*target].data {
            NodeData::Element { template: Some(template), .. } => *template,
            _ => *target,
        }
    }

    fn same_node(&self, one: &NodeId, other: &NodeId) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &NodeId, child: NodeOrText<NodeId>) {
        let parent = self.nodes.borrow()[*sibling].parent;
        if let Some(parent) = parent {
            self.put(parent, child, Some(*sibling));
        }
    }

    fn add_attrs_if_missing(&self, target: &NodeId, added: Vec<Attribute>) {
        if let NodeData::Element { attributes, .. } = &mut self.nodes.borrow_mut()[*target].data {
            for attribute in added {
                if attributes.iter().all(|known| known.name != attribute.name) {
                    attributes.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &NodeId) {
        self.detach(*target);
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        loop {
            let first = self.nodes.borrow()[*node].first;
            let Some(child) = first else { return };
            self.insert(*new_parent, child, None);
        }
    }
}
