//! The lexicon's page: a tree of categories and entries beside what each of them does in the texts,
//! edited in place.
//!
//! Every edit is a [`tarazy_engine::lexicon::LexiconEdit`] on its way through the study's history
//! to the engine; nothing is kept here but what is looked at and what is being typed.

mod card;
mod category_pane;
mod changes;
mod checks;
mod difference;
mod entries_view;
mod entry_filter;
mod entry_form;
mod entry_pane;
mod head;
mod history;
mod lint;
mod page;
mod parallel;
mod parallel_row;
mod selection;
mod tree;
mod trial_view;
mod validation;

pub use card::CardView;
pub use difference::LexiconDifferenceView;
pub use lint::LexiconLint;
pub use page::LexiconPage;
pub use parallel::LexiconParallel;
pub use selection::Selection;
pub use tree::LexiconTree;
pub use trial_view::TrialView;
pub use validation::{Outcome, ValidationView};
