//! What a pass wants to change.

use crate::text::Span;

/// One piece of a text and what shall stand in its place.
///
/// The changes of a pass ascend and do not overlap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The bytes of the pass's input that are replaced.
    pub span: Span,
    /// What replaces them.
    pub after: String,
}
