//! The commands, and the arguments that several of them take.

use std::{
    ops::RangeInclusive,
    path::{Path, PathBuf},
};

use clap::{
    Args, Parser, Subcommand, ValueEnum,
    builder::{PossibleValue, PossibleValuesParser, TypedValueParser},
};
use tarazy_engine::{
    compare::set_table1_options,
    counting::Comparison,
    encoding::{Encoding, EncodingChoice},
    language::{Language, number_format::DecimalSign},
    lexicon::{LexiconReading, PatternSyntax, TableShape},
    matching::{Negation, Policy},
    settings::{LanguageChoice, Table1Options},
};
use tarazy_report::{
    message::Messages,
    report::{CsvStyle, Separator},
};

use super::{
    article, context, data::DataArguments, document::DocumentArguments, figure, lexicon, matching, output::is_file,
    policy, publish, recipe, repair, text,
};

/// Compares texts by the categories of a lexicon.
#[derive(Parser)]
#[command(name = "tarazy", version, arg_required_else_help = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) action: Action,
}

#[derive(Subcommand)]
pub(super) enum Action {
    /// Count the matches of each category in each text
    Count(article::CountArguments),
    /// Size, special content and dominant values of each text
    Table1(article::WriteTable1Arguments),
    /// The methods paragraph of an article with every setting named, and what to cite
    Methods(article::MethodsArguments),
    /// The matches of a category in their contexts
    Kwic(context::KwicArguments),
    /// The text of documents in any format, as it would be counted, or what was left out of it
    Text(text::TextArguments),
    /// Repair a text: old encodings and fonts, look-alike letters, words cut by line ends
    Repair(repair::RepairArguments),
    /// Work on lexicons
    Lexicon {
        #[command(subcommand)]
        action: lexicon::LexiconAction,
    },
    /// Count under two policies and list every match that counts differently
    Policies(policy::PoliciesArguments),
    /// Write how a table is made, or compare two such recipes
    Recipe {
        #[command(subcommand)]
        action: recipe::RecipeAction,
    },
    /// Write a study as one page that runs in any browser, for a journal to host
    Publish(publish::PublishArguments),
    /// Pack a study for a repository such as Zenodo or OSF, with its page, data, lexicon and
    /// metadata
    Deposit(publish::PublishArguments),
    /// Pack a study with its lexicon and texts into one project file
    Pack(publish::PackArguments),
    /// Make the table of a recipe again
    Run(recipe::RunArguments),
    /// Draw a figure to publish, as an SVG file
    Figure(figure::FigureArguments),
    /// List the entries that each form belongs to: forms on standard input, one per line
    Match(matching::MatchArguments),
}

#[derive(Args)]
pub(super) struct StudyArguments {
    /// Documents in any format that Tarazy reads (TXT, DOCX, ODT, RTF, HTML, EPUB, XLSX, CSV, ZIP …);
    /// standard input when there is none or for -
    #[arg(default_value = "-", hide_default_value = true)]
    pub(super) texts: Vec<PathBuf>,
    /// A lexicon in any format that Tarazy reads, or the id of a built-in one: values, yanitsky,
    /// fantalova
    #[arg(long, default_value = "values")]
    pub(super) lexicon: String,
    #[command(flatten)]
    pub(super) counting: CountingArguments,
}

/// How a lexicon in another tool's format is read.
#[derive(Args)]
pub(super) struct ReadingArguments {
    /// How the terms of a foreign lexicon are read
    #[arg(long, default_value = "glob", value_parser = named(PatternSyntax::ALL, PatternSyntax::name))]
    pub(super) pattern_syntax: PatternSyntax,
    /// Read the lexicon as a table in this shape, whatever it looks like. long: category, term;
    /// tidytext: term, category; wide: a category in each column; matrix: a term in each line, a
    /// category in each column; empath: a category in each line; list: terms; weights: terms and
    /// weights
    #[arg(long, value_parser = named(TableShape::ALL, TableShape::name))]
    pub(super) shape: Option<TableShape>,
}

impl ReadingArguments {
    /// Returns how the lexicon is read.
    pub(super) fn reading(&self) -> LexiconReading {
        LexiconReading { syntax: self.pattern_syntax, shape: self.shape }
    }
}

/// How texts and lexicon are read, and which matches count.
#[derive(Args)]
pub(super) struct CountingArguments {
    #[command(flatten)]
    pub(super) reading: ReadingArguments,
    /// Language of the texts
    #[arg(long, default_value = "auto", value_parser = language())]
    pub(super) lang: LanguageChoice,
    /// Which of several overlapping matches count
    #[arg(long, default_value = "longest", value_parser = named(Policy::ALL, Policy::name))]
    pub(super) policy: Policy,
    /// Merge categories below this depth into their ancestors
    #[arg(long, value_parser = clap::value_parser!(u8).range(1..=16))]
    pub(super) level: Option<u8>,
    /// Name categories by exactly these levels, with commas between them, as quanteda's levels do
    #[arg(long, value_delimiter = ',', conflicts_with = "level", value_parser = clap::value_parser!(u8).range(1..=16))]
    pub(super) levels: Vec<u8>,
    /// Distinguish upper and lower case
    #[arg(long)]
    pub(super) case_sensitive: bool,
    /// How negated matches (not free, без свободы, еркіндік жоқ) count: ignore counts them as all
    /// others
    #[arg(long, default_value = "ignore", value_parser = named(Negation::ALL, Negation::name))]
    pub(super) negation: Negation,
    /// Encoding of the texts
    #[arg(long, default_value = "auto", value_parser = encoding())]
    pub(super) encoding: EncodingChoice,
    /// Count the texts as they are given, without repairing them
    #[arg(long)]
    pub(super) no_repair: bool,
    /// Texts are one token per line; an empty line is a break that no phrase crosses
    #[arg(long)]
    pub(super) pretokenized: bool,
    #[command(flatten)]
    pub(super) documents: DocumentArguments,
    #[command(flatten)]
    pub(super) data: DataArguments,
}

/// What Table 1 names.
#[derive(Args)]
#[command(next_help_heading = "Table 1")]
pub(super) struct Table1Arguments {
    /// Rank values alone among the dominant values, without topics
    #[arg(long)]
    topics_apart: bool,
    /// Least matches per 1,000 words of a topic that is special content; 0 for no limit
    #[arg(long, default_value_t = Table1Options::default().special_rate, value_parser = number(Table1Options::RATES))]
    special_rate: u32,
    /// Least matches in the text of a topic that is special content; 1 for no limit
    #[arg(long, default_value_t = Table1Options::default().special_matches, value_parser = number(Table1Options::MATCHES))]
    special_matches: u32,
    /// Least matches on which dominant values rest; below it none is named; 1 for no limit
    #[arg(long, default_value_t = Table1Options::default().dominant_matches, value_parser = number(Table1Options::MATCHES))]
    dominant_matches: u32,
}

impl Table1Arguments {
    /// Sets what Table 1 names in a table that was counted.
    pub(super) fn set(&self, table: &mut Comparison) {
        let Self { topics_apart, special_rate, special_matches, dominant_matches } = *self;
        let options = Table1Options { topics_compete: !topics_apart, special_rate, special_matches, dominant_matches };
        set_table1_options(table, options);
    }
}

/// Returns the parser of a whole number in a range.
fn number(range: RangeInclusive<u32>) -> impl TypedValueParser<Value = u32> {
    clap::value_parser!(u32).range(i64::from(*range.start())..=i64::from(*range.end()))
}

/// The language of what is written.
#[derive(Args)]
pub(super) struct LanguageArgument {
    /// Language of headings and sentences in the result. Without it a file is in the language of
    /// its recipe or in English, and a table for the terminal in that of the environment
    #[arg(long, value_parser = named(Language::ALL, Language::code))]
    language: Option<Language>,
}

impl LanguageArgument {
    /// Returns the messages of a file, whose bytes depend on its inputs and options alone.
    pub(super) fn of_file(&self, recipe: Option<Language>) -> Messages {
        Messages::new(self.language.or(recipe).unwrap_or(FILE_LANGUAGE))
    }

    /// Returns the messages of a table for the terminal; `messages` are those of the environment.
    pub(super) fn of_terminal(&self, recipe: Option<Language>, messages: &Messages) -> Messages {
        self.language.or(recipe).map_or_else(|| messages.clone(), Messages::new)
    }
}

/// The language of files for which none was chosen.
pub(super) const FILE_LANGUAGE: Language = Language::English;

/// How CSV is written.
#[derive(Args)]
pub(super) struct CsvArguments {
    /// What stands between the fields of CSV. Without it a comma, or a semicolon where the decimal
    /// sign is a comma
    #[arg(long, value_parser = separator())]
    separator: Option<Separator>,
    /// Write CSV files without the byte order mark by which spreadsheets know UTF-8
    #[arg(long)]
    no_bom: bool,
}

impl CsvArguments {
    /// Returns how CSV is written to `output`, or to standard output. `sign` stands before
    /// decimals; by the language it is the one that fits the separator.
    pub(super) fn style(&self, sign: DecimalSign, output: Option<&Path>) -> CsvStyle {
        let has_byte_order_mark = !self.no_bom && output.is_some_and(is_file);
        CsvStyle { has_byte_order_mark, ..CsvStyle::fitting(self.separator, sign) }
    }
}

#[derive(Args)]
pub(super) struct OutputArguments {
    /// How to write the result. Without it the ending of the output decides, else a table
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Where to write it instead of standard output
    #[arg(short, long)]
    pub(super) output: Option<PathBuf>,
    /// Decimals in tables and Markdown
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u8).range(0..=6))]
    pub(super) decimals: u8,
    /// Decimal sign in CSV: that which fits the separator, a point, a comma
    #[arg(long, default_value = "language", value_parser = named(DecimalSign::ALL, DecimalSign::name))]
    decimal_sign: DecimalSign,
    #[command(flatten)]
    csv: CsvArguments,
}

impl OutputArguments {
    /// Returns how the result is written.
    pub(super) fn format(&self) -> Format {
        let by_ending = || match ending(self.output.as_deref()).as_str() {
            "csv" => Format::Csv,
            "json" => Format::Json,
            "md" | "markdown" => Format::Markdown,
            _ => Format::Table,
        };
        self.format.unwrap_or_else(by_ending)
    }

    /// Returns how CSV is written.
    pub(super) fn csv_style(&self) -> CsvStyle {
        self.csv.style(self.decimal_sign, self.output.as_deref())
    }
}

#[derive(Args)]
pub(super) struct DifferenceOutput {
    /// How to write the result. Without it the ending of the output decides, else a table
    #[arg(long, value_enum)]
    format: Option<DifferenceFormat>,
    /// Where to write it instead of standard output
    #[arg(short, long)]
    pub(super) output: Option<PathBuf>,
    #[command(flatten)]
    csv: CsvArguments,
}

impl DifferenceOutput {
    /// Returns how the result is written.
    pub(super) fn format(&self) -> DifferenceFormat {
        let by_ending = || match ending(self.output.as_deref()).as_str() {
            "csv" => DifferenceFormat::Csv,
            "json" => DifferenceFormat::Json,
            _ => DifferenceFormat::Table,
        };
        self.format.unwrap_or_else(by_ending)
    }

    /// Returns how CSV is written.
    pub(super) fn csv_style(&self) -> CsvStyle {
        self.csv.style(DecimalSign::ByLanguage, self.output.as_deref())
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Table,
    Csv,
    Json,
    Markdown,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum DifferenceFormat {
    Table,
    Csv,
    Json,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ReportFormat {
    Table,
    Json,
}

/// Returns what the name of an output ends in, in small letters.
pub(super) fn ending(output: Option<&Path>) -> String {
    output.and_then(Path::extension).unwrap_or_default().to_string_lossy().to_lowercase()
}

/// Returns a parser that turns the name of a value into the value; help and errors list the names.
pub(super) fn named<T: Copy + Send + Sync + 'static>(
    values: impl IntoIterator<Item = T>,
    name: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    let values: Vec<T> = values.into_iter().collect();
    PossibleValuesParser::new(values.iter().map(|value| name(*value))).map(move |given| {
        *values.iter().find(|value| name(**value) == given).expect("no other name passes the first parser")
    })
}

/// Returns the parser of a separator: its name, or the character itself.
fn separator() -> impl TypedValueParser<Value = Separator> {
    let names = Separator::ALL.map(Separator::name).into_iter().chain([",", ";", "\\t", "\t"]);
    PossibleValuesParser::new(names.map(|name| PossibleValue::new(name).hide(!name.starts_with(char::is_alphabetic))))
        .map(|given| match given.as_str() {
            "," | "comma" => Separator::Comma,
            ";" | "semicolon" => Separator::Semicolon,
            _ => Separator::Tab,
        })
}

/// Returns the parser of an encoding: its code, or `auto`.
pub(super) fn encoding() -> impl TypedValueParser<Value = EncodingChoice> {
    named([EncodingChoice::Auto].into_iter().chain(Encoding::ALL.map(EncodingChoice::Fixed)), |choice| match choice {
        EncodingChoice::Auto => "auto",
        EncodingChoice::Fixed(encoding) => encoding.code(),
    })
}

/// Returns the parser of the language of texts: its code, or `auto`.
fn language() -> impl TypedValueParser<Value = LanguageChoice> {
    named([LanguageChoice::Auto].into_iter().chain(Language::ALL.map(LanguageChoice::Fixed)), |choice| match choice {
        LanguageChoice::Auto => "auto",
        LanguageChoice::Fixed(language) => language.code(),
    })
}
