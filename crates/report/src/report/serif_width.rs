//! Text → how wide it is in the font of documents.

use std::sync::LazyLock;

/// The widths of Times New Roman in hundredths of an em, rounded up: the letters of a line are at
/// most so wide. Measured in Liberation Serif, which has the same widths; that font has no Kazakh
/// letters, which are taken for a little wider than those they are made of.
const WIDTHS: [(u8, &str); 16] = [
    (18, "'"),
    (28, " \u{a0}\u{202f}.,|:;/ijltі"),
    (34, "frIІ!()[]-’"),
    (40, "sJз"),
    (45, "гэacezаеёст?“”"),
    (48, "вьяғә"),
    (51, "bdghknopquvxyклорухчЗбд0123456789–«»_*#$€"),
    (54, "ъийнпцқөүұһ~"),
    (58, "FPSБРЬГ+−=×<>ң"),
    (63, "ELTZЕЁТмҒҺ"),
    (66, "фЧЭ"),
    (70, "BCRыВКСЯДЛжҚӘ"),
    (75, "wADGHKNOQUVXYУЪАИЙНОПХЦюҢӨҰҮ"),
    (79, "шщm&Ф"),
    (92, "%ЫMМЖ@"),
    (103, "W№—…ШЩЮ"),
];

/// The widths by code point, as far as the letters of the three languages go: a document of contexts has
/// millions of letters.
static BY_CODE: LazyLock<[u8; 0x500]> = LazyLock::new(|| {
    let mut widths = [OTHER; 0x500];
    for (width, letters) in WIDTHS {
        for letter in letters.chars() {
            if let Some(own) = widths.get_mut(letter as usize) {
                *own = width;
            }
        }
    }
    widths
});

/// The width of a character that is not listed.
const OTHER: u8 = 115;

/// Returns how wide a text is at most, in hundredths of an em.
pub(super) fn serif_width(text: &str) -> usize {
    let width = |letter: char| {
        let listed = || WIDTHS.iter().find(|(_, letters)| letters.contains(letter)).map(|(width, _)| *width);
        usize::from(BY_CODE.get(letter as usize).copied().or_else(listed).unwrap_or(OTHER))
    };
    text.chars().map(width).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_of_the_three_languages_is_listed_once() {
        let small = "abcdefghijklmnopqrstuvwxyzабвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі0123456789";
        for letter in small.chars().chain(small.to_uppercase().chars()) {
            let lists = WIDTHS.iter().filter(|(_, letters)| letters.contains(letter)).count();
            assert_eq!(lists, 1, "{letter}");
        }
        assert_eq!((serif_width("1991"), serif_width("—"), serif_width("")), (204, 103, 0));
        assert!(serif_width("\u{2603}") > serif_width("Ш"));
    }
}
