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
//!
//! [`Lexicon`]: super::Lexicon
//! [`LexiconFormat::of`]: super::LexiconFormat::of
//! [`Loss`]: super::Loss
//! [`write_toml`]: super::write_toml

mod cat;
mod column;
mod comment;
mod conversion;
mod csv;
mod dic;
mod dicx;
mod draft;
mod glob_term;
mod khcoder;
mod layout;
mod lc3;
mod recognise;
mod table;
mod term;
#[cfg(test)]
mod testing;
mod tree;
mod writing;
mod xlsx;
mod yaml;
mod ykd;

pub use conversion::{Drafted, Export, export, import, import_as, read_draft};
pub use draft::{Draft, DraftCategory, DraftTerm};

/// A line for a message, which need not hold all of it.
fn shortened(line: &str) -> String {
    line.trim().chars().take(60).collect()
}
