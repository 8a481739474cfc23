//! A table of data on texts + the names of texts → the data of each.
//!
//! One column names the texts: by their files, with or without folders and ending, or by their titles.
//! It is the one that names most texts, unless it is chosen. Names are compared in small letters and in
//! composed form (NFC), since file systems keep them in different forms. Law: a text gets the data of
//! exactly one row; what is in doubt is reported and not used: a row for several texts, a second row for
//! a text.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};
use thiserror::Error;
use unicode_normalization::UnicodeNormalization;

use tarazy_engine::{
    problem::{Argument, Problem, SourceLocation},
    settings::MetadataField,
};

use crate::{
    error::DocumentError,
    format::DocumentFormat,
    grid::{Columns, Tables},
    options::ReadOptions,
    recognise::format_of,
    tables::tables,
    titles::{bare_name, file_name},
};

/// A table of data on texts.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct MetadataTable {
    /// The names of its columns, in the order of the file.
    pub columns: Vec<String>,
    rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
struct Row {
    /// Its number in the file, from 1.
    number: u32,
    /// The cells that are not empty.
    cells: Vec<TableCell>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct TableCell {
    /// What it shows.
    shown: String,
    field: MetadataField,
}

impl MetadataTable {
    /// Reads a table in any format that has rows: CSV, TSV, XLSX, ODS, JSON, JSON lines. `name` is the
    /// name of its file.
    ///
    /// # Errors
    /// [`DocumentError`] for what cannot be read; [`MetadataTableError::NoTable`] for what is no table.
    pub fn read(name: &str, bytes: Vec<u8>, options: &ReadOptions) -> Result<Self, MetadataTableError> {
        let format = match format_of(file_name(name), &bytes) {
            // A table that has one column, or another ending.
            Some(DocumentFormat::Plain) => DocumentFormat::Csv,
            Some(format) => format,
            None => {
                let error = crate::read(name, bytes, options).err();
                return Err(error.map_or(MetadataTableError::NoTable, MetadataTableError::Document));
            }
        };
        Ok(Self::of(&tables(format, &bytes, options).ok_or(MetadataTableError::NoTable)??))
    }

    /// Makes it of the tables in a file, the first row of each being its head.
    pub(crate) fn of(tables: &Tables) -> Self {
        let mut table = Self::default();
        let mut known = HashSet::new();
        for grid in &tables.grids {
            let columns = Columns::new(grid, true);
            table.columns.extend(columns.names.iter().filter(|name| known.insert((*name).clone())).cloned());
            for (number, cells) in grid.rows.iter().skip(1) {
                let filled = cells.iter().zip(&columns.names).filter(|(cell, _)| !cell.is_empty());
                let cells = filled.map(|(cell, name)| TableCell {
                    shown: cell.text.trim().to_owned(),
                    field: MetadataField { name: name.clone(), value: cell.to_value() },
                });
                table.rows.push(Row { number: *number, cells: cells.collect() });
            }
        }
        table
    }

    /// Returns the rows: the number of each in its file, from 1, and for each cell that is not empty
    /// the name of its column and what it shows.
    pub fn rows(&self) -> impl Iterator<Item = (u32, Vec<(&str, &str)>)> {
        self.rows.iter().map(|row| {
            let cells = row.cells.iter().map(|cell| (cell.field.name.as_str(), cell.shown.as_str()));
            (row.number, cells.collect())
        })
    }
}

/// Why a table gives no data.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum MetadataTableError {
    /// The file cannot be read.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// The file is no table.
    #[error("the file is no table")]
    NoTable,
    /// The column that was chosen is not there.
    #[error("there is no column `{column}`")]
    NoColumn {
        /// The name that was chosen.
        column: String,
        /// The names that are there.
        known: Vec<String>,
    },
    /// No column names any of the texts.
    #[error("no column names any text")]
    NoKey {
        /// The names of the columns.
        known: Vec<String>,
    },
}

impl MetadataTableError {
    /// Returns the stable code, which is also the key of the message.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Document(error) => error.code(),
            Self::NoTable => "metadata-table-no-table",
            Self::NoColumn { .. } => "metadata-table-no-column",
            Self::NoKey { .. } => "metadata-table-no-key",
        }
    }

    /// Returns the error as a problem of the file `name`.
    pub fn problem(&self, name: &str) -> Problem {
        let list = |known: &[String]| ("known".to_owned(), Argument::quoted(&known.join(", ")));
        let arguments = match self {
            Self::Document(error) => return error.problem(name),
            Self::NoTable => Vec::new(),
            Self::NoColumn { column, known } => {
                vec![("column".to_owned(), Argument::quoted(column)), list(known)]
            }
            Self::NoKey { known } => vec![list(known)],
        };
        let place = SourceLocation { file: Some(name.to_owned()), ..SourceLocation::default() };
        Problem { code: self.code().to_owned(), is_warning: false, place, arguments }
    }
}

/// How a text may be named in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TextName<'name> {
    /// The path or name of its file; empty for a text without one.
    pub file: &'name str,
    /// Its title.
    pub title: &'name str,
}

/// The data that a table has for texts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MetadataMatch {
    /// The column that names the texts.
    pub key: String,
    /// The data of each text, in the order of the names; `None` for a text without a row.
    pub data: Vec<Option<Vec<MetadataField>>>,
    /// The rows that are not used.
    pub unmatched: Vec<UnmatchedRow>,
}

/// A row that is not used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnmatchedRow {
    /// Its number in the file, from 1.
    pub row: u32,
    /// What it names; empty where it names nothing.
    pub name: String,
    /// Why: no text (0), several texts, or one that has a row already (1).
    pub texts: usize,
}

/// Gives each text the data of the row that names it; `key` is the column with the names, which is found
/// by itself where it is not chosen.
///
/// ```
/// use tarazy_documents::{MetadataTable, ReadOptions, TextName, match_metadata};
/// let csv = "file,party,year\nauyl.txt,Ауыл,2023\namanat,Amanat,2019\n";
/// let table = MetadataTable::read("data.csv", csv.into(), &ReadOptions::default())?;
/// let name = |file| TextName { file, title: "" };
/// let found = match_metadata(&table, &[name("texts/amanat.docx"), name("texts/auyl.txt"), name("x.txt")], None)?;
/// assert_eq!(found.key, "file");
/// assert_eq!(found.data[0].as_ref().unwrap()[1].value.written(), "2019");
/// assert_eq!(found.data[2], None);
/// # Ok::<(), tarazy_documents::MetadataTableError>(())
/// ```
///
/// Cost: linear in the cells and in the names.
///
/// # Errors
/// [`MetadataTableError::NoColumn`] for a key that is not there; [`MetadataTableError::NoKey`] where no
/// column names a text.
pub fn match_metadata(
    table: &MetadataTable,
    names: &[TextName<'_>],
    key: Option<&str>,
) -> Result<MetadataMatch, MetadataTableError> {
    let texts = texts_by_name(names);
    let key = match key {
        Some(key) => chosen_key(table, key)?,
        None => found_key(table, &texts).ok_or_else(|| MetadataTableError::NoKey { known: table.columns.clone() })?,
    };
    let mut found = MetadataMatch { key: key.to_owned(), data: vec![None; names.len()], unmatched: Vec::new() };
    for row in &table.rows {
        let name = row.cells.iter().find(|cell| cell.field.name == key).map_or("", |cell| cell.shown.as_str());
        let named = texts.get(&folded(name)).map_or(&[][..], Vec::as_slice);
        match named {
            [text] if found.data[*text].is_none() => {
                let others = row.cells.iter().filter(|cell| cell.field.name != key);
                found.data[*text] = Some(others.map(|cell| cell.field.clone()).collect());
            }
            _ => found.unmatched.push(UnmatchedRow { row: row.number, name: name.to_owned(), texts: named.len() }),
        }
    }
    Ok(found)
}

/// Returns the places of the texts that each name may mean.
fn texts_by_name(names: &[TextName<'_>]) -> HashMap<String, Vec<usize>> {
    let mut texts: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, TextName { file, title }) in names.iter().enumerate() {
        let stem = &file[..file.len() - file_name(file).len() + bare_name(file).len()];
        for name in [title, file_name(file), bare_name(file), *file, stem] {
            let own = texts.entry(folded(name)).or_default();
            if own.last() != Some(&at) {
                own.push(at);
            }
        }
    }
    texts.remove("");
    texts
}

/// Returns a name in the form in which names are compared.
fn folded(name: &str) -> String {
    name.trim().nfc().flat_map(char::to_lowercase).map(|letter| if letter == '\\' { '/' } else { letter }).collect()
}

/// Returns the name of the chosen column as the table has it.
fn chosen_key<'table>(table: &'table MetadataTable, key: &str) -> Result<&'table str, MetadataTableError> {
    let known = table.columns.iter().find(|column| folded(column) == folded(key)).map(String::as_str);
    known.ok_or_else(|| MetadataTableError::NoColumn { column: key.to_owned(), known: table.columns.clone() })
}

/// Returns the column that names most texts, the first of several; `None` if none names any.
fn found_key<'table>(table: &'table MetadataTable, texts: &HashMap<String, Vec<usize>>) -> Option<&'table str> {
    let places: HashMap<&str, usize> = table.columns.iter().map(String::as_str).zip(0..).collect();
    let mut named: Vec<HashSet<usize>> = vec![HashSet::new(); table.columns.len()];
    for cell in table.rows.iter().flat_map(|row| &row.cells) {
        if let (Some([text]), Some(place)) =
            (texts.get(&folded(&cell.shown)).map(Vec::as_slice), places.get(cell.field.name.as_str()))
        {
            named[*place].insert(*text);
        }
    }
    let most = named.iter().map(HashSet::len).max().filter(|most| *most > 0)?;
    named.iter().position(|own| own.len() == most).map(|place| table.columns[place].as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(csv: &str) -> MetadataTable {
        MetadataTable::read("data.csv", csv.into(), &ReadOptions::default()).unwrap()
    }

    fn names<'name>(files: &[&'name str]) -> Vec<TextName<'name>> {
        files.iter().map(|file| TextName { file, title: "" }).collect()
    }

    /// The values of each text, with `/` between them.
    fn values(found: &MetadataMatch) -> Vec<String> {
        let written =
            |data: &Vec<MetadataField>| data.iter().map(|field| field.value.written()).collect::<Vec<_>>().join("/");
        found.data.iter().map(|data| data.as_ref().map_or("–".to_owned(), written)).collect()
    }

    #[test]
    fn the_column_that_names_most_texts_is_the_key() {
        let table = table("party,year,name\nauyl,2023,AUYL.TXT\nauyl,2019,auyl-2019\nAmanat,2023,speech.docx\n");
        let found = match_metadata(&table, &names(&["auyl.txt", "x/auyl-2019.txt", "y/other.txt"]), None).unwrap();
        assert_eq!(found.key, "name");
        assert_eq!(values(&found), ["auyl/2023", "auyl/2019", "–"]);
        let unmatched: Vec<_> = found.unmatched.iter().map(|row| (row.row, row.name.as_str(), row.texts)).collect();
        assert_eq!(unmatched, [(4, "speech.docx", 0)]);
    }

    #[test]
    fn titles_and_paths_name_texts_too() {
        let table = table("text;year\n2021/program;2021\n2023\\program.txt;2023\nЖарғы;2020\n");
        let texts = [
            TextName { file: "texts.csv", title: "Жарғы" },
            TextName { file: "2021/program.txt", title: "2021/program" },
            TextName { file: "2023/program.txt", title: "2023/program" },
        ];
        let found = match_metadata(&table, &texts, None).unwrap();
        assert_eq!(values(&found), ["2020", "2021", "2023"]);
        assert!(found.unmatched.is_empty());
    }

    #[test]
    fn what_is_in_doubt_is_not_used() {
        let table = table("file,year\nprogram,2021\nauyl,2021\nauyl.txt,2023\n,2019\n");
        let texts = names(&["a/program.txt", "b/program.txt", "auyl.txt"]);
        let found = match_metadata(&table, &texts, None).unwrap();
        assert_eq!(values(&found), ["–", "–", "2021"]);
        let unmatched: Vec<_> = found.unmatched.iter().map(|row| (row.row, row.texts)).collect();
        assert_eq!(unmatched, [(2, 2), (4, 1), (5, 0)]);
    }

    #[test]
    fn a_key_may_be_chosen_and_must_be_there() {
        let table = table("a,b\nauyl,amanat\namanat,auyl\n");
        let texts = names(&["auyl.txt"]);
        assert_eq!(values(&match_metadata(&table, &texts, Some("B")).unwrap()), ["amanat"]);
        let error = match_metadata(&table, &texts, Some("c")).unwrap_err();
        assert_eq!(error.code(), "metadata-table-no-column");
        let error = match_metadata(&table, &names(&["x"]), None).unwrap_err();
        assert_eq!(error, MetadataTableError::NoKey { known: vec!["a".to_owned(), "b".to_owned()] });
    }

    #[test]
    fn names_are_compared_in_composed_form() {
        let table = table("file,year\nЖарғының жайы.txt,2023\n");
        let decomposed: String = "жарғының жайы.txt".nfd().collect();
        assert_ne!(decomposed, "жарғының жайы.txt");
        assert_eq!(values(&match_metadata(&table, &names(&[&decomposed]), None).unwrap()), ["2023"]);
    }

    #[test]
    fn numbers_and_codes_name_texts_as_they_are_shown() {
        let table = table("n,party\n007,a\n7,b\n1.10,c\n");
        let texts = names(&["7.txt", "007.txt", "1.10.txt"]);
        assert_eq!(values(&match_metadata(&table, &texts, None).unwrap()), ["b", "a", "c"]);
    }

    #[test]
    fn records_are_rows_and_what_is_no_table_is_refused() {
        let json = r#"[{"file": "auyl", "year": 2023, "party": "Ауыл"}]"#;
        let table = MetadataTable::read("data.json", json.into(), &ReadOptions::default()).unwrap();
        assert_eq!(values(&match_metadata(&table, &names(&["auyl.txt"]), None).unwrap()), ["2023/Ауыл"]);
        let page = b"<!doctype html><p>text".to_vec();
        let error = MetadataTable::read("a.html", page, &ReadOptions::default()).unwrap_err();
        assert_eq!(error.code(), "metadata-table-no-table");
        let word = [&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1][..], &[0; 600]].concat();
        let error = MetadataTable::read("a.doc", word, &ReadOptions::default()).unwrap_err();
        assert_eq!(error.code(), "document-other-format");
    }
}
