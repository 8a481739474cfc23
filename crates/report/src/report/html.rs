//! Tables → HTML: for the clipboard, inside a page, and as a page of its own.
//!
//! Laws: nothing that a title says is markup; a page loads nothing and runs nothing; a spreadsheet
//! that is given a table computes nothing.

use super::{
    clean::markup,
    csv::{harmless, is_formula},
    field::Value,
    grid::Grid,
};
use tarazy_engine::language::Language;

/// What the copied table looks like: word processors keep what stands at each cell, and no style
/// sheet.
const CELL: &str = "border:1px solid #888;padding:2px 6px;vertical-align:top";
/// How a cell is marked as text for spreadsheets, whatever it looks like.
const TEXT: &str = "mso-number-format:'\\@'";

const STYLE: &str = "body{font-family:'Times New Roman',Times,serif;margin:2rem;color:#000;background:#fff}\
table{border-collapse:collapse;border-top:1.5px solid;border-bottom:1.5px solid;margin:0 0 .5rem}\
caption{text-align:left;padding:.25rem 0;font-weight:bold}thead th{border-bottom:1px solid}\
th,td{padding:.2rem .6rem;text-align:left;vertical-align:top;font-weight:normal}.number{text-align:right}\
.note{font-size:.85rem;margin:.2rem 0;overflow-wrap:anywhere}@media print{body{margin:0}}";

/// Returns the table with a caption and its notes as a piece of a page; numbers have the class
/// `number`, notes the class `note`.
pub fn html_fragment(grid: &Grid, caption: &str) -> String {
    let class = |is_numeric: bool| if is_numeric { " class=\"number\"" } else { "" };
    let mut text = format!("<table>\n<caption>{}</caption>\n<thead>\n<tr>", markup(caption));
    for (title, is_numeric) in grid.header.iter().zip(&grid.is_numeric) {
        text.push_str(&format!("<th scope=\"col\"{}>{}</th>", class(*is_numeric), markup(title)));
    }
    text.push_str("</tr>\n</thead>\n<tbody>\n");
    for row in &grid.rows {
        text.push_str("<tr>");
        for (at, (field, is_numeric)) in row.iter().zip(&grid.is_numeric).enumerate() {
            let (open, close) = if at == 0 { ("th scope=\"row\"", "th") } else { ("td", "td") };
            text.push_str(&format!("<{open}{}>{}</{close}>", class(*is_numeric), markup(&field.text)));
        }
        text.push_str("</tr>\n");
    }
    text.push_str("</tbody>\n</table>\n");
    for note in &grid.notes {
        text.push_str(&format!("<p class=\"note\">{}</p>\n", markup(note)));
    }
    text
}

/// Returns a page around pieces of HTML. It forbids itself to load or run anything.
pub fn html_page(title: &str, language: Language, body: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<style>{STYLE}</style>\n</head>\n\
<body>\n{body}</body>\n</html>\n",
        language.code(),
        markup(title)
    )
}

/// Returns the table as HTML that word processors and spreadsheets take for a table: every cell
/// carries its own style. The caption may be empty.
pub fn html_for_clipboard(grid: &Grid, caption: &str) -> String {
    let mut text = String::from("<table style=\"border-collapse:collapse\">");
    if !caption.is_empty() {
        text.push_str(&format!("<caption>{}</caption>", markup(caption)));
    }
    let cell = |tag: &str, field: &str, is_text: bool, is_numeric: bool| {
        let align = if is_numeric { ";text-align:right" } else { "" };
        let format = if is_text && looks_computed(field) { format!(";{TEXT}") } else { String::new() };
        format!("<{tag} style=\"{CELL}{align}{format}\">{}</{tag}>", markup(field))
    };
    text.push_str("<thead><tr>");
    for (title, is_numeric) in grid.header.iter().zip(&grid.is_numeric) {
        text.push_str(&cell("th", title, true, *is_numeric));
    }
    text.push_str("</tr></thead><tbody>");
    for row in &grid.rows {
        text.push_str("<tr>");
        for (field, is_numeric) in row.iter().zip(&grid.is_numeric) {
            text.push_str(&cell("td", &field.text, field.value == Value::Text, *is_numeric));
        }
        text.push_str("</tr>");
    }
    text.push_str("</tbody></table>");
    text.extend(grid.notes.iter().map(|note| format!("<p>{}</p>", markup(note))));
    text
}

/// Returns the table as text with tabs between the fields, for spreadsheets and plain editors.
pub fn tabbed(grid: &Grid) -> String {
    let lines = grid.lines().map(|fields| fields.into_iter().map(one_field).collect::<Vec<_>>().join("\t"));
    lines.chain(grid.notes.iter().map(|note| one_field(note))).collect::<Vec<_>>().join("\n")
}

/// Spreadsheets compute what starts like a formula; an apostrophe makes it text. Tabs and line ends
/// would part a field.
fn one_field(field: &str) -> String {
    let field = field.replace(char::is_control, " ");
    harmless(&field)
}

/// Returns `true` if a spreadsheet would make something else of a text: a formula, a number, a
/// date.
fn looks_computed(text: &str) -> bool {
    is_formula(text) || text.trim_start().starts_with(|letter: char| letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_neither_markup_nor_a_formula() {
        let grid = Grid {
            header: vec!["<th>".to_owned()],
            rows: vec![
                vec!["=cmd|' /C calc'!A0\t".to_owned().into()],
                vec!["<img onerror=\"x\">".to_owned().into()],
                vec!["1984".to_owned().into()],
            ],
            is_numeric: vec![false],
            notes: vec!["a & b".to_owned()],
            ..Grid::default()
        };
        assert_eq!(tabbed(&grid), "<th>\n'=cmd|' /C calc'!A0 \n<img onerror=\"x\">\n1984\na & b");
        let html = html_for_clipboard(&grid, "");
        assert!(html.contains(">&lt;th&gt;</th>") && html.contains("&lt;img onerror=&quot;x&quot;&gt;"));
        assert_eq!(html.matches(TEXT).count(), 2, "the formula and the year stay texts");
        assert!(html.ends_with("<p>a &amp; b</p>"));
        let page = html_page("</title><script>", Language::Kazakh, &html_fragment(&grid, "<b>"));
        assert!(!page.contains("<script") && !page.contains("<b>") && page.matches("<head>").count() == 1);
    }
}
