//! A PDF file: from references to objects, from objects to pages and to the bytes of streams.

mod cipher;
mod document;
mod key;
mod object_stream;
mod page;
mod rebuild;
mod table;

pub(crate) use document::File;
pub(crate) use page::{Area, Page, pages};
