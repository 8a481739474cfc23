//! Results → files or standard output; warnings → standard error.

use std::{
    collections::HashMap,
    fs::{self, File},
    io::{self, Write},
    path::Path,
    process,
};

use tarazy_engine::problem::Problem;
use tarazy_report::{message::Messages, recipe::MetadataError, report::visible};

use super::{Failure, input::is_input};

/// Names of standard output, which may be a file that others write to as well.
const STANDARD_OUTPUT: [&str; 3] = ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];

/// Writes a result to a file, or without a path to standard output.
///
/// A file is replaced as a whole, so that a full disk leaves the old one.
///
/// # Errors
/// A sentence for a file that cannot be written or that was read as an input, and for standard
/// output, unless its reader closed it.
pub(super) fn write(content: impl AsRef<[u8]>, path: Option<&Path>, messages: &Messages) -> Result<(), Failure> {
    let content = content.as_ref();
    let Some(path) = path.filter(|path| !STANDARD_OUTPUT.iter().any(|name| *path == Path::new(name))) else {
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

/// Returns `true` if a path is that of a file, which may be opened in any program, and not a name of
/// standard output or a pipe.
pub(super) fn is_file(path: &Path) -> bool {
    !STANDARD_OUTPUT.iter().any(|name| path == Path::new(name)) && fs::metadata(path).is_ok_and(|known| known.is_file())
        || fs::metadata(path).is_err()
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

/// Writes a file beside the one at `path` and renames it. Where that cannot be done, as in a folder
/// that cannot be written or for a device, the file is written in place.
fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    // A link stays, and what it leads to is replaced.
    let target = match fs::canonicalize(path) {
        Ok(target) => target,
        Err(_) if path.is_symlink() => return fs::write(path, content),
        Err(_) => path.to_path_buf(),
    };
    let known = fs::metadata(&target).ok();
    if known.as_ref().is_some_and(|known| known.is_file() && known.permissions().readonly()) {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    if known.as_ref().is_some_and(|known| !known.is_file()) {
        return fs::write(path, content);
    }
    let beside = target.with_file_name(format!(".tarazy-{}.part", process::id()));
    let mut file = match File::create_new(&beside) {
        Ok(file) => file,
        Err(error) if matches!(error.kind(), io::ErrorKind::PermissionDenied | io::ErrorKind::AlreadyExists) => {
            return fs::write(path, content);
        }
        Err(error) => return Err(error),
    };
    let written = known.map_or(Ok(()), |known| file.set_permissions(known.permissions()));
    let written = written.and_then(|()| file.write_all(content)).and_then(|()| file.sync_all());
    let is_renamed = written.is_ok() && fs::rename(&beside, &target).is_ok();
    if is_renamed {
        return Ok(());
    }
    // Where even this fails, the first error says what is wrong.
    let _ = fs::remove_file(&beside);
    written.and_then(|()| fs::write(path, content))
}

/// Prints what is doubtful about what was said of a study.
///
/// # Errors
/// Sentences for what cannot be so.
pub(super) fn accept(errors: Vec<MetadataError>, messages: &Messages) -> Result<(), Failure> {
    let (doubts, errors): (Vec<_>, Vec<_>) = errors.into_iter().partition(MetadataError::is_warning);
    if !errors.is_empty() {
        return Err(Failure::of(errors.iter().map(|error| error.problem("")), messages));
    }
    warn(&doubts.iter().map(|doubt| doubt.problem("")).collect::<Vec<_>>(), messages);
    Ok(())
}

/// Prints problems that do not stop the command, one per line, on standard error.
pub(super) fn warn_each(problems: &[Problem], messages: &Messages) {
    for problem in problems {
        say(&messages.problem(problem));
    }
}

/// How many lines are named where notices are counted.
const MOST_LINES: usize = 10;

/// Prints problems that do not stop the command on standard error. Of those of one kind about a
/// lexicon the first is printed, with the number and the first lines of the others.
pub(super) fn warn(problems: &[Problem], messages: &Messages) {
    let is_about_lexicon = |problem: &Problem| problem.code.starts_with("loss-") || problem.code.starts_with("lex-");
    let kind = |problem: &Problem| {
        let effect = problem.arguments.iter().find(|(name, _)| name == "effect").map(|(_, effect)| effect.clone());
        (problem.code.clone(), format!("{effect:?}"), problem.place.file.clone())
    };
    let mut places = HashMap::new();
    let mut alike: Vec<Vec<&Problem>> = Vec::new();
    for problem in problems {
        let new = alike.len();
        let at = if is_about_lexicon(problem) { *places.entry(kind(problem)).or_insert(new) } else { new };
        if at == new {
            alike.push(Vec::new());
        }
        alike[at].push(problem);
    }
    for group in alike {
        let [first, others @ ..] = &group[..] else { continue };
        let mut sentence = messages.problem(first);
        if !others.is_empty() {
            let mut lines: Vec<u32> = others.iter().filter_map(|problem| problem.place.line).collect();
            lines.dedup();
            let mut named: Vec<String> = lines.iter().take(MOST_LINES).map(u32::to_string).collect();
            named.extend((lines.len() > MOST_LINES).then(|| "…".to_owned()));
            let values = [("count", others.len().to_string().into()), ("lines", named.join(", ").into())];
            let key = if named.is_empty() { "cli-more-notices" } else { "cli-more-notices-in-lines" };
            sentence.push(' ');
            sentence.push_str(&messages.format(key, &values));
        }
        say(&sentence);
    }
}

/// Prints a sentence on standard error, where nobody may be reading. Control characters in it, such
/// as those of a file's name, are shown by their code points: raw ones would act on the terminal.
pub(super) fn say(sentence: &str) {
    let _ = writeln!(io::stderr(), "tarazy: {}", visible(sentence));
}
