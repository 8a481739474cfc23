//! The formats of documents: those that are read, and those that are named.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A format that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentFormat {
    /// A plain text.
    Plain,
    /// Markdown.
    Markdown,
    /// A page in HTML or XHTML.
    Html,
    /// An Office Open XML document.
    Docx,
    /// An OpenDocument text, packed or as one file in XML.
    Odt,
    /// Rich Text Format.
    Rtf,
    /// A book.
    Epub,
    /// A book in FictionBook 2.
    FictionBook,
    /// Fields with separators between them.
    Csv,
    /// Fields with tabs between them.
    Tsv,
    /// An Office Open XML workbook.
    Xlsx,
    /// An OpenDocument spreadsheet, packed or as one file in XML.
    Ods,
    /// JSON.
    Json,
    /// JSON, one value a line.
    JsonLines,
    /// Subtitles: SubRip.
    Srt,
    /// Subtitles: WebVTT.
    Vtt,
    /// A message of e-mail.
    Eml,
    /// An archive of documents.
    Zip,
    /// PDF.
    Pdf,
}

impl DocumentFormat {
    /// Returns `true` for tables and records, whose rows may be texts.
    pub const fn has_rows(self) -> bool {
        matches!(self, Self::Csv | Self::Tsv | Self::Xlsx | Self::Ods | Self::Json | Self::JsonLines)
    }

    /// Returns `true` if every file of the format begins with bytes of its own, so that an empty one
    /// is damaged.
    pub const fn has_signature(self) -> bool {
        matches!(self, Self::Docx | Self::Odt | Self::Rtf | Self::Epub | Self::Xlsx | Self::Ods | Self::Pdf | Self::Zip)
    }

    /// Returns the name by which people know it. It is the same in every language.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plain => "TXT",
            Self::Markdown => "Markdown",
            Self::Html => "HTML",
            Self::Docx => "DOCX",
            Self::Odt => "ODT",
            Self::Rtf => "RTF",
            Self::Epub => "EPUB",
            Self::FictionBook => "FB2",
            Self::Csv => "CSV",
            Self::Tsv => "TSV",
            Self::Xlsx => "XLSX",
            Self::Ods => "ODS",
            Self::Json => "JSON",
            Self::JsonLines => "JSON Lines",
            Self::Srt => "SRT",
            Self::Vtt => "WebVTT",
            Self::Eml => "EML",
            Self::Zip => "ZIP",
            Self::Pdf => "PDF",
        }
    }
}

impl fmt::Display for DocumentFormat {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// A format that is not read, but named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OtherFormat {
    /// A document of Word up to 2003.
    Doc,
    /// A workbook of Excel up to 2003.
    Xls,
    /// A workbook of Excel in binary parts.
    Xlsb,
    /// A presentation, old or new.
    Presentation,
    /// A message of Outlook.
    Msg,
    /// Another file of old Office programs.
    OldOffice,
    /// A document of Pages, Numbers or Keynote.
    Iwork,
    /// A document of scanned pages.
    Djvu,
    /// A picture.
    Image,
    /// A book of Kindle.
    Kindle,
    /// PostScript.
    PostScript,
    /// A packed file that is no ZIP archive: RAR, 7z, gzip.
    Packed,
    /// Bytes of no known kind.
    Binary,
}

impl OtherFormat {
    /// All formats.
    pub const ALL: [Self; 13] = [
        Self::Doc,
        Self::Xls,
        Self::Xlsb,
        Self::Presentation,
        Self::Msg,
        Self::OldOffice,
        Self::Iwork,
        Self::Djvu,
        Self::Image,
        Self::Kindle,
        Self::PostScript,
        Self::Packed,
        Self::Binary,
    ];

    /// Returns the stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Doc => "doc",
            Self::Xls => "xls",
            Self::Xlsb => "xlsb",
            Self::Presentation => "presentation",
            Self::Msg => "msg",
            Self::OldOffice => "old-office",
            Self::Iwork => "iwork",
            Self::Djvu => "djvu",
            Self::Image => "image",
            Self::Kindle => "kindle",
            Self::PostScript => "postscript",
            Self::Packed => "packed",
            Self::Binary => "binary",
        }
    }
}
