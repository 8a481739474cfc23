//! Office Open XML documents (ECMA-376, ISO/IEC 29500, transitional and strict).
//!
//! The main part is found through the relations of the package, whatever its name. Its text is the
//! final state of tracked changes: insertions count, deletions do not.

mod body;
mod style;

use std::collections::HashMap;

use tarazy_engine::format::Relation;

use crate::{
    content::Content,
    error::DocumentError,
    format::DocumentFormat,
    left_out::LeftOutKind,
    model::ReadWarning,
    options::ReadOptions,
    package::{Package, Room},
    properties,
    xml::{Part, walk},
};
use body::{Body, Story};
use style::HiddenStyles;

const FORMAT: DocumentFormat = DocumentFormat::Docx;
/// Where the main part is, in all files but very odd ones.
const USUAL_MAIN: &str = "word/document.xml";

/// A document while it is read.
pub(crate) struct Docx<'bytes> {
    package: Package<'bytes>,
    options: &'bytes ReadOptions,
    styles: HiddenStyles,
    /// Footnotes and endnotes by kind and id.
    notes: HashMap<(NoteKind, String), Note>,
    content: Content,
}

/// A footnote or an endnote.
struct Note {
    text: String,
    /// Whether its text has been read: where a note is referred to twice, it is text once.
    is_read: bool,
}

/// Where the text of a note stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum NoteKind {
    Footnote,
    Endnote,
}

/// Reads a document.
///
/// # Errors
/// A package without a main part, and parts that are damaged or beyond a limit.
pub(crate) fn read(bytes: &[u8], options: &ReadOptions, room: &mut Room) -> Result<Content, DocumentError> {
    let package = Package::open(bytes, FORMAT, &options.limits)?;
    if package.names().any(|name| name.eq_ignore_ascii_case("EncryptedPackage")) {
        return Err(DocumentError::Encrypted { format: FORMAT.name() });
    }
    let top = package.relations("", room)?;
    let main = top.iter().find(|relation| relation.kind == "officeDocument");
    let main = main.map_or(USUAL_MAIN, |relation| relation.target.as_str());
    let relations = package.relations(main, room)?;
    let mut docx =
        Docx { package, options, styles: HiddenStyles::default(), notes: HashMap::new(), content: Content::default() };
    if let Some(styles) = docx.related(&relations, "styles", room)? {
        docx.styles = HiddenStyles::read(&styles, &options.limits)?;
    }
    docx.read_notes(&relations, room)?;
    let part = docx.package.needed(main, room)?;
    let mut text = docx.story(&part, main, &relations, room)?.text;
    text = docx.with_page_margins(text, &relations, room)?;
    text = docx.with_comments(text, &relations, room)?;
    docx.read_properties(&top, room)?;
    docx.content.text = text;
    Ok(docx.content)
}

impl Docx<'_> {
    fn related(&self, relations: &[Relation], kind: &str, room: &mut Room) -> Result<Option<Vec<u8>>, DocumentError> {
        let Some(relation) = relations.iter().find(|one| one.kind == kind && !one.is_external) else { return Ok(None) };
        Ok(self.package.part(&relation.target, room)?.map(std::borrow::Cow::into_owned))
    }

    /// Reads a part that holds paragraphs.
    fn story(
        &mut self,
        part: &[u8],
        name: &str,
        relations: &[Relation],
        room: &mut Room,
    ) -> Result<Story, DocumentError> {
        let read = |docx: &mut Self, room: &mut Room, fields_hide| {
            let mut body = Body::new(docx, relations, room, fields_hide);
            let limits = body.limits();
            walk(part, Part::new(FORMAT, name), &limits, |event| body.take(event))?;
            Ok(body.finish())
        };
        let content = self.content.clone();
        let story: Story = read(self, room, true)?;
        if !story.has_open_field {
            return Ok(story);
        }
        // A field without an end would hide all that follows.
        self.content = content;
        self.notes.values_mut().for_each(|note| note.is_read = false);
        self.content.warnings.push(ReadWarning::Unclosed);
        read(self, room, false)
    }

    fn read_notes(&mut self, relations: &[Relation], room: &mut Room) -> Result<(), DocumentError> {
        for (kind, name) in [(NoteKind::Footnote, "footnotes"), (NoteKind::Endnote, "endnotes")] {
            let Some(relation) = relations.iter().find(|relation| relation.kind == name && !relation.is_external)
            else {
                continue;
            };
            let Some(part) = self.package.part(&relation.target, room)? else {
                self.content.warnings.push(ReadWarning::MissingPart { part: relation.target.clone() });
                continue;
            };
            let own = self.package.relations(&relation.target, room)?;
            let story = self.story(&part, &relation.target, &own, room)?;
            self.notes.extend(story.pieces.into_iter().map(|(id, text)| ((kind, id), Note { text, is_read: false })));
        }
        Ok(())
    }

    /// Counts headers and footers, or puts them before and after the text.
    fn with_page_margins(
        &mut self,
        text: String,
        relations: &[Relation],
        room: &mut Room,
    ) -> Result<String, DocumentError> {
        let (mut before, mut after) = (Vec::new(), Vec::new());
        for relation in relations.iter().filter(|relation| !relation.is_external) {
            let (kind, place) = match relation.kind.as_str() {
                "header" => (LeftOutKind::Headers, &mut before),
                "footer" => (LeftOutKind::Footers, &mut after),
                _ => continue,
            };
            let Some(part) = self.package.part(&relation.target, room)? else { continue };
            let kept = self.content.clone();
            let story = self.story(&part, &relation.target, &[], room)?;
            if self.options.includes(kind) {
                place.push(story.text);
            } else {
                self.content = kept;
                self.content.left_out.add(kind, u32::from(!story.text.is_empty()));
            }
        }
        Ok(joined(before.into_iter().chain([text]).chain(after)))
    }

    fn with_comments(
        &mut self,
        text: String,
        relations: &[Relation],
        room: &mut Room,
    ) -> Result<String, DocumentError> {
        let Some(part) = self.related(relations, "comments", room)? else { return Ok(text) };
        let kept = self.content.clone();
        let story = self.story(&part, "comments", &[], room)?;
        if self.options.includes(LeftOutKind::Comments) {
            return Ok(joined([text].into_iter().chain(story.pieces.into_iter().map(|(_, text)| text))));
        }
        self.content = kept;
        let count = u32::try_from(story.pieces.len()).unwrap_or(u32::MAX);
        self.content.left_out.add(LeftOutKind::Comments, count);
        Ok(text)
    }

    fn read_properties(&mut self, top: &[Relation], room: &mut Room) -> Result<(), DocumentError> {
        let Some(part) = self.related(top, "core-properties", room)? else { return Ok(()) };
        let fields = properties::read(&part, Part::new(FORMAT, "core"), "coreProperties", &self.options.limits);
        self.content.metadata.extend(fields);
        Ok(())
    }
}

/// Returns texts with blank lines between them.
fn joined(texts: impl Iterator<Item = String>) -> String {
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n")
}
