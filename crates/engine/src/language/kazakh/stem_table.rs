//! Words of Kazakh that grammar rules name one by one: what a word's letters do not show.
//!
//! Its words were written for this project, from knowledge of the language.

/// Nouns whose last ы or і drops before a possessive: халық → халқы. Also as the last part of a
/// compound (кәсіпорын).
///
/// Both spellings are accepted, for usage varies in many of them (ауылы and аулы).
pub(super) const ELIDING_NOUNS: &[&str] = &[
    "халық",
    "ауыз",
    "ауыл",
    "дауыс",
    "мойын",
    "мұрын",
    "орын",
    "ерін",
    "қарын",
    "ерік",
    "көңіл",
    "қауіп",
    "қалып",
    "кейіп",
    "мүлік",
    "құлық",
    "сиық",
    "тұрық",
    "шырық",
    "парық",
    "нарық",
    "әріп",
    "ғұрып",
    "құрық",
    "ырық",
    "бауыр",
    "дәуір",
    "көрік",
    "бөрік",
    "құлып",
    "пейіл",
    "қойын",
];

/// Verbs whose last ы drops before a vowel: қорық → қорқады.
pub(super) const ELIDING_VERBS: &[&str] = &["қорық", "тауыс", "үрік"];

/// Verbs that lose л before the short converb: келіп → кеп.
pub(super) const SHORT_CONVERBS: &[&str] = &["бол", "кел", "ал", "қал", "сал", "қыл", "ол"];

/// Verbs in ы or і, to find the stem behind an entry in -у: оқу is оқы-, бару is бар-.
pub(super) const VERBS_IN_HIGH_VOWEL: &[&str] = &[
    "оқы",
    "таны",
    "дамы",
    "ары",
    "аңды",
    "аршы",
    "ашы",
    "аңқы",
    "абыржы",
    "айны",
    "байы",
    "балқы",
    "елті",
    "ері",
    "жаны",
    "жасы",
    "желпі",
    "жері",
    "жібі",
    "жоры",
    "жұлқы",
    "ірі",
    "кемі",
    "қажы",
    "қалғы",
    "қалқы",
    "қаңғы",
    "қарғы",
    "қары",
    "қобалжы",
    "құры",
    "қышы",
    "мүжі",
    "мүлгі",
    "сасы",
    "серпі",
    "сілкі",
    "сүрі",
    "тасы",
    "толқы",
    "тоқы",
    "ұйы",
    "ұлы",
    "үңгі",
    "шалқы",
    "шапшы",
    "шірі",
    "шоқы",
    "шұқы",
    "ырғы",
    "ысы",
    "бұлқы",
    "иі",
];

/// Nouns whose last sound is already a possessive: отбасын, not отбасыны.
pub(super) const POSSESSED_NOUNS: &[&str] =
    &["отбасы", "елбасы", "көміртегі", "оттегі", "сутегі", "жүзбасы", "мыңбасы", "онбасы"];

/// Ends of words that no bare verb stem has, so that an entry with nothing stated is not read as a
/// verb.
pub(super) const NOMINAL_ENDS: &[&str] = &[
    "лық",
    "лік",
    "дық",
    "дік",
    "тық",
    "тік",
    "шылық",
    "шілік",
    "сыз",
    "сіз",
    "шы",
    "ші",
    "изм",
    "ия",
    "лы",
    "лі",
    "стан",
    "ист",
    "хана",
    "гер",
    "паз",
];
