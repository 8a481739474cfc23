//! A lexicon's concepts with its languages side by side.

use std::collections::BTreeSet;

use proptest::prelude::*;
use tarazy_engine::{
    language::Language,
    lexicon::{BUILTIN_IDS, EntryId, Lexicon, builtin_source, read_toml},
    settings::{LanguageChoice, Options},
    study::{LEAST_EXPECTED, ParallelPage, ParallelQuery, ParallelRow, ParallelSubject, ParallelTotals},
};

use crate::study::{file, study};

const LEXICON: &str = r#"
format = 1
id = "parallel"
version = "1"
languages = ["kk", "ru", "en"]
[[category]]
id = "freedom"
title = { en = "Freedom", kk = "Еркіндік" }
[category.kk]
entries = [
    "тәуелсіз",
    { pattern = "бостандық", concept = "freedom", note = "A note." },
    { pattern = "азаттық", concept = "freedom" },
    { pattern = "сөз бостандығы", concept = "freedom-of-speech" },
]
[category.ru]
entries = [
    { pattern = "свобода", concept = "freedom" },
    { pattern = "свобода слова", concept = "freedom-of-speech" },
    { pattern = "воля народа", concept = "will-of-the-people" },
]
[category.en]
entries = [{ pattern = "freedom", concept = "freedom" }, { pattern = "will of the people", concept = "will-of-the-people" }]
[[category]]
id = "state"
[[category.category]]
id = "court"
title = { en = "Court" }
[category.category.kk]
entries = [{ pattern = "сот", concept = "freedom" }]
[category.category.any]
entries = [{ pattern = "=covid", concept = "covid" }, "=who"]
"#;

/// Asks about a lexicon with texts, each in the language given or in the one that is detected.
fn ask(lexicon: &str, texts: &[(Option<Language>, &str)], query: ParallelQuery) -> ParallelPage {
    let choice = |language: Option<Language>| language.map_or(LanguageChoice::Auto, LanguageChoice::Fixed);
    let texts: Vec<_> = texts.iter().map(|(language, text)| (choice(*language), *text)).collect();
    study(file(lexicon), Options::default(), &texts).ask(query).expect("it is always answered")
}

fn all() -> ParallelQuery {
    ParallelQuery { category: None, only_gaps: false, offset: 0, limit: u32::MAX }
}

/// `category concept: kk | ru | en [| any] flags`, entries with commas between them.
fn shown(row: &ParallelRow) -> String {
    let subject = match &row.subject {
        ParallelSubject::Category(titles) => {
            let titles: Vec<&str> = titles.iter().map(|title| title.get(Language::English)).collect();
            format!("[{}]", titles.join("/"))
        }
        ParallelSubject::Concept(concept) => concept.clone(),
        ParallelSubject::Unlinked => "–".to_owned(),
    };
    let cells = row.cells.iter().map(|cell| {
        let entries = cell.entries.iter().map(|entry| entry.written.clone() + if entry.has_note { "*" } else { "" });
        let entries = entries.collect::<Vec<_>>().join(", ");
        if cell.entries.is_empty() { cell.entry_count.to_string() } else { entries }
    });
    let cells = cells.collect::<Vec<_>>().join(" | ");
    let flags = [(row.is_gap, " gap"), (row.is_uneven, " uneven"), (row.is_unlinked(), " unlinked")];
    let flags: String = flags.into_iter().filter(|(is_set, _)| *is_set).map(|(_, flag)| flag).collect();
    format!("{} {subject}: {cells}{flags}", row.category)
}

fn rows(page: &ParallelPage) -> Vec<String> {
    page.rows.iter().map(shown).collect()
}

#[test]
fn concepts_stand_in_rows_and_languages_in_columns() {
    let page = ask(LEXICON, &[], all());
    let languages: Vec<_> = page.columns.iter().map(|column| column.language).collect();
    assert_eq!(languages, [Some(Language::Kazakh), Some(Language::Russian), Some(Language::English), None]);
    assert_eq!(
        rows(&page),
        [
            "freedom [Freedom]: 4 | 3 | 2 | 0",
            "freedom freedom: бостандық*, азаттық | свобода | freedom | 0",
            "freedom freedom-of-speech: сөз бостандығы | свобода слова | 0 | 0 gap",
            "freedom will-of-the-people: 0 | воля народа | will of the people | 0 gap",
            "freedom –: тәуелсіз | 0 | 0 | 0 unlinked",
            "state/court [state/Court]: 1 | 0 | 0 | 2",
            // The same id in another category is another concept.
            "state/court freedom: сот | 0 | 0 | 0 gap",
            // An entry for all languages leaves no gap.
            "state/court covid: 0 | 0 | 0 | =covid",
            "state/court –: 0 | 0 | 0 | =who unlinked",
        ]
    );
    assert_eq!(page.totals, ParallelTotals { concepts: 5, gaps: 3, uneven: 0, unlinked: 2 });
    let paths: Vec<&str> = page.categories.iter().map(|category| category.path.as_str()).collect();
    assert_eq!(paths, ["freedom", "state/court"]);
    assert!(page.rows.iter().flat_map(|row| &row.cells).all(|cell| cell.caught.is_none()), "there is no text");
}

#[test]
fn a_language_that_the_lexicon_has_not_is_no_gap() {
    let head = "format = 1\nid = \"x\"\nversion = \"1\"\n[[category]]\nid = \"a\"\n";
    let one = format!("{head}[category.kk]\nentries = [{{ pattern = \"азат\", concept = \"free\" }}]\n");
    let page = ask(&one, &[], all());
    assert_eq!(rows(&page), ["a [a]: 1", "a free: азат"]);
    let declared = one.replace("[[category]]", "languages = [\"kk\", \"en\"]\n[[category]]");
    assert_eq!(rows(&ask(&declared, &[], all())), ["a [a]: 1 | 0", "a free: азат | 0 gap"]);
}

#[test]
fn a_category_is_asked_for_with_its_subcategories() {
    for (category, only_gaps, total, gaps) in
        [("freedom", false, 4, 2), ("state", false, 3, 1), ("state", true, 2, 1), ("sta", false, 0, 0)]
    {
        let query = ParallelQuery { category: Some(category.to_owned()), only_gaps, ..all() };
        let page = ask(LEXICON, &[], query);
        assert_eq!((page.total, page.totals.gaps), (total, gaps), "{category}");
        assert_eq!(page.categories.len(), 2, "one can go on to another");
    }
}

#[test]
fn yields_are_counted_per_word_of_the_language() {
    let texts = [
        (Some(Language::Kazakh), "Бостандық пен азаттық: сөз бостандығы мен бостандығымыз."),
        (Some(Language::Kazakh), "Тәуелсіз ел."),
        (Some(Language::Russian), "Covid и свобода."),
    ];
    let page = ask(LEXICON, &texts, all());
    let words: Vec<_> = page.columns.iter().map(|column| column.words).collect();
    assert_eq!(words, [Some(9), Some(3), None, Some(12)]);
    let caught = |row: &ParallelRow| -> Vec<Option<(u64, f64)>> {
        let yields = row.cells.iter().map(|cell| cell.caught.map(|caught| (caught.matches, caught.per_thousand)));
        yields.map(|caught| caught.map(|(matches, rate)| (matches, rate.round()))).collect()
    };
    let expected = [
        ("[freedom]", [Some((5, 556.0)), Some((1, 333.0)), None, None]),
        ("freedom", [Some((3, 333.0)), Some((1, 333.0)), None, None]),
        ("freedom-of-speech", [Some((1, 111.0)), Some((0, 0.0)), None, None]),
        ("will-of-the-people", [None, Some((0, 0.0)), None, None]),
        ("тәуелсіз", [Some((1, 111.0)), None, None, None]),
        ("[court]", [Some((0, 0.0)), None, None, Some((1, 83.0))]),
        ("сот", [Some((0, 0.0)), None, None, None]),
        ("covid", [None, None, None, Some((1, 83.0))]),
        ("who", [None, None, None, Some((0, 0.0))]),
    ];
    assert_eq!(page.rows.len(), expected.len());
    for (row, (name, yields)) in page.rows.iter().zip(expected) {
        assert_eq!(caught(row), yields, "{name}");
    }
}

#[test]
fn a_sentence_in_another_language_counts_in_its_own_column() {
    let kazakh = "Бостандық туралы ой. Бұл мәтін қазақ тілінде жазылған, оның ішінде орысша сөйлем де бар. ".repeat(3);
    let mixed = format!(
        "{kazakh}Это предложение написано по-русски, и в нём есть слово свобода, как и здесь: свобода. {kazakh}"
    );
    let page = ask(LEXICON, &[(None, &mixed)], all());
    let matches: Vec<_> = page.rows[1].cells.iter().map(|cell| cell.caught.map(|caught| caught.matches)).collect();
    assert_eq!(matches, [Some(6), Some(2), None, None], "{:?}", page.columns);
    let words: u64 = page.columns.iter().take(3).filter_map(|column| column.words).sum();
    assert_eq!(Some(words), page.columns[3].words);
}

/// A text of a number of words, among them a word a number of times.
fn text(word: &str, times: usize, filler: &str, words: usize) -> String {
    let filler = std::iter::repeat_n(filler, words - times);
    std::iter::repeat_n(word, times).chain(filler).collect::<Vec<_>>().join(" ")
}

#[test]
fn yields_are_uneven_only_by_far_and_where_chance_is_no_reason() {
    assert!((LEAST_EXPECTED - 5.0).abs() < f64::EPSILON, "the figures below are for 5");
    for (kazakh, russian, is_uneven, reason) in [
        ((8, 100), (2, 100), true, "four times as often"),
        ((7, 100), (2, 100), false, "less than four times as often"),
        ((5, 100), (0, 100), true, "five expected, none found"),
        ((4, 100), (0, 100), false, "too few to say anything"),
        ((50, 1_000), (0, 90), false, "less than five expected in the shorter text"),
        ((50, 1_000), (0, 100), true, "five expected in the shorter text"),
        ((2, 100), (80, 1_000), true, "the other way round"),
        ((0, 100), (0, 100), false, "nothing anywhere"),
    ] {
        let texts = [
            (Some(Language::Kazakh), text("азаттық", kazakh.0, "үй", kazakh.1)),
            (Some(Language::Russian), text("свобода", russian.0, "дом", russian.1)),
        ];
        let texts: Vec<_> = texts.iter().map(|(language, text)| (*language, text.as_str())).collect();
        let page = ask(LEXICON, &texts, all());
        assert_eq!(page.rows[1].is_uneven, is_uneven, "{kazakh:?} {russian:?}: {reason}");
        assert_eq!(page.totals.uneven, u32::from(is_uneven), "{reason}");
    }
}

#[test]
fn a_gap_is_not_uneven() {
    let texts = [(Some(Language::Kazakh), text("сот", 50, "үй", 100)), (Some(Language::Russian), "дом ".repeat(100))];
    let texts: Vec<_> = texts.iter().map(|(language, text)| (*language, text.as_str())).collect();
    let page = ask(LEXICON, &texts, all());
    let court = page.rows.iter().find(|row| shown(row).contains("сот")).expect("it is there");
    assert!(court.is_gap && !court.is_uneven, "{court:?}");
}

/// All rows, page by page.
fn paged(lexicon: &str, only_gaps: bool, limit: u32) -> (u32, Vec<ParallelRow>) {
    let mut engine = study(file(lexicon), Options::default(), &[]);
    let mut rows = Vec::new();
    let mut offset = 0;
    loop {
        let query = ParallelQuery { category: None, only_gaps, offset, limit };
        let page = engine.ask(query).expect("it is always answered");
        let is_head = |row: &ParallelRow| matches!(row.subject, ParallelSubject::Category(_));
        assert!(page.rows.first().is_none_or(is_head), "each page begins with its category");
        rows.extend(page.rows.into_iter().filter(|row| !is_head(row)));
        offset += limit;
        if offset >= page.total {
            return (page.total, rows);
        }
    }
}

#[test]
fn only_gaps_are_the_concepts_that_a_language_lacks_and_the_unlinked() {
    let (total, gaps) = paged(LEXICON, true, 2);
    assert_eq!((total, gaps.len()), (5, 5));
    assert!(gaps.iter().all(|row| row.is_gap || row.is_unlinked()));
}

fn entries_of(rows: &[ParallelRow]) -> Vec<EntryId> {
    let cells = rows.iter().flat_map(|row| &row.cells);
    let mut entries: Vec<EntryId> = cells.flat_map(|cell| cell.entries.iter().map(|entry| entry.id)).collect();
    entries.sort_unstable();
    entries
}

fn builtin(id: &str) -> Lexicon {
    read_toml(builtin_source(id).expect("it is there")).expect("it is sound").lexicon
}

#[test]
fn every_entry_of_the_built_in_lexicons_stands_in_one_row() {
    for id in BUILTIN_IDS {
        let lexicon = builtin(id);
        let (_, rows) = paged(builtin_source(id).expect("it is there"), false, 500);
        let expected: Vec<EntryId> = (0..).map(EntryId).take(lexicon.entries.len()).collect();
        assert_eq!(entries_of(&rows), expected, "{id}");
    }
}

#[test]
fn every_concept_of_the_built_in_lexicons_is_named_in_two_languages() {
    for id in BUILTIN_IDS {
        let (_, rows) = paged(builtin_source(id).expect("it is there"), false, 500);
        let alone = rows.iter().filter(|row| matches!(row.subject, ParallelSubject::Concept(_)));
        let alone = alone.filter(|row| row.cells.iter().filter(|cell| cell.entry_count > 0).count() < 2);
        let alone: Vec<String> = alone.map(shown).collect();
        assert!(alone.is_empty(), "{id}: {alone:#?}");
    }
}

#[test]
fn most_entries_of_the_built_in_lexicons_name_their_concept() {
    for id in BUILTIN_IDS {
        let lexicon = builtin(id);
        for language in Language::ALL {
            let own = || lexicon.entries.iter().filter(|entry| entry.language == Some(language));
            let linked = own().filter(|entry| !entry.concept.is_empty()).count();
            assert!(linked * 100 >= own().count() * 85, "{id}, {language:?}: {linked} of {}", own().count());
        }
    }
}

/// A lexicon of three categories, one within another; each entry in some language, with some
/// concept or none.
fn lexicon() -> impl Strategy<Value = String> {
    let entry = (0..4_usize, prop::option::of(0..3_usize));
    prop::collection::vec(prop::collection::vec(entry, 0..8), 3).prop_map(|categories| {
        let mut file = "format = 1\nid = \"any\"\nversion = \"1\"\n".to_owned();
        let mut number = 0;
        for (category, table) in categories.iter().zip(["category", "category.category", "category"]) {
            file.push_str(&format!("[[{table}]]\nid = \"c{number}\"\n"));
            for (at, language) in ["kk", "ru", "en", "any"].into_iter().enumerate() {
                file.push_str(&format!("[{table}.{language}]\nentries = ["));
                for (_, concept) in category.iter().filter(|(own, _)| *own == at) {
                    number += 1;
                    let concept = concept.map_or_else(String::new, |concept| format!(", concept = \"c-{concept}\""));
                    file.push_str(&format!("{{ pattern = \"word{number}\"{concept} }}, "));
                }
                file.push_str("]\n");
            }
            number += 1;
        }
        file
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_entry_stands_in_one_row_on_whatever_pages(file in lexicon(), limit in 1..9_u32) {
        let lexicon = read_toml(&file).map_err(|error| TestCaseError::fail(format!("{error:?}")))?.lexicon;
        let (total, rows) = paged(&file, false, limit);
        prop_assert_eq!(total as usize, rows.len());
        let expected: Vec<EntryId> = (0..).map(EntryId).take(lexicon.entries.len()).collect();
        prop_assert_eq!(entries_of(&rows), expected);
        // No concept of a category has two rows.
        let concepts: Vec<_> = rows
            .iter()
            .filter_map(|row| match &row.subject {
                ParallelSubject::Concept(concept) => Some((&row.category, concept)),
                _ => None,
            })
            .collect();
        prop_assert_eq!(concepts.iter().collect::<BTreeSet<_>>().len(), concepts.len());
        let (_, gaps) = paged(&file, true, limit);
        let expected: Vec<_> = rows.into_iter().filter(|row| row.is_gap || row.is_unlinked()).collect();
        prop_assert_eq!(gaps, expected);
    }
}
