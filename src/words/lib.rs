//! Texts, their words and the grammar of three languages: what Tarazy runs through from the first letter of a text to the last.
//!
//! A crate of its own, so that it can be made fast in the page's program, whose other parts are made small (`Cargo.toml`, profile
//! `wasm`). Everything here is used as part of the crate `tarazy`.
#![forbid(unsafe_code)]

pub mod text;
