//! A text → the repaired text, or the receipt of its repairs.

use std::path::{Path, PathBuf};

use clap::Args;
use tarazy_engine::{
    encoding::EncodingChoice,
    intake::{decode, line_at, unexpected},
    repair::{RepairKind, RepairKinds, repair},
    settings::DocumentId,
    study::DocumentReceipt,
};
use tarazy_report::{message::Messages, report};

use super::{
    Failure,
    arguments::{ReportFormat, encoding, named},
    input::read_bytes,
    output::{warn, write},
};

/// How many distinct words of each kind a receipt lists.
const RECEIPT_WORDS: usize = 1_000;

#[derive(Args)]
pub(super) struct RepairArguments {
    /// The text; standard input for -
    file: PathBuf,
    /// Print what was changed instead of the text, which is then written only to -o
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
}

/// Writes the repaired text, the receipt, or both.
pub(super) fn write_repaired(arguments: &RepairArguments, messages: &Messages) -> Result<(), Failure> {
    let repairs = arguments.without.iter().copied().fold(RepairKinds::default(), RepairKinds::without);
    let (text, receipt) = repair_file(&arguments.file, arguments.encoding, repairs, messages)?;
    if arguments.output.is_some() || !arguments.report {
        write(text, arguments.output.as_deref(), messages)?;
    }
    if !arguments.report {
        return Ok(());
    }
    let receipt = match arguments.format {
        ReportFormat::Table => report::receipt_plain(&receipt, messages),
        ReportFormat::Json => report::receipt_json(&receipt),
    };
    write(receipt, None, messages)
}

/// Returns the repaired text of a file, and its receipt; warns of what cannot be repaired.
///
/// # Errors
/// A sentence for a file that cannot be read or decoded.
fn repair_file(
    path: &Path,
    encoding: EncodingChoice,
    repairs: RepairKinds,
    messages: &Messages,
) -> Result<(String, DocumentReceipt), Failure> {
    let bytes = read_bytes(path, messages)?;
    let decoded =
        decode(bytes, encoding).map_err(|error| messages.problem(&error.problem(&path.display().to_string())))?;
    let repaired = repair(decoded.text, repairs);
    let found = unexpected(repaired.text());
    if !found.is_empty() {
        let (source, name) = (repaired.source(), path.display().to_string());
        let line = |start| line_at(&source, repaired.to_source(start));
        warn(&found.iter().map(|found| found.problem(&name, line(found.start))).collect::<Vec<_>>(), messages);
    }
    let receipt = DocumentReceipt {
        excerpt: String::new(),
        document: DocumentId(0),
        encoding: decoded.encoding,
        encoding_confidence: decoded.confidence,
        receipt: repaired.receipt(RECEIPT_WORDS),
    };
    Ok((repaired.into_text(), receipt))
}
