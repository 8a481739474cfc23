//! Bytes → text.
//!
//! This is the gate: whatever comes in is hostile until it has passed. Nothing behind it can fail. [`decode`] reads texts, in the
//! encodings in which they come; [`plain_text`] reads what is made for Tarazy, in UTF-8 alone.

mod decode;
mod error;
mod plain_text;

pub use crate::language::encoding::{Encoding, EncodingChoice};
pub use decode::{Decoded, SURE, decode};
pub use error::IntakeError;
pub use plain_text::{MAX_TEXT_BYTES, plain_text};
