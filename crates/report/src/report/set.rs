//! A study → the pieces of its article: tables with numbers, the methods with references.

use super::{
    article::{Article, Block},
    grid::{Grid, table_grid, table1_grid, weighted_table_grid},
    methods::{Methods, methods_paragraph},
    provenance,
    references::{Reference, ReferenceStyle, StudyReference, references},
};
use crate::message::Messages;

/// Returns the caption of a table with its number: "1-кесте. …".
pub fn numbered_caption(number: u32, title: &str, messages: &Messages) -> String {
    messages.format("report-caption", &[("number", number.into()), ("title", title.into())])
}

/// Returns the category table as table `number` of an article.
pub fn category_article(methods: &Methods<'_>, number: u32, messages: &Messages) -> Article {
    let Methods { table, measure, style, .. } = *methods;
    let grid = if methods.is_weighted {
        weighted_table_grid(table, measure, style, messages)
    } else {
        table_grid(table, measure, style, messages)
    };
    of_grid(grid, number, methods, messages)
}

/// Returns Table 1 as table `number` of an article.
pub fn table1_article(methods: &Methods<'_>, number: u32, messages: &Messages) -> Article {
    of_grid(table1_grid(methods.table, methods.style, messages), number, methods, messages)
}

fn of_grid(grid: Grid, number: u32, methods: &Methods<'_>, messages: &Messages) -> Article {
    let caption = numbered_caption(number, &grid.title, messages);
    Article {
        language: messages.language(),
        title: caption.clone(),
        blocks: vec![Block::Table { caption, grid }],
        provenance: provenance::lines(methods.table, messages),
    }
}

/// Returns the methods paragraph with the references under it: ГОСТ in Kazakh and Russian, APA in
/// English, unless another style is asked for. Those that are files of their own, BibTeX and RIS,
/// are no part of an article.
pub fn methods_article(
    methods: &Methods<'_>,
    study: Option<&StudyReference>,
    style: Option<ReferenceStyle>,
    messages: &Messages,
) -> Article {
    let language = messages.language();
    let usual =
        if language == tarazy_engine::language::Language::English { ReferenceStyle::Apa } else { ReferenceStyle::Gost };
    let style = style.filter(|style| matches!(style, ReferenceStyle::Apa | ReferenceStyle::Gost)).unwrap_or(usual);
    let entries = cited(methods, study, messages);
    let heading = |key: &str| Block::Heading { level: 2, text: messages.get(key) };
    let paragraph = |text: &str| Block::Paragraph { lead: String::new(), text: text.to_owned() };
    let mut blocks = vec![heading("methods-heading"), paragraph(&methods_paragraph(methods, messages))];
    blocks.push(heading("references-heading"));
    blocks.extend(references(&entries, style, messages).lines().map(paragraph));
    Article {
        language,
        title: messages.get("methods-heading"),
        blocks,
        provenance: provenance::lines(methods.table, messages),
    }
}

/// What a study cites: the program, the lexicon, and the study itself where it is described.
pub fn cited(methods: &Methods<'_>, study: Option<&StudyReference>, messages: &Messages) -> Vec<Reference> {
    let mut entries =
        vec![Reference::software(), Reference::lexicon(&methods.table.lexicon, methods.lexicon, messages)];
    entries.extend(study.map(Reference::study));
    entries
}
