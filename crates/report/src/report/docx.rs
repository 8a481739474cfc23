//! An article → a document of word processors (`.docx`, Office Open XML).
//!
//! Tables are real tables whose header row is repeated on every page; the language is set, so that
//! a spelling checker uses the right dictionary. The same article gives the same bytes: there is
//! no date and no author in the file.

use super::{
    article::{Article, Block},
    clean::markup,
    grid::Grid,
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
/// Lines above and below the table and below its header, as journals set tables.
const RULE: &str = "w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"000000\"";

/// Writes the document. Cost: linear.
pub fn docx(article: &Article) -> Vec<u8> {
    let width = if article.is_landscape() { ACROSS_WIDTH } else { UPRIGHT_WIDTH };
    let mut body = String::new();
    for block in &article.blocks {
        match block {
            Block::Heading { level, text } => {
                body.push_str(&paragraph(&format!("Heading{}", (*level).clamp(1, 3)), &run(text)));
            }
            Block::Paragraph { lead, text } => {
                let lead = if lead.is_empty() { String::new() } else { bold_run(&format!("{lead} ")) };
                body.push_str(&paragraph("Normal", &format!("{lead}{}", run(text))));
            }
            Block::Table { caption, grid } => {
                body.push_str(&paragraph("Caption", &run(caption)));
                body.push_str(&table(grid, width));
                body.extend(grid.notes.iter().map(|note| paragraph("Notes", &run(note))));
            }
            Block::Note(text) => body.push_str(&paragraph("Notes", &run(text))),
        }
    }
    body.extend(article.provenance.iter().map(|line| paragraph("Notes", &run(line))));
    let size = if article.is_landscape() {
        "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"
    } else {
        "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
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

fn table(grid: &Grid, width: usize) -> String {
    let widths = widths(grid, width);
    let mut text = format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{width}\" w:type=\"dxa\"/><w:tblBorders><w:top {RULE}/><w:bottom {RULE}/></w:tblBorders>\
<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"57\" w:type=\"dxa\"/><w:right w:w=\"57\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>"
    );
    text.extend(widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")));
    text.push_str("</w:tblGrid>");
    for (at, line) in grid.lines().enumerate() {
        let is_header = at == 0;
        text.push_str("<w:tr><w:trPr><w:cantSplit/>");
        text.push_str(if is_header { "<w:tblHeader/></w:trPr>" } else { "</w:trPr>" });
        for ((field, width), is_numeric) in line.into_iter().zip(&widths).zip(&grid.is_numeric) {
            let rule = if is_header { format!("<w:tcBorders><w:bottom {RULE}/></w:tcBorders>") } else { String::new() };
            let align = if *is_numeric { "right" } else { "left" };
            text.push_str(&format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{rule}</w:tcPr>\
<w:p><w:pPr><w:pStyle w:val=\"TableText\"/><w:jc w:val=\"{align}\"/></w:pPr>{}</w:p></w:tc>",
                run(field)
            ));
        }
        text.push_str("</w:tr>");
    }
    text.push_str("</w:tbl>");
    text
}

/// Distributes the width over the columns, in proportion to their longest fields.
fn widths(grid: &Grid, width: usize) -> Vec<usize> {
    let columns = grid.header.len().max(1);
    let weight = |at: usize| {
        let fields = grid.lines().filter_map(move |line| line.get(at).map(|field| field.chars().count()));
        fields.max().unwrap_or(0).clamp(4, 60)
    };
    let weights: Vec<usize> = (0..columns).map(weight).collect();
    let sum: usize = weights.iter().sum();
    weights.iter().map(|weight| (width * weight / sum.max(1)).max(1)).collect()
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
