//! What surrounds every page: header, links between pages, notices, progress, and the page that the
//! address names.

mod current_page;
mod effects;
mod embedded_line;
mod header;
mod help;
mod mark;
mod navigation;
mod notice_list;
mod page;
mod progress_line;
mod study_strip;

pub use effects::Effects;
pub use page::Page;
