//! The body of a text document → its text.
//!
//! Deleted text is kept apart from the body, under the id of its change. Styles come before what
//! they apply to.

use std::collections::{HashMap, HashSet};

use crate::{
    content::Content,
    error::DocumentError,
    left_out::LeftOutKind,
    options::ReadOptions,
    text_builder::TextBuilder,
    xml::{SkippedElement, XmlEvent, XmlTag},
};

/// What an open element does when it closes.
enum Role {
    Plain,
    Paragraph,
    /// A cell or another piece that ends a paragraph.
    Block,
    /// Paragraphs beside the present one.
    Aside,
    /// Text that stands elsewhere.
    Piece(Piece),
    /// Text that describes a picture.
    Description,
    /// A style: it may hide text.
    Style(String),
}

/// A text outside the flow of the body.
enum Piece {
    Header,
    Footer,
    Deleted,
    Comment,
}

/// A document while it is read.
pub(super) struct Body<'read> {
    options: &'read ReadOptions,
    content: &'read mut Content,
    hidden_styles: &'read mut HashSet<String>,
    builder: TextBuilder,
    outer: Vec<(TextBuilder, usize)>,
    roles: Vec<Role>,
    skipped: SkippedElement,
    /// Open paragraphs: outside them characters are no text.
    paragraphs: usize,
    headers: Vec<String>,
    footers: Vec<String>,
    /// The id of the change that is described.
    change: String,
    deleted: HashMap<String, String>,
}

/// Elements that hold no text.
const PASSED_OVER: [&str; 24] = [
    "note-body",
    "settings",
    "scripts",
    "font-face-decls",
    "forms",
    "binary-data",
    "number",
    "ruby-text",
    "covered-table-cell",
    "date-string",
    "change-info",
    "sequence-decls",
    "variable-decls",
    "user-field-decls",
    "notes-configuration",
    "linenumbering-configuration",
    "table-of-content-source",
    "alphabetical-index-source",
    "bibliography-source",
    "user-index-source",
    "illustration-index-source",
    "table-index-source",
    "object-index-source",
    "script",
];

/// The most spaces that one element stands for.
const MOST_SPACES: usize = 1_000;

impl<'read> Body<'read> {
    pub(super) fn new(
        options: &'read ReadOptions,
        content: &'read mut Content,
        hidden_styles: &'read mut HashSet<String>,
    ) -> Self {
        Self {
            options,
            content,
            hidden_styles,
            builder: TextBuilder::new(&options.limits),
            outer: Vec::new(),
            roles: Vec::new(),
            skipped: SkippedElement::default(),
            paragraphs: 0,
            headers: Vec::new(),
            footers: Vec::new(),
            change: String::new(),
            deleted: HashMap::new(),
        }
    }

    /// Returns the headers, the text and the footers.
    pub(super) fn finish(self) -> (Vec<String>, String, Vec<String>) {
        (self.headers, self.builder.finish(), self.footers)
    }

    /// Takes the next event of a part.
    pub(super) fn take(&mut self, event: XmlEvent<'_>) -> Result<(), DocumentError> {
        if self.skipped.has(&event) {
            return Ok(());
        }
        match event {
            XmlEvent::Open(tag) => match self.open(&tag)? {
                Some(role) => self.roles.push(role),
                None => self.skipped.begin(),
            },
            XmlEvent::Close(_) => {
                let role = self.roles.pop().unwrap_or(Role::Plain);
                self.close(role);
            }
            XmlEvent::Text(text) => {
                if self.paragraphs > 0 || matches!(self.roles.last(), Some(Role::Description)) {
                    self.builder.collapsed(text)?;
                }
            }
        }
        Ok(())
    }

    fn count(&mut self, kind: LeftOutKind) {
        self.content.left_out.add(kind, 1);
    }

    /// Counts a piece of a kind; returns `true` if it is to be read all the same.
    fn is_read(&mut self, kind: LeftOutKind) -> bool {
        let is_included = self.options.includes(kind);
        if !is_included {
            self.count(kind);
        }
        is_included
    }

    /// Begins an element; `None` to pass over it with all that is in it.
    fn open(&mut self, tag: &XmlTag<'_>) -> Result<Option<Role>, DocumentError> {
        let style = tag.attribute("style-name");
        let is_hidden = match tag.name {
            "section" => tag.attribute("display").is_some_and(|display| display == "none"),
            "p" | "h" | "span" => style.is_some_and(|style| self.hidden_styles.contains(&style)),
            "hidden-text" | "hidden-paragraph" => tag.attribute("is-hidden").is_some_and(|value| value == "true"),
            _ => false,
        };
        if is_hidden && !self.is_read(LeftOutKind::HiddenText) {
            return Ok(None);
        }
        Ok(match tag.name {
            "p" | "h" => {
                self.paragraphs += 1;
                Some(Role::Paragraph)
            }
            "s" => {
                let count = tag.attribute("c").and_then(|count| count.parse().ok()).unwrap_or(1);
                self.character(&" ".repeat(count.min(MOST_SPACES)))?
            }
            "tab" => self.character("\t")?,
            "line-break" => self.character("\n")?,
            "table-cell" | "table-row" | "table" | "list-item" => Some(Role::Block),
            "text-box" | "custom-shape" | "rect" | "ellipse" | "circle" | "polygon" | "regular-polygon"
            | "polyline" | "path" | "line" | "connector" | "caption" | "measure" => Some(self.aside()),
            "note-body" if self.is_read(LeftOutKind::Notes) => Some(self.aside()),
            _ => return Ok(self.open_other(tag)),
        })
    }

    fn character(&mut self, character: &str) -> Result<Option<Role>, DocumentError> {
        if self.paragraphs > 0 {
            self.builder.text(character)?;
        }
        Ok(Some(Role::Plain))
    }

    fn aside(&mut self) -> Role {
        self.builder.open_aside();
        Role::Aside
    }

    fn open_other(&mut self, tag: &XmlTag<'_>) -> Option<Role> {
        match tag.name {
            "style" => return Some(Role::Style(tag.attribute("name").unwrap_or_default())),
            "text-properties" => {
                if let Some(Role::Style(name)) = self.roles.last()
                    && tag.attribute("display").is_some_and(|display| display == "none")
                {
                    self.hidden_styles.insert(name.clone());
                }
            }
            "header" | "header-left" | "header-first" => return Some(self.open_piece(Piece::Header)),
            "footer" | "footer-left" | "footer-first" => return Some(self.open_piece(Piece::Footer)),
            "changed-region" => self.change = tag.attribute("id").unwrap_or_default(),
            "deletion" => {
                self.count(LeftOutKind::DeletedText);
                return Some(self.open_piece(Piece::Deleted));
            }
            "change" => {
                let id = tag.attribute("change-id").unwrap_or_default();
                if let Some(text) = self.deleted.remove(&id).filter(|_| self.paragraphs > 0) {
                    self.builder.aside(text);
                }
            }
            "annotation" => {
                let is_read = self.is_read(LeftOutKind::Comments);
                return is_read.then(|| self.open_piece(Piece::Comment));
            }
            "title" | "desc" => {
                let is_read = self.is_read(LeftOutKind::AlternativeText);
                return is_read.then(|| {
                    self.builder.open_aside();
                    Role::Description
                });
            }
            name if self.is_passed_over(name) => return None,
            _ => {}
        }
        Some(Role::Plain)
    }

    /// Returns `true` for elements that are no text, and counts some of them.
    fn is_passed_over(&mut self, name: &str) -> bool {
        match name {
            "object" | "object-ole" => self.count(LeftOutKind::Objects),
            "note-citation" => self.count(LeftOutKind::NoteMarks),
            // Inside a paragraph the name is that of another element.
            "meta" => return self.paragraphs == 0,
            name => return PASSED_OVER.contains(&name),
        }
        true
    }

    fn open_piece(&mut self, piece: Piece) -> Role {
        let outer = std::mem::replace(&mut self.builder, TextBuilder::new(&self.options.limits));
        self.outer.push((outer, std::mem::take(&mut self.paragraphs)));
        Role::Piece(piece)
    }

    fn close(&mut self, role: Role) {
        match role {
            Role::Paragraph => {
                self.paragraphs = self.paragraphs.saturating_sub(1);
                self.builder.paragraph();
            }
            Role::Block => self.builder.paragraph(),
            Role::Aside | Role::Description => {
                self.builder.close_aside();
            }
            Role::Piece(piece) => {
                let Some((outer, paragraphs)) = self.outer.pop() else { return };
                let text = std::mem::replace(&mut self.builder, outer).finish();
                self.paragraphs = paragraphs;
                self.keep(piece, text);
            }
            Role::Plain | Role::Style(_) => {}
        }
    }

    fn keep(&mut self, piece: Piece, text: String) {
        let has_text = !text.is_empty();
        match piece {
            Piece::Header if has_text => self.headers.push(text),
            Piece::Footer if has_text => self.footers.push(text),
            Piece::Deleted if self.options.includes(LeftOutKind::DeletedText) => {
                self.deleted.insert(std::mem::take(&mut self.change), text);
            }
            Piece::Comment => drop(self.builder.aside(text)),
            _ => {}
        }
    }
}
