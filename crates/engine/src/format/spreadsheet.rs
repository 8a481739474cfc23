//! Columns of a sheet ⇄ their letters, and texts of cells as a workbook writes them.

/// Writes a column from 0 as a sheet shows it.
///
/// ```
/// use tarazy_engine::format::column_letters;
/// assert_eq!([0, 25, 26, 702].map(column_letters), ["A", "Z", "AA", "AAA"]);
/// ```
pub fn column_letters(column: u32) -> String {
    let mut letters = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).expect("there are 26 letters");
        letters.insert(0, char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    letters
}

/// Reads `_x000D_` and its like, by which a workbook writes what XML cannot; a character that is not
/// `kept` is left out.
///
/// ```
/// use tarazy_engine::format::unescape_cell;
/// assert_eq!(unescape_cell("a_x000D_b_x", |_| true), "a\rb_x");
/// assert_eq!(unescape_cell("a_x000D_b", |letter| letter != '\r'), "ab");
/// ```
pub fn unescape_cell(text: &str, kept: impl Fn(char) -> bool) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let digits = rest.get(at + 2..at + 6).filter(|_| rest.as_bytes().get(at + 6) == Some(&b'_'));
        let digits = digits.filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        let letter = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).and_then(char::from_u32);
        plain.push_str(&rest[..at]);
        let end = if let Some(letter) = letter {
            plain.extend(Some(letter).filter(|letter| kept(*letter)));
            at + 7
        } else {
            plain.push_str("_x");
            at + 2
        };
        rest = &rest[end..];
    }
    plain + rest
}
