//! What is said of a study → whether it is what it claims to be: DOI, ORCID, address, licence, name.
//!
//! What is given on the command line, in the page and in a recipe is checked by the same functions.
//! A name may end with an ORCID iD: `Әуезов, Мұхтар (0000-0002-1825-0097)`.

use tarazy_engine::problem::{Argument, Problem, SourceLocation, shortened};
use thiserror::Error;

use super::{licence::is_known_licence, model::About};

/// How much of a wrong value is shown, in characters.
const SHOWN_CHARACTERS: usize = 80;

/// The number of digits of an ORCID iD.
const ORCID_DIGITS: usize = 16;

/// Years that a publication can have.
const YEARS: std::ops::RangeInclusive<u16> = 1000..=9999;

/// Something that is said of a study and cannot be so.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum MetadataError {
    /// It begins as a DOI does and is none.
    #[error("`{0}` is no DOI")]
    Doi(String),
    /// It looks like an ORCID iD, but its length or check digit is wrong.
    #[error("`{0}` is no ORCID iD")]
    Orcid(String),
    /// It begins as an address of the web does and is none.
    #[error("`{0}` is no address")]
    Address(String),
    /// The licence is not in the list of SPDX. It is kept in its own words.
    #[error("`{0}` is no licence of the SPDX list")]
    Licence(String),
    /// A name without a letter, with a control character, or of several people.
    #[error("`{0}` is no name")]
    Name(String),
    /// A year that no publication has.
    #[error("{0} is no year")]
    Year(u16),
}

impl MetadataError {
    /// Returns the stable code, which is also the key of the message.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Doi(_) => "metadata-doi",
            Self::Orcid(_) => "metadata-orcid",
            Self::Address(_) => "metadata-address",
            Self::Licence(_) => "metadata-licence",
            Self::Name(_) => "metadata-name",
            Self::Year(_) => "metadata-year",
        }
    }

    /// Returns `true` if the value is usable all the same.
    pub const fn is_warning(&self) -> bool {
        matches!(self, Self::Licence(_))
    }

    /// Returns it as a problem of the file or study `name`; empty for none.
    pub fn problem(&self, name: &str) -> Problem {
        let value = match self {
            Self::Doi(value) | Self::Orcid(value) | Self::Address(value) | Self::Licence(value) | Self::Name(value) => {
                shortened(value, SHOWN_CHARACTERS).into_owned()
            }
            Self::Year(year) => year.to_string(),
        };
        let file = (!name.is_empty()).then(|| name.to_owned());
        Problem {
            code: self.code().to_owned(),
            is_warning: self.is_warning(),
            place: SourceLocation { file, ..SourceLocation::default() },
            arguments: vec![("value".to_owned(), Argument::Text(value))],
        }
    }
}

/// Returns what is wrong with what is said of a study, in the order of [`About`]. What is empty is
/// not wrong.
pub fn check_about(about: &About) -> Vec<MetadataError> {
    let names = about.authors.iter().filter_map(|author| check_author(author).err());
    let year = about.year.filter(|year| !YEARS.contains(year)).map(MetadataError::Year);
    let identifier = check_identifier(&about.identifier).err();
    let licence = about.licence.trim();
    let is_licence = licence.is_empty() || is_known_licence(licence);
    let licence = (!is_licence).then(|| MetadataError::Licence(licence.to_owned()));
    names.chain(year).chain(identifier).chain(licence).collect()
}

/// Checks an author: a name, and the ORCID iD behind it.
///
/// # Errors
/// [`MetadataError::Orcid`] or [`MetadataError::Name`].
pub fn check_author(author: &str) -> Result<(), MetadataError> {
    let (name, given) = split_orcid(author);
    if given.is_some_and(|given| orcid(given).is_none()) {
        return Err(MetadataError::Orcid(given.unwrap_or_default().to_owned()));
    }
    let is_name =
        name.contains(char::is_alphabetic) && !name.contains(|letter: char| letter.is_control() || letter == ';');
    if is_name { Ok(()) } else { Err(MetadataError::Name(author.to_owned())) }
}

/// Checks an identifier: what begins as a DOI or as an address does is one. Anything else may be an
/// identifier of its own kind.
///
/// # Errors
/// [`MetadataError::Doi`] or [`MetadataError::Address`].
pub fn check_identifier(identifier: &str) -> Result<(), MetadataError> {
    let given = identifier.trim();
    let bare = bare_doi(given);
    if bare.len() < given.len() || bare.starts_with("10.") {
        return check_doi(given);
    }
    let lower = given.to_ascii_lowercase();
    if ["http:", "https:", "www.", "ftp:"].iter().any(|start| lower.starts_with(start)) {
        return check_address(given);
    }
    if given.contains(char::is_control) { Err(MetadataError::Address(given.to_owned())) } else { Ok(()) }
}

/// Checks a DOI, bare or as an address: `10.`, four to nine digits, a solidus and a name without
/// spaces (DOI Handbook, 2.2).
///
/// # Errors
/// [`MetadataError::Doi`].
pub fn check_doi(given: &str) -> Result<(), MetadataError> {
    let bare = bare_doi(given);
    let is_prefix = |digits: &str| {
        let mut parts = digits.split('.');
        let first = parts.next().unwrap_or_default();
        (4..=9).contains(&first.len())
            && first.bytes().all(|digit| digit.is_ascii_digit())
            && parts.all(|part| !part.is_empty() && part.bytes().all(|digit| digit.is_ascii_digit()))
    };
    let parts = bare.strip_prefix("10.").and_then(|rest| rest.split_once('/'));
    let is_name =
        |name: &str| !name.is_empty() && !name.contains(|letter: char| letter.is_whitespace() || letter.is_control());
    let is_doi = parts.is_some_and(|(prefix, name)| is_prefix(prefix) && is_name(name));
    if given.trim().is_empty() || is_doi { Ok(()) } else { Err(MetadataError::Doi(given.to_owned())) }
}

/// Checks an address of the web (RFC 3986): `https://` or `http://`, a host, and no character that
/// ends an address.
///
/// # Errors
/// [`MetadataError::Address`].
pub fn check_address(given: &str) -> Result<(), MetadataError> {
    let address = given.trim();
    let rest = ["https://", "http://"].into_iter().find_map(|scheme| {
        let is_own = address.get(..scheme.len()).is_some_and(|own| own.eq_ignore_ascii_case(scheme));
        is_own.then(|| &address[scheme.len()..])
    });
    let is_host = |rest: &str| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let host = host.rsplit_once(':').map_or(host, |(host, _)| host);
        let is_label = |label: &str| {
            !label.is_empty() && label.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_'))
        };
        host == "localhost" || (host.contains('.') && host.split('.').all(is_label))
    };
    let ends = |letter: char| letter.is_whitespace() || letter.is_control() || "<>\"{}|\\^`".contains(letter);
    let is_address = rest.is_some_and(|rest| is_host(rest) && !rest.contains(ends));
    if address.is_empty() || is_address { Ok(()) } else { Err(MetadataError::Address(given.to_owned())) }
}

/// Returns the DOI that an identifier is, bare, however it is written; `None` where it is something
/// else.
///
/// ```
/// use tarazy_report::recipe::doi;
///
/// assert_eq!(doi("https://doi.org/10.1234/a_b"), Some("10.1234/a_b"));
/// assert_eq!(doi("doi: 10.1234/a_b "), Some("10.1234/a_b"));
/// assert_eq!(doi("https://example.org/10.1234"), None);
/// ```
pub fn doi(identifier: &str) -> Option<&str> {
    let bare = bare_doi(identifier);
    (bare.starts_with("10.") && bare.contains('/')).then_some(bare)
}

/// A DOI without what may stand before it.
pub(crate) fn bare_doi(doi: &str) -> &str {
    let starts = ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:"];
    let doi = doi.trim();
    let is_start = |start: &&str| doi.get(..start.len()).is_some_and(|own| own.eq_ignore_ascii_case(start));
    starts.into_iter().find(is_start).map_or(doi, |start| &doi[start.len()..]).trim()
}

/// Returns the name of an author, and the ORCID iD behind it as an address if there is one.
///
/// ```
/// use tarazy_report::recipe::author_orcid;
///
/// let author = "Carberry, Josiah (0000-0002-1825-0097)";
/// let orcid = "https://orcid.org/0000-0002-1825-0097".to_owned();
/// assert_eq!(author_orcid(author), ("Carberry, Josiah", Some(orcid)));
/// assert_eq!(author_orcid("Institute (1984)"), ("Institute (1984)", None));
/// ```
pub fn author_orcid(author: &str) -> (&str, Option<String>) {
    let (name, given) = split_orcid(author);
    match given.and_then(orcid) {
        Some(digits) => (name, Some(format!("https://orcid.org/{digits}"))),
        None => (author, None),
    }
}

/// Splits what looks like an ORCID iD from the end of an author.
fn split_orcid(author: &str) -> (&str, Option<&str>) {
    let author = author.trim();
    let inner = author.strip_suffix([')', ']', '>']).unwrap_or(author);
    let start = inner.rfind(['(', '[', '<', ' ']).map_or(0, |at| at + 1);
    let given = &inner[start..];
    let name = author[..start]
        .trim_end_matches(['(', '[', '<', ' '])
        .trim_end_matches("ORCID")
        .trim_end_matches([' ', ',', '(']);
    let digits = bare_orcid(given);
    let is_orcid = digits.len() < given.len()
        || (digits.bytes().filter(u8::is_ascii_digit).count() >= 12
            && digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'X' | b'x')));
    if is_orcid { (name, Some(given)) } else { (author, None) }
}

fn bare_orcid(given: &str) -> &str {
    let starts = ["https://orcid.org/", "http://orcid.org/", "https://www.orcid.org/", "orcid.org/", "orcid:"];
    let is_start = |start: &&str| given.get(..start.len()).is_some_and(|own| own.eq_ignore_ascii_case(start));
    starts.into_iter().find(is_start).map_or(given, |start| &given[start.len()..])
}

/// Returns an ORCID iD with its hyphens if its check digit is right (ISO/IEC 7064, MOD 11-2).
fn orcid(given: &str) -> Option<String> {
    let bare = bare_orcid(given);
    let groups: Vec<&str> = bare.split('-').collect();
    let is_grouped = groups.len() == 1 || groups.iter().all(|group| group.len() == 4);
    let digits: String = groups.concat().to_ascii_uppercase();
    if !is_grouped || digits.len() != ORCID_DIGITS || !digits.is_ascii() {
        return None;
    }
    let (body, check) = digits.split_at(ORCID_DIGITS - 1);
    let mut total = 0;
    for digit in body.chars() {
        total = (total + digit.to_digit(10)?) * 2 % 11;
    }
    let expected = match (12 - total) % 11 {
        10 => "X".to_owned(),
        digit => digit.to_string(),
    };
    let group = |at: usize| &digits[at * 4..at * 4 + 4];
    (check == expected).then(|| [0, 1, 2, 3].map(group).join("-"))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    // The examples of https://support.orcid.org (Structure of the ORCID Identifier).
    #[case("Carberry, Josiah (0000-0002-1825-0097)", None)]
    #[case("Carberry, Josiah https://orcid.org/0000-0001-5109-3700", None)]
    #[case("Carberry, Josiah ORCID: 0000-0002-1694-233X", None)]
    #[case("Carberry, Josiah [000000021694233x]", None)]
    #[case("Carberry, Josiah (0000-0002-1825-0098)", Some("metadata-orcid"))]
    #[case("Carberry, Josiah (0000-0002-1825-009)", Some("metadata-orcid"))]
    #[case("Carberry, Josiah https://orcid.org/", Some("metadata-orcid"))]
    #[case("Институт (1984)", None)]
    #[case("Әуезов, М. О.", None)]
    #[case("A, B; C, D", Some("metadata-name"))]
    #[case("A\nB", Some("metadata-name"))]
    #[case(" , ", Some("metadata-name"))]
    #[case("2024", Some("metadata-name"))]
    #[case("0000-0002-1825-0097", Some("metadata-name"))]
    fn authors_are_checked(#[case] author: &str, #[case] code: Option<&str>) {
        assert_eq!(check_author(author).err().map(|error| error.code()), code);
    }

    #[rstest]
    #[case("10.1234/a_b", None)]
    #[case("10.1000.10/123", None)]
    #[case("https://doi.org/10.1234/a(b)<c>", None)]
    #[case("DOI:10.1234/қ", None)]
    #[case("10.12/a", Some("metadata-doi"))]
    #[case("10.1234", Some("metadata-doi"))]
    #[case("10.1234/", Some("metadata-doi"))]
    #[case("10.1234/a b", Some("metadata-doi"))]
    #[case("https://doi.org/abc", Some("metadata-doi"))]
    #[case("doi:", Some("metadata-doi"))]
    #[case("https://example.org/a?b=c#d", None)]
    #[case("https://қазақ.қаз/бет", None)]
    #[case("http://localhost:8080/", None)]
    #[case("http://", Some("metadata-address"))]
    #[case("https://example", Some("metadata-address"))]
    #[case("https://exa mple.org", Some("metadata-address"))]
    #[case("https:/example.org", Some("metadata-address"))]
    #[case("www.example.org", Some("metadata-address"))]
    #[case("https://example.org/\"><script>", Some("metadata-address"))]
    #[case("ISBN 978-601-00-0000-0", None)]
    #[case("", None)]
    fn identifiers_are_checked(#[case] identifier: &str, #[case] code: Option<&str>) {
        assert_eq!(check_identifier(identifier).err().map(|error| error.code()), code);
    }

    #[test]
    fn everything_that_is_said_of_a_study_is_checked() {
        let about = About {
            authors: vec!["Әуезов, М. О.".to_owned(), String::new()],
            year: Some(20),
            identifier: "10.1/x".to_owned(),
            licence: "free for all".to_owned(),
            ..About::default()
        };
        let codes: Vec<&str> = check_about(&about).iter().map(MetadataError::code).collect();
        assert_eq!(codes, ["metadata-name", "metadata-year", "metadata-doi", "metadata-licence"]);
        assert_eq!(check_about(&About::default()), []);
        let licence = |name: &str| check_about(&About { licence: name.to_owned(), ..About::default() });
        assert_eq!(licence("MIT OR Apache-2.0"), []);
        assert_eq!(licence("cc by 4.0"), []);
    }
}
