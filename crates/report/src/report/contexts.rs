//! Matches in context as files.

use std::collections::HashMap;

use serde_json::json;

use super::{
    article::{Article, Block},
    csv::{CsvStyle, harmless, write},
    data::DataColumns,
    field::Field,
    grid::{Grid, notes},
    markdown::{escape, escape_start},
    provenance,
    style::TableStyle,
    terminal::{columns, left, right, shown},
    xlsx::{Sheet, workbook},
};
use crate::message::Messages;
use tarazy_engine::{
    counting::Comparison,
    language::number_format::integer_with,
    settings::DocumentId,
    study::{ContextLine, ContextPage},
};

/// Returns the lines as CSV: `title`, data on the texts as in the table, `start`, `end` (bytes),
/// `paragraph` (its number in the text), `sentence` (its number in the paragraph), `left`, `match`,
/// `right`, `category`, `entry`, then where they come from: `policy`, `lexicon`, `lexicon_sha256`, `version`,
/// `negation`, `lexicon_version`, `levels`, `case_sensitive` and `text_sha256`. `table` is that of
/// the same study.
pub fn contexts_csv(lines: &[ContextLine], table: &Comparison, style: CsvStyle) -> String {
    let own = ["start", "end", "paragraph", "sentence", "left", "match", "right", "category", "entry"];
    let others = own.into_iter().chain(provenance::STUDY_COLUMNS).chain(["text_sha256"]).map(str::to_owned);
    let (title, others) = (vec!["title".to_owned()], others.collect::<Vec<_>>());
    let data = DataColumns::of(table);
    let heads = data.heads(&[&title[..], &others].concat());
    let header = [title, heads, others].concat();
    let of_text: HashMap<DocumentId, Vec<String>> =
        table.documents.iter().map(|row| (row.id, data.csv_fields(row, style))).collect();
    let no_data = vec![String::new(); data.names().count()];
    let study = provenance::study_fields(table);
    let row = |line: &ContextLine| {
        let document = table.documents.iter().find(|row| row.id == line.document);
        let title = document.map_or("", |row| row.title.as_str());
        let text = [title, &line.left, &line.node, &line.right, &line.category, &line.entry].map(harmless);
        let [title, left, node, right, category, entry] = text;
        let numbers = [line.span.start, line.span.end, line.place.paragraph, line.place.sentence];
        let own = [&numbers.map(|number| number.to_string())[..], &[left, node, right, category, entry]].concat();
        let data = of_text.get(&line.document).unwrap_or(&no_data);
        let sha256 = document.map_or_else(String::new, |row| row.sha256.clone());
        [&[title][..], data, &own, &study, &[sha256]].concat()
    };
    let rows: Vec<Vec<String>> = std::iter::once(header).chain(lines.iter().map(row)).collect();
    write(&rows, style)
}

/// Returns the lines as a JSON array of objects with the same fields, and `matched_by` for each
/// word.
pub fn contexts_json<'titles>(lines: &[ContextLine], title: impl Fn(&ContextLine) -> &'titles str) -> String {
    let object = |line: &ContextLine| {
        json!({
            "title": title(line), "start": line.span.start, "end": line.span.end, "paragraph": line.place.paragraph,
            "sentence": line.place.sentence, "left": line.left, "match": line.node, "right": line.right,
            "category": line.category, "entry": line.entry, "matched_by": line.matched_by,
        })
    };
    let objects: Vec<_> = lines.iter().map(object).collect();
    let mut text = serde_json::to_string_pretty(&objects).expect("text, numbers and lists have a JSON form");
    text.push('\n');
    text
}

/// Returns the lines for a terminal: the matches stand under each other, in square brackets, before
/// each its text's title. `width` is the least number of columns before a match.
pub fn contexts_plain<'titles>(
    lines: &[ContextLine],
    width: u32,
    title: impl Fn(&ContextLine) -> &'titles str,
) -> String {
    let fields = |line: &ContextLine| [title(line), &line.left, &line.node, &line.right].map(shown);
    let fields: Vec<[String; 4]> = lines.iter().map(fields).collect();
    let widest = |at: usize| fields.iter().map(|fields| columns(&fields[at])).max().unwrap_or(0);
    let (titles, before) = (widest(0), widest(1).max(width as usize));
    let line = |[title, context, node, after]: &[String; 4]| {
        format!("{}  {}[{node}]{after}\n", left(title, titles), right(context, before))
    };
    fields.iter().map(line).collect()
}

/// Returns the lines as a list in Markdown, the match in bold.
pub fn contexts_markdown<'titles>(lines: &[ContextLine], title: impl Fn(&ContextLine) -> &'titles str) -> String {
    let line = |line: &ContextLine| {
        let [left, node, right] = [&line.left, &line.node, &line.right].map(|text| escape(text));
        let title = escape_start(title(line));
        format!("- {title}: {left}**{node}**{right}\n")
    };
    lines.iter().map(line).collect()
}

/// Returns a page of lines as a workbook of one sheet.
pub(super) fn contexts_workbook(
    page: &ContextPage,
    table: &Comparison,
    style: TableStyle,
    messages: &Messages,
) -> Vec<u8> {
    workbook(&[Sheet { name: messages.get("contexts-sheet"), grid: contexts_grid(page, table, style, messages) }])
}

/// Returns a page of lines as an article of one table.
pub(super) fn contexts_article(
    page: &ContextPage,
    table: &Comparison,
    style: TableStyle,
    messages: &Messages,
) -> Article {
    let grid = contexts_grid(page, table, style, messages);
    Article {
        language: messages.language(),
        title: grid.title.clone(),
        blocks: vec![Block::Table { caption: grid.title.clone(), grid }],
        provenance: provenance::lines(table, messages),
    }
}

/// The lines with their places, a row each, in the words and numbers of a language. The first note
/// says how many there are.
fn contexts_grid(page: &ContextPage, table: &Comparison, style: TableStyle, messages: &Messages) -> Grid {
    let language = messages.language();
    let title_of = |path: &str| {
        let column = table.columns.iter().find(|column| column.path == path);
        column.map_or_else(|| path.to_owned(), |column| column.title.get(language).to_owned())
    };
    let data = DataColumns::of(table);
    let of_text: HashMap<DocumentId, (&str, Vec<Field>)> =
        table.documents.iter().map(|row| (row.id, (row.title.as_str(), data.fields(row, style, language)))).collect();
    let number = |number: u32| Field::number(number.to_string(), Some(f64::from(number)), 0, false);
    let row = |line: &ContextLine| {
        let (title, data) = of_text.get(&line.document).cloned().unwrap_or_default();
        let mut fields = vec![title.to_owned().into()];
        fields.extend(data);
        fields.extend([number(line.place.paragraph), number(line.place.sentence)]);
        let texts = [line.left.trim().to_owned(), line.node.clone(), line.right.trim().to_owned()];
        fields.extend(texts.into_iter().chain([title_of(&line.category), line.entry.clone()]).map(Field::from));
        fields
    };
    let own = ["paragraph", "sentence", "column-left", "column-match", "column-right"];
    let mut header = vec![messages.get("report-text")];
    header.extend(data.names());
    header.extend(own.map(|key| messages.get(&format!("contexts-{key}"))));
    header.extend(["appendix-category", "appendix-entry"].map(|key| messages.get(key)));
    let mut is_numeric = vec![false];
    is_numeric.extend(data.are_numeric());
    is_numeric.extend([true, true, false, false, false, false, false]);
    let category = table.columns.iter().find(|column| column.id == page.column);
    let category = category.map_or("", |column| column.title.get(language)).to_owned();
    let counted = |count: usize| integer_with(style.decimal_sign, count as u64, language);
    let total = messages.format(
        "contexts-lines",
        &[("shown", counted(page.lines.len()).into()), ("total", counted(page.total as usize).into())],
    );
    Grid {
        title: messages.format("contexts-title", &[("category", category.into())]),
        header,
        rows: page.lines.iter().map(row).collect(),
        is_numeric,
        notes: std::iter::once(total).chain(notes(table, None, messages)).collect(),
    }
}
