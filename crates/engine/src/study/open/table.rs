//! Documents with their counts → the table and Table 1.

use std::cmp::Reverse;

use indexmap::IndexMap;
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::{
    document::{Document, UnexpectedLine},
    section::Section,
};
use crate::{
    compare::{Duplicate, DuplicateKind, dominant_values, keywords, special_content},
    counting::{Column, Comparison, DistinctiveWord, DocumentSummary, LanguageShare, LexiconSummary, Table1Row},
    intake::{SURE, UnexpectedKind},
    language::{Language, detection::Recognition},
    lexicon::Lexicon,
    matching::{ColumnId, columns_at},
    problem::{Argument, Problem, SourceLocation},
    settings::{LanguageChoice, Options},
    text::{Tokens, TypeId, Vocabulary, to_u32},
};

/// How many distinctive words a row of Table 1 shows.
const DISTINCTIVE_WORDS: usize = 8;

/// Makes the table; `distinctive` has the words of each document, `duplicates` which are copies. Every document must have been
/// counted; one that was not has an empty row.
pub(in crate::study) fn comparison(
    lexicon: &Lexicon,
    options: &Options,
    documents: &[Document],
    distinctive: &[Vec<DistinctiveWord>],
    duplicates: &[Duplicate],
) -> Comparison {
    let columns = columns(lexicon, options);
    let rows: Vec<DocumentSummary> = documents.iter().map(summary).collect();
    let table1 = rows
        .iter()
        .zip(distinctive)
        .map(|(row, words)| Table1Row {
            document: row.id,
            topics: special_content(&columns, row, options.table1),
            distinctive_words: words.clone(),
            dominant: dominant_values(&columns, row, options.table1),
        })
        .collect();
    Comparison {
        lexicon: lexicon_summary(lexicon),
        options: options.clone(),
        depth: lexicon.depth(),
        warnings: warnings(lexicon, documents, duplicates),
        columns,
        documents: rows,
        table1,
    }
}

pub(in crate::study) fn lexicon_summary(lexicon: &Lexicon) -> LexiconSummary {
    LexiconSummary {
        id: lexicon.id.clone(),
        title: lexicon.title.clone(),
        version: lexicon.version.clone(),
        sha256: lexicon.sha256.clone(),
        source: lexicon.source.clone(),
        licence: lexicon.licence.clone(),
        entries: to_u32(lexicon.entries.len()),
        has_weights: lexicon.has_weights(),
        changes: None,
    }
}

/// The columns as a front end sees them.
pub(in crate::study) fn columns(lexicon: &Lexicon, options: &Options) -> Vec<Column> {
    let (columns, _) = columns_at(lexicon, options.levels());
    let seen = columns.into_iter().zip(0..).filter_map(|(column, id)| {
        let category = lexicon.category(column.category)?;
        Some(Column {
            id: ColumnId(id),
            path: column.path,
            title: category.title.clone(),
            name: if category.name == category.id { String::new() } else { category.name.clone() },
            kind: category.kind,
            is_merged: column.is_merged,
        })
    });
    seen.collect()
}

fn summary(document: &Document) -> DocumentSummary {
    let sizes = document.tokens.sizes();
    DocumentSummary {
        id: document.id,
        title: document.title.clone(),
        language: document.language(),
        is_language_detected: document.choice == LanguageChoice::Auto,
        writing: document.writing(),
        languages: languages(document),
        characters: sizes.characters,
        characters_without_spaces: sizes.characters_without_spaces,
        words: sizes.words,
        types: sizes.types,
        sentences: sizes.sentences,
        sha256: document.sha256.clone(),
        encoding: document.encoding,
        encoding_confidence: document.encoding_confidence,
        repairs: document.repaired.counts().to_vec(),
        is_pretokenized: document.is_pretokenized,
        cells: document.cells.clone().expect("a table is made when every text is counted"),
        metadata: document.metadata.clone(),
    }
}

/// The words of each language, the document's own first.
fn languages(document: &Document) -> Vec<LanguageShare> {
    let share = |section: &Section| {
        Some(LanguageShare { language: section.language?, words: section.tokens(document.compared()).sizes().words })
    };
    let mut shares: Vec<LanguageShare> = document.sections.iter().filter_map(share).collect();
    shares.sort_by_key(|share| Reverse((Some(share.language) == document.language(), share.words)));
    shares
}

/// Finds the words that set each document apart; the lexicon takes no section in it. Cost: one look
/// at each distinct word of each.
pub(in crate::study) fn distinctive_words(
    documents: &[Document],
    vocabulary: &Vocabulary,
) -> Vec<Vec<DistinctiveWord>> {
    let words = WordTotals::new(documents, vocabulary);
    documents.iter().map(|document| words.distinctive(document, vocabulary)).collect()
}

/// How often each word stands in all documents of a language together.
struct WordTotals {
    counts: FxHashMap<(Language, TypeId), u64>,
    words: FxHashMap<Language, u64>,
}

impl WordTotals {
    fn new(documents: &[Document], vocabulary: &Vocabulary) -> Self {
        let mut totals = Self { counts: FxHashMap::default(), words: FxHashMap::default() };
        for document in documents {
            for section in &document.sections {
                let Some(language) = section.language else { continue };
                let tokens = section.tokens(document.compared());
                *totals.words.entry(language).or_default() += tokens.sizes().words;
                for found in tokens.type_counts() {
                    let word = vocabulary.comparable_type(found.id);
                    *totals.counts.entry((language, word)).or_default() += u64::from(found.count);
                }
            }
        }
        totals
    }

    /// Words that set a document apart from what else is in its language; what it quotes in another
    /// takes no section.
    fn distinctive(&self, document: &Document, vocabulary: &Vocabulary) -> Vec<DistinctiveWord> {
        let Some(section) = document.sections.first() else { return Vec::new() };
        let Some(language) = section.language else { return Vec::new() };
        let tokens = section.tokens(document.compared());
        let own = WrittenWord::of(tokens, vocabulary).into_iter().filter(|(word, _)| {
            let form = vocabulary.form(*word);
            vocabulary.kind(*word) == crate::text::TokenKind::Word && form.chars().nth(2).is_some()
        });
        let counts = own.map(|(word, written)| {
            let all = self.counts.get(&(language, word)).copied().unwrap_or(0);
            (written.form, written.count, all - written.count)
        });
        let words = tokens.sizes().words;
        let elsewhere = self.words.get(&language).copied().unwrap_or(0) - words;
        let found = keywords(counts, words, elsewhere, DISTINCTIVE_WORDS);
        let word = |(form, count, count_elsewhere, log_likelihood): (&str, u64, u64, f64)| DistinctiveWord {
            form: form.to_owned(),
            count,
            count_elsewhere,
            log_likelihood,
        };
        found.into_iter().map(word).collect()
    }
}

/// A word of a text in its most frequent spelling, the first in the order of the letters where two
/// are equally frequent: of «ещё» twice and «еще» once, «ещё», three times.
struct WrittenWord<'vocabulary> {
    form: &'vocabulary str,
    /// How often it stands in this spelling.
    times: u32,
    /// How often it stands in all.
    count: u64,
}

impl<'vocabulary> WrittenWord<'vocabulary> {
    /// Returns the words of a text by the type as which they are compared, in the order of their
    /// first type.
    fn of(tokens: &Tokens, vocabulary: &'vocabulary Vocabulary) -> IndexMap<TypeId, Self, FxBuildHasher> {
        let mut words: IndexMap<TypeId, Self, FxBuildHasher> = IndexMap::default();
        for found in tokens.type_counts() {
            let (form, times) = (vocabulary.form(found.id), found.count);
            let word = words.entry(vocabulary.comparable_type(found.id)).or_insert(Self { form, times: 0, count: 0 });
            word.count += u64::from(times);
            if (Reverse(times), form) < (Reverse(word.times), word.form) {
                (word.form, word.times) = (form, times);
            }
        }
        words
    }
}

/// The message for a text in none of our languages, and the argument it mentions.
fn unknown_language(seen: Recognition) -> (&'static str, Option<(&'static str, &'static str)>) {
    match seen {
        Recognition::Other(language) => ("text-language-other", Some(("language", language.code()))),
        Recognition::Script(script) => ("text-language-script", Some(("script", script.code()))),
        Recognition::TooLittle | Recognition::Ours(_) | Recognition::KazakhIn(_) => ("text-language-unknown", None),
    }
}

/// What a reader should know before believing the table.
fn warnings(lexicon: &Lexicon, documents: &[Document], duplicates: &[Duplicate]) -> Vec<Problem> {
    let mut warnings = Vec::new();
    let mut duplicates = duplicates;
    for (at, document) in documents.iter().enumerate() {
        // They stand in the order of the later text.
        let (own, others) = duplicates.split_at(duplicates.partition_point(|pair| pair.later <= at));
        duplicates = others;
        warnings.extend(reading_warnings(document));
        // The characters that its encoding lacks are reported by that.
        let is_own = |own: &&UnexpectedLine| document.replaced == 0 || own.found.kind != UnexpectedKind::Lost;
        warnings
            .extend(document.unexpected.iter().filter(is_own).map(|own| own.found.problem(&document.title, own.line)));
        if document.tokens.sizes().words == 0 {
            warnings.push(warning(document, "text-without-words", Vec::new()));
            continue;
        }
        match document.language() {
            None => {
                let (code, argument) = unknown_language(document.recognised);
                let named = |(name, code): (&str, &str)| (name.to_owned(), Argument::Text(code.to_owned()));
                warnings.push(warning(document, code, argument.map(named).into_iter().collect()));
            }
            Some(language) if !lexicon.entries.iter().any(|entry| entry.language.is_none_or(|own| own == language)) => {
                let code = Argument::Text(language.code().to_owned());
                warnings.push(warning(document, "text-language-not-in-lexicon", vec![("language".to_owned(), code)]));
            }
            Some(_) => {}
        }
        let closest = own.iter().min_by(|one, other| DuplicateKind::by_closeness(&one.kind, &other.kind));
        warnings.extend(closest.map(|pair| duplicate_warning(document, &documents[pair.earlier].title, pair.kind)));
    }
    warnings
}

/// The warning that a document is a copy of an earlier one.
fn duplicate_warning(document: &Document, title: &str, kind: DuplicateKind) -> Problem {
    let title = ("title".to_owned(), Argument::Text(title.to_owned()));
    match kind {
        DuplicateKind::SameBytes => warning(document, "text-same-as", vec![title]),
        DuplicateKind::SameWords => warning(document, "text-same-words-as", vec![title]),
        DuplicateKind::NearCopy(_) => {
            let percent = ("percent".to_owned(), Argument::from(u64::from(kind.percent())));
            warning(document, "text-near-copy-of", vec![title, percent])
        }
    }
}

fn warning(document: &Document, code: &str, arguments: Vec<(String, Argument)>) -> Problem {
    let place = SourceLocation { file: Some(document.title.clone()), ..SourceLocation::default() };
    Problem { code: code.to_owned(), is_warning: true, place, arguments }
}

/// The warnings about how the bytes of a document became text.
fn reading_warnings(document: &Document) -> Vec<Problem> {
    let mut warnings = Vec::new();
    let encoding = ("encoding".to_owned(), Argument::Text(document.encoding.name().to_owned()));
    if document.encoding_confidence < SURE {
        warnings.push(warning(document, "text-encoding-guessed", vec![encoding.clone()]));
    }
    if document.replaced > 0 {
        let count = ("count".to_owned(), Argument::Number(i64::from(document.replaced)));
        let mut problem = warning(document, "text-encoding-replaced", vec![encoding, count]);
        let first = document.unexpected.iter().find(|own| own.found.kind == UnexpectedKind::Lost);
        problem.place.line = first.map(|own| own.line);
        warnings.push(problem);
    }
    warnings
}
