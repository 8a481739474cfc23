//! The columns of a table: what they are called, and what their cells look like.

use ::csv::StringRecord;
use rustc_hash::FxHashSet;

const CATEGORY_NAMES: [&str; 9] =
    ["category", "categories", "path", "key", "санат", "категория", "sentiment", "emotion", "affectdimension"];
const PATTERN_NAMES: [&str; 12] = [
    "pattern",
    "term",
    "word",
    "entry",
    "phrase",
    "dicterm",
    "english word",
    "үлгі",
    "сөз",
    "шаблон",
    "слово",
    "термин",
];
const WEIGHT_NAMES: [&str; 8] =
    ["weight", "score", "value", "intensity", "emotion-intensity-score", "association", "салмақ", "вес"];
const KIND_NAMES: [&str; 3] = ["kind", "syntax", "type"];
const CONCEPT_NAMES: [&str; 3] = ["concept", "ұғым", "понятие"];
const NOTE_NAMES: [&str; 4] = ["note", "comment", "ескерту", "примечание"];
/// Names that the first column of a matrix has in files of LIWC-22 and its kin.
const TERM_NAMES: [&str; 2] = ["dicterm", "entry"];
/// What LIWC-22 calls the terms. In its files any cell that is not empty is a mark.
const LIWC_TERM: &str = "dicterm";
/// Categories that tidytext and the NRC lexicons name behind the word.
const WORD_FIRST_NAMES: [&str; 3] = ["sentiment", "emotion", "affectdimension"];
/// Names that say what a column is for, but not in a way that is certain enough to count by: who
/// has such a column has no table with a category in each column.
const ROLE_NAMES: [&str; 36] = [
    "group",
    "class",
    "label",
    "tag",
    "topic",
    "theme",
    "lemma",
    "lexeme",
    "words",
    "terms",
    "token",
    "ngram",
    "polarity",
    "valence",
    "group name",
    "dictionary",
    "группа",
    "класс",
    "метка",
    "тег",
    "тема",
    "рубрика",
    "лемма",
    "лексема",
    "лексемы",
    "слова",
    "термины",
    "токен",
    "тональность",
    "раздел",
    "топ",
    "тақырып",
    "лексемалар",
    "сөздер",
    "бөлім",
    "белгі",
];

/// The columns of a table that have a meaning of their own, by place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Columns {
    pub(super) category: usize,
    pub(super) pattern: usize,
    pub(super) weight: Option<usize>,
    pub(super) kind: Option<usize>,
    pub(super) concept: Option<usize>,
    pub(super) note: Option<usize>,
    /// Inflected forms of the term with commas between them, as SentiWS has them.
    pub(super) forms: Option<usize>,
    /// Whether a part of speech stands behind the term, as in `Abbruch|NN`.
    pub(super) has_tags: bool,
}

/// What the name of the first column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum FirstName {
    #[default]
    Nothing,
    /// It is called as in the files of LIWC-22 and its kin: a matrix.
    Term,
    /// It is called as LIWC-22 itself does.
    Liwc,
}

/// What the names of columns say.
#[derive(Debug, Default)]
pub(super) struct Named {
    pub(super) category: Option<usize>,
    pub(super) pattern: Option<usize>,
    pub(super) columns: Columns,
    /// Whether categories stand behind words.
    pub(super) is_word_first: bool,
    /// What the name of the first column says of the table.
    pub(super) first: FirstName,
    /// Whether some column has the name of a role that is none of those above.
    pub(super) has_role: bool,
}

impl Named {
    /// Looks at the first row.
    pub(super) fn of(first: &StringRecord) -> Self {
        let heads: Vec<String> = first.iter().map(plain).collect();
        let place = |names: &[&str]| heads.iter().position(|head| names.contains(&head.as_str()));
        let (category, pattern) = (place(&CATEGORY_NAMES), place(&PATTERN_NAMES));
        let starts_with = |names: &[&str]| heads.first().is_some_and(|head| names.contains(&head.as_str()));
        let columns = Columns {
            category: category.unwrap_or_default(),
            pattern: pattern.unwrap_or_default(),
            weight: place(&WEIGHT_NAMES),
            kind: place(&KIND_NAMES),
            concept: place(&CONCEPT_NAMES),
            note: place(&NOTE_NAMES),
            ..Columns::default()
        };
        Self {
            is_word_first: place(&WORD_FIRST_NAMES).is_some(),
            first: match (starts_with(&[LIWC_TERM]), starts_with(&TERM_NAMES)) {
                (true, _) => FirstName::Liwc,
                (false, true) => FirstName::Term,
                (false, false) => FirstName::Nothing,
            },
            has_role: place(&ROLE_NAMES).is_some(),
            category,
            pattern,
            columns,
        }
    }

    /// Returns `true` if a name is known.
    pub(super) fn is_known(&self) -> bool {
        self.category.is_some() || self.pattern.is_some()
    }
}

/// Returns a name in small letters without white space around it.
fn plain(head: &str) -> String {
    head.trim().trim_matches('\u{feff}').to_lowercase()
}

/// A cell of the first row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Head {
    #[default]
    Empty,
    Text,
    Number,
    Mark,
}

/// What the cells of a column look like below the first row.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Look {
    /// What the cell of the first row is.
    pub(super) head: Head,
    /// Cells that are not empty.
    pub(super) filled: usize,
    pub(super) numbers: usize,
    /// Numbers other than 0 and 1.
    pub(super) scores: usize,
    /// Numbers that are not whole.
    pub(super) fractions: usize,
    /// Crosses, and cells that repeat the name of their column.
    pub(super) crosses: usize,
    /// Cells that repeat the name of their column.
    pub(super) own_names: usize,
    /// Cells with `|` in them.
    pub(super) tags: usize,
    /// Different cells, with that of the first row.
    pub(super) distinct: usize,
    /// Whether the cell of the first row stands in another row as well.
    pub(super) head_recurs: bool,
}

impl Look {
    /// Looks at all columns. Cost: linear in the cells.
    pub(super) fn of(rows: &[(u32, StringRecord)]) -> Vec<Self> {
        let width = rows.iter().map(|(_, row)| row.len()).max().unwrap_or(0);
        let mut looks = vec![Self::default(); width];
        let mut seen: Vec<FxHashSet<&str>> = vec![FxHashSet::default(); width];
        let Some(((_, first), body)) = rows.split_first() else { return looks };
        for ((look, seen), head) in looks.iter_mut().zip(&mut seen).zip(first) {
            let head = head.trim();
            if head.is_empty() {
                continue;
            }
            look.head = match (number(head), mark(head)) {
                (Some(_), _) => Head::Number,
                (None, Some(_)) => Head::Mark,
                (None, None) => Head::Text,
            };
            look.tags += usize::from(head.contains('|'));
            seen.insert(head);
        }
        for (_, row) in body {
            for (at, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty()) {
                let (look, cell) = (&mut looks[at], cell.trim());
                let head = first.get(at).unwrap_or("").trim();
                look.filled += 1;
                if let Some(number) = number(cell) {
                    look.numbers += 1;
                    look.fractions += usize::from(number.fract() != 0.0);
                    look.scores += usize::from(number != 0.0 && number.to_bits() != 1_f64.to_bits());
                } else if mark(cell).is_some() {
                    look.crosses += 1;
                } else if is_own_name(cell, head) {
                    look.crosses += 1;
                    look.own_names += 1;
                }
                look.tags += usize::from(cell.contains('|'));
                look.head_recurs |= cell == head;
                seen[at].insert(cell);
            }
        }
        for (look, seen) in looks.iter_mut().zip(&seen) {
            look.distinct = seen.len();
        }
        looks
    }

    /// Returns `true` if the cells are numbers, but for one in ten.
    pub(super) fn is_numeric(&self) -> bool {
        self.numbers * 10 >= self.filled * 9 && (self.numbers > 0 || self.filled == 0 && self.head == Head::Number)
    }

    /// Returns `true` if there are numbers in the first row and below: no row names the columns.
    pub(super) fn is_numeric_throughout(&self) -> bool {
        self.head == Head::Number && self.is_numeric()
    }

    /// Returns `true` if every cell is a mark or a number.
    pub(super) fn has_marks_only(&self) -> bool {
        self.filled > 0 && self.numbers + self.crosses == self.filled
    }

    /// Returns `true` for a column of text.
    pub(super) fn is_text(&self) -> bool {
        self.filled > 0 && !self.is_numeric()
    }

    /// Returns `true` if cells come again and again, as those of categories do and those of terms
    /// do not: more than one in ten, the first row included.
    pub(super) fn repeats(&self) -> bool {
        let all = self.filled + usize::from(self.head != Head::Empty);
        (all - self.distinct) * 10 > all
    }
}

/// Reads a mark that is no number: `Some(true)` says that the term is in the category,
/// `Some(false)` that it is not, as truth values do that a program wrote.
pub(super) fn mark(cell: &str) -> Option<bool> {
    match cell {
        "X" | "x" | "Х" | "х" | "✓" | "✔" | "+" => return Some(true),
        _ => {}
    }
    // Words are compared in small letters; none is longer than this.
    if cell.len() > 10 {
        return None;
    }
    match cell.to_lowercase().as_str() {
        "yes" | "true" | "да" | "иә" | "ия" => Some(true),
        "no" | "false" | "нет" | "жоқ" | "-" | "–" | "—" => Some(false),
        _ => None,
    }
}

/// Returns `true` if a cell repeats the name of its column, in letters and digits alone, or as much
/// of it as three of them: the General Inquirer marks `ABS@` by `ABS`.
pub(super) fn is_own_name(cell: &str, head: &str) -> bool {
    let letters = |text: &str| {
        text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    let (cell, head) = (letters(cell), letters(head));
    let (shorter, longer) = if cell.len() < head.len() { (&cell, &head) } else { (&head, &cell) };
    !shorter.is_empty() && (shorter == longer || shorter.chars().count() >= 3 && longer.starts_with(shorter.as_str()))
}

/// Reads a finite number, with a point or a comma.
pub(super) fn number(text: &str) -> Option<f64> {
    let text = text.trim().strip_prefix('\u{2212}').map_or_else(|| text.trim().to_owned(), |rest| format!("-{rest}"));
    if !text.starts_with(|letter: char| letter.is_ascii_digit() || matches!(letter, '+' | '-' | '.' | ',')) {
        return None;
    }
    text.replacen(',', ".", 1).parse().ok().filter(|number: &f64| number.is_finite())
}

/// Returns `true` if the first column numbers the rows, as R and spreadsheets do: whole numbers
/// that go up by one, under no name or under that of a number.
pub(super) fn numbers_rows(rows: &[(u32, StringRecord)]) -> bool {
    let whole = |row: &StringRecord| row.get(0).and_then(|cell| cell.trim().parse::<u64>().ok());
    let Some(((_, first), body)) = rows.split_first() else { return false };
    let head = first.get(0).map(plain).unwrap_or_default();
    let is_head = matches!(head.as_str(), "" | "id" | "№" | "#" | "no" | "no." | "index" | "unnamed: 0" | "rownames");
    let start = if is_head { body.first().and_then(|(_, row)| whole(row)) } else { whole(first) };
    let counted = if is_head { body } else { rows };
    let fits = |start: u64| counted.iter().zip(start..).all(|((_, row), number)| whole(row) == Some(number));
    counted.len() > 1 && first.len() > 1 && start.is_some_and(|start| start <= 1 && fits(start))
}

/// The columns at some places, from 1, for messages.
pub(super) fn column_numbers(columns: impl IntoIterator<Item = usize>) -> String {
    columns.into_iter().map(|column| (column + 1).to_string()).collect::<Vec<_>>().join(", ")
}
