//! A word before and after → its pieces, with those that differ marked: look-alike letters cannot
//! be seen otherwise.

use yew::prelude::*;

use tarazy_report::report::visible;

/// Longer words are shown without a comparison, in characters.
const LONGEST_WORD: usize = 400;

/// Pieces of a word, in order, with whether each is missing on the other side; joined they are the
/// word.
pub type WordPieces = Vec<(bool, String)>;

/// Compares a word before and after: returns the pieces of both, with whether a piece is missing on
/// the other side.
///
/// Cost: the product of the lengths.
pub fn compare(before: &str, after: &str) -> (WordPieces, WordPieces) {
    let (left, right): (Vec<char>, Vec<char>) = (before.chars().collect(), after.chars().collect());
    if left.len().max(right.len()) > LONGEST_WORD {
        return (vec![(false, before.to_owned())], vec![(false, after.to_owned())]);
    }
    // The longest common letters of what is left on either side, from the end.
    let width = right.len() + 1;
    let mut common = vec![0_u32; (left.len() + 1) * width];
    for at in (0..left.len()).rev() {
        for other in (0..right.len()).rev() {
            common[at * width + other] = if left[at] == right[other] {
                common[(at + 1) * width + other + 1] + 1
            } else {
                common[(at + 1) * width + other].max(common[at * width + other + 1])
            };
        }
    }
    let (mut pieces, mut others) = (WordPieces::new(), WordPieces::new());
    let (mut at, mut other) = (0, 0);
    while at < left.len() || other < right.len() {
        if at < left.len() && other < right.len() && left[at] == right[other] {
            push(&mut pieces, false, left[at]);
            push(&mut others, false, right[other]);
            (at, other) = (at + 1, other + 1);
        } else if other == right.len()
            || at < left.len() && common[(at + 1) * width + other] >= common[at * width + other + 1]
        {
            push(&mut pieces, true, left[at]);
            at += 1;
        } else {
            push(&mut others, true, right[other]);
            other += 1;
        }
    }
    (pieces, others)
}

fn push(pieces: &mut WordPieces, is_changed: bool, letter: char) {
    match pieces.last_mut() {
        Some((was_changed, piece)) if *was_changed == is_changed => piece.push(letter),
        _ => pieces.push((is_changed, letter.to_string())),
    }
}

/// Returns the pieces with the changed ones marked and their code points as tooltip. Invisible
/// characters are named.
pub fn marked(pieces: &WordPieces) -> Html {
    pieces
        .iter()
        .map(|(is_changed, piece)| {
            let shown = visible(piece);
            if !is_changed {
                return html! { { shown } };
            }
            let codes: Vec<String> = piece.chars().map(|letter| format!("U+{:04X}", u32::from(letter))).collect();
            let is_unseen = shown != *piece;
            let class = classes!("letter-changed", is_unseen.then_some("is-unseen"));
            html! { <span {class} title={codes.join(" ")}>{ shown }</span> }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn changed(pieces: &WordPieces) -> Vec<&str> {
        pieces.iter().filter(|(is_changed, _)| *is_changed).map(|(_, piece)| piece.as_str()).collect()
    }

    #[test]
    fn the_letters_that_differ_are_marked() {
        for (before, after, removed, added) in [
            ("м\u{456}нд\u{69}", "мінді", vec!["i"], vec!["і"]),
            ("бостан-⏎дығы", "бостандығы", vec!["-⏎"], vec![]),
            ("қо\u{ad}ғам\u{ad}дық", "қоғамдық", vec!["\u{ad}", "\u{ad}"], vec![]),
            ("халќыныѕ", "халқының", vec!["ќ", "ѕ"], vec!["қ", "ң"]),
        ] {
            let (pieces, others) = compare(before, after);
            assert_eq!((changed(&pieces), changed(&others)), (removed, added), "{before}");
        }
    }

    proptest! {
        #[test]
        fn pieces_joined_are_the_words(before in "[абі i-]{0,12}", after in "[абі i-]{0,12}") {
            let (pieces, others) = compare(&before, &after);
            let joined = |pieces: &WordPieces, all: bool| {
                pieces.iter().filter(|piece| all || !piece.0).map(|piece| piece.1.as_str()).collect::<String>()
            };
            prop_assert_eq!(joined(&pieces, true), before);
            prop_assert_eq!(joined(&others, true), after);
            prop_assert_eq!(joined(&pieces, false), joined(&others, false));
        }
    }
}
