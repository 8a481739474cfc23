//! Yoshikoder dictionaries, and those of Lexicoder 2, which are written alike.
//!
//! XML: a `<cnode name desc>` is a category, a `<pnode name>` in it a pattern; both may stand in
//! one cnode. Where everything lies in one cnode without patterns, that one is the dictionary's
//! title. `patternengine` on `<dictionary>` says how patterns are meant.
//!
//! Entities that a file declares itself are never expanded, and a tree too deep is flattened, so
//! that memory and time are linear in the file.

use quick_xml::{
    Reader as XmlReader,
    escape::{escape, unescape},
    events::{BytesStart, Event},
};
use rustc_hash::FxHashSet;

use super::{
    draft::{Draft, DraftCategory, DraftTerm, tree},
    shortened,
    term::{Holds, name, one_line, term},
};
use crate::{
    language::Language,
    lexicon::{
        file::{
            loss::{Loss, LossReason},
            syntax::PatternSyntax,
        },
        model::Lexicon,
    },
    text::to_u32,
};

/// What the file has shown so far.
struct YkdReader<'import> {
    listed: Vec<(Option<usize>, DraftCategory)>,
    open: Vec<usize>,
    syntax: Option<PatternSyntax>,
    losses: &'import mut Vec<Loss>,
}

/// Reads the text of a `.ykd` or `.lcd` file.
pub(super) fn read(text: &str, losses: &mut Vec<Loss>) -> Draft {
    let mut reader = XmlReader::from_str(text);
    let config = reader.config_mut();
    // Tags are paired here; a stray one is no reason to lose the rest.
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    let mut ykd = YkdReader { listed: Vec::new(), open: Vec::new(), syntax: None, losses };
    let (mut line, mut counted) = (1_u32, 0_usize);
    loop {
        let start = usize::try_from(reader.buffer_position()).expect("the text is in memory");
        line += to_u32(text[counted..start].matches('\n').count());
        counted = start;
        match reader.read_event() {
            Ok(Event::Eof) => break,
            Ok(Event::Start(tag)) => ykd.start(&tag, line, true),
            Ok(Event::Empty(tag)) => ykd.start(&tag, line, false),
            Ok(Event::End(tag)) if tag.name().0 == "cnode" => {
                ykd.open.pop();
            }
            Ok(Event::Text(written)) => ykd.text(&written.xml10_content(), line),
            Ok(Event::CData(written)) => ykd.text(&written.xml10_content(), line),
            Ok(_) => {}
            Err(error) => {
                ykd.losses.push(Loss::dropped(line, LossReason::Broken { reason: error.to_string() }));
                break;
            }
        }
    }
    let categories = tree(ykd.listed);
    titled(categories, losses)
}

impl YkdReader<'_> {
    fn start(&mut self, tag: &BytesStart<'_>, line: u32, stays_open: bool) {
        match tag.name().0 {
            "cnode" => {
                let mut category = DraftCategory::new(&one_line(&attribute(tag, "name")), line);
                category.description = one_line(&attribute(tag, "desc"));
                self.listed.push((self.open.last().copied(), category));
                if stays_open {
                    self.open.push(self.listed.len() - 1);
                }
            }
            "pnode" => {
                let mut term = DraftTerm::new(&attribute(tag, "name"), line);
                term.note = one_line(&attribute(tag, "desc"));
                term.syntax = self.syntax;
                match self.open.last().and_then(|at| self.listed.get_mut(*at)) {
                    Some((_, category)) => category.terms.push(term),
                    None => self.losses.push(Loss::dropped(line, LossReason::NoCategory { term: term.text })),
                }
            }
            "dictionary" => self.engine(&attribute(tag, "patternengine"), line),
            other => self.unknown(&format!("<{other}>"), line),
        }
    }

    fn engine(&mut self, engine: &str, line: u32) {
        match engine.trim().to_lowercase().as_str() {
            // The star is the wildcard, as everywhere.
            "" | "substring" | "glob" => {}
            "regexp" | "regex" => self.syntax = Some(PatternSyntax::Regex),
            _ => {
                let written = format!("patternengine=\"{}\"", shortened(engine));
                self.losses.push(Loss::guessed(line, LossReason::UnknownLine { written }));
            }
        }
    }

    fn text(&mut self, text: &str, line: u32) {
        if !text.trim().is_empty() {
            let before = text.len() - text.trim_start().len();
            let breaks = text[..before].matches('\n').count();
            self.unknown(text, line + to_u32(breaks));
        }
    }

    fn unknown(&mut self, written: &str, line: u32) {
        self.losses.push(Loss::dropped(line, LossReason::UnknownLine { written: shortened(written) }));
    }
}

/// Returns the value of an attribute, empty where it is missing. An entity that XML itself does not
/// know stays as written.
fn attribute(tag: &BytesStart<'_>, name: &str) -> String {
    let mut attributes = tag.attributes();
    let found = attributes.with_checks(false).flatten().find(|attribute| attribute.key.0 == name);
    let Some(found) = found else { return String::new() };
    unescape(&found.value).map_or_else(|_| found.value.to_string(), std::borrow::Cow::into_owned)
}

/// Takes the one category that holds all others, and nothing else, for the title.
fn titled(mut categories: Vec<DraftCategory>, losses: &mut Vec<Loss>) -> Draft {
    let is_title = |top: &DraftCategory| {
        top.terms.is_empty() && top.description.is_empty() && !top.name.is_empty() && !top.children.is_empty()
    };
    match &mut categories[..] {
        [top] if is_title(top) => {
            losses.push(Loss::guessed(top.line, LossReason::TitleCategory { name: top.name.clone() }));
            Draft { title: std::mem::take(&mut top.name), categories: std::mem::take(&mut top.children) }
        }
        _ => Draft { title: String::new(), categories },
    }
}

/// The program that a file is written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Program {
    Yoshikoder,
    /// It knows `*` only at the end of a term, and expects a term in one category.
    Lexicoder,
}

/// Writes a lexicon as a `.ykd` or `.lcd` file, in one cnode with the lexicon's title.
pub(super) fn write(lexicon: &Lexicon, program: Program, losses: &mut Vec<Loss>) -> String {
    let mut file = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    file.push_str("<dictionary style=\"050805\" patternengine=\"substring\">\n");
    let title = one_line(lexicon.title.get(Language::English));
    let title = if title.is_empty() { one_line(&lexicon.id) } else { title };
    file.push_str(&format!(" <cnode name=\"{}\" desc=\"\">\n", escape(title.as_str())));
    let mut entries = lexicon.entries.iter().peekable();
    let mut seen = FxHashSet::default();
    let mut open = 0;
    for (category, id) in lexicon.categories.iter().zip(0_u32..) {
        let depth = usize::from(category.depth);
        while open >= depth {
            file.push_str(&format!("{}</cnode>\n", " ".repeat(open + 1)));
            open -= 1;
        }
        let desc = one_line(category.description.get(Language::English));
        let name = name(category);
        let indent = " ".repeat(depth + 1);
        file.push_str(&format!("{indent}<cnode name=\"{}\" desc=\"{}\">\n", escape(name.as_str()), escape(desc)));
        open = depth;
        while let Some(entry) = entries.next_if(|entry| entry.category.0 <= id) {
            let Some(term) = term(entry, Holds::Terms, losses) else { continue };
            if !is_writable(&term, program) {
                losses.push(Loss::dropped(entry.line, LossReason::Inexpressible { term: entry.pattern.text.clone() }));
                continue;
            }
            file.push_str(&format!("{indent} <pnode name=\"{}\"/>\n", escape(term.as_str())));
            if program == Program::Lexicoder && !seen.insert(term.clone()) {
                losses.push(Loss::altered(entry.line, LossReason::OneCategory { term }));
            }
        }
    }
    for depth in (0..=open).rev() {
        file.push_str(&format!("{}</cnode>\n", " ".repeat(depth + 1)));
    }
    file.push_str("</dictionary>\n");
    file
}

/// Returns `true` if the program can read a term: neither knows `?`, and XML has no control
/// characters.
fn is_writable(term: &str, program: Program) -> bool {
    let body = term.strip_suffix('*').unwrap_or(term);
    let is_sound = !term.contains('?') && !term.chars().any(|letter| letter.is_control() || letter > '\u{FFFD}');
    is_sound && (program == Program::Yoshikoder || !body.contains('*'))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{draft_listing, loss_line, read_back};
    use super::*;

    fn dictionary(inner: &str) -> String {
        format!("<dictionary style=\"050805\" patternengine=\"substring\">\n{inner}\n</dictionary>")
    }

    #[test]
    fn files_of_the_wild_are_read_as_they_are_meant() {
        for (inner, expected, losses) in [
            // A cnode with patterns and children keeps both.
            (
                "<cnode name=\"Values\" desc=\"\">\n<pnode name=\"value*\"/>\n<cnode name=\"freedom\" desc=\"\">\
                 <pnode name=\"free*\"/><pnode name=\"rule of law\"></pnode></cnode>\n</cnode>",
                "Values: value*; Values/freedom: free*, rule of law",
                &[][..],
            ),
            // A cnode at the top that holds only cnodes is the title.
            (
                "<cnode name=\"Laver &amp; Garry\"><cnode name=\"a\"><pnode name=\"x\"/></cnode>\
                 <cnode name=\"b\"><pnode name=\"y\"/></cnode></cnode>",
                "a: x; b: y",
                &["2 guessed loss-title-category"],
            ),
            // It stays if its description would be lost.
            (
                "<cnode name=\"top\" desc=\"why\"><cnode name=\"a\"><pnode name=\"x\"/></cnode></cnode>",
                "top: ; top/a: x",
                &[],
            ),
            // Two siblings with one name.
            (
                "<cnode name=\"a\"><pnode name=\"x\"/></cnode><cnode name=\"a\"><pnode name=\"y\"/></cnode>",
                "a: x; a: y",
                &[],
            ),
            // Entities of XML and by number; others stay as written.
            (
                "<cnode name=\"R&amp;D &#1241;\"><pnode name=\"&quot;a&apos;&boom;\"/></cnode>",
                "R&D ә: &quot;a&apos;&boom;",
                &[],
            ),
            (
                "<pnode name=\"lost\"/><cnode name=\"a\"><pnode name=\"x\"/></cnode>",
                "a: x",
                &["2 dropped loss-no-category"],
            ),
            ("<cnode name=\"a\"><pnode name=\"x\"/>\n\nstray</cnode>", "a: x", &["4 dropped loss-unknown-line"]),
            ("<cnode name=\"a\"><pnode name=\"x\"/><node/></cnode>", "a: x", &["2 dropped loss-unknown-line"]),
            ("<cnode name=\"a\"><pnode name=\"x\"/></cnode>\n<cnode name=\"b", "a: x", &["3 dropped loss-broken"]),
            ("<!-- <cnode name=\"b\"/> --><cnode name=\"a\"><pnode name=\"x\"/>", "a: x", &[]),
        ] {
            let mut found = Vec::new();
            let draft = read(&dictionary(inner), &mut found);
            assert_eq!(draft_listing(&draft), expected, "{inner}");
            assert_eq!(found.iter().map(loss_line).collect::<Vec<_>>(), losses, "{inner}");
        }
    }

    #[test]
    fn the_pattern_engine_is_heeded() {
        for (engine, syntax, losses) in
            [("substring", None, 0), ("regexp", Some(PatternSyntax::Regex), 0), ("soundex", None, 1)]
        {
            let text = format!(
                "<dictionary patternengine=\"{engine}\"><cnode name=\"a\"><pnode name=\"fre+\"/></cnode></dictionary>"
            );
            let mut found = Vec::new();
            let draft = read(&text, &mut found);
            assert_eq!((draft.categories[0].terms[0].syntax, found.len()), (syntax, losses), "{engine}");
        }
    }

    #[test]
    fn siblings_with_one_name_both_survive_in_the_lexicon() {
        let inner = "<cnode name=\"a\"><pnode name=\"x\"/></cnode><cnode name=\"a\"><pnode name=\"y\"/></cnode>";
        // The same file with the ending of another tool.
        let import = read_back("actually_ykd.cat", &dictionary(inner));
        let paths: Vec<&str> = import.lexicon.categories.iter().map(|category| category.path.as_str()).collect();
        assert_eq!((paths, import.lexicon.entries.len()), (vec!["a", "a-2"], 2));
        assert_eq!(import.losses.iter().map(loss_line).collect::<Vec<_>>(), ["2 altered loss-same-name"]);
    }

    #[test]
    fn entities_that_multiply_are_not_expanded() {
        let text = "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>\n\
                    <dictionary><cnode name=\"&b;\"><pnode name=\"&b;&b;\"/></cnode></dictionary>";
        let draft = read(text, &mut Vec::new());
        assert_eq!(draft_listing(&draft), "&b;: &b;&b;");
    }

    #[test]
    fn a_tree_of_any_depth_and_width_is_read() {
        let deep = format!("<dictionary>{}<pnode name=\"x\"/>", "<cnode name=\"a\">".repeat(100_000));
        let wide = format!("<dictionary>{}", "<cnode name=\"a\"><pnode name=\"x\"/></cnode>".repeat(100_000));
        let mut tags = String::from("<dictionary><cnode");
        (0..100_000).for_each(|_| tags.push_str(" name=\"a\""));
        tags.push_str("><pnode name=\"x\"/></cnode></dictionary>");
        for (text, count) in [(deep, 16), (wide, 100_000), (tags, 1)] {
            assert_eq!(read_back("x.ykd", &text).lexicon.categories.len(), count);
        }
    }

    #[test]
    fn a_file_is_written_in_one_titled_node() {
        let toml = "format = 1\nid = \"x\"\nversion = \"1\"\ntitle = { en = \"R&D\" }\n[[category]]\nid = \"a\"\n\
                    description = { en = \"<why>\" }\n[category.any]\nentries = [\"=one\", \"*two\", \"fr?e\"]\n\
                    [[category.category]]\nid = \"b\"\n[category.category.any]\nentries = [\"=one\"]\n";
        let lexicon = read_back("x.toml", toml).lexicon;
        let mut losses = Vec::new();
        let file = write(&lexicon, Program::Yoshikoder, &mut losses);
        let expected = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
            <dictionary style=\"050805\" patternengine=\"substring\">\n \
            <cnode name=\"R&amp;D\" desc=\"\">\n  <cnode name=\"a\" desc=\"&lt;why&gt;\">\n   \
            <pnode name=\"one\"/>\n   <pnode name=\"*two\"/>\n   <cnode name=\"b\" desc=\"\">\n    \
            <pnode name=\"one\"/>\n   </cnode>\n  </cnode>\n </cnode>\n</dictionary>\n";
        assert_eq!(file, expected);
        assert_eq!(losses.iter().map(loss_line).collect::<Vec<_>>(), ["9 dropped loss-inexpressible"]);
        losses.clear();
        write(&lexicon, Program::Lexicoder, &mut losses);
        let lexicoder =
            ["9 dropped loss-inexpressible", "9 dropped loss-inexpressible", "13 altered loss-one-category"];
        assert_eq!(losses.iter().map(loss_line).collect::<Vec<_>>(), lexicoder);
        assert_eq!(read_back("x.ykd", &file).lexicon.title.en.as_deref(), Some("R&D"));
    }
}
