//! Characters → lines of words, in the order in which they were drawn.
//!
//! Spaces are those that were drawn, and gaps wide enough to be one. A space onto which the next
//! character is drawn is none: programs write it for an optional hyphen that was not needed.

use super::{right_to_left, twice::Places};
use crate::content::{Glyph, Mark, SOFT_HYPHEN};

/// A run of words on one line.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Line {
    pub(crate) text: String,
    /// The direction in which it is read, in degrees.
    pub(crate) angle: i32,
    /// Where it begins and ends in its direction.
    pub(crate) start: f64,
    pub(crate) end: f64,
    /// How far down its base is.
    pub(crate) base: f64,
    pub(crate) size: f64,
    pub(crate) mark: Mark,
    /// The bytes of a number at the beginning that may be that of a list.
    pub(crate) label_len: usize,
}

/// Gaps in units of the size of the font.
mod gap {
    /// A gap that is a space where spaces are not drawn.
    pub(super) const SPACE: f64 = 0.13;
    /// A gap that is a space where other spaces are drawn.
    pub(super) const SPACE_AMONG_DRAWN: f64 = 0.28;
    /// A gap between columns or cells.
    pub(super) const CELL: f64 = 2.5;
    /// How far a character may be drawn before the end of the last one.
    pub(super) const BACK: f64 = 0.6;
    /// How far above or below the base an index may stand.
    pub(super) const INDEX: f64 = 0.5;
    /// How far above the base the number of a note stands.
    pub(super) const RAISED: f64 = 0.15;
    /// How small the number of a note is.
    pub(super) const SMALL: f64 = 0.85;
}

/// Of a hundred characters, the number of drawn spaces of a page that draws all of them.
const SPACES_PER_HUNDRED: usize = 7;

/// Returns the lines of a page.
pub(crate) fn lines(glyphs: &[Glyph]) -> Vec<Line> {
    let spaces = glyphs.iter().filter(|glyph| glyph.is_space()).count();
    let are_drawn = spaces * 100 >= glyphs.len() * SPACES_PER_HUNDRED;
    let mut builder = Builder {
        lines: Vec::new(),
        are_drawn,
        line: None,
        space: if are_drawn { gap::SPACE_AMONG_DRAWN } else { gap::SPACE },
        drawn_space: None,
        is_soft: false,
    };
    let mut places = Places::default();
    for glyph in glyphs {
        if glyph.is_space() || glyph.is_soft_hyphen() || !places.has(glyph) {
            builder.add(glyph);
        }
    }
    builder.finish();
    builder.lines
}

/// A character in the coordinates of its direction.
#[derive(Debug, Clone, Copy)]
struct Place {
    angle: i32,
    along: f64,
    across: f64,
    width: f64,
    size: f64,
}

impl Place {
    fn of(glyph: &Glyph) -> Self {
        let (right, up) = glyph.direction;
        #[expect(clippy::cast_possible_truncation, reason = "an angle is between -180 and 180")]
        let angle = up.atan2(right).to_degrees().round() as i32;
        Self {
            angle: if angle == -180 { 180 } else { angle },
            along: glyph.x * right + glyph.y * up,
            across: glyph.x * up - glyph.y * right,
            width: glyph.width,
            size: glyph.size,
        }
    }
}

/// How a character follows the last one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Follows {
    Word,
    Space,
    Line,
}

struct Open {
    line: Line,
    /// The last character, and the text object in which it was drawn.
    last: Place,
    object: u32,
}

struct Builder {
    lines: Vec<Line>,
    line: Option<Open>,
    /// Whether the page has drawn spaces between its words.
    are_drawn: bool,
    space: f64,
    /// A drawn space after the last character.
    drawn_space: Option<Place>,
    /// Whether an optional hyphen follows the last character.
    is_soft: bool,
}

impl Builder {
    fn add(&mut self, glyph: &Glyph) {
        let place = Place::of(glyph);
        if glyph.is_soft_hyphen() {
            self.is_soft = self.line.is_some();
            return;
        }
        if glyph.is_space() {
            if self.drawn_space.is_none() {
                self.drawn_space = Some(place);
            }
            return;
        }
        let text = glyph.text.as_deref().unwrap_or("\u{FFFD}");
        if text.is_empty() {
            return;
        }
        let follows = match &self.line {
            Some(open) if open.line.mark == glyph.mark => self.follows(open, &place),
            _ => Follows::Line,
        };
        let (drawn_space, is_soft) = (self.drawn_space.take(), std::mem::take(&mut self.is_soft));
        if follows == Follows::Line {
            self.is_soft = is_soft;
            self.finish();
            self.line = Some(Open::new(text, place, glyph));
            return;
        }
        let Some(open) = &mut self.line else { return };
        // An optional hyphen that was needed is drawn behind its mark.
        if is_soft && matches!(text, "-" | "\u{2010}") {
            open.last = place;
            self.is_soft = true;
            return;
        }
        let is_space = follows == Follows::Space || drawn_space.is_some_and(|space| is_real(&space, &place));
        // The code of an optional hyphen is drawn as a hyphen in old encodings.
        if is_soft && is_space {
            open.line.text.push('-');
        }
        let is_label =
            self.are_drawn && drawn_space.is_none() && open.object != glyph.object && is_label(&open.line.text);
        if is_label {
            open.line.label_len = open.line.text.len();
        }
        if is_space || is_label || is_note_mark(open, &place, text) || is_label_of_note(open, &place) {
            open.line.text.push(' ');
        }
        open.add(text, place, glyph.object);
    }

    fn follows(&self, open: &Open, place: &Place) -> Follows {
        let last = &open.last;
        let size = last.size.max(place.size);
        let gap = place.along - (last.along + last.width);
        let is_one_line = (place.angle - last.angle).abs() <= 3
            && (place.across - open.line.base).abs() <= gap::INDEX * size.max(open.line.size)
            && (place.across - last.across).abs() <= gap::INDEX * size * 1.2
            && gap >= -gap::BACK * size.max(last.width);
        if !is_one_line || gap > gap::CELL * size {
            return Follows::Line;
        }
        if gap > self.space * last.size.min(place.size) { Follows::Space } else { Follows::Word }
    }

    fn finish(&mut self) {
        self.drawn_space = None;
        let is_soft = std::mem::take(&mut self.is_soft);
        let Some(Open { mut line, .. }) = self.line.take() else { return };
        if is_soft {
            line.text.truncate(line.text.trim_end_matches(['-', '\u{2010}']).len());
            line.text.push_str(SOFT_HYPHEN);
        }
        if let Some(text) = right_to_left::in_reading_order(&line.text) {
            line.text = text;
        }
        self.lines.push(line);
    }
}

impl Open {
    fn new(text: &str, place: Place, glyph: &Glyph) -> Self {
        let line = Line {
            text: text.to_owned(),
            angle: place.angle,
            start: place.along,
            end: place.along + place.width,
            base: place.across,
            size: place.size,
            mark: glyph.mark,
            label_len: 0,
        };
        Self { line, last: place, object: glyph.object }
    }

    fn add(&mut self, text: &str, place: Place, object: u32) {
        self.line.text.push_str(text);
        self.line.end = self.line.end.max(place.along + place.width);
        if place.size > self.line.size {
            self.line.size = place.size;
            self.line.base = place.across;
        }
        self.last = place;
        self.object = object;
    }
}

/// Returns `true` unless the next character is drawn onto the space.
fn is_real(space: &Place, next: &Place) -> bool {
    let is_onto = (next.along - space.along).abs() < 0.1 * space.width;
    !is_onto || space.width < 0.1 * space.size
}

/// A raised small number behind a word is that of a note and must not stick to it. Behind a number
/// or a short unit it is a power: м², 10³.
fn is_note_mark(open: &Open, place: &Place, text: &str) -> bool {
    let is_raised = open.line.base - place.across >= gap::RAISED * open.line.size;
    let is_number = text.chars().all(|character| character.is_ascii_digit() || matches!(character, '*' | '†' | '‡'));
    if !is_raised || !is_number || place.size > gap::SMALL * open.line.size {
        return false;
    }
    let word = open.line.text.rsplit(char::is_whitespace).next().unwrap_or("");
    let letters = word.chars().rev().take_while(|character| character.is_alphabetic()).count();
    let is_unit = (1..=2).contains(&letters);
    !is_unit && !word.ends_with(|character: char| character.is_numeric())
}

/// The number before a note, raised above the text that follows it.
fn is_label_of_note(open: &Open, place: &Place) -> bool {
    place.across - open.last.across >= gap::RAISED * place.size
        && open.line.size <= gap::SMALL * place.size
        && !open.line.text.is_empty()
        && open.line.text.chars().all(|character| character.is_ascii_digit() || character == '*')
}

/// What may be the number of a list: `1.`, `12)`, `а)`.
fn is_label(text: &str) -> bool {
    let Some(label) = text.strip_suffix(['.', ')']) else { return false };
    let is_number = (1..=3).contains(&label.len()) && label.bytes().all(|byte| byte.is_ascii_digit());
    is_number || label.chars().count() == 1 && label.chars().all(char::is_lowercase)
}
