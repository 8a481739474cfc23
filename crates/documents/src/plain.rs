//! A plain text → itself.

use tarazy_engine::{encoding::EncodingChoice, intake::decode};

use crate::{charset::Decoded, error::DocumentError};

/// Reads a plain text in the encoding that the user chose or that it shows.
///
/// # Errors
/// As [`decode`].
pub(crate) fn read(bytes: Vec<u8>, choice: EncodingChoice) -> Result<Decoded, DocumentError> {
    Ok(decode(bytes, choice)?.into())
}
