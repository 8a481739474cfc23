//! A lexicon file and what a reader does to it → the file with that done.
//!
//! The file is edited where the entry or category stands; comments, order and layout of everything else stay as the author left
//! them (`toml_edit` keeps them). The law: read again, the lexicon differs from what it was in what was asked and in nothing else. A
//! file that writes its categories in an unusual way (in braces) is written anew before it is edited.
//!
//! An edit is a value ([`LexiconEdit`]): it names what it is about by place and by the pattern written there, so that it is
//! refused when the file is no longer the one that was looked at. The same edits of the same file give the same bytes.
//!
//! ```
//! use tarazy::lexicon::{EntryPlace, LexiconEdit, apply_edits};
//! let file = "format = 1\nid = \"values\"\nversion = \"1\"\n[[category]]\nid = \"freedom\"\n\
//!     [category.kk]\nentries = [\"азат\"] # also a given name\n";
//! let entry = EntryPlace {
//!     category: "freedom".to_owned(),
//!     language: Some(tarazy::language::Language::Kazakh),
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
use super::{Pattern, read_toml, write_toml};

/// Does edits one after the other and returns the file as it is then.
///
/// Cost: linear in the file, once for all edits.
///
/// # Errors
/// The first edit that cannot be done; nothing is ever half done. What is written is not read again here: a pattern that is none
/// is found by [`read_toml`].
pub fn apply_edits<'edit>(
    source: &str,
    edits: impl IntoIterator<Item = &'edit LexiconEdit> + Clone,
) -> Result<String, EditError> {
    let (mark, text) = match source.strip_prefix('\u{FEFF}') {
        Some(text) => ("\u{FEFF}", text),
        None => ("", source),
    };
    let has_crlf = text.contains("\r\n");
    let plain = text.replace("\r\n", "\n");
    let edited = match apply(&plain, edits.clone()) {
        Err(EditError::Layout) => {
            let lexicon = read_toml(&plain).map_err(|_| EditError::NoEntry)?.lexicon;
            apply(&write_toml(&lexicon), edits)?
        }
        other => other?,
    };
    let edited = if has_crlf { edited.replace('\n', "\r\n") } else { edited };
    Ok(format!("{mark}{edited}"))
}

fn apply<'edit>(text: &str, edits: impl IntoIterator<Item = &'edit LexiconEdit>) -> Result<String, EditError> {
    let mut file = File::parse(text)?;
    for edit in edits {
        file.apply(edit)?;
    }
    Ok(file.into_text())
}

/// The pattern that names a form: every word as it is.
fn exclusion(form: &str) -> Result<Pattern, EditError> {
    let words: Vec<String> = form.split_whitespace().map(|word| format!("={word}")).collect();
    Pattern::parse(&words.join(" ")).map_err(|_| EditError::Form)
}
