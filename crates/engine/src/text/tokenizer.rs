//! A text → its tokens, in slices.

use super::{
    interner::Interner,
    span::to_u32,
    token::{Tokens, TypeCount, TypeId},
};

/// Tokenizes one text, a slice at a time, so that the caller stays responsive.
///
/// ```
/// use tarazy_engine::text::{Interner, Tokenizer};
/// let mut interner = Interner::new();
/// let tokens = Tokenizer::tokenize("Сөз бостандығы. Сөз!", &mut interner);
/// assert_eq!((tokens.len(), tokens.sizes().words, tokens.sizes().sentences), (5, 3, 2));
/// ```
#[derive(Debug, Default)]
pub struct Tokenizer {
    at: usize,
    tokens: Tokens,
    state: State,
}

/// What the pieces before the current place leave to be decided.
#[derive(Debug, PartialEq, Eq, Default)]
enum State {
    /// A new sentence begins with the next token, whatever it is.
    #[default]
    Begin,
    /// A new sentence begins unless the next piece begins with a small letter.
    MayBegin,
    /// In the middle of a sentence.
    Inside,
}

impl Tokenizer {
    /// Begins at the start of a text.
    pub fn new() -> Self {
        Self::default()
    }

    /// Tokenizes a whole text.
    pub fn tokenize(text: &str, interner: &mut Interner) -> Tokens {
        let mut tokenizer = Self::new();
        tokenizer.advance(text, interner, usize::MAX);
        tokenizer.finish(interner)
    }

    /// Goes on through at least `budget` bytes of `text`, which must be the same text each time;
    /// returns whether the end is reached.
    pub fn advance(&mut self, text: &str, interner: &mut Interner, budget: usize) -> bool {
        let bytes = text.as_bytes();
        let stop = self.at.saturating_add(budget);
        while self.at < bytes.len() && self.at < stop {
            self.white_space(bytes);
            let length = memchr_white_space(&bytes[self.at..]);
            if length > 0 {
                self.piece(&text[self.at..self.at + length], interner);
                self.at += length;
            }
        }
        self.at >= bytes.len()
    }

    /// Returns how many bytes are done.
    pub fn done_bytes(&self) -> usize {
        self.at
    }

    /// Counts types and returns the tokens.
    pub fn finish(mut self, interner: &Interner) -> Tokens {
        self.tokens.count_types(interner);
        self.tokens
    }

    /// Passes over white space; a blank line leaves a break.
    fn white_space(&mut self, bytes: &[u8]) {
        let mut line_ends = 0;
        while let Some(byte) = bytes.get(self.at).filter(|byte| is_white_space(**byte)) {
            let is_second_half = *byte == b'\n' && self.at > 0 && bytes[self.at - 1] == b'\r';
            if matches!(byte, b'\n' | b'\r') && !is_second_half {
                line_ends += 1;
            }
            self.tokens.sizes.characters += u64::from(!is_second_half);
            self.at += 1;
        }
        if line_ends >= 2 && !self.tokens.is_empty() && self.at < bytes.len() {
            self.tokens.push_break(self.at);
            self.state = State::Begin;
        }
    }

    fn piece(&mut self, piece: &str, interner: &mut Interner) {
        let start = to_u32(self.at);
        let first = self.tokens.len();
        let tokens = &mut self.tokens;
        let known = interner.intern(piece, |token| {
            tokens.push(token.id, start + token.start, start + token.end);
        });
        tokens.sizes.characters += u64::from(known.characters);
        tokens.sizes.characters_without_spaces += u64::from(known.characters - known.white_space);
        if tokens.len() > first {
            if self.state == State::Begin || (self.state == State::MayBegin && !known.begins_small) {
                tokens.sentence_starts.push(to_u32(first));
            }
            self.state = if known.may_end_sentence { State::MayBegin } else { State::Inside };
        }
    }
}

impl Tokens {
    pub(super) fn push(&mut self, id: TypeId, start: u32, end: u32) {
        self.types.push(id);
        self.starts.push(start);
        self.ends.push(end);
    }

    pub(super) fn push_break(&mut self, at: usize) {
        self.push(TypeId::BREAK, to_u32(at), to_u32(at));
    }

    /// Fills in the counts of types and the sizes that follow from them.
    pub(super) fn count_types(&mut self, interner: &Interner) {
        let mut counts = vec![0_u32; interner.vocabulary().len()];
        for id in &self.types {
            counts[id.0 as usize] += 1;
        }
        let counted = counts.into_iter().enumerate().skip(1).filter(|(_, count)| *count > 0);
        self.type_counts = counted.map(|(at, count)| TypeCount { id: TypeId(to_u32(at)), count }).collect();
        let words = self.type_counts.iter().filter(|found| interner.vocabulary().kind(found.id).is_word());
        (self.sizes.types, self.sizes.words) =
            words.fold((0, 0), |(types, words), found| (types + 1, words + u64::from(found.count)));
        self.sizes.sentences = self.sentence_starts.len() as u64;
        self.types.shrink_to_fit();
        self.starts.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}

/// Number of bytes before the next ASCII white space.
fn memchr_white_space(bytes: &[u8]) -> usize {
    bytes.iter().position(|byte| is_white_space(*byte)).unwrap_or(bytes.len())
}

fn is_white_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}
