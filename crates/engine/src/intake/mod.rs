//! Bytes → text.
//!
//! All input is treated as hostile here. Nothing that receives the text afterwards can fail.
//! [`decode`] reads texts, in the encodings in which they come; [`plain_text`] reads what is made
//! for Tarazy, in UTF-8 alone; [`unexpected()`] finds what in a text is not its author's words.

// The page still imports these from here.
pub use crate::encoding::{Encoding, EncodingChoice};

mod decode;
pub(crate) mod encoding_guess;
mod error;
mod plain_text;
mod unexpected;

pub use decode::{Decoded, SURE, decode};
pub use error::IntakeError;
pub use plain_text::{MAX_TEXT_BYTES, plain_text};
pub use unexpected::{TextFormat, Unexpected, UnexpectedKind, line_at, unexpected};
