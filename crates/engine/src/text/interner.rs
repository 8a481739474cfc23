//! Distinct pieces of text, each segmented and folded once.

use rustc_hash::FxHashMap;

use super::{
    composed::composed,
    fold::fold,
    segment::segment,
    sentence::{begins_small, may_end_sentence},
    span::to_u32,
    token::TypeId,
    vocabulary::Vocabulary,
};

/// The words of many texts: pieces between white space as they stand, and the vocabulary of folded
/// forms behind them.
///
/// Cost: a hash of the piece for each occurrence; segmentation and folding for each distinct piece.
#[derive(Debug, Clone, Default)]
pub struct Interner {
    vocabulary: Vocabulary,
    pieces: FxHashMap<Box<str>, PieceId>,
    bounds: Vec<KnownPiece>,
    tokens: Vec<PieceToken>,
}

/// A distinct piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PieceId(u32);

/// What is known of a piece.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct KnownPiece {
    first: u32,
    count: u32,
    pub(super) characters: u32,
    pub(super) may_end_sentence: bool,
    pub(super) begins_small: bool,
}

/// A token of a piece, with its place counted from the piece's start.
#[derive(Debug, Clone, Copy)]
pub(super) struct PieceToken {
    pub(super) id: TypeId,
    pub(super) start: u32,
    pub(super) end: u32,
}

/// Pieces longer than this are not kept: no word is that long, and a text without spaces would be
/// kept twice.
const LONGEST_KEPT_PIECE_BYTES: usize = 256;

impl Interner {
    /// Makes an empty interner.
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns the folded forms seen so far.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// Returns the type of a token that is given as it stands, without segmentation.
    pub(super) fn intern_token(&mut self, token: &str) -> TypeId {
        let form = fold(token, false);
        self.vocabulary.insert(&form)
    }

    /// Returns what is known of a piece, looking at it only the first time, and hands its tokens to
    /// `each`.
    pub(super) fn intern(&mut self, piece: &str, mut each: impl FnMut(PieceToken)) -> KnownPiece {
        if let Some(id) = self.pieces.get(piece) {
            let known = self.bounds[id.0 as usize];
            self.tokens[known.first as usize..][..known.count as usize].iter().copied().for_each(each);
            return known;
        }
        let first = self.tokens.len();
        for span in segment(piece) {
            let id = self.intern_token(span.of(piece));
            // A word of nothing but soft hyphens folds to nothing and is no token.
            if id != TypeId::BREAK {
                self.tokens.push(PieceToken { id, start: span.start, end: span.end });
            }
        }
        self.tokens[first..].iter().copied().for_each(&mut each);
        let known = KnownPiece {
            first: to_u32(first),
            count: to_u32(self.tokens.len() - first),
            characters: to_u32(composed(piece).chars().count()),
            may_end_sentence: may_end_sentence(piece),
            begins_small: begins_small(piece),
        };
        if piece.len() <= LONGEST_KEPT_PIECE_BYTES {
            self.pieces.insert(piece.into(), PieceId(to_u32(self.bounds.len())));
            self.bounds.push(known);
        } else {
            self.tokens.truncate(first);
        }
        known
    }
}
