//! Data on texts from the names of their files and from a table → the columns of data of the result.

use std::path::{Path, PathBuf};

use clap::Args;
use tarazy_documents::{
    MetadataMatch, MetadataTable, NamePattern, ReadOptions, TextName, UnmatchedRow, match_metadata,
};
use tarazy_engine::{
    encoding::EncodingChoice,
    problem::{Argument, Problem, SourceLocation},
    settings::{MetadataField, accepted_metadata},
};
use tarazy_report::message::Messages;

use super::{Failure, document::InputText, input::read_bytes, output::warn_each};

/// Where a pattern stands.
const PATTERN_OPTION: &str = "--data-from-names";
/// How many names a sentence lists.
const MOST_NAMES: usize = 20;

/// Where data on the texts come from, beside the other columns of a table.
#[derive(Args, Clone)]
pub(super) struct DataArguments {
    /// Take data from the names of files: '{party}_{year}' makes two columns of auyl_2023.txt
    #[arg(long, value_name = "PATTERN")]
    data_from_names: Option<String>,
    /// Take data from a table (CSV, XLSX, ODS, JSON), one column of which names the files or titles
    #[arg(long, value_name = "FILE")]
    metadata: Option<PathBuf>,
    /// The column of the table of data that names the files or titles. Without it the one that names
    /// most of them
    #[arg(long, requires = "metadata", value_name = "NAME")]
    metadata_key: Option<String>,
}

impl DataArguments {
    /// Adds data to texts: those in the names of files replace those that the files state, those in the
    /// table replace both. What is left out is named on standard error.
    ///
    /// # Errors
    /// A sentence for a pattern that is none, and for a table that cannot be read or names no text.
    pub(super) fn complete(
        &self,
        texts: &mut [InputText],
        encoding: EncodingChoice,
        messages: &Messages,
    ) -> Result<(), Failure> {
        if let Some(pattern) = &self.data_from_names {
            add_from_names(pattern, texts, messages)?;
        }
        if let Some(path) = &self.metadata {
            add_from_table(path, self.metadata_key.as_deref(), texts, encoding, messages)?;
        }
        for text in texts {
            let (accepted, errors) = accepted_metadata(std::mem::take(&mut text.metadata));
            text.metadata = accepted;
            let problems = errors.iter().map(|error| Problem { is_warning: true, ..error.problem(&text.name) });
            warn_each(&problems.collect::<Vec<_>>(), messages);
        }
        Ok(())
    }
}

/// Adds the data in the names of files.
fn add_from_names(pattern: &str, texts: &mut [InputText], messages: &Messages) -> Result<(), Failure> {
    let parsed = NamePattern::parse(pattern).map_err(|error| {
        let place = SourceLocation { file: Some(PATTERN_OPTION.to_owned()), ..SourceLocation::default() };
        messages.problem(&Problem { place, ..error.problem(pattern) })
    })?;
    let mut others = Vec::new();
    for text in texts {
        match parsed.data(&text.file_name) {
            Some(data) => put(&mut text.metadata, data),
            None => others.push(text.file_name.as_str()),
        }
    }
    others.dedup();
    let arguments = vec![("pattern".to_owned(), Argument::quoted(pattern))];
    warn_each(&listing("name-pattern-misfit", PATTERN_OPTION, &others, arguments), messages);
    Ok(())
}

/// Adds the data in a table.
fn add_from_table(
    path: &Path,
    key: Option<&str>,
    texts: &mut [InputText],
    encoding: EncodingChoice,
    messages: &Messages,
) -> Result<(), Failure> {
    let name = path.display().to_string();
    let options = ReadOptions { encoding, ..ReadOptions::default() };
    let table = MetadataTable::read(&name, read_bytes(path, messages)?, &options);
    let names: Vec<TextName<'_>> =
        texts.iter().map(|text| TextName { file: &text.file_name, title: &text.title }).collect();
    let found = table.and_then(|table| match_metadata(&table, &names, key));
    let MetadataMatch { data, unmatched, .. } = found.map_err(|error| messages.problem(&error.problem(&name)))?;
    let mut without = Vec::new();
    for (text, data) in texts.iter_mut().zip(data) {
        match data {
            Some(data) => put(&mut text.metadata, data),
            None => without.push(text.title.as_str()),
        }
    }
    warn_each(&listing("metadata-table-texts-without", &name, &without, Vec::new()), messages);
    let code = |row: &UnmatchedRow| match row.texts {
        0 => "metadata-table-rows-without",
        1 => "metadata-table-rows-twice",
        _ => "metadata-table-rows-ambiguous",
    };
    for kind in ["metadata-table-rows-without", "metadata-table-rows-twice", "metadata-table-rows-ambiguous"] {
        let rows = unmatched.iter().filter(|row| code(row) == kind);
        let rows: Vec<String> = rows.map(|row| format!("{} ({})", row.row, row.name)).collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        warn_each(&listing(kind, &name, &rows, Vec::new()), messages);
    }
    Ok(())
}

/// Adds data; those with a name that is there replace what is there.
fn put(metadata: &mut Vec<MetadataField>, data: Vec<MetadataField>) {
    for field in data {
        match metadata.iter_mut().find(|known| known.name == field.name) {
            Some(known) => known.value = field.value,
            None => metadata.push(field),
        }
    }
}

/// Returns the problem that lists names; none where there are none.
fn listing(code: &str, place: &str, names: &[&str], mut arguments: Vec<(String, Argument)>) -> Vec<Problem> {
    if names.is_empty() {
        return Vec::new();
    }
    let mut listed: Vec<&str> = names.iter().take(MOST_NAMES).copied().collect();
    listed.extend((names.len() > MOST_NAMES).then_some("…"));
    arguments.push(("count".to_owned(), Argument::from(names.len() as u64)));
    arguments.push(("names".to_owned(), Argument::Text(listed.join(", "))));
    let place = SourceLocation { file: Some(place.to_owned()), ..SourceLocation::default() };
    vec![Problem { code: code.to_owned(), is_warning: true, place, arguments }]
}
