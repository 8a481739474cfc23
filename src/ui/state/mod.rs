//! The page's state: one pure reducer for each slice.

pub mod notices;
pub mod preferences;
pub mod results;
pub mod route;
pub mod study;

pub use notices::Notices;
pub use preferences::Preferences;
pub use results::Results;
pub use route::{LexiconView, Route};
pub use study::Study;
