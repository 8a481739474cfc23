//! What Table 1 names: special content, dominant values, and the limits of both.

use tarazy_engine::{
    compare::{ranked_matches, set_table1_options},
    counting::Comparison,
    language::Language,
    matching::ColumnId,
    settings::{LanguageChoice, LexiconSource, Options, Table1Options},
    study::{Change, DiscrepancyKind, VerificationQuery},
};

use crate::study::{file, study};

/// Three values (alpha, beta, gamma) and two topics (delta and a heart, omega), each with its word.
fn lexicon() -> LexiconSource {
    let categories = [
        ("alpha", "value", "\"=alpha\""),
        ("beta", "value", "\"=beta\""),
        ("gamma", "value", "\"=gamma\""),
        ("delta", "topic", "\"=delta\", \"=❤\""),
        ("omega", "topic", "\"=omega\""),
    ];
    let category = |(id, kind, entries): (&str, &str, &str)| {
        format!("[[category]]\nid = \"{id}\"\nkind = \"{kind}\"\n[category.en]\nentries = [{entries}]\n")
    };
    file(&format!("format = 1\nid = \"greek\"\nversion = \"1\"\n{}", categories.map(category).concat()))
}

/// A text of as many of each word: alpha, beta, gamma, delta, omega, and others.
fn text(counts: [usize; 6]) -> String {
    let words = ["alpha", "beta", "gamma", "delta", "omega", "other"];
    words.iter().zip(counts).map(|(word, count)| format!("{word} ").repeat(count)).collect()
}

fn table(text: &str, table1: Table1Options) -> Comparison {
    let options = Options { table1, ..Options::default() };
    study(lexicon(), options, &[(LanguageChoice::Fixed(Language::English), text)]).table()
}

/// No limits; topics compete.
const OPEN: Table1Options = Table1Options { topics_compete: true, ..Table1Options::unstated() };

/// The topics that are special content, the dominant values, and the number of matches on which
/// these rest.
fn named(table: &Comparison) -> (Vec<&str>, Vec<&str>, u64) {
    let path = |column: ColumnId| table.columns[column.0 as usize].path.as_str();
    let row = &table.table1[0];
    (
        row.topics.iter().map(|topic| path(topic.column)).collect(),
        row.dominant.iter().map(|value| path(value.column)).collect(),
        ranked_matches(&table.columns, &table.documents[0], table.options.table1),
    )
}

#[test]
fn dominant_values_are_ranked_with_or_without_topics_and_need_their_matches() {
    let apart = Table1Options::unstated();
    let least = |dominant_matches| Table1Options { dominant_matches, ..OPEN };
    let cases: [([usize; 6], Table1Options, &[&str], u64); 14] = [
        ([9, 2, 1, 0, 0, 0], OPEN, &["alpha"], 12),
        // Exactly half is not more than half.
        ([6, 4, 2, 0, 0, 0], OPEN, &["alpha", "beta"], 12),
        // Ties are not cut, whichever stands first.
        ([2, 2, 2, 0, 0, 0], OPEN, &["alpha", "beta", "gamma"], 6),
        ([4, 0, 1, 4, 0, 0], OPEN, &["alpha", "delta"], 9),
        // A topic can be dominant where topics compete, alone or among values.
        ([3, 2, 0, 6, 0, 0], OPEN, &["delta"], 11),
        ([3, 2, 0, 6, 0, 0], apart, &["alpha"], 5),
        ([3, 2, 0, 4, 0, 0], OPEN, &["delta", "alpha"], 9),
        ([0, 0, 0, 3, 2, 0], OPEN, &["delta"], 5),
        ([0, 0, 0, 3, 2, 0], apart, &[], 0),
        // The limit is included, and is of all ranked matches together.
        ([4, 2, 0, 1, 0, 0], least(7), &["alpha"], 7),
        ([4, 2, 0, 1, 0, 0], least(8), &[], 7),
        ([4, 2, 0, 1, 0, 0], Table1Options { topics_compete: false, ..least(7) }, &[], 6),
        ([0, 0, 0, 0, 0, 9], OPEN, &[], 0),
        ([0; 6], OPEN, &[], 0),
    ];
    for (counts, options, expected, n) in cases {
        let table = table(&text(counts), options);
        let (_, dominant, rests_on) = named(&table);
        assert_eq!((dominant.as_slice(), rests_on), (expected, n), "{counts:?} {options:?}");
        let shares: f64 = table.table1[0].dominant.iter().map(|value| value.share).sum();
        assert!(expected.is_empty() || shares > 0.5 && shares <= 1.0, "{counts:?}: {shares}");
    }
}

#[test]
fn special_content_needs_its_rate_and_its_matches() {
    let limits = |special_rate, special_matches| Table1Options { special_rate, special_matches, ..OPEN };
    let cases: [([usize; 6], Table1Options, &[&str]); 11] = [
        // 5 matches in 500 words are 10 per 1,000 words: the limit is included.
        ([0, 0, 0, 5, 0, 495], limits(10, 1), &["delta"]),
        ([0, 0, 0, 5, 0, 496], limits(10, 1), &[]),
        // The rate alone would name one word of a note.
        ([0, 0, 0, 4, 0, 96], limits(10, 5), &[]),
        ([0, 0, 0, 5, 0, 95], limits(10, 5), &["delta"]),
        ([0, 0, 0, 5, 0, 9_995], limits(0, 5), &["delta"]),
        // Values are never special content.
        ([90, 0, 0, 0, 0, 0], limits(10, 5), &[]),
        // The most frequent first; equal ones as in the lexicon.
        ([0, 0, 0, 5, 6, 89], limits(10, 5), &["omega", "delta"]),
        ([0, 0, 0, 6, 6, 88], limits(10, 5), &["delta", "omega"]),
        ([0, 0, 0, 1, 0, 9_999], Table1Options::unstated(), &["delta"]),
        ([0; 6], Table1Options::unstated(), &[]),
        ([0; 6], limits(0, 1), &[]),
    ];
    for (counts, options, expected) in cases {
        let table = table(&text(counts), options);
        assert_eq!(named(&table).0, expected, "{counts:?} {options:?}");
    }
}

#[test]
fn matches_of_signs_alone_have_no_rate_that_could_reach_a_limit() {
    let hearts = "❤ ".repeat(6) + &"other ".repeat(10);
    assert_eq!(named(&table(&hearts, Table1Options { special_rate: 0, special_matches: 5, ..OPEN })).0, ["delta"]);
    assert_eq!(named(&table(&hearts, Table1Options { special_rate: 1, special_matches: 5, ..OPEN })).0, [""; 0]);
    let mixed = "❤ ".repeat(6) + "delta " + &"other ".repeat(99);
    assert_eq!(named(&table(&mixed, Table1Options { special_rate: 10, ..OPEN })).0, ["delta"]);
    assert_eq!(named(&table(&mixed, Table1Options { special_rate: 11, ..OPEN })).0, [""; 0]);
}

#[test]
fn other_options_of_table_1_count_nothing_again() {
    let given = text([9, 4, 1, 6, 0, 40]);
    let mut engine = study(lexicon(), Options::default(), &[(LanguageChoice::Fixed(Language::English), &given)]);
    let before = engine.table();
    let table1 = Table1Options::unstated();
    engine.apply(Change::SetOptions(Options { table1, ..Options::default() })).expect("options can be set");
    assert!(!engine.count(), "no document waits for its counts");
    let after = engine.table();
    assert_eq!(after.documents, before.documents);
    assert_ne!(after.table1, before.table1);
    // The same as where the options come after the count.
    let mut set = before.clone();
    set_table1_options(&mut set, table1);
    assert_eq!(set, after);
    engine
        .apply(Change::SetOptions(Options { case_sensitive: true, table1, ..Options::default() }))
        .expect("as before");
    assert!(engine.count(), "capitals change counts");
    engine.table();

    let published = Box::new(Comparison { options: Options::default(), ..after });
    engine.apply(Change::SetOptions(Options { table1, ..Options::default() })).expect("as before");
    let found = engine.ask(VerificationQuery { published }).expect("it is always answered").discrepancies;
    assert!(found.iter().all(|found| found.kind == DiscrepancyKind::Options), "{found:?}");
    let settings: Vec<(&str, &str)> =
        found.iter().map(|found| (found.published.as_str(), found.found.as_str())).collect();
    assert_eq!(settings[0], ("topics_compete = true", "topics_compete = false"));
    assert_eq!(settings.len(), 4);
}

#[test]
fn a_record_from_before_the_limits_names_what_it_named() {
    let table = table(&text([3, 2, 0, 1, 0, 40]), Table1Options::unstated());
    let mut json = serde_json::to_value(&table).expect("a table has a JSON form");
    let stated = json["options"].as_object_mut().expect("an object").remove("table1");
    assert!(stated.is_some());
    let read: Comparison = serde_json::from_value(json).expect("it is a table");
    assert_eq!(read, table);
}
