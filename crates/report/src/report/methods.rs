//! A study's settings → the methods paragraph of an article.
//!
//! Law: whatever setting changes a count, the paragraph changes with it. Sentences come whole from
//! the message files, and each says one thing, so that an author can take those that a journal
//! wants.

use super::{grid::table1_rules, style::TableStyle, validation::validation_methods};
use crate::{message::Messages, report::VERSION};
use tarazy_engine::{
    counting::{Comparison, DocumentSummary, Measure},
    language::{
        Language,
        kazakh::writing::Writing,
        number_format::{format_integer, integer_with},
    },
    lexicon::Lexicon,
    matching::{Levels, Negation},
    repair::RepairKind,
};

/// More texts than these are described by their number and sizes, not by their titles.
const MOST_TITLES: usize = 12;

/// What a methods paragraph is about.
#[derive(Debug, Clone, Copy)]
pub struct Methods<'study> {
    /// The table.
    pub table: &'study Comparison,
    /// What its cells show.
    pub measure: Measure,
    /// Whether weighted figures are shown too.
    pub is_weighted: bool,
    /// Whether Table 1 is shown too.
    pub has_table1: bool,
    /// The lexicon itself, where it is at hand: it may have words of negation of its own, and
    /// judgements on its matches.
    pub lexicon: Option<&'study Lexicon>,
    /// How numbers are written.
    pub style: TableStyle,
}

/// Returns the sentences of the paragraph.
pub fn methods_sentences(methods: &Methods<'_>, messages: &Messages) -> Vec<String> {
    let Methods { table, .. } = methods;
    let options = &table.options;
    let mut sentences = vec![messages.format("methods-program", &[("version", VERSION.into())])];
    sentences.extend(texts(methods, messages));
    let languages = languages_of(table);
    sentences.extend(lexicon(table, messages));
    if let Some(lexicon) = methods.lexicon {
        sentences.extend(validation_methods(&lexicon.validations, &languages, messages));
    }
    sentences.push(levels(options.levels(), messages));
    sentences.push(messages.get(if options.case_sensitive { "methods-case-sensitive" } else { "methods-case-folded" }));
    sentences.extend(languages.iter().map(|language| messages.get(&format!("methods-words-{}", language.code()))));
    sentences.push(messages.get(&format!("methods-policy-{}", options.policy.name())));
    sentences.extend(negation(methods, &languages, messages));
    sentences.push(messages.get(&format!("methods-measure-{}", methods.measure.name())));
    if methods.is_weighted {
        sentences.push(messages.get("methods-weights"));
    }
    if methods.has_table1 {
        sentences.extend(table1_rules(options.table1, messages));
    }
    sentences.extend(repairs(table, messages));
    sentences
}

/// Returns the paragraph.
pub fn methods_paragraph(methods: &Methods<'_>, messages: &Messages) -> String {
    methods_sentences(methods, messages).join(" ")
}

/// Returns the languages of the texts of a table, those of single sentences among them, in the order
/// of [`Language::ALL`].
pub fn languages_of(table: &Comparison) -> Vec<Language> {
    let is_of = |row: &DocumentSummary, language: Language| {
        row.language == Some(language) || row.languages.iter().any(|share| share.language == language)
    };
    let is_there = |language: &Language| table.documents.iter().any(|row| is_of(row, *language));
    Language::ALL.into_iter().filter(is_there).collect()
}

fn number(
    name: &'static str,
    shown: &'static str,
    value: u64,
    methods: &Methods<'_>,
    language: Language,
) -> [(&'static str, fluent_bundle::FluentValue<'static>); 2] {
    [(name, value.into()), (shown, integer_with(methods.style.decimal_sign, value, language).into())]
}

/// How many texts there are, how large, in which languages, and who says so.
fn texts(methods: &Methods<'_>, messages: &Messages) -> Vec<String> {
    let (rows, language) = (&methods.table.documents, messages.language());
    let count = rows.len() as u64;
    let shown = |value: u64| integer_with(methods.style.decimal_sign, value, language);
    let [of, of_shown] = number("count", "shown", count, methods, language);
    let mut sentences = Vec::new();
    if rows.len() <= MOST_TITLES {
        let item = |row: &DocumentSummary| {
            let name = row
                .language
                .map_or("methods-language-unknown".to_owned(), |own| format!("methods-language-{}", own.code()));
            let [words, words_shown] = number("words", "words-shown", row.words, methods, language);
            let [characters, characters_shown] =
                number("characters", "characters-shown", row.characters, methods, language);
            let title = [("title", row.title.as_str().into()), ("language", messages.get(&name).into())];
            messages.format("methods-text", &[&title[..], &[words, words_shown, characters, characters_shown]].concat())
        };
        let list = rows.iter().map(item).collect::<Vec<_>>().join("; ");
        sentences.push(messages.format("methods-texts", &[of, of_shown, ("list", list.into())]));
    } else {
        let words = || rows.iter().map(|row| row.words);
        let characters = || rows.iter().map(|row| row.characters);
        let sizes = [
            ("least-words", words().min()),
            ("most-words", words().max()),
            ("all-words", Some(words().sum())),
            ("least-characters", characters().min()),
            ("most-characters", characters().max()),
            ("all-characters", Some(characters().sum())),
        ];
        let sizes = sizes.map(|(name, value)| (name, shown(value.expect("there are several texts")).into()));
        sentences.push(messages.format("methods-many-texts", &[&[of, of_shown][..], &sizes].concat()));
    }
    let sentence_if = |key: &str, is_meant: &dyn Fn(&DocumentSummary) -> bool| {
        let count = rows.iter().filter(|row| is_meant(row)).count() as u64;
        (count > 0).then(|| messages.format(key, &number("count", "shown", count, methods, language)))
    };
    sentences.extend(sentence_if("methods-languages-found", &|row| row.language.is_some() && row.is_language_detected));
    sentences.extend(sentence_if("methods-languages-given", &|row| !row.is_language_detected));
    sentences
        .extend(sentence_if("methods-languages-unknown", &|row| row.language.is_none() && row.is_language_detected));
    sentences.extend(sentence_if("methods-languages-mixed", &|row| row.languages.len() > 1));
    sentences.extend(sentence_if("methods-pretokenized", &|row| row.is_pretokenized));
    sentences.extend(sentence_if("methods-writings", &|row| {
        row.writing.is_some_and(|writing| writing != Writing::Cyrillic)
    }));
    sentences
}

fn lexicon(table: &Comparison, messages: &Messages) -> Vec<String> {
    let (lexicon, language) = (&table.lexicon, messages.language());
    let values = [
        ("title", lexicon.title.get(language).into()),
        ("id", lexicon.id.as_str().into()),
        ("version", lexicon.version.as_str().into()),
        ("sha256", lexicon.sha256.as_str().into()),
        ("count", lexicon.entries.into()),
        ("shown", format_integer(lexicon.entries, language).into()),
    ];
    let mut sentences = vec![messages.format("methods-lexicon", &values)];
    if !lexicon.source.is_empty() {
        let source = lexicon.source.trim().trim_end_matches('.').to_owned();
        sentences.push(messages.format("methods-lexicon-source", &[("source", source.into())]));
    }
    if !lexicon.licence.is_empty() {
        sentences.push(messages.format("methods-lexicon-licence", &[("licence", lexicon.licence.as_str().into())]));
    }
    if let Some(changes) = lexicon.changes {
        let values = [("count", changes.into()), ("shown", format_integer(changes, language).into())];
        sentences.push(messages.format("methods-lexicon-changes", &values));
    }
    sentences
}

/// The sentence on which levels of the lexicon's tree make columns.
pub(super) fn levels(levels: Levels, messages: &Messages) -> String {
    match levels {
        Levels::All => messages.get("methods-levels-all"),
        Levels::UpTo(level) => messages.format("methods-levels-up-to", &[("level", level.into())]),
        Levels::Only(set) => {
            let levels: Vec<String> =
                (1..=16).filter(|level| set.contains(*level)).map(|level| level.to_string()).collect();
            let values = [("count", levels.len().into()), ("levels", levels.join(", ").into())];
            messages.format("methods-levels-only", &values)
        }
    }
}

fn negation(methods: &Methods<'_>, languages: &[Language], messages: &Messages) -> Vec<String> {
    let mut sentences = vec![messages.get(&format!("methods-negation-{}", methods.table.options.negation.name()))];
    let (Negation::LeaveOut, Some(lexicon)) = (methods.table.options.negation, methods.lexicon) else {
        return sentences;
    };
    let is_own = |language: Language| lexicon.negation.iter().any(|own| own.language == language);
    for (key, wanted) in [("methods-negation-builtin", false), ("methods-negation-own", true)] {
        let names: Vec<String> = languages
            .iter()
            .filter(|language| is_own(**language) == wanted)
            .map(|language| messages.get(&format!("methods-language-{}", language.code())))
            .collect();
        if !names.is_empty() {
            sentences.push(messages.format(key, &[("languages", names.join(", ").into())]));
        }
    }
    sentences
}

/// What was repaired before counting, and what was seen and left as it was.
fn repairs(table: &Comparison, messages: &Messages) -> Vec<String> {
    let list = |is_applied: bool| {
        let found =
            || table.documents.iter().flat_map(|row| &row.repairs).filter(move |found| found.is_applied == is_applied);
        let kinds = RepairKind::ALL.into_iter().filter_map(|kind| {
            let count: u64 = found().filter(|found| found.kind == kind).map(|found| found.count).sum();
            let name = || messages.get(&format!("report-repair-{}", kind.code()));
            (count > 0).then(|| format!("{} ({})", name(), format_integer(count, messages.language())))
        });
        kinds.collect::<Vec<_>>().join("; ")
    };
    let sentence = |key: &str, list: String| messages.format(key, &[("list", list.into())]);
    let (applied, left) = (list(true), list(false));
    let mut sentences = vec![if applied.is_empty() {
        messages.get("methods-repairs-none")
    } else {
        sentence("methods-repairs", applied)
    }];
    if !left.is_empty() {
        sentences.push(sentence("methods-repairs-left", left));
    }
    sentences
}
