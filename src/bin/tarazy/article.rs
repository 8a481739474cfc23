//! What goes into an article: tables in every format, the methods paragraph with references, the
//! appendix.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use tarazy_engine::{
    counting::{Comparison, Measure},
    language::number_format::DecimalSign,
    lexicon::{BUILTIN_IDS, Lexicon, PatternSyntax, builtin_source, import, read_toml},
    settings::LexiconSource,
};
use tarazy_report::{
    message::Messages,
    report::{self, Article, Methods, PieceFormat, ReferenceStyle, StudyReference, TableStyle},
};

use super::{
    Failure,
    arguments::{StudyArguments, named},
    is_builtin, lexicon_source, read_bytes, write, write_bytes,
};

/// How a table is written, and where.
#[derive(Args)]
pub(super) struct ArticleOutput {
    /// How to write the result; docx and xlsx need --output
    #[arg(long, value_enum, default_value_t = ArticleFormat::Table)]
    format: ArticleFormat,
    /// Where to write it instead of standard output
    #[arg(short, long)]
    output: Option<PathBuf>,
    /// Decimals in tables
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u8).range(0..=6))]
    decimals: u8,
    /// What stands before the decimals in tables: the sign of the language, a point, a comma
    #[arg(long, default_value = "language", value_parser = named(DecimalSign::ALL, DecimalSign::name))]
    decimal_sign: DecimalSign,
    /// Make each text a column and each category a row; CSV and JSON stay as they are
    #[arg(long)]
    transpose: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ArticleFormat {
    Table,
    Csv,
    Json,
    Markdown,
    Html,
    Latex,
    Docx,
    Xlsx,
}

/// What the methods paragraph is about, and how it is written.
#[derive(Args)]
pub(super) struct MethodsArguments {
    /// What the cells of the tables show
    #[arg(long, default_value = "count", value_parser = named(Measure::ALL, Measure::name))]
    measure: Measure,
    /// The tables show weighted figures too
    #[arg(long)]
    weights: bool,
    /// text, markdown, html, latex and docx hold the paragraph and references, the others
    /// references alone
    #[arg(long, default_value = "text", value_parser = named(MethodsFormat::ALL, MethodsFormat::name))]
    format: MethodsFormat,
    /// Where to write it instead of standard output
    #[arg(short, long)]
    output: Option<PathBuf>,
    /// Title of the study, to be cited itself
    #[arg(long)]
    title: Option<String>,
    /// An author of the study as "Family, Given"; as often as there are authors
    #[arg(long, requires = "title")]
    author: Vec<String>,
    /// Year in which the study is published
    #[arg(long, requires = "title")]
    year: Option<u16>,
    /// Who publishes the study
    #[arg(long, requires = "title", default_value = "", hide_default_value = true)]
    publisher: String,
    /// DOI of the study
    #[arg(long, requires = "title", default_value = "", hide_default_value = true)]
    doi: String,
    /// Address of the study
    #[arg(long, requires = "title", default_value = "", hide_default_value = true)]
    url: String,
}

/// What is written about the methods.
#[derive(Clone, Copy)]
enum MethodsFormat {
    /// The paragraph and the references without marks.
    Plain,
    /// The paragraph and the references.
    Article(PieceFormat),
    /// The references alone.
    References(ReferenceStyle),
}

impl MethodsFormat {
    const ALL: [Self; 9] = [
        Self::Plain,
        Self::Article(PieceFormat::Markdown),
        Self::Article(PieceFormat::Html),
        Self::Article(PieceFormat::Latex),
        Self::Article(PieceFormat::Docx),
        Self::References(ReferenceStyle::Bibtex),
        Self::References(ReferenceStyle::Ris),
        Self::References(ReferenceStyle::Gost),
        Self::References(ReferenceStyle::Apa),
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Plain => "text",
            Self::Article(format) => format_name(format),
            Self::References(style) => style.name(),
        }
    }
}

/// The formats of an appendix.
const APPENDIX_FORMATS: [PieceFormat; 4] =
    [PieceFormat::Markdown, PieceFormat::Html, PieceFormat::Latex, PieceFormat::Docx];

/// Returns what a format is called on the command line.
fn format_name(format: PieceFormat) -> &'static str {
    match format {
        PieceFormat::Docx => "docx",
        PieceFormat::Latex => "latex",
        PieceFormat::Html => "html",
        PieceFormat::Markdown => "markdown",
    }
}

/// Which lexicon is written, and how.
#[derive(Args)]
pub(super) struct AppendixArguments {
    /// The lexicon in any format that Tarazy reads, or the id of a built-in one
    lexicon: String,
    /// How to write it; docx needs --output
    #[arg(long, default_value = "markdown", value_parser = named(APPENDIX_FORMATS, format_name))]
    format: PieceFormat,
    /// Where to write it instead of standard output
    #[arg(short, long)]
    output: Option<PathBuf>,
}

/// Writes the category table; `lexicon` is asked only where the file holds it.
pub(super) fn write_categories(
    table: &Comparison,
    measure: Measure,
    is_weighted: bool,
    lexicon: impl FnOnce() -> Option<Lexicon>,
    output: &ArticleOutput,
    messages: &Messages,
) -> Result<(), Failure> {
    let style = style(output);
    let lexicon = (output.format == ArticleFormat::Xlsx).then(lexicon).flatten();
    let methods = Methods { table, measure, is_weighted, has_table1: false, lexicon: lexicon.as_ref(), style };
    let text = match (output.format, is_weighted) {
        (ArticleFormat::Table, false) => report::table_grid(table, measure, style, messages).plain(),
        (ArticleFormat::Table, true) => report::weighted_table_grid(table, measure, style, messages).plain(),
        (ArticleFormat::Csv, false) => report::csv(table, measure),
        (ArticleFormat::Csv, true) => report::weighted_csv(table, measure),
        (ArticleFormat::Json, false) => report::json(table, measure),
        (ArticleFormat::Json, true) => report::weighted_json(table, measure),
        (ArticleFormat::Markdown, false) => report::markdown(table, measure, style, messages),
        (ArticleFormat::Markdown, true) => report::weighted_markdown(table, measure, style, messages),
        (ArticleFormat::Html | ArticleFormat::Latex | ArticleFormat::Docx | ArticleFormat::Xlsx, _) => {
            let article = report::category_article(&methods, 2, messages);
            return write_article(&article, &methods, output, messages);
        }
    };
    write(&text, output.output.as_deref(), messages)
}

/// Writes Table 1.
pub(super) fn write_table1(
    table: &Comparison,
    study: &StudyArguments,
    output: &ArticleOutput,
    messages: &Messages,
) -> Result<(), Failure> {
    let style = style(output);
    let lexicon = lexicon(study, messages).filter(|_| output.format == ArticleFormat::Xlsx);
    let measure = Measure::default();
    let methods = Methods { table, measure, is_weighted: false, has_table1: true, lexicon: lexicon.as_ref(), style };
    let text = match output.format {
        ArticleFormat::Table => report::table1_grid(table, style, messages).plain(),
        ArticleFormat::Csv => report::table1_csv(table, style, messages),
        ArticleFormat::Json => report::table1_json(table),
        ArticleFormat::Markdown => report::table1_markdown(table, style, messages),
        ArticleFormat::Html | ArticleFormat::Latex | ArticleFormat::Docx | ArticleFormat::Xlsx => {
            let article = report::table1_article(&methods, 1, messages);
            return write_article(&article, &methods, output, messages);
        }
    };
    write(&text, output.output.as_deref(), messages)
}

/// Writes what is a file of its own: a page, a document, a workbook with all views.
fn write_article(
    article: &Article,
    methods: &Methods<'_>,
    output: &ArticleOutput,
    messages: &Messages,
) -> Result<(), Failure> {
    let path = output.output.as_deref();
    let format = match output.format {
        ArticleFormat::Xlsx => {
            require_output("xlsx", path, messages)?;
            return write_bytes(&report::study_workbook(methods, messages), path, messages);
        }
        ArticleFormat::Docx => PieceFormat::Docx,
        ArticleFormat::Latex => PieceFormat::Latex,
        _ => PieceFormat::Html,
    };
    write_piece(article, format, path, messages)
}

/// Writes the methods paragraph and the references, or the references alone.
pub(super) fn write_methods(
    table: &Comparison,
    study: &StudyArguments,
    arguments: &MethodsArguments,
    messages: &Messages,
) -> Result<(), Failure> {
    let lexicon = lexicon(study, messages);
    let methods = Methods {
        table,
        measure: arguments.measure,
        is_weighted: arguments.weights,
        has_table1: true,
        lexicon: lexicon.as_ref(),
        style: TableStyle::default(),
    };
    let own = arguments.title.clone().map(|title| StudyReference {
        title,
        authors: arguments.author.clone(),
        year: arguments.year,
        publisher: arguments.publisher.clone(),
        doi: arguments.doi.clone(),
        url: arguments.url.clone(),
    });
    let path = arguments.output.as_deref();
    let article = || report::methods_article(&methods, own.as_ref(), None, messages);
    match arguments.format {
        MethodsFormat::Plain => write(&article().plain(), path, messages),
        MethodsFormat::Article(format) => write_piece(&article(), format, path, messages),
        MethodsFormat::References(style) => {
            let cited = report::cited(&methods, own.as_ref(), messages);
            write(&report::references(&cited, style, messages), path, messages)
        }
    }
}

/// Writes a lexicon as an appendix.
pub(super) fn write_appendix(arguments: &AppendixArguments, messages: &Messages) -> Result<(), Failure> {
    let path = arguments.output.as_deref();
    let lexicon = match lexicon_source(&arguments.lexicon, PatternSyntax::default(), messages)? {
        LexiconSource::Builtin(id) => builtin_source(&id).map(str::to_owned).ok_or_else(|| {
            let values = [("id", id.into()), ("known", BUILTIN_IDS.join(", ").into())];
            Failure::Input(vec![messages.format("lex-unknown-builtin", &values)])
        })?,
        LexiconSource::File { text, .. } => text,
        LexiconSource::Imported { .. } | LexiconSource::Edited { .. } => String::new(),
    };
    let lexicon = read_toml(&lexicon).map(|reading| reading.lexicon).map_err(|diagnostics| {
        let problems = diagnostics.iter().map(|diagnostic| diagnostic.problem(&arguments.lexicon));
        Failure::Input(problems.map(|problem| messages.problem(&problem)).collect())
    })?;
    write_piece(&report::lexicon_appendix(&lexicon, messages), arguments.format, path, messages)
}

/// Writes blocks of an article as a file of their own.
fn write_piece(
    article: &Article,
    format: PieceFormat,
    path: Option<&Path>,
    messages: &Messages,
) -> Result<(), Failure> {
    if !format.is_text() {
        require_output(format_name(format), path, messages)?;
    }
    write_bytes(&report::write_article(article, format, messages), path, messages)
}

/// Returns an error where there is no path: what is not text is not written to a terminal.
fn require_output(format: &str, path: Option<&Path>, messages: &Messages) -> Result<(), Failure> {
    match path {
        Some(_) => Ok(()),
        None => Err(Failure::Input(vec![messages.format("cli-needs-output", &[("format", format.into())])])),
    }
}

fn style(output: &ArticleOutput) -> TableStyle {
    TableStyle {
        decimals: usize::from(output.decimals),
        decimal_sign: output.decimal_sign,
        is_transposed: output.transpose,
    }
}

/// The lexicon that was counted with, once more; what there is to tell of it has been reported.
pub(super) fn lexicon(study: &StudyArguments, messages: &Messages) -> Option<Lexicon> {
    let (name, path) = (&study.lexicon, Path::new(&study.lexicon));
    if is_builtin(name) {
        return named_lexicon(name);
    }
    let bytes = read_bytes(path, messages).ok()?;
    import(name, &bytes, study.counting.pattern_syntax).ok().map(|import| import.lexicon)
}

/// A lexicon that is part of the program.
pub(super) fn named_lexicon(id: &str) -> Option<Lexicon> {
    read_toml(builtin_source(id)?).ok().map(|reading| reading.lexicon)
}
