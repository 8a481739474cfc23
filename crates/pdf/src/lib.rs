//! The bytes of a PDF file → its text, in the order in which it is read.
//!
//! A PDF has no text, only characters at places. [`read`] finds out which characters they are and
//! where words, lines and paragraphs end. Running heads, page numbers and the numbers of lists are
//! left out of the text and counted in a [`Receipt`]. Lines keep the hyphens
//! at their ends; joining words is left to the repairs of `tarazy-engine`, which know the languages.
//!
//! Laws: the same bytes give the same result on every machine, since work is counted in steps and
//! not in time; a file takes no more than its [`Limits`]; a text that cannot be known is refused
//! and never guessed.
//!
//! ```
//! use tarazy_pdf::{Limits, PdfError, read};
//!
//! assert_eq!(read(b"", Limits::default()).unwrap_err(), PdfError::Empty);
//! ```

mod budget;
mod content;
mod error;
mod file;
mod filter;
mod font;
mod layout;
mod object;
mod reading;
mod receipt;
mod usable;

pub use budget::Limits;
pub use error::{Limit, Part, PdfError};
pub use reading::{PdfText, read};
pub use receipt::{LeftOut, LeftOutKind, Receipt};
