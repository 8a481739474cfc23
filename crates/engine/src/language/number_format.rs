//! Numbers → the way they are written in a language.
//!
//! Law: the sign is dropped when the rounded number is zero, and what is not a number is never
//! written as one.
//!
//! | value | kk, ru | en |
//! |---|---|---|
//! | 4822 | `4822` | `4,822` |
//! | 54822 | `54 822` (U+00A0) | `54,822` |
//! | −0.25 to one decimal | `−0,3` (U+2212) | `−0.3` |
//! | no value | `–` | `–` |
//!
//! ```
//! use tarazy_engine::language::Language;
//! use tarazy_engine::language::number_format::{format_decimal, format_integer};
//!
//! assert_eq!(format_integer(75_378, Language::Kazakh), "75\u{a0}378");
//! assert_eq!(format_decimal(Some(24.65), 1, Language::Russian), "24,7");
//! assert_eq!(format_decimal(None, 1, Language::English), "–");
//! ```

use serde::{Deserialize, Serialize};

use super::Language;

/// What stands for a value that does not exist: an en dash.
pub const MISSING: &str = "–";

/// The sign of a negative number: U+2212.
pub const MINUS: char = '\u{2212}';

/// How a language groups and separates digits.
struct Convention {
    group: char,
    point: char,
    /// The smallest number of digits before the point that is grouped.
    grouped_from: usize,
}

/// What stands before the decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum DecimalSign {
    /// What the language wants.
    #[default]
    ByLanguage,
    /// A point.
    Point,
    /// A comma; then no comma groups digits.
    Comma,
}

impl DecimalSign {
    /// All of them, the usual first.
    pub const ALL: [Self; 3] = [Self::ByLanguage, Self::Point, Self::Comma];

    /// Returns the stable name: `language`, `point` or `comma`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::ByLanguage => "language",
            Self::Point => "point",
            Self::Comma => "comma",
        }
    }

    /// Finds it by its name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sign| sign.name() == name)
    }
}

const fn convention(language: Language, sign: DecimalSign) -> Convention {
    match (language, sign) {
        (Language::Kazakh | Language::Russian, DecimalSign::Point) => {
            Convention { group: '\u{a0}', point: '.', grouped_from: 5 }
        }
        (Language::Kazakh | Language::Russian, _) | (Language::English, DecimalSign::Comma) => {
            Convention { group: '\u{a0}', point: ',', grouped_from: 5 }
        }
        (Language::English, _) => Convention { group: ',', point: '.', grouped_from: 4 },
    }
}

/// Writes a whole number; any integer type up to 64 bits goes in, negative ones get [`MINUS`].
pub fn format_integer(value: impl Into<i128>, language: Language) -> String {
    integer_with(DecimalSign::ByLanguage, value, language)
}

/// Writes a whole number so that it stands beside numbers with this sign before their decimals.
pub fn integer_with(sign: DecimalSign, value: impl Into<i128>, language: Language) -> String {
    let value = value.into();
    assemble(value < 0, &value.unsigned_abs().to_string(), "", &convention(language, sign))
}

/// Writes a number with exactly `decimals` digits after the point; `None`, NaN and infinity become
/// [`MISSING`].
///
/// Rounds half away from zero, judging the shortest decimal that names the value: 2.675 to two
/// decimals is 2.68, although the nearest binary fraction lies below it.
pub fn format_decimal(value: Option<f64>, decimals: usize, language: Language) -> String {
    decimal_with(DecimalSign::ByLanguage, value, decimals, language)
}

/// Writes a number as [`format_decimal`] does, with the sign that is asked for before the decimals.
pub fn decimal_with(sign: DecimalSign, value: Option<f64>, decimals: usize, language: Language) -> String {
    let Some(value) = value.filter(|value| value.is_finite()) else { return MISSING.to_owned() };
    let written = value.abs().to_string();
    let (whole, fraction) = written.split_once('.').unwrap_or((&written, ""));
    let (whole, fraction) = round(whole, fraction, decimals);
    let is_zero = whole.bytes().chain(fraction.bytes()).all(|digit| digit == b'0');
    assemble(value < 0.0 && !is_zero, &whole, &fraction, &convention(language, sign))
}

/// Rounds `whole.fraction` half up to `decimals` digits, and returns both parts.
fn round(whole: &str, fraction: &str, decimals: usize) -> (String, String) {
    let rounds_up = fraction.as_bytes().get(decimals).is_some_and(|digit| *digit >= b'5');
    let mut digits: Vec<u8> = whole.bytes().collect();
    digits.extend(fraction.bytes().chain(std::iter::repeat(b'0')).take(decimals));
    if rounds_up {
        let kept = digits.iter().rposition(|digit| *digit != b'9');
        let carried_from = kept.map_or(0, |at| at + 1);
        digits[carried_from..].fill(b'0');
        match kept {
            Some(at) => digits[at] += 1,
            None => digits.insert(0, b'1'),
        }
    }
    let point = digits.len() - decimals;
    let text = |digits: &[u8]| digits.iter().map(|digit| char::from(*digit)).collect();
    (text(&digits[..point]), text(&digits[point..]))
}

fn assemble(is_negative: bool, whole: &str, fraction: &str, convention: &Convention) -> String {
    let mut written = String::with_capacity(whole.len() * 2 + fraction.len() + 4);
    if is_negative {
        written.push(MINUS);
    }
    let is_grouped = whole.len() >= convention.grouped_from;
    for (at, digit) in whole.chars().enumerate() {
        if is_grouped && at > 0 && (whole.len() - at).is_multiple_of(3) {
            written.push(convention.group);
        }
        written.push(digit);
    }
    if !fraction.is_empty() {
        written.push(convention.point);
        written.push_str(fraction);
    }
    written
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(0, "0", "0")]
    #[case(999, "999", "999")]
    #[case(1204, "1204", "1,204")]
    #[case(54_822, "54\u{a0}822", "54,822")]
    #[case(1_234_567, "1\u{a0}234\u{a0}567", "1,234,567")]
    #[case(-1, "−1", "−1")]
    #[case(-12_345, "−12\u{a0}345", "−12,345")]
    fn integers_are_grouped_by_the_rule_of_the_language(#[case] value: i64, #[case] ru: &str, #[case] en: &str) {
        assert_eq!(format_integer(value, Language::Russian), ru);
        assert_eq!(format_integer(value, Language::Kazakh), ru);
        assert_eq!(format_integer(value, Language::English), en);
    }

    #[test]
    fn the_largest_count_is_written_in_full() {
        assert_eq!(format_integer(u64::MAX, Language::English), "18,446,744,073,709,551,615");
        assert_eq!(format_integer(i64::MIN, Language::English), "−9,223,372,036,854,775,808");
    }

    #[rstest]
    #[case(0.0, 1, "0.0")]
    #[case(-0.0, 1, "0.0")]
    #[case(-0.04, 1, "0.0")]
    #[case(-0.05, 1, "−0.1")]
    #[case(0.25, 1, "0.3")]
    #[case(0.35, 1, "0.4")]
    #[case(2.675, 2, "2.68")]
    #[case(1.005, 2, "1.01")]
    #[case(9.995, 2, "10.00")]
    #[case(999.96, 1, "1,000.0")]
    #[case(0.5, 0, "1")]
    #[case(2.5, 0, "3")]
    #[case(-2.5, 0, "−3")]
    #[case(99.5, 0, "100")]
    #[case(3.0, 2, "3.00")]
    #[case(1e21, 0, "1,000,000,000,000,000,000,000")]
    #[case(1e-9, 3, "0.000")]
    fn decimals_round_half_away_from_zero(#[case] value: f64, #[case] decimals: usize, #[case] expected: &str) {
        assert_eq!(format_decimal(Some(value), decimals, Language::English), expected);
    }

    #[test]
    fn russian_and_kazakh_use_the_decimal_comma() {
        assert_eq!(format_decimal(Some(12_345.675), 2, Language::Russian), "12\u{a0}345,68");
        assert_eq!(format_decimal(Some(4321.5), 1, Language::Kazakh), "4321,5");
    }

    #[test]
    fn the_sign_that_a_journal_wants_stands_before_the_decimals_and_groups_nothing() {
        let written =
            |sign, language| (decimal_with(sign, Some(12_345.67), 1, language), integer_with(sign, 1_234, language));
        let pair = |decimal: &str, integer: &str| (decimal.to_owned(), integer.to_owned());
        assert_eq!(written(DecimalSign::Comma, Language::English), pair("12\u{a0}345,7", "1234"));
        assert_eq!(written(DecimalSign::Point, Language::English), pair("12,345.7", "1,234"));
        assert_eq!(written(DecimalSign::Point, Language::Kazakh), pair("12\u{a0}345.7", "1234"));
        assert_eq!(written(DecimalSign::ByLanguage, Language::Kazakh), pair("12\u{a0}345,7", "1234"));
        for sign in DecimalSign::ALL {
            assert_eq!(DecimalSign::from_name(sign.name()), Some(sign));
        }
    }

    #[test]
    fn what_is_not_a_number_is_a_dash() {
        for value in [None, Some(f64::NAN), Some(f64::INFINITY), Some(f64::NEG_INFINITY)] {
            assert_eq!(format_decimal(value, 2, Language::Kazakh), MISSING);
        }
    }
}
