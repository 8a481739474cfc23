//! The order of the lines of a page.
//!
//! Nearly all programs draw text in the order in which it is read, columns included, and no
//! analysis of the layout is as good as that order. Only where it jumps as no reader would, the
//! lines are sorted.

use super::line::Line;

/// Of a hundred steps from line to line, the number of jumps upwards from which on the order is
/// not believed.
const JUMPS_PER_HUNDRED: usize = 25;
/// The smallest number of lines that are sorted.
const LEAST_LINES: usize = 6;

/// Returns the lines in the order in which they are read.
pub(crate) fn in_reading_order(lines: Vec<Line>) -> Vec<Line> {
    if lines.len() < LEAST_LINES || lines.iter().any(|line| line.angle != lines[0].angle) {
        return lines;
    }
    let steps = lines.windows(2);
    let jumps = steps.clone().filter(|pair| is_jump(&pair[0], &pair[1])).count();
    if jumps * 100 < steps.len() * JUMPS_PER_HUNDRED { lines } else { sorted(lines) }
}

/// Upwards, but not to the top of the next column.
fn is_jump(line: &Line, next: &Line) -> bool {
    let is_up = next.base < line.base - line.size;
    let is_column = next.start > line.end - line.size;
    is_up && !is_column
}

fn sorted(mut lines: Vec<Line>) -> Vec<Line> {
    lines.sort_by(|one, other| one.base.total_cmp(&other.base).then(one.start.total_cmp(&other.start)));
    // Lines that are nearly at one height are read from left to right.
    let mut from = 0;
    while from < lines.len() {
        let limit = lines[from].base + 0.4 * lines[from].size;
        let row = lines[from..].partition_point(|line| line.base <= limit).max(1);
        lines[from..from + row].sort_by(|one, other| one.start.total_cmp(&other.start));
        from += row;
    }
    lines
}
