//! The page Texts, the list of texts beside every page, and what was repaired in a text.

mod card_repairs;
mod card_source;
mod changed_letters;
mod document_card;
mod kept_studies;
mod name_data;
mod page;
mod receipt_kind;
mod receipt_panel;
mod repairs_page;
mod table_dialog;
mod text_list;

pub use card_repairs::CardRepairs;
pub use card_source::CardSource;
pub use page::TextsPage;
pub use receipt_panel::ReceiptPanel;
pub use repairs_page::RepairsPage;
pub use table_dialog::TableDialog;
pub use text_list::TextList;
