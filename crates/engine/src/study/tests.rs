//! Answers about phrases that cross punctuation, and about texts in two languages.

use super::*;
use crate::{
    lexicon::{EntryId, EntryKey, FieldChange},
    matching::{ColumnId, Policy},
    settings::{DocumentId, LanguageChoice, LexiconSource, Options, ReadingOptions},
};

const DOCUMENT: DocumentId = DocumentId(1);

/// An engine with one text and a lexicon of one category, whose body is given.
fn engine(body: &str, text: &str, policy: Policy) -> Engine {
    let mut engine = Engine::new();
    let lexicon = format!(
        "format = 1\nid = \"test\"\nversion = \"1\"\ncrosses_punctuation = true\n[[category]]\nid = \"freedom\"\n{body}"
    );
    engine.apply(Change::SetOptions(Options { policy, ..Options::default() })).unwrap();
    engine.apply(Change::SetLexicon(LexiconSource::File { name: "test.toml".to_owned(), text: lexicon })).unwrap();
    let text = Change::PutDocument {
        id: DOCUMENT,
        title: "Text".to_owned(),
        file: None,
        language: LanguageChoice::Auto,
        reading: ReadingOptions::default(),
        bytes: text.into(),
    };
    engine.apply(text).unwrap();
    engine
}

fn probe(engine: &mut Engine) -> EntryProbe {
    engine.ask(ProbeQuery { entry: EntryId(0), document: None }).unwrap()
}

#[test]
fn a_near_miss_of_a_phrase_may_have_the_punctuation_that_the_phrase_crosses() {
    let text = "Сөз бостандығы бар. Сөз, (бостандықшыл) адам. Сөз! Бостандықшыл адам.";
    let near = |policy| {
        let probe = probe(&mut engine("kk.entries = [\"сөз бостандық\"]", text, policy));
        probe.near_misses.into_iter().map(|near| (near.form, near.times)).collect::<Vec<_>>()
    };
    assert_eq!(near(Policy::Longest), [("сөз бостандықшыл".to_owned(), 1)]);
    assert_eq!(near(Policy::Liwc), [("сөз бостандықшыл".to_owned(), 2)], "no punctuation is seen");
}

#[test]
fn a_phrase_across_punctuation_is_explained_word_by_word() {
    let mut engine = engine("en.entries = [\"free* ..1 =speech\"]", "Freedom, of (speech) and press.", Policy::Longest);
    let [form] = &probe(&mut engine).forms[..] else { panic!("one form") };
    let names = form.matched_by.iter().map(|how| format!("{how:?}"));
    assert_eq!(form.form, "freedom , of ( speech");
    assert_eq!(names.collect::<Vec<_>>(), ["Glob", "Any", "Any", "Any", "Form"]);
}

#[test]
fn a_match_with_much_punctuation_meets_the_entries_that_it_covers() {
    let words: Vec<String> = (0..11).map(|at| format!("=w{}", "o".repeat(at))).collect();
    // Two gaps side by side, each with as much punctuation as a phrase passes over.
    let gap = format!("{0}{1}{0}{2}", ", ".repeat(16), "x ".repeat(21), "x ".repeat(19));
    let text = words.join(&format!(" {gap}")).replace('=', "");
    let mut engine = engine(&format!("en.entries = [\"{}\"]", words.join(" ..20 ..20 ")), &text, Policy::Longest);
    let field = FieldChange { key: EntryKey::Pattern, values: vec![words[10].clone()] };
    let query = TrialQuery {
        category: "freedom".to_owned(),
        language: Some(crate::language::Language::English),
        fields: vec![field],
        instead_of: None,
    };
    let trial = engine.ask(query).unwrap();
    let conflicts: Vec<_> = trial.conflicts.iter().map(|met| (met.entry, met.shared)).collect();
    assert_eq!((trial.problem, conflicts), (None, vec![(EntryId(0), 1)]));
}

#[test]
fn a_column_that_is_not_there_is_not_explained() {
    let mut engine = engine("en.entries = [\"freedom\"]", "Freedom of speech.", Policy::Longest);
    let mut explain = |column| engine.ask(CellQuery { document: DOCUMENT, column: ColumnId(column) });
    assert_eq!(explain(0).unwrap().cell.count, 1);
    assert!(explain(1).is_err());
}
