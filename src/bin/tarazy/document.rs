//! Files in any format → the texts that are counted.
//!
//! A plain text is passed on as its bytes, which the engine decodes. Of a document in another format
//! the text is read here and passed on in UTF-8.

use std::{
    collections::{BTreeSet, HashSet},
    path::{Path, PathBuf},
};

use clap::Args;
use tarazy_documents::{
    DocumentFormat, LeftOutKind, ReadDocument, ReadFile, ReadOptions, RefusedPart, TakenTitles, find_text, format_of,
    read, titles,
};
use tarazy_engine::{
    digest::sha256,
    encoding::{Encoding, EncodingChoice},
    problem::Problem,
    settings::MetadataField,
};
use tarazy_report::{message::Messages, recipe::Extraction};

use super::{
    Failure,
    arguments::named,
    input::read_bytes,
    output::{say, warn_each},
};

/// What of documents is read, and what happens to those that cannot be.
#[derive(Args, Clone)]
pub(super) struct DocumentArguments {
    /// The column or field of tables (CSV, XLSX, ODS, JSON) that holds the texts: its name, or its
    /// number from 1. Without it a table is one text
    #[arg(long)]
    column: Option<String>,
    /// The column or field of tables that holds the titles of the texts: its name, or its number from 1.
    /// Without it the first one called title, name, id, название, атауы or the like
    #[arg(long, requires = "column")]
    title_column: Option<String>,
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
            title_column: self.title_column.clone(),
            encoding,
            include: self.include.iter().copied().collect::<BTreeSet<_>>(),
            without_notes: self.without_notes,
            ..ReadOptions::default()
        }
    }

    /// Returns how a text was taken from a file of another program, for a recipe.
    fn extraction(&self, format: DocumentFormat) -> Extraction {
        Extraction {
            column: self.column.clone().filter(|_| format.has_rows()),
            include: self.include.iter().map(|kind| kind.code().to_owned()).collect(),
            without_notes: self.without_notes,
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
    /// The name by which data on it are found: its file, or its name in an archive.
    pub(super) file_name: String,
    /// Data on it that its file states.
    pub(super) metadata: Vec<MetadataField>,
    /// How it was taken from its file.
    pub(super) extraction: Extraction,
}

/// The texts in files.
pub(super) struct InputTexts {
    pub(super) texts: Vec<InputText>,
    /// Whether a file was refused while the others were read.
    pub(super) has_refused: bool,
}

/// Reads the texts in files. Each title is there once. Files that cannot be read are named on standard
/// error.
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
) -> Result<InputTexts, Failure> {
    let options = arguments.options(encoding);
    let mut texts = Vec::new();
    let mut refused = Vec::new();
    let names: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    for (path, title) in paths.iter().zip(titles(&names)) {
        let read = if is_pretokenized {
            read_bytes(path, messages).map(|bytes| (vec![plain(path, &title, bytes)], Vec::new()))
        } else {
            read_file(path, &title, arguments, &options, messages)
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
    for sentence in &refused {
        say(sentence);
    }
    if texts.is_empty() && !paths.is_empty() {
        return Err(Failure::Input(Vec::new()));
    }
    let mut taken = TakenTitles::default();
    for text in &mut texts {
        text.title = taken.take(&text.title);
    }
    Ok(InputTexts { texts, has_refused: !refused.is_empty() })
}

fn plain(path: &Path, title: &str, bytes: Vec<u8>) -> InputText {
    InputText {
        title: title.to_owned(),
        path: path.to_owned(),
        name: path.display().to_string(),
        bytes,
        encoding: None,
        file_name: path.display().to_string(),
        metadata: Vec::new(),
        extraction: Extraction::default(),
    }
}

/// Returns the texts in a file, and sentences about files in an archive that cannot be read.
fn read_file(
    path: &Path,
    title: &str,
    arguments: &DocumentArguments,
    options: &ReadOptions,
    messages: &Messages,
) -> Result<(Vec<InputText>, Vec<String>), String> {
    let bytes = read_bytes(path, messages)?;
    let name = path.display().to_string();
    let format = format_of(&name, &bytes);
    if format == Some(DocumentFormat::Plain) {
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
        let is_archived = format == Some(DocumentFormat::Zip);
        InputText {
            file_name: if is_archived { document.title.clone() } else { name.clone() },
            metadata: document.stated_data(options.column.is_some()),
            extraction: arguments.extraction(document.format),
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
    let sentence = |part: &RefusedPart| {
        let mut problem = part.problem.clone();
        problem.place.file = Some(format!("{name}: {}", part.name));
        messages.problem(&problem)
    };
    file.refused.iter().map(sentence).collect()
}

/// Returns what is doubtful about a document.
pub(super) fn problems(document: &ReadDocument, name: &str) -> Vec<Problem> {
    document.warnings.iter().map(|warning| warning.problem(name)).collect()
}

/// Finds in a document the text with a SHA-256: the whole text, a row, or a file in an archive, read as a
/// recipe says, else any cell of a table.
pub(super) fn text_with_hash(name: &str, bytes: &[u8], hash: &str, extraction: &Extraction) -> Option<Vec<u8>> {
    if format_of(name, bytes).is_none_or(|format| format == DocumentFormat::Plain) {
        return None;
    }
    let kind = |code: &String| LeftOutKind::INCLUDABLE.into_iter().find(|kind| kind.code() == code);
    let options = ReadOptions {
        column: extraction.column.clone(),
        include: extraction.include.iter().filter_map(kind).collect(),
        without_notes: extraction.without_notes,
        ..ReadOptions::default()
    };
    find_text(name, bytes, &options, |text| sha256(text.as_bytes()) == hash).map(String::into_bytes)
}
