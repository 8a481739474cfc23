//! Tarazy (таразы, "scales") weighs texts against each other by the categories of a lexicon.
#![cfg_attr(not(feature = "ui"), forbid(unsafe_code))]
#![cfg_attr(feature = "ui", deny(unsafe_code))]

#[cfg(feature = "ui")]
pub mod browser;
pub mod compare;
pub mod context;
pub mod counting;
pub mod intake;
pub mod language;
pub mod lexicon;
pub mod matching;
#[cfg(feature = "message")]
pub mod message;
#[cfg(feature = "message")]
pub mod report;
pub mod study;
pub mod text;
#[cfg(feature = "ui")]
pub mod ui;
