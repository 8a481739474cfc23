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
/// How many blocks a block may be moved over.
const MOST_MOVES: usize = 50;

/// Returns the lines in the order in which they are read.
pub(crate) fn in_reading_order(lines: Vec<Line>) -> Vec<Line> {
    if lines.len() < LEAST_LINES || lines.iter().any(|line| line.angle != lines[0].angle) {
        return lines;
    }
    let jumps = lines.windows(2).filter(|pair| is_jump(&pair[0], &pair[1])).count();
    if jumps * 100 < (lines.len() - 1) * JUMPS_PER_HUNDRED { blocks_in_order(lines) } else { sorted(lines) }
}

/// Lines that were drawn one below the other.
struct Block {
    lines: Vec<Line>,
    top: f64,
    bottom: f64,
    start: f64,
    end: f64,
}

impl Block {
    fn new(lines: Vec<Line>) -> Self {
        let least = |of: fn(&Line) -> f64| lines.iter().map(of).fold(f64::INFINITY, f64::min);
        let most = |of: fn(&Line) -> f64| lines.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
        let (top, bottom) = (least(|line| line.base), most(|line| line.base));
        let (start, end) = (least(|line| line.start), most(|line| line.end));
        Self { lines, top, bottom, start, end }
    }

    /// Returns `true` if it stands wholly above another, in the same column.
    fn is_above(&self, other: &Self) -> bool {
        self.bottom < other.top && self.start < other.end && other.start < self.end
    }
}

/// Moves what was drawn after what stands below it: notes and boxes that were drawn first.
fn blocks_in_order(lines: Vec<Line>) -> Vec<Line> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open: Vec<Line> = Vec::new();
    let mut close = |open: &mut Vec<Line>| {
        if open.is_empty() {
            return;
        }
        let block = Block::new(std::mem::take(open));
        let mut at = blocks.len();
        while at > 0 && blocks.len() - at < MOST_MOVES && block.is_above(&blocks[at - 1]) {
            at -= 1;
        }
        blocks.insert(at, block);
    };
    for line in lines {
        if open.last().is_some_and(|last| is_jump(last, &line)) {
            close(&mut open);
        }
        open.push(line);
    }
    close(&mut open);
    blocks.into_iter().flat_map(|block| block.lines).collect()
}

/// Upwards, but not to the top of the next column.
fn is_jump(line: &Line, next: &Line) -> bool {
    let is_up = next.base < line.base - line.size;
    let is_column = next.start > line.end - line.size;
    is_up && !is_column
}

/// By rows; in two columns where no line crosses the space between them.
fn sorted(lines: Vec<Line>) -> Vec<Line> {
    let Some(gutter) = gutter(&lines) else { return by_rows(lines) };
    let (mut read, mut left, mut right) = (Vec::with_capacity(lines.len()), Vec::new(), Vec::new());
    for line in by_rows(lines) {
        if line.end <= gutter {
            left.push(line);
        } else if line.start >= gutter {
            right.push(line);
        } else {
            // A heading across the columns ends them.
            read.append(&mut left);
            read.append(&mut right);
            read.push(line);
        }
    }
    read.append(&mut left);
    read.append(&mut right);
    read
}

/// How many places are tried for the space between columns.
const PLACES: u16 = 40;
/// Of a hundred lines, the number that may cross the space between columns.
const CROSSING_PER_HUNDRED: usize = 15;
/// Of a hundred lines, the number that must stand on each side of it.
const SIDE_PER_HUNDRED: usize = 30;

/// The place between two columns that fewest lines cross, if there are two columns.
fn gutter(lines: &[Line]) -> Option<f64> {
    let start = lines.iter().map(|line| line.start).fold(f64::INFINITY, f64::min);
    let end = lines.iter().map(|line| line.end).fold(f64::NEG_INFINITY, f64::max);
    let crossing = |place: f64| lines.iter().filter(|line| line.start < place && line.end > place).count();
    let places = (PLACES / 4..PLACES * 3 / 4).map(|step| start + (end - start) * f64::from(step) / f64::from(PLACES));
    let place = places.min_by_key(|place| crossing(*place))?;
    let left = lines.iter().filter(|line| line.end <= place).count();
    let right = lines.iter().filter(|line| line.start >= place).count();
    let enough = |count: usize, share: usize| count * 100 >= lines.len() * share;
    let is_column = enough(left, SIDE_PER_HUNDRED) && enough(right, SIDE_PER_HUNDRED);
    (is_column && !enough(crossing(place), CROSSING_PER_HUNDRED)).then_some(place)
}

fn by_rows(mut lines: Vec<Line>) -> Vec<Line> {
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
