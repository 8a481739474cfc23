//! Lines → text, with a blank line where a paragraph ends.
//!
//! No phrase crosses a blank line. So there is none where a sentence goes on in the next column or
//! on the next page.

use super::line::Line;
use crate::content::SOFT_HYPHEN;

/// The distance of lines, in sizes of the font, that is no end of a paragraph whatever is usual.
const LEAST_DISTANCE: f64 = 1.5;
/// How much more than the usual distance ends a paragraph.
const MORE: f64 = 1.25;
/// How different the sizes of headings and text are.
const OTHER_SIZE: f64 = 1.15;

/// Returns the text of lines of all pages, and where the text of each page begins.
pub(crate) fn joined(pages: &[Vec<Line>]) -> (String, Vec<usize>) {
    let usual = usual_distance(pages);
    let hyphens = Hyphens::of(pages);
    let mut text = String::new();
    let mut starts = Vec::with_capacity(pages.len());
    let mut last: Option<(usize, &Line)> = None;
    for (page, lines) in pages.iter().enumerate() {
        let mut is_first = true;
        for line in lines.iter().filter(|line| !line.text.trim().is_empty()) {
            let mut rest = line.text.trim();
            if let Some((last_page, last)) = last {
                rest = hyphens.join(&mut text, rest);
                let is_break =
                    if last_page == page { ends_paragraph(last, line, usual) } else { ends_sentence(last, line) };
                match (is_break, rest.is_empty()) {
                    (true, _) => text.push_str("\n\n"),
                    (false, false) => text.push('\n'),
                    (false, true) => {}
                }
            }
            if std::mem::take(&mut is_first) {
                starts.push(text.len());
            }
            text.push_str(rest);
            last = Some((page, line));
        }
        if is_first {
            starts.push(text.len());
        }
    }
    if !text.is_empty() {
        text.push('\n');
    }
    (text, starts)
}

/// The most frequent distance from line to line, in sizes of the font.
fn usual_distance(pages: &[Vec<Line>]) -> f64 {
    const STEPS: usize = 40;
    let mut counts = [0_usize; STEPS];
    for pair in pages.iter().flat_map(|lines| lines.windows(2)) {
        let distance = (pair[1].base - pair[0].base) / pair[0].size.max(0.1);
        if pair[0].angle == pair[1].angle && (0.8..2.8).contains(&distance) {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 40")]
            let step = ((distance - 0.8) * 20.0) as usize;
            counts[step.min(STEPS - 1)] += 1;
        }
    }
    let most = (0..STEPS).rev().max_by_key(|step| counts[*step]).filter(|step| counts[*step] > 0);
    most.map_or(1.2, |step| 0.8 + step as f64 / 20.0 + 0.025)
}

/// The characters that are hyphens.
const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{2011}'];

/// What hyphens at the ends of lines are in a file.
struct Hyphens {
    /// The characters that belong to their words also at the end of a line: optional hyphens are
    /// marked as such in the file, or the character stands in words within lines so much more often
    /// that no program put it at the ends.
    of_words: Vec<char>,
}

/// Of a hundred lines, the number that end in a hyphen where words are cut.
const CUTS_PER_HUNDRED: usize = 5;

impl Hyphens {
    fn of(pages: &[Vec<Line>]) -> Self {
        let (mut lines, mut optional) = (0, 0);
        let (mut at_ends, mut inner) = ([0; HYPHENS.len()], [0; HYPHENS.len()]);
        for line in pages.iter().flatten() {
            let text = line.text.trim_end();
            lines += 1;
            optional += usize::from(text.ends_with(SOFT_HYPHEN));
            for (at, hyphen) in HYPHENS.into_iter().enumerate() {
                inner[at] += inner_hyphens(text, hyphen);
                at_ends[at] += usize::from(text.ends_with(hyphen));
            }
        }
        let is_of_words = |at: usize| {
            let are_few = at_ends[at] * 100 < lines * CUTS_PER_HUNDRED && inner[at] >= at_ends[at];
            are_few || optional > at_ends[at] || at_ends[at] * 2 <= inner[at]
        };
        let of_words = (0..HYPHENS.len()).filter(|at| is_of_words(*at)).map(|at| HYPHENS[at]).collect();
        Self { of_words }
    }

    /// Moves the second half of a word up to the first where there is no doubt about its hyphen.
    /// Returns the rest of the line.
    fn join<'line>(&self, text: &mut String, line: &'line str) -> &'line str {
        if text.ends_with(SOFT_HYPHEN) {
            text.truncate(text.len() - SOFT_HYPHEN.len());
        } else if !self.is_of_word(text) || !line.starts_with(char::is_alphabetic) {
            return line;
        }
        let (word, rest) = line.split_at(line.find(char::is_whitespace).unwrap_or(line.len()));
        text.push_str(word);
        rest.trim_start()
    }

    /// Returns `true` if a text ends in a letter and a hyphen that belongs to the word.
    fn is_of_word(&self, text: &str) -> bool {
        let word = text.strip_suffix(self.of_words.as_slice());
        word.is_some_and(|word| word.ends_with(char::is_alphabetic))
    }
}

/// The number of hyphens between letters.
fn inner_hyphens(text: &str, hyphen: char) -> usize {
    let is_inner = |(at, hyphen): &(usize, &str)| {
        text[..*at].ends_with(char::is_alphabetic) && text[at + hyphen.len()..].starts_with(char::is_alphabetic)
    };
    text.match_indices(hyphen).filter(is_inner).count()
}

fn ends_paragraph(last: &Line, line: &Line, usual: f64) -> bool {
    let size = last.size.max(line.size).max(0.1);
    let distance = (line.base - last.base) / size;
    let is_other_size = last.size.max(line.size) / last.size.min(line.size).max(0.1) > OTHER_SIZE;
    if last.angle != line.angle || distance < -0.5 {
        return ends_sentence(last, line);
    }
    // A cell on the same row.
    if distance < 0.5 {
        return true;
    }
    let limit = (usual * MORE).max(LEAST_DISTANCE);
    if is_hyphen_end(&last.text) {
        return distance > 3.0 * limit;
    }
    distance > limit || is_other_size && distance > 0.8
}

/// A jump to another column or page ends a paragraph where a sentence ends or a heading begins.
fn ends_sentence(last: &Line, line: &Line) -> bool {
    if is_hyphen_end(&last.text) {
        return false;
    }
    let end = last.text.trim_end().trim_end_matches(['»', '"', '”', ')', ']', '\'', '’']);
    let goes_on = line.text.trim_start().starts_with(|character: char| character.is_lowercase());
    let is_other_size = last.size.max(line.size) / last.size.min(line.size).max(0.1) > OTHER_SIZE;
    !goes_on && (is_other_size || end.ends_with(['.', '!', '?', '…', ':', ';']))
}

fn is_hyphen_end(text: &str) -> bool {
    text.trim_end().ends_with(['-', '\u{2010}', '\u{2011}', '\u{AD}', '\u{FFFE}'])
}
