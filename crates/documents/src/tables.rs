//! Files with tables in them → rows of cells, and a text in such a file.

use crate::{
    error::DocumentError,
    format::DocumentFormat,
    grid::Tables,
    json, odf,
    options::ReadOptions,
    reader::{new_room, read},
    recognise::format_of,
    table, workbook,
};

/// Finds a text in a file: a document in it, or a cell of a table whose columns are not known. Cost: as
/// [`read`], twice for a table.
pub fn find_text(name: &str, bytes: &[u8], options: &ReadOptions, is_it: impl Fn(&str) -> bool) -> Option<String> {
    let documents = read(name, bytes.to_vec(), options).ok().into_iter().flat_map(|file| file.documents);
    let found = documents.map(|document| document.text).find(|text| is_it(text));
    found.or_else(|| {
        let tables = tables(format_of(name, bytes)?, bytes, options)?.ok()?;
        let cells = tables.grids.into_iter().flat_map(|grid| grid.rows).flat_map(|(_, row)| row);
        cells.map(|cell| cell.text.trim().to_owned()).find(|text| is_it(text))
    })
}

/// Reads the tables in a file; `None` for a format without any.
pub(crate) fn tables(
    format: DocumentFormat,
    bytes: &[u8],
    options: &ReadOptions,
) -> Option<Result<Tables, DocumentError>> {
    let room = &mut new_room(options);
    Some(match format {
        DocumentFormat::Csv => table::read(bytes.to_vec(), None, options),
        DocumentFormat::Tsv => table::read(bytes.to_vec(), Some(b'\t'), options),
        DocumentFormat::Xlsx => workbook::read(bytes, options, room),
        DocumentFormat::Ods => odf::read_sheets(bytes, options, room),
        DocumentFormat::Json => json::read_table(bytes.to_vec(), false, options),
        DocumentFormat::JsonLines => json::read_table(bytes.to_vec(), true, options),
        _ => return None,
    })
}
