//! Data on texts: in every file with a row for each text, from names of files and tables, and in recipes.

use std::{collections::BTreeSet, fs, path::Path};

use tarazy_documents::{MetadataTableError, NamePatternError};
use tarazy_engine::{
    archive,
    counting::{Comparison, Measure},
    language::{Language, number_format::DecimalSign},
    problem::Problem,
    settings::{DocumentId, FieldError, LanguageChoice, LexiconSource, MetadataField, MetadataValue, ReadingOptions},
    study::{Change, ContextExtent, ContextsQuery, Engine},
};
use tarazy_report::{
    limits::STUDY_LIMITS,
    message::Messages,
    report::{self, ContextsFormat, CsvStyle, Methods, Piece, PieceQuery, TableStyle, Value},
};

use super::program::{folder, put, run, stderr, stdout};

/// A study of two texts, of which the first has data.
fn engine(fields: &[(&str, MetadataValue)]) -> Engine {
    let mut engine = Engine::new();
    engine.apply(Change::SetLexicon(LexiconSource::Builtin("values".to_owned()))).expect("it is built in");
    for id in 0..2 {
        let put = Change::PutDocument {
            id: DocumentId(id),
            title: format!("text {id}"),
            file: None,
            language: LanguageChoice::Fixed(Language::English),
            reading: ReadingOptions::default(),
            bytes: "Freedom of speech is a right.".into(),
        };
        engine.apply(put).expect("it is a text");
    }
    let field = |(name, value): &(&str, MetadataValue)| MetadataField { name: (*name).into(), value: value.clone() };
    engine
        .apply(Change::SetMetadata(DocumentId(0), fields.iter().map(field).collect()))
        .expect("no file refuses these data");
    engine
}

fn text(value: &str) -> MetadataValue {
    MetadataValue::Text(value.to_owned())
}

/// Data of each type.
fn typed() -> Vec<(&'static str, MetadataValue)> {
    vec![
        ("party", text("Ауыл")),
        ("year", MetadataValue::Number(2023.0)),
        ("balance", MetadataValue::Number(-0.5)),
        ("day", MetadataValue::Date("2023-03-19".to_owned())),
        ("language", text("kk")),
    ]
}

fn records(csv: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(csv.as_bytes());
    reader.records().map(|record| record.expect("a record").iter().map(str::to_owned).collect()).collect()
}

/// Returns the methods of a table of counts.
fn methods(table: &Comparison) -> Methods<'_> {
    Methods {
        table,
        measure: Measure::Count,
        is_weighted: false,
        has_table1: true,
        lexicon: None,
        style: TableStyle::default(),
    }
}

#[test]
fn csv_has_data_behind_the_title() {
    let mut engine = engine(&typed());
    let table = engine.table();
    let rows = records(&report::csv(&table, Measure::Count, CsvStyle::PLAIN));
    assert_eq!(rows[0][..7], ["title", "party", "year", "balance", "day", "language:data", "language"]);
    assert_eq!(rows[1][..7], ["text 0", "Ауыл", "2023", "-0.5", "2023-03-19", "kk", "en"]);
    assert_eq!(rows[2][..7], ["text 1", "", "", "", "", "", "en"]);
    let comma = CsvStyle { separator: report::Separator::Semicolon, has_decimal_comma: true, ..CsvStyle::PLAIN };
    assert!(report::csv(&table, Measure::Share, comma).contains(";2023;-0,5;2023-03-19;"));
    let english = Messages::new(Language::English);
    let rows = records(&report::table1_csv(&table, 1, CsvStyle::PLAIN, &english));
    assert_eq!(rows[1][..6], ["text 0", "Ауыл", "2023", "-0.5", "2023-03-19", "kk"]);
    let column = table.columns.iter().find(|column| column.path == "freedom").expect("a category").id;
    let query = ContextsQuery { limit: 9, extent: ContextExtent::Characters(10), ..ContextsQuery::new(column) };
    let lines = engine.ask(query).expect("contexts are there").lines;
    let rows = records(&report::contexts_csv(&lines, &table, CsvStyle::PLAIN));
    assert_eq!(rows[0][..7], ["title", "party", "year", "balance", "day", "language", "start"]);
    assert_eq!(rows[1][..6], ["text 0", "Ауыл", "2023", "-0.5", "2023-03-19", "kk"]);
}

#[test]
fn contexts_are_saved_with_their_places() {
    let mut engine = engine(&typed());
    let table = engine.table();
    let column = table.columns.iter().find(|column| column.path == "freedom").expect("a category").id;
    let mut write = |limit, format| {
        let piece = Piece::Contexts(Box::new(ContextsQuery { limit, ..ContextsQuery::new(column) }), format);
        let query = PieceQuery {
            piece,
            language: Language::Kazakh,
            measure: Measure::Count,
            is_weighted: false,
            decimals: 1,
            decimal_sign: DecimalSign::ByLanguage,
            is_transposed: false,
        };
        engine.ask(query).expect("a piece can be written of every study").bytes
    };
    let csv = write(u32::MAX, ContextsFormat::Csv);
    let csv = String::from_utf8(csv).expect("it is UTF-8");
    let heads: Vec<&str> = csv.lines().next().expect("heads").trim_start_matches('\u{feff}').split(';').collect();
    assert_eq!(heads[6..10], ["start", "end", "paragraph", "sentence"]);
    let first: Vec<&str> = csv.lines().nth(1).expect("a line").split(';').collect();
    assert_eq!(
        first[..12],
        ["text 0", "Ауыл", "2023", "-0,5", "2023-03-19", "kk", "0", "17", "1", "1", "", "Freedom of speech"]
    );
    for (format, part) in
        [(ContextsFormat::Xlsx, "xl/worksheets/sheet1.xml"), (ContextsFormat::Docx, "word/document.xml")]
    {
        let parts = archive::read(&write(1, format), STUDY_LIMITS).expect("it is an archive");
        let sheet = parts.into_iter().find(|entry| entry.name == part).expect("the part").bytes;
        let sheet = String::from_utf8(sheet).expect("it is UTF-8");
        let words = ["text 0", "Абзац", "Freedom of speech", "is a right.", "Еркіндік", "Жолдар саны: 1 / "];
        for word in words {
            assert!(sheet.contains(word), "{word}: {sheet}");
        }
        assert!(!sheet.contains("text 1<"), "{sheet}");
    }
}

#[test]
fn json_has_data_by_type() {
    let table = engine(&typed()).table();
    for json in [report::json(&table, Measure::Count), report::table1_json(&table)] {
        let json: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
        let first = json["documents"][0].as_object().expect("an object");
        assert_eq!(first.keys().nth(1).map(String::as_str), Some("metadata"));
        let expected = serde_json::json!({
            "party": "Ауыл", "year": 2023, "balance": -0.5, "day": "2023-03-19", "language": "kk",
        });
        assert_eq!(first["metadata"], expected);
        assert_eq!(json["documents"][1].get("metadata"), None);
    }
}

#[test]
fn tables_of_an_article_have_data_with_the_numbers_of_the_language() {
    let table = engine(&typed()).table();
    for (language, balance) in [(Language::English, "-0.5"), (Language::Russian, "-0,5"), (Language::Kazakh, "-0,5")] {
        let messages = Messages::new(language);
        for grid in
            [report::table_grid(&table, Measure::Share, 1, &messages), report::table1_grid(&table, 1, &messages)]
        {
            assert_eq!(grid.header[1..6], ["party", "year", "balance", "day", "language"]);
            assert_eq!(grid.is_numeric[..6], [false, false, true, true, false, false]);
            assert_eq!(grid.rows[0][1..6], ["Ауыл", "2023", balance, "2023-03-19", "kk"]);
            assert_eq!(grid.rows[0][2].value, Value::Plain(2023.0));
            assert_eq!(grid.rows[0][4].value, Value::Day(45_004));
            assert!(grid.rows.iter().all(|row| row.len() == grid.header.len()));
        }
        let markdown = report::markdown(&table, Measure::Count, 1, &messages);
        assert!(markdown.contains(&format!("| text 0 | Ауыл | 2023 | {balance} | 2023-03-19 | kk |")), "{markdown}");
        let methods = methods(&table);
        let article = report::category_article(&methods, 1, &messages);
        assert!(article.html().contains("<td>Ауыл</td>"));
        assert!(report::latex(&article, &messages).contains("Ауыл"));
        assert!(!report::docx(&article).is_empty());
        let style = TableStyle { is_transposed: true, ..TableStyle::default() };
        let turned = report::table_grid(&table, Measure::Count, style, &messages);
        assert_eq!(turned.rows[0], ["party", "Ауыл", ""]);
    }
}

#[test]
fn a_workbook_has_numbers_and_days() {
    use calamine::{Data, DataType, Reader, Xlsx, open_workbook_from_rs};
    let table = engine(&typed()).table();
    let methods = methods(&table);
    let bytes = report::study_workbook(&methods, &Messages::new(Language::English));
    let mut workbook: Xlsx<_> = open_workbook_from_rs(std::io::Cursor::new(&bytes[..])).expect("it is a workbook");
    for sheet in 0..4 {
        let range = workbook.worksheet_range_at(sheet).expect("a sheet").expect("it is whole");
        let row: Vec<Data> = (0..6).map(|at| range.get_value((1, at)).cloned().unwrap_or_default()).collect();
        assert_eq!(row[1], Data::String("Ауыл".to_owned()), "sheet {sheet}");
        assert_eq!((row[2].as_f64(), row[3].as_f64()), (Some(2023.0), Some(-0.5)));
        let day = row[4].get_datetime().map(|day| day.as_f64());
        assert_eq!(day, Some(45_004.0), "{:?}", row[4]);
    }
}

#[test]
fn hostile_data_are_texts_in_every_file() {
    let hostile = [
        ("=1+1", text("=HYPERLINK(\"http://x\")")),
        ("<script>", text("<img src=x onerror=alert(1)>")),
        ("@x", text("+1|cmd")),
        ("$x_1^2$", text("\\input{/etc/passwd}")),
        ("title", text("-2+3")),
    ];
    let table = engine(&hostile).table();
    let messages = Messages::new(Language::English);
    for file in [
        report::csv(&table, Measure::Count, CsvStyle::PLAIN),
        report::table1_csv(&table, 1, CsvStyle::PLAIN, &messages),
    ] {
        for field in records(&file).iter().flatten() {
            assert!(!field.starts_with(['=', '+', '-', '@']), "{field}");
        }
    }
    let methods = methods(&table);
    let article = report::category_article(&methods, 1, &messages);
    assert!(!article.html().contains("<script") && !article.html().contains("<img"));
    assert!(!report::latex(&article, &messages).contains("\\input{"));
}

#[test]
fn a_column_of_several_types_has_texts() {
    let mut engine = engine(&[("when", MetadataValue::Number(2023.0))]);
    let date = MetadataField { name: "when".to_owned(), value: MetadataValue::Date("2023-03-19".to_owned()) };
    engine.apply(Change::SetMetadata(DocumentId(1), vec![date])).expect("they are sound");
    let table: Comparison = engine.table();
    let grid = report::table_grid(&table, Measure::Count, 1, &Messages::new(Language::English));
    let column: Vec<_> = grid.rows.iter().map(|row| (row[1].text.as_str(), row[1].value)).collect();
    assert_eq!(column, [("2023", Value::Text), ("2023-03-19", Value::Text)]);
    let json: serde_json::Value = serde_json::from_str(&report::json(&table, Measure::Count)).expect("it is JSON");
    assert_eq!(json["documents"][0]["metadata"]["when"], "2023");
}

/// Counts; returns the table without the columns behind `from`, the messages and the exit code.
fn count(folder: &Path, arguments: &[&str], columns: usize) -> (Vec<String>, String, Option<i32>) {
    let all = [&["count", "--lexicon", "lexicon.toml", "--lang", "en", "--format", "csv"], arguments].concat();
    let output = run(folder, &all);
    let rows = records(&stdout(&output));
    let rows = rows.iter().map(|row| row[..columns].join("|")).collect();
    (rows, stderr(&output), output.status.code())
}

#[test]
fn a_row_of_a_table_keeps_its_data() {
    let folder = folder("data-rows");
    put(&folder, "a.csv", "name,party,year,text\nspeech,Ауыл,2023,law\nprogram,Amanat,2019,freedom\n");
    let (rows, errors, code) = count(&folder, &["--column", "text", "a.csv"], 3);
    assert_eq!(
        (rows, errors.as_str(), code),
        (vec!["title|party|year".to_owned(), "speech|Ауыл|2023".into(), "program|Amanat|2019".into()], "", Some(0))
    );
    let (rows, _, _) = count(&folder, &["--column", "text", "--title-column", "party", "a.csv"], 3);
    assert_eq!(rows, ["title|name|year", "Ауыл|speech|2023", "Amanat|program|2019"]);
    let output = run(&folder, &["count", "--column", "text", "--title-column", "head", "a.csv"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("name, party, year, text"));
}

#[test]
fn names_of_files_are_data_by_a_pattern() {
    let folder = folder("data-names");
    put(&folder, "2023/auyl_2023.txt", "law");
    put(&folder, "ak_zhol_2019.txt", "freedom");
    put(&folder, "notes.txt", "law and freedom");
    let texts = ["2023/auyl_2023.txt", "ak_zhol_2019.txt", "notes.txt"];
    let (rows, errors, code) = count(&folder, &[&["--data-from-names", "{party}_{year}"], &texts[..]].concat(), 3);
    let expected = ["title|party|year", "auyl_2023|auyl|2023", "ak_zhol_2019|ak_zhol|2019", "notes||"];
    assert_eq!((rows, code), (expected.map(str::to_owned).to_vec(), Some(0)));
    assert!(errors.contains("notes.txt") && errors.contains("{party}_{year}") && !errors.contains("auyl"), "{errors}");
    for pattern in ["party", "{party", "{a}{b}", "{a}_{a}"] {
        let (_, errors, code) = count(&folder, &["--data-from-names", pattern, "notes.txt"], 1);
        assert!(code == Some(1) && errors.contains(pattern), "{errors}");
    }
}

#[test]
fn a_table_of_data_is_found_to_its_texts() {
    let folder = folder("data-table");
    for (name, content) in [("a.txt", "law"), ("b.txt", "freedom"), ("c.txt", "order and law")] {
        put(&folder, name, content);
    }
    put(&folder, "data.csv", "party;file;held\nАуыл;a.txt;19.03.2023\nAmanat;B;01.02.2019\nJSDP;d.txt;\nX;a;\n");
    let texts = ["a.txt", "b.txt", "c.txt"];
    let (rows, errors, code) = count(&folder, &[&["--metadata", "data.csv"], &texts[..]].concat(), 3);
    let expected = ["title|party|held", "a|Ауыл|2023-03-19", "b|Amanat|2019-02-01", "c||"];
    assert_eq!((rows, code), (expected.map(str::to_owned).to_vec(), Some(0)));
    let lines: Vec<&str> = errors.lines().collect();
    assert_eq!(lines.len(), 3, "{errors}");
    assert!(lines[0].contains("no row for this text") && lines[0].ends_with(": c."), "{errors}");
    assert!(lines[1].contains("4 (d.txt)") && lines[2].contains("5 (a)"), "{errors}");
    let (_, errors, code) = count(&folder, &["--metadata", "data.csv", "--metadata-key", "name", "a.txt"], 1);
    assert!(code == Some(1) && errors.contains("party, file, held"), "{errors}");
    put(&folder, "other.csv", "x,y\n1,2\n");
    let (_, errors, code) = count(&folder, &["--metadata", "other.csv", "a.txt"], 1);
    assert!(code == Some(1) && errors.contains("x, y"), "{errors}");
}

#[test]
fn data_over_a_limit_are_named_and_the_text_is_counted() {
    let folder = folder("data-limits");
    put(&folder, "a.csv", format!("note,text\n{},law\n", "x".repeat(2_001)));
    let (rows, errors, code) = count(&folder, &["--column", "text", "a.csv"], 2);
    assert_eq!((rows, code), (vec!["title|language".to_owned(), "a|en".into()], Some(0)));
    assert!(errors.starts_with("tarazy: a.csv: the value of \"note\" has more than"), "{errors}");
}

#[test]
fn properties_of_files_are_no_data_but_those_of_messages() {
    let folder = folder("data-properties");
    put(&folder, "a.html", "<!doctype html><title>Microsoft Word - x</title><p>law");
    put(&folder, "b.eml", "From: A. B. <a@b.kz>\nDate: Sun, 19 Mar 2023 10:00:00 +0500\nSubject: x\n\nfreedom\n");
    let (rows, _, code) = count(&folder, &["a.html", "b.eml"], 3);
    assert_eq!((rows[0].as_str(), rows[1].as_str(), code), ("title|author|date", "a||", Some(0)));
    assert_eq!(rows[2], "b|A. B.|2023-03-19");
}

#[test]
fn a_recipe_keeps_data_and_finds_the_rows_again() {
    let folder = folder("data-recipe");
    put(&folder, "a.csv", "name,year,note,text\nspeech,2023,freedom,law\nprogram,2019,law,freedom and law\n");
    let options = ["--lexicon", "lexicon.toml", "--lang", "en", "--column", "text", "a.csv"];
    let csv = |arguments: &[&str]| {
        let output = run(&folder, arguments);
        assert!(output.status.success(), "{}", stderr(&output));
        stdout(&output)
    };
    let counted = csv(&[&["count", "--format", "csv"], &options[..]].concat());
    csv(&[&["recipe", "make", "-o", "recipe.toml"], &options[..]].concat());
    let recipe = fs::read_to_string(folder.join("recipe.toml")).expect("a recipe");
    assert!(recipe.contains("column = \"text\"\nmetadata = { year = 2023, note = \"freedom\" }\n"), "{recipe}");
    assert_eq!(csv(&["run", "recipe.toml", "--format", "csv"]), counted);
    // A recipe that does not name the column: each cell is looked at.
    put(&folder, "recipe.toml", recipe.replace("column = \"text\"\n", ""));
    assert_eq!(csv(&["run", "recipe.toml", "--format", "csv"]), counted);
    csv(&["pack", "recipe.toml", "-o", "study.tarazy"]);
    assert_eq!(csv(&["run", "study.tarazy", "--format", "csv"]), counted);
}

#[test]
fn copies_are_named_on_standard_error() {
    let folder = folder("data-copies");
    let words: Vec<String> = (0..80).map(|at| format!("word{at}")).collect();
    put(&folder, "2021/program.txt", words.join(" "));
    put(&folder, "2023/program.txt", words.join("\n\n"));
    put(&folder, "2023/new.txt", format!("{} and something else at the end", words[..70].join(" ")));
    let texts = ["2021/program.txt", "2023/program.txt", "2023/new.txt"];
    let (rows, errors, code) = count(&folder, &texts, 1);
    assert_eq!((rows, code), (["title", "2021/program", "2023/program", "new"].map(str::to_owned).to_vec(), Some(0)));
    assert!(errors.contains("2023/program: this text has the same words as 2021/program"), "{errors}");
    assert!(errors.contains("new: this text is nearly a copy of 2021/program: they share 91 %"), "{errors}");
}

#[test]
fn every_command_ends_with_1_if_a_text_was_refused_and_writes_its_result() {
    let folder = folder("data-refused");
    put(&folder, "a.txt", "freedom and law");
    put(&folder, "b.docx", b"PK\x03\x04 cut off");
    let commands: [&[&str]; 8] = [
        &["count"],
        &["table1"],
        &["methods"],
        &["kwic", "--category", "freedom"],
        &["policies", "--other", "liwc"],
        &["recipe", "make"],
        &["figure", "heat-map"],
        &["lexicon", "lint", "lexicon.toml"],
    ];
    for command in commands {
        let lexicon: &[&str] = if command[0] == "lexicon" { &[] } else { &["--lexicon", "lexicon.toml"] };
        let output = run(&folder, &[command, &["a.txt", "b.docx", "--lang", "en"], lexicon].concat());
        let errors = stderr(&output);
        assert_eq!(output.status.code(), Some(1), "{command:?}: {errors}");
        assert!(!output.stdout.is_empty() && errors.contains("b.docx: this DOCX is damaged"), "{command:?}: {errors}");
    }
}

#[test]
fn an_empty_text_is_a_row_of_zeros_with_a_note() {
    let folder = folder("data-empty");
    put(&folder, "a.txt", "law");
    put(&folder, "b.txt", "");
    put(&folder, "c.txt", " \n\n ");
    for (texts, rows) in [(&["a.txt", "b.txt", "c.txt"][..], 3), (&["b.txt"][..], 1)] {
        let all = [&["count", "--lexicon", "lexicon.toml", "--lang", "en", "--format", "csv"], texts].concat();
        let output = run(&folder, &all);
        let records = records(&stdout(&output));
        assert_eq!((output.status.code(), records.len()), (Some(0), rows + 1));
        for row in records.iter().filter(|row| row[0] == "b" || row[0] == "c") {
            assert_eq!((row[4].as_str(), row[5].as_str()), ("0", "0"));
        }
        let errors = stderr(&output);
        assert!(errors.contains("b: ") && !errors.contains("the same"), "{errors}");
    }
}

#[test]
fn every_problem_with_data_has_a_sentence_of_its_own_in_three_languages() {
    let name = || "party".to_owned();
    let fields = [
        FieldError::NoName,
        FieldError::NameTooLong { name: name() },
        FieldError::NameTwice { name: name() },
        FieldError::ControlCharacter { name: name() },
        FieldError::ValueTooLong { name: name() },
        FieldError::NotANumber { name: name() },
        FieldError::NotADate { name: name(), value: "x".to_owned() },
        FieldError::TooMany { count: 101 },
    ];
    let patterns = [
        NamePatternError::NoField,
        NamePatternError::TooMany,
        NamePatternError::Brace,
        NamePatternError::Name { name: name() },
        NamePatternError::Twice { name: name() },
        NamePatternError::Adjacent { name: name() },
    ];
    let known = || vec!["a".to_owned(), "b".to_owned()];
    let tables = [
        MetadataTableError::NoTable,
        MetadataTableError::NoColumn { column: "c".to_owned(), known: known() },
        MetadataTableError::NoKey { known: known() },
    ];
    let problems = fields.iter().map(|error| error.problem("a.csv"));
    let problems = problems.chain(patterns.iter().map(|error| error.problem("{a")));
    let problems: Vec<Problem> = problems.chain(tables.iter().map(|error| error.problem("a.csv"))).collect();
    for messages in Language::ALL.map(Messages::new) {
        let sentence = |problem: &Problem| {
            let sentence = messages.problem_sentence(problem);
            assert!(sentence.contains(' ') && !sentence.contains(&problem.code), "{sentence}");
            sentence
        };
        let sentences: BTreeSet<String> = problems.iter().map(sentence).collect();
        assert_eq!(sentences.len(), problems.len());
    }
}
