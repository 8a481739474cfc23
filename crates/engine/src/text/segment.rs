//! A piece of text → the words and other characters in it.

use unicode_segmentation::UnicodeSegmentation;

use super::{
    fold::is_hyphen,
    pieces::Pieces,
    separator::{char_at, ends_word, is_connector},
    span::{Span, to_u32},
};

/// Cuts a piece of text into tokens by UAX #29 word boundaries, with the tailoring of this crate
/// (`separator.rs`); white space and the underscores of italics are left out.
///
/// ```
/// let cut = |text| tarazy_engine::text::segment(text).into_iter().map(move |span| span.of(text)).collect::<Vec<_>>();
/// assert_eq!(cut("«әл-ауқат»,"), ["«", "әл-ауқат", "»", ","]);
/// assert_eq!(cut("7%-дан"), ["7%-дан"]);
/// assert_eq!(cut("болды.Бұл"), ["болды", ".", "Бұл"]);
/// assert_eq!(cut("_freedom_ in new_york"), ["freedom", "in", "new_york"]);
/// ```
pub fn segment(text: &str) -> Vec<Span> {
    let mut tokens = Vec::new();
    for (start, piece) in Pieces::of(text) {
        let mut parts: Vec<Span> = Vec::new();
        for (at, part) in piece.split_word_bound_indices() {
            push_words(start + at, part, &mut parts);
        }
        join_hyphens(text, &parts, &mut tokens);
    }
    tokens
}

/// Adds what UAX #29 keeps together, cut where a word ends nevertheless. An empty span stands for
/// what is left out.
fn push_words(at: usize, part: &str, parts: &mut Vec<Span>) {
    let span = |from: usize, to: usize| Span::new(to_u32(at + from), to_u32(at + to));
    let word = part.trim_matches(is_connector);
    if word.is_empty() {
        parts.push(span(0, part.len()));
        return;
    }
    let start = part.len() - part.trim_start_matches(is_connector).len();
    if start > 0 {
        parts.push(span(start, start));
    }
    let mut from = start;
    for (place, letter) in word.char_indices() {
        let (place, end) = (start + place, start + place + letter.len_utf8());
        if place > from && end < start + word.len() && ends_word(letter, &part[from..place], char_at(part, end)) {
            parts.extend([span(from, place), span(place, end)]);
            from = end;
        }
    }
    let end = start + word.len();
    parts.push(span(from, end));
    if end < part.len() {
        parts.push(span(end, end));
    }
}

/// Adds the tokens of a piece: word-hyphen-word and number-percent-hyphen-word are joined, and the
/// empty spans that stand for what is left out are dropped.
fn join_hyphens(text: &str, pieces: &[Span], tokens: &mut Vec<Span>) {
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        let mut token = *piece;
        at += 1;
        if is_word(token.of(text)) {
            while let Some((end, used)) = tail(text, token, &pieces[at..]) {
                token.end = end;
                at += used;
            }
        }
        if !token.is_empty() {
            tokens.push(token);
        }
    }
}

/// What continues a token after a hyphen: the end of the continuation and the number of pieces
/// used.
fn tail(text: &str, token: Span, next: &[Span]) -> Option<(u32, usize)> {
    let piece = |at: usize| next.get(at).map_or("", |span| span.of(text));
    let hyphen_at = usize::from(piece(0) == "%" && is_number(token.of(text)));
    let mut letters = piece(hyphen_at).chars();
    let is_one_hyphen = letters.next().is_some_and(is_hyphen) && letters.next().is_none();
    let word = piece(hyphen_at + 1);
    let joins = is_one_hyphen && is_word(word) && !(is_number(token.of(text)) && is_number(word));
    joins.then(|| (next[hyphen_at + 1].end, hyphen_at + 2))
}

fn is_word(piece: &str) -> bool {
    piece.chars().any(char::is_alphanumeric)
}

fn is_number(piece: &str) -> bool {
    piece.chars().next().is_some_and(char::is_numeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_hyphens_apostrophes_and_suffix_tails() {
        for (text, expected) in [
            ("әл-ауқат", vec!["әл-ауқат"]),
            ("қадір\u{2010}қасиетін", vec!["қадір\u{2010}қасиетін"]),
            ("жергілікті-өзін-өзі", vec!["жергілікті-өзін-өзі"]),
            ("2000-шы", vec!["2000-шы"]),
            ("7%-дан", vec!["7%-дан"]),
            ("7%", vec!["7", "%"]),
            ("67-і,", vec!["67-і", ","]),
            ("2000-2005", vec!["2000", "-", "2005"]),
            ("COVID-19", vec!["COVID-19"]),
            ("people's", vec!["people's"]),
            ("people’s", vec!["people’s"]),
            ("word--word", vec!["word", "-", "-", "word"]),
            ("-лық", vec!["-", "лық"]),
            ("(«Отан»)", vec!["(", "«", "Отан", "»", ")"]),
            ("болды.Бұл", vec!["болды", ".", "Бұл"]),
            ("U.S.", vec!["U.S", "."]),
            ("3,5", vec!["3,5"]),
            ("бір\u{a0}екі", vec!["бір", "екі"]),
            ("қазір\u{202F}– бүгін\u{202F}!", vec!["қазір", "–", "бүгін", "!"]),
            ("1\u{202F}000", vec!["1", "000"]),
            ("Сөз\u{200B}бостандығы", vec!["Сөз", "бостандығы"]),
            ("_freedom_ and __freedom__, new_york ____", vec!["freedom", "and", "freedom", ",", "new_york", "____"]),
            ("_әл-ауқат_-бақ", vec!["әл-ауқат", "-", "бақ"]),
            ("Бостандық·Әділет‧Теңдік", vec!["Бостандық", "·", "Әділет", "‧", "Теңдік"]),
            ("БОСТАНДЫҚ.ӘДІЛЕТ.ТЕҢДІК", vec!["БОСТАНДЫҚ", ".", "ӘДІЛЕТ", ".", "ТЕҢДІК"]),
            ("U.S.A б.з.б gmail.com 3.5 т.б.", vec!["U.S.A", "б.з.б", "gmail.com", "3.5", "т.б", "."]),
            ("1;2", vec!["1", ";", "2"]),
            ("мысалы:бұл", vec!["мысалы", ":", "бұл"]),
            ("—Members", vec!["—", "Members"]),
            ("", vec![]),
        ] {
            let tokens: Vec<_> = segment(text).into_iter().map(|span| span.of(text)).collect();
            assert_eq!(tokens, expected, "{text}");
        }
    }
}
