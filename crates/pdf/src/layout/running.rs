//! Running heads and feet, and page numbers: what stands at the same height on page after page.
//!
//! Words that are repeated on each page would be counted on each page. A line at the edge of a page
//! is left out if its words, numbers aside, stand at the same height on other pages too, or if it
//! is nothing but a number, apart from the text.

use rustc_hash::{FxHashMap, FxHashSet};

use super::line::Line;

/// What a line at the edge of a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Running {
    Head,
    PageNumber,
}

/// How many lines at each edge of a page are looked at.
const EDGE_LINES: usize = 6;
/// How much heights on different pages may differ.
const HEIGHT: f64 = 3.0;
/// The space between text and what is apart from it, in sizes of the font.
const APART: f64 = 1.6;
/// The share of the pages on which a head with changing words stands.
const SHARE: f64 = 0.6;

/// A line at the edge of a page.
struct Edge<'line> {
    page: usize,
    line: usize,
    text: &'line str,
    /// The text with its numbers replaced.
    pattern: String,
    /// The place across the page, in steps of [`HEIGHT`].
    height: f64,
    /// The space between it and the text, in sizes of its font.
    gap: f64,
    is_top: bool,
}

/// Returns which lines of which pages are no text.
pub(crate) fn running(pages: &[Vec<Line>]) -> FxHashMap<(usize, usize), Running> {
    let mut found = FxHashMap::default();
    for (page, lines) in pages.iter().enumerate() {
        add_numbered_rows(page, pages.len(), lines, &mut found);
    }
    // Heads in several lines are found from the edge inwards.
    let mut rounds: Vec<Vec<(usize, usize, bool)>> = Vec::new();
    for _ in 0..EDGE_LINES {
        let edges: Vec<Edge> = pages.iter().enumerate().flat_map(|(page, lines)| edges(page, lines, &found)).collect();
        let before = found.len();
        add_repeated(&edges, &mut found);
        add_numbers(&edges, pages.len(), &mut found);
        if found.len() == before {
            break;
        }
        let is_found = |edge: &&Edge| found.contains_key(&(edge.page, edge.line));
        rounds.push(edges.iter().filter(is_found).map(|edge| (edge.page, edge.line, edge.is_top)).collect());
    }
    // Where no round found an end, pages are alike throughout: copies, not pages with one head.
    if rounds.len() == EDGE_LINES {
        let endless: FxHashSet<(usize, bool)> = rounds[EDGE_LINES - 1].iter().map(|edge| (edge.0, edge.2)).collect();
        for (page, line, _) in rounds.iter().flatten().filter(|edge| endless.contains(&(edge.0, edge.2))) {
            found.remove(&(*page, *line));
        }
    }
    // A file of nothing but such lines has no other text.
    let is_all =
        pages.iter().enumerate().all(|(page, lines)| (0..lines.len()).all(|at| found.contains_key(&(page, at))));
    if is_all {
        found.clear();
    }
    found
}

/// How many rows at each edge may belong to a head that names the number of its page.
const HEAD_ROWS: usize = 3;

/// Rows from the edge up to one that names the page and the number of pages: `Page 2/7`.
fn add_numbered_rows(page: usize, pages: usize, lines: &[Line], found: &mut FxHashMap<(usize, usize), Running>) {
    let Some(angle) = main_angle(lines) else { return };
    let mut sorted: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].angle == angle).collect();
    sorted.sort_by(|one, other| lines[*one].base.total_cmp(&lines[*other].base));
    let mut rows: Vec<Vec<usize>> = Vec::new();
    for at in sorted {
        match rows.last_mut() {
            Some(row) if lines[at].base - lines[row[0]].base <= HEIGHT => row.push(at),
            _ => rows.push(vec![at]),
        }
    }
    let names_page = |at: usize| {
        let numbers: Vec<i64> = numbers(&lines[at].text).collect();
        is_number(&lines[at].text)
            && numbers == [i64::try_from(page + 1).unwrap_or(0), i64::try_from(pages).unwrap_or(0)]
    };
    for is_top in [true, false] {
        if rows.len() > 2 * HEAD_ROWS
            && let Some(last) = rows.iter().take(HEAD_ROWS).rposition(|row| row.iter().copied().any(names_page))
        {
            for at in rows.iter().take(last + 1).flatten() {
                let kind = if names_page(*at) { Running::PageNumber } else { Running::Head };
                found.insert((page, *at), kind);
            }
        }
        if is_top {
            rows.reverse();
        }
    }
}

/// The outermost rows above and below that are not taken yet.
fn edges<'line>(page: usize, lines: &'line [Line], found: &FxHashMap<(usize, usize), Running>) -> Vec<Edge<'line>> {
    let Some(angle) = main_angle(lines) else { return Vec::new() };
    let mut open: Vec<(usize, &Line)> = lines
        .iter()
        .enumerate()
        .filter(|(at, line)| line.angle == angle && !found.contains_key(&(page, *at)))
        .collect();
    open.sort_by(|one, other| one.1.base.total_cmp(&other.1.base));
    let (Some(first), Some(last)) = (open.first(), open.last()) else { return Vec::new() };
    let (top, bottom) = (first.1.base, last.1.base);
    let inner_top = open.iter().map(|line| line.1.base).find(|base| *base > top + HEIGHT);
    let inner_bottom = open.iter().rev().map(|line| line.1.base).find(|base| *base < bottom - HEIGHT);
    let edge = |(at, line): &(usize, &'line Line), inner: Option<f64>, is_top: bool| Edge {
        page,
        line: *at,
        text: line.text.trim(),
        pattern: pattern(&line.text),
        height: line.base,
        gap: inner.map_or(f64::INFINITY, |inner| (line.base - inner).abs() / line.size),
        is_top,
    };
    let above = open.iter().filter(|line| line.1.base <= top + HEIGHT).map(|line| edge(line, inner_top, true));
    let below = open.iter().filter(|line| line.1.base >= bottom - HEIGHT && line.1.base > top + HEIGHT);
    above.chain(below.map(|line| edge(line, inner_bottom, false))).collect()
}

/// The direction of most of the text.
fn main_angle(lines: &[Line]) -> Option<i32> {
    let mut lengths: Vec<(i32, usize)> = Vec::new();
    for line in lines {
        match lengths.iter_mut().find(|(angle, _)| *angle == line.angle) {
            Some((_, len)) => *len += line.text.len(),
            None => lengths.push((line.angle, line.text.len())),
        }
    }
    lengths.into_iter().max_by_key(|(_, len)| *len).map(|(angle, _)| angle)
}

/// The words with `#` for each number.
fn pattern(text: &str) -> String {
    let mut pattern = String::with_capacity(text.len());
    for character in text.trim().chars() {
        if !character.is_numeric() {
            pattern.extend(character.to_lowercase());
        } else if !pattern.ends_with('#') {
            pattern.push('#');
        }
    }
    pattern
}

/// Lines with the same words at the same height on two pages or more. Numbers in them are the same or
/// grow with the pages; those of headings do not.
fn add_repeated(edges: &[Edge], found: &mut FxHashMap<(usize, usize), Running>) {
    let mut groups: FxHashMap<&str, Vec<&Edge>> = FxHashMap::default();
    for edge in edges {
        groups.entry(&edge.pattern).or_default().push(edge);
    }
    for group in groups.values() {
        for edge in group {
            let is_like = |other: &&Edge| {
                other.page != edge.page
                    && (other.height - edge.height).abs() <= HEIGHT
                    && (other.text == edge.text || grows_with_pages(edge, other))
            };
            if group.iter().any(is_like) {
                let kind = if is_number(edge.text) { Running::PageNumber } else { Running::Head };
                found.insert((edge.page, edge.line), kind);
            }
        }
    }
}

/// Returns `true` if one number of two lines differs as their pages do, and the others not at all.
fn grows_with_pages(one: &Edge, other: &Edge) -> bool {
    let pages = i64::try_from(other.page).unwrap_or(0) - i64::try_from(one.page).unwrap_or(0);
    let mut steps =
        numbers(one.text).zip(numbers(other.text)).map(|(one, other)| other - one).filter(|step| *step != 0);
    steps.next() == Some(pages) && steps.next().is_none()
}

fn numbers(text: &str) -> impl Iterator<Item = i64> {
    let numbers = text.split(|character: char| !character.is_ascii_digit()).filter(|number| !number.is_empty());
    numbers.map(|number| number.parse().unwrap_or(0))
}

/// Numbers that stand alone, apart from the text; and on most pages, at the same height, lines that
/// begin or end with a number that grows with the pages.
fn add_numbers(edges: &[Edge], pages: usize, found: &mut FxHashMap<(usize, usize), Running>) {
    let is_alone = |edge: &&Edge| {
        let is_of_row = |other: &&Edge| other.page == edge.page && (other.height - edge.height).abs() <= HEIGHT;
        edges.iter().filter(is_of_row).count() == 1
    };
    for edge in edges.iter().filter(|edge| is_number(edge.text) && edge.gap >= APART && edge.gap.is_finite()) {
        if is_alone(&edge) {
            found.insert((edge.page, edge.line), Running::PageNumber);
        }
    }
    for edge in edges.iter().filter(|edge| edge.gap >= APART) {
        let Some(number) = outer_number(edge.text) else { continue };
        let is_like = |other: &&Edge| {
            let pages = i64::try_from(other.page).unwrap_or(0) - i64::try_from(edge.page).unwrap_or(0);
            (other.height - edge.height).abs() <= HEIGHT
                && outer_number(other.text).is_some_and(|other_number| other_number - number == pages)
        };
        let alike = edges.iter().filter(is_like).count();
        if alike >= 2 && alike as f64 >= SHARE * pages as f64 {
            found.entry((edge.page, edge.line)).or_insert(Running::Head);
        }
    }
}

/// A number, with what is usually written around it: `7`, `– 7 –`, `7 / 12`, `xii`, `page 7 of 12`.
fn is_number(text: &str) -> bool {
    let mut words = 0;
    let mut numbers = 0;
    for word in text.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty()) {
        words += 1;
        let is_roman = word.len() <= 6 && word.chars().all(|digit| matches!(digit, 'i' | 'v' | 'x' | 'l'));
        if word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit()) || is_roman {
            numbers += 1;
        } else if !PAGE_WORDS.contains(&word.to_lowercase().as_str()) {
            return false;
        }
    }
    (1..=2).contains(&numbers) && words <= 4
}

/// Words that stand beside the number of a page.
const PAGE_WORDS: &[&str] = &["page", "of", "p", "стр", "страница", "с", "из", "бет", "б"];

/// A number at the beginning or the end of a line.
fn outer_number(text: &str) -> Option<i64> {
    let mut words = text.split_whitespace();
    let first = words.next()?;
    let last = words.next_back().unwrap_or(first);
    [first, last].into_iter().find_map(|word| word.parse().ok().filter(|number| (0..10_000).contains(number)))
}
