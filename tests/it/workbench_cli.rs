//! Lint and differences on the command line: what they print, in each format.

use std::{path::PathBuf, process::Output};

use super::program::{out, tarazy};

/// A file of its own for one test; its path.
fn file(name: &str, content: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).expect("the temporary folder can be written");
    path.display().to_string()
}

fn lexicon(name: &str, entries: [&str; 2]) -> String {
    let [freedom, justice] = entries;
    let content = format!(
        "format = 1\nid = \"workbench\"\nversion = \"1\"\n[[category]]\nid = \"freedom\"\ntitle = {{ en = \"Freedom\" }}\n\
         kk.entries = [{freedom}]\n[[category]]\nid = \"justice\"\ntitle = {{ en = \"Justice\" }}\nkk.entries = [{justice}]\n"
    );
    file(name, &content)
}

fn json(output: &Output) -> serde_json::Value {
    serde_json::from_str(&out(output)).expect("it is JSON")
}

const TEXT: &str = "Тәуелсіз сот керек. Тәуелсіз ел, тәуелсіздік.\n";

#[test]
fn lint_lists_findings_with_and_without_texts() {
    let own = lexicon("lint.toml", ["\"тәуелсіз\", \"=тәуелсіз\", \"азат\"", "\"сот\", \"тәуелсіз сот\""]);
    let text = file("lint.txt", TEXT);
    let report = json(&tarazy(&["lexicon", "lint", &own, &text, "--lang", "kk", "--format", "json"]));
    let kinds = report["groups"].as_array().expect("groups");
    let group = |code: &str| kinds.iter().find(|group| group["kind"] == code).expect("every kind is there").clone();
    assert_eq!((&report["texts"], &report["entries"]), (&1.into(), &5.into()));
    assert_eq!(group("dead")["findings"][0]["entries"][0]["entry"], "азат");
    assert_eq!(group("duplicate")["findings"][0]["entries"][0]["entry"], "=тәуелсіз");
    assert_eq!(group("shadowed")["findings"][0]["by"][0]["entry"]["entry"], "тәуелсіз");
    let plain = out(&tarazy(&["lexicon", "lint", &own]));
    assert!(plain.contains("The study has no text") && plain.contains("Very short words: 1"), "{plain}");
    assert!(plain.contains("- justice: сот (kk)  Letters: 3; matches: 0."), "{plain}");
    assert!(!plain.contains("Entries without a match"), "{plain}");
    let builtin = json(&tarazy(&["lexicon", "lint", "values", "--entries", "ru", "--format", "json"]));
    assert!(builtin["entries"].as_u64().is_some_and(|entries| entries > 100));
}

#[test]
fn diff_reports_what_changed_and_which_entry_changed_which_count() {
    let old = lexicon("diff-old.toml", ["\"тәуелсіз\"", "\"сот\""]);
    let new = lexicon("diff-new.toml", ["{ pattern = \"тәуелсіз\", note = \"n\" }", "\"сот\", \"тәуелсіз сот\""]);
    let text = file("diff.txt", TEXT);
    let run =
        |arguments: &[&str]| tarazy(&[&["lexicon", "diff", &old, &new, &text, "--lang", "kk"], arguments].concat());
    let plain = out(&run(&[]));
    for line in [
        "Changes since workbench 1",
        "Entries: 1 new, 0 gone, 1 changed.",
        "- freedom: тәуелсіз (kk): note: none → n",
        "- justice: тәуелсіз сот (kk): new",
        "diff, Freedom: 2 → 1",
        "  −1  тәуелсіз: “тәуелсіз сот” takes its place",
    ] {
        assert!(plain.lines().any(|own| own == line), "{line}\n{plain}");
    }
    let csv = out(&run(&["--format", "csv"]));
    assert!(csv.contains("\ndiff,freedom,2,1,-1,тәуелсіз,freedom,taken,тәуелсіз сот,0,1,longest,"), "{csv}");
    let report = json(&run(&["--format", "json", "--policy", "independent"]));
    assert_eq!(report["policy"], "independent");
    assert_eq!(report["documents"][0]["cells"]["freedom"]["causes"], serde_json::json!([]));
    assert_eq!(report["entries"][0]["aspects"][0]["what"], "note");
    let without = out(&tarazy(&["lexicon", "diff", &old, &new]));
    assert!(without.contains("1 new") && !without.contains("Counts"), "{without}");
    let same = out(&tarazy(&["lexicon", "diff", &new, &new, &text, "--lang", "kk"]));
    assert!(same.contains("The two lexicons say the same."), "{same}");
    let missing = tarazy(&["lexicon", "diff", "nothing", &new]);
    assert_eq!(missing.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&missing.stderr).contains("nothing"));
}

#[test]
fn policies_lists_each_match_that_counts_otherwise() {
    let own = lexicon("policies.toml", ["\"тәуелсіз\"", "\"тәуелсіз сот\""]);
    let text = file("policies.txt", TEXT);
    let run =
        |arguments: &[&str]| tarazy(&[&["policies", &text, "--lexicon", &own, "--lang", "kk"], arguments].concat());
    let plain = out(&run(&[]));
    assert!(plain.contains("1 | 2") && plain.contains("1 match counts otherwise."), "{plain}");
    assert!(
        plain.contains("freedom: тәуелсіз; longest: “тәуелсіз сот” takes its place; independent: counts 1"),
        "{plain}"
    );
    let csv = out(&run(&["--format", "csv"]));
    assert!(csv.contains("longest,shadowed,0,тәуелсіз сот,independent,counted,1,,"), "{csv}");
    let report = json(&run(&["--format", "json", "--other", "liwc"]));
    assert_eq!((&report["total"], &report["other_policy"]), (&1.into(), &"liwc".into()));
    assert_eq!(report["documents"][0]["counts"]["justice"], serde_json::json!([1, 2]));
}

#[test]
fn the_card_of_a_lexicon_is_printed_in_one_language_or_in_three() {
    let russian = out(&tarazy(&["lexicon", "card", "values", "--language", "ru"]));
    assert!(russian.starts_with("# Паспорт словаря «Ценности в политических текстах» 1.0.3\n"), "{russian}");
    assert!(russian.contains("«Мы защищаем права и свободы.»") && !russian.contains("Сөздік"), "{russian}");
    let all = out(&tarazy(&["lexicon", "card", "values"]));
    assert_eq!(all.matches("\n# ").count(), 2);
    assert!(all.ends_with(&out(&tarazy(&["lexicon", "card", "values", "--language", "en"]))));
    let own = lexicon("card.toml", ["\"азат\"", "\"сот\""]);
    let card = out(&tarazy(&["lexicon", "card", &own, "--language", "kk"]));
    assert!(card.contains("SHA-256") && card.lines().next().is_some_and(|title| title.contains("паспорты")), "{card}");
    let unknown = tarazy(&["lexicon", "card", "nothing"]);
    assert!(!unknown.status.success());
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("values, yanitsky, fantalova"));
}
