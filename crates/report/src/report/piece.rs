//! Pieces of an article: the methods paragraph, references, the lexicon as an appendix, a workbook,
//! matches in context; and what the coders of a sample get.

use serde::{Deserialize, Serialize};

use super::{
    appendix::lexicon_appendix,
    article::Article,
    coding::{coder_instructions, sample_csv},
    contexts::{contexts_article, contexts_csv, contexts_workbook},
    csv::CsvStyle,
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
    counting::Measure,
    language::{Language, number_format::DecimalSign},
    study::{AskError, ContextsQuery, Needs, OpenStudy, Query, SampleQuery},
};

/// A piece of an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    /// A sample of the matches for coders, as CSV.
    Sample(SampleQuery),
    /// What coders of a sample are asked to do.
    CoderInstructions(PieceFormat),
    /// Matches in context with their places; at most [`ContextsFormat::most_lines`] of them.
    Contexts(Box<ContextsQuery>, ContextsFormat),
}

/// What matches in context are written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ContextsFormat {
    /// For programs and spreadsheets.
    Csv,
    /// A workbook.
    Xlsx,
    /// For word processors.
    Docx,
}

impl ContextsFormat {
    /// All formats, in the order in which the interface lists them.
    pub const ALL: [Self; 3] = [Self::Csv, Self::Xlsx, Self::Docx];

    /// Returns what the format is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::Xlsx => "XLSX",
            Self::Docx => "DOCX",
        }
    }

    /// Returns what the file's name ends in.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Docx => "docx",
        }
    }

    /// Returns the media type of a file.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv",
            Self::Xlsx => WORKBOOK_TYPE,
            Self::Docx => PieceFormat::Docx.media_type(),
        }
    }

    /// Returns the most lines that a file holds. Programs are slow with larger sheets and with
    /// tables of many pages; a note of the file says how many matches there are.
    pub const fn most_lines(self) -> u32 {
        match self {
            Self::Csv => u32::MAX,
            Self::Xlsx => 200_000,
            Self::Docx => 5_000,
        }
    }
}

const WORKBOOK_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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
    pub fn file_name(&self) -> String {
        match self {
            Self::Paragraph => "tarazy-methods.txt".to_owned(),
            Self::References(style) => format!("tarazy-references-{}.{}", style.name(), style.extension()),
            Self::Methods(format) => format!("tarazy-methods.{}", format.extension()),
            Self::Appendix(format) => format!("tarazy-lexicon.{}", format.extension()),
            Self::Workbook => "tarazy.xlsx".to_owned(),
            Self::Sample(_) => "tarazy-sample.csv".to_owned(),
            Self::CoderInstructions(format) => format!("tarazy-sample-instructions.{}", format.extension()),
            Self::Contexts(_, format) => format!("tarazy-contexts.{}", format.extension()),
        }
    }

    /// Returns `true` if it is asked for to be saved, and not to be shown.
    pub const fn is_file(&self) -> bool {
        !matches!(self, Self::Paragraph | Self::References(_))
    }

    /// Returns the media type of its file.
    pub const fn media_type(&self) -> &'static str {
        match self {
            Self::Paragraph => "text/plain;charset=utf-8",
            Self::References(style) => style.media_type(),
            Self::Methods(format) | Self::Appendix(format) | Self::CoderInstructions(format) => format.media_type(),
            Self::Sample(_) => "text/csv",
            Self::Workbook => WORKBOOK_TYPE,
            Self::Contexts(_, format) => format.media_type(),
        }
    }

    /// Returns `true` if it is text that can be copied.
    pub const fn is_text(&self) -> bool {
        match self {
            Self::Paragraph | Self::References(_) | Self::Sample(_) => true,
            Self::Methods(format) | Self::Appendix(format) | Self::CoderInstructions(format) => format.is_text(),
            Self::Contexts(_, format) => matches!(format, ContextsFormat::Csv),
            Self::Workbook => false,
        }
    }
}

/// Asks for a piece of an article as a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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

    fn needs(&self, study: &OpenStudy) -> Needs {
        match &self.piece {
            Piece::Sample(query) => query.needs(study),
            Piece::Contexts(query, _) => query.needs(study),
            _ => Needs::Counts,
        }
    }

    /// The same study gives the same bytes. Cost: linear in the table and, where the piece holds
    /// it, in the lexicon; for a sample, in the matches.
    fn answer(self, study: &mut OpenStudy) -> Result<PieceFile, AskError> {
        let (table, messages) = (&study.table(), &Messages::new(self.language));
        let lexicon = study.lexicon();
        let Self { measure, is_weighted, language, .. } = self;
        let (style, csv_style) = (self.style(), self.csv_style());
        let methods = Methods { table, measure, is_weighted, has_table1: true, lexicon: Some(lexicon), style };
        let bytes = match &self.piece {
            Piece::Paragraph => methods_paragraph(&methods, messages).into_bytes(),
            Piece::References(style) => references(&cited(&methods, None, messages), *style, messages).into_bytes(),
            Piece::Methods(format) => {
                write_article(&methods_article(&methods, None, None, messages), *format, messages)
            }
            Piece::Appendix(format) => write_article(&lexicon_appendix(lexicon, messages), *format, messages),
            Piece::Workbook => study_workbook(&methods, messages),
            Piece::CoderInstructions(format) => {
                write_article(&coder_instructions(lexicon, table, messages), *format, messages)
            }
            Piece::Sample(query) => {
                let sample = query.answer(study)?;
                sample_csv(&sample, *query, table, study.lexicon(), language, csv_style).into_bytes()
            }
            Piece::Contexts(query, format) => {
                let limit = query.limit.min(format.most_lines());
                let page = ContextsQuery { limit, ..(**query).clone() }.answer(study)?;
                match format {
                    ContextsFormat::Csv => contexts_csv(&page.lines, table, csv_style).into_bytes(),
                    ContextsFormat::Xlsx => contexts_workbook(&page, table, style, messages),
                    ContextsFormat::Docx => docx(&contexts_article(&page, table, style, messages)),
                }
            }
        };
        Ok(PieceFile { query: self, bytes })
    }
}

impl PieceQuery {
    fn style(&self) -> TableStyle {
        TableStyle {
            has_paths: false,
            decimals: usize::from(self.decimals),
            decimal_sign: self.decimal_sign,
            is_transposed: self.is_transposed,
        }
    }

    /// Returns the style that the spreadsheet of a coder expects: one in Kazakh or Russian takes
    /// semicolons for separators.
    fn csv_style(&self) -> CsvStyle {
        let sign = match (self.decimal_sign, self.language) {
            (DecimalSign::ByLanguage, Language::Kazakh | Language::Russian) => DecimalSign::Comma,
            (sign, _) => sign,
        };
        CsvStyle { has_byte_order_mark: true, ..CsvStyle::fitting(None, sign) }
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
