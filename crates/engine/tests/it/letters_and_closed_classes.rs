//! What counts as the same letter in each language, and which forms pronouns and other short words
//! have: the smallest text that shows each rule.
//!
//! A lexicon is written as in the table of [`super::semantics`].

use proptest::prelude::*;
use tarazy_engine::{
    language::Language,
    lexicon::{Lexicon, PatternSyntax, import, read_toml},
    matching::{Levels, Matcher, Negation, Policy, naive},
    text::{Interner, Tokenizer},
};

use Language::{English, Kazakh, Russian};

/// Name, language, patterns separated by ` ; `, text, and how many tokens one category of them
/// catches under `independent`.
type Case = (&'static str, Language, &'static str, &'static str, u64);

#[rustfmt::skip]
const LETTERS: &[Case] = &[
    ("a_form_with_yo", Russian, "=мёд", "Мёд и мед, МЁД.", 3),
    ("a_form_with_ye", Russian, "=все", "Всё и все, ВСЁ.", 3),
    ("a_glob_that_begins_with_yo", Russian, "ёлк*", "Елка, ёлки, Ёлкой.", 3),
    ("a_glob_with_yo_inside", Russian, "парт*ёр?", "Партнёры и партнеры.", 2),
    ("a_question_mark_is_yo_or_a_stressed_letter", Russian, "вс?", "Всё, все, все\u{301}, вся.", 4),
    ("a_choice_with_yo", Russian, "вс[ёя]", "Всё, все, вся, всю.", 3),
    ("a_choice_and_a_stress_mark", Russian, "зам[ао]\u{301}к", "Замок, замо\u{301}к, замак.", 3),
    ("an_expression_with_yo", Russian, "/^ёлк/", "Елка, ёлки.", 2),
    ("an_expression_with_a_class_of_letters", Russian, "/^[а-я]+$/", "Ёлка, елка, за\u{301}мок.", 3),
    ("an_expression_with_a_range_to_yo", Russian, "/^[а-ё]+$/", "Ёлка и эхо.", 3),
    ("an_expression_with_an_optional_mark", Russian, "/^замо\u{301}?к$/", "Замок, замо\u{301}к, замк.", 2),
    ("an_expression_with_a_numbered_letter", Russian, "/^\\x{451}лк/", "Елка, ёлки.", 2),
    ("an_expression_with_yo_that_compares_case", Russian, "^/^Ёл/", "Елка, Ёлки, ёлка.", 2),
    ("a_lemma_with_yo", Russian, "ребёнок", "Ребёнок, ребенка, ребёнку.", 3),
    ("a_lemma_with_ye_for_yo", Russian, "режиссер", "Режиссёр, режиссеры, режиссёрами.", 3),
    ("a_lemma_with_its_derivations", Russian, "тёплый~", "Тёплая, тепло, тёплость.", 3),
    ("a_phrase_with_yo", Russian, "всё равно", "Всё равно, все равно, всё\u{301} равно\u{301}.", 3),
    ("a_joined_phrase_with_yo", Russian, "=тёмный =лес", "Темный_лес, тёмный лес.", 2),
    ("a_stress_mark_on_any_vowel", Russian, "=свобода", "Свобо\u{301}да, свобода, свобо\u{300}да, СВОБО\u{301}ДА.", 4),
    ("a_stressed_pattern", Russian, "=свобо\u{301}да ; пра\u{301}в*", "Свобода, свобо\u{301}да, правда.", 3),
    ("a_stressed_lemma", Russian, "свобо\u{301}да", "Свободы, свобо\u{301}дой.", 2),
    ("vowels_with_the_mark_inside", Russian, "=все ; =их", "Всѐ, ѝх.", 2),
    ("latin_vowels_as_stress_marks", Russian, "=свобода ; =веры ; =сады ; =руки", "Свобóда, вéры, сáды, рýки.", 4),
    ("a_cased_form_with_yo", Russian, "^Ёлка", "Елка, Ёлка, ёлка, Ё\u{301}лка.", 3),
    ("short_i_is_a_letter_of_its_own", Russian, "=мои ; =йод", "Мой, иод.", 0),
    ("short_i_composed_and_not", Russian, "=йод", "Йод, и\u{306}од, И\u{306}о\u{301}д.", 3),
    ("a_category_of_any_language", Russian, "{any}=мёд", "Мёд и мед.", 2),
    ("not_sees_through_yo", Russian, "{мёд|not=пчелиный мёд}", "Пчелиный мед; мед.", 1),
    ("near_sees_through_yo", Russian, "{=лес|near=тёмный|window=2}", "Темный лес; белый дом, лес.", 1),
    ("before_and_after_see_through_yo", Russian, "{=равно|after=всё}", "Все равно, равно.", 1),
    ("yo_in_kazakh_loans", Kazakh, "актёр ; =самолёт", "Актер, актёрлер, актёрлардың, самолет.", 4),
    ("ye_for_yo_in_kazakh_loans", Kazakh, "актер", "Актёр, актерлер, актёрлар.", 3),
    ("a_stress_mark_in_kazakh", Kazakh, "=қала ; өзен", "Қала\u{301}, өзе\u{301}ні.", 2),
    ("other_letters_of_kazakh_stay", Kazakh, "=ұл", "Ул, ұл, үл.", 1),
    ("marks_of_latin_letters_stay", English, "=cafe ; =resume", "A café, a résumé.", 0),
    ("marks_of_latin_letters_are_composed", English, "=café", "A cafe\u{301}, a CAFÉ, a cafe.", 2),
    ("marks_of_latin_words_stay_in_russian", Russian, "=cafe", "Café.", 0),
];

#[rustfmt::skip]
const CLOSED_CLASSES: &[Case] = &[
    ("вы_is_not_в", Russian, "вы", "В стране и в мире. Вы, вас, вам, вами. Вывод, выть, ва.", 4),
    ("мы_is_not_мой", Russian, "мы", "Мы, нас, нам, нами. Мой, мыть, мэ.", 4),
    ("я_has_its_cases", Russian, "я", "Я, меня, мне, мной, мною. Ясно. Е, ю.", 5),
    ("она_has_hers", Russian, "она", "Она, её, ей, ею, ней, нее. Он, оны, оной.", 6),
    ("оно_has_its_cases", Russian, "оно", "Оно, его, ему, им, нём. Она.", 5),
    ("они_has_theirs", Russian, "они", "Они, их, им, ими, них. Он.", 5),
    ("себя_has_no_nominative", Russian, "себя", "Себя, себе, собой, собою. Себ.", 4),
    ("свой_has_its_endings", Russian, "свой", "Свой, своя, своё, своих, своего. Своз.", 5),
    ("весь_has_all", Russian, "весь", "Весь, вся, всё, всех, всему. Веси, весть.", 5),
    ("кто_and_никто", Russian, "кто ; никто", "Кто, кого, кем, никому. Кот.", 4),
    ("что_нибудь_changes_its_first_half", Russian, "что-нибудь", "Чего-нибудь, чем-нибудь. Что.", 2),
    ("два_has_two_genders", Russian, "два", "Два, две, двух, двум, двумя. Двор, двадцать.", 5),
    ("оба_has_обеих", Russian, "оба", "Оба, обе, обоих, обеими. Обед.", 4),
    ("пятьдесят_changes_in_both_halves", Russian, "пятьдесят ; триста ; сорок", "Пятидесяти, пятьюдесятью, трёхсот, тремястами, сорока. Сорок.", 6),
    ("prepositions_have_their_vowel", Russian, "в ; с ; к ; о", "В, во, со, ко, об, обо. Вы, сы, ка.", 6),
    ("для_is_not_a_noun", Russian, "для ; при ; без", "Для, при, безо. Дли, прю, безы.", 3),
    ("быть_has_есть", Russian, "быть", "Быть, есть, был, будет, будут.", 5),
    ("том_is_a_noun_too", Russian, "том", "Том, тома, томов.", 3),
    ("щи_are_not_щ", Russian, "щи", "Щи, щей, щам.", 3),
    ("i_is_not_is", English, "I", "This is what it is, and I like it. Me, my, mine, myself, I'm, I’ve. It, is.", 7),
    ("we_has_us", English, "we", "We, us, our, ours, ourselves, we'll. Wes, owe.", 6),
    ("us_is_not_uses", English, "us", "Give us uses. Used. Using, use.", 1),
    ("he_and_she", English, "he ; she", "He, him, his, she, her, hers. Hes, hing, shed, shes.", 6),
    ("it_is_not_its_in_capitals", English, "it", "It, its, itself, it's. The IT sector. Its.", 5),
    ("they_and_who", English, "they ; who", "They, them, theirs, whom, whose. The WHO.", 5),
    ("this_and_that_have_plurals", English, "this ; that", "This, these, that, those. Thises.", 4),
    ("a_form_of_a_pronoun_stands_alone", English, "me ; him", "Me, him. I, he, mes, hims.", 2),
    ("a_pronoun_as_a_noun", English, "{it|pos=noun}", "It, its, it's.", 3),
    ("capitals_of_a_pronoun_are_another_word", English, "us", "The US uses it; they told us.", 1),
    ("an_abbreviation_matches_capitals_only", English, "US", "The US and the US's ally gave us uses. Us.", 2),
    ("a_text_in_capitals_has_pronouns", English, "we", "GIVE US FREEDOM! WE SHALL.", 2),
    ("auxiliaries_with_not", English, "be ; can ; will", "Isn't, wasn't, can't, cannot, won’t. Bes.", 5),
    ("prepositions_of_english", English, "in ; to ; for ; on", "In, to, for, on. Inning, toes, onning, tos.", 4),
    ("numerals_of_english", English, "two ; six ; hundred", "Two, sixes, hundreds. Twoed, sixing.", 3),
    ("single_letters_do_not_inflect", English, "b ; x", "B, x. Bs, bed, bing, xes, b's.", 2),
    ("біз_has_its_cases", Kazakh, "біз", "Біз, бізге, бізді, біздің, бізде, бізден, бізбен, біздерге.", 8),
    ("бұл_has_two_stems", Kazakh, "бұл", "Бұл, бұған, мұны, мұның, мұнда, бұдан, бұлардың. Бұлақ.", 7),
    ("сол_and_осы", Kazakh, "сол ; осы", "Сол, соған, соны, содан, осыған, осының. Соққы.", 6),
    ("ол_is_not_олар", Kazakh, "ол", "Ол, оған, оны, одан, онымен. Олар, олардың.", 5),
    ("олар_declines", Kazakh, "олар", "Олар, олардың, оларға, олармен. Ол.", 4),
    ("мен_and_сен", Kazakh, "мен ; сен", "Мен, маған, менің, сен, саған, сенімен. Менмен.", 6),
    ("өз_has_its_owners", Kazakh, "өз", "Өз, өзі, өзін, өзіміздің, өзіңізге, өздеріне. Өзен, өзге.", 6),
    ("кім_and_не", Kazakh, "кім ; не", "Кім, кімге, кімді, не, неге, неден. Немере.", 6),
    ("бәрі_is_possessed", Kazakh, "бәрі", "Бәрі, бәрін, бәріне, бәрімізді. Бәріге.", 4),
    ("екі_is_a_numeral", Kazakh, "екі", "Екі, екіге, екінің, екеуі. Екпе.", 3),
    ("auxiliaries_of_kazakh_have_persons", Kazakh, "еді ; емес", "Еді, едік, емес, емеспіз, еместігін. Едіге.", 5),
    ("particles_follow_the_sound", Kazakh, "да", "Да, де, та, те. Дау.", 4),
    ("a_single_letter_of_kazakh", Kazakh, "у", "У. Уды, уға, ул.", 1),
    ("the_form_of_a_pronoun_is_that_form", Kazakh, "бізге", "Бізге. Біз, біздің.", 1),
];

fn toml_of(language: Language, patterns: &str) -> String {
    let (code, patterns) = match patterns.strip_prefix("{any}") {
        Some(patterns) => ("any", patterns),
        None => (language.code(), patterns),
    };
    let entries: Vec<String> = patterns.split(" ; ").map(entry_of).collect();
    let entries = entries.join(", ");
    format!(
        "format = 1\nid = \"case\"\nversion = \"1\"\n[[category]]\nid = \"a\"\n[category.{code}]\nentries = [{entries}]\n"
    )
}

/// `{pattern|key=value}` or a pattern.
fn entry_of(pattern: &str) -> String {
    let Some(inner) = pattern.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) else {
        return format!("'''{pattern}'''");
    };
    let mut parts = inner.split('|');
    let mut fields = vec![format!("pattern = '''{}'''", parts.next().unwrap_or(""))];
    fields.extend(parts.map(|part| match part.split_once('=') {
        Some(("window", size)) => format!("window = {size}"),
        Some(("pos", part)) => format!("pos = '{part}'"),
        Some((key, value)) => format!("{key} = ['''{value}''']"),
        None => panic!("{part}"),
    }));
    format!("{{ {} }}", fields.join(", "))
}

fn lexicon(language: Language, patterns: &str) -> Lexicon {
    read_toml(&toml_of(language, patterns)).unwrap_or_else(|errors| panic!("{patterns}: {errors:#?}")).lexicon
}

/// Counts as the matcher does, and checks that the naive one agrees.
fn count(lexicon: &Lexicon, language: Language, text: &str, policy: Policy) -> u64 {
    let mut interner = Interner::new();
    let tokens = Tokenizer::tokenize(text, &mut interner);
    let mut matcher = Matcher::new(lexicon, Some(language), None, false);
    let count = matcher.count(text, &tokens, interner.vocabulary(), policy)[0].count;
    let rules = naive::Rules { policy, levels: Levels::All, negation: Negation::Ignore };
    let expected = naive::count(text, &tokens, &interner, lexicon, Some(language), rules);
    assert_eq!(count, expected[0], "the matcher and the definition differ: {text}");
    let matches = matcher.matches(text, &tokens, interner.vocabulary(), policy);
    assert!(matches.iter().all(|found| !found.span.of(text).is_empty()));
    count
}

fn check(cases: &[Case]) {
    let mut wrong = Vec::new();
    for (name, language, patterns, text, expected) in cases {
        let found = count(&lexicon(*language, patterns), *language, text, Policy::Independent);
        if found != *expected {
            wrong.push(format!("{name}: {found}, expected {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn letters_are_compared_as_the_table_says() {
    check(LETTERS);
}

#[test]
fn closed_classes_have_the_forms_that_the_table_says() {
    check(CLOSED_CLASSES);
}

#[test]
fn imported_terms_see_through_yo_and_stress() {
    for (file, syntax) in [
        ("a: ['мёд', 'партнёр*']\n", PatternSyntax::Glob),
        ("a: ['^мёд$', '^партнёр']\n", PatternSyntax::Regex),
        ("%\n1\ta\n%\nмёд\t1\nпартнёр*\t1\n", PatternSyntax::Glob),
        ("мёд,a\nпартнёр*,a\n", PatternSyntax::Glob),
    ] {
        let import = import("case", file.as_bytes(), syntax).unwrap_or_else(|errors| panic!("{file}: {errors:#?}"));
        let found = count(&import.lexicon, Russian, "Мёд, мед, ме\u{301}д, партнёры, партнеры.", Policy::Independent);
        assert_eq!(found, 5, "{file}");
    }
}

#[test]
fn both_spellings_of_a_word_are_one_type() {
    let sizes = |text: &str| Tokenizer::tokenize(text, &mut Interner::new()).sizes();
    assert_eq!(sizes("Ещё, еще, еще\u{301}, ЕЩЁ и всё.").types, 3);
    assert_eq!(sizes("Ещё, ещё\u{301}.").types, 1);
    assert_eq!(sizes("Ещё, еще.").words, 2);
}

/// Words of Russian and English that are near each other in letters.
const WORDS: [&str; 26] = [
    "все",
    "всё",
    "Все\u{301}",
    "равно",
    "мёд",
    "мед",
    "МЁД",
    "в",
    "вы",
    "вас",
    "вам",
    "его",
    "он",
    "оно",
    "US",
    "us",
    "Us",
    "we",
    "I",
    "is",
    "it",
    "IT",
    "GIVE",
    "the",
    "I'm",
    "uses",
];
const PATTERNS: [&str; 24] = [
    "все",
    "всё",
    "=все",
    "вс?",
    "вс[ёя]",
    "/ё/",
    "^Всё",
    "всё равно",
    "=мёд",
    "м*",
    "в",
    "вы",
    "он",
    "оно",
    "US",
    "us",
    "we",
    "^us",
    "I",
    "it",
    "=us",
    "u*",
    "the US",
    "give _ the",
];

fn text() -> impl Strategy<Value = String> {
    let gaps = prop::sample::select(vec![" ", " ", " ", ", ", ". ", "\n\n"]);
    prop::collection::vec((prop::sample::select(&WORDS[..]), gaps), 0..20)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(word, gap)| [word, gap]).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_matcher_counts_as_its_definition(
        text in text(), patterns in prop::sample::subsequence(PATTERNS.to_vec(), 1..5),
        language in prop::sample::select(vec![Russian, English]), policy in prop::sample::select(&Policy::ALL[..]),
    ) {
        count(&lexicon(language, &patterns.join(" ; ")), language, &text, policy);
    }

    #[test]
    fn dots_and_stress_marks_change_no_count(
        text in text(), pattern in prop::sample::select(&PATTERNS[..]), policy in prop::sample::select(&Policy::ALL[..]),
    ) {
        let plain = |text: &str| text.replace('ё', "е").replace('Ё', "Е").replace('\u{301}', "");
        let marked = |text: &str| plain(text).replace('е', "ё").replace('о', "о\u{301}");
        let counts: Vec<u64> = [plain(pattern), pattern.to_owned(), marked(pattern)]
            .iter()
            .flat_map(|pattern| {
                let lexicon = lexicon(Russian, pattern);
                [plain(&text), text.clone(), marked(&text)].map(|text| count(&lexicon, Russian, &text, policy))
            })
            .collect();
        prop_assert!(counts.iter().all(|count| *count == counts[0]), "{:?}", counts);
    }
}
