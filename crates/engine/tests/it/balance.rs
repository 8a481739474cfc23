//! The languages of `values` catch the same on texts that say the same: the Universal Declaration of
//! Human Rights in three languages.

use tarazy_engine::{
    language::Language,
    lexicon::{Lexicon, builtin_source, read_toml},
    matching::{Matcher, Policy},
    text::{Interner, Tokenizer},
};

const TEXTS: [(Language, &str); 3] = [
    (Language::Kazakh, include_str!("../../../../www/samples/udhr-kaz.txt")),
    (Language::Russian, include_str!("../../../../www/samples/udhr-rus.txt")),
    (Language::English, include_str!("../../../../www/samples/udhr-eng.txt")),
];

/// The most matches of one language, and for how many of another: 1.25 times as many.
const MOST: (u64, u64) = (5, 4);

/// Fewer matches than this say nothing of balance.
const LEAST: u64 = 5;

fn counts(lexicon: &Lexicon, language: Language, text: &str) -> Vec<u64> {
    let mut interner = Interner::new();
    let tokens = Tokenizer::tokenize(text, &mut interner);
    let mut matcher = Matcher::new(lexicon, Some(language), None, false);
    let cells = matcher.count(text, &tokens, interner.vocabulary(), Policy::Longest);
    cells.iter().map(|cell| cell.count).collect()
}

#[test]
fn no_language_has_far_more_matches_of_a_category_than_another() {
    let lexicon = read_toml(builtin_source("values").unwrap_or("")).expect("it is sound").lexicon;
    let found = TEXTS.map(|(language, text)| (language, counts(&lexicon, language, text)));
    let mut uneven = Vec::new();
    for (at, category) in lexicon.categories.iter().enumerate() {
        let of = |(language, counts): &(Language, Vec<u64>)| (*language, counts[at]);
        let all = found.each_ref().map(of);
        let most = all.iter().map(|(_, count)| *count).max().unwrap_or(0);
        let least = all.iter().map(|(_, count)| *count).min().unwrap_or(0);
        if most >= LEAST && most * MOST.1 > least * MOST.0 {
            uneven.push(format!("{}: {all:?}", category.path));
        }
    }
    assert!(uneven.is_empty(), "{uneven:#?}");
}
