//! A text → the format of files in which it is written, where that is not plain text.

use super::{
    Unexpected, UnexpectedKind,
    line::{bbcode, json, latex, mail, markdown, rtf, subtitles, wiki},
    table::table,
    tag::{Tags, tags},
};

/// A format of files in which a text may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TextFormat {
    /// Rich Text Format.
    Rtf,
    /// Objects or lists of JSON, one for all or one a line.
    Json,
    /// Subtitles: SubRip or WebVTT.
    Subtitles,
    /// A web page, or a piece of one.
    Html,
    /// XML of another kind.
    Xml,
    /// LaTeX.
    Latex,
    /// A letter with its head.
    Mail,
    /// A table with separators between its fields.
    Table,
    /// Markdown.
    Markdown,
    /// The markup of MediaWiki.
    Wiki,
    /// The markup of forums.
    Bbcode,
}

impl TextFormat {
    /// Returns the name by which messages know it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rtf => "rtf",
            Self::Json => "json",
            Self::Subtitles => "subtitles",
            Self::Html => "html",
            Self::Xml => "xml",
            Self::Latex => "latex",
            Self::Mail => "mail",
            Self::Table => "table",
            Self::Markdown => "markdown",
            Self::Wiki => "wiki",
            Self::Bbcode => "bbcode",
        }
    }
}

/// How often something of a format is in a text, and the bytes of the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marks {
    pub(super) count: usize,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Marks {
    /// Counts marks given by their bytes; `None` for fewer than `least`.
    pub(super) fn of(marks: impl IntoIterator<Item = (usize, usize)>, least: usize) -> Option<Self> {
        let mut found: Option<Self> = None;
        for (start, end) in marks {
            found = Some(found.map_or(Self { count: 1, start, end }, |found| Self { count: found.count + 1, ..found }));
        }
        found.filter(|found| found.count >= least)
    }
}

/// A format with the function that recognises it.
type Recogniser = (TextFormat, fn(&str) -> Option<Marks>);

/// The formats in which markup of others may stand come first.
const BEFORE_TAGS: [Recogniser; 3] =
    [(TextFormat::Rtf, rtf), (TextFormat::Json, json), (TextFormat::Subtitles, subtitles)];
const BEHIND_TAGS: [Recogniser; 6] = [
    (TextFormat::Latex, latex),
    (TextFormat::Mail, mail),
    (TextFormat::Table, table),
    (TextFormat::Markdown, markdown),
    (TextFormat::Wiki, wiki),
    (TextFormat::Bbcode, bbcode),
];

/// Returns the format of a text that is not plain text.
pub(super) fn format(text: &str) -> Option<Unexpected> {
    let first =
        |formats: &[Recogniser]| formats.iter().find_map(|(format, recognise)| Some((*format, recognise(text)?)));
    let by_tags = || {
        let Tags { count, start, end, are_html } = tags(text)?;
        Some((if are_html { TextFormat::Html } else { TextFormat::Xml }, Marks { count, start, end }))
    };
    let (format, marks) = first(&BEFORE_TAGS).or_else(by_tags).or_else(|| first(&BEHIND_TAGS))?;
    let example = text[marks.start..marks.end].trim();
    Some(Unexpected::new(UnexpectedKind::Format(format), marks.count, marks.start, example))
}
