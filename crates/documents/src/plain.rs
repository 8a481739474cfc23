//! A plain text → itself.

use tarazy_engine::{
    encoding::EncodingChoice,
    intake::{IntakeError, decode},
};

use crate::{charset::Decoded, error::DocumentError, format::OtherFormat};

/// Reads a plain text in the encoding that the user chose or that it shows.
///
/// # Errors
/// As [`decode`]; a binary file is one of another format.
pub(crate) fn read(bytes: Vec<u8>, choice: EncodingChoice) -> Result<Decoded, DocumentError> {
    decode(bytes, choice).map(Into::into).map_err(|error| match error {
        IntakeError::Binary { .. } => DocumentError::OtherFormat { format: OtherFormat::Binary },
        error => error.into(),
    })
}
