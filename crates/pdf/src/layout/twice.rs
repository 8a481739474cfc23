//! Characters that are drawn twice, a little apart, to look bold or to have a shadow.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::content::Glyph;

/// How far apart the two may be, in sizes of the font.
const NEAR: f64 = 0.1;

/// A character and a square of the page.
type Square = (Rc<str>, i64, i64);

/// The places of the characters of a page.
#[derive(Debug, Default)]
pub(super) struct Places(FxHashMap<Square, Vec<(f64, f64)>>);

impl Places {
    /// Returns `true` if the same character was drawn at nearly the same place before.
    pub(super) fn has(&mut self, glyph: &Glyph) -> bool {
        let Some(text) = &glyph.text else { return false };
        let near = NEAR * glyph.size;
        // The squares are so large that a near place is in the same square or in one beside it.
        #[expect(clippy::cast_possible_truncation, reason = "places are less than ten million")]
        let square = |at: f64| (at / (2.0 * near)).floor() as i64;
        for x in square(glyph.x - near)..=square(glyph.x + near) {
            for y in square(glyph.y - near)..=square(glyph.y + near) {
                let is_near =
                    |place: &(f64, f64)| (place.0 - glyph.x).abs() <= near && (place.1 - glyph.y).abs() <= near;
                if self.0.get(&(text.clone(), x, y)).is_some_and(|places| places.iter().any(is_near)) {
                    return true;
                }
            }
        }
        let places = self.0.entry((text.clone(), square(glyph.x), square(glyph.y))).or_default();
        // More than a few at one place are not text.
        if places.len() < 4 {
            places.push((glyph.x, glyph.y));
        }
        false
    }
}
