//! What counts, as a table: the smallest text that shows each rule.
//!
//! Rules of `independent` and `longest` are those of quanteda's `tokens_lookup` (4.3.1), rules of
//! `liwc` those of contentcoder (1.3.0), where they are no defects; the names of the cases say
//! which, and [`RULES`] what each says. There are three tables: lexicons of ours with running text
//! ([`CASES`]), foreign dictionaries with texts of one token a line ([`DICTIONARIES`]), and the
//! order and weights of matches ([`ORDERS`], [`MEASURES`]).
//!
//! In `CASES` a lexicon is written `category: pattern, pattern; category: …` (`a/b` is a
//! subcategory), the expected counts in the order of the columns.

use tarazy_engine::{
    language::Language,
    lexicon::{Lexicon, PatternSyntax, import, read_toml},
    matching::{LevelSet, Levels, Matcher, Negation, Policy, Status},
    text::{Interner, Tokenizer, tokenize_pretokenized},
};

use Policy::{Independent, Liwc, Longest};

/// Name, lexicon, text, then the counts under each policy it is about.
type Case = (&'static str, &'static str, &'static str, &'static [(Policy, &'static [u64])]);

const ALL: [Policy; 3] = Policy::ALL;

#[rustfmt::skip]
const CASES: &[Case] = &[
    // Words.
    ("quanteda_4_letters_are_compared_without_case", "a: justice", "Justice JUSTICE justice", &[(Independent, &[3]), (Longest, &[3]), (Liwc, &[3])]),
    ("case_is_folded_in_full", "a: =straße; b: λόγος; c: /ος$/; d: straß*, *ßen", "STRASSE Straße ΛΌΓΟΣ λόγος Straßen", &[(Independent, &[2, 2, 2, 3]), (Liwc, &[2, 2, 0, 1])]),
    ("a_dotless_i_is_no_i", "a: =ırıs; b: =iris", "Irıs ırıs IRIS", &[(Independent, &[1, 1])]),
    ("a_caret_compares_case", "a: ^Homeland", "Homeland homeland", &[(Independent, &[1]), (Longest, &[1]), (Liwc, &[1])]),
    ("a_form_does_not_inflect", "a: =law", "law laws", &[(Independent, &[1])]),
    ("quanteda_4_a_star_is_any_letters_or_none", "a: free*", "free freedom unfree", &[(Independent, &[2]), (Longest, &[2]), (Liwc, &[2])]),
    ("quanteda_4_a_lone_question_mark_is_one_letter", "a: ?", "a bb c", &[(Independent, &[2]), (Longest, &[2]), (Liwc, &[2])]),
    ("quanteda_4_a_question_mark_inside_is_one_letter", "a: wom?n", "women woman womn", &[(Independent, &[2])]),
    ("brackets_are_a_choice", "a: gr[ae]y", "gray grey groy", &[(Independent, &[2])]),
    ("quanteda_4_a_regular_expression_is_not_tied_to_the_ends", "a: /berty/; b: /^lib/; c: /^berty$/", "liberty", &[(Independent, &[1, 1, 0])]),
    ("letters_of_an_expression_are_compared_without_case", "a: /LIB[A-Z]+/", "Liberty", &[(Independent, &[1]), (Longest, &[1])]),
    ("quanteda_4_q125_escapes_keep_their_case", "a: /^\\D+$/; b: /^\\d+$/", "law 42", &[(Independent, &[1, 1])]),
    ("an_expression_with_case_compares_case", "a: ^/^[A-Z]+$/", "NATO nato Nato", &[(Independent, &[1]), (Liwc, &[1])]),
    ("an_expression_is_one_word_of_a_phrase", "a: =rule =of /law/", "rule of lawyers", &[(Independent, &[1])]),
    ("a_dot_in_a_pattern_is_a_dot", "a: =u.s", "U.S uxs", &[(Independent, &[1])]),
    ("quanteda_4_a_lone_star_is_every_token", "a: *", "law and order", &[(Independent, &[3])]),
    ("hyphenated_words_are_one_token", "a: self-government; b: government", "self-government", &[(Independent, &[1, 0])]),
    ("unicode_hyphens_and_apostrophes_fold", "a: self-rule, =people's", "self\u{2010}rule people\u{2019}s", &[(Independent, &[2])]),

    // A term is cut as a text is cut.
    ("a_term_is_cut_as_a_text_is", "a: R&D; b: U.S.; c: 24/7; d: 50%; e: and/or; f: c++; g: Ph.D.; h: т.б.; i: #vote", "R&D in the U.S., 24/7, at 50% and/or c++ by a Ph.D. т.б. #vote", &[(Independent, &[1, 1, 1, 1, 1, 1, 1, 1, 1]), (Longest, &[1, 1, 1, 1, 1, 1, 1, 1, 1]), (Liwc, &[2, 1, 2, 1, 2, 1, 2, 1, 1])]),
    ("a_term_of_signs_alone", "a: =?!; b: …", "Why?! Well… ?!", &[(Independent, &[2, 1]), (Liwc, &[0, 0])]),
    ("the_signs_of_a_term_stand_in_the_text", "a: R&D; b: c++; c: #vote; d: 50%", "R and D, R D, c, c+ vote # 50", &[(Independent, &[0, 0, 0, 0]), (Longest, &[0, 0, 0, 0]), (Liwc, &[0, 0, 0, 0])]),
    ("a_term_with_signs_in_a_phrase", "a: =R&D =policy, =the =U.S. =law", "R&D policy; R&D, policy; the U.S. law", &[(Independent, &[2]), (Longest, &[2]), (Liwc, &[9])]),
    ("a_term_with_signs_compares_case", "a: ^R&D", "R&D r&d", &[(Independent, &[1]), (Longest, &[1]), (Liwc, &[2])]),
    ("a_term_with_signs_in_a_condition", "a: {=d|not=R&D}", "R&D and D", &[(Independent, &[1]), (Longest, &[1]), (Liwc, &[1])]),
    ("wildcards_in_a_term_with_signs", "a: #vot*; b: [#@]vote; c: 50%*; d: w*//*", "#voting @vote 50% 50%-дан www//kz", &[(Independent, &[1, 1, 2, 1]), (Longest, &[1, 1, 2, 1]), (Liwc, &[1, 1, 2, 1])]),
    ("a_star_and_a_sign_are_one_token", "a: *!, #*", "Hey!!! #law", &[(Independent, &[4])]),
    ("a_sign_may_stand_where_a_phrase_crosses_punctuation", "a: {and/or law|crosses}", "and/or «law»", &[(Independent, &[1])]),
    ("emoji_match_with_and_without_their_variation", "a: =❤", "❤ ❤\u{FE0F}", &[(Independent, &[2])]),

    // Phrases.
    ("quanteda_3_a_phrase_is_tokens_in_a_row", "a: rule of law", "the rule of law", &[(Independent, &[1]), (Longest, &[1]), (Liwc, &[3])]),
    ("quanteda_5_a_phrase_does_not_cross_a_comma", "a: rule law", "rule, law", &[(Independent, &[0]), (Longest, &[0]), (Liwc, &[2])]),
    ("a_phrase_does_not_cross_a_sentence_end", "a: =free =law", "It is free. Law is law.", &[(Independent, &[0]), (Longest, &[0])]),
    ("quanteda_5_a_phrase_does_not_cross_a_break", "a: free law", "free\n\nlaw", &[(Independent, &[0]), (Longest, &[0]), (Liwc, &[0])]),
    ("a_line_end_is_no_break", "a: free law", "free\nlaw", &[(Independent, &[1]), (Longest, &[1])]),
    ("an_underscore_is_one_token", "a: rule _ law", "rule of law, rule law, rule of the law", &[(Independent, &[1])]),
    ("a_gap_is_up_to_n_tokens", "a: rule ..2 law", "rule law; rule of law; rule of the law; rule of all the law", &[(Independent, &[3])]),
    ("of_several_ways_over_a_gap_the_longest_counts_once", "a: =a ..3 =b", "a b b", &[(Independent, &[1]), (Longest, &[1]), (Liwc, &[3])]),
    ("a_shorter_way_counts_where_the_longest_is_taken", "a: =a ..2 =b, =b =c =d =e =f", "a b x b c d e f", &[(Independent, &[2]), (Longest, &[2]), (Liwc, &[4])]),
    ("a_shorter_way_counts_where_a_condition_rules_out_the_longest", "a: {=a ..2 =b|before=c}; b: {=a ..2 =b|not_before=c}", "a b c b", &[(Independent, &[1, 1]), (Longest, &[0, 1]), (Liwc, &[0, 4])]),
    ("a_gap_is_looked_for_with_case", "a: ^=A ..2 =B; b: =a ..2 =b", "A b B x a B", &[(Independent, &[1, 2])]),
    ("an_exclusion_with_a_gap_reaches_as_far_as_it_can", "a: {=b|not==a ..3 =b}", "a b b x b b", &[(Independent, &[1]), (Longest, &[1])]),
    ("quanteda_4_a_star_in_a_phrase_is_one_token", "a: rule * law", "rule of law; rule law", &[(Independent, &[1])]),
    ("quanteda_3_globs_work_in_phrases", "a: free* of speech", "freedom of speech", &[(Independent, &[1]), (Liwc, &[3])]),
    ("numbers_are_tokens", "a: =9 =11", "9 11", &[(Independent, &[1])]),

    // Within a category: the longest, then the leftmost; no word twice.
    ("quanteda_6_longest_within_a_category", "a: new york, new york times", "new york times", &[(Independent, &[1]), (Longest, &[1]), (Liwc, &[3])]),
    ("quanteda_6_leftmost_of_equal_length", "a: =a =b, =b =c", "a b c", &[(Independent, &[1]), (Longest, &[1])]),
    ("quanteda_6_longer_before_leftmost", "a: =a =b, =b =c =d", "a b c d", &[(Independent, &[1]), (Longest, &[1])]),
    ("quanteda_6_two_matches_side_by_side", "a: =a =b", "a b a b", &[(Independent, &[2]), (Longest, &[2]), (Liwc, &[4])]),
    ("quanteda_6_a_phrase_hides_its_words_in_its_category", "a: czech republic, czech*", "the Czech Republic", &[(Independent, &[1]), (Longest, &[1]), (Liwc, &[2])]),
    ("two_entries_for_one_word_count_once", "a: law, =laws, la*", "laws", &[(Independent, &[1]), (Longest, &[1]), (Liwc, &[1])]),
    ("a_phrase_overlaps_itself_once", "a: =a =a", "a a a", &[(Independent, &[1]), (Longest, &[1]), (Liwc, &[2])]),

    ("quanteda_6_longest_first_even_when_it_begins_later", "a: =b =c =d, =a =b, =d =e", "a b c d e", &[(Independent, &[1]), (Longest, &[1])]),
    ("quanteda_6_nothing_of_a_category_overlaps", "a: =a =b =c, =c =d, =d", "a b c d", &[(Independent, &[2]), (Longest, &[2])]),
    ("quanteda_5_a_number_sign_is_a_token_too", "a: =free =law", "free % law", &[(Independent, &[0]), (Longest, &[0])]),
    ("quanteda_4_globs_are_tied_to_both_ends", "a: ?aw; b: *aw; c: la?", "law outlaw laws", &[(Independent, &[1, 2, 1])]),
    ("quanteda_4_composed_and_decomposed_letters_are_one", "a: =йод; b: =\u{451}лка", "и\u{306}од е\u{308}лка", &[(Independent, &[1, 1])]),
    ("quanteda_4_a_dotted_capital_i_is_no_i", "a: =istanbul; b: =İstanbul", "İstanbul Istanbul", &[(Independent, &[1, 1])]),

    // Between categories.
    ("quanteda_6_categories_are_independent", "place: new york; paper: new york times", "new york times", &[(Independent, &[1, 1]), (Longest, &[0, 1]), (Liwc, &[0, 3])]),
    ("quanteda_6_nested_word", "a: guinea; b: equatorial guinea", "equatorial guinea and guinea", &[(Independent, &[2, 1]), (Longest, &[1, 1]), (Liwc, &[1, 2])]),
    ("quanteda_6_q143_partial_overlap_counts_for_both", "a: =a =b; b: =b =c", "a b c", &[(Independent, &[1, 1]), (Longest, &[1, 1]), (Liwc, &[2, 0])]),
    ("quanteda_6_q144_covered_by_two_longer_matches", "a: =a =b =c; b: =c =d =e; c: =b =c, =c =d", "a b c d e", &[(Longest, &[1, 1, 0])]),
    ("quanteda_6_q146_the_same_words_in_two_categories", "a: free speech; b: free speech", "free speech", &[(Independent, &[1, 1]), (Longest, &[1, 1]), (Liwc, &[2, 2])]),
    ("quanteda_6_q147_the_same_words_by_form_and_glob", "a: free speech; b: free spe*", "free speech", &[(Independent, &[1, 1]), (Longest, &[1, 1]), (Liwc, &[2, 0])]),
    ("quanteda_10_order_of_entries_changes_nothing", "a: new york times, new york", "new york times new york", &[(Independent, &[2]), (Longest, &[2]), (Liwc, &[5])]),

    ("quanteda_6_q145_a_word_left_over_saves_a_match", "a: =a =b =c; b: =c =d", "a b c d", &[(Independent, &[1, 1]), (Longest, &[1, 1])]),
    ("quanteda_6_q146_by_two_globs", "a: fre* speech; b: free spe*", "free speech", &[(Independent, &[1, 1]), (Longest, &[1, 1])]),
    ("quanteda_10_order_of_categories_changes_nothing", "paper: new york times; place: new york", "new york times new york", &[(Independent, &[1, 2]), (Longest, &[1, 1]), (Liwc, &[3, 2])]),

    // LIWC.
    ("contentcoder_2_l017_a_phrase_spans_a_comma", "a: =free =market", "free, market", &[(Liwc, &[2])]),
    ("contentcoder_1_text_and_terms_are_in_small_letters", "a: =justice; b: =LAW", "JUSTICE Justice law", &[(Liwc, &[2, 1])]),
    ("contentcoder_1_even_beyond_ascii", "a: әділет*", "ӘДІЛЕТ Әділеттілік", &[(Liwc, &[2])]),
    ("contentcoder_2_a_phrase_spans_quotation_marks_and_a_full_stop", "a: =free =market", "«free» market. Free. Market", &[(Liwc, &[4])]),
    ("contentcoder_2_signs_are_no_words", "a: *", "law, and – order % !", &[(Liwc, &[3])]),
    ("contentcoder_4_exact_before_a_longer_wildcard", "a: freedom*; b: =freedom", "freedom freedoms", &[(Liwc, &[1, 1])]),
    ("contentcoder_4_only_at_one_span", "a: =new; b: new* york", "new york new", &[(Liwc, &[1, 2])]),
    ("contentcoder_5_length_is_that_of_the_term", "a: =new yor*; b: ne* york*", "new york", &[(Liwc, &[0, 2])]),
    ("contentcoder_6_words_are_consumed", "a: =new =york; b: =york =times", "new york times", &[(Liwc, &[2, 0])]),
    ("contentcoder_6_the_scan_goes_on_behind", "a: =a =a", "a a a a a", &[(Liwc, &[4])]),
    ("contentcoder_6_another_term_for_the_same_words_gets_nothing", "a: free speech; b: free spe*", "free speech", &[(Liwc, &[2, 0])]),
    ("contentcoder_7_a_match_counts_its_words", "a: =rule =of =law; b: =rule", "rule of law, rule", &[(Liwc, &[3, 1])]),
    ("contentcoder_7_of_one_word_one", "a: law*", "law laws lawyers", &[(Liwc, &[3])]),
    ("contentcoder_3_words_are_consumed_left_to_right", "a: =a =b; b: =b =c =d", "a b c d", &[(Liwc, &[2, 0])]),
    ("contentcoder_3_longest_at_a_word", "a: =a; b: =a =b", "a b a", &[(Liwc, &[1, 2])]),
    ("contentcoder_4_exact_before_wildcard", "a: free*; b: =free", "free freedom", &[(Liwc, &[1, 1])]),
    ("contentcoder_5_longer_wildcard_first", "a: fr*; b: free*", "freedom from", &[(Liwc, &[1, 1])]),
    ("contentcoder_5_leading_star_last", "a: *dom; b: fr*", "freedom", &[(Liwc, &[0, 1])]),
    ("contentcoder_6_all_categories_of_the_term", "a: =fair; b: =fair; c: fair*", "fair", &[(Liwc, &[1, 1, 0])]),

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

    ("near_before_and_behind", "a: {=court|near=law|window=2}", "law court; court law; law of the court", &[(Independent, &[2]), (Longest, &[2]), (Liwc, &[2])]),
    ("near_with_a_window_of_one_is_beside", "a: {=court|near=law|window=1}", "law court law; court of law", &[(Independent, &[1]), (Longest, &[1])]),
    ("near_with_a_window_of_one_hundred", "a: {=court|near=law|window=100}", "court LONG law", &[(Independent, &[1]), (Longest, &[1]), (Liwc, &[1])]),
    ("near_beyond_a_window_of_ninety_nine", "a: {=court|near=law|window=99}", "court LONG law", &[(Independent, &[0]), (Longest, &[0]), (Liwc, &[0])]),
    ("near_is_not_near_itself", "a: {=law|near=law|window=3}", "law; then came a law and a law", &[(Independent, &[2]), (Longest, &[2])]),
    ("near_with_an_overlapping_pattern", "a: {=law =court|near=court of appeal|window=1}", "law court of appeal; law court", &[(Independent, &[1]), (Longest, &[1])]),
    ("near_is_not_near_itself_but_near_a_shorter_way", "a: {=a ..2 =b|near==a ..2 =b|window=1}", "a b b; then a x b", &[(Independent, &[1])]),
    ("quotation_marks_are_passed_over_up_to_any_of_them", "a: {=home|not_before=« party}", "home » « party", &[(Independent, &[0]), (Longest, &[0])]),
    ("not_covers_only_what_lies_inside", "a: {=law =court|not=court of appeal}", "law court of appeal", &[(Independent, &[1]), (Longest, &[1])]),
    ("an_entry_may_stand_in_several_categories", "a: =law; b: =law, =order; c: law*", "law and order", &[(Independent, &[1, 2, 1]), (Longest, &[1, 2, 1]), (Liwc, &[1, 2, 0])]),
    ("case_of_one_entry_of_a_phrase", "a: ^=New =York, =new =york =times; b: ^=new york*", "New York new york new york times", &[(Independent, &[2, 2])]),

    // Punctuation inside of a phrase, where the entry says so.
    ("a_phrase_may_cross_a_comma", "a: {=free =market|crosses}", "free, market; free – market; free «market»; free market", &[(Independent, &[4]), (Longest, &[4]), (Liwc, &[8])]),
    ("a_phrase_that_crosses_stops_at_a_sentence_end", "a: {=free =market|crosses}", "It is free. Market! Free? Market… free … market", &[(Independent, &[0]), (Longest, &[0])]),
    ("a_phrase_that_crosses_stops_at_a_break", "a: {=free =market|crosses}", "free,\n\nmarket", &[(Independent, &[0]), (Longest, &[0]), (Liwc, &[0])]),
    ("a_phrase_that_crosses_does_not_pass_words_or_symbols", "a: {=free =market|crosses}", "free, open, market; free % market", &[(Independent, &[0]), (Longest, &[0])]),
    ("a_gap_that_crosses_counts_words", "a: {=rule ..2 =law|crosses}", "rule, of, the, law; rule of all the law", &[(Independent, &[1]), (Longest, &[1])]),
    ("what_it_passes_belongs_to_the_match", "a: {=free =market|crosses}; b: =market", "free, market", &[(Independent, &[1, 1]), (Longest, &[1, 0]), (Liwc, &[2, 0])]),
    ("any_word_of_a_phrase_that_crosses_is_no_comma", "a: {=rule _ =law|crosses}", "rule, law; rule, of, law", &[(Independent, &[1]), (Longest, &[1])]),
    ("punctuation_without_end_is_not_passed", "a: {=free =market|crosses}", "free ,,,,,,,,,,,,,,,, market; free ,,,,,,,,,,,,,,,,, market", &[(Independent, &[1]), (Longest, &[1])]),
    ("case_is_compared_across_punctuation", "a: {^=Free =market|crosses}", "Free, market free, market", &[(Independent, &[1]), (Longest, &[1])]),

    // Trees.
    ("each_category_has_its_own_entries", "v: =order; v/a: =a; v/b: =b", "a b order a", &[(Independent, &[1, 2, 1])]),
];

/// What the two references say, by the number of the rule; rules of contentcoder are numbered in
/// the order of its description. The flag asks for cases.
const RULES: &[(&str, bool, &str)] = &[
    ("quanteda_1", true, "values are trimmed, duplicates in a key removed, keys of one name merged"),
    ("quanteda_2", true, "levels choose the keys, deeper ones collapse, and what overlaps then counts once"),
    ("quanteda_3", true, "a value is split at spaces; its words may stand joined in one token"),
    ("quanteda_4", true, "types are compared after NFC, without case, as glob, fixed or regex"),
    ("quanteda_5", true, "padding and punctuation break phrases"),
    ("quanteda_6", true, "longest first, then leftmost; nested_scope"),
    ("quanteda_7", true, "matches come by place, then by key"),
    ("quanteda_8", false, "append_key undoes rule 6: named a defect there, \"do not copy\""),
    ("quanteda_9", false, "dfm_lookup cannot see phrases: a defect, and of another function"),
    ("quanteda_10", true, "order of keys and values changes no count"),
    ("contentcoder_1", true, "text and terms in small letters"),
    ("contentcoder_2", true, "punctuation is dropped before matching"),
    ("contentcoder_3", true, "left to right, the longest span first"),
    ("contentcoder_4", true, "an exact entry beats wildcards of the same span"),
    ("contentcoder_5", true, "among wildcards the longest string first, those that begin with a star last"),
    ("contentcoder_6", true, "the first match takes all its categories and consumes its words"),
    ("contentcoder_7", true, "a match of n words adds n times its weight"),
    (
        "contentcoder_8",
        false,
        "a later line with the same term replaces the earlier: files in the wild spread a term's categories over lines, so that lines are joined",
    ),
    ("contentcoder_9", true, "percent is 100 times the sum by the number of words; Dic the words covered"),
    ("liwc_python", false, "single tokens, case, the first star ends a term: another tool, and its defects"),
    ("liwca", false, "wildcards and exact terms merged, Latin letters only: another tool, and its defects"),
];

/// A dictionary, how it is read, and how it is counted.
struct Dictionary {
    name: &'static str,
    /// YAML, or the text of a `.dic` file.
    text: &'static str,
    syntax: PatternSyntax,
    is_case_sensitive: bool,
    levels: Levels,
    /// Exactly these levels, unless empty.
    only: &'static [u8],
    /// One token a line, written with spaces; `~` is padding.
    tokens: &'static str,
    expected: &'static [(Policy, &'static [u64])],
}

const fn dictionary(
    name: &'static str,
    text: &'static str,
    tokens: &'static str,
    expected: &'static [(Policy, &'static [u64])],
) -> Dictionary {
    let (syntax, is_case_sensitive, levels) = (PatternSyntax::Glob, false, Levels::All);
    Dictionary { name, text, syntax, is_case_sensitive, levels, only: &[], tokens, expected }
}

impl Dictionary {
    const fn read_as(self, syntax: PatternSyntax) -> Self {
        Self { syntax, ..self }
    }

    const fn with_case(self) -> Self {
        Self { is_case_sensitive: true, ..self }
    }

    const fn only(self, levels: &'static [u8]) -> Self {
        Self { only: levels, ..self }
    }

    const fn at(self, level: u8) -> Self {
        Self { levels: Levels::UpTo(level), ..self }
    }
}

#[rustfmt::skip]
const DICTIONARIES: &[Dictionary] = &[
    // 1. How a dictionary is built.
    dictionary("quanteda_1_values_are_trimmed", "a: ['  law ', \"\\torder\"]\n", "law order", &[(Independent, &[2])]),
    dictionary("quanteda_1_duplicates_in_a_key_count_once", "a: [law, law, LAW]\n", "law Law", &[(Independent, &[2]), (Longest, &[2]), (Liwc, &[2])]),
    dictionary("quanteda_1_keys_of_one_name_are_one", "a: [law]\nb: [x]\na: [order]\n", "law and order", &[(Independent, &[2, 0])]),
    dictionary("quanteda_1_subkeys_of_one_name_are_one", "v:\n  a: [law]\n  a: [order]\n", "law and order", &[(Independent, &[2])]),
    dictionary("quanteda_1_capitals_of_values_are_kept", "a: [Law, law]\nb: [LAW]\n", "law Law LAW", &[(Independent, &[2, 1])]).with_case(),
    // 2. Levels.
    dictionary("quanteda_2_q163_collapsed_children_merge", "v:\n  a: ['law*']\n  b: [laws]\n", "laws", &[(Independent, &[1]), (Longest, &[1]), (Liwc, &[1])]).at(1),
    dictionary("quanteda_2_q164_children_apart_count_twice", "v:\n  a: ['law*']\n  b: [laws]\n", "laws", &[(Independent, &[1, 1]), (Longest, &[1, 1])]).at(2),
    dictionary("quanteda_2_q163_phrases_that_overlap_merge", "v:\n  a: [new york]\n  b: [york times]\n", "new york times", &[(Independent, &[1]), (Longest, &[1]), (Liwc, &[2])]).at(1),
    dictionary("quanteda_2_deeper_levels_go_to_the_last_chosen", "v:\n  a:\n    c: [law]\n    d: [order]\n  b: [peace]\nw: [war]\n", "law order peace war", &[(Independent, &[2, 1, 1])]).at(2),
    dictionary("quanteda_2_all_levels_keep_every_leaf", "v:\n  a:\n    c: [law]\n    d: [order]\n  b: [peace]\nw: [war]\n", "law order peace war", &[(Independent, &[1, 1, 1, 1])]),
    dictionary("quanteda_2_own_terms_of_a_parent", "v:\n  __: [law]\n  a: [order]\n", "law order", &[(Independent, &[1, 1])]),
    dictionary("quanteda_2_own_terms_collapse_too", "v:\n  __: ['ord*']\n  a: [order]\n", "law order", &[(Independent, &[1])]).at(1),
    dictionary("quanteda_2_a_tree_of_liwc", "%\n1\tv\n\t2\ta\n\t3\tb\n%\nlaw*\t2\nlaws\t3\nv*\t1\n", "laws v", &[(Independent, &[2]), (Longest, &[2])]).at(1),
    dictionary("quanteda_2_a_leaf_without_a_chosen_level_disappears", "v:\n  __: [peace]\n  a:\n    c: [law]\n    d: [order]\n  b: ['law*']\nw: [war]\nx:\n  a: [laws, war]\n", "law order peace war laws", &[(Independent, &[4, 2]), (Longest, &[4, 2])]).only(&[2]),
    dictionary("quanteda_2_levels_between_collapse", "v:\n  __: [peace]\n  a:\n    c: [law]\n    d: [order]\n  b: ['law*']\nw: [war]\nx:\n  a: [laws, war]\n", "law order peace war laws", &[(Independent, &[3, 1, 1, 1, 2]), (Longest, &[3, 1, 1, 1, 2])]).only(&[1, 3]),
    dictionary("quanteda_2_a_level_deeper_than_every_leaf_keeps_nothing", "v: [law]\n", "law", &[(Independent, &[])]).only(&[2]),
    // 3. Phrases.
    dictionary("quanteda_3_a_value_is_split_at_spaces", "a: [new york, 'rule of law']\n", "new york and rule of law", &[(Independent, &[2]), (Longest, &[2]), (Liwc, &[5])]),
    dictionary("quanteda_3_q157_a_joined_token", "a: [new york]\n", "new_york new york york", &[(Independent, &[2]), (Longest, &[2]), (Liwc, &[2])]),
    dictionary("quanteda_3_q157_a_joined_token_of_globs", "a: ['new yor*', '* city']\n", "New_York new_yorkers old_city", &[(Independent, &[3])]),
    dictionary("quanteda_3_q157_a_joined_token_with_case", "a: [New York]\n", "New_York new_york", &[(Independent, &[1])]).with_case(),
    dictionary("quanteda_3_a_phrase_of_expressions", "a: ['^new$ york']\n", "new yorkers news york", &[(Independent, &[1])]).read_as(PatternSyntax::Regex),
    // 4. Types.
    dictionary("quanteda_4_glob_signs_and_nothing_else", "a: ['a.c', 'x[yz]', '^law', '/law/', '(b)']\n", "a.c abc x[yz] xy ^law law /law/ (b)", &[(Independent, &[5])]),
    dictionary("quanteda_4_fixed_is_literal", "a: ['free*', 'wom?n']\n", "free* freedom women wom?n free", &[(Independent, &[2])]).read_as(PatternSyntax::Fixed),
    dictionary("quanteda_4_fixed_without_case", "a: [Law]\n", "law LAW lawyer", &[(Independent, &[2])]).read_as(PatternSyntax::Fixed),
    dictionary("quanteda_4_fixed_with_case", "a: [Law]\n", "law Law LAW", &[(Independent, &[1])]).read_as(PatternSyntax::Fixed).with_case(),
    dictionary("quanteda_4_regex_is_not_tied_to_the_ends", "a: [law]\nb: ['^law$']\nc: ['la(w|b)s?$']\n", "law outlaw lawyer labs", &[(Independent, &[3, 1, 3])]).read_as(PatternSyntax::Regex),
    dictionary("quanteda_4_regex_without_case", "a: ['^L\\S+$']\n", "law LAW nato", &[(Independent, &[2])]).read_as(PatternSyntax::Regex),
    dictionary("quanteda_4_q129_regex_with_case", "a: ['^[A-Z]+$']\nb: ['^\\D+$']\n", "NATO nato Nato 42", &[(Independent, &[1, 3])]).read_as(PatternSyntax::Regex).with_case(),
    dictionary("case_is_folded_in_full_in_a_dictionary", "a: [straße]\nb: [strasse]\n", "STRASSE Straße", &[(Independent, &[2, 2])]),
    dictionary("quanteda_4_a_dotted_capital_i_is_no_i_in_a_dictionary", "a: ['i*']\nb: ['İ*']\n", "İzmir Izmir izmir", &[(Independent, &[3, 1])]),
    dictionary("quanteda_4_decomposed_letters", "a: ['йод*']\n", "и\u{306}од йоды", &[(Independent, &[2])]),
    dictionary("quanteda_4_a_star_in_a_phrase_is_one_token_of_any_kind", "a: ['free * market']\n", "free and market free , market free market", &[(Independent, &[2])]),
    dictionary("quanteda_4_a_star_in_a_phrase_is_never_padding", "a: ['free * market']\nb: ['free *']\n", "free ~ market free ~", &[(Independent, &[0, 0]), (Longest, &[0, 0]), (Liwc, &[0, 0])]),
    dictionary("quanteda_4_a_lone_star_is_every_token_but_padding", "a: ['*']\n", "law ~ , order", &[(Independent, &[3]), (Liwc, &[2])]),
    dictionary("quanteda_4_a_lone_question_mark_is_one_letter_in_a_dictionary", "a: ['?']\nb: ['? law']\n", "a law be law ~ b", &[(Independent, &[2, 1])]),
    // 5. Padding and punctuation.
    dictionary("quanteda_5_padding_breaks_a_phrase", "a: [new york]\n", "new ~ york new york", &[(Independent, &[1]), (Longest, &[1]), (Liwc, &[2])]),
    dictionary("quanteda_5_punctuation_breaks_a_phrase", "a: [new york]\n", "new , york new – york new . york", &[(Independent, &[0]), (Longest, &[0])]),
    dictionary("quanteda_5_padding_is_matched_by_nothing", "a: ['*']\nb: ['?']\n", "~ ~ ~", &[(Independent, &[0, 0]), (Longest, &[0, 0]), (Liwc, &[0, 0])]),
    // 6. Who counts.
    dictionary("quanteda_6_a_b_and_b_c", "k: [a b, b c]\n", "a b c", &[(Independent, &[1]), (Longest, &[1])]),
    dictionary("quanteda_6_a_b_and_b_c_d", "k: [a b, b c d]\n", "a b c d", &[(Independent, &[1]), (Longest, &[1])]),
    dictionary("quanteda_6_other_keys_are_independent", "k: [a b]\nl: [b c]\nm: [b]\n", "a b c", &[(Independent, &[1, 1, 1]), (Longest, &[1, 1, 0])]),
    dictionary("quanteda_6_nested_in_the_dictionary", "place: [new york]\npaper: [new york times]\n", "the new york times in new york", &[(Independent, &[2, 1]), (Longest, &[1, 1]), (Liwc, &[2, 3])]),
    dictionary("quanteda_6_partly_covered_still_counts", "k: [a b c]\nl: [c d]\nm: [c, d]\n", "a b c d", &[(Independent, &[1, 1, 2]), (Longest, &[1, 1, 0])]),
    dictionary("quanteda_6_the_same_sequence_by_literal_and_glob", "k: [free speech]\nl: ['free spe*']\nm: ['fr* *']\n", "free speech", &[(Independent, &[1, 1, 1]), (Longest, &[1, 1, 1])]),
    dictionary("quanteda_6_two_values_of_a_key_for_one_token", "k: ['czech*', czech republic]\n", "the czech republic and czechs", &[(Independent, &[2]), (Longest, &[2])]),
    // 10. Order.
    dictionary("quanteda_10_values_forth", "k: [a, a b, a b c]\nl: [c]\n", "a b c a b", &[(Independent, &[2, 1]), (Longest, &[2, 0]), (Liwc, &[5, 0])]),
    dictionary("quanteda_10_values_back", "k: [a b c, a b, a]\nl: [c]\n", "a b c a b", &[(Independent, &[2, 1]), (Longest, &[2, 0]), (Liwc, &[5, 0])]),
    // LIWC.
    dictionary("contentcoder_1_terms_of_a_dictionary", "%\n1\ta\n%\nLIBERTY\t1\nFree*\t1\n", "Liberty FREEDOM", &[(Liwc, &[2])]),
    dictionary("contentcoder_2_l017_in_tokens", "%\n1\ta\n%\nfree market\t1\n", "free , market free « market", &[(Liwc, &[4])]),
    dictionary("contentcoder_3_longest_at_a_word_in_a_dictionary", "%\n1\ta\n2\tb\n%\nrule\t1\nrule of law\t2\nof law\t1\n", "rule of law rule", &[(Liwc, &[1, 3])]),
    dictionary("contentcoder_4_exact_before_wildcard_in_a_dictionary", "%\n1\ta\n2\tb\n%\nfree*\t1\nfree\t2\n", "free freedom", &[(Liwc, &[1, 1])]),
    dictionary("contentcoder_5_order_of_wildcards", "%\n1\ta\n2\tb\n3\tc\n%\n*freedoms\t1\nfr*\t2\nfreed*\t3\n", "freedoms frost unfreedoms", &[(Liwc, &[1, 1, 1])]),
    dictionary("contentcoder_6_all_categories", "%\n1\ta\n2\tb\n%\nrule of law\t1\t2\nlaw\t1\n", "rule of law", &[(Liwc, &[3, 3])]),
    dictionary("contentcoder_7_words_of_a_phrase", "%\n1\ta\n%\nfree market\t1\nfree\t1\n", "free market free", &[(Liwc, &[3])]),
    dictionary("lines_with_the_same_term_are_joined", "%\n1\ta\n2\tb\n%\nkill\t1\nkill\t2\n", "kill", &[(Liwc, &[1, 1]), (Independent, &[1, 1])]),
    dictionary("spaces_between_words_of_a_value_are_one", "a: ['new  york']\n", "new york", &[(Independent, &[1])]),
];

/// Name, lexicon, text, and the matches that count as `category:words`.
type Order = (&'static str, &'static str, &'static str, Policy, &'static str);

#[rustfmt::skip]
const ORDERS: &[Order] = &[
    ("quanteda_7_by_place", "b: =order, =law; a: =peace", "order peace law", Independent, "b:order a:peace b:law"),
    ("quanteda_7_then_by_key", "b: =new =york; a: new*; c: =new", "new york", Independent, "b:new york a:new c:new"),
    ("quanteda_7_whatever_the_length", "a: =new; b: =new =york =times; c: =york", "new york times", Independent, "a:new b:new york times c:york"),
];

/// Name, dictionary with weights, text, policy; then counts, weighted counts, covered words and
/// percent of the first column.
type Measured = (&'static str, &'static str, &'static str, Policy, u64, f64, u64, f64);

#[rustfmt::skip]
const MEASURES: &[Measured] = &[
    ("contentcoder_7_n_times_the_weight", "DicTerm,a\nfree market,2.5\nlaw,-1\n", "free market and law", Liwc, 3, 4.0, 3, 75.0),
    ("contentcoder_7_of_each_category", "DicTerm,a,b\nrule of law,0.5,2\n", "rule of law", Liwc, 3, 1.5, 3, 100.0),
    ("contentcoder_9_percent_is_of_words", "DicTerm,a\nlaw,X\n", "law , and order .", Liwc, 1, 1.0, 1, 100.0 / 3.0),
    ("contentcoder_9_words_of_a_phrase_are_covered", "DicTerm,a\nfree market,X\nfree,X\n", "the free market is free", Liwc, 3, 3.0, 3, 60.0),
    ("a_match_weighs_once_under_the_other_policies", "DicTerm,a\nfree market,2.5\nlaw,-1\n", "free market and law", Longest, 2, 1.5, 3, 50.0),
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
        fields.push(match key {
            "window" => format!("window = {value}"),
            "crosses" => "crosses_punctuation = true".to_owned(),
            _ => format!("{key} = ['''{value}''']"),
        });
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
            let text = text.replace("LONG", &"word ".repeat(99));
            let found = counts(&lexicon, &text, *policy, None);
            if found != *expected {
                wrong.push(format!("{name} under {}: {found:?}, expected {expected:?}", policy.name()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_parent_counts_merged_spans_not_the_sum_of_its_children() {
    // quanteda, q163 and q164: one token under two children counts once for the parent, twice for
    // the children.
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

/// The columns of a dictionary over a text of tokens, and the matches.
fn counted(case: &Dictionary, policy: Policy) -> Vec<u64> {
    let import =
        import("case", case.text.as_bytes(), case.syntax).unwrap_or_else(|errors| panic!("{}: {errors:#?}", case.name));
    let text: String =
        case.tokens.split(' ').map(|token| if token == "~" { "\n".to_owned() } else { format!("{token}\n") }).collect();
    let mut interner = Interner::new();
    let tokens = tokenize_pretokenized(&text, &mut interner);
    let mut matcher = Matcher::with_negation(
        &import.lexicon,
        Some(Language::English),
        LevelSet::new(case.only.iter().copied()).map_or(case.levels, Levels::Only),
        case.is_case_sensitive,
        Negation::Ignore,
    );
    matcher.count(&text, &tokens, interner.vocabulary(), policy).iter().map(|cell| cell.count).collect()
}

#[test]
fn every_dictionary_counts_as_it_does_where_it_comes_from() {
    let mut wrong = Vec::new();
    for case in DICTIONARIES {
        for (policy, expected) in case.expected {
            let found = counted(case, *policy);
            if found != *expected {
                wrong.push(format!("{} under {}: {found:?}, expected {expected:?}", case.name, policy.name()));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn matches_come_by_place_and_then_by_category() {
    for (name, spec, text, policy, expected) in ORDERS {
        let lexicon = lexicon(spec);
        let mut interner = Interner::new();
        let tokens = Tokenizer::tokenize(text, &mut interner);
        let mut matcher = Matcher::new(&lexicon, Some(Language::English), None, false);
        let matches = matcher.matches(text, &tokens, interner.vocabulary(), *policy);
        let counted = matches.iter().filter(|found| found.status == Status::Counted);
        let shown = counted.map(|found| {
            let category = lexicon.entry(found.entry).and_then(|entry| lexicon.category(entry.category));
            format!("{}:{}", category.map_or("", |category| &category.path), found.span.of(text))
        });
        assert_eq!(shown.collect::<Vec<_>>().join(" "), *expected, "{name}");
    }
}

#[test]
fn weights_percentages_and_covered_words_are_those_of_the_reference() {
    for (name, dicx, text, policy, count, weighted, covered, percent) in MEASURES {
        let import = import("case.dicx", dicx.as_bytes(), PatternSyntax::Glob)
            .unwrap_or_else(|errors| panic!("{name}: {errors:#?}"));
        let text = text.replace(' ', "\n");
        let mut interner = Interner::new();
        let tokens = tokenize_pretokenized(&text, &mut interner);
        let mut matcher = Matcher::new(&import.lexicon, Some(Language::English), None, false);
        let cell = matcher.count(&text, &tokens, interner.vocabulary(), *policy)[0];
        assert_eq!((cell.count, cell.covered_words), (*count, *covered), "{name}");
        assert!((cell.weighted - weighted).abs() < 1e-12, "{name}: {}", cell.weighted);
        let found = cell.count as f64 * 100.0 / tokens.sizes().words as f64;
        assert!((found - percent).abs() < 1e-9, "{name}: {found}");
    }
}

#[test]
fn every_rule_of_the_references_has_two_cases_at_least() {
    let names: Vec<&str> = CASES
        .iter()
        .map(|case| case.0)
        .chain(DICTIONARIES.iter().map(|case| case.name))
        .chain(ORDERS.iter().map(|case| case.0))
        .chain(MEASURES.iter().map(|case| case.0))
        .collect();
    let of = |rule: &str| {
        names.iter().filter(|name| name.strip_prefix(rule).is_some_and(|rest| rest.starts_with('_'))).count()
    };
    for (rule, is_wanted, says) in RULES {
        let cases = of(rule);
        assert!(!is_wanted || cases >= 2, "{rule} ({says}) has {cases} cases");
        assert!(*is_wanted || cases == 0, "{rule} is left out ({says}) and has {cases} cases");
    }
    let is_known =
        |name: &&str| RULES.iter().any(|(rule, ..)| name.strip_prefix(rule).is_some_and(|rest| rest.starts_with('_')));
    let is_numbered = |name: &&str| name.starts_with("quanteda_") || name.starts_with("contentcoder_");
    let unknown: Vec<_> = names.iter().filter(|name| is_numbered(name) && !is_known(name)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
    let mut once = names.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), names.len(), "names are there once");
}

#[test]
fn a_tree_of_sixteen_levels_has_a_column_for_any_of_them_and_one_of_seventeen_is_refused() {
    let tree = |depth: usize| {
        let mut text = "format = 1\nid = \"deep\"\nversion = \"1\"\n".to_owned();
        for level in 1..=depth {
            let table = vec!["category"; level].join(".");
            text.push_str(&format!(
                "[[{table}]]\nid = \"c{level}\"\n[{table}.en]\nentries = [\"=w{level}\", \"=all\"]\n"
            ));
        }
        text
    };
    let lexicon = read_toml(&tree(16)).unwrap_or_else(|errors| panic!("{errors:#?}")).lexicon;
    let text: String = (1..=16).map(|level| format!("w{level} ")).collect::<String>() + "all";
    for level in 1..=16_u8 {
        let found = counts(&lexicon, &text, Independent, Some(level));
        let mut expected = vec![2; usize::from(level)];
        // The last column holds all below it, and "all" once.
        expected[usize::from(level) - 1] = 17 - u64::from(level) + 1;
        assert_eq!(found, expected, "level {level}");
    }
    let errors = read_toml(&tree(17)).err().unwrap_or_default();
    assert_eq!(errors.iter().map(|error| error.error.code()).collect::<Vec<_>>(), ["lex-too-much"]);
}

#[test]
fn what_cannot_be_read_is_refused_with_line_and_column() {
    let file = |entry: &str| {
        format!(
            "format = 1\nid = \"x\"\nversion = \"1\"\n[[category]]\nid = \"a\"\n[category.en]\nentries = [\n  {entry},\n]\n"
        )
    };
    for (entry, code, column) in [
        (r"'/(\w{500}){500}/'", "lex-pattern-regex", 3),
        (r"'law', '/(/'", "lex-pattern-regex", 10),
        ("{ pattern = 'law', near = ['court'], window = 101 }", "lex-value", 49),
        ("{ pattern = 'law', near = ['court'], window = 0 }", "lex-value", 49),
        ("{ pattern = 'law', near = ['..2 court'] }", "lex-pattern-gap-at-edge", 30),
        ("{ pattern = 'rule law', crosses_punctuation = 1 }", "lex-wrong-type", 49),
    ] {
        let errors = read_toml(&file(entry)).err().unwrap_or_default();
        let reported: Vec<_> = errors.iter().map(|error| (error.error.code(), error.line, error.column)).collect();
        assert_eq!(reported, [(code, 8, column)], "{entry}");
    }
}

#[test]
fn texts_of_nothing_but_punctuation_or_negations_take_no_longer_than_others() {
    let punctuation = lexicon("a: {_ _ _ _ _ =law|crosses}; b: {=, =law|crosses}");
    assert_eq!(counts(&punctuation, &", ".repeat(200_000), Independent, None), [0, 0]);
    let negated = lexicon("a: =law");
    let text = "not only not ".repeat(100_000) + "law";
    let mut interner = Interner::new();
    let tokens = Tokenizer::tokenize(&text, &mut interner);
    let mut matcher = Matcher::with_negation(&negated, Some(Language::English), Levels::All, false, Negation::LeaveOut);
    let cell = matcher.count(&text, &tokens, interner.vocabulary(), Longest)[0];
    assert_eq!((cell.count, cell.negated), (0, 1));
}

#[test]
fn an_expression_with_exponential_backtracking_elsewhere_is_read_in_one_pass() {
    let text = format!("{}b", "a".repeat(100_000));
    assert_eq!(counts(&lexicon("a: /^(a+)+$/; b: /^(a|aa)+b$/"), &text, Independent, None), [0, 1]);
}
