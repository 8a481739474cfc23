//! Why a PDF file was not read.

use thiserror::Error;

/// What is limited, so that no file takes more time or memory than others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Work, in steps.
    Steps,
    /// The size of one stream after decompression, in bytes.
    StreamBytes,
    /// The size of all streams after decompression, in bytes.
    TotalBytes,
    /// Entries of the table of objects, or parts of one object.
    Objects,
    /// How deep objects, page trees or drawings are nested.
    Nesting,
    /// Pages.
    Pages,
    /// Characters drawn on one page.
    Characters,
}

impl Limit {
    /// Returns the stable name of the limit.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Steps => "steps",
            Self::StreamBytes => "stream-bytes",
            Self::TotalBytes => "total-bytes",
            Self::Objects => "objects",
            Self::Nesting => "nesting",
            Self::Pages => "pages",
            Self::Characters => "characters",
        }
    }
}

/// What a damaged file lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Any object.
    Objects,
    /// The catalog, from which everything else is found.
    Catalog,
    /// The pages.
    Pages,
}

impl Part {
    /// Returns the stable name of the part.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Objects => "objects",
            Self::Catalog => "catalog",
            Self::Pages => "pages",
        }
    }
}

/// Why a PDF file was not read.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum PdfError {
    /// The file has no bytes.
    #[error("the file is empty")]
    Empty,
    /// The bytes are no PDF file.
    #[error("not a PDF file")]
    NotPdf,
    /// The file is damaged beyond repair.
    #[error("damaged: no {}", missing.name())]
    Damaged {
        /// What could not be found.
        missing: Part,
    },
    /// The file opens with a password only.
    #[error("a password is needed")]
    PasswordNeeded,
    /// The file is encrypted in a way that is not known here.
    #[error("unknown encryption (version {version}, revision {revision})")]
    UnknownEncryption {
        /// `V` of the encryption dictionary.
        version: i64,
        /// `R` of the encryption dictionary.
        revision: i64,
    },
    /// A limit was met.
    #[error("limit met: {} ({allowed})", limit.name())]
    LimitExceeded {
        /// Which.
        limit: Limit,
        /// How much is allowed.
        allowed: u64,
    },
    /// No page has text, as in a scan.
    #[error("no text on {pages} pages")]
    NoText {
        /// How many pages there are.
        pages: u32,
    },
    /// There is text, but what its characters are cannot be known.
    #[error("{share:.2} of the text cannot be read, on pages {pages:?}")]
    UnusableText {
        /// The share of characters that are no text of any language, from 0 to 1.
        share: f32,
        /// The pages that have them, from 1; the first hundred.
        pages: Vec<u32>,
    },
}

impl PdfError {
    /// Returns the stable name of the error, for messages and exit reports.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "pdf-empty",
            Self::NotPdf => "pdf-not-pdf",
            Self::Damaged { .. } => "pdf-damaged",
            Self::PasswordNeeded => "pdf-password-needed",
            Self::UnknownEncryption { .. } => "pdf-unknown-encryption",
            Self::LimitExceeded { .. } => "pdf-limit-exceeded",
            Self::NoText { .. } => "pdf-no-text",
            Self::UnusableText { .. } => "pdf-unusable-text",
        }
    }
}

/// The result of anything that reads the file.
pub(crate) type Result<T> = std::result::Result<T, PdfError>;
