//! The page Texts, the list of texts beside every page, and what was repaired in a text.

mod card_repairs;
mod changed_letters;
mod document_card;
mod page;
mod receipt_kind;
mod receipt_panel;
mod repairs_page;
mod text_list;

pub use card_repairs::CardRepairs;
pub use page::TextsPage;
pub use receipt_panel::ReceiptPanel;
pub use repairs_page::RepairsPage;
pub use text_list::TextList;
