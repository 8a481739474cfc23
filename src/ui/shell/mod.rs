//! What surrounds every page: header, links between pages, notices, progress.

mod embedded_line;
mod header;
mod help;
mod mark;
mod navigation;
mod notice_list;
mod progress_line;
mod study_strip;

pub use embedded_line::EmbeddedLine;
pub use header::Header;
pub use help::{PrivacyNote, Shortcuts};
pub use navigation::{Navigation, deed_words};
pub use notice_list::NoticeList;
pub use progress_line::ProgressLine;
pub use study_strip::StudyStrip;
