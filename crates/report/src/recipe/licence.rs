//! A licence in an author's words → its name in the list of SPDX, which machines read.
//!
//! SPDX License List: <https://spdx.org/licenses/>; of it what texts, data and lexicons are passed
//! on under.

/// Creative Commons, but for the version, of which there are five.
const COMMONS: [&str; 6] = ["CC-BY-", "CC-BY-SA-", "CC-BY-NC-", "CC-BY-ND-", "CC-BY-NC-SA-", "CC-BY-NC-ND-"];
const COMMONS_VERSIONS: [&str; 5] = ["1.0", "2.0", "2.5", "3.0", "4.0"];

const OTHERS: [&str; 31] = [
    "AGPL-3.0-only",
    "AGPL-3.0-or-later",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC-PDDC",
    "CC-PDM-1.0",
    "CC0-1.0",
    "CDLA-Permissive-1.0",
    "CDLA-Permissive-2.0",
    "CDLA-Sharing-1.0",
    "C-UDA-1.0",
    "etalab-2.0",
    "EUPL-1.2",
    "GFDL-1.3-only",
    "GFDL-1.3-or-later",
    "GPL-2.0-only",
    "GPL-2.0-or-later",
    "GPL-3.0-only",
    "GPL-3.0-or-later",
    "ISC",
    "LGPL-3.0-only",
    "LGPL-3.0-or-later",
    "MIT",
    "MPL-2.0",
    "O-UDA-1.0",
    "ODbL-1.0",
    "ODC-By-1.0",
    "OGL-UK-3.0",
    "PDDL-1.0",
    "Unlicense",
];

/// Returns the name of a licence in the list of SPDX, written with its hyphens or with spaces
/// (`CC BY 4.0`), in any letters; none for whatever is not known by name.
pub(crate) fn spdx(licence: &str) -> Option<String> {
    let joined = licence.split_whitespace().collect::<Vec<_>>().join("-");
    let is_meant = |name: &str| name.eq_ignore_ascii_case(&joined);
    let commons = COMMONS.iter().flat_map(|kind| COMMONS_VERSIONS.map(|version| format!("{kind}{version}")));
    let others = OTHERS.iter().map(|name| (*name).to_owned());
    commons.chain(others).find(|name| is_meant(name))
}

/// Returns `true` for a licence that is known by name, or several with `OR` or `AND` between
/// them.
pub(super) fn is_known_licence(licence: &str) -> bool {
    let words: Vec<&str> = licence.split_whitespace().collect();
    words.split(|word| ["OR", "AND"].contains(word)).all(|part| spdx(&part.join(" ")).is_some())
}

/// Returns the address of a licence that is known by name.
pub(crate) fn spdx_address(licence: &str) -> Option<String> {
    spdx(licence).map(|name| format!("https://spdx.org/licenses/{name}"))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("CC-BY-4.0", Some("CC-BY-4.0"))]
    #[case(" cc by-nc-sa  3.0 ", Some("CC-BY-NC-SA-3.0"))]
    #[case("CC0 1.0", Some("CC0-1.0"))]
    #[case("ODC-BY-1.0", Some("ODC-By-1.0"))]
    #[case("CC-BY-5.0", None)]
    #[case("CC-BY-4.0 және басқа", None)]
    #[case("None", None)]
    #[case("", None)]
    fn licences_are_known_by_their_names(#[case] words: &str, #[case] name: Option<&str>) {
        assert_eq!(spdx(words).as_deref(), name);
    }
}
