//! Bytes → objects: numbers, names, strings, arrays, dictionaries, streams, references.

mod lexer;
mod parser;
mod value;

pub(crate) use lexer::{Lexer, Token, is_space};
pub(crate) use parser::Parser;
pub(crate) use value::{Dictionary, Object, Reference, Stream};
