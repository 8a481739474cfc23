//! Streams that hold objects.

use std::rc::Rc;

use crate::{
    budget::Budget,
    error::Result,
    object::{Dictionary, Lexer, Object, Parser, Token},
};

/// A decoded object stream.
#[derive(Debug)]
pub(super) struct ObjectStream {
    bytes: Rc<[u8]>,
    /// Number of each object, and where it begins.
    objects: Vec<(u32, usize)>,
}

impl ObjectStream {
    pub(super) fn new(bytes: &[u8], dictionary: &Dictionary, budget: &Budget) -> Result<Self> {
        let count = dictionary.get("N").as_index().unwrap_or(0).min(bytes.len());
        let first = dictionary.get("First").as_index().unwrap_or(0);
        let mut lexer = Lexer::new(bytes, 0);
        let mut objects = Vec::new();
        for _ in 0..count {
            budget.spend(8)?;
            let (Token::Integer(number), Token::Integer(offset)) = (lexer.next(), lexer.next()) else { break };
            if let (Ok(number), Ok(offset)) = (u32::try_from(number), usize::try_from(offset)) {
                objects.push((number, first.saturating_add(offset)));
            }
        }
        Ok(Self { bytes: bytes.into(), objects })
    }

    pub(super) fn len_bytes(&self) -> usize {
        self.bytes.len() + self.objects.len() * 16
    }

    pub(super) fn numbers(&self) -> impl Iterator<Item = (usize, u32)> {
        self.objects.iter().map(|(number, _)| *number).enumerate()
    }

    /// Returns the object with a number, which stands under an index unless the table is wrong.
    pub(super) fn get(&self, number: u32, index: usize, budget: &Budget) -> Result<Option<Object>> {
        let at = self.objects.get(index).filter(|(known, _)| *known == number);
        let Some((_, at)) = at.or_else(|| self.objects.iter().find(|(known, _)| *known == number)) else {
            return Ok(None);
        };
        let mut parser = Parser::new(&self.bytes, *at, budget);
        let object = parser.object()?;
        budget.spend(parser.lexer.at().saturating_sub(*at))?;
        Ok(Some(object))
    }
}
