//! Forms and the entries they belong to, or do not.

use std::collections::BTreeSet;

use proptest::prelude::*;
use rstest::rstest;

use super::*;
use crate::language::lemma_index::LemmaIndex;

const ANY: PartsOfSpeech = PartsOfSpeech::UNKNOWN;

fn catches(lemma: &str, parts: PartsOfSpeech, derivations: bool, form: &str) -> bool {
    let mut index = LemmaIndex::new(&English);
    index.insert(lemma, parts, derivations);
    !index.matches(form).is_empty()
}

/// Every entry of the file competes for every form; a pair of form and entry is right if the file
/// has it.
#[test]
fn forms_find_their_entries_among_all() {
    let pairs: BTreeSet<(&str, &str)> = include_str!("../../../../../tests/data/english-forms.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .collect();
    assert!(pairs.len() >= 600, "{} pairs", pairs.len());
    let lemmas: Vec<&str> = pairs
        .iter()
        .map(|(_, lemma)| *lemma)
        .filter(|lemma| *lemma != "-")
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let mut index = LemmaIndex::new(&English);
    for lemma in &lemmas {
        index.insert(lemma, ANY, false);
    }
    let forms: BTreeSet<&str> = pairs.iter().map(|(form, _)| *form).collect();
    let found: BTreeSet<(&str, &str)> = forms
        .iter()
        .flat_map(|form| {
            index.matches(form).into_iter().map(|found| (*form, lemmas[found.lemma.0 as usize])).collect::<Vec<_>>()
        })
        .collect();
    let expected: BTreeSet<(&str, &str)> = pairs.iter().copied().filter(|(_, lemma)| *lemma != "-").collect();
    let right = found.intersection(&expected).count() as f64;
    let (precision, recall) = (right / found.len() as f64, right / expected.len() as f64);
    let f1 = 2.0 * precision * recall / (precision + recall);
    println!(
        "English: {} pairs, P {:.1} %, R {:.1} %, F1 {:.2} %",
        pairs.len(),
        100.0 * precision,
        100.0 * recall,
        100.0 * f1
    );
    println!("missed: {:?}", expected.difference(&found).collect::<Vec<_>>());
    println!("false: {:?}", found.difference(&expected).collect::<Vec<_>>());
    assert!(f1 >= 0.99, "F1 {f1}");
}

#[rstest]
#[case("neighbour", "neighbors’")]
#[case("child", "children’s")]
#[case("people", "people's peoples")]
#[case("organisation", "organization organizations")]
#[case("labor", "labour labours")]
#[case("center", "centre centred")]
#[case("co-operate", "co-operated co-operating")]
#[case("Americanise", "americanized")]
#[case("fight", "fought")]
fn an_entry_catches_its_forms(#[case] lemma: &str, #[case] forms: &str) {
    for form in forms.split(' ') {
        assert!(catches(&lemma.to_lowercase(), ANY, false, form), "{lemma} ↛ {form}");
    }
}

#[rstest]
#[case("hop", "hoped hoping hope")]
#[case("hope", "hopped hopping hop")]
#[case("plan", "plane planing")]
#[case("work", "worker works's")]
#[case("state", "statute static")]
#[case("nation", "national nationality")]
#[case("human", "humen")]
#[case("go", "goed")]
#[case("take", "taked")]
#[case("be", "bing bed")]
#[case("win", "wine wing")]
#[case("war", "warm ward")]
#[case("rise", "rize")]
#[case("programmer", "program")]
#[case("labour", "laboratory")]
#[case("the", "thing")]
fn an_entry_leaves_other_words_alone(#[case] lemma: &str, #[case] forms: &str) {
    for form in forms.split(' ') {
        assert!(!catches(lemma, ANY, false, form), "{lemma} → {form}");
    }
}

#[test]
fn parts_of_speech_restrict_the_endings() {
    let verb = ANY.with(PartOfSpeech::Verb);
    let noun = ANY.with(PartOfSpeech::Noun);
    let adjective = ANY.with(PartOfSpeech::Adjective);
    assert!(catches("work", verb, false, "worked") && !catches("work", noun, false, "worked"));
    assert!(catches("work", noun, false, "work's") && !catches("work", verb, false, "work's"));
    assert!(catches("numb", adjective, false, "number") && !catches("numb", ANY, false, "number"));
    assert!(!catches("free", adjective, false, "freed"));
}

#[test]
fn derivations_come_with_a_tilde_only() {
    for (lemma, form) in [
        ("free", "freely"),
        ("happy", "happiness"),
        ("possible", "possibly"),
        ("economic", "economically"),
        ("work", "workers"),
    ] {
        assert!(catches(lemma, ANY, true, form), "{lemma}~ ↛ {form}");
        assert!(!catches(lemma, ANY, false, form), "{lemma} → {form}");
    }
}

#[test]
fn stems_are_given_once() {
    for lemma in ["free", "neighbour", "son-in-law", "organise", "stop", "be", "", "-", "o", "ie"] {
        let stems = English.stems(lemma, ANY, true);
        for (at, stem) in stems.iter().enumerate() {
            assert!(!stems[..at].contains(stem), "{lemma}: {stem:?}");
        }
    }
}

proptest! {
    #[test]
    fn any_entry_belongs_to_itself_and_is_safe(lemma in "[a-zé'’-]{1,10}(y|ie|ise|our|re|man)?", rest in "[a-z']{0,4}") {
        prop_assert!(catches(&lemma, ANY, false, &lemma));
        for stem in English.stems(&lemma, ANY, true) {
            English.suffixes(&stem, &rest);
        }
    }
}
