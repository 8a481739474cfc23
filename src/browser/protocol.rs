//! Requests and replies as bytes: postcard, the same in the page and in the worker.
//!
//! The text of a document does not pass through here: it travels as a `Blob` beside its command,
//! whose `bytes` are empty until the worker has filled them in.

use serde::{Deserialize, Serialize};
use tarazy_engine::{
    counting::Comparison,
    settings::DocumentId,
    study::{Answer, Change, ImportReport, Question, Refusal},
};
use tarazy_report::report::{PieceFile, PieceQuery};

/// What the page sends to the engine.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Command {
    /// A change of the study; answered by [`Event::Compared`], after [`Event::Refused`] where it
    /// cannot be made.
    Change(Change),
    /// A question about the study.
    Ask(Question),
    /// A piece of an article, as a file.
    Write(PieceQuery),
}

/// A command on its way to the engine.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// Counts requests from 1; replies repeat it.
    pub sequence: u32,
    /// Counts the states of the study that the page has shown; replies repeat it, and the page
    /// drops replies to states that were removed.
    pub revision: u32,
    /// What is sent.
    pub command: Command,
}

/// What the engine sends to the page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Event {
    /// Work goes on; sent for texts that take longer than a step.
    Progress {
        /// The document in work.
        document: DocumentId,
        /// Bytes done.
        done: u64,
        /// Bytes in all, those of waiting documents among them; at least 1.
        total: u64,
    },
    /// The table after the changes that waited together.
    Compared(Box<Comparison>),
    /// A lexicon in another tool's format was read.
    Imported(Box<ImportReport>),
    /// A change was not made, or a question refused.
    Refused(Refusal),
    /// The answer to a question.
    Answered(Answer),
    /// A piece of an article.
    Written(Box<PieceFile>),
}

/// An event on its way to the page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    /// The request that this answers.
    pub sequence: u32,
    /// The request's revision.
    pub revision: u32,
    /// What is sent.
    pub event: Event,
}

/// Bytes that are no message of this protocol.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a message between page and worker cannot be read")]
pub struct ProtocolError;

/// Writes a request.
///
/// # Errors
/// Only when memory runs out; postcard has no other reason for these types.
pub fn encode_request(request: &Request) -> Result<Vec<u8>, ProtocolError> {
    postcard::to_allocvec(request).map_err(|_| ProtocolError)
}

/// Reads a request.
///
/// # Errors
/// When the bytes are not one of ours.
pub fn decode_request(bytes: &[u8]) -> Result<Request, ProtocolError> {
    postcard::from_bytes(bytes).map_err(|_| ProtocolError)
}

/// Writes a reply.
///
/// # Errors
/// Only when memory runs out.
pub fn encode_reply(reply: &Reply) -> Result<Vec<u8>, ProtocolError> {
    postcard::to_allocvec(reply).map_err(|_| ProtocolError)
}

/// Reads a reply.
///
/// # Errors
/// When the bytes are not one of ours.
pub fn decode_reply(bytes: &[u8]) -> Result<Reply, ProtocolError> {
    postcard::from_bytes(bytes).map_err(|_| ProtocolError)
}

/// Puts the text of a document, read from its `Blob`, into the request that it came with.
pub fn fill(request: &mut Request, text: Vec<u8>) {
    if let Command::Change(Change::PutDocument { bytes, .. }) = &mut request.command {
        *bytes = text;
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use proptest::prelude::*;

    use super::*;
    use tarazy_engine::{
        counting::{Comparison, Measure},
        language::{Language, number_format::DecimalSign},
        lexicon::{EntryId, EntryKey, EntryPlace, FieldChange, LexiconEdit},
        matching::{ColumnId, LevelSet, Negation, Policy},
        problem::{Argument, Problem, SourceLocation},
        repair::RepairKind,
        settings::{DocumentId, LanguageChoice, LexiconSource, MetadataField, MetadataValue, Options, ReadingOptions},
        study::{
            CardQuery, CellQuery, ContextsQuery, DispersionQuery, DuplicatesQuery, LexiconDifferenceQuery, LintKind,
            LintQuery, OutlineQuery, ParallelQuery, PolicyDifferenceQuery, ProbeQuery, ReceiptQuery, SampleQuery,
            TextPageQuery, WholeTextQuery,
        },
    };
    use tarazy_report::report::{Piece, ReferenceStyle};

    fn ask(query: impl Into<Question>) -> Command {
        Command::Ask(query.into())
    }

    #[expect(clippy::too_many_lines, reason = "one line for each command")]
    fn command() -> impl Strategy<Value = Command> {
        let id = any::<u32>().prop_map(DocumentId);
        let language = prop_oneof![
            Just(LanguageChoice::Auto),
            prop::sample::select(Language::ALL.to_vec()).prop_map(LanguageChoice::Fixed),
        ];
        let reading = prop::sample::subsequence(RepairKind::ALL.to_vec(), 0..=RepairKind::ALL.len())
            .prop_map(|kinds| ReadingOptions { repairs: kinds.into_iter().collect(), ..ReadingOptions::default() });
        let policy = prop::sample::select(Policy::ALL.to_vec());
        prop_oneof![
            (
                id.clone(),
                ".*",
                prop::option::of(".*"),
                language.clone(),
                reading,
                prop::collection::vec(any::<u8>(), 0..64)
            )
                .prop_map(|(id, title, file, language, reading, bytes)| Command::Change(
                    Change::PutDocument { id, title, file, language, reading, bytes }
                )),
            id.clone().prop_map(|document| ask(ReceiptQuery { document })),
            id.clone().prop_map(|document| ask(WholeTextQuery { document })),
            id.clone().prop_map(|id| Command::Change(Change::RemoveDocument(id))),
            (id.clone(), ".*").prop_map(|(id, title)| Command::Change(Change::RenameDocument(id, title))),
            (id.clone(), ".*", any::<i32>()).prop_map(|(id, name, number)| {
                let field = |value| MetadataField { name: name.clone(), value };
                let values = [MetadataValue::Number(number.into()), MetadataValue::Text(name.clone())];
                Command::Change(Change::SetMetadata(id, values.map(field).to_vec()))
            }),
            (id.clone(), language).prop_map(|(id, language)| Command::Change(Change::SetLanguage(id, language))),
            prop::collection::vec(id.clone(), 0..5).prop_map(|order| Command::Change(Change::OrderDocuments(order))),
            (".*", ".*")
                .prop_map(|(name, text)| Command::Change(Change::SetLexicon(LexiconSource::File { name, text }))),
            (policy, prop::option::of(any::<u8>()), any::<bool>(), prop::sample::select(Negation::ALL.to_vec()))
                .prop_map(|(policy, level, case_sensitive, negation)| {
                    Command::Change(Change::SetOptions(Options {
                        policy,
                        level,
                        only_levels: LevelSet::new(level),
                        case_sensitive,
                        negation,
                        ..Options::default()
                    }))
                }),
            (id.clone(), any::<u32>())
                .prop_map(|(id, column)| ask(CellQuery { document: id, column: ColumnId(column) })),
            (prop::option::of(id.clone()), any::<u32>(), any::<u32>()).prop_map(|(document, column, offset)| {
                ask(ContextsQuery { document, offset, limit: 50, ..ContextsQuery::new(ColumnId(column)) })
            }),
            (id.clone(), any::<u32>()).prop_map(|(document, at)| ask(TextPageQuery { document, at })),
            (any::<u32>(), prop::option::of(id))
                .prop_map(|(entry, document)| ask(ProbeQuery { entry: EntryId(entry), document })),
            (".*", prop::option::of(prop::sample::select(Language::ALL.to_vec())), any::<bool>(), any::<u32>())
                .prop_map(|(search, language, only_unmatched, offset)| {
                    let closed = vec![search.clone()];
                    ask(OutlineQuery { closed, search, language, only_unmatched, offset, limit: 50 })
                }),
            (".*", ".*", any::<u32>()).prop_map(|(category, written, at)| {
                let entry = EntryPlace { category, language: None, at, written };
                let fields = vec![FieldChange { key: EntryKey::Weight, values: vec!["0.5".to_owned()] }];
                Command::Change(Change::EditLexicon(LexiconEdit::ChangeEntry { entry, fields }))
            }),
            (".*", prop::collection::vec(".*", 0..3)).prop_map(|(id, paths)| {
                let origin = Rc::new(LexiconSource::Builtin(id));
                let edits = paths.into_iter().map(LexiconEdit::RemoveCategory).collect();
                Command::Change(Change::SetLexicon(LexiconSource::Edited { origin, edits }))
            }),
            prop::collection::vec(any::<u32>().prop_map(ColumnId), 0..4)
                .prop_map(|columns| ask(DispersionQuery { columns })),
            Just(ask(CardQuery {})),
            Just(ask(DuplicatesQuery {})),
            (prop::sample::select(DecimalSign::ALL.to_vec()), any::<u8>(), any::<bool>(), any::<u32>()).prop_map(
                |(decimal_sign, decimals, is_transposed, seed)| {
                    let sample = SampleQuery { per_category: seed / 2, seed };
                    let piece =
                        if is_transposed { Piece::References(ReferenceStyle::Ris) } else { Piece::Sample(sample) };
                    let (language, measure, is_weighted) = (Language::Kazakh, Measure::Share, is_transposed);
                    Command::Write(PieceQuery {
                        piece,
                        language,
                        measure,
                        is_weighted,
                        decimals,
                        decimal_sign,
                        is_transposed,
                    })
                }
            ),
            (prop::option::of(".*"), any::<bool>(), any::<u32>()).prop_map(|(category, only_gaps, offset)| {
                ask(ParallelQuery { category, only_gaps, offset, limit: 50 })
            }),
            (
                prop::option::of(prop::sample::select(Language::ALL.to_vec())),
                prop::option::of(prop::sample::select(LintKind::ALL.to_vec())),
                any::<u32>(),
            )
                .prop_map(|(language, kind, offset)| ask(LintQuery { language, kind, offset, limit: 50 })),
            (".*", any::<u32>()).prop_map(|(id, offset)| ask(LexiconDifferenceQuery {
                before: LexiconSource::Builtin(id),
                offset,
                limit: 50,
                causes: 8
            })),
            (prop::sample::select(Policy::ALL.to_vec()), prop::option::of(any::<u32>()), any::<u32>()).prop_map(
                |(other, column, offset)| ask(PolicyDifferenceQuery {
                    other,
                    document: None,
                    column: column.map(ColumnId),
                    offset,
                    limit: 50,
                    width: 60,
                })
            ),
        ]
    }

    proptest! {
        #[test]
        fn every_request_survives_the_way(sequence: u32, revision: u32, command in command()) {
            let request = Request { sequence, revision, command };
            let bytes = encode_request(&request).expect("it fits into memory");
            prop_assert_eq!(decode_request(&bytes), Ok(request));
        }

        #[test]
        fn every_problem_survives_the_way(
            document: Option<u32>,
            file: Option<String>,
            line: Option<u32>,
            number: i64,
            text: String,
        ) {
            let problem = Problem {
                code: "text-invalid-utf8".to_owned(),
                is_warning: true,
                place: SourceLocation { file, line, column: line },
                arguments: vec![
                    ("number".to_owned(), Argument::Number(number)),
                    ("text".to_owned(), Argument::Text(text)),
                ],
            };
            let table = Comparison { warnings: vec![problem.clone()], ..Comparison::default() };
            for event in [
                Event::Refused(Refusal { document: document.map(DocumentId), problems: vec![problem] }),
                Event::Compared(Box::new(table)),
            ] {
                let reply = Reply { sequence: 1, revision: 2, event };
                let bytes = encode_reply(&reply).expect("it fits into memory");
                prop_assert_eq!(decode_reply(&bytes), Ok(reply));
            }
        }

        #[test]
        fn foreign_bytes_never_stop_the_reader(bytes: Vec<u8>) {
            let _ = decode_request(&bytes);
            let _ = decode_reply(&bytes);
        }
    }
}
