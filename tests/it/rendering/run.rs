//! Runs of text, and the lines that they become. Within a run, a control is set apart by marks that
//! no text contains, until it is known whether it stands alone on its line:
//!
//! ```text
//! link "Read the text" → #read/2/0
//! Read [link "the text" → #read/2/0] or [button "Close"].
//! ```

/// Before and after a control.
const OPEN: char = '\u{e000}';
const CLOSE: char = '\u{e001}';
/// Where an element begins or ends: a space, but for punctuation. Style sheets set such elements
/// apart.
pub const EDGE: char = '\u{e002}';

/// A line of the outline.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The number of elements with a meaning around it.
    pub depth: usize,
    pub text: String,
}

/// A part of what an element contains.
#[derive(Debug)]
pub enum Piece {
    /// Text and controls that follow each other on a line.
    Run(String),
    /// Lines of their own.
    Block(Vec<Line>),
}

/// Returns a control as a part of a run.
pub fn control(text: &str) -> Piece {
    Piece::Run(format!("{EDGE}{OPEN}{text}{CLOSE}{EDGE}"))
}

/// Returns a line of its own.
pub fn line(text: impl Into<String>) -> Piece {
    Piece::Block(vec![Line { depth: 0, text: text.into() }])
}

/// Returns lines below a line.
pub fn nested(lines: Vec<Line>) -> impl Iterator<Item = Line> {
    lines.into_iter().map(|line| Line { depth: line.depth + 1, text: line.text })
}

/// Returns pieces as lines. Controls without text between them have a line each.
pub fn lines(pieces: Vec<Piece>) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut run = String::new();
    let break_run = |run: &mut String, lines: &mut Vec<Line>| {
        for text in std::mem::take(run).split('\n').flat_map(split_controls) {
            lines.extend(Some(set(&text)).filter(|text| !text.is_empty()).map(|text| Line { depth: 0, text }));
        }
    };
    for piece in pieces {
        match piece {
            Piece::Run(text) => run.push_str(&text),
            Piece::Block(block) => {
                break_run(&mut run, &mut lines);
                lines.extend(block);
            }
        }
    }
    break_run(&mut run, &mut lines);
    lines
}

/// Returns pieces on one line, with strokes between what has lines of its own.
pub fn joined(pieces: Vec<Piece>) -> String {
    lines(pieces).into_iter().map(|line| line.text).collect::<Vec<_>>().join(" / ")
}

/// Splits a run that has controls and nothing else into the controls.
fn split_controls(run: &str) -> Vec<String> {
    let mut outside = String::new();
    let mut rest = run;
    while let Some((before, control)) = rest.split_once(OPEN) {
        outside.push_str(before);
        rest = control.split_once(CLOSE).map_or("", |(_, after)| after);
    }
    outside.push_str(rest);
    if outside.chars().all(|letter| letter == EDGE || letter.is_whitespace()) {
        run.split(OPEN).skip(1).map(|control| format!("{OPEN}{control}")).collect()
    } else {
        vec![run.to_owned()]
    }
}

/// Sets a run as it is shown: one space between words, and controls in brackets unless they stand
/// alone.
fn set(run: &str) -> String {
    let run = run.trim_matches(|letter: char| letter == EDGE || letter.is_whitespace());
    let alone = run.strip_prefix(OPEN).and_then(|run| run.strip_suffix(CLOSE)).filter(|run| !run.contains(OPEN));
    if let Some(control) = alone {
        return control.to_owned();
    }
    let mut text = String::new();
    let (mut is_edge, mut is_space) = (false, false);
    for letter in run.chars() {
        let letter = match letter {
            EDGE => {
                is_edge = true;
                continue;
            }
            letter if letter.is_whitespace() => {
                is_space = true;
                continue;
            }
            OPEN => '[',
            CLOSE => ']',
            letter => letter,
        };
        if is_space || is_edge && !text.ends_with(|before| "([“„«‹".contains(before)) && !",.;:!?)]”»%".contains(letter)
        {
            text.push(' ');
        }
        (is_edge, is_space) = (false, false);
        text.push(letter);
    }
    text
}
