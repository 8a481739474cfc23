//! What a published study passes on of its texts, where its maker keeps them back: no more than was
//! allowed.

use proptest::prelude::*;
use tarazy_engine::{archive::read, language::Language};
use tarazy_report::{
    limits::STUDY_LIMITS,
    message::Messages,
    publication::{TextsKept, package, study_page},
};

use super::{
    pages::{carried, unpacked},
    places::{Study, count, frame},
    shapes::page,
};

const LEXICON: &str = "format = 1\nid = \"small\"\nversion = \"1\"\ntitle = \"Small\"\nlanguages = [\"en\"]\n\
    [[category]]\nid = \"freedom\"\ntitle = \"Freedom\"\n[category.en]\nentries = [\"freedom\"]\n\
    [[category]]\nid = \"justice\"\ntitle = \"Justice\"\n[category.en]\nentries = [\"justice\"]\n";

/// Which of the words of a text are matches: the others are there once in the whole study, so that
/// each shows where it is from.
type Shape = Vec<Option<bool>>;

fn words(text: usize, shape: &Shape) -> Vec<String> {
    let word = |(at, matched): (usize, &Option<bool>)| match matched {
        Some(true) => "freedom".to_owned(),
        Some(false) => "justice".to_owned(),
        None => format!("w{}x{}", letters(text), letters(at)),
    };
    shape.iter().enumerate().map(word).collect()
}

/// A number in letters, of which words are made.
fn letters(number: usize) -> String {
    number.to_string().bytes().map(|digit| char::from(digit - b'0' + b'b')).collect()
}

/// Everything that a reader of the page can come by: what is shown, what is described for machines,
/// what is packed.
fn everything(study: &Study) -> String {
    let messages = Messages::new(Language::English);
    let html = study_page(&study.file, &study.table, &frame(), &messages);
    let lines = match study.file.kept() {
        TextsKept::Hashes => &[][..],
        _ => &study.contexts[..],
    };
    let archive = package(&study.file, &study.table, &html, lines, &messages).expect("it fits");
    let files = |bytes: &[u8]| read(bytes, STUDY_LIMITS).expect("it is an archive");
    let carried_files = files(&unpacked(super::pages::block(&html, "payload-study")));
    let packed = files(&archive).into_iter().chain(carried_files);
    let packed: String = packed.map(|entry| String::from_utf8_lossy(&entry.bytes).into_owned() + "\n").collect();
    assert!(carried(&html).texts.is_none(), "no text is passed on");
    format!("{}\n{html}\n{packed}", page(&html).shown)
}

fn texts() -> impl Strategy<Value = Vec<Shape>> {
    let word = prop_oneof![8 => Just(None), 1 => Just(Some(true)), 1 => Just(Some(false))];
    proptest::collection::vec(proptest::collection::vec(word, 3..60), 1..4)
}

fn study(shapes: &[Shape], kept: Option<u32>) -> Study {
    let text = |(at, shape): (usize, &Shape)| (format!("Title {at}"), words(at, shape).join(" ").into_bytes());
    let texts: Vec<(String, Vec<u8>)> = shapes.iter().enumerate().map(text).collect();
    count(&texts, LEXICON, kept, false)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_two_words_stand_together_that_are_further_from_a_match_than_was_allowed(shapes in texts(), kept in 0..6_u32) {
        let study = study(&shapes, Some(kept));
        prop_assert_eq!(study.file.kept(), TextsKept::Contexts(kept));
        let all = everything(&study);
        let mut near_pairs = 0;
        for (text, shape) in shapes.iter().enumerate() {
            let words = words(text, shape);
            let near = |at: usize| {
                let matches = shape.iter().enumerate().filter(|(_, word)| word.is_some());
                matches.map(|(place, _)| place).any(|place| place.abs_diff(at) <= kept as usize && place.abs_diff(at + 1) <= kept as usize)
            };
            for at in 0..words.len() - 1 {
                // Every such pair shows two matches beside each other.
                if shape[at].is_some() && shape[at + 1].is_some() {
                    continue;
                }
                let pair = format!("{} {}", words[at], words[at + 1]);
                if near(at) {
                    near_pairs += 1;
                } else {
                    prop_assert!(!all.contains(&pair), "{pair} is passed on with {kept} words");
                }
            }
            // A run that is longer than any context.
            for run in words.windows(2 * kept as usize + 2) {
                prop_assert!(!all.contains(&run.join(" ")), "{run:?}");
            }
        }
        prop_assert!(near_pairs == 0 || kept > 0);
    }

    #[test]
    fn with_hashes_alone_no_two_words_stand_together(shapes in texts()) {
        let study = study(&shapes, None);
        prop_assert_eq!(study.file.kept(), TextsKept::Hashes);
        let all = everything(&study);
        for (text, shape) in shapes.iter().enumerate() {
            for pair in words(text, shape).windows(2).filter(|pair| pair.iter().any(|word| word.starts_with('w'))) {
                prop_assert!(!all.contains(&pair.join(" ")), "{pair:?}");
            }
        }
    }
}

#[test]
fn the_contexts_that_were_allowed_are_there() {
    let shape: Shape = vec![None, None, None, Some(true), None, None, None];
    let study = study(std::slice::from_ref(&shape), Some(2));
    let all = everything(&study);
    let words = words(0, &shape);
    for (run, is_there) in [(1..3, true), (4..6, true), (0..2, false), (5..7, false)] {
        // In the packed results a context stands as it was written.
        assert_eq!(all.contains(&words[run].join(" ")), is_there);
    }
}
