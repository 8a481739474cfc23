//! Words of a sentence → its language, where that is beyond doubt.
//!
//! A text has one language; a sentence of it that is quoted in another has its own. What a word
//! says depends on the word alone ([`evidence`]), so it is asked once for each distinct form; a
//! sentence then only adds up ([`SentenceVotes`]).
//!
//! Law: a sentence in doubt goes with its text. So only words that no other of our languages has
//! are distinctive: Kazakh has не, он and от as well, and words in -ция and -ым.
//!
//! Its words were written for this project, from knowledge of the languages.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::{
    Language, is_latin,
    words::{
        ENGLISH_WORDS, FOREIGN_CYRILLIC_WORDS, FOREIGN_LATIN_WORDS, KAZAKH_LETTERS, KAZAKH_WORDS, RUSSIAN_ALPHABET,
        RUSSIAN_WORDS, ends_in,
    },
};
use crate::text::{is_cyrillic, is_letter};

/// What one word says of the language of its sentence, as a set of flags.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Evidence(u8);

impl Evidence {
    const WORD: u8 = 1;
    const CYRILLIC: u8 = 1 << 1;
    /// A word of Kazakh, or with a letter of its alphabet that Russian lacks.
    const KAZAKH: u8 = 1 << 2;
    /// It has қ, ғ or ұ.
    const QIPCHAQ: u8 = 1 << 3;
    /// It has і, which Ukrainian has as well.
    const DOTTED: u8 = 1 << 4;
    const RUSSIAN: u8 = 1 << 5;
    const ENGLISH: u8 = 1 << 6;
    /// A word of another language, or with a letter of it.
    const FOREIGN: u8 = 1 << 7;

    fn has(self, flag: u8) -> bool {
        self.0 & flag != 0
    }

    /// Returns `true` if the word speaks for a language.
    pub fn speaks_for(self, language: Language) -> bool {
        self.has(match language {
            Language::Kazakh => Self::KAZAKH,
            Language::Russian => Self::RUSSIAN,
            Language::English => Self::ENGLISH,
        })
    }
}

/// Russian words that are words of Kazakh, or of other languages, too.
const SHARED_RUSSIAN_WORDS: &str = "не от он у до об ко со мы вы но как том ней";

/// Endings of Russian words that Kazakh words do not have.
const RUSSIAN_ENDINGS: &[&str] =
    &["ого его ому ему ый ий ые ых ыми ими ость ости тся ться ение ения ной ная ное ает яет"];

/// The words of Russian that no other language has.
static OWN_RUSSIAN_WORDS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let is_shared = |word: &str| SHARED_RUSSIAN_WORDS.split(' ').any(|shared| shared == word);
    RUSSIAN_WORDS.iter().copied().filter(|word| !is_shared(word)).collect()
});

/// Returns what a folded form says.
pub fn evidence(form: &str) -> Evidence {
    let mut flags = 0;
    let (mut letters, mut cyrillic, mut latin) = (0, 0, 0);
    for letter in form.chars().filter(|letter| is_letter(*letter)) {
        letters += 1;
        cyrillic += usize::from(is_cyrillic(letter));
        latin += usize::from(is_latin(letter));
    }
    if letters == 0 {
        return Evidence::default();
    }
    flags |= Evidence::WORD;
    let is_foreign = FOREIGN_CYRILLIC_WORDS.contains(form) || FOREIGN_LATIN_WORDS.contains(form);
    if cyrillic == letters {
        flags |= Evidence::CYRILLIC;
        let has = |alphabet: &str| form.contains(|letter| alphabet.contains(letter));
        let is_ours =
            |letter: char| !is_letter(letter) || RUSSIAN_ALPHABET.contains(letter) || KAZAKH_LETTERS.contains(letter);
        if is_foreign || !form.chars().all(is_ours) {
            flags |= Evidence::FOREIGN;
        } else if has(KAZAKH_LETTERS) || KAZAKH_WORDS.contains(form) {
            flags |= Evidence::KAZAKH;
            flags |= if has("қғұ") { Evidence::QIPCHAQ } else { 0 };
            flags |= if has("і") { Evidence::DOTTED } else { 0 };
        } else if OWN_RUSSIAN_WORDS.contains(form) || (letters >= 6 && ends_in(form, RUSSIAN_ENDINGS)) {
            flags |= Evidence::RUSSIAN;
        }
    } else if latin == letters {
        if is_foreign || !form.is_ascii() {
            flags |= Evidence::FOREIGN;
        } else if ENGLISH_WORDS.contains(form) {
            flags |= Evidence::ENGLISH;
        }
    } else {
        flags |= Evidence::FOREIGN;
    }
    Evidence(flags)
}

/// What the words of one sentence say together.
#[derive(Debug, Clone, Copy, Default)]
pub struct SentenceVotes {
    words: u32,
    cyrillic: u32,
    kazakh: u32,
    qipchaq: u32,
    dotted: u32,
    russian: u32,
    english: u32,
    foreign: u32,
}

impl SentenceVotes {
    /// Adds a word.
    pub fn add(&mut self, word: Evidence) {
        let counted = |flag| u32::from(word.has(flag));
        self.words += counted(Evidence::WORD);
        self.cyrillic += counted(Evidence::CYRILLIC);
        self.kazakh += counted(Evidence::KAZAKH);
        self.qipchaq += counted(Evidence::QIPCHAQ);
        self.dotted += counted(Evidence::DOTTED);
        self.russian += counted(Evidence::RUSSIAN);
        self.english += counted(Evidence::ENGLISH);
        self.foreign += counted(Evidence::FOREIGN);
    }

    /// Returns the language of the sentence if at least three of its words, and a quarter of all,
    /// speak for it, and at most half as many for another.
    pub fn winner(&self) -> Option<Language> {
        let is_clear = |own: u32, against: u32| own >= 3 && own * 4 >= self.words && against * 2 <= own;
        if self.cyrillic * 2 < self.words {
            let is_english = is_clear(self.english, self.foreign + self.kazakh + self.russian);
            return is_english.then_some(Language::English);
        }
        if is_clear(self.russian, self.kazakh + self.foreign) {
            return Some(Language::Russian);
        }
        // Tatar and Kyrgyz have neither қ nor і, Ukrainian only the latter, Uzbek only the former.
        let has_all_letters = self.qipchaq > 0 && self.dotted > 0;
        let is_kazakh = has_all_letters && is_clear(self.kazakh, self.russian + self.foreign);
        (is_kazakh && self.kazakh * 5 >= self.words * 2).then_some(Language::Kazakh)
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn winner(sentence: &str) -> Option<Language> {
        let mut votes = SentenceVotes::default();
        let words = sentence.split(|letter: char| !letter.is_alphanumeric() && letter != '-');
        words.for_each(|word| votes.add(evidence(&word.to_lowercase())));
        votes.winner()
    }

    #[rstest]
    #[case("Президент халыққа жолдауында әділетті мемлекет құру міндетін қойды.", Some(Language::Kazakh))]
    #[case("Каждый имеет право на свободу мысли, совести и религии.", Some(Language::Russian))]
    #[case("The government shall protect the rights of all citizens.", Some(Language::English))]
    // Names in another language do not make the sentence one of it.
    #[case(
        "Партия «Ауыл» и движение «Қазақстан халқы» поддержали закон о бюджете, который был принят.",
        Some(Language::Russian)
    )]
    #[case("«Единая Россия» партиясының өкілдері Мәскеуде өткен жиынға қатысып, ұсыныс айтты.", Some(Language::Kazakh))]
    // In doubt: the text decides.
    #[case("Не бар, не жоқ?", None)]
    #[case("Адам баласы осы ойда болады.", None)]
    #[case("Конституция, декларация, партия.", None)]
    #[case("Спасибо за внимание!", None)]
    #[case("OK, Google!", None)]
    #[case("Астана – Алматы – Москва", None)]
    #[case("", None)]
    // None of ours.
    #[case("Всі люди народжуються вільними і рівними у своїй гідності та правах.", None)]
    #[case("Усе людзі нараджаюцца свабоднымі і роўнымі ў сваёй годнасці і правах.", None)]
    #[case("Бардык адамдар өз беделинде жана укуктарында эркин жана тең укуктуу болуп жаралат.", None)]
    #[case("Барлыҡ кешеләр ҙә азат, дәрәжәләре һәм хоҡуҡтары яғынан тигеҙ булып тыуалар.", None)]
    #[case("Барча одамлар эркин, қадр-қиммат ва ҳуқуқларда тенг бўлиб туғиладилар.", None)]
    #[case("Bütün insanlar hür, haysiyet ve haklar bakımından eşit doğarlar.", None)]
    #[case("Alle Menschen sind frei und gleich an Würde und Rechten geboren.", None)]
    fn a_sentence_has_a_language_of_its_own_only_beyond_doubt(
        #[case] sentence: &str,
        #[case] expected: Option<Language>,
    ) {
        assert_eq!(winner(sentence), expected, "{sentence}");
    }
}
