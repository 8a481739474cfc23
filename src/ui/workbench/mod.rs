//! The lexicon's page: a tree of categories and entries beside what each of them does in the texts, edited in place.
//!
//! Every edit is a [`tarazy_engine::lexicon::LexiconEdit`] on its way through the study's history to the engine; nothing is kept here but
//! what is looked at and what is being typed.

mod category_pane;
mod changes;
mod checks;
mod entry_form;
mod entry_pane;
mod head;
mod history;
mod place;
mod selection;
mod tree;
mod trial_view;

pub use category_pane::CategoryPane;
use category_pane::with as title_with;
pub use changes::Changes;
pub use checks::Checks;
pub use entry_form::EntryForm;
pub use entry_pane::EntryPane;
pub use head::LexiconHead;
pub use history::{History, HistoryList};
pub use place::{EntriesView, LexiconPlace};
pub use selection::Selection;
pub use tree::LexiconTree;
pub use trial_view::TrialView;

use tarazy_engine::{language::Language, lexicon::LocalText};

/// A title in one language.
fn with_title(language: Language, text: &str) -> LocalText {
    title_with(&LocalText::default(), language, text)
}
