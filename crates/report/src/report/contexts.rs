//! Matches in context as files.

use std::collections::HashMap;

use serde_json::json;

use super::{
    csv::{CsvStyle, harmless, write},
    data::DataColumns,
    markdown::{escape, escape_start},
    provenance,
    terminal::{columns, left, right, shown},
};
use tarazy_engine::{counting::Comparison, settings::DocumentId, study::ContextLine};

/// Returns the lines as CSV: `title`, data on the texts as in the table, `start`, `end` (bytes), `left`, `match`, `right`, `category`,
/// `entry`, then where they come from: `policy`, `lexicon`, `lexicon_sha256`, `version`,
/// `negation`, `lexicon_version`, `levels`, `case_sensitive` and `text_sha256`. `table` is that of
/// the same study.
pub fn contexts_csv(lines: &[ContextLine], table: &Comparison, style: CsvStyle) -> String {
    let own = ["start", "end", "left", "match", "right", "category", "entry"];
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
        let own = [line.span.start.to_string(), line.span.end.to_string(), left, node, right, category, entry];
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
            "title": title(line), "start": line.span.start, "end": line.span.end, "left": line.left, "match": line.node,
            "right": line.right, "category": line.category, "entry": line.entry, "matched_by": line.matched_by,
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
