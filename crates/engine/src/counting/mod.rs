//! Matches → counts and measures.

mod cell_link;
mod lexicon_test;
mod measure;

pub use cell_link::CellLink;
pub use lexicon_test::run_lexicon_tests;
pub use measure::{Measure, NoValue};
