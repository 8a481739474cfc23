//! The page: what a person sees and does.
//!
//! Components draw what they are given and call back; state changes in pure reducers; the engine is reached through the
//! bridge of [`crate::browser`] alone.

mod app;
pub mod components;
pub mod export;
pub mod hooks;
mod policies_place;
mod publish_place;
mod repairs_place;
pub mod same;
pub mod sort;
mod start;
pub mod state;
mod table_place;
pub mod wording;
pub mod workbench;

pub use app::App;
pub use start::start_page;
