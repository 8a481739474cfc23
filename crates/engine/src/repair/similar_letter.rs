//! Letters taken for a Kazakh letter of similar shape: ӊ for ң, Latin ə for ә, ɵ or θ for ө.
//!
//! Only within a word that is Cyrillic otherwise, so that Azerbaijani and phonetic script stay; and
//! ӊ stays in texts with letters of Khakas or Sami, which really have it.

use super::{
    replacement::Replacement,
    scan::{has_letter, pairs},
    script::{Script, cyrillic_twin, is_mark, script},
};
use crate::text::{Span, to_u32};

/// Returns what is to be changed.
#[allow(clippy::needless_bitwise_bool, reason = "without branches the blocks of a scan are compared at once")]
pub(super) fn similar_letter(text: &str) -> Vec<Replacement> {
    let mut changes = Vec::new();
    let mut done = 0;
    let mut has_true_eng = None;
    let begins_letter = |first: u8, second: u8| {
        ((first == 0xD3) & ((second == 0x89) | (second == 0x8A)))
            | ((first == 0xC9) & ((second == 0x99) | (second == 0xB5)))
            | ((first == 0xC6) & ((second == 0x8E) | (second == 0x8F) | (second == 0x9F)))
            | ((first == 0xC7) & (second == 0x9D))
            | ((first == 0xCE) & ((second == 0x98) | (second == 0xB8)))
            | ((first == 0xCF) & (second == 0xB4))
    };
    for at in pairs(text, begins_letter) {
        if at < done || !text[at..].starts_with(|letter| plain(letter).is_some()) {
            continue;
        }
        let start = text[done..at].rfind(|letter| !is_of_word(letter)).map_or(done, |before| {
            let before = done + before;
            before + text[before..].chars().next().map_or(0, char::len_utf8)
        });
        let end = text[at..].find(|letter| !is_of_word(letter)).map_or(text.len(), |after| at + after);
        done = end;
        let word = &text[start..end];
        if !is_cyrillic(word) {
            continue;
        }
        let stays = word.contains(['ӊ', 'Ӊ']) && *has_true_eng.get_or_insert_with(|| has_foreign_letters(text));
        let letters = word.char_indices().filter_map(|(place, letter)| Some((place, letter, plain(letter)?)));
        changes.extend(letters.filter(|(_, letter, _)| !(stays && matches!(letter, 'ӊ' | 'Ӊ'))).map(
            |(place, letter, plain)| {
                let place = to_u32(start + place);
                Replacement { span: Span::new(place, place + to_u32(letter.len_utf8())), after: plain.to_string() }
            },
        ));
    }
    changes
}

/// The Kazakh letter that a letter stands for.
const fn plain(letter: char) -> Option<char> {
    Some(match letter {
        'ӊ' => 'ң',
        'Ӊ' => 'Ң',
        'ə' | 'ǝ' => 'ә',
        'Ə' | 'Ǝ' => 'Ә',
        'ɵ' | 'θ' => 'ө',
        'Ɵ' | 'Θ' | 'ϴ' => 'Ө',
        _ => return None,
    })
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphabetic() || is_mark(letter)
}

/// Returns `true` if a word is Cyrillic but for similar letters and look-alikes. Marks may compose
/// with the new letters: no.
fn is_cyrillic(word: &str) -> bool {
    let mut has_cyrillic = false;
    word.chars().all(|letter| {
        let is_own = script(letter) == Script::Cyrillic;
        has_cyrillic |= is_own;
        is_own || plain(letter).is_some() || cyrillic_twin(letter, false).is_some()
    }) && has_cyrillic
}

/// Returns `true` if a text holds letters of the alphabets that have ӊ: Khakas, Kildin Sami.
fn has_foreign_letters(text: &str) -> bool {
    has_letter(text, |byte| matches!(byte, 0xD2 | 0xD3), |letter| "ӱӧӓҷӆҏҋӎӭҍӰӦӒҶӅҎҊӍӬҌ".contains(letter))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repair::testing::changed;

    #[test]
    fn letters_of_similar_shape_become_kazakh() {
        for (given, expected) in [
            ("халықтыӊ теӊдігі", "халықтың теңдігі"),
            ("əділет, мəдениет, ƏДІЛ", "әділет, мәдениет, ӘДІЛ"),
            ("ɵмір мен θнер", "өмір мен өнер"),
            ("cəт", "cәт"),
        ] {
            assert_eq!(changed(given, similar_letter), expected);
        }
    }

    #[test]
    fn azerbaijani_phonetic_script_greek_and_khakas_stay() {
        for text in [
            "Bütün insanlar ləyaqət və hüquqlarına görə bərabər doğulurlar",
            "Əli Əliyev",
            "the [ðə], ə",
            "θ бұрышы, Θεός",
            "Хакас тілі: аӊ, чӱс, тӧс",
        ] {
            assert_eq!(changed(text, similar_letter), text);
        }
    }
}
