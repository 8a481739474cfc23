//! Bytes → text.
//!
//! This is the gate: whatever comes in is hostile until it has passed. Nothing behind it can fail.

mod encoding;
mod error;
mod plain_text;

pub use encoding::{Encoding, EncodingChoice};
pub use error::IntakeError;
pub use plain_text::{MAX_TEXT_BYTES, plain_text};
