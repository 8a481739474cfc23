//! `tarazy count --pretokenized` with a dictionary of quanteda in YAML or of LIWC in `.dic`: what
//! counts, by syntax of the terms, case, level and policy.
//!
//! The rules are tested in the engine's `semantics.rs`; here the whole way is tested, from the
//! files to the JSON on standard output.

use std::{
    io::Write,
    path::PathBuf,
    process::{Command, Stdio},
};

/// A dictionary's name (its ending is that of the file) and text.
type Dictionary = (&'static str, &'static str);

const TREE_YAML: Dictionary = (
    "tree.yml",
    "state:\n  __: ['govern*']\n  law:\n    courts: [court, supreme court]\n    rights: ['right*', rule of law]\n  order: [law, 'Law*']\n\
     place: [new york, '* york']\n",
);

/// The same in the other format.
const TREE_DIC: Dictionary = (
    "tree.dic",
    "%\n1\tstate\n\t2\tlaw\n\t\t3\tcourts\n\t\t4\trights\n\t5\torder\n6\tplace\n%\ngovern*\t1\ncourt\t3\nsupreme court\t3\nright*\t4\n\
     rule of law\t4\nlaw\t5\nLaw*\t5\nnew york\t6\n* york\t6\n",
);

const SIGNS_YAML: Dictionary =
    ("signs.yaml", "star: ['free*']\nmark: ['wom?n', '?']\nedge: ['^law', 'law$']\nplain: [law]\n");
const SIGNS_DIC: Dictionary =
    ("signs.dic", "%\n1\tstar\n2\tmark\n3\tedge\n4\tplain\n%\nfree*\t1\nwom?n\t2\n?\t2\n^law\t3\nlaw$\t3\nlaw\t4\n");

const CASE_YAML: Dictionary = ("case.yml", "a: [Law, law]\nb: ['NATO*']\nc: [Әділет, straße]\nd: [İ]\n");
const CASE_DIC: Dictionary =
    ("case.dic", "%\n1\ta\n2\tb\n3\tc\n4\td\n%\nLaw\t1\nlaw\t1\nNATO*\t2\nӘділет\t3\nstraße\t3\nİ\t4\n");

const NEST_YAML: Dictionary =
    ("nest.yml", "k: [a b, b c]\nl: [b c d, b]\nm: ['b *']\nn: [a b]\nplace: [new york]\npaper: [new york times]\n");
const NEST_DIC: Dictionary = (
    "nest.dic",
    "%\n1\tk\n2\tl\n3\tm\n4\tn\n5\tplace\n6\tpaper\n%\na b\t1\t4\nb c\t1\nb c d\t2\nb\t2\nb *\t3\nnew york\t5\nnew york times\t6\n",
);

const TREE_TEXT: &str =
    "the supreme court ~ governs by rule of law , Laws and rights of New York ~ new , york new ~ york";
const SIGNS_TEXT: &str = "free freedom free* women woman wom?n a law lawyer outlaw ^law law$ womn";
const CASE_TEXT: &str = "Law law LAW NATO nato NATO-led әділет ӘДІЛЕТ STRASSE Straße İ i";
const NEST_TEXT: &str = "a b c d ~ new york times and new york ~ new_york a ~ b";

/// Dictionaries, text, options, and the counts as `path n`.
#[rustfmt::skip]
const CASES: &[(&[Dictionary], &str, &str, &str)] = &[
    // Levels, under each policy.
    (&[TREE_YAML, TREE_DIC], TREE_TEXT, "--policy independent", "state 1, state/law/courts 1, state/law/rights 2, state/order 2, place 2"),
    (&[TREE_YAML, TREE_DIC], TREE_TEXT, "--policy longest", "state 1, state/law/courts 1, state/law/rights 2, state/order 1, place 2"),
    (&[TREE_YAML, TREE_DIC], TREE_TEXT, "--policy liwc", "state 1, state/law/courts 2, state/law/rights 4, state/order 1, place 4"),
    (&[TREE_YAML, TREE_DIC], TREE_TEXT, "--policy independent --level 3", "state 1, state/law/courts 1, state/law/rights 2, state/order 2, place 2"),
    (&[TREE_YAML, TREE_DIC], TREE_TEXT, "--policy independent --level 2", "state 1, state/law 3, state/order 2, place 2"),
    (&[TREE_YAML, TREE_DIC], TREE_TEXT, "--policy longest --level 2", "state 1, state/law 3, state/order 1, place 2"),
    (&[TREE_YAML, TREE_DIC], TREE_TEXT, "--policy independent --level 1", "state 5, place 2"),
    (&[TREE_YAML, TREE_DIC], TREE_TEXT, "--policy longest --level 1", "state 5, place 2"),
    (&[TREE_YAML, TREE_DIC], TREE_TEXT, "--policy liwc --level 1", "state 8, place 4"),
    (&[TREE_YAML, TREE_DIC], TREE_TEXT, "--policy independent --level 16", "state 1, state/law/courts 1, state/law/rights 2, state/order 2, place 2"),
    (&[TREE_YAML, TREE_DIC], TREE_TEXT, "--policy independent --levels 1,2,3", "state 1, state/law/courts 1, state/law/rights 2, state/order 2, place 2"),
    (&[TREE_YAML, TREE_DIC], TREE_TEXT, "--policy independent --levels 2", "law 3, order 2"),
    (&[TREE_YAML, TREE_DIC], TREE_TEXT, "--policy longest --levels 3", "courts 1, rights 2"),
    (&[TREE_YAML, TREE_DIC], TREE_TEXT, "--policy liwc --levels 1,3", "state 2, state/courts 2, state/rights 4, place 4"),
    // Case.
    (&[TREE_YAML, TREE_DIC], TREE_TEXT, "--policy independent --case-sensitive", "state 1, state/law/courts 1, state/law/rights 2, state/order 2, place 1"),
    (&[TREE_YAML, TREE_DIC], TREE_TEXT, "--policy longest --case-sensitive --level 1", "state 5, place 1"),
    (&[CASE_YAML, CASE_DIC], CASE_TEXT, "--policy independent", "a 3, b 3, c 4, d 1"),
    (&[CASE_YAML, CASE_DIC], CASE_TEXT, "--policy liwc", "a 3, b 3, c 4, d 1"),
    (&[CASE_YAML, CASE_DIC], CASE_TEXT, "--policy independent --case-sensitive", "a 2, b 2, c 0, d 1"),
    (&[CASE_YAML, CASE_DIC], CASE_TEXT, "--policy longest --case-sensitive --pattern-syntax fixed", "a 2, b 0, c 0, d 1"),
    (&[CASE_YAML, CASE_DIC], CASE_TEXT, "--policy independent --pattern-syntax fixed", "a 3, b 0, c 4, d 1"),
    // Syntaxes.
    (&[SIGNS_YAML, SIGNS_DIC], SIGNS_TEXT, "--policy independent", "star 3, mark 4, edge 2, plain 1"),
    (&[SIGNS_YAML, SIGNS_DIC], SIGNS_TEXT, "--policy longest --pattern-syntax glob", "star 3, mark 4, edge 2, plain 1"),
    (&[SIGNS_YAML, SIGNS_DIC], SIGNS_TEXT, "--policy independent --pattern-syntax fixed", "star 1, mark 1, edge 2, plain 1"),
    (&[SIGNS_YAML, SIGNS_DIC], SIGNS_TEXT, "--policy liwc --pattern-syntax fixed", "star 1, mark 1, edge 2, plain 1"),
    (&[NEST_YAML, NEST_DIC], NEST_TEXT, "--policy independent", "k 1, l 2, m 1, n 1, place 3, paper 1"),
    (&[NEST_YAML, NEST_DIC], NEST_TEXT, "--policy longest", "k 1, l 2, m 0, n 1, place 2, paper 1"),
    (&[NEST_YAML, NEST_DIC], NEST_TEXT, "--policy liwc", "k 2, l 1, m 0, n 2, place 2, paper 3"),
    (&[NEST_YAML, NEST_DIC], NEST_TEXT, "--policy independent --pattern-syntax fixed", "k 1, l 2, m 0, n 1, place 3, paper 1"),
    // Regular expressions are found anywhere in a token, without case unless it is asked for.
    (&[("regex.yml", "a: [law]\nb: ['^law$']\nc: ['^rule$ of ^l']\nd: ['\\d']\ne: ['^N[A-Z]+$']\n"),
       ("regex.dic", "%\n1\ta\n2\tb\n3\tc\n4\td\n5\te\n%\nlaw\t1\n^law$\t2\n^rule$ of ^l\t3\n\\d\t4\n^N[A-Z]+$\t5\n")],
     "law outlaw Lawyers rule often lies rule of the law 7th NATO Nato", "--policy independent --pattern-syntax regex", "a 4, b 2, c 1, d 1, e 2"),
    (&[("regex.yml", "a: [law]\nb: ['^law$']\nc: ['^rule$ of ^l']\nd: ['\\d']\ne: ['^N[A-Z]+$']\n"),
       ("regex.dic", "%\n1\ta\n2\tb\n3\tc\n4\td\n5\te\n%\nlaw\t1\n^law$\t2\n^rule$ of ^l\t3\n\\d\t4\n^N[A-Z]+$\t5\n")],
     "law outlaw Lawyers rule often lies rule of the law 7th NATO Nato", "--policy independent --pattern-syntax regex --case-sensitive", "a 3, b 2, c 1, d 1, e 1"),
    (&[("regex.yml", "v:\n  a: [law]\n  b: ['^law$']\n"), ("regex.dic", "%\n1\tv\n\t2\ta\n\t3\tb\n%\nlaw\t2\n^law$\t3\n")],
     "law outlaw", "--policy longest --pattern-syntax regex --level 1", "v 2"),
    (&[("regex.yml", "v:\n  a: [law]\n  b: ['^law$']\n"), ("regex.dic", "%\n1\tv\n\t2\ta\n\t3\tb\n%\nlaw\t2\n^law$\t3\n")],
     "law outlaw", "--policy longest --pattern-syntax regex --level 2", "v/a 2, v/b 1"),
    // Padding, wildcards of one letter and of none.
    (&[("padding.yml", "a: ['new * york']\nb: ['?']\nc: ['*']\n"), ("padding.dic", "%\n1\ta\n2\tb\n3\tc\n%\nnew * york\t1\n?\t2\n*\t3\n")],
     "new ~ york ~ new x york", "--policy independent", "a 1, b 1, c 5"),
    (&[("padding.yml", "a: ['new * york']\nb: ['?']\nc: ['*']\n"), ("padding.dic", "%\n1\ta\n2\tb\n3\tc\n%\nnew * york\t1\n?\t2\n*\t3\n")],
     "new ~ york ~ new x york", "--policy longest", "a 1, b 0, c 2"),
];

fn count(dictionary: &Dictionary, number: usize, text: &str, options: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("semantics-{number}"));
    std::fs::create_dir_all(&folder).expect("the temporary folder can be written");
    let file = folder.join(dictionary.0);
    std::fs::write(&file, dictionary.1).expect("the temporary folder can be written");
    let tokens = text.split(' ').map(|token| if token == "~" { "\n".to_owned() } else { format!("{token}\n") });
    let mut child = Command::new(env!("CARGO_BIN_EXE_tarazy"))
        .args(["count", "--pretokenized", "--lang", "en", "--format", "json", "--lexicon"])
        .arg(&file)
        .args(options.split(' '))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary was built for this test");
    child.stdin.take().expect("stdin is piped").write_all(tokens.collect::<String>().as_bytes()).expect("it reads");
    let output = child.wait_with_output().expect("the program ends");
    let report: serde_json::Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{options}: {error}: {}", String::from_utf8_lossy(&output.stderr)));
    let counts = report["documents"][0]["counts"].as_object().expect("counts is an object");
    counts.iter().map(|(path, count)| format!("{path} {count}")).collect::<Vec<_>>().join(", ")
}

#[test]
fn yaml_and_dic_count_by_every_rule() {
    let mut wrong = Vec::new();
    for (number, (dictionaries, text, options, expected)) in CASES.iter().enumerate() {
        for dictionary in *dictionaries {
            let found = count(dictionary, number, text, options);
            if found != *expected {
                wrong.push(format!("{} {options}: {found}; expected {expected}", dictionary.0));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_choice_is_there_with_both_kinds_of_file() {
    for kind in [".y", ".dic"] {
        let own = |options: &str| {
            CASES.iter().any(|(dictionaries, _, given, _)| {
                given.contains(options) && dictionaries.iter().any(|dictionary| dictionary.0.contains(kind))
            })
        };
        for options in [
            "independent",
            "longest",
            "liwc",
            "fixed",
            "regex",
            "glob",
            "--case-sensitive",
            "--level 1",
            "--level 2",
            "--level 3",
            "regex --case-sensitive",
            "--case-sensitive --level",
            "--case-sensitive --pattern-syntax fixed",
        ] {
            assert!(own(options), "{options} with {kind}");
        }
    }
}
