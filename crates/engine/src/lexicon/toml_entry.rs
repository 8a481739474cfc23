//! An entry of a lexicon in format 1: a pattern, or a table with a pattern and conditions.

use super::{
    error::LexiconError,
    model::{CategoryId, Conditions, Entry, MAX_WEIGHT, is_concept_id},
    reader::Reader,
    toml::{DEFAULT_WINDOW, read_pattern, read_patterns},
};
use crate::{
    format::{TomlTable, TomlValue},
    language::{Language, PartOfSpeech, PartsOfSpeech},
};

/// The keys of an entry that is a table.
const ENTRY_KEYS: [&str; 16] = [
    "pattern",
    "pos",
    "weight",
    "concept",
    "note",
    "source",
    "not",
    "not_before",
    "not_after",
    "before",
    "after",
    "near",
    "window",
    "crosses_punctuation",
    "compounds",
    "names",
];

/// What an entry has that does not say otherwise.
#[derive(Clone, Copy)]
pub(super) struct Inherited {
    pub(super) crosses_punctuation: bool,
    pub(super) leaves_out_names: bool,
}

/// Reads an entry; `None` where it has no pattern that can be read.
pub(super) fn read_entry(
    reader: &mut Reader,
    value: TomlValue<'_>,
    category: CategoryId,
    language: Option<Language>,
    inherited: Inherited,
) -> Option<Entry> {
    let line = value.line();
    let plain = |pattern| Entry {
        category,
        language,
        pattern,
        parts: PartsOfSpeech::UNKNOWN,
        weight: 1.0,
        concept: String::new(),
        note: String::new(),
        source: String::new(),
        conditions: Conditions {
            window: DEFAULT_WINDOW,
            leaves_out_names: inherited.leaves_out_names,
            ..Conditions::default()
        },
        crosses_punctuation: inherited.crosses_punctuation,
        compounds: false,
        line,
        index: 0,
    };
    if value.as_text().is_some() {
        return read_pattern(reader, value).map(plain);
    }
    let table = reader.take(value.table())?;
    reader.known_keys(table, &ENTRY_KEYS);
    let pattern = reader.take(table.required("pattern"))?;
    let mut entry = plain(read_pattern(reader, pattern)?);
    entry.parts = read_parts(reader, table);
    if let Some(value) = table.get("weight") {
        let weight = reader.take(value.number()).unwrap_or(1.0);
        if weight.abs() <= MAX_WEIGHT {
            entry.weight = weight;
        } else {
            reader.refuse(value, value.written(), "−10¹²–10¹²");
        }
    }
    if let Some(value) = table.get("concept") {
        entry.concept = read_concept(reader, value);
    }
    entry.note = reader.take(table.text("note")).unwrap_or_default();
    entry.source = reader.take(table.text("source")).unwrap_or_default();
    entry.conditions.not = read_patterns(reader, table, "not");
    entry.conditions.not_before = read_patterns(reader, table, "not_before");
    entry.conditions.not_after = read_patterns(reader, table, "not_after");
    entry.conditions.before = read_patterns(reader, table, "before");
    entry.conditions.after = read_patterns(reader, table, "after");
    entry.conditions.near = read_patterns(reader, table, "near");
    if let Some(value) = table.get("window") {
        entry.conditions.window = read_window(reader, value);
    }
    if let Some(crosses) = reader.take(table.flag("crosses_punctuation")).flatten() {
        entry.crosses_punctuation = crosses;
    }
    entry.compounds = reader.take(table.flag("compounds")).flatten().unwrap_or(false);
    if let Some(names) = reader.take(table.flag("names")).flatten() {
        entry.conditions.leaves_out_names = !names;
    }
    Some(entry)
}

fn read_concept(reader: &mut Reader, value: TomlValue<'_>) -> String {
    let Some(concept) = reader.take(value.text()) else { return String::new() };
    if !is_concept_id(concept) {
        reader.refuse(value, concept, "a–z, 0–9, -");
        return String::new();
    }
    concept.to_owned()
}

pub(super) fn read_window(reader: &mut Reader, value: TomlValue<'_>) -> u8 {
    let Some(number) = reader.take(value.number()) else { return DEFAULT_WINDOW };
    let window = (1..=100).find(|window| (f64::from(*window) - number).abs() < f64::EPSILON);
    if window.is_none() {
        reader.refuse(value, &number.to_string(), "1–100");
    }
    window.unwrap_or(DEFAULT_WINDOW)
}

/// `pos = "noun"` or `pos = ["noun", "verb"]`.
fn read_parts(reader: &mut Reader, table: TomlTable<'_>) -> PartsOfSpeech {
    let Some(value) = table.get("pos") else { return PartsOfSpeech::UNKNOWN };
    let names = value.as_list().map_or_else(|| vec![value], Iterator::collect);
    let mut parts = PartsOfSpeech::UNKNOWN;
    for value in names {
        let Some(name) = reader.take(value.text()) else { continue };
        match PartOfSpeech::from_name(name) {
            Some(part) => parts = parts.with(part),
            None => reader.report(value.place(), LexiconError::PartOfSpeech { name: name.to_owned() }),
        }
    }
    parts
}
