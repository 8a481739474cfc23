//! A recipe's TOML file → the recipe. The file may be anybody's: unknown keys, wrong values and too much of anything are errors.

use serde::Deserialize;

use super::{About, Counting, Recipe, RecipeError, RecipeLexicon, RecipeText};
use crate::{
    counting::Measure,
    language::Language,
    lexicon::{LocalText, PatternSyntax},
    matching::{LevelSet, Negation, Policy},
    study::{Encoding, EncodingChoice, LanguageChoice, Options, Reading, RepairKind, RepairKinds},
    text::small,
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
    /// What is wrong with it first.
    pub fn parse(text: &str) -> Result<Self, RecipeError> {
        // The format is asked first: a later one may have keys that this program does not know.
        let format = toml::from_str::<FormatOnly>(text).map_err(|error| syntax(text, &error))?.format;
        if format != FORMAT {
            return Err(RecipeError::Format { found: format });
        }
        toml::from_str::<File>(text).map_err(|error| syntax(text, &error))?.recipe()
    }
}

fn syntax(text: &str, error: &toml::de::Error) -> RecipeError {
    let reason = error.message().to_owned();
    let Some(span) = error.span() else { return RecipeError::Syntax { line: 0, column: 0, reason } };
    let before = &text[..text.floor_char_boundary(span.start.min(text.len()))];
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
    RecipeError::Syntax { line: small(line), column: small(column), reason }
}

#[derive(Deserialize)]
struct FormatOnly {
    format: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "format")]
    _format: i64,
    #[serde(default)]
    program: String,
    language: Option<String>,
    #[serde(default)]
    about: AboutTable,
    lexicon: LexiconTable,
    counting: CountingTable,
    #[serde(default)]
    text: Vec<TextTable>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct AboutTable {
    title: Local,
    authors: Vec<String>,
    year: Option<u16>,
    publisher: String,
    identifier: String,
    licence: String,
    description: Local,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LexiconTable {
    id: String,
    #[serde(default)]
    version: String,
    sha256: String,
    file: Option<String>,
    pattern_syntax: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CountingTable {
    measure: String,
    policy: String,
    #[serde(default)]
    negation: Option<String>,
    level: Option<u8>,
    levels: Option<Vec<u8>>,
    #[serde(default)]
    case_sensitive: bool,
    #[serde(default)]
    weights: bool,
    #[serde(default)]
    pretokenized: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TextTable {
    #[serde(default)]
    title: Local,
    file: String,
    sha256: String,
    language: Option<String>,
    encoding: Option<String>,
    repairs: Option<Vec<String>>,
    #[serde(default)]
    pretokenized: bool,
    #[serde(default)]
    source: String,
    #[serde(default)]
    licence: String,
}

/// A text in one language for all, or in each.
#[derive(Deserialize)]
#[serde(untagged)]
enum Local {
    One(String),
    Each(LocalText),
}

impl Default for Local {
    fn default() -> Self {
        Self::Each(LocalText::default())
    }
}

impl From<Local> for LocalText {
    fn from(local: Local) -> Self {
        match local {
            Local::One(text) => Self { en: Some(text), ..Self::default() },
            Local::Each(text) => text,
        }
    }
}

impl File {
    fn recipe(self) -> Result<Recipe, RecipeError> {
        if self.text.len() > MOST_TEXTS {
            return Err(RecipeError::TooMany { limit: MOST_TEXTS });
        }
        let syntaxes = || PatternSyntax::ALL.map(PatternSyntax::name).join(", ");
        let lexicon = RecipeLexicon {
            id: self.lexicon.id,
            version: self.lexicon.version,
            sha256: sha256("lexicon.sha256", self.lexicon.sha256)?,
            file: self.lexicon.file.map(|file| relative("lexicon.file", file)).transpose()?,
            syntax: match self.lexicon.pattern_syntax {
                Some(name) => {
                    PatternSyntax::from_name(&name).ok_or_else(|| value("lexicon.pattern_syntax", name, syntaxes()))?
                }
                None => PatternSyntax::default(),
            },
        };
        // Said once, it holds for all texts.
        let is_pretokenized = self.counting.pretokenized;
        let text = |table: TextTable| TextTable { pretokenized: table.pretokenized || is_pretokenized, ..table }.text();
        Ok(Recipe {
            program: self.program,
            language: self.language.map(|code| language("language", &code)).transpose()?,
            about: About {
                title: self.about.title.into(),
                authors: self.about.authors,
                year: self.about.year,
                publisher: self.about.publisher,
                identifier: self.about.identifier,
                licence: self.about.licence,
                description: self.about.description.into(),
            },
            lexicon,
            counting: self.counting.counting()?,
            texts: self.text.into_iter().map(text).collect::<Result<_, _>>()?,
        })
    }
}

impl CountingTable {
    fn counting(self) -> Result<Counting, RecipeError> {
        let measures = Measure::ALL.map(Measure::name).join(", ");
        let policies = Policy::ALL.map(Policy::name).join(", ");
        let negations = Negation::ALL.map(Negation::name).join(", ");
        let only_levels = match &self.levels {
            Some(levels) => {
                let set = LevelSet::new(levels.iter().copied());
                Some(set.ok_or_else(|| value("counting.levels", format!("{levels:?}"), "1–16".to_owned()))?)
            }
            None => None,
        };
        let negation = match self.negation {
            Some(name) => Negation::from_name(&name).ok_or_else(|| value("counting.negation", name, negations))?,
            None => Negation::default(),
        };
        Ok(Counting {
            measure: Measure::from_name(&self.measure)
                .ok_or_else(|| value("counting.measure", self.measure, measures))?,
            options: Options {
                policy: Policy::from_name(&self.policy)
                    .ok_or_else(|| value("counting.policy", self.policy, policies))?,
                level: self.level,
                only_levels,
                case_sensitive: self.case_sensitive,
                negation,
            },
            is_weighted: self.weights,
        })
    }
}

impl TextTable {
    fn text(self) -> Result<RecipeText, RecipeError> {
        let chosen = self.language.map(|code| language("text.language", &code)).transpose()?;
        let encodings = || Encoding::ALL.map(Encoding::code).join(", ");
        let encoding = match self.encoding {
            Some(code) => EncodingChoice::Fixed(
                Encoding::from_code(&code).ok_or_else(|| value("text.encoding", code, encodings()))?,
            ),
            None => EncodingChoice::Auto,
        };
        let kinds = || RepairKind::ALL.map(RepairKind::code).join(", ");
        let kind = |code: String| RepairKind::from_code(&code).ok_or_else(|| value("text.repairs", code, kinds()));
        let repairs = match self.repairs {
            Some(codes) => codes.into_iter().map(kind).collect::<Result<RepairKinds, _>>()?,
            None => RepairKinds::default(),
        };
        Ok(RecipeText {
            title: self.title.into(),
            file: relative("text.file", self.file)?,
            sha256: sha256("text.sha256", self.sha256)?,
            language: chosen.map_or(LanguageChoice::Auto, LanguageChoice::Fixed),
            reading: Reading { encoding, repairs, is_pretokenized: self.pretokenized },
            source: self.source,
            licence: self.licence,
        })
    }
}

fn value(key: &'static str, value: String, expected: String) -> RecipeError {
    RecipeError::Value { key, value, expected }
}

fn language(key: &'static str, code: &str) -> Result<Language, RecipeError> {
    let known = Language::ALL.map(Language::code).join(", ");
    Language::from_code(code).ok_or_else(|| value(key, code.to_owned(), known))
}

fn sha256(key: &'static str, digits: String) -> Result<String, RecipeError> {
    let is_sound = digits.len() == SHA256_DIGITS && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    if is_sound { Ok(digits.to_ascii_lowercase()) } else { Err(value(key, digits, "0–9, a–f × 64".to_owned())) }
}

/// A file is looked for beside the recipe and below, never elsewhere: a recipe may come from anybody.
fn relative(key: &'static str, file: String) -> Result<String, RecipeError> {
    let is_part = |part: &str| !part.is_empty() && part != "." && part != "..";
    let is_below = file.split('/').all(is_part) && !file.contains(['\\', ':', '\0']);
    if is_below { Ok(file) } else { Err(value(key, file, "folder/file.txt".to_owned())) }
}
