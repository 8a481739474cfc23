//! Where sentences end.
//!
//! A piece of text that ends in `.`, `!`, `?` or `…`, closing quotes and brackets aside, ends a
//! sentence unless the next piece begins with a small letter, or it is an initial (Қ. Тоқаев, J.
//! Biden). A blank line always ends one.

/// Returns `true` if a piece of text between spaces may end a sentence.
pub(super) fn may_end_sentence(piece: &str) -> bool {
    let bare = piece.trim_end_matches(['"', '\'', '»', '”', '’', ')', ']']);
    let Some(last) = bare.chars().next_back() else { return false };
    matches!(last, '.' | '!' | '?' | '…') && !is_initial(bare)
}

/// Returns `true` if a piece begins with a small letter, so that no sentence begins with it.
pub(super) fn begins_small(piece: &str) -> bool {
    piece.chars().find(|letter| letter.is_alphanumeric()).is_some_and(char::is_lowercase)
}

/// `Қ.` or `(J.`: one capital letter and a full stop.
fn is_initial(piece: &str) -> bool {
    let mut letters = piece.chars().filter(|letter| letter.is_alphanumeric());
    piece.ends_with('.') && letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}
