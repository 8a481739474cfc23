//! `cargo xtask bench`: how long an edit of the lexicon takes, and the questions that the lexicon's page asks, with each sample study
//! and with a lexicon of 50,000 entries.
//!
//! The engine is driven through its door as the page drives it. Figures are medians in milliseconds.

use std::{fs, path::Path, rc::Rc, time::Instant};

use tarazy_engine::{
    language::Language,
    lexicon::{EntryKey, FieldChange, LexiconEdit},
    settings::{DocumentId, LanguageChoice, LexiconSource, ReadingOptions},
    study::{Command, Engine, Event, OutlineRow, OutlineWish, Request, TrialWish},
};

/// Runs of each step; the median is printed.
const RUNS: usize = 9;

struct Bench {
    engine: Engine,
    sequence: u32,
}

impl Bench {
    fn new(folder: &Path, sample: &str, lexicon: LexiconSource) -> Self {
        let list = fs::read_to_string(folder.join(format!("{sample}.toml"))).expect("the sample is there");
        let list: toml::Table = list.parse().expect("the sample is TOML");
        let mut bench = Self { engine: Engine::new(), sequence: 0 };
        bench.ask(Command::SetLexicon(lexicon));
        let documents = list["document"].as_array().expect("it lists documents");
        for (id, document) in (0..).zip(documents) {
            let file = document["file"].as_str().expect("a document has a file");
            bench.ask(Command::PutDocument {
                id: DocumentId(id),
                title: file.to_owned(),
                file: None,
                language: LanguageChoice::Auto,
                reading: ReadingOptions::default(),
                bytes: fs::read(folder.join(file)).expect("the text is there"),
            });
        }
        bench
    }

    fn ask(&mut self, command: Command) -> Vec<Event> {
        self.sequence += 1;
        self.engine.submit(Request { sequence: self.sequence, revision: 0, command });
        self.engine.run().into_iter().map(|reply| reply.event).collect()
    }

    fn timed(&mut self, mut command: impl FnMut(usize) -> Command) -> f64 {
        let mut times: Vec<f64> = (0..RUNS)
            .map(|run| {
                let command = command(run);
                let start = Instant::now();
                let events = self.ask(command);
                assert!(!events.iter().any(|event| matches!(event, Event::Rejected { .. })), "{events:?}");
                start.elapsed().as_secs_f64() * 1_000.0
            })
            .collect();
        times.sort_by(f64::total_cmp);
        times[RUNS / 2]
    }
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
        let mut bench = Bench::new(&folder, sample, lexicon);
        let add = |run: usize| LexiconEdit::AddEntry {
            category: category.to_owned(),
            language: Some(language),
            fields: pattern(["peace", "бейбітшілік", "hope", "үміт"][run % 4].to_owned() + &"x".repeat(run / 4)),
        };
        let added = bench.timed(|run| Command::EditLexicon(add(run)));
        let wish = OutlineWish { language: Some(language), limit: 100, ..OutlineWish::default() };
        let fresh = |run: usize| OutlineWish { search: " ".repeat(run), ..wish.clone() };
        let tree = bench.timed(|run| Command::Outline(fresh(run)));
        let window =
            bench.timed(|_| Command::Outline(OutlineWish { offset: 40, search: " ".repeat(8), ..wish.clone() }));
        let events = bench.ask(Command::Outline(wish.clone()));
        let place = events.into_iter().find_map(|event| match event {
            Event::Outline(outline) => outline.rows.iter().find_map(|row| match row {
                OutlineRow::Entry { place, .. } => Some(place.clone()),
                OutlineRow::Category { .. } => None,
            }),
            _ => None,
        });
        let place = place.expect("the lexicon has entries");
        let note = bench.timed(|run| {
            let fields = vec![FieldChange { key: EntryKey::Note, values: vec![format!("note {run}")] }];
            Command::EditLexicon(LexiconEdit::ChangeEntry { entry: place.clone(), fields })
        });
        let tried = bench.timed(|run| {
            Command::TryEntry(TrialWish {
                category: category.to_owned(),
                language: Some(language),
                fields: pattern(["peace", "war", "халық", "бейбіт"][run % 4].to_owned()),
                instead_of: None,
            })
        });
        let anew = bench.timed(|run| {
            Command::SetLexicon(LexiconSource::Edited {
                origin: Rc::clone(&origin),
                edits: (0..run).map(add).collect(),
            })
        });
        let name = format!("{sample}, {}", if category == "c7" { "50,000" } else { "values" });
        println!("{name:<24} {added:>8.1} {note:>8.1} {anew:>8.1} {tried:>8.1} {tree:>8.2} {window:>8.2}");
    }
}
