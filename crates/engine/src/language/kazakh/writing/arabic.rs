//! A Kazakh word in Arabic letters (töte jazu) → Cyrillic.
//!
//! Each of the four letters ا و ۇ ى stands for a back vowel and for a front one. A hamza before the
//! word makes it front; so do ە ك گ, which only stand in front words, and then the hamza is left
//! out. In loans and compounds front and back are mixed: all harmonies are tried, and the known
//! words decide.

use super::{
    Writing, best,
    spelling::{YOT, readings},
};
use crate::language::kazakh::known_words::known_words;

/// A back vowel and its front fellow under one letter.
const VOWELS: [(char, char, char); 4] = [('ا', 'а', 'ә'), ('و', 'о', 'ө'), ('ۇ', 'ұ', 'ү'), ('ى', 'ы', 'і')];

/// The same with the hamza on top, written at the start of a word.
const WITH_HAMZA: [(char, char); 4] = [('\u{675}', 'ا'), ('\u{676}', 'و'), ('\u{677}', 'ۇ'), ('\u{678}', 'ى')];

const LETTERS: [(char, char); 33] = [
    ('ب', 'б'),
    ('پ', 'п'),
    ('ت', 'т'),
    ('ج', 'ж'),
    ('چ', 'ч'),
    ('ح', 'х'),
    ('خ', 'х'),
    ('د', 'д'),
    ('ر', 'р'),
    ('ز', 'з'),
    ('ژ', 'ж'),
    ('س', 'с'),
    ('ش', 'ш'),
    ('ع', 'ғ'),
    ('غ', 'ғ'),
    ('ف', 'ф'),
    ('ق', 'қ'),
    ('ك', 'к'),
    ('ک', 'к'),
    ('گ', 'г'),
    ('ڭ', 'ң'),
    ('ل', 'л'),
    ('م', 'м'),
    ('ن', 'н'),
    ('ه', 'һ'),
    ('ھ', 'һ'),
    ('ۋ', 'у'),
    ('ۆ', 'в'),
    ('ۈ', 'ү'),
    ('ە', 'е'),
    ('ې', 'е'),
    ('ي', YOT),
    ('ی', YOT),
];

/// The marks of a front word.
const HAMZAS: [char; 2] = ['ء', '\u{674}'];

/// Beginnings of words whose second vowel is front behind a back one, though no letter shows it:
/// қадір, қаріп, қабір, ғаріп. Given as their letters read back throughout.
const MIXED: [&str; 4] = ["қадыр", "қарып", "қабыр", "ғарып"];

/// Reads one word without a hyphen.
pub(super) fn read(word: &str, _: Writing) -> String {
    if !word.chars().any(is_arabic) {
        return word.to_owned();
    }
    let mut is_front = false;
    let mut characters = Vec::with_capacity(word.len());
    for letter in word.chars().filter(|letter| !is_mark(*letter)) {
        let letter = match WITH_HAMZA.iter().find(|(marked, _)| *marked == letter) {
            Some((_, bare)) => {
                is_front = true;
                *bare
            }
            None => letter,
        };
        if HAMZAS.contains(&letter) {
            is_front = true;
        } else if VOWELS.iter().any(|(open, ..)| *open == letter) {
            characters.push(letter);
        } else {
            let known = LETTERS.iter().find(|(arabic, _)| *arabic == letter);
            characters.push(known.map_or(letter, |(_, cyrillic)| *cyrillic));
        }
    }
    best(spellings(&characters, is_front), 2)
}

/// The spellings of a word, the likeliest first, each once.
///
/// Without a hamza and without ە ك گ a word is back throughout, with a hamza front throughout; what
/// breaks this rule is tried only where nothing is known of the word that keeps it.
fn spellings(characters: &[char], has_hamza: bool) -> Vec<String> {
    let likeliest = by_neighbours(characters, has_hamza);
    let is_mixed_word =
        MIXED.iter().any(|start| likeliest.iter().copied().take(start.chars().count()).eq(start.chars()));
    let mut harmonies = vec![if is_mixed_word { with_change(characters, false, 1, true) } else { likeliest }];
    let mut spellings = readings(&harmonies[0], Writing::Arabic);
    let is_mixed = !has_hamza && characters.iter().any(|character| "екг".contains(*character));
    if !is_mixed && spellings.iter().any(|spelling| known_words().longest(spelling) > 0) {
        return spellings;
    }
    let open = characters.iter().filter(|character| is_vowel_character(**character)).count();
    for change in 0..=open {
        for begins_front in [has_hamza, !has_hamza] {
            for keeps_a in [true, false] {
                let harmony = with_change(characters, begins_front, change, keeps_a);
                if !harmonies.contains(&harmony) {
                    spellings.extend(readings(&harmony, Writing::Arabic));
                    harmonies.push(harmony);
                }
            }
        }
    }
    spellings
}

/// Front or back by the letters around each vowel: қ and ғ stand beside back vowels, к and г beside
/// front ones, and е is front.
fn by_neighbours(characters: &[char], has_hamza: bool) -> Vec<char> {
    let mut is_front = has_hamza || begins_front(characters);
    let mut is_first = true;
    let mut read = Vec::with_capacity(characters.len());
    for (at, character) in characters.iter().enumerate() {
        match character {
            'е' => (is_front, is_first) = (true, false),
            character if is_vowel_character(*character) => {
                is_front = beside(characters, at).unwrap_or(is_front);
                // After the first syllable a front word has е, and ا is the а of a loan: кітап.
                if *character == 'ا' && !is_first && !has_hamza {
                    is_front = false;
                }
                let may_be_front = *character != 'و' || (is_first && !begins_with_two_consonants(characters));
                let front_here = is_front && may_be_front;
                read.push(vowel(*character, front_here));
                is_first = false;
                continue;
            }
            _ => {}
        }
        read.push(*character);
    }
    read
}

/// Returns `true` if a word without a hamza begins front: a letter of front words comes before one
/// of back words, the ending of адам-мен aside, and its first two vowels are not both ا, which
/// native front words never have, nor two consonants at the start (прогресс).
fn begins_front(characters: &[char]) -> bool {
    let bare = match characters {
        [stem @ .., 'м' | 'б' | 'п', 'е', 'н'] if stem.iter().any(|character| is_vowel_character(*character)) => {
            stem
        }
        characters => characters,
    };
    let mut vowels = characters.iter().filter(|character| is_vowel_character(**character) || **character == 'е');
    let are_both_a = (vowels.next(), vowels.next()) == (Some(&'ا'), Some(&'ا'));
    let decisive = bare.iter().find(|character| "қғкге".contains(**character));
    !are_both_a
        && !begins_with_two_consonants(characters)
        && decisive.is_some_and(|character| "кге".contains(*character))
}

/// Returns `true` if a word is a loan by its start: прогресс, транспорт.
fn begins_with_two_consonants(characters: &[char]) -> bool {
    let is_consonant = |character: &char| {
        character.is_alphabetic() && !is_vowel_character(*character) && !matches!(character, 'е' | 'у' | &YOT)
    };
    characters.len() >= 2 && characters.iter().take(2).all(is_consonant)
}

/// What the consonants right beside a vowel say: `Some(true)` for front.
fn beside(characters: &[char], at: usize) -> Option<bool> {
    let before = at.checked_sub(1).and_then(|at| characters.get(at));
    let after = characters.get(at + 1);
    [before, after].into_iter().flatten().find_map(|character| match character {
        'қ' | 'ғ' => Some(false),
        'к' | 'г' => Some(true),
        _ => None,
    })
}

/// Front up to the vowel numbered `change` and back from there, or the other way round. With
/// `keeps_a`, ا is а behind the first vowel, in a front word too.
fn with_change(characters: &[char], begins_front: bool, change: usize, keeps_a: bool) -> Vec<char> {
    let mut open = 0;
    let read = characters.iter().map(|character| {
        if !is_vowel_character(*character) {
            return *character;
        }
        let is_front = (open < change) == begins_front;
        let stays_back = open > 0 && (*character == 'و' || (*character == 'ا' && keeps_a));
        open += 1;
        vowel(*character, is_front && !stays_back)
    });
    read.collect()
}

fn vowel(character: char, is_front: bool) -> char {
    let known = VOWELS.iter().find(|(open, ..)| *open == character);
    known.map_or(character, |(_, back, front)| if is_front { *front } else { *back })
}

fn is_vowel_character(character: char) -> bool {
    VOWELS.iter().any(|(open, ..)| *open == character)
}

fn is_arabic(letter: char) -> bool {
    matches!(letter, '\u{620}'..='\u{64a}' | '\u{66e}'..='\u{6d3}' | '\u{6d5}'..='\u{6ff}')
}

/// Characters that are written but not read: the stretcher, vowel marks, joiners.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{200c}' | '\u{200d}')
}
