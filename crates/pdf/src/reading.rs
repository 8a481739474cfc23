//! From the file to the text: the steps in their order.

use crate::{
    budget::{Budget, Limits},
    content::{Mark, Resources, draw},
    error::{PdfError, Result},
    file::{File, pages},
    layout::{Line, Running, in_reading_order, joined, labels, lines, running},
    usable,
};

/// The text of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct PdfText {
    /// The text: lines as in the file, with their hyphens; blank lines between paragraphs.
    pub text: String,
    /// Where the text of each page begins, in bytes.
    pub page_starts: Vec<usize>,
    /// What was left out, and what could not be read.
    pub receipt: Receipt,
}

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
    fn add(&mut self, kind: LeftOutKind, page: usize, example: &str) {
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

fn page_number(index: usize) -> u32 {
    u32::try_from(index + 1).unwrap_or(u32::MAX)
}

/// Returns the text of a file.
///
/// # Errors
///
/// If the file is damaged, needs a password, meets a limit, or has no text that can be known.
pub fn read(bytes: &[u8], limits: Limits) -> std::result::Result<PdfText, PdfError> {
    let budget = Budget::new(limits);
    let file = File::open(bytes, &budget)?;
    let pages = pages(&file)?;
    let resources = Resources::new(&file)?;
    let mut receipt = Receipt::default();
    let mut all = Vec::with_capacity(pages.len());
    for (at, page) in pages.iter().enumerate() {
        let drawing = draw(&resources, page)?;
        let page_lines = lines(&drawing.glyphs);
        budget.spend(drawing.glyphs.len() * 10)?;
        let kept = sort_out(page_lines, at, &mut receipt);
        if drawing.pictures > 0 && kept.is_empty() {
            receipt.pages_without_text.push(page_number(at));
        }
        all.push(in_reading_order(kept));
    }
    leave_out_running(&mut all, &mut receipt, &budget)?;
    leave_out_labels(&mut all, &mut receipt);
    let (text, page_starts) = joined(&all);
    budget.spend(text.len() * 4)?;
    usable::check(&text, &page_starts, &mut receipt)?;
    receipt.left_out.sort_by_key(|left_out| left_out.kind);
    Ok(PdfText { text: usable::plain(&text), page_starts, receipt })
}

/// Leaves out what the file marks as no text.
fn sort_out(lines: Vec<Line>, at: usize, receipt: &mut Receipt) -> Vec<Line> {
    let mut kept = Vec::with_capacity(lines.len());
    for line in lines {
        match line.mark {
            Mark::Text => kept.push(line),
            Mark::Artifact => receipt.add(LeftOutKind::Artifact, at, &line.text),
            Mark::Outside => receipt.add(LeftOutKind::OutsidePage, at, &line.text),
            Mark::ListLabel => receipt.add(LeftOutKind::ListLabel, at, &line.text),
        }
    }
    kept
}

fn leave_out_labels(pages: &mut [Vec<Line>], receipt: &mut Receipt) {
    for label in labels(pages) {
        let line = &mut pages[label.page][label.line];
        receipt.add(LeftOutKind::ListLabel, label.page, &line.text[..label.len]);
        line.text.drain(..label.len);
    }
}

fn leave_out_running(pages: &mut [Vec<Line>], receipt: &mut Receipt, budget: &Budget) -> Result<()> {
    let count: usize = pages.iter().map(Vec::len).sum();
    budget.spend(count * 200)?;
    let found = running(pages);
    for (page, lines) in pages.iter_mut().enumerate() {
        let mut at = 0;
        lines.retain(|line| {
            let kind = found.get(&(page, at));
            at += 1;
            let Some(kind) = kind else { return true };
            let kind = match kind {
                Running::Head => LeftOutKind::RunningHead,
                Running::PageNumber => LeftOutKind::PageNumber,
            };
            receipt.add(kind, page, &line.text);
            false
        });
    }
    Ok(())
}
