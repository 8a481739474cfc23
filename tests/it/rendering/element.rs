//! What an element is to a person: its role, and the states that come with it.

use markup5ever_rcdom::{Handle, NodeData};

/// The attributes of an element, and its name.
pub struct Element {
    pub tag: String,
    attributes: Vec<(String, String)>,
}

/// What becomes of an element in the outline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// Left out with all that is in it.
    Nothing,
    /// A part of the run that it stands in.
    Inline,
    /// Breaks the run, and means nothing else.
    Block,
    /// A line with this role, and below it what the element contains.
    Group,
    /// A part of a run with role, name and states.
    Control,
    Paragraph,
    Item,
    Row,
    Break,
}

impl Element {
    /// Returns the element of a node; `None` if it is something else.
    pub fn of(node: &Handle) -> Option<Self> {
        let NodeData::Element { name, attrs, .. } = &node.data else { return None };
        let attributes = attrs.borrow();
        let attributes = attributes.iter().map(|own| (own.name.local.to_string(), own.value.to_string())).collect();
        Some(Self { tag: name.local.to_string(), attributes })
    }

    /// Returns the value of an attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    fn has(&self, name: &str, value: &str) -> bool {
        self.get(name) == Some(value)
    }

    /// Returns `true` if screens show the element and screen readers pass over it.
    pub fn is_only_drawn(&self) -> bool {
        self.has("aria-hidden", "true")
    }

    fn is_named(&self) -> bool {
        self.get("aria-label").or(self.get("aria-labelledby")).is_some()
    }

    /// Returns what becomes of the element.
    pub fn kind(&self) -> Kind {
        // Of what screen readers pass over, only whole sentences are no ornament.
        if self.get("hidden").is_some() || self.is_only_drawn() && self.tag != "p" {
            return Kind::Nothing;
        }
        match (&*self.role(), &*self.tag) {
            (_, "br") => Kind::Break,
            (_, "defs" | "desc" | "head" | "metadata" | "option" | "script" | "style" | "template" | "title") => {
                Kind::Nothing
            }
            (_, "caption" | "legend" | "summary") => Kind::Nothing,
            (_, "input") if self.has("type", "hidden") => Kind::Nothing,
            ("row", _) => Kind::Row,
            ("listitem", _) => Kind::Item,
            ("paragraph", _) => Kind::Paragraph,
            (
                "button" | "checkbox" | "combobox" | "file" | "img" | "link" | "mark" | "progressbar" | "radio"
                | "slider" | "spinbutton" | "tab" | "textbox",
                _,
            ) => Kind::Control,
            ("", "div" | "body" | "header" | "footer" | "section" | "form" | "dl" | "figure" | "svg" | "text")
            | ("rowgroup" | "none" | "presentation", _) => Kind::Block,
            ("list", _) if !self.is_named() => Kind::Block,
            ("", _) => Kind::Inline,
            _ => Kind::Group,
        }
    }

    /// Returns the role that the element states, or that HTML gives it; empty if there is none.
    pub fn role(&self) -> String {
        if let Some(role) = self.get("role") {
            return role.to_owned();
        }
        match (&*self.tag, self.get("type").unwrap_or_default()) {
            ("a", _) if self.get("href").is_some() => "link",
            ("h1" | "h2" | "h3" | "h4" | "h5" | "h6", _) => return format!("heading {}", &self.tag[1..]),
            ("input", "checkbox") => "checkbox",
            ("input", "radio") => "radio",
            ("input", "range") => "slider",
            ("input", "number") => "spinbutton",
            ("input", "file") => "file",
            ("input" | "textarea", _) => "textbox",
            ("select", _) => "combobox",
            ("section", _) if self.is_named() => "region",
            ("fieldset", _) => "group",
            ("details", _) => "details",
            ("ul" | "menu", _) => "list",
            ("ol", _) => "ordered list",
            ("li", _) => "listitem",
            ("table", _) => "table",
            ("tr", _) => "row",
            ("th", _) if matches!(self.get("scope"), Some("row" | "rowgroup")) => "rowheader",
            ("th", _) => "columnheader",
            ("td", _) => "cell",
            ("thead" | "tbody" | "tfoot", _) => "rowgroup",
            ("p", _) => "paragraph",
            ("dt", _) => "term",
            ("dd", _) => "definition",
            ("nav", _) => "navigation",
            ("aside", _) => "complementary",
            ("output", _) => "status",
            ("progress", _) => "progressbar",
            ("article" | "blockquote" | "button" | "dialog" | "img" | "main" | "mark" | "pre", _) => &self.tag,
            // Forms and figures; elsewhere a name without a role is a fault, and the outline shows it.
            _ if self.is_named() => &self.tag,
            _ => "",
        }
        .to_owned()
    }

    /// Returns the states that a person meets, in words.
    pub fn states(&self) -> Vec<String> {
        let is_checkable = self.tag == "input" && matches!(self.get("type"), Some("checkbox" | "radio"));
        let either = |name, yes: &str, no: &str| match self.get(name) {
            Some("true") => Some(yes.to_owned()),
            Some("false") => Some(no.to_owned()),
            _ => None,
        };
        let only = |name, word: &str| self.has(name, "true").then(|| word.to_owned());
        let flag = |name, word: &str| self.get(name).map(|_| word.to_owned());
        let value = |name, word: &str| self.get(name).map(|value| format!("{word} {value}"));
        [
            value("aria-level", "level"),
            value("aria-rowcount", "rows"),
            value("aria-colcount", "columns"),
            flag("disabled", "disabled").or(only("aria-disabled", "disabled")),
            either("aria-pressed", "pressed", "not pressed"),
            either("aria-expanded", "expanded", "collapsed"),
            either("aria-checked", "checked", "not checked"),
            is_checkable.then(|| if self.get("checked").is_some() { "checked" } else { "not checked" }.to_owned()),
            matches!(&*self.tag, "details" | "dialog")
                .then(|| if self.get("open").is_some() { "open" } else { "closed" }.to_owned()),
            only("aria-selected", "selected"),
            self.get("aria-current").filter(|value| *value != "false").map(|_| "current".to_owned()),
            value("aria-sort", "sorted"),
            only("aria-busy", "busy"),
            only("aria-invalid", "invalid"),
            only("aria-multiselectable", "multiselectable"),
            flag("required", "required").or(only("aria-required", "required")),
            flag("readonly", "readonly"),
            self.get("aria-live").filter(|value| *value != "off").map(|_| "live".to_owned()),
            value("colspan", "columns"),
            value("rowspan", "rows"),
            value("min", "from"),
            value("max", "to"),
            value("aria-keyshortcuts", "keys"),
            self.get("placeholder").filter(|text| !text.is_empty()).map(|text| format!("placeholder \"{text}\"")),
            flag("download", "download"),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}
