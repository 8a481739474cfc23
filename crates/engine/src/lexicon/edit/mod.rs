//! A lexicon file and what a reader does to it → the file with that done.
//!
//! The file is edited where the entry or category stands; comments, order and layout of everything
//! else stay as the author left them (`toml_edit` keeps them). The law: read again, the lexicon
//! differs from what it was in what was asked and in nothing else. A file that writes its
//! categories in an unusual way (in braces) is written again before it is edited.
//!
//! An edit is a value ([`LexiconEdit`]): it names what it is about by place and by the pattern
//! written there, so that it is refused when the file is no longer the one that was looked at. The
//! same edits of the same file give the same bytes.
//!
//! ```
//! use tarazy_engine::lexicon::{EntryPlace, LexiconEdit, apply_edits};
//! let file = "format = 1\nid = \"values\"\nversion = \"1\"\n[[category]]\nid = \"freedom\"\n\
//!     [category.kk]\nentries = [\"азат\"] # also a given name\n";
//! let entry = EntryPlace {
//!     category: "freedom".to_owned(),
//!     language: Some(tarazy_engine::language::Language::Kazakh),
//!     at: 0,
//!     written: "азат".to_owned(),
//! };
//! let edit = LexiconEdit::ExcludeForm { entry, form: "азатқа".to_owned() };
//! let edited = apply_edits(file, [&edit]).unwrap();
//! assert!(edited.ends_with("entries = [{ pattern = \"азат\", not = [\"=азатқа\"] }] # also a given name\n"));
//! ```

mod change;
mod error;
mod file;
mod list;
#[cfg(test)]
mod tests;

pub use change::{EntryKey, EntryPlace, FieldChange, LexiconEdit};
pub use error::EditError;

use self::file::File;
use super::{error::Diagnostic, file::write_toml::write_toml, pattern::Pattern, toml::read_toml};

/// A lexicon's file that is open for edits: parsed once, however many edits follow.
#[derive(Debug, Clone)]
pub struct OpenLexicon {
    file: File,
    has_mark: bool,
    has_crlf: bool,
}

impl OpenLexicon {
    /// Opens a file. Cost: linear.
    ///
    /// # Errors
    /// [`EditError::Unreadable`] where it is not TOML, with the place.
    pub fn parse(source: &str) -> Result<Self, EditError> {
        let text = source.strip_prefix(BYTE_ORDER_MARK).unwrap_or(source);
        let file = File::parse(&text.replace("\r\n", "\n"))?;
        Ok(Self { file, has_mark: source.starts_with(BYTE_ORDER_MARK), has_crlf: text.contains("\r\n") })
    }

    /// Does edits one after the other. An error consumes the file, since some of them may have been
    /// done.
    ///
    /// # Errors
    /// The first edit that cannot be done. What is written is not read again here: a pattern that
    /// is none is found by [`read_toml`].
    pub fn apply<'edit>(mut self, edits: impl IntoIterator<Item = &'edit LexiconEdit>) -> Result<Self, EditError> {
        for edit in edits {
            self.file.apply(edit)?;
        }
        Ok(self)
    }

    /// Returns the file as it is now, with the byte order mark and line ends that it came with.
    pub fn text(&self) -> String {
        let text = self.file.text();
        let text = if self.has_crlf { text.replace('\n', "\r\n") } else { text };
        if self.has_mark { format!("{BYTE_ORDER_MARK}{text}") } else { text }
    }
}

const BYTE_ORDER_MARK: char = '\u{FEFF}';

/// Does edits one after the other and returns the file as it is then.
///
/// Cost: linear in the file, once for all edits.
///
/// # Errors
/// The first edit that cannot be done; nothing is ever half done. What is written is not read again
/// here: a pattern that is none is found by [`read_toml`].
pub fn apply_edits<'edit>(
    source: &str,
    edits: impl IntoIterator<Item = &'edit LexiconEdit> + Clone,
) -> Result<String, EditError> {
    let open = OpenLexicon::parse(source)?;
    match open.clone().apply(edits.clone()) {
        Err(EditError::Layout) => {
            let lexicon = read_toml(source).map_err(unreadable)?.lexicon;
            let file = File::parse(&write_toml(&lexicon))?;
            Ok(OpenLexicon { file, ..open }.apply(edits)?.text())
        }
        edited => Ok(edited?.text()),
    }
}

/// Why a file cannot be edited that has these errors.
fn unreadable(diagnostics: Vec<Diagnostic>) -> EditError {
    let error = diagnostics.into_iter().find(|diagnostic| !diagnostic.error.is_warning());
    EditError::Unreadable(Box::new(error.expect("a lexicon that is not read has an error")))
}

/// The pattern that names a form: every word as it is.
fn exclusion(form: &str) -> Result<Pattern, EditError> {
    let words: Vec<String> = form.split_whitespace().map(|word| format!("={word}")).collect();
    Pattern::parse(&words.join(" ")).map_err(|_| EditError::Form)
}
