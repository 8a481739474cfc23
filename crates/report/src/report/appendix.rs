//! A lexicon → the appendix of an article: each category with its entries by language, as written.

use super::article::{Article, Block};
use crate::message::Messages;
use tarazy_engine::{
    language::{Language, number_format::format_integer},
    lexicon::{Category, CategoryId, Entry, Lexicon, SharedList, builtin_lists},
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
    blocks.extend(shared_blocks(lexicon, messages));
    Article { language, title: heading, blocks, provenance: provenance(lexicon, messages) }
}

/// The title of a category, or its path where it has none.
pub(super) fn category_title(category: &Category, language: Language) -> &str {
    let title = category.title.get(language);
    if title.is_empty() { &category.path } else { title }
}

/// The titles of the category with a path and of those above it: "Adaptation › Security".
pub(super) fn category_titles(lexicon: &Lexicon, path: &str, language: Language) -> String {
    let ends = path.match_indices('/').map(|(end, _)| end).chain([path.len()]);
    let titles = ends.map(|end| {
        let own = lexicon.categories.iter().find(|category| category.path == path[..end]);
        own.map_or(&path[..end], |category| category_title(category, language))
    });
    titles.collect::<Vec<_>>().join(" › ")
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
    if !category.shared_lists.is_empty() {
        let lead = format!("{}:", messages.get("appendix-shared"));
        blocks.push(Block::Paragraph { lead, text: category.shared_lists.join("; ") });
    }
    blocks
}

/// The lists of exclusions that categories name, each once.
fn shared_blocks(lexicon: &Lexicon, messages: &Messages) -> Vec<Block> {
    let is_named = |list: &&SharedList| lexicon.categories.iter().any(|own| own.shared_lists.contains(&list.id));
    let mut blocks = Vec::new();
    for list in lexicon.shared_lists.iter().chain(builtin_lists()).filter(is_named) {
        let text = format!("{}: {}", messages.get("appendix-shared"), list.id);
        blocks.push(Block::Heading { level: 2, text });
        for own in Language::ALL.into_iter().map(Some).chain([None]) {
            let patterns = list.patterns.iter().filter(|(language, _)| *language == own);
            let patterns: Vec<&str> = patterns.map(|(_, pattern)| pattern.text.as_str()).collect();
            if !patterns.is_empty() {
                let lead = format!("{}:", language_name(own, messages));
                blocks.push(Block::Paragraph { lead, text: patterns.join("; ") });
            }
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
    if entry.compounds {
        more.push("compounds".to_owned());
    }
    if more.is_empty() { entry.pattern.text.clone() } else { format!("{} ({})", entry.pattern.text, more.join("; ")) }
}

/// The line that names the lexicon with its version and hash.
pub(super) fn lexicon_line(lexicon: &Lexicon, messages: &Messages) -> String {
    let values = [
        ("title", lexicon.title.get(messages.language()).into()),
        ("id", lexicon.id.as_str().into()),
        ("version", lexicon.version.as_str().into()),
        ("sha256", lexicon.sha256.as_str().into()),
    ];
    messages.format("report-lexicon", &values)
}

fn provenance(lexicon: &Lexicon, messages: &Messages) -> Vec<String> {
    let mut lines = vec![lexicon_line(lexicon, messages)];
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
