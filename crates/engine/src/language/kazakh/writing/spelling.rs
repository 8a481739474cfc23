//! Letters of another writing, one by one in Cyrillic → how the word is spelt.
//!
//! Neither Latin nor Arabic letters distinguish и from й, ц from тс, э from е, or show ь and ъ; Latin ones
//! do not distinguish һ from х. The letters beside settle most; what they leave open gives more than one
//! reading.
//!
//! Its words were written for this project, from knowledge of the language.

use super::Writing;

/// Stands for и and й.
pub(super) const YOT: char = 'ɪ';

/// Beginnings of loans that Cyrillic writes with э. Native words begin with е.
const WITH_E: &str = "экв экзам экип эколог эконом экран экскурс экспед эксперт экспо эксплу экстр элеват электр элемент элит \
    эмбарг эмигр энерг энцикл эпид эпизод эпос эпопе эстафет эстет эстрад этик этн этап эфир эфф эволю";

/// Beginnings with һ; everywhere else `h` is х.
const WITH_H: &str = "жиһан жаһан қаһар гауһар шаһар шаһид айдаһар жиһаз ибраһим зауһар мәшһүр аллаһ маһамбет";

/// Beginnings that other writings write without a hard or soft sign, or with иа for я.
const WITH_SIGN: [(&str, &str); 23] = [
    ("обект", "объект"),
    ("субект", "субъект"),
    ("сезд", "съезд"),
    ("подезд", "подъезд"),
    ("январ", "январь"),
    ("феврал", "февраль"),
    ("апрел", "апрель"),
    ("июн", "июнь"),
    ("июл", "июль"),
    ("сентиабр", "сентябрь"),
    ("октиабр", "октябрь"),
    ("ноябр", "ноябрь"),
    ("декабр", "декабрь"),
    ("мултимедиа", "мультимедиа"),
    ("култур", "культур"),
    ("компютер", "компьютер"),
    ("секретар", "секретарь"),
    ("календар", "календарь"),
    ("алянс", "альянс"),
    ("алиянс", "альянс"),
    ("алтернатив", "альтернатив"),
    ("факултет", "факультет"),
    ("консулт", "консульт"),
];

/// Returns the spellings that letters in lower case may stand for, the likeliest first.
pub(super) fn readings(characters: &[char], writing: Writing) -> Vec<String> {
    let plain = with_list_spelling(with_ts_as_one(&with_yot(characters)));
    let mut readings = vec![plain];
    let mut also = |from: &str, to: &str| {
        let first = &readings[0];
        if first.contains(from) {
            readings.push(first.replacen(from, to, 1));
        }
    };
    also("тс", "ц");
    also("иа", "я");
    also("ио", "ё");
    also("шш", "щ");
    also("ш", "щ");
    if writing != Writing::Arabic {
        also("х", "һ");
        also("ш", "сх");
    }
    let with_soft_sign = soft_l(&readings[0]);
    readings.extend(with_soft_sign);
    readings
}

/// Reads [`YOT`] by its neighbours: й after a vowel, я and ю with the vowel behind it, и elsewhere.
fn with_yot(characters: &[char]) -> String {
    let mut read = String::with_capacity(characters.len() * 2);
    let mut last = None;
    let mut at = 0;
    while let Some(character) = characters.get(at).copied() {
        let next = characters.get(at + 1).copied();
        let is_open = last.is_none_or(is_vowel);
        let (character, used) = match (character, next) {
            (YOT, Some('а' | 'ә')) if is_open => ('я', 2),
            (YOT, Some('у')) => ('ю', 2),
            (YOT, Some('о')) if is_open => ('й', 1),
            (YOT, _) if last.is_some_and(is_vowel) => ('й', 1),
            (YOT, _) => ('и', 1),
            (character, _) => (character, 1),
        };
        read.push(character);
        last = Some(character);
        at += used;
    }
    read
}

/// Reads тс as ц where only loans have it: at the start, before и, and behind к and н.
fn with_ts_as_one(word: &str) -> String {
    let mut read = word.replace("тси", "ци").replace("нтс", "нц").replace("ктс", "кц");
    if read.starts_with("тс") {
        read.replace_range(.."тс".len(), "ц");
    }
    read
}

fn with_list_spelling(mut word: String) -> String {
    if let Some(rest) = word.strip_prefix('е') {
        let with_e = format!("э{rest}");
        if WITH_E.split(' ').any(|stem| with_e.starts_with(stem)) {
            word = with_e;
        }
    }
    if word.contains('х')
        && let Some(stem) = WITH_H.split(' ').find(|stem| word.starts_with(&stem.replace('һ', "х")))
    {
        word.replace_range(..stem.len(), stem);
    }
    let Some((without, with)) = WITH_SIGN.iter().find(|(without, _)| word.starts_with(without)) else { return word };
    let rest = &word[without.len()..];
    // A vowel behind it takes the soft sign's place: сентябрі.
    let with = if rest.starts_with(is_vowel) { with.trim_end_matches('ь') } else { with };
    format!("{with}{rest}")
}

/// The word with ль for its last л that no vowel follows, as in модель, стиль.
fn soft_l(word: &str) -> Option<String> {
    let bare = |(at, _): &(usize, &str)| {
        !word[at + 'л'.len_utf8()..].starts_with(|next| is_vowel(next) || next == 'л' || next == 'ь')
    };
    let (at, _) = word.rmatch_indices('л').find(bare)?;
    let end = at + 'л'.len_utf8();
    Some(format!("{}ь{}", &word[..end], &word[end..]))
}

/// Returns `true` if a Cyrillic letter in lower case is a vowel of Kazakh; у and и among them.
pub(super) fn is_vowel(letter: char) -> bool {
    "аәеёиоөуұүыіэюя".contains(letter)
}
