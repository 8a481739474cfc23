use proptest::prelude::*;
use tarazy_engine::{counting::Measure, matching::Policy, settings::Options};
use tarazy_report::report::{self, CsvStyle};

use super::{all_messages, study};

fn records(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|record| record.expect("a record").iter().map(str::to_owned).collect()).collect()
}

#[test]
fn every_table_in_csv_and_json_says_where_its_numbers_come_from() {
    let options = Options { policy: Policy::Independent, level: Some(1), case_sensitive: true, ..Options::default() };
    let table = study(&["Жарғы"], options);
    let [kazakh, ..] = all_messages();
    for text in [
        report::csv(&table, Measure::Count, CsvStyle::PLAIN),
        report::weighted_csv(&table, Measure::Share, CsvStyle::PLAIN),
        report::table1_csv(&table, 1, CsvStyle::PLAIN, &kazakh),
    ] {
        let records = records(&text);
        let field = |name: &str| {
            let at = records[0].iter().position(|column| column == name).unwrap_or_else(|| panic!("{name}: {text}"));
            records[1][at].as_str()
        };
        assert_eq!(field("text_sha256"), table.documents[0].sha256);
        assert_eq!(field("lexicon_sha256"), table.lexicon.sha256);
        assert_eq!((field("lexicon"), field("version")), ("values", report::VERSION));
        assert_eq!((field("policy"), field("negation")), ("independent", "ignore"));
        assert_eq!((field("levels"), field("case_sensitive"), field("repairs")), ("up-to-1", "true", "look-alike:1"));
    }
    let json: serde_json::Value = serde_json::from_str(&report::json(&table, Measure::Count)).expect("it is JSON");
    assert_eq!(json["options"], serde_json::json!({ "level": 1, "levels": null, "case_sensitive": true }));
    assert_eq!(json["lexicon"]["version"], table.lexicon.version);
    let markdown = report::markdown(&table, Measure::Count, 1, &kazakh);
    assert!(markdown.contains(&table.documents[0].sha256));
    assert!(markdown.contains(&kazakh.get("report-case-sensitive")));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]
    #[test]
    fn no_title_is_a_formula_in_any_field_however_a_file_is_split(title in "[=+@\u{1}\t\r\n\u{0}\"',;|a-]{0,12}|\\PC{0,12}") {
        let mut table = tarazy_engine::counting::Comparison::default();
        table.documents.push(document());
        table.documents[0].title = title;
        let text = report::csv(&table, Measure::Count, CsvStyle::PLAIN);
        let title = &records(&text)[1][0];
        for separator in [",", ";", "\t", "|", "\n", "\r"] {
            for piece in title.split(separator) {
                let piece = piece.trim_start_matches('"');
                prop_assert!(!piece.starts_with(['=', '+', '-', '@', '\u{0}', '\u{1}']), "{:?}", title);
            }
        }
    }
}

fn document() -> tarazy_engine::counting::DocumentSummary {
    static TABLE: std::sync::OnceLock<tarazy_engine::counting::DocumentSummary> = std::sync::OnceLock::new();
    TABLE.get_or_init(|| study(&["a"], Options::default()).documents[0].clone()).clone()
}

#[test]
fn contexts_concepts_and_differences_in_csv_say_where_they_come_from() {
    let commands: [(&[&str], bool); 4] = [
        (&["kwic", "udhr-kaz.txt", "--category", "freedom"], true),
        (&["policies", "udhr-kaz.txt", "--other", "liwc"], true),
        (&["lexicon", "parallel", "values", "udhr-kaz.txt"], false),
        (&["lexicon", "diff", "values", "fantalova", "udhr-kaz.txt"], false),
    ];
    for (command, is_about_texts) in commands {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_tarazy"))
            .args(command)
            .args(["--format", "csv"])
            .current_dir(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("www/samples"))
            .output()
            .expect("the binary was built for this test");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let records = records(&String::from_utf8(output.stdout).expect("a file in UTF-8"));
        assert!(records.len() > 1, "{command:?}");
        let field = |name: &str| {
            let at = records[0].iter().position(|column| column == name);
            records[1][at.unwrap_or_else(|| panic!("{command:?}: {name}"))].as_str()
        };
        assert_eq!((field("policy"), field("negation")), ("longest", "ignore"));
        assert_eq!((field("version"), field("levels"), field("case_sensitive")), (report::VERSION, "all", "false"));
        if command[1] == "diff" {
            assert_eq!((field("before_lexicon"), field("after_lexicon")), ("values", "fantalova"));
        } else {
            assert_eq!(field("lexicon"), "values");
            assert_eq!((field("lexicon_sha256").len(), field("lexicon_version").is_empty()), (64, false));
        }
        if is_about_texts {
            assert_eq!(field("text_sha256").len(), 64, "{command:?}");
        }
    }
}
