//! Something wrong with an input, told as data: the sentence is made from it in the reader's language.

use serde::{Deserialize, Serialize};

/// Where in the inputs something is wrong. All parts are optional; lines and columns count from 1, columns in characters.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Place {
    /// The file's name, or the document's title where there is no file.
    pub file: Option<String>,
    /// The line.
    pub line: Option<u32>,
    /// The column.
    pub column: Option<u32>,
}

/// A value that a message mentions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Argument {
    /// A whole number, formatted by the message in its language.
    Number(i64),
    /// Anything else.
    Text(String),
}

/// One problem: a stable code, the place, and the values that its message mentions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Problem {
    /// The key of the message: `text-invalid-utf8`, `lex-duplicate-entry` …
    pub code: String,
    /// Whether the input is usable all the same.
    pub is_warning: bool,
    /// Where.
    pub place: Place,
    /// Values by name.
    pub arguments: Vec<(String, Argument)>,
}
