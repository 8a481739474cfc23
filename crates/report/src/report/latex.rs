//! An article → LaTeX: a document for XeLaTeX or LuaLaTeX, with a marked part to paste into
//! another.
//!
//! Law: nothing that a title says is a command. Tables are set with `booktabs`, long ones over
//! several pages.

use super::{
    article::{Article, Block},
    clean::clean,
    grid::Grid,
};
use crate::{figure::text_width, message::Messages};
use tarazy_engine::language::Language;

/// Longer tables may break between pages.
const MOST_ROWS_OF_A_PAGE: usize = 25;
/// What is wider is no word that a column must hold in one piece, in em.
const WIDEST_WORD: f64 = 15.0;
/// A column has room for more words than one up to this width, in em.
const WIDEST_LINE: f64 = 36.0;
/// The width of the text on A4 with these margins, upright and across, in mm.
const TEXT_MM: [f64; 2] = [160.0, 247.0];
/// The space between two columns in a table whose lines are broken, in mm: twice 3 pt.
const GAP_MM: f64 = 2.1;
/// Sizes of type with their em in mm; fonts with serifs are wider than that by which texts are
/// measured, by a twentieth.
const SIZES: [(&str, f64); 4] =
    [("", 3.85 * 1.05), ("\\small", 3.51 * 1.05), ("\\footnotesize", 3.16 * 1.05), ("\\scriptsize", 2.81 * 1.05)];
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
        text.push_str(&self::block(block, TEXT_MM[usize::from(article.is_landscape())]));
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

fn block(block: &Block, text_mm: f64) -> String {
    match block {
        Block::Heading { level, text } => {
            let command = ["section*", "subsection*", "subsubsection*"][usize::from((*level).clamp(1, 3)) - 1];
            format!("\\{command}{{{}}}\n\n", escape(text))
        }
        Block::Paragraph { lead, text } if lead.is_empty() => format!("{}\n\n", escape(text)),
        Block::Paragraph { lead, text } => format!("\\textbf{{{}}} {}\n\n", escape(lead), escape(text)),
        Block::Table { caption, grid } => table(grid, caption, text_mm),
        Block::Note(text) => note(text),
    }
}

fn note(text: &str) -> String {
    format!("{{\\footnotesize\\raggedright\\noindent {}\\par}}\n", escape(text))
}

fn table(grid: &Grid, caption: &str, text_mm: f64) -> String {
    let Columns { size, columns } = Columns::of(grid, text_mm);
    let caption = escape(caption);
    let mut lines =
        grid.lines().map(|line| format!("{} \\\\\n", line.into_iter().map(escape).collect::<Vec<_>>().join(" & ")));
    let header = lines.next().unwrap_or_default();
    let rows: String = lines.collect();
    let notes: String = grid.notes.iter().map(|line| note(line)).collect();
    if let Some(size) = size {
        return format!(
            "{{{size}\\setlength{{\\tabcolsep}}{{3pt}}\n{}}}\n{notes}\n",
            long(&columns, &caption, &header, &rows)
        );
    }
    if grid.rows.len() > MOST_ROWS_OF_A_PAGE {
        return format!("{}{notes}\n", long(&columns, &caption, &header, &rows));
    }
    format!(
        "\\begin{{table}}[htbp]\n\\caption*{{{caption}}}\n\\begin{{tabular}}{{{columns}}}\n\\toprule\n{header}\\midrule\n{rows}\
\\bottomrule\n\\end{{tabular}}\n\\par\\smallskip\n{notes}\\end{{table}}\n\n"
    )
}

/// A table that may break between pages.
fn long(columns: &str, caption: &str, header: &str, rows: &str) -> String {
    format!(
        "\\begin{{longtable}}{{{columns}}}\n\\caption*{{{caption}}}\\\\\n\\toprule\n{header}\\midrule\n\\endfirsthead\n\
\\toprule\n{header}\\midrule\n\\endhead\n\\bottomrule\n\\endfoot\n{rows}\\end{{longtable}}\n"
    )
}

/// The columns of a table: numbers to the right; lines are broken where they would not fit side by
/// side.
struct Columns {
    /// The size of type in which each column holds its longest word, where lines are broken.
    size: Option<&'static str>,
    columns: String,
}

impl Columns {
    fn of(grid: &Grid, text_mm: f64) -> Self {
        let widest = |at: usize, width: fn(&str) -> f64| {
            grid.lines().filter_map(|line| line.get(at).map(|field| width(field))).fold(0.0, f64::max)
        };
        let columns = 0..grid.header.len();
        let lines: Vec<f64> = columns.clone().map(|at| widest(at, |field| text_width(field, 1.0))).collect();
        let words: Vec<f64> = columns.map(|at| widest(at, widest_word)).collect();
        let count = grid.header.len() as f64;
        // Unbroken columns stand 12 pt apart, twice as far as broken ones.
        if lines.iter().sum::<f64>() * SIZES[0].1 <= text_mm - 2.0 * GAP_MM * count {
            let columns = grid.is_numeric.iter().map(|is_numeric| if *is_numeric { 'r' } else { 'l' }).collect();
            return Self { size: None, columns };
        }
        let needed: f64 = words.iter().sum();
        let room = |em_mm: f64| (text_mm - GAP_MM * count) / em_mm;
        let (size, em_mm) =
            SIZES.into_iter().find(|(_, em_mm)| needed <= room(*em_mm)).unwrap_or(SIZES[SIZES.len() - 1]);
        // What is left beside the widest words goes to the columns that have more to say than one.
        let left = (room(em_mm) - needed).max(0.0);
        let wish = |(line, word): (&f64, &f64)| (line.min(WIDEST_LINE) - word).max(0.0);
        let wishes: Vec<f64> = lines.iter().zip(&words).map(wish).collect();
        let wished = wishes.iter().sum::<f64>().max(1.0);
        let width = |(word, wish): (&f64, &f64)| (word + left * wish / wished) * em_mm + GAP_MM;
        let widths: Vec<f64> = words.iter().zip(&wishes).map(width).collect();
        let sum: f64 = widths.iter().sum();
        let column = |(width, is_numeric): (&f64, &bool)| {
            let align = if *is_numeric { "raggedleft" } else { "raggedright" };
            // Without the empty space TeX would not divide the first word of a field.
            format!(
                ">{{\\{align}\\arraybackslash\\hspace{{0pt}}}}p{{\\dimexpr {:.3}\\linewidth-2\\tabcolsep\\relax}}",
                (width / sum * 1000.0).floor() / 1000.0
            )
        };
        let columns = widths.iter().zip(&grid.is_numeric).map(column).collect();
        Self { size: Some(size), columns }
    }
}

/// The width of the widest word of a field that TeX does not break, in em: hyphens part words,
/// spaces that do not break join them.
fn widest_word(field: &str) -> f64 {
    let words = field.split_inclusive(|letter: char| letter == '-' || letter.is_whitespace() && letter != '\u{A0}');
    words.map(|word| text_width(word.trim_end(), 1.0)).fold(1.0, f64::max).min(WIDEST_WORD)
}

/// Text that stays text in LaTeX, also at the beginning of a row, and in which no two characters
/// are drawn together.
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

    fn grid(header: &[&str], row: &[&str]) -> Grid {
        Grid {
            title: String::new(),
            header: header.iter().map(|field| (*field).to_owned()).collect(),
            rows: vec![row.iter().map(|field| super::super::field::Field::from((*field).to_owned())).collect()],
            is_numeric: vec![false; header.len()],
            notes: Vec::new(),
        }
    }

    #[test]
    fn a_column_holds_its_longest_word() {
        let header = [
            "Мәтін",
            "Тілі",
            "Көлемі (символ)",
            "Сөз саны",
            "Еркіндік",
            "Патриотизм",
            "Теңдік",
            "Экономикалық әл-ауқат",
            "Отбасы және дәстүр",
            "Әділеттілік",
            "Экология",
            "Ауыл шаруашылығы",
        ];
        let Columns { size, columns } = Columns::of(&grid(&header, &header), TEXT_MM[1]);
        let size = size.expect("they do not fit side by side");
        let (_, em_mm) = SIZES.into_iter().find(|(name, _)| *name == size).expect("a size");
        let shares: Vec<f64> =
            columns.split("dimexpr ").skip(1).map(|rest| rest[..5].parse().expect("a share")).collect();
        assert!((shares.iter().sum::<f64>() - 1.0).abs() < 0.01, "{shares:?}");
        for (word, share) in header.iter().map(|field| widest_word(field)).zip(shares) {
            assert!(share * TEXT_MM[1] - GAP_MM >= word * em_mm - 0.3, "{word} em in {share}");
        }
    }

    #[test]
    fn what_fits_side_by_side_is_not_broken() {
        let Columns { size, columns } =
            Columns::of(&grid(&["Мәтін", "Сөз саны"], &["Бағдарлама", "1 204"]), TEXT_MM[0]);
        assert_eq!((size, columns.as_str()), (None, "ll"));
    }

    #[test]
    fn a_command_is_not_obeyed() {
        assert_eq!(escape("\\input{/a}%"), "\\textbackslash{}input\\{/a\\}\\%");
        assert_eq!(escape("--a\nb"), "-{}-a b");
        let hash = "0123456789abcdef".repeat(4);
        assert_eq!(escape(&hash).matches("\\allowbreak").count(), 3);
    }
}
