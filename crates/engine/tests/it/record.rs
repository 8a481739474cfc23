//! Kept results answer as the study did, and a published table is checked cell by cell.

use std::{fs, path::Path};

use tarazy_engine::{
    counting::Comparison,
    matching::ColumnId,
    settings::{DocumentId, LanguageChoice, LexiconSource, Options, ReadingOptions},
    study::{Command, DeviationKind, Engine, Event, Record, Request, Verification},
};

fn ask(engine: &mut Engine, command: Command) -> Event {
    engine.submit(Request { sequence: 1, revision: 1, command });
    let mut events: Vec<Event> = engine.run().into_iter().map(|reply| reply.event).collect();
    assert!(events.len() <= 1, "{events:?}");
    events.pop().unwrap_or(Event::Compared(Box::default()))
}

fn put(engine: &mut Engine, id: u32, bytes: &[u8]) -> Event {
    let (title, file) = (format!("text {id}"), None);
    let (language, reading) = (LanguageChoice::Auto, ReadingOptions::default());
    ask(engine, Command::PutDocument { id: DocumentId(id), title, file, language, reading, bytes: bytes.to_vec() })
}

fn sample(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/samples").join(name)).expect("a sample")
}

fn study() -> (Engine, Comparison) {
    let mut engine = Engine::new();
    ask(&mut engine, Command::SetLexicon(LexiconSource::Builtin("values".to_owned())));
    put(&mut engine, 0, &sample("udhr-kaz.txt"));
    match put(&mut engine, 1, &sample("udhr-rus.txt")) {
        Event::Compared(table) => (engine, *table),
        other => panic!("{other:?}"),
    }
}

fn record(engine: &mut Engine, words: Option<u32>) -> Record {
    match ask(engine, Command::Record(words)) {
        Event::Recorded(record) => *record,
        other => panic!("{other:?}"),
    }
}

fn verify(engine: &mut Engine, published: &Comparison) -> Verification {
    match ask(engine, Command::Verify(Box::new(published.clone()))) {
        Event::Verified(verification) => *verification,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_engine_that_recalls_answers_as_the_one_that_counted() {
    let (mut engine, table) = study();
    let kept = record(&mut engine, Some(5));
    assert_eq!(kept.table, table);
    let mut other = Engine::new();
    let Event::Compared(recalled) = ask(&mut other, Command::Recall(Some(Box::new(kept.clone())))) else { panic!() };
    assert_eq!(*recalled, table);
    for row in &table.documents {
        for column in &table.columns {
            let explain = Command::Explain(row.id, column.id);
            assert_eq!(ask(&mut other, explain.clone()), ask(&mut engine, explain));
            let contexts = |document, offset, limit, width| Command::Contexts {
                document,
                column: column.id,
                offset,
                limit,
                width,
            };
            let Event::Contexts(page) = ask(&mut other, contexts(Some(row.id), 0, 1_000, 1_000)) else { panic!() };
            let Event::Contexts(live) = ask(&mut engine, contexts(Some(row.id), 0, 1_000, 1_000)) else { panic!() };
            assert_eq!(page.total, live.total);
            for (line, live) in page.lines.iter().zip(&live.lines) {
                assert_eq!((line.span, &line.node, &line.entry), (live.span, &live.node, &live.entry));
                assert!(live.left.ends_with(&line.left) && live.right.starts_with(&line.right), "{line:?} {live:?}");
                for side in [&line.left, &line.right] {
                    assert!(side.split_whitespace().count() <= 5, "{side}");
                }
            }
            let Event::Contexts(second) = ask(&mut other, contexts(None, 1, 1, 0)) else { panic!() };
            assert!(second.lines.len() <= 1 && second.total >= page.total);
        }
    }
    // A text of the reader's own is counted; the record steps aside.
    let Event::Compared(live) = put(&mut other, 7, "Бостандық және әділеттілік".as_bytes())
    else {
        panic!()
    };
    assert_eq!(live.documents.len(), 1);
}

#[test]
fn a_record_without_contexts_holds_no_word_of_the_texts_but_matched_forms() {
    let (mut engine, _) = study();
    let kept = record(&mut engine, None);
    assert!(kept.contexts.is_empty() && kept.explanations.len() == 2 * kept.table.columns.len());
    let mut other = Engine::new();
    ask(&mut other, Command::Recall(Some(Box::new(kept))));
    let contexts = Command::Contexts { document: None, column: ColumnId(0), offset: 0, limit: 9, width: 9 };
    assert!(matches!(ask(&mut other, contexts), Event::Contexts(page) if page.total == 0 && page.lines.is_empty()));
}

#[test]
fn a_record_is_the_same_after_a_way_through_json() {
    let (mut engine, _) = study();
    let kept = record(&mut engine, Some(3));
    let json = serde_json::to_string(&kept).expect("it can be written");
    let read = serde_json::from_str::<Record>(&json).expect("it can be read");
    assert!(read == kept, "{:?}", json.chars().take(300).collect::<String>());
}

#[test]
fn a_check_finds_what_was_tampered_with_and_nothing_else() {
    let (mut engine, table) = study();
    let sound = verify(&mut engine, &table);
    assert_eq!(sound.deviations, []);
    assert_eq!((sound.texts, sound.cells as usize), (2, 2 * table.columns.len()));

    let mut forged = table.clone();
    forged.documents[1].cells[2].count += 1;
    let found = verify(&mut engine, &forged).deviations;
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].kind, found[0].document, found[0].column), (DeviationKind::Count, Some(1), Some(ColumnId(2))));
    assert_eq!(found[0].published, (table.documents[1].cells[2].count + 1).to_string());

    ask(&mut engine, Command::SetOptions(Options { case_sensitive: true, ..Options::default() }));
    let deviations = verify(&mut engine, &table).deviations;
    let settings = deviations.iter().filter(|found| found.kind == DeviationKind::Options);
    let told: Vec<(&str, &str)> = settings.map(|found| (found.published.as_str(), found.found.as_str())).collect();
    assert_eq!(told, [("case_sensitive = false", "case_sensitive = true")], "only what differs is told");
    ask(&mut engine, Command::SetOptions(Options::default()));
    put(&mut engine, 1, "Свобода".as_bytes());
    let kinds: Vec<_> = verify(&mut engine, &table).deviations.iter().map(|found| found.kind).collect();
    assert!(kinds.contains(&DeviationKind::Text) && kinds.contains(&DeviationKind::Words));
    ask(&mut engine, Command::RemoveDocument(DocumentId(1)));
    assert!(verify(&mut engine, &table).deviations.iter().any(|found| found.kind == DeviationKind::Texts));
}
