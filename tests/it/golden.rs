//! The sample studies, counted: figures that change only when the engine or the lexicon does, and
//! then on purpose.

use std::{fs, path::Path};

use serde::Deserialize;
use tarazy_engine::{
    counting::{Comparison, Measure},
    encoding::{Encoding, EncodingChoice},
    language::Language,
    matching::{ColumnId, Policy},
    settings::{DocumentId, LanguageChoice, LexiconSource, Options, ReadingOptions},
    study::{CellQuery, Change, ContextExtent, ContextsQuery, Engine},
};
use tarazy_report::report;

#[derive(Deserialize)]
struct Study {
    lexicon: String,
    document: Vec<Sample>,
}

#[derive(Deserialize)]
struct Sample {
    file: String,
    language: String,
}

fn samples() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("www/samples")
}

fn study(id: &str) -> Study {
    let text = fs::read_to_string(samples().join(format!("{id}.toml"))).expect("the manifest is there");
    toml::from_str(&text).expect("the manifest is TOML")
}

fn apply(engine: &mut Engine, change: Change) {
    engine.apply(change).unwrap_or_else(|rejection| panic!("{:?}", rejection.problems));
}

fn put(engine: &mut Engine, at: u32, file: &str, language: LanguageChoice) {
    let bytes = fs::read(samples().join(file)).expect("the text is there");
    let put = Change::PutDocument {
        id: DocumentId(at),
        title: file.to_owned(),
        file: Some(file.to_owned()),
        language,
        reading: ReadingOptions::default(),
        bytes,
    };
    apply(engine, put);
}

fn counted(id: &str, policy: Policy) -> (Engine, Comparison) {
    let study = study(id);
    let mut engine = Engine::new();
    apply(&mut engine, Change::SetLexicon(LexiconSource::Builtin(study.lexicon.clone())));
    apply(&mut engine, Change::SetOptions(Options { policy, ..Options::default() }));
    for (at, sample) in (0..).zip(&study.document) {
        let language = Language::from_code(&sample.language).map_or(LanguageChoice::Auto, LanguageChoice::Fixed);
        put(&mut engine, at, &sample.file, language);
    }
    let table = engine.table();
    (engine, table)
}

#[test]
fn sample_studies_count_as_before() {
    for id in ["declaration", "programmes", "addresses", "constitution"] {
        for policy in Policy::ALL {
            let (_, table) = counted(id, policy);
            insta::assert_snapshot!(
                format!("{id}-{}", policy.name()),
                report::csv(&table, Measure::Count, report::CsvStyle::PLAIN)
            );
        }
        let (_, table) = counted(id, Policy::Longest);
        insta::assert_snapshot!(format!("{id}-table1"), report::table1_json(&table));
    }
}

/// The pattern of an article's Table 1: five of seven programmes have no special content; two have a
/// topic, and it is among their dominant values.
#[test]
fn seven_programmes_have_the_pattern_of_an_article() {
    let expected: [(&[&str], &[&str]); 7] = [
        (&[], &["economic_wellbeing", "patriotism"]),
        (&[], &["freedom", "economic_wellbeing"]),
        (&["agriculture"], &["agriculture", "economic_wellbeing"]),
        (&[], &["equality", "justice"]),
        (&[], &["freedom", "equality"]),
        (&["ecology"], &["ecology", "family_tradition"]),
        (&[], &["family_tradition", "justice"]),
    ];
    let (_, table) = counted("programmes", Policy::Longest);
    let path = |column: ColumnId| table.columns[column.0 as usize].path.as_str();
    for (row, (special, dominant)) in table.table1.iter().zip(expected) {
        let topics: Vec<&str> = row.topics.iter().map(|topic| path(topic.column)).collect();
        let values: Vec<&str> = row.dominant.iter().map(|value| path(value.column)).collect();
        assert_eq!((topics.as_slice(), values.as_slice()), (special, dominant), "programme {}", row.document.0 + 1);
    }
    assert_eq!(table.table1.len(), expected.len());
}

#[test]
fn the_language_of_every_sample_is_found() {
    for id in ["declaration", "programmes", "addresses", "constitution"] {
        let study = study(id);
        let mut engine = Engine::new();
        (0..).zip(&study.document).for_each(|(at, sample)| put(&mut engine, at, &sample.file, LanguageChoice::Auto));
        for (row, sample) in engine.table().documents.iter().zip(&study.document) {
            assert_eq!(row.language.map(Language::code), Some(sample.language.as_str()), "{}", sample.file);
            assert_eq!(row.languages.len(), 1, "{}: no sentence is taken for one in another language", sample.file);
        }
    }
}

#[test]
fn every_cell_agrees_with_its_contexts_its_forms_and_its_marks() {
    for policy in Policy::ALL {
        let (mut engine, table) = counted("declaration", policy);
        for row in &table.documents {
            for (at, cell) in (0..).zip(&row.cells) {
                let column = ColumnId(at);
                let explained = engine.ask(CellQuery { document: row.id, column }).expect("the cell is there");
                assert_eq!(explained.forms.iter().map(|form| form.matches).sum::<u64>(), cell.matches);
                let contexts = ContextsQuery {
                    document: Some(row.id),
                    extent: ContextExtent::Characters(40),
                    ..ContextsQuery::new(column)
                };
                let page = engine.ask(contexts).expect("it is always answered");
                assert_eq!(u64::from(page.total), cell.matches);
                assert_eq!(page.lines.len() as u64, cell.matches);
                assert!(page.lines.iter().all(|line| !line.matched_by.is_empty()));
            }
        }
    }
}

#[test]
fn pages_of_contexts_are_the_list() {
    let (mut engine, _) = counted("addresses", Policy::Longest);
    let ask = |engine: &mut Engine, offset, limit| {
        let query = ContextsQuery { offset, limit, ..ContextsQuery::new(ColumnId(0)) };
        engine.ask(query).expect("it is always answered")
    };
    let all = ask(&mut engine, 0, u32::MAX);
    let mut paged = Vec::new();
    while paged.len() < all.lines.len() {
        paged.extend(ask(&mut engine, u32::try_from(paged.len()).expect("few lines"), 7).lines);
    }
    assert_eq!(paged, all.lines);
}

#[test]
fn order_and_renaming_change_no_count() {
    let (mut engine, table_before) = counted("declaration", Policy::Longest);
    apply(&mut engine, Change::OrderDocuments(vec![DocumentId(2), DocumentId(0), DocumentId(1)]));
    apply(&mut engine, Change::RenameDocument(DocumentId(1), "=1+1".to_owned()));
    let after = engine.table();
    assert_eq!(after.documents.iter().map(|row| row.id.0).collect::<Vec<_>>(), [2, 0, 1]);
    for row in &after.documents {
        let before = table_before.documents.iter().find(|own| own.id == row.id).expect("the same documents");
        assert_eq!(row.cells, before.cells);
    }
    assert!(report::csv(&after, Measure::Count, report::CsvStyle::PLAIN).contains("\n'=1+1,"), "a formula is disarmed");
}

#[test]
fn what_cannot_be_used_leaves_the_study_as_it_was() {
    let (mut engine, before) = counted("declaration", Policy::Longest);
    let text = Change::PutDocument {
        id: DocumentId(0),
        title: "bad".to_owned(),
        file: None,
        language: LanguageChoice::Auto,
        reading: ReadingOptions::default(),
        bytes: b"\xFF\xFE\x00".to_vec(),
    };
    let rejection = engine.apply(text).expect_err("it is no text");
    assert_eq!(rejection.document, Some(DocumentId(0)));
    let lexicon = LexiconSource::File { name: "bad.toml".into(), text: "format = 9".into() };
    let rejection = engine.apply(Change::SetLexicon(lexicon)).expect_err("there is no such format");
    assert_eq!(rejection.document, None);
    let after = engine.table();
    assert_eq!(after.documents, before.documents);
    assert_eq!(after.lexicon, before.lexicon);
}

#[test]
fn a_table_warns_how_a_text_was_read() {
    let mut engine = Engine::new();
    apply(&mut engine, Change::SetLexicon(LexiconSource::Builtin("values".to_owned())));
    let put = |id, encoding, bytes: &[u8]| Change::PutDocument {
        id: DocumentId(id),
        title: "Бағдарлама".to_owned(),
        file: None,
        language: LanguageChoice::Auto,
        reading: ReadingOptions { encoding, ..ReadingOptions::default() },
        bytes: bytes.to_vec(),
    };
    // «Сөз бостандығы» in KZ-1048, which differs from Windows-1251 by two letters, and a text with
    // a byte that it lacks.
    let words = b"\xD1\xB4\xE7 \xE1\xEE\xF1\xF2\xE0\xED\xE4\xFB\xBA\xFB";
    apply(&mut engine, put(0, EncodingChoice::Auto, words));
    apply(&mut engine, put(1, EncodingChoice::Fixed(Encoding::Kz1048), &[words.as_slice(), b" \x98"].concat()));
    // «прокуратураның» in PT154: a single letter decides, and Windows-1251 is the more usual.
    apply(&mut engine, put(2, EncodingChoice::Auto, b"\xEF\xF0\xEE\xEA\xF3\xF0\xE0\xF2\xF3\xF0\xE0\xED\xFB\x9C"));
    let table = engine.table();
    let encodings: Vec<Encoding> = table.documents.iter().map(|document| document.encoding).collect();
    assert_eq!(encodings[..2], [Encoding::Kz1048, Encoding::Kz1048]);
    assert!(table.documents[2].encoding_confidence < 0.8, "{}", table.documents[2].encoding_confidence);
    let codes: Vec<&str> = table.warnings.iter().map(|warning| warning.code.as_str()).collect();
    let codes: Vec<&str> = codes.into_iter().filter(|code| code.starts_with("text-encoding")).collect();
    assert_eq!(codes, ["text-encoding-replaced", "text-encoding-guessed"]);
}
