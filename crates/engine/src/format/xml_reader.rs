//! A part of a document in XML → its tags and texts, one after the other.
//!
//! Entities that a part declares itself are never expanded.

use std::borrow::Cow;

use quick_xml::{
    Reader,
    escape::unescape,
    events::{BytesStart, Event},
};

/// What comes next in a part. Names are without the prefix of their name space.
#[derive(Debug)]
pub enum XmlEvent<'part> {
    /// A tag that opens; one that closes itself is followed by its end.
    Open(XmlTag<'part>),
    /// The end of an element.
    Close(&'part str),
    /// A text or a part of one, with what entities stand for.
    Text(&'part str),
}

/// The start of an element.
#[derive(Debug)]
pub struct XmlTag<'part> {
    start: &'part BytesStart<'part>,
    /// Its name without the prefix.
    pub name: &'part str,
}

impl XmlTag<'_> {
    /// Returns the value of an attribute, whatever the prefix of its name.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        let found = attributes.with_checks(false).flatten().find(|one| one.key.local_name().as_ref() == name)?;
        Some(unescape(&found.value).map_or_else(|_| found.value.to_string(), Cow::into_owned))
    }
}

/// What a part may do with a document type declaration, which names and declares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentTypes {
    /// Have one; it is passed over.
    Ignored,
    /// Have one that declares nothing.
    Named,
    /// Have none.
    Refused,
}

/// Limits of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct XmlLimits {
    /// Elements inside elements; those that close themselves are not counted.
    pub depth: usize,
    /// Attributes of an element.
    pub attributes: usize,
    /// Declarations of a document type.
    pub document_types: DocumentTypes,
}

impl XmlLimits {
    /// No limit but the size of the part.
    pub const NONE: Self = Self { depth: usize::MAX, attributes: usize::MAX, document_types: DocumentTypes::Ignored };
}

/// Why a part was read no further.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum XmlStop<E> {
    /// It is no XML.
    NotXml,
    /// Elements are nested too deep.
    Depth,
    /// An element has too many attributes.
    Attributes,
    /// It declares a document type that it may not have.
    DocumentType,
    /// What the visitor returned.
    Visitor(E),
}

/// Shows a part to `visit`, event by event. Cost: linear.
///
/// # Errors
/// [`XmlStop`].
pub fn walk_xml<E>(
    text: &str,
    limits: XmlLimits,
    mut visit: impl FnMut(XmlEvent<'_>) -> Result<(), E>,
) -> Result<(), XmlStop<E>> {
    let mut reader = Reader::from_str(text);
    let mut depth = 0_usize;
    let mut visit = |event: XmlEvent<'_>| visit(event).map_err(XmlStop::Visitor);
    loop {
        match reader.read_event().map_err(|_| XmlStop::NotXml)? {
            Event::Eof if depth > 0 => return Err(XmlStop::NotXml),
            Event::Eof => return Ok(()),
            Event::Start(tag) => {
                depth += 1;
                if depth > limits.depth {
                    return Err(XmlStop::Depth);
                }
                visit(opened(&tag, limits)?)?;
            }
            Event::Empty(tag) => {
                visit(opened(&tag, limits)?)?;
                visit(XmlEvent::Close(tag.local_name().as_ref()))?;
            }
            Event::End(tag) => {
                // An end without a start is an error of the reader.
                depth = depth.saturating_sub(1);
                visit(XmlEvent::Close(tag.local_name().as_ref()))?;
            }
            Event::Text(text) => visit(XmlEvent::Text(&text.xml10_content()))?,
            Event::CData(text) => visit(XmlEvent::Text(&text.xml10_content()))?,
            Event::GeneralRef(reference) => {
                let written = format!("&{};", reference.xml10_content());
                visit(XmlEvent::Text(&unescape(&written).unwrap_or_else(|_| written.as_str().into())))?;
            }
            Event::DocType(declared) => match limits.document_types {
                DocumentTypes::Refused => return Err(XmlStop::DocumentType),
                DocumentTypes::Named if declared.contains('[') => return Err(XmlStop::DocumentType),
                DocumentTypes::Named | DocumentTypes::Ignored => {}
            },
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
}

fn opened<'part, E>(tag: &'part BytesStart<'part>, limits: XmlLimits) -> Result<XmlEvent<'part>, XmlStop<E>> {
    // Most tags have few attributes, and an attribute has an equals sign.
    if tag.attributes_raw().bytes().filter(|byte| *byte == b'=').count() > limits.attributes
        && tag.attributes().with_checks(false).count() > limits.attributes
    {
        return Err(XmlStop::Attributes);
    }
    Ok(XmlEvent::Open(XmlTag { start: tag, name: tag.local_name().into_inner() }))
}
