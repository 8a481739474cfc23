//! Finding the few places of a long text that a pass must look at.

/// How many bytes are looked at together.
const BLOCK_BYTES: usize = 64;

/// Returns the places of the bytes that `is_wanted` names, ascending.
///
/// Cost: blocks without such a byte are passed over without a branch in them, so that a clean text
/// costs next to nothing.
pub(super) fn places(text: &str, is_wanted: impl Fn(u8) -> bool + Copy) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes();
    found(bytes.len(), move |from, to| any(&bytes[from..to], is_wanted))
}

/// Returns the places of the pairs of bytes that `is_wanted` names, ascending. A pair whose first
/// byte is ASCII is never wanted.
///
/// Conditions joined by `|` and `&` instead of `||` and `&&` keep branches out of the blocks.
pub(super) fn pairs(text: &str, is_wanted: impl Fn(u8, u8) -> bool + Copy) -> impl Iterator<Item = usize> {
    let firsts = text.as_bytes();
    let seconds = firsts.get(1..).unwrap_or(&[]);
    found(seconds.len(), move |from, to| {
        let firsts = &firsts[from..to];
        !firsts.is_ascii() && any_pair(firsts, &seconds[from..to], is_wanted)
    })
}

/// Returns the places in which `has` finds something: block by block, and where a block has
/// something, place by place.
fn found(length: usize, has: impl Fn(usize, usize) -> bool + Copy) -> impl Iterator<Item = usize> {
    let blocks = (0..length).step_by(BLOCK_BYTES).map(move |from| (from, length.min(from + BLOCK_BYTES)));
    let wanted = blocks.filter(move |(from, to)| has(*from, *to));
    wanted.flat_map(|(from, to)| from..to).filter(move |at| has(*at, at + 1))
}

/// Returns `true` if one of the bytes is wanted. It looks at all of them: a loop without an early
/// exit is vectorised.
pub(super) fn any(bytes: &[u8], is_wanted: impl Fn(u8) -> bool) -> bool {
    bytes.iter().fold(false, |found, byte| found | is_wanted(*byte))
}

fn any_pair(firsts: &[u8], seconds: &[u8], is_wanted: impl Fn(u8, u8) -> bool) -> bool {
    firsts.iter().zip(seconds).fold(false, |found, (first, second)| found | is_wanted(*first, *second))
}

/// Returns `true` if a text holds one of some letters of two bytes that all begin with the bytes
/// named by `is_lead`.
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
            let found: Vec<usize> = pairs(&text, |first, second| first == 0xA3 && second == b'b').collect();
            let expected: Vec<usize> = text.match_indices("ңb").map(|(at, _)| at + 1).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
