//! A scene → an SVG file that stands alone.
//!
//! Law: the same scene gives the same bytes; whatever stands in titles, the file is well-formed XML
//! (1.0) and no text becomes an element; the file holds no script and fetches nothing.
//!
//! Without links the drawing is one image with a title and a description (`role="img"`). With links
//! it is a group, because what is inside an image is hidden from screen readers, and they
//! too must come to the matches.

use std::collections::BTreeSet;

use super::{
    palette::{Cut, FillPattern, hue, ink, paper, pattern},
    scene::{Anchor, Mark, Scene, Shape, Style},
};
use tarazy_engine::format::escape_xml;

/// What goes into the file beside the drawing.
#[derive(Debug, Clone, Copy, Default)]
pub struct SvgOptions<'text> {
    /// The address of a page with the same study, before `#`: empty where the drawing is part of
    /// that page. `None`, and any address that is neither relative nor `http`, `https` or `file`,
    /// makes a drawing without links.
    pub link_base: Option<&'text str>,
    /// Where the figures come from, a line each: measure, policy, lexicon, texts, version.
    pub provenance: &'text [String],
}

/// Fonts that have all Kazakh letters, the narrow before the wide.
const FONTS: &str =
    "'Noto Sans','Segoe UI',Roboto,'PT Sans','Helvetica Neue',Arial,'Liberation Sans','DejaVu Sans',sans-serif";

/// Returns the file.
pub fn svg(scene: &Scene, options: SvgOptions<'_>) -> String {
    let base = options.link_base.filter(|base| is_harmless(base));
    let name = scene.kind.name();
    let (width, height) = (number(scene.width), number(scene.height));
    let role = if base.is_some() { "group" } else { "img" };
    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         role=\"{role}\" aria-labelledby=\"{name}-title {name}-desc\" lang=\"{language}\" xml:lang=\"{language}\" \
         font-family=\"{FONTS}\">\n",
        language = scene.language,
    );
    text.push_str(&format!("<title id=\"{name}-title\">{}</title>\n", escape(&scene.title)));
    text.push_str(&format!("<desc id=\"{name}-desc\">{}</desc>\n", escape(&scene.description)));
    if !options.provenance.is_empty() {
        let lines: Vec<String> = options.provenance.iter().map(|line| escape(line)).collect();
        text.push_str(&format!("<metadata>{}</metadata>\n", lines.join("\n")));
    }
    let categories: BTreeSet<usize> = scene.marks.iter().filter_map(|mark| patterned(mark.style)).collect();
    if !categories.is_empty() {
        let patterns: String = categories.into_iter().map(|category| definition(name, category)).collect();
        text.push_str(&format!("<defs>\n{patterns}</defs>\n"));
    }
    text.push_str(&format!("<rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\n", paper()));
    for mark in &scene.marks {
        text.push_str(&drawn(mark, name, base));
        text.push('\n');
    }
    text.push_str("</svg>\n");
    text
}

/// The category whose pattern a style needs.
fn patterned(style: Style) -> Option<usize> {
    match style {
        Style::Category(category) if pattern(category) != FillPattern::Solid => Some(category),
        _ => None,
    }
}

/// A mark, within a link where it has one.
fn drawn(mark: &Mark, name: &str, base: Option<&str>) -> String {
    let label = if mark.label.is_empty() { String::new() } else { format!("<title>{}</title>", escape(&mark.label)) };
    let form = form(mark, name, &label);
    match (&mark.target, base) {
        (Some(target), Some(base)) => {
            let address = escape(&format!("{base}#{}", target.fragment));
            format!("<a href=\"{address}\" aria-label=\"{}\">{form}</a>", escape(&mark.label))
        }
        _ => form,
    }
}

fn form(mark: &Mark, name: &str, label: &str) -> String {
    let colour = ink(mark.style);
    match &mark.shape {
        Shape::Rect { x, y, width, height } => {
            let place = format!(
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"",
                number(*x),
                number(*y),
                number(*width),
                number(*height)
            );
            let paint = match mark.style {
                Style::Category(category) if patterned(mark.style).is_some() => {
                    format!("fill=\"url(#{name}-{category})\" stroke=\"{}\" stroke-width=\"0.75\"", hue(category))
                }
                Style::Category(_) => format!("fill=\"{colour}\" stroke=\"{colour}\" stroke-width=\"0.75\""),
                Style::Residual(_) => format!("fill=\"{colour}\" stroke=\"{}\"", ink(Style::Grid)),
                _ => format!("fill=\"{colour}\""),
            };
            close(&format!("{place} {paint}"), "rect", label)
        }
        Shape::Line { from, to } => {
            let place = format!(
                "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{colour}\"",
                number(from.0),
                number(from.1),
                number(to.0),
                number(to.1)
            );
            close(&place, "line", label)
        }
        Shape::Text { x, y, anchor, size, is_turned, text } => {
            let (x, y) = (number(*x), number(*y));
            let anchor = match anchor {
                Anchor::Start => "",
                Anchor::Middle => " text-anchor=\"middle\"",
                Anchor::End => " text-anchor=\"end\"",
            };
            let turn = if *is_turned { format!(" transform=\"rotate(-90 {x} {y})\"") } else { String::new() };
            let size = number(*size);
            let words = escape(text);
            format!(
                "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{colour}\"{anchor}{turn}>{label}{words}</text>"
            )
        }
    }
}

fn close(start: &str, element: &str, label: &str) -> String {
    if label.is_empty() { format!("{start}/>") } else { format!("{start}>{label}</{element}>") }
}

/// The hue of a category with its pattern cut out of it in paper.
fn definition(name: &str, category: usize) -> String {
    let (hue, paper) = (hue(category), paper());
    let stroke = |width: &str| format!("stroke=\"{paper}\" stroke-width=\"{width}\" fill=\"none\"");
    let cut = |cut: &Cut| match cut {
        Cut::Line { path, width } => format!("<path d=\"{path}\" {}/>", stroke(width)),
        Cut::Dot { at: (x, y), radius } => {
            format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"{paper}\"/>")
        }
        Cut::Ring { radius, width } => format!("<circle cx=\"3\" cy=\"3\" r=\"{radius}\" {}/>", stroke(width)),
    };
    let cuts: String = pattern(category).cuts().iter().map(cut).collect();
    format!(
        "<pattern id=\"{name}-{category}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">\
         <rect width=\"6\" height=\"6\" fill=\"{hue}\"/>{cuts}</pattern>\n"
    )
}

/// Writes a number with at most two decimals.
pub fn number(value: f64) -> String {
    let written = format!("{value:.2}");
    let short = written.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}

/// Text that means nothing to XML, in an element or an attribute. What XML 1.0 cannot hold becomes
/// U+FFFD.
fn escape(text: &str) -> String {
    let held = text.chars().map(|letter| match letter {
        '\t' | '\n' | '\r' => ' ',
        letter if is_lost(letter) => '\u{fffd}',
        letter => letter,
    });
    escape_xml(&held.collect::<String>())
}

/// Returns `true` if a character has no place in a file: XML cannot hold it, or it would turn the
/// direction of what stands behind it.
const fn is_lost(letter: char) -> bool {
    matches!(letter, '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}')
        || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Returns `true` if an address is relative or has one of the schemes that lead to a page.
fn is_harmless(base: &str) -> bool {
    let scheme = base.split(['/', '?', '#']).next().and_then(|start| start.split_once(':'));
    let is_plain = !base.chars().any(char::is_control);
    is_plain
        && scheme.is_none_or(|(scheme, _)| ["http", "https", "file"].contains(&scheme.to_ascii_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        assert_eq!([0.0, -0.001, 1.5, 2.0, 10.0, 1.0 / 3.0].map(number), ["0", "0", "1.5", "2", "10", "0.33"]);
    }

    #[test]
    fn only_addresses_of_pages_become_links() {
        for base in ["", "study.html", "./a b.html", "https://example.org/study?x=1:2", "file:///tmp/study.html"] {
            assert!(is_harmless(base), "{base}");
        }
        for base in ["javascript:alert(1)", "JavaScript:x", "data:text/html,x", "java\nscript:alert(1)", "vbscript:x"] {
            assert!(!is_harmless(base), "{base}");
        }
    }

    #[test]
    fn no_sign_is_left_that_xml_cannot_hold() {
        assert_eq!(escape("a<b>&\"'\u{0}\u{202e}]]>"), "a&lt;b&gt;&amp;&quot;&#39;\u{fffd}\u{fffd}]]&gt;");
    }
}
