//! A part in XML → its tags and texts, one after the other.
//!
//! A part that declares entities is refused. Depth and attributes are limited.

use tarazy_engine::format::{DocumentTypes, XmlLimits, XmlStop, walk_xml};
pub(crate) use tarazy_engine::format::{XmlEvent, XmlTag};

use crate::{
    charset::xml_text,
    error::{DocumentError, DocumentLimit},
    format::DocumentFormat,
    limits::Limits,
};

/// Returns `true` if an element is switched on, as a property of a word processor is: without a
/// value, or with one that is not false.
pub(crate) fn is_on(tag: &XmlTag<'_>) -> bool {
    !tag.attribute("val").is_some_and(|value| matches!(value.as_str(), "0" | "false" | "off" | "none"))
}

/// How deep the reader is in an element that is passed over.
#[derive(Debug, Default)]
pub(crate) struct SkippedElement {
    depth: usize,
}

impl SkippedElement {
    /// Called for an element that is passed over with everything in it.
    pub(crate) fn begin(&mut self) {
        self.depth = 1;
    }

    /// Returns `true` if an event belongs to the element.
    pub(crate) fn has(&mut self, event: &XmlEvent<'_>) -> bool {
        if self.depth == 0 {
            return false;
        }
        match event {
            XmlEvent::Open(_) => self.depth += 1,
            XmlEvent::Close(_) => self.depth -= 1,
            XmlEvent::Text(_) => {}
        }
        true
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
    visit: impl FnMut(XmlEvent<'_>) -> Result<(), DocumentError>,
) -> Result<(), DocumentError> {
    let text = xml_text(bytes).ok_or_else(|| part.damaged())?;
    let document_types = if part.may_have_doctype { DocumentTypes::Named } else { DocumentTypes::Refused };
    let within = XmlLimits { depth: limits.depth, attributes: limits.attributes, document_types };
    walk_xml(&text, within, visit).map_err(|stop| match stop {
        XmlStop::NotXml => part.damaged(),
        XmlStop::Depth => DocumentLimit::Depth.exceeded(limits.depth),
        XmlStop::Attributes => DocumentLimit::Attributes.exceeded(limits.attributes),
        XmlStop::DocumentType => DocumentError::Doctype { part: part.name.to_owned() },
        XmlStop::Visitor(error) => error,
    })
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
