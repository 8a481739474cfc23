//! Lists of exclusions that several categories share, by name.
//!
//! A lexicon has its own in `[[exclusion]]`; those that are part of the program stand in
//! `lexicons/names.toml`: parties, offices, given names, awards, newspapers. A category names them in
//! `exclude`, those of the program with the id of their file before them: `names-1/parties`.
//!
//! Law: the lists of the program never change under one id, since the SHA-256 of a lexicon does not
//! cover them. A file with other lists has another id, and the old one stays.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::{
    error::LexiconError,
    model::{Category, SharedList},
    reader::Reader,
    toml::{ANY_LANGUAGE, read_id, read_patterns},
};
use crate::{
    format::{TomlFile, TomlTable},
    language::Language,
};

static NAMES: &str = include_str!("../../../../lexicons/names.toml");

/// The lists of the program, by the names that categories write.
static BUILTIN: LazyLock<Vec<SharedList>> = LazyLock::new(|| {
    let file = TomlFile::parse(NAMES).expect("a test reads the lists of the program");
    let mut reader = Reader::default();
    let id = reader.required_text(file.root(), "id");
    let lists = read_lists(&mut reader, file.root()).into_iter();
    lists.map(|list| SharedList { id: format!("{id}/{}", list.id), ..list }).collect()
});

/// Returns the lists of exclusions that are part of the program, by the names that categories write.
pub fn builtin_lists() -> &'static [SharedList] {
    &BUILTIN
}

/// Returns the file of the lists that are part of the program.
pub fn builtin_lists_source() -> &'static str {
    NAMES
}

/// Reads the lists of a file.
pub(super) fn read_lists(reader: &mut Reader, root: TomlTable<'_>) -> Vec<SharedList> {
    let mut lists: Vec<SharedList> = Vec::new();
    let mut seen = FxHashSet::default();
    for value in reader.take(root.list("exclusion")).into_iter().flatten() {
        let Some(table) = reader.take(value.table()) else { continue };
        reader.known_keys(table, &["id", "kk", "ru", "en", ANY_LANGUAGE]);
        let id = read_id(reader, table);
        let mut patterns = Vec::new();
        for language in Language::ALL.map(Some).into_iter().chain([None]) {
            let key = language.map_or(ANY_LANGUAGE, Language::code);
            patterns.extend(read_patterns(reader, table, key).into_iter().map(|pattern| (language, pattern)));
        }
        if seen.insert(id.clone()) {
            lists.push(SharedList { id, patterns });
        } else {
            reader.report(table.place(), LexiconError::DuplicateList { id });
        }
    }
    lists
}

/// Reads the lists that a category names, and puts what they say into it.
pub(super) fn read_named_lists(reader: &mut Reader, table: TomlTable<'_>, own: &[SharedList], category: &mut Category) {
    for value in reader.take(table.list("exclude")).into_iter().flatten() {
        let Some(name) = reader.take(value.text()) else { continue };
        let Some(list) = own.iter().chain(builtin_lists()).find(|list| list.id == name) else {
            reader.report(value.place(), LexiconError::UnknownList { id: name.to_owned() });
            continue;
        };
        if !category.shared_lists.iter().any(|known| known == name) {
            category.shared_lists.push(name.to_owned());
            category.shared_exclusions.extend(list.patterns.iter().cloned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        digest::sha256,
        lexicon::{file::write_toml::write_toml, toml::read_toml},
    };

    fn file(lists: &str, category: &str) -> String {
        format!(
            "format = 1\nid = \"x\"\nversion = \"1\"\n{lists}\n[[category]]\nid = \"a\"\n{category}\n\
             [category.kk]\nentries = [\"отан\"]\n"
        )
    }

    #[test]
    fn a_category_has_the_patterns_of_the_lists_that_it_names() {
        let own = "[[exclusion]]\nid = \"own\"\nkk = [\"Отан театры\"]\nany = [\"Otan\"]";
        let read = read_toml(&file(own, "exclude = [\"own\", \"names-1/parties\", \"own\"]")).unwrap().lexicon;
        let category = &read.categories[0];
        assert_eq!(category.shared_lists, ["own", "names-1/parties"]);
        let kazakh: Vec<&str> =
            category.all_exclusions(Some(Language::Kazakh)).map(|pattern| pattern.text.as_str()).collect();
        assert!(kazakh.contains(&"Отан театры") && kazakh.iter().any(|text| text.contains("Нұр Отан")), "{kazakh:?}");
        assert_eq!(category.all_exclusions(None).count(), 1);
        let back = read_toml(&write_toml(&read)).unwrap().lexicon;
        assert_eq!(back.without_places(), read.without_places());
    }

    #[test]
    fn a_list_that_is_not_there_or_twice_is_an_error_at_its_place() {
        let codes = |text: &str| -> Vec<(&str, u32, u32)> {
            let errors = read_toml(text).unwrap_err();
            errors.iter().map(|error| (error.error.code(), error.line, error.column)).collect()
        };
        assert_eq!(codes(&file("", "exclude = [\"names-0/parties\"]")), [("lex-unknown-list", 7, 12)]);
        let twice = "[[exclusion]]\nid = \"own\"\n[[exclusion]]\nid = \"own\"";
        assert_eq!(codes(&file(twice, "")), [("lex-duplicate-list", 6, 1)]);
    }

    #[test]
    fn the_lists_of_the_program_are_sound_and_do_not_change_under_one_id() {
        let file = TomlFile::parse(NAMES).unwrap();
        let mut reader = Reader::default();
        reader.known_keys(file.root(), &["format", "id", "source", "licence", "exclusion"]);
        let lists = read_lists(&mut reader, file.root());
        assert!(reader.diagnostics.is_empty(), "{:?}", reader.diagnostics);
        for list in &lists {
            for language in Language::ALL {
                assert!(list.patterns.iter().any(|(own, _)| *own == Some(language)), "{} {language:?}", list.id);
            }
        }
        let known = ("names-1", PUBLISHED_SHA256);
        assert_eq!((&*reader.required_text(file.root(), "id"), &*sha256(NAMES.as_bytes())), known);
    }

    /// Of the file under its present id. A file that was published never changes: give another one
    /// another id.
    const PUBLISHED_SHA256: &str = "e3402b004a0f0b3814977b48e4619c65bf781512e2dc5b8bd5afe1e5b70a75c7";
}
