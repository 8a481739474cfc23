//! Which alphabet a letter belongs to, and its twin in the other one.

use super::scan::has_letter;

/// Latin letters and the Cyrillic letters that look the same.
const TWINS: [(char, char); 27] = [
    ('a', 'а'),
    ('c', 'с'),
    ('e', 'е'),
    ('o', 'о'),
    ('p', 'р'),
    ('x', 'х'),
    ('y', 'у'),
    ('i', 'і'),
    ('h', 'һ'),
    ('k', 'к'),
    ('ï', 'ї'),
    ('ë', 'ё'),
    ('A', 'А'),
    ('B', 'В'),
    ('C', 'С'),
    ('E', 'Е'),
    ('H', 'Н'),
    ('I', 'І'),
    ('K', 'К'),
    ('M', 'М'),
    ('O', 'О'),
    ('P', 'Р'),
    ('T', 'Т'),
    ('X', 'Х'),
    ('Y', 'У'),
    ('Ï', 'Ї'),
    ('Ë', 'Ё'),
];

/// An alphabet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    Cyrillic,
    Latin,
    Other,
}

/// Returns the alphabet of a letter.
pub(super) fn script(letter: char) -> Script {
    match letter {
        'A'..='Z'
        | 'a'..='z'
        | '\u{AA}'
        | '\u{BA}'
        | '\u{C0}'..='\u{D6}'
        | '\u{D8}'..='\u{F6}'
        | '\u{F8}'..='\u{2AF}'
        | '\u{1E00}'..='\u{1EFF}'
        | '\u{2C60}'..='\u{2C7F}'
        | '\u{A720}'..='\u{A7FF}' => Script::Latin,
        '\u{400}'..='\u{482}' | '\u{48A}'..='\u{52F}' | '\u{1C80}'..='\u{1C8F}' | '\u{A640}'..='\u{A66E}' => {
            Script::Cyrillic
        }
        _ => Script::Other,
    }
}

/// Returns `true` if a byte of UTF-8 begins a Cyrillic letter of a living alphabet.
pub(super) const fn is_cyrillic_lead(byte: u8) -> bool {
    matches!(byte, 0xD0..=0xD4)
}

/// Returns `true` if a character is a mark that joins the letter before it.
pub(super) fn is_mark(letter: char) -> bool {
    unicode_normalization::char::is_combining_mark(letter)
}

/// Returns the Cyrillic twin of a Latin letter. In Kazakh, `ï` is і.
pub(super) fn cyrillic_twin(letter: char, is_kazakh: bool) -> Option<char> {
    match letter {
        'ï' if is_kazakh => Some('і'),
        'Ï' if is_kazakh => Some('І'),
        letter => TWINS.iter().find(|(latin, _)| *latin == letter).map(|(_, cyrillic)| *cyrillic),
    }
}

/// Returns the Latin twin of a Cyrillic letter.
pub(super) fn latin_twin(letter: char) -> Option<char> {
    TWINS.iter().find(|(_, cyrillic)| *cyrillic == letter).map(|(latin, _)| *latin)
}

/// Returns `true` if a text holds a letter of the Kazakh alphabet that Russian and Ukrainian lack.
pub(super) fn has_kazakh_letters(text: &str) -> bool {
    has_letter(text, |byte| matches!(byte, 0xD2 | 0xD3), |letter| "әғқңөұүӘҒҚҢӨҰҮ".contains(letter))
}
