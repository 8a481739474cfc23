//! Rich Text Format (1.9.1).
//!
//! Bytes beyond ASCII are read in the code page of the document (`\ansicpg`) or of the font
//! (`\fcharset`); characters written by number (`\u`) replace as many others as `\uc` says.
//! Destinations that a reader need not know (`\*`) are passed over, and so are pictures of any size.

mod code_page;
mod destination;
mod token;

use std::collections::HashMap;

use tarazy_engine::settings::{MetadataField, MetadataValue};

use crate::{
    content::Content,
    error::{DocumentError, DocumentLimit},
    left_out::LeftOutKind,
    model::ReadWarning,
    options::ReadOptions,
    text_builder::TextBuilder,
};
use destination::{Destination, Piece};
use token::{Token, Tokens};

/// What holds in a group.
#[derive(Debug, Clone)]
struct Group {
    destination: Destination,
    font: i32,
    is_hidden: bool,
    is_deleted: bool,
    /// The number of characters after one by number that stand for it.
    fallback: usize,
    /// What the group is about to become is unimportant to readers that do not know it.
    is_optional: bool,
    /// The group began an aside or a piece.
    ends: Option<Ending>,
}

/// What the end of a group ends.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Ending {
    Aside,
    Piece(Piece),
}

/// A document while it is read.
struct Document<'options> {
    options: &'options ReadOptions,
    content: Content,
    builder: TextBuilder,
    /// The bodies around the pieces that are open.
    outer: Vec<TextBuilder>,
    groups: Vec<Group>,
    group: Group,
    /// Code pages of fonts.
    fonts: HashMap<i32, u32>,
    /// The font that the table of fonts describes.
    described_font: i32,
    default_font: i32,
    code_page: u32,
    /// Bytes of characters that wait for the next ones.
    bytes: Vec<u8>,
    high_surrogate: Option<u16>,
    /// Characters to pass over, since they stand for one by number.
    skip: usize,
    is_drop_cap: bool,
    headers: Vec<String>,
    footers: Vec<String>,
    symbols: u32,
    counted: Option<LeftOutKind>,
}

/// The most fonts that are kept.
const MOST_FONTS: usize = 10_000;

/// Reads a document. Cost: linear.
///
/// # Errors
/// A document beyond a limit.
pub(crate) fn read(bytes: &[u8], options: &ReadOptions) -> Result<Content, DocumentError> {
    let mut document = Document::new(options);
    for token in Tokens::new(bytes) {
        document.take(token)?;
        if document.groups.is_empty() && matches!(token, Token::Close) {
            return document.finish();
        }
    }
    document.content.warnings.push(ReadWarning::Unclosed);
    document.finish()
}

impl<'options> Document<'options> {
    fn new(options: &'options ReadOptions) -> Self {
        let group = Group {
            destination: Destination::Text,
            font: 0,
            is_hidden: false,
            is_deleted: false,
            fallback: 1,
            is_optional: false,
            ends: None,
        };
        Self {
            options,
            content: Content::default(),
            builder: TextBuilder::new(&options.limits),
            outer: Vec::new(),
            groups: Vec::new(),
            group,
            fonts: HashMap::new(),
            described_font: 0,
            default_font: 0,
            code_page: 1252,
            bytes: Vec::new(),
            high_surrogate: None,
            skip: 0,
            is_drop_cap: false,
            headers: Vec::new(),
            footers: Vec::new(),
            symbols: 0,
            counted: None,
        }
    }

    fn finish(mut self) -> Result<Content, DocumentError> {
        self.flush()?;
        while !self.groups.is_empty() {
            self.close();
        }
        let headers = self.headers.into_iter();
        let text = headers.chain([self.builder.finish()]).chain(self.footers);
        self.content.text = text.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n");
        if self.symbols > 0 {
            self.content.warnings.push(ReadWarning::Symbols { count: self.symbols });
        }
        Ok(self.content)
    }

    fn take(&mut self, token: Token<'_>) -> Result<(), DocumentError> {
        match token {
            Token::Open => {
                self.flush()?;
                self.skip = 0;
                if self.groups.len() >= self.options.limits.depth {
                    return Err(DocumentLimit::Depth.exceeded(self.options.limits.depth));
                }
                let inner = Group { ends: None, is_optional: false, ..self.group.clone() };
                self.groups.push(std::mem::replace(&mut self.group, inner));
            }
            Token::Close => {
                self.flush()?;
                self.skip = 0;
                self.close();
            }
            // A character by number that is written in full, or what stands for the one before.
            Token::Byte(_) | Token::Word { .. } | Token::Symbol(_) | Token::Binary if self.takes_place(&token) => {}
            Token::Byte(byte) => self.byte(byte)?,
            Token::Word { name, number } => self.word(name, number)?,
            Token::Symbol(symbol) => self.symbol(symbol)?,
            Token::Binary => {}
        }
        Ok(())
    }

    /// Returns `true` for a token that stands for the character by number before it.
    fn takes_place(&mut self, token: &Token<'_>) -> bool {
        let is_number = matches!(token, Token::Word { name: "u" | "uc", .. });
        if self.skip == 0 || is_number {
            self.skip = 0;
            return false;
        }
        self.skip -= 1;
        true
    }

    fn close(&mut self) {
        self.end();
        if let Some(outer) = self.groups.pop() {
            self.group = outer;
        }
        self.counted = None;
    }

    /// Ends what the group began.
    fn end(&mut self) {
        match self.group.ends.take() {
            Some(Ending::Aside) => {
                self.builder.close_aside();
            }
            Some(Ending::Piece(piece)) => {
                let outer = self.outer.pop().unwrap_or_else(|| TextBuilder::new(&self.options.limits));
                let text = std::mem::replace(&mut self.builder, outer).finish();
                self.keep(piece, text);
            }
            None => {}
        }
    }

    fn keep(&mut self, piece: Piece, text: String) {
        if text.is_empty() {
            return;
        }
        let kind = match piece {
            Piece::Header => LeftOutKind::Headers,
            Piece::Footer => LeftOutKind::Footers,
            Piece::Comment => LeftOutKind::Comments,
            Piece::Title | Piece::Author => {
                let name = if piece == Piece::Title { "title" } else { "author" };
                let field = MetadataField { name: name.to_owned(), value: MetadataValue::Text(text) };
                self.content.metadata.push(field);
                return;
            }
        };
        if !self.options.includes(kind) {
            self.content.left_out.add(kind, 1);
            return;
        }
        match piece {
            Piece::Header => self.headers.push(text),
            Piece::Footer => self.footers.push(text),
            _ => drop(self.builder.aside(text)),
        }
    }

    fn byte(&mut self, byte: u8) -> Result<(), DocumentError> {
        if self.high_surrogate.is_some() {
            self.flush()?;
        }
        if self.group.destination.is_text() {
            self.bytes.push(byte);
        }
        Ok(())
    }

    /// Writes the characters that wait.
    fn flush(&mut self) -> Result<(), DocumentError> {
        if self.high_surrogate.take().is_some() {
            self.write("\u{fffd}")?;
        }
        if self.bytes.is_empty() {
            return Ok(());
        }
        let bytes = std::mem::take(&mut self.bytes);
        let code_page = self.fonts.get(&self.group.font).copied().unwrap_or(self.code_page);
        if code_page == code_page::SYMBOL && self.group.destination == Destination::Text {
            let symbols: String = bytes.iter().map(|byte| code_page::symbol(*byte)).collect();
            let count = symbols.chars().filter(|symbol| *symbol != ' ').count();
            self.symbols = self.symbols.saturating_add(u32::try_from(count).unwrap_or(u32::MAX));
            return self.write(&symbols);
        }
        self.write(&code_page::decode(code_page, &bytes))
    }

    /// Adds a character that is not written as a byte.
    fn character(&mut self, text: &str) -> Result<(), DocumentError> {
        self.flush()?;
        self.write(text)
    }

    fn write(&mut self, text: &str) -> Result<(), DocumentError> {
        if !self.group.destination.is_text() || text.is_empty() {
            return Ok(());
        }
        let hidden_by = if self.group.is_deleted {
            Some(LeftOutKind::DeletedText)
        } else {
            self.group.is_hidden.then_some(LeftOutKind::HiddenText)
        };
        if let Some(kind) = hidden_by.filter(|kind| !self.options.includes(*kind)) {
            if self.counted != Some(kind) {
                self.content.left_out.add(kind, 1);
                self.counted = Some(kind);
            }
            return Ok(());
        }
        self.counted = None;
        self.builder.text(text)
    }

    fn paragraph(&mut self) -> Result<(), DocumentError> {
        self.flush()?;
        let is_joined = self.is_drop_cap || self.group.is_deleted && !self.options.includes(LeftOutKind::DeletedText);
        if self.group.destination.is_text() && !is_joined {
            self.builder.paragraph();
        }
        self.is_drop_cap = false;
        Ok(())
    }

    fn symbol(&mut self, symbol: u8) -> Result<(), DocumentError> {
        match symbol {
            b'*' => self.group.is_optional = true,
            b'~' => self.character("\u{a0}")?,
            b'_' => self.character("-")?,
            b'\r' | b'\n' => self.paragraph()?,
            b'\t' => self.character("\t")?,
            _ => {}
        }
        Ok(())
    }

    fn word(&mut self, name: &str, number: Option<i32>) -> Result<(), DocumentError> {
        if self.group.is_optional || destination::is_destination(name) {
            self.flush()?;
            self.enter(name);
            return Ok(());
        }
        let text = match name {
            "u" => return self.number(number.unwrap_or(0)),
            "tab" => "\t",
            "line" | "softline" => "\n",
            "emdash" => "—",
            "endash" => "–",
            "lquote" => "‘",
            "rquote" => "’",
            "ldblquote" => "“",
            "rdblquote" => "”",
            "bullet" => "•",
            "emspace" | "enspace" | "qmspace" => " ",
            "par" | "sect" | "page" | "column" | "cell" | "nestcell" | "row" | "nestrow" => return self.paragraph(),
            _ => return self.property(name, number),
        };
        self.character(text)
    }

    /// Reads a character by its number.
    fn number(&mut self, number: i32) -> Result<(), DocumentError> {
        self.skip = self.group.fallback;
        // Numbers are written as signed ones of 16 bits, by some programs as unsigned ones.
        let unit = match number {
            -32_768..=-1 => number + 65_536,
            other => other,
        };
        let Ok(unit) = u16::try_from(unit) else { return self.flush() };
        if let (Some(high), 0xDC00..=0xDFFF) = (self.high_surrogate, unit) {
            self.high_surrogate = None;
            let pair = char::decode_utf16([high, unit]).next().and_then(Result::ok);
            return self.character(pair.unwrap_or(char::REPLACEMENT_CHARACTER).encode_utf8(&mut [0; 4]));
        }
        self.flush()?;
        if matches!(unit, 0xD800..=0xDBFF) {
            self.high_surrogate = Some(unit);
            return Ok(());
        }
        let letter = char::from_u32(u32::from(unit)).unwrap_or(char::REPLACEMENT_CHARACTER);
        if letter.is_control() { Ok(()) } else { self.write(letter.encode_utf8(&mut [0; 4])) }
    }

    fn property(&mut self, name: &str, number: Option<i32>) -> Result<(), DocumentError> {
        self.flush()?;
        let is_on = number != Some(0);
        let code_page = || number.and_then(|number| u32::try_from(number).ok());
        match name {
            "ansicpg" => self.code_page = code_page().unwrap_or(self.code_page),
            "mac" => self.code_page = 10_000,
            "pc" => self.code_page = 437,
            "pca" => self.code_page = 850,
            "deff" => (self.default_font, self.group.font) = (number.unwrap_or(0), number.unwrap_or(0)),
            "f" if self.group.destination == Destination::Fonts => self.described_font = number.unwrap_or(0),
            "f" => self.group.font = number.unwrap_or(0),
            "fcharset" | "cpg" if self.group.destination == Destination::Fonts => {
                let page = if name == "cpg" { code_page() } else { code_page::of_charset(number.unwrap_or(0)) };
                if let Some(page) = page.filter(|_| self.fonts.len() < MOST_FONTS) {
                    self.fonts.insert(self.described_font, page);
                }
            }
            "plain" => {
                (self.group.is_hidden, self.group.is_deleted) = (false, false);
                self.group.font = self.default_font;
            }
            "v" => self.group.is_hidden = is_on,
            "deleted" => self.group.is_deleted = is_on,
            "uc" => self.group.fallback = number.and_then(|number| usize::try_from(number).ok()).unwrap_or(1),
            "dropcapli" => self.is_drop_cap = is_on,
            "pard" => self.is_drop_cap = false,
            _ => {}
        }
        Ok(())
    }

    /// Makes the group what a word says.
    fn enter(&mut self, name: &str) {
        let is_optional = std::mem::take(&mut self.group.is_optional);
        if self.group.destination == Destination::Skipped {
            return;
        }
        match name {
            "fldinst" => self.content.left_out.add(LeftOutKind::FieldCodes, 1),
            "object" | "moMath" | "moMathPara" => self.content.left_out.add(LeftOutKind::Objects, 1),
            "footnote" if !self.options.includes(LeftOutKind::Notes) => {
                self.content.left_out.add(LeftOutKind::Notes, 1);
                self.group.destination = Destination::Skipped;
                return;
            }
            _ => {}
        }
        let (destination, ends) = destination::of(name, is_optional, self.group.destination);
        if ends.is_some() {
            // A second destination in one group takes the place of the first.
            self.end();
        }
        match ends {
            Some(Ending::Aside) => self.builder.open_aside(),
            Some(Ending::Piece(_)) => {
                let inner = TextBuilder::new(&self.options.limits);
                self.outer.push(std::mem::replace(&mut self.builder, inner));
            }
            None => {}
        }
        self.group.ends = self.group.ends.or(ends);
        self.group.destination = destination;
    }
}

#[cfg(test)]
mod tests;
