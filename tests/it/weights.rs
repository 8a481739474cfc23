//! Weighted figures beside the others: under every measure, with zero and negative weights, in
//! every file.

use tarazy_engine::{
    counting::{Comparison, Measure, NoValue},
    language::Language,
    matching::Policy,
    settings::{DocumentId, LanguageChoice, LexiconSource, Options, ReadingOptions},
    study::{Change, Engine},
};
use tarazy_report::{
    message::Messages,
    report::{self, CsvStyle},
};

const LEXICON: &str = r#"
format = 1
id = "weighed"
version = "1"
[[category]]
id = "freedom"
en.entries = [{ pattern = "=liberty", weight = 2.5 }, "=freedom", { pattern = "=free =market", weight = 0.5 }]
[[category]]
id = "order"
en.entries = [{ pattern = "=law", weight = 3 }, { pattern = "=chaos", weight = -4 }, { pattern = "=the", weight = 0 }]
"#;

/// Two texts of four words and one of none that match: liberty 2.5, freedom 1 and law 3; chaos −4
/// and the 0.
const TEXTS: [&str; 3] = ["Liberty, freedom and law", "Freedom, the chaos, chaos", "nothing"];

/// The table of English texts.
fn table_of(texts: &[&str], policy: Policy) -> Comparison {
    let mut engine = Engine::new();
    let lexicon = LexiconSource::File { name: "weighed.toml".into(), text: LEXICON.into() };
    let options = Options { policy, ..Options::default() };
    let texts = (0..).zip(texts).map(|(id, text)| Change::PutDocument {
        id: DocumentId(id),
        title: format!("text {id}"),
        file: None,
        language: LanguageChoice::Fixed(Language::English),
        reading: ReadingOptions::default(),
        bytes: (*text).into(),
    });
    for change in [Change::SetLexicon(lexicon), Change::SetOptions(options)].into_iter().chain(texts) {
        engine.apply(change).expect("lexicon and texts can be read");
    }
    engine.table()
}

fn table(policy: Policy) -> Comparison {
    table_of(&TEXTS, policy)
}

#[test]
fn every_measure_has_its_weighted_value() {
    let table = table(Policy::Longest);
    assert!(table.lexicon.has_weights);
    for (measure, values) in [
        (Measure::Count, [Ok(3.5), Ok(3.0), Ok(1.0), Ok(-8.0), Ok(0.0)]),
        (Measure::PerThousandWords, [Ok(875.0), Ok(750.0), Ok(250.0), Ok(-2_000.0), Ok(0.0)]),
        (Measure::Percent, [Ok(87.5), Ok(75.0), Ok(25.0), Ok(-200.0), Ok(0.0)]),
        (
            Measure::PerTenThousandCharacters,
            [Ok(35_000.0 / 24.0), Ok(30_000.0 / 24.0), Ok(10_000.0 / 25.0), Ok(-80_000.0 / 25.0), Ok(0.0)],
        ),
        (
            Measure::Share,
            [
                Ok(3.5 / 6.5),
                Ok(3.0 / 6.5),
                Err(NoValue::NegativeWeights),
                Err(NoValue::NegativeWeights),
                Err(NoValue::NoBase),
            ],
        ),
    ] {
        for ((row, column), expected) in [(0, 0), (0, 1), (1, 0), (1, 1), (2, 0)].into_iter().zip(values) {
            let found = measure.weighted_value(&table.documents[row], column);
            let is_same = match (found, expected) {
                (Ok(found), Ok(expected)) => (found - expected).abs() < 1e-9,
                (found, expected) => found == expected,
            };
            assert!(is_same, "{} of {row}, {column}: {found:?}, expected {expected:?}", measure.name());
        }
    }
}

#[test]
fn a_phrase_weighs_once_or_under_liwc_for_each_word() {
    let cell = |policy| {
        let cell = table_of(&["a free market"], policy).documents[0].cells[0];
        (cell.count, cell.weighted.to_bits())
    };
    assert_eq!(cell(Policy::Longest), (1, 0.5_f64.to_bits()));
    assert_eq!(cell(Policy::Liwc), (2, 1.0_f64.to_bits()));
}

#[test]
fn files_hold_both_figures_and_why_one_is_missing() {
    let table = table(Policy::Longest);
    let csv = report::weighted_csv(&table, Measure::Count, CsvStyle::PLAIN);
    let lines: Vec<&str> = csv.lines().collect();
    assert!(
        lines[0].contains(",words,freedom,freedom:weighted,order,order:weighted,measure,policy,negation,"),
        "{}",
        lines[0]
    );
    assert!(lines[1].contains(",4,2,3.500000,1,3.000000,count,longest,ignore,"), "{}", lines[1]);
    assert!(
        report::weighted_csv(&table, Measure::Share, CsvStyle::PLAIN)
            .lines()
            .nth(2)
            .is_some_and(|line| line.contains(",4,0.250000,,0.750000,,share,"))
    );
    assert!(!report::csv(&table, Measure::Count, CsvStyle::PLAIN).contains("weighted"));

    let json: serde_json::Value = serde_json::from_str(&report::weighted_json(&table, Measure::Share)).expect("JSON");
    let document = |at: usize| &json["documents"][at];
    assert_eq!(document(0)["weighted_counts"], serde_json::json!({ "freedom": 3.5, "order": 3.0 }));
    assert_eq!(document(0)["weighted_missing"], serde_json::Value::Null);
    assert_eq!(document(1)["weighted_values"], serde_json::json!({ "freedom": null, "order": null }));
    assert_eq!(
        (&document(1)["weighted_missing"], &document(2)["weighted_missing"]),
        (&"negative-weights".into(), &"no-base".into())
    );
    assert_eq!(document(1)["counts"], serde_json::json!({ "freedom": 1, "order": 3 }));

    for language in Language::ALL {
        let messages = Messages::new(language);
        let grid = report::weighted_table_grid(&table, Measure::Share, 1, &messages);
        assert!(grid.header.len() == 8 && grid.rows.iter().all(|row| row.len() == 8), "{grid:?}");
        assert!(grid.notes.contains(&messages.get("report-weighted-missing")), "{grid:?}");
        let counts = report::weighted_markdown(&table, Measure::Count, 1, &messages);
        assert!(!counts.contains(&messages.get("report-weighted-missing")), "{counts}");
    }
    let grid = report::weighted_table_grid(&table, Measure::Count, 1, &Messages::new(Language::English));
    assert_eq!(grid.rows[0][4..], ["2", "3.5", "1", "3.0"]);
    assert_eq!(grid.rows[1][4..], ["1", "1.0", "3", "−8.0"]);
}
