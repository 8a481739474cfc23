//! A recipe's TOML file → the recipe. The file may be anybody's: unknown keys, wrong values and too
//! much of anything are errors.

use toml::de::DeTable;

use super::{
    About, Counting, Recipe, RecipeError, RecipeLexicon, RecipeReason, RecipeText,
    table::{Table, Value, error_at},
};
use tarazy_engine::{
    counting::Measure,
    encoding::{Encoding, EncodingChoice},
    language::Language,
    lexicon::{MAX_DEPTH, PatternSyntax},
    matching::{LevelSet, Negation, Policy},
    repair::{RepairKind, RepairKinds},
    settings::{LanguageChoice, Options, ReadingOptions},
};

/// The only format so far.
const FORMAT: i64 = 1;

/// How many texts a recipe may have.
const MOST_TEXTS: usize = 10_000;

/// Length of a SHA-256 in hexadecimal digits.
const SHA256_DIGITS: usize = 64;

impl Recipe {
    /// Reads the file.
    ///
    /// # Errors
    /// What is wrong with it first, and where.
    pub fn parse(text: &str) -> Result<Self, RecipeError> {
        let file = DeTable::parse(text).map_err(|error| {
            let reason = RecipeReason::Syntax { reason: error.message().to_owned() };
            error_at(text, error.span().map_or(0, |span| span.start), reason)
        })?;
        let file = Table::whole(text, file.get_ref());
        // The format is asked first: a later one may have keys that this program does not know.
        let format = file.required("format")?;
        match format.integer(i64::MIN, i64::MAX)? {
            FORMAT => recipe(file),
            found => Err(format.error(RecipeReason::Format { found })),
        }
    }
}

fn recipe(file: Table<'_, '_>) -> Result<Recipe, RecipeError> {
    file.known(&["format", "program", "language", "about", "lexicon", "counting", "text"])?;
    let counting = file.required("counting")?.table()?;
    // Said once, it holds for all texts.
    let is_pretokenized = counting.flag("pretokenized")?;
    let texts = match file.get("text") {
        Some(texts) => {
            let list = texts.list()?;
            if list.len() > MOST_TEXTS {
                return Err(texts.error(RecipeReason::TooMany { limit: MOST_TEXTS }));
            }
            list.map(|value| text(value.table()?, is_pretokenized)).collect::<Result<_, _>>()?
        }
        None => Vec::new(),
    };
    Ok(Recipe {
        program: file.text("program")?,
        language: file.get("language").map(language).transpose()?,
        about: file.get("about").map_or_else(|| Ok(About::default()), about)?,
        lexicon: lexicon(file.required("lexicon")?.table()?)?,
        counting: self::counting(counting)?,
        texts,
    })
}

fn about(value: Value<'_, '_>) -> Result<About, RecipeError> {
    let keys = ["title", "authors", "year", "publisher", "identifier", "licence", "description"];
    let table = value.table()?.known(&keys)?;
    let authors = match table.get("authors") {
        Some(authors) => authors.list()?.map(|author| author.text().map(str::to_owned)).collect::<Result<_, _>>()?,
        None => Vec::new(),
    };
    let year = table.get("year").map(|year| year.integer(0, i64::from(u16::MAX))).transpose()?;
    Ok(About {
        title: table.local("title")?,
        authors,
        year: year.map(|year| u16::try_from(year).expect("the year is in range")),
        publisher: table.text("publisher")?,
        identifier: table.text("identifier")?,
        licence: table.text("licence")?,
        description: table.local("description")?,
    })
}

fn lexicon(table: Table<'_, '_>) -> Result<RecipeLexicon, RecipeError> {
    table.known(&["id", "version", "sha256", "file", "pattern_syntax"])?;
    let syntaxes = || PatternSyntax::ALL.map(PatternSyntax::name).join(", ");
    let syntax = |value: Value<'_, '_>| value.named(PatternSyntax::from_name, syntaxes);
    Ok(RecipeLexicon {
        id: table.required("id")?.text()?.to_owned(),
        version: table.text("version")?,
        sha256: sha256(table.required("sha256")?)?,
        file: table.get("file").map(relative).transpose()?,
        syntax: table.get("pattern_syntax").map(syntax).transpose()?.unwrap_or_default(),
    })
}

fn counting(table: Table<'_, '_>) -> Result<Counting, RecipeError> {
    let keys = ["measure", "policy", "negation", "level", "levels", "case_sensitive", "weights", "pretokenized"];
    table.known(&keys)?;
    let level = |value: Value<'_, '_>| {
        value.integer(1, i64::from(MAX_DEPTH)).map(|level| u8::try_from(level).expect("the level is in range"))
    };
    let levels = |value: Value<'_, '_>| {
        let set = LevelSet::new(value.list()?.map(level).collect::<Result<Vec<_>, _>>()?);
        set.ok_or_else(|| value.refused(format!("1–{MAX_DEPTH}")))
    };
    let negation =
        |value: Value<'_, '_>| value.named(Negation::from_name, || Negation::ALL.map(Negation::name).join(", "));
    Ok(Counting {
        measure: table.required("measure")?.named(Measure::from_name, || Measure::ALL.map(Measure::name).join(", "))?,
        options: Options {
            policy: table.required("policy")?.named(Policy::from_name, || Policy::ALL.map(Policy::name).join(", "))?,
            level: table.get("level").map(level).transpose()?,
            only_levels: table.get("levels").map(levels).transpose()?,
            case_sensitive: table.flag("case_sensitive")?,
            negation: table.get("negation").map(negation).transpose()?.unwrap_or_default(),
        },
        is_weighted: table.flag("weights")?,
    })
}

fn text(table: Table<'_, '_>, is_pretokenized: bool) -> Result<RecipeText, RecipeError> {
    let keys = ["title", "file", "sha256", "language", "encoding", "repairs", "pretokenized", "source", "licence"];
    table.known(&keys)?;
    let encoding =
        |value: Value<'_, '_>| value.named(Encoding::from_code, || Encoding::ALL.map(Encoding::code).join(", "));
    let kind =
        |value: Value<'_, '_>| value.named(RepairKind::from_code, || RepairKind::ALL.map(RepairKind::code).join(", "));
    let repairs = match table.get("repairs") {
        Some(kinds) => kinds.list()?.map(kind).collect::<Result<RepairKinds, _>>()?,
        None => RepairKinds::default(),
    };
    Ok(RecipeText {
        title: table.local("title")?,
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
            is_pretokenized: table.flag("pretokenized")? || is_pretokenized,
        },
        source: table.text("source")?,
        licence: table.text("licence")?,
    })
}

fn language(value: Value<'_, '_>) -> Result<Language, RecipeError> {
    value.named(Language::from_code, || Language::ALL.map(Language::code).join(", "))
}

fn sha256(value: Value<'_, '_>) -> Result<String, RecipeError> {
    let digits = value.text()?;
    let is_sound = digits.len() == SHA256_DIGITS && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_sound { Ok(digits.to_ascii_lowercase()) } else { Err(value.refused("0–9, a–f × 64".to_owned())) }
}

/// A file is looked for beside the recipe and below, never elsewhere: a recipe may come from
/// anybody.
fn relative(value: Value<'_, '_>) -> Result<String, RecipeError> {
    let file = value.text()?;
    let is_part = |part: &str| !part.is_empty() && part != "." && part != "..";
    let is_below = file.split('/').all(is_part) && !file.contains(['\\', ':', '\0']);
    if is_below { Ok(file.to_owned()) } else { Err(value.refused("folder/file.txt".to_owned())) }
}
