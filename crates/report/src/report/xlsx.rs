//! A study → a workbook (`.xlsx`) with a sheet for each view.
//!
//! Numbers are numbers with a format, shares among them; texts are texts, and no cell is a formula:
//! no program computes what a title looks like. A value that does not exist is an empty cell. The
//! same study gives the same bytes.

use super::{
    appendix::{category_title, language_name},
    clean::markup,
    data::DataColumns,
    field::{Field, Number, Value},
    grid::{Grid, table_grid, table1_grid, weighted_table_grid},
    methods::{Methods, methods_sentences},
    references::{ReferenceStyle, references},
    set::cited,
};
use crate::message::Messages;
use tarazy_engine::{
    archive::pack, counting::Measure, format::column_letters, language::Language, lexicon::Lexicon, text::to_u32,
};

/// The longest text of a cell and the longest name of a sheet, in letters as workbooks count them.
const LONGEST_TEXT: usize = 32_767;
const LONGEST_NAME: usize = 31;
/// The widest and the narrowest column, in digits.
const WIDTHS: std::ops::RangeInclusive<usize> = 8..=60;
/// The most decimals that a format of a workbook has.
const MOST_DECIMALS: usize = 30;
/// The first styles: as the program likes, text, header.
const TEXT: usize = 1;
const HEADER: usize = 2;
const FIRST_NUMBER: usize = 3;
/// How days are shown, the same in every country.
const DAY_FORMAT: &str = "yyyy\\-mm\\-dd";

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
const KINDS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// A sheet: a table, and under it lines of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// What its tab says; what a workbook does not allow in a name is left out.
    pub name: String,
    /// The table; its notes stand under it.
    pub grid: Grid,
}

/// Returns the workbook of a study: the category table, Table 1, the counts, the methods with texts
/// and references, and the entries of the lexicon where it is at hand. Cost: linear.
pub fn study_workbook(methods: &Methods<'_>, messages: &Messages) -> Vec<u8> {
    let Methods { table, measure, style, .. } = *methods;
    let name = |key: &str| messages.get(&format!("report-sheet-{key}"));
    let categories = if methods.is_weighted {
        weighted_table_grid(table, measure, style, messages)
    } else {
        table_grid(table, measure, style, messages)
    };
    let mut sheets = vec![
        Sheet { name: name("categories"), grid: categories },
        Sheet { name: name("table1"), grid: table1_grid(table, style, messages) },
        Sheet { name: name("counts"), grid: table_grid(table, Measure::Count, style, messages) },
        Sheet { name: name("methods"), grid: methods_grid(methods, messages) },
    ];
    sheets
        .extend(methods.lexicon.map(|lexicon| Sheet { name: name("lexicon"), grid: entries_grid(lexicon, messages) }));
    workbook(&sheets)
}

/// The texts with their hashes, and under them the methods and the references, a line each.
fn methods_grid(methods: &Methods<'_>, messages: &Messages) -> Grid {
    let keys =
        ["report-text", "report-language", "report-characters", "report-words", "report-encoding", "report-sha256"];
    let number = |value: u64| Field::number(value.to_string(), Some(value as f64), 0, false);
    let data = DataColumns::of(methods.table);
    let row = |row: &tarazy_engine::counting::DocumentSummary| {
        let mut fields = vec![row.title.clone().into()];
        fields.extend(data.fields(row, methods.style, messages.language()));
        fields.extend([
            row.language.map_or("–", Language::code).to_owned().into(),
            number(row.characters),
            number(row.words),
            row.encoding.name().to_owned().into(),
            row.sha256.clone().into(),
        ]);
        fields
    };
    let mut header = keys.map(|key| messages.get(key)).to_vec();
    header.splice(1..1, data.names());
    let mut is_numeric = vec![false, false, true, true, false, false];
    is_numeric.splice(1..1, data.are_numeric());
    let style = if messages.language() == Language::English { ReferenceStyle::Apa } else { ReferenceStyle::Gost };
    let entries = references(&cited(methods, None, messages), style, messages);
    let mut notes = methods_sentences(methods, messages);
    notes.push(messages.get("references-heading"));
    notes.extend(entries.lines().map(str::to_owned));
    Grid { header, rows: methods.table.documents.iter().map(row).collect(), is_numeric, notes, ..Grid::default() }
}

/// The lexicon, an entry a row.
fn entries_grid(lexicon: &Lexicon, messages: &Messages) -> Grid {
    let keys = [
        "appendix-category",
        "appendix-language",
        "appendix-entry",
        "appendix-weight",
        "appendix-concept",
        "appendix-conditions",
        "appendix-note",
    ];
    let rows = lexicon.entries.iter().map(|entry| {
        let title = category_title(&lexicon[entry.category], messages.language());
        vec![
            title.to_owned().into(),
            language_name(entry.language, messages).into(),
            entry.pattern.text.clone().into(),
            Field::number(entry.weight.to_string(), Some(entry.weight), decimals_of(entry.weight), false),
            entry.concept.clone().into(),
            entry.conditions.to_string().into(),
            entry.note.clone().into(),
        ]
    });
    Grid {
        header: keys.map(|key| messages.get(key)).to_vec(),
        rows: rows.collect(),
        is_numeric: keys.map(|key| key == "appendix-weight").to_vec(),
        ..Grid::default()
    }
}

fn decimals_of(value: f64) -> usize {
    value.to_string().split_once('.').map_or(0, |(_, decimals)| decimals.len())
}

/// Returns a workbook of sheets, at least one. Cost: linear.
pub fn workbook(sheets: &[Sheet]) -> Vec<u8> {
    let mut formats: Vec<String> = Vec::new();
    let names = names(sheets);
    let parts: Vec<(String, String)> = (1..)
        .zip(sheets)
        .map(|(at, sheet)| (format!("xl/worksheets/sheet{at}.xml"), part(&sheet.grid, &mut formats)))
        .collect();
    let (mut overrides, mut listed, mut relations) = (String::new(), String::new(), String::new());
    for (at, name) in (1..).zip(&names) {
        overrides.push_str(&format!("<Override PartName=\"/xl/worksheets/sheet{at}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"));
        listed.push_str(&format!("<sheet name=\"{}\" sheetId=\"{at}\" r:id=\"rId{at}\"/>", markup(name)));
        relations.push_str(&format!(
            "<Relationship Id=\"rId{at}\" Type=\"{KINDS}/worksheet\" Target=\"worksheets/sheet{at}.xml\"/>"
        ));
    }
    let styles_at = sheets.len() + 1;
    let types = format!(
        "{DECLARATION}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
<Default Extension=\"xml\" ContentType=\"application/xml\"/>\
<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>\
<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>{overrides}</Types>"
    );
    let top = format!(
        "{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" Type=\"{KINDS}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let book = format!("{DECLARATION}<workbook {MAIN} xmlns:r=\"{KINDS}\"><sheets>{listed}</sheets></workbook>");
    let relations = format!(
        "{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\">{relations}<Relationship Id=\"rId{styles_at}\" Type=\"{KINDS}/styles\" Target=\"styles.xml\"/></Relationships>"
    );
    let styles = styles(&formats);
    let mut files = vec![
        ("[Content_Types].xml", types.as_str()),
        ("_rels/.rels", &top),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", &relations),
        ("xl/styles.xml", &styles),
    ];
    files.extend(parts.iter().map(|(name, part)| (name.as_str(), part.as_str())));
    pack(&files)
}

/// Names that a workbook takes: of the allowed letters and length, not empty, no two alike.
fn names(sheets: &[Sheet]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for sheet in sheets {
        let allowed: String = super::clean::clean(&sheet.name).replace(['[', ']', ':', '*', '?', '/', '\\'], " ");
        let base = shortened(allowed.trim_matches(['\'', ' ']), LONGEST_NAME);
        let is_taken =
            |name: &str| name.is_empty() || names.iter().any(|own| own.to_lowercase() == name.to_lowercase());
        let mut numbered = (2_usize..).map(|number| {
            let end = format!(" {number}");
            format!("{}{end}", shortened(&base, LONGEST_NAME - end.len()))
        });
        let mut free = || numbered.find(|name| !is_taken(name)).expect("numbers do not run out");
        let name = if is_taken(&base) { free() } else { base };
        names.push(name);
    }
    names
}

fn part(grid: &Grid, formats: &mut Vec<String>) -> String {
    let mut sheet = format!(
        "{DECLARATION}<worksheet {MAIN}><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>"
    );
    for at in 0..grid.header.len() {
        let fields = grid.lines().filter_map(|line| line.get(at).map(|field| field.chars().count()));
        let width = fields.max().unwrap_or(0).clamp(*WIDTHS.start(), *WIDTHS.end()) + 2;
        sheet.push_str(&format!("<col min=\"{0}\" max=\"{0}\" width=\"{width}\" customWidth=\"1\"/>", at + 1));
    }
    sheet.push_str("</cols><sheetData>");
    let mut row_number = 1;
    let mut push = |cells: String, row: &mut usize| {
        sheet.push_str(&format!("<row r=\"{row}\">{cells}</row>"));
        *row += 1;
    };
    push(grid.header.iter().enumerate().map(|(at, title)| text_cell(at, 1, HEADER, title)).collect(), &mut row_number);
    for fields in &grid.rows {
        let cells = fields.iter().enumerate().map(|(at, field)| match field.value {
            Value::Text if field.text.is_empty() => String::new(),
            Value::Text => text_cell(at, row_number, TEXT, &field.text),
            Value::Number(number) => {
                let style = FIRST_NUMBER + place(&format(number), formats);
                format!("<c r=\"{}{row_number}\" s=\"{style}\"><v>{}</v></c>", column_letters(to_u32(at)), number.value)
            }
            Value::Plain(number) => {
                format!("<c r=\"{}{row_number}\"><v>{number:?}</v></c>", column_letters(to_u32(at)))
            }
            Value::Day(number) => {
                let style = FIRST_NUMBER + place(DAY_FORMAT, formats);
                format!("<c r=\"{}{row_number}\" s=\"{style}\"><v>{number}</v></c>", column_letters(to_u32(at)))
            }
            Value::Missing => String::new(),
        });
        let cells = cells.collect();
        push(cells, &mut row_number);
    }
    row_number += 1;
    for note in &grid.notes {
        push(text_cell(0, row_number, TEXT, note), &mut row_number);
    }
    sheet.push_str("</sheetData></worksheet>");
    sheet
}

fn format(number: Number) -> String {
    let decimals = match number.decimals.min(MOST_DECIMALS) {
        0 => String::new(),
        decimals => format!(".{}", "0".repeat(decimals)),
    };
    if number.is_share { format!("0{decimals}%") } else { format!("#,##0{decimals}") }
}

fn place(format: &str, formats: &mut Vec<String>) -> usize {
    formats.iter().position(|known| known == format).unwrap_or_else(|| {
        formats.push(format.to_owned());
        formats.len() - 1
    })
}

fn styles(formats: &[String]) -> String {
    // Numbers of formats below 164 belong to the programs.
    let numbered = || (164..).zip(formats);
    let own: String = numbered()
        .map(|(id, format)| format!("<numFmt numFmtId=\"{id}\" formatCode=\"{}\"/>", markup(format)))
        .collect();
    let own = if formats.is_empty() { own } else { format!("<numFmts count=\"{}\">{own}</numFmts>", formats.len()) };
    let numbers: String = numbered()
        .map(|(id, _)| {
            format!("<xf numFmtId=\"{id}\" fontId=\"0\" fillId=\"0\" borderId=\"0\" applyNumberFormat=\"1\"/>")
        })
        .collect();
    format!(
        "{DECLARATION}<styleSheet {MAIN}>{own}\
<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>\
<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>\
<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\"/></cellStyleXfs>\
<cellXfs count=\"{}\"><xf numFmtId=\"0\" fontId=\"0\"/><xf numFmtId=\"49\" fontId=\"0\" applyNumberFormat=\"1\"/>\
<xf numFmtId=\"49\" fontId=\"1\" applyNumberFormat=\"1\" applyFont=\"1\"/>{numbers}</cellXfs></styleSheet>",
        FIRST_NUMBER + formats.len()
    )
}

fn text_cell(column: usize, row: usize, style: usize, text: &str) -> String {
    let place = column_letters(to_u32(column));
    let text = guarded(&markup(&shortened(text, LONGEST_TEXT)));
    format!("<c r=\"{place}{row}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>")
}

/// A workbook reads `_x0041_` as the letter A; the underscore before it is written in that way
/// itself.
fn guarded(text: &str) -> String {
    let mut guarded = String::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        let is_code = || {
            text.get(at..at + 7).is_some_and(|code| {
                code.starts_with("_x")
                    && code.ends_with('_')
                    && code[2..6].bytes().all(|digit| digit.is_ascii_hexdigit())
            })
        };
        if letter == '_' && is_code() { guarded.push_str("_x005F_") } else { guarded.push(letter) }
    }
    guarded
}

/// The first letters of a text, as many as a workbook counts up to `most`.
fn shortened(text: &str, most: usize) -> String {
    let mut length = 0;
    let fits = |letter: &char| {
        length += letter.len_utf16();
        length <= most
    };
    text.chars().take_while(fits).collect()
}
