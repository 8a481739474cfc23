//! A lexicon's source → the lexicon, its file, and what there is to say of it.

use super::super::question::lexicon_file::LexiconFile;
use crate::{
    language::Language,
    lexicon::{
        Diagnostic, EditError, Entry, FieldChange, Import, ImportReport, Lexicon, LexiconEdit, LexiconError,
        LexiconFormat, OpenLexicon, ParsedLexicon, apply_edits, builtin_source, import, read_toml, with_line_feeds,
    },
    problem::{Problem, SourceLocation},
    settings::LexiconSource,
};

/// A lexicon that was read, with the file that holds it.
#[derive(Debug, Clone, Default)]
pub(in crate::study) struct LoadedLexicon {
    pub(in crate::study) lexicon: Lexicon,
    /// The file in format 1.
    pub(in crate::study) text: String,
    /// By what name the reader knows the file.
    pub(in crate::study) name: String,
    /// What is doubtful about it.
    pub(in crate::study) warnings: Vec<Problem>,
    /// What an import of another tool's file lost.
    pub(in crate::study) import: Option<ImportReport>,
    /// The file, open for further edits, once there was one.
    open: Option<OpenLexicon>,
}

impl LoadedLexicon {
    /// Reads a source.
    ///
    /// # Errors
    /// Everything that is wrong with it, at least one problem.
    pub(in crate::study) fn read(source: &LexiconSource) -> Result<Self, Vec<Problem>> {
        match source {
            LexiconSource::Builtin(id) => {
                let name = format!("{id}.toml");
                let Some(text) = builtin_source(id) else {
                    let error = LexiconError::UnknownBuiltin { id: name.clone() };
                    return Err(vec![Diagnostic { error, line: 0, column: 0 }.problem(&name)]);
                };
                Self::of(&name, text.to_owned(), false)
            }
            LexiconSource::File { name, text } => Self::of(name, text.clone(), false),
            LexiconSource::Imported { name, bytes, reading } => {
                let import = import(name, bytes, *reading).map_err(|diagnostics| problems(&diagnostics, name))?;
                let report = ImportReport::new(name, *reading, &import);
                let Import { lexicon, toml, warnings, .. } = import;
                let warnings = problems(&warnings, name);
                Ok(Self { lexicon, text: toml, name: name.clone(), warnings, import: Some(report), open: None })
            }
            LexiconSource::Converted { name, text, report, .. } => {
                let import = Some(report.as_ref().clone());
                let converted = report.format != LexiconFormat::Toml.name();
                Ok(Self { import, ..Self::of(name, text.clone(), converted)? })
            }
            LexiconSource::Edited { origin, edits } => Self::read(origin)?.edited(edits),
        }
    }

    /// Returns the source after some edits.
    ///
    /// # Errors
    /// Why the first edit that cannot be done is refused, or what is wrong with the file after all
    /// of them.
    pub(in crate::study) fn edited(&mut self, edits: &[LexiconEdit]) -> Result<Self, Vec<Problem>> {
        let refused = |error: EditError| vec![error.problem(&self.name)];
        // A refused edit consumes the open file, and the next one begins with the text.
        let open = self.open.take().map_or_else(|| OpenLexicon::parse(&self.text), Ok).map_err(refused)?;
        let (open, text) = match open.apply(edits) {
            Ok(open) => {
                let text = open.text();
                (Some(open), text)
            }
            Err(EditError::Layout) => (None, apply_edits(&self.text, edits).map_err(refused)?),
            Err(error) => return Err(refused(error)),
        };
        let converted = self.import.as_ref().is_some_and(|import| import.format != LexiconFormat::Toml.name());
        Ok(Self { import: self.import.clone(), open, ..Self::of(&self.name, text, converted)? })
    }

    /// Writes the lexicon in a format.
    #[cfg(feature = "formats")]
    pub(in crate::study) fn file(&self, format: LexiconFormat) -> LexiconFile {
        LexiconFile::new(self.lexicon.clone(), self.text.clone(), format)
    }

    /// Writes the lexicon in format 1, to be converted where another format is asked for.
    #[cfg(not(feature = "formats"))]
    pub(in crate::study) fn file(&self, format: LexiconFormat) -> LexiconFile {
        let own = LexiconFormat::Toml;
        LexiconFile {
            name: format!("{}.{}", self.lexicon.id, own.name()),
            bytes: self.text.clone().into_bytes(),
            losses: Vec::new(),
            total: 0,
            convert_to: (format != own).then_some(format),
        }
    }

    /// Reads a file in format 1. Of one that was `converted` from another format the reader knows no
    /// lines.
    fn of(name: &str, text: String, converted: bool) -> Result<Self, Vec<Problem>> {
        let text = with_line_feeds(text.into()).into_owned();
        let reported = |diagnostics: Vec<Diagnostic>| {
            let own = diagnostics.into_iter();
            let known: Vec<Diagnostic> =
                if converted { own.map(Diagnostic::without_place).collect() } else { own.collect() };
            problems(&known, name)
        };
        let ParsedLexicon { lexicon, warnings } = read_toml(&text).map_err(reported)?;
        Ok(Self { lexicon, text, name: name.to_owned(), warnings: reported(warnings), ..Self::default() })
    }
}

/// Reads an entry of its fields.
///
/// # Errors
/// Why it is no entry; `None` where nothing is written yet.
pub(in crate::study) fn entry_of_fields(
    language: Option<Language>,
    fields: &[FieldChange],
) -> Result<Entry, Option<Problem>> {
    lexicon_of_fields(language, fields)?.entries.into_iter().next().ok_or(None)
}

/// Reads a lexicon of one entry of its fields, in one category.
///
/// # Errors
/// Why it is no entry; `None` where nothing is written yet.
pub(in crate::study) fn lexicon_of_fields(
    language: Option<Language>,
    fields: &[FieldChange],
) -> Result<Lexicon, Option<Problem>> {
    const FRAME: &str = "format = 1\nid = \"trial\"\nversion = \"1\"\n[[category]]\nid = \"trial\"\n";
    let edit = LexiconEdit::AddEntry { category: "trial".to_owned(), language, fields: fields.to_vec() };
    let text = apply_edits(FRAME, [&edit]).map_err(|error| match error {
        EditError::NoPattern => None,
        error => Some(Problem { place: SourceLocation::default(), ..error.problem("") }),
    })?;
    let reading = read_toml(&text).map_err(|diagnostics| {
        let error = diagnostics.iter().find(|diagnostic| !diagnostic.error.is_warning());
        error.map(|diagnostic| Problem { place: SourceLocation::default(), ..diagnostic.problem("") })
    })?;
    Ok(reading.lexicon)
}

fn problems(diagnostics: &[Diagnostic], name: &str) -> Vec<Problem> {
    diagnostics.iter().map(|diagnostic| diagnostic.problem(name)).collect()
}
