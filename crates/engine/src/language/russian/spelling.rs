//! Letters of Russian: which change before which, and how an ending is spelt after a stem.
//!
//! Paradigms are written once, for a hard stem (закон-ы) and for a soft one (учи-ю); [`underlying`]
//! undoes what spelling makes of them after к г х ж ч ш щ ц: книг-и is the table's `-ы`, плащ-ем
//! its `-ом`, уч-ат its `-ят`.

/// Returns `true` if a letter is a vowel.
pub(super) const fn is_vowel(letter: char) -> bool {
    matches!(letter, 'а' | 'е' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я')
}

/// Returns `true` if a letter is a consonant (й included, ь and ъ not).
pub(super) const fn is_consonant(letter: char) -> bool {
    matches!(letter, 'а'..='я') && !is_vowel(letter) && !matches!(letter, 'ь' | 'ъ')
}

/// The velars к г х.
pub(super) const fn is_velar(letter: char) -> bool {
    matches!(letter, 'г' | 'к' | 'х')
}

/// The hissing consonants ж ч ш щ.
pub(super) const fn is_hissing(letter: char) -> bool {
    matches!(letter, 'ж' | 'ч' | 'ш' | 'щ')
}

/// Returns the last letter of a stem.
pub(super) fn last(stem: &str) -> Option<char> {
    stem.chars().next_back()
}

/// Returns the letter before the last one.
pub(super) fn before_last(stem: &str) -> Option<char> {
    stem.chars().nth_back(1)
}

/// Returns `true` if a stem has a vowel, as every spoken stem but a few short ones has.
pub(super) fn has_vowel(stem: &str) -> bool {
    stem.chars().any(is_vowel)
}

/// Returns the endings of the tables that `rest` may be the spelling of, after a stem in `last`:
/// none where no Russian ending begins like this after that letter, otherwise up to three.
pub(super) fn underlying(last: Option<char>, rest: &str) -> [Option<String>; 3] {
    let Some((stem_end, first)) = last.zip(rest.chars().next()) else { return [Some(rest.to_owned()), None, None] };
    let tail = &rest[first.len_utf8()..];
    let with = |letter: char| Some(format!("{letter}{tail}"));
    let as_written = Some(rest.to_owned());
    match (stem_end, first) {
        (end, 'ы' | 'ю' | 'я') if is_velar(end) || is_hissing(end) => [None, None, None],
        (end, 'и') if is_velar(end) || is_hissing(end) => [as_written, with('ы'), None],
        (end, 'е') if is_hissing(end) || end == 'ц' => [as_written, with('о'), None],
        (end, 'а') if is_hissing(end) => [as_written, with('я'), None],
        (end, 'у') if is_hissing(end) => [as_written, with('ю'), None],
        _ => [as_written, None, None],
    }
}

/// Spells an ending of the tables after a stem in `last`: the reverse of [`underlying`].
pub(super) fn spelt(last: Option<char>, ending: &str) -> String {
    let Some((stem_end, first)) = last.zip(ending.chars().next()) else { return ending.to_owned() };
    let letter = match first {
        'ы' if is_velar(stem_end) || is_hissing(stem_end) => 'и',
        'о' if is_hissing(stem_end) || stem_end == 'ц' => 'е',
        'я' if is_hissing(stem_end) => 'а',
        'ю' if is_hissing(stem_end) => 'у',
        other => other,
    };
    format!("{letter}{}", &ending[first.len_utf8()..])
}

/// Softenings of the last consonants of a verbal stem before -у, -ю and -енный: возить → вож-,
/// осветить → освещ-.
const MUTATIONS: [(&str, &[&str]); 14] = [
    ("ст", &["щ"]),
    ("ск", &["щ"]),
    ("с", &["ш"]),
    ("х", &["ш"]),
    ("з", &["ж"]),
    ("г", &["ж"]),
    ("к", &["ч"]),
    ("т", &["ч", "щ"]),
    ("д", &["ж", "жд"]),
    ("б", &["бл"]),
    ("п", &["пл"]),
    ("в", &["вл"]),
    ("м", &["мл"]),
    ("ф", &["фл"]),
];

/// Returns the softened forms of a stem; the stem itself where its last consonant does not change.
pub(super) fn mutated(stem: &str) -> Vec<String> {
    MUTATIONS.iter().find_map(|(plain, softened)| stem.strip_suffix(plain).map(|start| (start, softened))).map_or_else(
        || vec![stem.to_owned()],
        |(start, softened)| softened.iter().map(|letters| format!("{start}{letters}")).collect(),
    )
}

/// Returns the stem with its last velar softened before a suffix in -н-, -е or -айш-: юг → юж-.
pub(super) fn palatalised(stem: &str) -> Option<String> {
    let softened = match last(stem)? {
        'к' | 'ц' => 'ч',
        'г' => 'ж',
        'х' => 'ш',
        _ => return None,
    };
    let start = stem.char_indices().next_back().map_or(0, |(at, _)| at);
    Some(format!("{}{softened}", &stem[..start]))
}
