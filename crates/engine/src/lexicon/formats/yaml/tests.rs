use crate::lexicon::{
    file::{Import, format::LexiconFormat, syntax::PatternSyntax},
    formats::{export, import, testing::*},
};

#[test]
fn records_are_a_table() {
    for (text, expected) in [
        ("[{\"word\": \"good\", \"category\": \"a\"}, {\"word\": \"bad\", \"category\": \"b\"}]", "a: =good; b: =bad"),
        ("- word: good\n  score: 3\n- word: bad\n  score: -3\n", "quirk: =good×3, =bad×-3"),
    ] {
        assert_eq!(imported(text).1, expected, "{text}");
    }
    let unknown = "[{\"слово\": \"воля\", \"раздел\": \"свобода\"}]";
    assert!(import("x", unknown.as_bytes(), PatternSyntax::Glob).is_err());
}

#[test]
fn files_of_the_wild_are_read_as_they_are_meant() {
    for (text, expected, losses) in [
        (
            "values:\n  __: [\"value*\"]\n  freedom: [\"free*\", \"rule of law\"]\n",
            "values: value*; values/freedom: free*, =rule =of =law",
            &[][..],
        ),
        // A leaf may be one term; a list may hold terms and mappings.
        ("a: x\nb:\n  - y\n  - c: [z]\n  - d:\n      e: w\n", "a: =x; b: =y; b/c: =z; b/d: ; b/d/e: =w", &[]),
        // Every scalar is text.
        (
            "NO: [yes, no, on, off, y, n]\n1984: [1, 2.5, 0x1F, 1e3, .inf]\nnull: [null, ~, true]\n",
            "NO: =yes, =no, =on, =off, =y, =n; 1984: =1, =2.5, =0x1F, =1e3, =.inf; null: =null, =~, =true",
            &[],
        ),
        ("a: {b: [x], __: y}\n", "a: =y; a/b: =x", &[]),
        ("{a: [x], b: y}\n", "a: =x; b: =y", &[]),
        ("---\n# note\n\"a b\": ['x: y', \"z\\u0061\"]\n", "a b: =x: =y, =za", &[]),
        ("%YAML 1.1\n---\na:\n- x\n...\n---\nb: y\n", "a: =x; b: =y", &[]),
        ("- a: [x]\n- b: [y]\n", "a: =x; b: =y", &[]),
        // JSON, set in by tabs, with escapes of two halves, and as programs write tables.
        ("{\n\t\"a\": [\"x\"],\n\t\"b\": {\n\t\t\"c\": [\"y z\"]\n\t}\n}\n", "a: =x; b: ; b/c: =y =z", &[]),
        ("{\"a\": [\"\\ud83d\\ude00\", \"\\u0431\\\\u\"]}", "a: =\u{1f600}, =б\\u", &[]),
        // Words and numbers are a list with weights; a list without a key is named by the file.
        ("{\"good\": 3, \"bad\": -3}", "quirk: =good×3, =bad×-3", &["1 guessed loss-scores", "1 guessed loss-shape"]),
        ("a: {good: 3, bad: -3}\nb: [x]\n", "a: =good×3, =bad×-3; b: =x", &["1 guessed loss-scores"]),
        ("a: '3'\nb: 4\n", "a: =3; b: =4", &["1 guessed loss-shape"]),
        (
            "{\"good\": \"positive\", \"fine\": \"positive\", \"bad\": \"negative\"}",
            "positive: =good, =fine; negative: =bad",
            &["1 guessed loss-shape"],
        ),
        ("[\"good\", \"bad\"]", "quirk: =good, =bad", &["1 guessed loss-shape"]),
        ("\u{feff}a:\r\n  - x\r\n  - y\r\n", "a: =x, =y", &[]),
        // Two keys of one name are one category, as quanteda has it.
        ("a: [x]\nb: [y]\na: [z]\n", "a: =x, =z; b: =y", &["3 guessed loss-merged"]),
        // Capitals distinguish two terms where a study compares them.
        ("a: [x, x, X]\n", "a: =x, =X", &["1 dropped loss-same-term"]),
        ("a: ['x  y', '  z ']\n", "a: =x =y, =z", &[]),
        (
            "a:\nb: []\nc: {}\nd: [x]\n",
            "a: ; b: ; c: ; d: =x",
            &["1 guessed loss-empty-category", "2 guessed loss-empty-category", "3 guessed loss-empty-category"],
        ),
        ("__: [x]\na: y\n", "a: =y", &["1 dropped loss-no-category"]),
        ("a: [[x], [y, [z]]]\n", "a: =x, =y, =z", &[]),
        (
            "a: [x]\n? [k, l]\n: m\n? {n: o}\n: [p]\nb: q\n",
            "a: =x; b: =q",
            &["2 dropped loss-unknown-line", "4 dropped loss-unknown-line"],
        ),
        ("a: |\n  rule\n  of law\nb: >-\n  x\n  y\n", "a: =rule =of =law; b: =x =y", &[]),
        ("a: !!str yes\nb: !own [x]\n", "a: =yes; b: =x", &[]),
        // An alias for a term; one for a list is lost.
        ("a: [&t xyz, &l [y]]\nb: [*t, *l]\n", "a: =xyz, =y; b: =xyz", &["2 dropped loss-unknown-line"]),
    ] {
        let (import, listing, found) = imported(text);
        assert_eq!(listing, expected, "{text}");
        assert_eq!(found, losses, "{text}");
        assert_eq!(import.format, LexiconFormat::Yaml, "{text}");
    }
}

#[test]
fn a_broken_file_names_its_place() {
    let errors = import("x.yml", b"a: [x]\nb:\n  - y\n - z\n", PatternSyntax::Glob).expect_err("it is broken");
    assert_eq!((errors[0].error.code(), errors[0].line), ("lex-yaml", 4));
}

#[test]
fn aliases_stay_smaller_than_the_file() {
    let long = "x".repeat(10_000);
    let text = format!("a: [&t {long}]\nb: [{}]\n", vec!["*t"; 3_000].join(", "));
    let (import, _, losses) = imported(&text);
    assert!(import.lexicon.entries.len() <= 3, "{}", import.lexicon.entries.len());
    assert!(losses.contains(&"2 dropped loss-unknown-line".to_owned()));
}

#[test]
fn what_others_take_for_a_truth_value_or_number_is_quoted() {
    let (import, ..) = imported("NO: [yes, '1984']\na:\n  __: ['null']\n  b: ['x \"y\\']\n  c:\n    d: []\n");
    let export = export(&import, LexiconFormat::Yaml);
    let written =
        "\"NO\": [\"yes\", \"1984\"]\n\"a\":\n  __: [\"null\"]\n  \"b\": [\"x \\\"y\\\\\"]\n  \"c\":\n    \"d\": []\n";
    assert_eq!(String::from_utf8_lossy(&export.bytes), written);
    let (back, ..) = imported_bytes(&export.bytes);
    let titles = |import: &Import| -> Vec<_> {
        import.lexicon.categories.iter().map(|category| (category.title.en.clone(), category.depth)).collect()
    };
    assert_eq!(titles(&back), titles(&import));
}
