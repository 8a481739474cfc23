//! A text → the letters in which its Kazakh is written, and whether letters that others use too
//! write Kazakh.

use super::Writing;
use crate::language::detection::sample_words;

/// Letters of the alphabet of 2018 that the later drafts lack, and the other way round.
const ONLY_2018: &str = "áóúýǵń";
const ONLY_2021: &str = "äöüūŭşğñŋç";

/// Returns the writing of a text that is in Kazakh: the script of most of its letters, and for
/// Latin the alphabet whose own letters are more frequent. `None` where there is no letter of these
/// scripts.
///
/// Whether the text *is* in Kazakh is another question, which
/// [`detect`](crate::language::detection::detect) answers. Looks at as much of the text as that
/// does.
pub fn detect_writing(text: &str) -> Option<Writing> {
    let (mut latin, mut arabic, mut cyrillic) = (LatinVotes::default(), ArabicVotes::default(), 0);
    for word in sample_words(text) {
        let word = word.to_lowercase();
        latin.add(&word);
        arabic.add(&word);
        cyrillic += word.chars().filter(|letter| matches!(letter, '\u{400}'..='\u{52f}')).count();
    }
    let most = latin.letters.max(arabic.letters).max(cyrillic);
    match most {
        0 => None,
        _ if most == cyrillic => Some(Writing::Cyrillic),
        _ if most == latin.letters => Some(latin.writing()),
        _ => Some(Writing::Arabic),
    }
}

/// What words in Latin letters say of being Kazakh.
///
/// Three things come together in no other language: `q` in every third word, `y` as a vowel between
/// consonants in as many, and the accented letters of one of the alphabets with no others beside
/// them.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::language) struct LatinVotes {
    pub(in crate::language) letters: usize,
    words: usize,
    with_q: usize,
    /// Words with `y` as a vowel, between consonants or at the end behind one.
    with_vowel_y: usize,
    /// Words with `y` beside a vowel, where Turkic neighbours write й with it.
    with_other_y: usize,
    with_own_letters: usize,
    with_foreign: usize,
    only_2018: usize,
    only_2021: usize,
}

impl LatinVotes {
    /// Adds a word in lower case.
    pub(in crate::language) fn add(&mut self, word: &str) {
        let is_latin = |letter: char| letter.is_ascii_alphabetic() || matches!(letter, '\u{c0}'..='\u{24f}');
        let letters: Vec<char> = word.chars().filter(|letter| is_latin(*letter)).collect();
        if letters.is_empty() {
            return;
        }
        self.letters += letters.len();
        self.words += 1;
        let of = |alphabet: &str| letters.iter().filter(|letter| alphabet.contains(**letter)).count();
        let (only_2018, only_2021) = (of(ONLY_2018), of(ONLY_2021));
        self.only_2018 += only_2018;
        self.only_2021 += only_2021;
        let is_vowel =
            |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|letter| "aeoáäóöéâêô".contains(*letter));
        let is_consonant = |at: Option<usize>| {
            at.and_then(|at| letters.get(at)).is_some_and(|letter| !"aeiouyáäóöúüūıýéâêô".contains(*letter))
        };
        let mut ys = letters.iter().enumerate().filter(|(_, letter)| **letter == 'y').map(|(at, _)| at);
        let beside_vowel = |at: usize| is_vowel(at.checked_sub(1)) || is_vowel(Some(at + 1));
        let is_sound = |at: usize| is_consonant(at.checked_sub(1)) && !is_vowel(Some(at + 1));
        self.with_other_y += usize::from(ys.clone().any(beside_vowel));
        self.with_vowel_y += usize::from(ys.any(is_sound));
        self.with_q += usize::from(letters.contains(&'q'));
        self.with_own_letters += usize::from(only_2018 + only_2021 > 0);
        let is_foreign = |letter: &char| {
            matches!(letter, 'w' | 'x')
                || !(letter.is_ascii() || *letter == 'ı' || ONLY_2018.contains(*letter) || ONLY_2021.contains(*letter))
        };
        self.with_foreign += usize::from(letters.iter().any(is_foreign));
    }

    /// Returns `true` if the words are Kazakh beyond doubt.
    pub(in crate::language) fn is_kazakh(&self) -> bool {
        let (few, many) = (self.only_2018.min(self.only_2021), self.only_2018.max(self.only_2021));
        self.words >= 3
            && self.with_q * 10 >= self.words
            && self.with_vowel_y * 8 >= self.words
            && self.with_vowel_y > 2 * self.with_other_y
            && self.with_own_letters * 6 >= self.words
            && self.with_foreign * 20 <= self.words
            && few * 8 <= many
    }

    /// The alphabet whose letters are more frequent.
    pub(in crate::language) fn writing(&self) -> Writing {
        if self.only_2021 > self.only_2018 { Writing::Latin2021 } else { Writing::Latin2018 }
    }
}

/// What words in Arabic letters say of being Kazakh.
///
/// ۇ ۋ ڭ ە are shared with Uyghur and others, which betray themselves by letters that Kazakh lacks.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::language) struct ArabicVotes {
    pub(in crate::language) letters: usize,
    /// ە, the vowel е.
    with_e: usize,
    /// ۇ ۋ ڭ
    rounded: usize,
    /// ى, ы and і; at the end of a word Arabic has it too.
    y_within: usize,
    foreign: usize,
}

impl ArabicVotes {
    /// Adds a word.
    pub(in crate::language) fn add(&mut self, word: &str) {
        let is_arabic =
            |letter: char| matches!(letter, '\u{620}'..='\u{64a}' | '\u{66e}'..='\u{6d3}' | '\u{6d5}'..='\u{6ff}');
        let letters: Vec<char> = word.chars().filter(|letter| is_arabic(*letter)).collect();
        let of = |alphabet: &str| letters.iter().filter(|letter| alphabet.contains(**letter)).count();
        self.letters += letters.len();
        self.with_e += of("ە");
        self.rounded += of("ۇۋڭ");
        self.y_within += letters.iter().rev().skip(1).filter(|letter| **letter == 'ى').count();
        self.foreign += of("ئېۈۅۉێڵڕٹڈڑےغخصضطظثذآأإةؤکیں");
    }

    /// Returns `true` if the words are Kazakh beyond doubt.
    pub(in crate::language) fn is_kazakh(&self) -> bool {
        let share = |count: usize, thousandth: usize| count * 1000 >= self.letters * thousandth;
        self.letters >= 12
            && share(self.rounded, 20)
            && share(self.with_e, 15)
            && share(self.y_within, 40)
            && self.foreign * 60 <= self.letters
    }
}
