//! A part of a workbook in XML → its tags and texts, one after the other.

use quick_xml::{
    Reader,
    escape::unescape,
    events::{BytesStart, Event},
};

use crate::format::entity;

/// What comes next in a part. Names are without the prefix of their name space.
pub(super) enum XmlEvent<'part> {
    /// A tag that opens; one that closes itself is followed by its end.
    Open(&'part str, &'part BytesStart<'part>),
    Close(&'part str),
    /// A text or a part of one, with what entities stand for.
    Text(&'part str),
}

/// Why a part was read no further.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// It is no XML.
    Broken,
    /// It has more than this program keeps.
    TooLarge,
}

/// Shows a part to `visit`, event by event. Entities that the part declares itself are never
/// expanded. Cost: linear.
pub(super) fn walk(part: &[u8], mut visit: impl FnMut(XmlEvent<'_>) -> Result<(), Stop>) -> Result<(), Stop> {
    let part = part.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(part);
    let mut reader = Reader::from_str(std::str::from_utf8(part).map_err(|_| Stop::Broken)?);
    let mut depth = 0_usize;
    loop {
        match reader.read_event().map_err(|_| Stop::Broken)? {
            Event::Eof if depth > 0 => return Err(Stop::Broken),
            Event::Eof => return Ok(()),
            Event::Start(tag) => {
                depth += 1;
                visit(XmlEvent::Open(tag.local_name().as_ref(), &tag))?;
            }
            Event::Empty(tag) => {
                visit(XmlEvent::Open(tag.local_name().as_ref(), &tag))?;
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
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

/// Returns the value of an attribute, whatever the prefix of its name.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = tag.attributes();
    let found = attributes.with_checks(false).flatten().find(|one| one.key.local_name().as_ref() == name)?;
    Some(unescape(&found.value).map_or_else(|_| found.value.to_string(), std::borrow::Cow::into_owned))
}

/// Reads `_x000D_` and its like, by which a workbook writes what XML cannot.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let digits = rest.get(at + 2..at + 6).filter(|_| rest.as_bytes().get(at + 6) == Some(&b'_'));
        let digits = digits.filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        let letter = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).and_then(char::from_u32);
        plain.push_str(&rest[..at]);
        let end = if let Some(letter) = letter {
            plain.push(letter);
            at + 7
        } else {
            plain.push_str("_x");
            at + 2
        };
        rest = &rest[end..];
    }
    plain + rest
}

/// Writes a text so that [`plain`] and XML give it back.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        let is_unwritable =
            letter.is_control() && !matches!(letter, '\t' | '\n') || matches!(letter, '\u{FFFE}' | '\u{FFFF}');
        let would_be_read = letter == '_' && plain(text.get(at..at + 7).unwrap_or("")).chars().count() == 1;
        match entity(letter) {
            _ if is_unwritable || would_be_read => escaped.push_str(&format!("_x{:04X}_", u32::from(letter))),
            // Values stand in double quotes.
            Some(entity) if letter != '\'' => escaped.push_str(entity),
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walked(part: &str) -> Result<String, Stop> {
        let mut shown = String::new();
        walk(part.as_bytes(), |event| {
            match event {
                XmlEvent::Open(name, tag) => {
                    shown.push_str(&format!("<{name} {:?}>", attribute(tag, "r").unwrap_or_default()));
                }
                XmlEvent::Close(name) => shown.push_str(&format!("</{name}>")),
                XmlEvent::Text(text) => shown.push_str(text),
            }
            Ok(())
        })?;
        Ok(shown)
    }

    #[test]
    fn a_part_is_shown_without_prefixes_and_without_entities_of_its_own() {
        let part = "\u{feff}<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e \"ee\">]><x:a y:r='1 &amp; 2'>b&lt;&#x4B1;&e;<c/><![CDATA[<d>]]></x:a>";
        assert_eq!(walked(part).as_deref(), Ok("<a \"1 & 2\">b<ұ&e;<c \"\"></c><d></a>"));
        assert_eq!(walked("<a><b></a>"), Err(Stop::Broken));
        assert_eq!(walked("<a"), Err(Stop::Broken));
        assert_eq!(walked("<a><b/>"), Err(Stop::Broken));
        assert_eq!(walked("</a>"), Err(Stop::Broken));
    }

    #[test]
    fn every_text_survives_its_escape() {
        for text in ["a\u{1}b\rc", "_x0041_", "__x000D__x", "a_xb", "_xZZZZ_ _xD800_", "<&>\"'", "сөз\n\tсөз", "_x04B1"]
        {
            let part = format!("<t>{}</t>", escaped(text));
            let mut found = String::new();
            walk(part.as_bytes(), |event| {
                if let XmlEvent::Text(text) = event {
                    found.push_str(text);
                }
                Ok(())
            })
            .expect("it is XML");
            assert_eq!(plain(&found), text, "{part}");
        }
    }
}
