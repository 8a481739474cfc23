//! Data on documents stand in the table and change no count; copies among documents are found.

use proptest::prelude::*;
use tarazy_engine::{
    compare::DuplicateKind,
    counting::{MetadataKind, metadata_columns},
    settings::{
        DocumentId, LanguageChoice, LexiconSource, MetadataField, MetadataValue, Options, accepted_metadata,
        check_metadata,
    },
    study::{Change, DuplicatesQuery, Engine},
};

use crate::study::{put, study};

fn field(name: &str, value: MetadataValue) -> MetadataField {
    MetadataField { name: name.to_owned(), value }
}

fn text(name: &str, value: &str) -> MetadataField {
    field(name, MetadataValue::Text(value.to_owned()))
}

fn engine(texts: &[&str]) -> Engine {
    let texts: Vec<_> = texts.iter().map(|text| (LanguageChoice::Auto, *text)).collect();
    study(LexiconSource::Builtin("values".to_owned()), Options::default(), &texts)
}

#[test]
fn data_stand_in_the_table_and_nothing_is_counted_again() {
    let mut engine = engine(&["Сөз бостандығы.", "Адамның құқықтары."]);
    let before = engine.table();
    let data = vec![text("party", "Ауыл"), field("year", MetadataValue::Number(2023.0))];
    engine.apply(Change::SetMetadata(DocumentId(2), data.clone())).unwrap();
    assert!(!engine.count(), "everything is counted");
    let after = engine.table();
    assert_eq!(after.documents[1].metadata, data);
    assert!(after.documents[0].metadata.is_empty());
    let mut expected = before;
    expected.documents[1].metadata = data.clone();
    assert_eq!(after, expected);
    let columns = metadata_columns(&after.documents);
    let kinds: Vec<_> = columns.iter().map(|column| (column.name.as_str(), column.kind)).collect();
    assert_eq!(kinds, [("party", MetadataKind::Text), ("year", MetadataKind::Number)]);
    engine.apply(put(2, LanguageChoice::Auto, "Другой текст о свободе.")).unwrap();
    assert_eq!(engine.table().documents[1].metadata, data, "data stay when the text is read in another way");
}

#[test]
fn data_that_no_file_can_hold_are_refused_and_all_reasons_are_named() {
    let mut engine = engine(&["Сөз бостандығы."]);
    let data = vec![
        text("", "x"),
        text("year", "2023"),
        text("year", "2019"),
        text("note", &"a".repeat(2_001)),
        text(&"n".repeat(201), "x"),
        text("line", "a\nb"),
        field("share", MetadataValue::Number(f64::NAN)),
        field("day", MetadataValue::Date("2023-02-30".to_owned())),
    ];
    let refusal = engine.apply(Change::SetMetadata(DocumentId(1), data)).unwrap_err();
    let codes: Vec<_> = refusal.problems.iter().map(|problem| problem.code.as_str()).collect();
    let expected = [
        "data-no-name",
        "data-name-twice",
        "data-value-too-long",
        "data-name-too-long",
        "data-control-character",
        "data-not-a-number",
        "data-not-a-date",
    ];
    assert_eq!((refusal.document, codes), (Some(DocumentId(1)), expected.to_vec()));
    assert_eq!(refusal.problems[0].place.file.as_deref(), Some("text 1"));
    let many = (0..101).map(|at| text(&at.to_string(), "x")).collect();
    let refusal = engine.apply(Change::SetMetadata(DocumentId(1), many)).unwrap_err();
    assert_eq!(refusal.problems[0].code, "data-too-many");
    assert!(engine.table().documents[0].metadata.is_empty(), "the study is as it was");
    engine.apply(Change::SetMetadata(DocumentId(9), vec![text("a", "b")])).unwrap();
}

#[test]
fn a_table_has_a_limited_number_of_columns_of_data() {
    let mut engine = engine(&["law", "freedom", "order", "speech"]);
    for id in 1..=4 {
        let data = (0..100).map(|at| text(&format!("{id} {at}"), "x")).collect();
        engine.apply(Change::SetMetadata(DocumentId(id), data)).unwrap();
        let table = engine.table();
        let has_warning = table.warnings.iter().any(|problem| problem.code == "data-too-many-columns");
        let columns = usize::try_from(id).unwrap() * 100;
        assert_eq!((metadata_columns(&table.documents).len(), has_warning), (columns.min(300), columns > 300));
    }
}

#[test]
fn a_row_without_data_is_written_as_before_there_were_any() {
    let mut engine = engine(&["Сөз бостандығы."]);
    let row = engine.table().documents.remove(0);
    let written = serde_json::to_value(&row).unwrap();
    assert!(written.get("metadata").is_none());
    assert_eq!(serde_json::from_value::<tarazy_engine::counting::DocumentSummary>(written).unwrap(), row);
    engine.apply(Change::SetMetadata(DocumentId(1), vec![text("party", "Ауыл")])).unwrap();
    let row = engine.table().documents.remove(0);
    let written = serde_json::to_value(&row).unwrap();
    assert_eq!(serde_json::from_value::<tarazy_engine::counting::DocumentSummary>(written).unwrap(), row);
}

fn value() -> impl Strategy<Value = MetadataValue> {
    prop_oneof![
        "\\PC{0,20}|[a-z\n\t\u{0}]{0,9}|a{1990,2010}".prop_map(MetadataValue::Text),
        any::<f64>().prop_map(MetadataValue::Number),
        "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?".prop_map(MetadataValue::Date),
    ]
}

proptest! {
    #[test]
    fn accepted_data_pass_the_check_and_stay_as_they_are(
        list in prop::collection::vec(("[ab\n]{0,2}|n{195,205}", value()), 0..120),
    ) {
        let fields: Vec<_> = list.into_iter().map(|(name, value)| field(&name, value)).collect();
        let is_fit = check_metadata(&fields).is_ok();
        let (accepted, errors) = accepted_metadata(fields.clone());
        prop_assert_eq!(check_metadata(&accepted), Ok(()));
        prop_assert!(!is_fit || errors.is_empty());
        let (again, none) = accepted_metadata(accepted.clone());
        prop_assert_eq!((again, none), (accepted, Vec::new()));
    }

    #[test]
    fn no_cell_makes_data_that_are_refused(cell in "\\PC{0,20}|[0-9.:/ T-]{0,20}") {
        let (accepted, errors) = accepted_metadata(vec![field("a", MetadataValue::of(&cell))]);
        prop_assert_eq!(errors, []);
        prop_assert_eq!(accepted.is_empty(), cell.trim().is_empty());
    }
}

/// Sixty words, of which the first `changed` are others.
fn words(changed: usize) -> String {
    let word = |at: usize| if at < changed { format!("другое{at}") } else { format!("слово{at}") };
    (0..60).map(word).collect::<Vec<_>>().join(" ")
}

#[test]
fn copies_are_found_by_bytes_by_words_and_nearly() {
    let original = words(0);
    let texts = [&original, &original, &original.replace(' ', "\r\n\r\n"), &words(10), &words(60), ""];
    let mut engine = engine(&texts.map(|text| text as &str));
    let pairs = engine.ask(DuplicatesQuery {}).unwrap().pairs;
    let found: Vec<_> = pairs.iter().map(|pair| (pair.earlier.0, pair.later.0, pair.kind)).collect();
    let share = 46.0 / 56.0;
    let expected =
        [(1, 2, DuplicateKind::SameBytes), (1, 3, DuplicateKind::SameWords), (1, 4, DuplicateKind::NearCopy(share))];
    assert_eq!(found, expected);
    let warnings = engine.table().warnings;
    let copies: Vec<_> = warnings
        .iter()
        .filter(|problem| problem.code.starts_with("text-same") || problem.code.starts_with("text-near"))
        .map(|problem| (problem.code.as_str(), problem.place.file.as_deref().unwrap_or_default()))
        .collect();
    assert_eq!(copies, [("text-same-as", "text 2"), ("text-same-words-as", "text 3"), ("text-near-copy-of", "text 4")]);
    engine.apply(Change::RemoveDocument(DocumentId(1))).unwrap();
    let pairs = engine.ask(DuplicatesQuery {}).unwrap().pairs;
    let found: Vec<_> = pairs.iter().map(|pair| (pair.earlier.0, pair.later.0)).collect();
    assert_eq!(found, [(2, 3), (2, 4)]);
}

#[test]
fn a_text_in_another_encoding_has_the_same_words() {
    let text = "Сөз бостандығына кепілдік беріледі, адамның құқықтары қорғалады.";
    let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let mut engine = engine(&[text]);
    engine.apply(put(2, LanguageChoice::Auto, utf16)).unwrap();
    let pairs = engine.ask(DuplicatesQuery {}).unwrap().pairs;
    assert_eq!(pairs.iter().map(|pair| pair.kind).collect::<Vec<_>>(), [DuplicateKind::SameWords]);
}
