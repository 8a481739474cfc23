//! Tokens and a lexicon → matches.

mod policy;

pub use policy::Policy;
