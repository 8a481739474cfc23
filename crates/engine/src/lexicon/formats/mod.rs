//! Dictionaries of other tools ⇄ lexicons.
//!
//! Every reader makes a [`Draft`], the least common shape of all those formats: a tree of named
//! categories with terms. What a line says beyond that, or what cannot be read, goes into the loss
//! report, a list of [`Loss`]es with line numbers. The draft becomes a [`Lexicon`] of ours
//! ([`Draft::into_lexicon`]) and that a file in format 1 ([`write_toml`]), which is all that the
//! rest of the program knows: an imported lexicon is counted, edited and cited as any other.
//!
//! The format is recognised by content, never by the file's name ([`LexiconFormat::of`]).
//!
//! ```
//! use tarazy_engine::lexicon::{PatternSyntax, import};
//!
//! let file = b"%\r\n1\tfreedom\r\n2\tjustice\r\n%\r\nliberty\t1\r\nrule of law\t1\t2\r\n";
//! let import = import("values.dic", file, PatternSyntax::Glob).unwrap();
//! assert_eq!(import.lexicon.entries.len(), 3);
//! assert!(import.losses.is_empty());
//! ```

mod cat;
mod column;
mod comment;
mod csv;
mod decode;
mod dic;
mod dicx;
mod draft;
mod khcoder;
mod kind;
mod layout;
mod lc3;
mod loss;
mod reading;
mod recognise;
mod shape;
mod syntax;
mod table;
mod term;
#[cfg(test)]
mod testing;
mod tree;
mod write_toml;
mod writing;
mod xlsx;
mod yaml;
mod ykd;

pub(super) use draft::id_of;
pub use draft::{Draft, DraftCategory, DraftTerm};
pub use loss::{Effect, Loss, LossReason};
pub use reading::LexiconReading;
pub use recognise::LexiconFormat;
pub use shape::TableShape;
pub use syntax::PatternSyntax;
pub use write_toml::write_toml;

use super::{
    error::{Diagnostic, LexiconError},
    line_end::with_line_feeds,
    model::Lexicon,
    toml::{ParsedLexicon, read_toml},
};
use kind::Kind;
use table::TableFile;

/// A lexicon that was read from another tool's file.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// What was read.
    pub lexicon: Lexicon,
    /// The same as a file in format 1.
    pub toml: String,
    /// As what it was read.
    pub format: LexiconFormat,
    /// In which shape a table held it.
    pub shape: Option<TableShape>,
    /// Every line that was dropped, altered or guessed, by line.
    pub losses: Vec<Loss>,
    /// What is doubtful about the lexicon; without lines where the file is in another format than 1,
    /// since entries do not keep theirs.
    pub warnings: Vec<Diagnostic>,
}

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
        let losses = doubt.iter().map(|reason| Loss::guessed(0, reason.clone())).collect();
        let ParsedLexicon { lexicon, warnings } = read_toml(text)?;
        return Ok(Import { lexicon, toml: text.clone(), format, shape: None, losses, warnings });
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

/// A line for a message, which need not hold all of it.
fn shortened(line: &str) -> String {
    line.trim().chars().take(60).collect()
}
