//! HTML → an outline of what a person reads or gets from a screen reader: roles, names, states,
//! texts and where links lead, a line each. Classes, styles, ids and drawings are no part of it.
//!
//! ```text
//! table "Repaired words"
//!   columnheaders: In the source | As counted | Count
//!   row: kk«қоғам[U+00AD]{soft hyphen}дық» | kk«қоғамдық» | 1
//! - button "Exclude the form “әділ”" shows "×"
//! - Read [link "the text" → #read/2/0], then decide.
//! ```
//!
//! - `[…]` is a control within a text, `{…}` the description that a pointer shows, `kk«…»` a text in
//!   another language than what is around it.
//! - A row begins with its header; a long row has a line for each cell.
//! - What screen readers pass over is left out, but for whole sentences: `only drawn: …`.
//!
//! Each visible text is in the outline once: the caption of a table and the label of a field are
//! names.

use std::collections::HashMap;

use html5ever::{parse_document, tendril::TendrilSink};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

use super::{
    element::{Element, Kind},
    run::{EDGE, Line, Piece, control, joined, line, lines, nested},
};

/// Number of characters from which a row has a line for each cell.
const LONG_ROW: usize = 120;
/// Number of options from which only the first are listed.
const MANY_OPTIONS: usize = 12;

/// Returns the outline of a view in a page of this language.
pub fn outline(html: &str, lang: &str) -> String {
    let dom = parse_document(RcDom::default(), html5ever::ParseOpts::default()).one(html);
    let mut page = Page::default();
    page.index(&dom.document);
    let lines = lines(page.inside(&dom.document, lang));
    lines.into_iter().map(|line| format!("{}{}\n", "  ".repeat(line.depth), line.text)).collect()
}

/// Elements that others refer to.
#[derive(Default)]
struct Page {
    by_id: HashMap<String, Handle>,
    /// Labels by the id of their field.
    labels: HashMap<String, Handle>,
}

impl Page {
    fn index(&mut self, node: &Handle) {
        if let Some(element) = Element::of(node) {
            if let Some(id) = element.get("id") {
                self.by_id.insert(id.to_owned(), node.clone());
            }
            if let Some(field) = element.get("for") {
                self.labels.insert(field.to_owned(), node.clone());
            }
        }
        node.children.borrow().iter().for_each(|child| self.index(child));
    }

    fn pieces(&self, node: &Handle, around: &str) -> Vec<Piece> {
        let Some(element) = Element::of(node) else {
            return match &node.data {
                NodeData::Text { contents } => vec![Piece::Run(contents.borrow().to_string())],
                _ => self.inside(node, around),
            };
        };
        let lang = element.get("lang").unwrap_or(around);
        match element.kind() {
            Kind::Nothing => Vec::new(),
            Kind::Break => vec![Piece::Run("\n".to_owned())],
            Kind::Inline if element.tag == "label" => self.label(node, &element, lang),
            Kind::Inline => {
                let title = self.title(node, &element);
                let edge = || Piece::Run(if title.is_some() { String::new() } else { EDGE.to_string() });
                // A character of a word has a title; other elements begin and end with words.
                let pieces = described(self.inside_in_language(node, lang, around), title.clone());
                [edge()].into_iter().chain(pieces).chain([edge()]).collect()
            }
            Kind::Control if element.role() == "mark" => vec![control(&format!("mark: {}", self.text(node, lang)))],
            Kind::Control => vec![control(&self.control(node, &element, "", lang, around))],
            Kind::Block => {
                let pieces = described(self.inside_in_language(node, lang, around), self.title(node, &element));
                vec![Piece::Block(lines(pieces))]
            }
            Kind::Paragraph => {
                let mut lines = lines(self.inside_in_language(node, lang, around));
                if let Some(first) = lines.first_mut().filter(|_| element.is_only_drawn()) {
                    first.text.insert_str(0, "only drawn: ");
                }
                vec![Piece::Block(lines)]
            }
            Kind::Item => {
                let mut lines = lines(self.inside_in_language(node, lang, around)).into_iter();
                let first = lines.next().map_or_else(String::new, |line| line.text);
                let head = format!("-{} {first}", listed(&element.states()));
                vec![line(head), Piece::Block(nested(lines.collect()).collect())]
            }
            Kind::Row => vec![Piece::Block(self.row(node, &element, lang))],
            Kind::Group => vec![Piece::Block(self.group(node, &element, lang, around))],
        }
    }

    fn inside(&self, node: &Handle, lang: &str) -> Vec<Piece> {
        node.children.borrow().iter().flat_map(|child| self.pieces(child, lang)).collect()
    }

    /// Returns what is in an element, with its language if that is not the one around it.
    fn inside_in_language(&self, node: &Handle, lang: &str, around: &str) -> Vec<Piece> {
        let pieces = self.inside(node, lang);
        if lang == around {
            return pieces;
        }
        let mut lines = lines(pieces);
        match &mut lines[..] {
            [] => Vec::new(),
            [Line { text, .. }] => vec![Piece::Run(format!("{EDGE}{lang}«{text}»{EDGE}"))],
            _ => vec![line(format!("in {lang}:")), Piece::Block(nested(lines).collect())],
        }
    }

    /// Returns what a pointer shows.
    fn title(&self, node: &Handle, element: &Element) -> Option<String> {
        let own = || {
            matches!(&*element.tag, "rect" | "circle" | "line" | "path" | "text")
                .then(|| self.child(node, "title", ""))?
        };
        element.get("title").map(str::to_owned).or_else(own)
    }

    fn child(&self, node: &Handle, tag: &str, lang: &str) -> Option<String> {
        let children = node.children.borrow();
        let child = children.iter().find(|child| Element::of(child).is_some_and(|own| own.tag == tag))?;
        Some(self.text(child, lang))
    }

    fn text(&self, node: &Handle, lang: &str) -> String {
        joined(self.inside(node, lang))
    }

    /// Returns nothing for the label of a field, which is that field's name, and the field for a
    /// label around it.
    fn label(&self, node: &Handle, element: &Element, lang: &str) -> Vec<Piece> {
        if element.get("for").is_some_and(|id| self.by_id.contains_key(id)) {
            return Vec::new();
        }
        let is_field =
            |child: &Handle| Element::of(child).filter(|own| matches!(&*own.tag, "input" | "select" | "textarea"));
        let children = node.children.borrow();
        let Some((field, own)) = children.iter().find_map(|child| Some((child, is_field(child)?))) else {
            return self.inside(node, lang);
        };
        let others = children.iter().filter(|child| is_field(child).is_none());
        let name = joined(others.flat_map(|child| self.pieces(child, lang)).collect());
        vec![control(&self.control(field, &own, &name, lang, lang))]
    }

    fn group(&self, node: &Handle, element: &Element, lang: &str, around: &str) -> Vec<Line> {
        let inside = lines(self.inside(node, lang));
        if element.role() == "definition" {
            return nested(inside).collect();
        }
        let name = self.name(node, element, "", lang).map(|name| format!(" \"{name}\"")).unwrap_or_default();
        let described = self.description(element, &name, lang);
        let mut head = format!("{}{name}{}{described}", element.role(), Self::states(element, lang, around));
        if let [Line { text, .. }] = &inside[..] {
            head = format!("{head}: {text}");
            return vec![Line { depth: 0, text: head }];
        }
        std::iter::once(Line { depth: 0, text: head }).chain(nested(inside)).collect()
    }

    fn row(&self, node: &Handle, element: &Element, lang: &str) -> Vec<Line> {
        let mut cells: Vec<(String, Vec<Line>)> = Vec::new();
        for child in node.children.borrow().iter() {
            let Some(cell) = Element::of(child).filter(|cell| cell.kind() != Kind::Nothing) else { continue };
            let mut inside = lines(self.inside_in_language(child, cell.get("lang").unwrap_or(lang), lang));
            let states = listed(&cell.states());
            match &mut inside[..] {
                [] => inside.push(Line { depth: 0, text: format!("(empty){states}") }),
                [line] => line.text += &states,
                _ => {
                    let head = Line { depth: 0, text: format!("cell{states}:") };
                    inside = std::iter::once(head).chain(nested(inside)).collect();
                }
            }
            cells.push((cell.role(), inside));
        }
        let is_head = cells.iter().all(|(role, _)| role == "columnheader");
        let mut head = if is_head { "columnheaders" } else { "row" }.to_owned();
        head += &element.get("aria-rowindex").map(|index| format!(" {index}")).unwrap_or_default();
        if let Some((role, [Line { text, .. }])) = cells.first().map(|(role, inside)| (role, &inside[..]))
            && role == "rowheader"
        {
            head = format!("{head} {text}");
            cells.remove(0);
        }
        head = format!("{head}{}:", listed(&element.states()));
        let inside: Vec<Line> = cells.into_iter().flat_map(|(_, inside)| inside).collect();
        let texts: Vec<&str> = inside.iter().map(|line| line.text.as_str()).collect();
        let whole = format!("{head} {}", texts.join(" | "));
        if whole.chars().count() <= LONG_ROW && inside.iter().all(|line| line.depth == 0) {
            return vec![Line { depth: 0, text: whole }];
        }
        std::iter::once(Line { depth: 0, text: head }).chain(nested(inside)).collect()
    }

    fn control(&self, node: &Handle, element: &Element, label: &str, lang: &str, around: &str) -> String {
        let role = element.role();
        let is_field = matches!(&*element.tag, "input" | "select" | "textarea");
        let content = if is_field || role == "img" { String::new() } else { self.text(node, lang) };
        let name = self.name(node, element, label, lang).or(Some(content.clone())).filter(|name| !name.is_empty());
        let mut text = match &name {
            Some(name) => format!("{role} \"{name}\""),
            None => format!("{role} without a name"),
        };
        text += &Self::states(element, lang, around);
        text += &self.value(node, element, lang);
        text += &self.description(element, name.as_deref().unwrap_or_default(), lang);
        // A mark of a figure repeats its name for a pointer.
        let shown = name.as_ref().map_or(content.clone(), |name| content.replace(&format!("{{{name}}}"), ""));
        if !shown.is_empty() && name.as_ref() != Some(&shown) {
            text += &format!(" shows \"{shown}\"");
        }
        if let Some(address) = element.get("href") {
            text += &format!(" → {}", decoded(address));
        }
        text
    }

    /// Returns the name that an element is given, be it empty; `None` if what is in it names it.
    fn name(&self, node: &Handle, element: &Element, label: &str, lang: &str) -> Option<String> {
        self.given_name(node, element, label, lang).map(|name| joined(vec![Piece::Run(name)]))
    }

    fn given_name(&self, node: &Handle, element: &Element, label: &str, lang: &str) -> Option<String> {
        if let Some(ids) = element.get("aria-labelledby") {
            return Some(self.referred(ids, lang).unwrap_or_else(|| "named elsewhere".to_owned()));
        }
        element
            .get("aria-label")
            .or(element.get("alt"))
            .map(str::to_owned)
            .or_else(|| Some(self.text(self.labels.get(element.get("id")?)?, lang)))
            .or_else(|| Some(label.to_owned()).filter(|label| !label.is_empty()))
            .or_else(|| match &*element.tag {
                "table" => self.child(node, "caption", lang),
                "fieldset" => self.child(node, "legend", lang),
                "details" => self.child(node, "summary", lang),
                "svg" => self.child(node, "title", lang),
                "input" => element.get("title").map(str::to_owned),
                _ => None,
            })
    }

    /// Returns what a pointer shows, or what describes the element, unless that is its name.
    fn description(&self, element: &Element, name: &str, lang: &str) -> String {
        let referred = element.get("aria-describedby").and_then(|ids| self.referred(ids, lang));
        let titles = element.get("title").map(str::to_owned).into_iter().chain(referred);
        titles.filter(|text| !name.contains(text.as_str())).map(|text| format!(" {{{text}}}")).collect()
    }

    /// Returns the texts of elements of this page.
    fn referred(&self, ids: &str, lang: &str) -> Option<String> {
        let found: Vec<String> =
            ids.split_whitespace().filter_map(|id| Some(self.text(self.by_id.get(id)?, lang))).collect();
        (!found.is_empty()).then(|| found.join(" "))
    }

    fn states(element: &Element, lang: &str, around: &str) -> String {
        let mut states = element.states();
        states.extend((lang != around).then(|| format!("in {lang}")));
        listed(&states)
    }

    /// Returns what a field holds and what it offers.
    fn value(&self, node: &Handle, element: &Element, lang: &str) -> String {
        let value = match &*element.tag {
            "select" => {
                let mut options = Vec::new();
                find(node, "option", &mut options);
                let is_chosen = |option: &&Handle| Element::of(option).is_some_and(|own| own.get("selected").is_some());
                let chosen = options.iter().find(is_chosen).or(options.first()).map(|option| self.text(option, lang));
                let mut texts: Vec<String> = options.iter().map(|option| self.text(option, lang)).collect();
                if texts.len() > MANY_OPTIONS {
                    let rest = texts.split_off(MANY_OPTIONS).len();
                    texts.push(format!("{rest} more"));
                }
                return format!(" = \"{}\" of: {}", chosen.unwrap_or_default(), texts.join(" | "));
            }
            "textarea" => self.text(node, lang),
            "input" if element.role() != "checkbox" => element.get("value").unwrap_or_default().to_owned(),
            _ => String::new(),
        };
        if value.is_empty() { value } else { format!(" = \"{value}\"") }
    }
}

/// Appends what a pointer shows, unless the text says it.
fn described(mut pieces: Vec<Piece>, title: Option<String>) -> Vec<Piece> {
    let says = |title: &String| pieces.iter().any(|piece| matches!(piece, Piece::Run(text) if text.contains(title)));
    if let Some(title) = title.filter(|title| !says(title)) {
        pieces.push(Piece::Run(format!("{{{title}}}")));
    }
    pieces
}

fn listed(states: &[String]) -> String {
    states.iter().map(|state| format!(", {state}")).collect()
}

fn find(node: &Handle, tag: &str, found: &mut Vec<Handle>) {
    for child in node.children.borrow().iter() {
        found.extend(Element::of(child).filter(|own| own.tag == tag).map(|_| child.clone()));
        find(child, tag, found);
    }
}

/// Returns an address with its letters as people write them.
fn decoded(address: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = address;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend(before.bytes());
        let code = after.get(..2).and_then(|code| u8::from_str_radix(code, 16).ok());
        bytes.push(code.unwrap_or(b'%'));
        rest = code.map_or(after, |_| &after[2..]);
    }
    bytes.extend(rest.bytes());
    String::from_utf8(bytes).unwrap_or_else(|_| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::outline;

    #[track_caller]
    fn assert_outline(html: &str, expected: &[&str]) {
        let outline = outline(html, "en");
        assert_eq!(outline.lines().collect::<Vec<_>>(), expected, "{html}");
    }

    #[test]
    fn a_name_comes_from_a_label_another_element_or_the_content() {
        assert_outline("<button>Close</button>", &[r#"button "Close""#]);
        assert_outline("<button aria-label='Close the panel'>×</button>", &[r#"button "Close the panel" shows "×""#]);
        assert_outline(
            "<section aria-labelledby='a b'><h3 id=a>Repairs</h3><p id=b>of one text</p></section>",
            &[r#"region "Repairs of one text""#, "  heading 3: Repairs", "  of one text"],
        );
        assert_outline("<label for=a>Title</label><input id=a value=Amanat>", &[r#"textbox "Title" = "Amanat""#]);
        assert_outline(
            "<label><input type=checkbox checked><span aria-hidden=true>1</span>Freedom</label>",
            &[r#"checkbox "Freedom", checked"#],
        );
        assert_outline("<table><caption>Shares</caption></table>", &[r#"table "Shares""#]);
        assert_outline("<details><summary>More</summary>Hidden</details>", &[r#"details "More", closed: Hidden"#]);
    }

    #[test]
    fn a_missing_name_and_a_name_without_a_role_are_shown() {
        assert_outline("<button></button>", &["button without a name"]);
        assert_outline("<input aria-label=''>", &["textbox without a name"]);
        assert_outline("<div aria-label='Tools'>Save</div>", &[r#"div "Tools": Save"#]);
        assert_outline("<nav aria-labelledby=elsewhere></nav>", &[r#"navigation "named elsewhere""#]);
    }

    #[test]
    fn states_values_and_descriptions_follow_the_name() {
        assert_outline(
            "<button aria-pressed=false disabled>Gaps</button>",
            &[r#"button "Gaps", disabled, not pressed"#],
        );
        assert_outline(
            "<button aria-expanded=false title='Ctrl-Y'>Why?</button>",
            &[r#"button "Why?", collapsed {Ctrl-Y}"#],
        );
        assert_outline(
            "<label for=a>Sign</label><select id=a><option>point<option selected>comma</select>",
            &[r#"combobox "Sign" = "comma" of: point | comma"#],
        );
        assert_outline("<a href='#cell=1.%D0%B0' aria-current=true>Bars</a>", &[r#"link "Bars", current → #cell=1.а"#]);
        assert_outline("<p>40 <abbr title='kilobytes'>kB</abbr></p>", &["40 kB{kilobytes}"]);
        assert_outline(
            "<svg role=group aria-label=Bars><a href='#1' aria-label=A><rect><title>A</title></rect></a></svg>",
            &[r#"group "Bars": link "A" → #1"#],
        );
    }

    #[test]
    fn what_is_hidden_is_left_out_but_for_sentences_that_are_drawn() {
        assert_outline("<p>41<span aria-hidden=true>▲</span></p><p hidden>No</p>", &["41"]);
        assert_outline("<p aria-hidden=true>J next</p>", &["only drawn: J next"]);
        assert_outline("<svg><defs><rect/></defs><text>Texts</text></svg>", &["Texts"]);
    }

    #[test]
    fn another_language_is_marked_and_the_same_is_not() {
        assert_outline("<p>Read <bdi lang=kk>сот</bdi>, <bdi lang=en>court</bdi></p>", &["Read kk«сот», court"]);
        assert_outline("<div lang=kk>Бір\nекі</div>", &["in kk:", "  Бір", "  екі"]);
    }

    #[test]
    fn controls_within_a_text_stand_in_brackets_and_others_have_lines() {
        assert_outline(
            "<p>Read <a href='#read'>the text</a>.</p><div><button>A</button><button>B</button></div>",
            &[r#"Read [link "the text" → #read]."#, r#"button "A""#, r#"button "B""#],
        );
        assert_outline("<p><span>Freedom</span><span>11</span></p>", &["Freedom 11"]);
        assert_outline("<p>a<span title='U+0069'>i</span>b</p>", &["ai{U+0069}b"]);
    }

    #[test]
    fn a_row_begins_with_its_header_and_a_long_one_has_a_line_for_each_cell() {
        assert_outline(
            "<table><tr><th>Text<th aria-sort=descending>Freedom<tr><th scope=row>Amanat<td>41</table>",
            &["table", "  columnheaders: Text | Freedom, sorted descending", "  row Amanat: 41"],
        );
        let long = "x".repeat(120);
        assert_outline(
            &format!("<table><tr><td>{long}<td></table>"),
            &["table", "  row:", &format!("    {long}"), "    (empty)"],
        );
    }

    #[test]
    fn lists_nest_by_items() {
        assert_outline(
            "<ul><li>a<ul><li>b</ul><li><button>c</button></ul><ul aria-label=Marks><li>d<li>e</ul>",
            &["- a", "  - b", r#"- button "c""#, r#"list "Marks""#, "  - d", "  - e"],
        );
    }
}
