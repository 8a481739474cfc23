//! Kazakh letters as sounds: what vowel harmony and assimilation see of a word.
//!
//! A suffix is written with *archiphonemes*, capital letters that stand for several letters of the
//! alphabet; which one is written depends on the surface so far. `LAр` after қала is лар, after ел
//! is дер, after кент is тер: [`Surface::admits`] answers for one letter, and [`Surface::append`]
//! moves on.
//!
//! | symbol | letters | where |
//! | --- | --- | --- |
//! | `A` | а е | by harmony |
//! | `I` | ы і | by harmony |
//! | `G` | ғ г қ к | by harmony; қ к after a voiceless sound |
//! | `K` | қ к | by harmony |
//! | `L` | л д т | plural, -лы, -лық, -ла |
//! | `N` | н д т | genitive |
//! | `Y` | н д т | accusative |
//! | `D` | д т | locative, past |
//! | `B` | н д т | ablative: н after a nasal |
//! | `M` | м б п | instrumental, first person singular |
//! | `P` | м б п | negation, first person plural: б after a nasal |

/// Which vowels may follow: a set of back and front, never empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Harmony(u8);

impl Harmony {
    /// Back vowels: қала, халық.
    pub(super) const BACK: Self = Self(1);
    /// Front vowels: ел, теңдік.
    pub(super) const FRONT: Self = Self(2);
    /// Words that take either, or that writers treat in both ways: июль, факт, су.
    pub(super) const EITHER: Self = Self(3);

    /// Finds the harmony with which suffixes follow `word`.
    ///
    /// The last decisive letter rules: қ and ғ are back, и у ю decide nothing. Loans are treated as
    /// either where their spelling leaves it open (final ь, к or г after a back vowel, -кт).
    pub(super) fn of(word: &str) -> Self {
        let mut letters = word.chars().rev();
        let Some(last) = letters.clone().next() else { return Self::EITHER };
        if matches!(last, 'қ' | 'ғ') {
            return Self::BACK;
        }
        if matches!(last, 'ь' | 'ъ' | 'ә' | 'и') {
            return Self::EITHER;
        }
        let loan_end = matches!(last, 'к' | 'г') || ["кт", "пт", "фт"].iter().any(|end| word.ends_with(end));
        let decisive =
            letters.find(|letter| !is_neutral(*letter) && (is_vowel(*letter) || matches!(letter, 'қ' | 'ғ')));
        let last_vowel = word.chars().rev().find(|letter| is_vowel(*letter) || is_neutral(*letter));
        let within = last_vowel.is_some_and(is_neutral) && last_vowel != Some(last);
        match decisive {
            _ if within => Self::EITHER,
            None | Some('э' | 'ё') => Self::EITHER,
            Some('е') if LOANS_IN_YO.iter().any(|loan| word.ends_with(loan)) => Self::EITHER,
            Some('ә' | 'ө' | 'ү' | 'і' | 'е') => Self::FRONT,
            Some(_) if loan_end => Self::EITHER,
            Some(_) => Self::BACK,
        }
    }

    /// Encodes the set in two bits.
    pub(super) const fn bits(self) -> u32 {
        self.0 as u32
    }

    /// Decodes [`Harmony::bits`]; the empty set reads as either.
    pub(super) const fn from_bits(bits: u32) -> Self {
        match bits & 3 {
            1 => Self::BACK,
            2 => Self::FRONT,
            _ => Self::EITHER,
        }
    }

    const fn admits(self, side: Self) -> bool {
        self.0 & side.0 != 0
    }
}

/// Loans with ё in their last syllable, written with е as forms are compared: both актёрлер and
/// актёрлар are written.
const LOANS_IN_YO: [&str; 22] = [
    "актер",
    "режиссер",
    "шахтер",
    "шофер",
    "боксер",
    "волонтер",
    "дирижер",
    "дублер",
    "каскадер",
    "контролер",
    "монтер",
    "партнер",
    "репортер",
    "стажер",
    "суфлер",
    "тренажер",
    "гример",
    "вахтер",
    "минер",
    "сапер",
    "самолет",
    "вертолет",
];

/// The class of the last sound, for the first consonant of the next suffix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sound {
    /// а ә е ы і о ө ұ ү я э
    Vowel,
    /// у ю р й
    Glide,
    /// и: a glide in native words, a vowel in loans
    GlideOrVowel,
    /// л
    Lateral,
    /// м н ң
    Nasal,
    /// з ж
    Buzz,
    /// п т қ к с ш …, and б в г д at the end of loans
    Voiceless,
    /// A digit, a Latin letter, a hyphen: pronounced as the reader knows, so anything may follow
    Unknown,
}

impl Sound {
    const fn of(letter: char) -> Self {
        match letter {
            'а' | 'ә' | 'е' | 'ы' | 'і' | 'о' | 'ө' | 'ұ' | 'ү' | 'я' | 'э' | 'ё' => Self::Vowel,
            'и' => Self::GlideOrVowel,
            'у' | 'ю' | 'р' | 'й' => Self::Glide,
            'л' => Self::Lateral,
            'м' | 'н' | 'ң' => Self::Nasal,
            'з' | 'ж' => Self::Buzz,
            'а'..='я' | 'ғ' | 'қ' | 'һ' => Self::Voiceless,
            _ => Self::Unknown,
        }
    }
}

/// What the next suffix needs to know of the letters written so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Surface {
    sound: Sound,
    harmony: Harmony,
}

impl Surface {
    /// A surface about which nothing is known, as after the hyphen in ҮЕҰ-дың: every letter of an
    /// archiphoneme fits.
    pub(super) const UNKNOWN: Self = Self { sound: Sound::Unknown, harmony: Harmony::EITHER };

    /// Describes a stem that ends as `text` does and has a known harmony. A final ь or ъ is not a
    /// sound.
    pub(super) fn of(text: &str, harmony: Harmony) -> Self {
        let last = text.chars().rev().find(|letter| !matches!(letter, 'ь' | 'ъ'));
        Self { sound: last.map_or(Sound::Unknown, Sound::of), harmony }
    }

    /// Returns `true` if the last sound is a vowel, so that a link vowel is not written; `None`
    /// when both may be.
    pub(super) const fn ends_in_vowel(self) -> Option<bool> {
        match self.sound {
            Sound::Vowel => Some(true),
            Sound::Unknown => None,
            _ => Some(false),
        }
    }

    /// Returns `true` if `letter` may be written for `symbol`, an archiphoneme of the module's
    /// table or a plain letter.
    #[expect(clippy::match_same_arms, reason = "one row for each letter of each archiphoneme")]
    pub(super) fn admits(self, symbol: char, letter: char) -> bool {
        use Sound::{Buzz, Glide, GlideOrVowel, Lateral, Nasal, Unknown, Voiceless, Vowel};
        let side = match letter {
            'а' | 'ы' | 'ғ' | 'қ' => Harmony::BACK,
            'е' | 'і' | 'г' | 'к' => Harmony::FRONT,
            _ => Harmony::EITHER,
        };
        let sounds: &[Sound] = match (symbol, letter) {
            ('A', 'а' | 'е') | ('I', 'ы' | 'і') | ('K', 'қ' | 'к') => return self.harmony.admits(side),
            ('G', _) if !self.harmony.admits(side) => return false,
            ('G', 'қ' | 'к') => &[Voiceless],
            ('G', 'ғ' | 'г') => &[Vowel, GlideOrVowel, Glide, Lateral, Nasal, Buzz],
            ('L', 'л') => &[Vowel, GlideOrVowel, Glide],
            ('L', 'д') => &[Lateral, Nasal, Buzz],
            ('N', 'н') => &[Vowel, GlideOrVowel, Nasal],
            ('N', 'д') => &[GlideOrVowel, Glide, Lateral, Buzz],
            ('Y', 'н') => &[Vowel, GlideOrVowel],
            ('Y', 'д') => &[GlideOrVowel, Glide, Lateral, Nasal, Buzz],
            ('D', 'д') => &[Vowel, GlideOrVowel, Glide, Lateral, Nasal, Buzz],
            ('B', 'н') => &[Nasal],
            ('B', 'д') => &[Vowel, GlideOrVowel, Glide, Lateral, Buzz],
            ('M', 'м') => &[Vowel, GlideOrVowel, Glide, Lateral, Nasal],
            ('M', 'б') => &[Buzz],
            ('P', 'м') => &[Vowel, GlideOrVowel, Glide, Lateral],
            ('P', 'б') => &[Nasal, Buzz],
            ('L' | 'N' | 'Y' | 'D' | 'B', 'т') | ('M' | 'P', 'п') => &[Voiceless],
            _ => return symbol == letter,
        };
        self.sound == Unknown || sounds.contains(&self.sound)
    }

    /// Returns the surface after one more letter of a suffix. A vowel or a velar narrows the
    /// harmony.
    #[must_use]
    pub(super) const fn append(self, letter: char) -> Self {
        let harmony = match letter {
            'а' | 'ы' | 'ғ' | 'қ' | 'я' => Harmony::BACK,
            'е' | 'і' | 'г' | 'к' => Harmony::FRONT,
            _ => self.harmony,
        };
        Self { sound: Sound::of(letter), harmony }
    }
}

/// Returns `true` if `letter` is a vowel that decides harmony.
pub(super) const fn is_vowel(letter: char) -> bool {
    matches!(Sound::of(letter), Sound::Vowel)
}

/// Returns `true` if `letter` is и, у or ю: a vowel to the eye that leaves harmony to the letters
/// before it.
pub(super) const fn is_neutral(letter: char) -> bool {
    matches!(letter, 'и' | 'у' | 'ю')
}

/// Returns `true` if `letter` belongs to the Kazakh Cyrillic alphabet, so that its sound is known.
pub(super) const fn is_known(letter: char) -> bool {
    matches!(letter, 'ь' | 'ъ') || !matches!(Sound::of(letter), Sound::Unknown)
}
