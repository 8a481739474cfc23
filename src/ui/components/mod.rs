//! What two or more pages draw with.

mod by_hand;
mod category_key;
mod choice;
mod dialog;
mod encoding_choice;
mod entry_probed;
mod file_input;
mod menu;
mod pager;
mod return_focus;
mod text_field;
mod twin_table;
mod why;

pub use by_hand::ByHand;
pub use category_key::{CategoryKey, HUES, category_class};
pub use choice::Choice;
pub use dialog::Dialog;
pub use encoding_choice::{EncodingSelect, encoding_remedy, encodings};
pub use entry_probed::{EntryProbed, ProbedMatch};
pub use file_input::FileInput;
pub use menu::Menu;
pub use pager::{Page, pager};
pub use return_focus::{focus_nth, is_focus_lost, move_focus, use_focus_while_open};
pub use text_field::TextField;
pub use twin_table::TwinTable;
pub use why::why;
