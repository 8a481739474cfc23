//! The letters of the Latin alphabets.

use super::{Writing, spelling::YOT};

/// Letters that mean the same in all alphabets.
const COMMON: [(char, char); 28] = [
    ('a', 'а'),
    ('b', 'б'),
    ('c', 'ц'),
    ('d', 'д'),
    ('e', 'е'),
    ('f', 'ф'),
    ('g', 'г'),
    ('ǵ', 'ғ'),
    ('ğ', 'ғ'),
    ('h', 'х'),
    ('j', 'ж'),
    ('k', 'к'),
    ('l', 'л'),
    ('m', 'м'),
    ('n', 'н'),
    ('ń', 'ң'),
    ('ñ', 'ң'),
    ('ŋ', 'ң'),
    ('o', 'о'),
    ('p', 'п'),
    ('q', 'қ'),
    ('r', 'р'),
    ('s', 'с'),
    ('t', 'т'),
    ('v', 'в'),
    ('w', 'у'),
    ('y', 'ы'),
    ('z', 'з'),
];

const OF_2018: [(char, char); 7] = [('á', 'ә'), ('ó', 'ө'), ('ú', 'ү'), ('ý', 'у'), ('u', 'ұ'), ('i', 'і'), ('ı', YOT)];

const OF_2021: [(char, char); 10] = [
    ('ä', 'ә'),
    ('ö', 'ө'),
    ('ü', 'ү'),
    ('ū', 'ұ'),
    ('ŭ', 'ұ'),
    ('u', 'у'),
    ('ş', 'ш'),
    ('ç', 'ч'),
    ('ı', 'і'),
    ('i', YOT),
];

/// Returns the Cyrillic letter of a Latin one in lower case, [`YOT`] for и and й, `None` for a
/// letter of another alphabet.
pub(super) fn cyrillic(letter: char, writing: Writing) -> Option<char> {
    let own: &[(char, char)] = if writing == Writing::Latin2018 { &OF_2018 } else { &OF_2021 };
    own.iter().chain(&COMMON).find(|(latin, _)| *latin == letter).map(|(_, cyrillic)| *cyrillic)
}
