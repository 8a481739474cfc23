//! Files in any format → the texts that are counted.
//!
//! A plain text is passed on as its bytes, which the engine decodes. Of a document in another format
//! the text is read here and passed on in UTF-8.

use std::{
    cell::Cell,
    collections::{BTreeSet, HashSet},
    path::{Path, PathBuf},
};

use clap::Args;
use tarazy_documents::{
    DocumentFormat, LeftOutKind, ReadDocument, ReadFile, ReadOptions, ReadWarning, format_of, read,
};
use tarazy_engine::{
    digest::sha256,
    encoding::{Encoding, EncodingChoice},
    problem::Problem,
};
use tarazy_report::message::Messages;

use super::{
    Failure,
    arguments::named,
    input::read_bytes,
    output::{say, warn_each},
    study::{TakenTitles, titles},
};

/// What of documents is read, and what happens to those that cannot be.
#[derive(Args, Clone)]
pub(super) struct DocumentArguments {
    /// The column or field of tables (CSV, XLSX, ODS, JSON) that holds the texts: its name, or its
    /// number from 1. Without it a table is one text
    #[arg(long)]
    column: Option<String>,
    /// Kinds of content to read although they are not text of a document, with commas between them
    #[arg(long, value_delimiter = ',', value_parser = named(LeftOutKind::INCLUDABLE, LeftOutKind::code))]
    include: Vec<LeftOutKind>,
    /// Leave out footnotes and endnotes
    #[arg(long)]
    without_notes: bool,
    /// Stop at a file that cannot be read, instead of counting the others
    #[arg(long)]
    pub(super) strict: bool,
}

impl DocumentArguments {
    /// Returns how documents are read.
    pub(super) fn options(&self, encoding: EncodingChoice) -> ReadOptions {
        ReadOptions {
            column: self.column.clone(),
            encoding,
            include: self.include.iter().copied().collect::<BTreeSet<_>>(),
            without_notes: self.without_notes,
            ..ReadOptions::default()
        }
    }
}

/// A text to count.
pub(super) struct InputText {
    pub(super) title: String,
    /// The file that it stands in.
    pub(super) path: PathBuf,
    /// The file for messages, with the name inside an archive or the number of the row.
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
    /// The encoding of the bytes, where they are not those of the file.
    pub(super) encoding: Option<Encoding>,
}

thread_local! {
    /// Whether a file was refused while the others were read.
    static HAS_REFUSED: Cell<bool> = const { Cell::new(false) };
}

/// Returns `true` if a file was refused while the others were read.
pub(super) fn has_refused() -> bool {
    HAS_REFUSED.get()
}

/// Reports sentences about a file that does not stop the others.
pub(super) fn refuse(sentences: &[String]) {
    HAS_REFUSED.set(true);
    for sentence in sentences {
        say(sentence);
    }
}

/// Reads the texts in files. Each title is there once.
///
/// # Errors
/// Where `arguments` are strict, sentences about all files that cannot be read; else nothing, when
/// no file can be read.
pub(super) fn read_texts(
    paths: &[PathBuf],
    arguments: &DocumentArguments,
    encoding: EncodingChoice,
    is_pretokenized: bool,
    messages: &Messages,
) -> Result<Vec<InputText>, Failure> {
    let options = arguments.options(encoding);
    let mut texts = Vec::new();
    let mut refused = Vec::new();
    for (path, title) in paths.iter().zip(titles(paths)) {
        let read = if is_pretokenized {
            read_bytes(path, messages).map(|bytes| (vec![plain(path, &title, bytes)], Vec::new()))
        } else {
            read_file(path, &title, &options, messages)
        };
        match read {
            Ok((found, sentences)) => {
                texts.extend(found);
                refused.extend(sentences);
            }
            Err(sentence) => refused.push(sentence),
        }
    }
    if arguments.strict && !refused.is_empty() {
        return Err(Failure::Input(refused));
    }
    if !refused.is_empty() {
        refuse(&refused);
    }
    if texts.is_empty() && !paths.is_empty() {
        return Err(Failure::Input(Vec::new()));
    }
    let mut taken = TakenTitles::default();
    for text in &mut texts {
        text.title = taken.take(&text.title);
    }
    Ok(texts)
}

fn plain(path: &Path, title: &str, bytes: Vec<u8>) -> InputText {
    InputText {
        title: title.to_owned(),
        path: path.to_owned(),
        name: path.display().to_string(),
        bytes,
        encoding: None,
    }
}

/// Returns the texts in a file, and sentences about files in an archive that cannot be read.
fn read_file(
    path: &Path,
    title: &str,
    options: &ReadOptions,
    messages: &Messages,
) -> Result<(Vec<InputText>, Vec<String>), String> {
    let bytes = read_bytes(path, messages)?;
    let name = path.display().to_string();
    if format_of(&name, &bytes) == Some(DocumentFormat::Plain) {
        return Ok((vec![plain(path, title, bytes)], Vec::new()));
    }
    let file = read_document(&name, bytes, options, messages)?;
    let sentences = refused_parts(&name, &file, messages);
    let is_alone = file.documents.len() == 1 && file.refused.is_empty();
    let mut warned = HashSet::new();
    let texts = file.documents.into_iter().map(|document| {
        let inner = if is_alone { name.clone() } else { format!("{name}: {}", document.title) };
        // What is doubtful about a table is so for each of its rows.
        let problems = problems(&document, &name).into_iter().filter(|problem| warned.insert(format!("{problem:?}")));
        warn_each(&problems.collect::<Vec<_>>(), messages);
        InputText {
            title: if is_alone { title.to_owned() } else { document.title },
            path: path.to_owned(),
            name: inner,
            bytes: document.text.into_bytes(),
            encoding: Some(Encoding::Utf8),
        }
    });
    Ok((texts.collect(), sentences))
}

/// Reads the documents in the bytes of a file.
///
/// # Errors
/// A sentence for what is no document.
pub(super) fn read_document(
    name: &str,
    bytes: Vec<u8>,
    options: &ReadOptions,
    messages: &Messages,
) -> Result<ReadFile, String> {
    read(name, bytes, options).map_err(|error| messages.problem(&error.problem(name)))
}

/// Returns sentences about files in an archive that cannot be read.
pub(super) fn refused_parts(name: &str, file: &ReadFile, messages: &Messages) -> Vec<String> {
    let sentence =
        |part: &tarazy_documents::RefusedPart| messages.problem(&part.error.problem(&format!("{name}: {}", part.name)));
    file.refused.iter().map(sentence).collect()
}

/// Returns what is doubtful about a document.
pub(super) fn problems(document: &ReadDocument, name: &str) -> Vec<Problem> {
    document.warnings.iter().map(|warning| warning.problem(name)).collect()
}

/// The most columns of a table in which a text is looked for by its hash.
const MOST_COLUMNS: usize = 100;

/// Finds in a document the text with a SHA-256: the whole text, a row, or a file in an archive.
pub(super) fn text_with_hash(name: &str, bytes: &[u8], hash: &str) -> Option<Vec<u8>> {
    if format_of(name, bytes).is_none_or(|format| format == DocumentFormat::Plain) {
        return None;
    }
    let find = |options: &ReadOptions| {
        let file = read(name, bytes.to_vec(), options).ok()?;
        let found = file.documents.iter().find(|document| sha256(document.text.as_bytes()) == hash);
        Some((found.map(|document| document.text.clone().into_bytes()), file))
    };
    let (found, file) = find(&ReadOptions::default())?;
    let columns = file.documents.iter().flat_map(|document| &document.warnings).find_map(|warning| match warning {
        ReadWarning::WholeTable { columns } => Some(columns.clone()),
        _ => None,
    });
    found.or_else(|| {
        columns.unwrap_or_default().into_iter().take(MOST_COLUMNS).find_map(|column| {
            let options = ReadOptions { column: Some(column), ..ReadOptions::default() };
            find(&options)?.0
        })
    })
}
