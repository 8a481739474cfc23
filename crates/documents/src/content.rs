//! What a reader returns for one text, from which its document is made.

use tarazy_engine::{encoding::Encoding, intake::SURE, settings::MetadataField};

use crate::{
    charset::Decoded,
    format::DocumentFormat,
    left_out::LeftOut,
    model::{ReadDocument, ReadWarning},
};

/// What a reader returns for one text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Content {
    /// A label, where the file has one for each of its texts.
    pub(crate) title: Option<String>,
    /// The row of a table or the record of a file, from 1.
    pub(crate) row: Option<u32>,
    pub(crate) text: String,
    pub(crate) encoding: Option<Encoding>,
    pub(crate) confidence: Option<f32>,
    pub(crate) metadata: Vec<MetadataField>,
    pub(crate) left_out: LeftOut,
    pub(crate) warnings: Vec<ReadWarning>,
}

impl Content {
    /// Notes how bytes were decoded.
    pub(crate) fn decoded(&mut self, decoded: &Decoded) {
        (self.encoding, self.confidence) = (decoded.encoding, Some(decoded.confidence));
        if let Some(encoding) = decoded.encoding.filter(|_| decoded.confidence < SURE) {
            self.warnings.push(ReadWarning::UnsureEncoding { encoding });
        }
        if decoded.replaced > 0 {
            self.warnings.push(ReadWarning::ReplacedBytes { count: decoded.replaced });
        }
    }

    /// Returns the document of a file with a title; a row has its number behind it.
    pub(crate) fn into_document(self, title: &str, format: DocumentFormat) -> ReadDocument {
        let title = match (self.title, self.row) {
            (Some(own), _) => own,
            (None, Some(row)) => format!("{title} {row}"),
            (None, None) => title.to_owned(),
        };
        ReadDocument {
            title,
            format,
            text: self.text,
            encoding: self.encoding,
            encoding_confidence: self.confidence.unwrap_or(1.0),
            metadata: self.metadata,
            left_out: self.left_out,
            warnings: self.warnings,
        }
    }
}
