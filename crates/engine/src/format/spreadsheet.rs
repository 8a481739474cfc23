//! Columns of a sheet ⇄ their letters.

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
