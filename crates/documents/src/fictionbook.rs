//! Books in FictionBook 2: one file in XML.
//!
//! Bodies are text, notes among them; the description of the book and its pictures are not.

use tarazy_engine::settings::{MetadataField, MetadataValue};

use crate::{
    content::Content,
    error::DocumentError,
    format::DocumentFormat,
    left_out::LeftOutKind,
    options::ReadOptions,
    text_builder::TextBuilder,
    xml::{Part, SkippedElement, XmlEvent, XmlTag, walk},
};

/// Where in the file the reader is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Elsewhere,
    Description,
    Body,
    Notes,
}

/// A book while it is read.
struct Book<'options> {
    options: &'options ReadOptions,
    content: Content,
    builder: TextBuilder,
    skipped: SkippedElement,
    place: Place,
    /// The title of the book, and whether it is being read.
    title: String,
    is_title: bool,
}

/// Reads a book.
///
/// # Errors
/// A file that is no XML or beyond a limit.
pub(crate) fn read(bytes: &[u8], options: &ReadOptions) -> Result<Content, DocumentError> {
    let mut book = Book {
        options,
        content: Content::default(),
        builder: TextBuilder::new(&options.limits),
        skipped: SkippedElement::default(),
        place: Place::Elsewhere,
        title: String::new(),
        is_title: false,
    };
    walk(bytes, Part::new(DocumentFormat::FictionBook, "XML"), &options.limits, |event| book.take(event))?;
    let Book { mut content, builder, title, .. } = book;
    content.text = builder.finish();
    if !title.trim().is_empty() {
        let value = MetadataValue::Text(title.trim().to_owned());
        content.metadata.push(MetadataField { name: "title".to_owned(), value });
    }
    Ok(content)
}

impl Book<'_> {
    fn take(&mut self, event: XmlEvent<'_>) -> Result<(), DocumentError> {
        if self.skipped.has(&event) {
            return Ok(());
        }
        match event {
            XmlEvent::Open(tag) => {
                if !self.open(&tag) {
                    self.skipped.begin();
                }
            }
            XmlEvent::Close(name) => {
                self.is_title = false;
                if matches!(name, "description" | "body") {
                    self.place = Place::Elsewhere;
                }
                if is_block(name) {
                    self.builder.paragraph();
                }
            }
            XmlEvent::Text(text) if self.is_title => self.title.push_str(text),
            XmlEvent::Text(text) if matches!(self.place, Place::Body | Place::Notes) => self.builder.collapsed(text)?,
            XmlEvent::Text(_) => {}
        }
        Ok(())
    }

    /// Begins an element; returns `false` to pass over it.
    fn open(&mut self, tag: &XmlTag<'_>) -> bool {
        match tag.name {
            "description" => self.place = Place::Description,
            "book-title" => self.is_title = self.place == Place::Description && self.title.is_empty(),
            "body" => {
                let is_notes = tag.attribute("name").is_some_and(|name| matches!(name.as_str(), "notes" | "comments"));
                if is_notes && !self.options.includes(LeftOutKind::Notes) {
                    self.content.left_out.add(LeftOutKind::Notes, 1);
                    return false;
                }
                self.place = if is_notes { Place::Notes } else { Place::Body };
            }
            // The titles of notes are their numbers.
            "title" if self.place == Place::Notes => {
                self.content.left_out.add(LeftOutKind::NoteMarks, 1);
                return false;
            }
            "a" if tag.attribute("type").is_some_and(|kind| kind == "note") => {
                self.content.left_out.add(LeftOutKind::NoteMarks, 1);
                return false;
            }
            "binary" | "stylesheet" => return false,
            _ => {}
        }
        if is_block(tag.name) {
            self.builder.paragraph();
        }
        true
    }
}

fn is_block(name: &str) -> bool {
    !matches!(name, "emphasis" | "strong" | "style" | "a" | "strikethrough" | "sub" | "sup" | "code" | "image")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_are_text_and_numbers_of_notes_are_not() {
        let book = "<FictionBook><description><title-info><book-title>t</book-title><annotation><p>x</p></annotation>\
            </title-info></description><body><title><p>a</p></title><section><p>b<strong>c</strong>\
            <a type=\"note\" l:href=\"#n\">1</a></p><v>d</v></section></body><body name=\"notes\"><section><title>\
            <p>1</p></title><p>e</p></section></body><binary>AA</binary></FictionBook>";
        let content = read(book.as_bytes(), &ReadOptions::default()).unwrap();
        assert_eq!(content.text, "a\n\nbc\n\nd\n\ne");
        assert_eq!(content.metadata[0].value, MetadataValue::Text("t".to_owned()));
        let options = ReadOptions { without_notes: true, ..ReadOptions::default() };
        assert_eq!(read(book.as_bytes(), &options).unwrap().text, "a\n\nbc\n\nd");
    }
}
