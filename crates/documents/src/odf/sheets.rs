//! The sheets of a spreadsheet → tables. A cell shows what its paragraphs hold.

use std::collections::HashSet;

use tarazy_engine::settings::MetadataValue;

use crate::{
    content::Content,
    error::{DocumentError, DocumentLimit},
    format::DocumentFormat,
    grid::{Cell, Grid, Tables},
    left_out::LeftOutKind,
    options::ReadOptions,
    package::Room,
    xml::{Part, SkippedElement, XmlEvent, XmlTag, walk},
};

/// Reads a spreadsheet.
///
/// # Errors
/// A package that is encrypted, damaged, or beyond a limit.
pub(crate) fn read_sheets(bytes: &[u8], options: &ReadOptions, room: &mut Room) -> Result<Tables, DocumentError> {
    let format = DocumentFormat::Ods;
    let parts = super::parts(bytes, format, options, room)?;
    let mut sheets = Sheets::new(options);
    walk(&parts.content, Part::new(format, parts.name), &options.limits, |event| sheets.take(event))?;
    Ok(Tables { grids: sheets.grids, base: sheets.content, separator: None })
}

/// A spreadsheet while it is read.
struct Sheets<'options> {
    options: &'options ReadOptions,
    content: Content,
    grids: Vec<Grid>,
    hidden_styles: HashSet<String>,
    style: String,
    skipped: SkippedElement,
    row: Vec<Cell>,
    row_number: u32,
    rows_of_row: u32,
    /// The cell that is open, and how often it is repeated.
    cell: Option<(Cell, usize)>,
    is_paragraph: bool,
    /// Cells and bytes of text that may still be read.
    cells: usize,
    bytes: usize,
}

/// The most times a cell with a text is repeated. Empty cells are repeated to the end of a sheet.
const MOST_REPEATED: usize = 1 << 14;

impl<'options> Sheets<'options> {
    fn new(options: &'options ReadOptions) -> Self {
        Self {
            options,
            content: Content::default(),
            grids: Vec::new(),
            hidden_styles: HashSet::new(),
            style: String::new(),
            skipped: SkippedElement::default(),
            row: Vec::new(),
            row_number: 0,
            rows_of_row: 1,
            cell: None,
            is_paragraph: false,
            cells: options.limits.cells,
            bytes: options.limits.text_bytes,
        }
    }

    fn take(&mut self, event: XmlEvent<'_>) -> Result<(), DocumentError> {
        if self.skipped.has(&event) {
            return Ok(());
        }
        match event {
            XmlEvent::Open(tag) => {
                if self.open(&tag) {
                    self.skipped.begin();
                }
            }
            XmlEvent::Close(name) => self.close(name)?,
            XmlEvent::Text(text) if self.is_paragraph => self.text(text),
            XmlEvent::Text(_) => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if let Some((cell, _)) = &mut self.cell {
            cell.text.push_str(text);
        }
    }

    /// Begins an element; returns `true` to pass over it.
    fn open(&mut self, tag: &XmlTag<'_>) -> bool {
        let count = |name: &str| tag.attribute(name).and_then(|count| count.parse::<usize>().ok()).unwrap_or(1);
        match tag.name {
            "style" => self.style = tag.attribute("name").unwrap_or_default(),
            "table-properties" if tag.attribute("display").is_some_and(|display| display == "false") => {
                self.hidden_styles.insert(self.style.clone());
            }
            "table" => {
                let style = tag.attribute("style-name").unwrap_or_default();
                if self.hidden_styles.contains(&style) && !self.options.includes(LeftOutKind::HiddenSheets) {
                    self.content.left_out.add(LeftOutKind::HiddenSheets, 1);
                    return true;
                }
                self.grids.push(Grid::default());
                self.row_number = 0;
            }
            "table-row" => {
                self.rows_of_row = u32::try_from(count("number-rows-repeated")).unwrap_or(u32::MAX);
                self.row.clear();
            }
            "table-cell" | "covered-table-cell" => {
                let value = match tag.attribute("value-type").as_deref() {
                    Some("date") => tag.attribute("date-value").map(|date| MetadataValue::of(&date)),
                    Some("float" | "currency" | "percentage") => {
                        let number = tag.attribute("value").and_then(|value| value.parse().ok());
                        number.filter(|number: &f64| number.is_finite()).map(MetadataValue::Number)
                    }
                    _ => None,
                };
                self.cell = Some((Cell { text: String::new(), value }, count("number-columns-repeated")));
            }
            "p" if self.cell.is_some() => {
                self.is_paragraph = true;
                if self.cell.as_ref().is_some_and(|(cell, _)| !cell.text.is_empty()) {
                    self.text("\n");
                }
            }
            "s" if self.is_paragraph => self.text(&" ".repeat(count("c").min(1_000))),
            "tab" if self.is_paragraph => self.text("\t"),
            "line-break" if self.is_paragraph => self.text("\n"),
            "annotation" => {
                self.content.left_out.add(LeftOutKind::Comments, 1);
                return true;
            }
            "shapes"
            | "forms"
            | "tracked-changes"
            | "content-validations"
            | "master-styles"
            | "meta"
            | "ruby-text"
            | "frame"
            | "dde-links" => return true,
            _ => {}
        }
        false
    }

    fn close(&mut self, name: &str) -> Result<(), DocumentError> {
        match name {
            "p" => self.is_paragraph = false,
            "table-cell" | "covered-table-cell" => {
                let Some((cell, times)) = self.cell.take() else { return Ok(()) };
                let times = times.min(MOST_REPEATED);
                self.take_room(times, cell.text.len().saturating_mul(times))?;
                self.row.extend(std::iter::repeat_n(cell, times));
            }
            "table-row" => {
                let has_text = |cell: &Cell| !cell.text.is_empty();
                let len = self.row.iter().rposition(has_text).map_or(0, |last| last + 1);
                self.cells += self.row.len() - len;
                self.row.truncate(len);
                let times = if len == 0 { 0 } else { self.rows_of_row };
                let row = std::mem::take(&mut self.row);
                let bytes: usize = row.iter().map(|cell| cell.text.len()).sum();
                for number in 1..=times {
                    if number > 1 {
                        self.take_room(len, bytes)?;
                    }
                    if let Some(grid) = self.grids.last_mut() {
                        grid.rows.push((self.row_number.saturating_add(number), row.clone()));
                    }
                }
                self.row_number = self.row_number.saturating_add(self.rows_of_row);
            }
            _ => {}
        }
        Ok(())
    }

    fn take_room(&mut self, cells: usize, bytes: usize) -> Result<(), DocumentError> {
        let limits = &self.options.limits;
        self.cells = self.cells.checked_sub(cells).ok_or_else(|| DocumentLimit::Cells.exceeded(limits.cells))?;
        self.bytes = self.bytes.checked_sub(bytes).ok_or_else(|| DocumentLimit::Text.exceeded(limits.text_bytes))?;
        Ok(())
    }
}
