//! Tables for spreadsheets and editors: separated values, JSON, Markdown, plain text, workbooks.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx, open_workbook_from_rs};
use pulldown_cmark::{Event as Mark, Options as Syntax, Parser};
use tarazy_engine::{counting::Measure, study::ContextLine};
use tarazy_report::{
    message::Messages,
    report::{
        self, CsvStyle, Grid, Value, contexts_csv, contexts_markdown, contexts_plain, csv, table_grid, table1_csv,
    },
};

use super::{
    places::Study,
    rounds,
    shapes::{office, shown},
};

/// Returns `true` if a spreadsheet would compute a field that it finds in a line, whatever it takes
/// for a separator.
fn is_computed(piece: &str) -> bool {
    let piece = piece.trim_start_matches('"');
    let is_number = piece.trim_end_matches('"').parse::<f64>().is_ok();
    !is_number && piece.starts_with(['=', '+', '-', '@', '\t', '\r'])
}

/// Reads separated values back and holds each field to the one that was meant; apostrophes are what
/// was added.
fn assert_harmless(text: &str, titles: &[&str]) {
    let mut reader = csv::ReaderBuilder::new().flexible(false).from_reader(text.as_bytes());
    let header = reader.headers().expect("a header").clone();
    let records: Vec<csv::StringRecord> = reader.records().map(|record| record.expect("it is whole")).collect();
    assert_eq!(records.len(), titles.len());
    let plain = |text: &str| text.replace('\'', "");
    for (record, title) in records.iter().zip(titles) {
        assert_eq!(plain(&record[0]), plain(title));
    }
    for field in header.iter().chain(records.iter().flatten()) {
        assert!(!is_computed(field), "{field:?}");
        for separator in [',', ';', '\t', '|'] {
            // A separator within a number is none.
            assert!(!field.split(separator).any(is_computed), "{field:?}");
        }
    }
}

#[test]
fn no_field_of_separated_values_is_a_formula() {
    rounds(|study, _, messages| {
        let titles: Vec<&str> = study.table.documents.iter().map(|row| row.title.as_str()).collect();
        for measure in Measure::ALL {
            assert_harmless(&csv(&study.table, measure, CsvStyle::PLAIN), &titles);
        }
        assert_harmless(&report::weighted_csv(&study.table, Measure::Share, CsvStyle::PLAIN), &titles);
        assert_harmless(&table1_csv(&study.table, 1, CsvStyle::PLAIN, messages), &titles);
        let title = title_of(study);
        let lines: Vec<&str> = study.contexts.iter().map(title).collect();
        assert_harmless(&contexts_csv(&study.contexts, &study.table, CsvStyle::PLAIN), &lines);
        let grid = table_grid(&study.table, Measure::Share, 1, messages);
        let tabbed = report::tabbed(&grid);
        let lines: Vec<&str> = tabbed.lines().collect();
        assert_eq!(lines.len(), 1 + grid.rows.len() + grid.notes.len());
        for line in &lines[..=grid.rows.len()] {
            assert_eq!(line.split('\t').count(), grid.header.len(), "{line:?}");
        }
        assert!(!lines.iter().flat_map(|line| line.split(['\t', ';', ','])).any(is_computed), "{tabbed}");
    });
}

/// The title of the text that a line is from.
fn title_of<'study>(study: &'study Study) -> impl Fn(&ContextLine) -> &'study str {
    let rows = &study.table.documents;
    |line: &ContextLine| rows.iter().find(|row| row.id == line.document).map_or("", |row| row.title.as_str())
}

#[test]
fn json_says_what_was_written() {
    rounds(|study, _, _| {
        let parsed = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("it is JSON");
        for text in [
            report::json(&study.table, Measure::Share),
            report::weighted_json(&study.table, Measure::Count),
            report::table1_json(&study.table),
        ] {
            let value = parsed(&text);
            for (row, document) in study.table.documents.iter().zip(value["documents"].as_array().expect("a list")) {
                assert_eq!(document["title"], row.title);
            }
            assert_eq!(value["lexicon"]["id"], study.table.lexicon.id);
        }
        let contexts = parsed(&report::contexts_json(&study.contexts, title_of(study)));
        assert_eq!(contexts[0]["left"], study.contexts[0].left);
    });
}

/// What a text in Markdown is built of, without its words.
pub fn markdown(text: &str) -> Vec<String> {
    let syntax =
        Syntax::ENABLE_TABLES | Syntax::ENABLE_STRIKETHROUGH | Syntax::ENABLE_FOOTNOTES | Syntax::ENABLE_TASKLISTS;
    let mut built = Vec::new();
    for mark in Parser::new_ext(text, syntax) {
        match mark {
            Mark::Text(_) | Mark::SoftBreak => {}
            Mark::Html(html) | Mark::InlineHtml(html) => panic!("{html:?} in {text}"),
            other => built.push(format!("{other:?}")),
        }
    }
    built
}

#[test]
fn nothing_is_markup_in_markdown() {
    rounds(|study, harmless, messages| {
        let files = |study: &Study| {
            let methods = study.methods();
            [
                report::markdown(&study.table, Measure::Share, 1, messages),
                report::weighted_markdown(&study.table, Measure::Share, 1, messages),
                report::table1_markdown(&study.table, 1, messages),
                report::category_article(&methods, 2, messages).markdown(),
                report::methods_article(&methods, None, None, messages).markdown(),
                report::lexicon_appendix(&study.lexicon, messages).markdown(),
                study.card(messages).markdown(),
                report::references_markdown(&report::cited(&methods, None, messages), messages),
            ]
        };
        for (found, expected) in files(study).iter().zip(files(harmless)) {
            assert_eq!(markdown(found), markdown(&expected), "{found}");
        }
        // Characters at the ends of what was found can keep it from being bold.
        let contexts = contexts_markdown(&study.contexts, title_of(study));
        let allowed =
            ["Start(List(None))", "End(List(false))", "Start(Item)", "End(Item)", "Start(Strong)", "End(Strong)"];
        let built = markdown(&contexts);
        assert!(built.iter().all(|mark| allowed.contains(&mark.as_str())), "{built:?}");
        assert_eq!(built.iter().filter(|mark| *mark == "Start(Item)").count(), study.contexts.len());
    });
}

#[test]
fn no_sign_in_plain_text_moves_a_terminal() {
    rounds(|study, harmless, messages| {
        let files = |study: &Study| {
            let methods = study.methods();
            [
                table_grid(&study.table, Measure::Share, 1, messages).plain(),
                report::table1_grid(&study.table, 1, messages).plain(),
                contexts_plain(&study.contexts, 40, title_of(study)),
                report::category_article(&methods, 2, messages).plain(),
                report::methods_article(&methods, None, None, messages).plain(),
                report::lexicon_appendix(&study.lexicon, messages).plain(),
                study.card(messages).plain(),
            ]
        };
        for (found, expected) in files(study).iter().zip(files(harmless)) {
            let turns = |letter: char| matches!(letter, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
            let moves = |letter: char| turns(letter) || (letter.is_control() && letter != '\n');
            assert!(!found.contains(moves), "{found:?}");
            assert_eq!(found.lines().count(), expected.lines().count(), "{found}");
        }
    });
}

#[test]
fn a_word_at_the_beginning_of_a_paragraph_begins_nothing_else() {
    for start in ["- a", "+ a", "> a", "1. a", "2) a", "===", "---", "~~~", "    a", "***", "$x$ ~~a~~", "# a"] {
        let note = Grid {
            header: vec!["a".to_owned()],
            is_numeric: vec![false],
            notes: vec![start.to_owned()],
            ..Grid::default()
        };
        let article = report::Article {
            language: tarazy_engine::language::Language::English,
            title: String::new(),
            blocks: vec![
                report::Block::Paragraph { lead: String::new(), text: start.to_owned() },
                report::Block::Note(start.to_owned()),
                report::Block::Table { caption: start.to_owned(), grid: note },
            ],
            provenance: vec![start.to_owned()],
        };
        let built = markdown(&article.markdown());
        let paragraphs = built.iter().filter(|mark| *mark == "Start(Paragraph)").count();
        assert_eq!(paragraphs, 5, "{built:?}");
        let acts = ["Item", "BlockQuote", "CodeBlock", "Heading", "Rule", "Strikethrough", "Emphasis"];
        assert!(!built.iter().any(|mark| acts.iter().any(|name| mark.contains(name))), "{built:?}");
    }
}

fn sheets(study: &Study, messages: &Messages) -> Vec<Grid> {
    vec![
        table_grid(&study.table, Measure::Share, 1, messages),
        report::table1_grid(&study.table, 1, messages),
        table_grid(&study.table, Measure::Count, 1, messages),
    ]
}

#[test]
fn a_workbook_has_texts_as_they_are_and_no_formula() {
    rounds(|study, harmless, messages| {
        let bytes = report::study_workbook(&study.methods(), messages);
        assert_eq!(office(&bytes), office(&report::study_workbook(&harmless.methods(), messages)));
        let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(&bytes[..])).expect("it is a workbook");
        for name in workbook.sheet_names().clone() {
            let formulas = workbook.worksheet_formula(&name).expect("a sheet");
            assert!(formulas.used_cells().next().is_none(), "{name} has a formula");
        }
        for (at, grid) in sheets(study, messages).iter().enumerate() {
            let range = workbook.worksheet_range_at(at).expect("a sheet").expect("it is whole");
            for (row, fields) in grid.rows.iter().enumerate() {
                for (column, field) in fields.iter().enumerate().filter(|(_, field)| field.value == Value::Text) {
                    let found = range.get((row + 1, column)).cloned().unwrap_or_default();
                    let expected = shown(&field.text);
                    let is_text = matches!(&found, Data::String(text) if *text == expected);
                    assert!(is_text || expected.is_empty(), "{found:?} for {expected:?}");
                }
            }
            let header: Vec<String> = grid.header.iter().map(|title| shown(title)).collect();
            let found: Vec<String> = range.rows().next().expect("a header").iter().map(ToString::to_string).collect();
            assert_eq!(found[..header.len()], header);
        }
    });
}
