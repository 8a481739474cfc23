//! Data on a text: its party, its year, its country.
//!
//! Law: data that [`check_metadata`] accepts can stand in every file that the program writes, and are
//! read back equal, with their types.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::{
    format::{days_of, is_date},
    problem::{Argument, Problem, SourceLocation},
};

/// The longest name of a piece of data, in characters.
pub const MAX_METADATA_NAME: usize = 200;
/// The longest value that is text, in characters.
pub const MAX_METADATA_VALUE: usize = 2_000;
/// The most pieces of data on one text.
pub const MAX_METADATA_FIELDS: usize = 100;

/// One piece of data on a text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MetadataField {
    /// The name of its column.
    pub name: String,
    /// The value.
    pub value: MetadataValue,
}

/// The value of a piece of data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum MetadataValue {
    /// Any text.
    Text(String),
    /// A number.
    Number(f64),
    /// A date as ISO 8601 writes it, with as much of it as is known: `2024`, `2024-03-01`.
    Date(String),
}

impl MetadataValue {
    /// Returns the value that a cell holds: a number or date if all of it is one, else a text.
    ///
    /// ```
    /// use tarazy_engine::settings::MetadataValue;
    /// assert_eq!(MetadataValue::of("12.5"), MetadataValue::Number(12.5));
    /// assert_eq!(MetadataValue::of("2024-03-01"), MetadataValue::Date("2024-03-01".to_owned()));
    /// assert_eq!(MetadataValue::of("01.03.2024"), MetadataValue::Date("2024-03-01".to_owned()));
    /// assert_eq!(MetadataValue::of("31.02.2024"), MetadataValue::Text("31.02.2024".to_owned()));
    /// assert_eq!(MetadataValue::of("007"), MetadataValue::Text("007".to_owned()));
    /// ```
    pub fn of(cell: &str) -> Self {
        let cell = cell.trim();
        if let Some(date) = date(cell) {
            return Self::Date(date);
        }
        let is_number = cell.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
        // A number with zeros in front is a code.
        let is_code = cell.trim_start_matches('-').starts_with('0') && !cell.contains('.') && cell.len() > 1;
        match cell.parse::<f64>() {
            Ok(number) if is_number && !is_code && number.is_finite() && cell.len() <= 15 => Self::Number(number),
            _ => Self::Text(cell.to_owned()),
        }
    }

    /// Returns the value as text, a number with a point and without separators of thousands.
    ///
    /// ```
    /// use tarazy_engine::settings::MetadataValue;
    /// assert_eq!(MetadataValue::Number(2023.0).written(), "2023");
    /// assert_eq!(MetadataValue::Number(-0.5).written(), "-0.5");
    /// ```
    pub fn written(&self) -> String {
        match self {
            Self::Text(text) | Self::Date(text) => text.clone(),
            Self::Number(number) if number.abs() < LEAST_EXPONENT => format!("{number}"),
            Self::Number(number) => format!("{number:e}"),
        }
    }
}

/// From this number on, numbers are written with an exponent.
const LEAST_EXPONENT: f64 = 1e15;

/// Reads `2024-03-01` and `1.3.2024` (day, month, year), with a time behind it.
fn date(cell: &str) -> Option<String> {
    let day = cell.split(['T', ' ']).next()?;
    let is_date_time =
        cell.len() == day.len() || cell.get(day.len() + 1..)?.starts_with(|next: char| next.is_ascii_digit());
    let parts: Vec<&str> = day.split(['-', '.', '/']).collect();
    let number = |part: &str, most: u32| {
        let is_short = (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<u32>().ok().filter(|number| is_short && (1..=most).contains(number))
    };
    let [first, month, last] = parts.as_slice() else { return None };
    let (year, day) = if first.len() == 4 && day.contains('-') { (first, last) } else { (last, first) };
    let (year, month, day) = (number(year, 9_999)?, number(month, 12)?, number(day, 31)?);
    let is_real = is_date_time && year >= 1_000 && day <= days_of(year, month) && !cell.contains('/');
    is_real.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// Why data on a text are not accepted. Names and values are shortened in messages.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FieldError {
    /// A piece of data has no name.
    #[error("a piece of data has no name")]
    NoName,
    /// A name is too long.
    #[error("the name `{name}` has more than {MAX_METADATA_NAME} characters")]
    NameTooLong {
        /// The name.
        name: String,
    },
    /// Two pieces of data have one name.
    #[error("`{name}` is there twice")]
    NameTwice {
        /// The name.
        name: String,
    },
    /// A name or value has a control character, such as a line end.
    #[error("`{name}` has a control character")]
    ControlCharacter {
        /// The name.
        name: String,
    },
    /// A value is too long.
    #[error("the value of `{name}` has more than {MAX_METADATA_VALUE} characters")]
    ValueTooLong {
        /// The name.
        name: String,
    },
    /// A number is not finite.
    #[error("the value of `{name}` is not a number")]
    NotANumber {
        /// The name.
        name: String,
    },
    /// A date is none of the calendar.
    #[error("the value of `{name}` is not a date: `{value}`")]
    NotADate {
        /// The name.
        name: String,
        /// The value.
        value: String,
    },
    /// There are too many pieces of data.
    #[error("{count} pieces of data are more than {MAX_METADATA_FIELDS}")]
    TooMany {
        /// Their number.
        count: usize,
    },
}

impl FieldError {
    /// Returns the stable code, which is also the key of the message.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoName => "data-no-name",
            Self::NameTooLong { .. } => "data-name-too-long",
            Self::NameTwice { .. } => "data-name-twice",
            Self::ControlCharacter { .. } => "data-control-character",
            Self::ValueTooLong { .. } => "data-value-too-long",
            Self::NotANumber { .. } => "data-not-a-number",
            Self::NotADate { .. } => "data-not-a-date",
            Self::TooMany { .. } => "data-too-many",
        }
    }

    /// Returns the values that the message mentions.
    pub fn arguments(&self) -> Vec<(String, Argument)> {
        let text = |key: &str, value: &str| (key.to_owned(), Argument::quoted(value));
        let number = |key: &str, value: usize| (key.to_owned(), Argument::from(value as u64));
        match self {
            Self::NoName => Vec::new(),
            Self::NameTooLong { name } => vec![text("name", name), number("limit", MAX_METADATA_NAME)],
            Self::ValueTooLong { name } => vec![text("name", name), number("limit", MAX_METADATA_VALUE)],
            Self::NameTwice { name } | Self::ControlCharacter { name } | Self::NotANumber { name } => {
                vec![text("name", name)]
            }
            Self::NotADate { name, value } => vec![text("name", name), text("value", value)],
            Self::TooMany { count } => vec![number("count", *count), number("limit", MAX_METADATA_FIELDS)],
        }
    }

    /// Returns the error as a problem of the text or file `name`.
    pub fn problem(&self, name: &str) -> Problem {
        let place = SourceLocation { file: Some(name.to_owned()), ..SourceLocation::default() };
        Problem { code: self.code().to_owned(), is_warning: false, place, arguments: self.arguments() }
    }
}

/// Checks data on a text.
///
/// # Errors
/// Every [`FieldError`], in the order of the fields.
pub fn check_metadata(fields: &[MetadataField]) -> Result<(), Vec<FieldError>> {
    let mut errors = Vec::new();
    if fields.len() > MAX_METADATA_FIELDS {
        errors.push(FieldError::TooMany { count: fields.len() });
    }
    let mut names = HashSet::new();
    for field in fields {
        let name = || field.name.clone();
        if !names.insert(field.name.as_str()) {
            errors.push(FieldError::NameTwice { name: name() });
        }
        errors.extend(check_field(field).err());
    }
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}

/// Checks a piece of data by itself.
fn check_field(MetadataField { name, value }: &MetadataField) -> Result<(), FieldError> {
    let own = || name.clone();
    if name.trim().is_empty() {
        return Err(FieldError::NoName);
    }
    if name.chars().nth(MAX_METADATA_NAME).is_some() {
        return Err(FieldError::NameTooLong { name: own() });
    }
    if name.contains(char::is_control) {
        return Err(FieldError::ControlCharacter { name: own() });
    }
    match value {
        MetadataValue::Text(text) if text.chars().nth(MAX_METADATA_VALUE).is_some() => {
            Err(FieldError::ValueTooLong { name: own() })
        }
        MetadataValue::Text(text) if text.contains(char::is_control) => {
            Err(FieldError::ControlCharacter { name: own() })
        }
        MetadataValue::Number(number) if !number.is_finite() => Err(FieldError::NotANumber { name: own() }),
        MetadataValue::Date(date) if !is_date(date) => Err(FieldError::NotADate { name: own(), value: date.clone() }),
        _ => Ok(()),
    }
}

/// Makes data as files and tables have them into data that [`check_metadata`] accepts: control
/// characters become spaces, a piece without value is left out, equal names get numbers, and what is
/// over a limit is left out and returned as an error.
///
/// ```
/// use tarazy_engine::settings::{MetadataField, MetadataValue, accepted_metadata};
/// let field = |name: &str, value: &str| MetadataField { name: name.into(), value: MetadataValue::Text(value.into()) };
/// let (fields, errors) = accepted_metadata(vec![field("party", "Ақ\nжол"), field("party", "Ауыл")]);
/// assert_eq!(fields, [field("party", "Ақ жол"), field("party (2)", "Ауыл")]);
/// assert!(errors.is_empty());
/// ```
pub fn accepted_metadata(fields: Vec<MetadataField>) -> (Vec<MetadataField>, Vec<FieldError>) {
    let (mut accepted, mut errors) = (Vec::new(), Vec::new());
    let mut names = HashSet::new();
    let count = fields.len();
    for MetadataField { name, value } in fields {
        let value = match value {
            MetadataValue::Text(text) => MetadataValue::Text(without_controls(&text)),
            other => other,
        };
        if value == MetadataValue::Text(String::new()) {
            continue;
        }
        let mut field = MetadataField { name: without_controls(&name), value };
        if let Err(error) = check_field(&field) {
            errors.push(error);
            continue;
        }
        if accepted.len() == MAX_METADATA_FIELDS {
            errors.push(FieldError::TooMany { count });
            break;
        }
        if !names.insert(field.name.clone()) {
            let mut numbered = (2_usize..).map(|number| format!("{} ({number})", field.name));
            let free = numbered.find(|name| !names.contains(name)).expect("numbers do not run out");
            if free.chars().nth(MAX_METADATA_NAME).is_some() {
                errors.push(FieldError::NameTwice { name: field.name });
                continue;
            }
            names.insert(free.clone());
            field.name = free;
        }
        accepted.push(field);
    }
    (accepted, errors)
}

/// Returns a text with a space for each run of white space and control characters, and none at its
/// ends.
fn without_controls(text: &str) -> String {
    let words = text.split(|letter: char| letter.is_whitespace() || letter.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
