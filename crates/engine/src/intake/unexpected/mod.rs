//! A text → what in it is not its author's words: markup, entities, lost and control characters.
//!
//! Names of tags and keys, and the halves of a word around a lost character, are counted as words
//! like any others. Nothing here changes a text; what is found is a warning with its number and the
//! place of the first. Laws: each kind is reported once, in the order of [`UnexpectedKind`]; a text
//! of words and punctuation has nothing unexpected.
//!
//! ```
//! use tarazy_engine::intake::{TextFormat, UnexpectedKind, unexpected};
//!
//! let found = unexpected("<p>Бос&shy;тандық</p>");
//! let kinds: Vec<_> = found.iter().map(|found| (found.kind, found.count)).collect();
//! assert_eq!(kinds, [(UnexpectedKind::Format(TextFormat::Html), 2), (UnexpectedKind::Entities, 1)]);
//! assert_eq!(unexpected("Егер a < b болса, <b> таңбасы жазылады."), []);
//! ```

mod character;
mod format;
mod line;
mod table;
mod tag;

use crate::{
    problem::{Argument, Problem, SourceLocation, shortened},
    text::to_u32,
};

pub use format::TextFormat;

/// How many characters of the first place are shown.
const EXAMPLE_CHARACTERS: usize = 40;

/// What a text has that is not its author's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnexpectedKind {
    /// The text is written in a format of files: HTML, JSON, a table …
    Format(TextFormat),
    /// Names of characters in HTML: `&nbsp;`, `&#1178;`.
    Entities,
    /// Numbers of characters or bytes: `\u049B`, `=D2=9B`.
    Escapes,
    /// U+FFFD, which stands where a character was lost.
    Lost,
    /// Question marks within Cyrillic words, which some programs write for letters that they lack.
    QuestionMarks,
    /// Control characters, NUL among them, and code points that are no characters.
    Control,
    /// Words in code points whose meaning only their font knows.
    PrivateUse,
}

impl UnexpectedKind {
    /// Returns the stable code, which is also the key of the message.
    pub fn code(self) -> &'static str {
        match self {
            Self::Format(_) => "text-format",
            Self::Entities => "text-entities",
            Self::Escapes => "text-escapes",
            Self::Lost => "text-lost-characters",
            Self::QuestionMarks => "text-question-marks",
            Self::Control => "text-control-characters",
            Self::PrivateUse => "text-private-use",
        }
    }
}

/// Something in a text that is not its author's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unexpected {
    /// What it is.
    pub kind: UnexpectedKind,
    /// How often it is there, at least 1. The unit is that of the kind: tags, keys, rows, entities,
    /// characters.
    pub count: u32,
    /// The byte where the first begins.
    pub start: u32,
    /// The first: `<p class="lead">`, `&nbsp;`, `U+0000`.
    pub example: String,
}

impl Unexpected {
    /// `example` is cut to a length that fits into a sentence.
    fn new(kind: UnexpectedKind, count: usize, start: usize, example: &str) -> Self {
        let example = shortened(example, EXAMPLE_CHARACTERS).into_owned();
        Self { kind, count: to_u32(count), start: to_u32(start), example }
    }

    /// Returns it as a warning about the file or document `name`; `line` is that of the first.
    pub fn problem(&self, name: &str, line: u32) -> Problem {
        let text = |name: &str, value: &str| (name.to_owned(), Argument::Text(value.to_owned()));
        let mut arguments =
            vec![("count".to_owned(), Argument::Number(self.count.into())), text("example", &self.example)];
        if let UnexpectedKind::Format(format) = self.kind {
            arguments.push(text("format", format.name()));
        }
        let place = SourceLocation { file: Some(name.to_owned()), line: Some(line), column: None };
        Problem { code: self.kind.code().to_owned(), is_warning: true, place, arguments }
    }
}

/// Returns what a text has that is not its author's words.
///
/// Cost: a few passes over the text.
pub fn unexpected(text: &str) -> Vec<Unexpected> {
    let mut found: Vec<Unexpected> = format::format(text).into_iter().chain(character::characters(text)).collect();
    found.sort_by_key(|found| found.kind);
    found
}

/// Returns the number of the line that holds a byte, from 1. A line ends with LF, CR or both.
pub fn line_at(text: &str, byte: u32) -> u32 {
    let before = &text.as_bytes()[..(byte as usize).min(text.len())];
    let ends = before.iter().enumerate().filter(|(at, end)| match end {
        b'\n' => true,
        b'\r' => text.as_bytes().get(at + 1) != Some(&b'\n'),
        _ => false,
    });
    to_u32(ends.count() + 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lines_end_with_lf_cr_or_both() {
        assert_eq!([0, 1, 2, 3, 5].map(|byte| line_at("a\nb\r\nc\rd", byte)), [1, 1, 2, 2, 3]);
        assert_eq!(line_at("a\nb\r\nc\rd", 7), 4);
    }

    #[test]
    fn sample_texts_have_nothing_unexpected() {
        for text in [
            include_str!("../../../../../www/samples/udhr-kaz.txt"),
            include_str!("../../../../../www/samples/udhr-rus.txt"),
            include_str!("../../../../../www/samples/udhr-eng.txt"),
            include_str!("../../../../../www/samples/constitution-kz-kaz-excerpt.txt"),
            include_str!("../../../../../www/samples/sotu-2023-biden-1.txt"),
        ] {
            assert_eq!(unexpected(text), []);
        }
    }

    proptest! {
        #[test]
        fn places_lie_in_the_text(text in "\\PC{0,40}|[<>a-z/=\" &;#{}:,\t\n\\[\\]`*|-]{0,80}") {
            for found in unexpected(&text) {
                prop_assert!(found.count > 0);
                prop_assert!(text.is_char_boundary(found.start as usize));
            }
        }

        #[test]
        // A space follows each comma: lines of words with none are a table.
        fn words_and_punctuation_are_expected(
            text in "([А-Яа-яӘәҒғҚқa-zA-Z]{1,9}(, |[ .!?—«»\"’()-]{1,2})\n?){0,40}"
        ) {
            prop_assert_eq!(unexpected(&text), vec![]);
        }
    }
}
