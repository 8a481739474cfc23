//! The card of a lexicon: what the question answers, and that the built-in lexicons have one.

use tarazy_engine::{
    language::Language,
    lexicon::{BUILTIN_IDS, LocalText, builtin_source, read_toml},
    settings::LexiconSource,
    study::{CardQuery, Change, Engine, LexiconCard},
};

fn card(text: &str) -> LexiconCard {
    let mut engine = Engine::new();
    let source = LexiconSource::File { name: "own.toml".to_owned(), text: text.to_owned() };
    engine.apply(Change::SetLexicon(source)).expect("it is sound");
    engine.ask(CardQuery {}).expect("it is always answered")
}

fn test(language: &str, text: &str, expect: &str, of: &str) -> String {
    format!("[[test]]\nlang = \"{language}\"\ntext = \"{text}\"\nexpect = {{ {expect} }}\nexample = \"{of}\"\n")
}

const CATEGORIES: &str = "format = 1\nid = \"own\"\nversion = \"1\"\n\
    [[category]]\nid = \"freedom\"\ndescription = \"Liberty\"\nkk.entries = [\"азат\"]\n\
    [[category.category]]\nid = \"speech\"\nkk.entries = [\"сөз\"]\n\
    [[category]]\nid = \"justice\"\nkk.entries = [\"сот\"]\n";

#[test]
fn examples_are_tests_that_are_marked_two_of_a_kind_in_a_language() {
    let tests = [
        test("kk", "азат ел", "freedom = 1", "freedom"),
        test("kk", "сөз", "\"freedom/speech\" = 1", "freedom"),
        test("kk", "азат", "freedom = 1", "freedom"),
        test("ru", "суд", "", "freedom"),
        test("kk", "сот", "justice = 1", "freedom"),
    ];
    let card = card(&(CATEGORIES.to_owned() + &tests.concat()));
    let paths: Vec<&str> = card.categories.iter().map(|category| category.path.as_str()).collect();
    assert_eq!(paths, ["freedom"], "the others have nothing to show");
    let examples = &card.categories[0].examples;
    let shown: Vec<_> = examples.iter().map(|own| (own.language.code(), own.text.as_str(), own.counts)).collect();
    assert_eq!(shown, [("kk", "азат ел", true), ("kk", "сөз", true), ("ru", "суд", false), ("kk", "сот", false)]);
}

#[test]
fn a_card_has_a_bounded_number_of_categories() {
    let category = |at: usize| format!("[[category]]\nid = \"c{at}\"\ndescription = \"d\"\nkk.entries = [\"азат\"]\n");
    let categories: String = (0..LexiconCard::MOST_CATEGORIES + 7).map(category).collect();
    let card = card(&format!("format = 1\nid = \"own\"\nversion = \"1\"\n{categories}"));
    assert_eq!((card.categories.len(), card.left_out), (LexiconCard::MOST_CATEGORIES, 7));
}

#[test]
fn built_in_lexicons_have_a_card_in_three_languages_with_examples_of_every_category() {
    let is_whole = |text: &LocalText| [&text.kk, &text.ru, &text.en].into_iter().all(Option::is_some);
    for id in BUILTIN_IDS {
        let lexicon = read_toml(builtin_source(id).expect("it is built in")).expect("it is sound").lexicon;
        let card = LexiconCard::of(&lexicon);
        assert!(is_whole(&card.description), "{id}");
        assert!(card.texts.by_key().iter().all(|(_, text)| is_whole(text)), "{id}");
        let is_leaf = |path: &str| !lexicon.categories.iter().any(|own| own.path.starts_with(&format!("{path}/")));
        assert_eq!(card.categories.len(), lexicon.categories.len(), "{id}");
        for category in &card.categories {
            assert!(is_whole(&category.description), "{id}: {}", category.path);
            for counts in [true, false] {
                let own = category.examples.iter().filter(|example| example.counts == counts);
                let languages: Vec<Language> = own.map(|example| example.language).collect();
                let of = |language| languages.iter().filter(|own| **own == language).count();
                let least = if id == "values" { 2 } else { 1 };
                for language in Language::ALL.into_iter().filter(|_| is_leaf(&category.path)) {
                    assert!(of(language) >= least, "{id}: {} {language:?} {counts}", category.path);
                }
                assert!(languages.len() >= 2 || !is_leaf(&category.path), "{id}: {} {counts}", category.path);
            }
        }
    }
}
