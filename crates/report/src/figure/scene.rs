//! What a figure consists of: marks in the order in which they are drawn, each with its place, its
//! meaning and where it leads.

use super::text_width::text_width;
use tarazy_engine::{matching::ColumnId, settings::DocumentId};

/// The kinds of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FigureKind {
    /// A group of bars for each text, a bar for each category.
    GroupedBars,
    /// A bar of 100 % for each text, a segment for each category.
    StackedBars,
    /// A cell for each text and category, tinted by its residual.
    HeatMap,
    /// A strip for each text, with a line where matches stand.
    Dispersion,
}

impl FigureKind {
    /// All kinds, in the order in which the interface lists them.
    pub const ALL: [Self; 4] = [Self::GroupedBars, Self::StackedBars, Self::HeatMap, Self::Dispersion];

    /// Returns the name used on the command line, in files and in the keys of messages.
    pub const fn name(self) -> &'static str {
        match self {
            Self::GroupedBars => "grouped-bars",
            Self::StackedBars => "stacked-bars",
            Self::HeatMap => "heat-map",
            Self::Dispersion => "dispersion",
        }
    }

    /// Finds the kind with a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A drawing, ready to be put on a screen or into a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// What it shows.
    pub kind: FigureKind,
    /// The code of the language of its words, for the `lang` attribute.
    pub language: &'static str,
    /// Width in px.
    pub width: f64,
    /// Height in px.
    pub height: f64,
    /// The title, which is drawn too.
    pub title: String,
    /// The text for a reader who cannot see the figure.
    pub description: String,
    /// The marks, the first at the bottom.
    pub marks: Vec<Mark>,
}

/// One thing that is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Its form and place.
    pub shape: Shape,
    /// What it means, from which colour and pattern follow.
    pub style: Style,
    /// The sentence for a reader who points at it or uses a screen reader; empty where the mark says nothing
    /// beside others.
    pub label: String,
    /// Where it leads.
    pub target: Option<Target>,
}

/// The matches behind a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Whose.
    pub document: DocumentId,
    /// Of what.
    pub column: ColumnId,
    /// The byte of the text at which the first of them begins; `None` for all of the cell.
    pub at: Option<u32>,
    /// The address of the place within the page, without `#`: `contexts/2/values/freedom`,
    /// `read/2/1040`.
    pub fragment: String,
}

/// A form with its place, in px from the upper left corner.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A rectangle.
    Rect {
        /// Its left edge.
        x: f64,
        /// Its upper edge.
        y: f64,
        /// Its width.
        width: f64,
        /// Its height.
        height: f64,
    },
    /// A straight line.
    Line {
        /// Where it begins.
        from: (f64, f64),
        /// Where it ends.
        to: (f64, f64),
    },
    /// One line of text.
    Text {
        /// The place of its anchor.
        x: f64,
        /// The place of its base line.
        y: f64,
        /// Which part of it stands at `x`.
        anchor: Anchor,
        /// The size of its letters.
        size: f64,
        /// Whether it runs upwards, turned about its anchor.
        is_turned: bool,
        /// What is written.
        text: String,
    },
}

/// Which part of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// What a mark means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Words and numbers of the first order.
    Ink,
    /// Words and numbers beside.
    Muted,
    /// A line to count from.
    Axis,
    /// A line that guides the eye.
    Grid,
    /// A ground under numbers that stand on colour.
    Plate,
    /// An area of a category, by its place among those shown: hue and pattern.
    Category(usize),
    /// A thin mark of a category: hue alone.
    Hue(usize),
    /// A cell whose residual is so large, or not.
    Residual(Option<Deviation>),
}

/// How a count differs from what was expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Deviation {
    /// Residual of 4 or more.
    FarAbove,
    /// Residual from 2 to 4.
    Above,
    /// Residual from −2 to −4.
    Below,
    /// Residual of −4 or less.
    FarBelow,
}

/// The smallest upright rectangle around a mark.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// Its left edge.
    pub left: f64,
    /// Its upper edge.
    pub top: f64,
    /// Its right edge.
    pub right: f64,
    /// Its lower edge.
    pub bottom: f64,
}

impl Bounds {
    /// Returns `true` if two rectangles share more than an edge.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }
}

/// How far letters reach above and below the base line, for a size of 1.
const ASCENT: f64 = 0.78;
const DESCENT: f64 = 0.24;

impl Shape {
    /// Returns the rectangle that holds it; of a text as wide as the widest of the usual fonts
    /// makes it.
    pub fn bounds(&self) -> Bounds {
        match self {
            Self::Rect { x, y, width, height } => Bounds { left: *x, top: *y, right: x + width, bottom: y + height },
            Self::Line { from, to } => Bounds {
                left: from.0.min(to.0),
                top: from.1.min(to.1),
                right: from.0.max(to.0),
                bottom: from.1.max(to.1),
            },
            Self::Text { x, y, anchor, size, is_turned, text } => {
                let width = text_width(text, *size);
                let before = match anchor {
                    Anchor::Start => 0.0,
                    Anchor::Middle => width / 2.0,
                    Anchor::End => width,
                };
                let (above, below) = (ASCENT * size, DESCENT * size);
                if *is_turned {
                    Bounds { left: x - above, top: y + before - width, right: x + below, bottom: y + before }
                } else {
                    Bounds { left: x - before, top: y - above, right: x - before + width, bottom: y + below }
                }
            }
        }
    }
}

impl Mark {
    /// Makes a mark that says and leads to nothing.
    pub(super) fn plain(shape: Shape, style: Style) -> Self {
        Self { shape, style, label: String::new(), target: None }
    }

    /// Makes a mark with a sentence and the place that it leads to.
    pub(super) fn bound(shape: Shape, style: Style, label: String, target: Target) -> Self {
        Self { shape, style, label, target: Some(target) }
    }
}
