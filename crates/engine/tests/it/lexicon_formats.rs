//! Lexicons on their way to other tools' formats and back, and files that are broken or no lexicons
//! at all.

use proptest::prelude::*;
use tarazy_engine::{
    lexicon::{Import, Lexicon, LexiconFormat, PatternSyntax, export, import, read_toml},
    matching::{Matcher, Policy},
    text::{Interner, Tokenizer},
};

const WORDS: [&str; 12] =
    ["ел", "елдің", "сөз", "бостандық", "бостандығы", "law", "laws", "free", "freedom", "rule", "7%", "1991"];
const GAPS: [&str; 7] = [" ", " ", " ", " ", ", ", ". ", "\n\n"];
/// Patterns; Lexicoder holds all but the last, which has a star inside.
const PATTERNS: [&str; 11] = [
    "=ел",
    "=сөз =бостандығы",
    "=rule =law",
    "fre*",
    "бостан*",
    "=Free",
    "law*",
    "=rule",
    "=free law*",
    "=1991",
    "елд* =сөз",
];
/// Names that a format might take for something else.
const NAMES: [&str; 8] = ["values", "G (7)", "+plus", "x#AA0000", "<b> & \"c\"", "Әділет", "@r [a]", "%"];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec((prop::sample::select(&WORDS[..]), prop::sample::select(&GAPS[..])), 0..24)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(word, gap)| [word, gap]).collect())
}

/// What a format can hold beyond terms.
#[derive(Debug, Clone, Copy)]
struct Abilities {
    /// How many of [`PATTERNS`] it can hold.
    patterns: usize,
    has_tree: bool,
    has_weights_and_rules: bool,
}

/// One to five categories, each with patterns of its own, in a tree or not.
fn lexicon(abilities: Abilities) -> impl Strategy<Value = Import> {
    let weight = prop::sample::select(&["1.0", "2.0", "0.5", "-1.0", "12.25"][..]);
    let rule =
        prop::option::weighted(0.3, ("before|after|not|not_before|not_after|near", prop::sample::select(&WORDS[..])));
    let entries =
        prop::collection::btree_map(prop::sample::select(&PATTERNS[..abilities.patterns]), (weight, rule), 1..5);
    let category = (entries, prop::sample::select(&NAMES[..]), 0_usize..3);
    prop::collection::vec(category, 1..6).prop_map(move |categories| {
        let mut file = "format = 1\nid = \"random\"\nversion = \"1\"\ntitle = { en = \"Random\" }\n".to_owned();
        let mut depth = 0;
        for (at, (entries, name, wanted)) in categories.into_iter().enumerate() {
            depth = if abilities.has_tree { (wanted + 1).min(depth + 1) } else { 1 };
            let table = vec!["category"; depth].join(".");
            file.push_str(&format!(
                "[[{table}]]\nid = \"c{at}\"\ntitle = {{ en = '{name}' }}\n[{table}.any]\nentries = ["
            ));
            for (pattern, (weight, rule)) in entries {
                let mut fields = String::new();
                if abilities.has_weights_and_rules {
                    fields = format!(", weight = {weight}");
                    if let Some((kind, word)) = rule {
                        fields.push_str(&format!(", {kind} = [\"={word}\"], window = 2"));
                    }
                }
                file.push_str(&format!("{{ pattern = \"{pattern}\"{fields} }}, "));
            }
            file.push_str("]\n");
        }
        read("random.toml", file.as_bytes())
    })
}

fn read(name: &str, bytes: &[u8]) -> Import {
    import(name, bytes, PatternSyntax::Glob)
        .unwrap_or_else(|errors| panic!("{errors:#?}\n{}", String::from_utf8_lossy(bytes)))
}

/// Counts, and weighted counts as bits, by category.
fn counts(lexicon: &Lexicon, text: &str, policy: Policy) -> Vec<(u64, u64)> {
    let mut interner = Interner::new();
    let tokens = Tokenizer::tokenize(text, &mut interner);
    let mut matcher = Matcher::new(lexicon, None, None, false);
    let cells = matcher.count(text, &tokens, interner.vocabulary(), policy);
    cells.iter().map(|cell| (cell.count, cell.weighted.to_bits())).collect()
}

fn survives(own: &Import, text: &str, format: LexiconFormat) -> Result<(), TestCaseError> {
    let written = export(own, format).bytes;
    let back = read("random.x", &written);
    let expected = if format == LexiconFormat::Lcd { LexiconFormat::Ykd } else { format };
    prop_assert_eq!(back.format, expected);
    for policy in Policy::ALL {
        let file = String::from_utf8_lossy(&written);
        prop_assert_eq!(
            counts(&back.lexicon, text, policy),
            counts(&own.lexicon, text, policy),
            "{}\n{}",
            own.toml,
            file
        );
    }
    Ok(())
}

/// A file of each format.
const FILES: [&str; 6] = [
    "format = 1\nid = \"x\"\nversion = \"1\"\n[[category]]\nid = \"a\"\ncolour = \"#AA0000\"\n[category.any]\nentries = [\"=a\"]\n",
    "%\r\n1\tvalues\r\n\t2\tfreedom\r\n%\r\nliberty\t1\t2\r\nfair\t<of>1/2\r\nlike\t(01 02)2/1\r\n",
    "+freedom#1F77B4\nliberty\nfree*\nrule of law\n+әділет\nсот*\n",
    "<?xml version=\"1.0\"?>\n<dictionary style=\"050805\" patternengine=\"substring\">\n<cnode name=\"V\" desc=\"d\">\n\
     <pnode name=\"value*\"/>\n<cnode name=\"f &amp; g\"><pnode name=\"rule of law\"/></cnode></cnode>\n</dictionary>",
    "VALUES\r\n\tFREEDOM\r\n\t\tLIBERT* (1)\r\n\t\tRULE_OF_LAW (0.5)\r\n\t\t@NOTFREE [#FREEDOM NOT NEAR #NEG /S 3] (1)\r\n\
     \tNEG\r\n\t\tNO (1)\r\n\t\tNEVER\r\n",
    "ҚҰНДЫЛЫҚ\n\tЕРКІНДІК\n\t\tБОСТАНДЫҚ* (1)\n\t\t@R [ЕЛ AFTER #ЕРКІНДІК /S 2] (-2)\n",
];

/// Reads whatever it is, and writes what could be read in every format.
fn survives_reading(bytes: &[u8], syntax: PatternSyntax) {
    let Ok(import) = import("x", bytes, syntax) else { return };
    for format in LexiconFormat::ALL {
        let _ = tarazy_engine::lexicon::import("y", &export(&import, format).bytes, syntax);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_tree_counts_the_same_after_yoshikoder_and_liwc(
        own in lexicon(Abilities { patterns: 11, has_tree: true, has_weights_and_rules: false }), text in text(),
    ) {
        survives(&own, &text, LexiconFormat::Ykd)?;
        survives(&own, &text, LexiconFormat::Dic)?;
    }

    #[test]
    fn a_tree_counts_the_same_after_lexicoder_2(
        own in lexicon(Abilities { patterns: 10, has_tree: true, has_weights_and_rules: false }), text in text(),
    ) {
        survives(&own, &text, LexiconFormat::Lcd)?;
    }

    #[test]
    fn weights_and_rules_count_the_same_after_wordstat(
        own in lexicon(Abilities { patterns: 11, has_tree: true, has_weights_and_rules: true }), text in text(),
    ) {
        survives(&own, &text, LexiconFormat::Cat)?;
    }

    #[test]
    fn a_flat_lexicon_counts_the_same_after_lexicoder(
        own in lexicon(Abilities { patterns: 10, has_tree: false, has_weights_and_rules: false }), text in text(),
    ) {
        survives(&own, &text, LexiconFormat::Lc3)?;
    }

    #[test]
    fn any_bytes_are_read_or_refused(
        start in prop::sample::select(&["", "+", "<", "%\n", "A\n\t", "\u{feff}", "<dictionary><cnode name='"][..]),
        bytes in prop::collection::vec(any::<u8>(), 0..200),
        text in any::<String>(),
        syntax in prop::sample::select(&PatternSyntax::ALL[..]),
    ) {
        survives_reading(&[start.as_bytes(), &bytes].concat(), syntax);
        survives_reading(&[start, &text].concat().into_bytes(), syntax);
        survives_reading(&[b"\xFF\xFE", &bytes[..]].concat(), syntax);
    }

    #[test]
    fn mutated_files_are_read_or_refused(
        file in prop::sample::select(&FILES[..]),
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..12, "[\\t\\r\\n +@#%()\\[\\]<>/&;\"'=_*?.,0-9a-zA-Zәі-]{0,6}"), 1..8),
        syntax in prop::sample::select(&PatternSyntax::ALL[..]),
    ) {
        let mut letters: Vec<char> = file.chars().collect();
        for (at, len, inserted) in edits {
            let at = at.index(letters.len() + 1);
            let end = (at + len).min(letters.len());
            letters.splice(at..end, inserted.chars());
        }
        survives_reading(letters.into_iter().collect::<String>().as_bytes(), syntax);
    }
}

/// Every step of the readers is linear in the file: were one not, this would take hours.
#[test]
fn large_files_are_read() {
    let line = "free ".repeat(200_000);
    let name = "a".repeat(1 << 20);
    let headings = |start: &str, end: &str| -> String { (0..100_000).map(|at| format!("{start}{at}{end}")).collect() };
    for file in [
        headings("+", "\nword\n"),
        format!("+{name}\n{line}\n"),
        headings("+a\nw", "\n"),
        headings("A", "\n\tW (1)\n"),
        format!("A\n{}", headings("\tW", " (1)\n")),
        format!("A\n\t{line} (1)\n\t@R [{name} NEAR {name} /S 3] (1)\n"),
        format!("%\n1\ta\n2\tb\n%\n{}", headings("w", "\t1\t2\n")),
        format!("%\n{}%\nw\t1\n", headings("", "\tname\n")),
        format!("<dictionary><cnode name=\"{name}\"><pnode name=\"{line}\"/>"),
        format!("<dictionary>{}", "<".repeat(1 << 20)),
        format!("<dictionary><cnode name=\"{}\"", "&".repeat(1 << 20)),
    ] {
        let _ = import("x", file.as_bytes(), PatternSyntax::Glob);
    }
}

#[test]
fn a_pattern_may_stand_in_a_category_under_several_conditions() {
    let file = "format = 1\nid = \"x\"\nversion = \"1\"\n[[category]]\nid = \"a\"\n[category.any]\n\
                entries = [\"=a\", { pattern = \"=a\", after = [\"=b\"] }, { pattern = \"=a\", after = [\"=c\"] }, \"=a\"]\n";
    let reading = read_toml(file).unwrap_or_else(|errors| panic!("{errors:#?}"));
    assert_eq!((reading.lexicon.entries.len(), reading.warnings.len()), (3, 1));
}
