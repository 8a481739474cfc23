//! A Kazakh word in Latin letters → Cyrillic.
//!
//! First letter by letter, sh and ch as one; what is open then is settled by
//! [`spelling`](super::spelling). A capital `I` is the capital of ı and, where a keyboard has no
//! other, of i as well, so that it is read both ways.

use super::{
    Writing, best,
    latin_letters::cyrillic,
    spelling::{YOT, readings},
};
use crate::text::is_cyrillic;

/// Reads one word without a hyphen.
pub(super) fn read(word: &str, writing: Writing) -> String {
    if !word.chars().any(|letter| letter.is_alphabetic() && !is_cyrillic(letter)) {
        return word.to_owned();
    }
    let dotless = if writing == Writing::Latin2018 { YOT } else { 'і' };
    let dotted = if writing == Writing::Latin2018 { 'і' } else { YOT };
    let mut all = readings(&characters(word, writing, dotless), writing);
    if word.contains('I') {
        all.extend(readings(&characters(word, writing, dotted), writing));
    }
    with_case_of(word, best(all, 4))
}

/// The Cyrillic letters of a word in lower case, before anything is settled; `capital` is what `I`
/// stands for.
fn characters(word: &str, writing: Writing, capital: char) -> Vec<char> {
    let mut characters: Vec<char> = Vec::with_capacity(word.len());
    let mut letters = word.chars().peekable();
    while let Some(letter) = letters.next() {
        let small = match letter {
            'I' => {
                characters.push(capital);
                continue;
            }
            'İ' => 'i',
            letter => letter.to_lowercase().next().unwrap_or(letter),
        };
        let before_h = letters.peek().is_some_and(|next| matches!(next, 'h' | 'H'));
        let character = match small {
            's' if before_h => Some('ш'),
            'c' if before_h => Some('ч'),
            small => cyrillic(small, writing),
        };
        if before_h && matches!(small, 's' | 'c') {
            letters.next();
        }
        characters.push(character.unwrap_or(small));
    }
    characters
}

/// Gives a reading the case of the word: capitals throughout, a capital at the start, or none.
fn with_case_of(word: &str, read: String) -> String {
    let mut letters = word.chars().filter(|letter| letter.is_alphabetic());
    if !letters.next().is_some_and(char::is_uppercase) {
        return read;
    }
    if letters.clone().next().is_some() && letters.all(char::is_uppercase) {
        return read.to_uppercase();
    }
    let mut characters = read.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}
