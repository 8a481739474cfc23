//! Dictionaries of other tools ⇄ lexicons.
//!
//! Every reader makes a [`Draft`], the least common shape of all those formats: a tree of named categories with terms. What
//! a line says beyond that, or what cannot be read, goes into the loss report, a list of [`Loss`]es with line numbers. The draft becomes a
//! [`Lexicon`] of ours ([`Draft::into_lexicon`]) and that a file in format 1 ([`write_toml`]), which is all that the rest of the
//! program knows: an imported lexicon is counted, edited and cited as any other.
//!
//! The format is recognised by content, never by the file's name ([`LexiconFormat::of`]).
//!
//! ```
//! use tarazy::lexicon::{PatternSyntax, import};
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
mod lc3;
mod loss;
mod recognise;
mod syntax;
mod table;
mod term;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod told;
mod tree;
mod write_toml;
mod writing;
mod yaml;
mod ykd;

pub(super) use draft::id_of;
pub use draft::{Draft, DraftCategory, DraftTerm};
pub use loss::{Effect, Loss, LossReason};
pub use recognise::LexiconFormat;
pub use syntax::PatternSyntax;
pub use table::TableShape;
pub use write_toml::write_toml;

use super::{Diagnostic, Lexicon, LexiconError, read_toml};

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
        LexiconFormat::Toml => import.toml.clone(),
        LexiconFormat::Dic => dic::write(&import.lexicon, &mut losses),
        LexiconFormat::Lc3 => lc3::write(&import.lexicon, &mut losses),
        LexiconFormat::Ykd => ykd::write(&import.lexicon, ykd::Reader::Yoshikoder, &mut losses),
        LexiconFormat::Lcd => ykd::write(&import.lexicon, ykd::Reader::Lexicoder, &mut losses),
        LexiconFormat::Cat => cat::write(&import.lexicon, &mut losses),
        LexiconFormat::Dicx => dicx::write(&import.lexicon, &mut losses),
        LexiconFormat::Csv => csv::write(&import.lexicon, &mut losses),
        LexiconFormat::Yaml => yaml::write(&import.lexicon, &mut losses),
    };
    if matches!(
        format,
        LexiconFormat::Dic | LexiconFormat::Lc3 | LexiconFormat::Ykd | LexiconFormat::Lcd | LexiconFormat::Cat
    ) {
        writing::tell_exclusions(&import.lexicon, &writing::names(&import.lexicon), &mut losses);
    }
    Export { bytes: text.into_bytes(), losses }
}

/// Reads a lexicon in any of the known formats; `name` is the file's, for its id and source.
///
/// A file in format 1 is read as it is, with `syntax` left aside. Cost: linear in the file.
///
/// # Errors
/// What is wrong with a file that cannot be read at all; a line that cannot be read is a loss and no error.
pub fn import(name: &str, bytes: &[u8], syntax: PatternSyntax) -> Result<Import, Vec<Diagnostic>> {
    let whole = |error| vec![Diagnostic { error, line: 0, column: 0 }];
    let (text, doubt) = decode::decode(bytes).map_err(whole)?;
    let mut losses: Vec<Loss> = doubt.into_iter().map(|reason| Loss::guessed(0, reason)).collect();
    let format = LexiconFormat::of(&text);
    let mut shape = None;
    let draft = match format {
        LexiconFormat::Toml => {
            let reading = read_toml(&text)?;
            return Ok(Import { lexicon: reading.lexicon, toml: text, format, shape, losses });
        }
        LexiconFormat::Dic => dic::read(&text, &mut losses),
        LexiconFormat::Lc3 => lc3::read(&text, &mut losses),
        LexiconFormat::Ykd | LexiconFormat::Lcd => ykd::read(&text, &mut losses),
        LexiconFormat::Cat => cat::read(&text, syntax, &mut losses),
        LexiconFormat::Dicx | LexiconFormat::Csv => {
            let table = table::Table::read(&text).ok_or_else(|| whole(LexiconError::NoCategory))?;
            shape = Some(table.layout.shape);
            if table.layout.is_guessed {
                losses.push(Loss::guessed(1, LossReason::Shape { shape: table.layout.shape }));
            }
            if format == LexiconFormat::Dicx { dicx::read(&table, &mut losses) } else { csv::read(&table, &mut losses) }
        }
        LexiconFormat::Yaml => yaml::read(&text, &mut losses).map_err(|diagnostic| vec![diagnostic])?,
    };
    let sha256 = crate::text::sha256(bytes);
    let drafted = draft.into_lexicon(name, &sha256, syntax, &mut losses);
    let toml = write_toml(&drafted);
    let lexicon = read_toml(&toml)?.lexicon;
    losses.sort_by_key(|loss| loss.line);
    if lexicon.categories.is_empty() {
        return Err(whole(LexiconError::NoCategory));
    }
    Ok(Import { lexicon, toml, format, shape, losses })
}

/// A line for a message, which need not hold all of it.
fn shortened(line: &str) -> String {
    line.trim().chars().take(60).collect()
}
