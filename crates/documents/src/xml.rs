//! A part in XML → its tags and texts, one after the other.
//!
//! Entities that a part declares itself are never expanded, and a part that declares any is
//! refused. Depth and attributes are limited.

use std::borrow::Cow;

use quick_xml::{
    Reader,
    escape::unescape,
    events::{BytesStart, Event},
};

use crate::{
    charset::xml_text,
    error::{DocumentError, DocumentLimit},
    format::DocumentFormat,
    limits::Limits,
};

/// What comes next in a part. Names are without the prefix of their name space.
pub(crate) enum XmlEvent<'part> {
    /// A tag that opens; one that closes itself is followed by its end.
    Open(Tag<'part>),
    /// The end of an element.
    Close(&'part str),
    /// A text or a part of one, with what entities stand for.
    Text(&'part str),
}

/// The start of an element.
pub(crate) struct Tag<'part> {
    start: &'part BytesStart<'part>,
    /// Its name without the prefix.
    pub(crate) name: &'part str,
}

impl Tag<'_> {
    /// Returns the value of an attribute, whatever the prefix of its name.
    pub(crate) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        let found = attributes.with_checks(false).flatten().find(|one| one.key.local_name().as_ref() == name)?;
        Some(unescape(&found.value).map_or_else(|_| found.value.to_string(), Cow::into_owned))
    }

    /// Returns `true` if the element is switched on, as a property of a word processor is: without a
    /// value, or with one that is not false.
    pub(crate) fn is_on(&self) -> bool {
        !self.attribute("val").is_some_and(|value| matches!(value.as_str(), "0" | "false" | "off" | "none"))
    }
}

/// A part of a document, for messages.
#[derive(Clone, Copy)]
pub(crate) struct Part<'name> {
    pub(crate) format: DocumentFormat,
    pub(crate) name: &'name str,
    /// Whether it may name its document type, without declaring anything.
    pub(crate) may_have_doctype: bool,
}

impl<'name> Part<'name> {
    /// Returns the part of a package, which has no document type.
    pub(crate) fn new(format: DocumentFormat, name: &'name str) -> Self {
        Self { format, name, may_have_doctype: false }
    }

    fn damaged(&self) -> DocumentError {
        DocumentError::Damaged { format: self.format, part: self.name.to_owned() }
    }
}

/// Shows a part to `visit`, event by event. Cost: linear.
///
/// # Errors
/// What `visit` returns; a part that is not XML, that declares a document type, or that goes beyond
/// a limit.
pub(crate) fn walk(
    bytes: &[u8],
    part: Part<'_>,
    limits: &Limits,
    mut visit: impl FnMut(XmlEvent<'_>) -> Result<(), DocumentError>,
) -> Result<(), DocumentError> {
    let text = xml_text(bytes).ok_or_else(|| part.damaged())?;
    let mut reader = Reader::from_str(&text);
    let mut depth = 0_usize;
    loop {
        match reader.read_event().map_err(|_| part.damaged())? {
            Event::Eof if depth > 0 => return Err(part.damaged()),
            Event::Eof => return Ok(()),
            Event::Start(tag) => {
                depth += 1;
                if depth > limits.depth {
                    return Err(DocumentLimit::Depth.exceeded(limits.depth));
                }
                open(&tag, limits, &mut visit)?;
            }
            Event::Empty(tag) => {
                open(&tag, limits, &mut visit)?;
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
            Event::DocType(declared) if !part.may_have_doctype || declared.contains('[') => {
                return Err(DocumentError::Doctype { part: part.name.to_owned() });
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

fn open(
    tag: &BytesStart<'_>,
    limits: &Limits,
    visit: &mut impl FnMut(XmlEvent<'_>) -> Result<(), DocumentError>,
) -> Result<(), DocumentError> {
    // Most tags have few attributes, and an attribute has an equals sign.
    if tag.attributes_raw().bytes().filter(|byte| *byte == b'=').count() > limits.attributes
        && tag.attributes().with_checks(false).count() > limits.attributes
    {
        return Err(DocumentLimit::Attributes.exceeded(limits.attributes));
    }
    visit(XmlEvent::Open(Tag { start: tag, name: tag.local_name().as_ref() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walked(part: &str) -> Result<String, &'static str> {
        let mut shown = String::new();
        let limits = Limits { depth: 3, attributes: 2, ..Limits::default() };
        walk(part.as_bytes(), Part::new(DocumentFormat::Docx, "x"), &limits, |event| {
            match event {
                XmlEvent::Open(tag) => {
                    shown.push_str(&format!("<{} {:?}>", tag.name, tag.attribute("r").unwrap_or_default()));
                }
                XmlEvent::Close(name) => shown.push_str(&format!("</{name}>")),
                XmlEvent::Text(text) => shown.push_str(text),
            }
            Ok(())
        })
        .map_err(|error| error.code())?;
        Ok(shown)
    }

    #[test]
    fn a_part_is_shown_without_prefixes_and_within_limits() {
        let part = "\u{feff}<?xml version=\"1.0\"?><x:a y:r='1 &amp; 2'>b&lt;&#x4B1;&e;<c/><![CDATA[<d>]]></x:a>";
        assert_eq!(walked(part).as_deref(), Ok("<a \"1 & 2\">b<ұ&e;<c \"\"></c><d></a>"));
        for (part, code) in [
            ("<a><b></a>", "document-damaged"),
            ("<a><b/>", "document-damaged"),
            ("<a", "document-damaged"),
            ("<a><b><c><d/></c></b></a>", ""),
            ("<a><b><c><d></d></c></b></a>", "document-limit"),
            ("<a b='' c='' d=''/>", "document-limit"),
            ("<!DOCTYPE a><a/>", "document-doctype"),
            ("<!DOCTYPE a [<!ENTITY e \"ee\">]><a>&e;</a>", "document-doctype"),
        ] {
            assert_eq!(walked(part).err().unwrap_or(""), code, "{part}");
        }
    }
}
