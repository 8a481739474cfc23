//! From the file to the text: the steps in their order.

use crate::{
    budget::{Budget, Limits},
    content::{Mark, Resources, draw},
    error::{PdfError, Result},
    file::{File, pages},
    layout::{Line, Running, in_reading_order, joined, labels, lines, running, with_spread_lines},
    receipt::{LeftOutKind, Receipt, page_number},
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
        let page_lines = with_spread_lines(lines(&drawing.glyphs));
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
