//! A figure as a table of text, for readers who do not see it and for those who want its numbers.

/// Rows of text under a header, all of the same length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Twin {
    /// The title, that of the figure.
    pub title: String,
    /// The header.
    pub header: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
    /// Whether a column holds numbers and is set to the right.
    pub is_numeric: Vec<bool>,
}

impl Twin {
    /// Makes a table whose first columns, `words` of them, hold words and the others numbers.
    pub(super) fn new(title: &str, header: Vec<String>, rows: Vec<Vec<String>>, words: usize) -> Self {
        let is_numeric = (0..header.len()).map(|at| at >= words).collect();
        Self { title: title.to_owned(), header, rows, is_numeric }
    }
}
