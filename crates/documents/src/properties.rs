//! What a document says about itself → its metadata.

use tarazy_engine::settings::{MetadataField, MetadataValue};

use crate::{
    limits::Limits,
    xml::{Part, XmlEvent, walk},
};

/// The names of columns, with the elements that hold their values.
const NAMES: [(&str, &[&str]); 3] = [
    ("title", &["title"]),
    ("author", &["creator", "initial-creator"]),
    ("date", &["created", "creation-date", "date"]),
];

/// Reads title, author and date in the first element called `root`: of several elements the first
/// counts. These properties are not part of the text, so a part that is damaged has none, and the
/// document is read all the same.
pub(crate) fn read(bytes: &[u8], part: Part<'_>, root: &str, limits: &Limits) -> Vec<MetadataField> {
    let mut found: [Option<String>; NAMES.len()] = [const { None }; NAMES.len()];
    let (mut is_inside, mut open) = (false, None);
    let walked = walk(bytes, part, limits, |event| {
        match event {
            XmlEvent::Open(tag) if tag.name == root => is_inside = true,
            XmlEvent::Open(tag) => open = NAMES.iter().position(|(_, elements)| elements.contains(&tag.name)),
            XmlEvent::Close(name) => {
                open = None;
                is_inside &= name != root;
            }
            XmlEvent::Text(text) => {
                if let Some(at) = open.filter(|_| is_inside)
                    && !text.trim().is_empty()
                    && found[at].is_none()
                {
                    found[at] = Some(text.trim().to_owned());
                }
            }
        }
        Ok(())
    });
    if walked.is_err() {
        return Vec::new();
    }
    let field = |((name, _), value): (&(&str, _), Option<String>)| {
        let value = value?;
        let value = if *name == "date" { MetadataValue::of(&value) } else { MetadataValue::Text(value) };
        Some(MetadataField { name: (*name).to_owned(), value })
    };
    NAMES.iter().zip(found).filter_map(field).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::DocumentFormat;

    #[test]
    fn the_first_title_author_and_date_are_read() {
        let part = "<a><title>x</title><m><dc:title>Жарғы</dc:title><dc:creator>А. Б.</dc:creator>\
            <dc:creator>В. Г.</dc:creator><dcterms:created>2024-03-01T10:00:00Z</dcterms:created></m></a>";
        let read = read(part.as_bytes(), Part::new(DocumentFormat::Docx, ""), "m", &Limits::default());
        let field = |name: &str, value| MetadataField { name: name.to_owned(), value };
        assert_eq!(
            read,
            [
                field("title", MetadataValue::Text("Жарғы".to_owned())),
                field("author", MetadataValue::Text("А. Б.".to_owned())),
                field("date", MetadataValue::Date("2024-03-01".to_owned())),
            ]
        );
    }
}
