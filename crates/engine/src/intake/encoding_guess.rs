//! Bytes that are not Unicode → the encoding in which they read best.
//!
//! Every set of letters with one byte each reads any bytes as something. The words that come out
//! are weighed by their pairs of letters in Kazakh, Russian and English; what no language does
//! costs extra: capitals inside words, other characters between letters, frames beside letters,
//! bytes without meaning. `Б¤оірлік` and `аЋѓЂг` lose against `бірлік` and `право`.
//!
//! A sample is weighed: evenly spread over a long text, and with it words whose bytes are Kazakh in
//! one set and something else in another, so that a Russian text keeps its few Kazakh names.

use crate::{
    encoding::{CodePage, Encoding},
    language::{
        Language,
        letter_pairs::{MAX_COST, cost},
    },
};

/// The length of the evenly spread sample.
const SAMPLE_BYTES: usize = 48 << 10;
/// In how many places it is taken.
const SAMPLE_WINDOWS: usize = 32;
/// How many words with distinctive bytes are added.
const DISTINCTIVE_WORDS: usize = 128;
/// How much of one such word is looked at on either side of the byte.
const HALF_WORD_BYTES: usize = 32;

/// What candidates cost before a letter is looked at, in bits: how much rarer they are among the
/// texts that people still have.
const CANDIDATES: [(Encoding, f32); 9] = [
    (Encoding::Windows1251, 0.0),
    (Encoding::Kz1048, 1.0),
    (Encoding::Pt154, 3.0),
    (Encoding::Koi8R, 3.0),
    (Encoding::Ibm866, 3.0),
    (Encoding::Windows1252, 3.0),
    (Encoding::MacCyrillic, 8.0),
    (Encoding::Iso8859_5, 8.0),
    (Encoding::Koi8U, 8.0),
];

/// Bits that say something is out of place.
const CAPITAL_INSIDE: f32 = 8.0;
const CAPITAL_AFTER_CAPITAL: f32 = 0.5;
const USUAL_CHARACTER: f32 = 3.0;
const RARE_CHARACTER: f32 = 10.0;
const BESIDE_LETTER: f32 = 4.0;
const BETWEEN_LETTERS: f32 = 10.0;
const NO_MEANING: f32 = 20.0;
const ACCENTED_LETTER: f32 = 7.0;

/// What a Ukrainian or Belarusian letter costs on both its sides, and from how many letters on
/// their languages can be recognised.
const FOREIGN_LETTER: f32 = 9.0;
const MIN_NEIGHBOUR_LETTERS: u32 = 40;

/// Bits a letter up to which a text is beyond doubt language, and from which on it is none.
const SOUND_MEAN: f32 = 5.5;
const WORST_MEAN: f32 = 7.5;
/// This advance in bits makes the best candidate twice as likely. Neighbouring pairs of letters are
/// not independent, and the table is counted in few texts, so that a bit is worth less than a bit.
const BITS_PER_DOUBLING: f32 = 5.0;

/// Finds the encoding in which `bytes` read best, and how sure that is (0 to 1). `None` if they
/// read as no language in any.
///
/// Of encodings that read the sample alike the most usual is named, and its likeness to the others
/// costs no confidence.
pub(crate) fn guess(bytes: &[u8]) -> Option<(Encoding, f32)> {
    let sample = sample(bytes);
    let mut used = [0_u32; 128];
    for byte in sample.iter().flat_map(|window| window.iter()).filter(|byte| !byte.is_ascii()) {
        used[usize::from(byte & 127)] += 1;
    }
    let read: Vec<DecodedSample> =
        CANDIDATES.iter().map(|(encoding, rarity)| DecodedSample::new(*encoding, *rarity, &sample, &used)).collect();
    let best = read.iter().min_by(|one, other| one.cost.total_cmp(&other.cost))?;
    let mean = best.cost / best.letters.max(1) as f32;
    if best.letters == 0 || mean > WORST_MEAN {
        return None;
    }
    let differs = |other: &&DecodedSample| (0..128).any(|byte| used[byte] > 0 && other.table[byte] != best.table[byte]);
    let second = read.iter().filter(differs).map(|other| other.cost).fold(f32::INFINITY, f32::min);
    let advance = 1.0 - (-(second - best.cost) / BITS_PER_DOUBLING).exp2() / 2.0;
    let soundness = ((WORST_MEAN - mean) / (WORST_MEAN - SOUND_MEAN)).clamp(0.0, 1.0);
    Some((best.encoding, advance * soundness))
}

/// The sample read in one encoding.
struct DecodedSample {
    encoding: Encoding,
    table: [char; 128],
    /// In bits.
    cost: f32,
    /// Over how many letters, word edges and other characters the cost is summed.
    letters: usize,
}

impl DecodedSample {
    fn new(encoding: Encoding, rarity: f32, sample: &[&[u8]], used: &[u32; 128]) -> Self {
        let table = encoding.code_page().map_or([char::REPLACEMENT_CHARACTER; 128], CodePage::letters);
        let mut decoded = Self { encoding, table, cost: 0.0, letters: 0 };
        let mut word = Vec::new();
        for window in sample {
            let letter = |at: usize| {
                window.get(at).map(|byte| {
                    decoded.table.get(usize::from(*byte).wrapping_sub(128)).copied().unwrap_or(char::from(*byte))
                })
            };
            let letters: Vec<char> = (0..window.len()).filter_map(letter).collect();
            for (at, letter) in letters.iter().enumerate() {
                if letter.is_alphabetic() {
                    word.push(*letter);
                    continue;
                }
                decoded.close(&mut word);
                if !letter.is_ascii() {
                    let is_letter =
                        |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|near| near.is_alphabetic());
                    let near = (is_letter(at.checked_sub(1)), is_letter(at.checked_add(1)));
                    decoded.cost += character_cost(*letter, near);
                    decoded.letters += 1;
                }
            }
            decoded.close(&mut word);
        }
        decoded.cost += rarity - neighbour(&decoded.table, used);
        decoded
    }

    /// Weighs a word and forgets it. A word of ASCII reads alike everywhere and says nothing.
    fn close(&mut self, word: &mut Vec<char>) {
        if !word.is_empty() && !word.iter().all(char::is_ascii) {
            self.letters += word.len() + 1;
            self.cost += capitals(word) + letters(word);
        }
        word.clear();
    }
}

/// What the capitals of a word cost: бірлік, Бірлік and БІРЛІК are usual, бІрЛік is not.
fn capitals(word: &[char]) -> f32 {
    let pair = |pair: &[char]| match (pair[0].is_uppercase(), pair[1].is_uppercase()) {
        (false, true) => CAPITAL_INSIDE,
        (true, true) => CAPITAL_AFTER_CAPITAL,
        _ => 0.0,
    };
    word.windows(2).map(pair).sum()
}

/// What the letters of a word cost in the language that it fits best.
fn letters(word: &[char]) -> f32 {
    let lower: Vec<char> = word.iter().flat_map(|letter| letter.to_lowercase()).collect();
    if word.iter().any(|letter| matches!(letter, '\u{400}'..='\u{52f}')) {
        // Kazakh texts of the time are full of Latin letters for want of a key: тiркеу.
        let cyrillic: Vec<char> = lower.iter().map(|letter| cyrillic_of(*letter)).collect();
        return cost(&cyrillic, Language::Kazakh).min(cost(&cyrillic, Language::Russian));
    }
    let plain: Vec<char> = lower.into_iter().filter(char::is_ascii).collect();
    let accented = word.len() - plain.len().min(word.len());
    // A word of accented letters alone is a Cyrillic one read as Latin.
    let each = if accented * 2 > word.len() { MAX_COST } else { ACCENTED_LETTER };
    cost(&plain, Language::English) + accented as f32 * each
}

fn cyrillic_of(letter: char) -> char {
    match letter {
        'i' => 'і',
        'a' => 'а',
        'c' => 'с',
        'e' => 'е',
        'o' => 'о',
        'p' => 'р',
        'x' => 'х',
        'y' => 'у',
        other => other,
    }
}

/// What is taken off the cost of a text whose foreign letters are just those of Ukrainian or
/// Belarusian: its `є` and `ў` are no sign of a wrong table. Neither has all the letters of Kazakh
/// and Russian, which distinguishes them from Kazakh read wrongly.
fn neighbour(table: &[char; 128], used: &[u32; 128]) -> f32 {
    let count = |alphabet: &str| {
        let is_listed = |letter: &char| letter.to_lowercase().any(|letter| alphabet.contains(letter));
        table.iter().zip(used).filter(|(letter, _)| is_listed(letter)).map(|(_, used)| *used).sum::<u32>()
    };
    if count("і") == 0 || count("абвгдежзклмнопрстуфхцчш") < MIN_NEIGHBOUR_LETTERS || count("ђѓѕјљњћќџәғқңөұүһ") > 0
    {
        return 0.0;
    }
    let (ukrainian, belarusian) = (count("єїґ"), count("ў"));
    let foreign = match (ukrainian, belarusian) {
        (1.., 0) if count("ыэёъ") == 0 => ukrainian,
        (0, 1..) if count("ищъ") == 0 => belarusian,
        _ => 0,
    };
    foreign as f32 * (2.0 * MAX_COST - FOREIGN_LETTER)
}

/// What a character beyond ASCII costs, which has a letter before and after it or not.
fn character_cost(character: char, near: (bool, bool)) -> f32 {
    let between = if near == (true, true) { BETWEEN_LETTERS } else { 0.0 };
    let beside = if near.0 || near.1 { BESIDE_LETTER } else { 0.0 };
    match character {
        char::REPLACEMENT_CHARACTER | '\u{80}'..='\u{9f}' => NO_MEANING,
        // These stand between letters by right.
        '\u{a0}' | '\u{ad}' | '–' | '—' | '…' => USUAL_CHARACTER,
        '’' if near.0 => USUAL_CHARACTER,
        '«' | '„' if near.0 => RARE_CHARACTER + beside,
        '»' | '”' if near.1 => RARE_CHARACTER + beside,
        '«' | '»' | '„' | '“' | '”' | '№' | '•' | '§' | '°' | '·' => USUAL_CHARACTER + between,
        // Frames and blocks stand apart from words.
        '\u{2500}'..='\u{25ff}' if near.0 || near.1 => RARE_CHARACTER + BETWEEN_LETTERS,
        _ => RARE_CHARACTER + beside + between,
    }
}

/// The parts of `bytes` to look at.
fn sample(bytes: &[u8]) -> Vec<&[u8]> {
    if bytes.len() <= SAMPLE_BYTES {
        return vec![bytes];
    }
    let len = SAMPLE_BYTES / SAMPLE_WINDOWS;
    let start = |window: usize| (bytes.len() - len) / (SAMPLE_WINDOWS - 1) * window;
    let even = (0..SAMPLE_WINDOWS).map(|window| &bytes[start(window)..start(window) + len]);
    even.chain(distinctive_words(bytes)).collect()
}

/// Words with a byte that is one letter in one of the sets that agree on Russian, and something
/// else in another.
fn distinctive_words(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let tables = [CodePage::WINDOWS_1251, CodePage::KZ_1048, CodePage::PT_154].map(CodePage::letters);
    let is_distinctive = |byte: u8| {
        let letters = [0, 1, 2].map(|table: usize| tables[table].get(usize::from(byte).wrapping_sub(128)));
        letters.iter().any(|letter| *letter != letters[0])
            && letters.iter().flatten().any(|letter| letter.is_alphabetic())
    };
    let distinctive: [bool; 256] = std::array::from_fn(|byte| u8::try_from(byte).is_ok_and(is_distinctive));
    let mut from = 0;
    std::iter::from_fn(move || {
        let found = from + bytes.get(from..)?.iter().position(|byte| distinctive[usize::from(*byte)])?;
        let before = bytes[..found].iter().rev().take(HALF_WORD_BYTES).take_while(|byte| **byte > b' ').count();
        let after = bytes[found..].iter().take(HALF_WORD_BYTES).take_while(|byte| **byte > b' ').count();
        from = found + after;
        Some(&bytes[found - before..found + after])
    })
    .take(DISTINCTIVE_WORDS)
}

/// Returns `true` if nearly all bytes beyond ASCII are well-formed UTF-8. In the sets with one byte
/// a letter such sequences occur by chance, nearly all of them of three bytes (IBM866).
pub(crate) fn is_broken_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0_usize, 0_usize);
    for chunk in bytes[..bytes.len().min(MAX_LOOK_FOR_BREAKS)].utf8_chunks() {
        sound += chunk
            .valid()
            .chars()
            .filter(|letter| matches!(letter, '\u{80}'..='\u{7ff}' | '\u{2000}'..='\u{2fff}'))
            .count();
        broken += chunk.invalid().len();
    }
    sound * 2 >= broken * 4 && sound >= 2
}

/// How far to look for the share of broken sequences.
const MAX_LOOK_FOR_BREAKS: usize = 1 << 20;
