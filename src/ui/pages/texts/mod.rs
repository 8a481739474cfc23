//! The page Texts, the list of texts beside every page, and what was repaired in a text.

mod add_text;
mod card_repairs;
mod changed_letters;
mod document_card;
mod receipt_kind;
mod receipt_panel;
mod repairs_page;
mod texts;

pub use add_text::{AddText, files};
pub use card_repairs::CardRepairs;
pub use receipt_panel::ReceiptPanel;
pub use repairs_page::RepairsPage;
pub use texts::Texts;
