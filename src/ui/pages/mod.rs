//! The pages, a folder each.

pub mod compare;
pub mod contexts;
pub mod figures;
pub mod lexicon;
pub mod publish;
pub mod texts;
