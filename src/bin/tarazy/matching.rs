//! Entries and forms → which entries each form belongs to.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

use clap::{Args, ValueEnum};
use tarazy_engine::{
    language::{Language, LemmaIndex, PartOfSpeech, PartsOfSpeech, Rivals},
    lexicon::with_line_feeds,
    text::comparable,
};
use tarazy_report::message::Messages;

use super::{Failure, arguments::named, input::read_text, output::print};

#[derive(Args)]
pub(super) struct MatchArguments {
    /// Language of the entries
    #[arg(long, value_parser = named(Language::ALL, Language::code))]
    lang: Language,
    /// Entries, one per line: lemma, and after a tab its parts of speech (noun, adjective, verb,
    /// name)
    #[arg(long)]
    entries: PathBuf,
    /// Which other words compete with an entry for a form
    #[arg(long, value_enum, default_value_t = RivalsArgument::Entries)]
    rivals: RivalsArgument,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum RivalsArgument {
    /// None: grammar alone
    Nobody,
    /// Known words of the language
    KnownWords,
    /// Known words and the other entries
    Entries,
}

/// Reads forms from standard input and writes for each, and each entry that it belongs to, the line
/// `form<TAB>entry<TAB>stem<TAB>alternation<TAB>suffixes`.
pub(super) fn write_matches(arguments: &MatchArguments, messages: &Messages) -> Result<(), Failure> {
    let rivals = match arguments.rivals {
        RivalsArgument::Nobody => Rivals::Nobody,
        RivalsArgument::KnownWords => Rivals::KnownWords,
        RivalsArgument::Entries => Rivals::Entries,
    };
    let entries = read_text(&arguments.entries, messages)?;
    let entries = with_line_feeds(entries.into());
    let mut index = LemmaIndex::new(arguments.lang.inflection());
    let mut lemmas = Vec::new();
    for (at, line) in entries.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let (lemma, names) = line.split_once('\t').unwrap_or((line, ""));
        if lemma.trim().is_empty() {
            let sentence = messages.format("cli-entry-line", &[("line", (at + 1).to_string().into())]);
            return Err(format!("{}: {sentence}", arguments.entries.display()).into());
        }
        let names = names.split('\t').next().unwrap_or("").split(',');
        let parts = names.filter_map(PartOfSpeech::from_name).fold(PartsOfSpeech::UNKNOWN, PartsOfSpeech::with);
        index.insert(&comparable(lemma.trim(), false), parts, false);
        lemmas.push(lemma.trim());
    }
    let forms = read_text(Path::new("-"), messages)?;
    print(|output| write_readings(&forms, &index, &lemmas, rivals, output), messages)
}

/// Writes the line of each entry that each form belongs to.
fn write_readings(
    forms: &str,
    index: &LemmaIndex,
    lemmas: &[&str],
    rivals: Rivals,
    output: &mut dyn Write,
) -> io::Result<()> {
    for form in forms.lines() {
        let readings = index.readings(&comparable(form.trim(), false), rivals);
        let standing = readings.iter().filter(|reading| reading.verdict.rejection(|_| false).is_none());
        for found in standing.map(|reading| &reading.found) {
            let suffixes: Vec<_> =
                found.suffixes.iter().map(|suffix| format!("{}:{}", suffix.text, suffix.gloss)).collect();
            let lemma = lemmas[found.lemma.0 as usize];
            writeln!(output, "{form}\t{lemma}\t{}\t{}\t{}", found.stem, found.alternation, suffixes.join("+"))?;
        }
    }
    Ok(())
}
