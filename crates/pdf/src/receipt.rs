//! What of a file is not in its text.

/// What was left out, and what could not be read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Receipt {
    /// What was left out, by kind.
    pub left_out: Vec<LeftOut>,
    /// Pages with pictures and no text, from 1.
    pub pages_without_text: Vec<u32>,
    /// Pages with characters that cannot be known, from 1.
    pub pages_with_unknown: Vec<u32>,
    /// The share of such characters in the text, from 0 to 1.
    pub unknown_share: f32,
}

/// Things of one kind that were left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// What they are.
    pub kind: LeftOutKind,
    /// How many.
    pub count: usize,
    /// The pages on which they were, from 1.
    pub pages: Vec<u32>,
    /// The first of them, as they stood.
    pub examples: Vec<String>,
}

/// A kind of content that is left out of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeftOutKind {
    /// A running head or foot, found by its repetition.
    RunningHead,
    /// The number of a page.
    PageNumber,
    /// What the file itself marks as no part of the text.
    Artifact,
    /// A number or bullet of a list that a program made.
    ListLabel,
    /// Text beside the page, which nobody sees.
    OutsidePage,
}

impl LeftOutKind {
    /// Returns the stable name of the kind.
    pub const fn name(self) -> &'static str {
        match self {
            Self::RunningHead => "running-head",
            Self::PageNumber => "page-number",
            Self::Artifact => "artifact",
            Self::ListLabel => "list-label",
            Self::OutsidePage => "outside-page",
        }
    }
}

/// How many examples of a kind are kept, and how long each may be, in characters.
const EXAMPLES: usize = 5;
const EXAMPLE_CHARACTERS: usize = 100;

impl Receipt {
    /// Adds a thing on a page, counted from 0.
    pub(crate) fn add(&mut self, kind: LeftOutKind, page: usize, example: &str) {
        let page = page_number(page);
        let at = self.left_out.iter().position(|known| known.kind == kind).unwrap_or_else(|| {
            self.left_out.push(LeftOut { kind, count: 0, pages: Vec::new(), examples: Vec::new() });
            self.left_out.len() - 1
        });
        let entry = &mut self.left_out[at];
        entry.count += 1;
        if entry.pages.last() != Some(&page) {
            entry.pages.push(page);
        }
        let example: String = example.trim().chars().take(EXAMPLE_CHARACTERS).collect();
        if entry.examples.len() < EXAMPLES && !example.is_empty() && !entry.examples.contains(&example) {
            entry.examples.push(example);
        }
    }
}

/// Returns the number of a page, from 1.
pub(crate) fn page_number(index: usize) -> u32 {
    u32::try_from(index + 1).unwrap_or(u32::MAX)
}
