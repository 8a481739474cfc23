//! Where the text of a group goes.

use super::Ending;

/// Where the text of a group goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Destination {
    /// To the text.
    Text,
    /// Nowhere; groups inside may be text.
    Hollow,
    /// Nowhere, with all groups inside.
    Skipped,
    /// Into the table of fonts.
    Fonts,
}

impl Destination {
    /// Returns `true` if characters are text.
    pub(super) fn is_text(self) -> bool {
        self == Self::Text
    }
}

/// A text that stands elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    Header,
    Footer,
    Comment,
    Title,
    Author,
}

/// Destinations that are passed over although they need not say that they may be.
const SKIPPED: [&str; 34] = [
    "aftncn",
    "aftnsep",
    "aftnsepc",
    "atnauthor",
    "atnid",
    "background",
    "bkmkend",
    "bkmkstart",
    "colortbl",
    "datafield",
    "filetbl",
    "fldinst",
    "ftncn",
    "ftnsep",
    "ftnsepc",
    "listoverridetable",
    "listtable",
    "listtext",
    "nonesttables",
    "nonshppict",
    "objdata",
    "pict",
    "pntext",
    "pntxta",
    "pntxtb",
    "private",
    "revtbl",
    "rxe",
    "shprslt",
    "sp",
    "stylesheet",
    "tc",
    "template",
    "xe",
];

/// Other destinations.
const READ: [&str; 20] = [
    "annotation",
    "author",
    "do",
    "dptxbxtext",
    "fonttbl",
    "footer",
    "footerf",
    "footerl",
    "footerr",
    "footnote",
    "header",
    "headerf",
    "headerl",
    "headerr",
    "info",
    "object",
    "result",
    "shpinst",
    "shptxt",
    "title",
];

/// Returns `true` if a word makes its group a destination.
pub(super) fn is_destination(name: &str) -> bool {
    SKIPPED.contains(&name) || READ.contains(&name) || matches!(name, "upr" | "ud")
}

/// Returns what a word makes of its group, which stands in a group with the destination `outer`.
pub(super) fn of(name: &str, is_optional: bool, outer: Destination) -> (Destination, Option<Ending>) {
    let piece = |piece| (Destination::Text, Some(Ending::Piece(piece)));
    match name {
        "fonttbl" => (Destination::Fonts, None),
        "header" | "headerl" | "headerr" | "headerf" => piece(Piece::Header),
        "footer" | "footerl" | "footerr" | "footerf" => piece(Piece::Footer),
        "annotation" => piece(Piece::Comment),
        "title" if outer == Destination::Hollow => piece(Piece::Title),
        "author" if outer == Destination::Hollow => piece(Piece::Author),
        "title" | "author" => (outer, None),
        "footnote" | "shptxt" | "dptxbxtext" => (Destination::Text, Some(Ending::Aside)),
        "info" | "shpinst" | "do" | "object" | "upr" => (Destination::Hollow, None),
        "result" | "ud" => (Destination::Text, None),
        _ if is_optional || SKIPPED.contains(&name) => (Destination::Skipped, None),
        _ => (outer, None),
    }
}
