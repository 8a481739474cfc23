//! What the parts of a workbook around its sheets say: which sheets there are, the texts that cells
//! share, which numbers are dates.

use rustc_hash::FxHashMap;

use super::xml::{Stop, plain, walk};
use crate::{
    archive::{Archive, ArchiveError},
    format::{Relation, XmlEvent, XmlTag, relations_of},
    lexicon::{error::LexiconError, formats::term::one_line},
};

/// A workbook without its cells.
pub(super) struct Workbook {
    pub(super) sheets: Vec<SheetName>,
    pub(super) strings: Strings,
    /// Whether a style shows numbers as dates, by its place.
    pub(super) date_styles: Vec<bool>,
    /// Whether days are counted from 1904 on.
    pub(super) counts_from_1904: bool,
}

/// A sheet, to be read.
pub(super) struct SheetName {
    pub(super) name: String,
    pub(super) part: String,
    pub(super) is_hidden: bool,
}

/// The texts that cells refer to by number, one behind the other.
#[derive(Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<usize>,
}

impl Strings {
    pub(super) fn get(&self, at: usize) -> Option<&str> {
        let end = *self.ends.get(at)?;
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.text.get(start..end)
    }
}

/// Where the part with the list of sheets is, in all files but very odd ones.
const USUAL_BOOK: &str = "xl/workbook.xml";

/// Reads all parts but the sheets; what they take is taken from `room`, in bytes.
pub(super) fn read(archive: &Archive<'_>, room: &mut usize) -> Result<Workbook, LexiconError> {
    let relations = relations(archive, "", room)?;
    let book = relations.iter().find(|relation| relation.kind == "officeDocument");
    let book = book.map_or(USUAL_BOOK, |relation| relation.target.as_str());
    let relations = self::relations(archive, book, room)?;
    let mut workbook =
        Workbook { sheets: Vec::new(), strings: Strings::default(), date_styles: Vec::new(), counts_from_1904: false };
    let by_id: FxHashMap<&str, &Relation> = relations.iter().map(|one| (one.id.as_str(), one)).collect();
    let part = archive.read(book, room).map_err(error)?.ok_or(LexiconError::Workbook { what: "parts" })?;
    walk(&part, |event| {
        if let XmlEvent::Open(tag) = event {
            match tag.name {
                "workbookPr" => {
                    let value = tag.attribute("date1904").unwrap_or_default();
                    workbook.counts_from_1904 = matches!(value.as_str(), "1" | "true");
                }
                "sheet" => {
                    let relation = tag.attribute("id").and_then(|id| by_id.get(id.as_str()).copied());
                    if let Some(relation) = relation.filter(|relation| relation.kind == "worksheet") {
                        workbook.sheets.push(SheetName {
                            name: one_line(&tag.attribute("name").unwrap_or_default()),
                            part: relation.target.clone(),
                            is_hidden: tag.attribute("state").is_some_and(|state| state != "visible"),
                        });
                    }
                }
                _ => {}
            }
        }
        Ok(())
    })
    .map_err(stop)?;
    let target = |kind: &str| relations.iter().find(|relation| relation.kind == kind).map(|one| one.target.as_str());
    if let Some(part) =
        target("sharedStrings").map(|name| archive.read(name, room)).transpose().map_err(error)?.flatten()
    {
        workbook.strings = strings(&part).map_err(stop)?;
    }
    if let Some(part) = target("styles").map(|name| archive.read(name, room)).transpose().map_err(error)?.flatten() {
        workbook.date_styles = date_styles(&part).map_err(stop)?;
    }
    Ok(workbook)
}

pub(super) fn error(error: ArchiveError) -> LexiconError {
    match error {
        ArchiveError::Damaged => LexiconError::Workbook { what: "archive" },
        ArchiveError::Locked => LexiconError::OtherFile { kind: "locked" },
        ArchiveError::TooLarge(_) => LexiconError::Workbook { what: "size" },
    }
}

pub(super) fn stop(stop: Stop) -> LexiconError {
    LexiconError::Workbook { what: if stop == Stop::TooLarge { "size" } else { "parts" } }
}

/// Reads what a part calls the others; `part` is empty for the whole archive.
fn relations(archive: &Archive<'_>, part: &str, room: &mut usize) -> Result<Vec<Relation>, LexiconError> {
    let (folder, name) = relations_of(part);
    let Some(part) = archive.read(&name, room).map_err(error)? else { return Ok(Vec::new()) };
    let mut relations = Vec::new();
    walk(&part, |event| {
        relations.extend(Relation::of(&event, folder));
        Ok(())
    })
    .map_err(stop)?;
    Ok(relations)
}

fn strings(part: &[u8]) -> Result<Strings, Stop> {
    let mut strings = Strings::default();
    let mut text = RichText::default();
    walk(part, |event| {
        match event {
            XmlEvent::Open(XmlTag { name: "si", .. }) => text = RichText::default(),
            XmlEvent::Close("si") => {
                strings.text.push_str(&plain(&text.found));
                strings.ends.push(strings.text.len());
            }
            event => text.take(&event),
        }
        Ok(())
    })?;
    Ok(strings)
}

/// A text in pieces of different looks, without the readings that stand above the letters of some
/// scripts.
#[derive(Default)]
pub(super) struct RichText {
    pub(super) found: String,
    is_text: bool,
    is_reading: bool,
}

impl RichText {
    pub(super) fn take(&mut self, event: &XmlEvent<'_>) {
        match event {
            XmlEvent::Open(XmlTag { name: "t", .. }) => self.is_text = true,
            XmlEvent::Close("t") => self.is_text = false,
            XmlEvent::Open(XmlTag { name: "rPh", .. }) => self.is_reading = true,
            XmlEvent::Close("rPh") => self.is_reading = false,
            XmlEvent::Text(text) if self.is_text && !self.is_reading => self.found.push_str(text),
            _ => {}
        }
    }
}

fn date_styles(part: &[u8]) -> Result<Vec<bool>, Stop> {
    let mut own: FxHashMap<u32, bool> = FxHashMap::default();
    let mut styles = Vec::new();
    let mut is_inside = false;
    walk(part, |event| {
        let number = |tag: &XmlTag<'_>, name: &str| tag.attribute(name).and_then(|id| id.parse::<u32>().ok());
        match event {
            XmlEvent::Open(tag @ XmlTag { name: "numFmt", .. }) => {
                if let Some(id) = number(&tag, "numFmtId") {
                    own.insert(id, shows_date(&tag.attribute("formatCode").unwrap_or_default()));
                }
            }
            XmlEvent::Open(XmlTag { name: "cellXfs", .. }) => is_inside = true,
            XmlEvent::Close("cellXfs") => is_inside = false,
            XmlEvent::Open(tag @ XmlTag { name: "xf", .. }) if is_inside => {
                let id = number(&tag, "numFmtId").unwrap_or(0);
                let is_date = own.get(&id).copied();
                styles.push(is_date.unwrap_or(matches!(id, 14..=22 | 27..=36 | 45..=47 | 50..=58)));
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(styles)
}

/// Returns `true` if a format shows a number as a date or a time: whether it has a letter of those
/// outside quotation marks, brackets and escapes.
fn shows_date(format: &str) -> bool {
    if format.eq_ignore_ascii_case("general") {
        return false;
    }
    let mut letters = format.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => letters.by_ref().take_while(|inside| *inside != '"').for_each(drop),
            '[' => letters.by_ref().take_while(|inside| *inside != ']').for_each(drop),
            '\\' | '_' | '*' => drop(letters.next()),
            'd' | 'm' | 'y' | 'h' | 's' | 'D' | 'M' | 'Y' | 'H' | 'S' => return true,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_of_dates_are_distinguished_from_those_of_numbers() {
        for format in ["yyyy-mm-dd", "d.m", "h:mm", "[$-419]D MMMM YYYY", "\"on\" dd"] {
            assert!(shows_date(format), "{format}");
        }
        for format in ["General", "0.00", "#,##0\"d\"", "[Red]0", "0%", "0\\d", "@", "0.0E+00"] {
            assert!(!shows_date(format), "{format}");
        }
    }
}
