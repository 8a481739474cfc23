//! What a lexicon says of itself: what it is not for, where its words come from, where it is weak,
//! and how its matches were validated.
//!
//! A validation is a sample of counted matches that coders read in context and judged: correct,
//! debatable or wrong.
//!
//! Law: what is accepted adds up (`correct` + `debatable` + `wrong` = `sampled`), is about
//! categories of the lexicon, and stands once for a language and category.

use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use super::{
    error::LexiconError,
    local_text::LocalText,
    model::Category,
    reader::Reader,
    toml::{expect_category, read_whole},
};
use crate::{
    format::{TomlReason, TomlTable, TomlValue, is_date},
    language::Language,
};

/// The longest text of a card in one language, in characters.
const MAX_CARD_CHARACTERS: usize = 5_000;
/// Most validations.
const MAX_VALIDATIONS: usize = 1_000;
/// The largest number in a validation.
const MAX_JUDGED: u32 = 1_000_000;

/// Texts of a card, each in as many languages as the author gave.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CardTexts {
    /// What the lexicon is not for.
    pub limits: LocalText,
    /// What is taken from others, and what is the author's own choice.
    pub sources: LocalText,
    /// Where it is known to go wrong, and what was not measured.
    pub weaknesses: LocalText,
}

impl CardTexts {
    /// Returns the texts with their keys, in the order of the format.
    pub fn by_key(&self) -> [(&'static str, &LocalText); 3] {
        [("limits", &self.limits), ("sources", &self.sources), ("weaknesses", &self.weaknesses)]
    }
}

/// What coders found of a sample of counted matches in texts of one language.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Validation {
    /// The language of the texts.
    pub language: Language,
    /// The path of the category that the matches count for; `None` for all categories together.
    pub category: Option<String>,
    /// The version of the lexicon that counted.
    pub version: String,
    /// The day on which the judgements were complete: `2026-12-01`.
    pub date: String,
    /// Which texts.
    pub texts: LocalText,
    /// How many people judged, each by themselves.
    pub coders: u32,
    /// How many matches were judged, from 1.
    pub sampled: u32,
    /// Those that are what the category means.
    pub correct: u32,
    /// Those of which one can think either way, or on which the coders did not agree.
    pub debatable: u32,
    /// Those that are not what the category means.
    pub wrong: u32,
    /// The agreement of two or more coders beyond chance (Cohen's or Fleiss' kappa), from −1 to 1.
    pub kappa: Option<f64>,
    /// What was searched for before counting, and how much of it the lexicon counted.
    pub recall: Option<Recall>,
}

/// Expressions that a coder marked in whole pages before counting, and those that the lexicon counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recall {
    /// Marked expressions, from 1.
    pub marked: u32,
    /// Those of them that are counted.
    pub found: u32,
}

/// The judgements of several validations together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Judged {
    /// How many matches were judged.
    pub sampled: u64,
    /// Those that are correct.
    pub correct: u64,
    /// Those that are debatable.
    pub debatable: u64,
}

impl Judged {
    /// Returns the judgements on texts in a language; `None` where there are none. A validation of
    /// all categories, or of a parent category, stands for those below it, so that no match is in
    /// the sum twice.
    ///
    /// ```
    /// use tarazy_engine::{language::Language, lexicon::{Judged, read_toml}};
    ///
    /// let file = r#"
    /// format = 1
    /// id = "liberty"
    /// version = "1.0.0"
    /// [[category]]
    /// id = "freedom"
    /// kk.entries = ["еркіндік"]
    /// [[validation]]
    /// language = "kk"
    /// category = "freedom"
    /// version = "1.0.0"
    /// date = "2026-12-01"
    /// texts = "Constitution"
    /// coders = 1
    /// sampled = 20
    /// correct = 15
    /// debatable = 3
    /// wrong = 2
    /// "#;
    /// let validations = read_toml(file).unwrap().lexicon.validations;
    /// let judged = Judged { sampled: 20, correct: 15, debatable: 3 };
    /// assert_eq!(Judged::of(&validations, Language::Kazakh), Some(judged));
    /// assert_eq!(Judged::of(&validations, Language::Russian), None);
    /// ```
    pub fn of(validations: &[Validation], language: Language) -> Option<Self> {
        let own = || validations.iter().filter(move |own| own.language == language);
        let mut sum: Option<Self> = None;
        for validation in own().filter(|inner| !own().any(|outer| outer.covers(inner))) {
            let judged = sum.get_or_insert_default();
            judged.sampled += u64::from(validation.sampled);
            judged.correct += u64::from(validation.correct);
            judged.debatable += u64::from(validation.debatable);
        }
        sum
    }
}

impl Validation {
    /// Returns `true` if another is about a category within the category of this one.
    fn covers(&self, other: &Self) -> bool {
        let Some(inner) = &other.category else { return false };
        self.category
            .as_ref()
            .is_none_or(|outer| inner.strip_prefix(outer.as_str()).is_some_and(|rest| rest.starts_with('/')))
    }
}

/// Reads `[card]`.
pub(super) fn read_card(reader: &mut Reader, root: TomlTable<'_>) -> CardTexts {
    let Some(table) = root.get("card").and_then(|value| reader.take(value.table())) else {
        return CardTexts::default();
    };
    reader.known_keys(table, &CardTexts::default().by_key().map(|(key, _)| key));
    CardTexts {
        limits: read_text(reader, table, "limits"),
        sources: read_text(reader, table, "sources"),
        weaknesses: read_text(reader, table, "weaknesses"),
    }
}

/// Reads each `[[validation]]`.
pub(super) fn read_validations(reader: &mut Reader, root: TomlTable<'_>, categories: &[Category]) -> Vec<Validation> {
    let mut validations = Vec::new();
    let mut seen = FxHashSet::default();
    for value in reader.take(root.list("validation")).into_iter().flatten() {
        if validations.len() >= MAX_VALIDATIONS {
            let error = LexiconError::TooMuch { what: "validations", limit: MAX_VALIDATIONS as u64 };
            reader.report(value.place(), error);
            break;
        }
        let Some(table) = reader.take(value.table()) else { continue };
        let Some(validation) = read_validation(reader, table, categories) else { continue };
        if !seen.insert((validation.language, validation.category.clone())) {
            reader.report(table.place(), LexiconError::DuplicateValidation);
        }
        validations.push(validation);
    }
    validations
}

const VALIDATION_KEYS: [&str; 13] = [
    "language",
    "category",
    "version",
    "date",
    "texts",
    "coders",
    "sampled",
    "correct",
    "debatable",
    "wrong",
    "kappa",
    "marked",
    "found",
];

/// Reads a validation; `None` where its language or a number cannot be read.
fn read_validation(reader: &mut Reader, table: TomlTable<'_>, categories: &[Category]) -> Option<Validation> {
    reader.known_keys(table, &VALIDATION_KEYS);
    let value = reader.take(table.required("language"))?;
    let code = reader.take(value.text())?;
    let Some(language) = Language::from_code(code) else {
        reader.report(value.place(), LexiconError::Language { code: code.to_owned() });
        return None;
    };
    let category = table.get("category").and_then(|value| {
        let path = reader.take(value.text())?;
        expect_category(reader, categories, path, value.place());
        Some(path.to_owned())
    });
    let texts = read_text(reader, table, "texts");
    if texts == LocalText::default() && table.get("texts").is_none_or(TomlValue::is_table) {
        reader.report(table.place(), TomlReason::MissingKey("texts".to_owned()).into());
    }
    let [coders, sampled] = ["coders", "sampled"].map(|key| read_count(reader, table, key, 1));
    let [correct, debatable, wrong] = ["correct", "debatable", "wrong"].map(|key| read_count(reader, table, key, 0));
    let validation = Validation {
        language,
        category,
        version: reader.required_text(table, "version"),
        date: read_day(reader, table),
        texts,
        kappa: read_kappa(reader, table),
        recall: read_recall(reader, table),
        coders: coders?,
        sampled: sampled?,
        correct: correct?,
        debatable: debatable?,
        wrong: wrong?,
    };
    let judged = validation.correct + validation.debatable + validation.wrong;
    if judged != validation.sampled {
        reader.report(table.place(), LexiconError::ValidationSum { sampled: validation.sampled, judged });
    }
    if let Some(value) = table.get("kappa").filter(|_| validation.coders == 1) {
        reader.refuse(value, value.written(), "coders ≥ 2");
    }
    Some(validation)
}

/// Reads a text of the card, by language.
fn read_text(reader: &mut Reader, table: TomlTable<'_>, key: &str) -> LocalText {
    let text = reader.local_text(table, key);
    let longest = [&text.kk, &text.ru, &text.en].into_iter().flatten().max_by_key(|text| text.chars().count());
    if let (Some(value), Some(longest)) = (table.get(key), longest) {
        expect_short(reader, longest, value.place());
    }
    text
}

/// Reads the category that a test is an example of.
pub(super) fn read_example(
    reader: &mut Reader,
    table: TomlTable<'_>,
    text: &str,
    categories: &[Category],
) -> Option<String> {
    let value = table.get("example")?;
    let path = reader.take(value.text())?;
    expect_category(reader, categories, path, value.place());
    expect_short(reader, text, table.place());
    Some(path.to_owned())
}

/// Reports a text that is too long for a card.
fn expect_short(reader: &mut Reader, text: &str, place: (u32, u32)) {
    if text.chars().count() > MAX_CARD_CHARACTERS {
        reader.report(place, LexiconError::TooMuch { what: "characters", limit: MAX_CARD_CHARACTERS as u64 });
    }
}

/// Reads the day of a validation.
fn read_day(reader: &mut Reader, table: TomlTable<'_>) -> String {
    let day = reader.required_text(table, "date");
    if let Some(value) = table.get("date")
        && value.as_text().is_some()
        && !(day.len() == "2026-12-01".len() && is_date(&day))
    {
        reader.refuse(value, &day, "2026-12-01");
    }
    day
}

/// Reads a number from `least` to [`MAX_JUDGED`]; `None` where there is another or none.
fn read_count(reader: &mut Reader, table: TomlTable<'_>, key: &str, least: u32) -> Option<u32> {
    let value = reader.take(table.required(key))?;
    let count = reader.take(read_whole(value))?;
    if !(least..=MAX_JUDGED).contains(&count) {
        reader.refuse(value, value.written(), if least == 0 { "0–1000000" } else { "1–1000000" });
        return None;
    }
    Some(count)
}

fn read_kappa(reader: &mut Reader, table: TomlTable<'_>) -> Option<f64> {
    let value = table.get("kappa")?;
    let kappa = reader.take(value.number())?;
    if !(-1.0..=1.0).contains(&kappa) {
        reader.refuse(value, value.written(), "−1–1");
        return None;
    }
    Some(kappa)
}

/// Reads `marked` and `found`, which stand together or not at all.
fn read_recall(reader: &mut Reader, table: TomlTable<'_>) -> Option<Recall> {
    if table.get("marked").is_none() && table.get("found").is_none() {
        return None;
    }
    let (marked, found) = (read_count(reader, table, "marked", 1), read_count(reader, table, "found", 0));
    let recall = Recall { marked: marked?, found: found? };
    if let Some(value) = table.get("found").filter(|_| recall.found > recall.marked) {
        reader.refuse(value, value.written(), "≤ marked");
    }
    Some(recall)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{toml::read_toml, write_toml};

    const HEAD: &str = "format = 1\nid = \"x\"\nversion = \"1\"\n";
    const CATEGORIES: &str = "[[category]]\nid = \"freedom\"\nkk.entries = [\"азат\"]\n\
        [[category.category]]\nid = \"speech\"\nkk.entries = [\"сөз бостандығы\"]\n";
    const VALIDATION: [(&str, &str); 10] = [
        ("language", "\"kk\""),
        ("version", "\"1.0.0\""),
        ("date", "\"2026-12-01\""),
        ("texts", "\"Constitution\""),
        ("coders", "2"),
        ("sampled", "20"),
        ("correct", "15"),
        ("debatable", "3"),
        ("wrong", "2"),
        ("kappa", "0.81"),
    ];

    /// A validation with some values in the place of others; a value that is empty takes its key out.
    fn validation(changes: &[(&str, &str)]) -> String {
        let value = |key: &str, usual: &str| {
            changes
                .iter()
                .find(|(changed, _)| *changed == key)
                .map_or(usual.to_owned(), |(_, value)| (*value).to_owned())
        };
        let usual = VALIDATION.iter().map(|(key, usual)| (*key, value(key, usual)));
        let is_new = |key: &str| !VALIDATION.iter().any(|(known, _)| *known == key);
        let new = changes.iter().filter(|(key, _)| is_new(key)).map(|(key, value)| (*key, (*value).to_owned()));
        let lines = usual.chain(new).filter(|(_, value)| !value.is_empty());
        format!("[[validation]]\n{}", lines.map(|(key, value)| format!("{key} = {value}\n")).collect::<String>())
    }

    fn codes(file: &str) -> Vec<&'static str> {
        read_toml(file).err().unwrap_or_default().iter().map(|own| own.error.code()).collect()
    }

    #[test]
    fn a_card_and_validations_are_read_and_written_back() {
        let card = "[card]\nlimits = { kk = \"Шегі\", en = \"Limits\" }\nweaknesses = \"Weak\"\n";
        let file = [
            HEAD,
            card,
            &validation(&[]),
            &validation(&[("language", "\"ru\""), ("coders", "1"), ("kappa", "")]),
            &validation(&[("category", "\"freedom/speech\""), ("marked", "40"), ("found", "33"), ("kappa", "-1")]),
            CATEGORIES,
            "[[test]]\nlang = \"kk\"\ntext = \"азат\"\nexpect = { freedom = 1 }\nexample = \"freedom/speech\"\n",
        ]
        .concat();
        let own = read_toml(&file).unwrap().lexicon;
        assert_eq!(own.card.limits.get(Language::Kazakh), "Шегі");
        assert_eq!(own.card.weaknesses.get(Language::Russian), "Weak");
        assert_eq!(own.validations.len(), 3);
        assert_eq!((own.validations[0].kappa, own.validations[0].category.as_deref()), (Some(0.81), None));
        assert_eq!(own.validations[2].recall, Some(Recall { marked: 40, found: 33 }));
        assert_eq!(own.tests[0].example_of.as_deref(), Some("freedom/speech"));
        let back = read_toml(&write_toml(&own)).unwrap().lexicon;
        assert_eq!(back.without_places(), own.without_places());
    }

    #[test]
    fn what_cannot_be_so_in_a_validation_is_refused() {
        for (changes, code) in [
            (&[("language", "\"de\"")][..], "lex-language"),
            (&[("language", "")], "lex-missing-key"),
            (&[("category", "\"justice\"")], "lex-unknown-category"),
            (&[("version", "")], "lex-missing-key"),
            (&[("date", "\"2026-02-30\"")], "lex-value"),
            (&[("date", "\"2026-12\"")], "lex-value"),
            (&[("date", "2026-12-01")], "lex-wrong-type"),
            (&[("texts", "")], "lex-missing-key"),
            (&[("texts", "{}")], "lex-missing-key"),
            (&[("coders", "0")], "lex-value"),
            (&[("coders", "1")], "lex-value"),
            (&[("sampled", "21")], "lex-validation-sum"),
            (&[("wrong", "-2")], "lex-wrong-type"),
            (&[("wrong", "1.5")], "lex-wrong-type"),
            (&[("correct", "4294967290")], "lex-value"),
            (&[("correct", "1000001")], "lex-value"),
            (&[("kappa", "1.5")], "lex-value"),
            (&[("kappa", "nan")], "lex-wrong-type"),
            (&[("marked", "10")], "lex-missing-key"),
            (&[("marked", "10"), ("found", "11")], "lex-value"),
            (&[("precision", "0.75")], "lex-unknown-key"),
        ] {
            let file = [HEAD, &validation(changes), CATEGORIES].concat();
            assert_eq!(codes(&file), [code], "{changes:?}");
        }
    }

    #[test]
    fn a_language_and_category_is_validated_once_and_no_sum_counts_a_match_twice() {
        let twice = [HEAD, &validation(&[]), &validation(&[("version", "\"2\"")]), CATEGORIES].concat();
        assert_eq!(codes(&twice), ["lex-duplicate-validation"]);
        let parts = [
            &validation(&[("category", "\"freedom\"")]),
            &validation(&[("category", "\"freedom/speech\"")]),
            &validation(&[("language", "\"ru\""), ("category", "\"freedom/speech\"")]),
        ];
        let of = |parts: &[&String], language| {
            let parts: String = parts.iter().map(|part| part.as_str()).collect();
            Judged::of(&read_toml(&[HEAD, &parts, CATEGORIES].concat()).unwrap().lexicon.validations, language)
        };
        let judged = Judged { sampled: 20, correct: 15, debatable: 3 };
        assert_eq!(of(&parts, Language::Kazakh), Some(judged));
        assert_eq!(of(&parts, Language::Russian), Some(judged));
        assert_eq!(of(&parts, Language::English), None);
        let all = validation(&[("sampled", "30"), ("correct", "25")]);
        let judged = Judged { sampled: 30, correct: 25, ..judged };
        assert_eq!(of(&[parts[0], &all, parts[1]], Language::Kazakh), Some(judged));
    }

    #[test]
    fn texts_and_numbers_of_a_card_are_bounded() {
        let text = |count: usize| format!("{HEAD}[card]\nlimits = {{ kk = \"{}\" }}\n{CATEGORIES}", "ә".repeat(count));
        assert_eq!(codes(&text(MAX_CARD_CHARACTERS)), [""; 0]);
        assert_eq!(codes(&text(MAX_CARD_CHARACTERS + 1)), ["lex-too-much"]);
        assert_eq!(codes(&format!("{HEAD}[card]\npurpose = \"p\"\n{CATEGORIES}")), ["lex-unknown-key"]);
        let many = validation(&[("category", "\"freedom\"")]).repeat(MAX_VALIDATIONS + 2);
        let reported = codes(&[HEAD, &many, CATEGORIES].concat());
        let limits = reported.iter().filter(|code| **code == "lex-too-much").count();
        assert_eq!((limits, reported.len()), (1, MAX_VALIDATIONS));
    }

    #[test]
    fn an_example_is_of_a_category_and_short() {
        let test = |text: &str, path: &str| {
            format!(
                "{HEAD}{CATEGORIES}[[test]]\nlang = \"kk\"\ntext = \"{text}\"\nexpect = {{}}\nexample = \"{path}\"\n"
            )
        };
        assert_eq!(codes(&test("азат", "freedom")), [""; 0]);
        assert_eq!(codes(&test("азат", "justice")), ["lex-unknown-category"]);
        assert_eq!(codes(&test(&"ә".repeat(MAX_CARD_CHARACTERS + 1), "freedom")), ["lex-too-much"]);
    }
}
