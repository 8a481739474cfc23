//! XHTML → HTML, so that one parser reads both.
//!
//! The two differ in what closes itself (`<title/>`, `<a id="x"/>`), in sections of characters and in
//! instructions. The rest, damaged pages among it, is left to the parser.

use crate::error::DocumentError;

/// Elements that close themselves in HTML too.
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

/// Returns `true` for a page that declares itself to be XML.
pub(super) fn is_xhtml(page: &str) -> bool {
    let start = page.trim_start_matches('\u{feff}').trim_start();
    let head = &start[..start.floor_char_boundary(1_024)];
    start.starts_with("<?xml") || head.contains("http://www.w3.org/1999/xhtml")
}

/// Writes a page in XHTML as HTML. Cost: linear.
///
/// # Errors
/// A document type that declares entities.
pub(super) fn to_html(page: &str) -> Result<String, DocumentError> {
    let mut html = String::with_capacity(page.len());
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        html.push_str(&rest[..at]);
        rest = &rest[at..];
        let len = if let Some(section) = rest.strip_prefix("<![CDATA[") {
            let end = section.find("]]>").unwrap_or(section.len());
            html.push_str(&section[..end].replace('&', "&amp;").replace('<', "&lt;"));
            9 + end + 3
        } else if rest.starts_with("<!--") {
            let len = rest.find("-->").map_or(rest.len(), |end| end + 3);
            html.push_str(&rest[..len.min(rest.len())]);
            len
        } else if rest.starts_with("<?") {
            rest.find('>').map_or(rest.len(), |end| end + 1)
        } else if rest.get(..9).is_some_and(|start| start.eq_ignore_ascii_case("<!doctype")) {
            let len = tag_len(rest);
            if rest[..len].contains('[') {
                return Err(DocumentError::Doctype { part: "XHTML".to_owned() });
            }
            html.push_str(&rest[..len]);
            len
        } else {
            let len = tag_len(rest);
            push_tag(&mut html, &rest[..len]);
            len
        };
        rest = rest.get(len..).unwrap_or("");
    }
    html.push_str(rest);
    Ok(html)
}

/// Returns the length of a tag with which a text begins; `>` in quotation marks does not end it.
fn tag_len(text: &str) -> usize {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'>') => return at + 1,
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    text.len()
}

fn push_tag(html: &mut String, tag: &str) {
    let name =
        tag[1..].split(|letter: char| letter.is_whitespace() || matches!(letter, '/' | '>')).next().unwrap_or("");
    match tag.strip_suffix("/>") {
        Some(open) if !name.is_empty() && !VOID.contains(&name) => {
            html.push_str(open);
            html.push_str("></");
            html.push_str(name);
            html.push('>');
        }
        _ => html.push_str(tag),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_closes_itself_is_closed() {
        for (page, html) in [
            ("<title/><p a=\"/>\">x<br/>", "<title></title><p a=\"/>\">x<br/>"),
            ("<?pi x?><a id='b'/>y", "<a id='b'></a>y"),
            ("<![CDATA[a<b]]>c", "a&lt;bc"),
            ("<!-- <p/> --><![CDATA[a", "<!-- <p/> -->a"),
            ("<", "<"),
            ("</p", "</p"),
        ] {
            assert_eq!(to_html(page).as_deref(), Ok(html), "{page}");
        }
        assert!(to_html("<!DOCTYPE html [<!ENTITY a 'b'>]>").is_err());
    }
}
