//! The page's state: a pure reducer for each slice.

pub mod history;
pub mod notices;
pub mod preferences;
pub mod results;
pub mod route;
pub mod shared;
pub mod study;

pub use notices::Notices;
pub use preferences::Preferences;
pub use results::Results;
pub use route::{LexiconView, Route};
pub use shared::Shared;
pub use study::Study;
