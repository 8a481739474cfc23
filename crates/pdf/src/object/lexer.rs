//! Bytes → tokens, for objects of the file, for drawings and for tables of characters alike.
//!
//! Law: never fails, and each call moves on or is at the end.

use std::rc::Rc;

/// The longest number, in bytes; a longer run of digits is not read as one.
const NUMBER_BYTES: usize = 64;

/// A piece of the syntax.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Token<'bytes> {
    Integer(i64),
    Real(f64),
    Name(Rc<[u8]>),
    String(Rc<[u8]>),
    ArrayStart,
    ArrayEnd,
    DictionaryStart,
    DictionaryEnd,
    Keyword(&'bytes [u8]),
    End,
}

/// Reads tokens from a place on.
#[derive(Debug, Clone)]
pub(crate) struct Lexer<'bytes> {
    bytes: &'bytes [u8],
    at: usize,
}

/// Returns `true` for white space.
pub(crate) const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t' | 0x0C | 0)
}

const fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

const fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !is_delimiter(byte)
}

impl<'bytes> Lexer<'bytes> {
    pub(crate) fn new(bytes: &'bytes [u8], at: usize) -> Self {
        Self { bytes, at: at.min(bytes.len()) }
    }

    pub(crate) const fn at(&self) -> usize {
        self.at
    }

    pub(crate) fn jump(&mut self, at: usize) {
        self.at = at.min(self.bytes.len());
    }

    pub(crate) const fn bytes(&self) -> &'bytes [u8] {
        self.bytes
    }

    pub(crate) fn rest(&self) -> &'bytes [u8] {
        &self.bytes[self.at..]
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Moves behind white space and comments.
    pub(crate) fn skip_space(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                let rest = self.rest();
                self.at += rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
            } else if is_space(byte) {
                self.at += 1;
            } else {
                return;
            }
        }
    }

    /// Moves behind the line end that follows the keyword `stream`.
    pub(crate) fn skip_line_end(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t')) {
            self.at += 1;
        }
        if self.peek() == Some(b'\r') {
            self.at += 1;
        }
        if self.peek() == Some(b'\n') {
            self.at += 1;
        }
    }

    /// Returns the next token.
    pub(crate) fn next(&mut self) -> Token<'bytes> {
        self.skip_space();
        let Some(byte) = self.peek() else { return Token::End };
        let second = self.bytes.get(self.at + 1).copied();
        match byte {
            b'/' => self.name(),
            b'(' => self.literal_string(),
            b'<' if second == Some(b'<') => self.take(2, Token::DictionaryStart),
            b'>' if second == Some(b'>') => self.take(2, Token::DictionaryEnd),
            b'<' => self.hex_string(),
            b'[' => self.take(1, Token::ArrayStart),
            b']' => self.take(1, Token::ArrayEnd),
            b'+' | b'-' | b'.' | b'0'..=b'9' => self.number(),
            _ => {
                let start = self.at;
                self.at += 1;
                if !is_delimiter(byte) {
                    self.skip_regular();
                }
                Token::Keyword(&self.bytes[start..self.at])
            }
        }
    }

    fn take(&mut self, len: usize, token: Token<'bytes>) -> Token<'bytes> {
        self.at += len;
        token
    }

    fn skip_regular(&mut self) {
        let rest = self.rest();
        self.at += rest.iter().position(|byte| !is_regular(*byte)).unwrap_or(rest.len());
    }

    fn name(&mut self) -> Token<'bytes> {
        let start = self.at + 1;
        self.at = start;
        self.skip_regular();
        let raw = &self.bytes[start..self.at];
        if !raw.contains(&b'#') {
            return Token::Name(raw.into());
        }
        let mut name = Vec::with_capacity(raw.len());
        let mut at = 0;
        while let Some(byte) = raw.get(at).copied() {
            let digits = (raw.get(at + 1).copied().and_then(hex), raw.get(at + 2).copied().and_then(hex));
            if let (b'#', (Some(high), Some(low))) = (byte, digits) {
                name.push(high << 4 | low);
                at += 3;
            } else {
                name.push(byte);
                at += 1;
            }
        }
        Token::Name(name.into())
    }

    /// A number as programs write them; `--5` and `5-3` occur and are taken as far as they make
    /// sense.
    fn number(&mut self) -> Token<'bytes> {
        let start = self.at;
        self.skip_regular();
        let raw = &self.bytes[start..self.at];
        let digits = raw.iter().position(|byte| !matches!(byte, b'+' | b'-')).unwrap_or(raw.len());
        let is_negative = raw[..digits].contains(&b'-');
        let body = &raw[digits..];
        let len = body.iter().position(|byte| !matches!(byte, b'0'..=b'9' | b'.')).unwrap_or(body.len());
        // A keyword right behind a number, as in `0Tj`, is a token of its own.
        if len < body.len() && len > 0 && body[len].is_ascii_alphabetic() {
            self.at = start + digits + len;
        }
        let number = &body[..len.min(NUMBER_BYTES)];
        if number.is_empty() {
            return if body.is_empty() { Token::Integer(0) } else { Token::Keyword(raw) };
        }
        let text = str::from_utf8(number).unwrap_or("0");
        if let Ok(integer) = text.parse::<i64>() {
            return Token::Integer(if is_negative { -integer } else { integer });
        }
        let real = text.parse::<f64>().ok().or_else(|| {
            let second = text.match_indices('.').nth(1).map_or(text.len(), |(at, _)| at);
            text[..second].parse().ok()
        });
        let real = real.unwrap_or(0.0);
        Token::Real(if is_negative { -real } else { real })
    }

    fn hex_string(&mut self) -> Token<'bytes> {
        self.at += 1;
        let rest = self.rest();
        let len = memchr::memchr(b'>', rest).unwrap_or(rest.len());
        let mut digits = rest[..len].iter().filter_map(|byte| hex(*byte));
        let mut string = Vec::with_capacity(len / 2 + 1);
        while let Some(high) = digits.next() {
            string.push(high << 4 | digits.next().unwrap_or(0));
        }
        self.at = (self.at + len + 1).min(self.bytes.len());
        Token::String(string.into())
    }

    fn literal_string(&mut self) -> Token<'bytes> {
        self.at += 1;
        let mut string = Vec::new();
        let mut depth = 1_usize;
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => depth += 1,
                b')' => {
                    depth -= 1;
                    if depth == 0 {
                        break;
                    }
                }
                b'\\' => {
                    self.escape(&mut string);
                    continue;
                }
                b'\r' => {
                    if self.peek() == Some(b'\n') {
                        self.at += 1;
                    }
                    string.push(b'\n');
                    continue;
                }
                _ => {}
            }
            string.push(byte);
        }
        Token::String(string.into())
    }

    fn escape(&mut self, string: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        self.at += 1;
        match byte {
            b'n' => string.push(b'\n'),
            b'r' => string.push(b'\r'),
            b't' => string.push(b'\t'),
            b'b' => string.push(8),
            b'f' => string.push(12),
            b'\r' => {
                if self.peek() == Some(b'\n') {
                    self.at += 1;
                }
            }
            b'\n' => {}
            b'0'..=b'7' => {
                let mut code = byte - b'0';
                for _ in 0..2 {
                    let Some(digit @ b'0'..=b'7') = self.peek() else { break };
                    self.at += 1;
                    code = code.wrapping_mul(8).wrapping_add(digit - b'0');
                }
                string.push(code);
            }
            other => string.push(other),
        }
    }
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(b"/A#42c", Token::Name((*b"ABc").into()))]
    #[case(b"(a\\(b\\)(c)\\101\\\nd)", Token::String((*b"a(b)(c)Ad").into()))]
    #[case(b"<48 65 6c6C6>", Token::String((*b"Hell`").into()))]
    #[case(b"-.5", Token::Real(-0.5))]
    #[case(b"--12", Token::Integer(-12))]
    #[case(b"% comment\n7", Token::Integer(7))]
    #[case(b"Tj", Token::Keyword(b"Tj"))]
    #[case(b"", Token::End)]
    fn tokens(#[case] bytes: &[u8], #[case] token: Token) {
        assert_eq!(Lexer::new(bytes, 0).next(), token);
    }
}
