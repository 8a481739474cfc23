//! `cargo xtask bench`: how long an edit of the lexicon takes, and the questions that the lexicon's
//! page asks, with each sample study and with a lexicon of 50,000 entries.
//!
//! The table and the tree are computed after each change, as for the page. Figures are medians in
//! milliseconds.

use std::{fs, path::Path, rc::Rc, time::Instant};

use tarazy_engine::{
    language::Language,
    lexicon::{EntryKey, FieldChange, LexiconEdit},
    settings::{DocumentId, LanguageChoice, LexiconSource, ReadingOptions},
    study::{Change, Engine, OutlineQuery, OutlineRow, TrialQuery},
};

/// Runs of each step; the median is printed.
const RUNS: usize = 9;

fn study(folder: &Path, sample: &str, lexicon: LexiconSource) -> Engine {
    let list = fs::read_to_string(folder.join(format!("{sample}.toml"))).expect("the sample is there");
    let list: toml::Table = list.parse().expect("the sample is TOML");
    let mut engine = Engine::new();
    change(&mut engine, Change::SetLexicon(lexicon));
    let documents = list["document"].as_array().expect("it lists documents");
    for (id, document) in (0..).zip(documents) {
        let file = document["file"].as_str().expect("a document has a file");
        let put = Change::PutDocument {
            id: DocumentId(id),
            title: file.to_owned(),
            file: None,
            language: LanguageChoice::Auto,
            reading: ReadingOptions::default(),
            bytes: fs::read(folder.join(file)).expect("the text is there"),
        };
        change(&mut engine, put);
    }
    engine
}

/// Makes a change and counts the table.
fn change(engine: &mut Engine, change: Change) {
    engine.apply(change).expect("it can be made");
    engine.table();
}

/// Returns the median time of a step; making what it is given is not timed.
fn timed<Input>(make: impl Fn(usize) -> Input, mut step: impl FnMut(Input)) -> f64 {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|run| {
            let input = make(run);
            let start = Instant::now();
            step(input);
            start.elapsed().as_secs_f64() * 1_000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[RUNS / 2]
}

fn pattern(text: String) -> Vec<FieldChange> {
    vec![FieldChange { key: EntryKey::Pattern, values: vec![text] }]
}

fn large(entries: usize) -> LexiconSource {
    let mut text = "format = 1\nid = \"large\"\nversion = \"1\"\n".to_owned();
    for category in 0..100 {
        text.push_str(&format!("[[category]]\nid = \"c{category}\"\n[category.en]\nentries = [\n"));
        for entry in 0..entries / 100 {
            text.push_str(&format!("  \"word{category}x{entry}\",\n"));
        }
        text.push_str("]\n");
    }
    LexiconSource::File { name: "large.toml".to_owned(), text }
}

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/samples");
    println!("{:<24} {:>8} {:>8} {:>8} {:>8} {:>8} {:>8}", "study", "add", "note", "anew", "try", "tree", "window");
    let values = || LexiconSource::Builtin("values".to_owned());
    let studies = [
        ("constitution", values(), "freedom", Language::Kazakh),
        ("declaration", values(), "freedom", Language::Kazakh),
        ("addresses", values(), "freedom", Language::English),
        ("addresses", large(50_000), "c7", Language::English),
    ];
    for (sample, lexicon, category, language) in studies {
        let origin = Rc::new(lexicon.clone());
        let mut engine = study(&folder, sample, lexicon);
        let add = |run: usize| LexiconEdit::AddEntry {
            category: category.to_owned(),
            language: Some(language),
            fields: pattern(["peace", "бейбітшілік", "hope", "үміт"][run % 4].to_owned() + &"x".repeat(run / 4)),
        };
        let added = timed(|run| Change::EditLexicon(add(run)), |edit| change(&mut engine, edit));
        let query = OutlineQuery { language: Some(language), limit: 100, ..OutlineQuery::default() };
        let outline = |engine: &mut Engine, query| engine.ask(query).expect("it is always answered");
        let fresh = |run: usize| OutlineQuery { search: " ".repeat(run), ..query.clone() };
        let tree = timed(fresh, |query| drop(outline(&mut engine, query)));
        let scrolled = |_| OutlineQuery { offset: 40, ..fresh(8) };
        let window = timed(scrolled, |query| drop(outline(&mut engine, query)));
        let place = outline(&mut engine, query.clone()).rows.into_iter().find_map(|row| match row {
            OutlineRow::Entry { place, .. } => Some(place),
            OutlineRow::Category { .. } => None,
        });
        let place = place.expect("the lexicon has entries");
        let with_note = |run: usize| {
            let fields = vec![FieldChange { key: EntryKey::Note, values: vec![format!("note {run}")] }];
            Change::EditLexicon(LexiconEdit::ChangeEntry { entry: place.clone(), fields })
        };
        let note = timed(with_note, |edit| change(&mut engine, edit));
        let trial = |run: usize| TrialQuery {
            category: category.to_owned(),
            language: Some(language),
            fields: pattern(["peace", "war", "халық", "бейбіт"][run % 4].to_owned()),
            instead_of: None,
        };
        let tried = timed(trial, |query| drop(engine.ask(query).expect("it is always answered")));
        let edited = |run: usize| {
            let edits = (0..run).map(add).collect();
            Change::SetLexicon(LexiconSource::Edited { origin: Rc::clone(&origin), edits })
        };
        let anew = timed(edited, |edit| change(&mut engine, edit));
        let name = format!("{sample}, {}", if category == "c7" { "50,000" } else { "values" });
        println!("{name:<24} {added:>8.1} {note:>8.1} {anew:>8.1} {tried:>8.1} {tree:>8.2} {window:>8.2}");
    }
}
