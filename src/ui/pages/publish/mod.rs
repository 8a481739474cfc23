//! The page Publish.

mod page;

pub use page::PublishPage;
