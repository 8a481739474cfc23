//! A study → what is kept, passed on and printed: the project file, the page that is one file, the
//! package for a repository.
//!
//! Everything here is a pure function of a [`StudyFile`]: the same study gives the same bytes, with
//! no date and no name of a machine, so that a hash can stand in an article. What comes in may come
//! from anybody: sizes are limited, every text and the lexicon are checked against the hashes that
//! the recipe gives, and names inside an archive are only looked up, never followed.

mod body;
mod counted;
mod frame;
mod host;
mod job;
mod pack;
mod package;
mod page;
mod ro_crate;
mod share;
mod study_file;
mod study_file_error;

pub use counted::{CountedStudy, PassedOn};
pub use frame::{Frame, FrameError};
pub use job::{OpenedStudy, Product, PublishJob, StudyJob, StudyReply, run_job};
pub use package::{Lacking, citation_file, package};
pub use page::study_page;
pub use share::{is_share, read_share, share_fragment};
pub use study_file::{StudyFile, TextsKept};
pub use study_file_error::StudyFileError;
