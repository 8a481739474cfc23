//! Characters with places → lines, paragraphs and what belongs to no paragraph.

mod label;
mod line;
mod order;
mod paragraph;
mod right_to_left;
mod running;
mod spread;
mod twice;

pub(crate) use label::labels;
pub(crate) use line::{Line, lines};
pub(crate) use order::in_reading_order;
pub(crate) use paragraph::joined;
pub(crate) use running::{Running, running};
pub(crate) use spread::joined as with_spread_lines;
