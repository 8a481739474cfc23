//! Tables for figures: the sample study as it is counted, and tables of any size with any titles.

#![allow(dead_code, reason = "shared by the tests and the preview, which use different parts")]

use std::{fs, path::Path};

use tarazy_engine::{
    counting::{Column, Comparison, DocumentSummary},
    encoding::Encoding,
    lexicon::{CategoryKind, LocalText},
    matching::{Cell, ColumnId},
    settings::{DocumentId, LanguageChoice, LexiconSource, Options, ReadingOptions},
    study::{Change, DispersedDocument, DispersedSlot, Dispersion, Engine},
};

/// The Declaration in three languages, counted with the built-in values.
pub fn declaration(options: Options) -> (Engine, Comparison) {
    let texts = [
        ("Декларация, қазақша", "udhr-kaz.txt"),
        ("Декларация, орысша", "udhr-rus.txt"),
        ("Декларация, ағылшынша", "udhr-eng.txt"),
    ];
    let mut engine = Engine::new();
    let mut apply = |change| engine.apply(change).expect("lexicon and texts can be read");
    apply(Change::SetOptions(options));
    apply(Change::SetLexicon(LexiconSource::Builtin("values".to_owned())));
    for (id, (title, file)) in (0..).zip(texts) {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/samples").join(file);
        let bytes = fs::read(path).expect("the text is there");
        let (title, language) = (title.to_owned(), LanguageChoice::Auto);
        let reading = ReadingOptions::default();
        apply(Change::PutDocument { id: DocumentId(id), title, file: None, language, reading, bytes });
    }
    let table = engine.table();
    (engine, table)
}

/// A table with these titles and counts: a row a text.
pub fn table(titles: &[String], categories: &[String], counts: &[Vec<u64>]) -> Comparison {
    let column = |(id, title): (u32, &String)| Column {
        id: ColumnId(id),
        path: format!("values/{title}"),
        title: LocalText { kk: Some(title.clone()), ru: Some(title.clone()), en: Some(title.clone()) },
        name: String::new(),
        kind: CategoryKind::Value,
        is_merged: false,
    };
    Comparison {
        columns: (0..).zip(categories).map(column).collect(),
        documents: (0..).zip(titles).zip(counts).map(|((id, title), counts)| document(id, title, counts)).collect(),
        ..Comparison::default()
    }
}

/// A text with these counts, its sizes in proportion.
pub fn document(id: u32, title: &str, counts: &[u64]) -> DocumentSummary {
    DocumentSummary {
        id: DocumentId(id),
        title: title.to_owned(),
        language: None,
        is_language_detected: true,
        writing: None,
        languages: Vec::new(),
        characters: counts.iter().sum::<u64>() * 90,
        characters_without_spaces: counts.iter().sum::<u64>() * 80,
        words: counts.iter().sum::<u64>() * 12,
        types: 1,
        sentences: 1,
        sha256: "0".repeat(64),
        encoding: Encoding::Utf8,
        encoding_confidence: 1.0,
        repairs: Vec::new(),
        is_pretokenized: false,
        cells: counts.iter().copied().map(cell).collect(),
        metadata: Vec::new(),
    }
}

/// A cell of matches of one word each.
pub fn cell(count: u64) -> Cell {
    Cell {
        count,
        matches: count,
        covered_words: count,
        weighted: count as f64,
        negated: 0,
        signs: 0,
        weighted_signs: 0.0,
    }
}

/// Places for the first eight categories of a table: the counts of each cell, strewn over 5,000
/// tokens.
pub fn places(table: &Comparison) -> Dispersion {
    let columns: Vec<Column> = table.columns.iter().take(Dispersion::MOST_COLUMNS).cloned().collect();
    let documents = table.documents.iter().map(|row| {
        let slots = |column: usize| -> Vec<DispersedSlot> {
            let count = u32::try_from(row.cells[column].count).unwrap_or(u32::MAX).min(Dispersion::MOST_SLOTS);
            let slot = |at: u32| at * Dispersion::MOST_SLOTS / count.max(1);
            (0..count).map(|at| DispersedSlot { slot: slot(at), count: 1, at: slot(at) * 7 }).collect()
        };
        DispersedDocument {
            id: row.id,
            title: row.title.clone(),
            tokens: if row.words == 0 { 0 } else { 5_000 },
            slots: if row.words == 0 { 0 } else { Dispersion::MOST_SLOTS },
            rows: (0..columns.len()).map(slots).collect(),
        }
    });
    Dispersion { documents: documents.collect(), options: table.options.clone(), columns }
}
