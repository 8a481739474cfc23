//! Text → how wide it is in the font of documents.

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

/// The width of a character that is not listed.
const OTHER: u8 = 115;

/// Returns how wide a text is at most, in the unit of `size`, with letters of that size.
pub(super) fn serif_width(text: &str, size: f64) -> f64 {
    let width = |letter: char| {
        let listed = WIDTHS.iter().find(|(_, letters)| letters.contains(letter));
        f64::from(listed.map_or(OTHER, |(width, _)| *width)) / 100.0
    };
    text.chars().map(width).sum::<f64>() * size
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
        assert!((serif_width("1991", 10.0) - 20.4).abs() < 1e-9);
        assert!(serif_width("\u{2603}", 10.0) > serif_width("Ш", 10.0));
    }
}
