//! Tokens → objects. What is broken becomes `Null`; only limits fail.

use std::rc::Rc;

use super::{
    lexer::{Lexer, Token},
    value::{Dictionary, Object, Reference, Stream},
};
use crate::{
    budget::Budget,
    error::{Limit, Result},
};

/// Reads objects.
pub(crate) struct Parser<'bytes, 'budget> {
    pub(crate) lexer: Lexer<'bytes>,
    budget: &'budget Budget,
    parts: usize,
}

impl<'bytes, 'budget> Parser<'bytes, 'budget> {
    pub(crate) fn new(bytes: &'bytes [u8], at: usize, budget: &'budget Budget) -> Self {
        Self { lexer: Lexer::new(bytes, at), budget, parts: 0 }
    }

    /// Reads `N G obj …`, with the stream that may follow.
    pub(crate) fn indirect(&mut self) -> Result<Option<(Reference, Object)>> {
        let start = self.lexer.at();
        let Some(reference) = self.reference_before(b"obj") else { return Ok(None) };
        let object = self.object()?;
        self.budget.spend(self.lexer.at() - start)?;
        let Object::Dictionary(dictionary) = object else { return Ok(Some((reference, object))) };
        let after = self.lexer.at();
        if self.lexer.next() == Token::Keyword(b"stream") {
            self.lexer.skip_line_end();
            let dictionary = Rc::unwrap_or_clone(dictionary);
            let stream = Stream { dictionary, start: self.lexer.at(), reference };
            return Ok(Some((reference, Object::Stream(stream.into()))));
        }
        self.lexer.jump(after);
        Ok(Some((reference, Object::Dictionary(dictionary))))
    }

    /// Two numbers and a keyword.
    fn reference_before(&mut self, keyword: &[u8]) -> Option<Reference> {
        let Token::Integer(number) = self.lexer.next() else { return None };
        self.rest_of_reference(number, keyword)
    }

    fn rest_of_reference(&mut self, number: i64, keyword: &[u8]) -> Option<Reference> {
        let number = u32::try_from(number).ok()?;
        let start = self.lexer.at();
        if let Token::Integer(generation) = self.lexer.next()
            && let Ok(generation) = u32::try_from(generation)
            && let Token::Keyword(word) = self.lexer.next()
            && word.starts_with(keyword)
        {
            // `1 0 obj7` has no space before its object.
            self.lexer.jump(self.lexer.at() - (word.len() - keyword.len()));
            return Some(Reference { number, generation });
        }
        self.lexer.jump(start);
        None
    }

    /// Reads an object of a file, where two numbers and an `R` are a reference.
    pub(crate) fn object(&mut self) -> Result<Object> {
        let token = self.lexer.next();
        self.value(token, 0, true)
    }

    /// Reads an operand of a drawing, where there are no references, from its first token.
    pub(crate) fn operand(&mut self, token: Token) -> Result<Object> {
        self.parts = 0;
        self.value(token, 0, false)
    }

    fn value(&mut self, token: Token, depth: usize, has_references: bool) -> Result<Object> {
        self.parts += 1;
        if self.parts > self.budget.limits.objects {
            return Err(self.budget.exceeded(Limit::Objects));
        }
        if depth > self.budget.limits.nesting {
            return Err(self.budget.exceeded(Limit::Nesting));
        }
        Ok(match token {
            Token::Integer(number) if has_references => {
                self.rest_of_reference(number, b"R").map_or(Object::Integer(number), Object::Reference)
            }
            Token::Integer(number) => Object::Integer(number),
            Token::Real(number) => Object::Real(number),
            Token::Name(name) => Object::Name(name),
            Token::String(string) => Object::String(string),
            Token::Keyword(b"true") => Object::Bool(true),
            Token::Keyword(b"false") => Object::Bool(false),
            Token::ArrayStart => self.array(depth, has_references)?,
            Token::DictionaryStart => self.dictionary(depth, has_references)?,
            Token::Keyword(_) | Token::ArrayEnd | Token::DictionaryEnd | Token::End => Object::Null,
        })
    }

    fn array(&mut self, depth: usize, has_references: bool) -> Result<Object> {
        let mut array = Vec::new();
        loop {
            let at = self.lexer.at();
            match self.lexer.next() {
                Token::ArrayEnd | Token::End => break,
                // The array was not closed.
                Token::DictionaryEnd | Token::Keyword(b"endobj") => {
                    self.lexer.jump(at);
                    break;
                }
                token => array.push(self.value(token, depth + 1, has_references)?),
            }
        }
        Ok(Object::Array(array.into()))
    }

    fn dictionary(&mut self, depth: usize, has_references: bool) -> Result<Object> {
        let mut entries = Vec::new();
        loop {
            let at = self.lexer.at();
            match self.lexer.next() {
                Token::DictionaryEnd | Token::End => break,
                Token::Keyword(b"endobj" | b"stream") => {
                    self.lexer.jump(at);
                    break;
                }
                Token::Name(key) => {
                    let at = self.lexer.at();
                    let token = self.lexer.next();
                    if token == Token::DictionaryEnd {
                        break;
                    }
                    if matches!(token, Token::Keyword(b"endobj" | b"stream")) {
                        self.lexer.jump(at);
                        break;
                    }
                    entries.push((key, self.value(token, depth + 1, has_references)?));
                }
                _ => {}
            }
        }
        Ok(Object::Dictionary(Dictionary(entries).into()))
    }
}
