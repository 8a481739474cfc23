//! Bytes → text.
//!
//! This is the gate: whatever comes in is hostile until it has passed. Nothing behind it can fail.

mod error;
mod plain_text;

pub use error::IntakeError;
pub use plain_text::{MAX_TEXT_BYTES, plain_text};
