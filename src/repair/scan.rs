//! Finding the few places of a long text that a pass must look at.

/// How many bytes are looked at together.
const BLOCK_BYTES: usize = 64;

/// Returns the places of the bytes that `is_wanted` names, ascending.
///
/// Cost: blocks without such a byte are passed over without a branch in them, so that a clean text costs next to nothing.
pub(super) fn places(text: &str, is_wanted: impl Fn(u8) -> bool + Copy) -> impl Iterator<Item = usize> {
    let blocks = text.as_bytes().chunks(BLOCK_BYTES).zip((0..).step_by(BLOCK_BYTES));
    let blocks = blocks.filter(move |(block, _)| any(block, is_wanted));
    blocks.flat_map(move |(block, from)| {
        block.iter().enumerate().filter(move |(_, byte)| is_wanted(**byte)).map(move |(at, _)| from + at)
    })
}

/// Returns the places of the pairs of bytes that `is_wanted` names, ascending.
///
/// Conditions joined by `|` and `&` instead of `||` and `&&` keep branches out of the blocks.
pub(super) fn pairs(text: &str, is_wanted: impl Fn(u8, u8) -> bool + Copy) -> impl Iterator<Item = usize> {
    let firsts = text.as_bytes();
    let seconds = firsts.get(1..).unwrap_or(&[]);
    let blocks = firsts.chunks(BLOCK_BYTES).zip(seconds.chunks(BLOCK_BYTES)).zip((0..).step_by(BLOCK_BYTES));
    let blocks = blocks.filter(move |((firsts, seconds), _)| {
        let both = firsts.iter().zip(*seconds);
        both.fold(0, |found, (first, second)| found | u8::from(is_wanted(*first, *second))) != 0
    });
    blocks.flat_map(move |((firsts, seconds), from)| {
        let both = firsts.iter().zip(seconds).enumerate();
        both.filter(move |(_, (first, second))| is_wanted(**first, **second)).map(move |(at, _)| from + at)
    })
}

/// Says whether one of the bytes is wanted.
pub(super) fn any(bytes: &[u8], is_wanted: impl Fn(u8) -> bool) -> bool {
    bytes.iter().fold(0, |found, byte| found | u8::from(is_wanted(*byte))) != 0
}

/// Says whether a text holds one of some letters of two bytes that all begin with the bytes named by `is_lead`.
pub(super) fn has_letter(text: &str, is_lead: impl Fn(u8) -> bool + Copy, is_wanted: impl Fn(char) -> bool) -> bool {
    places(text, is_lead).any(|at| text[at..].chars().next().is_some_and(&is_wanted))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_wanted_byte_is_found_once(text in "[ab ң]{0,300}") {
            let found: Vec<usize> = places(&text, |byte| byte == b'b').collect();
            let expected: Vec<usize> = text.match_indices('b').map(|(at, _)| at).collect();
            prop_assert_eq!(found, expected);
            let found: Vec<usize> = pairs(&text, |first, second| first == b'a' && second == b'b').collect();
            let expected: Vec<usize> = text.match_indices("ab").map(|(at, _)| at).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
