//! Characters with places → lines, paragraphs and what belongs to no paragraph.

mod line;
mod order;
mod paragraph;
mod running;

pub(crate) use line::{Line, PageLines, lines};
pub(crate) use order::in_reading_order;
pub(crate) use paragraph::joined;
pub(crate) use running::{Running, running};
