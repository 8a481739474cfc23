//! One field of a table: its text, and the number that the text is of.

/// A field of a table.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Field {
    /// What a reader sees.
    pub text: String,
    /// What a spreadsheet gets.
    pub value: Value,
}

/// What a field is.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Value {
    /// A text.
    #[default]
    Text,
    /// A number.
    Number(Number),
    /// A finite number that is shown as it is written, such as a year.
    Plain(f64),
    /// A day, by its number in workbooks: 1 March 1900 is 61.
    Day(u32),
    /// A number that does not exist, as a share of nothing.
    Missing,
}

/// A number as it is, not rounded.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number {
    /// Finite. A share is from 0 to 1 here, and percent in the text.
    pub value: f64,
    /// How many decimals are shown.
    pub decimals: usize,
    /// Whether it is shown in percent.
    pub is_share: bool,
}

impl Field {
    /// A field with a number, or with [`Value::Missing`] for none or what is not finite.
    pub fn number(text: String, value: Option<f64>, decimals: usize, is_share: bool) -> Self {
        let number = value.filter(|value| value.is_finite()).map(|value| Number { value, decimals, is_share });
        Self { text, value: number.map_or(Value::Missing, Value::Number) }
    }
}

impl From<String> for Field {
    fn from(text: String) -> Self {
        Self { text, value: Value::Text }
    }
}

impl PartialEq<&str> for Field {
    fn eq(&self, text: &&str) -> bool {
        self.text == *text
    }
}
