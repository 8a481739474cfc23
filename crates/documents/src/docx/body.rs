//! A part with paragraphs → its text.

use tarazy_engine::format::Relation;

use crate::{
    error::DocumentError,
    left_out::LeftOutKind,
    limits::Limits,
    model::ReadWarning,
    package::Room,
    text_builder::TextBuilder,
    xml::{SkippedElement, XmlEvent, XmlTag, is_on},
};

use super::{Docx, NoteKind};

/// What was read from a part.
pub(super) struct Story {
    pub(super) text: String,
    /// Notes or comments by id.
    pub(super) pieces: Vec<(String, String)>,
    pub(super) has_open_field: bool,
}

/// What an open element does when it closes.
enum Role {
    /// Nothing.
    Plain,
    Paragraph,
    ParagraphProperties,
    /// The properties of the mark that ends a paragraph.
    MarkProperties,
    Run,
    RunProperties,
    /// Characters are text.
    Text,
    /// A cell or another piece that ends a paragraph.
    Block,
    /// Paragraphs beside the present one.
    Aside,
    /// Alternatives of one content; the first with a text counts.
    Alternatives,
    Alternative,
    /// A note or a comment: its id, `None` for what separates notes from the text.
    Piece(Option<String>),
}

/// A part while it is read.
pub(super) struct Body<'story, 'bytes> {
    docx: &'story mut Docx<'bytes>,
    relations: &'story [Relation],
    room: &'story mut Room,
    builder: TextBuilder,
    /// The body around the piece that is open.
    outer: Vec<TextBuilder>,
    roles: Vec<Role>,
    /// Depth inside an element that is passed over.
    skipped: SkippedElement,
    paragraphs: Vec<Paragraph>,
    run: Run,
    /// Open fields: whether the result has begun.
    fields: Vec<bool>,
    fields_hide: bool,
    /// The length of the text at the start of each open [`Role::Alternatives`].
    alternatives: Vec<usize>,
    pieces: Vec<(String, String)>,
    symbols: u32,
}

#[derive(Default, Clone, Copy)]
struct Paragraph {
    /// The next paragraph continues it: a drop cap, or a deleted mark.
    continues: bool,
    is_hidden: bool,
}

#[derive(Default, Clone, Copy)]
struct Run {
    is_hidden: bool,
    is_counted: bool,
    /// What it holds is the mark of a note.
    is_mark: bool,
}

impl<'story, 'bytes> Body<'story, 'bytes> {
    pub(super) fn new(
        docx: &'story mut Docx<'bytes>,
        relations: &'story [Relation],
        room: &'story mut Room,
        fields_hide: bool,
    ) -> Self {
        let builder = TextBuilder::new(&docx.options.limits);
        Self {
            docx,
            relations,
            room,
            builder,
            outer: Vec::new(),
            roles: Vec::new(),
            skipped: SkippedElement::default(),
            paragraphs: Vec::new(),
            run: Run::default(),
            fields: Vec::new(),
            fields_hide,
            alternatives: Vec::new(),
            pieces: Vec::new(),
            symbols: 0,
        }
    }

    pub(super) fn limits(&self) -> Limits {
        self.docx.options.limits
    }

    pub(super) fn finish(self) -> Story {
        if self.symbols > 0 {
            self.docx.content.warnings.push(ReadWarning::Symbols { count: self.symbols });
        }
        let has_open_field = self.fields_hide && !self.fields.is_empty();
        Story { text: self.builder.finish(), pieces: self.pieces, has_open_field }
    }

    /// Takes the next event of the part.
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
                if matches!(self.roles.last(), Some(Role::Text)) {
                    self.text(text)?;
                }
            }
        }
        Ok(())
    }

    fn count(&mut self, kind: LeftOutKind) {
        self.docx.content.left_out.add(kind, 1);
    }

    fn includes(&self, kind: LeftOutKind) -> bool {
        self.docx.options.includes(kind)
    }

    /// Begins an element; `None` to pass over it with all that is in it.
    fn open(&mut self, tag: &XmlTag<'_>) -> Result<Option<Role>, DocumentError> {
        match self.roles.last() {
            Some(Role::ParagraphProperties) => return Ok(self.open_in_paragraph_properties(tag)),
            Some(Role::MarkProperties) => {
                if matches!(tag.name, "del" | "moveFrom")
                    && !self.includes(LeftOutKind::DeletedText)
                    && let Some(paragraph) = self.paragraphs.last_mut()
                {
                    paragraph.continues = true;
                }
                return Ok(None);
            }
            Some(Role::RunProperties) => {
                self.open_in_run_properties(tag);
                return Ok(None);
            }
            _ => {}
        }
        if let Some(role) = self.open_text(tag)? {
            return Ok(Some(role));
        }
        self.open_other(tag)
    }

    fn open_in_paragraph_properties(&mut self, tag: &XmlTag<'_>) -> Option<Role> {
        let paragraph = self.paragraphs.last_mut()?;
        match tag.name {
            "framePr" if tag.attribute("dropCap").is_some_and(|drop| drop != "none") => paragraph.continues = true,
            "pStyle" => {
                let style = tag.attribute("val").unwrap_or_default();
                paragraph.is_hidden = self.docx.styles.is_hidden(&style).unwrap_or(false);
            }
            "rPr" => return Some(Role::MarkProperties),
            _ => {}
        }
        None
    }

    fn open_in_run_properties(&mut self, tag: &XmlTag<'_>) {
        match tag.name {
            "vanish" => self.run.is_hidden = is_on(tag),
            "rStyle" => {
                let style = tag.attribute("val").unwrap_or_default();
                self.run.is_hidden = self.docx.styles.is_hidden(&style).unwrap_or(self.run.is_hidden);
            }
            _ => {}
        }
    }

    /// Begins an element of a paragraph that is text or stands for characters.
    fn open_text(&mut self, tag: &XmlTag<'_>) -> Result<Option<Role>, DocumentError> {
        Ok(Some(match tag.name {
            "t" => Role::Text,
            "delText" if self.includes(LeftOutKind::DeletedText) => Role::Text,
            "p" => {
                self.paragraphs.push(Paragraph::default());
                Role::Paragraph
            }
            "pPr" => Role::ParagraphProperties,
            "r" => {
                let is_hidden = self.paragraphs.last().is_some_and(|paragraph| paragraph.is_hidden);
                self.run = Run { is_hidden, ..Run::default() };
                Role::Run
            }
            "rPr" => Role::RunProperties,
            "tab" | "ptab" => self.character("\t")?,
            "br" | "cr" => self.character("\n")?,
            "noBreakHyphen" => self.character("-")?,
            "tc" | "tr" | "tbl" => Role::Block,
            "txbxContent" | "txBody" => {
                self.builder.open_aside();
                Role::Aside
            }
            _ => return Ok(None),
        }))
    }

    fn character(&mut self, character: &str) -> Result<Role, DocumentError> {
        self.text(character)?;
        Ok(Role::Plain)
    }

    fn open_other(&mut self, tag: &XmlTag<'_>) -> Result<Option<Role>, DocumentError> {
        match tag.name {
            "del" | "moveFrom" => {
                self.count(LeftOutKind::DeletedText);
                return Ok(self.includes(LeftOutKind::DeletedText).then_some(Role::Plain));
            }
            "fldChar" => self.field_character(&tag.attribute("fldCharType").unwrap_or_default()),
            "fldSimple" => self.count(LeftOutKind::FieldCodes),
            "footnoteReference" => self.note(NoteKind::Footnote, tag),
            "endnoteReference" => self.note(NoteKind::Endnote, tag),
            "footnote" | "endnote" | "comment" => return Ok(Some(self.open_piece(tag))),
            "AlternateContent" => {
                self.alternatives.push(self.builder.len());
                return Ok(Some(Role::Alternatives));
            }
            "Choice" | "Fallback" => {
                let start = self.alternatives.last().copied().unwrap_or(0);
                return Ok((self.builder.len() == start).then_some(Role::Alternative));
            }
            "docPr" | "shape" | "rect" => {
                let text = tag.attribute("descr").or_else(|| tag.attribute("alt")).unwrap_or_default();
                self.alternative_text(text);
            }
            "OLEObject" => self.count(LeftOutKind::Objects),
            "sym" => {
                self.symbols = self.symbols.saturating_add(u32::from(!self.run.is_hidden));
                let number = tag.attribute("char").and_then(|number| u32::from_str_radix(&number, 16).ok());
                let symbol = number.and_then(char::from_u32).filter(|symbol| !symbol.is_control());
                self.text(symbol.unwrap_or(' ').encode_utf8(&mut [0; 4]))?;
            }
            "altChunk" => self.chunk(&tag.attribute("id").unwrap_or_default())?,
            // Codes and readings; properties, and what they were before a tracked change.
            "instrText" | "delInstrText" | "delText" | "rt" | "sdtPr" | "sdtEndPr" | "smartTagPr" | "customXmlPr"
            | "sectPr" | "tblPr" | "tblGrid" | "trPr" | "tcPr" | "tblPrEx" | "rubyPr" | "bodyPr" => return Ok(None),
            name if name.ends_with("Change") => return Ok(None),
            _ => {}
        }
        Ok(Some(Role::Plain))
    }

    fn close(&mut self, role: Role) {
        match role {
            Role::Paragraph => {
                let paragraph = self.paragraphs.pop().unwrap_or_default();
                if !paragraph.continues {
                    self.builder.paragraph();
                }
            }
            Role::Block => self.builder.paragraph(),
            Role::Aside => {
                self.builder.close_aside();
            }
            Role::Run => self.run = Run::default(),
            Role::Alternatives => drop(self.alternatives.pop()),
            Role::Piece(id) => {
                let outer = self.outer.pop().unwrap_or_else(|| TextBuilder::new(&self.docx.options.limits));
                let text = std::mem::replace(&mut self.builder, outer).finish();
                self.pieces.extend(id.filter(|_| !text.is_empty()).map(|id| (id, text)));
            }
            _ => {}
        }
    }

    /// Adds characters unless something hides them.
    fn text(&mut self, text: &str) -> Result<(), DocumentError> {
        if self.fields_hide && self.fields.contains(&false) {
            return Ok(());
        }
        if self.run.is_hidden && !self.includes(LeftOutKind::HiddenText) {
            if !std::mem::replace(&mut self.run.is_counted, true) {
                self.count(LeftOutKind::HiddenText);
            }
            return Ok(());
        }
        if self.run.is_mark {
            return Ok(());
        }
        self.builder.text(text)
    }

    fn field_character(&mut self, kind: &str) {
        match kind {
            "begin" => {
                self.count(LeftOutKind::FieldCodes);
                self.fields.push(false);
            }
            "separate" => {
                if let Some(has_result) = self.fields.last_mut() {
                    *has_result = true;
                }
            }
            "end" => drop(self.fields.pop()),
            _ => {}
        }
    }

    fn note(&mut self, kind: NoteKind, tag: &XmlTag<'_>) {
        self.count(LeftOutKind::NoteMarks);
        let has_own_mark =
            tag.attribute("customMarkFollows").is_some_and(|value| !matches!(value.as_str(), "0" | "false" | "off"));
        self.run.is_mark |= has_own_mark;
        let id = tag.attribute("id").unwrap_or_default();
        if !self.includes(LeftOutKind::Notes) {
            self.count(LeftOutKind::Notes);
        } else if let Some(note) = self.docx.notes.get_mut(&(kind, id)).filter(|note| !note.is_read) {
            note.is_read = true;
            self.builder.aside(note.text.clone());
        }
    }

    fn open_piece(&mut self, tag: &XmlTag<'_>) -> Role {
        let outer = std::mem::replace(&mut self.builder, TextBuilder::new(&self.docx.options.limits));
        self.outer.push(outer);
        let is_separator = tag.attribute("type").is_some_and(|kind| kind != "normal");
        Role::Piece(tag.attribute("id").filter(|_| !is_separator))
    }

    fn alternative_text(&mut self, text: String) {
        if text.trim().is_empty() {
            return;
        }
        if self.includes(LeftOutKind::AlternativeText) {
            self.builder.aside(text);
        } else {
            self.count(LeftOutKind::AlternativeText);
        }
    }

    /// Reads a document inside the document in its place.
    fn chunk(&mut self, id: &str) -> Result<(), DocumentError> {
        let relation = self.relations.iter().find(|relation| relation.id == id && !relation.is_external);
        let target = relation.map(|relation| relation.target.clone()).unwrap_or_default();
        let Some(part) = self.docx.package.part(&target, self.room)? else {
            self.docx.content.warnings.push(ReadWarning::MissingPart { part: target });
            return Ok(());
        };
        self.builder.paragraph();
        match (self.room.read_inner)(&target, part.into_owned(), self.docx.options, self.room) {
            Ok(file) => {
                for document in file.documents {
                    self.builder.text(&document.text)?;
                    self.builder.paragraph();
                    self.docx.content.left_out.add_all(&document.left_out);
                }
            }
            Err(error @ DocumentError::Limit { .. }) => return Err(error),
            Err(error) => {
                let format = match error {
                    DocumentError::OtherFormat { format } => Some(format),
                    _ => None,
                };
                self.docx.content.warnings.push(ReadWarning::UnreadPart { part: target, format });
            }
        }
        Ok(())
    }
}
