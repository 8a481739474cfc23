//! Files and standard input → bytes, texts and lexicons.

use std::{
    cell::RefCell,
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use tarazy_engine::{
    intake::{IntakeError, MAX_TEXT_BYTES, plain_text},
    lexicon::{
        BUILTIN_IDS, Import, Lexicon, LexiconFormat, LexiconReading, builtin_source, import, import_as, read_toml,
    },
    problem::Problem,
    settings::LexiconSource,
};
use tarazy_report::{
    limits::{MAX_STUDY_FILE_BYTES, StudyLimit},
    message::Messages,
};

use super::{Failure, output::warn};

thread_local! {
    /// The files that were read.
    static INPUTS: RefCell<Vec<PathBuf>> = const { RefCell::new(Vec::new()) };
}

/// Returns `true` if a path leads to a file that was read, be it by another name or a link.
pub(super) fn is_input(path: &Path) -> bool {
    // What is no ordinary file, such as a pipe, may wait for ever when it is opened.
    let is_file = |path: &Path| fs::metadata(path).is_ok_and(|metadata| metadata.is_file());
    let is_same = |input: &PathBuf| is_file(input) && same_file::is_same_file(input, path).unwrap_or(false);
    is_file(path) && INPUTS.with_borrow(|inputs| inputs.iter().any(is_same))
}

/// Returns the bytes of a file, or of standard input for `-`.
///
/// # Errors
/// A sentence for a file that cannot be read or has more than [`MAX_TEXT_BYTES`].
pub(super) fn read_bytes(path: &Path, messages: &Messages) -> Result<Vec<u8>, String> {
    let bytes = read_at_most(path, MAX_TEXT_BYTES, messages)?;
    if bytes.len() as u64 > MAX_TEXT_BYTES {
        let size = fs::metadata(path).map_or(bytes.len() as u64, |metadata| metadata.len());
        let error = IntakeError::TooLarge { bytes: size, limit: MAX_TEXT_BYTES };
        return Err(messages.problem(&error.problem(&path.display().to_string())));
    }
    Ok(bytes)
}

/// Returns the bytes of a project file or a recipe, which may be larger than a text.
///
/// # Errors
/// A sentence for a file that cannot be read or has more than [`MAX_STUDY_FILE_BYTES`].
pub(super) fn read_study(path: &Path, messages: &Messages) -> Result<Vec<u8>, String> {
    let bytes = read_at_most(path, MAX_STUDY_FILE_BYTES as u64, messages)?;
    let checked = StudyLimit::StudyFile.check(bytes.len());
    checked.map_err(|limit| messages.problem(&limit.problem(&path.display().to_string())))?;
    Ok(bytes)
}

/// Returns the bytes of a file, or of standard input for `-`; of what has more than `most` bytes,
/// the first `most` and one more.
///
/// # Errors
/// A sentence for a file that cannot be read.
fn read_at_most(path: &Path, most: u64, messages: &Messages) -> Result<Vec<u8>, String> {
    let name = path.display().to_string();
    let cannot = |error: io::Error| {
        let values = [("file", name.as_str().into()), ("reason", error.to_string().into())];
        messages.format("cli-cannot-read", &values)
    };
    let source: Box<dyn Read> = if path == Path::new("-") {
        // It may be a file that the shell opened.
        if cfg!(unix) {
            INPUTS.with_borrow_mut(|inputs| inputs.push(PathBuf::from("/dev/stdin")));
        }
        Box::new(io::stdin().lock())
    } else {
        INPUTS.with_borrow_mut(|inputs| inputs.push(path.to_path_buf()));
        Box::new(fs::File::open(path).map_err(cannot)?)
    };
    let mut bytes = Vec::new();
    source.take(most + 1).read_to_end(&mut bytes).map_err(cannot)?;
    Ok(bytes)
}

/// Returns everything that was read.
///
/// # Errors
/// The sentences of all errors.
pub(super) fn read_all<T>(results: impl Iterator<Item = Result<T, String>>) -> Result<Vec<T>, Failure> {
    let (mut values, mut sentences) = (Vec::new(), Vec::new());
    for result in results {
        match result {
            Ok(value) => values.push(value),
            Err(sentence) => sentences.push(sentence),
        }
    }
    if sentences.is_empty() { Ok(values) } else { Err(Failure::Input(sentences)) }
}

/// Returns the text of a file in UTF-8, or of standard input for `-`.
///
/// # Errors
/// A sentence for a file that cannot be read or is not a text in UTF-8.
pub(super) fn read_text(path: &Path, messages: &Messages) -> Result<String, String> {
    text_of(read_bytes(path, messages)?, path, messages)
}

/// Returns the text of bytes in UTF-8 that were read from a file.
///
/// # Errors
/// A sentence for what is not a text in UTF-8.
pub(super) fn text_of(bytes: Vec<u8>, path: &Path, messages: &Messages) -> Result<String, String> {
    plain_text(bytes).map_err(|error| messages.problem(&error.problem(&path.display().to_string())))
}

/// Returns `true` if the name of a lexicon is an id of a built-in one and not a file.
pub(super) fn is_builtin(name: &str) -> bool {
    !Path::new(name).exists() && !name.contains(['.', '/', '\\'])
}

/// Returns the source of a lexicon: a built-in one by its id, or a file in any format, in format 1.
///
/// # Errors
/// As [`import_lexicon`]. Whether the id is known is not checked.
pub(super) fn lexicon_source(
    name: &str,
    reading: LexiconReading,
    messages: &Messages,
) -> Result<LexiconSource, Failure> {
    if is_builtin(name) {
        return Ok(LexiconSource::Builtin(name.to_owned()));
    }
    let text = import_lexicon(Path::new(name), None, reading, warn, messages)?.toml;
    Ok(LexiconSource::File { name: name.to_owned(), text })
}

/// Reads a lexicon: a built-in one by its id, or a file in any format.
///
/// # Errors
/// As [`import_lexicon`], and a sentence for an id that is unknown.
pub(super) fn read_lexicon(name: &str, reading: LexiconReading, messages: &Messages) -> Result<Lexicon, Failure> {
    if !is_builtin(name) {
        return Ok(import_lexicon(Path::new(name), None, reading, warn, messages)?.lexicon);
    }
    let source = builtin_source(name).ok_or_else(|| {
        let values = [("id", name.into()), ("known", BUILTIN_IDS.join(", ").into())];
        messages.format("lex-unknown-builtin", &values)
    })?;
    Ok(read_toml(source).expect("built-in lexicons have no errors").lexicon)
}

/// Returns the file in format 1 of a [`lexicon_source`]; `None` for an id that is unknown.
pub(super) fn lexicon_file(source: &LexiconSource) -> Option<&str> {
    match source {
        LexiconSource::File { text, .. } => Some(text),
        other => builtin_source(other.name()),
    }
}

/// Reads a lexicon in the format `from`, or in the one that its content shows, and prints what was
/// lost by `warn`.
///
/// # Errors
/// Sentences for a file that cannot be read or is not a lexicon.
pub(super) fn import_lexicon(
    path: &Path,
    from: Option<LexiconFormat>,
    reading: LexiconReading,
    warn: fn(&[Problem], &Messages),
    messages: &Messages,
) -> Result<Import, Failure> {
    let bytes = read_bytes(path, messages)?;
    let name = path.display().to_string();
    let import = match from {
        Some(format) => import_as(format, &name, &bytes, reading),
        None => import(&name, &bytes, reading),
    };
    let import = import
        .map_err(|diagnostics| Failure::of(diagnostics.iter().map(|diagnostic| diagnostic.problem(&name)), messages))?;
    let losses = import.losses.iter().map(|loss| loss.problem(&name));
    let warnings = import.warnings.iter().map(|warning| warning.problem(&name));
    warn(&losses.chain(warnings).collect::<Vec<_>>(), messages);
    Ok(import)
}
