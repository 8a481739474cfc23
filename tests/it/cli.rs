//! The command line: what it prints, where it fails and how it says so.

use std::{
    io::Write,
    path::PathBuf,
    process::{Command, Output, Stdio},
};

const CHARTER: &str = "Сөз бостандығына кепілдік беріледі. Адамның құқықтары мен бостандықтары заңмен қорғалады.\n";

fn tarazy(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tarazy"))
        .args(arguments)
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env("LANG", "C")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary was built for this test");
    // A program that fails early closes its input; that is what some tests are about.
    let _ = child.stdin.take().expect("stdin is piped").write_all(input);
    child.wait_with_output().expect("the program ends")
}

fn code(output: &Output) -> Option<i32> {
    output.status.code()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("output is UTF-8")
}

/// A file of its own for one test.
fn file(name: &str, content: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).expect("the temporary folder can be written");
    path
}

fn json(output: &Output) -> serde_json::Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {}", text(&output.stderr)))
}

#[test]
fn count_prints_the_documented_json() {
    let output = tarazy(
        &["count", "--lang", "kk", "--measure", "share", "--policy", "independent", "--format", "json"],
        CHARTER.as_bytes(),
    );
    assert_eq!(code(&output), Some(0), "{}", text(&output.stderr));
    let report = json(&output);
    assert_eq!(report["policy"], "independent");
    assert_eq!(report["measure"], "share");
    assert_eq!(report["lexicon"]["id"], "values");
    assert_eq!(report["lexicon"]["sha256"].as_str().map(str::len), Some(64));
    let document = &report["documents"][0];
    assert_eq!(document["language"], "kk");
    assert_eq!(document["words"], 10);
    assert_eq!(document["characters"], 90);
    let counts = document["counts"].as_object().expect("counts is an object");
    let total: u64 = counts.values().filter_map(serde_json::Value::as_u64).sum();
    let shares: f64 = document["values"]
        .as_object()
        .expect("values is an object")
        .values()
        .filter_map(serde_json::Value::as_f64)
        .sum();
    assert!(total > 0);
    assert!((shares - 1.0).abs() < 1e-9, "shares sum to one");
    for (path, count) in counts {
        let share = document["values"][path].as_f64().expect("a share");
        assert!((share - count.as_f64().unwrap_or(0.0) / total as f64).abs() < 1e-12);
    }
}

#[test]
fn built_in_lexicons_are_chosen_by_id() {
    let sentence = "Отбасындағы махаббат пен еркіндік".as_bytes();
    let counts = |arguments: &[&str]| {
        let output =
            tarazy(&[&["count", "--lang", "kk", "--format", "json", "--lexicon"], arguments].concat(), sentence);
        assert_eq!(code(&output), Some(0), "{}", text(&output.stderr));
        json(&output)["documents"][0]["counts"].clone()
    };
    let fantalova = counts(&["fantalova"]);
    assert_eq!([&fantalova["family"], &fantalova["love"], &fantalova["freedom"], &fantalova["health"]], [1, 1, 1, 0]);
    let yanitsky = counts(&["yanitsky", "--level", "1"]);
    assert_eq!(yanitsky, serde_json::json!({ "adaptation": 0, "socialisation": 1, "individualisation": 1 }));
    let unknown = tarazy(&["count", "--lexicon", "inglehart"], sentence);
    assert_ne!(code(&unknown), Some(0));
    assert!(text(&unknown.stderr).contains("inglehart"));
}

#[test]
fn counts_are_the_same_in_every_format() {
    let path = file("charter.txt", CHARTER.as_bytes());
    let run = |format: &str| {
        let output = tarazy(&["count", &path.display().to_string(), "--format", format], b"");
        assert_eq!(code(&output), Some(0));
        text(&output.stdout)
    };
    let report: serde_json::Value = serde_json::from_str(&run("json")).expect("JSON");
    let counts: Vec<u64> = report["documents"][0]["counts"]
        .as_object()
        .expect("counts")
        .values()
        .filter_map(serde_json::Value::as_u64)
        .collect();
    let csv = run("csv");
    let row: Vec<&str> = csv.lines().nth(1).expect("a row").split(',').collect();
    let from_csv: Vec<u64> = row[5..5 + counts.len()].iter().filter_map(|field| field.parse().ok()).collect();
    assert_eq!(from_csv, counts);
    let markdown = run("markdown");
    let row = markdown.lines().find(|line| line.starts_with("| charter")).expect("a row");
    let cells: Vec<u64> = row.split('|').skip(5).filter_map(|cell| cell.trim().parse().ok()).collect();
    assert_eq!(cells, counts);
    let table = run("table");
    let row: Vec<u64> =
        table.lines().nth(1).expect("a row").split_whitespace().skip(4).filter_map(|cell| cell.parse().ok()).collect();
    assert_eq!(row, counts);
}

#[test]
fn pretokenized_texts_are_taken_as_they_stand() {
    let lexicon = file(
        "pretokenized.toml",
        "format = 1\nid = \"pretokenized\"\nversion = \"1\"\n[[category]]\nid = \"a\"\nen.entries = [\"=new =york\", \"=a_b\"]\n".as_bytes(),
    );
    let run = |input: &str| {
        let arguments = [
            "count",
            "--pretokenized",
            "--lang",
            "en",
            "--format",
            "json",
            "--lexicon",
            &lexicon.display().to_string(),
        ];
        let report = json(&tarazy(&arguments, input.as_bytes()));
        (report["documents"][0]["counts"]["a"].clone(), report["documents"][0]["words"].clone())
    };
    assert_eq!(run("new\nyork\na_b\n"), (2.into(), 3.into()));
    assert_eq!(run("new\n\nyork\n"), (0.into(), 2.into()), "an empty line is a break");
    assert_eq!(run("new\n,\nyork\n"), (0.into(), 2.into()), "punctuation breaks a phrase");
}

#[test]
fn case_sensitive_and_level_reach_the_engine() {
    let lexicon = file(
        "tree.toml",
        "format = 1\nid = \"tree\"\nversion = \"1\"\n[[category]]\nid = \"v\"\n[[category.category]]\nid = \"a\"\nen.entries = [\"=Law\"]\n[[category.category]]\nid = \"b\"\nen.entries = [\"=Law\", \"=order\"]\n".as_bytes(),
    );
    let run = |extra: &[&str]| {
        let path = lexicon.display().to_string();
        let mut arguments =
            vec!["count", "--lang", "en", "--policy", "independent", "--format", "json", "--lexicon", &path];
        arguments.extend(extra);
        json(&tarazy(&arguments, b"Law law order"))["documents"][0]["counts"].to_string()
    };
    assert_eq!(run(&[]), r#"{"v/a":2,"v/b":3}"#);
    assert_eq!(run(&["--case-sensitive"]), r#"{"v/a":1,"v/b":2}"#);
    assert_eq!(run(&["--level", "1"]), r#"{"v":3}"#);
}

#[test]
fn a_text_in_an_old_encoding_counts_as_in_utf_8() {
    // «Сөз бостандығы мен адам құқығы қорғалады» in KZ-1048.
    let old = b"\xD1\xB4\xE7 \xE1\xEE\xF1\xF2\xE0\xED\xE4\xFB\xBA\xFB \xEC\xE5\xED \xE0\xE4\xE0\xEC \x9D\xA2\x9D\xFB\xBA\xFB \
        \x9D\xEE\xF0\xBA\xE0\xEB\xE0\xE4\xFB";
    let counts = |bytes: &[u8]| json(&tarazy(&["count", "--format", "json"], bytes))["documents"][0]["counts"].clone();
    let expected = counts("Сөз бостандығы мен адам құқығы қорғалады".as_bytes());
    assert!(expected.to_string().contains("freedom"));
    assert_eq!(counts(old), expected);
}

#[test]
fn a_lexicon_of_another_tool_is_checked_and_what_is_doubtful_has_no_line_of_another_file() {
    let table = file("research.csv", "category,entry\nScience,сat\nScience,laboratory\n".as_bytes());
    let output = tarazy(&["lexicon", "check", table.to_str().unwrap_or("")], b"");
    let message = text(&output.stderr);
    assert_eq!(code(&output), Some(0), "{message}");
    let warning = message.lines().find(|line| line.contains("сat")).expect("its first letter is Cyrillic");
    assert!(warning.contains("research.csv") && !warning.contains("line"), "{warning}");
    assert!(text(&output.stdout).contains("2 entries"), "{}", text(&output.stdout));
}

#[test]
fn bad_input_ends_with_1_and_names_file_and_place() {
    let bad = file("bad.txt", &[CHARTER.as_bytes(), b"\n\xD1\xEE\xE7"].concat());
    let pdf = file("programme.pdf", b"%PDF-1.7 ...");
    let lexicon = file(
        "wrong.toml",
        "format = 1\nid = \"wrong\"\nversion = \"1\"\n[[category]]\nid = \"a\"\nkk.entries = [\"қ[\"]\n".as_bytes(),
    );
    for (arguments, parts) in [
        (vec!["count", bad.to_str().unwrap_or("")], vec!["bad.txt, line 3, column 1", "UTF-8"]),
        (vec!["count", pdf.to_str().unwrap_or("")], vec!["programme.pdf", "PDF"]),
        (vec!["count", "no-such-file.txt"], vec!["no-such-file.txt"]),
        (vec!["count", "--lexicon", lexicon.to_str().unwrap_or("")], vec!["wrong.toml, line 6, column 15", "bracket"]),
        (vec!["count", "--lexicon", "nothing"], vec!["nothing"]),
        (vec!["lexicon", "check", lexicon.to_str().unwrap_or("")], vec!["wrong.toml, line 6"]),
        (vec!["kwic", "--category", "nonsense"], vec!["nonsense", "freedom"]),
    ] {
        let output = tarazy(&arguments, CHARTER.as_bytes());
        let message = text(&output.stderr);
        assert_eq!(code(&output), Some(1), "{arguments:?}: {message}");
        assert!(output.stdout.is_empty());
        for part in parts {
            assert!(message.contains(part), "{arguments:?}: {message}");
        }
    }
}

#[test]
fn wrong_usage_ends_with_2() {
    for arguments in
        [&["count", "--wrong"][..], &["count", "--measure", "wrong"], &["wrong"], &["match", "--lang", "kk"], &[]]
    {
        let output = tarazy(arguments, b"");
        assert_eq!(code(&output), Some(2), "{arguments:?}");
        assert!(!output.stderr.is_empty());
    }
}

#[test]
fn messages_speak_the_language_of_the_reader() {
    for (language, part) in [
        ("kk_KZ.UTF-8", "мәтінде сөз жоқ"),
        ("ru_RU.UTF-8", "тексте нет слов"),
        ("de_DE.UTF-8", "no words in this text"),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_tarazy"))
            .arg("count")
            .env("LC_ALL", language)
            .stdin(Stdio::null())
            .output();
        let message = text(&output.expect("the program ends").stderr);
        assert!(message.contains(part), "{message}");
    }
}

#[test]
fn match_prints_form_entry_stem_alternation_and_suffixes() {
    let entries = file("entries.tsv", "бостандық\tnoun\nзаң\tnoun\n".as_bytes());
    let output = tarazy(
        &["match", "--lang", "kk", "--entries", &entries.display().to_string()],
        "Бостандығымызды\nзаңды\nтуралы\n".as_bytes(),
    );
    let lines = text(&output.stdout);
    let first: Vec<&str> = lines.lines().next().expect("a line").split('\t').collect();
    assert_eq!(&first[..3], ["Бостандығымызды", "бостандық", "бостандығ"]);
    assert_eq!(first.len(), 5);
    assert!(!first[3].is_empty() && first[4].contains("accusative"), "{lines}");
    assert!(!lines.contains("туралы"));
}

#[test]
fn kwic_and_table1_show_what_stands_behind_the_numbers() {
    let output = tarazy(&["kwic", "--lang", "kk", "--category", "freedom", "--format", "json"], CHARTER.as_bytes());
    let lines = json(&output);
    let nodes: Vec<&str> = lines.as_array().expect("lines").iter().filter_map(|line| line["match"].as_str()).collect();
    assert!(nodes.contains(&"Сөз бостандығына"), "{nodes:?}");
    let table = |options: &[&str]| {
        let arguments = [&["table1", "--lang", "kk", "--format", "json"], options].concat();
        json(&tarazy(&arguments, CHARTER.as_bytes()))
    };
    let few = table(&[]);
    assert_eq!(few["documents"][0]["dominant_values"], serde_json::json!([]), "few matches name nothing");
    assert_eq!(few["documents"][0]["ranked_matches"], 3);
    let named = table(&["--dominant-matches", "3"]);
    let freedom = serde_json::json!({ "category": "freedom", "count": 3, "share": 1.0 });
    assert_eq!(named["documents"][0]["dominant_values"], serde_json::json!([freedom]));
}

#[test]
fn limits_of_table_1_hold_in_tables_methods_and_recipes() {
    let path = file("limits.txt", ("Еркіндік пен теңдік. ".repeat(10) + &"Экология. ".repeat(3)).as_bytes());
    let path = path.display().to_string();
    let run = |command: &[&str], options: &[&str]| {
        let output = tarazy(&[command, &[&path, "--lang", "kk"], options].concat(), b"");
        assert_eq!(code(&output), Some(0), "{}", text(&output.stderr));
        text(&output.stdout)
    };
    let row = |options: &[&str]| {
        let table = run(&["table1", "--format", "json"], options);
        let table: serde_json::Value = serde_json::from_str(&table).expect("JSON");
        let names = |list: &str| {
            let names = table["documents"][0][list].as_array().expect("a list").iter();
            names.map(|own| own["category"].as_str().expect("a path").to_owned()).collect::<Vec<_>>().join(" ")
        };
        (
            names("topics"),
            names("dominant_values"),
            table["documents"][0]["ranked_matches"].as_u64(),
            table["table1"].clone(),
        )
    };
    let usual = serde_json::json!({
        "topics_compete": true, "special_rate": 10, "special_matches": 5, "dominant_matches": 20,
    });
    assert_eq!(row(&[]), (String::new(), "freedom equality".to_owned(), Some(23), usual));
    let (topics, dominant, matches, options) = row(&["--special-matches", "3", "--topics-apart"]);
    assert_eq!((topics.as_str(), dominant.as_str(), matches), ("ecology", "freedom equality", Some(20)));
    assert_eq!(options["topics_compete"], false);
    assert_eq!(row(&["--special-matches", "3", "--special-rate", "1000"]).0, "");
    assert_eq!(row(&["--dominant-matches", "24"]).1, "");

    let table = run(&["table1"], &["--dominant-matches", "24"]);
    assert!(table.contains("23  none") && table.contains("where n is below 24"), "{table}");
    let csv = run(&["table1", "--format", "csv"], &["--special-rate", "7"]);
    let mut lines = csv.lines();
    let head = ",topics_compete,special_rate,special_matches,dominant_matches";
    assert!(lines.next().is_some_and(|line| line.contains(",Matches (n),") && line.ends_with(head)), "{csv}");
    assert!(lines.next().is_some_and(|line| line.contains(",none,") && line.ends_with(",true,7,5,20")), "{csv}");
    let methods = run(&["methods"], &["--special-matches", "3"]);
    assert!(methods.contains("at least 3 matches in the text, and at least 10 matches per 1,000 words"), "{methods}");
    let recipe = run(&["recipe", "make"], &["--topics-apart", "--special-rate", "7"]);
    let stated = "[table1]\ntopics_compete = false\nspecial_rate = 7\nspecial_matches = 5\ndominant_matches = 20\n";
    assert!(recipe.contains(stated), "{recipe}");

    for beyond in [["--special-rate", "1001"], ["--special-matches", "0"], ["--dominant-matches", "1000001"]] {
        let output = tarazy(&[&["table1", &path][..], &beyond].concat(), b"");
        assert_eq!(code(&output), Some(2), "{beyond:?}");
        assert!(text(&output.stderr).contains(beyond[1]), "{}", text(&output.stderr));
    }
}

#[test]
fn a_file_is_written_where_it_is_asked_for() {
    let target = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("written.csv");
    let output = tarazy(&["count", "--format", "csv", "-o", &target.display().to_string()], CHARTER.as_bytes());
    assert_eq!(code(&output), Some(0));
    assert!(output.stdout.is_empty());
    assert!(std::fs::read_to_string(target).expect("the file is there").starts_with("\u{FEFF}title,language,"));
    let output = tarazy(&["count", "-o", "no/such/folder/x.csv"], CHARTER.as_bytes());
    assert_eq!(code(&output), Some(1));
    assert!(text(&output.stderr).contains("no/such/folder/x.csv"));
}

#[test]
fn repair_writes_the_text_and_reports_what_was_changed() {
    let dirty = file("dirty.txt", "Әділет министрлiгi, бостан-\nдық жолы, қадір\u{2010}қасиет\n".as_bytes());
    let path = dirty.display().to_string();
    let output = tarazy(&["repair", &path], b"");
    assert_eq!(code(&output), Some(0), "{}", text(&output.stderr));
    assert_eq!(text(&output.stdout), "Әділет министрлігі, бостандық\nжолы, қадір-қасиет\n");
    let output =
        tarazy(&["repair", "-", "--without", "hyphen,line-end-hyphen"], &std::fs::read(&dirty).unwrap_or_default());
    assert_eq!(text(&output.stdout), "Әділет министрлігі, бостан-\nдық жолы, қадір\u{2010}қасиет\n");
    let target = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("repaired.txt");
    let output = tarazy(&["repair", &path, "--report", "-o", &target.display().to_string()], b"");
    let report = text(&output.stdout);
    for part in ["UTF-8", "министрлiгi → министрлігі", "бостан-⏎дық → бостандық", "look-alike"]
    {
        assert!(report.contains(part), "{report}");
    }
    assert!(std::fs::read_to_string(target).expect("the text is there").contains("бостандық\nжолы"));
    let report = json(&tarazy(&["repair", &path, "--report", "--format", "json", "--without", "hyphen"], b""));
    assert_eq!(report["encoding"], "utf-8");
    let kinds: Vec<_> =
        report["kinds"].as_array().expect("kinds").iter().map(|kind| (&kind["kind"], &kind["applied"])).collect();
    let expected = [("hyphen", false), ("look-alike", true), ("line-end-hyphen", true)];
    assert_eq!(kinds.len(), expected.len());
    assert!(
        kinds.iter().zip(expected).all(|((kind, applied), own)| **kind == own.0 && **applied == own.1),
        "{kinds:?}"
    );
    assert_eq!(code(&tarazy(&["repair", &path, "--without", "nonsense"], b"")), Some(2));
    assert_eq!(code(&tarazy(&["repair", "no-such-file.txt"], b"")), Some(1));
}

#[test]
fn an_old_encoding_is_read_when_it_is_named() {
    // «Сөз бостандығы» in KZ-1048.
    let bytes = b"\xD1\xB4\xE7 \xE1\xEE\xF1\xF2\xE0\xED\xE4\xFB\xBA\xFB";
    let output = tarazy(&["repair", "-", "--encoding", "kz-1048"], bytes);
    assert_eq!(text(&output.stdout), "Сөз бостандығы");
    let output = tarazy(&["count", "--lang", "kk", "--encoding", "kz-1048", "--format", "json"], bytes);
    let document = json(&output)["documents"][0].clone();
    assert_eq!((&document["encoding"], &document["counts"]["freedom"]), (&"kz-1048".into(), &1.into()));
}

#[test]
fn counting_repairs_the_text_unless_a_flag_forbids_it() {
    let dirty = "Адамның құқықтары мен бостан-\nдығы тiркеледi, бостандықтар қорғалады.";
    let run = |extra: &[&str]| {
        let mut arguments = vec!["count", "--lang", "kk", "--format", "json"];
        arguments.extend(extra);
        json(&tarazy(&arguments, dirty.as_bytes()))["documents"][0].clone()
    };
    let repaired = run(&[]);
    assert_eq!(repaired["counts"]["freedom"], 3);
    assert_eq!(repaired["repairs"][0], serde_json::json!({ "kind": "look-alike", "count": 1, "applied": true }));
    assert_eq!(repaired["repairs"][1], serde_json::json!({ "kind": "line-end-hyphen", "count": 1, "applied": true }));
    let given = run(&["--no-repair"]);
    assert_eq!(given["counts"]["freedom"], 2);
    assert_eq!(given["repairs"][0]["applied"], false);
    assert_eq!(run(&["--pretokenized"])["repairs"], serde_json::json!([]));
    assert_eq!(repaired["sha256"], given["sha256"], "the hash is that of the bytes as given");
    let table = text(&tarazy(&["count", "--lang", "kk"], dirty.as_bytes()).stdout);
    assert!(
        table.contains(
            "Repaired before counting, in words: look-alike Latin and Cyrillic letters 1; words cut by a line end 1."
        ),
        "{table}"
    );
    let table = text(&tarazy(&["table1", "--lang", "kk", "--no-repair"], dirty.as_bytes()).stdout);
    assert!(!table.contains("Repaired"), "{table}");
    let lines = json(&tarazy(&["kwic", "--lang", "kk", "--category", "freedom", "--format", "json"], dirty.as_bytes()));
    assert!(lines.as_array().expect("lines").iter().any(|line| line["match"] == "бостандығы"), "{lines}");
}

#[test]
fn dictionaries_of_quanteda_and_liwc_count_as_they_do_there() {
    let yaml =
        file("quanteda.yml", "v:\n  __: ['nation*']\n  a: [New York, NO]\n  b: ['York', '^Y\\D+$']\n".as_bytes());
    let dicx = file("liwc.dicx", b"DicTerm,place,no\nNew York,X,\nyork,X,\nno,,X\n");
    let run = |lexicon: &PathBuf, options: &[&str]| {
        let lexicon = lexicon.display().to_string();
        let fixed = ["count", "--pretokenized", "--lang", "en", "--format", "json", "--lexicon", &lexicon];
        let output = tarazy(&[&fixed[..], options].concat(), b"New\nYork\n\nno\nnations\nYork\nNew\n\nYork\n");
        assert_eq!(code(&output), Some(0), "{}", text(&output.stderr));
        let report = json(&output);
        let counts = report["documents"][0]["counts"].as_object().expect("counts");
        counts.iter().map(|(path, count)| format!("{path} {count}")).collect::<Vec<_>>().join(", ")
    };
    for (lexicon, options, expected) in [
        (&yaml, &["--policy", "independent"][..], "v 1, v/a 2, v/b 3"),
        (&yaml, &["--policy", "longest"], "v 1, v/a 2, v/b 2"),
        (&yaml, &["--policy", "independent", "--level", "1"], "v 5"),
        (&yaml, &["--policy", "independent", "--case-sensitive"], "v 1, v/a 1, v/b 3"),
        (&yaml, &["--policy", "independent", "--pattern-syntax", "fixed"], "v 0, v/a 2, v/b 3"),
        (&yaml, &["--policy", "independent", "--pattern-syntax", "regex"], "v 1, v/a 2, v/b 3"),
        (&dicx, &["--policy", "liwc"], "place 4, no 1"),
        (&dicx, &["--policy", "longest", "--case-sensitive"], "place 1, no 1"),
    ] {
        assert_eq!(run(lexicon, options), expected, "{options:?}");
    }
}

#[test]
fn workbooks_and_coding_rules_are_converted_and_a_format_can_be_forced() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let shown = |path: &PathBuf| path.display().to_string();
    let convert = |from: &PathBuf, to: &str, options: &[&str]| {
        let to = folder.join(to);
        let output = tarazy(&[&["lexicon", "convert", &shown(from), &shown(&to)][..], options].concat(), b"");
        (to, output)
    };
    let rules = file("rules.txt", "*Еркіндік\r\nбостандық | сөз+бостандығы\r\n| сот & ел\r\n".as_bytes());
    let (workbook, output) = convert(&rules, "rules.xlsx", &[]);
    assert_eq!(code(&output), Some(0), "{}", text(&output.stderr));
    let reported = text(&output.stderr);
    assert!(
        reported.contains("rules.txt, line 3: left out: \"сот & ел\" says something about a whole document"),
        "{reported}"
    );
    let (back, output) = convert(&workbook, "rules-back.txt", &[]);
    assert_eq!((code(&output), text(&output.stderr)), (Some(0), String::new()));
    let back = std::fs::read_to_string(back).expect("it was written");
    assert_eq!(back, "*Еркіндік\r\nбостандық\r\n| сөз+бостандығы\r\n");

    let column = file("column.txt", "сөз\nбостандық\n".as_bytes());
    let (_, output) = convert(&column, "column.toml", &[]);
    assert_eq!((code(&output), text(&output.stderr)), (Some(0), String::new()), "its head says what it holds");
    let prose = file("prose.txt", "Адамның құқықтары мен бостандықтары заңмен қорғалады.\n".as_bytes());
    assert_eq!(code(&convert(&prose, "prose.toml", &[]).1), Some(1), "a sentence is no list of words");
    let (_, output) = convert(&column, "column.toml", &["--from", "csv"]);
    assert_eq!(code(&output), Some(0), "{}", text(&output.stderr));
    let (_, output) = convert(&file("letter.txt", b"%PDF-1.7\n"), "letter.toml", &[]);
    assert!(text(&output.stderr).contains("this is no lexicon but a PDF document."), "{}", text(&output.stderr));
}

#[test]
fn the_shape_of_a_table_is_guessed_aloud_and_can_be_stated() {
    let table = file("shape.csv", "Группа;Лексема\nсвобода;воля\nправо;закон\n".as_bytes());
    let count = |options: &[&str]| {
        let arguments = ["count", "--format", "json", "--lang", "ru", "--lexicon", table.to_str().expect("UTF-8")];
        tarazy(&[&arguments[..], options].concat(), "Воля и закон.".as_bytes())
    };
    let unclear = count(&[]);
    assert_eq!(code(&unclear), Some(1));
    assert!(text(&unclear.stderr).contains("Write heads above the columns: category and pattern"));
    let stated = count(&["--shape", "long"]);
    assert_eq!((code(&stated), text(&stated.stderr)), (Some(0), String::new()));
    assert_eq!(json(&stated)["documents"][0]["counts"]["svoboda"], 1);

    let scores = file("scores.txt", "# scores\nволя\t3\nзакон\t-1\n".as_bytes());
    let arguments = ["count", "--weights", "--format", "json", "--lang", "ru", "--lexicon"];
    let output = tarazy(&[&arguments[..], &[scores.to_str().expect("UTF-8")]].concat(), "Воля и закон.".as_bytes());
    let document = &json(&output)["documents"][0];
    assert_eq!((&document["counts"]["scores"], &document["weighted_counts"]["scores"]), (&2.into(), &2.0.into()));
    assert!(text(&output.stderr).contains("line 2: guessed: nothing in the file says what it holds. It is read as a list of words with weights, in one category that has the name of the file; the first line is an entry: воля | 3."), "{}", text(&output.stderr));
}

#[test]
fn notices_of_one_kind_are_counted_and_messages_are_short() {
    let words: String = (1..=30).map(|number| format!("word{number}\t9\n")).collect();
    let dictionary = file("undeclared.dic", format!("%\n1\ta\n%\nfree\t1\n{words}").as_bytes());
    let path = dictionary.to_str().expect("UTF-8");
    let output = tarazy(&["count", "--lexicon", path], b"Free words.");
    let reported = text(&output.stderr);
    assert_eq!(reported.matches("does not declare").count(), 1, "{reported}");
    assert!(
        reported.contains("More notices of this kind: 29, in lines 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, …."),
        "{reported}"
    );
    let toml = file("undeclared.toml", b"");
    let convert = ["lexicon", "convert", path, toml.to_str().expect("UTF-8"), "--every-notice"];
    assert_eq!(text(&tarazy(&convert, b"").stderr).matches("does not declare").count(), 30);

    let expression = format!(
        "format = 1\nid = \"x\"\nversion = \"1\"\n[[category]]\nid = \"a\"\nen.entries = [\"/({}/\"]\n",
        "a".repeat(3_000)
    );
    let lexicon = file("long-expression.toml", expression.as_bytes());
    let output = tarazy(&["count", "--lexicon", lexicon.to_str().expect("UTF-8")], b"Free words.");
    let reported = text(&output.stderr);
    assert!(
        reported.len() < 1_000 && reported.contains("a round bracket has no pair"),
        "{} bytes: {}",
        reported.len(),
        &reported[..200]
    );

    let many: String = (0..500).map(|number| format!("\"[{number}\",\n")).collect();
    let many = format!("format = 1\nid = \"x\"\nversion = \"1\"\n[[category]]\nid = \"a\"\nen.entries = [\n{many}]\n");
    let output =
        tarazy(&["count", "--lexicon", file("many-errors.toml", many.as_bytes()).to_str().expect("UTF-8")], b"");
    let reported = text(&output.stderr);
    assert_eq!((code(&output), reported.lines().count()), (Some(1), 51), "{reported}");
    assert!(reported.ends_with("… and 450 more errors.\n"), "{reported}");
}

#[test]
fn the_names_of_a_dictionary_stand_beside_the_ids() {
    let dictionary = file("names.cat", b"+STATE+\n\tFREE (1)\n-STATE-\n\tLAW (1)\nfreedom\n\tX (1)\n");
    let count = |format: &str| {
        tarazy(&["count", "--format", format, "--lexicon", dictionary.to_str().expect("UTF-8")], b"Free law, free.")
    };
    let report = json(&count("json"));
    assert_eq!(report["documents"][0]["counts"]["state"], 2);
    let named = |at: usize| (report["categories"][at]["path"].as_str(), report["categories"][at]["name"].as_str());
    assert_eq!(
        [named(0), named(1), named(2)],
        [(Some("state"), Some("+STATE+")), (Some("state-2"), Some("-STATE-")), (Some("freedom"), Some("freedom")),]
    );
    assert!(text(&count("csv").stdout).contains(",words,state [+STATE+],state-2 [-STATE-],freedom,measure,"));
    let table = text(&count("table").stdout);
    assert!(table.contains("+STATE+ [state]") && table.contains("-STATE- [state-2]"), "{table}");
}

#[test]
fn an_appendix_reads_the_terms_of_a_lexicon_as_stated() {
    let dictionary = file("appendix.dic", b"%\n1\ta\n%\nfree\t1\n");
    let appendix = |syntax: &str| {
        let arguments = ["lexicon", "appendix", "--pattern-syntax", syntax, dictionary.to_str().expect("UTF-8")];
        text(&tarazy(&arguments, b"").stdout)
    };
    assert_ne!(appendix("native"), appendix("glob"));
}

const TWO_LANGUAGES: &str = r#"format = 1
id = "two"
version = "1"
[[category]]
id = "freedom"
[category.kk]
entries = [{ pattern = "бостандық", concept = "freedom" }, { pattern = "азаттық", concept = "freedom" }, "тәуелсіз"]
[category.ru]
entries = [{ pattern = "свобода", concept = "freedom" }, { pattern = "=воля", concept = "will" }]
"#;

#[test]
fn lexicon_parallel_puts_the_languages_side_by_side() {
    let lexicon = file("two.toml", TWO_LANGUAGES.as_bytes());
    let text_file = file("parallel-kk.txt", "Бостандық пен азаттық, бостандығымыз".as_bytes());
    let (lexicon, text_file) = (lexicon.to_string_lossy(), text_file.to_string_lossy());
    let csv = tarazy(&["lexicon", "parallel", &lexicon, &text_file, "--lang", "kk", "--format", "csv"], b"");
    assert_eq!(code(&csv), Some(0), "{}", text(&csv.stderr));
    let csv = text(&csv.stdout);
    let lines: Vec<&str> = csv.lines().map(|line| line.split(",longest,").next().unwrap_or_default()).collect();
    assert!(
        lines[0].starts_with("row,category,concept,kk,kk_entries,kk_matches,kk_per_1000_words,ru,ru_entries"),
        "{csv}"
    );
    assert_eq!(
        lines[1..],
        [
            "category,freedom,,,3,3,750.000000,,2,,,false,false",
            "concept,freedom,freedom,бостандық; азаттық,2,3,750.000000,свобода,1,,,false,false",
            "concept,freedom,will,,0,,,'=воля,1,,,true,false",
            "unlinked,freedom,,тәуелсіз,1,0,0.000000,,0,,,false,false",
        ]
    );
    let gaps = json(&tarazy(&["lexicon", "parallel", &lexicon, "--gaps", "--format", "json"], b""));
    assert_eq!(gaps["totals"], serde_json::json!({ "concepts": 2, "gaps": 1, "uneven": 0, "unlinked": 1 }));
    assert_eq!(gaps["columns"][1], serde_json::json!({ "language": "ru", "words": null }));
    let concepts: Vec<_> = gaps["rows"].as_array().expect("a list").iter().map(|row| row["concept"].as_str()).collect();
    assert_eq!(concepts, [None, Some("will"), None]);
    assert_eq!(gaps["rows"][1]["cells"][1]["entries"], serde_json::json!(["=воля"]));
    let table = text(&tarazy(&["lexicon", "parallel", &lexicon], b"").stdout);
    assert!(table.contains("[freedom]") && table.contains("gap: kk") && table.contains("no concept named"), "{table}");
    assert!(!table.contains("Matches"), "without texts there is nothing to match: {table}");
    let table = text(&tarazy(&["lexicon", "parallel", &lexicon, &text_file, "--format", "markdown"], b"").stdout);
    assert!(table.contains("| 750.0 |") && table.contains("SHA-256"), "{table}");
}

#[test]
fn lexicon_parallel_names_the_categories_there_are() {
    let output = tarazy(&["lexicon", "parallel", "yanitsky", "--category", "adaptation", "--gaps"], b"");
    assert_eq!(code(&output), Some(0), "{}", text(&output.stderr));
    assert!(text(&output.stdout).contains("[adaptation/security]"));
    let output = tarazy(&["lexicon", "parallel", "yanitsky", "--category", "adapt"], b"");
    assert_eq!(code(&output), Some(1));
    assert!(text(&output.stderr).contains("adaptation/security"), "{}", text(&output.stderr));
}

#[test]
fn negated_matches_are_left_out_when_asked_and_every_format_says_so() {
    let sentence = "Сөз бостандығы жоқ, теңдік бар.".as_bytes();
    let run = |options: &[&str]| {
        let output = tarazy(&[&["count", "--lang", "kk"], options].concat(), sentence);
        assert_eq!(code(&output), Some(0), "{}", text(&output.stderr));
        output
    };
    let ignored = json(&run(&["--format", "json"]));
    assert_eq!((&ignored["negation"], &ignored["documents"][0]["counts"]["freedom"]), (&"ignore".into(), &1.into()));
    assert!(ignored["documents"][0].get("negated").is_none());
    let left_out = json(&run(&["--format", "json", "--negation", "leave-out"]));
    let document = &left_out["documents"][0];
    assert_eq!((&document["counts"]["freedom"], &document["negated"]["freedom"]), (&0.into(), &1.into()));
    assert_eq!((&document["counts"]["equality"], &document["negated"]["equality"]), (&1.into(), &0.into()));
    for (format, part) in [("table", "leave-out"), ("markdown", "leave-out"), ("csv", ",longest,leave-out,values,")] {
        let written = text(&run(&["--format", format, "--negation", "leave-out"]).stdout);
        assert!(written.contains(part), "{written}");
        assert!(format == "csv" || written.contains("in all columns: 1."), "{written}");
    }
    let output = tarazy(
        &["kwic", "--lang", "kk", "--category", "freedom", "--negation", "leave-out", "--format", "json"],
        sentence,
    );
    assert_eq!(json(&output), serde_json::json!([]));
    assert_eq!(code(&tarazy(&["count", "--negation", "never"], sentence)), Some(2));
}

#[test]
fn weighted_counts_stand_beside_the_counts_in_every_format() {
    let lexicon = file(
        "weights.toml",
        "format = 1\nid = \"weights\"\nversion = \"1\"\n[[category]]\nid = \"a\"\ntitle.en = \"A\"\n\
         en.entries = [{ pattern = \"=law\", weight = 2.5 }, \"=order\"]\n[[category]]\nid = \"b\"\nen.entries = [{ pattern = \"=war\", weight = -1 }]\n"
            .as_bytes(),
    );
    let path = lexicon.display().to_string();
    let run = |options: &[&str]| {
        let fixed = ["count", "--lang", "en", "--lexicon", &path];
        let output = tarazy(&[&fixed[..], options].concat(), b"law and order, war and law");
        assert_eq!(code(&output), Some(0), "{}", text(&output.stderr));
        text(&output.stdout)
    };
    let csv = run(&["--weights", "--format", "csv"]);
    assert!(
        csv.contains(",words,a,a:weighted,b,b:weighted,measure,") && csv.contains(",3,6.000000,1,-1.000000,count,"),
        "{csv}"
    );
    assert!(!run(&["--format", "csv"]).contains("weighted"));
    let report: serde_json::Value =
        serde_json::from_str(&run(&["--weights", "--format", "json", "--measure", "percent"])).expect("JSON");
    assert_eq!(report["documents"][0]["weighted_counts"], serde_json::json!({ "a": 6.0, "b": -1.0 }));
    assert_eq!(report["documents"][0]["weighted_values"]["a"], 100.0);
    for format in ["table", "markdown"] {
        let written = run(&["--weights", "--format", format, "--measure", "share"]);
        for part in ["A, weighted", "–", "no weighted shares"] {
            assert!(written.contains(part), "{written}");
        }
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_result_that_cannot_be_written_ends_with_1() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("there is such a device");
    let text_file = file("full.txt", CHARTER.as_bytes());
    for arguments in
        [vec!["count"], vec!["kwic", "--category", "freedom"], vec!["repair"], vec!["lexicon", "appendix", "values"]]
    {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tarazy"));
        command.args(&arguments).stdout(full.try_clone().expect("a copy")).env("LC_ALL", "C");
        if arguments[0] != "lexicon" {
            command.arg(&text_file);
        }
        let output = command.output().expect("the program ends");
        assert_eq!(code(&output), Some(1), "{arguments:?}");
        assert!(text(&output.stderr).contains("Standard output cannot be written"), "{arguments:?}");
    }
    let output = tarazy(&["count", "-o", "/dev/full"], CHARTER.as_bytes());
    assert_eq!((code(&output), output.stdout.len()), (Some(1), 0));
    assert!(text(&output.stderr).contains("/dev/full cannot be written"));
}

#[test]
fn a_reader_that_stops_reading_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tarazy"))
        .args(["lexicon", "appendix", "values"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary was built for this test");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!((code(&output), text(&output.stderr)), (Some(0), String::new()));
}

#[test]
#[cfg(unix)]
fn an_output_that_is_an_input_is_refused_by_any_name() {
    let text_file = file("own-output.txt", CHARTER.as_bytes());
    let (soft, hard) = (text_file.with_extension("soft"), text_file.with_extension("hard"));
    for link in [&soft, &hard] {
        let _ = std::fs::remove_file(link);
    }
    std::os::unix::fs::symlink(&text_file, &soft).expect("a link");
    std::fs::hard_link(&text_file, &hard).expect("a link");
    for name in [&text_file, &soft, &hard] {
        let (input, output) = (text_file.to_str().expect("UTF-8"), name.to_str().expect("UTF-8"));
        for command in ["count", "repair"] {
            let result = tarazy(&[command, input, "-o", output], b"");
            assert_eq!(code(&result), Some(1), "{command} {output}");
            assert!(text(&result.stderr).contains("is one of the inputs"), "{}", text(&result.stderr));
        }
    }
    assert_eq!(std::fs::read_to_string(&text_file).expect("it is still there"), CHARTER);
}

#[test]
#[cfg(unix)]
fn a_file_is_replaced_as_a_whole_and_keeps_its_links_and_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let table = file("replaced.csv", b"old");
    let link = table.with_extension("link");
    let _ = std::fs::remove_file(&link);
    std::os::unix::fs::symlink(&table, &link).expect("a link");
    std::fs::set_permissions(&table, std::fs::Permissions::from_mode(0o640)).expect("its owner");
    let output = tarazy(&["count", "--format", "csv", "-o", link.to_str().expect("UTF-8")], CHARTER.as_bytes());
    assert_eq!(code(&output), Some(0), "{}", text(&output.stderr));
    assert!(std::fs::read_to_string(&table).expect("a table").starts_with("\u{FEFF}title,"));
    assert!(link.is_symlink());
    assert_eq!(std::fs::metadata(&table).expect("a table").permissions().mode() & 0o777, 0o640);
}

#[test]
#[cfg(target_os = "linux")]
fn an_output_that_is_no_ordinary_file_is_written_in_place() {
    use std::os::unix::fs::PermissionsExt;
    let log = file("appended.log", b"KEEP\n");
    let status = Command::new(env!("CARGO_BIN_EXE_tarazy"))
        .args(["count", "--format", "csv", "-o", "/dev/stdout"])
        .arg(file("appended.txt", CHARTER.as_bytes()))
        .stdout(std::fs::OpenOptions::new().append(true).open(&log).expect("the log"))
        .status();
    assert!(status.expect("the program ends").success());
    assert!(std::fs::read_to_string(&log).expect("the log").starts_with("KEEP\ntitle,"));

    let long = file(&format!("{}.csv", "қ".repeat(120)), b"old");
    let output = tarazy(&["count", "--format", "csv", "-o", long.to_str().expect("UTF-8")], CHARTER.as_bytes());
    assert_eq!(code(&output), Some(0), "{}", text(&output.stderr));

    let locked = file("read-only.csv", b"old");
    std::fs::set_permissions(&locked, std::fs::Permissions::from_mode(0o444)).expect("its owner");
    let output = tarazy(&["count", "-o", locked.to_str().expect("UTF-8")], CHARTER.as_bytes());
    assert_eq!((code(&output), std::fs::read(&locked).expect("a file")), (Some(1), b"old".to_vec()));
    std::fs::remove_file(&locked).expect("its folder can be written");
}
