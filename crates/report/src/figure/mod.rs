//! The table → figures to publish: one scene, drawn by the page mark by mark and written as an SVG
//! file.
//!
//! A figure is a [`Scene`] (what is drawn, in px, with a sentence for every mark and the place that
//! it leads to) and a [`Twin`], the same figures as a table of text. Places of all marks are
//! computed here, without a browser: text is measured by a table of widths that errs on the wide
//! side, so that nothing overlaps in whatever font it is shown.
//!
//! Law: the same table gives the same scene; every mark lies within the scene; a value that does
//! not exist is "–" and never a bar of length zero; no meaning is carried by colour alone.

mod canvas;
mod dispersion;
mod fragment;
mod grouped_bars;
mod heat_map;
mod palette;
mod scale;
mod scene;
mod stacked_bars;
mod svg;
mod text_width;
mod twin;
mod wording;

pub use dispersion::dispersion;
pub use grouped_bars::grouped_bars;
pub use heat_map::heat_map;
pub use palette::{Colour, Cut, FillPattern, hue, ink, paper, pattern, tint};
pub use scene::{Anchor, Bounds, Deviation, FigureKind, Mark, Scene, Shape, Style, Target};
pub use stacked_bars::stacked_bars;
pub use svg::{SvgOptions, number, svg};
pub use text_width::{text_width, wrap};
pub use twin::Twin;

use tarazy_engine::{counting::Measure, study::Dispersion};

/// A figure and the table of the same numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What is drawn.
    pub scene: Scene,
    /// What is read instead.
    pub twin: Twin,
}

/// What the reader chooses about a figure.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FigureOptions {
    /// What bars and cells show. Stacked bars always show shares, a dispersion counts.
    pub measure: Measure,
    /// Digits after the point; counts have none.
    pub decimals: usize,
    /// The title; `None` for the usual one of the kind.
    pub title: Option<String>,
}

impl FigureKind {
    /// Returns what a figure of the kind shows where a measure was chosen.
    pub const fn shown_measure(self, chosen: Measure) -> Measure {
        match self {
            Self::StackedBars => Measure::Share,
            Self::Dispersion => Measure::Count,
            Self::GroupedBars | Self::HeatMap => chosen,
        }
    }
}

/// Returns for how many categories there is room in a dispersion of that number of texts, so that a
/// page or two hold it.
pub const fn most_categories(texts: usize) -> usize {
    const STRIPS: usize = 96;
    let room = STRIPS / if texts == 0 { 1 } else { texts };
    if room == 0 {
        1
    } else if room < Dispersion::MOST_COLUMNS {
        room
    } else {
        Dispersion::MOST_COLUMNS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_texts_leave_room_for_few_categories() {
        assert_eq!([0, 1, 12, 13, 40, 96, 5_000].map(most_categories), [8, 8, 8, 7, 2, 1, 1]);
    }
}
