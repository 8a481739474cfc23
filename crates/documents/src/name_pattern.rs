//! Names of files → data on their texts: `auyl_2023.txt` with `{party}_{year}` has a party and a year.
//!
//! A pattern is a text with names in braces. Each name stands for one or more characters, one of
//! [`YEAR_NAMES`] for a year of four digits. Law: a name of a file fits a pattern only if there is
//! exactly one way to divide it, so that no value is a guess: `ak_zhol_2023` fits `{party}_{year}`,
//! since a year is a number, and does not fit `{party}_{country}`.

use std::{
    collections::{HashMap, HashSet},
    fmt,
};

use thiserror::Error;

use tarazy_engine::{
    problem::{Argument, Problem, SourceLocation},
    settings::{MAX_METADATA_NAME, MetadataField, MetadataValue},
};

use crate::titles::bare_name;

/// Names that stand for a year.
pub const YEAR_NAMES: [&str; 4] = ["year", "жыл", "жылы", "год"];
/// The most names in a pattern.
const MOST_FIELDS: usize = 20;
/// The longest name of a file that is looked at, in bytes.
const LONGEST_NAME: usize = 1_000;
/// What stands between the parts of a name, where a pattern is suggested.
const SEPARATORS: [char; 3] = ['_', '-', ' '];
/// The share of names in percent that fit a suggested pattern at least.
const LEAST_PERCENT: usize = 80;

/// A pattern over names of files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamePattern {
    parts: Vec<Part>,
}

/// A part of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    /// What a name has as it is.
    Literal(String),
    /// A piece of data.
    Field(String),
}

/// Why a text is not a pattern.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NamePatternError {
    /// No name stands in braces.
    #[error("no name in braces")]
    NoField,
    /// More names than a pattern may have.
    #[error("more than {MOST_FIELDS} names")]
    TooMany,
    /// A brace is not closed, or closed without being opened.
    #[error("a brace without its other one")]
    Brace,
    /// Nothing, a control character or too much stands in braces.
    #[error("`{name}` cannot be a name")]
    Name {
        /// What stands there.
        name: String,
    },
    /// A name is there twice.
    #[error("`{name}` is there twice")]
    Twice {
        /// The name.
        name: String,
    },
    /// Nothing stands between two names, so that nothing says where one value ends.
    #[error("nothing stands before `{name}`")]
    Adjacent {
        /// The second name.
        name: String,
    },
}

impl NamePatternError {
    /// Returns the stable code, which is also the key of the message.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoField => "name-pattern-no-field",
            Self::TooMany => "name-pattern-too-many",
            Self::Brace => "name-pattern-brace",
            Self::Name { .. } => "name-pattern-name",
            Self::Twice { .. } => "name-pattern-twice",
            Self::Adjacent { .. } => "name-pattern-adjacent",
        }
    }

    /// Returns the error as a problem of the pattern.
    pub fn problem(&self, pattern: &str) -> Problem {
        let mut arguments = vec![("pattern".to_owned(), Argument::quoted(pattern))];
        match self {
            Self::Name { name } | Self::Twice { name } | Self::Adjacent { name } => {
                arguments.push(("name".to_owned(), Argument::quoted(name)));
            }
            Self::TooMany => arguments.push(("limit".to_owned(), Argument::from(MOST_FIELDS as u64))),
            Self::NoField | Self::Brace => {}
        }
        Problem { code: self.code().to_owned(), is_warning: false, place: SourceLocation::default(), arguments }
    }
}

impl NamePattern {
    /// Reads a pattern.
    ///
    /// ```
    /// use tarazy_documents::NamePattern;
    /// use tarazy_engine::settings::MetadataValue;
    /// let pattern = NamePattern::parse("{party}_{year}")?;
    /// let data = pattern.data("texts/Ақ_жол_2023.txt").unwrap();
    /// assert_eq!((&*data[0].name, &data[0].value), ("party", &MetadataValue::Text("Ақ_жол".to_owned())));
    /// assert_eq!((&*data[1].name, &data[1].value), ("year", &MetadataValue::Number(2023.0)));
    /// assert_eq!(pattern.data("notes.txt"), None);
    /// # Ok::<(), tarazy_documents::NamePatternError>(())
    /// ```
    ///
    /// # Errors
    /// [`NamePatternError`] for what is not a pattern.
    pub fn parse(pattern: &str) -> Result<Self, NamePatternError> {
        let mut parts: Vec<Part> = Vec::new();
        let mut names = HashSet::new();
        let mut rest = pattern;
        while !rest.is_empty() {
            let at = rest.find(['{', '}']).unwrap_or(rest.len());
            let (literal, braced) = rest.split_at(at);
            if !literal.is_empty() {
                parts.push(Part::Literal(literal.to_owned()));
            }
            if braced.is_empty() {
                break;
            }
            let opened = braced.strip_prefix('{').ok_or(NamePatternError::Brace)?;
            let (name, behind) = opened.split_once('}').ok_or(NamePatternError::Brace)?;
            rest = behind;
            let name = name.trim().to_owned();
            if name.contains('{') {
                return Err(NamePatternError::Brace);
            }
            if name.is_empty() || name.contains(char::is_control) || name.chars().nth(MAX_METADATA_NAME).is_some() {
                return Err(NamePatternError::Name { name });
            }
            if matches!(parts.last(), Some(Part::Field(_))) {
                return Err(NamePatternError::Adjacent { name });
            }
            if !names.insert(name.clone()) {
                return Err(NamePatternError::Twice { name });
            }
            parts.push(Part::Field(name));
        }
        match names.len() {
            0 => Err(NamePatternError::NoField),
            1..=MOST_FIELDS => Ok(Self { parts }),
            _ => Err(NamePatternError::TooMany),
        }
    }

    /// Returns the data in the name of a file, whose folders and ending do not count; `None` if it does
    /// not fit, or fits in several ways. Cost: quadratic in the length of a name, of which names of more
    /// than a thousand bytes fit nothing.
    pub fn data(&self, path: &str) -> Option<Vec<MetadataField>> {
        let name = bare_name(path);
        if name.len() > LONGEST_NAME {
            return None;
        }
        let ways = self.ways(name);
        let mut at = 0;
        let mut fields = Vec::new();
        for (part, rest) in self.parts.iter().zip(1..) {
            let end = match part {
                _ if ways[rest - 1][at] != 1 => return None,
                Part::Literal(literal) => at + literal.len(),
                Part::Field(field) => {
                    let end = ends(field, name, at).find(|end| ways[rest][*end] == 1)?;
                    let value = MetadataValue::of(&name[at..end]);
                    fields.push(MetadataField { name: field.clone(), value });
                    end
                }
            };
            at = end;
        }
        Some(fields)
    }

    /// Returns in how many ways, up to two, the parts from one on fit the name from a place on.
    fn ways(&self, name: &str) -> Vec<Vec<u8>> {
        let mut ways = vec![vec![0_u8; name.len() + 1]; self.parts.len() + 1];
        ways[self.parts.len()][name.len()] = 1;
        for (number, part) in self.parts.iter().enumerate().rev() {
            for at in (0..=name.len()).filter(|at| name.is_char_boundary(*at)) {
                ways[number][at] = match part {
                    Part::Literal(literal) if name[at..].starts_with(literal.as_str()) => {
                        ways[number + 1][at + literal.len()]
                    }
                    Part::Literal(_) => 0,
                    Part::Field(field) => {
                        let all = ends(field, name, at).map(|end| ways[number + 1][end]);
                        all.fold(0, |sum, own| sum.saturating_add(own).min(2))
                    }
                };
            }
        }
        ways
    }

    /// Returns the pattern that at least [`LEAST_PERCENT`] of the names of files have in common: the same
    /// number of parts between the same separators (`_`, `-` and spaces), a part that is a year in that
    /// many of them as `year`, the others as `part1`, `part2` … Where the separators differ, those of one
    /// kind may be the same.
    ///
    /// ```
    /// use tarazy_documents::NamePattern;
    /// let suggested = |names: &[&str]| NamePattern::suggest(names).map(|pattern| pattern.to_string());
    /// assert_eq!(suggested(&["auyl_2021.txt", "amanat_2023.txt"]).as_deref(), Some("{part1}_{year}"));
    /// assert_eq!(suggested(&["ak-zhol_2021.txt", "amanat_2023.txt"]).as_deref(), Some("{part1}_{year}"));
    /// assert_eq!(suggested(&["auyl.txt", "amanat_2023.txt"]), None);
    /// let most = ["a_2020", "b_2021", "c_2022", "d_2023", "notes"];
    /// assert_eq!(suggested(&most).as_deref(), Some("{part1}_{year}"));
    /// ```
    pub fn suggest(names: &[&str]) -> Option<Self> {
        let kinds = [&SEPARATORS[..], &SEPARATORS[..1], &SEPARATORS[2..], &SEPARATORS[1..2]];
        kinds.into_iter().find_map(|separators| Self::common(names, separators))
    }

    /// Returns the pattern that enough names have in common with some separators.
    fn common(names: &[&str], separators: &[char]) -> Option<Self> {
        let bare: Vec<&str> = names.iter().map(|name| bare_name(name)).collect();
        let shape = |name: &str| -> String { name.chars().filter(|letter| separators.contains(letter)).collect() };
        let mut times: HashMap<String, usize> = HashMap::new();
        for name in &bare {
            *times.entry(shape(name)).or_default() += 1;
        }
        let is_enough = |count: usize| count * 100 >= names.len() * LEAST_PERCENT;
        // At most one shape is that of enough names.
        let (between, _) = times.into_iter().find(|(between, count)| !between.is_empty() && is_enough(*count))?;
        let parts: Vec<Vec<&str>> =
            bare.iter().filter(|name| shape(name) == between).map(|name| name.split(separators).collect()).collect();
        let is_year = |part: &str| part.len() == 4 && part.parse().is_ok_and(|year| (1900..2100_u32).contains(&year));
        let years = |at: usize| parts.iter().filter(|own| is_year(own[at])).count();
        let year = (0..=between.chars().count()).find(|at| is_enough(years(*at)));
        let mut pattern = String::new();
        let mut number = 0;
        for (at, separator) in between.chars().map(Some).chain([None]).enumerate() {
            if year == Some(at) {
                pattern.push_str("{year}");
            } else {
                number += 1;
                pattern.push_str(&format!("{{part{number}}}"));
            }
            pattern.extend(separator);
        }
        let pattern = Self::parse(&pattern).ok()?;
        is_enough(names.iter().filter(|name| pattern.data(name).is_some()).count()).then_some(pattern)
    }
}

/// Returns where a field may end that begins at a place.
fn ends<'name>(field: &'name str, name: &'name str, at: usize) -> impl Iterator<Item = usize> + 'name {
    let is_year = YEAR_NAMES.contains(&field.to_lowercase().as_str());
    let fits = move |end: &usize| {
        let value = &name[at..*end];
        if is_year { value.len() == 4 && value.bytes().all(|byte| byte.is_ascii_digit()) } else { has_value(value) }
    };
    (at + 1..=name.len()).filter(|end| name.is_char_boundary(*end)).filter(fits)
}

/// Returns `true` for a value that is more than white space.
fn has_value(value: &str) -> bool {
    value.chars().any(|letter| !letter.is_whitespace())
}

impl fmt::Display for NamePattern {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parts.iter().try_for_each(|part| match part {
            Part::Literal(literal) => formatter.write_str(literal),
            Part::Field(name) => write!(formatter, "{{{name}}}"),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    fn data(pattern: &str, name: &str) -> Option<Vec<(String, String)>> {
        let data = NamePattern::parse(pattern).unwrap().data(name)?;
        Some(data.into_iter().map(|field| (field.name, field.value.written())).collect())
    }

    #[rstest]
    #[case::two("{party}_{year}", "auyl_2023.txt", Some("party=auyl year=2023"))]
    #[case::year_is_a_number("{party}_{year}", "ak_zhol_2023.txt", Some("party=ak_zhol year=2023"))]
    #[case::two_ways("{party}_{country}", "ak_zhol_kz.txt", None)]
    #[case::no_year("{party}_{year}", "auyl_final.txt", None)]
    #[case::literal("program of {party} ({year})", "program of Ауыл (2023).docx", Some("party=Ауыл year=2023"))]
    #[case::date("{date} {title}", "2023-03-19 speech.txt", Some("date=2023-03-19 title=speech"))]
    #[case::date_alone("{date}_{title}", "2023-03-19_speech.txt", Some("date=2023-03-19 title=speech"))]
    #[case::folder("{party}", "2023/auyl.txt", Some("party=auyl"))]
    #[case::one_side("x{n}", "xx.txt", Some("n=x"))]
    #[case::empty("{a}_{b}", "_b.txt", None)]
    #[case::kazakh("{партия}-{жыл}", "Ақ жол-2023", Some("партия=Ақ жол жыл=2023"))]
    fn values_of_names(#[case] pattern: &str, #[case] name: &str, #[case] expected: Option<&str>) {
        let found = data(pattern, name);
        let found =
            found.map(|list| list.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(" "));
        assert_eq!(found.as_deref(), expected);
    }

    #[rstest]
    #[case("", "name-pattern-no-field")]
    #[case("party", "name-pattern-no-field")]
    #[case("{party", "name-pattern-brace")]
    #[case("party}", "name-pattern-brace")]
    #[case("{a{b}}", "name-pattern-brace")]
    #[case("{ }", "name-pattern-name")]
    #[case("{a}{b}", "name-pattern-adjacent")]
    #[case("{a}_{a}", "name-pattern-twice")]
    fn what_is_not_a_pattern_is_refused(#[case] pattern: &str, #[case] code: &str) {
        assert_eq!(NamePattern::parse(pattern).unwrap_err().code(), code);
        let many: String = (0..21).map(|at| format!("{{a{at}}}_")).collect();
        assert_eq!(NamePattern::parse(&many), Err(NamePatternError::TooMany));
    }

    #[rstest]
    #[case(&["auyl_2021", "amanat_2023"], Some("{part1}_{year}"))]
    #[case(&["2021 auyl speech", "2023 amanat program"], Some("{year} {part1} {part2}"))]
    #[case(&["ak-zhol_2021", "amanat_2023"], Some("{part1}_{year}"))]
    #[case(&["a_2021_2022", "b_2022_2024"], Some("{part1}_{year}_{part2}"))]
    #[case(&["a_1899"], Some("{part1}_{part2}"))]
    #[case(&["auyl", "amanat"], None)]
    #[case(&["auyl_"], None)]
    #[case(&["a_2021", "b_2022", "c_2023", "d_2024", "e_final"], Some("{part1}_{year}"))]
    #[case(&["a_2021", "b_2022", "c_2023", "d_final"], Some("{part1}_{part2}"))]
    #[case(&["a_2021", "b_2022", "c_2023", "notes"], None)]
    #[case(&[], None)]
    fn the_shape_that_names_have_in_common(#[case] names: &[&str], #[case] expected: Option<&str>) {
        assert_eq!(NamePattern::suggest(names).map(|pattern| pattern.to_string()).as_deref(), expected);
    }

    proptest! {
        #[test]
        fn a_name_that_fits_is_made_of_its_values(name in "[ab_ 0-9]{0,12}", pattern in "\\{a\\}_\\{b\\}|x?\\{year\\} \\{b\\}") {
            let pattern = NamePattern::parse(&pattern).unwrap();
            prop_assert_eq!(NamePattern::parse(&pattern.to_string()), Ok(pattern.clone()));
            if let Some(data) = pattern.data(&name) {
                let mut made = pattern.to_string();
                for field in &data {
                    prop_assert!(!field.value.written().is_empty());
                    made = made.replace(&format!("{{{}}}", field.name), "…");
                }
                prop_assert_eq!(made.matches('…').count(), data.len());
            }
        }

        #[test]
        fn nothing_hostile_does_harm(pattern in any::<String>(), name in any::<String>()) {
            if let Ok(pattern) = NamePattern::parse(&pattern) {
                let _ = pattern.data(&name);
            }
            let _ = NamePattern::suggest(&[&name, &pattern]);
        }
    }
}
