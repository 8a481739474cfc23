//! Tokens near the beginning of a phrase, as bits: where a phrase with gaps may stand in several
//! ways, all ways take one step together.

use super::phrase::LONGEST_PHRASE;

/// Tokens in a block: bits of a number.
pub(super) const BLOCK: usize = u64::BITS as usize;
/// The phrase may begin with the last token of the first block, and a set may hold the token after
/// its last.
const BLOCKS: usize = (BLOCK + LONGEST_PHRASE).div_ceil(BLOCK);

/// A set of tokens from a block on, none of them farther away than a phrase is long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TokenSet {
    /// The number of the first block: its first token divided by [`BLOCK`].
    first_block: usize,
    bits: [u64; BLOCKS],
}

impl TokenSet {
    /// Returns the empty set of tokens near `first`, the token that a phrase begins with.
    pub(super) fn near(first: usize) -> Self {
        Self { first_block: first / BLOCK, bits: [0; BLOCKS] }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.bits.iter().all(|bits| *bits == 0)
    }

    /// Adds a token; one that is out of reach of every phrase is left out.
    pub(super) fn insert(&mut self, token: usize) {
        if let Some(bits) = (token / BLOCK).checked_sub(self.first_block).and_then(|block| self.bits.get_mut(block)) {
            *bits |= 1 << (token % BLOCK);
        }
    }

    /// Returns `true` if a token is in the set.
    pub(super) fn contains(&self, token: usize) -> bool {
        let bits = (token / BLOCK).checked_sub(self.first_block).and_then(|block| self.bits.get(block));
        bits.is_some_and(|bits| bits & (1 << (token % BLOCK)) != 0)
    }

    /// Returns those of the tokens that are near `first`, which is no earlier than the token that
    /// the set is near.
    pub(super) fn moved(&self, first: usize) -> Self {
        let mut moved = Self::near(first);
        let blocks = self.bits.iter().skip(moved.first_block - self.first_block);
        moved.bits.iter_mut().zip(blocks).for_each(|(bits, own)| *bits = *own);
        moved
    }

    /// Adds the tokens from one to another, both included.
    pub(super) fn insert_range(&mut self, from: usize, to: usize) {
        for (bits, block) in self.bits.iter_mut().zip(self.first_block..) {
            let (start, end) = (block * BLOCK, block * BLOCK + BLOCK - 1);
            if from <= end && start <= to {
                let low = u64::MAX << (from.max(start) - start);
                *bits |= low & (u64::MAX >> (end - to.min(end)));
            }
        }
    }

    /// Adds what another set near the same token holds.
    pub(super) fn union(&mut self, other: &Self) {
        self.bits.iter_mut().zip(other.bits).for_each(|(bits, other)| *bits |= other);
    }

    /// Keeps the tokens that `mask` holds, which returns the bits of a block by its number. It is
    /// asked about blocks alone that have tokens in the set.
    pub(super) fn retain(&mut self, mut mask: impl FnMut(usize) -> u64) {
        for (bits, block) in self.bits.iter_mut().zip(self.first_block..).filter(|(bits, _)| **bits != 0) {
            *bits &= mask(block);
        }
    }

    /// Returns the bits of a block of the set.
    pub(super) fn block(&self, block: usize) -> u64 {
        block.checked_sub(self.first_block).and_then(|at| self.bits.get(at)).copied().unwrap_or(0)
    }

    /// Returns the tokens after those of the set.
    pub(super) fn next(&self) -> Self {
        let mut next = *self;
        let mut carried = 0;
        for (bits, own) in next.bits.iter_mut().zip(self.bits) {
            *bits = own << 1 | carried;
            carried = own >> (BLOCK - 1);
        }
        next
    }

    /// Returns the tokens, ascending.
    pub(super) fn iter(&self) -> impl Iterator<Item = usize> {
        let blocks = self.bits.into_iter().zip(self.first_block..);
        blocks.flat_map(|(bits, block)| Bits(bits).map(move |bit| block * BLOCK + bit))
    }

    /// Returns the first token from `from` on.
    pub(super) fn first_from(&self, from: usize) -> Option<usize> {
        let skipped = (from / BLOCK).saturating_sub(self.first_block);
        let blocks = self.bits.iter().zip(self.first_block..).skip(skipped);
        let ahead = |block: usize| u64::MAX << from.saturating_sub(block * BLOCK).min(BLOCK - 1);
        let mut left = blocks.map(|(bits, block)| (bits & ahead(block), block)).filter(|(bits, _)| *bits != 0);
        left.next().map(|(bits, block)| block * BLOCK + bits.trailing_zeros() as usize)
    }

    /// Returns the last of the neighbours from a token of the set on, as far as its block goes.
    pub(super) fn run_end(&self, token: usize) -> usize {
        token + (self.block(token / BLOCK) >> (token % BLOCK)).trailing_ones().saturating_sub(1) as usize
    }

    /// Returns the last token; with `limit` the last of those up to and with it.
    pub(super) fn last(&self, limit: Option<usize>) -> Option<usize> {
        let mut within = *self;
        if let Some(limit) = limit {
            let mut allowed = Self { first_block: self.first_block, bits: [0; BLOCKS] };
            allowed.insert_range(self.first_block * BLOCK, limit);
            within.bits.iter_mut().zip(allowed.bits).for_each(|(bits, allowed)| *bits &= allowed);
        }
        let blocks = within.bits.into_iter().zip(self.first_block..);
        let last = blocks.filter(|(bits, _)| *bits != 0).last();
        last.map(|(bits, block)| block * BLOCK + BLOCK - 1 - bits.leading_zeros() as usize)
    }
}

/// Returns the tokens of a block for which `holds` returns `true`.
pub(super) fn block_of(block: usize, holds: impl Fn(usize) -> bool) -> u64 {
    (0..BLOCK).filter(|bit| holds(block * BLOCK + bit)).fold(0, |bits, bit| bits | 1 << bit)
}

/// The bits that are set, ascending.
struct Bits(u64);

impl Iterator for Bits {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let bit = (self.0 != 0).then(|| self.0.trailing_zeros() as usize)?;
        self.0 &= self.0 - 1;
        Some(bit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(first: usize, tokens: &[usize]) -> TokenSet {
        let mut set = TokenSet::near(first);
        for token in tokens {
            set.insert(*token);
        }
        set
    }

    #[test]
    fn tokens_come_back_in_order_with_their_successors() {
        let tokens = [63, 64, 65, 127, 128, 300, 63 + LONGEST_PHRASE];
        let set = set(63, &tokens);
        assert_eq!(set.iter().collect::<Vec<_>>(), tokens);
        assert!(tokens.iter().all(|token| set.contains(*token)) && !set.contains(62) && !set.contains(66));
        for from in 0..=300 {
            assert_eq!(set.first_from(from), tokens.into_iter().find(|token| *token >= from), "{from}");
        }
        assert_eq!([63, 64, 65, 127, 300].map(|token| set.run_end(token)), [63, 65, 65, 127, 300]);
        assert_eq!(set.next().iter().take(6).collect::<Vec<_>>(), [64, 65, 66, 128, 129, 301]);
        assert_eq!(
            (set.last(None), set.last(Some(299)), set.last(Some(62))),
            (tokens.last().copied(), Some(128), None)
        );
    }

    #[test]
    fn a_range_is_the_tokens_from_its_first_to_its_last() {
        for (from, to) in [(0, 0), (5, 63), (63, 64), (0, 127), (64, 127), (70, 500), (9, 8)] {
            let mut range = TokenSet::near(0);
            range.insert_range(from, to);
            assert_eq!(range.iter().collect::<Vec<_>>(), (from..=to).collect::<Vec<_>>(), "{from} {to}");
        }
    }

    #[test]
    fn sets_are_cut_block_by_block() {
        let mut even = set(0, &[1, 2, 64, 65, 130]);
        even.retain(|_| 0x5555_5555_5555_5555);
        assert_eq!(even.iter().collect::<Vec<_>>(), [2, 64, 130]);
        let mut both = set(0, &[2]);
        both.union(&even);
        assert_eq!(both, even);
        assert!(!both.is_empty() && TokenSet::near(7).is_empty());
    }
}
