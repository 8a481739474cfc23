//! A sample for coders and its score on the command line: what is drawn, what comes back from a
//! spreadsheet, what is wrong with it.

use std::{fs, path::PathBuf};

use tarazy_documents::{MetadataTable, ReadOptions};
use tarazy_report::report::{Grid, Sheet, workbook};

use super::program::{out, tarazy};

const LEXICON: &str = "format = 1\nid = \"own\"\nversion = \"1.10.20\"\nsource = \"Own doubts\"\n\
    title = { kk = \"Өз сөздігім\", en = \"My lexicon\" }\n\
    languages = [\"kk\", \"en\"]\n\
    [[category]]\nid = \"freedom\"\ntitle = { kk = \"Еркіндік\", ru = \"Свобода\", en = \"Freedom\" }\n\
    description = { kk = \"Бостандық туралы.\", ru = \"О свободе.\", en = \"Liberty = a *right*.\" }\n\
    en.entries = [\"freedom\", \"free\"]\nkk.entries = [\"бостандық\"]\n\
    [[category]]\nid = \"order\"\ntitle = { en = \"Order\" }\nen.entries = [\"order\"]\n";

const ENGLISH: &str =
    "=1+1 Freedom is a right, and free people want order.\n\n=freedom; +order\t@x \"order\", \r\n-freedom\n";
const KAZAKH: &str = "Сөз бостандығына кепілдік беріледі. Адамның құқықтары мен бостандықтары заңмен қорғалады.\n";

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("validation-{name}"))
}

/// A file of its own for one test; its path.
fn file(name: &str, content: impl AsRef<[u8]>) -> String {
    let path = path(name);
    fs::write(&path, content).expect("the temporary folder can be written");
    path.display().to_string()
}

fn error(arguments: &[&str]) -> String {
    let output = tarazy(arguments);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    String::from_utf8(output.stderr).expect("messages are UTF-8")
}

/// Draws a sample of the two texts and returns its rows.
fn sample(name: &str, more: &[&str]) -> Vec<Vec<String>> {
    let (lexicon, english, kazakh) = (
        file(&format!("{name}.toml"), LEXICON),
        file(&format!("{name}-=en.txt"), ENGLISH),
        file(&format!("{name}-kk.txt"), KAZAKH),
    );
    let csv = path(&format!("{name}.csv"));
    let output = csv.display().to_string();
    let own = ["lexicon", "sample", &lexicon, &english, &kazakh, "-o", &output];
    assert_eq!(out(&tarazy(&[&own[..], more].concat())), "");
    rows(&csv)
}

fn rows(csv: &PathBuf) -> Vec<Vec<String>> {
    let bytes = fs::read(csv).expect("it was written");
    let text = String::from_utf8(bytes).expect("it is UTF-8");
    let text = text.strip_prefix('\u{FEFF}').expect("spreadsheets know UTF-8 by the mark");
    let head = text.lines().next().expect("a head");
    let separator = if head.contains(';') { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().has_headers(false).delimiter(separator).from_reader(text.as_bytes());
    reader.records().map(|record| record.expect("it is CSV").iter().map(str::to_owned).collect()).collect()
}

fn place(rows: &[Vec<String>], column: &str) -> usize {
    rows[0].iter().position(|name| name == column).unwrap_or_else(|| panic!("{column}: {:?}", rows[0]))
}

/// The rows with judgements, in the order of their numbers.
fn judged(mut rows: Vec<Vec<String>>, judgements: &[&str]) -> Vec<Vec<String>> {
    let at = place(&rows, "judgement");
    assert_eq!(rows.len(), judgements.len() + 1, "{rows:?}");
    for (row, judgement) in rows[1..].iter_mut().zip(judgements) {
        assert_eq!(row[at], "");
        (*judgement).clone_into(&mut row[at]);
    }
    rows
}

fn separated(rows: &[Vec<String>], separator: char) -> String {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(u8::try_from(separator).expect("it is ASCII"))
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for row in rows {
        writer.write_record(row).expect("memory takes every row");
    }
    String::from_utf8(writer.into_inner().expect("memory takes every byte")).expect("it is text")
}

const JUDGEMENTS: [&str; 9] = ["да", "0,5", "иә", "жоқ", "yes", "0", "", "Debatable", "1"];

#[test]
fn a_sample_has_each_match_once_in_a_row_that_a_spreadsheet_takes_for_text() {
    let rows = sample("rows", &["--per-category", "40"]);
    let column = |name: &str| {
        let at = place(&rows, name);
        rows[1..].iter().map(move |row| row[at].clone()).collect::<Vec<_>>()
    };
    assert_eq!(rows[0][..7], ["number", "category_title", "left", "match", "right", "judgement", "note"]);
    assert!(!rows[0].iter().any(|name| name.contains("entry")), "coders are blind to the entries");
    assert_eq!(column("number"), (1..=9).map(|number| number.to_string()).collect::<Vec<_>>());
    let mut places: Vec<_> = column("title").into_iter().zip(column("start")).collect();
    places.sort();
    places.dedup();
    assert_eq!(places.len(), 9);
    assert_eq!(column("language"), ["kk", "kk", "en", "en", "en", "en", "en", "en", "en"]);
    assert_eq!(column("lexicon"), ["own 1.10.20"; 9]);
    for (category, matches) in column("category").iter().zip(column("matches")).skip(2) {
        assert_eq!(matches, if category == "order" { "3" } else { "4" });
    }
    for field in rows.iter().flatten() {
        assert!(!field.starts_with(['=', '+', '-', '@', '\t']), "{field}");
        assert!(!field.contains(['\n', '\r']), "{field:?}");
    }
    assert!(column("left").iter().all(|left| left.chars().count() <= 121), "a mark may stand before it");
    let two = sample("two", &["--per-category", "2", "--seed", "5"]);
    assert_eq!(two.len(), 1 + 6);
    assert_eq!(two, sample("two", &["--per-category", "2", "--seed", "5"]));
    assert_ne!(two, sample("two", &["--per-category", "2", "--seed", "6"]));
}

#[test]
fn instructions_are_in_the_language_of_the_coder() {
    for (language, separator, own) in [
        ("kk", ';', ["# Кодтаушыларға нұсқаулық: Өз сөздігім", "### Еркіндік", "Бостандық туралы."]),
        ("ru", ';', ["# Инструкция для кодировщиков: My lexicon", "### Свобода", "О свободе."]),
        ("en", ',', ["# Instructions for coders: My lexicon", "### Freedom", "Liberty = a \\*right\\*."]),
    ] {
        let rows = sample(language, &["--language", language]);
        let titles = ["Еркіндік", "Свобода", "Freedom", "Order"];
        assert!(rows[1..].iter().all(|row| titles.contains(&row[1].as_str())), "{rows:?}");
        let csv = fs::read_to_string(path(&format!("{language}.csv"))).expect("it was written");
        assert!(csv.starts_with(&format!("\u{FEFF}number{separator}category_title")), "{csv}");
        let guide = fs::read_to_string(path(&format!("{language}-instructions.md"))).expect("it stands beside");
        for part in own {
            assert!(guide.contains(part), "{guide}");
        }
        assert!(guide.contains("1.10.20") && !guide.contains("coding-"), "{guide}");
        assert!(!guide.contains("Own doubts"), "what its author thinks of it influences a coder: {guide}");
    }
}

#[test]
fn a_score_does_not_depend_on_how_the_table_was_saved() {
    let rows = judged(sample("saved", &[]), &JUDGEMENTS);
    let score = |name: &str, bytes: &[u8]| {
        let own = file(name, bytes);
        out(&tarazy(&["lexicon", "score", &own, "--format", "json"]))
    };
    let expected = score("saved-1.csv", separated(&rows, ',').as_bytes());
    let report: serde_json::Value = serde_json::from_str(&expected).expect("JSON");
    assert_eq!(report["lexicon"]["version"], "1.10.20");
    assert_eq!((&report["unjudged"], &report["missing"], &report["coders"]), (&1.into(), &0.into(), &1.into()));
    let kazakh = &report["languages"][0];
    assert_eq!((&kazakh["language"], &kazakh["all"]["judged"]), (&"kk".into(), &2.into()));
    assert_eq!((&kazakh["all"]["correct"], &kazakh["all"]["debatable"]), (&1.into(), &1.into()));
    let english = &report["languages"][1];
    let tally = ["correct", "debatable", "wrong"].map(|name| english["all"][name].as_u64().expect("a number"));
    assert_eq!(tally, [3, 1, 2]);

    // Sorted by another column, with a mark and other separators, in the encoding of "Unicode
    // text".
    let mut sorted = rows.clone();
    let right = place(&rows, "right");
    sorted[1..].sort_by_key(|row| row[right].clone());
    sorted[0][0] = "Number".to_owned();
    assert_eq!(score("saved-2.csv", format!("\u{FEFF}{}", separated(&sorted, ';')).as_bytes()), expected);
    let wide: Vec<u8> =
        format!("\u{FEFF}{}", separated(&sorted, '\t')).encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(score("saved-3.txt", &wide), expected);
    // A workbook, whose numbers are texts here.
    let fields = |row: &Vec<String>| row.iter().cloned().map(Into::into).collect();
    let grid = Grid { header: rows[0].clone(), rows: rows[1..].iter().map(fields).collect(), ..Grid::default() };
    let grid = Grid { is_numeric: vec![false; rows[0].len()], ..grid };
    let book = workbook(&[Sheet { name: "sample".to_owned(), grid }]);
    let own = file("saved-4.xlsx", &book);
    let table = MetadataTable::read(&own, book, &ReadOptions::default()).expect("it is a table");
    assert_eq!(table.rows().count(), 9, "{table:?}");
    assert_eq!(out(&tarazy(&["lexicon", "score", &own, "--format", "json"])), expected);
    // Judgements without letters that an old encoding lacks.
    let latin = ["1", "0.5", "yes", "n", "1", "no", "", "d", "true"];
    let plain = judged(sample("saved", &[]), &latin);
    let at = ["left", "match", "right", "category_title"].map(|name| place(&plain, name));
    let mut lost = plain.clone();
    for row in &mut lost[1..] {
        for at in at {
            "???".clone_into(&mut row[at]);
        }
    }
    let report = |text: &str| {
        let report: serde_json::Value = serde_json::from_str(text).expect("JSON");
        [0, 1].map(|language| report["languages"][language]["all"].clone())
    };
    assert_eq!(report(&score("saved-5.csv", separated(&lost, ';').as_bytes())), report(&expected));
}

#[test]
fn a_table_that_is_wrong_is_refused_with_its_rows() {
    let rows = judged(sample("wrong", &[]), &JUDGEMENTS);
    let refused = |name: &str, rows: &[Vec<String>]| error(&["lexicon", "score", &file(name, separated(rows, ','))]);
    let with = |row: usize, column: &str, text: &str| {
        let mut rows = rows.clone();
        let at = place(&rows, column);
        text.clone_into(&mut rows[row][at]);
        rows
    };
    let unknown = refused("wrong-1.csv", &with(3, "judgement", "и?"));
    assert!(unknown.contains("row 4: \"и?\" is not a judgement") && unknown.contains("wrong-1.csv"), "{unknown}");
    assert!(refused("wrong-2.csv", &with(2, "number", "1")).contains("row 3: number 1"));
    assert!(refused("wrong-3.csv", &with(2, "seed", "7")).contains("row 3 is of another sample"));
    assert!(refused("wrong-4.csv", &with(2, "matches", "many")).contains("column \"matches\": \"many\""));
    let empty = judged(sample("wrong", &[]), &[""; 9]);
    assert!(refused("wrong-5.csv", &empty).contains("no row is judged"));
    let no_sample = error(&["lexicon", "score", &file("wrong-6.csv", "party,year\nAuyl,2023\n")]);
    assert!(no_sample.contains("there is no column \"number\""), "{no_sample}");
    assert!(error(&["lexicon", "score", &file("wrong-7.html", "<!doctype html><p>yes")]).contains("not a table"));
    let (one, other) =
        (file("wrong-8.csv", separated(&rows, ',')), judged(sample("wrong", &["--seed", "2"]), &JUDGEMENTS));
    let other = file("wrong-9.csv", separated(&other, ','));
    assert!(error(&["lexicon", "score", &one, &other]).contains("not the same sample"));
    let nothing = file("wrong-10.txt", "Nothing here.\n");
    let lexicon = file("wrong-10.toml", LEXICON);
    let output = path("wrong-10.csv").display().to_string();
    let empty = error(&["lexicon", "sample", &lexicon, &nothing, "--lang", "en", "-o", &output]);
    assert!(empty.contains("own counts nothing in these texts") && !path("wrong-10.csv").exists(), "{empty}");
}

#[test]
fn the_score_is_a_table_and_what_a_lexicon_states() {
    let rows = judged(sample("score", &[]), &JUDGEMENTS);
    let second = judged(sample("score", &[]), &["yes", "yes", "yes", "no", "no", "no", "no", "debatable", "yes"]);
    let (one, two) = (file("score-1.csv", separated(&rows, ',')), file("score-2.csv", separated(&second, ';')));
    let plain = out(&tarazy(&["lexicon", "score", &one]));
    for part in
        ["all categories", "weighted by matches", "50.0", "not counted: 1", "seed 1; coders: 1", "Wilson (1927)"]
    {
        assert!(plain.contains(part), "{part}: {plain}");
    }
    let russian = out(&tarazy(&["lexicon", "score", &one, "--language", "ru", "--format", "markdown"]));
    assert!(russian.contains("| все категории | казахский | 2 | 2 | 1 | 1 | 0 | 50,0 |"), "{russian}");
    let csv = out(&tarazy(&["lexicon", "score", &one, &two, "--format", "csv"]));
    assert!(csv.starts_with("language,category,category_title,matches,judged"), "{csv}");
    let both = out(&tarazy(&["lexicon", "score", &one, &two]));
    assert!(both.contains("Kazakh: the coders agree on 1 of 2 matches (50.0 %); Cohen's kappa 0.00"), "{both}");
    let toml = ["--toml", "--date", "2026-12-01", "--texts", "two \"short\" texts"];
    let toml = out(&tarazy(&[&["lexicon", "score", &one, &two][..], &toml].concat()));
    let value: toml::Table = toml.parse().expect("it is TOML");
    let blocks = value["validation"].as_array().expect("a list of tables");
    let block = |language: &str, category: Option<&str>| {
        let own = |block: &&toml::Value| {
            block["language"].as_str() == Some(language)
                && block.get("category").and_then(toml::Value::as_str) == category
        };
        blocks.iter().find(own).unwrap_or_else(|| panic!("{toml}"))
    };
    let all = block("en", None);
    let number = |block: &toml::Value, key: &str| block[key].as_integer().expect("a number");
    assert_eq!((all["version"].as_str(), all["date"].as_str()), (Some("1.10.20"), Some("2026-12-01")));
    assert_eq!(all["texts"].as_str(), Some("two \"short\" texts"));
    let sum = ["correct", "debatable", "wrong"].map(|key| number(all, key)).iter().sum::<i64>();
    assert_eq!((number(all, "coders"), number(all, "sampled"), sum), (2, 6, 6));
    assert!(all["kappa"].as_float().is_some_and(|kappa| kappa < 1.0));
    assert!(block("en", Some("order")).get("kappa").is_none());
    let sampled = number(block("en", Some("order")), "sampled") + number(block("en", Some("freedom")), "sampled");
    assert_eq!(sampled, 6);
    for usage in [&["--toml"][..], &["--toml", "--date", "1.12.2026", "--texts", "x"]] {
        let output = tarazy(&[&["lexicon", "score", &one], usage].concat());
        assert_eq!(output.status.code(), Some(2), "{usage:?}");
    }
}
