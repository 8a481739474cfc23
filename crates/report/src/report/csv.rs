//! The table as comma-separated values (RFC 4180) in UTF-8.

use super::{
    data::DataColumns,
    field::{Field, Value},
    grid::table1_grid,
    provenance,
    style::TableStyle,
};
use crate::message::Messages;
use tarazy_engine::{
    counting::{Column, Comparison, Measure},
    language::number_format::DecimalSign,
};

/// How a CSV file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CsvStyle {
    /// What stands between fields.
    pub separator: Separator,
    /// Whether a comma stands before decimals instead of a point.
    pub has_decimal_comma: bool,
    /// Whether the file begins with a byte order mark, by which spreadsheets know UTF-8.
    pub has_byte_order_mark: bool,
}

/// What stands between the fields of a CSV file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    /// `,` (RFC 4180).
    Comma,
    /// `;`, where a comma stands before decimals.
    Semicolon,
    /// A tab.
    Tab,
}

impl Separator {
    /// All of them, the usual first.
    pub const ALL: [Self; 3] = [Self::Comma, Self::Semicolon, Self::Tab];

    /// Returns the stable name: `comma`, `semicolon` or `tab`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Comma => "comma",
            Self::Semicolon => "semicolon",
            Self::Tab => "tab",
        }
    }

    const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }
}

impl CsvStyle {
    /// What programs read: commas, points and no byte order mark.
    pub const PLAIN: Self = Self { separator: Separator::Comma, has_decimal_comma: false, has_byte_order_mark: false };

    /// What both spreadsheets and programs read: the same with a byte order mark, without which
    /// spreadsheets take a file for one in an old encoding.
    pub const MARKED: Self = Self { has_byte_order_mark: true, ..Self::PLAIN };

    /// Returns the style that fits what is known of it. Spreadsheets whose decimals have a comma
    /// expect semicolons, and the reverse: in a Russian one, `12.5` between semicolons is a day in
    /// May.
    pub fn fitting(separator: Option<Separator>, sign: DecimalSign) -> Self {
        let separator = separator.unwrap_or(match sign {
            DecimalSign::Comma => Separator::Semicolon,
            DecimalSign::ByLanguage | DecimalSign::Point => Separator::Comma,
        });
        let has_decimal_comma = match sign {
            DecimalSign::ByLanguage => separator == Separator::Semicolon,
            sign => sign == DecimalSign::Comma,
        };
        Self { separator, has_decimal_comma, has_byte_order_mark: false }
    }

    /// Returns a number that was written with a point as this style writes it.
    pub(super) fn decimal(self, written: String) -> String {
        if self.has_decimal_comma { written.replace('.', ",") } else { written }
    }
}

/// Returns the table: one row a document, columns `title`, one for each kind of data on the texts
/// (`party`, `year`; with `:data` behind a name that another column has), `language`, `characters`,
/// `characters_without_spaces`, `words`, one for each category path (with the name that an imported
/// dictionary gives it, where that is another: `state-2 [-STATE-]`), then where the numbers come
/// from: `measure`, `policy`, `negation`, `lexicon`, `lexicon_sha256`, `version`,
/// `lexicon_version`, `levels` (`all`, `up-to-2`, `only-1-3`), `case_sensitive`, `repairs`
/// (`look-alike:3`, empty for none) and `text_sha256`.
///
/// Counts are whole numbers; other measures have six decimals; an empty field is a
/// value without a base. Text that a spreadsheet would take for a formula begins with an
/// apostrophe.
pub fn csv(table: &Comparison, measure: Measure, style: CsvStyle) -> String {
    render(table, measure, false, style)
}

/// Returns the same with a column `path:weighted` behind that of each category: the measure of its
/// weighted count, with six decimals.
pub fn weighted_csv(table: &Comparison, measure: Measure, style: CsvStyle) -> String {
    render(table, measure, true, style)
}

/// Returns Table 1 in the words and numbers of a language, a row a document whatever the style
/// says: `n` before the dominant values is the number of matches on which they rest. Then follow the
/// columns of [`csv`] that state where the numbers come from, and what Table 1 names:
/// `topics_compete`, `special_rate`, `special_matches`, `dominant_matches`.
pub fn table1_csv(
    table: &Comparison,
    style: impl Into<TableStyle>,
    csv_style: CsvStyle,
    messages: &Messages,
) -> String {
    let grid = table1_grid(table, TableStyle { is_transposed: false, ..style.into() }, messages);
    let field = |field: &Field| match field.value {
        // A minus before a number is no formula.
        Value::Plain(_) => field.text.clone(),
        _ => harmless(&field.text),
    };
    let head = std::iter::once(grid.header.iter().map(|title| harmless(title)).collect::<Vec<_>>());
    let own = head.chain(grid.rows.iter().map(|row| row.iter().map(field).collect()));
    let header = [&provenance::COLUMNS[..], &provenance::TABLE1_COLUMNS].concat();
    let header = std::iter::once(header.into_iter().map(str::to_owned).collect::<Vec<_>>());
    let rules = provenance::table1_fields(table.options.table1);
    let fields = |row| [&provenance::fields(table, row, "")[..], &rules].concat();
    let provenance = header.chain(table.documents.iter().map(fields));
    let rows: Vec<Vec<String>> =
        own.zip(provenance).map(|(own, provenance)| [&own[..], &provenance].concat()).collect();
    write(&rows, csv_style)
}

fn render(table: &Comparison, measure: Measure, is_weighted: bool, style: CsvStyle) -> String {
    let mut rows = Vec::with_capacity(table.documents.len() + 1);
    let data = DataColumns::of(table);
    let fixed = ["language", "characters", "characters_without_spaces", "words"].map(str::to_owned);
    let provenance = provenance::COLUMNS.map(str::to_owned);
    let heads = table.columns.iter().flat_map(|column| {
        let head = harmless(&category_head(column));
        let weighted = is_weighted.then(|| format!("{head}:weighted"));
        std::iter::once(head).chain(weighted)
    });
    let others: Vec<String> = fixed.into_iter().chain(heads).chain(provenance).collect();
    let title = vec!["title".to_owned()];
    let data_heads = data.heads(&[&title[..], &others].concat());
    rows.push([title, data_heads, others].concat());
    for row in &table.documents {
        let mut fields = vec![harmless(&row.title)];
        fields.extend(data.csv_fields(row, style));
        fields.extend([
            row.language.map_or("", |language| language.code()).to_owned(),
            row.characters.to_string(),
            row.characters_without_spaces.to_string(),
            row.words.to_string(),
        ]);
        fields.extend((0..table.columns.len()).flat_map(|at| {
            let decimal = |value| style.decimal(format!("{value:.6}"));
            let weighted = || measure.weighted_value(row, at).map_or_else(|_| String::new(), decimal);
            std::iter::once(number(measure, measure.value(row, at), style)).chain(is_weighted.then(weighted))
        }));
        fields.extend(provenance::fields(table, row, measure.name()));
        rows.push(fields);
    }
    write(&rows, style)
}

/// Names a category by its path, and behind it in brackets by the name that the dictionary gives it
/// from which it was imported: `state-2 [-STATE-]`.
pub(super) fn category_head(column: &Column) -> String {
    if column.name.is_empty() { column.path.clone() } else { format!("{} [{}]", column.path, column.name) }
}

/// A value with six decimals, a count without; empty for none.
fn number(measure: Measure, value: Option<f64>, style: CsvStyle) -> String {
    match (measure, value) {
        (_, None) => String::new(),
        (Measure::Count, Some(value)) => format!("{value:.0}"),
        (_, Some(value)) => style.decimal(format!("{value:.6}")),
    }
}

/// Text that no spreadsheet takes for a formula (OWASP ASVS 1.2.10): an apostrophe stands before
/// it.
///
/// Not every program takes quotation marks for what they are, and some split a file at other
/// characters than the comma. What stands behind a separator or a line end, and behind quotation
/// marks there, is therefore looked at as the beginning of a field is.
pub(super) fn harmless(text: &str) -> String {
    let mut harmless = String::with_capacity(text.len() + 1);
    let mut is_start = true;
    for (at, letter) in text.char_indices() {
        if is_start && is_formula(&text[at..]) {
            harmless.push('\'');
        }
        harmless.push(letter);
        is_start = matches!(letter, ',' | ';' | '\t' | '|') || letter.is_control() || (is_start && letter == '"');
    }
    harmless
}

/// Returns `true` if a spreadsheet would compute what starts so. Characters of other widths count
/// too, and control characters of any kind.
pub(super) fn is_formula(text: &str) -> bool {
    text.starts_with(|first: char| {
        first.is_control() || matches!(first, '=' | '+' | '-' | '@' | '\u{FF1D}' | '\u{FF0B}' | '\u{FF0D}' | '\u{FF20}')
    })
}

/// Rows as CSV with LF line ends.
pub(super) fn write(rows: &[Vec<String>], style: CsvStyle) -> String {
    let start = if style.has_byte_order_mark { "\u{FEFF}".as_bytes() } else { b"" };
    let mut writer = ::csv::WriterBuilder::new().delimiter(style.separator.byte()).from_writer(start.to_vec());
    for row in rows {
        writer.write_record(row).expect("memory takes every row, and all have the same length");
    }
    let bytes = writer.into_inner().expect("memory takes every byte");
    String::from_utf8(bytes).expect("rows of text are text")
}
