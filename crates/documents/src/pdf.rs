//! PDF files, by `tarazy-pdf`.

use tarazy_pdf::{LeftOutKind as PdfKind, Limit, Limits, PdfError, Receipt};

use crate::{
    content::Content,
    error::{DocumentError, DocumentLimit},
    format::DocumentFormat,
    left_out::{LeftOut, LeftOutKind},
    model::ReadWarning,
};

/// Returns the text of a PDF file.
///
/// # Errors
/// Where it is damaged, encrypted, beyond a limit, or has no text that can be known.
pub(crate) fn read(bytes: &[u8]) -> Result<Content, DocumentError> {
    let read = tarazy_pdf::read(bytes, Limits::default()).map_err(refusal)?;
    let warnings = warnings(&read.receipt);
    Ok(Content { text: read.text, left_out: left_out(&read.receipt), warnings, ..Content::default() })
}

fn left_out(receipt: &Receipt) -> LeftOut {
    let mut all = LeftOut::default();
    for left_out in &receipt.left_out {
        let kind = match left_out.kind {
            PdfKind::RunningHead => LeftOutKind::RunningHeads,
            PdfKind::PageNumber => LeftOutKind::PageNumbers,
            PdfKind::Artifact => LeftOutKind::Artifacts,
            PdfKind::ListLabel => LeftOutKind::ListLabels,
            PdfKind::OutsidePage => LeftOutKind::HiddenText,
        };
        all.add(kind, u32::try_from(left_out.count).unwrap_or(u32::MAX));
    }
    all
}

fn warnings(receipt: &Receipt) -> Vec<ReadWarning> {
    let without_text = (!receipt.pages_without_text.is_empty())
        .then(|| ReadWarning::PagesWithoutText { pages: receipt.pages_without_text.clone() });
    let unknown = (!receipt.pages_with_unknown.is_empty())
        .then(|| ReadWarning::UnknownCharacters { pages: receipt.pages_with_unknown.clone() });
    without_text.into_iter().chain(unknown).collect()
}

fn refusal(error: PdfError) -> DocumentError {
    let damaged = |part: &str| DocumentError::Damaged { format: DocumentFormat::Pdf, part: part.to_owned() };
    match error {
        PdfError::Empty | PdfError::NotPdf => damaged("%PDF-"),
        PdfError::Damaged { missing } => damaged(missing.name()),
        PdfError::PasswordNeeded | PdfError::UnknownEncryption { .. } => DocumentError::Encrypted { format: "PDF" },
        PdfError::LimitExceeded { limit, allowed } => {
            let allowed = usize::try_from(allowed).unwrap_or(usize::MAX);
            match limit {
                Limit::Steps => DocumentLimit::Work.exceeded(allowed),
                Limit::StreamBytes | Limit::TotalBytes => DocumentLimit::Inflated.exceeded(allowed),
                Limit::Objects => DocumentLimit::Objects.exceeded(allowed),
                Limit::Nesting => DocumentLimit::Depth.exceeded(allowed),
                Limit::Pages => DocumentLimit::Pages.exceeded(allowed),
                Limit::Characters => DocumentLimit::Characters.exceeded(allowed),
            }
        }
        PdfError::NoText { pages } => DocumentError::NoTextLayer { pages },
        PdfError::UnusableText { share, pages } => DocumentError::UnusableText { percent: percent(share), pages },
    }
}

/// Returns a share from 0 to 1 as a whole percentage.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share is between 0 and 1")]
fn percent(share: f32) -> u32 {
    (share.clamp(0.0, 1.0) * 100.0).round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_with_a_file_is_said_as_of_other_formats() {
        let refused = |error| refusal(error).code();
        assert_eq!(refused(PdfError::PasswordNeeded), "document-encrypted");
        assert_eq!(refused(PdfError::NoText { pages: 3 }), "document-no-text-layer");
        let unusable = PdfError::UnusableText { share: 0.456, pages: vec![1, 2] };
        assert_eq!(refusal(unusable), DocumentError::UnusableText { percent: 46, pages: vec![1, 2] });
        let limit = PdfError::LimitExceeded { limit: Limit::TotalBytes, allowed: 192 << 20 };
        assert_eq!(refusal(limit), DocumentError::Limit { limit: DocumentLimit::Inflated, most: 192 });
    }

    #[test]
    fn a_file_that_only_begins_as_one_is_damaged() {
        assert_eq!(read(b"%PDF-1.7\n").map(|content| content.text).unwrap_err().code(), "document-damaged");
    }
}
