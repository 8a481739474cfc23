//! What may be written on the command line.

use std::path::PathBuf;

use clap::{
    Args, Parser, Subcommand, ValueEnum,
    builder::{PossibleValuesParser, TypedValueParser},
};
use tarazy_engine::{
    counting::Measure,
    encoding::{Encoding, EncodingChoice},
    language::Language,
    lexicon::{LexiconFormat, PatternSyntax},
    matching::{Negation, Policy},
    repair::RepairKind,
    settings::LanguageChoice,
};
use tarazy_report::figure::FigureKind;

use super::{article, figure, publish, recipe, workbench};

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
    Count {
        #[command(flatten)]
        study: StudyArguments,
        /// What a cell shows
        #[arg(long, default_value = "count", value_parser = named(Measure::ALL, Measure::name))]
        measure: Measure,
        /// Show weighted counts beside the counts, by the weights of the lexicon's entries
        #[arg(long)]
        weights: bool,
        #[command(flatten)]
        output: article::ArticleOutput,
    },
    /// Size, special content and dominant values of each text
    Table1 {
        #[command(flatten)]
        study: StudyArguments,
        #[command(flatten)]
        output: article::ArticleOutput,
    },
    /// The methods paragraph of an article with every setting named, and what to cite
    Methods {
        #[command(flatten)]
        study: StudyArguments,
        #[command(flatten)]
        methods: article::MethodsArguments,
    },
    /// The matches of a category in their contexts
    Kwic {
        #[command(flatten)]
        study: StudyArguments,
        /// Path of the category, as freedom or values/freedom
        #[arg(long)]
        category: String,
        /// Characters on either side
        #[arg(long, default_value_t = 60)]
        width: u32,
        #[command(flatten)]
        output: OutputArguments,
    },
    /// Repair a text: old encodings and fonts, look-alike letters, words cut by line ends
    Repair {
        /// The text; standard input for -
        file: PathBuf,
        /// Say what was changed instead of writing the text, which then only goes to -o
        #[arg(long)]
        report: bool,
        /// How to write what was changed
        #[arg(long, value_enum, default_value_t = ReportFormat::Table)]
        format: ReportFormat,
        /// Where to write the text, in UTF-8, instead of standard output
        #[arg(short, long)]
        output: Option<PathBuf>,
        /// Encoding of the text
        #[arg(long, default_value = "auto", value_parser = encoding())]
        encoding: EncodingChoice,
        /// Kinds of repair to leave out, with commas between them
        #[arg(long, value_delimiter = ',', value_parser = named(RepairKind::ALL, RepairKind::code))]
        without: Vec<RepairKind>,
    },
    /// Work on lexicons
    Lexicon {
        #[command(subcommand)]
        action: LexiconAction,
    },
    /// Count under two policies and tell every match that counts otherwise
    Policies {
        #[command(flatten)]
        study: StudyArguments,
        /// The other policy
        #[arg(long, default_value = "independent", value_parser = named(Policy::ALL, Policy::name))]
        other: Policy,
        /// Characters on either side of a match
        #[arg(long, default_value_t = 40)]
        width: u32,
        #[command(flatten)]
        output: workbench::WorkbenchOutput,
    },
    /// Write how a table is made, or tell two such recipes apart
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
    Figure {
        /// What to draw
        #[arg(value_parser = named(FigureKind::ALL, FigureKind::name))]
        kind: FigureKind,
        #[command(flatten)]
        study: StudyArguments,
        #[command(flatten)]
        figure: figure::FigureArguments,
    },
    /// Tell which entries each form belongs to: forms on standard input, one a line
    Match {
        /// Language of the entries
        #[arg(long, value_parser = named(Language::ALL, Language::code))]
        lang: Language,
        /// Entries, one a line: lemma, and after a tab its parts of speech (noun, adjective, verb,
        /// name)
        #[arg(long)]
        entries: PathBuf,
        /// Which other words compete with an entry for a form
        #[arg(long, value_enum, default_value_t = RivalsArgument::Entries)]
        rivals: RivalsArgument,
    },
}

#[derive(Subcommand)]
pub(super) enum LexiconAction {
    /// Write a lexicon as an appendix of an article: each category with its entries by language
    Appendix(article::AppendixArguments),
    /// Read a lexicon and run its tests
    Check {
        /// The lexicon, in format 1
        file: PathBuf,
    },
    /// Turn a lexicon into another format; what cannot be carried over is reported line by line
    Convert {
        /// The lexicon, in any format that Tarazy reads
        input: PathBuf,
        /// Where to write it; the ending names the format
        output: PathBuf,
        /// Read the lexicon in this format, whatever it looks like
        #[arg(long, value_parser = named(LexiconFormat::ALL, LexiconFormat::name))]
        from: Option<LexiconFormat>,
        /// How the terms of a foreign file are read
        #[arg(long, default_value = "glob", value_parser = named(PatternSyntax::ALL, PatternSyntax::name))]
        pattern_syntax: PatternSyntax,
    },
    /// Put the languages of a lexicon side by side, a concept a row: gaps, and what each language
    /// catches
    Parallel {
        /// The lexicon in any format that Tarazy reads, or the id of a built-in one: values,
        /// yanitsky, fantalova
        lexicon: String,
        /// Plain texts to look for the entries in; none to see the lexicon alone
        texts: Vec<PathBuf>,
        /// One category and its subcategories, by path
        #[arg(long)]
        category: Option<String>,
        /// Only concepts that a language lacks, and entries that name no concept
        #[arg(long)]
        gaps: bool,
        #[command(flatten)]
        counting: CountingArguments,
        #[command(flatten)]
        output: OutputArguments,
    },
    /// Tell which entries may be wrong: without a match, taken by others, doubled, too broad, too
    /// short
    Lint {
        /// The lexicon in any format that Tarazy reads, or the id of a built-in one
        lexicon: String,
        /// Plain texts to look for the entries in; standard input for -
        texts: Vec<PathBuf>,
        /// Entries of one language only
        #[arg(long, value_parser = named(Language::ALL, Language::code))]
        entries: Option<Language>,
        #[command(flatten)]
        counting: CountingArguments,
        /// How to write the result
        #[arg(long, value_enum, default_value_t = ReportFormat::Table)]
        format: ReportFormat,
        /// Where to write it instead of standard output
        #[arg(short, long)]
        output: Option<PathBuf>,
    },
    /// Tell how two lexicons differ, and which entry changes which count
    Diff {
        /// The lexicon before, or the id of a built-in one
        old: String,
        /// The lexicon after, or the id of a built-in one
        new: String,
        /// Plain texts to count with both; standard input for -
        texts: Vec<PathBuf>,
        #[command(flatten)]
        counting: CountingArguments,
        #[command(flatten)]
        output: workbench::WorkbenchOutput,
    },
}

#[derive(Args)]
pub(super) struct StudyArguments {
    /// Plain texts; standard input when there is none or for -
    pub(super) texts: Vec<PathBuf>,
    /// A lexicon in any format that Tarazy reads, or the id of a built-in one: values, yanitsky,
    /// fantalova
    #[arg(long, default_value = "values")]
    pub(super) lexicon: String,
    #[command(flatten)]
    pub(super) counting: CountingArguments,
}

/// How texts and lexicon are read, and which matches count.
#[derive(Args)]
pub(super) struct CountingArguments {
    /// How the terms of a foreign lexicon are read
    #[arg(long, default_value = "glob", value_parser = named(PatternSyntax::ALL, PatternSyntax::name))]
    pub(super) pattern_syntax: PatternSyntax,
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
    /// Compare letters as written
    #[arg(long)]
    pub(super) case_sensitive: bool,
    /// What becomes of negated matches (not free, без свободы, еркіндік жоқ): ignore counts them as
    /// all others
    #[arg(long, default_value = "ignore", value_parser = named(Negation::ALL, Negation::name))]
    pub(super) negation: Negation,
    /// Encoding of the texts
    #[arg(long, default_value = "auto", value_parser = encoding())]
    pub(super) encoding: EncodingChoice,
    /// Count the texts as they are given, without repairing them
    #[arg(long)]
    pub(super) no_repair: bool,
    /// Texts are one token a line; an empty line is a break that no phrase crosses
    #[arg(long)]
    pub(super) pretokenized: bool,
}

#[derive(Args)]
pub(super) struct OutputArguments {
    /// How to write the result
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub(super) format: Format,
    /// Where to write it instead of standard output
    #[arg(short, long)]
    pub(super) output: Option<PathBuf>,
    /// Decimals in tables and Markdown
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u8).range(0..=6))]
    pub(super) decimals: u8,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Table,
    Csv,
    Json,
    Markdown,
}

/// How a report is written that has no CSV.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ReportFormat {
    Table,
    Json,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum RivalsArgument {
    /// None: grammar alone
    Nobody,
    /// Known words of the language
    KnownWords,
    /// Known words and the other entries
    Entries,
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

/// Returns the parser of an encoding: its code, or `auto`.
fn encoding() -> impl TypedValueParser<Value = EncodingChoice> {
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
