//! Kept results answer as the study did, and a published table is checked cell by cell.

use std::{fs, path::Path};

use tarazy_engine::{
    counting::Comparison,
    matching::ColumnId,
    settings::{DocumentId, LanguageChoice, LexiconSource, Options},
    study::{
        CellQuery, Change, ContextExtent, ContextsQuery, DiscrepancyKind, Engine, Record, RecordQuery, Verification,
        VerificationQuery,
    },
};

use crate::study::{put, study};

fn sample(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/samples").join(name);
    fs::read_to_string(path).expect("a sample")
}

/// A study of the Declaration in two languages, and its table.
fn declaration() -> (Engine, Comparison) {
    let texts = [sample("udhr-kaz.txt"), sample("udhr-rus.txt")];
    let texts = [&texts[0], &texts[1]].map(|text| (LanguageChoice::Auto, text.as_str()));
    let mut engine = study(LexiconSource::Builtin("values".to_owned()), Options::default(), &texts);
    let table = engine.table();
    (engine, table)
}

fn record(engine: &mut Engine, context_words: Option<u32>) -> Record {
    engine.ask(RecordQuery { context_words }).expect("it is always answered")
}

fn recalled(record: Record) -> Engine {
    let mut engine = Engine::new();
    engine.apply(Change::Recall(Some(Box::new(record)))).expect("every record is taken");
    engine
}

fn verify(engine: &mut Engine, published: &Comparison) -> Verification {
    engine.ask(VerificationQuery { published: Box::new(published.clone()) }).expect("it is always answered")
}

#[test]
fn an_engine_that_recalls_answers_as_the_one_that_counted() {
    let (mut engine, table) = declaration();
    let kept = record(&mut engine, Some(5));
    assert_eq!(kept.table, table);
    let mut other = recalled(kept);
    assert_eq!(other.table(), table);
    for row in &table.documents {
        for column in &table.columns {
            let cell = CellQuery { document: row.id, column: column.id };
            let explanation = other.ask(cell).expect("the cell is there");
            assert_eq!(explanation, engine.ask(cell).expect("the cell is there"));
            let contexts = ContextsQuery {
                document: Some(row.id),
                limit: 1_000,
                extent: ContextExtent::Characters(1_000),
                ..ContextsQuery::new(column.id)
            };
            let page = other.ask(contexts.clone()).expect("contexts are kept");
            let live = engine.ask(contexts.clone()).expect("the cell is there");
            assert_eq!(page.total, live.total);
            assert_eq!(page.lines.len(), live.lines.len());
            for (line, live) in page.lines.iter().zip(&live.lines) {
                assert_eq!((line.span, &line.node, &line.entry), (live.span, &live.node, &live.entry));
                assert!(live.left.ends_with(&line.left) && live.right.starts_with(&line.right), "{line:?} {live:?}");
                for side in [&line.left, &line.right] {
                    assert!(side.split_whitespace().count() <= 5, "{side}");
                }
            }
            let second =
                ContextsQuery { document: None, offset: 1, limit: 1, extent: ContextExtent::Characters(0), ..contexts };
            let second = other.ask(second).expect("contexts are kept");
            assert!(second.lines.len() <= 1 && second.total >= page.total);
        }
    }
    // A text of the reader's own is counted; the record steps aside.
    other.apply(put(7, LanguageChoice::Auto, "Бостандық және әділеттілік")).expect("it is text");
    assert_eq!(other.table().documents.len(), 1);
}

#[test]
fn a_record_without_contexts_holds_no_word_of_the_texts_but_matched_forms() {
    let (mut engine, _) = declaration();
    let kept = record(&mut engine, None);
    assert!(kept.contexts.is_empty() && kept.explanations.len() == 2 * kept.table.columns.len());
    let contexts = ContextsQuery { limit: 9, extent: ContextExtent::Characters(9), ..ContextsQuery::new(ColumnId(0)) };
    let page = recalled(kept).ask(contexts).expect("an empty page");
    assert!(page.total == 0 && page.lines.is_empty());
}

#[test]
fn a_record_is_the_same_after_a_way_through_json() {
    let (mut engine, _) = declaration();
    let kept = record(&mut engine, Some(3));
    let json = serde_json::to_string(&kept).expect("it can be written");
    let read = serde_json::from_str::<Record>(&json).expect("it can be read");
    assert!(read == kept, "{:?}", json.chars().take(300).collect::<String>());
}

#[test]
fn a_check_finds_what_was_tampered_with_and_nothing_else() {
    let (mut engine, table) = declaration();
    let sound = verify(&mut engine, &table);
    assert_eq!(sound.discrepancies, []);
    assert_eq!((sound.texts, sound.cells as usize), (2, 2 * table.columns.len()));

    let mut forged = table.clone();
    forged.documents[1].cells[2].count += 1;
    let found = verify(&mut engine, &forged).discrepancies;
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].kind, found[0].document, found[0].column),
        (DiscrepancyKind::Count, Some(1), Some(ColumnId(2)))
    );
    assert_eq!(found[0].published, (table.documents[1].cells[2].count + 1).to_string());

    let change = |engine: &mut Engine, change| engine.apply(change).expect("it can be made");
    change(&mut engine, Change::SetOptions(Options { case_sensitive: true, ..Options::default() }));
    let discrepancies = verify(&mut engine, &table).discrepancies;
    let settings = discrepancies.iter().filter(|found| found.kind == DiscrepancyKind::Options);
    let reported: Vec<(&str, &str)> = settings.map(|found| (found.published.as_str(), found.found.as_str())).collect();
    assert_eq!(reported, [("case_sensitive = false", "case_sensitive = true")], "only what differs is reported");
    change(&mut engine, Change::SetOptions(Options::default()));
    change(&mut engine, put(2, LanguageChoice::Auto, "Свобода"));
    let kinds: Vec<_> = verify(&mut engine, &table).discrepancies.iter().map(|found| found.kind).collect();
    assert!(kinds.contains(&DiscrepancyKind::Text) && kinds.contains(&DiscrepancyKind::Words));
    change(&mut engine, Change::RemoveDocument(DocumentId(2)));
    let found = verify(&mut engine, &table).discrepancies;
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].kind, found[0].document), (DiscrepancyKind::Removed, None));
    assert_eq!((found[0].published.as_str(), found[0].found.as_str()), (table.documents[1].title.as_str(), ""));
}

#[test]
fn a_check_finds_texts_wherever_they_stand() {
    let (mut engine, table) = declaration();
    let change = |engine: &mut Engine, change| engine.apply(change).expect("it can be made");
    let ids: Vec<DocumentId> = table.documents.iter().rev().map(|row| row.id).collect();
    change(&mut engine, Change::OrderDocuments(ids));
    assert_eq!(verify(&mut engine, &table).discrepancies, [], "another order is no difference");
    change(&mut engine, put(7, LanguageChoice::Auto, "Свобода"));
    let found = verify(&mut engine, &table);
    assert_eq!(found.discrepancies.len(), 1);
    assert_eq!(found.discrepancies[0].kind, DiscrepancyKind::Added);
    assert_eq!(found.cells as usize, 2 * table.columns.len(), "the published cells are compared");
}

#[test]
fn a_check_compares_columns_by_their_path() {
    let (mut engine, table) = declaration();
    let mut published = table;
    // The lexicon once had a category less: those behind it are compared with themselves.
    published.columns.remove(0);
    for row in &mut published.documents {
        row.cells.remove(0);
    }
    let kinds: Vec<_> = verify(&mut engine, &published).discrepancies.iter().map(|found| found.kind).collect();
    assert_eq!(kinds, [DiscrepancyKind::Columns]);
}
