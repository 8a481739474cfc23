//! A lexicon → what the coders of a sample are asked to do, with the definitions of its categories.

use super::super::{
    VERSION,
    appendix::{category_titles, lexicon_line},
    article::{Article, Block},
};
use crate::message::Messages;
use tarazy_engine::{counting::Comparison, lexicon::Lexicon};

/// Returns the instructions in the words of a language: what to judge and by what, what the
/// judgements mean, how to fill in the table, to work alone; then each category of `table` with its
/// description in the lexicon, which is all that a coder knows of it. For a category without one
/// the instructions say that its title is all there is.
pub fn coder_instructions(lexicon: &Lexicon, table: &Comparison, messages: &Messages) -> Article {
    let language = messages.language();
    let heading = |level, text| Block::Heading { level, text };
    let paragraph = |key: &str| Block::Paragraph { lead: String::new(), text: messages.get(key) };
    let section = |key: &str, paragraphs: &[&str]| {
        let paragraphs = paragraphs.iter().map(|key| paragraph(key));
        std::iter::once(heading(2, messages.get(key))).chain(paragraphs).collect::<Vec<Block>>()
    };
    let meaning = |name: &str| Block::Paragraph {
        lead: messages.get(&format!("coding-word-{name}")),
        text: messages.get(&format!("coding-meaning-{name}")),
    };
    let title = Some(lexicon.title.get(language)).filter(|title| !title.is_empty()).unwrap_or(&lexicon.id);
    let title = messages.format("coding-title", &[("title", title.into())]);
    let mut blocks = vec![heading(1, title.clone())];
    blocks.extend(section("coding-task", &["coding-task-row", "coding-task-basis"]));
    blocks.extend(section("coding-judgements", &[]));
    blocks.extend(["correct", "debatable", "wrong"].map(meaning));
    blocks.push(paragraph("coding-stance"));
    blocks.extend(section("coding-file", &["coding-file-columns", "coding-file-order", "coding-file-save"]));
    blocks.extend(section("coding-alone", &["coding-alone-why", "coding-alone-questions"]));
    blocks.extend(section("coding-categories", &[]));
    for column in &table.columns {
        blocks.push(heading(3, category_titles(lexicon, &column.path, language)));
        let category = lexicon.categories.iter().find(|category| category.path == column.path);
        let description = category.map_or("", |category| category.description.get(language)).to_owned();
        blocks.push(if description.is_empty() {
            paragraph("coding-no-definition")
        } else {
            Block::Paragraph { lead: String::new(), text: description }
        });
    }
    // Where the words come from, and how sure their author is, would influence a coder.
    let version = messages.format("report-version", &[("version", VERSION.into())]);
    Article { language, title, blocks, provenance: vec![lexicon_line(lexicon, messages), version] }
}
