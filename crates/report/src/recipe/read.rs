//! A recipe's TOML file → the recipe. The file may be anybody's: unknown keys, wrong values and too
//! much of anything are errors.

use std::{fmt::Display, ops::RangeInclusive};

use super::{
    error::{RecipeError, RecipeReason},
    model::{About, Counting, Recipe, RecipeLexicon, RecipeText},
};
use crate::limits::MAX_TEXTS;
use tarazy_engine::{
    counting::Measure,
    encoding::{Encoding, EncodingChoice},
    format::{TomlError, TomlFile, TomlTable, TomlValue},
    language::Language,
    lexicon::{LexiconReading, LocalText, MAX_DEPTH, PatternSyntax, TableShape},
    matching::{LevelSet, Negation, Policy},
    repair::{RepairKind, RepairKinds},
    settings::{LanguageChoice, Options, ReadingOptions},
};

/// The only format so far.
const FORMAT: i64 = 1;

/// Length of a SHA-256 in hexadecimal digits.
const SHA256_DIGITS: usize = 64;

impl Recipe {
    /// Reads the file.
    ///
    /// # Errors
    /// What is wrong with it first, and where.
    pub fn parse(text: &str) -> Result<Self, RecipeError> {
        let file = TomlFile::parse(text)?.with_full_keys();
        let file = file.root();
        // The format is checked first: a later one may have keys that this program does not know.
        let format = file.required("format")?;
        match integer(format, i64::MIN..=i64::MAX)? {
            FORMAT => recipe(file),
            found => Err(error(format, RecipeReason::Format { found })),
        }
    }
}

fn recipe(file: TomlTable<'_>) -> Result<Recipe, RecipeError> {
    known(file, &["format", "program", "language", "about", "lexicon", "counting", "text"])?;
    let counting = file.required("counting")?.table()?;
    // Under `[counting]` it holds for all texts.
    let is_pretokenized = counting.flag("pretokenized")?.unwrap_or(false);
    if let Some(texts) = file.get("text")
        && texts.list()?.len() > MAX_TEXTS
    {
        return Err(error(texts, RecipeReason::TooMany { limit: MAX_TEXTS }));
    }
    let texts = file.list("text")?.map(|value| text(value.table()?, is_pretokenized)).collect::<Result<_, _>>()?;
    Ok(Recipe {
        program: file.text("program")?,
        language: file.get("language").map(language).transpose()?,
        about: file.get("about").map_or_else(|| Ok(About::default()), about)?,
        lexicon: lexicon(file.required("lexicon")?.table()?)?,
        counting: self::counting(counting)?,
        texts,
    })
}

fn about(value: TomlValue<'_>) -> Result<About, RecipeError> {
    let keys = ["title", "authors", "year", "publisher", "identifier", "licence", "description"];
    let table = value.table()?;
    known(table, &keys)?;
    Ok(About {
        authors: table.list("authors")?.map(|author| author.text().map(str::to_owned)).collect::<Result<_, _>>()?,
        year: table.get("year").map(|year| integer(year, 0..=u16::MAX)).transpose()?,
        title: local(table, "title")?,
        publisher: table.text("publisher")?,
        identifier: table.text("identifier")?,
        licence: table.text("licence")?,
        description: local(table, "description")?,
    })
}

fn lexicon(table: TomlTable<'_>) -> Result<RecipeLexicon, RecipeError> {
    known(table, &["id", "version", "sha256", "file", "pattern_syntax", "shape"])?;
    let syntax = |value| named(value, PatternSyntax::from_name, &PatternSyntax::ALL.map(PatternSyntax::name));
    let shape = |value| named(value, TableShape::from_name, &TableShape::ALL.map(TableShape::name));
    Ok(RecipeLexicon {
        id: table.required("id")?.text()?.to_owned(),
        version: table.text("version")?,
        sha256: sha256(table.required("sha256")?)?,
        file: table.get("file").map(relative).transpose()?,
        reading: LexiconReading {
            syntax: table.get("pattern_syntax").map(syntax).transpose()?.unwrap_or_default(),
            shape: table.get("shape").map(shape).transpose()?,
        },
    })
}

fn counting(table: TomlTable<'_>) -> Result<Counting, RecipeError> {
    let keys = ["measure", "policy", "negation", "level", "levels", "case_sensitive", "weights", "pretokenized"];
    known(table, &keys)?;
    let level = |value: TomlValue<'_>| integer(value, 1..=MAX_DEPTH);
    let levels = |value: TomlValue<'_>| {
        let set = LevelSet::new(value.list()?.map(level).collect::<Result<Vec<_>, _>>()?);
        set.ok_or_else(|| refused(value, format!("1–{MAX_DEPTH}")))
    };
    let negation = |value| named(value, Negation::from_name, &Negation::ALL.map(Negation::name));
    Ok(Counting {
        measure: named(table.required("measure")?, Measure::from_name, &Measure::ALL.map(Measure::name))?,
        options: Options {
            policy: named(table.required("policy")?, Policy::from_name, &Policy::ALL.map(Policy::name))?,
            level: table.get("level").map(level).transpose()?,
            only_levels: table.get("levels").map(levels).transpose()?,
            case_sensitive: table.flag("case_sensitive")?.unwrap_or(false),
            negation: table.get("negation").map(negation).transpose()?.unwrap_or_default(),
        },
        is_weighted: table.flag("weights")?.unwrap_or(false),
    })
}

fn text(table: TomlTable<'_>, is_pretokenized: bool) -> Result<RecipeText, RecipeError> {
    let keys = ["title", "file", "sha256", "language", "encoding", "repairs", "pretokenized", "source", "licence"];
    known(table, &keys)?;
    let encoding = |value| named(value, Encoding::from_code, &Encoding::ALL.map(Encoding::code));
    let kind = |value| named(value, RepairKind::from_code, &RepairKind::ALL.map(RepairKind::code));
    let repairs = match table.get("repairs") {
        Some(kinds) => kinds.list()?.map(kind).collect::<Result<RepairKinds, _>>()?,
        None => RepairKinds::default(),
    };
    Ok(RecipeText {
        title: local(table, "title")?,
        file: relative(table.required("file")?)?,
        sha256: sha256(table.required("sha256")?)?,
        language: table.get("language").map(language).transpose()?.map_or(LanguageChoice::Auto, LanguageChoice::Fixed),
        reading: ReadingOptions {
            encoding: table
                .get("encoding")
                .map(encoding)
                .transpose()?
                .map_or(EncodingChoice::Auto, EncodingChoice::Fixed),
            repairs,
            is_pretokenized: table.flag("pretokenized")?.unwrap_or(false) || is_pretokenized,
        },
        source: table.text("source")?,
        licence: table.text("licence")?,
    })
}

fn language(value: TomlValue<'_>) -> Result<Language, RecipeError> {
    named(value, Language::from_code, &Language::ALL.map(Language::code))
}

fn sha256(value: TomlValue<'_>) -> Result<String, RecipeError> {
    let digits = value.text()?;
    let is_sound = digits.len() == SHA256_DIGITS && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_sound { Ok(digits.to_ascii_lowercase()) } else { Err(refused(value, "0–9, a–f × 64".to_owned())) }
}

/// A file is looked for beside the recipe and below, never elsewhere: a recipe may come from
/// anybody.
fn relative(value: TomlValue<'_>) -> Result<String, RecipeError> {
    let file = value.text()?;
    let is_part = |part: &str| !part.is_empty() && part != "." && part != "..";
    let is_below = file.split('/').all(is_part) && !file.contains(['\\', ':', '\0']);
    if is_below { Ok(file.to_owned()) } else { Err(refused(value, "folder/file.txt".to_owned())) }
}

/// Refuses keys that are none of these.
fn known(table: TomlTable<'_>, keys: &[&str]) -> Result<(), TomlError> {
    table.unknown_keys(keys).next().map_or(Ok(()), Err)
}

/// A text in one language for all, or in each; it may be missing.
fn local(table: TomlTable<'_>, key: &str) -> Result<LocalText, RecipeError> {
    let mut first = None;
    let text = LocalText::read(table, key, |error| first = first.take().or(Some(error)));
    first.map_or(Ok(text), |error| Err(error.into()))
}

/// A whole number that is in a range.
fn integer<Whole>(value: TomlValue<'_>, allowed: RangeInclusive<Whole>) -> Result<Whole, RecipeError>
where
    Whole: TryFrom<i64> + PartialOrd + Display,
{
    let number = value.integer()?.and_then(|number| Whole::try_from(number).ok());
    let refused = || refused(value, format!("{}–{}", allowed.start(), allowed.end()));
    number.filter(|number| allowed.contains(number)).ok_or_else(refused)
}

/// What the value names, by a function that knows the names.
fn named<Kind>(value: TomlValue<'_>, of_name: fn(&str) -> Option<Kind>, names: &[&str]) -> Result<Kind, RecipeError> {
    of_name(value.text()?).ok_or_else(|| refused(value, names.join(", ")))
}

/// Refuses the value, for one that may stand here.
fn refused(value: TomlValue<'_>, expected: String) -> RecipeError {
    error(value, RecipeReason::Value { key: value.full_key(), value: value.written().to_owned(), expected })
}

fn error(value: TomlValue<'_>, reason: RecipeReason) -> RecipeError {
    let (line, column) = value.place();
    RecipeError { reason, line, column }
}
