//! Text → tokens.

mod span;

pub use span::Span;
