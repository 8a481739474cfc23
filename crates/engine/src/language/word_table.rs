//! A list of words, one a line, each followed by what the list says of it.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// The lines of a list by their first word, which a space ends.
pub(super) type WordTable = LazyLock<FxHashMap<&'static str, &'static str>>;

/// Reads a list; of two lines with one word the first holds.
pub(super) fn word_table(list: &'static str) -> FxHashMap<&'static str, &'static str> {
    let mut table = FxHashMap::default();
    for line in list.lines() {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        table.entry(word).or_insert(rest);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_with_what_follows_it_and_the_first_line_holds() {
        let table = word_table("дети = детей детям\nmust\nбог боже\nбог боги");
        assert_eq!(table.get("дети"), Some(&"= детей детям"));
        assert_eq!(table.get("must"), Some(&""));
        assert_eq!(table.get("бог"), Some(&"боже"));
        assert_eq!(table.get("дет"), None);
    }
}
