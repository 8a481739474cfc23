//! The encodings of plain texts: their names, and the tables of those with one byte a character.

mod code_page;
mod name;

pub use code_page::CodePage;
pub use name::{Encoding, EncodingChoice};
