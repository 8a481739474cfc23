//! Matches in their contexts, and whole texts.

mod cell_choice;
mod contexts;
mod marked_text;
mod reader;
mod reader_legend;

pub use cell_choice::CellChoice;
pub use contexts::{Contexts, LINES_PER_PAGE};
pub use marked_text::MarkedText;
pub use reader::Reader;
