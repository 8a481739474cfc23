//! Matches → counts and measures.

mod measure;

pub use measure::Measure;
