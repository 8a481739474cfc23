//! Tables in plain text: fields with separators between them, as spreadsheets save them.
//!
//! An author writes commas and semicolons too, but a space behind them, and not the same number in
//! each line.

use csv::{ReaderBuilder, StringRecord};

use super::format::Marks;

/// How many rows are looked at.
const LOOK_ROWS: usize = 200;

/// How much of the text is looked at, in bytes.
const LOOK_BYTES: usize = 256 << 10;

/// What may stand between fields.
const SEPARATORS: [char; 4] = ['\t', ';', ',', '|'];

/// The longest head of a column, in words.
const HEAD_WORDS: usize = 4;

/// Of this number of rows one may have another number of fields.
const ROWS_PER_EXCEPTION: usize = 10;

/// Returns the rows of a table, and its first line.
pub(super) fn table(text: &str) -> Option<Marks> {
    let look = &text[..text.floor_char_boundary(LOOK_BYTES)];
    let start = look.len() - look.trim_start_matches(['\n', '\r', ' ']).len();
    let mut lines = look[start..].lines();
    let mut head = lines.next()?;
    // A line for Excel that names the separator.
    let named = head.strip_prefix("sep=");
    if named.is_some() {
        head = lines.next()?;
    }
    let is_table =
        |separator: char| named.is_some_and(|own| own.starts_with(separator)) || is_table(look, head, separator);
    SEPARATORS.into_iter().any(is_table).then(|| {
        let rows = text.lines().filter(|line| !line.trim().is_empty()).count();
        Marks { count: rows, start, end: start + look[start..].find('\n').unwrap_or(look.len() - start) }
    })
}

fn is_table(look: &str, head: &str, separator: char) -> bool {
    if !head.contains(separator) {
        return false;
    }
    let mut reader = ReaderBuilder::new();
    let mut reader = reader
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(separator).expect("separators are ASCII"))
        .from_reader(look.as_bytes());
    let rows: Vec<StringRecord> = reader.records().take(LOOK_ROWS).map_while(Result::ok).collect();
    let Some((head, others)) = rows.split_first() else { return false };
    let width = head.len();
    let alike = others.iter().filter(|row| row.len() == width).count();
    let has_head = head.iter().all(is_head);
    // Rows may be cut short below heads that name three columns and more.
    let rows_per_exception = if has_head && width > 2 { 2 } else { ROWS_PER_EXCEPTION };
    if others.is_empty() || (others.len() - alike) * rows_per_exception > others.len() || !is_tight(&rows, separator) {
        return false;
    }
    // Two columns are also a speaker and what is said; only heads show that they are a table.
    if width == 2 { has_head && head.iter().all(|field| !field.trim().contains(' ')) } else { has_head || alike >= 2 }
}

/// Returns `true` if nearly no separator has a space behind it, nor an end of a line. A tab is one
/// by itself.
fn is_tight(rows: &[StringRecord], separator: char) -> bool {
    let (mut all, mut loose) = (0_usize, 0_usize);
    for row in rows.iter().filter(|row| row.len() > 1) {
        all += row.len() - 1;
        let is_spaced = row.iter().skip(1).filter(|field| field.starts_with([' ', '\u{A0}'])).count();
        loose += is_spaced + usize::from(row.iter().next_back().is_some_and(str::is_empty));
    }
    separator == '\t' || loose * ROWS_PER_EXCEPTION <= all
}

/// The name of a column: a few words that are no sentence and no number.
fn is_head(field: &str) -> bool {
    let field = field.trim().trim_start_matches('\u{FEFF}');
    (1..=HEAD_WORDS).contains(&field.split_whitespace().count())
        && field.starts_with(|first: char| first.is_alphabetic() || first == '_')
        && !field.ends_with(['.', '!', '?', ':', '…'])
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("title,text\nA,Freedom and law.\nB,\"Law, order and peace.\"\n", 3)]
    #[case("партия;мәтін;жыл\nАманат;Бостандық пен заң.;2023\n", 2)]
    #[case("id\ttext\n1\tFreedom.\n2\tLaw.\n", 3)]
    #[case("1\t2023\tFreedom and law.\n2\t2024\tLaw.\n3\t2025\tPeace.\n", 3)]
    #[case("sep=;\na;b\n1;2\n", 3)]
    #[case("id,group,text\n1,A,Freedom\n2,B\n3,C,\"Law, order, and peace\"\n", 4)]
    #[case("0:01,0:02,\"Oh! Can I\n\nbelieve, my eyes?\"\n0:02,0:03,\"If Heaven, and earth,\"\n0:03,0:04,Yes.\n", 4)]
    #[case("id|party|text\n1|A|Freedom.\n", 2)]
    fn tables_are_counted_by_rows(#[case] text: &str, #[case] rows: usize) {
        assert_eq!(table(text).map(|found| found.count), Some(rows));
    }

    #[rstest]
    #[case("Freedom, law and peace,\nlaw, peace and freedom,\npeace, freedom and law.\n")]
    #[case("Ана тілің – арың бұл,\nҰятың болып тұр бетте;\nӨзге тілдің бәрін біл,\nӨз тіліңді құрметте!\n")]
    #[case("Speaker A:\tGood morning.\nSpeaker B:\tGood morning, madam.\nSpeaker A:\tFreedom!\n")]
    #[case("Freedom;\nlaw;\npeace.\n")]
    #[case("In 1,000 years\nof 2,000 wars\nand 3,000 laws\n")]
    #[case("\tFreedom is dear.\n\tLaw is dear.\n\tPeace is dear.\n")]
    fn lists_and_verse_are_no_tables(#[case] text: &str) {
        assert_eq!(table(text), None);
    }
}
