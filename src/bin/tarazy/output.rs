//! Results → files or standard output; warnings → standard error.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
    process,
};

use tarazy_engine::problem::Problem;
use tarazy_report::message::Messages;

use super::{Failure, input::is_input};

/// Writes a result to a file, or without a path to standard output.
///
/// A file is replaced as a whole, so that a full disk leaves the old one.
///
/// # Errors
/// A sentence for a file that cannot be written or that was read as an input, and for standard
/// output, unless its reader closed it.
pub(super) fn write(content: impl AsRef<[u8]>, path: Option<&Path>, messages: &Messages) -> Result<(), Failure> {
    let content = content.as_ref();
    let Some(path) = path else {
        return print(|output| output.write_all(content), messages);
    };
    let name = path.display().to_string();
    if is_input(path) {
        return Err(messages.format("cli-output-is-input", &[("file", name.into())]).into());
    }
    replace(path, content).map_err(|error| {
        messages.format("cli-cannot-write", &[("file", name.into()), ("reason", error.to_string().into())]).into()
    })
}

/// Lets `fill` write to standard output, in large pieces.
///
/// # Errors
/// A sentence for standard output that cannot be written; [`Failure::Closed`] if its reader closed
/// it.
pub(super) fn print(fill: impl FnOnce(&mut dyn Write) -> io::Result<()>, messages: &Messages) -> Result<(), Failure> {
    let mut output = io::BufWriter::new(io::stdout().lock());
    let written = fill(&mut output).and_then(|()| output.flush());
    written.map_err(|error| match error.kind() {
        io::ErrorKind::BrokenPipe => Failure::Closed,
        _ => messages.format("cli-cannot-print", &[("reason", error.to_string().into())]).into(),
    })
}

/// Writes a file beside the one at `path` and renames it. What is no ordinary file, such as a
/// device, is written in place.
fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    // A link stays, and what it leads to is replaced.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let known = fs::metadata(&path).ok();
    if known.as_ref().is_some_and(|known| !known.is_file()) {
        return fs::write(path, content);
    }
    let beside = beside(&path);
    let written = File::create_new(&beside).and_then(|mut file| {
        file.write_all(content)?;
        if let Some(known) = &known {
            file.set_permissions(known.permissions())?;
        }
        file.sync_all()?;
        fs::rename(&beside, &path)
    });
    if written.is_err() {
        // Where even this fails, the first error says what is wrong.
        let _ = fs::remove_file(&beside);
    }
    written
}

/// Returns the path of a new file in the folder of another.
fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".{}.part", process::id()));
    path.with_file_name(name)
}

/// Prints problems that do not stop the command, one per line, on standard error.
pub(super) fn warn(problems: impl IntoIterator<Item = Problem>, messages: &Messages) {
    for problem in problems {
        say(&messages.problem(&problem));
    }
}

/// Prints a sentence on standard error, where nobody may be reading.
pub(super) fn say(sentence: &str) {
    let _ = writeln!(io::stderr(), "tarazy: {sentence}");
}
