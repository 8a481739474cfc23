//! Text → tokens and the vocabulary of their folded forms.
//!
//! A text is cut at white space; each distinct piece ([`Interner`]) is segmented once by the
//! Unicode word boundaries (UAX #29) with three additions: an inner hyphen keeps a word whole
//! (әл-ауқат), a number keeps its suffix (`7%-дан`, `2000-шы`), and a full stop without the space
//! after it ends a word (болды.Бұл). What remains per occurrence is a look-up.
//!
//! Laws: tokens ascend and do not overlap; between them there is only white space; folding is
//! idempotent; the same text gives the same tokens in every browser, because no table of the
//! browser takes part.

mod character;
mod comparable;
mod composed;
mod fold;
mod interner;
mod letter;
mod pieces;
mod pretokenized;
mod segment;
mod sentence;
mod separator;
mod span;
mod subset;
mod token;
mod tokenizer;
mod vocabulary;

pub use character::is_directional;
pub use comparable::comparable;
pub(crate) use comparable::{is_stress, plain_cyrillic, plain_letter};
pub use composed::composed;
pub use fold::fold;
pub(crate) use fold::fold_case;
pub use interner::Interner;
pub(crate) use letter::{is_cyrillic, is_letter};
pub use pieces::{Pieces, RoughWords};
pub use pretokenized::tokenize_pretokenized;
pub use segment::segment;
pub use span::Span;
pub use span::to_u32;
pub use subset::TokenSubset;
pub use token::{Sizes, TokenKind, Tokens, TypeCount, TypeId};
pub use tokenizer::Tokenizer;
pub use vocabulary::Vocabulary;
