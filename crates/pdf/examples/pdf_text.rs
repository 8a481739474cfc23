//! Prints the text of a PDF file as it would be counted; for measuring.
//!
//! `pdf_text FILE` prints the text after repairs, `--report` what was left out, on standard error.

use std::process::ExitCode;

use tarazy_engine::repair::{RepairKind, RepairKinds, repair};
use tarazy_pdf::{Limits, read};

fn main() -> ExitCode {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let is_report = arguments.iter().position(|argument| argument == "--report").map(|at| arguments.remove(at));
    let is_raw = arguments.iter().position(|argument| argument == "--raw").map(|at| arguments.remove(at));
    let Some(path) = arguments.first() else { return ExitCode::from(2) };
    let Ok(bytes) = std::fs::read(path) else { return ExitCode::from(2) };
    match read(&bytes, Limits::default()) {
        Ok(found) => {
            if is_report.is_some() {
                eprintln!("{:#?}", found.receipt);
            }
            if is_raw.is_some() {
                print!("{}", found.text);
            } else {
                // References have the letters that their authors wrote, Latin ones in Kazakh words among them.
                let kinds = RepairKinds::default().without(RepairKind::LookAlike).without(RepairKind::SimilarLetter);
                print!("{}", repair(found.text, kinds).text());
            }
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{path}: {} {error}", error.code());
            ExitCode::FAILURE
        }
    }
}
