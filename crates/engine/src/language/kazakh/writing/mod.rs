//! Kazakh in Latin and in Arabic letters → the same words in Cyrillic, for comparison only.
//!
//! One word is written in five ways: құқық, quqyq (2018 and 2021 alike), قۇقىق. Lexicons are
//! written in Cyrillic, so a text in another writing is compared by what its words would be in
//! Cyrillic; the text itself stays as it is. What the other alphabets leave open (й or и, ц or тс,
//! а or ә under one letter) is decided by the letters beside it, and where these leave it open by
//! the [known words](super::known_words).
//!
//! ```
//! use tarazy_engine::language::kazakh::writing::{Writing, detect_writing, to_cyrillic};
//!
//! assert_eq!(detect_writing("Adam quqyqtary týraly zań"), Some(Writing::Latin2018));
//! assert_eq!(to_cyrillic("bostandyǵymyzdyń", Writing::Latin2018), "бостандығымыздың");
//! assert_eq!(to_cyrillic("Täuelsızdık", Writing::Latin2021), "Тәуелсіздік");
//! assert_eq!(to_cyrillic("بوستاندىق", Writing::Arabic), "бостандық");
//! ```

mod arabic;
mod detect;
mod latin;
mod latin_letters;
mod spelling;

pub use detect::detect_writing;
pub(in crate::language) use detect::{ArabicVotes, LatinVotes};

use serde::{Deserialize, Serialize};

/// The letters in which a Kazakh text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Writing {
    /// Cyrillic, the alphabet of 1940: құқық, тәуелсіздік.
    #[serde(rename = "cyrillic")]
    Cyrillic,
    /// Latin with acute accents, by the decree of 19 February 2018: quqyq, táýelsizdik.
    #[serde(rename = "latin-2018")]
    Latin2018,
    /// Latin with diaereses, by the draft of January 2021: quqyq, täuelsızdık. Texts by the draft
    /// of November 2019 are read as well.
    #[serde(rename = "latin-2021")]
    Latin2021,
    /// Arabic letters, töte jazu, as Kazakhs in China use them: قۇقىق, تاۋەلسىزدىك.
    #[serde(rename = "arabic")]
    Arabic,
}

impl Writing {
    /// Every writing.
    pub const ALL: [Self; 4] = [Self::Cyrillic, Self::Latin2018, Self::Latin2021, Self::Arabic];

    /// Returns a stable code for messages and files: `cyrillic`, `latin-2018`, `latin-2021`,
    /// `arabic`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Cyrillic => "cyrillic",
            Self::Latin2018 => "latin-2018",
            Self::Latin2021 => "latin-2021",
            Self::Arabic => "arabic",
        }
    }
}

/// Returns a word in Cyrillic; characters that are no letters of the writing stay as they are, and
/// so does every word in Cyrillic.
///
/// A capital at the start and capitals throughout are kept; a capital in the middle is not. A word
/// with a hyphen is read part by part. Cost: some microseconds, so ask once for each distinct word.
pub fn to_cyrillic(word: &str, writing: Writing) -> String {
    let part = match writing {
        Writing::Cyrillic => return word.to_owned(),
        Writing::Latin2018 | Writing::Latin2021 => latin::read,
        Writing::Arabic => arabic::read,
    };
    let mut read = String::with_capacity(word.len() * 2);
    for (at, piece) in word.split(is_hyphen).enumerate() {
        if at > 0 {
            read.push('-');
        }
        read.push_str(&part(piece, writing));
    }
    read
}

fn is_hyphen(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}' | '\u{2011}')
}

/// Of several readings of one word the one that the known words explain best; the first where none
/// is explained better.
///
/// A reading other than the first must be explained by at least `least` letters: shorter words
/// explain too much.
fn best(readings: Vec<String>, least: usize) -> String {
    let mut readings = readings.into_iter();
    let Some(first) = readings.next() else { return String::new() };
    let Some(second) = readings.next() else { return first };
    let known = super::known_words();
    let mut most = known.longest(&first).max(least - 1);
    let mut best = first;
    for reading in std::iter::once(second).chain(readings) {
        let explained = known.longest(&reading);
        if explained > most {
            (most, best) = (explained, reading);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_cyrillic_and_other_characters_stay() {
        for writing in Writing::ALL {
            for word in ["тәуелсіздік", "Адам", "7%", "2000", "«", ""] {
                assert_eq!(to_cyrillic(word, writing), word, "{writing:?}");
            }
        }
    }

    #[test]
    fn case_is_kept() {
        assert_eq!(to_cyrillic("Shyǵys-QAZAQSTAN", Writing::Latin2018), "Шығыс-ҚАЗАҚСТАН");
        assert_eq!(to_cyrillic("SHYǴYS", Writing::Latin2018), "ШЫҒЫС");
    }
}
