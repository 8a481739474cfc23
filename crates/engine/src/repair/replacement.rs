//! A piece of text and what a pass puts in its place.

use crate::text::Span;

/// One piece of a text and what shall stand in its place.
///
/// The replacements of a pass ascend and do not overlap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    /// The bytes of the pass's input that are replaced.
    pub span: Span,
    /// What replaces them.
    pub after: String,
}
