//! An article → a document of word processors (`.docx`, Office Open XML).
//!
//! Tables are real tables whose header row is repeated on every page; the language is set, so that
//! a spelling checker uses the right dictionary. A column is at least as wide as its longest word or
//! number. A table that needs more than an upright sheet turns the sheets; one that needs more than
//! that is set in parts under each other, the first column in each. The same article gives the same
//! bytes: there is no date and no author in the file.

use super::{
    article::{Article, Block},
    clean::markup,
    grid::Grid,
    serif_width::serif_width,
};
use tarazy_engine::{archive::pack, language::Language};

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
<Default Extension=\"xml\" ContentType=\"application/xml\"/>\
<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/></Types>";
const RELATIONS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
const DOCUMENT_RELATIONS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>";
const NAMESPACE: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
/// The width between the margins of an A4 sheet with margins of 2.5 cm, upright and across, in
/// twentieths of a point.
const UPRIGHT_WIDTH: usize = 9_070;
const ACROSS_WIDTH: usize = 14_002;
/// The size of the letters in a table, in points.
const TABLE_SIZE: usize = 10;
/// What stands free at either side of a cell, in twentieths of a point.
const CELL_MARGIN: usize = 57;
/// Lines above and below the table and below its header, as journals set tables.
const RULE: &str = "w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"000000\"";

/// Writes the document. Cost: linear.
pub fn docx(article: &Article) -> Vec<u8> {
    let least: Vec<Vec<usize>> = article.blocks.iter().map(least_of_block).collect();
    let needs_landscape = least.iter().any(|widths| widths.iter().sum::<usize>() > UPRIGHT_WIDTH);
    let is_landscape = article.is_landscape() || needs_landscape;
    let width = if is_landscape { ACROSS_WIDTH } else { UPRIGHT_WIDTH };
    let mut body = String::new();
    for (block, least) in article.blocks.iter().zip(&least) {
        match block {
            Block::Heading { level, text } => {
                body.push_str(&paragraph(&format!("Heading{}", (*level).clamp(1, 3)), &run(text)));
            }
            Block::Paragraph { lead, text } => {
                let lead = if lead.is_empty() { String::new() } else { bold_run(&format!("{lead} ")) };
                body.push_str(&paragraph("Normal", &format!("{lead}{}", run(text))));
            }
            Block::Table { caption, grid } => {
                body.push_str(&tables(caption, grid, least, width));
                body.extend(grid.notes.iter().map(|note| paragraph("Notes", &run(note))));
            }
            Block::Note(text) => body.push_str(&paragraph("Notes", &run(text))),
        }
    }
    body.extend(article.provenance.iter().map(|line| paragraph("Notes", &run(line))));
    let size = if is_landscape {
        "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"
    } else {
        "<w:pgSz w:w=\"11906\" w:h=\"16838\" w:orient=\"portrait\"/>"
    };
    let margins = "<w:pgMar w:top=\"1418\" w:right=\"1418\" w:bottom=\"1418\" w:left=\"1418\" w:header=\"709\" w:footer=\"709\" w:gutter=\"0\"/>";
    let document = format!(
        "{DECLARATION}<w:document {NAMESPACE}><w:body>{body}<w:sectPr>{size}{margins}</w:sectPr></w:body></w:document>"
    );
    let declared = |part: &str| format!("{DECLARATION}{part}");
    pack(&[
        ("[Content_Types].xml", &declared(TYPES)),
        ("_rels/.rels", &declared(RELATIONS)),
        ("word/document.xml", &document),
        ("word/_rels/document.xml.rels", &declared(DOCUMENT_RELATIONS)),
        ("word/styles.xml", &declared(&styles(article.language))),
    ])
}

/// Returns the least width of each column of a table; none where the block is none.
fn least_of_block(block: &Block) -> Vec<usize> {
    match block {
        Block::Table { grid, .. } => least_widths(grid),
        _ => Vec::new(),
    }
}

/// A table with its caption, or its parts with theirs.
fn tables(caption: &str, grid: &Grid, least: &[usize], width: usize) -> String {
    let parts = parts(least, width);
    let own = |(number, columns): (usize, &Vec<usize>)| {
        let caption =
            if parts.len() > 1 { format!("{caption} ({number}/{})", parts.len()) } else { caption.to_owned() };
        format!("{}{}", paragraph("Caption", &run(&caption)), table(grid, least, columns, width))
    };
    (1..).zip(&parts).map(own).collect()
}

/// Returns the columns of each part of a table: all in one part where they fit, else in several, the
/// first column in each.
fn parts(least: &[usize], width: usize) -> Vec<Vec<usize>> {
    let mut parts = Vec::new();
    let (mut part, mut used) = (Vec::new(), 0);
    for (at, own) in least.iter().enumerate() {
        if part.len() > 1 && used + own > width {
            parts.push(std::mem::replace(&mut part, vec![0]));
            used = least[0];
        }
        part.push(at);
        used += own;
    }
    parts.push(part);
    parts
}

/// Some columns of a table.
fn table(grid: &Grid, least: &[usize], columns: &[usize], width: usize) -> String {
    let widths = widths(grid, least, columns, width);
    let mut text = format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{width}\" w:type=\"dxa\"/><w:tblBorders><w:top {RULE}/><w:bottom {RULE}/></w:tblBorders>\
<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"{CELL_MARGIN}\" w:type=\"dxa\"/><w:right w:w=\"{CELL_MARGIN}\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>"
    );
    text.extend(widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")));
    text.push_str("</w:tblGrid>");
    for (at, line) in grid.lines().enumerate() {
        let is_header = at == 0;
        text.push_str("<w:tr><w:trPr><w:cantSplit/>");
        text.push_str(if is_header { "<w:tblHeader/></w:trPr>" } else { "</w:trPr>" });
        let rule = if is_header { format!("<w:tcBorders><w:bottom {RULE}/></w:tcBorders>") } else { String::new() };
        for (column, width) in columns.iter().zip(&widths) {
            let is_numeric = grid.is_numeric.get(*column).copied().unwrap_or_default();
            let align = if is_numeric { "right" } else { "left" };
            text.push_str(&format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{rule}</w:tcPr>\
<w:p><w:pPr><w:pStyle w:val=\"TableText\"/><w:jc w:val=\"{align}\"/></w:pPr>{}</w:p></w:tc>",
                run(line.get(*column).copied().unwrap_or_default())
            ));
        }
        text.push_str("</w:tr>");
    }
    text.push_str("</w:tbl>");
    text
}

/// Returns the least width of each column: that of its longest word or number, with the margins of a
/// cell. A word may be broken where it alone takes a third of a sheet.
fn least_widths(grid: &Grid) -> Vec<usize> {
    let mut widths = vec![0; grid.header.len()];
    for line in grid.lines() {
        for (width, field) in widths.iter_mut().zip(line) {
            // A line may end behind a hyphen; a space inside a number does not end one.
            let words = field.split(' ').flat_map(|word| word.split_inclusive('-'));
            *width = words.map(word_width).max().unwrap_or(0).max(*width);
        }
    }
    widths.into_iter().map(|width| width.min(UPRIGHT_WIDTH / 3) + 2 * CELL_MARGIN).collect()
}

/// Returns how wide a word is in a table, in twentieths of a point.
fn word_width(word: &str) -> usize {
    (serif_width(word) * TABLE_SIZE * 20).div_ceil(100)
}

/// Distributes the width over some columns: each has its least width, and what is left goes to those
/// with longer fields.
fn widths(grid: &Grid, least: &[usize], columns: &[usize], width: usize) -> Vec<usize> {
    let weight = |at: &usize| {
        let fields = grid.lines().filter_map(|line| line.get(*at).map(|field| field.chars().count()));
        fields.max().unwrap_or(0).clamp(4, 60)
    };
    let weights: Vec<usize> = columns.iter().map(weight).collect();
    let (sum, taken) = (weights.iter().sum::<usize>().max(1), columns.iter().map(|at| least[*at]).sum::<usize>());
    let free = width.saturating_sub(taken);
    columns.iter().zip(weights).map(|(at, weight)| least[*at] + free * weight / sum).collect()
}

fn paragraph(style: &str, runs: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{runs}</w:p>")
}

fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>", markup(text))
}

fn bold_run(text: &str) -> String {
    format!("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r>", markup(text))
}

fn styles(language: Language) -> String {
    let code = match language {
        Language::Kazakh => "kk-KZ",
        Language::Russian => "ru-RU",
        Language::English => "en-US",
    };
    let style = |id: &str, name: &str, paragraph: &str, run: &str| {
        let base = if id == "Normal" { " w:default=\"1\"" } else { "" };
        let based = if id == "Normal" { "" } else { "<w:basedOn w:val=\"Normal\"/>" };
        format!(
            "<w:style w:type=\"paragraph\"{base} w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>{based}<w:qFormat/>\
<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
        )
    };
    let heading = |level: usize, size: usize| {
        style(
            &format!("Heading{level}"),
            &format!("heading {level}"),
            &format!(
                "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"120\"/><w:outlineLvl w:val=\"{}\"/>",
                level - 1
            ),
            &format!("<w:b/><w:sz w:val=\"{size}\"/>"),
        )
    };
    [
        format!(
            "<w:styles {NAMESPACE}><w:docDefaults><w:rPrDefault><w:rPr>\
<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"Times New Roman\" w:cs=\"Times New Roman\"/>\
<w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/><w:lang w:val=\"{code}\" w:eastAsia=\"{code}\"/></w:rPr></w:rPrDefault></w:docDefaults>"
        ),
        style("Normal", "Normal", "<w:spacing w:after=\"120\"/>", ""),
        heading(1, 32),
        heading(2, 28),
        heading(3, 24),
        style("Caption", "caption", "<w:keepNext/><w:spacing w:before=\"120\" w:after=\"80\"/>", ""),
        style("TableText", "Table Text", "<w:spacing w:before=\"20\" w:after=\"20\"/>", "<w:sz w:val=\"20\"/>"),
        style("Notes", "Notes", "<w:spacing w:before=\"40\" w:after=\"40\"/>", "<w:sz w:val=\"18\"/>"),
        "</w:styles>".to_owned(),
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(header: &[&str], row: &[&str]) -> Grid {
        let row = row.iter().map(|field| (*field).to_owned().into()).collect();
        let header: Vec<String> = header.iter().map(|name| (*name).to_owned()).collect();
        Grid { is_numeric: vec![false; header.len()], header, rows: vec![row], ..Grid::default() }
    }

    #[test]
    fn a_column_is_as_wide_as_its_longest_word() {
        let grid = grid(
            &["Мәтін", "Таңба", "Басым құндылықтар"],
            &[
                "Жалпыұлттық социал-демократиялық партия",
                "11\u{a0}068",
                "экономикалық әл-ауқат, әділеттілік және тағы басқа көп сөз",
            ],
        );
        let least = least_widths(&grid);
        let widest = |word: &str| word_width(word) + 2 * CELL_MARGIN;
        assert_eq!(least, [widest("демократиялық"), widest("11\u{a0}068"), widest("экономикалық")]);
        let widths = widths(&grid, &least, &[0, 1, 2], UPRIGHT_WIDTH);
        assert!(widths.iter().zip(&least).all(|(width, least)| width >= least), "{widths:?} {least:?}");
        assert!(widths.iter().sum::<usize>() <= UPRIGHT_WIDTH, "{widths:?}");
        assert!(widths[2] > widths[1], "{widths:?}");
    }

    #[test]
    fn a_table_that_is_too_wide_is_set_in_parts() {
        assert_eq!(parts(&[3, 3, 3], 9), [vec![0, 1, 2]]);
        assert_eq!(parts(&[3, 3, 3, 3, 3], 9), [vec![0, 1, 2], vec![0, 3, 4]]);
        // A column that fits nowhere stands alone.
        assert_eq!(parts(&[3, 20, 3], 9), [vec![0, 1], vec![0, 2]]);
        assert_eq!(parts(&[], 9), [Vec::<usize>::new()]);
        let names: Vec<String> = (0..30).map(|at| format!("Категория{at}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let grid = grid(&names, &vec!["1"; 30]);
        let written = tables("1-кесте", &grid, &least_widths(&grid), ACROSS_WIDTH);
        let count = written.matches("<w:tbl>").count();
        assert!(count > 1 && written.contains(&format!("1-кесте ({count}/{count})")), "{count}");
        assert_eq!(written.matches("Категория0<").count(), count);
        assert!(names.iter().all(|name| written.contains(&format!("{name}<"))));
    }
}
