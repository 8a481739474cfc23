//! The lexicons that are part of the program.

/// Their ids, in the order in which a list shows them.
pub const BUILTIN_IDS: [&str; 1] = ["values"];

/// Returns the file of a built-in lexicon.
pub fn builtin_source(id: &str) -> Option<&'static str> {
    match id {
        "values" => Some(include_str!("../../lexicons/values.toml")),
        _ => None,
    }
}
