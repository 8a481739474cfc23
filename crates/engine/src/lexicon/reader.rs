//! Reading a lexicon's file without stopping at the first error.

use rustc_hash::FxHashSet;

use super::{
    budget::Budget,
    error::{Diagnostic, LexiconError},
    local_text::LocalText,
};
use crate::format::{TomlError, TomlTable, TomlValue};

/// What is found while a file is read.
#[derive(Default)]
pub(super) struct Reader {
    /// What is wrong with the file so far.
    pub(super) diagnostics: Vec<Diagnostic>,
    /// What the patterns so far take.
    pub(super) budget: Budget,
    /// Limits that were reported.
    pub(super) reported: FxHashSet<&'static str>,
}

impl Reader {
    pub(super) fn report(&mut self, (line, column): (u32, u32), error: LexiconError) {
        self.diagnostics.push(Diagnostic { error, line, column });
    }

    /// Reports a limit that the file is beyond, once.
    pub(super) fn report_limit(&mut self, place: (u32, u32), error: LexiconError) {
        let (LexiconError::TooMuch { what, .. } | LexiconError::TooCostly { what, .. }) = &error else {
            return self.report(place, error);
        };
        if self.reported.insert(what) {
            self.report(place, error);
        }
    }

    /// Reports a value that is none of those allowed.
    pub(super) fn refuse(&mut self, value: TomlValue<'_>, written: &str, allowed: &'static str) {
        let error = LexiconError::Value { key: value.key().to_owned(), value: written.to_owned(), allowed };
        self.report(value.place(), error);
    }

    /// What was read, or a report.
    pub(super) fn take<Read>(&mut self, read: Result<Read, TomlError>) -> Option<Read> {
        read.map_err(|error| self.diagnostics.push(error.into())).ok()
    }

    /// Reports every key of the table that is none of `known`.
    pub(super) fn known_keys(&mut self, table: TomlTable<'_>, known: &[&str]) {
        self.diagnostics.extend(table.unknown_keys(known).map(Diagnostic::from));
    }

    /// Text that must be there.
    pub(super) fn required_text(&mut self, table: TomlTable<'_>, key: &str) -> String {
        self.take(table.required(key).and_then(TomlValue::text)).unwrap_or_default().to_owned()
    }

    /// A text in several languages that may be missing.
    pub(super) fn local_text(&mut self, table: TomlTable<'_>, key: &str) -> LocalText {
        LocalText::read(table, key, |error| self.diagnostics.push(error.into()))
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        format::TomlReason,
        lexicon::{error::LexiconError, toml::read_toml},
    };

    fn file(entry: &str, expect: &str) -> String {
        format!(
            "format = 0x1\nid = \"test\"\nversion = \"1\"\n[[category]]\nid = \"freedom\"\n\
             kk.entries = [{{ pattern = \"азат\", {entry} }}]\n\
             [[test]]\nlang = \"kk\"\ntext = \"азат\"\nexpect = {{ freedom = {expect} }}\n"
        )
    }

    #[test]
    fn whole_numbers_are_read_in_the_base_in_which_they_are_written() {
        let lexicon = read_toml(&file("weight = 0x10", "0b11")).unwrap().lexicon;
        assert_eq!((lexicon.entries[0].weight, lexicon.tests[0].expect[0].1), (16.0, 3));
        let lexicon = read_toml(&file("weight = -1_000", "1_0")).unwrap().lexicon;
        assert_eq!((lexicon.entries[0].weight, lexicon.tests[0].expect[0].1), (-1000.0, 10));
    }

    #[test]
    fn a_count_that_cannot_be_is_refused() {
        for expect in ["-1", "1.5", "9223372036854775808", "18446744073709551615"] {
            let errors = read_toml(&file("weight = 1", expect)).unwrap_err();
            assert!(
                matches!(errors[0].error, LexiconError::Toml(TomlReason::WrongType { expected: "number", .. })),
                "{expect}"
            );
        }
    }
}
