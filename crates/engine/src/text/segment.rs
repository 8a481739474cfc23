//! One piece of text without ASCII white space → the words and signs in it.

use unicode_segmentation::UnicodeSegmentation;

use super::{
    fold::is_hyphen,
    span::{Span, to_u32},
};

/// Cuts a piece of text into tokens by UAX #29 word boundaries, with the tailoring of this crate;
/// white space is left out.
///
/// ```
/// let cut = |text| tarazy_engine::text::segment(text).into_iter().map(move |span| span.of(text)).collect::<Vec<_>>();
/// assert_eq!(cut("«әл-ауқат»,"), ["«", "әл-ауқат", "»", ","]);
/// assert_eq!(cut("7%-дан"), ["7%-дан"]);
/// assert_eq!(cut("болды.Бұл"), ["болды", ".", "Бұл"]);
/// ```
pub fn segment(text: &str) -> Vec<Span> {
    let mut pieces: Vec<Span> = Vec::new();
    for (at, piece) in text.split_word_bound_indices() {
        if piece.chars().all(char::is_whitespace) {
            pieces.push(Span::new(to_u32(at + piece.len()), to_u32(at + piece.len())));
        } else {
            push_without_missing_spaces(at, piece, &mut pieces);
        }
    }
    join_hyphens(text, &pieces)
}

/// UAX #29 keeps `болды.Бұл` and `мысалы:бұл` whole; a colon between letters always ends a word,
/// and a full stop does between a small and a capital letter. `U.S` and `gmail.com` stay.
fn push_without_missing_spaces(at: usize, piece: &str, pieces: &mut Vec<Span>) {
    let mut from = 0;
    let mut before = None;
    for (place, letter) in piece.char_indices() {
        let after = piece[place + letter.len_utf8()..].chars().next();
        let ends_word = match letter {
            ':' => before.is_some_and(char::is_alphabetic) && after.is_some_and(char::is_alphabetic),
            '.' => before.is_some_and(char::is_lowercase) && after.is_some_and(char::is_uppercase),
            _ => false,
        };
        if ends_word {
            pieces.push(Span::new(to_u32(at + from), to_u32(at + place)));
            pieces.push(Span::new(to_u32(at + place), to_u32(at + place + 1)));
            from = place + 1;
        }
        before = Some(letter);
    }
    pieces.push(Span::new(to_u32(at + from), to_u32(at + piece.len())));
}

/// Joins word-hyphen-word and number-percent-hyphen-word; drops the empty spans that stand for
/// white space.
fn join_hyphens(text: &str, pieces: &[Span]) -> Vec<Span> {
    let mut tokens: Vec<Span> = Vec::with_capacity(pieces.len());
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
    tokens
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
            ("—Members", vec!["—", "Members"]),
            ("", vec![]),
        ] {
            let tokens: Vec<_> = segment(text).into_iter().map(|span| span.of(text)).collect();
            assert_eq!(tokens, expected, "{text}");
        }
    }
}
