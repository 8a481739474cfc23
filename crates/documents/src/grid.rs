//! Rows of cells → texts with their data.
//!
//! With a column each of its cells is a text, and other cells of the row are data on it. Without one
//! the table is one text, row by row, each cell a paragraph.

use std::collections::HashSet;

use tarazy_engine::settings::{MetadataField, MetadataValue};

use crate::{
    content::Content,
    error::{DocumentError, DocumentLimit},
    left_out::LeftOutKind,
    model::ReadWarning,
    options::ReadOptions,
    text_builder::TextBuilder,
};

/// A cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Cell {
    /// What it shows.
    pub(crate) text: String,
    /// Its value where that is not what it shows.
    pub(crate) value: Option<MetadataValue>,
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self { text, value: None }
    }
}

impl Cell {
    /// Returns `true` if the cell shows nothing.
    pub(crate) fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Returns the value of the cell as data on a text.
    pub(crate) fn to_value(&self) -> MetadataValue {
        self.value.clone().unwrap_or_else(|| MetadataValue::of(&self.text))
    }
}

/// A table.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    /// The rows, each with its number from 1.
    pub(crate) rows: Vec<(u32, Vec<Cell>)>,
}

/// The tables in one file.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    /// The tables, in the order of the file.
    pub(crate) grids: Vec<Grid>,
    /// What is known of all of them.
    pub(crate) base: Content,
    /// What separates fields, where the format has separators.
    pub(crate) separator: Option<char>,
}

/// Names of columns that hold the titles of texts, from the surest to the least sure one.
const TITLE_COLUMNS: [&str; 9] = ["title", "заголовок", "тақырыбы", "название", "атауы", "name", "имя", "аты", "id"];

/// Finds the column whose name is usual for titles.
pub(crate) fn usual_title<'name>(names: impl Iterator<Item = &'name str> + Clone) -> Option<usize> {
    TITLE_COLUMNS.iter().find_map(|usual| names.clone().position(|name| name.to_lowercase() == *usual))
}

/// The columns of a table.
#[derive(Debug)]
pub(crate) struct Columns {
    /// Their names, no two of which differ in capitals alone.
    pub(crate) names: Vec<String>,
    /// Whether the first row has the names.
    pub(crate) has_head: bool,
}

impl Columns {
    /// Names the columns of a table: a column without a name in the head has its number, and one
    /// whose name is taken has its number behind the name.
    pub(crate) fn new(grid: &Grid, has_head: bool) -> Self {
        let width = grid.rows.iter().map(|(_, row)| row.len()).max().unwrap_or(0);
        let head = grid.rows.first().filter(|_| has_head).map_or(&[][..], |(_, row)| row);
        let mut taken = HashSet::with_capacity(width);
        let names = (0..width).map(|at| {
            let own = head.get(at).map(|cell| cell.text.trim()).filter(|name| !name.is_empty());
            let mut name = own.map_or_else(|| (at + 1).to_string(), str::to_owned);
            // Each round makes the name longer by the same digits, so that few are needed.
            while !taken.insert(name.to_lowercase()) {
                name.push_str(&format!(" ({})", at + 1));
            }
            name
        });
        Self { names: names.collect(), has_head }
    }

    /// Returns the place of the column with a name, else with a number.
    pub(crate) fn find(&self, name: &str) -> Option<usize> {
        let folded = name.trim().to_lowercase();
        self.names.iter().position(|known| known.to_lowercase() == folded).or_else(|| {
            let number: usize = folded.parse().ok()?;
            (1..=self.names.len()).contains(&number).then(|| number - 1)
        })
    }

    /// Finds the column of the texts in a table, and whether the table has a head: where the options
    /// leave that open, it has if the name is in it.
    fn of_texts(grid: &Grid, column: &str, options: &ReadOptions) -> Option<(Self, usize)> {
        if let Some(has_head) = options.has_head {
            let columns = Self::new(grid, has_head);
            return columns.find(column).map(|place| (columns, place));
        }
        let folded = column.trim().to_lowercase();
        let with_head = Self::new(grid, true);
        if let Some(place) = with_head.names.iter().position(|known| known.to_lowercase() == folded) {
            return Some((with_head, place));
        }
        let without_head = Self::new(grid, false);
        without_head.find(column).map(|place| (without_head, place))
    }
}

impl Tables {
    /// Makes the texts of the tables.
    ///
    /// # Errors
    /// [`DocumentError::NoColumn`], and texts beyond a limit.
    pub(crate) fn contents(self, options: &ReadOptions) -> Result<Vec<Content>, DocumentError> {
        let Some(column) = &options.column else {
            return whole(&self.grids, options, self.base).map(|content| vec![content]);
        };
        let mut texts = Texts::new(options, self.base);
        let mut known: Option<Vec<String>> = None;
        let mut is_found = false;
        for grid in &self.grids {
            match Columns::of_texts(grid, column, options) {
                Some((columns, place)) => {
                    is_found = true;
                    texts.add(grid, &columns, place)?;
                }
                None => texts.pass_over(grid),
            }
            known = known.or_else(|| (!grid.rows.is_empty()).then(|| names(grid, options)));
        }
        let missing = if is_found { texts.missing_column() } else { Some(column.clone()) };
        match missing {
            Some(column) => Err(DocumentError::NoColumn { column, known: known.unwrap_or_default() }),
            None => Ok(texts.finish()),
        }
    }
}

/// Returns the names of the columns for a message.
fn names(grid: &Grid, options: &ReadOptions) -> Vec<String> {
    let mut columns = Columns::new(grid, options.has_head.unwrap_or(true));
    let head_width = grid.rows.first().map_or(0, |(_, row)| row.len());
    if columns.has_head {
        columns.names.truncate(head_width);
    }
    columns.names
}

/// Makes one text of all cells.
fn whole(grids: &[Grid], options: &ReadOptions, base: Content) -> Result<Content, DocumentError> {
    let mut builder = TextBuilder::new(&options.limits);
    for cell in grids.iter().flat_map(|grid| &grid.rows).flat_map(|(_, row)| row) {
        builder.text(&cell.text)?;
        builder.paragraph();
    }
    let mut content = base;
    content.text = builder.finish();
    let columns = grids.iter().find(|grid| !grid.rows.is_empty()).map(|grid| names(grid, options)).unwrap_or_default();
    if columns.len() > 1 {
        content.warnings.push(ReadWarning::WholeTable { columns });
    }
    Ok(content)
}

/// The texts of a column while they are made.
struct Texts<'options> {
    options: &'options ReadOptions,
    base: Content,
    contents: Vec<Content>,
    /// Bytes of text that may still be made.
    room: usize,
    /// Cells in tables without the column, and rows without a text.
    other_cells: u32,
    rows_without: u32,
    /// Columns that the options name and that were found in a table.
    found: HashSet<String>,
}

impl<'options> Texts<'options> {
    fn new(options: &'options ReadOptions, base: Content) -> Self {
        Self {
            options,
            base,
            contents: Vec::new(),
            room: options.limits.text_bytes,
            other_cells: 0,
            rows_without: 0,
            found: HashSet::new(),
        }
    }

    /// Counts the cells of a table that has no texts.
    fn pass_over(&mut self, grid: &Grid) {
        let cells = grid.rows.iter().flat_map(|(_, row)| row).filter(|cell| !cell.is_empty()).count();
        self.other_cells = self.other_cells.saturating_add(u32::try_from(cells).unwrap_or(u32::MAX));
    }

    /// Finds a column that the options name.
    fn find(&mut self, columns: &Columns, name: &str) -> Option<usize> {
        let place = columns.find(name);
        if place.is_some() {
            self.found.insert(name.to_owned());
        }
        place
    }

    /// Makes a text of each row of a table.
    fn add(&mut self, grid: &Grid, columns: &Columns, place: usize) -> Result<(), DocumentError> {
        let title_place = match &self.options.title_column {
            Some(name) if name.is_empty() => None,
            Some(name) => self.find(columns, name),
            None if columns.has_head => {
                usual_title(columns.names.iter().map(String::as_str)).filter(|title| *title != place)
            }
            None => None,
        };
        let mut is_data = vec![self.options.data_columns.is_none(); columns.names.len()];
        for name in self.options.data_columns.iter().flatten() {
            if let Some(place) = self.find(columns, name) {
                is_data[place] = true;
            }
        }
        if let Some(title) = title_place.filter(|_| self.options.data_columns.is_none()) {
            is_data[title] = false;
        }
        is_data[place] = false;
        for (number, row) in grid.rows.iter().skip(usize::from(columns.has_head)) {
            let text = row.get(place).map_or("", |cell| cell.text.trim());
            if text.is_empty() {
                self.rows_without = self.rows_without.saturating_add(1);
                continue;
            }
            let mut content = Content { row: Some(*number), ..self.base.clone() };
            self.take_room(text)?;
            text.clone_into(&mut content.text);
            let others = row.iter().enumerate().filter(|(at, cell)| *at != place && !cell.is_empty());
            let count = u32::try_from(others.clone().count()).unwrap_or(u32::MAX);
            content.left_out.add(LeftOutKind::OtherCells, count);
            content.metadata = others
                .filter(|(at, _)| is_data[*at])
                .map(|(at, cell)| MetadataField { name: columns.names[at].clone(), value: cell.to_value() })
                .collect();
            let title = title_place.and_then(|at| row.get(at)).map(|cell| cell.text.trim());
            content.title = title.filter(|title| !title.is_empty()).map(str::to_owned);
            self.contents.push(content);
        }
        Ok(())
    }

    /// Takes the room for a text.
    fn take_room(&mut self, text: &str) -> Result<(), DocumentError> {
        let limits = &self.options.limits;
        if self.contents.len() >= limits.documents {
            return Err(DocumentLimit::Documents.exceeded(limits.documents));
        }
        let room = self.room.checked_sub(text.len());
        self.room = room.ok_or_else(|| DocumentLimit::Text.exceeded(limits.text_bytes))?;
        Ok(())
    }

    /// Returns a column that the options name and that no table has.
    fn missing_column(&self) -> Option<String> {
        let title = self.options.title_column.iter().filter(|name| !name.is_empty());
        title.chain(self.options.data_columns.iter().flatten()).find(|name| !self.found.contains(*name)).cloned()
    }

    fn finish(mut self) -> Vec<Content> {
        if let Some(first) = self.contents.first_mut() {
            first.left_out.add(LeftOutKind::OtherCells, self.other_cells);
            first.left_out.add(LeftOutKind::OtherFields, self.rows_without);
        }
        self.contents
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(rows: &[&[&str]]) -> Grid {
        let row = |cells: &&[&str]| cells.iter().map(|cell| Cell::from((*cell).to_owned())).collect();
        Grid { rows: (1..).zip(rows.iter().map(row)).collect() }
    }

    fn read(grids: Vec<Grid>, options: &ReadOptions) -> Result<Vec<Content>, DocumentError> {
        Tables { grids, ..Tables::default() }.contents(options)
    }

    fn options(column: &str) -> ReadOptions {
        ReadOptions { column: Some(column.to_owned()), ..ReadOptions::default() }
    }

    #[test]
    fn names_of_columns_are_unique() {
        let grid = grid(&[&["Text", "", "text", "2", "2"], &["a", "b", "c", "d", "e", "f"]]);
        assert_eq!(Columns::new(&grid, true).names, ["Text", "2", "text (3)", "2 (4)", "2 (5)", "6"]);
        let numbered = Columns::new(&grid, false);
        assert_eq!(numbered.names, ["1", "2", "3", "4", "5", "6"]);
        assert_eq!((numbered.find("6"), numbered.find("7"), numbered.find("0")), (Some(5), None, None));
    }

    #[test]
    fn the_head_is_as_the_options_state() {
        let rows: &[&[&str]] = &[&["law", "1"], &["order", "2"]];
        let texts = |column: &str, has_head| {
            let options = ReadOptions { has_head, ..options(column) };
            read(vec![grid(rows)], &options)
                .map(|contents| contents.into_iter().map(|one| one.text).collect::<Vec<_>>())
        };
        assert_eq!(texts("law", None).unwrap(), ["order"]);
        assert_eq!(texts("1", None).unwrap(), ["2"], "a name comes before a number");
        assert_eq!(texts("1", Some(false)).unwrap(), ["law", "order"]);
        assert_eq!(texts("LAW", Some(true)).unwrap(), ["order"]);
        assert_eq!(texts("2", Some(true)).unwrap(), ["2"]);
        assert!(texts("law", Some(false)).is_err());
    }

    #[test]
    fn title_and_data_are_the_columns_of_the_options() {
        let rows: &[&[&str]] = &[&["id", "title", "party", "year", "text"], &["1", "A", "Ауыл", "2023", "law"]];
        let read = |title: Option<&str>, data: Option<&[&str]>| {
            let options = ReadOptions {
                title_column: title.map(str::to_owned),
                data_columns: data.map(|names| names.iter().map(|name| (*name).to_owned()).collect()),
                ..options("text")
            };
            read(vec![grid(rows)], &options).map(|mut contents| contents.remove(0))
        };
        let names = |content: &Content| content.metadata.iter().map(|field| field.name.clone()).collect::<Vec<_>>();
        let usual = read(None, None).unwrap();
        assert_eq!((usual.title.as_deref(), names(&usual).len()), (Some("A"), 3));
        let chosen = read(Some("Party"), Some(&["YEAR"])).unwrap();
        assert_eq!((chosen.title.as_deref(), names(&chosen)), (Some("Ауыл"), vec!["year".to_owned()]));
        assert_eq!(chosen.left_out.count(LeftOutKind::OtherCells), 4);
        let numbered = read(Some(""), Some(&[])).unwrap();
        assert_eq!((numbered.title, numbered.metadata), (None, Vec::new()));
        for (title, data) in [(Some("country"), None), (None, Some(&["country"][..]))] {
            let error = read(title, data).map(|_| ()).unwrap_err();
            assert!(
                matches!(error, DocumentError::NoColumn { column, known } if column == "country" && known.len() == 5)
            );
        }
    }

    #[test]
    fn tables_without_the_column_and_rows_without_a_text_are_counted() {
        let one = grid(&[&["text"], &[""], &["law"]]);
        let other = grid(&[&["notes", "x"], &["", "y"]]);
        let contents = read(vec![other, one], &options("text")).unwrap();
        assert_eq!(contents.len(), 1);
        assert_eq!(contents[0].left_out.count(LeftOutKind::OtherCells), 3);
        assert_eq!(contents[0].left_out.count(LeftOutKind::OtherFields), 1);
    }
}
