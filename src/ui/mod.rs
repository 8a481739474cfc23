//! The page: what a person sees and does.
//!
//! Components draw what they are given and call back; state changes in pure reducers; the engine is
//! reached through the bridge of [`crate::browser`] alone.

#![allow(clippy::too_many_lines, reason = "what a component draws reads best in one place")]

mod app;
pub mod components;
#[cfg(feature = "first-page")]
mod first_page;
pub mod hooks;
pub mod pages;
mod providers;
mod shell;
mod start;
pub mod state;
pub mod wording;

pub use app::App;
#[cfg(feature = "first-page")]
pub use first_page::first_page;
pub use start::start_page;
