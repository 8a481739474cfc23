//! Is the text one that a language has?
//!
//! Some files draw the right shapes and name the wrong characters, or none. Such a text must not be
//! counted: few words or none would be found in it, without an error.

use crate::{
    error::{PdfError, Result},
    receipt::Receipt,
};

/// The share of characters that cannot be known from which on a text is refused.
const UNUSABLE: f32 = 0.1;
/// The share from which on a text of a few words is refused, and how many such characters are few.
const UNUSABLE_WORDS: f32 = 0.5;
const FEW: usize = 12;
/// How many pages an error names.
const MOST_PAGES: usize = 100;

/// Fails if the text cannot be used; notes pages with characters that cannot be known.
pub(crate) fn check(text: &str, starts: &[usize], receipt: &mut Receipt) -> Result<()> {
    let (mut bad, mut good) = (0, 0);
    for (page, start) in starts.iter().enumerate() {
        let end = starts.get(page + 1).copied().unwrap_or(text.len());
        let found = Found::of(&text[*start..end]);
        if found.unknown + found.strange > 0 {
            receipt.pages_with_unknown.push(u32::try_from(page + 1).unwrap_or(u32::MAX));
        }
        bad += found.unknown + found.strange;
        good += found.good;
    }
    if bad + good == 0 {
        return Err(PdfError::NoText { pages: u32::try_from(starts.len()).unwrap_or(u32::MAX) });
    }
    receipt.unknown_share = bad as f32 / (bad + good) as f32;
    if receipt.unknown_share < if bad <= FEW { UNUSABLE_WORDS } else { UNUSABLE } {
        return Ok(());
    }
    let mut pages = receipt.pages_with_unknown.clone();
    pages.truncate(MOST_PAGES);
    Err(PdfError::UnusableText { share: receipt.unknown_share, pages })
}

/// Characters of words, by what can be made of them.
#[derive(Debug, Default)]
struct Found {
    good: usize,
    /// Those that no text has.
    unknown: usize,
    /// Those of words that no language has.
    strange: usize,
}

/// Of a hundred characters, the number from which on strange words are no abbreviations.
const STRANGE_PER_HUNDRED: usize = 25;
/// Characters of words that a page must have for that.
const ENOUGH: usize = 40;

impl Found {
    fn of(text: &str) -> Self {
        let mut found = Self::default();
        for word in text.split_whitespace() {
            let unknown = word.chars().filter(|character| is_unknown(*character)).count();
            let letters = word.chars().filter(|character| character.is_alphanumeric()).count();
            found.unknown += unknown;
            if has_digits_inside(word) || has_no_vowel(word) {
                found.strange += letters;
            } else {
                found.good += letters;
            }
        }
        let all = found.good + found.strange;
        if all < ENOUGH || found.strange * 100 < all * STRANGE_PER_HUNDRED {
            found.good += std::mem::take(&mut found.strange);
        }
        found
    }
}

/// Characters that no text of a language has.
fn is_unknown(character: char) -> bool {
    matches!(character,
        '\u{FFFD}' | '\0'..='\u{1}' | '\u{3}'..='\u{8}' | '\u{E}'..='\u{1D}' | '\u{7F}'..='\u{9F}'
        | '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..)
}

/// A digit with letters on both sides.
fn has_digits_inside(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    letters.windows(3).any(|three| three[0].is_alphabetic() && three[1].is_numeric() && three[2].is_alphabetic())
}

/// Four letters of Latin or Cyrillic and more, and no vowel among them.
fn has_no_vowel(word: &str) -> bool {
    const VOWELS: &str = "aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüœıаеёиоуыэюяєіїәөүұ";
    let is_vowel = |letter: char| letter.to_lowercase().any(|letter| VOWELS.contains(letter));
    let is_of_alphabet =
        |letter: char| matches!(letter, 'A'..='Z' | 'a'..='z' | '\u{C0}'..='\u{24F}' | '\u{400}'..='\u{52F}');
    let word = word.trim_matches(|character: char| !character.is_alphabetic());
    word.chars().count() >= 4 && word.chars().all(is_of_alphabet) && !word.chars().any(is_vowel)
}

/// Returns the text without characters that only a page needs: joined letters are taken apart, all
/// spaces are alike.
pub(crate) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\u{FB00}' => plain.push_str("ff"),
            '\u{FB01}' => plain.push_str("fi"),
            '\u{FB02}' => plain.push_str("fl"),
            '\u{FB03}' => plain.push_str("ffi"),
            '\u{FB04}' => plain.push_str("ffl"),
            '\u{FB05}' | '\u{FB06}' => plain.push_str("st"),
            '\t' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => plain.push(' '),
            other => plain.push(other),
        }
    }
    plain
}
