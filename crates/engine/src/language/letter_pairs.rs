//! A word → how surprising its letters are in Kazakh, Russian or English, in bits.
//!
//! Distinguishes text from bytes that were read with the wrong table: «Сөз бостандығы» costs a
//! Kazakh reader about four bits a letter, «Сµз бостандыєы» twice as many. It knows pairs of
//! neighbouring letters and nothing of words; which language a text is written in is decided by
//! [`super::detection`].
//!
//! Law: a cost is finite and never negative; a letter that the language lacks costs [`MAX_COST`] on
//! either side.
//!
//! The table `letter_pairs.txt` was counted in the sample texts, our list of Kazakh words, our
//! lexicon and our messages by the test `the_table_is_counted_again`, which writes it again.

use std::sync::LazyLock;

use super::Language;

/// What the rarest pair costs, in bits; also a pair with a letter from outside the alphabet.
pub const MAX_COST: f32 = 12.5;

/// For each language a line with its code and its alphabet, then a line of costs for the edge of a
/// word and for each letter: how surprising it is that the edge or each letter follows. Costs are
/// in half bits, `a` is 0 and `z` is 25.
const TABLE: &str = include_str!("letter_pairs.txt");

/// The index of a letter from outside the alphabet.
const FOREIGN: u8 = u8::MAX;

static MODELS: LazyLock<[Model; 3]> = LazyLock::new(|| Language::ALL.map(Model::read));

/// The letter pairs of one language.
struct Model {
    /// From the alphabet's first letter in Unicode on, the place of each in the alphabet, from 1;
    /// or [`FOREIGN`].
    places: Vec<u8>,
    first: u32,
    /// The number of letters, and one for the edge of a word.
    width: usize,
    /// Costs in half bits, by the first of a pair, then the second.
    costs: Vec<u8>,
}

impl Model {
    fn read(language: Language) -> Self {
        let mut lines = TABLE.lines().skip_while(|line| line.split(' ').next() != Some(language.code()));
        let alphabet = lines.next().and_then(|line| line.split(' ').nth(1)).unwrap_or("");
        let width = alphabet.chars().count() + 1;
        let costs = lines.take(width).flat_map(|line| line.bytes().map(|cost| cost.saturating_sub(b'a'))).collect();
        let first = alphabet.chars().map(u32::from).min().unwrap_or(0);
        let last = alphabet.chars().map(u32::from).max().unwrap_or(0);
        let place = |letter: u32| alphabet.chars().position(|listed| u32::from(listed) == letter);
        let places = (first..=last)
            .map(|letter| place(letter).and_then(|place| u8::try_from(place + 1).ok()).unwrap_or(FOREIGN));
        Self { places: places.collect(), first, width, costs }
    }

    fn place(&self, letter: char) -> u8 {
        let at = u32::from(letter).checked_sub(self.first).and_then(|at| usize::try_from(at).ok());
        at.and_then(|at| self.places.get(at)).copied().unwrap_or(FOREIGN)
    }

    fn pair(&self, before: u8, letter: u8) -> f32 {
        if before == FOREIGN || letter == FOREIGN {
            return MAX_COST;
        }
        let at = usize::from(before) * self.width + usize::from(letter);
        self.costs.get(at).map_or(MAX_COST, |cost| f32::from(*cost) / 2.0)
    }
}

/// Returns how surprising `word` is in `language`: the sum over its letters and its end, in bits.
///
/// The letters are expected in lower case, without marks between them. About four bits a letter are
/// usual, eight are not language. Nothing costs nothing.
pub fn cost(word: &[char], language: Language) -> f32 {
    let model = &MODELS[match language {
        Language::Kazakh => 0,
        Language::Russian => 1,
        Language::English => 2,
    }];
    let mut before = 0;
    let mut sum = 0.0;
    for letter in word {
        let place = model.place(*letter);
        sum += model.pair(before, place);
        before = place;
    }
    if word.is_empty() { 0.0 } else { sum + model.pair(before, 0) }
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use proptest::prelude::*;

    use super::*;

    const ALPHABETS: [&str; 3] = [
        "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "abcdefghijklmnopqrstuvwxyz",
    ];

    /// Half bits a letter, over all words of a text.
    fn mean(text: &str, language: Language) -> f32 {
        let words = words(text);
        let letters: usize = words.iter().map(|word| word.len() + 1).sum();
        words.iter().map(|word| cost(word, language)).sum::<f32>() / letters as f32
    }

    fn words(text: &str) -> Vec<Vec<char>> {
        let lower = text.to_lowercase();
        let words = lower.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
        words.map(|word| word.chars().collect()).collect()
    }

    #[test]
    fn a_text_is_cheapest_in_its_own_language() {
        let texts = [
            "Бүгін таңертең біз жаңа мектептің ашылуына бардық, балалар қуанып жүгіріп жүрді.",
            "Сегодня утром мы ходили на открытие новой школы, дети бегали и радовались.",
            "This morning we went to the opening of the new school, and the children ran about happily.",
        ];
        for (text, language) in texts.into_iter().zip(Language::ALL) {
            let costs = Language::ALL.map(|other| mean(text, other));
            let own = mean(text, language);
            assert!(own < 5.0, "{language:?} {costs:?}");
            assert!(
                Language::ALL.iter().all(|other| *other == language || mean(text, *other) > own + 0.5),
                "{costs:?}"
            );
        }
    }

    #[test]
    fn the_table_is_whole() {
        for (language, alphabet) in Language::ALL.into_iter().zip(ALPHABETS) {
            let model = Model::read(language);
            assert_eq!(model.costs.len(), model.width * model.width, "{language:?}");
            let places: Vec<u8> = alphabet.chars().map(|letter| model.place(letter)).collect();
            assert_eq!(places, (1..=places.len()).map(|place| u8::try_from(place).unwrap()).collect::<Vec<_>>());
            assert!(model.costs.iter().all(|cost| *cost <= 25));
        }
    }

    #[test]
    fn nothing_costs_nothing() {
        assert_eq!(Language::ALL.map(|language| cost(&[], language)).map(f32::to_bits), [0; 3]);
    }

    proptest! {
        #[test]
        fn a_cost_is_never_more_than_the_greatest_for_each_pair(word in proptest::collection::vec(any::<char>(), 1..20)) {
            for language in Language::ALL {
                let cost = cost(&word, language);
                prop_assert!(cost >= 0.0 && cost <= MAX_COST * (word.len() + 1) as f32);
            }
        }
    }

    /// Counts the pairs of `sources` and returns the lines of the table. Pairs that were not seen
    /// share what the letter alone would cost, and every pair costs at most [`MAX_COST`].
    fn counted(language: Language, alphabet: &str, sources: &[String]) -> String {
        let letters: Vec<char> = alphabet.chars().collect();
        let width = letters.len() + 1;
        let mut pairs = vec![0.0_f64; width * width];
        for word in sources.iter().flat_map(|text| words(text)) {
            let place = |letter: &char| letters.iter().position(|listed| listed == letter).map(|at| at + 1);
            let Some(places) = word.iter().map(place).collect::<Option<Vec<_>>>() else { continue };
            let edges = [&[0], places.as_slice(), &[0]].concat();
            edges.windows(2).for_each(|pair| pairs[pair[0] * width + pair[1]] += 1.0);
        }
        let all: f64 = pairs.iter().sum();
        let alone: Vec<f64> =
            (0..width).map(|to| (0..width).map(|from| pairs[from * width + to]).sum::<f64>() + 0.5).collect();
        let mut table = format!("{} {alphabet}\n", language.code());
        for from in 0..width {
            let row: f64 = pairs[from * width..(from + 1) * width].iter().sum();
            for to in 0..width {
                // Two pairs' worth of trust in the letter alone.
                let share = (pairs[from * width + to] + 2.0 * alone[to] / all) / (row + 2.0);
                let half_bits = (-2.0 * share.log2()).round().clamp(0.0, 25.0);
                table.push(char::from(b'a' + (0..=25).rev().find(|step| half_bits >= f64::from(*step)).unwrap_or(0)));
            }
            table.push('\n');
        }
        table
    }

    #[test]
    #[ignore = "writes letter_pairs.txt"]
    fn the_table_is_counted_again() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let read = |name: &str| fs::read_to_string(root.join(name)).unwrap();
        // The official text of the Constitution has Latin letters in Cyrillic words.
        let constitution = read("www/samples/constitution-kz-kaz-excerpt.txt").replace('i', "і");
        let kazakh = [
            "www/samples/udhr-kaz.txt",
            "crates/engine/src/language/kazakh/words.tsv",
            "crates/report/src/message/kk/views.ftl",
            "crates/report/src/message/kk/shell.ftl",
            "crates/report/src/message/kk/problems.ftl",
        ]
        .map(read);
        let russian = [
            "www/samples/udhr-rus.txt",
            "crates/report/src/message/ru/views.ftl",
            "crates/report/src/message/ru/shell.ftl",
            "crates/report/src/message/ru/problems.ftl",
        ]
        .map(read);
        let english = [
            "www/samples/udhr-eng.txt",
            "www/samples/sotu-1964-johnson-1.txt",
            "www/samples/sotu-2004-bush-1.txt",
            "www/samples/sotu-2023-biden-1.txt",
        ]
        .map(read);
        let lexicon = read("lexicons/values.toml");
        let entries = |section: &str| lexicon.split("\n[").filter(|part| part.starts_with(section)).collect::<String>();
        let kazakh = [kazakh.as_slice(), &[constitution, entries("category.kk]")]].concat();
        let russian = [russian.as_slice(), &[entries("category.ru]")]].concat();
        let table: String = Language::ALL
            .into_iter()
            .zip(ALPHABETS)
            .zip([kazakh.as_slice(), &russian, &english])
            .map(|((language, alphabet), sources)| counted(language, alphabet, sources))
            .collect();
        fs::write(root.join("crates/engine/src/language/letter_pairs.txt"), table).unwrap();
    }
}
