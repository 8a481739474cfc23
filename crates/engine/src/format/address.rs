//! Paths in addresses: percent-encoding after RFC 3986.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// Everything but the unreserved characters of RFC 3986, section 2.3, and the slash.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// Returns `path` with each byte that cannot stand in an address as `%` and two hexadecimal digits.
///
/// ```
/// use tarazy_engine::format::{escape_path, unescape_path};
/// assert_eq!(escape_path("values/сөз бас"), "values/%D1%81%D3%A9%D0%B7%20%D0%B1%D0%B0%D1%81");
/// assert_eq!(unescape_path(&escape_path("values/сөз бас")), "values/сөз бас");
/// ```
pub fn escape_path(path: &str) -> String {
    utf8_percent_encode(path, ESCAPED).to_string()
}

/// Returns the path that [`escape_path`] wrote. A `%` without two digits stays as it is; bytes that
/// are not UTF-8 become U+FFFD.
pub fn unescape_path(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}
