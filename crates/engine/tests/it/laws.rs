//! Laws of tokenizing and matching, on random texts and lexicons.

use proptest::prelude::*;
use tarazy_engine::{
    counting::Measure,
    language::Language,
    lexicon::{Lexicon, read_toml},
    matching::{LevelSet, Levels, Matcher, Negation, Policy, Status, naive},
    text::{Interner, Tokenizer, fold, segment},
};

/// Few words, so that random texts and random patterns meet.
const WORDS: [&str; 36] = [
    "ел",
    "елдің",
    "сөз",
    "сөзге",
    "бостандық",
    "бостандығы",
    "law",
    "laws",
    "free",
    "Free",
    "rule",
    "7%-дан",
    "туралы",
    "1991",
    "жылы",
    "айтып",
    "отыр",
    "басты",
    "емес",
    "жоқ",
    "жоқ",
    "ешқандай",
    "қана",
    "пе",
    "бар",
    "не",
    "free_e",
    "Free_елдің",
    "free&law",
    "#law",
    "Law+",
    "Бостандықтың",
    "сөздің",
    "free-law",
    "Ел-laws",
    "алдындағы",
];
const GAPS: [&str; 16] = [" ", " ", " ", " ", " ", " ", ", ", ". ", "… ", " % ", "\n\n", " – ", " «", "» ", "/", ": "];
const PARTS: [&str; 32] = [
    "ел",
    "сөз",
    "бостандық",
    "бостандығы",
    "law",
    "free",
    "rule",
    "fre*",
    "*е*",
    "?",
    "=елдің",
    "_",
    "..2",
    "*",
    "ту",
    "жыл",
    "жылы",
    "отыр",
    "бас",
    "басты",
    "емес",
    "=,",
    "=free",
    "free&law",
    "#law",
    "law+",
    "=law/law",
    "la*/f*",
    "[#&]law",
    "7%*",
    "=❤",
    "алдында",
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec((prop::sample::select(&WORDS[..]), prop::sample::select(&GAPS[..])), 0..24)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(word, gap)| [word, gap]).collect())
}

fn pattern() -> impl Strategy<Value = String> {
    (any::<bool>(), prop::collection::vec(prop::sample::select(&PARTS[..]), 1..4)).prop_map(|(is_cased, mut parts)| {
        // A gap belongs between words.
        while parts.first().is_some_and(|part| part.starts_with("..")) {
            parts.remove(0);
        }
        while parts.last().is_some_and(|part| part.starts_with("..")) {
            parts.pop();
        }
        let body = if parts.is_empty() { "law".to_owned() } else { parts.join(" ") };
        if is_cased { format!("^{body}") } else { body }
    })
}

/// An entry as TOML, now and then with a condition.
fn entry() -> impl Strategy<Value = String> {
    let condition = prop::option::weighted(0.3, ("not|not_before|not_after|before|after|near", pattern()));
    let flags = prop::sample::select(
        &["", "", ", compounds = true", ", names = false", ", compounds = true, names = false"][..],
    );
    (pattern(), condition, prop::option::weighted(0.3, any::<bool>()), flags).prop_map(
        |(pattern, condition, crosses, flags)| {
            let condition = condition.map(|(kind, other)| format!(", {kind} = [\"{other}\"], window = 2"));
            let crosses = crosses.map(|crosses| format!(", crosses_punctuation = {crosses}"));
            format!(
                "{{ pattern = \"{pattern}\"{}{}{flags} }}",
                condition.unwrap_or_default(),
                crosses.unwrap_or_default()
            )
        },
    )
}

/// What may stand in the head of a lexicon.
const HEADS: [&str; 5] = [
    "",
    "crosses_punctuation = true",
    "[negation.kk]\nbefore = [\"=не\", \"сөз бостандығы\"]\nwindow = 2",
    "[negation.kk]\nafter = [\"е*\"]\nexcept = []\nstop = [\"=,\", \"law\"]\nwindow = 4",
    "crosses_punctuation = true\n[negation.kk]\nstop = []",
];

/// Two roots, the first with two children.
fn lexicon() -> impl Strategy<Value = Lexicon> {
    let entries = || prop::collection::vec(entry(), 0..4).prop_map(|entries| entries.join(", "));
    let head = prop::sample::select(&HEADS[..]);
    (entries(), entries(), entries(), entries(), prop::option::weighted(0.2, pattern()), head).prop_map(
        |(root, left, right, other, exclusion, head)| {
            let not = exclusion.map(|pattern| format!("not = [\"{pattern}\"]")).unwrap_or_default();
            let text = format!(
                "format = 1\nid = \"random\"\nversion = \"1\"\n{head}\n\
                 [[category]]\nid = \"a\"\n[category.kk]\nentries = [{root}]\n{not}\n\
                 [[category.category]]\nid = \"b\"\n[category.category.kk]\nentries = [{left}]\n\
                 [[category.category]]\nid = \"c\"\n[category.category.kk]\nentries = [{right}]\n\
                 [[category]]\nid = \"d\"\n[category.kk]\nentries = [{other}]\n"
            );
            read_toml(&text).unwrap_or_else(|errors| panic!("{errors:#?}\n{text}")).lexicon
        },
    )
}

/// Three words and commas, so that phrases with gaps stand in many ways, over and beside each other.
fn dense_text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&["a", "a", "b", "b", "A", "x", ",", "\n\n"][..]), 0..26)
        .prop_map(|words| words.join(" "))
}

/// A phrase with gaps, or a word.
fn gapped_pattern() -> impl Strategy<Value = String> {
    let word = || prop::sample::select(&["=a", "=b", "*", "_", "a*", "=x"][..]);
    let gap = prop::sample::select(&["", "..1 ", "..2 ", "..5 ", "..20 "][..]);
    (any::<bool>(), word(), prop::collection::vec((gap, word()), 0..4)).prop_map(|(is_cased, first, rest)| {
        let rest: String = rest.into_iter().map(|(gap, word)| format!(" {gap}{word}")).collect();
        format!("{}{first}{rest}", if is_cased { "^" } else { "" })
    })
}

/// Two categories of phrases with gaps, some with conditions that are phrases with gaps too.
fn gapped_lexicon() -> impl Strategy<Value = Lexicon> {
    let condition = || prop::option::weighted(0.4, ("not|not_before|not_after|before|after|near", gapped_pattern()));
    let entry = move || {
        (gapped_pattern(), condition(), any::<bool>()).prop_map(|(pattern, condition, crosses)| {
            let condition = condition.map(|(kind, other)| format!(", {kind} = [\"{other}\"], window = 2"));
            format!("{{ pattern = \"{pattern}\"{}, crosses_punctuation = {crosses} }}", condition.unwrap_or_default())
        })
    };
    let entries = move || prop::collection::vec(entry(), 1..4).prop_map(|entries| entries.join(", "));
    (entries(), entries()).prop_map(|(left, right)| {
        let text = format!(
            "format = 1\nid = \"gaps\"\nversion = \"1\"\n[negation.en]\nbefore = [\"=x ..2 =x\"]\nafter = [\"=x ..1 a\"]\n\
             [[category]]\nid = \"a\"\n[category.en]\nentries = [{left}]\n\
             [[category]]\nid = \"b\"\n[category.en]\nentries = [{right}]\n"
        );
        read_toml(&text).unwrap_or_else(|errors| panic!("{errors:#?}\n{text}")).lexicon
    })
}

fn policy() -> impl Strategy<Value = Policy> {
    prop::sample::select(&Policy::ALL[..])
}

fn negation() -> impl Strategy<Value = Negation> {
    prop::sample::select(Negation::ALL.to_vec())
}

fn levels() -> impl Strategy<Value = Levels> {
    let only = prop::sample::subsequence(vec![1_u8, 2, 3], 1..=3).prop_map(LevelSet::new);
    prop_oneof![
        prop::option::of(1_u8..3).prop_map(Levels::from),
        only.prop_map(|set| set.map_or(Levels::All, Levels::Only)),
    ]
}

fn language() -> impl Strategy<Value = Option<Language>> {
    prop::sample::select(vec![Some(Language::Kazakh), None])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tokens_ascend_slice_the_text_and_leave_only_what_is_not_seen_or_underlines(text in "\\PC*|[a-zа-я_\u{203F}\u{200B}\u{202F}.;:·-]{0,30}") {
        let mut interner = Interner::new();
        let tokens = Tokenizer::tokenize(&text, &mut interner);
        let mut end = 0;
        for at in 0..tokens.len() {
            let span = tokens.span(at);
            prop_assert!(span.start >= end);
            let between = &text[end as usize..span.start as usize];
            let is_left_out = |letter: char| {
                let is_connector = "_\u{203F}\u{2040}\u{2054}\u{FE33}\u{FE34}\u{FE4D}\u{FE4E}\u{FE4F}\u{FF3F}".contains(letter);
                letter.is_whitespace() || is_connector || fold(letter.encode_utf8(&mut [0; 4]), false).is_empty()
            };
            prop_assert!(between.chars().all(is_left_out), "{between:?}");
            prop_assert!(text.is_char_boundary(span.end as usize));
            end = span.end;
        }
    }

    #[test]
    fn slices_of_any_size_give_the_same_tokens(text in "[ а-яa-z._\\n\\r\u{B}\u{85}\u{A0}\u{2029}\u{200B}\u{301}-]{0,60}", budget in 1_usize..9) {
        let (mut whole, mut sliced) = (Interner::new(), Interner::new());
        let mut tokenizer = Tokenizer::new();
        while !tokenizer.advance(&text, &mut sliced, budget) {}
        prop_assert_eq!(tokenizer.finish(&sliced), Tokenizer::tokenize(&text, &mut whole));
    }

    #[test]
    fn folding_is_idempotent(text in any::<String>()) {
        let once = fold(&text, false).into_owned();
        prop_assert_eq!(fold(&once, false), once.as_str());
    }

    #[test]
    fn segments_never_overlap(text in any::<String>()) {
        let spans = segment(&text);
        prop_assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start));
    }

    #[test]
    fn composed_and_decomposed_texts_count_alike(text in "[а-яёйїә -]{0,40}") {
        use unicode_normalization::UnicodeNormalization;
        let (composed, decomposed): (String, String) = (text.nfc().collect(), text.nfd().collect());
        let size = |text: &str| Tokenizer::tokenize(text, &mut Interner::new()).sizes();
        prop_assert_eq!(size(&composed), size(&decomposed));
    }

    #[test]
    fn the_matcher_counts_as_the_naive_one(
        text in text(), lexicon in lexicon(), policy in policy(), language in language(), levels in levels(),
        negation in negation(),
    ) {
        let mut interner = Interner::new();
        let tokens = Tokenizer::tokenize(&text, &mut interner);
        let mut matcher = Matcher::with_negation(&lexicon, language, levels, false, negation);
        let cells = matcher.count(&text, &tokens, interner.vocabulary(), policy);
        let counts: Vec<u64> = cells.iter().map(|cell| cell.count).collect();
        let expected = naive::count(&text, &tokens, &interner, &lexicon, language, naive::Rules { policy, levels, negation });
        prop_assert_eq!(&counts, &expected);

        // The list of matches and the table are two ways to the same figures.
        let matches = matcher.matches(&text, &tokens, interner.vocabulary(), policy);
        for (column, cell) in cells.iter().enumerate() {
            let of = |status| matches.iter().filter(|found| found.column as usize == column && found.status == status).count();
            prop_assert_eq!(of(Status::Counted) as u64, cell.matches);
            prop_assert_eq!(of(Status::Negated) as u64, cell.negated);
        }
    }

    #[test]
    fn no_rate_per_words_is_above_a_hundred_percent(
        text in text(), lexicon in lexicon(), policy in policy(), levels in levels(), negation in negation(),
        is_cased in any::<bool>(),
    ) {
        let mut interner = Interner::new();
        let tokens = Tokenizer::tokenize(&text, &mut interner);
        let mut matcher = Matcher::with_negation(&lexicon, Some(Language::Kazakh), levels, is_cased, negation);
        let cells = matcher.count(&text, &tokens, interner.vocabulary(), policy);
        for cell in &cells {
            prop_assert!(cell.signs <= cell.count);
            for measure in Measure::ALL {
                let base = match measure {
                    Measure::PerThousandWords | Measure::Percent => tokens.sizes().words,
                    Measure::PerTenThousandCharacters => tokens.sizes().characters,
                    Measure::Count | Measure::Share => continue,
                };
                prop_assert!(measure.part_of_count(cell) <= base, "{}: {cell:?} of {base}", measure.name());
            }
        }
    }

    #[test]
    fn phrases_with_gaps_count_as_the_naive_matcher_counts_them_and_once_at_a_token(
        text in dense_text(), lexicon in gapped_lexicon(), policy in policy(), negation in negation(),
    ) {
        let mut interner = Interner::new();
        let tokens = Tokenizer::tokenize(&text, &mut interner);
        let (language, levels) = (Some(Language::English), Levels::All);
        let mut matcher = Matcher::with_negation(&lexicon, language, levels, false, negation);
        let cells = matcher.count(&text, &tokens, interner.vocabulary(), policy);
        let counts: Vec<u64> = cells.iter().map(|cell| cell.count).collect();
        let rules = naive::Rules { policy, levels, negation };
        prop_assert_eq!(&counts, &naive::count(&text, &tokens, &interner, &lexicon, language, rules));

        let matches = matcher.matches(&text, &tokens, interner.vocabulary(), policy);
        for (column, cell) in cells.iter().enumerate() {
            let of = |status| matches.iter().filter(|found| found.column as usize == column && found.status == status).count();
            prop_assert_eq!(of(Status::Counted) as u64, cell.matches);
            prop_assert_eq!(of(Status::Negated) as u64, cell.negated);
        }
        let has_gap = |pattern: &str| pattern.contains("..");
        let mut places: Vec<(u32, u32)> = matches
            .iter()
            .filter(|found| has_gap(&lexicon[found.entry].pattern.text))
            .map(|found| (found.entry.0, found.first))
            .collect();
        let all = places.len();
        places.sort_unstable();
        places.dedup();
        prop_assert_eq!(places.len(), all, "an entry has one match for each first token");
    }

    #[test]
    fn what_is_negated_and_what_counts_are_together_what_counts_otherwise(
        text in text(), lexicon in lexicon(), policy in policy(), language in language(),
    ) {
        let mut interner = Interner::new();
        let tokens = Tokenizer::tokenize(&text, &mut interner);
        let [all, affirmed] = Negation::ALL.map(|negation| {
            let mut matcher = Matcher::with_negation(&lexicon, language, Levels::All, false, negation);
            matcher.matches(&text, &tokens, interner.vocabulary(), policy)
        });
        let ignoring = affirmed.iter().map(|found| {
            let status = if found.status == Status::Negated { Status::Counted } else { found.status };
            tarazy_engine::matching::Match { status, ..*found }
        });
        prop_assert_eq!(all, ignoring.collect::<Vec<_>>());
    }

    #[test]
    fn texts_joined_by_a_break_count_as_their_sum(
        left in text(), right in text(), lexicon in lexicon(), policy in policy(),
    ) {
        // A condition looks beyond a break, so that only lexicons without one obey the law.
        let mut lexicon = lexicon;
        lexicon.entries.retain(|entry| entry.conditions.near.is_empty());
        let count = |text: &str| {
            let mut interner = Interner::new();
            let tokens = Tokenizer::tokenize(text, &mut interner);
            let mut matcher = Matcher::new(&lexicon, Some(Language::Kazakh), None, false);
            let cells = matcher.count(text, &tokens, interner.vocabulary(), policy);
            cells.iter().map(|cell| cell.count).collect::<Vec<_>>()
        };
        let sum: Vec<u64> = count(&left).iter().zip(count(&right)).map(|(left, right)| left + right).collect();
        prop_assert_eq!(count(&format!("{left}\n\n{right}")), sum);
    }

    #[test]
    fn a_new_category_leaves_the_others_alone_under_independent(text in text(), lexicon in lexicon()) {
        let count = |lexicon: &Lexicon| {
            let mut interner = Interner::new();
            let tokens = Tokenizer::tokenize(&text, &mut interner);
            let mut matcher = Matcher::new(lexicon, Some(Language::Kazakh), None, false);
            matcher.count(&text, &tokens, interner.vocabulary(), Policy::Independent)
        };
        let mut smaller = lexicon.clone();
        let last = smaller.categories.len() - 1;
        smaller.categories.pop();
        smaller.entries.retain(|entry| (entry.category.0 as usize) < last);
        let all = count(&lexicon);
        prop_assert_eq!(&count(&smaller)[..], &all[..all.len() - 1]);
    }

    #[test]
    fn the_lexicon_reader_never_panics(text in any::<String>(), key in "[a-z.\\[\\]= \"\\n]{0,80}") {
        let _ = read_toml(&text);
        let _ = read_toml(&format!("format = 1\nid = \"x\"\n{key}"));
    }
}
