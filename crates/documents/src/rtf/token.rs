//! Bytes → groups, control words and characters.

/// A piece of a document.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Token<'bytes> {
    Open,
    Close,
    /// A control word with its number.
    Word {
        name: &'bytes str,
        number: Option<i32>,
    },
    /// A control symbol.
    Symbol(u8),
    /// A character in a code page.
    Byte(u8),
    /// Data that are no text, passed over.
    Binary,
}

/// The pieces of a document.
pub(super) struct Tokens<'bytes> {
    bytes: &'bytes [u8],
    at: usize,
}

/// The longest control word, and the longest number.
const LONGEST_WORD: usize = 32;
const LONGEST_NUMBER: usize = 10;

impl<'bytes> Tokens<'bytes> {
    pub(super) fn new(bytes: &'bytes [u8]) -> Self {
        let start = bytes.iter().position(|byte| *byte == b'{').unwrap_or(bytes.len());
        Self { bytes, at: start }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Reads what follows a backslash.
    fn control(&mut self) -> Option<Token<'bytes>> {
        let first = self.peek()?;
        if first.is_ascii_alphabetic() {
            return Some(self.word());
        }
        self.at += 1;
        match first {
            b'\'' => {
                let digits = self.bytes.get(self.at..self.at + 2)?;
                let digit = |at: usize| char::from(digits[at]).to_digit(16);
                match (digit(0), digit(1)) {
                    (Some(high), Some(low)) => {
                        self.at += 2;
                        Some(Token::Byte(u8::try_from(high * 16 + low).unwrap_or(b'?')))
                    }
                    _ => Some(Token::Symbol(first)),
                }
            }
            b'{' | b'}' | b'\\' => Some(Token::Byte(first)),
            b'\r' if self.peek() == Some(b'\n') => {
                self.at += 1;
                Some(Token::Symbol(b'\n'))
            }
            other => Some(Token::Symbol(other)),
        }
    }

    fn word(&mut self) -> Token<'bytes> {
        let rest = &self.bytes[self.at..];
        let len = rest.iter().take(LONGEST_WORD).take_while(|byte| byte.is_ascii_alphabetic()).count();
        let name = std::str::from_utf8(&rest[..len]).unwrap_or("");
        let sign = usize::from(rest.get(len) == Some(&b'-'));
        let digits = rest[len + sign..].iter().take(LONGEST_NUMBER).take_while(|byte| byte.is_ascii_digit()).count();
        let end = if digits > 0 { len + sign + digits } else { len };
        let number = std::str::from_utf8(&rest[len..end]).ok().filter(|_| digits > 0);
        let number = number.map(|number| number.parse::<i64>().unwrap_or(0));
        #[expect(clippy::cast_possible_truncation, reason = "it is clamped")]
        let number = number.map(|number| number.clamp(i64::from(i32::MIN), i64::from(i32::MAX)) as i32);
        self.at += end + usize::from(rest.get(end) == Some(&b' '));
        if name == "bin" {
            let skipped = number.and_then(|number| usize::try_from(number).ok()).unwrap_or(0);
            self.at = self.at.saturating_add(skipped).min(self.bytes.len());
            return Token::Binary;
        }
        Token::Word { name, number }
    }
}

impl<'bytes> Iterator for Tokens<'bytes> {
    type Item = Token<'bytes>;

    fn next(&mut self) -> Option<Token<'bytes>> {
        loop {
            let byte = self.peek()?;
            self.at += 1;
            return match byte {
                b'{' => Some(Token::Open),
                b'}' => Some(Token::Close),
                b'\\' => self.control(),
                b'\r' | b'\n' | 0 => continue,
                b'\t' => Some(Token::Symbol(b'\t')),
                other => Some(Token::Byte(other)),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_are_cut_as_the_format_says() {
        let tokens: Vec<Token<'_>> = Tokens::new(b"x{\\b0 a\\'e9\\u-10 ?\\*\\~\\{\\bin3 }}}\r\n}").collect();
        let word = |name, number| Token::Word { name, number };
        assert_eq!(
            tokens,
            [
                Token::Open,
                word("b", Some(0)),
                Token::Byte(b'a'),
                Token::Byte(0xE9),
                word("u", Some(-10)),
                Token::Byte(b'?'),
                Token::Symbol(b'*'),
                Token::Symbol(b'~'),
                Token::Byte(b'{'),
                Token::Binary,
                Token::Close,
            ]
        );
    }
}
