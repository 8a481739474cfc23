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
    report::{self, Article, Methods, ReferenceStyle, StudyReference, TableStyle},
};

use super::{
    Failure,
    arguments::{StudyArguments, named},
    is_builtin, lexicon_source, read_bytes, write_bytes,
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
    #[arg(long, default_value = "language", value_parser = named(DecimalSign::ALL.map(DecimalSign::name)))]
    decimal_sign: String,
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
    #[arg(long, default_value = "count", value_parser = named(Measure::ALL.map(Measure::name)))]
    measure: String,
    /// The tables show weighted figures too
    #[arg(long)]
    weights: bool,
    /// text, markdown, html, latex and docx hold the paragraph and references, the others
    /// references alone
    #[arg(
        long,
        default_value = "text",
        value_parser = named(["text", "markdown", "html", "latex", "docx", "bibtex", "ris", "gost", "apa"]),
    )]
    format: String,
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

/// Which lexicon is written, and how.
#[derive(Args)]
pub(super) struct AppendixArguments {
    /// The lexicon in any format that Tarazy reads, or the id of a built-in one
    lexicon: String,
    /// How to write it; docx needs --output
    #[arg(long, default_value = "markdown", value_parser = named(["markdown", "html", "latex", "docx"]))]
    format: String,
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
    write_bytes(text.as_bytes(), output.output.as_deref(), messages)
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
    write_bytes(text.as_bytes(), output.output.as_deref(), messages)
}

/// Writes what is a file of its own: a page, a document, a workbook with all views.
fn write_article(
    article: &Article,
    methods: &Methods<'_>,
    output: &ArticleOutput,
    messages: &Messages,
) -> Result<(), Failure> {
    let path = output.output.as_deref();
    let bytes = match output.format {
        ArticleFormat::Docx => report::docx(binary(article, "docx", path, messages)?),
        ArticleFormat::Xlsx => {
            binary(article, "xlsx", path, messages)?;
            report::study_workbook(methods, messages)
        }
        ArticleFormat::Latex => report::latex(article, messages).into_bytes(),
        _ => article.html_page().into_bytes(),
    };
    write_bytes(&bytes, path, messages)
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
        measure: Measure::from_name(&arguments.measure).unwrap_or(Measure::Count),
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
    if let Some(style) = ReferenceStyle::from_name(&arguments.format) {
        let cited = report::cited(&methods, own.as_ref(), messages);
        return write_bytes(report::references(&cited, style, messages).as_bytes(), path, messages);
    }
    let article = report::methods_article(&methods, own.as_ref(), None, messages);
    write_bytes(&in_format(&article, &arguments.format, path, messages)?, path, messages)
}

/// Writes a lexicon as an appendix.
pub(super) fn write_appendix(arguments: &AppendixArguments, messages: &Messages) -> Result<(), Failure> {
    let path = arguments.output.as_deref();
    let lexicon = match lexicon_source(&arguments.lexicon, PatternSyntax::default().name(), messages)? {
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
    let article = report::lexicon_appendix(&lexicon, messages);
    write_bytes(&in_format(&article, &arguments.format, path, messages)?, path, messages)
}

fn in_format(article: &Article, format: &str, path: Option<&Path>, messages: &Messages) -> Result<Vec<u8>, Failure> {
    Ok(match format {
        "docx" => report::docx(binary(article, "docx", path, messages)?),
        "latex" => report::latex(article, messages).into_bytes(),
        "html" => article.html_page().into_bytes(),
        "markdown" => article.markdown().into_bytes(),
        _ => article.plain().into_bytes(),
    })
}

/// What is not text goes into a file and never to a terminal.
fn binary<'article>(
    article: &'article Article,
    format: &str,
    path: Option<&Path>,
    messages: &Messages,
) -> Result<&'article Article, Failure> {
    match path {
        Some(_) => Ok(article),
        None => Err(Failure::Input(vec![messages.format("cli-needs-output", &[("format", format.into())])])),
    }
}

fn style(output: &ArticleOutput) -> TableStyle {
    TableStyle {
        decimals: usize::from(output.decimals),
        decimal_sign: DecimalSign::from_name(&output.decimal_sign).unwrap_or_default(),
        is_transposed: output.transpose,
    }
}

/// The lexicon that was counted with, once more; what there is to tell of it has been reported.
pub(super) fn lexicon(study: &StudyArguments, messages: &Messages) -> Option<Lexicon> {
    let (name, path) = (&study.lexicon, Path::new(&study.lexicon));
    if is_builtin(name) {
        return named_lexicon(name);
    }
    let syntax = PatternSyntax::from_name(&study.counting.pattern_syntax).unwrap_or_default();
    let bytes = read_bytes(path, messages).ok()?;
    import(name, &bytes, syntax).ok().map(|import| import.lexicon)
}

/// A lexicon that is part of the program.
pub(super) fn named_lexicon(id: &str) -> Option<Lexicon> {
    read_toml(builtin_source(id)?).ok().map(|reading| reading.lexicon)
}
