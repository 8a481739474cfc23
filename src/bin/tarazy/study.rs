//! Texts and a lexicon from the command line → a counted study.

use std::{collections::HashSet, path::PathBuf};

use tarazy_engine::{
    counting::Comparison,
    encoding::EncodingChoice,
    lexicon::{Lexicon, read_toml},
    matching::{ColumnId, LevelSet},
    repair::RepairKinds,
    settings::{DocumentId, Options, ReadingOptions},
    study::{Change, Engine},
};
use tarazy_report::{message::Messages, recipe::Extraction};

use super::{
    Failure,
    arguments::{CountingArguments, StudyArguments},
    document::{InputText, InputTexts, read_texts},
    input::{lexicon_file, lexicon_source},
    output::{warn, warn_each},
    progress::ProgressLine,
};

/// A counted study.
pub(super) struct Study {
    pub(super) engine: Engine,
    pub(super) table: Comparison,
    /// The lexicon's file in format 1.
    pub(super) lexicon_file: String,
    /// Where the documents of the table come from, in its order.
    pub(super) origins: Vec<Origin>,
    /// Whether a text was refused while the others were counted.
    pub(super) has_refused: bool,
}

/// Where a document comes from.
pub(super) struct Origin {
    pub(super) title: String,
    pub(super) path: PathBuf,
    pub(super) reading: ReadingOptions,
    pub(super) extraction: Extraction,
}

impl Study {
    /// Returns the lexicon.
    pub(super) fn lexicon(&self) -> Lexicon {
        read_toml(&self.lexicon_file).expect("the engine has read the same file").lexicon
    }
}

/// Reads the texts and the lexicon of a call and counts.
///
/// # Errors
/// As [`count_texts`].
pub(super) fn count_study(study: &StudyArguments, messages: &Messages) -> Result<Study, Failure> {
    count_texts(&study.lexicon, &study.texts, &study.counting, messages)
}

/// Reads a lexicon and texts, which may be none, and counts; prints the warnings.
///
/// # Errors
/// Sentences for each file that cannot be read.
pub(super) fn count_texts(
    lexicon: &str,
    texts: &[PathBuf],
    counting: &CountingArguments,
    messages: &Messages,
) -> Result<Study, Failure> {
    let options = Options {
        policy: counting.policy,
        level: counting.level,
        only_levels: LevelSet::new(counting.levels.iter().copied()),
        case_sensitive: counting.case_sensitive,
        negation: counting.negation,
        ..Options::default()
    };
    let lexicon = lexicon_source(lexicon, counting.reading.reading(), messages)?;
    let read = read_texts(texts, &counting.documents, counting.encoding, counting.pretokenized, messages)?;
    let InputTexts { mut texts, has_refused } = read;
    counting.data.complete(&mut texts, counting.encoding, messages)?;
    let mut origins = Vec::with_capacity(texts.len());
    let mut changes = vec![Change::SetOptions(options), Change::SetLexicon(lexicon)];
    for (id, text) in (0..).zip(texts) {
        let InputText { title, path, name, bytes, encoding, metadata, extraction, .. } = text;
        let mut reading = reading(counting);
        if let Some(encoding) = encoding.filter(|_| reading.encoding != EncodingChoice::Auto) {
            reading.encoding = EncodingChoice::Fixed(encoding);
        }
        origins.push((DocumentId(id), Origin { title: title.clone(), path, reading, extraction }));
        let id = DocumentId(id);
        changes.push(Change::PutDocument { id, title, file: Some(name), language: counting.lang, reading, bytes });
        changes.extend((!metadata.is_empty()).then_some(Change::SetMetadata(id, metadata)));
    }
    let mut study = count(changes, counting.documents.strict, messages)?;
    let known: HashSet<DocumentId> = study.table.documents.iter().map(|row| row.id).collect();
    study.origins = origins.into_iter().filter(|(id, _)| known.contains(id)).map(|(_, origin)| origin).collect();
    study.has_refused |= has_refused;
    warn(&study.table.warnings, messages);
    Ok(study)
}

/// Returns how bytes become text.
pub(super) fn reading(counting: &CountingArguments) -> ReadingOptions {
    let repairs = if counting.no_repair { RepairKinds::NONE } else { RepairKinds::default() };
    ReadingOptions { encoding: counting.encoding, repairs, is_pretokenized: counting.pretokenized }
}

/// Applies the changes that make a study and counts it, with a line of progress on a terminal. A text
/// that is rejected stops the others only where the study is strict.
///
/// # Errors
/// A sentence for each reason why a change was rejected.
pub(super) fn count(changes: Vec<Change>, is_strict: bool, messages: &Messages) -> Result<Study, Failure> {
    let mut engine = Engine::new();
    let mut line = ProgressLine::new();
    let mut problems = Vec::new();
    let bytes = |change: &Change| match change {
        Change::PutDocument { bytes, .. } => bytes.len() as u64,
        _ => 0,
    };
    let lexicon_file = changes.iter().find_map(|change| match change {
        Change::SetLexicon(source) => lexicon_file(source),
        _ => None,
    });
    let lexicon_file = lexicon_file.unwrap_or_default().to_owned();
    let total: u64 = changes.iter().map(bytes).sum();
    let (mut done, mut texts, mut rejected) = (0, 0, 0);
    for change in changes {
        let size = bytes(&change);
        let is_text = matches!(change, Change::PutDocument { .. });
        texts += u32::from(is_text);
        match engine.begin(change) {
            Ok(_) => {
                while let Some(progress) = engine.advance() {
                    line.show(done + progress.done, total, messages);
                }
            }
            Err(rejection) if is_text && !is_strict => {
                rejected += 1;
                line.clear();
                warn_each(&rejection.problems, messages);
            }
            Err(rejection) => problems.extend(rejection.problems),
        }
        done += size;
    }
    let table = engine.table();
    line.clear();
    if !problems.is_empty() {
        return Err(Failure::of(problems, messages));
    }
    if rejected > 0 && rejected == texts {
        return Err(Failure::Input(Vec::new()));
    }
    Ok(Study { engine, table, lexicon_file, origins: Vec::new(), has_refused: rejected > 0 })
}

/// Returns the column of a category.
///
/// # Errors
/// A sentence with the paths of all categories if none has this one.
pub(super) fn column(table: &Comparison, category: &str, messages: &Messages) -> Result<ColumnId, Failure> {
    let found = table.columns.iter().find(|column| column.path == category);
    found.map(|column| column.id).ok_or_else(|| {
        let known = table.columns.iter().map(|column| column.path.as_str());
        unknown_category(table, category, known, messages)
    })
}

/// Returns the failure for a category that is none of the known ones.
pub(super) fn unknown_category<'path>(
    table: &Comparison,
    category: &str,
    known: impl Iterator<Item = &'path str>,
    messages: &Messages,
) -> Failure {
    let values = [
        ("lexicon", table.lexicon.id.clone().into()),
        ("category", category.to_owned().into()),
        ("known", known.collect::<Vec<_>>().join(", ").into()),
    ];
    messages.format("cli-unknown-category", &values).into()
}
