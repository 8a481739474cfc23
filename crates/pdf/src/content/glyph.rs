//! A character at its place.

use std::rc::Rc;

/// What stands for an optional hyphen.
pub(crate) const SOFT_HYPHEN: &str = "\u{AD}";

/// What a part of a page was marked as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Mark {
    /// Text.
    Text,
    /// A running head, a page number or another thing that is no part of the text.
    Artifact,
    /// The number or bullet of a list that a program made.
    ListLabel,
    /// Text beside the page, which nobody sees.
    Outside,
}

/// A character that is drawn, or several that a file gives together.
#[derive(Debug, Clone)]
pub(crate) struct Glyph {
    /// What it stands for; `None` if that cannot be known.
    pub(crate) text: Option<Rc<str>>,
    /// Where it begins.
    pub(crate) x: f64,
    pub(crate) y: f64,
    /// The direction in which it is read, as a vector of length 1.
    pub(crate) direction: (f64, f64),
    /// How far it reaches in its direction.
    pub(crate) width: f64,
    /// The size of its font.
    pub(crate) size: f64,
    pub(crate) mark: Mark,
    /// The number of the text object (`BT` … `ET`) in which it was drawn.
    pub(crate) object: u32,
}

impl Glyph {
    /// Returns `true` if it is white space.
    pub(crate) fn is_space(&self) -> bool {
        self.text.as_ref().is_some_and(|text| !text.is_empty() && text.chars().all(char::is_whitespace))
    }

    /// Returns `true` if it is an optional hyphen.
    pub(crate) fn is_soft_hyphen(&self) -> bool {
        self.text.as_deref() == Some(SOFT_HYPHEN)
    }
}
