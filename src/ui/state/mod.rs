//! The page's state: one pure reducer for each slice.

pub mod notices;
pub mod place;
pub mod preferences;
pub mod results;
pub mod study;

pub use notices::Notices;
pub use place::{LexiconView, Place};
pub use preferences::Preferences;
pub use results::Results;
pub use study::Study;
