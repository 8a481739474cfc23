//! A study → the ZIP that a repository such as Zenodo or OSF, or a journal, is given.
//!
//! The package is useful without the program: `README.md` says what is in it, `data/` has every
//! table as CSV, `study.html` is the study to be read, `recipe.toml` with `lexicon.toml` and
//! `texts/` makes everything again (`tarazy run recipe.toml`), `ro-crate-metadata.json` and
//! `CITATION.cff` describe it for machines. Law: the same study gives the same bytes.

use thiserror::Error;

use super::{
    body::title,
    ro_crate::{PackedFile, ro_crate},
    study_file::StudyFile,
    study_file_error::StudyFileError,
};
use crate::{
    limits::StudyLimit,
    message::Messages,
    recipe::{About, author_orcid, doi, spdx},
    report::{CsvStyle, TableStyle, VERSION, contexts_csv, csv, table1_csv},
};
use tarazy_engine::{
    archive::ArchiveWriter,
    counting::{Comparison, Measure},
    problem::{Argument, Problem, SourceLocation},
    study::ContextLine,
};

/// What a repository asks for and a study does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Error)]
pub enum Lacking {
    /// It has no title.
    #[error("the study has no title")]
    Title,
    /// It has no author.
    #[error("the study has no author")]
    Author,
    /// It has no year of publication.
    #[error("the study has no year")]
    Year,
    /// It has no licence.
    #[error("the study has no licence")]
    Licence,
}

impl Lacking {
    /// Returns what a study lacks to be deposited.
    pub fn of(about: &About) -> Vec<Self> {
        let is_untitled = [&about.title.kk, &about.title.ru, &about.title.en]
            .into_iter()
            .flatten()
            .all(|title| title.trim().is_empty());
        let lacks = [
            (Self::Title, is_untitled),
            (Self::Author, about.authors.is_empty()),
            (Self::Year, about.year.is_none()),
            (Self::Licence, about.licence.trim().is_empty()),
        ];
        lacks.into_iter().filter_map(|(lacking, is_so)| is_so.then_some(lacking)).collect()
    }

    /// Returns the stable name: `title`, `author`, `year` or `licence`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Author => "author",
            Self::Year => "year",
            Self::Licence => "licence",
        }
    }

    /// Returns it as a problem of the file or study `name`.
    pub fn problem(self, name: &str) -> Problem {
        Problem {
            code: "package-lacks".to_owned(),
            is_warning: false,
            place: SourceLocation { file: Some(name.to_owned()), ..SourceLocation::default() },
            arguments: vec![("what".to_owned(), Argument::Text(self.name().to_owned()))],
        }
    }
}

/// Packs a study for a repository; `page` is its published page, `contexts` every match in its
/// context where readers may have them.
///
/// # Errors
/// [`StudyFileError::TooLarge`] for more than an archive holds.
pub fn package(
    study: &StudyFile,
    table: &Comparison,
    page: &str,
    contexts: &[ContextLine],
    messages: &Messages,
) -> Result<Vec<u8>, StudyFileError> {
    let style = TableStyle::from(1);
    let counting = &study.recipe.counting;
    let mut files: Vec<(String, Vec<u8>)> = vec![("study.html".to_owned(), page.as_bytes().to_vec())];
    let mut add = |name: &str, text: String| files.push((name.to_owned(), text.into_bytes()));
    add("data/counts.csv", csv(table, Measure::Count, CsvStyle::PLAIN));
    if counting.measure != Measure::Count {
        add(&format!("data/{}.csv", counting.measure.name()), csv(table, counting.measure, CsvStyle::PLAIN));
    }
    add("data/table-1.csv", table1_csv(table, style, CsvStyle::PLAIN, messages));
    if !contexts.is_empty() {
        add("data/contexts.csv", contexts_csv(contexts, table, CsvStyle::PLAIN));
    }
    add("CITATION.cff", citation_file(&study.recipe.about, messages));
    let renamed = |name: String| if name == "study.toml" { "recipe.toml".to_owned() } else { name };
    let own = study.files().into_iter().filter(|(name, _)| name != "record.json");
    files.extend(own.map(|(name, bytes)| (renamed(name), bytes)));
    let readme = readme(study, &files, messages).into_bytes();
    files.insert(0, ("README.md".to_owned(), readme));
    let described: Vec<PackedFile<'_>> = files
        .iter()
        .map(|(name, bytes)| PackedFile {
            name,
            bytes,
            description: describe(name, messages),
            media_type: media_type(name),
        })
        .collect();
    let json = ro_crate(study, &described, messages);
    let json = serde_json::to_vec_pretty(&json).expect("text, numbers and lists have a JSON form");
    StudyLimit::Package.check(json.len() + files.iter().map(|(_, bytes)| bytes.len()).sum::<usize>())?;
    let mut writer = ArchiveWriter::new();
    writer.add("ro-crate-metadata.json", &json);
    for (name, bytes) in &files {
        writer.add(name, bytes);
    }
    Ok(writer.finish())
}

/// What a file of the package is, in a few words.
fn describe(name: &str, messages: &Messages) -> String {
    let key = match name {
        "README.md" => "package-readme",
        "study.html" => "package-page",
        "recipe.toml" => "package-recipe",
        "lexicon.toml" => "package-lexicon",
        "CITATION.cff" => "package-citation",
        "data/contexts.csv" => "package-contexts",
        "data/table-1.csv" => "package-table1",
        name if name.starts_with("data/") => "package-table",
        _ => "package-text",
    };
    messages.get(key)
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html",
        "csv" => "text/csv",
        "md" => "text/markdown",
        "toml" => "application/toml",
        "cff" => "application/yaml",
        "txt" => "text/plain",
        _ => "application/octet-stream",
    }
}

fn readme(study: &StudyFile, files: &[(String, Vec<u8>)], messages: &Messages) -> String {
    let about = &study.recipe.about;
    let line = |text: &str| crate::report::markdown_text(text);
    let mut text = format!("# {}\n\n", line(&title(about, messages)));
    let facts = [about.authors.join(", "), about.year.map(|year| year.to_string()).unwrap_or_default()];
    for fact in facts.iter().chain([&about.publisher, &about.identifier]).filter(|fact| !fact.is_empty()) {
        text.push_str(&format!("{}\n\n", line(fact)));
    }
    let description = about.description.get(messages.language());
    let description =
        if description.is_empty() { messages.get("publication-description") } else { description.to_owned() };
    text.push_str(&format!("{}\n\n", line(&description)));
    for (name, _) in files {
        text.push_str(&format!("- `{}`: {}\n", name.replace('`', ""), line(&describe(name, messages))));
    }
    let version = messages.format("package-again", &[("version", VERSION.into())]);
    let licence = messages.format("publication-licence", &[("licence", about.licence.clone().into())]);
    text.push_str(&format!("\n{version}\n\n    tarazy run recipe.toml --format csv\n\n{}\n", line(&licence)));
    text
}

/// Returns `CITATION.cff` (Citation File Format 1.2.0) of a study.
pub fn citation_file(about: &About, messages: &Messages) -> String {
    let mut text = String::from("cff-version: 1.2.0\n");
    let mut put = |key: &str, value: &str| {
        if !value.trim().is_empty() {
            text.push_str(&format!("{key}: {}\n", quoted(value)));
        }
    };
    put("message", &messages.get("package-cite"));
    put("type", "dataset");
    put("title", &title(about, messages));
    put("abstract", about.description.get(messages.language()));
    let mut identifiers = String::new();
    match doi(&about.identifier) {
        Some(doi) if may_be_cited(doi) => put("doi", doi),
        _ if is_address(&about.identifier) => put("url", &about.identifier),
        // What is neither may stand here, and nowhere else.
        _ if !about.identifier.trim().is_empty() => {
            identifiers = format!("identifiers:\n  - type: other\n    value: {}\n", quoted(&about.identifier));
        }
        _ => {}
    }
    // Only names of the list of SPDX may stand here; other words would make the file invalid.
    if let Some(name) = spdx(&about.licence) {
        put("license", &name);
    }
    text.push_str(&identifiers);
    text.push_str("authors:\n");
    for author in about.authors.iter().filter(|author| !author.trim().is_empty()) {
        let (name, orcid) = author_orcid(author);
        let parts = name.split_once(',').map(|(family, given)| (family.trim(), given.trim()));
        match parts.filter(|(family, given)| !family.is_empty() && !given.is_empty()) {
            Some((family, given)) => {
                text.push_str(&format!("  - family-names: {}\n    given-names: {}\n", quoted(family), quoted(given)));
            }
            None => text.push_str(&format!("  - name: {}\n", quoted(name))),
        }
        if let Some(orcid) = orcid {
            text.push_str(&format!("    orcid: {}\n", quoted(&orcid)));
        }
    }
    text
}

/// Returns `true` if a DOI is one that the format has: `10.`, four to nine digits, a solidus and a
/// name of plain characters.
fn may_be_cited(doi: &str) -> bool {
    let is_prefix =
        |digits: &str| (4..=9).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit());
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b":/_;-.()[]\\".contains(&byte);
    let parts = doi.strip_prefix("10.").and_then(|doi| doi.split_once('/'));
    parts.is_some_and(|(prefix, name)| is_prefix(prefix) && !name.is_empty() && name.bytes().all(is_name))
}

/// Returns `true` if it is an address of the web, as the format asks of one.
fn is_address(identifier: &str) -> bool {
    let rest = identifier.strip_prefix("https://").or_else(|| identifier.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_graphic()))
}

/// A text in YAML's double quotes, whose escapes are those of JSON. Characters that YAML does not
/// print, or takes for line ends, are escaped too (YAML 1.2.2, 5.1 and 5.4).
fn quoted(text: &str) -> String {
    let is_plain = |letter: char| matches!(letter, ' '..='~' | '\u{A0}'..='\u{2027}' | '\u{202A}'..='\u{FEFE}' | '\u{FF00}'..='\u{FFFD}' | '\u{10000}'..);
    let escaped = |letter: char| {
        if is_plain(letter) { letter.to_string() } else { format!("\\u{:04X}", u32::from(letter)) }
    };
    serde_json::Value::from(text).to_string().chars().map(escaped).collect()
}
