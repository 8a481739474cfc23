//! What the lexicon's page asks: the tree, edits, trials, imports and files.

use std::rc::Rc;

use proptest::prelude::*;
use tarazy_engine::{
    counting::Comparison,
    language::Language,
    lexicon::{
        EntryId, EntryKey, EntryPlace, FieldChange, LexiconEdit, LexiconFormat, LexiconReading, LocalText,
        PatternSyntax, TableShape, builtin_source, is_own_format, read_toml,
    },
    matching::Policy,
    settings::{LanguageChoice, LexiconSource, Options},
    study::{
        AskError, Change, Engine, EntryQuery, EntryTrial, LexiconFileQuery, LexiconReply, LexiconRequest, Outline,
        OutlineQuery, OutlineRow, StatusCounts, TrialQuery, convert_lexicon,
    },
};

use crate::study::{file, study};

const LEXICON: &str = r#"
format = 1
id = "bench"
version = "1"
[[category]]
id = "freedom"
title = { kk = "Еркіндік", en = "Freedom" }
[category.kk]
entries = ["бостандық", { pattern = "қорғау", pos = "noun", note = "етістік емес" }, "сөз бостандығы"]
[category.ru]
entries = ["свобода"]
[[category]]
id = "state"
[category.kk]
entries = ["мемлекет"]
[[category.category]]
id = "court"
[category.category.kk]
entries = ["сот"]
[category.category.en]
entries = ["court"]
"#;

const KAZAKH: &str = "Бостандық пен бостандығымызды қорғады. Сөз бостандығына кепіл. Мемлекет пен сот тәуелсіз.";
const RUSSIAN: &str = "Свобода и свободы граждан. Государство и суд независимы.";

/// A study of a Kazakh and a Russian text.
fn bilingual(lexicon: LexiconSource, options: Options) -> Engine {
    let [kazakh, russian] = [Language::Kazakh, Language::Russian].map(LanguageChoice::Fixed);
    study(lexicon, options, &[(kazakh, KAZAKH), (russian, RUSSIAN)])
}

fn own() -> Engine {
    bilingual(file(LEXICON), Options::default())
}

/// Makes a change and returns the table after it.
fn changed(engine: &mut Engine, change: Change) -> Comparison {
    engine.apply(change).expect("it can be made");
    engine.table()
}

fn outline(engine: &mut Engine, query: OutlineQuery) -> Outline {
    engine.ask(query).expect("it is always answered")
}

fn all() -> OutlineQuery {
    OutlineQuery { limit: 100, ..OutlineQuery::default() }
}

fn rows(outline: &Outline) -> Vec<String> {
    let row = |row: &OutlineRow| match row {
        OutlineRow::Category { name, entries, counted, .. } => {
            format!("{} {entries} {}", name.path, counted.map_or("–".to_owned(), |counted| counted.to_string()))
        }
        OutlineRow::Entry { place, statuses, .. } => {
            format!(
                "{} {}",
                place.written,
                statuses.map_or_else(|| "–".to_owned(), |statuses| statuses.counted.to_string())
            )
        }
    };
    outline.rows.iter().map(row).collect()
}

fn place(category: &str, language: Language, at: u32, written: &str) -> EntryPlace {
    EntryPlace { category: category.to_owned(), language: Some(language), at, written: written.to_owned() }
}

fn pattern(text: &str) -> Vec<FieldChange> {
    vec![FieldChange { key: EntryKey::Pattern, values: vec![text.to_owned()] }]
}

fn add(category: &str, language: Option<Language>, text: &str) -> LexiconEdit {
    LexiconEdit::AddEntry { category: category.to_owned(), language, fields: pattern(text) }
}

#[test]
fn the_tree_lists_categories_with_their_entries_and_what_they_caught() {
    let mut engine = own();
    let tree = outline(&mut engine, all());
    let expected = [
        "freedom 4 5",
        "бостандық 2",
        "қорғау 0",
        "сөз бостандығы 1",
        "свобода 2",
        "state 3 2",
        "мемлекет 1",
        "state/court 2 1",
        "сот 1",
        "court –",
    ];
    assert_eq!(rows(&tree), expected);
    assert_eq!((tree.total, tree.entries, tree.unmatched), (10, 7, Some(1)));
    let query = OutlineQuery { offset: 3, limit: 2, ..all() };
    // The window of rows that are listed already is that of rows that are not.
    for engine in [&mut engine, &mut own()] {
        let window = outline(engine, query.clone());
        assert_eq!((rows(&window), window.total), (vec![expected[3].to_owned(), expected[4].to_owned()], 10));
    }
}

#[test]
fn closed_categories_hide_what_they_hold_and_a_search_opens_them() {
    let mut engine = own();
    let mut rows_of = |query| rows(&outline(&mut engine, query));
    let closed = OutlineQuery { closed: vec!["freedom".to_owned(), "state".to_owned()], ..all() };
    assert_eq!(rows_of(closed.clone()), ["freedom 4 5", "state 3 2"]);
    let searched = |search: &str| OutlineQuery { search: search.to_owned(), ..closed.clone() };
    assert_eq!(rows_of(searched("БОСТАНДЫҒЫ")), ["freedom 1 1", "сөз бостандығы 1"]);
    assert_eq!(rows_of(searched("етістік")), ["freedom 1 0", "қорғау 0"], "notes are searched too");
    // A category that is named so shows all that it holds.
    assert_eq!(rows_of(searched("court")), ["state 2 1", "state/court 2 1", "сот 1", "court –"]);
    let unmatched = OutlineQuery { only_unmatched: true, ..closed };
    assert_eq!(rows_of(unmatched), ["freedom 1 0", "қорғау 0"]);
    let russian = OutlineQuery { language: Some(Language::Russian), ..all() };
    assert_eq!(rows_of(russian), ["freedom 1 2", "свобода 2", "state 0 0", "state/court 0 0"]);
}

fn try_in_state(text: &str) -> TrialQuery {
    TrialQuery {
        category: "state".to_owned(),
        language: Some(Language::Kazakh),
        fields: pattern(text),
        instead_of: None,
    }
}

#[test]
fn a_trial_shows_forms_near_misses_conflicts_and_the_counts_that_would_change() {
    let mut engine = own();
    let before = engine.table();
    let query = try_in_state("сөз бостандығына кепіл");
    let trial = engine.ask(query.clone()).expect("it is always answered");
    assert_eq!((&trial.query, &trial.problem), (&query, &None));
    let probe = trial.probe.expect("it is an entry");
    assert_eq!(probe.statuses, StatusCounts { counted: 1, ..StatusCounts::default() });
    let met: Vec<_> = trial.conflicts.iter().map(|own| (own.place.written.as_str(), own.shared, own.counted)).collect();
    // The longer match takes the words of the two others.
    assert_eq!(met, [("бостандық", 1, 0), ("сөз бостандығы", 1, 0)]);
    let effects: Vec<_> = trial.effects.iter().map(|own| (own.path.as_str(), own.before, own.after)).collect();
    assert_eq!(effects, [("freedom", 5, 4), ("state", 1, 2)]);
    assert_eq!(trial.lines.len(), 1);
    assert_eq!(trial.lines[0].node, "Сөз бостандығына кепіл");
    // Nothing changes until the entry is added; then the figures are those of the trial.
    assert_eq!(engine.table(), before);
    let edit = add("state", query.language, "сөз бостандығына кепіл");
    let after = changed(&mut engine, Change::EditLexicon(edit));
    let counts = |table: &Comparison| -> Vec<u64> {
        let of = |at: usize| table.documents.iter().map(|row| row.cells[at].count).sum();
        (0..table.columns.len()).map(of).collect()
    };
    assert_eq!((counts(&before), counts(&after)), (vec![5, 1, 1], vec![4, 2, 1]));
}

#[test]
fn what_is_no_entry_yet_has_a_reason() {
    let mut engine = own();
    let mut tried = |text: &str| engine.ask(try_in_state(text)).expect("it is always answered");
    let code = |trial: EntryTrial| trial.problem.map(|problem| problem.code);
    assert_eq!(code(tried(" ")), None);
    assert_eq!(code(tried("құқық[")).as_deref(), Some("lex-pattern-bracket"));
    assert!(tried("ел").problem.is_none());
}

#[test]
fn an_entry_is_found_where_it_stands_now() {
    let mut engine = own();
    let find = |engine: &mut Engine, place| engine.ask(EntryQuery::At(place)).expect("it is always answered");
    let phrase = place("freedom", Language::Kazakh, 2, "сөз бостандығы");
    assert_eq!(find(&mut engine, phrase.clone()).record.map(|record| record.place), Some(phrase.clone()));
    let first = place("freedom", Language::Kazakh, 0, "бостандық");
    changed(&mut engine, Change::EditLexicon(LexiconEdit::RemoveEntries(vec![first.clone()])));
    let record = find(&mut engine, phrase).record.expect("it is there");
    assert_eq!((record.place.at, record.fields.len()), (1, 1));
    assert_eq!(find(&mut engine, first).id, None);
}

#[test]
fn an_entry_is_found_by_its_number() {
    let mut engine = own();
    let found = engine.ask(EntryQuery::Number(EntryId(2))).expect("it is there");
    let phrase = place("freedom", Language::Kazakh, 2, "сөз бостандығы");
    assert_eq!((found.id, &found.asked), (Some(EntryId(2)), &phrase));
    assert_eq!(engine.ask(EntryQuery::At(phrase)), Ok(found));
    assert_eq!(engine.ask(EntryQuery::Number(EntryId(99))), Err(AskError::NotThere));
}

#[test]
fn a_refused_edit_leaves_lexicon_and_table_as_they_were() {
    let mut engine = own();
    let before = engine.table();
    let wrong = [
        LexiconEdit::RemoveEntries(vec![place("freedom", Language::Kazakh, 0, "ел")]),
        add("freedom", Some(Language::Kazakh), "құқық["),
        add("nowhere", Some(Language::Kazakh), "ел"),
        LexiconEdit::AddCategory { parent: None, title: LocalText::default() },
    ];
    for edit in wrong {
        let rejection = engine.apply(Change::EditLexicon(edit.clone())).expect_err("it cannot be made");
        assert!(rejection.document.is_none() && !rejection.problems.is_empty(), "{edit:?}");
        assert_eq!(engine.table(), before, "{edit:?}");
    }
}

#[test]
fn a_foreign_dictionary_is_opened_edited_and_saved() {
    let bytes = b"%\n1\tfreedom\n2\tstate\n%\nliberty\t1\t7\nfree*\t1\ncourt\t2\n".to_vec();
    let source = LexiconSource::Imported { name: "own.dic".to_owned(), bytes, reading: PatternSyntax::Glob.into() };
    let mut engine = own();
    let report = engine.apply(Change::SetLexicon(source.clone())).expect("it can be read").expect("it is imported");
    assert_eq!((report.format.as_str(), report.total), ("dic", 1), "the category 7 is reported");
    assert_eq!(report.losses[0].place.line, Some(5));
    let table = changed(&mut engine, Change::EditLexicon(add("state", None, "law")));
    assert_eq!((table.lexicon.id.as_str(), table.lexicon.entries), ("own", 4));
    let saved = engine.ask(LexiconFileQuery { format: LexiconFormat::Dic }).expect("it is saved");
    assert_eq!(saved.name, "own.dic");
    assert!(String::from_utf8(saved.bytes).expect("it is text").contains("law\t2\r\n"));
    // The lexicon with its edit, set as a whole, is the same.
    let edited = Rc::new(source).edited(add("state", None, "law"));
    assert_eq!(changed(&mut engine, Change::SetLexicon(edited)), table);
}

/// Converts a file as a program beside an engine without other formats does.
fn converted(name: &str, bytes: &[u8], reading: LexiconReading) -> LexiconSource {
    let name = name.to_owned();
    match convert_lexicon(bytes, LexiconRequest::Read { name: name.clone(), reading }) {
        LexiconReply::Read { text, report } => {
            assert!(is_own_format(text.as_bytes()), "{text}");
            LexiconSource::Converted { name, bytes: bytes.to_vec(), reading, text, report }
        }
        other => panic!("{name} is a lexicon: {other:?}"),
    }
}

#[test]
fn a_file_that_is_converted_first_counts_and_reports_as_one_that_is_read_at_once() {
    // With a number of no category, words in mixed alphabets, and terms that are in twice.
    let dic = "%\n1\tfreedom\n2\tstate\n%\nliberty\t1\t7\nfree*\t1\nfree*\t1\nсвобoда\t1\ncourt\t2\n";
    let files = [
        ("own.dic", dic.as_bytes(), LexiconReading::default()),
        ("own.yaml", b"freedom:\n  - liberty\n  - free*\nstate:\n  - court\n", PatternSyntax::Fixed.into()),
        ("own.csv", b"liberty,1\ncourt,2\n", LexiconReading { shape: Some(TableShape::Weights), ..Default::default() }),
        ("own.toml", LEXICON.as_bytes(), LexiconReading::default()),
    ];
    for (name, bytes, reading) in files {
        let at_once = LexiconSource::Imported { name: name.to_owned(), bytes: bytes.to_vec(), reading };
        let first = converted(name, bytes, reading);
        let [mut known, mut other] = [own(), own()];
        let reports = [(&mut known, at_once), (&mut other, first)].map(|(engine, source)| {
            let report = engine.apply(Change::SetLexicon(source)).expect("it can be read");
            (report.expect("it is imported"), engine.table())
        });
        assert_eq!(reports[0], reports[1], "{name}");
        let category = match &outline(&mut known, all()).rows[..] {
            [OutlineRow::Category { name, .. }, ..] => name.path.clone(),
            other => panic!("{name} begins with a category: {other:?}"),
        };
        let edit = || Change::EditLexicon(add(&category, None, "свобoда"));
        assert_eq!(changed(&mut known, edit()), changed(&mut other, edit()), "{name}");
        let toml = other.ask(LexiconFileQuery { format: LexiconFormat::Toml }).expect("it is saved");
        for format in LexiconFormat::ALL {
            let expected = known.ask(LexiconFileQuery { format }).expect("it is saved");
            let request = LexiconRequest::Write { name: toml.name.clone(), format };
            let LexiconReply::Written(file) = convert_lexicon(&toml.bytes, request) else { panic!("{name}") };
            assert_eq!(*file, expected, "{name} as {}", format.name());
        }
    }
}

#[test]
fn what_cannot_be_converted_is_refused_as_by_the_engine() {
    let request = || LexiconRequest::Read { name: "b.yaml".to_owned(), reading: LexiconReading::default() };
    let bytes = b"a:\n  - [x\n".to_vec();
    let source =
        LexiconSource::Imported { name: "b.yaml".to_owned(), bytes: bytes.clone(), reading: LexiconReading::default() };
    let refused = own().apply(Change::SetLexicon(source)).expect_err("it is broken");
    assert_eq!(convert_lexicon(&bytes, request()), LexiconReply::Refused(refused.problems));
}

#[test]
fn a_broken_file_of_any_format_leaves_the_open_lexicon() {
    let mut engine = own();
    let before = engine.table();
    for (name, bytes) in [
        ("a.toml", &b"format = 1\nid = "[..]),
        ("b.yaml", b"a:\n  - [x\n"),
        ("c.dic", b"\x80\x01\xff\x00\x02\xfe\x03\x04"),
        ("d.lc3", b""),
    ] {
        let syntax = PatternSyntax::Glob;
        let source = LexiconSource::Imported { name: name.to_owned(), bytes: bytes.to_vec(), reading: syntax.into() };
        let rejection = engine.apply(Change::SetLexicon(source)).expect_err(name);
        assert_eq!(rejection.problems[0].place.file.as_deref(), Some(name));
        assert_eq!(engine.table(), before, "{name}");
    }
}

/// An edit of the built-in lexicon that can be done, whatever the numbers are.
fn edit_of(source: &str, (kind, at, other): (u8, usize, usize)) -> LexiconEdit {
    let lexicon = read_toml(source).expect("it is sound").lexicon;
    let entry = &lexicon.entries[at % lexicon.entries.len()];
    let place = EntryPlace::of(&lexicon, entry);
    let category = lexicon.categories[other % lexicon.categories.len()].path.clone();
    let words = ["бостандық", "адам", "право*", "сөз", "every", "құқығ*", "the law", "=адам"];
    let word = words[other % words.len()];
    match kind {
        0 => LexiconEdit::AddEntry { category, language: entry.language, fields: pattern(word) },
        1 => LexiconEdit::RemoveEntries(vec![place]),
        2 => LexiconEdit::MoveEntries { entries: vec![place], to: category },
        3 => LexiconEdit::ChangeEntry { entry: place, fields: pattern(word) },
        4 => {
            let fields = vec![FieldChange { key: EntryKey::Note, values: vec![format!("{other}")] }];
            LexiconEdit::ChangeEntry { entry: place, fields }
        }
        5 => LexiconEdit::AddEntry { category, language: None, fields: pattern(word) },
        _ => LexiconEdit::ExcludeForm { entry: place, form: word.to_owned() },
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// What is kept over an edit is what a fresh count gives: table, tree and matches are those of
    /// a fresh engine.
    #[test]
    fn an_edited_lexicon_counts_as_one_that_is_read_again(
        picks in prop::collection::vec((0_u8..7, any::<u16>(), any::<u16>()), 1..6),
        policy in prop::sample::select(Policy::ALL.to_vec()),
    ) {
        let options = Options { policy, ..Options::default() };
        let origin = Rc::new(LexiconSource::Builtin("values".to_owned()));
        let mut engine = bilingual((*origin).clone(), options.clone());
        let mut source = builtin_source("values").expect("it is shipped").to_owned();
        let mut lexicon = Rc::clone(&origin);
        for (kind, at, other) in picks {
            let edit = edit_of(&source, (kind, usize::from(at), usize::from(other)));
            let Ok(text) = tarazy_engine::lexicon::apply_edits(&source, [&edit]) else { continue };
            source = text;
            lexicon = Rc::new(lexicon.edited(edit.clone()));
            // Looked at before the edit, so that there is something to keep.
            outline(&mut engine, all());
            let edited = changed(&mut engine, Change::EditLexicon(edit));
            let mut fresh = bilingual((*lexicon).clone(), options.clone());
            prop_assert_eq!(&edited, &fresh.table());
            let query = OutlineQuery { limit: u32::MAX, ..all() };
            prop_assert_eq!(outline(&mut engine, query.clone()), outline(&mut fresh, query));
        }
        // The way back, in one step of one edit or of several.
        let edits = lexicon.parts().1.to_vec();
        for left in [edits.len().saturating_sub(1), edits.len() / 2, 0] {
            let before = LexiconSource::Edited { origin: Rc::clone(&origin), edits: edits[..left].to_vec() };
            let back = changed(&mut engine, Change::SetLexicon(before.clone()));
            prop_assert_eq!(back, bilingual(before, options.clone()).table());
        }
    }
}

#[test]
fn where_there_is_no_text_there_are_no_counts_of_matches() {
    let tree = outline(&mut study(file(LEXICON), Options::default(), &[]), all());
    assert_eq!(tree.unmatched, None);
    assert!(rows(&tree).iter().all(|row| row.ends_with('–')), "{:?}", rows(&tree));
}
