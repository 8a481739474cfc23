//! A lexicon file and something that a reader decides while looking at matches → the file with that one edit.
//!
//! The file is edited where the entry stands; comments, order and layout stay as the author left them. The law: read again, the
//! lexicon differs from what it was in that one thing, and every other entry is as it was. Not by a library that writes TOML
//! anew: one entry is touched, and its place is known.
//!
//! ```
//! use tarazy::lexicon::{EntryId, exclude_form};
//! let file = "format = 1\nid = \"values\"\nversion = \"1\"\n[[category]]\nid = \"freedom\"\n\
//!     kk.entries = [\"азат\"] # also a given name\n";
//! let edited = exclude_form(file, EntryId(0), "азат", "азатқа").unwrap();
//! assert!(edited.ends_with("kk.entries = [{ pattern = \"азат\", not = [\"=азатқа\"] }] # also a given name\n"));
//! ```

use thiserror::Error;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{EntryId, Pattern, formats::quoted, read_toml};

/// Why a lexicon could not be edited; it is as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum EditError {
    /// The file cannot be read, or it has no such entry.
    #[error("the lexicon has no such entry")]
    NoEntry,
    /// The form is empty or cannot be written as a pattern.
    #[error("the form cannot be written in a lexicon")]
    Form,
    /// The entry does not match the form any more: it is excluded already.
    #[error("the entry excludes this form already")]
    Already,
    /// The entry is written in a way that this edit does not know.
    #[error("the entry is written in an unusual way")]
    Layout,
}

impl EditError {
    /// Returns the stable code, which is also the key of the message.
    pub fn code(self) -> &'static str {
        match self {
            Self::NoEntry => "edit-no-entry",
            Self::Form => "edit-form",
            Self::Already => "edit-already",
            Self::Layout => "edit-layout",
        }
    }
}

/// Returns the file with `not = ["=form"]` at an entry, so that the entry does not match that form. Of a phrase, `form` is its
/// words with a space between them. The entry is known by its place and by its pattern as written, so that an entry of
/// another lexicon is not taken for it.
///
/// An entry that is a text becomes an inline table; one that is a table gains the key, or the pattern in it. Cost: the file is
/// read three times.
///
/// # Errors
/// Every [`EditError`]; nothing is ever half done.
pub fn exclude_form(source: &str, entry: EntryId, written: &str, form: &str) -> Result<String, EditError> {
    let pattern = exclusion(form)?;
    let (mark, text) = match source.strip_prefix('\u{FEFF}') {
        Some(text) => ("\u{FEFF}", text),
        None => ("", source),
    };
    let mut wanted = read_toml(text).map_err(|_| EditError::NoEntry)?.lexicon;
    let own = wanted.entries.get_mut(entry.0 as usize).filter(|own| own.pattern.text == written);
    let own = own.ok_or(EditError::NoEntry)?;
    if own.conditions.not.contains(&pattern) {
        return Err(EditError::Already);
    }
    let start = own.span.start as usize;
    own.conditions.not.push(pattern.clone());
    let root = DeTable::parse(text).map_err(|_| EditError::NoEntry)?;
    let value = root.get_ref().values().find_map(|value| value_at(value, start)).ok_or(EditError::Layout)?;
    let edited = insert(text, value, &quoted(&pattern.text)).ok_or(EditError::Layout)?;
    let is_as_wanted =
        read_toml(&edited).is_ok_and(|reading| reading.lexicon.without_places() == wanted.without_places());
    if is_as_wanted { Ok(format!("{mark}{edited}")) } else { Err(EditError::Layout) }
}

/// The pattern that names a form: every word as it is.
fn exclusion(form: &str) -> Result<Pattern, EditError> {
    let words: Vec<String> = form.split_whitespace().map(|word| format!("={word}")).collect();
    Pattern::parse(&words.join(" ")).map_err(|_| EditError::Form)
}

/// Finds the value that begins at a byte of the file.
fn value_at<'value, 'file>(
    value: &'value Spanned<DeValue<'file>>,
    start: usize,
) -> Option<&'value Spanned<DeValue<'file>>> {
    match value.get_ref() {
        DeValue::String(_) if value.span().start == start => Some(value),
        // A table of many headings begins with the first of them, so every list and table is looked into.
        DeValue::Table(table) if value.span().start == start && table.contains_key("pattern") => Some(value),
        DeValue::Table(table) => table.values().find_map(|inner| value_at(inner, start)),
        DeValue::Array(list) => list.iter().find_map(|inner| value_at(inner, start)),
        _ => None,
    }
}

/// Writes a pattern into the `not` of an entry's value.
fn insert(text: &str, value: &Spanned<DeValue<'_>>, pattern: &str) -> Option<String> {
    let DeValue::Table(table) = value.get_ref() else {
        let (before, after) = (text.get(..value.span().start)?, text.get(value.span().end..)?);
        let written = text.get(value.span())?;
        return Some(format!("{before}{{ pattern = {written}, not = [{pattern}] }}{after}"));
    };
    let (at, inserted) = if let Some(not) = table.get("not") {
        match not.get_ref().as_array()?.last() {
            Some(last) => (last.span().end, format!(", {pattern}")),
            None => (not.span().start + 1, pattern.to_owned()),
        }
    } else {
        let is_inline = text.get(value.span())?.starts_with('{');
        let separator = if is_inline { ", " } else { "\n" };
        (table.get("pattern")?.span().end, format!("{separator}not = [{pattern}]"))
    };
    Some(format!("{}{inserted}{}", text.get(..at)?, text.get(at..)?))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::lexicon::builtin_source;

    /// A file with one category whose Kazakh part is `body`.
    fn file(body: &str) -> String {
        format!("format = 1\nid = \"test\"\nversion = \"1\"\n\n[[category]]\nid = \"freedom\"\n[category.kk]\n{body}")
    }

    #[test]
    fn the_entry_is_edited_where_it_stands() {
        let header = "[[category.kk.entries]]\n";
        for (before, after) in [
            ("entries = [\"азат\"]", "entries = [{ pattern = \"азат\", not = [\"=азатқа\"] }]"),
            (
                "entries = ['азат', # атау\n \"ел\",]",
                "entries = [{ pattern = 'азат', not = [\"=азатқа\"] }, # атау\n \"ел\",]",
            ),
            (
                "entries = [{ pattern = \"азат\", note = \"атау\" }]",
                "entries = [{ pattern = \"азат\", not = [\"=азатқа\"], note = \"атау\" }]",
            ),
            (
                "entries = [{ not = [\"=азат\"], pattern = \"азат\" }]",
                "entries = [{ not = [\"=азат\", \"=азатқа\"], pattern = \"азат\" }]",
            ),
            (
                "entries = [{ pattern = \"азат\", not = [ ] }]",
                "entries = [{ pattern = \"азат\", not = [\"=азатқа\" ] }]",
            ),
            (
                "entries = [{ pattern = \"азат\", not = [\n \"=азат\", # атау\n] }]",
                "entries = [{ pattern = \"азат\", not = [\n \"=азат\", \"=азатқа\", # атау\n] }]",
            ),
            (
                &format!("{header}pattern = \"азат\" # атау\n{header}pattern = \"ел\"\n"),
                &format!("{header}pattern = \"азат\"\nnot = [\"=азатқа\"] # атау\n{header}pattern = \"ел\"\n"),
            ),
        ] {
            assert_eq!(exclude_form(&file(before), EntryId(0), "азат", "азатқа"), Ok(file(after)), "{before}");
        }
    }

    #[test]
    fn of_entries_with_headings_the_right_one_is_edited() {
        let header = "[[category.kk.entries]]\n";
        let before = file(&format!("{header}pattern = \"азат\"\n{header}pattern = \"ел\"\n"));
        let after = file(&format!("{header}pattern = \"азат\"\n{header}pattern = \"ел\"\nnot = [\"=елу\"]\n"));
        assert_eq!(exclude_form(&before, EntryId(1), "ел", "елу"), Ok(after));
    }

    #[test]
    fn a_phrase_is_excluded_word_by_word() {
        let edited =
            exclude_form(&file("entries = [\"сөз бостандығы\"]"), EntryId(0), "сөз бостандығы", "сөз бостандығына");
        assert_eq!(edited, Ok(file("entries = [{ pattern = \"сөз бостандығы\", not = [\"=сөз =бостандығына\"] }]")));
    }

    #[test]
    fn what_cannot_be_done_is_refused() {
        let sound = file("entries = [{ pattern = \"азат\", not = [\"=азатқа\"] }]");
        for (source, entry, form, error) in [
            (sound.as_str(), 0, "азатқа", EditError::Already),
            (&sound, 1, "азатты", EditError::NoEntry),
            (&file("entries = [\"ел\"]"), 0, "азатты", EditError::NoEntry),
            (&sound, 0, " ", EditError::Form),
            ("format = ", 0, "азатты", EditError::NoEntry),
        ] {
            assert_eq!(exclude_form(source, EntryId(entry), "азат", form), Err(error), "{form}");
        }
    }

    #[test]
    fn a_byte_order_mark_and_crlf_stay() {
        let file = format!("\u{FEFF}{}", file("entries = [\n \"ел\",\n \"азат\"\n]\n").replace('\n', "\r\n"));
        let edited = exclude_form(&file, EntryId(1), "азат", "азатқа").expect("it can be edited");
        assert_eq!(edited, file.replace("\"азат\"", "{ pattern = \"азат\", not = [\"=азатқа\"] }"));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        /// That only the exclusion differs is what the function itself makes sure of; so it is enough that it never refuses,
        /// and that what it adds is what was asked for.
        #[test]
        fn every_entry_of_the_shipped_lexicon_can_be_edited(at in any::<prop::sample::Index>(), form in "[а-яa-z\"\\\\'^*~_.]{1,12}") {
            let source = builtin_source("values").expect("it is shipped");
            let before = read_toml(source).expect("it is sound").lexicon;
            let entry = EntryId(u32::try_from(at.index(before.entries.len())).expect("there are few"));
            let written = &before.entries[entry.0 as usize].pattern.text;
            let edited = exclude_form(source, entry, written, &form);
            let after = read_toml(&edited.expect("it can be edited")).expect("it stays sound").lexicon;
            let own = after.entry(entry).expect("it is there");
            prop_assert_eq!(&own.pattern, &before.entries[entry.0 as usize].pattern);
            prop_assert_eq!(&own.conditions.not.last().expect("it is there").text, &format!("={form}"));
            let changed = before.entries.iter().zip(&after.entries).filter(|(before, after)| {
                before.conditions != after.conditions
            });
            prop_assert_eq!(changed.count(), 1);
        }

        #[test]
        fn no_form_breaks_a_file(form in "\\PC{0,20}") {
            if let Ok(edited) = exclude_form(&file("entries = [\"азат\"]"), EntryId(0), "азат", &form) {
                prop_assert!(read_toml(&edited).is_ok());
            }
        }
    }
}
