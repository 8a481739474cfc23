//! Matches in their contexts, and whole texts.

mod cell_choice;
mod kwic;
mod marked_text;
mod page;
mod reader;
mod reader_legend;
mod search;
mod selection_bar;

pub use kwic::Contexts;
pub use marked_text::MarkedText;
pub use page::{ContextsArea, ReadArea, column_of};
pub use reader::Reader;
pub use search::SearchArea;
