//! A part of a workbook in XML → its tags and texts, one after the other.

use crate::format::{XmlEvent, XmlLimits, XmlStop, entity, unescape_cell, walk_xml};

/// Why a part was read no further.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// It is no XML.
    Broken,
    /// It has more than this program keeps.
    TooLarge,
}

/// Shows a part to `visit`, event by event. Cost: linear.
pub(super) fn walk(part: &[u8], visit: impl FnMut(XmlEvent<'_>) -> Result<(), Stop>) -> Result<(), Stop> {
    let part = part.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(part);
    let text = std::str::from_utf8(part).map_err(|_| Stop::Broken)?;
    walk_xml(text, XmlLimits::NONE, visit).map_err(|stop| match stop {
        XmlStop::Visitor(stop) => stop,
        _ => Stop::Broken,
    })
}

/// Reads `_x000D_` and its like, by which a workbook writes what XML cannot.
pub(super) fn plain(text: &str) -> String {
    unescape_cell(text, |_| true)
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
                XmlEvent::Open(tag) => {
                    shown.push_str(&format!("<{} {:?}>", tag.name, tag.attribute("r").unwrap_or_default()));
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
