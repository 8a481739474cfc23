//! How a table is set: journals differ in decimals, in the sign before them, and in what is a row.

use tarazy_engine::language::number_format::DecimalSign;

/// How a table is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableStyle {
    /// How many decimals; counts have none.
    pub decimals: usize,
    /// What stands before them.
    pub decimal_sign: DecimalSign,
    /// Whether each text is a column, and each category a row.
    pub is_transposed: bool,
    /// Whether the path of a category stands behind the name that an imported dictionary gives it:
    /// other commands take paths.
    pub has_paths: bool,
}

impl Default for TableStyle {
    fn default() -> Self {
        1.into()
    }
}

impl From<usize> for TableStyle {
    /// The usual style with a given number of decimals.
    fn from(decimals: usize) -> Self {
        Self { decimals, decimal_sign: DecimalSign::ByLanguage, is_transposed: false, has_paths: false }
    }
}
