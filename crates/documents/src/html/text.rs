//! The tree of a page → its text.

use crate::{
    content::Content, error::DocumentError, left_out::LeftOutKind, options::ReadOptions, text_builder::TextBuilder,
};

use super::tree::{NodeData, NodeId, Tree};

/// Elements that begin and end a paragraph: blocks, list items, cells.
const BLOCKS: [&str; 58] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "col",
    "colgroup",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "listing",
    "main",
    "menu",
    "nav",
    "ol",
    "optgroup",
    "p",
    "plaintext",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
    "xmp",
    "head",
    "marquee",
];

/// Elements in which white space is kept.
const PREFORMATTED: [&str; 4] = ["pre", "listing", "xmp", "plaintext"];

/// Words in the class, role or type of links to notes and back, by which programs mark them.
const NOTE_MARKS: [&str; 15] = [
    "doc-noteref",
    "noteref",
    "footnote-ref",
    "footnoteref",
    "sdfootnoteanc",
    "sdfootnotesym",
    "sdendnoteanc",
    "sdendnotesym",
    "doc-backlink",
    "footnote-back",
    "footnote-backref",
    "reversefootnote",
    "msofootnotereference",
    "footnote-reference",
    "footnote-definition-label",
];

/// Words in the class, role or type of notes.
const NOTES: [&str; 6] = ["doc-endnotes", "doc-footnotes", "doc-footnote", "footnotes", "endnotes", "footnote"];

/// What is done with an element.
enum Treatment {
    Read,
    LeaveOut(LeftOutKind),
    /// Left out without being counted: it is in another place.
    PassOver,
}

/// Returns the title of a page.
pub(super) fn title(tree: &Tree) -> String {
    let mut at = Some(Tree::ROOT);
    while let Some(node) = at {
        if tree.name(node) == Some("title") {
            return content(tree, node, usize::MAX, LOOK_NODES).split_whitespace().collect::<Vec<_>>().join(" ");
        }
        at = tree.following(node, Tree::ROOT);
    }
    String::new()
}

/// Returns all characters of a page.
pub(super) fn all_characters(tree: &Tree) -> String {
    content(tree, Tree::ROOT, usize::MAX, usize::MAX)
}

/// How many nodes of a title or a link are looked at.
const LOOK_NODES: usize = 100;

/// Returns the characters in an element, up to `most` bytes and the text that goes beyond, in its
/// first nodes.
fn content(tree: &Tree, top: NodeId, most: usize, mut nodes: usize) -> String {
    let mut found = String::new();
    let mut at = Some(top);
    while let Some(node) = at.filter(|_| found.len() < most && nodes > 0) {
        nodes -= 1;
        if let NodeData::Text(text) = tree.data(node) {
            found.push_str(text);
        }
        at = tree.following(node, top);
    }
    found
}

/// Returns the text of a page and counts in `counts` what is left out.
pub(super) fn text(tree: &Tree, options: &ReadOptions, counts: &mut Content) -> Result<String, DocumentError> {
    let mut page = Page { tree, options, counts, builder: TextBuilder::new(&options.limits), preformatted: 0 };
    let main = if options.includes(LeftOutKind::Navigation) { Vec::new() } else { page.main_elements() };
    if main.is_empty() {
        page.read(Tree::ROOT)?;
    } else {
        page.count_outside(&main);
        for element in main {
            page.read(element)?;
            page.builder.paragraph();
        }
    }
    Ok(page.builder.finish())
}

/// A page while it is read.
struct Page<'page> {
    tree: &'page Tree,
    options: &'page ReadOptions,
    counts: &'page mut Content,
    builder: TextBuilder,
    preformatted: usize,
}

impl Page<'_> {
    /// Finds the elements that hold the main part, none of them in another.
    fn main_elements(&self) -> Vec<NodeId> {
        let mut found = Vec::new();
        let mut at = Some(Tree::ROOT);
        while let Some(node) = at {
            let is_main = self.tree.name(node) == Some("main") || self.tree.attribute(node, "role") == Some("main");
            let is_hidden = is_main && matches!(self.treatment(node), Treatment::LeaveOut(_) | Treatment::PassOver);
            at = if is_main || is_hidden {
                found.extend((!is_hidden).then_some(node));
                self.tree.following_outside(node, Tree::ROOT)
            } else {
                self.tree.following(node, Tree::ROOT)
            };
        }
        found
    }

    /// Counts the parts of the page that stand outside its main part.
    fn count_outside(&mut self, main: &[NodeId]) {
        const PARTS: [&str; 4] = ["nav", "header", "footer", "aside"];
        let (mut parts, mut has_text, mut at) = (0, false, Some(Tree::ROOT));
        while let Some(node) = at {
            let is_part = self.tree.name(node).is_some_and(|name| PARTS.contains(&name));
            let treatment = self.treatment(node);
            if let Treatment::LeaveOut(kind @ (LeftOutKind::Scripts | LeftOutKind::HiddenText)) = treatment {
                self.counts.left_out.add(kind, 1);
            }
            parts += u32::from(is_part);
            let is_read = matches!(treatment, Treatment::Read);
            has_text |= matches!(self.tree.data(node), NodeData::Text(text) if !text.trim().is_empty());
            at = if main.contains(&node) || is_part || !is_read {
                self.tree.following_outside(node, Tree::ROOT)
            } else {
                self.tree.following(node, Tree::ROOT)
            };
        }
        self.counts.left_out.add(LeftOutKind::Navigation, parts.max(u32::from(has_text)));
    }

    /// Reads an element with all that is in it.
    fn read(&mut self, top: NodeId) -> Result<(), DocumentError> {
        let mut node = top;
        loop {
            let is_entered = self.enter(node)?;
            let child = self.tree.first_child(node).filter(|_| is_entered);
            if let Some(child) = child {
                node = child;
                continue;
            }
            if is_entered {
                self.leave(node);
            }
            loop {
                if node == top {
                    return Ok(());
                }
                if let Some(next) = self.tree.next_sibling(node) {
                    node = next;
                    break;
                }
                let Some(parent) = self.tree.parent(node) else { return Ok(()) };
                node = parent;
                self.leave(node);
            }
        }
    }

    /// Begins a node; returns `false` if what is in it is not read.
    fn enter(&mut self, node: NodeId) -> Result<bool, DocumentError> {
        let name = match self.tree.data(node) {
            NodeData::Text(text) if self.preformatted > 0 => {
                self.builder.text(text)?;
                return Ok(false);
            }
            NodeData::Text(text) => {
                self.builder.collapsed(text)?;
                return Ok(false);
            }
            NodeData::Other => return Ok(true),
            NodeData::Element { name, .. } => &*name.local,
        };
        match self.treatment(node) {
            Treatment::Read => {}
            Treatment::LeaveOut(kind) => {
                self.counts.left_out.add(kind, 1);
                return Ok(false);
            }
            Treatment::PassOver => return Ok(false),
        }
        match name {
            "br" => self.builder.line()?,
            "img" | "area" => self.alternative_text(node),
            _ if BLOCKS.contains(&name) => self.builder.paragraph(),
            _ => {}
        }
        self.preformatted += usize::from(PREFORMATTED.contains(&name));
        Ok(true)
    }

    fn leave(&mut self, node: NodeId) {
        let Some(name) = self.tree.name(node) else { return };
        if BLOCKS.contains(&name) {
            self.builder.paragraph();
        }
        self.preformatted -= usize::from(PREFORMATTED.contains(&name));
    }

    fn alternative_text(&mut self, node: NodeId) {
        let text = self.tree.attribute(node, "alt").unwrap_or_default();
        if text.trim().is_empty() {
            return;
        }
        if self.options.includes(LeftOutKind::AlternativeText) {
            self.builder.aside(text.to_owned());
        } else {
            self.counts.left_out.add(LeftOutKind::AlternativeText, 1);
        }
    }

    fn treatment(&self, node: NodeId) -> Treatment {
        let Some(name) = self.tree.name(node) else { return Treatment::Read };
        let kind = match name {
            "title" | "desc" | "metadata" | "annotation" | "annotation-xml" | "rp" | "rt" => {
                return Treatment::PassOver;
            }
            "script" | "style" => LeftOutKind::Scripts,
            "template" | "noscript" | "noframes" | "noembed" => LeftOutKind::HiddenText,
            "select" | "textarea" | "button" | "datalist" | "option" | "optgroup" | "progress" | "meter" => {
                LeftOutKind::FormControls
            }
            "input" if self.tree.attribute(node, "type") != Some("hidden") => LeftOutKind::FormControls,
            "iframe" | "object" | "embed" | "applet" | "audio" | "video" | "canvas" => LeftOutKind::Objects,
            "dialog" if self.tree.attribute(node, "open").is_none() => LeftOutKind::HiddenText,
            "nav" => LeftOutKind::Navigation,
            _ if self.tree.attribute(node, "role") == Some("navigation") => LeftOutKind::Navigation,
            _ if self.is_hidden(node) => LeftOutKind::HiddenText,
            _ if self.is_note_mark(node, name) => LeftOutKind::NoteMarks,
            _ if self.options.without_notes && self.has_word(node, &NOTES) => LeftOutKind::Notes,
            _ => return Treatment::Read,
        };
        let is_included = kind != LeftOutKind::Notes && self.options.includes(kind);
        if is_included { Treatment::Read } else { Treatment::LeaveOut(kind) }
    }

    fn is_hidden(&self, node: NodeId) -> bool {
        if self.tree.attribute(node, "hidden").is_some() {
            return true;
        }
        let Some(style) = self.tree.attribute(node, "style") else { return false };
        style.split(';').filter_map(|rule| rule.split_once(':')).any(|(name, value)| {
            let (name, value) = (name.trim().to_ascii_lowercase(), value.trim().to_ascii_lowercase());
            let value = value.trim_end_matches("!important").trim_end();
            matches!((name.as_str(), value), ("display", "none") | ("visibility", "hidden") | ("mso-hide", "all"))
        })
    }

    /// Returns `true` if the class, role or type of an element has one of some words.
    fn has_word(&self, node: NodeId, words: &[&str]) -> bool {
        ["class", "role", "epub:type"]
            .iter()
            .filter_map(|name| self.tree.attribute(node, name))
            .any(|value| value.split_ascii_whitespace().any(|word| words.contains(&word.to_ascii_lowercase().as_str())))
    }

    /// Returns `true` for the number of a note that leads to it, and for the arrow that leads back.
    fn is_note_mark(&self, node: NodeId, name: &str) -> bool {
        if !matches!(name, "a" | "sup" | "span") {
            return false;
        }
        const LONGEST: usize = 16;
        let text = content(self.tree, node, LONGEST, LOOK_NODES);
        let text = text.trim();
        let is_short = !text.is_empty() && text.len() <= LONGEST;
        if self.has_word(node, &NOTE_MARKS) {
            return is_short;
        }
        let target = self.tree.attribute(node, "href").unwrap_or_default();
        let Some((_, anchor)) = target.split_once('#').filter(|_| name == "a" && is_short) else { return false };
        if text.chars().any(char::is_alphabetic) {
            return false;
        }
        let is_raised = |node: Option<NodeId>| node.is_some_and(|node| self.tree.name(node) == Some("sup"));
        let anchor = anchor.to_ascii_lowercase();
        is_raised(self.tree.parent(node))
            || is_raised(self.tree.first_child(node))
            || text.contains(['[', '↩', '↑', '^'])
            || anchor.starts_with("fn")
            || ["_ftn", "_edn", "sdfootnote", "sdendnote"].iter().any(|word| anchor.contains(word))
    }
}
