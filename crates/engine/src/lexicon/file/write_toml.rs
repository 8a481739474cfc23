//! A lexicon → a file in format 1.
//!
//! Law: read again, the file gives the same lexicon, but for lines, places in the file and the
//! identity.

use std::fmt::Write as _;

use crate::{
    format::toml_string,
    language::{Language, PartOfSpeech, PartsOfSpeech},
    lexicon::{
        card::{CardTexts, Validation},
        local_text::LocalText,
        model::{Category, CategoryKind, Conditions, Entry, Lexicon, LexiconTest, SharedList},
        negation::OwnNegation,
        pattern::Pattern,
        toml::{ANY_LANGUAGE, DEFAULT_WINDOW},
    },
};

/// Writes a lexicon as a file in format 1, one entry a line.
pub fn write_toml(lexicon: &Lexicon) -> String {
    let mut file = String::from("format = 1\n");
    let mut text = |key: &str, value: &str| {
        if !value.is_empty() {
            let _ = writeln!(file, "{key} = {}", quoted(value));
        }
    };
    text("id", &lexicon.id);
    text("version", &lexicon.version);
    push_local_text(&mut file, "title", &lexicon.title);
    push_local_text(&mut file, "description", &lexicon.description);
    let mut text = |key: &str, value: &str| {
        if !value.is_empty() {
            let _ = writeln!(file, "{key} = {}", quoted(value));
        }
    };
    text("source", &lexicon.source);
    text("licence", &lexicon.licence);
    push_list(&mut file, "authors", lexicon.authors.iter().map(String::as_str));
    push_list(&mut file, "languages", lexicon.languages.iter().map(|language| language.code()));
    if lexicon.crosses_punctuation {
        file.push_str("crosses_punctuation = true\n");
    }
    push_card(&mut file, &lexicon.card);
    for own in &lexicon.negation {
        push_negation(&mut file, own);
    }
    for list in &lexicon.shared_lists {
        push_shared_list(&mut file, list);
    }
    for validation in &lexicon.validations {
        push_validation(&mut file, validation);
    }
    let mut entries: Vec<Vec<&Entry>> = vec![Vec::new(); lexicon.categories.len()];
    for entry in &lexicon.entries {
        if let Some(own) = entries.get_mut(entry.category.0 as usize) {
            own.push(entry);
        }
    }
    for (category, entries) in lexicon.categories.iter().zip(&entries) {
        push_category(&mut file, lexicon, category, entries);
    }
    for test in &lexicon.tests {
        push_test(&mut file, test);
    }
    file
}

fn push_local_text(file: &mut String, key: &str, text: &LocalText) {
    let languages = [("kk", &text.kk), ("ru", &text.ru), ("en", &text.en)];
    let given = languages.into_iter().filter_map(|(code, text)| Some(format!("{code} = {}", quoted(text.as_ref()?))));
    let given: Vec<String> = given.collect();
    if !given.is_empty() {
        let _ = writeln!(file, "{key} = {{ {} }}", given.join(", "));
    }
}

fn push_list<'text>(file: &mut String, key: &str, texts: impl Iterator<Item = &'text str>) {
    let texts: Vec<String> = texts.map(quoted).collect();
    if !texts.is_empty() {
        let _ = writeln!(file, "{key} = [{}]", texts.join(", "));
    }
}

fn push_card(file: &mut String, card: &CardTexts) {
    if *card != CardTexts::default() {
        file.push_str("\n[card]\n");
    }
    for (key, text) in card.by_key() {
        push_local_text(file, key, text);
    }
}

fn push_validation(file: &mut String, validation: &Validation) {
    let Validation { language, category, version, date, texts, kappa, recall, .. } = validation;
    let _ = writeln!(file, "\n[[validation]]\nlanguage = {}", quoted(language.code()));
    if let Some(category) = category {
        let _ = writeln!(file, "category = {}", quoted(category));
    }
    let _ = writeln!(file, "version = {}\ndate = {}", quoted(version), quoted(date));
    push_local_text(file, "texts", texts);
    let counts = [
        ("coders", validation.coders),
        ("sampled", validation.sampled),
        ("correct", validation.correct),
        ("debatable", validation.debatable),
        ("wrong", validation.wrong),
    ];
    let recall = recall.iter().flat_map(|recall| [("marked", recall.marked), ("found", recall.found)]);
    for (key, count) in counts.into_iter().chain(recall) {
        let _ = writeln!(file, "{key} = {count}");
    }
    if let Some(kappa) = kappa {
        let _ = writeln!(file, "kappa = {kappa:?}");
    }
}

/// Writes the words of negation of a language; an empty list is written, for it takes the place of
/// the built-in one.
fn push_negation(file: &mut String, own: &OwnNegation) {
    let _ = writeln!(file, "\n[negation.{}]", own.language.code());
    for (key, patterns) in
        [("before", &own.before), ("after", &own.after), ("except", &own.except), ("stop", &own.stop)]
    {
        if let Some(patterns) = patterns {
            let texts: Vec<String> = patterns.iter().map(|pattern| quoted(&pattern.text)).collect();
            let _ = writeln!(file, "{key} = [{}]", texts.join(", "));
        }
    }
    if let Some(window) = own.window {
        let _ = writeln!(file, "window = {window}");
    }
}

fn push_shared_list(file: &mut String, list: &SharedList) {
    let _ = writeln!(file, "\n[[exclusion]]\nid = {}", quoted(&list.id));
    for language in Language::ALL.map(Some).into_iter().chain([None]) {
        let own = list.patterns.iter().filter(|(of, _)| *of == language);
        push_list(file, language.map_or(ANY_LANGUAGE, Language::code), own.map(|(_, pattern)| pattern.text.as_str()));
    }
}

fn push_category(file: &mut String, lexicon: &Lexicon, category: &Category, entries: &[&Entry]) {
    let table = vec!["category"; usize::from(category.depth.max(1))].join(".");
    let _ = writeln!(file, "\n[[{table}]]\nid = {}", quoted(&category.id));
    push_local_text(file, "title", &category.title);
    push_local_text(file, "description", &category.description);
    if !category.name.is_empty() {
        let _ = writeln!(file, "name = {}", quoted(&category.name));
    }
    if !category.colour.is_empty() {
        let _ = writeln!(file, "colour = {}", quoted(&category.colour));
    }
    let above = category.parent.and_then(|parent| lexicon.category(parent));
    if category.kind != above.map_or(CategoryKind::Value, |above| above.kind) {
        let kind = match category.kind {
            CategoryKind::Value => "value",
            CategoryKind::Topic => "topic",
        };
        let _ = writeln!(file, "kind = {}", quoted(kind));
    }
    push_list(file, "exclude", category.shared_lists.iter().map(String::as_str));
    if category.leaves_out_names != above.is_some_and(|above| above.leaves_out_names) {
        let _ = writeln!(file, "names = {}", !category.leaves_out_names);
    }
    for language in Language::ALL.map(Some).into_iter().chain([None]) {
        let entries: Vec<&Entry> = entries.iter().copied().filter(|entry| entry.language == language).collect();
        let own = category.exclusions.iter().filter(|(of, _)| *of == language);
        let exclusions: Vec<&str> = own.map(|(_, pattern)| pattern.text.as_str()).collect();
        if entries.is_empty() && exclusions.is_empty() {
            continue;
        }
        let _ = writeln!(file, "[{table}.{}]", language.map_or(ANY_LANGUAGE, Language::code));
        push_list(file, "not", exclusions.into_iter());
        if !entries.is_empty() {
            file.push_str("entries = [\n");
            for entry in entries {
                let _ =
                    writeln!(file, "  {},", entry_text(entry, lexicon.crosses_punctuation, category.leaves_out_names));
            }
            file.push_str("]\n");
        }
    }
}

fn entry_text(entry: &Entry, crosses_by_default: bool, leaves_out_names: bool) -> String {
    let mut fields = Vec::new();
    if !entry.parts.is_unknown() {
        fields.push(format!("pos = {}", parts(entry.parts)));
    }
    if entry.weight.to_bits() != 1.0_f64.to_bits() {
        fields.push(format!("weight = {:?}", entry.weight));
    }
    for (key, text) in [("concept", &entry.concept), ("note", &entry.note), ("source", &entry.source)] {
        if !text.is_empty() {
            fields.push(format!("{key} = {}", quoted(text)));
        }
    }
    push_conditions(&mut fields, &entry.conditions);
    if entry.crosses_punctuation != crosses_by_default {
        fields.push(format!("crosses_punctuation = {}", entry.crosses_punctuation));
    }
    if entry.compounds {
        fields.push("compounds = true".to_owned());
    }
    if entry.conditions.leaves_out_names != leaves_out_names {
        fields.push(format!("names = {}", !entry.conditions.leaves_out_names));
    }
    let pattern = quoted(&entry.pattern.text);
    if fields.is_empty() { pattern } else { format!("{{ pattern = {pattern}, {} }}", fields.join(", ")) }
}

fn push_conditions(fields: &mut Vec<String>, conditions: &Conditions) {
    let mut list = |key: &str, patterns: &[Pattern]| {
        let texts: Vec<String> = patterns.iter().map(|pattern| quoted(&pattern.text)).collect();
        if !texts.is_empty() {
            fields.push(format!("{key} = [{}]", texts.join(", ")));
        }
    };
    list("not", &conditions.not);
    list("not_before", &conditions.not_before);
    list("not_after", &conditions.not_after);
    list("before", &conditions.before);
    list("after", &conditions.after);
    list("near", &conditions.near);
    if !conditions.near.is_empty() && conditions.window != DEFAULT_WINDOW {
        fields.push(format!("window = {}", conditions.window));
    }
}

fn parts(parts: PartsOfSpeech) -> String {
    let stated: Vec<String> =
        PartOfSpeech::ALL.into_iter().filter(|part| parts.allows(*part)).map(|part| quoted(part.name())).collect();
    match &stated[..] {
        [one] => one.clone(),
        _ => format!("[{}]", stated.join(", ")),
    }
}

fn push_test(file: &mut String, test: &LexiconTest) {
    let expect = test.expect.iter().map(|(path, count)| format!("{} = {count}", quoted(path)));
    let expect: Vec<String> = expect.collect();
    let _ = writeln!(file, "\n[[test]]\nlang = {}\ntext = {}", quoted(test.language.code()), quoted(&test.text));
    let _ = writeln!(file, "expect = {{ {} }}", expect.join(", "));
    if test.policy != "longest" {
        let _ = writeln!(file, "policy = {}", quoted(&test.policy));
    }
    if test.leaves_out_negated {
        file.push_str("negation = \"leave-out\"\n");
    }
    if let Some(path) = &test.example_of {
        let _ = writeln!(file, "example = {}", quoted(path));
    }
}

/// Writes a basic string of TOML.
fn quoted(text: &str) -> String {
    toml_string(text, char::is_control)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{builtin::builtin_source, toml::read_toml};

    #[test]
    fn the_shipped_lexicon_is_read_back_as_it_was() {
        let own = read_toml(builtin_source("values").expect("it is there")).expect("it is sound").lexicon;
        let back = read_toml(&write_toml(&own)).expect("what is written can be read").lexicon;
        assert_eq!(back.without_places(), own.without_places());
    }

    #[test]
    fn every_text_is_written_so_that_it_is_read_back() {
        for text in ["a\"b\\c", "line\nbreak\ttab", "\u{1}\u{7f}\u{85}", "сөз «бостандығы»", "'''", ""] {
            let file = format!("text = {}", quoted(text));
            let table: toml::Table = file.parse().expect("it is TOML");
            assert_eq!(table["text"].as_str(), Some(text));
        }
    }

    #[test]
    fn concepts_are_written_and_read_back() {
        let head = "format = 1\nid = \"x\"\nversion = \"1\"\n[[category]]\nid = \"a\"\n[category.kk]\n";
        let file = format!("{head}entries = [{{ pattern = \"сөз бостандығы\", concept = \"freedom-of-speech\" }}]\n");
        let own = read_toml(&file).expect("it is sound").lexicon;
        assert_eq!(own.entries[0].concept, "freedom-of-speech");
        let back = read_toml(&write_toml(&own)).expect("what is written can be read").lexicon;
        assert_eq!(back.without_places(), own.without_places());
    }

    #[test]
    fn a_concept_of_other_letters_is_an_error_at_its_place() {
        let head = "format = 1\nid = \"x\"\nversion = \"1\"\n[[category]]\nid = \"a\"\n[category.kk]\n";
        for concept in ["\"Freedom\"", "\"еркіндік\"", "\"a b\"", "\"a_b\"", "\"\"", "1"] {
            let errors = read_toml(&format!("{head}entries = [{{ pattern = \"азат\", concept = {concept} }}]\n"));
            let errors = errors.expect_err("it is no id");
            let reported: Vec<_> = errors.iter().map(|error| (error.error.code(), error.line, error.column)).collect();
            let code = if concept == "1" { "lex-wrong-type" } else { "lex-value" };
            assert_eq!(reported, [(code, 7, 42)], "{concept}");
        }
    }
}
