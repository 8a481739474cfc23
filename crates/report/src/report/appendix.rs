//! A lexicon → the appendix of an article: each category with its entries by language, as written.

use super::article::{Article, Block};
use crate::message::Messages;
use tarazy_engine::{
    language::{Language, number_format::format_integer},
    lexicon::{Category, CategoryId, Entry, Lexicon},
};

/// Returns the appendix in the words of a language. Entries stand in the order of the file.
pub fn lexicon_appendix(lexicon: &Lexicon, messages: &Messages) -> Article {
    let language = messages.language();
    let title = lexicon.title.get(language).to_owned();
    let heading = messages.format("appendix-heading", &[("title", title.into())]);
    let mut blocks = vec![Block::Heading { level: 1, text: heading.clone() }];
    let description = lexicon.description.get(language);
    if !description.is_empty() {
        blocks.push(Block::Paragraph { lead: String::new(), text: description.to_owned() });
    }
    for (at, category) in (0..).zip(&lexicon.categories) {
        blocks.extend(category_blocks(lexicon, CategoryId(at), category, messages));
    }
    Article { language, title: heading, blocks, provenance: provenance(lexicon, messages) }
}

/// The title of a category, or its path where it has none.
pub(super) fn category_title(category: &Category, language: Language) -> &str {
    let title = category.title.get(language);
    if title.is_empty() { &category.path } else { title }
}

/// The name of the language of an entry.
pub(super) fn language_name(language: Option<Language>, messages: &Messages) -> String {
    match language {
        Some(language) => messages.get(&format!("methods-language-{}", language.code())),
        None => messages.get("appendix-any"),
    }
}

fn category_blocks(lexicon: &Lexicon, id: CategoryId, category: &Category, messages: &Messages) -> Vec<Block> {
    let language = messages.language();
    let level = category.depth.saturating_add(1);
    let mut blocks = vec![Block::Heading { level, text: category_title(category, language).to_owned() }];
    let description = category.description.get(language);
    if !description.is_empty() {
        blocks.push(Block::Paragraph { lead: String::new(), text: description.to_owned() });
    }
    for own in Language::ALL.into_iter().map(Some).chain([None]) {
        let entries: Vec<String> =
            lexicon.entries.iter().filter(|entry| entry.category == id && entry.language == own).map(written).collect();
        if !entries.is_empty() {
            let shown = format_integer(entries.len() as u64, language);
            let lead = format!("{} ({shown}):", language_name(own, messages));
            blocks.push(Block::Paragraph { lead, text: entries.join("; ") });
        }
        let excluded = category.exclusions.iter().filter(|(language, _)| *language == own);
        let excluded: Vec<&str> = excluded.map(|(_, pattern)| pattern.text.as_str()).collect();
        if !excluded.is_empty() {
            let lead = format!("{} ({}):", messages.get("appendix-excluded"), language_name(own, messages));
            blocks.push(Block::Paragraph { lead, text: excluded.join("; ") });
        }
    }
    blocks
}

/// An entry as its author wrote it, with weight and conditions in round brackets.
fn written(entry: &Entry) -> String {
    let mut more = Vec::new();
    if entry.weight.to_bits() != 1.0_f64.to_bits() {
        more.push(format!("weight {}", entry.weight));
    }
    if !entry.conditions.is_empty() {
        more.push(entry.conditions.to_string());
    }
    if more.is_empty() { entry.pattern.text.clone() } else { format!("{} ({})", entry.pattern.text, more.join("; ")) }
}

fn provenance(lexicon: &Lexicon, messages: &Messages) -> Vec<String> {
    let values = [
        ("title", lexicon.title.get(messages.language()).into()),
        ("id", lexicon.id.as_str().into()),
        ("version", lexicon.version.as_str().into()),
        ("sha256", lexicon.sha256.as_str().into()),
    ];
    let mut lines = vec![messages.format("report-lexicon", &values)];
    if !lexicon.source.is_empty() {
        let source = lexicon.source.trim().trim_end_matches('.').to_owned();
        lines.push(messages.format("methods-lexicon-source", &[("source", source.into())]));
    }
    if !lexicon.licence.is_empty() {
        lines.push(messages.format("methods-lexicon-licence", &[("licence", lexicon.licence.as_str().into())]));
    }
    lines.push(messages.format("report-version", &[("version", super::VERSION.into())]));
    lines
}
