//! A study → what goes into an article: tables in every format, the methods paragraph with
//! references, the lexicon as an appendix.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use tarazy_engine::{
    counting::Measure,
    language::{Language, number_format::DecimalSign},
};
use tarazy_report::{
    message::Messages,
    recipe::{About, check_about, check_address, check_doi},
    report::{self, Article, CsvStyle, Methods, PieceFormat, ReferenceStyle, StudyReference, TableStyle},
};

use super::{
    Failure,
    arguments::{CsvArguments, LanguageArgument, ReadingArguments, StudyArguments, Table1Arguments, ending, named},
    ended,
    input::read_lexicon,
    output::{accept, say, write},
    study::{Study, count_study},
};

#[derive(Args)]
pub(super) struct CountArguments {
    #[command(flatten)]
    study: StudyArguments,
    /// What a cell shows
    #[arg(long, default_value = "count", value_parser = named(Measure::ALL, Measure::name))]
    measure: Measure,
    /// Show weighted counts beside the counts, by the weights of the lexicon's entries
    #[arg(long)]
    weights: bool,
    #[command(flatten)]
    table1: Table1Arguments,
    #[command(flatten)]
    output: ArticleOutput,
}

#[derive(Args)]
pub(super) struct WriteTable1Arguments {
    #[command(flatten)]
    study: StudyArguments,
    #[command(flatten)]
    table1: Table1Arguments,
    #[command(flatten)]
    output: ArticleOutput,
}

/// How a table is written, and where.
#[derive(Args)]
pub(super) struct ArticleOutput {
    /// How to write the result; docx and xlsx need --output. Without it the ending of the output
    /// decides, else a table
    #[arg(long, value_enum)]
    format: Option<ArticleFormat>,
    /// Where to write it instead of standard output
    #[arg(short, long)]
    output: Option<PathBuf>,
    /// Decimals in tables
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u8).range(0..=6))]
    decimals: u8,
    /// Decimal sign: that of the language, in CSV that which fits the separator; a point; a comma
    #[arg(long, default_value = "language", value_parser = named(DecimalSign::ALL, DecimalSign::name))]
    decimal_sign: DecimalSign,
    /// Make each text a column and each category a row; CSV and JSON stay as they are
    #[arg(long)]
    transpose: bool,
    #[command(flatten)]
    csv: CsvArguments,
    #[command(flatten)]
    pub(super) language: LanguageArgument,
}

impl ArticleOutput {
    fn format(&self) -> ArticleFormat {
        let by_ending = || match ending(self.output.as_deref()).as_str() {
            "csv" => ArticleFormat::Csv,
            "json" => ArticleFormat::Json,
            "md" | "markdown" => ArticleFormat::Markdown,
            "html" | "htm" => ArticleFormat::Html,
            "tex" => ArticleFormat::Latex,
            "docx" => ArticleFormat::Docx,
            "xlsx" => ArticleFormat::Xlsx,
            _ => ArticleFormat::Table,
        };
        self.format.unwrap_or_else(by_ending)
    }

    fn csv_style(&self) -> CsvStyle {
        self.csv.style(self.decimal_sign, self.output.as_deref())
    }

    /// Returns the messages of the result: a table is for the terminal, all else is a file.
    fn messages(&self, recipe: Option<Language>, messages: &Messages) -> Messages {
        match self.format() {
            ArticleFormat::Table => self.language.of_terminal(recipe, messages),
            _ => self.language.of_file(recipe),
        }
    }
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
    #[command(flatten)]
    study: StudyArguments,
    /// What the cells of the tables show
    #[arg(long, default_value = "count", value_parser = named(Measure::ALL, Measure::name))]
    measure: Measure,
    /// The tables show weighted figures too
    #[arg(long)]
    weights: bool,
    #[command(flatten)]
    table1: Table1Arguments,
    /// text, markdown, html, latex and docx hold the paragraph and references, the others
    /// references alone
    #[arg(long, default_value = "text", value_parser = named(MethodsFormat::ALL, MethodsFormat::name))]
    format: MethodsFormat,
    /// Where to write it instead of standard output
    #[arg(short, long)]
    output: Option<PathBuf>,
    #[command(flatten)]
    language: LanguageArgument,
    /// Title of the study, which is then cited too
    #[arg(long)]
    title: Option<String>,
    /// An author of the study, "Family, Given", and behind it an ORCID iD in brackets; may be given
    /// several times
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
    #[command(flatten)]
    reading: ReadingArguments,
    /// How to write it; docx needs --output
    #[arg(long, default_value = "markdown", value_parser = named(APPENDIX_FORMATS, format_name))]
    format: PieceFormat,
    /// Where to write it instead of standard output
    #[arg(short, long)]
    output: Option<PathBuf>,
    #[command(flatten)]
    language: LanguageArgument,
}

/// Counts a study and writes the table of categories.
pub(super) fn write_counts(arguments: &CountArguments, messages: &Messages) -> Result<(), Failure> {
    let mut study = count_study(&arguments.study, messages)?;
    arguments.table1.set(&mut study.table);
    let written = write_categories(&study, arguments.measure, arguments.weights, &arguments.output, None, messages);
    ended(written, study.has_refused)
}

/// Writes the table of categories; `language` is that of a recipe.
pub(super) fn write_categories(
    study: &Study,
    measure: Measure,
    is_weighted: bool,
    output: &ArticleOutput,
    language: Option<Language>,
    messages: &Messages,
) -> Result<(), Failure> {
    let (table, style, csv) = (&study.table, style(output), output.csv_style());
    if let Some(note) = report::signs_note(table, measure, messages) {
        say(&note);
    }
    let written = &output.messages(language, messages);
    let lexicon = (output.format() == ArticleFormat::Xlsx).then(|| study.lexicon());
    let methods = Methods { table, measure, is_weighted, has_table1: false, lexicon: lexicon.as_ref(), style };
    let text = match (output.format(), is_weighted) {
        (ArticleFormat::Table, false) => report::table_grid(table, measure, style, written).plain(),
        (ArticleFormat::Table, true) => report::weighted_table_grid(table, measure, style, written).plain(),
        (ArticleFormat::Csv, false) => report::csv(table, measure, csv),
        (ArticleFormat::Csv, true) => report::weighted_csv(table, measure, csv),
        (ArticleFormat::Json, false) => report::json(table, measure),
        (ArticleFormat::Json, true) => report::weighted_json(table, measure),
        (ArticleFormat::Markdown, false) => report::markdown(table, measure, style, written),
        (ArticleFormat::Markdown, true) => report::weighted_markdown(table, measure, style, written),
        (ArticleFormat::Html | ArticleFormat::Latex | ArticleFormat::Docx | ArticleFormat::Xlsx, _) => {
            let article = report::category_article(&methods, 2, written);
            return write_article(&article, &methods, output, written, messages);
        }
    };
    write(text, output.output.as_deref(), messages)
}

/// Counts a study and writes Table 1.
pub(super) fn write_table1(arguments: &WriteTable1Arguments, messages: &Messages) -> Result<(), Failure> {
    let mut study = count_study(&arguments.study, messages)?;
    arguments.table1.set(&mut study.table);
    ended(write_special_content(&study, &arguments.output, messages), study.has_refused)
}

/// Writes Table 1 of a study.
fn write_special_content(study: &Study, output: &ArticleOutput, messages: &Messages) -> Result<(), Failure> {
    let written = &output.messages(None, messages);
    let (table, style) = (&study.table, style(output));
    let lexicon = (output.format() == ArticleFormat::Xlsx).then(|| study.lexicon());
    let measure = Measure::default();
    let methods = Methods { table, measure, is_weighted: false, has_table1: true, lexicon: lexicon.as_ref(), style };
    let text = match output.format() {
        ArticleFormat::Table => report::table1_grid(table, style, written).plain(),
        ArticleFormat::Csv => {
            let csv = output.csv_style();
            let decimal_sign = if csv.has_decimal_comma { DecimalSign::Comma } else { DecimalSign::Point };
            report::table1_csv(table, TableStyle { decimal_sign, ..style }, csv, written)
        }
        ArticleFormat::Json => report::table1_json(table),
        ArticleFormat::Markdown => report::table1_markdown(table, style, written),
        ArticleFormat::Html | ArticleFormat::Latex | ArticleFormat::Docx | ArticleFormat::Xlsx => {
            let article = report::table1_article(&methods, 1, written);
            return write_article(&article, &methods, output, written, messages);
        }
    };
    write(text, output.output.as_deref(), messages)
}

/// Writes a table as a file of its own: a page, a document, a workbook with all views. `written` are
/// the messages of the file.
fn write_article(
    article: &Article,
    methods: &Methods<'_>,
    output: &ArticleOutput,
    written: &Messages,
    messages: &Messages,
) -> Result<(), Failure> {
    let path = output.output.as_deref();
    let format = match output.format() {
        ArticleFormat::Xlsx => {
            require_output("xlsx", path, messages)?;
            return write(report::study_workbook(methods, written), path, messages);
        }
        ArticleFormat::Docx => PieceFormat::Docx,
        ArticleFormat::Latex => PieceFormat::Latex,
        _ => PieceFormat::Html,
    };
    write_piece(article, format, path, written, messages)
}

/// Counts a study and writes the methods paragraph and the references, or the references alone.
pub(super) fn write_methods(arguments: &MethodsArguments, messages: &Messages) -> Result<(), Failure> {
    let about = About { authors: arguments.author.clone(), year: arguments.year, ..About::default() };
    let places = [check_doi(&arguments.doi), check_address(&arguments.url)].into_iter().filter_map(Result::err);
    accept(check_about(&about).into_iter().chain(places).collect(), messages)?;
    let mut study = count_study(&arguments.study, messages)?;
    arguments.table1.set(&mut study.table);
    let methods = Methods {
        table: &study.table,
        measure: arguments.measure,
        is_weighted: arguments.weights,
        has_table1: true,
        lexicon: Some(&study.lexicon()),
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
    let written = &arguments.language.of_file(None);
    let article = || report::methods_article(&methods, own.as_ref(), None, written);
    let result = match arguments.format {
        MethodsFormat::Plain => write(article().plain(), path, messages),
        MethodsFormat::Article(format) => write_piece(&article(), format, path, written, messages),
        MethodsFormat::References(style) => {
            let cited = report::cited(&methods, own.as_ref(), written);
            write(report::references(&cited, style, written), path, messages)
        }
    };
    ended(result, study.has_refused)
}

/// Writes a lexicon as an appendix.
pub(super) fn write_appendix(arguments: &AppendixArguments, messages: &Messages) -> Result<(), Failure> {
    let path = arguments.output.as_deref();
    let lexicon = read_lexicon(&arguments.lexicon, arguments.reading.reading(), messages)?;
    let written = &arguments.language.of_file(None);
    write_piece(&report::lexicon_appendix(&lexicon, written), arguments.format, path, written, messages)
}

/// Writes blocks of an article as a file of their own.
fn write_piece(
    article: &Article,
    format: PieceFormat,
    path: Option<&Path>,
    written: &Messages,
    messages: &Messages,
) -> Result<(), Failure> {
    if !format.is_text() {
        require_output(format_name(format), path, messages)?;
    }
    write(report::write_article(article, format, written), path, messages)
}

/// Returns an error if there is no path: what is not text is not written to standard output.
fn require_output(format: &str, path: Option<&Path>, messages: &Messages) -> Result<(), Failure> {
    match path {
        Some(_) => Ok(()),
        None => Err(messages.format("cli-needs-output", &[("format", format.into())]).into()),
    }
}

/// Returns how the numbers of a table are written.
fn style(output: &ArticleOutput) -> TableStyle {
    TableStyle {
        decimals: usize::from(output.decimals),
        decimal_sign: output.decimal_sign,
        is_transposed: output.transpose,
        has_paths: output.format() == ArticleFormat::Table,
    }
}
