//! The encoding that a page names itself.

use crate::charset::{NamedEncoding, xml_encoding};

/// How far browsers look for the name.
const LOOK_BYTES: usize = 4 << 10;

/// Finds the encoding that a page names in a `meta` element or in its declaration of XML.
pub(super) fn named(bytes: &[u8]) -> Option<NamedEncoding> {
    if let Some(named) = xml_encoding(bytes) {
        return Some(named);
    }
    let head = &bytes[..bytes.len().min(LOOK_BYTES)];
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let mut rest = head.as_str();
    while let Some(at) = rest.find("<meta") {
        rest = &rest[at + 5..];
        let tag = &rest[..rest.find('>').unwrap_or(rest.len())];
        if let Some(named) = charset_of(tag) {
            return Some(named);
        }
    }
    None
}

/// Finds `charset=windows-1251` in a tag, in an attribute of its own or inside `content`.
fn charset_of(tag: &str) -> Option<NamedEncoding> {
    tag.match_indices("charset").find_map(|(at, name)| {
        let value = tag[at + name.len()..].trim_start().strip_prefix('=')?.trim_start();
        let value = value.trim_start_matches(['"', '\'']);
        NamedEncoding::find(value.split(['"', '\'', ';', ' ', '/', '>']).next()?)
    })
}

#[cfg(test)]
mod tests {
    use tarazy_engine::encoding::Encoding;

    use super::*;

    #[test]
    fn encodings_are_found_where_pages_name_them() {
        for (page, encoding) in [
            ("<meta charset=kz-1048>", Some(Encoding::Kz1048)),
            (
                "<META HTTP-EQUIV='Content-Type' content=\"text/html; charset=Windows-1251\">",
                Some(Encoding::Windows1251),
            ),
            ("<?xml version='1.0' encoding='koi8-r'?><html>", Some(Encoding::Koi8R)),
            ("<meta name=author content=x><meta charset = \"utf-8\"/>", Some(Encoding::Utf8)),
            ("<p>charset=koi8-r", None),
        ] {
            assert_eq!(named(page.as_bytes()), encoding.map(NamedEncoding::Own), "{page}");
        }
    }
}
