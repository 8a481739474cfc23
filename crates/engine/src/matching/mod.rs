//! Tokens and a lexicon → matches.
//!
//! Patterns are resolved against the *vocabulary*: each distinct form is asked once which elements
//! of which patterns it fits ([`Matcher`]), by hash for forms, by prefix for globs, by grammar for
//! lemmas. A phrase is then a path through a trie of elements, entered only from types that begin
//! one. So the cost follows distinct forms and matches, not entries.
//!
//! All candidates are produced first; then one named [`Policy`] decides which count. The rules are
//! those of `docs/design.md` and hold for every policy alike:
//!
//! - a phrase never crosses a break, nor, but under `liwc` or where its entry says so, punctuation
//!   that is not part of it;
//! - a candidate that an exclusion or condition rules out is removed before the policy applies;
//! - a match that the policy let count is left out after that, where it is negated and the study
//!   says so ([`Negation`]);
//! - of two entries of one category that catch the same words, the first in the file counts.
//!
//! ```
//! use tarazy_engine::{language::Language, lexicon::read_toml, matching::{Matcher, Policy}, text::{Interner, Tokenizer}};
//! let lexicon = read_toml(r#"
//!     format = 1
//!     id = "press"
//!     version = "1"
//!     [[category]]
//!     id = "place"
//!     en.entries = ["New York"]
//!     [[category]]
//!     id = "paper"
//!     en.entries = ["New York Times"]
//! "#).unwrap().lexicon;
//! let mut interner = Interner::new();
//! let text = "The New York Times is read in New York.";
//! let tokens = Tokenizer::tokenize(text, &mut interner);
//! let mut matcher = Matcher::new(&lexicon, Some(Language::English), None, false);
//! let totals = |policy, matcher: &mut Matcher| -> Vec<u64> {
//!     matcher.count(text, &tokens, interner.vocabulary(), policy).iter().map(|cell| cell.count).collect()
//! };
//! assert_eq!(totals(Policy::Independent, &mut matcher), [2, 1]);
//! assert_eq!(totals(Policy::Longest, &mut matcher), [1, 1]);
//! assert_eq!(totals(Policy::Liwc, &mut matcher), [2, 3]);
//! ```

mod builder;
mod candidate;
mod case;
mod cell;
mod compile;
mod condition;
mod element;
mod island;
mod matcher;
pub mod naive;
mod needed_letters;
mod negation;
mod phrase;
mod place;
mod policy;
mod resolve;
mod scan;
mod signs;
mod stream;
mod token_set;
mod trie;
mod update;

pub use candidate::{Candidate, Match, Status};
pub use cell::{Cell, ColumnId};
pub use compile::{ColumnCategory, LevelSet, Levels, columns_at};
pub use matcher::Matcher;
pub use negation::Negation;
pub(crate) use phrase::{Crossing, Phrase, PhraseTokens};
pub use policy::Policy;
pub(crate) use stream::{Stream, is_passed_form};
