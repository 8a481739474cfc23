//! A text → the language it is written in, if that is one of ours; else what it looks like.
//!
//! Law: what is not recognised is never taken for ours; a wrong guess would send a text to the
//! wrong lexicon without a word.
//!
//! Each word of a sample votes. Letters decide for Kazakh (құқық, бірлік; quqyq, قۇقىق) and against
//! languages that share its script; frequent words and endings decide for Russian and English and
//! against their neighbours. Latin look-alikes inside a Cyrillic word are read as the Cyrillic
//! letters they stand for, so тiркеу with a Latin `i` votes as тіркеу does.
//!
//! ```
//! use tarazy_engine::language::{Language, detection::{OtherLanguage, Recognition, detect, recognise}};
//!
//! assert_eq!(detect("Барлық адамдар тумысынан азат болып дүниеге келеді."), Some(Language::Kazakh));
//! assert_eq!(detect("Все люди рождаются свободными и равными."), Some(Language::Russian));
//! let ukrainian = "Усі люди народжуються вільними і рівними у своїй гідності.";
//! assert_eq!(detect(ukrainian), None);
//! assert_eq!(recognise(ukrainian), Recognition::Other(OtherLanguage::Ukrainian));
//! ```

mod neighbour;
mod sentence;
mod words;

pub use neighbour::{OtherLanguage, Script};
pub use sentence::{Evidence, SentenceVotes, evidence};

use self::{
    neighbour::NeighbourVotes,
    words::{
        ENGLISH_WORDS, FOREIGN_CYRILLIC_WORDS, FOREIGN_LATIN_WORDS, KAZAKH_LETTERS, KAZAKH_ONLY_LETTERS, KAZAKH_WORDS,
        RUSSIAN_ALPHABET, RUSSIAN_ENDINGS, RUSSIAN_WORDS, ends_in,
    },
};
use super::{
    Language,
    kazakh::writing::{ArabicVotes, LatinVotes, Writing},
};
use crate::text::{is_cyrillic, is_letter};

/// The length of text that is looked at; longer texts are sampled.
const SAMPLE_BYTES: usize = 128 * 1024;

/// The number of places from which the sample of a long text is taken, evenly spread.
const SAMPLE_WINDOWS: usize = 32;

/// Fewer letters than this say nothing.
const MIN_LETTERS: usize = 12;

/// The share of a language's own words among all words that it must reach; running text has two to
/// four times as many.
const MIN_SHARE: f64 = 0.12;

/// Latin letters and the Cyrillic letters they are mistaken for.
const LOOK_ALIKES: [(char, char); 13] = [
    ('a', 'а'),
    ('b', 'в'),
    ('c', 'с'),
    ('e', 'е'),
    ('h', 'һ'),
    ('i', 'і'),
    ('ï', 'і'),
    ('k', 'к'),
    ('m', 'м'),
    ('o', 'о'),
    ('p', 'р'),
    ('x', 'х'),
    ('y', 'у'),
];

/// What a text is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Recognition {
    /// One of our languages.
    Ours(Language),
    /// Kazakh in other letters than Cyrillic.
    KazakhIn(Writing),
    /// A language that is not ours, by its name.
    Other(OtherLanguage),
    /// A language, or a mixture, that cannot be named, in letters of this script.
    Script(Script),
    /// Too little text to decide.
    TooLittle,
}

impl Recognition {
    /// Returns the language if it is one of ours.
    pub const fn language(self) -> Option<Language> {
        match self {
            Self::Ours(language) => Some(language),
            Self::KazakhIn(_) => Some(Language::Kazakh),
            Self::Other(_) | Self::Script(_) | Self::TooLittle => None,
        }
    }
}

/// Says in which of our languages `text` is written, or `None` for another language, a mixture, or
/// too little text.
///
/// The same as [`recognise`] for those who want no more.
pub fn detect(text: &str) -> Option<Language> {
    recognise(text).language()
}

/// Says what `text` is written in.
///
/// Looks at 128 KiB (64 thousand Cyrillic letters) spread over the text at most, so the cost is
/// bounded. Expects text whose encoding has been repaired: letters of a legacy Kazakh font look
/// Macedonian.
///
/// Fewer than twelve letters give [`Recognition::TooLittle`].
pub fn recognise(text: &str) -> Recognition {
    let mut votes = Votes::default();
    for word in sample_words(text) {
        votes.add(word);
    }
    match votes.winner() {
        Some(found) => found,
        None if votes.letters() < MIN_LETTERS => Recognition::TooLittle,
        None => {
            let mut neighbours = NeighbourVotes::default();
            for word in sample_words(text) {
                neighbours.add(&lower(word));
            }
            let script = votes.script();
            neighbours.winner(script).map_or(Recognition::Script(script), Recognition::Other)
        }
    }
}

/// The words that are looked at: all of a short text, of a longer one those in evenly spread
/// windows.
pub(super) fn sample_words(text: &str) -> impl Iterator<Item = &str> {
    let is_between = |letter: char| !is_letter(letter) && !is_inner_mark(letter);
    windows(text).flat_map(move |window| window.split(is_between)).filter(|word| !word.is_empty())
}

/// A word in lower case without its marks.
fn lower(word: &str) -> String {
    word.chars().filter(|letter| !is_inner_mark(*letter)).flat_map(char::to_lowercase).collect()
}

/// Marks that do not end a word: combining accents, the soft hyphen.
fn is_inner_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{ad}')
}

/// The parts of `text` to look at: all of it, or evenly spread windows.
fn windows(text: &str) -> impl Iterator<Item = &str> {
    let count = if text.len() <= SAMPLE_BYTES { 1 } else { SAMPLE_WINDOWS };
    let len = text.len().min(SAMPLE_BYTES) / count;
    (0..count).map(move |window| {
        let start = if count == 1 { 0 } else { (text.len() - len) / (count - 1) * window };
        &text[text.floor_char_boundary(start)..text.floor_char_boundary(start + len)]
    })
}

/// What the words seen so far say.
#[derive(Default)]
struct Votes {
    cyrillic: ScriptVotes,
    latin: ScriptVotes,
    other_letters: usize,
    kazakh_words: usize,
    kazakh_letters: usize,
    kazakh_only_letters: usize,
    dotted_i: usize,
    /// The letters ы and э, of which Bulgarian, Serbian and Ukrainian have neither, and Uzbek and
    /// Tajik no ы.
    back_vowels: usize,
    kazakh_in_latin: LatinVotes,
    kazakh_in_arabic: ArabicVotes,
}

/// The words of one script.
#[derive(Default)]
struct ScriptVotes {
    letters: usize,
    words: usize,
    /// Words of Russian (Cyrillic) or English (Latin).
    own: usize,
    foreign: usize,
}

impl Votes {
    fn add(&mut self, word: &str) {
        let word = lower(word);
        let letters = word.chars().count();
        let cyrillic = word.chars().filter(|letter| is_cyrillic(*letter)).count();
        let latin = word.chars().filter(|letter| is_latin(*letter)).count();
        if cyrillic > 0 && cyrillic >= latin {
            self.add_cyrillic(&repair(&word), letters);
        } else if latin > 0 {
            self.add_latin(&word, letters);
        } else {
            let before = self.kazakh_in_arabic.letters;
            self.kazakh_in_arabic.add(&word);
            self.other_letters += letters - (self.kazakh_in_arabic.letters - before);
        }
    }

    fn add_cyrillic(&mut self, word: &str, letters: usize) {
        self.cyrillic.letters += letters;
        self.cyrillic.words += 1;
        let of = |alphabet: &str| word.chars().filter(|letter| alphabet.contains(*letter)).count();
        let kazakh_letters = of(KAZAKH_LETTERS);
        self.kazakh_letters += kazakh_letters;
        self.kazakh_only_letters += of(KAZAKH_ONLY_LETTERS);
        self.dotted_i += of("і");
        self.back_vowels += of("ыэ");
        if of(RUSSIAN_ALPHABET) + kazakh_letters < letters || FOREIGN_CYRILLIC_WORDS.contains(word) {
            self.cyrillic.foreign += 1;
        } else if kazakh_letters > 0 || KAZAKH_WORDS.contains(word) {
            self.kazakh_words += 1;
        } else if RUSSIAN_WORDS.contains(word) || (letters >= 5 && ends_in(word, RUSSIAN_ENDINGS)) {
            self.cyrillic.own += 1;
        }
    }

    fn add_latin(&mut self, word: &str, letters: usize) {
        self.latin.letters += letters;
        self.latin.words += 1;
        self.kazakh_in_latin.add(word);
        if !word.is_ascii() || FOREIGN_LATIN_WORDS.contains(word) {
            self.latin.foreign += 1;
        } else if ENGLISH_WORDS.contains(word) {
            self.latin.own += 1;
        }
    }

    /// Letters of the most frequent script.
    fn letters(&self) -> usize {
        self.cyrillic.letters.max(self.latin.letters).max(self.kazakh_in_arabic.letters).max(self.other_letters)
    }

    /// The most frequent script.
    fn script(&self) -> Script {
        match self.letters() {
            most if most == self.cyrillic.letters => Script::Cyrillic,
            most if most == self.latin.letters => Script::Latin,
            most if most == self.kazakh_in_arabic.letters => Script::Arabic,
            _ => Script::Other,
        }
    }

    /// What the text is, if it is in one of our languages.
    fn winner(&self) -> Option<Recognition> {
        if self.letters() < MIN_LETTERS {
            return None;
        }
        match self.script() {
            Script::Cyrillic => self.cyrillic_winner().map(Recognition::Ours),
            Script::Latin if self.kazakh_in_latin.is_kazakh() => {
                Some(Recognition::KazakhIn(self.kazakh_in_latin.writing()))
            }
            Script::Latin => self.latin.is_own(self.latin.own, 2).then_some(Recognition::Ours(Language::English)),
            Script::Arabic => self.kazakh_in_arabic.is_kazakh().then_some(Recognition::KazakhIn(Writing::Arabic)),
            Script::Other => None,
        }
    }

    fn cyrillic_winner(&self) -> Option<Language> {
        if self.kazakh_words > self.cyrillic.own {
            return (self.cyrillic.is_own(self.kazakh_words, 2) && self.has_kazakh_letters())
                .then_some(Language::Kazakh);
        }
        let is_russian = self.cyrillic.is_own(self.cyrillic.own, 3) && self.has_russian_letters();
        is_russian.then_some(Language::Russian)
    }

    /// Kyrgyz, Tatar and Mongolian have ө and ү but not the others, Ukrainian and Belarusian have і
    /// alone, and Uzbek, Tajik and Uyghur have no ы.
    fn has_kazakh_letters(&self) -> bool {
        let is_kipchak = self.kazakh_only_letters > 0 && self.kazakh_only_letters * 5 >= self.kazakh_letters * 2;
        let is_slavic = self.dotted_i * 5 > self.kazakh_letters * 4;
        let is_uyghur = self.kazakh_letters >= 8 && self.back_vowels == 0 && self.dotted_i == 0;
        is_kipchak
            && !is_slavic
            && !is_uyghur
            && (self.back_vowels > 0 || self.kazakh_letters > self.cyrillic.letters / 12)
    }

    /// Every fiftieth letter of Russian is ы or э; Bulgarian, Serbian and Ukrainian have neither.
    fn has_russian_letters(&self) -> bool {
        self.back_vowels * 250 >= self.cyrillic.letters.saturating_sub(200)
    }
}

impl ScriptVotes {
    /// Returns `true` if `own` words are enough of all, and at least `margin` times as many as the
    /// foreign ones.
    fn is_own(&self, own: usize, margin: usize) -> bool {
        own as f64 >= MIN_SHARE * self.words as f64 && own > 0 && own >= margin * self.foreign
    }
}

fn is_latin(letter: char) -> bool {
    letter.is_ascii_alphabetic() || matches!(letter, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// Reads Latin look-alikes in a Cyrillic word as Cyrillic.
fn repair(word: &str) -> String {
    let cyrillic_of = |letter| LOOK_ALIKES.iter().find(|(latin, _)| *latin == letter).map(|(_, cyrillic)| *cyrillic);
    word.chars().map(|letter| cyrillic_of(letter).unwrap_or(letter)).collect()
}

#[cfg(test)]
mod tests;
