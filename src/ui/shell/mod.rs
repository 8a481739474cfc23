//! What surrounds every page: header, links between pages, notices, progress, and the page that the
//! address names.

mod current_page;
mod effects;
mod embedded_line;
mod footer;
mod header;
mod help;
mod intake_line;
mod kept_line;
mod mark;
mod navigation;
mod notice_list;
mod page;
mod progress_line;
mod study_strip;
mod version_line;

pub use effects::Effects;
pub use page::Page;
