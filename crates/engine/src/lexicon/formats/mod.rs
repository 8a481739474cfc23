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
mod csv;
mod decode;
mod dic;
mod dicx;
mod draft;
mod khcoder;
mod kind;
mod lc3;
mod loss;
mod recognise;
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
pub use recognise::LexiconFormat;
pub use syntax::PatternSyntax;
pub use table::TableShape;
pub use write_toml::write_toml;

use super::{
    error::{Diagnostic, LexiconError},
    model::Lexicon,
    toml::read_toml,
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
/// A file in format 1 is read as it is, with `syntax` left aside. Cost: linear in the file.
///
/// # Errors
/// What is wrong with a file that cannot be read at all; a line that cannot be read is a loss and
/// no error.
pub fn import(name: &str, bytes: &[u8], syntax: PatternSyntax) -> Result<Import, Vec<Diagnostic>> {
    let content = Content::of(bytes)?;
    let format = content.format();
    into_import(name, bytes, syntax, format, content)
}

/// Reads a lexicon in the format that somebody says it has, whatever it looks like; otherwise as
/// [`import`].
///
/// ```
/// use tarazy_engine::lexicon::{LexiconFormat, PatternSyntax, import_as};
///
/// // One column of terms, which by itself looks like no table.
/// let file = "сөз\nсөз бостандығы\nцензура\n";
/// let import = import_as(LexiconFormat::Csv, "own.csv", file.as_bytes(), PatternSyntax::Glob).unwrap();
/// assert_eq!((import.lexicon.categories.len(), import.lexicon.entries.len()), (1, 2));
/// ```
///
/// # Errors
/// As [`import`].
pub fn import_as(
    format: LexiconFormat,
    name: &str,
    bytes: &[u8],
    syntax: PatternSyntax,
) -> Result<Import, Vec<Diagnostic>> {
    into_import(name, bytes, syntax, format, Content::of(bytes)?)
}

/// Reads a file as far as its reader goes: names, terms and losses, before ids are made and
/// patterns are read. `None` for format 1, which needs no draft. Cost: linear in the file.
///
/// # Errors
/// As [`import`].
pub fn read_draft(
    format: LexiconFormat,
    bytes: &[u8],
    syntax: PatternSyntax,
) -> Result<Option<Drafted>, Vec<Diagnostic>> {
    Content::of(bytes)?.into_draft(format, syntax)
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
    Text { text: String, doubt: Option<LossReason> },
    Workbook(xlsx::LexiconSheet),
}

impl Content {
    fn of(bytes: &[u8]) -> Result<Self, Vec<Diagnostic>> {
        match kind::of(bytes) {
            Some(Kind::Workbook) => xlsx::read(bytes).map(Self::Workbook).map_err(whole),
            Some(Kind::Other(kind)) => Err(whole(LexiconError::OtherFile { kind })),
            None => {
                let (text, doubt) = decode::decode(bytes).map_err(whole)?;
                Ok(Self::Text { text, doubt })
            }
        }
    }

    fn format(&self) -> LexiconFormat {
        match self {
            Self::Text { text, .. } => LexiconFormat::of(text),
            Self::Workbook(_) => LexiconFormat::Xlsx,
        }
    }

    /// Reads what is there; a workbook is one whatever `format` says.
    fn into_draft(self, format: LexiconFormat, syntax: PatternSyntax) -> Result<Option<Drafted>, Vec<Diagnostic>> {
        let (text, doubt) = match self {
            Self::Workbook(xlsx::LexiconSheet { table, mut losses }) => {
                let draft = read_table(&table, &mut losses);
                return Ok(Some(Drafted { draft, shape: Some(table.layout.shape), losses }));
            }
            Self::Text { text, doubt } => (text, doubt),
        };
        let mut losses: Vec<Loss> = doubt.into_iter().map(|reason| Loss::guessed(0, reason)).collect();
        let mut shape = None;
        let draft = match format {
            LexiconFormat::Toml => return Ok(None),
            LexiconFormat::Dic => dic::read(&text, &mut losses),
            LexiconFormat::Lc3 => lc3::read(&text, &mut losses),
            LexiconFormat::Ykd | LexiconFormat::Lcd => ykd::read(&text, &mut losses),
            LexiconFormat::Cat => cat::read(&text, syntax, &mut losses),
            LexiconFormat::Dicx | LexiconFormat::Csv => {
                let table = TableFile::read(&text).ok_or_else(|| whole(LexiconError::NoCategory))?;
                shape = Some(table.layout.shape);
                read_table(&table, &mut losses)
            }
            LexiconFormat::Yaml => yaml::read(&text, &mut losses).map_err(|diagnostic| vec![diagnostic])?,
            LexiconFormat::KhCoder => khcoder::read(&text, &mut losses)?,
            // A text that is said to be a workbook.
            LexiconFormat::Xlsx => return Err(whole(LexiconError::Workbook { what: "archive" })),
        };
        Ok(Some(Drafted { draft, shape, losses }))
    }
}

fn read_table(table: &TableFile, losses: &mut Vec<Loss>) -> Draft {
    let shape = table.layout.shape;
    if table.layout.is_guessed {
        losses.push(Loss::guessed(1, LossReason::Shape { shape }));
    }
    if shape == TableShape::Matrix { dicx::read(table, losses) } else { csv::read(table, losses) }
}

fn into_import(
    name: &str,
    bytes: &[u8],
    syntax: PatternSyntax,
    format: LexiconFormat,
    content: Content,
) -> Result<Import, Vec<Diagnostic>> {
    if let (LexiconFormat::Toml, Content::Text { text, doubt }) = (format, &content) {
        let losses = doubt.iter().map(|reason| Loss::guessed(0, reason.clone())).collect();
        let lexicon = read_toml(text)?.lexicon;
        return Ok(Import { lexicon, toml: text.clone(), format, shape: None, losses });
    }
    let drafted = content.into_draft(format, syntax)?.expect("only format 1 needs no draft, and it was read above");
    let Drafted { draft, shape, mut losses } = drafted;
    let drafted = draft.into_lexicon(name, &crate::digest::sha256(bytes), syntax, &mut losses);
    let toml = write_toml(&drafted);
    // Its expressions are compiled again when the file is read.
    drop(drafted);
    let lexicon = read_toml(&toml)?.lexicon;
    losses.sort_by_key(|loss| loss.line);
    if lexicon.categories.is_empty() {
        return Err(whole(LexiconError::NoCategory));
    }
    Ok(Import { lexicon, toml, format, shape, losses })
}

/// An error about the whole file.
fn whole(error: LexiconError) -> Vec<Diagnostic> {
    vec![Diagnostic { error, line: 0, column: 0 }]
}

/// A line for a message, which need not hold all of it.
fn shortened(line: &str) -> String {
    line.trim().chars().take(60).collect()
}
