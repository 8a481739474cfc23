//! How parts of an office document name each other (ECMA-376, part 2).

use super::xml_reader::{XmlEvent, XmlTag};

/// One part's name for another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// What the part calls the other.
    pub id: String,
    /// The last word of its type: `officeDocument`, `worksheet`, `footnotes`.
    pub kind: String,
    /// The name of the other part in the archive.
    pub target: String,
    /// Whether it stands outside the archive.
    pub is_external: bool,
}

impl Relation {
    /// Reads a relation of a part in `folder`; `None` for every other event.
    pub fn of(event: &XmlEvent<'_>, folder: &str) -> Option<Self> {
        let XmlEvent::Open(tag @ XmlTag { name: "Relationship", .. }) = event else { return None };
        let value = |name| tag.attribute(name).unwrap_or_default();
        let kind = value("Type");
        Some(Self {
            id: value("Id"),
            kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
            target: resolve_part(folder, &value("Target")),
            is_external: value("TargetMode").eq_ignore_ascii_case("External"),
        })
    }
}

/// Returns the folder of a part, and the name of the part that has its relations; `part` is empty for
/// the whole archive.
///
/// ```
/// use tarazy_engine::format::relations_of;
/// assert_eq!(relations_of("word/document.xml"), ("word", "word/_rels/document.xml.rels".to_owned()));
/// assert_eq!(relations_of(""), ("", "_rels/.rels".to_owned()));
/// ```
pub fn relations_of(part: &str) -> (&str, String) {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let slash = if folder.is_empty() { "" } else { "/" };
    (folder, format!("{folder}{slash}_rels/{file}.rels"))
}

/// Returns the name of a part that another part in `folder` names: from the top of the archive, or
/// from the folder.
///
/// ```
/// use tarazy_engine::format::resolve_part;
/// assert_eq!(resolve_part("word", "media/a.png"), "word/media/a.png");
/// ```
pub fn resolve_part(folder: &str, target: &str) -> String {
    if let Some(target) = target.strip_prefix('/') {
        return target.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_found_from_where_they_are_named() {
        for (folder, target, found) in [
            ("word", "media/a.png", "word/media/a.png"),
            ("word", "../a.xml", "a.xml"),
            ("word", "/word/a.xml", "word/a.xml"),
            ("", "./../../b", "b"),
            ("xl", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("xl", "../a.xml", "a.xml"),
            ("", "./../b", "b"),
        ] {
            assert_eq!(resolve_part(folder, target), found);
        }
    }
}
