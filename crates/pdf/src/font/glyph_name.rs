//! Names of characters → characters, by the Adobe Glyph List.

use std::rc::Rc;

use read_fonts::ps::agl;

/// The longest name that is looked up.
const NAME_BYTES: usize = 128;

/// Returns the characters of a name; `None` if the list does not have it and it is not made of a
/// code point (`uni0410`, `u1F600`).
pub(super) fn text(name: &[u8]) -> Option<Rc<str>> {
    let name = str::from_utf8(name).ok().filter(|name| name.len() <= NAME_BYTES)?;
    // `a44` is a drawing of the list of dingbats, and everywhere else a number.
    let is_number = name.strip_prefix('a').is_some_and(|number| number.parse::<u32>().is_ok());
    if name == ".notdef" || is_number {
        return None;
    }
    if let Some(listed) = OTHER.iter().find(|(other, _)| *other == name) {
        return Some(listed.1.into());
    }
    let text: String = agl::name_to_chars(name).collect();
    (!text.is_empty()).then(|| text.into())
}

/// Names that fonts of TeX have and the list has not.
const OTHER: &[(&str, &str)] = &[
    ("ff", "ff"),
    ("fi", "fi"),
    ("fl", "fl"),
    ("ffi", "ffi"),
    ("ffl", "ffl"),
    ("nbspace", " "),
    ("space_uni0308", "\u{A8}"),
    ("hyphenchar", "-"),
    ("sfthyphen", "-"),
    ("compwordmark", "\u{200C}"),
    ("dotlessj", "ȷ"),
    ("visiblespace", "␣"),
];
