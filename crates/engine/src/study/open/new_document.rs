//! Bytes → a document, in steps that are short enough to answer between them.

use super::{
    Progress, Refusal,
    document::{Document, UnexpectedLine},
};
use crate::{
    digest::sha256,
    intake::{Decoded, UnexpectedKind, decode, line_at, unexpected},
    repair::{Repaired, repair},
    settings::{DocumentId, LanguageChoice, ReadingOptions},
    text::{Interner, Tokenizer, tokenize_pretokenized},
};

/// How much of a text is tokenized in one step, in bytes: a few milliseconds.
const STEP_BYTES: usize = 128 << 10;

/// A text as it is given.
pub(super) struct NewText {
    pub(super) id: DocumentId,
    pub(super) title: String,
    pub(super) file: Option<String>,
    pub(super) language: LanguageChoice,
    pub(super) reading: ReadingOptions,
    pub(super) bytes: Vec<u8>,
}

/// A document whose text is read and repaired, and tokenized in part.
pub(super) struct NewDocument {
    document: Document,
    tokenizer: Tokenizer,
}

impl NewDocument {
    /// Reads and repairs the text.
    ///
    /// # Errors
    /// [`Refusal`] when the bytes are not usable text; it names the file, or the title where
    /// there is none.
    pub(super) fn read(text: NewText) -> Result<Self, Refusal> {
        let NewText { id, title, file, language, reading, bytes } = text;
        let sha256 = sha256(&bytes);
        let Decoded { text, encoding, confidence, replaced } = decode(bytes, reading.encoding).map_err(|error| {
            let name = file.as_deref().unwrap_or(&title);
            Refusal { document: Some(id), problems: vec![error.problem(name)] }
        })?;
        // One token a line is what the reader made of the text: it stays as it is.
        let repaired = if reading.is_pretokenized { Repaired::untouched(text) } else { repair(text, reading.repairs) };
        let mut document = Document::new(id, title, language, repaired, (encoding, confidence), sha256);
        document.replaced = replaced;
        document.unexpected = unexpected_lines(&document.repaired, reading.is_pretokenized);
        document.is_pretokenized = reading.is_pretokenized;
        Ok(Self { document, tokenizer: Tokenizer::new() })
    }

    /// Tokenizes a piece of the text; returns `None` when all of it is done.
    pub(super) fn tokenize(&mut self, interner: &mut Interner) -> Option<Progress> {
        let Self { document, tokenizer } = self;
        let text = document.repaired.text();
        if document.is_pretokenized {
            document.tokens = tokenize_pretokenized(text, interner);
        } else if tokenizer.advance(text, interner, STEP_BYTES) {
            document.tokens = std::mem::take(tokenizer).finish(interner);
        } else {
            let (done, total) = (tokenizer.done_bytes() as u64, text.len() as u64);
            return Some(Progress { document: document.id, done, total });
        }
        None
    }

    /// Returns the document. It must have been tokenized.
    pub(super) fn into_document(self) -> Document {
        self.document
    }
}

/// Finds what is unexpected in a text and has not been repaired, with its lines in the source. What
/// has one token per line is in a format on purpose.
fn unexpected_lines(repaired: &Repaired, is_pretokenized: bool) -> Vec<UnexpectedLine> {
    let mut found = unexpected(repaired.text());
    found.retain(|found| !(is_pretokenized && matches!(found.kind, UnexpectedKind::Format(_))));
    if found.is_empty() {
        return Vec::new();
    }
    let source = repaired.source();
    let line = |start| line_at(&source, repaired.to_source(start));
    found.into_iter().map(|found| UnexpectedLine { line: line(found.start), found }).collect()
}
