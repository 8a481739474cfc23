//! Pieces of an article: the methods paragraph, references, the lexicon as an appendix, a workbook.

use serde::{Deserialize, Serialize};

use super::{
    appendix::lexicon_appendix,
    article::Article,
    docx::docx,
    latex::latex,
    methods::{Methods, methods_paragraph},
    references::{ReferenceStyle, references},
    set::{cited, methods_article},
    style::TableStyle,
    xlsx::study_workbook,
};
use crate::message::Messages;
use tarazy_engine::{
    counting::{Comparison, Measure},
    language::{Language, number_format::DecimalSign},
    lexicon::Lexicon,
    study::{AskError, Needs, OpenStudy, Query},
};

/// A piece of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Piece {
    /// The methods paragraph alone, as plain text.
    Paragraph,
    /// The reference entries alone, in the style with a name: `gost`, `apa`, `bibtex` or `ris`.
    References(ReferenceStyle),
    /// The methods paragraph with the references under it.
    Methods(PieceFormat),
    /// The lexicon with all its entries.
    Appendix(PieceFormat),
    /// A workbook with all views.
    Workbook,
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

    /// Returns `true` if it is text that can be copied.
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

    /// Returns `true` if it is asked for to be saved, and not to be shown.
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

    /// Returns `true` if it is text that can be copied.
    pub const fn is_text(self) -> bool {
        match self {
            Self::Paragraph | Self::References(_) => true,
            Self::Methods(format) | Self::Appendix(format) => format.is_text(),
            Self::Workbook => false,
        }
    }
}

/// Asks for a piece of an article as a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PieceQuery {
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
    /// What was asked for.
    pub query: PieceQuery,
    /// The whole file.
    pub bytes: Vec<u8>,
}

impl Query for PieceQuery {
    type Answer = PieceFile;

    fn needs(&self, _study: &OpenStudy) -> Needs {
        Needs::Counts
    }

    fn answer(self, study: &mut OpenStudy) -> Result<PieceFile, AskError> {
        let table = study.table();
        let bytes = write_piece(&self, &table, study.lexicon());
        Ok(PieceFile { query: self, bytes })
    }
}

/// Writes a piece. The same study gives the same bytes. Cost: linear in the table and, where the
/// piece holds it, in the lexicon.
pub fn write_piece(query: &PieceQuery, table: &Comparison, lexicon: &Lexicon) -> Vec<u8> {
    let messages = &Messages::new(query.language);
    let style = TableStyle {
        has_paths: false,
        decimals: usize::from(query.decimals),
        decimal_sign: query.decimal_sign,
        is_transposed: query.is_transposed,
    };
    let PieceQuery { measure, is_weighted, .. } = *query;
    let methods = Methods { table, measure, is_weighted, has_table1: true, lexicon: Some(lexicon), style };
    match query.piece {
        Piece::Paragraph => methods_paragraph(&methods, messages).into_bytes(),
        Piece::References(style) => references(&cited(&methods, None, messages), style, messages).into_bytes(),
        Piece::Methods(format) => write_article(&methods_article(&methods, None, None, messages), format, messages),
        Piece::Appendix(format) => write_article(&lexicon_appendix(lexicon, messages), format, messages),
        Piece::Workbook => study_workbook(&methods, messages),
    }
}

/// Writes blocks of an article as a file of their own.
pub fn write_article(article: &Article, format: PieceFormat, messages: &Messages) -> Vec<u8> {
    match format {
        PieceFormat::Docx => docx(article),
        PieceFormat::Latex => latex(article, messages).into_bytes(),
        PieceFormat::Html => article.html_page().into_bytes(),
        PieceFormat::Markdown => article.markdown().into_bytes(),
    }
}
