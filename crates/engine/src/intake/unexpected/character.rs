//! Characters and their names that no author writes: lost and control characters, entities,
//! escapes.

use super::{Unexpected, UnexpectedKind};

/// Names of characters of HTML 4 and those of Cyrillic letters in HTML 5.
const ENTITIES: &str = include_str!("entities.txt");

/// The longest name of an entity, in bytes, and more than any number has.
const ENTITY_BYTES: usize = 12;

/// A program that lacks letters writes more than one question mark; an author may forget a space.
const LEAST_QUESTION_MARKS: usize = 3;

/// A single escape may be quoted.
const LEAST_ESCAPES: usize = 2;

/// What was found of a kind so far.
#[derive(Default)]
struct Tally {
    count: usize,
    start: usize,
    example: String,
}

impl Tally {
    fn add(&mut self, at: usize, example: impl FnOnce() -> String) {
        if self.count == 0 {
            (self.start, self.example) = (at, example());
        }
        self.count += 1;
    }

    fn finish(&self, kind: UnexpectedKind, least: usize) -> Option<Unexpected> {
        (self.count >= least).then(|| Unexpected::new(kind, self.count, self.start, &self.example))
    }
}

/// Returns the kinds that are about single characters.
pub(super) fn characters(text: &str) -> impl Iterator<Item = Unexpected> {
    let [mut entities, mut escapes, mut lost, mut marks, mut control, mut private] = <[Tally; 6]>::default();
    let bytes = text.as_bytes();
    // What ends a file of DOS is no part of the text.
    let end = text.trim_end_matches(|letter: char| letter == '\u{1A}' || letter.is_whitespace()).len();
    let mut done = 0;
    for (at, byte) in bytes[..end].iter().enumerate() {
        if !is_interesting(*byte) || at < done {
            continue;
        }
        let letter = text[at..].chars().next().expect("an interesting byte begins a character");
        let code_point = || format!("U+{:04X}", u32::from(letter));
        match letter {
            '&' => {
                if let Some(entity) = entity(&text[at..]) {
                    done = at + entity.len();
                    entities.add(at, || entity.to_owned());
                }
            }
            '\\' | '=' => {
                let len = escape_bytes(&bytes[at..]);
                if len > 0 {
                    done = at + len;
                    escapes.add(at, || text[at..at + len].to_owned());
                }
            }
            '?' if is_within_cyrillic_word(text, at) => marks.add(at, || word_around(text, at).to_owned()),
            char::REPLACEMENT_CHARACTER => lost.add(at, || word_around(text, at).to_owned()),
            letter if is_control(letter) => control.add(at, code_point),
            letter if is_private_use(letter) && is_written_as_letter(text, at, letter) => private.add(at, code_point),
            _ => {}
        }
    }
    [
        entities.finish(UnexpectedKind::Entities, 1),
        escapes.finish(UnexpectedKind::Escapes, LEAST_ESCAPES),
        lost.finish(UnexpectedKind::Lost, 1),
        marks.finish(UnexpectedKind::QuestionMarks, LEAST_QUESTION_MARKS),
        control.finish(UnexpectedKind::Control, 1),
        private.finish(UnexpectedKind::PrivateUse, 1),
    ]
    .into_iter()
    .flatten()
}

/// Returns `true` for bytes with which a character may begin that is looked at. Most bytes of a text
/// are none of them.
fn is_interesting(byte: u8) -> bool {
    matches!(
        byte,
        0..=8 | 0x0E..=0x1F | 0x7F | b'&' | b'\\' | b'=' | b'?' | 0xC2 | 0xEE | 0xEF | 0xF3 | 0xF4
    )
}

/// A control character that is no white space, or a code point that is no character.
fn is_control(letter: char) -> bool {
    (letter.is_control() && !letter.is_whitespace()) || matches!(letter, '\u{FFFE}' | '\u{FFFF}')
}

fn is_private_use(letter: char) -> bool {
    matches!(letter, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}

/// Returns `true` if a code point of private use stands in a word. One by itself is a bullet of a
/// word processor.
fn is_written_as_letter(text: &str, at: usize, letter: char) -> bool {
    let is_letter = |neighbour: Option<char>| neighbour.is_some_and(char::is_alphanumeric);
    let is_private = |neighbour: Option<char>| neighbour.is_some_and(is_private_use);
    let (before, after) = (text[..at].chars().next_back(), text[at + letter.len_utf8()..].chars().next());
    is_private(before) || is_private(after) || (is_letter(before) && is_letter(after))
}

fn is_within_cyrillic_word(text: &str, at: usize) -> bool {
    let is_cyrillic = |letter: Option<char>| {
        letter.is_some_and(|letter| ('а'..='\u{52F}').contains(&letter) && letter.is_lowercase())
    };
    is_cyrillic(text[..at].chars().next_back()) && is_cyrillic(text[at + 1..].chars().next())
}

/// The characters around a place up to white space, in bounds.
fn word_around(text: &str, at: usize) -> &str {
    const LETTERS: usize = 20;
    let before = text[..at].char_indices().rev().take(LETTERS);
    let start = before.take_while(|(_, letter)| !letter.is_whitespace()).last().map_or(at, |(start, _)| start);
    let after = text[at..].char_indices().take(LETTERS);
    let last = after.take_while(|(_, letter)| !letter.is_whitespace()).last();
    &text[start..last.map_or(at, |(end, letter)| at + end + letter.len_utf8())]
}

/// Returns the entity with which a text begins (HTML Living Standard, 13.5).
fn entity(text: &str) -> Option<&str> {
    let end = text.as_bytes().iter().take(ENTITY_BYTES).position(|byte| *byte == b';')?;
    let name = &text[1..end];
    let is_number = |digits: &str| match digits.strip_prefix(['x', 'X']) {
        Some(digits) => !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_hexdigit()),
        None => !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit()),
    };
    let is_entity = match name.strip_prefix('#') {
        Some(digits) => is_number(digits),
        None => !name.is_empty() && ENTITIES.split_ascii_whitespace().any(|known| known == name),
    };
    is_entity.then(|| &text[..=end])
}

/// Returns the length of the escapes with which bytes begin: `\u` and four digits, or at least two
/// bytes beyond ASCII as MIME's quoted-printable writes them (RFC 2045, 6.7).
fn escape_bytes(bytes: &[u8]) -> usize {
    let are_digits =
        |from: usize, to: usize| bytes.get(from..to).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
    let mut len = 0;
    while bytes[len..].starts_with(b"\\u") && are_digits(len + 2, len + 6) {
        len += 6;
    }
    if len > 0 {
        return len;
    }
    let is_beyond_ascii = |at: usize| bytes.get(at).is_some_and(|digit| matches!(digit, b'8'..=b'9' | b'A'..=b'F'));
    while bytes.get(len) == Some(&b'=') && is_beyond_ascii(len + 1) && are_digits(len + 2, len + 3) {
        len += 3;
    }
    if len >= 6 { len } else { 0 }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn found(text: &str) -> Vec<(UnexpectedKind, u32, u32, String)> {
        characters(text).map(|found| (found.kind, found.count, found.start, found.example)).collect()
    }

    #[rstest]
    #[case("Бос&shy;тандық&nbsp;&ndash; &#1178;&#x49A;", UnexpectedKind::Entities, 5, 6, "&shy;")]
    #[case("&Kcy;&acy;", UnexpectedKind::Entities, 2, 0, "&Kcy;")]
    #[case("free\u{FFFD}dom, \u{FFFD}", UnexpectedKind::Lost, 2, 4, "free\u{FFFD}dom,")]
    #[case("free\u{0}dom", UnexpectedKind::Control, 1, 4, "U+0000")]
    #[case("\u{1b}[31mfreedom\u{1b}[0m", UnexpectedKind::Control, 2, 0, "U+001B")]
    #[case("сво\u{93}бода\u{7f}", UnexpectedKind::Control, 2, 6, "U+0093")]
    #[case("free\u{FFFF}dom", UnexpectedKind::Control, 1, 4, "U+FFFF")]
    #[case("б?лім, ?лем, т?уелсіз, қо?ам", UnexpectedKind::QuestionMarks, 3, 2, "б?лім,")]
    #[case("\\u0431\\u043e\\u0441 \\u049b", UnexpectedKind::Escapes, 2, 0, "\\u0431\\u043e\\u0441")]
    #[case("=D0=B1=D0=BE =D2=9B", UnexpectedKind::Escapes, 2, 0, "=D0=B1=D0=BE")]
    #[case("free\u{E001}dom", UnexpectedKind::PrivateUse, 1, 4, "U+E001")]
    #[case("\u{E001}\u{E002}\u{E003}", UnexpectedKind::PrivateUse, 3, 0, "U+E001")]
    fn characters_are_counted_with_the_place_of_the_first(
        #[case] text: &str,
        #[case] kind: UnexpectedKind,
        #[case] count: u32,
        #[case] start: u32,
        #[case] example: &str,
    ) {
        assert_eq!(found(text), [(kind, count, start, example.to_owned())]);
    }

    #[rstest]
    #[case("AT&T; R&D, black&white; Q&A;")]
    #[case("Кто? Где?Когда? Что?как")]
    #[case("C:\\users\\u049Bx, a=b, E=mc2")]
    #[case("\u{F0B7} бірінші, \u{F0B7}екінші")]
    #[case("a\tb\u{B}c\u{C}\r\nd\u{85}e\n\u{1A}\n")]
    #[case("index.php?id=3&copy=2&lang=kk")]
    fn what_authors_write_is_left_alone(#[case] text: &str) {
        assert_eq!(found(text), []);
    }
}
