//! Characters → lines of words, in the order in which they were drawn.
//!
//! Spaces are those that were drawn, and gaps wide enough to be one. A space onto which the next
//! character is drawn is none: programs write it for an optional hyphen that was not needed.

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
}

/// The lines of a page.
#[derive(Debug, Default)]
pub(crate) struct PageLines {
    pub(crate) lines: Vec<Line>,
    /// Numbers of notes that were left out.
    pub(crate) note_marks: usize,
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
pub(crate) fn lines(glyphs: &[Glyph]) -> PageLines {
    let spaces = glyphs.iter().filter(|glyph| glyph.is_space()).count();
    let are_drawn = spaces * 100 >= glyphs.len() * SPACES_PER_HUNDRED;
    let mut builder = Builder {
        page: PageLines::default(),
        line: None,
        space: if are_drawn { gap::SPACE_AMONG_DRAWN } else { gap::SPACE },
        drawn_space: None,
        is_soft: false,
    };
    for glyph in glyphs {
        builder.add(glyph);
    }
    builder.finish();
    builder.page
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
    /// The last character.
    last: Place,
}

struct Builder {
    page: PageLines,
    line: Option<Open>,
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
            self.line = Some(Open::new(text, place, glyph.mark));
            return;
        }
        let Some(open) = &mut self.line else { return };
        let is_space = follows == Follows::Space || drawn_space.is_some_and(|space| is_real(&space, &place));
        // The code of an optional hyphen is drawn as a hyphen in old encodings.
        if is_soft && is_space {
            open.line.text.push('-');
        }
        if is_note_mark(open, &place, text) {
            self.page.note_marks += 1;
            open.last = Place { across: open.last.across, size: open.last.size, ..place };
            return;
        }
        if is_label_of_note(open, &place) {
            self.page.note_marks += 1;
            open.line.text.clear();
        } else if is_space {
            open.line.text.push(' ');
        }
        open.add(text, place);
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
        if is_soft && !line.text.ends_with(['-', '\u{2010}']) {
            line.text.push_str(SOFT_HYPHEN);
        }
        self.page.lines.push(line);
    }
}

impl Open {
    fn new(text: &str, place: Place, mark: Mark) -> Self {
        let line = Line {
            text: text.to_owned(),
            angle: place.angle,
            start: place.along,
            end: place.along + place.width,
            base: place.across,
            size: place.size,
            mark,
        };
        Self { line, last: place }
    }

    fn add(&mut self, text: &str, place: Place) {
        self.line.text.push_str(text);
        self.line.end = self.line.end.max(place.along + place.width);
        if place.size > self.line.size {
            self.line.size = place.size;
            self.line.base = place.across;
        }
        self.last = place;
    }
}

/// Returns `true` unless the next character is drawn onto the space.
fn is_real(space: &Place, next: &Place) -> bool {
    let is_onto = (next.along - space.along).abs() < 0.1 * space.width;
    !is_onto || space.width < 0.1 * space.size
}

/// A raised small number behind a word is that of a note. Behind a number or a short unit it is a
/// power: м², 10³.
fn is_note_mark(open: &Open, place: &Place, text: &str) -> bool {
    let is_raised = open.line.base - place.across >= gap::RAISED * open.line.size;
    let is_number = text.chars().all(|character| character.is_ascii_digit() || matches!(character, '*' | '†' | '‡'));
    if !is_raised || !is_number || place.size > gap::SMALL * open.line.size {
        return false;
    }
    let word = open.line.text.rsplit(char::is_whitespace).next().unwrap_or("");
    let is_unit = word.chars().count() <= 2 && word.chars().all(char::is_alphabetic);
    !is_unit && !word.ends_with(|character: char| character.is_numeric())
}

/// The number before a note, raised above the text that follows it.
fn is_label_of_note(open: &Open, place: &Place) -> bool {
    place.across - open.last.across >= gap::RAISED * place.size
        && open.line.size <= gap::SMALL * place.size
        && !open.line.text.is_empty()
        && open.line.text.chars().all(|character| character.is_ascii_digit() || character == '*')
}
