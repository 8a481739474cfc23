//! Tags of HTML and XML in a text.
//!
//! A `<` is a tag if a name follows it, then attributes with `=`, and a `>`: `a < b`, `<3` and
//! `x<y and z>w` are none. Tags that stand by themselves between spaces or quotation marks are
//! quoted, as in a text about HTML.
//!
//! The list of elements was written for this project after the HTML Living Standard.

use std::collections::BTreeSet;

/// Elements of HTML (Living Standard, and those that were removed from it).
const ELEMENTS: &str = "a abbr acronym address area article aside audio b base bdi bdo big blockquote body br button \
    canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed \
    fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe \
    img input ins kbd label legend li link main map mark menu meta meter nav nobr noscript object ol optgroup option \
    output p param picture pre progress q rp rt ruby s samp script search section select slot small source span \
    strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u \
    ul var video wbr";

/// Elements that have no end.
const VOID: [&str; 9] = ["br", "hr", "img", "input", "link", "meta", "col", "wbr", "area"];

/// What the declaration of a page begins with.
const DOCTYPE: &str = "!doctype";

/// The longest name, in bytes.
const NAME_BYTES: usize = 64;

/// One tag in this number of words is markup; fewer are quoted, unless there are many.
const WORDS_PER_TAG: usize = 100;
const MANY: usize = 10;

/// The tags of a text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Tags {
    /// Number of all, comments and declarations among them.
    pub(super) count: usize,
    /// The byte where the first begins.
    pub(super) start: usize,
    /// The byte where the first ends.
    pub(super) end: usize,
    /// Whether most are elements of HTML.
    pub(super) are_html: bool,
}

/// Something between `<` and `>`.
struct Tag<'text> {
    name: &'text str,
    is_closing: bool,
    has_attribute: bool,
    is_declaration: bool,
    end: usize,
}

/// Returns the tags of a text if they are its markup.
pub(super) fn tags(text: &str) -> Option<Tags> {
    let mut tags = Tags::default();
    let (mut html, mut evidence, mut is_quoted, mut is_declared, mut done) = (0, 0, true, false, 0);
    let mut opened: BTreeSet<&str> = BTreeSet::new();
    for (at, _) in text.match_indices('<') {
        let Some(tag) = tag(text, at).filter(|_| at >= done) else { continue };
        if tags.count == 0 {
            (tags.start, tags.end) = (at, tag.end);
            let is_head = tag.is_declaration || tag.name.eq_ignore_ascii_case("html");
            is_declared = is_head && text[..at].trim().is_empty();
        }
        tags.count += 1;
        done = tag.end;
        let name = tag.name.to_ascii_lowercase();
        let is_element = ELEMENTS.split_ascii_whitespace().any(|known| known == name);
        html += usize::from(is_element || tag.name.eq_ignore_ascii_case(DOCTYPE));
        is_quoted &= stands_alone(text, at, tag.end) && !tag.has_attribute;
        let is_pair = tag.is_closing && opened.contains(tag.name);
        let is_void = VOID.contains(&name.as_str()) && !stands_alone(text, at, tag.end);
        evidence += usize::from(tag.has_attribute || tag.is_declaration || is_pair || is_void);
        if !tag.is_closing {
            opened.insert(tag.name);
        }
    }
    let is_page = opened.iter().any(|name| name.eq_ignore_ascii_case("html"));
    tags.are_html = is_page || (html * 2 >= tags.count && !text.trim_start().starts_with("<?xml"));
    if is_declared {
        return Some(tags);
    }
    let is_dense = || tags.count >= MANY || tags.count * WORDS_PER_TAG >= text.split_ascii_whitespace().count();
    (evidence > 0 && !is_quoted && is_dense()).then_some(tags)
}

/// Returns `true` if a tag stands between spaces, quotation marks or brackets.
fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let is_opening = |letter: char| matches!(letter, ' ' | '"' | '“' | '«' | '‘' | '\'' | '`' | '(' | '„');
    let is_closing =
        |letter: char| matches!(letter, ' ' | '"' | '”' | '»' | '’' | '\'' | '`' | ')' | ',' | '.' | ';' | ':' | '?');
    text[..start].chars().next_back().is_some_and(is_opening) && text[end..].chars().next().is_some_and(is_closing)
}

/// Returns the tag that begins at a `<`. Cost: what stands before the next `<`.
fn tag(text: &str, at: usize) -> Option<Tag<'_>> {
    let inner = &text[at + 1..];
    // What a comment holds is looked at as all else is.
    if let Some(start) = ["!--", "![CDATA["].into_iter().find(|start| inner.starts_with(start)) {
        return Some(declaration(&inner[..start.len()], at + 1 + start.len()));
    }
    let end = inner.find(['<', '>']).filter(|end| inner.as_bytes()[*end] == b'>')?;
    let (inner, end) = (&inner[..end], at + 1 + end + 1);
    if inner.get(..DOCTYPE.len()).is_some_and(|start| start.eq_ignore_ascii_case(DOCTYPE))
        || inner.starts_with(['?']) && inner.ends_with('?')
    {
        return Some(declaration(inner.split(char::is_whitespace).next().unwrap_or_default(), end));
    }
    let (is_closing, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
    let name_end = inner.find(|letter: char| !is_in_name(letter)).unwrap_or(inner.len());
    let (name, rest) = inner.split_at(name_end);
    if name.is_empty() || name.len() > NAME_BYTES || !name.starts_with(char::is_alphabetic) {
        return None;
    }
    let attributes = rest.strip_suffix('/').unwrap_or(rest);
    let has_attribute = attributes.starts_with(char::is_whitespace) && begins_with_attribute(attributes.trim_start());
    let is_tag = attributes.trim().is_empty() || has_attribute;
    is_tag.then_some(Tag { name, is_closing, has_attribute, is_declaration: false, end })
}

fn declaration(name: &str, end: usize) -> Tag<'_> {
    Tag { name, is_closing: false, has_attribute: false, is_declaration: true, end }
}

fn is_in_name(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '-' | '_' | '.' | ':')
}

fn begins_with_attribute(text: &str) -> bool {
    let name = text.trim_start_matches(is_in_name);
    name.len() < text.len() && name.trim_start().starts_with('=')
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("<!doctype html><html><body><p>Бостандық</p></body></html>", 7, true)]
    #[case("<p>Freedom.</p>", 2, true)]
    #[case("Freedom<br>and<br/>law", 2, true)]
    #[case("Freedom<br>and law", 1, true)]
    #[case("A <a href=\"x.html\">link</a> and <IMG SRC=x>", 3, true)]
    #[case("<!-- a note --> Freedom", 1, false)]
    #[case("<?xml version=\"1.0\"?><text>Еркіндік</text>", 3, false)]
    #[case("<turn who=\"A\">Good morning.</turn>\n<turn who=\"B\">Freedom!</turn>", 4, false)]
    #[case("<сөз>бостандық</сөз>", 2, false)]
    fn markup_is_counted(#[case] text: &str, #[case] count: usize, #[case] are_html: bool) {
        let tags = tags(text).expect("it is markup");
        assert_eq!((tags.count, tags.are_html), (count, are_html));
    }

    #[rstest]
    #[case("We write <b> for bold and \"</b>\" behind it; <i> is italic, </i> its end.")]
    #[case("If a < b and c > d, then x<y and z>w; <3 to all.")]
    #[case("Mail <a@b.kz> or <https://example.org/a>; see <name>, <unclear>, <laughs>.")]
    #[case("Он сказал: <неразборчиво> и ушёл. <Смех>")]
    #[case("He used one <b>tag.")]
    fn a_text_that_quotes_a_tag_is_no_markup(#[case] text: &str) {
        assert_eq!(tags(text), None);
    }

    #[test]
    fn a_pair_in_a_long_text_is_no_markup() {
        let words = "freedom and law ".repeat(100);
        assert_eq!(tags(&format!("{words}<b>law</b> {words}")), None);
        assert!(tags(&format!("{words}{}", "<b>law</b> ".repeat(5))).is_some());
    }
}
