//! Matches → counts and measures.

mod lexicon_test;
mod measure;

pub use lexicon_test::run_lexicon_tests;
pub use measure::{Measure, NoValue};
