//! What a page asks of a program of its own beside it, which has this crate in it: one request for a
//! file, one reply, both as data.

use serde::{Deserialize, Serialize};
use tarazy_engine::problem::Problem;

use crate::{
    error::DocumentError,
    format::DocumentFormat,
    metadata_table::MetadataTable,
    model::ReadFile,
    options::ReadOptions,
    preview::{TablePreview, preview},
    reader::read,
    recognise::format_of,
    tables::tables,
};

/// A request to read a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRequest {
    /// The name of the file.
    pub name: String,
    /// How it is read.
    pub options: ReadOptions,
    /// What the reply is to be.
    pub wants: Wants,
}

/// What the reply to a request is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wants {
    /// [`FileReply::Table`] for a table, and for other files what they hold.
    Preview,
    /// What the file holds: the texts of [`ReadOptions::column`] for a table, or all of it as one
    /// text.
    Documents,
    /// As [`Wants::Preview`], with the rows of a table as data on texts that stand in other files.
    PreviewAndData,
}

/// The reply to a request.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum FileReply {
    /// A plain text: its bytes are what the engine decodes, repairs and hashes.
    Plain,
    /// A table, for which columns are to be chosen; its rows as data, where they are wanted.
    Table(TablePreview, Option<MetadataTable>),
    /// The documents in the file.
    Documents(ReadFile),
    /// Why the file is not read.
    Refused(Problem),
}

/// Answers a request for the bytes of a file.
///
/// ```
/// use tarazy_documents::{FileReply, FileRequest, ReadOptions, Wants, request};
///
/// let table = "party;year;text\nАуыл;2023;Біз әділетті қоғам құрамыз деп уәде береміз.\n";
/// let mut file = FileRequest { name: "сайлау.csv".to_owned(), options: ReadOptions::default(), wants: Wants::Preview };
/// let FileReply::Table(preview, _) = request(table.as_bytes().to_vec(), &file) else { panic!("it is a table") };
/// assert_eq!((preview.text_column, preview.separator), (Some(2), Some(';')));
///
/// file.options.column = Some(preview.columns[2].name.clone());
/// file.options.has_head = Some(preview.has_head);
/// file.wants = Wants::Documents;
/// let FileReply::Documents(read) = request(table.as_bytes().to_vec(), &file) else { panic!("it has texts") };
/// assert_eq!(read.documents[0].metadata.len(), 2);
/// ```
///
/// Cost: as [`read`].
pub fn request(bytes: Vec<u8>, request: &FileRequest) -> FileReply {
    let format = format_of(&request.name, &bytes);
    if format == Some(DocumentFormat::Plain) {
        return FileReply::Plain;
    }
    let refused = |error: &DocumentError| FileReply::Refused(error.problem(&request.name));
    if let Some(format) = format.filter(|_| request.wants != Wants::Documents) {
        match tables(format, &bytes, &request.options).transpose() {
            Ok(Some(tables)) => {
                if let Some(preview) = preview(&tables, format, &request.options) {
                    let data = (request.wants == Wants::PreviewAndData).then(|| MetadataTable::of(&tables));
                    return FileReply::Table(preview, data);
                }
            }
            Ok(None) => {}
            Err(error) => return refused(&error),
        }
    }
    match read(&request.name, bytes, &request.options) {
        Ok(file) => FileReply::Documents(file),
        Err(error) => refused(&error),
    }
}
