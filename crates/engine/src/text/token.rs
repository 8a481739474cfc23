//! Tokens of one document, as parallel columns.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::span::Span;

/// A distinct folded form, numbered from 0 in a [`super::Vocabulary`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TypeId(pub u32);

impl TypeId {
    /// The type of every break.
    pub const BREAK: Self = Self(0);
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// It holds a letter and does not begin with a digit: бостандық, COVID-19.
    Word,
    /// It begins with a digit: 1991, 3.5, 2000-шы, 7%-дан.
    Number,
    /// Punctuation: full stop, quotation mark.
    Punctuation,
    /// Any other visible character: %, №, ₸.
    Symbol,
    /// A place that no phrase crosses: a blank line.
    Break,
}

impl TokenKind {
    /// Returns the kind of token that a folded form makes; the empty form is a break.
    pub fn of(form: &str) -> Self {
        let Some(first) = form.chars().next() else { return Self::Break };
        if first.is_numeric() {
            Self::Number
        } else if form.chars().any(char::is_alphanumeric) {
            Self::Word
        } else if is_symbol(first) {
            Self::Symbol
        } else {
            Self::Punctuation
        }
    }

    /// Returns `true` if the token counts as a word of the text: a word or a number.
    pub const fn is_word(self) -> bool {
        matches!(self, Self::Word | Self::Number)
    }
}

/// Symbols in the sense of the Unicode general categories Sm, Sc, Sk and So, as far as running text
/// holds them.
fn is_symbol(letter: char) -> bool {
    matches!(letter, '$' | '%' | '+' | '<'..='>' | '^' | '`' | '|' | '~')
        || matches!(letter, '¢'..='¦' | '¨' | '©' | '¬' | '®'..='±' | '´' | '¸' | '×' | '÷' | '№' | '℃' | '™')
        || matches!(letter, '\u{20A0}'..='\u{20CF}' | '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}')
}

/// How often a type stands in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TypeCount {
    /// The type.
    pub id: TypeId,
    /// Number of tokens of it, at least 1.
    pub count: u32,
}

/// The sizes of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Sizes {
    /// Unicode scalar values after NFC; CR LF counts as one.
    pub characters: u64,
    /// The same without white space.
    pub characters_without_spaces: u64,
    /// Tokens of kind Word or Number.
    pub words: u64,
    /// Distinct types among them.
    pub types: u64,
    /// Sentences that hold at least one token.
    pub sentences: u64,
}

/// The tokens of one document in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tokens {
    pub(super) types: Vec<TypeId>,
    pub(super) starts: Vec<u32>,
    pub(super) ends: Vec<u32>,
    pub(super) sentence_starts: Vec<u32>,
    pub(super) type_counts: Vec<TypeCount>,
    pub(super) sizes: Sizes,
    /// Words that are compared otherwise than they are written, by type.
    pub(super) rewritten: FxHashMap<TypeId, Vec<Rewritten>>,
}

/// A word as it is written, and as it is compared with its case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rewritten {
    pub(super) written: Box<str>,
    pub(super) compared: Box<str>,
}

impl Tokens {
    /// Returns the number of tokens, breaks among them.
    pub fn len(&self) -> usize {
        self.types.len()
    }

    /// Returns `true` if there is no token.
    pub fn is_empty(&self) -> bool {
        self.types.is_empty()
    }

    /// Returns the type of every token, in order.
    pub fn types(&self) -> &[TypeId] {
        &self.types
    }

    /// Returns the place of a token; a break is empty.
    ///
    /// # Panics
    /// If `token` is not below [`len`](Self::len).
    pub fn span(&self, token: usize) -> Span {
        Span::new(self.starts[token], self.ends[token])
    }

    /// Returns the numbers of the tokens that begin sentences, ascending.
    pub fn sentence_starts(&self) -> &[u32] {
        &self.sentence_starts
    }

    /// Returns each type of the document with its number of tokens, by type; breaks are left out.
    pub fn type_counts(&self) -> &[TypeCount] {
        &self.type_counts
    }

    /// Returns the sizes of the document.
    pub fn sizes(&self) -> Sizes {
        self.sizes
    }
}

#[cfg(test)]
mod tests {
    use crate::text::{interner::Interner, tokenizer::Tokenizer};

    #[test]
    fn the_last_token_ends_with_the_text_and_a_break_is_empty() {
        let text = "Сөз.\n\nБостандық";
        let tokens = Tokenizer::tokenize(text, &mut Interner::new());
        let written: Vec<&str> = (0..tokens.len()).map(|token| tokens.span(token).of(text)).collect();
        assert_eq!(written, ["Сөз", ".", "", "Бостандық"]);
        assert_eq!(tokens.span(3).end as usize, text.len());
    }

    #[test]
    #[should_panic(expected = "index out of bounds")]
    fn there_is_no_place_behind_the_last_token() {
        let tokens = Tokenizer::tokenize("Сөз", &mut Interner::new());
        let _ = tokens.span(1);
    }
}
