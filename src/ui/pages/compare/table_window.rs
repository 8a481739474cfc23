//! Which rows of a long table stand in the page.
//!
//! A table of more than 200 rows has rows of one height, and only those near the visible part are
//! drawn; spacers hold the place of the rest.

use std::ops::Range;

/// Height of a row of a long table in CSS pixels; the style sheet sets the same.
pub const ROW_HEIGHT_PX: usize = 48;

/// Up to how many rows are drawn all at once.
const ROWS_AT_ONCE: usize = 200;

/// Rows drawn above and below the visible ones.
const MARGIN_ROWS: usize = 12;

/// The visible part of a long table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableWindow {
    first: usize,
    len: usize,
}

impl Default for TableWindow {
    /// The top of the table on a tall screen.
    fn default() -> Self {
        Self { first: 0, len: 40 }
    }
}

impl TableWindow {
    /// Returns `true` if only a part of a table of `rows` rows is drawn.
    pub const fn is_needed(rows: usize) -> bool {
        rows > ROWS_AT_ONCE
    }

    /// Returns the places of the rows to draw, of `rows` in all.
    pub fn rows(self, rows: usize) -> Range<usize> {
        let end = (self.first + self.len + MARGIN_ROWS).min(rows);
        self.first.saturating_sub(MARGIN_ROWS).min(end)..end
    }

    /// Returns the window of a table scrolled to `top` with `height` visible, both in CSS pixels.
    /// It moves by half its margin at least, so that not every step of a scroll draws again.
    pub fn at(top: i32, height: i32) -> Self {
        let rows = |pixels: i32| usize::try_from(pixels).unwrap_or(0) / ROW_HEIGHT_PX;
        let step = MARGIN_ROWS / 2;
        Self { first: rows(top) / step * step, len: (rows(height) + step).max(step) }
    }

    /// Returns how far to scroll so that the row at `position` is wholly visible below the header;
    /// `top` when it is already.
    pub fn scroll_top_for(self, position: usize, top: i32) -> i32 {
        let pixels = |rows: usize| i32::try_from(rows * ROW_HEIGHT_PX).unwrap_or(i32::MAX);
        let visible = self.len.saturating_sub(MARGIN_ROWS / 2).saturating_sub(3).max(1);
        let highest = pixels(position.saturating_sub(visible));
        top.clamp(highest.min(pixels(position)), pixels(position))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_table_draws_what_is_visible_and_a_margin() {
        assert!(!TableWindow::is_needed(200));
        assert!(TableWindow::is_needed(201));
        let top = TableWindow::default();
        assert_eq!(top.rows(1_000), 0..52);
        let middle = TableWindow::at(48 * 500, 480);
        assert_eq!(middle.rows(1_000), 486..526);
        assert_eq!(middle.rows(400), 400..400, "a table that has become shorter");
    }

    #[test]
    fn a_row_is_scrolled_to_only_when_it_is_out_of_sight() {
        let window = TableWindow::at(4_800, 960);
        assert_eq!(window.scroll_top_for(105, 4_800), 4_800);
        assert_eq!(window.scroll_top_for(99, 4_800), 4_752);
        assert!(window.scroll_top_for(130, 4_800) > 4_800);
    }

    #[test]
    fn a_scroll_position_below_zero_is_the_top() {
        assert_eq!(TableWindow::at(-20, 480).rows(1_000).start, 0);
    }
}
