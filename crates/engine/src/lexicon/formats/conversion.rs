//! A file in any format → a lexicon, and back.

use super::{cat, csv, dic, dicx, draft::Draft, khcoder, lc3, table::TableFile, writing, xlsx, yaml, ykd};
use crate::lexicon::{
    error::{Diagnostic, LexiconError},
    file::{
        Import, decode,
        format::LexiconFormat,
        kind::{self, Kind},
        loss::{Loss, LossReason},
        own,
        reading::LexiconReading,
        shape::TableShape,
        write_toml::write_toml,
    },
    line_end::with_line_feeds,
    toml::{ParsedLexicon, read_toml},
};

/// A lexicon in another tool's format.
#[derive(Debug, Clone, PartialEq)]
pub struct Export {
    /// The file.
    pub bytes: Vec<u8>,
    /// What the format cannot hold, by the entry's line in the lexicon.
    pub losses: Vec<Loss>,
}

/// Writes a lexicon in a format.
pub fn export(import: &Import, format: LexiconFormat) -> Export {
    let mut losses = Vec::new();
    let text = match format {
        LexiconFormat::Xlsx => {
            let bytes = xlsx::write(&import.lexicon, &mut losses);
            return Export { bytes, losses };
        }
        LexiconFormat::Toml => import.toml.clone(),
        LexiconFormat::Dic => dic::write(&import.lexicon, &mut losses),
        LexiconFormat::Lc3 => lc3::write(&import.lexicon, &mut losses),
        LexiconFormat::Ykd => ykd::write(&import.lexicon, ykd::Program::Yoshikoder, &mut losses),
        LexiconFormat::Lcd => ykd::write(&import.lexicon, ykd::Program::Lexicoder, &mut losses),
        LexiconFormat::Cat => cat::write(&import.lexicon, &mut losses),
        LexiconFormat::Dicx => dicx::write(&import.lexicon, &mut losses),
        LexiconFormat::Csv => csv::write(&import.lexicon, &mut losses),
        LexiconFormat::Yaml => yaml::write(&import.lexicon, &mut losses),
        LexiconFormat::KhCoder => khcoder::write(&import.lexicon, &mut losses),
    };
    if matches!(
        format,
        LexiconFormat::Dic
            | LexiconFormat::Lc3
            | LexiconFormat::Ykd
            | LexiconFormat::Lcd
            | LexiconFormat::Cat
            | LexiconFormat::KhCoder
    ) {
        writing::report_exclusions(&import.lexicon, &writing::names(&import.lexicon), &mut losses);
    }
    Export { bytes: text.into_bytes(), losses }
}

/// Reads a lexicon in any of the known formats; `name` is the file's, for its id and source.
///
/// A file in format 1 is read as it is, whatever the `reading` says of terms. Cost: linear in the
/// file.
///
/// # Errors
/// What is wrong with a file that cannot be read at all; a line that cannot be read is a loss and
/// no error.
pub fn import(name: &str, bytes: &[u8], reading: impl Into<LexiconReading>) -> Result<Import, Vec<Diagnostic>> {
    let reading = reading.into();
    let content = Content::of(bytes, reading.shape)?;
    let format = content.format(reading.shape);
    into_import(name, bytes, reading, format, content)
}

/// Reads a lexicon in the format that somebody says it has, whatever it looks like; otherwise as
/// [`import`].
///
/// ```
/// use tarazy_engine::lexicon::{LexiconFormat, LexiconReading, import_as};
///
/// let (file, reading) = ("сөз бостандығы".as_bytes(), LexiconReading::default());
/// assert!(import_as(LexiconFormat::Toml, "own.txt", file, reading).is_err());
/// let import = import_as(LexiconFormat::Csv, "own.txt", file, reading).unwrap();
/// assert_eq!(import.lexicon.entries.len(), 1);
/// ```
///
/// # Errors
/// As [`import`].
pub fn import_as(
    format: LexiconFormat,
    name: &str,
    bytes: &[u8],
    reading: impl Into<LexiconReading>,
) -> Result<Import, Vec<Diagnostic>> {
    let reading = reading.into();
    into_import(name, bytes, reading, format, Content::of(bytes, reading.shape)?)
}

/// Reads a file as far as its reader goes: names, terms and losses, before ids are made and
/// patterns are read. `None` for format 1, which needs no draft. Cost: linear in the file.
///
/// # Errors
/// As [`import`].
pub fn read_draft(
    format: LexiconFormat,
    bytes: &[u8],
    reading: impl Into<LexiconReading>,
) -> Result<Option<Drafted>, Vec<Diagnostic>> {
    let reading = reading.into();
    Content::of(bytes, reading.shape)?.into_draft(format, reading)
}

/// What a reader made of a file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drafted {
    /// Names and terms.
    pub draft: Draft,
    /// In which shape a table held it.
    pub shape: Option<TableShape>,
    /// Every line that was dropped, altered or guessed.
    pub losses: Vec<Loss>,
}

/// A file as it is before any format is looked for.
enum Content {
    /// A text; lines end in LF, or in CRLF where they did.
    Text {
        text: String,
        doubt: Option<LossReason>,
    },
    Workbook(xlsx::LexiconSheet),
}

impl Content {
    fn of(bytes: &[u8], shape: Option<TableShape>) -> Result<Self, Vec<Diagnostic>> {
        match kind::of(bytes) {
            Some(Kind::Workbook) => xlsx::read(bytes, shape).map(Self::Workbook).map_err(whole),
            Some(Kind::Other(kind)) => Err(whole(LexiconError::OtherFile { kind })),
            None => {
                let (text, doubt) = decode::decode(bytes).map_err(whole)?;
                let text = with_line_feeds(text.into()).into_owned();
                Ok(Self::Text { text, doubt })
            }
        }
    }

    fn format(&self, shape: Option<TableShape>) -> LexiconFormat {
        match self {
            Self::Text { .. } if shape.is_some() => LexiconFormat::Csv,
            Self::Text { text, .. } => LexiconFormat::of(text),
            Self::Workbook(_) => LexiconFormat::Xlsx,
        }
    }

    /// Reads what is there; a workbook is one whatever `format` says.
    fn into_draft(self, format: LexiconFormat, reading: LexiconReading) -> Result<Option<Drafted>, Vec<Diagnostic>> {
        let LexiconReading { syntax, shape } = reading;
        let (text, doubt) = match self {
            Self::Workbook(xlsx::LexiconSheet { table, mut losses }) => {
                let shape = Some(table.layout.shape);
                let draft = read_table(table, &mut losses);
                return Ok(Some(Drafted { draft, shape, losses }));
            }
            Self::Text { text, doubt } => (text, doubt),
        };
        let mut losses: Vec<Loss> = doubt.into_iter().map(|reason| Loss::guessed(0, reason)).collect();
        let mut found = None;
        let draft = match format {
            LexiconFormat::Toml => return Ok(None),
            LexiconFormat::Dic => dic::read(&text, &mut losses),
            LexiconFormat::Lc3 => lc3::read(&text, &mut losses),
            LexiconFormat::Ykd | LexiconFormat::Lcd => ykd::read(&text, &mut losses),
            LexiconFormat::Cat => cat::read(&text, syntax, &mut losses),
            LexiconFormat::Dicx | LexiconFormat::Csv => {
                let table = TableFile::read(&text, shape).map_err(whole)?;
                found = Some(table.layout.shape);
                read_table(table, &mut losses)
            }
            LexiconFormat::Yaml => match yaml::records(&text) {
                Some(rows) => {
                    let table = TableFile::of_rows(rows, shape).map_err(whole)?;
                    found = Some(table.layout.shape);
                    read_table(table, &mut losses)
                }
                None => yaml::read(&text, &mut losses).map_err(|diagnostic| vec![diagnostic])?,
            },
            LexiconFormat::KhCoder => khcoder::read(&text, &mut losses)?,
            // A text that is said to be a workbook.
            LexiconFormat::Xlsx => return Err(whole(LexiconError::Workbook { what: "archive" })),
        };
        Ok(Some(Drafted { draft, shape: found, losses }))
    }
}

fn read_table(mut table: TableFile, losses: &mut Vec<Loss>) -> Draft {
    losses.append(&mut table.losses);
    match table.layout.shape {
        TableShape::Matrix => dicx::read(&table, losses),
        _ => csv::read(&table, losses),
    }
}

fn into_import(
    name: &str,
    bytes: &[u8],
    reading: LexiconReading,
    format: LexiconFormat,
    content: Content,
) -> Result<Import, Vec<Diagnostic>> {
    if let (LexiconFormat::Toml, Content::Text { text, doubt }) = (format, &content) {
        return own::import_text(text, doubt.as_ref());
    }
    let drafted = content.into_draft(format, reading)?.expect("only format 1 needs no draft, and it was read above");
    let Drafted { draft, shape, mut losses } = drafted;
    let drafted = draft.into_lexicon(name, &crate::digest::sha256(bytes), reading.syntax, &mut losses);
    let toml = write_toml(&drafted);
    // Its expressions are compiled again when the file is read.
    drop(drafted);
    let ParsedLexicon { lexicon, warnings } = read_toml(&toml).map_err(of_converted)?;
    losses.sort_by_key(|loss| loss.line);
    if lexicon.categories.is_empty() {
        return Err(whole(LexiconError::NoCategory));
    }
    Ok(Import { lexicon, toml, format, shape, losses, warnings: of_converted(warnings) })
}

/// Returns what is said of a converted file, which nobody has seen.
fn of_converted(diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    diagnostics.into_iter().map(Diagnostic::without_place).collect()
}

/// An error about the whole file.
fn whole(error: LexiconError) -> Vec<Diagnostic> {
    vec![Diagnostic { error, line: 0, column: 0 }]
}
