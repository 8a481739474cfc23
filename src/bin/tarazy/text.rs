//! Documents → the texts that would be counted, or what of them was left out.

use std::path::PathBuf;

use clap::Args;
use tarazy_documents::ReadDocument;
use tarazy_engine::{
    encoding::EncodingChoice,
    repair::{RepairKind, RepairKinds, repair},
};
use tarazy_report::{message::Messages, report::visible};

use super::{
    Failure,
    arguments::{LanguageArgument, encoding},
    document::{DocumentArguments, problems, read_document, refused_parts},
    ended,
    input::read_bytes,
    output::{say, warn_each, write},
};

#[derive(Args)]
pub(super) struct TextArguments {
    /// Documents in any format that Tarazy reads; standard input for -
    #[arg(required = true)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    documents: DocumentArguments,
    /// Encoding of plain texts, pages, tables and subtitles
    #[arg(long, default_value = "auto", value_parser = encoding())]
    encoding: EncodingChoice,
    /// Print what was left out of each document instead of its text
    #[arg(long)]
    report: bool,
    /// Print the texts as they are given, without repairing them
    #[arg(long)]
    no_repair: bool,
    /// Replace letters that look like those of another alphabet too, as counting does. Without it they
    /// are printed as they are written
    #[arg(long, conflicts_with = "no_repair")]
    as_counted: bool,
    /// Where to write the texts, in UTF-8, instead of standard output
    #[arg(short, long)]
    output: Option<PathBuf>,
    #[command(flatten)]
    language: LanguageArgument,
}

impl TextArguments {
    fn repairs(&self) -> RepairKinds {
        match (self.no_repair, self.as_counted) {
            (true, _) => RepairKinds::NONE,
            (_, true) => RepairKinds::default(),
            _ => RepairKinds::default().without(RepairKind::LookAlike).without(RepairKind::SimilarLetter),
        }
    }
}

/// Writes the texts of documents, a blank line between them, or the reports on them.
///
/// # Errors
/// Where the arguments are strict, sentences about the first file that cannot be read.
pub(super) fn write_texts(arguments: &TextArguments, messages: &Messages) -> Result<(), Failure> {
    let messages = &arguments.language.of_terminal(None, messages);
    let options = arguments.documents.options(arguments.encoding);
    let mut written = String::new();
    let mut has_refused = false;
    for path in &arguments.files {
        let name = path.display().to_string();
        let read = read_bytes(path, messages).and_then(|bytes| read_document(&name, bytes, &options, messages));
        let refused = match read {
            Ok(file) => {
                let refused = refused_parts(&name, &file, messages);
                for document in file.documents {
                    if arguments.report {
                        written.push_str(&report(&document, messages));
                    } else {
                        warn_each(&problems(&document, &name), messages);
                        written.push_str(repair(document.text, arguments.repairs()).into_text().trim_end());
                        written.push_str("\n\n");
                    }
                }
                refused
            }
            Err(sentence) => vec![sentence],
        };
        if arguments.documents.strict && !refused.is_empty() {
            return Err(Failure::Input(refused));
        }
        has_refused |= !refused.is_empty();
        for sentence in &refused {
            say(sentence);
        }
    }
    written.truncate(written.trim_end_matches('\n').len());
    if !written.is_empty() {
        written.push('\n');
    }
    ended(write(written, arguments.output.as_deref(), messages), has_refused)
}

/// Returns what a document was read as, and what was left out of it.
fn report(document: &ReadDocument, messages: &Messages) -> String {
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let mut lines = vec![messages.format("document-read-as", &[("format", document.format.name().into())])];
    if let Some(encoding) = document.encoding {
        lines.push(messages.format("document-encoding", &[("encoding", encoding.name().into())]));
    }
    let characters = document.text.chars().count();
    lines.push(messages.format("document-characters", &[("count", count(characters).into())]));
    let kinds: Vec<String> = document
        .left_out
        .iter()
        .map(|(kind, pieces)| {
            messages.format(&format!("document-kind-{}", kind.code()), &[("count", i64::from(pieces).into())])
        })
        .collect();
    lines.push(if kinds.is_empty() {
        messages.get("document-nothing-left-out")
    } else {
        messages.format("document-left-out", &[("kinds", kinds.join(", ").into())])
    });
    lines.extend(document.warnings.iter().map(|warning| messages.problem_sentence(&warning.problem(&document.title))));
    let title = visible(&document.title);
    format!("{title}\n{}", lines.iter().map(|line| format!("  {}\n", visible(line))).collect::<String>())
}
