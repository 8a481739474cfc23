//! Bytes of a file → the documents in it, as texts with their data.
//!
//! ```text
//! bytes ─recognise─▶ format ─reader─▶ text builder ─▶ ReadDocument { text, metadata, left out, warnings }
//! ```
//!
//! What of a document is its text: the body with its lists, tables in reading order (cells are
//! breaks), text boxes, footnotes and endnotes after the paragraph that refers to them. What is not:
//! headers, footers, comments, deleted text, hidden text, field codes, alternative text, scripts,
//! navigation. Each kind that was left out is counted, and most can be included by [`ReadOptions`].
//! A blank line stands between paragraphs, so that no phrase crosses them.
//!
//! Laws: the content decides about the format, and the name only where contents do not differ
//! (a table and a text); all input is hostile, so that work and memory are bounded, nothing outside
//! the bytes is looked at, and names inside archives are labels and never paths; a document that
//! cannot be read is refused with a reason, and never read in part without a warning.
//!
//! ```
//! use tarazy_documents::{LeftOutKind, ReadOptions, read};
//!
//! let page = "<!doctype html><title>Жарғы</title><main><p>Сөз <b>бостан</b>дығы.<script>x()</script></main>";
//! let file = read("жарғы.html", page.as_bytes().to_vec(), &ReadOptions::default())?;
//! assert_eq!(file.documents[0].text, "Сөз бостандығы.");
//! assert_eq!(file.documents[0].left_out.count(LeftOutKind::Scripts), 1);
//! # Ok::<(), tarazy_documents::DocumentError>(())
//! ```
//!
//! The crate reads no file, starts no thread and asks for no time, so that the same code runs in a
//! browser. Its types can be serialized.
#![forbid(unsafe_code)]

mod charset;
mod container;
mod content;
mod docx;
mod epub;
mod error;
mod fictionbook;
mod format;
mod grid;
mod html;
mod json;
mod left_out;
mod limits;
mod mail;
mod markdown;
mod metadata_table;
mod model;
mod name_pattern;
mod odf;
mod options;
mod package;
mod pdf;
mod plain;
mod preview;
mod properties;
mod reader;
mod recognise;
mod request;
mod rtf;
mod subtitles;
mod table;
mod tables;
mod text_builder;
mod titles;
mod workbook;
mod xml;

pub use error::{DocumentError, DocumentLimit};
pub use format::{DocumentFormat, OtherFormat};
pub use left_out::{LeftOut, LeftOutKind};
pub use limits::Limits;
pub use metadata_table::{MetadataMatch, MetadataTable, MetadataTableError, TextName, UnmatchedRow, match_metadata};
pub use model::{ReadDocument, ReadFile, ReadWarning, RefusedPart};
pub use name_pattern::{NamePattern, NamePatternError, YEAR_NAMES};
pub use options::ReadOptions;
pub use preview::{ColumnKind, PreviewColumn, TablePreview};
pub use reader::read;
pub use recognise::{format_of, is_plain};
pub use request::{FileReply, FileRequest, Wants, request};
pub use tables::find_text;
pub use titles::{TakenTitles, bare_name, titles};
