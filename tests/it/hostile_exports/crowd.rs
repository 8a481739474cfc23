//! A study with as many texts, and nearly as many entries, as there are words.

use std::collections::HashSet;

use tarazy_engine::lexicon::read_toml;

use super::places::{Study, count};

/// A string as TOML writes it.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// A lexicon with as many of these words as a lexicon takes: in its head, as categories, and as
/// entries with notes and sources.
pub fn lexicon(words: &[String]) -> String {
    let head = |entries: &str| {
        let local = |at: usize| format!("{{ kk = {0}, ru = {0}, en = {0} }}", quoted(&words[at]));
        format!(
            "format = 1\nid = \"hostile\"\nversion = {}\ntitle = {}\ndescription = {}\nsource = {}\nlicence = {}\nauthors = [{}]\n\
             languages = [\"en\"]\n[[category]]\nid = \"first\"\ntitle = {}\ndescription = {}\n[category.en]\nentries = [\n{entries}]\n\
             [[category]]\nid = \"second\"\ntitle = {}\nkind = \"topic\"\n[category.en]\nentries = [\"justice\"]\n",
            quoted(&words[0]),
            local(1),
            local(2),
            quoted(&words[3]),
            quoted(&words[4]),
            quoted(&words[5]),
            local(6),
            local(7),
            local(8)
        )
    };
    let entry = |(at, word): (usize, &String)| {
        let note = quoted(&words[(at + 17) % words.len()]);
        format!("  {{ pattern = {}, note = {note}, source = {note} }},\n", quoted(word))
    };
    // What is no pattern is refused by the reader; the others are entries.
    let mut seen = HashSet::new();
    let is_pattern = |(_, word): &(usize, &String)| {
        let alone = head(&format!("  {{ pattern = {} }},\n", quoted(word)));
        read_toml(&alone).is_ok_and(|reading| seen.insert(reading.lexicon.entries[0].pattern.elements.clone()))
    };
    let entries: String = words.iter().enumerate().filter(is_pattern).map(entry).collect();
    head(&entries)
}

/// The string as a text may hold it: a file with other controls than ends of lines is not taken for
/// a text.
pub fn as_text(word: &str) -> String {
    word.replace(['\0', '\u{1b}'], " ")
}

/// A study of one text for each word, named by it and holding it between words that are counted.
pub fn study(words: &[String]) -> Study {
    let text = |word: &String| format!("Freedom and justice {} justice alert script.", as_text(word)).into_bytes();
    let texts: Vec<(String, Vec<u8>)> = words.iter().map(|word| (word.clone(), text(word))).collect();
    count(&texts, &lexicon(words), None, true)
}
