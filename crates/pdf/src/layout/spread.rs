//! Lines whose words were spread over the whole width.
//!
//! A program that justifies the few words of a line before the end of a page leaves gaps as wide as
//! those between columns. The words are a line when each gap has the same width and they reach from
//! margin to margin of the line before.

use super::line::Line;

/// How far apart two margins may be, in units of the size of the font.
const SAME_MARGIN: f64 = 0.5;
/// How far apart two bases may be, in units of the size of the font.
const SAME_BASE: f64 = 0.01;
/// How far two gaps may differ, as a share of the wider.
const SAME_GAP: f64 = 0.1;
/// The fewest words in the line before, by which it is not a row of a table.
const LEAST_WORDS: usize = 3;

/// Joins the words of spread lines.
pub(crate) fn joined(lines: Vec<Line>) -> Vec<Line> {
    let mut joined: Vec<Line> = Vec::with_capacity(lines.len());
    let mut from = 0;
    while from < lines.len() {
        let row = row_len(&lines[from..]);
        let words = &lines[from..from + row];
        match joined.last() {
            Some(before) if row > 1 && is_spread(words, before) => joined.push(one_line(words)),
            _ => joined.extend_from_slice(words),
        }
        from += row;
    }
    joined
}

/// Returns the number of single words that stand on one base, from left to right; at least 1.
fn row_len(lines: &[Line]) -> usize {
    let Some(first) = lines.first() else { return 1 };
    let is_next = |pair: &&[Line]| {
        let (last, next) = (&pair[0], &pair[1]);
        (next.base - first.base).abs() <= SAME_BASE * first.size
            && next.angle == first.angle
            && next.mark == first.mark
            && next.start > last.end
            && is_word(next)
    };
    if is_word(first) { 1 + lines.windows(2).take_while(is_next).count() } else { 1 }
}

fn is_word(line: &Line) -> bool {
    !line.text.contains(char::is_whitespace)
}

/// Returns `true` if words reach from margin to margin of the line before, with equal gaps.
fn is_spread(words: &[Line], before: &Line) -> bool {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    let near = |one: f64, other: f64| (one - other).abs() <= SAME_MARGIN * first.size;
    let gaps = words.windows(2).map(|pair| pair[1].start - pair[0].end);
    let (least, most) = gaps.fold((f64::INFINITY, 0.0_f64), |(least, most), gap| (least.min(gap), most.max(gap)));
    near(first.start, before.start)
        && near(last.end, before.end)
        && first.base > before.base
        && before.text.split_whitespace().count() >= LEAST_WORDS
        && most - least <= SAME_GAP * most
}

fn one_line(words: &[Line]) -> Line {
    let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
    let end = words.last().map_or(words[0].end, |last| last.end);
    Line { text: texts.join(" "), end, label_len: 0, ..words[0].clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Mark;

    fn line(text: &str, start: f64, end: f64, base: f64) -> Line {
        Line { text: text.to_owned(), angle: 0, start, end, base, size: 10.0, mark: Mark::Text, label_len: 0 }
    }

    fn texts(lines: Vec<Line>) -> Vec<String> {
        joined(lines).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn words_with_equal_gaps_between_the_margins_are_a_line() {
        let before = line("Бейбіт жиналыс еркіндігі шектелмейді.", 50.0, 350.0, 100.0);
        let words = [
            line("Зейнетақы", 50.0, 110.0, 115.0),
            line("бағаның", 170.0, 210.0, 115.0),
            line("өсуінен", 270.0, 350.0, 115.0),
        ];
        let all = std::iter::once(before.clone()).chain(words.clone()).collect();
        assert_eq!(texts(all), ["Бейбіт жиналыс еркіндігі шектелмейді.", "Зейнетақы бағаның өсуінен"]);
        let [first, second, third] = words;
        let moved = Line { start: 190.0, end: 230.0, ..second };
        assert_eq!(texts(vec![before, first, moved, third]).len(), 4, "cells of a table have other gaps");
    }

    #[test]
    fn cells_below_a_row_of_cells_stay_apart() {
        let row = |base| [line("партия", 50.0, 110.0, base), line("2023", 310.0, 350.0, base)];
        assert_eq!(texts(row(100.0).into_iter().chain(row(115.0)).collect()).len(), 4);
    }
}
