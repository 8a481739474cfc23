//! Pieces of a document, in the order of its file → its text.
//!
//! Paragraphs are separated by a blank line. What stands beside a paragraph (a note, a text box)
//! comes after the paragraph in which it is anchored and never inside one of its sentences.

use crate::{
    error::{DocumentError, DocumentLimit},
    limits::Limits,
};

/// A text that is being written.
pub(crate) struct TextBuilder {
    /// The body, and above it the asides that are open.
    flows: Vec<Flow>,
    room: usize,
    most: usize,
}

/// A run of paragraphs.
#[derive(Default)]
struct Flow {
    text: String,
    has_break: bool,
    /// Asides of the paragraph.
    asides: Vec<String>,
}

impl Flow {
    fn start_text(&mut self) {
        if std::mem::take(&mut self.has_break) && !self.text.is_empty() {
            self.text.truncate(self.text.trim_end_matches([' ', '\t', '\n']).len());
            self.text.push_str("\n\n");
        }
    }

    fn end_paragraph(&mut self) {
        self.has_break = true;
        for aside in std::mem::take(&mut self.asides) {
            self.start_text();
            self.text.push_str(&aside);
            self.has_break = true;
        }
    }
}

impl TextBuilder {
    /// Returns an empty text.
    pub(crate) fn new(limits: &Limits) -> Self {
        Self { flows: vec![Flow::default()], room: limits.text_bytes, most: limits.text_bytes }
    }

    fn flow(&mut self) -> &mut Flow {
        self.flows.last_mut().expect("the body is never closed")
    }

    fn take(&mut self, bytes: usize) -> Result<(), DocumentError> {
        self.room = self.room.checked_sub(bytes).ok_or_else(|| DocumentLimit::Text.exceeded(self.most))?;
        Ok(())
    }

    /// Adds text as it is. White space at the start of a paragraph is left out.
    pub(crate) fn text(&mut self, text: &str) -> Result<(), DocumentError> {
        let is_start = self.is_at_start();
        let text = if is_start { text.trim_start_matches([' ', '\t', '\n', '\r']) } else { text };
        if text.is_empty() {
            return Ok(());
        }
        self.take(text.len())?;
        let flow = self.flow();
        flow.start_text();
        flow.text.push_str(text);
        Ok(())
    }

    /// Adds text in which any white space stands for one space.
    pub(crate) fn collapsed(&mut self, text: &str) -> Result<(), DocumentError> {
        self.take(text.len())?;
        let mut is_start = self.is_at_start();
        let flow = self.flow();
        let mut ends_with_space = flow.text.ends_with([' ', '\n', '\t']);
        for letter in text.chars() {
            if matches!(letter, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
                if !is_start && !ends_with_space {
                    flow.text.push(' ');
                    ends_with_space = true;
                }
                continue;
            }
            if is_start {
                flow.start_text();
                is_start = false;
            }
            flow.text.push(letter);
            ends_with_space = false;
        }
        Ok(())
    }

    fn is_at_start(&mut self) -> bool {
        let flow = self.flow();
        flow.has_break || flow.text.is_empty()
    }

    /// Adds the end of a line inside a paragraph.
    pub(crate) fn line(&mut self) -> Result<(), DocumentError> {
        self.text("\n")
    }

    /// Ends the paragraph.
    pub(crate) fn paragraph(&mut self) {
        self.flow().end_paragraph();
    }

    /// Begins a run of paragraphs that comes after the present one.
    pub(crate) fn open_aside(&mut self) {
        self.flows.push(Flow::default());
    }

    /// Ends it; returns `true` if it has a text.
    pub(crate) fn close_aside(&mut self) -> bool {
        // The body stays.
        if self.flows.len() < 2 {
            return false;
        }
        let Some(mut flow) = self.flows.pop() else { return false };
        flow.end_paragraph();
        self.aside(flow.text)
    }

    /// Adds a text that comes after the present paragraph; returns `true` if it is not empty.
    pub(crate) fn aside(&mut self, text: String) -> bool {
        let has_text = !text.trim().is_empty();
        if has_text {
            self.flow().asides.push(text);
        }
        has_text
    }

    /// Returns the bytes that were written.
    pub(crate) fn len(&self) -> usize {
        self.most - self.room
    }

    /// Returns the text.
    pub(crate) fn finish(mut self) -> String {
        while self.flows.len() > 1 {
            self.close_aside();
        }
        let flow = self.flow();
        flow.end_paragraph();
        let mut text = std::mem::take(&mut flow.text);
        text.truncate(text.trim_end().len());
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asides_come_after_their_paragraph() {
        let mut builder = TextBuilder::new(&Limits::default());
        builder.text("Сөз").unwrap();
        builder.open_aside();
        builder.text("ескерту").unwrap();
        builder.paragraph();
        assert!(builder.close_aside());
        builder.text(" бостандығы").unwrap();
        builder.paragraph();
        builder.paragraph();
        builder.collapsed(" \n Адам \t\r\n құқығы ").unwrap();
        builder.open_aside();
        assert!(!builder.close_aside());
        assert_eq!(builder.finish(), "Сөз бостандығы\n\nескерту\n\nАдам құқығы");
    }

    #[test]
    fn a_text_has_a_limit() {
        let mut builder = TextBuilder::new(&Limits { text_bytes: 5, ..Limits::default() });
        builder.text("abcd").unwrap();
        assert_eq!(builder.text("ef").map_err(|error| error.code()), Err("document-limit"));
    }
}
