//! A lexicon → a workbook of one sheet in the long shape.
//!
//! Texts are written into their cells and never as formulas: no program runs what an entry looks
//! like. Weights are numbers. The columns of texts have the format of texts, so that `1-2` typed
//! there later stays what it is.

use super::xml::escaped;
use crate::{
    archive::pack,
    format::column_letters,
    lexicon::{
        file::loss::{Loss, LossReason},
        formats::csv::{CONCEPT, HEADS, lines},
        model::Lexicon,
    },
};

/// The longest text of a cell, in letters as workbooks count them.
const LONGEST_TEXT: usize = 32_767;

/// Styles: 0 as the program likes, 1 text, 2 the heads.
const STYLES: &str = "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>\
<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>\
<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\"/></cellStyleXfs>\
<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\"/><xf numFmtId=\"49\" fontId=\"0\" applyNumberFormat=\"1\"/>\
<xf numFmtId=\"49\" fontId=\"1\" applyNumberFormat=\"1\" applyFont=\"1\"/></cellXfs></styleSheet>";
const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>\
<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>\
<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>";
const RELATIONS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";
const BOOK_RELATIONS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/></Relationships>";
const BOOK: &str = "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" \
xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
<sheets><sheet name=\"lexicon\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
const SHEET_START: &str = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>\
<cols><col min=\"1\" max=\"2\" width=\"32\" style=\"1\" customWidth=\"1\"/><col min=\"3\" max=\"3\" width=\"10\" customWidth=\"1\"/>\
<col min=\"4\" max=\"4\" width=\"10\" style=\"1\" customWidth=\"1\"/><col min=\"5\" max=\"5\" width=\"48\" style=\"1\" customWidth=\"1\"/></cols><sheetData>";
const SHEET_END: &str = "</sheetData></worksheet>";
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Writes a lexicon as a workbook. Cost: linear.
pub(in crate::lexicon::formats) fn write(lexicon: &Lexicon, losses: &mut Vec<Loss>) -> Vec<u8> {
    let mut sheet = format!("{DECLARATION}{SHEET_START}");
    let mut row = 1;
    let lines = lines(lexicon, losses);
    let concept = lines.iter().any(|line| !line.concept.is_empty()).then_some(CONCEPT);
    let heads: Vec<String> =
        (0..).zip(HEADS.into_iter().chain(concept)).map(|(column, head)| text_cell(column, row, 2, head)).collect();
    sheet.push_str(&format!("<row r=\"{row}\">{}</row>", heads.concat()));
    for mut line in lines {
        let is_long = |text: &str| text.encode_utf16().count() > LONGEST_TEXT;
        if is_long(&line.pattern) || is_long(&line.path) {
            losses.push(Loss::dropped(
                line.at,
                LossReason::Inexpressible { term: super::super::shortened(&line.pattern) },
            ));
            continue;
        }
        if is_long(&line.note) {
            losses
                .push(Loss::altered(line.at, LossReason::Inexpressible { term: super::super::shortened(&line.note) }));
            line.note = line.note.chars().take(LONGEST_TEXT / 2).collect();
        }
        row += 1;
        sheet.push_str(&format!("<row r=\"{row}\">"));
        let texts = [(0, line.path.as_str()), (1, &line.pattern), (3, line.kind), (4, &line.note), (5, &line.concept)];
        for (column, text) in texts.into_iter().filter(|(column, text)| *column == 0 || !text.is_empty()) {
            if column == 3 {
                weight_cell(line.weight, row, &mut sheet);
            }
            sheet.push_str(&text_cell(column, row, 1, text));
        }
        sheet.push_str("</row>");
    }
    sheet.push_str(SHEET_END);
    let declared = |part: &str| format!("{DECLARATION}{part}");
    pack(&[
        ("[Content_Types].xml", &declared(TYPES)),
        ("_rels/.rels", &declared(RELATIONS)),
        ("xl/workbook.xml", &declared(BOOK)),
        ("xl/_rels/workbook.xml.rels", &declared(BOOK_RELATIONS)),
        ("xl/styles.xml", &declared(STYLES)),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

fn weight_cell(weight: Option<f64>, row: u32, sheet: &mut String) {
    if let Some(weight) = weight {
        sheet.push_str(&format!("<c r=\"{}{row}\"><v>{weight}</v></c>", column_letters(2)));
    }
}

fn text_cell(column: u32, row: u32, style: u8, text: &str) -> String {
    let place = column_letters(column);
    format!(
        "<c r=\"{place}{row}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
        escaped(text)
    )
}
