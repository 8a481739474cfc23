//! Dictionaries of other tools: what they count here, that nothing is lost on the way there and
//! back, and that no file does harm.

use proptest::prelude::*;
use tarazy_engine::{
    language::Language,
    lexicon::{Import, LexiconFormat, PatternSyntax, export, import},
    matching::{Matcher, Policy},
    text::{Interner, tokenize_pretokenized},
};

use PatternSyntax::{Fixed, Glob, Regex};
use Policy::{Independent, Liwc, Longest};

/// Counts the tokens of a text, set apart by spaces; `|` is padding.
fn counts(import: &Import, tokens: &str, policy: Policy, level: Option<u8>, case_sensitive: bool) -> Vec<u64> {
    let text = tokens.split(' ').map(|token| if token == "|" { "" } else { token }).collect::<Vec<_>>().join("\n");
    let mut interner = Interner::new();
    let tokens = tokenize_pretokenized(&text, &mut interner);
    let mut matcher = Matcher::new(&import.lexicon, Some(Language::English), level, case_sensitive);
    matcher.count(&text, &tokens, interner.vocabulary(), policy).iter().map(|cell| cell.count).collect()
}

/// The rule with its case, the dictionary, how its terms are read, whether case matters, the level,
/// the tokens and what they count to, under a policy.
type Case = (&'static str, &'static str, PatternSyntax, bool, Option<u8>, &'static str, Policy, &'static [u64]);

#[rustfmt::skip]
const CASES: &[Case] = &[
    // 1: values are trimmed, duplicates within a key are one, keys of one name are one, case does
    // not matter, escapes stay.
    ("1 values are trimmed", "a: [' x ', \"y\\t\"]\n", Glob, false, None, "x y", Independent, &[2]),
    ("1 values are trimmed", "DicTerm,a\n x ,X\n", Glob, false, None, "x", Independent, &[1]),
    ("1 duplicates within a key", "a: [x, x, X]\n", Glob, false, None, "x X", Independent, &[2]),
    ("1 duplicates within a key", "DicTerm,a\nx y,X\nx y,X\n", Glob, false, None, "x y", Liwc, &[2]),
    ("1 keys of one name", "a: [x]\nb: [y]\na: [z]\n", Glob, false, None, "x y z", Independent, &[2, 1]),
    ("1 keys of one name", "category,pattern\na,x\nb,y\na,z\n", Glob, false, None, "x y z", Independent, &[2, 1]),
    ("1 an escape is not lower-cased", "a: ['^\\D+$']\n", Regex, false, None, "abc 12 a1", Independent, &[1]),
    ("1 an escape is not lower-cased", "category,pattern,kind\na,\\W,regex\n", Glob, false, None, "a - b", Independent, &[1]),
    ("1 values keep their case", "a: [Homeland]\n", Glob, true, None, "Homeland homeland", Independent, &[1]),
    ("1 values keep their case", "a: ['^H']\n", Regex, true, None, "Homeland homeland", Independent, &[1]),
    // 2: levels.
    ("2 all levels", "v:\n  a: [x]\n  b: [y]\n", Glob, false, None, "x y x", Independent, &[2, 1]),
    ("2 two children in one key", "v:\n  a: [law*]\n  b: [laws]\n", Glob, false, Some(1), "laws", Independent, &[1]),
    ("2 two children apart", "v:\n  a: [law*]\n  b: [laws]\n", Glob, false, Some(2), "laws", Independent, &[1, 1]),
    ("2 the second of three levels", "category,pattern\nv/a/p,x\nv/a/q,x\nw,y\n", Glob, false, Some(2), "x y", Independent, &[1, 1]),
    // 3: a value is a phrase of tokens, which a text may have joined in one. Two spaces are one
    // here.
    ("3 a value is a phrase", "a: [rule of law]\n", Glob, false, None, "the rule of law of rule", Independent, &[1]),
    ("3 a value is a phrase", "DicTerm,a\nrule of law,X\n", Glob, false, None, "rule of law", Independent, &[1]),
    ("3 two spaces are one, q155 decided otherwise", "a: ['x  y']\n", Glob, false, None, "x y", Independent, &[1]),
    ("3 q157 a phrase stands joined in one token", "a: [new york]\n", Glob, false, None, "new_york", Independent, &[1]),
    ("3 q157 a joined value is no phrase", "a: [new_york]\n", Glob, false, None, "new_york new york", Independent, &[1]),
    // 4: each part is matched on types.
    ("4 a star is any letters or none", "a: [free*]\n", Glob, false, None, "free freedom unfree", Independent, &[2]),
    ("4 a star inside", "DicTerm,a\n*dom,X\n", Glob, false, None, "freedom dom domino", Independent, &[2]),
    ("4 a question mark is one letter", "a: ['wom?n']\n", Glob, false, None, "woman women womn", Independent, &[2]),
    ("4 a lone question mark is one letter, q116 decided otherwise", "a: ['?']\n", Glob, false, None, "a bb ә", Independent, &[2]),
    ("4 a lone question mark is one letter, q179 decided otherwise", "category,pattern\na,x ?\n", Glob, false, None, "x y x yy", Independent, &[1]),
    ("4 everything else is itself", "a: ['a.b', '[x]', 'c+']\n", Glob, false, None, "a.b aab [x] x c+ cc", Independent, &[3]),
    ("4 everything else is itself", "a: ['=x', '/y/', '^z', '_', '..2']\n", Glob, false, None, "x =x y /y/ z ^z _ w", Independent, &[4]),
    ("4 fixed is literal", "a: ['free*', 'wom?n']\n", Fixed, false, None, "freedom free* woman wom?n", Independent, &[2]),
    ("4 fixed is literal", "DicTerm,a\n(x),X\n", Fixed, false, None, "x (x)", Independent, &[1]),
    ("4 regex is found anywhere", "a: [ree]\n", Regex, false, None, "freedom tree red", Independent, &[2]),
    ("4 regex may be anchored", "category,pattern\na,^fr.*m$\n", Regex, false, None, "freedom freedoms", Independent, &[1]),
    ("4 regex parts of a phrase", "a: ['^new$ ^yo']\n", Regex, false, None, "new york anew york", Independent, &[1]),
    ("4 case is folded in full", "a: [straße]\n", Glob, false, None, "STRASSE Straße", Independent, &[2]),
    ("4 lower case of Cyrillic", "a: [ӘДІЛЕТ]\n", Glob, false, None, "әділет Әділет", Independent, &[2]),
    ("4 forms are composed", "a: ['caf\u{e9}']\n", Glob, false, None, "cafe\u{301}", Independent, &[1]),
    ("4 a star in a phrase is one token", "a: ['rule * law']\n", Glob, false, None, "rule of law rule law", Independent, &[1]),
    ("4 a star in a phrase is never padding", "a: ['rule * law']\n", Glob, false, None, "rule | law", Independent, &[0]),
    ("4 a lone star is every token", "DicTerm,a\n*,X\n", Glob, false, None, "law and order", Independent, &[3]),
    // 5: padding and punctuation break phrases.
    ("5 padding breaks a phrase", "a: [x y]\n", Glob, false, None, "x | y x y", Independent, &[1]),
    ("5 padding breaks a phrase", "DicTerm,a\nx y,X\n", Glob, false, None, "x | y", Longest, &[0]),
    ("5 punctuation breaks a phrase", "a: [x y]\n", Glob, false, None, "x , y", Independent, &[0]),
    ("5 punctuation breaks a phrase", "a: [x y]\n", Glob, false, None, "x . y", Longest, &[0]),
    // 6: the longest, then the leftmost, for each key; under `longest` for all.
    ("6 leftmost of equal length", "a: [a b, b c]\n", Glob, false, None, "a b c", Independent, &[1]),
    ("6 the longest first", "a: [a b, b c d]\n", Glob, false, None, "a b c d", Independent, &[1]),
    ("6 keys are independent", "p: [new york]\nq: [new york times]\n", Glob, false, None, "new york times", Independent, &[1, 1]),
    ("6 scope of the dictionary", "p: [new york]\nq: [new york times]\n", Glob, false, None, "new york times", Longest, &[0, 1]),
    ("6 partly covered spans count", "DicTerm,p,q\na b,X,\nb c,,X\n", Glob, false, None, "a b c", Longest, &[1, 1]),
    ("6 one sequence in several keys", "DicTerm,p,q\nfree speech,X,X\n", Glob, false, None, "free speech", Longest, &[1, 1]),
    ("6 one sequence, literal and glob", "p: [free speech]\nq: ['free spe*']\n", Glob, false, None, "free speech", Longest, &[1, 1]),
    // 8, a defect that is not copied: what a key catches does not depend on how its forms are
    // listed.
    ("8 a phrase hides its words in its key", "a: [Czech Republic, 'Czech*']\n", Glob, false, None, "Czech Republic", Independent, &[1]),
    ("8 a phrase hides its words in its key", "DicTerm,a\nczech*,X\nczech republic,X\n", Glob, false, None, "Czech Republic Czechs", Independent, &[2]),
    // 9, another: phrases count in every table.
    ("9 phrases are seen", "a: [new york]\n", Glob, false, Some(1), "new york", Independent, &[1]),
    ("9 phrases are seen", "DicTerm,a\nnew york,X\n", Glob, false, Some(1), "new york", Longest, &[1]),
    // 10: order changes nothing.
    ("10 the order of values", "a: [new york times, new york]\n", Glob, false, None, "new york times new york", Independent, &[2]),
    ("10 the order of values", "a: [new york, new york times]\n", Glob, false, None, "new york times new york", Independent, &[2]),
    // LIWC: punctuation is dropped, words are consumed from left to right, a match of n words is n.
    ("liwc a phrase spans a comma", "DicTerm,a\nfree market,X\n", Glob, false, None, "free , market", Liwc, &[2]),
    ("liwc a phrase spans a comma", "a: [rule of law]\n", Glob, false, None, "rule of - law", Liwc, &[3]),
    ("liwc the longest at a word", "DicTerm,a,b\na,X,\na b,,X\n", Glob, false, None, "a b a", Liwc, &[1, 2]),
    ("liwc left to right", "DicTerm,a,b\na b,X,\nb c d,,X\n", Glob, false, None, "a b c d", Liwc, &[2, 0]),
    ("liwc exact before wildcard", "DicTerm,a,b\nfree*,X,\nfree,,X\n", Glob, false, None, "free freedom", Liwc, &[1, 1]),
    ("liwc the longest wildcard", "DicTerm,a,b\nfr*,X,\nfree*,,X\n", Glob, false, None, "freedom from", Liwc, &[1, 1]),
    ("liwc a leading star comes last", "DicTerm,a,b\n*dom,X,\nfr*,,X\n", Glob, false, None, "freedom", Liwc, &[0, 1]),
    ("liwc all categories of the term", "DicTerm,a,b,c\nfair,X,X,\nfair*,,,X\n", Glob, false, None, "fair", Liwc, &[1, 1, 0]),
    ("liwc an escaped star, l024 decided otherwise", "DicTerm,a\nf\\*,X\n", Glob, false, None, "f* free", Liwc, &[1]),
];

#[test]
fn every_rule_counts_as_it_states() {
    let mut wrong = Vec::new();
    for (name, dictionary, syntax, case_sensitive, level, tokens, policy, expected) in CASES {
        let import =
            import("case", dictionary.as_bytes(), *syntax).unwrap_or_else(|errors| panic!("{name}: {errors:?}"));
        let found = counts(&import, tokens, *policy, *level, *case_sensitive);
        if found != *expected {
            wrong.push(format!("{name}: {dictionary:?} on {tokens:?}: {found:?}, expected {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

const WORDS: [&str; 12] =
    ["law", "laws", "free", "freedom", "заң", "заңды", "әділет", "na", "yes", "9", "o'clock", "x-y"];

fn word() -> impl Strategy<Value = String> {
    let whole = prop::sample::select(&WORDS[..]);
    (whole, 0..7_u8).prop_map(|(word, shape)| match shape {
        0 => format!("{word}*"),
        1 => format!("*{word}"),
        2 => format!("{}?", &word[..word.char_indices().nth_back(0).map_or(0, |(at, _)| at)]),
        _ => format!("={word}"),
    })
}

fn pattern() -> impl Strategy<Value = String> {
    prop::collection::vec(word(), 1..4).prop_map(|mut words| {
        if words.len() == 3 && words[1].starts_with('*') {
            "_".clone_into(&mut words[1]);
        }
        words.join(" ")
    })
}

/// What only a table can hold: lemmas, expressions, case, gaps.
fn native_pattern() -> impl Strategy<Value = String> {
    const OURS: [&str; 8] = ["law", "заң~", "^Law", "/^fr/", "=law ..2 =free", "fre[ex]*", "=9*", "=?"];
    prop_oneof![3 => pattern(), 1 => prop::sample::select(&OURS[..]).prop_map(str::to_owned)]
}

const TITLES: [&str; 8] = ["NO", "null", "1984", "Еркіндік", "a: b", "a, \"b\"", "# x", "__"];

/// A lexicon in format 1: categories by depth, each with entries.
fn lexicon(deepest: usize, pattern: impl Strategy<Value = String>, weights: bool) -> impl Strategy<Value = String> {
    let weight =
        if weights { prop::sample::select(&[1.0, 1.0, 0.5, -2.0, 3.25][..]) } else { prop::sample::select(&[1.0][..]) };
    let category = (1..=deepest, prop::sample::select(&TITLES[..]), prop::collection::vec((pattern, weight), 0..5));
    prop::collection::vec(category, 1..8).prop_map(|categories| {
        let mut file = "format = 1\nid = \"own\"\nversion = \"1\"\n".to_owned();
        let mut above = 0;
        for (at, (depth, title, entries)) in categories.into_iter().enumerate() {
            let depth = depth.min(above + 1);
            above = depth;
            let table = vec!["category"; depth].join(".");
            file.push_str(&format!("[[{table}]]\nid = \"c{at}\"\ntitle.en = '''{title}'''\n"));
            let mut seen = std::collections::BTreeSet::new();
            let entries: Vec<String> = entries
                .into_iter()
                .filter(|(pattern, _)| seen.insert(pattern.clone()))
                .map(|(pattern, weight)| format!("{{ pattern = '''{pattern}''', weight = {weight:?} }}"))
                .collect();
            file.push_str(&format!("any.entries = [{}]\n", entries.join(", ")));
        }
        file
    })
}

fn text() -> impl Strategy<Value = String> {
    let token =
        prop_oneof![9 => prop::sample::select(&WORDS[..]), 1 => prop::sample::select(&["|", ",", "Law", "fr"][..])];
    prop::collection::vec(token, 1..40).prop_map(|tokens| tokens.join(" "))
}

/// Counts and weighted sums by category.
fn all_counts(import: &Import, text: &str, policies: &[Policy]) -> Vec<(u64, u64)> {
    let joined = text.split(' ').map(|token| if token == "|" { "" } else { token }).collect::<Vec<_>>().join("\n");
    let mut interner = Interner::new();
    let tokens = tokenize_pretokenized(&joined, &mut interner);
    let mut matcher = Matcher::new(&import.lexicon, Some(Language::English), None, false);
    let mut counted = |policy: &Policy| -> Vec<(u64, u64)> {
        let cells = matcher.count(&joined, &tokens, interner.vocabulary(), *policy);
        cells.iter().map(|cell| (cell.count, cell.weighted.to_bits())).collect()
    };
    policies.iter().flat_map(&mut counted).collect()
}

fn there_and_back(own: &str, format: LexiconFormat) -> Result<(Import, Import), TestCaseError> {
    let own = import("own.toml", own.as_bytes(), Glob).map_err(|errors| TestCaseError::fail(format!("{errors:?}")))?;
    let file = export(&own, format).bytes;
    let back = import("back", &file, Glob)
        .map_err(|errors| TestCaseError::fail(format!("{errors:?}: {}", String::from_utf8_lossy(&file))))?;
    prop_assert_eq!(back.format, format, "{}", String::from_utf8_lossy(&file));
    Ok((own, back))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_long_table_holds_every_lexicon(own in lexicon(4, native_pattern(), true), text in text()) {
        let (own, back) = there_and_back(&own, LexiconFormat::Csv)?;
        prop_assert_eq!(all_counts(&own, &text, &Policy::ALL), all_counts(&back, &text, &Policy::ALL));
    }

    #[test]
    fn yaml_holds_trees_of_words_globs_and_phrases(own in lexicon(4, pattern(), false), text in text()) {
        let (own, back) = there_and_back(&own, LexiconFormat::Yaml)?;
        prop_assert_eq!(all_counts(&own, &text, &Policy::ALL), all_counts(&back, &text, &Policy::ALL));
    }

    #[test]
    fn dicx_holds_weighted_words_globs_and_phrases(own in lexicon(1, pattern(), true), text in text()) {
        // Entries stand in the order of the terms there. `liwc` asks for it where two globs are of
        // one length, and so do the weights of two entries that catch one word.
        let policies = [Independent, Longest];
        let (own, back) = there_and_back(&own, LexiconFormat::Dicx)?;
        let count = |import: &Import| -> Vec<u64> {
            all_counts(import, &text, &policies).into_iter().map(|(count, _)| count).collect()
        };
        prop_assert_eq!(count(&own), count(&back));
    }
}

/// What coding rules can hold: lemmas, phrases and gaps of them, letters anywhere; `a|b|4` is a
/// with b within 4 words.
fn rule() -> impl Strategy<Value = String> {
    const LEMMAS: [&str; 6] = ["law", "free", "freedom", "заң", "әділет", "x-y"];
    let lemma = || prop::sample::select(&LEMMAS[..5]);
    prop_oneof![
        4 => prop::sample::select(&LEMMAS[..]).prop_map(str::to_owned),
        2 => (lemma(), lemma()).prop_map(|(first, second)| format!("{first} {second}")),
        1 => (lemma(), 1..20_u8, lemma()).prop_map(|(first, gap, second)| format!("{first} ..{gap} {second}")),
        1 => lemma().prop_map(|letters| format!("*{letters}*")),
        1 => (lemma(), lemma(), 1..9_u8).prop_map(|(word, near, window)| format!("{word}|{near}|{window}")),
    ]
}

/// Turns `'''a|b|4'''` into an entry with a condition.
fn with_near(own: &str) -> String {
    let pieces = own.split("'''").map(|piece| match piece.split('|').collect::<Vec<_>>()[..] {
        [word, near, window] => format!("'''{word}''', near = ['{near}'], window = {window}"),
        _ => format!("'''{piece}'''"),
    });
    // Every other piece stands between quotation marks.
    let joined: Vec<String> = pieces
        .enumerate()
        .map(|(at, piece)| if at % 2 == 1 { piece } else { piece.trim_matches('\'').to_owned() })
        .collect();
    joined.concat()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_workbook_holds_every_lexicon(own in lexicon(4, native_pattern(), true), text in text()) {
        let (own, back) = there_and_back(&own, LexiconFormat::Xlsx)?;
        prop_assert_eq!(all_counts(&own, &text, &Policy::ALL), all_counts(&back, &text, &Policy::ALL));
    }

    #[test]
    fn coding_rules_hold_lemmas_phrases_and_words_near_each_other(own in lexicon(1, rule(), false), text in text()) {
        let own = with_near(&own);
        let (own, back) = there_and_back(&own, LexiconFormat::KhCoder)?;
        prop_assert_eq!(own.lexicon.entries.len(), back.lexicon.entries.len(), "{}\n{}", own.toml, back.toml);
        prop_assert_eq!(all_counts(&own, &text, &Policy::ALL), all_counts(&back, &text, &Policy::ALL));
    }
}

/// Files as they come, to be broken.
const REAL: [&str; 8] = [
    "DicTerm,freedom,justice\r\nliberty,X,\r\nrule of law,,X\r\n\"free, fair\",0.5,-1\r\nf\\*,1,\r\n",
    "category;pattern;weight;kind;note\nvalues/freedom;free*;0,5;glob;\"a; b\"\nvalues;/f.*/;1;native;\n",
    "sep=,\nfreedom,justice\nliberty,law\n,court\n",
    "word\tsentiment\tscore\nabandon\tnegative\t-2\nadmire\tpositive\t3\n",
    "help\taid\tassist\nwork\tjob\toffice\tboss\n",
    "values:\n  __: [\"value*\"]\n  freedom: [\"free*\", &a 'rule of law']\n  NO:\n    - yes\n    - d: {e: [*a, ~]}\n",
    "*Code\nx | near(a-b)[5] | ( y ) | 'z'\n＊b\n<*Code> & w | seq(a-b-c) | a+b\n",
    "%YAML 1.2\n---\n? [k]\n: v\na: |\n  x\n  y\nb: >-\n  z\n...\n",
];

/// Reads whatever it is and writes it in every format.
fn survives(bytes: &[u8]) {
    for syntax in PatternSyntax::ALL {
        let Ok(import) = import("hostile", bytes, syntax) else { continue };
        for format in LexiconFormat::ALL {
            let _ = export(&import, format);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn any_bytes_are_survived(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        survives(&bytes);
    }

    #[test]
    fn any_characters_of_these_formats_are_survived(text in "[ab01X,;:\t\n\r\"'\\[\\]{}&*#|>?!%@`~=<+/\\\\_ -]{0,80}") {
        survives(text.as_bytes());
        survives(format!("DicTerm,a\n{text}").as_bytes());
        survives(format!("category,pattern,weight,kind\n{text}").as_bytes());
        survives(format!("a:\n  - {text}").as_bytes());
    }

    #[test]
    fn broken_files_are_survived(
        file in prop::sample::select(&REAL[..]),
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<u8>(), 0..4_u8), 1..6),
    ) {
        let mut bytes = file.as_bytes().to_vec();
        for (at, other, byte, kind) in edits {
            let (at, other) = (at.index(bytes.len()), other.index(bytes.len()));
            match kind {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                2 => bytes.truncate(at.max(1)),
                _ => {
                    let (from, to) = (at.min(other), at.max(other));
                    let piece = bytes[from..to].to_vec();
                    bytes.splice(at..at, piece);
                }
            }
        }
        survives(&bytes);
    }
}

/// Twenty letters that compile to half a megabyte, again and again: they are read as far as there
/// is room, and reported.
#[test]
fn expressions_that_grow_when_compiled_are_bounded() {
    let lines: String = (0..2_000).map(|at| format!("a,\\w{{16}}{at},regex\n")).collect();
    let read = import("hostile.csv", format!("category,pattern,kind\n{lines}a,law,fixed\n").as_bytes(), Glob)
        .expect("it is read");
    let reported: Vec<&str> = read.losses.iter().map(|loss| loss.reason.code()).collect();
    assert_eq!(reported, ["loss-too-many-expressions"]);
    assert!((16..128).contains(&read.lexicon.entries.len()), "{}", read.lexicon.entries.len());
    assert_eq!(read.lexicon.entries.last().map(|entry| entry.pattern.text.as_str()), Some("=law"));
    let entries: String = (0..2_000).map(|at| format!("'/\\w{{16}}{at}/', ")).collect();
    let own = format!("format = 1\nid = \"x\"\nversion = \"1\"\n[[category]]\nid = \"a\"\nany.entries = [{entries}]\n");
    let errors = import("hostile.toml", own.as_bytes(), Glob).expect_err("it is too much");
    assert_eq!(errors.iter().map(|error| error.error.code()).collect::<Vec<_>>(), ["lex-too-much"]);
}

/// Every reader is linear; where one were not, this test would not come to its end.
#[test]
fn large_files_are_read_in_one_go() {
    const MANY: u32 = 100_000;
    let numbers = |separator: &str| (0..MANY).map(|number| format!("w{number}")).collect::<Vec<_>>().join(separator);
    let characters = |range: std::ops::Range<u32>| range.filter_map(char::from_u32);
    let long = "long ".repeat(200_000);
    let files: [(&str, String, Option<usize>); 18] = [
        (
            "a long term in many categories",
            format!("DicTerm,{}\n{long}{}\n", numbers(","), ",X".repeat(100_000)),
            Some(100_000),
        ),
        ("a long name over one term again and again", format!("{long},b\n{}z,\n", "x,y\n".repeat(100_000)), Some(2)),
        ("columns", format!("{}\n{}\n", numbers(","), numbers(",").replace('w', "v")), Some(100_000)),
        ("a category a line", (0..MANY).map(|number| format!("c{number}\tx\ty{number}\tz\n")).collect(), None),
        (
            "long",
            format!("category,pattern\n{}", (0..MANY).map(|number| format!("c{number},x\n")).collect::<String>()),
            Some(100_000),
        ),
        (
            "names of one character",
            format!(
                "category,pattern\n{}",
                characters(0x4e00..0x9e00).map(|character| format!("{character},x\n")).collect::<String>()
            ),
            Some(20_480),
        ),
        ("a long line", format!("DicTerm,a\n{},X\n", "x".repeat(1 << 20)), Some(1)),
        ("a quote that is never closed", format!("DicTerm,a\nx,X\n\"{}", "y,X\n".repeat(250_000)), Some(1)),
        ("a long path", format!("category,pattern\n{},x\n", "a/".repeat(500_000)), Some(16)),
        ("keys", (0..MANY).map(|number| format!("k{number}: [x]\n")).collect(), Some(100_000)),
        ("a list", format!("a: [{}]\n", numbers(", ")), Some(1)),
        ("brackets", format!("a: {}", "[".repeat(1 << 20)), None),
        ("dashes", format!("a:\n  {}x\n", "- ".repeat(200_000)), None),
        ("keys in keys", format!("{}x\n", "? ".repeat(100_000)), None),
        ("one key", "a: x\n".repeat(100_000), Some(1)),
        ("codes", (0..MANY).map(|number| format!("*c{number}\nw{number}\n")).collect(), Some(100_000)),
        ("sides of an or", format!("*a\n{}\n", numbers(" | ")), Some(1)),
        ("words without operators", format!("*a\n{}\n", numbers(" ")), None),
    ];
    for (name, file, categories) in files {
        let read = import("large", file.as_bytes(), Glob).map(|import| import.lexicon.categories.len());
        if let Some(categories) = categories {
            assert_eq!(read.ok(), Some(categories), "{name}");
        }
    }
}

#[test]
fn compounds_and_names_are_reported_where_a_format_cannot_hold_them() {
    let file = "format = 1\nid = \"x\"\nversion = \"1\"\n[[category]]\nid = \"a\"\n[category.kk]\nentries = [\
        { pattern = \"=азат\", names = false, near = [\"=ел\"] }, { pattern = \"=даму\", compounds = true }]\n";
    let import = import("x.toml", file.as_bytes(), Glob).expect("it is sound");
    for format in [LexiconFormat::Cat, LexiconFormat::Dic, LexiconFormat::Csv, LexiconFormat::Yaml] {
        let losses = format!("{:?}", export(&import, format).losses);
        assert!(losses.contains("names = false") && losses.contains("compounds"), "{format:?}: {losses}");
    }
}
