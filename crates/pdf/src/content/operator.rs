//! Bytes of a drawing → operators with their operands.

use crate::{
    budget::Budget,
    error::Result,
    object::{Object, Parser, Token, is_space},
};

/// Operands that are kept; an operator needs fewer.
const MOST_OPERANDS: usize = 64;

/// Reads operators.
pub(super) struct Operators<'bytes, 'budget> {
    parser: Parser<'bytes, 'budget>,
    budget: &'budget Budget,
    operands: Vec<Object>,
}

impl<'bytes, 'budget> Operators<'bytes, 'budget> {
    pub(super) fn new(bytes: &'bytes [u8], budget: &'budget Budget) -> Self {
        Self { parser: Parser::new(bytes, 0, budget), budget, operands: Vec::new() }
    }

    /// Returns the next operator with its operands.
    pub(super) fn next(&mut self) -> Result<Option<(&'bytes [u8], &[Object])>> {
        self.operands.clear();
        let start = self.parser.lexer.at();
        loop {
            let operand = match self.parser.lexer.next() {
                Token::End => return Ok(None),
                Token::Keyword(b"true") => Object::Bool(true),
                Token::Keyword(b"false") => Object::Bool(false),
                Token::Keyword(b"null") => Object::Null,
                Token::Keyword(b"BI") => {
                    self.skip_image();
                    self.operands.clear();
                    continue;
                }
                Token::Keyword(name) => {
                    self.budget.spend(self.parser.lexer.at() - start + 10)?;
                    return Ok(Some((name, &self.operands)));
                }
                token => self.parser.operand(token)?,
            };
            if self.operands.len() >= MOST_OPERANDS {
                self.operands.remove(0);
            }
            self.operands.push(operand);
        }
    }

    /// Moves behind a picture: behind an `EI` between spaces that text follows.
    fn skip_image(&mut self) {
        let lexer = &mut self.parser.lexer;
        loop {
            match lexer.next() {
                Token::Keyword(b"ID") | Token::End => break,
                _ => {}
            }
        }
        let bytes = lexer.bytes();
        let mut from = lexer.at();
        while let Some(found) = memchr::memmem::find(&bytes[from..], b"EI") {
            let (at, after) = (from + found, from + found + 2);
            let follows = &bytes[after..bytes.len().min(after + 12)];
            let is_end = at > 0 && is_space(bytes[at - 1]) && follows.first().is_none_or(|byte| is_space(*byte));
            if is_end && follows.iter().all(|byte| byte.is_ascii_graphic() || is_space(*byte)) {
                lexer.jump(after);
                return;
            }
            from = after;
        }
        lexer.jump(bytes.len());
    }
}
