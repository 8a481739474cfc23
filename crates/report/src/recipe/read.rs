//! A recipe's TOML file → the recipe. The file may be anybody's: unknown keys, wrong values and too
//! much of anything are errors.

use std::{fmt::Display, ops::RangeInclusive};

use super::{
    error::{RecipeError, RecipeReason},
    model::{About, Counting, Extraction, Recipe, RecipeLexicon, RecipeText},
    write::MOST_WHOLE,
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
    settings::{
        FieldError, LanguageChoice, MAX_METADATA_FIELDS, MetadataField, MetadataValue, Options, ReadingOptions,
        Table1Options, check_metadata,
    },
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
    known(file, &["format", "program", "language", "about", "lexicon", "counting", "table1", "text"])?;
    let counting = file.required("counting")?.table()?;
    let table1 = file.get("table1").map(table1).transpose()?.unwrap_or(Table1Options::unstated());
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
        counting: self::counting(counting, table1)?,
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

fn counting(table: TomlTable<'_>, table1: Table1Options) -> Result<Counting, RecipeError> {
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
            table1,
        },
        is_weighted: table.flag("weights")?.unwrap_or(false),
    })
}

/// What Table 1 names. Every key is there: what a key that is missing stood for would depend on the
/// version that reads it.
fn table1(value: TomlValue<'_>) -> Result<Table1Options, RecipeError> {
    let table = value.table()?;
    known(table, &["topics_compete", "special_rate", "special_matches", "dominant_matches"])?;
    Ok(Table1Options {
        topics_compete: table.required("topics_compete")?.flag()?,
        special_rate: integer(table.required("special_rate")?, Table1Options::RATES)?,
        special_matches: integer(table.required("special_matches")?, Table1Options::MATCHES)?,
        dominant_matches: integer(table.required("dominant_matches")?, Table1Options::MATCHES)?,
    })
}

fn text(table: TomlTable<'_>, is_pretokenized: bool) -> Result<RecipeText, RecipeError> {
    let keys = ["title", "file", "sha256", "language", "encoding", "repairs", "pretokenized", "source", "licence"];
    let own = ["column", "include", "notes", "metadata"];
    known(table, &[&keys[..], &own].concat())?;
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
        extraction: extraction(table)?,
        metadata: table.get("metadata").map(metadata).transpose()?.unwrap_or_default(),
        source: table.text("source")?,
        licence: table.text("licence")?,
    })
}

fn extraction(table: TomlTable<'_>) -> Result<Extraction, RecipeError> {
    let is_code = |code: &str| !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    let kind = |value: TomlValue<'_>| {
        let code = value.text()?;
        if is_code(code) { Ok(code.to_owned()) } else { Err(refused(value, "headers, footers …".to_owned())) }
    };
    Ok(Extraction {
        column: table.get("column").map(|column| column.text().map(str::to_owned)).transpose()?,
        include: table.list("include")?.map(kind).collect::<Result<_, RecipeError>>()?,
        without_notes: !table.flag("notes")?.unwrap_or(true),
    })
}

/// Data on a text, in the order of the file.
fn metadata(value: TomlValue<'_>) -> Result<Vec<MetadataField>, RecipeError> {
    let values = value.table()?.values_in_order();
    if values.len() > MAX_METADATA_FIELDS {
        let count = values.len();
        return Err(error(value, RecipeReason::Metadata(FieldError::TooMany { count })));
    }
    values.into_iter().map(metadata_field).collect()
}

fn metadata_field(value: TomlValue<'_>) -> Result<MetadataField, RecipeError> {
    let field = MetadataField { name: value.key().to_owned(), value: metadata_value(value)? };
    check_metadata(std::slice::from_ref(&field)).map_err(|errors| {
        let reason = errors.into_iter().next().unwrap_or(FieldError::NoName);
        let is_about_name = matches!(reason, FieldError::NoName | FieldError::NameTooLong { .. });
        let (line, column) = if is_about_name { value.key_place() } else { value.place() };
        RecipeError { reason: RecipeReason::Metadata(reason), line, column }
    })?;
    Ok(field)
}

/// A text, a number, a date, or a table with a date of which only the year or month is known.
fn metadata_value(value: TomlValue<'_>) -> Result<MetadataValue, RecipeError> {
    if let Some(text) = value.as_text() {
        return Ok(MetadataValue::Text(text.to_owned()));
    }
    if let Some(date) = value.as_date() {
        return Ok(MetadataValue::Date(date));
    }
    if value.is_table() {
        let table = value.table()?;
        known(table, &["date"])?;
        return Ok(MetadataValue::Date(table.required("date")?.text()?.to_owned()));
    }
    let number = value.number()?;
    // A whole number with more digits would be read as another one.
    let is_exact = number.abs() <= MOST_WHOLE || value.integer().is_err();
    if is_exact {
        Ok(MetadataValue::Number(number))
    } else {
        Err(refused(value, format!("−{MOST_WHOLE}–{MOST_WHOLE}")))
    }
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
