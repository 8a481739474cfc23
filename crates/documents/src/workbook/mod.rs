//! Office Open XML workbooks → tables.
//!
//! A cell is read as it is shown: dates and numbers in their formats, the stored result of a
//! formula, rich text without a break. Hidden sheets are left out.

mod number_format;
mod sheet;
mod time;

use std::collections::HashMap;

use tarazy_engine::format::{Relation, unescape_cell};

use crate::{
    content::Content,
    error::{DocumentError, DocumentLimit},
    format::DocumentFormat,
    grid::Tables,
    left_out::LeftOutKind,
    limits::Limits,
    model::ReadWarning,
    options::ReadOptions,
    package::{Package, Room},
    properties,
    xml::{Part, XmlEvent, walk},
};
use number_format::NumberFormat;

const FORMAT: DocumentFormat = DocumentFormat::Xlsx;
/// Where the part with the list of sheets is, in all files but very odd ones.
const USUAL_BOOK: &str = "xl/workbook.xml";

/// What the sheets share.
#[derive(Default)]
struct Shared {
    strings: Vec<String>,
    /// The formats of cells by the number of their style.
    formats: Vec<NumberFormat>,
    /// Whether days are counted from 1904 on.
    counts_from_1904: bool,
}

/// A sheet, to be read.
struct SheetName {
    part: String,
    is_hidden: bool,
}

/// Reads a workbook.
///
/// # Errors
/// A package that is damaged or beyond a limit.
pub(crate) fn read(bytes: &[u8], options: &ReadOptions, room: &mut Room) -> Result<Tables, DocumentError> {
    let package = Package::open(bytes, FORMAT, &options.limits)?;
    let top = package.relations("", room)?;
    let book = top.iter().find(|relation| relation.kind == "officeDocument");
    let book = book.map_or(USUAL_BOOK, |relation| relation.target.as_str());
    let relations = package.relations(book, room)?;
    let mut shared = Shared::default();
    let sheets = read_book(&package.needed(book, room)?, &relations, &mut shared, &options.limits)?;
    let related = |kind: &str, room: &mut Room| match relations.iter().find(|one| one.kind == kind && !one.is_external)
    {
        Some(relation) => package.part(&relation.target, room),
        None => Ok(None),
    };
    if let Some(part) = related("sharedStrings", room)? {
        shared.strings = read_strings(&part, &options.limits)?;
    }
    if let Some(part) = related("styles", room)? {
        shared.formats = read_formats(&part, &options.limits)?;
    }
    let mut base = Content::default();
    let mut grids = Vec::new();
    let mut budget = sheet::Budget::new(&options.limits);
    for sheet in sheets {
        if sheet.is_hidden && !options.includes(LeftOutKind::HiddenSheets) {
            base.left_out.add(LeftOutKind::HiddenSheets, 1);
            continue;
        }
        match package.part(&sheet.part, room)? {
            Some(part) => grids.push(sheet::read(&part, &shared, &mut budget, &options.limits)?),
            None => base.warnings.push(ReadWarning::MissingPart { part: sheet.part.clone() }),
        }
        for comments in package.relations(&sheet.part, room)?.iter().filter(|one| one.kind == "comments") {
            let part = package.part(&comments.target, room)?.unwrap_or_default();
            base.left_out.add(LeftOutKind::Comments, count(&part, "comment", &options.limits));
        }
    }
    if let Some(relation) = top.iter().find(|relation| relation.kind == "core-properties" && options.column.is_none())
        && let Some(part) = package.part(&relation.target, room)?
    {
        base.metadata = properties::read(&part, Part::new(FORMAT, "core"), "coreProperties", &options.limits);
    }
    Ok(Tables { grids, base, separator: None })
}

/// Counts the elements with a name; 0 in a damaged part.
fn count(part: &[u8], name: &str, limits: &Limits) -> u32 {
    let mut count = 0_u32;
    let walked = walk(part, Part::new(FORMAT, name), limits, |event| {
        count += u32::from(matches!(event, XmlEvent::Open(tag) if tag.name == name));
        Ok(())
    });
    walked.map_or(0, |()| count)
}

fn read_book(
    part: &[u8],
    relations: &[Relation],
    shared: &mut Shared,
    limits: &Limits,
) -> Result<Vec<SheetName>, DocumentError> {
    let by_id: HashMap<&str, &Relation> = relations.iter().map(|one| (one.id.as_str(), one)).collect();
    let mut sheets = Vec::new();
    walk(part, Part::new(FORMAT, "workbook"), limits, |event| {
        let XmlEvent::Open(tag) = event else { return Ok(()) };
        match tag.name {
            "workbookPr" => {
                let value = tag.attribute("date1904").unwrap_or_default();
                shared.counts_from_1904 = matches!(value.as_str(), "1" | "true");
            }
            "sheet" => {
                let relation = tag.attribute("id").and_then(|id| by_id.get(id.as_str()).copied());
                // Sheets of charts and macros have no cells.
                if let Some(relation) = relation.filter(|one| one.kind == "worksheet" && !one.is_external) {
                    let is_hidden = tag.attribute("state").is_some_and(|state| state != "visible");
                    sheets.push(SheetName { part: relation.target.clone(), is_hidden });
                }
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(sheets)
}

fn read_strings(part: &[u8], limits: &Limits) -> Result<Vec<String>, DocumentError> {
    let mut strings = Vec::new();
    let mut text = RichText::default();
    walk(part, Part::new(FORMAT, "sharedStrings"), limits, |event| {
        match event {
            XmlEvent::Open(tag) if tag.name == "si" => text = RichText::default(),
            XmlEvent::Close("si") if strings.len() >= limits.cells => {
                return Err(DocumentLimit::Cells.exceeded(limits.cells));
            }
            XmlEvent::Close("si") => strings.push(plain(&text.found)),
            event => text.take(&event),
        }
        Ok(())
    })?;
    Ok(strings)
}

/// A text in pieces of different looks, without the readings that stand above the characters of some
/// scripts.
#[derive(Default)]
struct RichText {
    found: String,
    is_text: bool,
    is_reading: bool,
}

impl RichText {
    fn take(&mut self, event: &XmlEvent<'_>) {
        match event {
            XmlEvent::Open(tag) if tag.name == "t" => self.is_text = true,
            XmlEvent::Open(tag) if tag.name == "rPh" => self.is_reading = true,
            XmlEvent::Close("t") => self.is_text = false,
            XmlEvent::Close("rPh") => self.is_reading = false,
            XmlEvent::Text(text) if self.is_text && !self.is_reading => self.found.push_str(text),
            _ => {}
        }
    }
}

/// The most formats of cells that are kept, more than programs can have.
const MOST_FORMATS: usize = 70_000;

fn read_formats(part: &[u8], limits: &Limits) -> Result<Vec<NumberFormat>, DocumentError> {
    let mut own: HashMap<u32, String> = HashMap::new();
    let mut formats = Vec::new();
    let mut is_inside = false;
    walk(part, Part::new(FORMAT, "styles"), limits, |event| {
        match event {
            XmlEvent::Open(tag) => {
                let number = |name| tag.attribute(name).and_then(|id| id.parse::<u32>().ok());
                match tag.name {
                    "numFmt" if own.len() < MOST_FORMATS => {
                        own.extend(number("numFmtId").map(|id| (id, tag.attribute("formatCode").unwrap_or_default())));
                    }
                    "cellXfs" => is_inside = true,
                    "xf" if is_inside && formats.len() < MOST_FORMATS => {
                        let id = number("numFmtId").unwrap_or(0);
                        let code = own.get(&id).map_or_else(|| number_format::built_in(id), String::as_str);
                        formats.push(NumberFormat::new(code));
                    }
                    _ => {}
                }
            }
            XmlEvent::Close("cellXfs") => is_inside = false,
            _ => {}
        }
        Ok(())
    })?;
    Ok(formats)
}

/// Reads what XML cannot write, and leaves out carriage returns, which stand beside line feeds.
fn plain(text: &str) -> String {
    unescape_cell(text, |letter| letter != '\r')
}
