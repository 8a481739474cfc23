//! A search outside the lexicon.

use tarazy_engine::{
    language::Language,
    matching::Negation,
    settings::{LanguageChoice, Options},
    study::{ContextExtent, ContextSelection, Engine, SearchPage, SearchQuery, SortPlace},
};

use crate::study::{assert_unchanged, file, study};

const LEXICON: &str = r#"
format = 1
id = "small"
version = "1"
[[category]]
id = "freedom"
kk.entries = ["сөз бостандығы"]
[[category]]
id = "law"
kk.entries = ["заң"]
"#;

const KAZAKH: LanguageChoice = LanguageChoice::Fixed(Language::Kazakh);
const RUSSIAN: LanguageChoice = LanguageChoice::Fixed(Language::Russian);

const TEXTS: [(LanguageChoice, &str); 3] = [
    (KAZAKH, "Сөз бостандығы бәріне керек. Балаларымыздың болашағы – еркін елде.\n\nБала өсті."),
    (RUSSIAN, "Свобода слова нужна всем. Нет свободы без закона."),
    (KAZAKH, "Бүгін күн ашық."),
];

fn engine() -> Engine {
    study(file(LEXICON), Options::default(), &TEXTS)
}

fn search(pattern: &str) -> SearchPage {
    engine().ask(SearchQuery::new(pattern)).expect("every study can be searched")
}

fn nodes(page: &SearchPage) -> Vec<&str> {
    page.lines.iter().map(|line| line.node.as_str()).collect()
}

#[test]
fn a_word_is_found_in_its_forms_in_the_language_of_each_text() {
    let page = search("бала");
    assert_eq!(nodes(&page), ["Балаларымыздың", "Бала"]);
    assert_eq!((page.total, page.texts, page.language, page.problem), (2, 1, Some(Language::Kazakh), None));
    let places: Vec<_> = page.lines.iter().map(|line| (line.place.paragraph, line.place.sentence)).collect();
    assert_eq!(places, [(1, 2), (2, 1)]);
    let page = search("свобода");
    assert_eq!((nodes(&page), page.language), (vec!["Свобода", "свободы"], Some(Language::Russian)));
}

#[test]
fn the_language_of_patterns_has_all_its_signs() {
    assert_eq!(nodes(&search("сөз бостандығы")), ["Сөз бостандығы"]);
    assert_eq!(nodes(&search("бол*")), ["болашағы"]);
    assert_eq!(nodes(&search("/^еркін$/")), ["еркін"]);
}

#[test]
fn words_of_the_lexicon_and_options_of_the_study_do_not_matter() {
    // The lexicon has the phrase, and the options leave out what is negated.
    let options = Options { negation: Negation::LeaveOut, only_levels: None, level: Some(1), ..Options::default() };
    let mut engine = study(file(LEXICON), options, &TEXTS);
    let page = engine.ask(SearchQuery::new("бостандық")).expect("a page");
    assert_eq!(nodes(&page), ["бостандығы"]);
    let page = engine.ask(SearchQuery::new("свобода")).expect("a page");
    assert_eq!(page.total, 2);
}

#[test]
fn nothing_written_finds_nothing_and_what_is_no_pattern_is_refused() {
    for pattern in ["", "  ", "*", "* *"] {
        let page = search(pattern);
        assert_eq!((page.total, page.texts, page.problem, page.language), (0, 0, None, None), "{pattern:?}");
    }
    let page = search("/(/");
    assert!(page.problem.is_some() && page.lines.is_empty(), "{page:?}");
    assert_eq!(search("қосқыш").total, 0);
}

#[test]
fn lines_are_chosen_and_ordered_as_those_of_a_cell() {
    let selection = ContextSelection { order: vec![SortPlace::Match], ..ContextSelection::default() };
    let query = SearchQuery { selection, limit: 1, ..SearchQuery::new("бала") };
    let page = engine().ask(query).expect("a page");
    assert_eq!((nodes(&page), page.total), (vec!["Бала"], 2));
    let selection = ContextSelection { containing: "болашағ".to_owned(), ..ContextSelection::default() };
    let extent = ContextExtent::Sentence;
    let page = engine().ask(SearchQuery { selection, extent, ..SearchQuery::new("бала") }).expect("a page");
    assert_eq!((nodes(&page), page.total, page.texts), (vec!["Балаларымыздың"], 1, 1));
    let selection = ContextSelection { containing: "ұшақ".to_owned(), ..ContextSelection::default() };
    let page = engine().ask(SearchQuery { selection, ..SearchQuery::new("бала") }).expect("a page");
    assert_eq!((page.total, page.texts), (0, 0));
}

#[test]
fn a_search_changes_nothing() {
    assert_unchanged(engine, |engine| {
        engine.ask(SearchQuery::new("бала")).expect("a page");
    });
}
