//! A request about a lexicon's file → its reply, by the readers and writers of all formats.

use super::{
    lexicon_request::{LexiconReply, LexiconRequest},
    question::lexicon_file::LexiconFile,
};
use crate::{
    lexicon::{
        Diagnostic, ImportReport, LexiconFormat, LexiconReading, ParsedLexicon, import, read_toml, with_line_feeds,
    },
    problem::Problem,
};

/// Answers a request for the bytes of a file. Cost: linear in the file.
///
/// ```
/// use tarazy_engine::{
///     lexicon::LexiconReading,
///     study::{LexiconReply, LexiconRequest, convert_lexicon},
/// };
///
/// let request = LexiconRequest::Read { name: "own.dic".to_owned(), reading: LexiconReading::default() };
/// let reply = convert_lexicon("%\n1\tерік\n%\nазат\t1\n".as_bytes(), request);
/// let LexiconReply::Read { text, report } = reply else { panic!("it is a lexicon") };
/// assert_eq!(report.format, "dic");
/// assert!(text.starts_with("format = 1"));
/// ```
pub fn convert_lexicon(bytes: &[u8], request: LexiconRequest) -> LexiconReply {
    let result = match request {
        LexiconRequest::Read { name, reading } => read(&name, bytes, reading),
        LexiconRequest::Write { name, format } => write(&name, bytes, format),
    };
    result.unwrap_or_else(LexiconReply::Refused)
}

fn read(name: &str, bytes: &[u8], reading: LexiconReading) -> Result<LexiconReply, Vec<Problem>> {
    let import = import(name, bytes, reading).map_err(|diagnostics| problems(&diagnostics, name))?;
    let report = Box::new(ImportReport::new(name, reading, &import));
    Ok(LexiconReply::Read { text: import.toml, report })
}

fn write(name: &str, bytes: &[u8], format: LexiconFormat) -> Result<LexiconReply, Vec<Problem>> {
    let text = with_line_feeds(String::from_utf8_lossy(bytes)).into_owned();
    let ParsedLexicon { lexicon, .. } = read_toml(&text).map_err(|diagnostics| problems(&diagnostics, name))?;
    Ok(LexiconReply::Written(Box::new(LexiconFile::new(lexicon, text, format))))
}

fn problems(diagnostics: &[Diagnostic], name: &str) -> Vec<Problem> {
    diagnostics.iter().map(|diagnostic| diagnostic.problem(name)).collect()
}
