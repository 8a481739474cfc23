//! The parts of the page.

mod bar;
mod category_key;
mod cell_explained;
mod cell_place;
mod compare_table;
mod compare_table_head;
mod compare_table_row;
mod contexts;
mod footnote;
mod marked_text;
mod one_text;
mod reader;
mod reader_legend;
mod return_focus;
mod table1;
mod table_window;
mod why;

pub use bar::Bar;
pub use category_key::{CategoryKey, HUES};
use cell_explained::CellExplained;
pub use compare_table::CompareTable;
use compare_table_head::CompareTableHead;
use compare_table_row::CompareTableRow;
pub use contexts::{Contexts, LINES_PER_PAGE};
pub use footnote::Footnote;
use one_text::OneText;
pub use reader::Reader;
pub use table1::Table1;
