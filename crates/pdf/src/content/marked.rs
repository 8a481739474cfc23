//! Marked content: which characters the file excludes from its text, and the text that it gives for
//! others (ActualText).

use std::rc::Rc;

use super::glyph::{Glyph, Mark};

/// What a part is marked as.
#[derive(Debug)]
pub(super) enum Part {
    /// Nothing that matters here.
    Plain,
    /// No text, or only a label.
    Marked(Mark),
    /// Not shown.
    Hidden,
    /// Text in place of what is drawn, and where that is.
    Instead { text: Rc<str>, drawn: Option<Glyph> },
}

/// The parts that are open.
#[derive(Debug, Default)]
pub(super) struct Parts(Vec<Part>);

/// How many parts may be open.
const MOST_PARTS: usize = 1_000;

impl Parts {
    pub(super) fn open(&mut self, part: Part) {
        if self.0.len() < MOST_PARTS {
            self.0.push(part);
        }
    }

    /// Closes the last part. Returns what stands in place of what was drawn in it.
    pub(super) fn close(&mut self) -> Option<Glyph> {
        let Some(Part::Instead { text, drawn }) = self.0.pop() else { return None };
        // An outer part with such a text has the last word.
        if self.0.iter().any(|part| matches!(part, Part::Instead { .. } | Part::Hidden)) {
            return None;
        }
        let mut glyph = drawn?;
        if &*text == super::glyph::SOFT_HYPHEN {
            glyph.width = 0.0;
        }
        glyph.text = Some(text);
        Some(glyph)
    }

    /// Takes a character that is drawn. Returns it unless it is hidden or something stands in its
    /// place.
    pub(super) fn take(&mut self, glyph: Glyph) -> Option<Glyph> {
        if self.0.iter().any(|part| matches!(part, Part::Hidden)) {
            return None;
        }
        for part in &mut self.0 {
            if let Part::Instead { drawn, .. } = part {
                match drawn {
                    Some(first) => {
                        let along = (glyph.x - first.x) * first.direction.0 + (glyph.y - first.y) * first.direction.1;
                        first.width = first.width.max(along + glyph.width);
                    }
                    None => *drawn = Some(glyph),
                }
                return None;
            }
        }
        Some(glyph)
    }

    /// Returns how what is drawn now is marked.
    pub(super) fn mark(&self) -> Mark {
        let marks = self.0.iter().filter_map(|part| if let Part::Marked(mark) = part { Some(*mark) } else { None });
        marks.max_by_key(|mark| *mark == Mark::Artifact).unwrap_or(Mark::Text)
    }

    /// Returns the number of open parts.
    pub(super) const fn len(&self) -> usize {
        self.0.len()
    }
}
