//! What counts, as a table: the smallest text that shows each rule.
//!
//! A lexicon is written `category: pattern, pattern; category: …` (`a/b` is a subcategory), the expected counts in the order of the
//! columns. Rules of `independent` and `longest` are those of quanteda's `tokens_lookup`, rules of `liwc` those of contentcoder;
//! the case names say which.

use tarazy::{
    language::Language,
    lexicon::{Lexicon, read_toml},
    matching::{Matcher, Policy},
    text::{Interner, Tokenizer},
};

use Policy::{Independent, Liwc, Longest};

/// Name, lexicon, text, then the counts under each policy it is about.
type Case = (&'static str, &'static str, &'static str, &'static [(Policy, &'static [u64])]);

const ALL: [Policy; 3] = Policy::ALL;

#[rustfmt::skip]
const CASES: &[Case] = &[
    // Words.
    ("letters_are_compared_without_case", "a: justice", "Justice JUSTICE justice", &[(Independent, &[3]), (Longest, &[3]), (Liwc, &[3])]),
    ("lower_case_is_not_case_folding", "a: =straße", "STRASSE Straße", &[(Independent, &[1])]),
    ("a_caret_compares_case", "a: ^Homeland", "Homeland homeland", &[(Independent, &[1]), (Longest, &[1]), (Liwc, &[1])]),
    ("a_form_does_not_inflect", "a: =law", "law laws", &[(Independent, &[1])]),
    ("a_star_is_any_letters_or_none", "a: free*", "free freedom unfree", &[(Independent, &[2]), (Longest, &[2]), (Liwc, &[2])]),
    ("a_question_mark_is_one_letter", "a: ?", "a bb c", &[(Independent, &[2]), (Longest, &[2]), (Liwc, &[2])]),
    ("a_question_mark_inside_is_one_letter", "a: wom?n", "women woman womn", &[(Independent, &[2])]),
    ("brackets_are_a_choice", "a: gr[ae]y", "gray grey groy", &[(Independent, &[2])]),
    ("a_regular_expression_is_not_tied_to_the_ends", "a: /berty/; b: /^lib/; c: /^berty$/", "liberty", &[(Independent, &[1, 1, 0])]),
    ("letters_of_an_expression_are_compared_without_case", "a: /LIB[A-Z]+/", "Liberty", &[(Independent, &[1]), (Longest, &[1])]),
    ("quanteda_q125_escapes_keep_their_case", "a: /^\\D+$/; b: /^\\d+$/", "law 42", &[(Independent, &[1, 1])]),
    ("an_expression_with_case_compares_case", "a: ^/^[A-Z]+$/", "NATO nato Nato", &[(Independent, &[1]), (Liwc, &[1])]),
    ("an_expression_is_one_word_of_a_phrase", "a: =rule =of /law/", "rule of lawyers", &[(Independent, &[1])]),
    ("a_dot_in_a_pattern_is_a_dot", "a: =u.s", "U.S uxs", &[(Independent, &[1])]),
    ("a_lone_star_is_every_token", "a: *", "law and order", &[(Independent, &[3])]),
    ("hyphenated_words_are_one_token", "a: self-government; b: government", "self-government", &[(Independent, &[1, 0])]),
    ("unicode_hyphens_and_apostrophes_fold", "a: self-rule, =people's", "self\u{2010}rule people\u{2019}s", &[(Independent, &[2])]),

    // Phrases.
    ("a_phrase_is_tokens_in_a_row", "a: rule of law", "the rule of law", &[(Independent, &[1]), (Longest, &[1]), (Liwc, &[3])]),
    ("a_phrase_does_not_cross_a_comma", "a: rule law", "rule, law", &[(Independent, &[0]), (Longest, &[0]), (Liwc, &[2])]),
    ("a_phrase_does_not_cross_a_sentence_end", "a: =free =law", "It is free. Law is law.", &[(Independent, &[0]), (Longest, &[0])]),
    ("a_phrase_does_not_cross_a_break", "a: free law", "free\n\nlaw", &[(Independent, &[0]), (Longest, &[0]), (Liwc, &[0])]),
    ("a_line_end_is_no_break", "a: free law", "free\nlaw", &[(Independent, &[1]), (Longest, &[1])]),
    ("an_underscore_is_one_token", "a: rule _ law", "rule of law, rule law, rule of the law", &[(Independent, &[1])]),
    ("a_gap_is_up_to_so_many_tokens", "a: rule ..2 law", "rule law; rule of law; rule of the law; rule of all the law", &[(Independent, &[3])]),
    ("a_star_in_a_phrase_is_one_token", "a: rule * law", "rule of law; rule law", &[(Independent, &[1])]),
    ("globs_work_in_phrases", "a: free* of speech", "freedom of speech", &[(Independent, &[1]), (Liwc, &[3])]),
    ("numbers_are_tokens", "a: =9 =11", "9 11", &[(Independent, &[1])]),

    // Within a category: the longest, then the leftmost; no word twice.
    ("quanteda_6_longest_within_a_category", "a: new york, new york times", "new york times", &[(Independent, &[1]), (Longest, &[1]), (Liwc, &[3])]),
    ("quanteda_6_leftmost_of_equal_length", "a: =a =b, =b =c", "a b c", &[(Independent, &[1]), (Longest, &[1])]),
    ("quanteda_6_longer_before_leftmost", "a: =a =b, =b =c =d", "a b c d", &[(Independent, &[1]), (Longest, &[1])]),
    ("quanteda_6_two_matches_side_by_side", "a: =a =b", "a b a b", &[(Independent, &[2]), (Longest, &[2]), (Liwc, &[4])]),
    ("a_phrase_hides_its_words_in_its_category", "a: czech republic, czech*", "the Czech Republic", &[(Independent, &[1]), (Longest, &[1]), (Liwc, &[2])]),
    ("two_entries_for_one_word_count_once", "a: law, =laws, la*", "laws", &[(Independent, &[1]), (Longest, &[1]), (Liwc, &[1])]),
    ("a_phrase_overlaps_itself_once", "a: =a =a", "a a a", &[(Independent, &[1]), (Longest, &[1]), (Liwc, &[2])]),

    // Between categories.
    ("quanteda_6_categories_are_independent", "place: new york; paper: new york times", "new york times", &[(Independent, &[1, 1]), (Longest, &[0, 1]), (Liwc, &[0, 3])]),
    ("quanteda_6_nested_word", "a: guinea; b: equatorial guinea", "equatorial guinea and guinea", &[(Independent, &[2, 1]), (Longest, &[1, 1]), (Liwc, &[1, 2])]),
    ("q143_partial_overlap_counts_for_both", "a: =a =b; b: =b =c", "a b c", &[(Independent, &[1, 1]), (Longest, &[1, 1]), (Liwc, &[2, 0])]),
    ("q144_covered_by_two_longer_matches", "a: =a =b =c; b: =c =d =e; c: =b =c, =c =d", "a b c d e", &[(Longest, &[1, 1, 0])]),
    ("q146_the_same_words_in_two_categories", "a: free speech; b: free speech", "free speech", &[(Independent, &[1, 1]), (Longest, &[1, 1]), (Liwc, &[2, 2])]),
    ("q147_the_same_words_by_form_and_glob", "a: free speech; b: free spe*", "free speech", &[(Independent, &[1, 1]), (Longest, &[1, 1]), (Liwc, &[2, 0])]),
    ("order_of_entries_changes_nothing", "a: new york times, new york", "new york times new york", &[(Independent, &[2]), (Longest, &[2]), (Liwc, &[5])]),

    // LIWC.
    ("contentcoder_l017_a_phrase_spans_a_comma", "a: =free =market", "free, market", &[(Liwc, &[2])]),
    ("contentcoder_words_are_consumed_left_to_right", "a: =a =b; b: =b =c =d", "a b c d", &[(Liwc, &[2, 0])]),
    ("contentcoder_longest_at_a_word", "a: =a; b: =a =b", "a b a", &[(Liwc, &[1, 2])]),
    ("contentcoder_exact_before_wildcard", "a: free*; b: =free", "free freedom", &[(Liwc, &[1, 1])]),
    ("contentcoder_longer_wildcard_first", "a: fr*; b: free*", "freedom from", &[(Liwc, &[1, 1])]),
    ("contentcoder_leading_star_last", "a: *dom; b: fr*", "freedom", &[(Liwc, &[0, 1])]),
    ("contentcoder_all_categories_of_the_term", "a: =fair; b: =fair; c: fair*", "fair", &[(Liwc, &[1, 1, 0])]),

    // Conditions.
    ("not_rules_out_a_match_inside", "a: {homeland|not=homeland security}", "homeland security protects the homeland", &[(Independent, &[1]), (Longest, &[1]), (Liwc, &[1])]),
    ("not_before_looks_at_the_next_token", "a: {free|not_before=lunch}", "free lunch, free speech", &[(Independent, &[1]), (Longest, &[1]), (Liwc, &[1])]),
    ("not_after_looks_at_the_token_before", "a: {free|not_after=sugar}", "sugar free and free", &[(Independent, &[1])]),
    ("not_after_passes_quotation_marks", "a: {=home|not_before=party}", "the «Home» party at home", &[(Independent, &[1])]),
    ("before_wants_the_next_token", "a: {=kind|before=of}", "kind of a kind man", &[(Independent, &[1]), (Longest, &[1]), (Liwc, &[1])]),
    ("after_wants_the_token_before", "a: {=law|after=rule}", "rule law, law", &[(Independent, &[1]), (Longest, &[1]), (Liwc, &[1])]),
    ("before_and_after_pass_quotation_marks", "a: {=home|before=party}; b: {=party|after=home}", "the «Home» party", &[(Independent, &[1, 1])]),
    ("near_wants_a_neighbour_in_its_window", "a: {=court|near=law|window=3}", "the court of law; a tennis court with no grass on it", &[(Independent, &[1])]),
    ("what_is_ruled_out_does_not_hide_others", "a: {new york|not=new york times}; b: =york", "new york times", &[(Independent, &[0, 1]), (Longest, &[0, 1])]),

    // Trees.
    ("each_category_has_its_own_entries", "v: =order; v/a: =a; v/b: =b", "a b order a", &[(Independent, &[1, 2, 1])]),
];

fn toml_of(spec: &str) -> String {
    let mut text = "format = 1\nid = \"case\"\nversion = \"1\"\n".to_owned();
    for category in spec.split(';') {
        let (path, patterns) = category.split_once(':').unwrap_or_else(|| panic!("{category}"));
        let (table, id) = match path.trim().split_once('/') {
            Some((_, id)) => ("category.category", id),
            None => ("category", path.trim()),
        };
        let entries: Vec<String> = patterns.split(',').map(|pattern| entry_of(pattern.trim())).collect();
        text.push_str(&format!("[[{table}]]\nid = \"{id}\"\n[{table}.en]\nentries = [{}]\n", entries.join(", ")));
    }
    text
}

/// `{pattern|condition=pattern}` or a pattern.
fn entry_of(pattern: &str) -> String {
    let Some(inner) = pattern.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) else {
        return format!("'''{pattern}'''");
    };
    let mut parts = inner.split('|');
    let mut fields = vec![format!("pattern = '''{}'''", parts.next().unwrap_or(""))];
    for part in parts {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        fields.push(if key == "window" { format!("window = {value}") } else { format!("{key} = ['''{value}''']") });
    }
    format!("{{ {} }}", fields.join(", "))
}

fn lexicon(spec: &str) -> Lexicon {
    read_toml(&toml_of(spec)).unwrap_or_else(|errors| panic!("{spec}: {errors:#?}")).lexicon
}

fn counts(lexicon: &Lexicon, text: &str, policy: Policy, level: Option<u8>) -> Vec<u64> {
    let mut interner = Interner::new();
    let tokens = Tokenizer::tokenize(text, &mut interner);
    let mut matcher = Matcher::new(lexicon, Some(Language::English), level, false);
    matcher.count(text, &tokens, interner.vocabulary(), policy).iter().map(|cell| cell.count).collect()
}

#[test]
fn every_case_of_the_table_counts_as_it_says() {
    let mut wrong = Vec::new();
    for (name, spec, text, expected) in CASES {
        let lexicon = lexicon(spec);
        for (policy, expected) in *expected {
            let found = counts(&lexicon, text, *policy, None);
            if found != *expected {
                wrong.push(format!("{name} under {}: {found:?}, expected {expected:?}", policy.name()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_parent_counts_merged_spans_not_the_sum_of_its_children() {
    // quanteda, q163 and q164: one token under two children counts once for the parent, twice for the children.
    let lexicon = lexicon("v: =none; v/a: law*; v/b: laws");
    assert_eq!(counts(&lexicon, "laws", Independent, None), [0, 1, 1]);
    assert_eq!(counts(&lexicon, "laws", Independent, Some(2)), [0, 1, 1]);
    assert_eq!(counts(&lexicon, "laws", Independent, Some(1)), [1]);
}

#[test]
fn order_of_categories_changes_no_count() {
    for policy in ALL {
        let forth = counts(&lexicon("a: new york; b: new york times, york"), "new york times york", policy, None);
        let back = counts(&lexicon("b: york, new york times; a: new york"), "new york times york", policy, None);
        assert_eq!(forth, [back[1], back[0]], "{}", policy.name());
    }
}
