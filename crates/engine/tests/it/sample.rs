//! Laws of the sample of matches that people judge.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use tarazy_engine::{
    digest::sha256,
    language::Language,
    settings::{DocumentId, LanguageChoice, Options},
    study::{Change, ContextsQuery, Engine, MatchSample, SampleQuery},
};

use crate::study::{assert_unchanged, file, put, study};

const LEXICON: &str = "format = 1\nid = \"own\"\nversion = \"1\"\nlanguages = [\"ru\", \"en\"]\n\
    [[category]]\nid = \"freedom\"\nen.entries = [\"free\", \"freedom\"]\nru.entries = [\"свобода\"]\n\
    [[category]]\nid = \"order\"\nen.entries = [\"order\", \"law\", \"law and order\"]\nru.entries = [\"порядок\"]\n";

const ENGLISH: LanguageChoice = LanguageChoice::Fixed(Language::English);
const RUSSIAN: LanguageChoice = LanguageChoice::Fixed(Language::Russian);

fn own(texts: &[(LanguageChoice, &str)]) -> Engine {
    study(file(LEXICON), Options::default(), texts)
}

fn draw(engine: &mut Engine, per_category: u32, seed: u32) -> MatchSample {
    engine.ask(SampleQuery { per_category, seed }).expect("every study has a sample")
}

/// The matches of a sample by their places.
fn places(sample: &MatchSample) -> BTreeSet<(usize, DocumentId, u32, u32)> {
    sample.matches.iter().map(|own| (own.stratum, own.document, own.span.start, own.span.end)).collect()
}

#[test]
fn a_small_sample_is_as_documented() {
    let text = "Free people want law and order. Freedom needs a law, and order is no freedom.";
    let mut engine = own(&[(ENGLISH, text), (RUSSIAN, "Порядок и свобода, свобода и порядок.")]);
    let sample = draw(&mut engine, 2, 7);
    let strata: Vec<_> = sample.strata.iter().map(|own| (own.column.0, own.language, own.matches, own.drawn)).collect();
    let expected = [
        (0, Language::Russian, 2, 2),
        (0, Language::English, 3, 2),
        (1, Language::Russian, 2, 2),
        (1, Language::English, 3, 2),
    ];
    assert_eq!(strata, expected);
    // Drawn again by the rule of the documentation.
    let english = |category: &str, spans: &[(usize, usize)]| {
        let mut values: Vec<_> = spans
            .iter()
            .map(|(start, end)| {
                (sha256(format!("7\n{}\n{start}\n{end}\n{category}", sha256(text.as_bytes())).as_bytes()), *start)
            })
            .collect();
        values.sort();
        values.truncate(2);
        values
    };
    let at = |word: &str| text.match_indices(word).map(|(at, _)| (at, at + word.len())).collect::<Vec<_>>();
    let freedom = [at("Free ").iter().map(|(start, end)| (*start, end - 1)).collect(), at("Freedom"), at("freedom")];
    let order = [at("law and order"), at("law,").iter().map(|(start, end)| (*start, end - 1)).collect()];
    let last = at("order").pop().expect("it ends so");
    let mut values = english("freedom", &freedom.concat());
    values.extend(english("order", &[order.concat(), vec![last]].concat()));
    let mut rows: Vec<(String, usize)> =
        values.into_iter().map(|(value, start)| (value.chars().rev().collect(), start)).collect();
    rows.sort();
    let starts: Vec<usize> = rows.into_iter().map(|(_, start)| start).collect();
    let found: Vec<usize> =
        sample.matches.iter().filter(|own| own.document == DocumentId(1)).map(|own| own.span.start as usize).collect();
    assert_eq!(found, starts);
    // Languages stand one behind the other.
    let languages: Vec<Language> = sample.matches.iter().map(|own| sample.strata[own.stratum].language).collect();
    assert!(languages.is_sorted(), "{languages:?}");
    for own in sample.matches.iter().filter(|own| own.document == DocumentId(1)) {
        let context = &own.context;
        assert_eq!(format!("{}{}{}", context.left, context.node, context.right), text);
    }
}

#[test]
fn nothing_is_drawn_where_the_language_is_not_known() {
    let mut engine = own(&[(LanguageChoice::Auto, "ordem order ordem"), (ENGLISH, "order")]);
    let sample = draw(&mut engine, 9, 1);
    let table = engine.table();
    let counted: u64 = table.documents.iter().map(|row| row.cells[1].count).sum();
    assert_eq!(sample.matches.len() as u64 + sample.without_language, counted);
    assert!(sample.matches.iter().all(|own| own.document == DocumentId(2)), "{sample:?}");
    assert_eq!(draw(&mut Engine::new(), 9, 1), MatchSample::default());
}

#[test]
fn drawing_changes_nothing() {
    let new = || own(&[(ENGLISH, "Free people want law and order."), (RUSSIAN, "Порядок и свобода.")]);
    assert_unchanged(new, |engine| drop(draw(engine, 1, 1)));
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    let word = prop::sample::select(vec!["free", "law", "order", "freedom", "and", "people"]);
    let text = prop::collection::vec(word, 1..40).prop_map(|words| words.join(" "));
    prop::collection::vec(text, 1..4)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_stratum_has_all_matches_or_as_many_as_were_asked_for(texts in texts(), size in 1_u32..12, seed: u32) {
        let texts: Vec<_> = texts.iter().map(|text| (ENGLISH, text.as_str())).collect();
        let mut engine = own(&texts);
        let sample = draw(&mut engine, size, seed);
        prop_assert_eq!(&draw(&mut own(&texts), size, seed), &sample, "the same seed, the same sample");
        let drawn = places(&sample);
        prop_assert_eq!(drawn.len(), sample.matches.len(), "no match is drawn twice");
        for (at, stratum) in sample.strata.iter().enumerate() {
            let own = sample.matches.iter().filter(|own| own.stratum == at).count() as u64;
            prop_assert_eq!(own, stratum.matches.min(u64::from(size)));
            prop_assert_eq!(own, u64::from(stratum.drawn));
            let all = ContextsQuery::new(stratum.column);
            let lines = engine.ask(all).expect("the column is there").lines;
            prop_assert_eq!(lines.len() as u64, stratum.matches);
            let known: BTreeSet<_> = lines.iter().map(|line| (line.document, line.span)).collect();
            let mut own = sample.matches.iter().filter(|own| own.stratum == at);
            prop_assert!(own.all(|own| known.contains(&(own.document, own.span))));
        }
    }

    #[test]
    fn a_larger_sample_and_one_of_more_texts_keep_what_was_drawn(texts in texts(), size in 1_u32..6, seed: u32) {
        let texts: Vec<_> = texts.iter().map(|text| (ENGLISH, text.as_str())).collect();
        let mut engine = own(&texts);
        let (small, large) = (draw(&mut engine, size, seed), draw(&mut engine, size + 3, seed));
        prop_assert!(places(&small).is_subset(&places(&large)));
        // What is drawn of more texts is, as far as it is of the first ones, what was drawn of
        // them.
        engine.apply(put(9, ENGLISH, "law and freedom")).expect("it is text");
        let with_more = draw(&mut engine, size, seed);
        let is_first = |own: &(usize, DocumentId, u32, u32)| own.1 != DocumentId(9);
        let columns = |sample: &MatchSample| {
            sample.strata.iter().enumerate().map(|(at, own)| (at, own.column)).collect::<BTreeMap<_, _>>()
        };
        let by_column = |sample: &MatchSample| -> BTreeSet<_> {
            let columns = columns(sample);
            places(sample).into_iter().filter(is_first).map(|own| (columns[&own.0], own.1, own.2, own.3)).collect()
        };
        prop_assert!(by_column(&with_more).is_subset(&by_column(&small)));
        // The order of the texts changes nothing but that of equal ones.
        engine.apply(Change::RemoveDocument(DocumentId(9))).expect("it is there");
        prop_assert_eq!(draw(&mut engine, size, seed), small);
    }
}
