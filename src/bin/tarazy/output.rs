//! Results → files or standard output; warnings → standard error.

use std::{
    fs,
    io::{self, Write},
    path::Path,
};

use tarazy_engine::problem::Problem;
use tarazy_report::message::Messages;

use super::Failure;

/// Writes a result to a file, or without a path to standard output.
///
/// # Errors
/// A sentence for a file that cannot be written; [`Failure::Closed`] for standard output.
pub(super) fn write(content: impl AsRef<[u8]>, path: Option<&Path>, messages: &Messages) -> Result<(), Failure> {
    let Some(path) = path else { return io::stdout().lock().write_all(content.as_ref()).map_err(|_| Failure::Closed) };
    fs::write(path, content).map_err(|error| {
        let values = [("file", path.display().to_string().into()), ("reason", error.to_string().into())];
        messages.format("cli-cannot-write", &values).into()
    })
}

/// Prints problems that do not stop the command, one per line, on standard error.
pub(super) fn warn(problems: impl IntoIterator<Item = Problem>, messages: &Messages) {
    for problem in problems {
        eprintln!("tarazy: {}", messages.problem(&problem));
    }
}
