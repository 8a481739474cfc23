//! The page of Tarazy (таразы, "scales"): what a reader sees ([`ui`]) and the browser behind it
//! ([`browser`]).
//!
//! The engine is the crate `tarazy_engine`, what leaves a study is `tarazy_report`; the command
//! line is the program `tarazy` of this package. Without the feature `ui` this library is empty.
#![cfg_attr(not(feature = "ui"), forbid(unsafe_code))]
#![cfg_attr(feature = "ui", deny(unsafe_code))]

#[cfg(feature = "ui")]
pub mod api;
#[cfg(feature = "ui")]
pub mod browser;
#[cfg(feature = "ui")]
pub mod ui;
