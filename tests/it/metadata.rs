//! CITATION.cff, BibTeX and RIS hold every string: readers of others find the fields that were
//! written, and no more.

use biblatex::Bibliography;
use biblib::{CitationParser, RisParser};
use proptest::prelude::*;
use saphyr_parser::{Event as Yaml, Parser};
use tarazy_engine::{language::Language, lexicon::LocalText};
use tarazy_report::{
    message::Messages,
    publication::citation_file,
    recipe::About,
    report::{Reference, ReferenceStyle, StudyReference, references},
};

use crate::hostile::hostile;

/// Strings that mean something to YAML, BibTeX or RIS.
const OWN: [&str; 18] = [
    "key: value # comment",
    "- item",
    "-leading",
    "? question",
    "*alias &anchor !tag",
    "{ one brace",
    "} one brace",
    "}} @misc{x, title = {y}}",
    "%comment",
    "ends with \\",
    "\"quotes\" 'and' `marks`",
    "A and B",
    "TY  - BOOK\r\nER  - \r\n",
    "a\u{2028}b\u{2029}c\u{85}d\u{b}e\u{c}f",
    "a\u{0}b\u{7f}c\u{9f}d\u{feff}e\u{fffe}f\u{ffff}g",
    "👩\u{200d}👧 emoji",
    "null",
    "~",
];

fn strings() -> Vec<String> {
    let long = "ұзын атау ".repeat(5_000);
    hostile().into_iter().chain(OWN.map(str::to_owned)).chain([long]).collect()
}

/// The keys and texts of a file in YAML, in order.
fn yaml(text: &str) -> Vec<String> {
    let scalar = |event: Yaml<'_>| match event {
        Yaml::Scalar(scalar, ..) => Some(scalar.into_owned()),
        Yaml::Alias(_) => panic!("an alias: {text}"),
        _ => None,
    };
    let events = Parser::new_from_str(text).map(|event| event.unwrap_or_else(|error| panic!("{error}: {text}")).0);
    events.filter_map(scalar).collect()
}

fn about(title: &str, author: &str) -> About {
    About {
        title: LocalText { en: Some(title.to_owned()), ..LocalText::default() },
        description: LocalText { en: Some(title.to_owned()), ..LocalText::default() },
        authors: vec![author.to_owned()],
        identifier: title.to_owned(),
        licence: title.to_owned(),
        ..About::default()
    }
}

fn assert_cites(title: &str) {
    let text = citation_file(&about(title, "Family, Given"), &Messages::new(Language::English));
    let scalars = yaml(&text);
    let behind = |key: &str| scalars.iter().position(|scalar| scalar == key).map(|at| scalars[at + 1].as_str());
    if !title.trim().is_empty() {
        assert_eq!(behind("title"), Some(title.trim()), "{text}");
        assert_eq!(behind("abstract"), Some(title), "{text}");
    }
    assert_eq!((behind("family-names"), behind("given-names")), (Some("Family"), Some("Given")), "{text}");
    assert_eq!(text.lines().count(), text.split(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']).count() - 1, "{text}");
}

fn reference(text: &str) -> Reference {
    Reference::study(&StudyReference {
        title: text.to_owned(),
        authors: vec![format!("{text}, Given"), "Family, Given".to_owned()],
        year: Some(2026),
        publisher: text.to_owned(),
        doi: text.to_owned(),
        url: text.to_owned(),
    })
}

fn written(text: &str, style: ReferenceStyle) -> String {
    references(&[reference(text), reference("second")], style, &Messages::new(Language::English))
}

fn assert_bibtex(text: &str) {
    let bibtex = written(text, ReferenceStyle::Bibtex);
    let found = Bibliography::parse(&bibtex).unwrap_or_else(|error| panic!("{error}: {bibtex}"));
    let entries: Vec<_> = found.iter().collect();
    assert_eq!(entries.len(), 2, "{bibtex}");
    for entry in entries {
        let known = ["author", "title", "year", "howpublished", "note", "doi", "url"];
        assert!(entry.fields.keys().all(|key| known.contains(&key.as_str())), "{bibtex}");
        assert!(entry.fields.contains_key("title") && entry.fields.contains_key("year"), "{bibtex}");
        assert_eq!(entry.author().map(|authors| authors.len()).ok(), Some(2), "{bibtex}");
    }
    // BibTeX counts every brace, whatever stands before it.
    let mut depth = 0_i32;
    for letter in bibtex.chars() {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        assert!(depth >= 0, "{bibtex}");
    }
    assert_eq!(depth, 0, "{bibtex}");
}

fn assert_ris(text: &str) {
    let ris = written(text, ReferenceStyle::Ris);
    let found = RisParser::new().parse(&ris).unwrap_or_else(|error| panic!("{error}: {ris}"));
    assert_eq!(found.len(), 2, "{ris}");
    assert_eq!(found[1].title, "second", "{ris}");
    // This reader also takes what stands between semicolons or "and" in one field for names. A
    // control character is written as a space, so that the field decides and not the text.
    let author = ris.lines().find_map(|line| line.strip_prefix("AU  - ")).expect("it names its authors");
    let is_one = ![";", " and ", " & "].into_iter().any(|separator| author.contains(separator));
    for citation in &found {
        assert!(citation.authors.len() == 2 || !is_one, "{ris}");
        assert_eq!(citation.date.as_ref().map(|date| date.year), Some(2026), "{ris}");
    }
    if text.chars().all(char::is_alphanumeric) && !text.is_empty() {
        assert_eq!(found[0].title, text, "{ris}");
    }
}

#[test]
fn citation_files_bibtex_and_ris_hold_hostile_strings() {
    for text in strings() {
        assert_cites(&text);
        assert_bibtex(&text);
        assert_ris(&text);
    }
}

#[test]
fn an_orcid_stands_beside_the_name_and_not_in_it() {
    let author = "Carberry, Josiah (0000-0002-1825-0097)";
    let scalars = yaml(&citation_file(&about("Title", author), &Messages::new(Language::English)));
    let start = scalars.iter().position(|scalar| scalar == "authors").expect("authors");
    let orcid = "https://orcid.org/0000-0002-1825-0097";
    assert_eq!(scalars[start + 1..], ["family-names", "Carberry", "given-names", "Josiah", "orcid", orcid]);
    let study = StudyReference { authors: vec![author.to_owned()], title: "T".to_owned(), ..StudyReference::default() };
    let cited = |style| references(&[Reference::study(&study)], style, &Messages::new(Language::English));
    for style in ReferenceStyle::ALL {
        assert!(!cited(style).contains("1825"), "{}", cited(style));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_string_is_read_back(text in "[ -~]{0,20}|.{0,20}|[\u{0}-\u{a0}\u{2028}\u{2029}]{0,20}") {
        assert_cites(&text);
        assert_bibtex(&text);
        assert_ris(&text);
    }
}
