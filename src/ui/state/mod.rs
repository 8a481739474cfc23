//! The page's state: a pure reducer for each slice.

pub mod history;
pub mod intake;
pub mod keeping;
pub mod notices;
pub mod preferences;
pub mod results;
pub mod route;
pub mod shared;
pub mod study;

pub use intake::Intake;
pub use keeping::{Keeping, Kept};
pub use notices::Notices;
pub use preferences::Preferences;
pub use results::Results;
pub use route::{LexiconView, Route};
pub use shared::Shared;
pub use study::Study;
