//! What the command line writes: warnings about texts that are no plain text, files whose bytes
//! depend on their inputs alone, CSV for spreadsheets, metadata.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

const LEXICON: &str = "format = 1\nid = \"a\"\nversion = \"1\"\ntitle = { kk = \"Сөздік\", ru = \"Словарь\", en = \"Lexicon\" }\n\
    [[category]]\nid = \"freedom\"\nen.entries = [{ pattern = \"freedom\", weight = 0.5 }]\nkk.entries = [\"бостандық\"]\n";

/// A folder of its own for one test, with a lexicon in it.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the temporary folder can be written");
    fs::write(folder.join("lexicon.toml"), LEXICON).expect("it can be written");
    folder
}

fn run_in(folder: &Path, language: &str, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tarazy"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env("LANG", language)
        .env("TZ", if language == "C" { "UTC" } else { "Asia/Almaty" })
        .output()
        .expect("the binary was built for this test")
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    run_in(folder, "C", arguments)
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn what_is_no_plain_text_is_named_with_its_line() {
    let folder = folder("unexpected");
    for (name, text, parts) in [
        ("page.txt", "Заң\n<p>Freedom&nbsp;and <b>law</b>.</p>\n", &["line 2: ", "HTML: 4 tags", "1 HTML entity"][..]),
        ("lost.txt", "Law.\nOur free\u{FFFD}dom is dear.\n", &["line 2: ", "in 1 place", "free\u{FFFD}dom"]),
        ("zero.txt", "Law.\n\nOur free\u{0}dom is dear.\n", &["line 3: ", "1 control character", "U+0000"]),
        ("table.txt", "id,party,text\n1,A,Freedom\n2,B,Law\n", &["line 1: ", "3 rows"]),
        ("joined.txt", "Our free-\ndom is dear.\nLaw\u{7}.\n", &["line 3: ", "U+0007"]),
        ("blank.txt", "...\n", &["no words"]),
    ] {
        fs::write(folder.join(name), text).expect("it can be written");
        let output = run(&folder, &["count", name, "--lexicon", "lexicon.toml", "--lang", "en"]);
        assert_eq!(output.status.code(), Some(0));
        for part in parts {
            assert!(stderr(&output).contains(part), "{name}: {}", stderr(&output));
        }
    }
}

#[test]
fn an_empty_text_is_a_row_with_a_warning() {
    let folder = folder("empty");
    for (name, text) in [("a.txt", ""), ("b.txt", "Freedom.\n"), ("c.txt", " \n")] {
        fs::write(folder.join(name), text).expect("it can be written");
    }
    let arguments =
        ["count", "a.txt", "b.txt", "c.txt", "--lexicon", "lexicon.toml", "--lang", "en", "--format", "csv"];
    let output = run(&folder, &arguments);
    let rows = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(rows.lines().count(), 4, "{rows}");
    assert!(stderr(&output).contains("a: there are no words") && stderr(&output).contains("c: there are no words"));
    let alone = run(&folder, &["count", "a.txt", "c.txt", "--lexicon", "lexicon.toml"]);
    assert_eq!(alone.status.code(), Some(0));
    assert!(stderr(&alone).contains("a: there are no words"), "{}", stderr(&alone));
}

#[test]
fn files_do_not_depend_on_the_environment() {
    let folder = folder("environment");
    fs::write(folder.join("a.txt"), "Freedom and law.\n").expect("it can be written");
    fs::write(folder.join("b.txt"), "Бостандық пен заң.\n").expect("it can be written");
    let study = ["a.txt", "b.txt", "--lexicon", "lexicon.toml"];
    for (command, format, result) in [
        ("count", "markdown", "a.md"),
        ("count", "html", "a.html"),
        ("count", "latex", "a.tex"),
        ("count", "csv", "a.csv"),
        ("count", "docx", "a.docx"),
        ("count", "xlsx", "a.xlsx"),
        ("table1", "csv", "b.csv"),
        ("table1", "markdown", "b.md"),
        ("methods", "text", "m.txt"),
        ("methods", "bibtex", "m.bib"),
    ] {
        let written = |language: &str, extra: &[&str]| {
            let arguments = [&[command][..], &study, &["--format", format, "-o", result], extra].concat();
            let output = run_in(&folder, language, &arguments);
            assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
            fs::read(folder.join(result)).expect("it was written")
        };
        let plain = written("C", &[]);
        for language in ["ru_RU.UTF-8", "kk_KZ.UTF-8", "de_DE.UTF-8"] {
            assert!(written(language, &[]) == plain, "{command} {format} {language}");
        }
        if format != "csv" || command == "table1" {
            assert!(written("C", &["--language", "ru"]) != plain, "{command} {format}");
        }
    }
}

#[test]
fn a_recipe_decides_the_language_of_its_files_and_options_of_its_own() {
    let folder = folder("recipe-language");
    fs::write(folder.join("a.txt"), "Freedom and law.\n").expect("it can be written");
    let made = ["recipe", "make", "a.txt", "--lexicon", "lexicon.toml", "--language", "kk", "-o", "r.toml"];
    assert_eq!(run_in(&folder, "ru_RU.UTF-8", &made).status.code(), Some(0));
    for language in ["C", "ru_RU.UTF-8"] {
        let table = |extra: &[&str]| run_in(&folder, language, &[&["run", "r.toml"][..], extra].concat()).stdout;
        for format in ["table", "markdown"] {
            let written = String::from_utf8_lossy(&table(&["--format", format])).into_owned();
            assert!(written.contains("Мәтін") && !written.contains("Текст"), "{written}");
            let written = table(&["--format", format, "--language", "ru"]);
            assert!(String::from_utf8_lossy(&written).contains("Текст"));
        }
    }
}

#[test]
fn a_project_file_gives_the_table_of_its_recipe() {
    let folder = folder("project-table");
    fs::write(folder.join("a.txt"), "Freedom and law. <b>Freedom</b> <i>again</i>.\n").expect("it can be written");
    let made = ["recipe", "make", "a.txt", "--lexicon", "lexicon.toml", "-o", "r.toml"];
    assert_eq!(run(&folder, &made).status.code(), Some(0));
    let packed = run(&folder, &["pack", "r.toml", "-o", "s.tarazy"]);
    assert_eq!(packed.status.code(), Some(0));
    let table = |study: &str| run(&folder, &["run", study, "--format", "json"]);
    let (recipe, project) = (table("r.toml"), table("s.tarazy"));
    assert_eq!(project.status.code(), Some(0), "{}", stderr(&project));
    assert_eq!(String::from_utf8_lossy(&project.stdout), String::from_utf8_lossy(&recipe.stdout));
    // What is to be known of the texts is reported for a project file too.
    assert!(stderr(&project).contains("HTML"), "{}", stderr(&project));
    assert_eq!(stderr(&project), stderr(&recipe));
    let again = run(&folder, &["pack", "s.tarazy", "-o", "t.tarazy"]);
    assert!(stderr(&again).contains("HTML"), "{}", stderr(&again));
}

#[test]
fn csv_files_open_in_spreadsheets() {
    let folder = folder("csv");
    fs::write(folder.join("a.txt"), "Freedom and law.\n").expect("it can be written");
    let text = |extra: &[&str]| {
        let study = ["count", "a.txt", "--lexicon", "lexicon.toml", "--lang", "en", "--measure", "percent"];
        let output = run(&folder, &[&study[..], extra].concat());
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        match extra.iter().position(|option| *option == "-o") {
            Some(at) if !extra[at + 1].starts_with("/dev") => fs::read_to_string(folder.join(extra[at + 1])),
            _ => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        }
        .expect("it is UTF-8")
    };
    let first = |text: &str| text.lines().nth(1).unwrap_or_default().chars().take(27).collect::<String>();
    assert!(text(&["-o", "x.csv"]).starts_with("\u{FEFF}title,language"), "the ending names the format");
    assert!(text(&["-o", "y.csv", "--format", "csv", "--no-bom"]).starts_with("title,"));
    assert!(text(&["-o", "/dev/stdout", "--format", "csv"]).starts_with("title,"));
    for (extra, row) in [
        (&["--format", "csv"][..], "a,en,17,14,3,33.333333,perc"),
        (&["--format", "csv", "--separator", ";"], "a;en;17;14;3;33,333333;perc"),
        (&["--format", "csv", "--separator", "semicolon", "--decimal-sign", "point"], "a;en;17;14;3;33.333333;perc"),
        (&["--format", "csv", "--decimal-sign", "comma"], "a;en;17;14;3;33,333333;perc"),
        (&["--format", "csv", "--decimal-sign", "comma", "--separator", ","], "a,en,17,14,3,\"33,333333\",pe"),
        (&["--format", "csv", "--separator", "tab"], "a\ten\t17\t14\t3\t33.333333\tperc"),
    ] {
        assert_eq!(first(&text(extra)), row, "{extra:?}");
    }
    let kwic = run(&folder, &["kwic", "a.txt", "--lexicon", "lexicon.toml", "--category", "freedom", "-o", "k.csv"]);
    assert_eq!(kwic.status.code(), Some(0));
    assert!(fs::read_to_string(folder.join("k.csv")).expect("it is there").starts_with("\u{FEFF}title,start"));
}

#[test]
fn a_lexicon_in_csv_opens_in_a_spreadsheet() {
    let folder = folder("lexicon-csv");
    let convert = |extra: &[&str]| {
        let output = run(&folder, &[&["lexicon", "convert", "lexicon.toml", "a.csv"][..], extra].concat());
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        fs::read(folder.join("a.csv")).expect("it was written")
    };
    let (marked, plain) = (convert(&[]), convert(&["--no-bom"]));
    assert_eq!(marked, ["\u{FEFF}".as_bytes(), &plain].concat());
    assert!(String::from_utf8_lossy(&plain).contains("бостандық"));
}

#[test]
fn a_concordance_is_ordered_filtered_and_sampled_as_asked() {
    let folder = folder("concordance");
    let text = "The freedom of speech. Freedom and law. No freedom without bread.\n\nFreedom, again.\n";
    fs::write(folder.join("a.txt"), text).expect("it can be written");
    let kwic = |extra: &[&str]| {
        let own = ["kwic", "a.txt", "--lexicon", "lexicon.toml", "--lang", "en", "--category", "freedom"];
        run(&folder, &[&own[..], extra].concat())
    };
    let lines = |extra: &[&str]| {
        let output = kwic(&[extra, &["--format", "json"]].concat());
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let lines: serde_json::Value = serde_json::from_slice(&output.stdout).expect("it is JSON");
        let right = |line: &serde_json::Value| line["right"].as_str().unwrap_or_default().to_owned();
        lines.as_array().expect("a list").iter().map(right).collect::<Vec<_>>()
    };
    let sorted = lines(&["--width", "sentence", "--sort", "1R,1L"]);
    assert_eq!(sorted, [", again.", " and law.", " of speech.", " without bread."]);
    assert_eq!(lines(&["--width", "sentence", "--filter", "LAW"]), [" and law."]);
    assert_eq!(lines(&["--width", "paragraph", "--form", "freedom", "--filter", "again"]), [", again."]);
    assert_eq!(lines(&["--sample", "2", "--seed", "9"]), lines(&["--sample", "2", "--seed", "9"]));
    assert_eq!(lines(&["--sample", "2"]).len(), 2);
    for (wrong, said) in [
        (&["--sort", "0L"][..], "1L to 9L"),
        (&["--width", "line"], "sentence or paragraph"),
        (&["--seed", "3"], "--sample"),
    ] {
        let output = kwic(wrong);
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert!(stderr(&output).contains(said), "{}", stderr(&output));
    }
}

#[test]
fn contexts_stand_under_each_other_as_they_are_seen() {
    let folder = folder("columns");
    fs::write(folder.join("a.txt"), "Сво\u{301}бода и freedom. Law.\n\n自由 freedom.\n").expect("it can be written");
    let arguments =
        ["kwic", "a.txt", "--lexicon", "lexicon.toml", "--lang", "en", "--category", "freedom", "--width", "12"];
    let output = run(&folder, &arguments);
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let width = |line: &str| {
        let before = line.split('[').next().unwrap_or_default().chars();
        before
            .map(|letter| match letter {
                '\u{300}'..='\u{36F}' => 0,
                '\u{4E00}'..='\u{9FFF}' => 2,
                _ => 1,
            })
            .sum::<usize>()
    };
    let widths: Vec<usize> = text.lines().map(width).collect();
    assert_eq!(widths.len(), 2, "{text}");
    assert_eq!(widths[0], widths[1], "{text}");
}

#[cfg(unix)]
#[test]
fn control_characters_of_names_are_not_printed() {
    let folder = folder("names");
    let name = "a\u{1b}[31m\u{202e}.txt";
    fs::write(folder.join(name), "").expect("it can be written");
    for (arguments, shown) in [
        (&["count", name][..], "[U+001B]"),
        (&["count", "b\u{1b}[31m.txt"], "[U+001B]"),
        (&["count", "--lang", "\u{7}kk"], "invalid value"),
        (&["count", "--\u{7}x"], "[U+0007]"),
    ] {
        let output = run(&folder, arguments);
        assert!(!stderr(&output).contains(['\u{1b}', '\u{7}', '\u{202e}']), "{:?}", stderr(&output));
        assert!(stderr(&output).contains(shown), "{:?}", stderr(&output));
    }
}

#[test]
fn what_is_said_of_a_study_is_checked() {
    let folder = folder("metadata");
    fs::write(folder.join("a.txt"), "Freedom and law.\n").expect("it can be written");
    let methods = ["methods", "a.txt", "--lexicon", "lexicon.toml", "--title", "Study"];
    for (extra, part) in [
        (&["--doi", "10.12/a"][..], "is no DOI"),
        (&["--url", "example.org"], "is no address"),
        (&["--author", "Carberry, Josiah (0000-0002-1825-0098)"], "is no ORCID iD"),
        (&["--author", "A, B; C, D"], "is no name"),
        (&["--year", "26"], "is no year"),
    ] {
        let output = run(&folder, &[&methods[..], extra].concat());
        assert_eq!(output.status.code(), Some(1), "{extra:?}");
        assert!(stderr(&output).contains(part), "{extra:?}: {}", stderr(&output));
    }
    assert_eq!(
        run(&folder, &["recipe", "make", "a.txt", "--lexicon", "lexicon.toml", "-o", "r.toml"]).status.code(),
        Some(0)
    );
    let pack = |extra: &[&str]| run(&folder, &[&["pack", "r.toml", "-o", "s.tarazy"][..], extra].concat());
    assert_eq!(pack(&["--identifier", "https://doi.org/x"]).status.code(), Some(1));
    let output = pack(&["--licence", "free for all"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(stderr(&output).contains("SPDX"), "{}", stderr(&output));
    assert!(!stderr(&pack(&["--licence", "cc by 4.0"])).contains("SPDX"));
}

#[test]
fn a_weight_that_could_overflow_is_refused_with_its_place() {
    let folder = folder("weights");
    fs::write(folder.join("a.txt"), "Freedom and law.\n").expect("it can be written");
    fs::write(folder.join("big.toml"), LEXICON.replace("0.5", "1e308")).expect("it can be written");
    let output = run(&folder, &["count", "a.txt", "--lexicon", "big.toml", "--weights"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("big.toml, line 7") && stderr(&output).contains("1e308"), "{}", stderr(&output));
    fs::write(folder.join("big.csv"), "category,pattern,weight\na,freedom,1e308\n").expect("it can be written");
    let output = run(&folder, &["count", "a.txt", "--lexicon", "big.csv", "--lang", "en", "--weights"]);
    assert!(
        stderr(&output).contains("big.csv, line 2") && stderr(&output).contains("no weight"),
        "{}",
        stderr(&output)
    );
}
