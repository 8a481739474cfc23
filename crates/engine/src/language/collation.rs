//! Titles, words and names → their order in a language.
//!
//! Law: [`compare`] is a total order, and says "equal" of identical strings only. Strings are
//! weighed four times, each time only if the time before found no difference: by letters (Ақ before
//! Ауыл, case and accents aside, Russian ё as е), by accents, by case (small before capital), by
//! code point.
//!
//! Within the first weighing: separators, then numbers by their value, then the language's own
//! script, then others.
//!
//! ```
//! use tarazy_engine::language::{Language, collation::compare};
//!
//! let mut titles = ["Өмір", "Ұлт 10", "ұлт 9", "Қоғам", "Оқу", "Кодекс"];
//! titles.sort_by(|left, right| compare(left, right, Language::Kazakh));
//! assert_eq!(titles, ["Кодекс", "Қоғам", "Оқу", "Өмір", "ұлт 9", "Ұлт 10"]);
//! ```

use std::cmp::Ordering;

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use super::Language;

/// The Kazakh alphabet, which holds the Russian one in its own order.
const CYRILLIC: &str = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";

/// Orders two strings as a reader of `language` expects to find them in a list.
///
/// Cost: linear in the shorter string; allocates nothing.
pub fn compare(left: &str, right: &str, language: Language) -> Ordering {
    CollationElements::new(left, language)
        .cmp(CollationElements::new(right, language))
        .then_with(|| lower_case(left).cmp(lower_case(right)))
        .then_with(|| left.chars().map(char::is_uppercase).cmp(right.chars().map(char::is_uppercase)))
        .then_with(|| left.cmp(right))
}

fn lower_case(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().flat_map(char::to_lowercase)
}

/// What is weighed first; the order of the variants is the order of the list.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum CollationElement<'text> {
    Separator(char),
    /// A run of digits without its leading zeros: the longer is the greater.
    Number {
        len: usize,
        digits: &'text str,
    },
    Letter {
        script: u8,
        weight: u32,
    },
}

/// The elements of a text, combining marks left out.
struct CollationElements<'text> {
    rest: &'text str,
    language: Language,
}

impl<'text> CollationElements<'text> {
    const fn new(rest: &'text str, language: Language) -> Self {
        Self { rest, language }
    }

    fn number(&mut self) -> CollationElement<'text> {
        let len = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        let (run, rest) = self.rest.split_at(len);
        self.rest = rest;
        let digits = run.trim_start_matches('0');
        CollationElement::Number { len: digits.len(), digits }
    }
}

impl<'text> Iterator for CollationElements<'text> {
    type Item = CollationElement<'text>;

    fn next(&mut self) -> Option<CollationElement<'text>> {
        loop {
            let next = self.rest.chars().next()?;
            if next.is_ascii_digit() {
                return Some(self.number());
            }
            self.rest = &self.rest[next.len_utf8()..];
            if !is_combining_mark(next) {
                return Some(element(next, self.language));
            }
        }
    }
}

fn element(letter: char, language: Language) -> CollationElement<'static> {
    let letter = letter.to_lowercase().next().unwrap_or(letter);
    if !letter.is_alphanumeric() {
        return CollationElement::Separator(letter);
    }
    let letter = if letter == 'ё' && language == Language::Russian { 'е' } else { letter };
    let (own_cyrillic, own_latin) = if language == Language::English { (1, 0) } else { (0, 1) };
    if let Some(weight) = cyrillic_weight(letter) {
        return CollationElement::Letter { script: own_cyrillic, weight };
    }
    let base = base_letter(letter);
    if let Some(weight) = cyrillic_weight(base) {
        return CollationElement::Letter { script: own_cyrillic, weight };
    }
    let script = if base.is_ascii() { own_latin } else { 2 };
    CollationElement::Letter { script, weight: u32::from(base) }
}

fn cyrillic_weight(letter: char) -> Option<u32> {
    // The alphabet has 42 letters, so the place always fits.
    let place = CYRILLIC.chars().position(|own| own == letter)?;
    u32::try_from(place).ok()
}

/// Returns the letter without its accents: é → e.
fn base_letter(letter: char) -> char {
    let mut base = None;
    decompose_canonical(letter, |part| {
        base.get_or_insert(part);
    });
    base.unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::whole_alphabet(
        Language::Kazakh,
        "а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я"
    )]
    #[case::kazakh_letters(Language::Kazakh, "Ақ Ауыл Әділет Бір Гүл Ғылым Ел Ит Ірі")]
    #[case::ы_before_і(Language::Kazakh, "Ымыра Іс Этика")]
    #[case::latin_after(Language::Kazakh, "2024 Ақ Яблоко Amanat Zan")]
    #[case::ё_as_е(Language::Russian, "ежи ёжик ели")]
    #[case::ё_breaks_ties(Language::Russian, "все всё всему")]
    #[case::latin_after(Language::Russian, "1 Закон Яблоко Act")]
    #[case::latin_first(Language::English, "10 act Élan Zeal Закон")]
    #[case::case_last(Language::English, "act Act ACT acts")]
    #[case::accents_before_case(Language::English, "rest resume Resume résumé resumes")]
    #[case::numbers_by_value(Language::English, "a2 a10 a010b a11")]
    #[case::number_before_letter(Language::Russian, "план9 план10 плана")]
    #[case::arabic_last(Language::English, "Zeal Яблоко قانون")]
    fn lists_stand_in_the_order_of_the_language(#[case] language: Language, #[case] list: &str) {
        let expected: Vec<&str> = list.split(' ').collect();
        for step in [1, 3, 5, 7] {
            let mut shuffled: Vec<&str> =
                (0..expected.len() * step).step_by(step).map(|at| expected[at % expected.len()]).collect();
            shuffled.extend(expected.iter().copied());
            shuffled.sort_by(|left, right| compare(left, right, language));
            shuffled.dedup();
            assert_eq!(shuffled, expected);
        }
    }

    #[test]
    fn a_space_comes_before_any_letter() {
        assert_eq!(compare("Ауыл партия", "Ауыла", Language::Kazakh), Ordering::Less);
    }

    proptest! {
        #[test]
        fn the_order_is_total(a in "[ аәёеiіЁzé019-]{0,5}", b in "[ аәёеiіЁzé019-]{0,5}", c in "[ аәёеiіЁzé019-]{0,5}") {
            for language in Language::ALL {
                prop_assert_eq!(compare(&a, &b, language), compare(&b, &a, language).reverse());
                prop_assert_eq!(compare(&a, &b, language) == Ordering::Equal, a == b);
                let mut sorted = [&a, &b, &c];
                sorted.sort_by(|left, right| compare(left, right, language));
                prop_assert!(compare(sorted[0], sorted[2], language) != Ordering::Greater);
            }
        }
    }
}
