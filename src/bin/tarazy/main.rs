//! The command line of Tarazy: the same engine and the same numbers as in the page.
//!
//! Exit codes: 0 for success; 1 for bad input, with a message that names the file and the place; 2
//! for wrong usage.

use std::{ffi::OsString, process::ExitCode};

use clap::{
    Parser,
    error::{ContextKind, ContextValue, ErrorKind},
};
use tarazy_engine::{language::Language, problem::Problem};
use tarazy_report::message::Messages;

mod arguments;
mod article;
mod context;
mod data;
mod document;
mod figure;
mod input;
mod lexicon;
mod matching;
mod output;
mod policy;
mod progress;
mod publish;
mod recipe;
mod repair;
mod study;
mod text;
mod validation;

use arguments::{Action, Arguments};
use output::say;

/// Why the program ends without a result.
enum Failure {
    /// Sentences about what is wrong with the inputs.
    Input(Vec<String>),
    /// The reader of standard output closed it, which is no error.
    Closed,
    /// There is a result, but some of the inputs were refused, which standard error names.
    Refused,
}

/// How many errors of the inputs are printed; those beyond are counted.
const MOST_ERRORS: usize = 50;

impl Failure {
    /// Returns the failure that problems in the inputs cause.
    fn of(problems: impl IntoIterator<Item = Problem>, messages: &Messages) -> Self {
        let mut problems = problems.into_iter();
        let mut sentences: Vec<String> =
            problems.by_ref().take(MOST_ERRORS).map(|problem| messages.problem(&problem)).collect();
        let more = problems.count();
        let more = (more > 0).then(|| messages.format("cli-more-errors", &[("count", more.to_string().into())]));
        sentences.extend(more);
        Self::Input(sentences)
    }
}

/// Returns how a command ends that wrote its result, where inputs may have been refused.
fn ended(written: Result<(), Failure>, has_refused: bool) -> Result<(), Failure> {
    match written {
        Ok(()) | Err(Failure::Closed) if has_refused => Err(Failure::Refused),
        written => written,
    }
}

impl From<String> for Failure {
    fn from(sentence: String) -> Self {
        Self::Input(vec![sentence])
    }
}

fn main() -> ExitCode {
    let messages = Messages::new(interface_language());
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return report_usage(&error, &messages),
    };
    match run(&arguments.action, &messages) {
        Ok(()) | Err(Failure::Closed) => ExitCode::SUCCESS,
        Err(Failure::Refused) => ExitCode::from(1),
        Err(Failure::Input(sentences)) => {
            for sentence in sentences {
                say(&sentence);
            }
            ExitCode::from(1)
        }
    }
}

/// Returns the language of the environment if there are messages in it, else English.
fn interface_language() -> Language {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    let code = set.unwrap_or_default();
    Language::from_code(code.get(..2).unwrap_or("")).unwrap_or(Language::English)
}

/// Prints what is wrong with the arguments, or help or version, and returns the exit code.
fn report_usage(error: &clap::Error, messages: &Messages) -> ExitCode {
    if error.kind() == ErrorKind::UnknownArgument
        && let Some(ContextValue::String(option)) = error.get(ContextKind::InvalidArg)
    {
        say(&messages.format("cli-unknown-option", &[("option", option.clone().into())]));
        return ExitCode::from(2);
    }
    // What was typed may hold control characters, which would act on the terminal; without colours
    // they are left out.
    let is_plain = |argument: OsString| !argument.to_string_lossy().contains(char::is_control);
    if error.use_stderr() && !std::env::args_os().all(is_plain) {
        error.render().to_string().lines().filter(|line| !line.is_empty()).for_each(say);
    } else {
        let _ = error.print();
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

/// Runs a command.
fn run(action: &Action, messages: &Messages) -> Result<(), Failure> {
    match action {
        Action::Count(arguments) => article::write_counts(arguments, messages),
        Action::Table1(arguments) => article::write_table1(arguments, messages),
        Action::Methods(arguments) => article::write_methods(arguments, messages),
        Action::Kwic(arguments) => context::write_contexts(arguments, messages),
        Action::Text(arguments) => text::write_texts(arguments, messages),
        Action::Repair(arguments) => repair::write_repaired(arguments, messages),
        Action::Lexicon { action } => lexicon::run(action, messages),
        Action::Policies(arguments) => policy::write_difference(arguments, messages),
        Action::Recipe { action } => recipe::run(action, messages),
        Action::Publish(arguments) => publish::write_page(arguments, messages),
        Action::Deposit(arguments) => publish::write_deposit(arguments, messages),
        Action::Pack(arguments) => publish::write_project(arguments, messages),
        Action::Run(arguments) => recipe::write_table(arguments, messages),
        Action::Figure(arguments) => figure::write_figure(arguments, messages),
        Action::Match(arguments) => matching::write_matches(arguments, messages),
    }
}
