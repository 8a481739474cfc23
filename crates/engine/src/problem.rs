//! Something wrong with an input, as data: the sentence is made from it in the reader's
//! language.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Where in the inputs something is wrong. All parts are optional; lines and columns count from 1,
/// columns in characters.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SourceLocation {
    /// The file's name, or the document's title where there is no file.
    pub file: Option<String>,
    /// The line.
    pub line: Option<u32>,
    /// The column.
    pub column: Option<u32>,
}

/// A value that a message mentions. In JSON it is the bare value; between page and worker it says
/// which kind it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Argument {
    /// A whole number, formatted by the message in its language.
    Number(i64),
    /// Anything else.
    Text(String),
}

/// How much of a text a message quotes, in characters. What is wrong with a file of a megabyte is
/// said in a line.
const LONGEST_QUOTE: usize = 200;

impl Argument {
    /// Makes an argument of a piece of an input, shortened where it is long.
    pub fn quoted(text: &str) -> Self {
        Self::Text(shortened(text, LONGEST_QUOTE).into_owned())
    }
}

/// Returns a text, or as many characters of it as `most` and an ellipsis.
///
/// ```
/// assert_eq!(tarazy_engine::problem::shortened("бостандық", 3), "бос…");
/// assert_eq!(tarazy_engine::problem::shortened("бос", 3), "бос");
/// ```
pub fn shortened(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
        None => Cow::Borrowed(text),
    }
}

impl From<u64> for Argument {
    fn from(number: u64) -> Self {
        Self::Number(i64::try_from(number).expect("limits, sizes and counts are far below 2^63"))
    }
}

/// One problem: a stable code, the place, and the values that its message mentions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The key of the message: `text-invalid-utf8`, `lex-duplicate-entry` …
    pub code: String,
    /// Whether the input is usable all the same.
    pub is_warning: bool,
    /// Where.
    pub place: SourceLocation,
    /// Values by name.
    pub arguments: Vec<(String, Argument)>,
}

/// An argument that says which kind it is: formats without names for types cannot guess it from the
/// value.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Argument")]
enum Tagged<Text> {
    Number(i64),
    Text(Text),
}

/// An argument as its bare value.
#[derive(Deserialize)]
#[serde(untagged)]
enum Bare {
    Number(i64),
    Text(String),
}

impl Serialize for Argument {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (self, serializer.is_human_readable()) {
            (Self::Number(number), true) => number.serialize(serializer),
            (Self::Text(text), true) => text.serialize(serializer),
            (Self::Number(number), false) => Tagged::<&str>::Number(*number).serialize(serializer),
            (Self::Text(text), false) => Tagged::Text(text.as_str()).serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Argument {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            return Ok(match Bare::deserialize(deserializer)? {
                Bare::Number(number) => Self::Number(number),
                Bare::Text(text) => Self::Text(text),
            });
        }
        Ok(match Tagged::<String>::deserialize(deserializer)? {
            Tagged::Number(number) => Self::Number(number),
            Tagged::Text(text) => Self::Text(text),
        })
    }
}
