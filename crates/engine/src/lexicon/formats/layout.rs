//! The rows of a table → its shape, and which column holds what.
//!
//! Names of columns decide where they are known. Otherwise the cells do, as far as only one reading
//! is likely; that is reported as a guess. A table that could as well mean something else is an
//! error, since its counts would be wrong without a sign.
//!
//! Everything here is linear in the cells.

use ::csv::StringRecord;

use super::column::{Columns, FirstName, Head, Look, Named};
use crate::lexicon::{error::LexiconError, file::shape::TableShape};

/// What the columns of a table hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) shape: TableShape,
    /// Whether the shape follows from what the cells look like and not from the names of the
    /// columns.
    pub(super) is_guessed: bool,
    /// Whether the first row names the columns.
    pub(super) has_heads: bool,
    /// For the shapes with a row for an entry.
    pub(super) columns: Columns,
    /// Columns that are not read, ascending.
    pub(super) unread: Vec<usize>,
    /// What stands in the cells of a matrix.
    pub(super) marks: Marks,
}

/// What stands in the cells of a matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Marks {
    /// Crosses, perhaps with weights among them.
    #[default]
    Crosses,
    /// Numbers alone that are scores: a term is in nearly every category, and how much is what they
    /// say.
    Scores,
    /// The names of the columns, as in the General Inquirer.
    Names,
}

impl Layout {
    fn new(shape: TableShape, has_heads: bool) -> Self {
        Self {
            shape,
            is_guessed: true,
            has_heads,
            columns: Columns::default(),
            unread: Vec::new(),
            marks: Marks::default(),
        }
    }

    /// Finds the layout of rows of which at least one has a cell; `has_tabs` says that tabs
    /// separate the cells, and `forced` is the shape that a user states.
    ///
    /// # Errors
    /// [`LexiconError::Heads`] where the rows could be read in several ways.
    pub(super) fn of(
        rows: &[(u32, StringRecord)],
        has_tabs: bool,
        forced: Option<TableShape>,
    ) -> Result<Self, LexiconError> {
        let unclear = || Err(heads_error(rows.first().map(|(_, row)| row)));
        let Some((_, first)) = rows.first() else { return unclear() };
        let table = Table { rows, named: Named::of(first), looks: Look::of(rows) };
        match forced {
            Some(shape) => Ok(table.forced(shape)),
            None => table.found(has_tabs).map_or_else(unclear, Ok),
        }
    }
}

/// Returns the error for a table whose columns do not say what they hold.
pub(super) fn heads_error(first: Option<&StringRecord>) -> LexiconError {
    let found = first.map(row_text).unwrap_or_default();
    LexiconError::Heads { found }
}

/// Returns a row for a message.
pub(super) fn row_text(row: &StringRecord) -> String {
    let cells: Vec<&str> = row.iter().map(str::trim).take(8).collect();
    super::shortened(&cells.join(" | "))
}

/// How many rows a table has at most of which small numbers say little.
const SMALL_TABLE: usize = 50;

struct Table<'rows> {
    rows: &'rows [(u32, StringRecord)],
    named: Named,
    looks: Vec<Look>,
}

impl Table<'_> {
    fn found(&self, has_tabs: bool) -> Option<Layout> {
        let matrix = self.matrix();
        if self.named.category.is_some() && self.named.pattern.is_some() {
            // A category of a matrix may happen to be called so; then there is nothing but marks.
            let is_matrix = matrix.as_ref().is_some_and(|matrix| matrix.unread.is_empty());
            if !(is_matrix && self.named.pattern == Some(0)) {
                return Some(self.long_by_names());
            }
        }
        let has_weights = self.named.pattern.is_some() && self.named.columns.weight.is_some();
        if has_weights && self.named.category.is_none() && self.named.first == FirstName::Nothing {
            return self.weights_by_names();
        }
        if matrix.is_some() {
            return matrix;
        }
        if self.looks.iter().any(Look::is_numeric_throughout) {
            return self.without_heads();
        }
        if has_tabs && is_empath(self.rows) {
            return Some(Layout::new(TableShape::Empath, false));
        }
        self.texts()
    }

    /// A row an entry, in the columns that have the names for it.
    fn long_by_names(&self) -> Layout {
        let shape = if self.named.is_word_first { TableShape::Tidytext } else { TableShape::Long };
        let mut layout = Layout { is_guessed: false, columns: self.named.columns, ..Layout::new(shape, true) };
        layout.unread = self.others(&layout.columns, true);
        // A column of 0 and 1 says what belongs to the category, whatever it is called.
        let says_members = |at: &usize| self.looks[*at].is_numeric() && self.looks[*at].scores == 0;
        if layout.columns.weight.is_none()
            && let [only] = layout.unread[..]
            && says_members(&only)
        {
            layout.columns.weight = Some(only);
            layout.unread.clear();
        }
        layout
    }

    /// Terms and weights in columns that have the names for them; `None` where another column may
    /// hold categories.
    fn weights_by_names(&self) -> Option<Layout> {
        let columns = Columns { category: self.named.columns.pattern, ..self.named.columns };
        let unread = self.others(&columns, true);
        let may_be_category = |at: &usize| self.looks[*at].is_text() && self.looks[*at].repeats();
        (!unread.iter().any(may_be_category)).then_some(Layout {
            is_guessed: false,
            columns,
            unread,
            ..Layout::new(TableShape::Weights, true)
        })
    }

    /// Terms in the first column and marks or weights in others, below the names of categories.
    fn matrix(&self) -> Option<Layout> {
        let others = self.looks.get(1..).filter(|others| !others.is_empty())?;
        let is_called_term = self.has_term_head() || self.named.pattern == Some(0);
        let has_own_names = others.iter().any(|look| look.own_names > 0);
        // A cell in every row that is like the first is a value of a table without heads.
        let is_value = |look: &Look| look.own_names > 0 && look.filled + 1 == self.rows.len();
        if !is_called_term && others.iter().any(is_value) {
            return None;
        }
        let is_first = self.looks.first().is_some_and(|first| first.head != Head::Number && !first.is_numeric());
        // LIWC-22 takes anything in a cell for a mark.
        let is_unread =
            |look: &Look| look.filled > 0 && look.numbers + look.crosses == 0 && self.named.first != FirstName::Liwc;
        let mut layout = Layout { is_guessed: !self.has_term_head(), ..Layout::new(TableShape::Matrix, true) };
        layout.unread = (1..).zip(others).filter(|(_, look)| is_unread(look)).map(|(at, _)| at).collect();
        let marked = || others.iter().filter(|look| look.filled > 0 && !is_unread(look));
        let is_scored = |look: &Look| look.numbers == look.filled && look.scores > 0;
        let has_scores = marked().any(is_scored) && marked().all(|look| look.crosses == 0);
        layout.marks = match (has_own_names, has_scores) {
            (true, _) => Marks::Names,
            (false, true) => Marks::Scores,
            (false, false) => Marks::Crosses,
        };
        let has_marks = marked().count() > 0
            && marked().all(Look::has_marks_only)
            && others.iter().all(|look| !matches!(look.head, Head::Number | Head::Mark));
        let has_texts = !layout.unread.is_empty();
        let fits = has_marks && is_first && (!has_texts || is_called_term || has_own_names);
        (fits || self.has_term_head()).then_some(layout)
    }

    fn has_term_head(&self) -> bool {
        self.named.first != FirstName::Nothing
    }

    /// Rows with a number in the same column, the first row as well.
    fn without_heads(&self) -> Option<Layout> {
        let numbers: Vec<usize> = self.places(Look::is_numeric_throughout);
        let texts: Vec<usize> = (0..self.looks.len()).filter(|at| !numbers.contains(at)).collect();
        if texts.first() != Some(&0) {
            return None;
        }
        let (weight, rows) = (*numbers.first()?, self.rows.len());
        let has_tags = self.looks[0].tags * 10 >= rows * 9;
        let weights = |columns: Columns| {
            let unread = self.others(&columns, false);
            Some(Layout { columns, unread, ..Layout::new(TableShape::Weights, false) })
        };
        let columns = Columns { weight: Some(weight), has_tags, ..Columns::default() };
        match (&texts[1..], &numbers[..]) {
            ([], [_]) => weights(columns),
            ([forms], [1]) if has_tags => weights(Columns { forms: Some(*forms), ..columns }),
            ([other], [_]) => self.words_with_category(*other, weight).or_else(|| {
                // As in VADER, where the list of all judgements stands behind the score.
                if weight == 1 && !self.looks[0].repeats() { weights(columns) } else { None }
            }),
            (others, [1, ..]) if !others.is_empty() => {
                let may_be_category = |at: &usize| self.looks[*at].distinct * 2 <= rows;
                if self.looks[0].repeats() || others.iter().any(may_be_category) { None } else { weights(columns) }
            }
            _ => None,
        }
    }

    /// A word, a category and a number in each row, in the order that the cells show: the category
    /// is what comes again more often. Where they do not decide, and where the number is 0 or 1 or
    /// a part of 1, the word stands first, as in the NRC lexicons. `None` where nothing comes
    /// again.
    fn words_with_category(&self, other: usize, weight: usize) -> Option<Layout> {
        let rows = self.rows.len();
        let is_association = self.looks[weight].scores == 0 || other == 1 && self.looks[weight].fractions > 0;
        let (first, second) = (self.looks[0].distinct, self.looks[other].distinct);
        let fewest = first.min(second);
        let decides = fewest * 2 <= rows || rows <= SMALL_TABLE && (fewest < rows || is_association);
        if !decides {
            return None;
        }
        let is_small = rows <= SMALL_TABLE && !(second == rows && first * 2 <= rows);
        let is_word_first = self.looks[weight].scores == 0 || second <= first || is_association && is_small;
        let (pattern, category) = if is_word_first { (0, other) } else { (other, 0) };
        let shape = if is_word_first { TableShape::Tidytext } else { TableShape::Long };
        let columns = Columns { pattern, category, weight: Some(weight), ..Columns::default() };
        Some(Layout { columns, ..Layout::new(shape, false) })
    }

    /// Columns of text without known names: a category in each column, or in each row a category
    /// and a term.
    fn texts(&self) -> Option<Layout> {
        let width = self.looks.len();
        if width == 1 && self.named.pattern.is_some() {
            return Some(Layout { is_guessed: false, ..Layout::new(TableShape::List, true) });
        }
        let has_numbers = width > 1 && self.looks.iter().any(|look| look.filled > 0 && look.is_numeric());
        if self.named.is_known() || self.named.has_role || has_numbers || self.rows.len() == 1 {
            return None;
        }
        let is_full =
            self.rows.iter().all(|(_, row)| row.len() == width && row.iter().all(|cell| !cell.trim().is_empty()));
        if width < 2 || !is_full || !self.looks.iter().any(Look::repeats) {
            return Some(Layout::new(TableShape::Wide, true));
        }
        // The column of categories is the one whose cells come again and again. Where that of the
        // first row does not, it may as well name the column.
        let category = usize::from(self.looks[1].distinct < self.looks[0].distinct);
        let is_long = width == 2 && self.looks[category].head_recurs;
        let shape = if category == 0 { TableShape::Long } else { TableShape::Tidytext };
        let columns = Columns { category, pattern: 1 - category, ..Columns::default() };
        is_long.then_some(Layout { columns, ..Layout::new(shape, false) })
    }

    /// The layout of a stated shape: by names where they are known, else by place.
    fn forced(&self, shape: TableShape) -> Layout {
        let has_number_column =
            self.looks.iter().any(|look| look.is_numeric() && matches!(look.head, Head::Text | Head::Mark));
        let has_heads = match shape {
            TableShape::Wide | TableShape::Matrix => true,
            TableShape::Empath => false,
            TableShape::List => self.named.pattern.is_some(),
            _ => self.named.is_known() || self.named.has_role || has_number_column,
        };
        let columns = self.columns_of(shape, has_heads);
        let mut layout = Layout { is_guessed: false, columns, ..Layout::new(shape, has_heads) };
        match shape {
            TableShape::Matrix => {
                if let Some(found) = self.matrix() {
                    layout = Layout { is_guessed: false, ..found };
                }
            }
            TableShape::Long | TableShape::Tidytext | TableShape::List | TableShape::Weights => {
                layout.unread = self.others(&layout.columns, has_heads);
            }
            TableShape::Wide | TableShape::Empath => {}
        }
        layout
    }

    fn columns_of(&self, shape: TableShape, has_heads: bool) -> Columns {
        let (category, pattern) = if shape == TableShape::Long { (0, 1) } else { (1, 0) };
        let named = if has_heads { self.named.columns } else { Columns::default() };
        let pattern = self.named.pattern.filter(|_| has_heads).unwrap_or(pattern);
        let category = self.named.category.filter(|_| has_heads).unwrap_or(category);
        let is_weight = |at: &usize| *at != pattern && *at != category && self.looks[*at].is_numeric();
        let found = || self.places(Look::is_numeric).into_iter().find(is_weight);
        match shape {
            TableShape::List => Columns { pattern, category: pattern, ..Columns::default() },
            TableShape::Weights => {
                let is_weight = |at: &usize| *at != pattern && self.looks[*at].is_numeric();
                let weight = named.weight.or_else(|| self.places(Look::is_numeric).into_iter().find(is_weight));
                Columns { pattern, category: pattern, weight, note: named.note, ..Columns::default() }
            }
            _ => Columns { pattern, category, weight: named.weight.or_else(found), ..named },
        }
    }

    fn places(&self, is_wanted: impl Fn(&Look) -> bool) -> Vec<usize> {
        (0..self.looks.len()).filter(|at| is_wanted(&self.looks[*at])).collect()
    }

    /// Lists the columns with anything in them that have no meaning.
    fn others(&self, columns: &Columns, has_heads: bool) -> Vec<usize> {
        let Columns { category, pattern, weight, kind, concept, note, forms, .. } = *columns;
        let used = [Some(category), Some(pattern), weight, kind, concept, note, forms];
        let is_empty = |look: &Look| look.filled == 0 && (has_heads || look.head == Head::Empty);
        (0..self.looks.len()).filter(|at| !used.contains(&Some(*at)) && !is_empty(&self.looks[*at])).collect()
    }
}

/// Returns `true` if every row is a name and terms: rows that grow and shrink as no column of terms
/// can, without a gap.
fn is_empath(rows: &[(u32, StringRecord)]) -> bool {
    let length = |row: &StringRecord| {
        let used = row.iter().zip(1_usize..).filter(|(cell, _)| !cell.trim().is_empty());
        used.last().map_or(0, |(_, place)| place)
    };
    let lengths: Vec<usize> = rows.iter().map(|(_, row)| length(row)).collect();
    let has_gap =
        rows.iter().zip(&lengths).any(|((_, row), length)| row.iter().take(*length).any(|cell| cell.trim().is_empty()));
    !has_gap && (lengths.len() == 1 || lengths.windows(2).any(|pair| pair[1] > pair[0]))
}
