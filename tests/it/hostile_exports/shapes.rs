//! What a file is built of, as readers that are not ours see it: its elements and their attributes
//! without any text.

use html5ever::{parse_document, tendril::TendrilSink};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use quick_xml::{Reader, events::Event as Xml};
use tarazy_engine::archive::read;
use tarazy_report::limits::STUDY_LIMITS;

/// What a page is built of.
#[derive(Debug, Default)]
pub struct Page {
    /// Elements with the names of their attributes, in the page's order. Lines of a label that
    /// follow each other are one.
    pub elements: Vec<String>,
    /// The ids of its elements.
    pub ids: Vec<String>,
    /// The addresses that its links lead to.
    pub addresses: Vec<String>,
    /// The texts of its elements by name, without those of scripts, styles and titles of marks.
    pub texts: Vec<(String, String)>,
    /// Everything that a reader is shown, attributes included.
    pub shown: String,
}

/// Parses a page, or a piece of one, as browsers do.
pub fn page(html: &str) -> Page {
    let dom = parse_document(RcDom::default(), html5ever::ParseOpts::default()).one(html);
    let mut page = Page::default();
    walk(&dom.document, "", &mut page);
    page
}

fn walk(node: &Handle, parent: &str, page: &mut Page) {
    let mut name = parent.to_owned();
    match &node.data {
        NodeData::Element { name: own, attrs, template_contents, .. } => {
            name = own.local.to_string();
            let attributes = attrs.borrow();
            let names: Vec<String> = attributes.iter().map(|attribute| attribute.name.local.to_string()).collect();
            let element = built(&name, &names);
            if !is_matter_of_length(&element, parent, page.elements.last()) {
                page.elements.push(element);
            }
            for attribute in attributes.iter() {
                match &*attribute.name.local {
                    "id" => page.ids.push(attribute.value.to_string()),
                    "href" | "src" => page.addresses.push(attribute.value.to_string()),
                    _ => {}
                }
                page.shown.push_str(&attribute.value);
                page.shown.push('\n');
            }
            assert!(template_contents.borrow().is_none(), "a template is in the page");
        }
        NodeData::Text { contents } => {
            page.texts.push((name.clone(), contents.borrow().to_string()));
            if name != "style" && name != "script" {
                page.shown.push_str(&contents.borrow());
                page.shown.push('\n');
            }
        }
        NodeData::Comment { contents } => page.elements.push(format!("comment {contents}")),
        NodeData::ProcessingInstruction { target, .. } => page.elements.push(format!("instruction {target}")),
        NodeData::Doctype { .. } => page.elements.push("doctype".to_owned()),
        NodeData::Document => {}
    }
    for child in node.children.borrow().iter() {
        walk(child, &name, page);
    }
}

/// An element with the names of its attributes. A long label is turned, and stands with another end
/// at its mark.
fn built(name: &str, attributes: &[String]) -> String {
    let is_matter_of_length = |attribute: &str| name == "text" && ["transform", "text-anchor"].contains(&attribute);
    let attributes: Vec<&str> =
        attributes.iter().map(String::as_str).filter(|attribute| !is_matter_of_length(attribute)).collect();
    format!("{name}[{}]", attributes.join(" "))
}

/// Returns `true` if an element of a drawing is there because a label is long: it has more lines,
/// or its whole text as a title.
fn is_matter_of_length(element: &str, parent: &str, last: Option<&String>) -> bool {
    (element == "title[]" && parent != "head")
        || (element.starts_with("text[") && last.is_some_and(|last| last == element))
}

/// The elements of an XML file with the names of their attributes, in order. Fails on what is no
/// XML.
pub fn xml(text: &str) -> Vec<String> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let (mut elements, mut depth): (Vec<String>, usize) = (Vec::new(), 0);
    loop {
        match reader.read_event().expect("it is XML") {
            Xml::Eof => break,
            Xml::Start(tag) => {
                depth += 1;
                let element = described(&tag);
                if !is_matter_of_length(&element, "", elements.last()) {
                    elements.push(element);
                }
            }
            Xml::Empty(tag) => elements.push(described(&tag)),
            Xml::End(_) => depth -= 1,
            Xml::Text(text) => {
                let is_allowed = |letter: char| letter == '\n' || !(letter.is_control() || letter >= '\u{fffe}');
                assert!(text.xml10_content().chars().all(is_allowed), "a character that XML does not hold");
            }
            Xml::GeneralRef(reference) => {
                let known = ["amp", "lt", "gt", "quot", "apos", "#39"];
                let name = reference.xml10_content();
                assert!(known.contains(&&*name), "&{name};");
            }
            Xml::Decl(_) => {}
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(depth, 0, "every element ends");
    elements
}

fn described(tag: &quick_xml::events::BytesStart<'_>) -> String {
    let names: Vec<String> = tag
        .attributes()
        .map(|attribute| attribute.expect("an attribute is whole and there once").key.as_ref().to_owned())
        .collect();
    built(tag.name().as_ref(), &names)
}

/// The parts of an Office file with their elements.
pub fn office(bytes: &[u8]) -> Vec<(String, Vec<String>)> {
    let entries = read(bytes, STUDY_LIMITS).expect("it is an archive");
    entries
        .into_iter()
        .map(|entry| {
            let text = String::from_utf8(entry.bytes).expect("it is UTF-8");
            (entry.name, xml(&text))
        })
        .collect()
}

/// The same text with a letter for every character that could mean anything.
pub fn benign(text: &str) -> String {
    let plain = |letter: char| match letter {
        letter if letter.is_alphanumeric() => letter,
        letter if letter.is_whitespace() || letter.is_control() => ' ',
        _ => 'o',
    };
    text.chars().map(plain).collect()
}

/// The text as documents show it: controls are spaces, marks of direction are named.
pub fn shown(text: &str) -> String {
    let mut shown = String::new();
    for letter in text.chars() {
        match letter {
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
                shown.push_str(&format!("[U+{:04X}]", u32::from(letter)));
            }
            letter if letter.is_control() => shown.push(' '),
            letter => shown.push(letter),
        }
    }
    shown
}
