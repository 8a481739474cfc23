//! The page Compare: the table, what shapes and saves it, the methods, and two policies side by
//! side.

mod bar;
mod cell_explained;
mod cell_id;
mod compare_table;
mod compare_table_head;
mod compare_table_row;
pub mod export;
mod export_bar;
mod footnote;
mod methods;
mod one_text;
mod options_bar;
mod page;
mod policies_page;
mod policy_difference;
pub mod sort;
mod table1;
mod table1_limits;
mod table_keys;
mod table_window;

pub use compare_table::CompareTable;
pub use export_bar::{CopyInstead, SaveBar, copy_table, copy_text};
pub use footnote::Footnote;
pub use methods::MethodsPanel;
pub use options_bar::OptionsBar;
pub use page::ComparePage;
pub use policies_page::PoliciesPage;
pub use policy_difference::PolicyDifferenceView;
pub use table1::Table1;
