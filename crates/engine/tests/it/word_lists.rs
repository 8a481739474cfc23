//! Every list of words that is part of the program says where its words come from.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The words that a source note holds: who wrote the list and that it may be used freely.
const NOTE: &str = "written for this project";

/// A file with more quoted words than this is a list; fewer are rules and examples.
const MOST_WORDS_OF_A_RULE: usize = 40;

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the source folder is there").flatten() {
        let path = entry.path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

/// The number of words in string literals outside of comments and tests.
fn quoted_words(text: &str) -> usize {
    let code = text.split("#[cfg(test)]").next().unwrap_or("");
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let literals = lines.flat_map(|line| line.split('"').skip(1).step_by(2));
    literals.flat_map(str::split_whitespace).filter(|word| word.chars().nth(2).is_some()).count()
}

#[test]
fn every_list_of_words_keeps_its_source_note() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    for area in ["language", "repair", "text", "intake"] {
        files(&source.join(area), &mut paths);
    }
    let mut lists = 0;
    let mut without = Vec::new();
    for path in paths {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let is_data = path.extension().is_some_and(|extension| extension == "tsv");
        let is_tests = path.file_name().is_some_and(|name| name == "tests.rs");
        if is_tests || !is_data && quoted_words(&text) <= MOST_WORDS_OF_A_RULE {
            continue;
        }
        lists += 1;
        let head: String = text.lines().take_while(|line| line.starts_with("//") || line.starts_with('#')).collect();
        if !head.to_lowercase().contains(NOTE) {
            without.push(path.display().to_string());
        }
    }
    assert!(lists >= 8, "the lists are looked at: {lists}");
    assert!(without.is_empty(), "no source note, \"{NOTE}\", at the head of {without:#?}");
}

#[test]
fn the_known_words_may_be_used_freely() {
    let words = include_str!("../../src/language/kazakh/words.tsv");
    let note = words.lines().next().unwrap_or("");
    assert!(note.starts_with('#') && note.contains(NOTE) && note.contains("CC0-1.0"), "{note}");
}
