//! An article → LaTeX: a document for XeLaTeX or LuaLaTeX, with a marked part to paste into another.
//!
//! Law: nothing that a title says is a command. Tables are set with `booktabs`, long ones over several pages.

use super::{
    article::{Article, Block},
    clean::clean,
    grid::Grid,
};
use crate::{language::Language, message::Messages};

/// Longer tables may break between pages.
const MOST_ROWS_OF_A_PAGE: usize = 25;
/// Fields with more letters get a column whose lines are broken.
const LONGEST_LINE: usize = 24;
/// Longer runs of hexadecimal digits, as a SHA-256, may be broken after as many.
const LONGEST_RUN: usize = 16;

/// Writes the document. Cost: linear.
pub fn latex(article: &Article, messages: &Messages) -> String {
    let comment = |text: &str| format!("% {}\n", clean(text));
    let mut text = String::new();
    text.extend(article.provenance.iter().map(|line| comment(line)));
    text.push_str(&comment(&messages.get("latex-program")));
    text.push_str(&preamble(article));
    text.push_str("\\begin{document}\n");
    text.push_str(&comment(&messages.get("latex-packages")));
    text.push_str(&comment(&messages.get("latex-begin")));
    for block in &article.blocks {
        text.push_str(&self::block(block));
    }
    text.push_str(&comment(&messages.get("latex-end")));
    text.push_str("\\end{document}\n");
    text
}

fn preamble(article: &Article) -> String {
    let language = match article.language {
        Language::Kazakh => "kazakh",
        Language::Russian => "russian",
        Language::English => "english",
    };
    let landscape = if article.is_landscape() { ",landscape" } else { "" };
    // Fonts that have Kazakh letters, the first that is there.
    let fonts = ["Times New Roman", "Liberation Serif", "FreeSerif", "DejaVu Serif", "CMU Serif"];
    let fonts: String = fonts.map(|font| format!("\\IfFontExistsTF{{{font}}}{{\\setmainfont{{{font}}}}}{{")).concat();
    format!(
        "\\documentclass[11pt]{{article}}\n\\usepackage[a4paper,margin=2.5cm{landscape}]{{geometry}}\n\
\\usepackage{{fontspec}}\n{fonts}{}\n\\usepackage{{babel}}\n\\babelprovide[import,main]{{{language}}}\n\
\\usepackage{{array,booktabs,longtable,caption}}\n\\captionsetup{{justification=raggedright,singlelinecheck=false}}\n",
        "}".repeat(fonts.matches("IfFont").count())
    )
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading { level, text } => {
            let command = ["section*", "subsection*", "subsubsection*"][usize::from((*level).clamp(1, 3)) - 1];
            format!("\\{command}{{{}}}\n\n", escape(text))
        }
        Block::Paragraph { lead, text } if lead.is_empty() => format!("{}\n\n", escape(text)),
        Block::Paragraph { lead, text } => format!("\\textbf{{{}}} {}\n\n", escape(lead), escape(text)),
        Block::Table { caption, grid } => table(grid, caption),
        Block::Note(text) => note(text),
    }
}

fn note(text: &str) -> String {
    format!("{{\\footnotesize\\noindent {}\\par}}\n", escape(text))
}

fn table(grid: &Grid, caption: &str) -> String {
    let columns = columns(grid);
    let caption = escape(caption);
    let mut lines =
        grid.lines().map(|line| format!("{} \\\\\n", line.into_iter().map(escape).collect::<Vec<_>>().join(" & ")));
    let header = lines.next().unwrap_or_default();
    let rows: String = lines.collect();
    let notes: String = grid.notes.iter().map(|line| note(line)).collect();
    if grid.rows.len() > MOST_ROWS_OF_A_PAGE || columns.contains("p{") {
        return format!(
            "\\begin{{longtable}}{{{columns}}}\n\\caption*{{{caption}}}\\\\\n\\toprule\n{header}\\midrule\n\\endfirsthead\n\
\\toprule\n{header}\\midrule\n\\endhead\n\\bottomrule\n\\endfoot\n{rows}\\end{{longtable}}\n{notes}\n"
        );
    }
    format!(
        "\\begin{{table}}[htbp]\n\\caption*{{{caption}}}\n\\begin{{tabular}}{{{columns}}}\n\\toprule\n{header}\\midrule\n{rows}\
\\bottomrule\n\\end{{tabular}}\n\\par\\smallskip\n{notes}\\end{{table}}\n\n"
    )
}

/// The columns: numbers to the right, long texts in lines that are broken.
fn columns(grid: &Grid) -> String {
    let longest = |at: usize| grid.lines().filter_map(|line| line.get(at).map(|field| field.chars().count())).max();
    let lengths: Vec<usize> = (0..grid.header.len()).map(|at| longest(at).unwrap_or(0)).collect();
    let is_broken = lengths.iter().sum::<usize>() > 90;
    let sum: usize = lengths.iter().map(|length| (*length).clamp(8, 60)).sum();
    let column = |(length, is_numeric): (&usize, &bool)| {
        let align = if *is_numeric { "raggedleft" } else { "raggedright" };
        if is_broken && (*length > LONGEST_LINE || lengths.len() > 6) {
            let share = (*length).clamp(8, 60) as f64 / sum as f64;
            format!(">{{\\{align}\\arraybackslash}}p{{\\dimexpr {share:.3}\\linewidth-2\\tabcolsep\\relax}}")
        } else {
            if *is_numeric { "r" } else { "l" }.to_owned()
        }
    };
    lengths.iter().zip(&grid.is_numeric).map(column).collect()
}

/// Text that stays text in LaTeX, also at the beginning of a row, and in which no two signs are drawn together.
pub(super) fn escape(text: &str) -> String {
    let text = clean(text);
    let mut escaped = String::with_capacity(text.len());
    let mut before = ' ';
    let mut run = 0;
    for letter in text.chars() {
        run = if letter.is_ascii_hexdigit() { run + 1 } else { 0 };
        if run > LONGEST_RUN && run % LONGEST_RUN == 1 {
            escaped.push_str("\\allowbreak{}");
        }
        // Dashes, quotation marks and the like are made of two of these.
        if letter == before && matches!(letter, '-' | ',' | '<' | '>') {
            escaped.push_str("{}");
        }
        match letter {
            '\\' => escaped.push_str("\\textbackslash{}"),
            '{' | '}' | '$' | '&' | '#' | '_' | '%' => escaped.extend(['\\', letter]),
            '~' => escaped.push_str("\\textasciitilde{}"),
            '^' => escaped.push_str("\\textasciicircum{}"),
            '"' => escaped.push_str("\\textquotedbl{}"),
            '\'' => escaped.push_str("\\textquotesingle{}"),
            '`' => escaped.push_str("\\textasciigrave{}"),
            '[' | ']' | '*' => escaped.extend(['{', letter, '}']),
            '\u{A0}' => escaped.push('~'),
            letter => escaped.push(letter),
        }
        before = letter;
    }
    escaped
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What LaTeX sets for an escaped text.
    fn set(escaped: &str) -> String {
        let mut text = escaped.replace("\\allowbreak{}", "");
        for (command, letter) in [
            ("\\textasciitilde{}", "\u{1}"),
            ("~", "\u{A0}"),
            ("\u{1}", "~"),
            ("\\textasciicircum{}", "^"),
            ("\\textquotedbl{}", "\""),
            ("\\textquotesingle{}", "'"),
            ("\\textasciigrave{}", "`"),
            ("\\textbackslash{}", "\u{2}"),
            ("{[}", "["),
            ("{]}", "]"),
            ("{*}", "*"),
            ("{}", ""),
        ] {
            text = text.replace(command, letter);
        }
        for letter in ["{", "}", "$", "&", "#", "_", "%"] {
            let rest = text.replace(&format!("\\{letter}"), "");
            assert!(!rest.contains(letter), "{letter} acts in {escaped}");
        }
        ["{", "}", "$", "&", "#", "_", "%"]
            .iter()
            .fold(text, |text, letter| text.replace(&format!("\\{letter}"), letter))
            .replace('\u{2}', "\\")
    }

    proptest! {
        #[test]
        fn every_text_stays_text(text in "[a-zқӘ0-9\\\\{}$&#_%~^\"'`\\[\\]*,<> \u{A0}-]{0,60}|\\PC{0,40}") {
            prop_assert_eq!(set(&escape(&text)), clean(&text));
        }
    }

    #[test]
    fn a_command_is_not_obeyed() {
        assert_eq!(escape("\\input{/a}%"), "\\textbackslash{}input\\{/a\\}\\%");
        assert_eq!(escape("--a\nb"), "-{}-a b");
        let hash = "0123456789abcdef".repeat(4);
        assert_eq!(escape(&hash).matches("\\allowbreak").count(), 3);
    }
}
