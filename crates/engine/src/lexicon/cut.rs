//! A word of a pattern → the tokens that a text would make of it.

use crate::text::{fold, segment};

/// Letters that are Latin, Greek or Cyrillic come before this one; a word of them alone is one token.
const FIRST_OTHER_LETTER: char = '\u{590}';

/// Cuts a word of a pattern as a text is cut, so that `R&D` is `R`, `&`, `D`. What a text does not show
/// as a token is left out; a word that is one token comes back as it is.
///
/// ```text
/// "U.S." → "U.S", "."    "24/7" → "24", "/", "7"    "әл-ауқат" → "әл-ауқат"    "_" → nothing
/// ```
pub(super) fn parts(word: &str) -> Vec<&str> {
    if word.chars().all(is_of_one_token) {
        return vec![word];
    }
    let tokens = segment(word).into_iter().map(|span| span.of(word));
    tokens.filter(|token| !fold(token, true).is_empty()).collect()
}

/// Returns `true` for a letter or digit that no text cuts from another such.
fn is_of_one_token(letter: char) -> bool {
    letter.is_alphanumeric() && letter < FIRST_OTHER_LETTER
}

/// Cuts a word with the wildcards `*`, `?` and `[…]`, which stand for letters, or for the first
/// letter of the choice. A star that would be a token by itself at an edge, as in `50%*`, is left
/// out where letters or digits remain: it may stand for nothing.
///
/// ```text
/// "#vote*" → "#", "vote*"    "http*://*" → "http*", ":", "/", "/"    "*@*" → "*", "@", "*"
/// ```
pub(super) fn glob_parts(glob: &str) -> Vec<&str> {
    if glob.chars().all(|letter| matches!(letter, '*' | '?') || is_of_one_token(letter)) {
        return vec![glob];
    }
    let (text, places) = stand_in(glob);
    let place = |at: u32| places[places.partition_point(|(shown, _)| *shown < at as usize)].1;
    let parts: Vec<&str> = segment(&text).into_iter().map(|span| &glob[place(span.start)..place(span.end)]).collect();
    let is_star = |part: &&str| part.chars().all(|letter| letter == '*');
    let signs = parts.iter().filter(|part| !is_star(part)).count();
    // A star and one sign may be one token, as it was written.
    if parts.len() < 2 || (signs == 1 && !parts.iter().any(|part| is_word(part))) {
        return vec![glob];
    }
    if !parts.iter().any(|part| is_word(part)) {
        return parts;
    }
    let from = usize::from(is_star(&parts[0]));
    let to = parts.len() - usize::from(is_star(&parts[parts.len() - 1]));
    parts[from..to].to_vec()
}

fn is_word(part: &str) -> bool {
    part.chars().any(|letter| letter.is_alphanumeric() || letter == '?')
}

/// Writes a letter for each wildcard. The places are those at which a character of the text begins,
/// in the text and in the glob, and the two ends.
fn stand_in(glob: &str) -> (String, Vec<(usize, usize)>) {
    let mut text = String::with_capacity(glob.len());
    let mut places = Vec::new();
    let mut at = 0;
    while let Some(letter) = glob[at..].chars().next() {
        places.push((text.len(), at));
        let inner = &glob[at + letter.len_utf8()..];
        let choice = inner.chars().next().filter(|_| letter == '[');
        // A bracket that closes at once is a letter of the choice.
        let end = choice.and_then(|first| inner[first.len_utf8()..].find(']').map(|end| end + first.len_utf8() + 1));
        if let (Some(first), Some(end)) = (choice, end) {
            text.push(first);
            at += letter.len_utf8() + end;
        } else {
            text.push(if matches!(letter, '*' | '?') { 'a' } else { letter });
            at += letter.len_utf8();
        }
    }
    places.push((text.len(), glob.len()));
    (text, places)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_cut_as_a_text_is_cut() {
        for (word, expected) in [
            ("бостандық", vec!["бостандық"]),
            ("әл-ауқат", vec!["әл-ауқат"]),
            ("7%-дан", vec!["7%-дан"]),
            ("U.S.", vec!["U.S", "."]),
            ("т.б.", vec!["т.б", "."]),
            ("Ph.D.", vec!["Ph", ".", "D", "."]),
            ("R&D", vec!["R", "&", "D"]),
            ("24/7", vec!["24", "/", "7"]),
            ("50%", vec!["50", "%"]),
            ("c++", vec!["c", "+", "+"]),
            (":)", vec![":", ")"]),
            ("#vote", vec!["#", "vote"]),
            ("_", vec!["_"]),
            ("_freedom_", vec!["freedom"]),
            ("new\u{200B}york", vec!["new", "york"]),
            ("\u{FEFF}", vec![]),
        ] {
            assert_eq!(parts(word), expected, "{word}");
        }
    }

    #[test]
    fn wildcards_are_cut_as_the_letters_they_stand_for() {
        for (glob, expected) in [
            ("free*", vec!["free*"]),
            ("*-*", vec!["*-*"]),
            ("құқы[қғ]*", vec!["құқы[қғ]*"]),
            ("#vote*", vec!["#", "vote*"]),
            ("[#@]vote*", vec!["[#@]", "vote*"]),
            ("u.s.*", vec!["u.s.*"]),
            ("R&D*", vec!["R", "&", "D*"]),
            ("50%*", vec!["50", "%"]),
            ("http*://*", vec!["http*", ":", "/", "/"]),
            ("*://*", vec!["*", ":", "/", "/", "*"]),
            ("*!", vec!["*!"]),
            ("*!?", vec!["!", "?"]),
            ("*--", vec!["*", "-", "-"]),
            ("[[]a[]]*", vec!["[[]", "a", "[]]"]),
        ] {
            assert_eq!(glob_parts(glob), expected, "{glob}");
        }
    }
}
