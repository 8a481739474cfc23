//! Text → a string of TOML.

/// Writes a basic string of TOML in which the characters that `is_named` holds for, control
/// characters at least, stand by their code points.
///
/// ```
/// use tarazy_engine::format::toml_string;
/// assert_eq!(toml_string("сөз \"бостандығы\"\u{1}", char::is_control), r#""сөз \"бостандығы\"\u0001""#);
/// ```
pub fn toml_string(text: &str, is_named: impl Fn(char) -> bool) -> String {
    let mut written = String::with_capacity(text.len() + 2);
    written.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => written.extend(['\\', letter]),
            '\n' => written.push_str("\\n"),
            '\t' => written.push_str("\\t"),
            letter if is_named(letter) => written.push_str(&format!("\\u{:04X}", u32::from(letter))),
            letter => written.push(letter),
        }
    }
    written.push('"');
    written
}
