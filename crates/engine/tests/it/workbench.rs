//! The lexicon's workbench through the engine's door: the tree, edits, trials, imports and files.

use std::rc::Rc;

use proptest::prelude::*;
use tarazy_engine::{
    counting::Comparison,
    language::Language,
    lexicon::{
        EntryKey, EntryPlace, FieldChange, LexiconEdit, LexiconFormat, LocalText, PatternSyntax, builtin_source,
        read_toml,
    },
    matching::Policy,
    settings::{DocumentId, LanguageChoice, LexiconSource, Options, ReadingOptions},
    study::{
        Command, Engine, EntryTrial, Event, Fates, FoundEntry, Outline, OutlineRow, OutlineWish, Request, TrialWish,
    },
};

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

struct Bench {
    engine: Engine,
    sequence: u32,
}

impl Bench {
    fn new(lexicon: LexiconSource, options: Options) -> Self {
        let mut bench = Self { engine: Engine::new(), sequence: 0 };
        bench.tell(Command::SetLexicon(lexicon));
        bench.tell(Command::SetOptions(options));
        for (id, (text, language)) in (0..).zip([(KAZAKH, Language::Kazakh), (RUSSIAN, Language::Russian)]) {
            bench.tell(Command::PutDocument {
                id: DocumentId(id),
                title: language.code().to_owned(),
                file: None,
                language: LanguageChoice::Fixed(language),
                reading: ReadingOptions::default(),
                bytes: text.into(),
            });
        }
        bench
    }

    fn own() -> Self {
        Self::new(file(), Options::default())
    }

    fn tell(&mut self, command: Command) -> Vec<Event> {
        self.sequence += 1;
        self.engine.submit(Request { sequence: self.sequence, revision: 0, command });
        self.engine.run().into_iter().map(|reply| reply.event).collect()
    }

    fn ask(&mut self, command: Command) -> Event {
        self.tell(command).pop().expect("there is an answer")
    }

    fn table(&mut self, command: Command) -> Comparison {
        match self.ask(command) {
            Event::Compared(table) => *table,
            other => panic!("{other:?}"),
        }
    }

    fn outline(&mut self, wish: OutlineWish) -> Outline {
        match self.ask(Command::Outline(wish)) {
            Event::Outline(outline) => *outline,
            other => panic!("{other:?}"),
        }
    }

    fn tried(&mut self, wish: TrialWish) -> EntryTrial {
        match self.ask(Command::TryEntry(wish)) {
            Event::Tried(trial) => *trial,
            other => panic!("{other:?}"),
        }
    }

    fn found(&mut self, place: EntryPlace) -> FoundEntry {
        match self.ask(Command::FindEntry(place)) {
            Event::Found(found) => *found,
            other => panic!("{other:?}"),
        }
    }
}

fn file() -> LexiconSource {
    LexiconSource::File { name: "bench.toml".to_owned(), text: LEXICON.to_owned() }
}

fn wish() -> OutlineWish {
    OutlineWish { limit: 100, ..OutlineWish::default() }
}

fn rows(outline: &Outline) -> Vec<String> {
    let row = |row: &OutlineRow| match row {
        OutlineRow::Category { name, entries, counted, .. } => {
            format!("{} {entries} {}", name.path, counted.map_or("–".to_owned(), |counted| counted.to_string()))
        }
        OutlineRow::Entry { place, fates, .. } => {
            format!("{} {}", place.written, fates.map_or_else(|| "–".to_owned(), |fates| fates.counted.to_string()))
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
    let outline = Bench::own().outline(wish());
    let all = [
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
    assert_eq!(rows(&outline), all);
    assert_eq!((outline.total, outline.entries, outline.unmatched), (10, 7, Some(1)));
    let window = Bench::own().outline(OutlineWish { offset: 3, limit: 2, ..wish() });
    assert_eq!((rows(&window), window.total), (vec![all[3].to_owned(), all[4].to_owned()], 10));
}

#[test]
fn closed_categories_hide_what_they_hold_and_a_search_opens_them() {
    let mut bench = Bench::own();
    let closed = OutlineWish { closed: vec!["freedom".to_owned(), "state".to_owned()], ..wish() };
    assert_eq!(rows(&bench.outline(closed.clone())), ["freedom 4 5", "state 3 2"]);
    let searched = |search: &str| OutlineWish { search: search.to_owned(), ..closed.clone() };
    assert_eq!(rows(&bench.outline(searched("БОСТАНДЫҒЫ"))), ["freedom 1 1", "сөз бостандығы 1"]);
    assert_eq!(rows(&bench.outline(searched("етістік"))), ["freedom 1 0", "қорғау 0"], "notes are searched too");
    // A category that is named so shows all that it holds.
    assert_eq!(rows(&bench.outline(searched("court"))), ["state 2 1", "state/court 2 1", "сот 1", "court –"]);
    let unmatched = OutlineWish { only_unmatched: true, ..closed };
    assert_eq!(rows(&bench.outline(unmatched)), ["freedom 1 0", "қорғау 0"]);
    let russian = OutlineWish { language: Some(Language::Russian), ..wish() };
    assert_eq!(rows(&bench.outline(russian)), ["freedom 1 2", "свобода 2", "state 0 0", "state/court 0 0"]);
}

#[test]
fn a_trial_tells_forms_near_misses_conflicts_and_the_counts_that_would_change() {
    let mut bench = Bench::own();
    let before = bench.table(Command::SetOptions(Options::default()));
    let wish = TrialWish {
        category: "state".to_owned(),
        language: Some(Language::Kazakh),
        fields: pattern("сөз бостандығына кепіл"),
        instead_of: None,
    };
    let trial = bench.tried(wish.clone());
    assert_eq!(trial.problem, None);
    let probe = trial.probe.expect("it is an entry");
    assert_eq!(probe.fates, Fates { counted: 1, ..Fates::default() });
    let met: Vec<_> = trial.conflicts.iter().map(|own| (own.place.written.as_str(), own.shared, own.counted)).collect();
    // The longer match takes the words of the two others.
    assert_eq!(met, [("бостандық", 1, 0), ("сөз бостандығы", 1, 0)]);
    let effects: Vec<_> = trial.effects.iter().map(|own| (own.path.as_str(), own.before, own.after)).collect();
    assert_eq!(effects, [("freedom", 5, 4), ("state", 1, 2)]);
    assert_eq!(trial.lines.len(), 1);
    assert_eq!(trial.lines[0].node, "Сөз бостандығына кепіл");
    // What was told comes true, and nothing changed until then.
    assert_eq!(bench.table(Command::SetOptions(Options::default())).documents, before.documents);
    let after = bench.table(Command::EditLexicon(add("state", wish.language, "сөз бостандығына кепіл")));
    let counts = |table: &Comparison| -> Vec<u64> {
        let of = |at: usize| table.documents.iter().map(|row| row.cells[at].count).sum();
        (0..table.columns.len()).map(of).collect()
    };
    assert_eq!((counts(&before), counts(&after)), (vec![5, 1, 1], vec![4, 2, 1]));
}

#[test]
fn what_is_no_entry_yet_says_why() {
    let mut bench = Bench::own();
    let wish = |text: &str| TrialWish {
        category: "state".to_owned(),
        language: Some(Language::Kazakh),
        fields: pattern(text),
        instead_of: None,
    };
    let code = |trial: EntryTrial| trial.problem.map(|problem| problem.code);
    assert_eq!(code(bench.tried(wish(" "))), None);
    assert_eq!(code(bench.tried(wish("құқық["))).as_deref(), Some("lex-pattern-bracket"));
    assert!(bench.tried(wish("ел")).problem.is_none());
}

#[test]
fn an_entry_is_found_where_it_stands_now() {
    let mut bench = Bench::own();
    let phrase = place("freedom", Language::Kazakh, 2, "сөз бостандығы");
    assert_eq!(bench.found(phrase.clone()).record.map(|record| record.place), Some(phrase.clone()));
    let first = place("freedom", Language::Kazakh, 0, "бостандық");
    bench.table(Command::EditLexicon(LexiconEdit::RemoveEntries(vec![first.clone()])));
    let record = bench.found(phrase).record.expect("it is there");
    assert_eq!((record.place.at, record.fields.len()), (1, 1));
    assert_eq!(bench.found(first).id, None);
}

#[test]
fn a_refused_edit_leaves_lexicon_and_table_as_they_were() {
    let mut bench = Bench::own();
    let before = bench.table(Command::SetOptions(Options::default()));
    let wrong = [
        LexiconEdit::RemoveEntries(vec![place("freedom", Language::Kazakh, 0, "ел")]),
        add("freedom", Some(Language::Kazakh), "құқық["),
        add("nowhere", Some(Language::Kazakh), "ел"),
        LexiconEdit::AddCategory { parent: None, title: LocalText::default() },
    ];
    for edit in wrong {
        let events = bench.tell(Command::EditLexicon(edit.clone()));
        assert!(matches!(&events[0], Event::Rejected { document: None, problems } if !problems.is_empty()), "{edit:?}");
        let Some(Event::Compared(table)) = events.last() else { panic!("{events:?}") };
        assert_eq!(**table, before, "{edit:?}");
    }
}

#[test]
fn a_foreign_dictionary_is_opened_edited_and_saved() {
    let bytes = b"%\n1\tfreedom\n2\tstate\n%\nliberty\t1\t7\nfree*\t1\ncourt\t2\n".to_vec();
    let source = LexiconSource::Imported { name: "own.dic".to_owned(), bytes, syntax: PatternSyntax::Glob };
    let mut bench = Bench::new(file(), Options::default());
    let events = bench.tell(Command::SetLexicon(source.clone()));
    let Event::Imported(report) = &events[0] else { panic!("{events:?}") };
    assert_eq!((report.format.as_str(), report.total), ("dic", 1), "the category 7 is told");
    assert_eq!(report.losses[0].place.line, Some(5));
    let table = bench.table(Command::EditLexicon(add("state", None, "law")));
    assert_eq!((table.lexicon.id.as_str(), table.lexicon.entries), ("own", 4));
    let Event::LexiconFile(saved) = bench.ask(Command::LexiconFile(LexiconFormat::Dic)) else { panic!("it is saved") };
    assert_eq!(saved.name, "own.dic");
    assert!(String::from_utf8(saved.bytes).expect("it is text").contains("law\t2\r\n"));
    // The whole state, told again, is the same.
    let edited = Rc::new(source).edited(add("state", None, "law"));
    assert_eq!(bench.table(Command::SetLexicon(edited)), table);
}

#[test]
fn a_broken_file_of_any_format_leaves_the_open_lexicon() {
    let mut bench = Bench::own();
    let before = bench.table(Command::SetOptions(Options::default()));
    for (name, bytes) in [
        ("a.toml", &b"format = 1\nid = "[..]),
        ("b.yaml", b"a:\n  - [x\n"),
        ("c.dic", b"\x80\x01\xff\x00\x02\xfe\x03\x04"),
        ("d.lc3", b""),
    ] {
        let syntax = PatternSyntax::Glob;
        let source = LexiconSource::Imported { name: name.to_owned(), bytes: bytes.to_vec(), syntax };
        let events = bench.tell(Command::SetLexicon(source));
        let Event::Rejected { problems, .. } = &events[0] else { panic!("{name}: {events:?}") };
        assert_eq!(problems[0].place.file.as_deref(), Some(name));
        let Some(Event::Compared(table)) = events.last() else { panic!("{events:?}") };
        assert_eq!(**table, before, "{name}");
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

    /// What is kept over an edit is what would be counted anew: table, tree and matches are those of a fresh engine.
    #[test]
    fn an_edited_lexicon_counts_as_one_that_is_read_anew(
        picks in prop::collection::vec((0_u8..7, any::<u16>(), any::<u16>()), 1..6),
        policy in prop::sample::select(Policy::ALL.to_vec()),
    ) {
        let options = Options { policy, ..Options::default() };
        let origin = Rc::new(LexiconSource::Builtin("values".to_owned()));
        let mut bench = Bench::new((*origin).clone(), options.clone());
        let mut source = builtin_source("values").expect("it is shipped").to_owned();
        let mut lexicon = Rc::clone(&origin);
        for (kind, at, other) in picks {
            let edit = edit_of(&source, (kind, usize::from(at), usize::from(other)));
            let Ok(text) = tarazy_engine::lexicon::apply_edits(&source, [&edit]) else { continue };
            source = text;
            lexicon = Rc::new(lexicon.edited(edit.clone()));
            // Looked at before the edit, so that there is something to keep.
            bench.outline(wish());
            let edited = bench.table(Command::EditLexicon(edit));
            let mut fresh = Bench::new((*lexicon).clone(), options.clone());
            let anew = fresh.table(Command::SetOptions(options.clone()));
            prop_assert_eq!(&edited, &anew);
            let all = OutlineWish { limit: u32::MAX, ..wish() };
            prop_assert_eq!(bench.outline(all.clone()), fresh.outline(all));
        }
        // The way back, in one step of one edit or of several.
        let edits = lexicon.parts().1.to_vec();
        for left in [edits.len().saturating_sub(1), edits.len() / 2, 0] {
            let before = LexiconSource::Edited { origin: Rc::clone(&origin), edits: edits[..left].to_vec() };
            let back = bench.table(Command::SetLexicon(before.clone()));
            let anew = Bench::new(before, options.clone()).table(Command::SetOptions(options.clone()));
            prop_assert_eq!(back, anew);
        }
    }
}

#[test]
fn where_there_is_no_text_nothing_is_told_of_matches() {
    let mut bench = Bench { engine: Engine::new(), sequence: 0 };
    bench.table(Command::SetLexicon(file()));
    let outline = bench.outline(wish());
    assert_eq!(outline.unmatched, None);
    assert!(rows(&outline).iter().all(|row| row.ends_with('–')), "{:?}", rows(&outline));
}
