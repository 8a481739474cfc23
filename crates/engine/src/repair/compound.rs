//! Does the hyphen at the end of a line belong to the word?
//!
//! First the text itself is asked: does it have the word elsewhere, with the hyphen or without?
//! Then lists and rules of the language: known words, words that are always written with a hyphen,
//! pairs that repeat or echo each other (тұспа-тұс, егжей-тегжейлі), Kazakh syllables, which never
//! begin with a vowel after a consonant. Else the hyphen is the line's. No other text and no
//! lexicon is asked: a text's counts depend on nothing but itself. The list and the few words here
//! were written for this project (CC0-1.0).

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{
    line_end::{Cut, is_optional},
    scan::any,
    script::{Script, cyrillic_twin, has_kazakh_letters, is_cyrillic_lead, script},
};
use crate::{
    language::kazakh::known_words,
    text::{RoughWords, comparable},
};

/// `first part<TAB>beginnings of second parts`, with symbols that its head explains; `#` opens a
/// comment.
const COMPOUNDS: &str = include_str!("compounds.tsv");

static LISTED: LazyLock<FxHashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut listed: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
    for line in COMPOUNDS.lines().filter(|line| !line.starts_with('#')) {
        let Some((first, second)) = line.split_once('\t') else { continue };
        listed.entry(first).or_default().extend(second.split(' '));
    }
    listed
});

/// What becomes of a cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// It is no cut.
    Stays,
    /// The word has no hyphen here.
    Plain,
    /// The hyphen belongs to the word.
    Hyphen,
}

/// What a text says about its cut words.
pub(super) struct CompoundEvidence {
    /// Of the words that were asked for, those that the text has elsewhere.
    words: FxHashSet<String>,
    /// Words with a hyphen in the text whose first part was asked for: first part, second parts.
    hyphenated: FxHashMap<String, Vec<String>>,
    is_kazakh: bool,
    has_cyrillic: bool,
}

impl CompoundEvidence {
    /// Looks for the words of the cuts elsewhere in the text.
    pub(super) fn new(text: &str, cuts: &[Cut]) -> Self {
        let mut wanted: FxHashSet<String> = FxHashSet::default();
        let mut evidence = Self {
            words: FxHashSet::default(),
            hyphenated: FxHashMap::default(),
            is_kazakh: has_kazakh_letters(text),
            has_cyrillic: any(text.as_bytes(), is_cyrillic_lead),
        };
        for cut in cuts {
            let (left, right) = (folded(cut.left), folded(cut.right));
            wanted.insert(format!("{left}{right}"));
            wanted.insert(right);
            evidence.hyphenated.entry(left).or_default();
        }
        for word in RoughWords::of(text) {
            let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
            if word.contains('-') {
                evidence.take_hyphenated(&folded(word));
            } else if wanted.contains(word) {
                evidence.words.insert(word.to_owned());
            } else if word.starts_with(char::is_uppercase) {
                let word = folded(word);
                if wanted.contains(&word) {
                    evidence.words.insert(word);
                }
            }
        }
        evidence
    }

    fn take_hyphenated(&mut self, word: &str) {
        for (at, _) in word.match_indices('-') {
            if let Some(seconds) = self.hyphenated.get_mut(&word[..at]) {
                let second = &word[at + 1..];
                if !second.is_empty() && !seconds.iter().any(|known| known == second) {
                    seconds.push(second.to_owned());
                }
            }
        }
    }

    /// Decides.
    pub(super) fn judge(&self, cut: &Cut) -> Joint {
        let (Some(last), Some(first)) = (cut.left.chars().next_back(), cut.right.chars().next()) else {
            return Joint::Stays;
        };
        let is_optional = is_optional(cut.hyphen);
        if last.is_ascii_digit() || last == '%' {
            // A lone Latin `i` after a number is a slip of another kind.
            let is_slip = cut.right.split('-').next() == Some("i");
            return if is_optional || is_slip { Joint::Stays } else { Joint::Hyphen };
        }
        let (left, right) = (folded(cut.left), folded(cut.right));
        // What the letters could not be decided for is not decided here either.
        let joined = format!("{left}{right}");
        let is_undecided = self.has_cyrillic
            && (is_undecided_word(last_letters(cut.left)) || is_undecided_word(first_letters(cut.right)));
        let is_known =
            || !is_undecided_word(&joined) && (self.words.contains(&joined) || self.has_hyphenated(&left, &right));
        if is_mixed(cut.left) || is_mixed(cut.right) || (is_undecided && !is_known()) {
            return Joint::Stays;
        }
        let is_one_script = script(last) == script(first);
        let is_heading = is_capital(cut.left) && is_capital(cut.right);
        if first.is_uppercase() && !is_heading {
            let is_name = !is_optional && (self.has_hyphenated(&left, &right) || is_listed(&left, &right));
            return if is_name { Joint::Hyphen } else { Joint::Stays };
        }
        if cut.is_behind {
            let letters = |word: &str| word.chars().count();
            let is_word =
                self.words.contains(&joined) || self.is_kazakh && known_words().longest(&joined) > letters(&left);
            return if is_word && is_one_script { Joint::Plain } else { Joint::Stays };
        }
        if is_optional {
            return if is_one_script { Joint::Plain } else { Joint::Stays };
        }
        let is_abbreviation = is_capital(cut.left) && !is_heading;
        if is_abbreviation || !is_one_script || self.has_hyphenated(&left, &right) {
            return Joint::Hyphen;
        }
        if self.words.contains(&joined) {
            return Joint::Plain;
        }
        if is_listed(&left, &right) || self.has_related(&left, &right) {
            return Joint::Hyphen;
        }
        let is_hyphen = match script(first) {
            Script::Cyrillic => self.is_cyrillic_compound(&left, &right),
            _ => is_english_compound(&left, &right),
        };
        if is_hyphen { Joint::Hyphen } else { Joint::Plain }
    }

    fn has_hyphenated(&self, left: &str, right: &str) -> bool {
        self.hyphenated.get(left).is_some_and(|seconds| seconds.iter().any(|second| second == right))
    }

    /// Returns `true` if the text has the word in another form: әл-ауқат for әл-ауқатын.
    fn has_related(&self, left: &str, right: &str) -> bool {
        let shared = |second: &String| {
            let same = second.chars().zip(right.chars()).take_while(|(one, other)| one == other).count();
            let shorter = second.chars().count().min(right.chars().count());
            same >= 3 && same + 1 >= shorter
        };
        self.hyphenated.get(left).is_some_and(|seconds| seconds.iter().any(shared))
    }

    fn is_cyrillic_compound(&self, left: &str, right: &str) -> bool {
        let first = left.rsplit('-').next().unwrap_or(left);
        let second = right.split('-').next().unwrap_or(right);
        if !self.is_kazakh {
            return first.chars().count() >= 3 && first == second;
        }
        let known = known_words();
        let letters = |word: &str| word.chars().count();
        let joined = format!("{first}{second}");
        if known.longest(&format!("{first}-{second}")) > letters(first) + 1 {
            return true;
        }
        // A word that begins with the first half and goes on in the second.
        if known.longest(&joined) > letters(first).min(3) {
            return false;
        }
        // бола-ақ, келді-ау
        matches!(second, "ақ" | "ау")
            || is_repeated(first, second)
            || begins_with_vowel_after_consonant(first, second)
            || (has_ending_of_adjective(first)
                && letters(second) >= 4
                && !begins_as_suffix(second)
                && (self.words.contains(second) || known.longest(second) >= 4))
    }
}

fn folded(word: &str) -> String {
    comparable(word, false).into_owned()
}

/// Returns `true` if letters could be of either alphabet; abbreviations are Latin.
fn is_undecided_word(letters: &str) -> bool {
    !letters.is_empty() && letters.chars().all(|letter| cyrillic_twin(letter, false).is_some()) && !is_capital(letters)
}

fn first_letters(word: &str) -> &str {
    word.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or(word)
}

fn last_letters(word: &str) -> &str {
    word.rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or(word)
}

/// Returns `true` if a part of a word has letters of both alphabets.
fn is_mixed(word: &str) -> bool {
    let has = |part: &str, wanted| part.chars().any(|letter| script(letter) == wanted);
    word.split('-').any(|part| has(part, Script::Cyrillic) && has(part, Script::Latin))
}

/// Returns `true` if a word has two capitals and no small letter.
fn is_capital(word: &str) -> bool {
    word.chars().filter(|letter| letter.is_uppercase()).count() >= 2 && !word.chars().any(char::is_lowercase)
}

/// Returns `true` if the two parts are on the list.
fn is_listed(left: &str, right: &str) -> bool {
    let first = left.rsplit('-').next().unwrap_or(left);
    let Some(seconds) = LISTED.get(first) else { return false };
    let is_excepted = seconds.iter().any(|second| second.strip_prefix('!').is_some_and(|stem| right.starts_with(stem)));
    !is_excepted && seconds.iter().any(|second| begins_with_stem(right, second))
}

/// Returns `true` if a word begins with a stem; a stem in қ, к or п may have its voiced sound
/// before a vowel.
fn begins_with_stem(word: &str, stem: &str) -> bool {
    let voiced = || {
        let last = stem.chars().next_back()?;
        let voiced = match last {
            'қ' => 'ғ',
            'к' => 'г',
            'п' => 'б',
            _ => return None,
        };
        word.strip_prefix(&stem[..stem.len() - last.len_utf8()]).map(|rest| rest.starts_with(voiced))
    };
    match stem {
        "*" => true,
        "~" => is_russian_adjective(word),
        stem => {
            stem.strip_prefix('=').is_some_and(|whole| whole == word)
                || word.starts_with(stem)
                || voiced().unwrap_or(false)
        }
    }
}

/// Pairs that repeat or echo each other.
fn is_repeated(first: &str, second: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (first.chars().collect(), second.chars().collect());
    // бірте-бірте, бір-біріне
    if one.len() >= 3 && other.starts_with(&one) {
        return true;
    }
    // тұспа-тұс, бетпе-бет, қолма-қол; жылдан-жылға, күннен-күнге
    for (ending, least) in [
        ("па", 2),
        ("пе", 2),
        ("ба", 2),
        ("бе", 2),
        ("ма", 3),
        ("ме", 3),
        ("дан", 2),
        ("ден", 2),
        ("тан", 2),
        ("тен", 2),
        ("нан", 2),
        ("нен", 2),
    ] {
        if let Some(stem) = first.strip_suffix(ending)
            && stem.chars().count() >= least
            && second.starts_with(stem)
        {
            return true;
        }
    }
    // тап-таза, қып-қызыл, ұп-ұзын
    if let Some(stem) = first.strip_suffix('п')
        && (1..=2).contains(&stem.chars().count())
        && stem.ends_with(is_vowel)
        && second.starts_with(stem)
        && other.len() >= 4
    {
        return true;
    }
    // егжей-тегжейлі, анда-санда; the echo has another first consonant
    let begins = |one: &[char], other: &[char]| one.len() >= 3 && other.starts_with(one);
    let vowel_first = one.first().copied().is_some_and(is_vowel);
    if (vowel_first && other.len() > 1 && begins(&one, &other[1..]))
        || (!vowel_first && one.len() > 3 && other.len() > 1 && one[0] != other[0] && begins(&one[1..], &other[1..]))
    {
        return true;
    }
    // жалт-жұлт, қалт-құлт: the same consonants around another vowel
    one.len() >= 4
        && one.len() == other.len()
        && one[0] == other[0]
        && one.iter().zip(&other).all(|(one, other)| one == other || (is_vowel(*one) && is_vowel(*other)))
}

fn is_vowel(letter: char) -> bool {
    "аәеёиоөуұүыіэюя".contains(letter)
}

/// A Kazakh syllable does not begin with a vowel after a consonant: әл-ауқат, сондай-ақ. But `йы` is
/// a syllable that some programs cut: пай-ымдап.
fn begins_with_vowel_after_consonant(first: &str, second: &str) -> bool {
    let is_consonant = |letter: char| letter.is_alphabetic() && !is_vowel(letter) && !"ьъ".contains(letter);
    !(first.ends_with('й') && second.starts_with('ы'))
        && first.ends_with(is_consonant)
        && second.starts_with(['а', 'ә', 'е', 'о', 'ө', 'ұ', 'ү', 'ы', 'і', 'э'])
}

/// әлеуметтік-экономикалық, қоғамдық-саяси, рухани-адамгершілік
fn has_ending_of_adjective(word: &str) -> bool {
    let long = ["лық", "лік", "дық", "дік", "тық", "тік", "ани", "әни", "яси", "ихи"];
    let short = ["ғы", "гі", "қы", "кі"];
    let letters = word.chars().count();
    (letters >= 5 && long.iter().any(|ending| word.ends_with(ending)))
        || (letters >= 6 && short.iter().any(|ending| word.ends_with(ending)))
}

/// The beginnings of what mostly are suffixes: құндылық-тар.
fn begins_as_suffix(word: &str) -> bool {
    ["тар", "тер", "дар", "дер", "лар", "лер", "тал", "тай", "пен", "бен", "мен", "лық", "лік", "тық", "тік"]
        .iter()
        .any(|suffix| word.starts_with(suffix))
}

/// социально-экономический, общественно-политического: the second part of a pair of adjectives
fn is_russian_adjective(word: &str) -> bool {
    const ENDINGS: &str = "ый ий ой ая яя ое ее ые ие ого его ому ему ым им ом ем ую юю ых их ыми ими";
    word.chars().count() >= 5 && ENDINGS.split(' ').any(|ending| word.ends_with(ending))
}

/// twenty-five
fn is_english_compound(first: &str, second: &str) -> bool {
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    const ONES: [&str; 18] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "first", "second", "third", "fourth",
        "fifth", "sixth", "seventh", "eighth", "ninth",
    ];
    TENS.contains(&first) && ONES.contains(&second)
}
