//! Pieces of an article that are more than the table: they need the lexicon, which only the engine has at hand.
//!
//! The engine tells no sentences. It hands table and lexicon to the [`Writer`] that the front end gave it, so that the work is done
//! where the engine is, off the page.

use serde::{Deserialize, Serialize};

use crate::{counting::{Comparison, Measure}, language::{Language, number_format::DecimalSign}, lexicon::Lexicon};

/// A piece of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Piece {
    /// The methods paragraph alone, as plain text.
    Paragraph,
    /// The reference entries alone, in the style with a name: `gost`, `apa`, `bibtex` or `ris`.
    References(ReferenceFile),
    /// The methods paragraph with the references under it.
    Methods(PieceFormat),
    /// The lexicon with all its entries.
    Appendix(PieceFormat),
    /// A workbook with all views.
    Workbook,
}

/// How reference entries are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum ReferenceFile {
    /// ГОСТ Р 7.0.100–2018.
    #[default]
    Gost,
    /// APA, seventh edition.
    Apa,
    /// For BibTeX.
    Bibtex,
    /// For reference managers.
    Ris,
}

impl ReferenceFile {
    /// All of them, in the order in which the interface lists them.
    pub const ALL: [Self; 4] = [Self::Gost, Self::Apa, Self::Bibtex, Self::Ris];

    /// Returns the stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gost => "gost",
            Self::Apa => "apa",
            Self::Bibtex => "bibtex",
            Self::Ris => "ris",
        }
    }

    /// Finds it by its name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|style| style.name() == name)
    }

    /// Returns the media type of a file.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Gost | Self::Apa => "text/plain;charset=utf-8",
            Self::Bibtex => "application/x-bibtex;charset=utf-8",
            Self::Ris => "application/x-research-info-systems;charset=utf-8",
        }
    }

    /// Returns what the file's name ends in.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Gost | Self::Apa => "txt",
            Self::Bibtex => "bib",
            Self::Ris => "ris",
        }
    }
}

/// What a piece is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PieceFormat {
    /// For word processors.
    Docx,
    /// For LaTeX.
    Latex,
    /// A page.
    Html,
    /// Plain text with marks.
    Markdown,
}

impl PieceFormat {
    /// All formats, in the order in which the interface lists them.
    pub const ALL: [Self; 4] = [Self::Docx, Self::Latex, Self::Html, Self::Markdown];

    /// Returns what the format is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Docx => "DOCX",
            Self::Latex => "LaTeX",
            Self::Html => "HTML",
            Self::Markdown => "Markdown",
        }
    }

    /// Returns what the file's name ends in.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Latex => "tex",
            Self::Html => "html",
            Self::Markdown => "md",
        }
    }

    /// Returns the media type of a file.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Latex => "application/x-tex;charset=utf-8",
            Self::Html => "text/html;charset=utf-8",
            Self::Markdown => "text/markdown;charset=utf-8",
        }
    }

    /// Says whether it is text that can be copied.
    pub const fn is_text(self) -> bool {
        !matches!(self, Self::Docx)
    }
}

impl Piece {
    /// Returns the name of its file.
    pub fn file_name(self) -> String {
        match self {
            Self::Paragraph => "tarazy-methods.txt".to_owned(),
            Self::References(style) => format!("tarazy-references-{}.{}", style.name(), style.extension()),
            Self::Methods(format) => format!("tarazy-methods.{}", format.extension()),
            Self::Appendix(format) => format!("tarazy-lexicon.{}", format.extension()),
            Self::Workbook => "tarazy.xlsx".to_owned(),
        }
    }

    /// Says whether it is asked for to be saved, and not to be shown.
    pub const fn is_file(self) -> bool {
        !matches!(self, Self::Paragraph | Self::References(_))
    }

    /// Returns the media type of its file.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Paragraph => "text/plain;charset=utf-8",
            Self::References(style) => style.media_type(),
            Self::Methods(format) | Self::Appendix(format) => format.media_type(),
            Self::Workbook => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }

    /// Says whether it is text that can be copied.
    pub const fn is_text(self) -> bool {
        match self {
            Self::Paragraph | Self::References(_) => true,
            Self::Methods(format) | Self::Appendix(format) => format.is_text(),
            Self::Workbook => false,
        }
    }
}

/// Which piece is wanted, and how it is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PieceWish {
    /// Which.
    pub piece: Piece,
    /// The language of its words and numbers.
    pub language: Language,
    /// What the tables show.
    pub measure: Measure,
    /// Whether they show weighted figures too.
    pub is_weighted: bool,
    /// How many decimals numbers have.
    pub decimals: u8,
    /// What stands before them.
    pub decimal_sign: DecimalSign,
    /// Whether texts are columns.
    pub is_transposed: bool,
}

/// A piece as a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PieceFile {
    /// What was wished for.
    pub wish: PieceWish,
    /// The whole file.
    pub bytes: Vec<u8>,
}

/// Writes a piece from the table and the lexicon that it was counted with.
pub type Writer = fn(&PieceWish, &Comparison, &Lexicon) -> Vec<u8>;
