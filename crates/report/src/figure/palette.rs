//! A mark's meaning → its colours on light paper and its pattern.
//!
//! The values are those of the page's light theme (`www/style/00-tokens.css`); `tests/palette.rs`
//! holds both together and checks that hues stay apart for the three common colour blindnesses and
//! in grey. Categories beyond the eighth take the same hues with other patterns, so that no two of
//! the first sixty-four look alike.

use super::scene::{Deviation, Style};

/// A colour as `#rrggbb`.
pub type Colour = &'static str;

/// The ground on which figures stand.
const PAPER: Colour = "#fcfbf8";

/// The hues of categories.
const HUES: [Colour; 8] = ["#342f8a", "#b93700", "#5686b3", "#353103", "#9752d0", "#923a46", "#a48e67", "#6c3667"];

/// What is cut out of a category's hue, so that its areas are distinguished without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FillPattern {
    /// Nothing.
    Solid,
    /// Lines that rise to the right.
    Rising,
    /// Dots.
    Dots,
    /// Level lines.
    Level,
    /// Lines that fall to the right.
    Falling,
    /// Upright lines.
    Upright,
    /// Rings: dots with the hue in their midst.
    Rings,
    /// Lines that rise and fall.
    Crossed,
}

impl FillPattern {
    /// All patterns, in the order in which categories take them.
    pub const ALL: [Self; 8] =
        [Self::Solid, Self::Rising, Self::Dots, Self::Level, Self::Falling, Self::Upright, Self::Rings, Self::Crossed];
}

/// Something that is cut out of a hue, in a square of 6 px that is repeated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cut {
    /// A line along a path.
    Line {
        /// The path, as SVG writes it.
        path: &'static str,
        /// How thick the line is.
        width: &'static str,
    },
    /// A dot.
    Dot {
        /// Its middle.
        at: (&'static str, &'static str),
        /// How large it is.
        radius: &'static str,
    },
    /// A ring in the middle of the square.
    Ring {
        /// How large it is.
        radius: &'static str,
        /// How thick its line is.
        width: &'static str,
    },
}

impl FillPattern {
    /// Returns what is cut out.
    pub const fn cuts(self) -> &'static [Cut] {
        const THICK: &str = "1.4";
        const THIN: &str = "1.1";
        match self {
            Self::Solid => &[],
            Self::Rising => &[Cut::Line { path: "M-1 1L1 -1M0 6L6 0M5 7L7 5", width: THICK }],
            Self::Dots => {
                &[Cut::Dot { at: ("1.5", "1.5"), radius: "1.1" }, Cut::Dot { at: ("4.5", "4.5"), radius: "1.1" }]
            }
            Self::Level => &[Cut::Line { path: "M0 1.5H6M0 4.5H6", width: THIN }],
            Self::Falling => &[Cut::Line { path: "M-1 5L1 7M0 0L6 6M5 -1L7 1", width: THICK }],
            Self::Upright => &[Cut::Line { path: "M1.5 0V6M4.5 0V6", width: THIN }],
            Self::Rings => &[Cut::Ring { radius: "1.9", width: THICK }],
            Self::Crossed => &[Cut::Line { path: "M0 0L6 6M0 6L6 0", width: THICK }],
        }
    }
}

/// Returns the hue of a category, by its place among those shown.
pub const fn hue(category: usize) -> Colour {
    HUES[category % HUES.len()]
}

/// Returns the pattern of a category, by its place among those shown.
pub const fn pattern(category: usize) -> FillPattern {
    let all = FillPattern::ALL;
    all[(category + category / all.len()) % all.len()]
}

/// Returns the ground on which figures stand.
pub const fn paper() -> Colour {
    PAPER
}

/// Returns the colour of words, lines and grounds; of a category its hue.
pub const fn ink(style: Style) -> Colour {
    match style {
        Style::Ink => "#1c1b18",
        Style::Muted => "#504d46",
        Style::Axis => "#8a867c",
        Style::Grid => "#e4e0d6",
        Style::Plate => PAPER,
        Style::Category(category) | Style::Hue(category) => hue(category),
        Style::Residual(deviation) => tint(deviation),
    }
}

/// Returns the ground of a cell with a residual.
pub const fn tint(deviation: Option<Deviation>) -> Colour {
    match deviation {
        Some(Deviation::FarAbove) => "#9cc4d4",
        Some(Deviation::Above) => "#d3e5eb",
        None => PAPER,
        Some(Deviation::Below) => "#f7e0cd",
        Some(Deviation::FarBelow) => "#ecb58d",
    }
}
