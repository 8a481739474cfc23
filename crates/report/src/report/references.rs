//! What a study was made with → reference entries: BibTeX, RIS, ГОСТ, APA.
//!
//! Laws: nothing is invented. A year stands only where it was given, an author only where the
//! lexicon or the study names one; the program's is the circle of its contributors. Nothing that a
//! title says is a command or a field of its own.

use serde::{Deserialize, Serialize};

use super::{VERSION, clean::clean, latex, markdown};
use crate::{
    message::Messages,
    recipe::{author_orcid, bare_doi},
};
use tarazy_engine::{counting::LexiconSummary, lexicon::Lexicon};

/// Who wrote the program where its manifest names nobody.
const CONTRIBUTORS: &str = "Tarazy contributors";
const TITLE: &str = "Tarazy";

/// How reference entries are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum ReferenceStyle {
    /// ГОСТ Р 7.0.100–2018, a line an entry.
    #[default]
    Gost,
    /// APA, seventh edition, a line an entry.
    Apa,
    /// A file for BibTeX or biber.
    Bibtex,
    /// A file for reference managers.
    Ris,
}

impl ReferenceStyle {
    /// All of them, in the order in which the interface lists them.
    pub const ALL: [Self; 4] = [Self::Gost, Self::Apa, Self::Bibtex, Self::Ris];

    /// Returns the stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gost => "gost",
            Self::Apa => "apa",
            Self::Bibtex => "bibtex",
            Self::Ris => "ris",
        }
    }

    /// Finds it by its name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|style| style.name() == name)
    }

    /// Returns the media type of a file.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Gost | Self::Apa => "text/plain;charset=utf-8",
            Self::Bibtex => "application/x-bibtex;charset=utf-8",
            Self::Ris => "application/x-research-info-systems;charset=utf-8",
        }
    }

    /// Returns what the file's name ends in.
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Gost | Self::Apa => "txt",
            Self::Bibtex => "bib",
            Self::Ris => "ris",
        }
    }
}

/// What the authors say of their study. What is empty or `None` is left out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StudyReference {
    /// Its title.
    pub title: String,
    /// Its authors: "Family, Given" for a person, anything without a comma for an organisation.
    pub authors: Vec<String>,
    /// The year of publication.
    pub year: Option<u16>,
    /// Who publishes it: a repository, a journal.
    pub publisher: String,
    /// Its DOI, bare or as an address.
    pub doi: String,
    /// Where it is found.
    pub url: String,
}

/// What is cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Software,
    Lexicon,
    Study,
}

/// Something to cite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    kind: Kind,
    key: String,
    title: String,
    authors: Vec<String>,
    year: Option<u16>,
    version: String,
    publisher: String,
    licence: String,
    doi: String,
    url: String,
    sha256: String,
}

impl Reference {
    /// The program itself, as its manifest describes it.
    pub fn software() -> Self {
        let authors: Vec<String> =
            env!("CARGO_PKG_AUTHORS").split(':').filter(|author| !author.is_empty()).map(str::to_owned).collect();
        Self {
            kind: Kind::Software,
            key: "tarazy".to_owned(),
            title: TITLE.to_owned(),
            authors: if authors.is_empty() { vec![CONTRIBUTORS.to_owned()] } else { authors },
            year: None,
            version: VERSION.to_owned(),
            publisher: String::new(),
            licence: env!("CARGO_PKG_LICENSE").to_owned(),
            doi: String::new(),
            url: env!("CARGO_PKG_REPOSITORY").to_owned(),
            sha256: String::new(),
        }
    }

    /// A lexicon; its authors are known where the lexicon itself is at hand.
    pub fn lexicon(summary: &LexiconSummary, lexicon: Option<&Lexicon>, messages: &Messages) -> Self {
        Self {
            kind: Kind::Lexicon,
            key: key("lexicon", &summary.id),
            title: summary.title.get(messages.language()).to_owned(),
            authors: lexicon.map(|lexicon| lexicon.authors.clone()).unwrap_or_default(),
            year: None,
            version: summary.version.clone(),
            publisher: String::new(),
            licence: summary.licence.clone(),
            doi: String::new(),
            url: String::new(),
            sha256: summary.sha256.clone(),
        }
    }

    /// The study.
    pub fn study(study: &StudyReference) -> Self {
        let family = study.authors.first().map_or("", |author| parts(author).0);
        let year = study.year.map(|year| year.to_string()).unwrap_or_default();
        Self {
            kind: Kind::Study,
            key: key("study", &format!("{family}{year}")),
            title: study.title.clone(),
            authors: study.authors.clone(),
            year: study.year,
            version: String::new(),
            publisher: study.publisher.clone(),
            licence: String::new(),
            doi: bare_doi(&study.doi).to_owned(),
            url: study.url.clone(),
            sha256: String::new(),
        }
    }

    /// Where it is found: its DOI as an address before any other.
    fn address(&self) -> String {
        if self.doi.is_empty() { address(&self.url) } else { format!("https://doi.org/{}", address(&self.doi)) }
    }

    fn what(&self, messages: &Messages) -> String {
        messages.get(match self.kind {
            Kind::Software => "reference-software",
            Kind::Lexicon => "reference-lexicon",
            Kind::Study => "reference-study",
        })
    }
}

/// Returns the entries in a style, in their order. The words between the parts are of the language
/// of the messages.
pub fn references(references: &[Reference], style: ReferenceStyle, messages: &Messages) -> String {
    let entry = |reference: &Reference| match style {
        ReferenceStyle::Bibtex => bibtex(reference, messages),
        ReferenceStyle::Ris => ris(reference, messages),
        ReferenceStyle::Gost => gost(reference, messages) + "\n",
        ReferenceStyle::Apa => apa(reference, messages, false) + "\n",
    };
    references.iter().map(entry).collect()
}

/// Returns the entries by APA as a list in Markdown, titles in italics.
pub fn references_markdown(references: &[Reference], messages: &Messages) -> String {
    references.iter().map(|reference| format!("- {}\n", apa(reference, messages, true))).collect()
}

fn bibtex(reference: &Reference, messages: &Messages) -> String {
    let note = if reference.version.is_empty() {
        reference.what(messages)
    } else {
        let version = messages.format("reference-version", &[("version", reference.version.as_str().into())]);
        format!("{}, {version}", reference.what(messages))
    };
    let authors: Vec<String> = reference
        .authors
        .iter()
        .map(|author| match parts(author) {
            (family, "") => format!("{{{}}}", braced(family)),
            (family, given) => format!("{{{}}}, {{{}}}", braced(family), braced(given)),
        })
        .collect();
    let sha256 = if reference.sha256.is_empty() { String::new() } else { format!("SHA-256 {}", reference.sha256) };
    let licence = if reference.licence.is_empty() {
        String::new()
    } else {
        messages.format("reference-licence", &[("licence", reference.licence.as_str().into())])
    };
    let note: Vec<String> = [note, licence, sha256].into_iter().filter(|part| !part.is_empty()).collect();
    let fields = [
        ("author", authors.join(" and ")),
        ("title", format!("{{{}}}", braced(&reference.title))),
        ("year", reference.year.map(|year| year.to_string()).unwrap_or_default()),
        ("howpublished", braced(&reference.publisher)),
        ("note", braced(&note.join(". "))),
        ("doi", address(&reference.doi)),
        ("url", address(&reference.url)),
    ];
    let fields = fields.into_iter().filter(|(_, value)| !value.is_empty());
    let fields: String = fields.map(|(name, value)| format!("  {name} = {{{value}}},\n")).collect();
    format!("@misc{{{},\n{fields}}}\n", reference.key)
}

/// A text for a field of BibTeX, which counts braces before LaTeX sees what stands before them
/// (Patashnik, BibTeXing, 1988, 3.1): those of the text are written by their names.
fn braced(text: &str) -> String {
    latex::escape(text).replace("\\{", "\\textbraceleft{}").replace("\\}", "\\textbraceright{}")
}

fn ris(reference: &Reference, messages: &Messages) -> String {
    let kind = match reference.kind {
        Kind::Software => "COMP",
        Kind::Lexicon | Kind::Study => "DATA",
    };
    let licence = |licence: &str| messages.format("reference-licence", &[("licence", licence.into())]);
    let note = Some(reference.licence.as_str()).filter(|own| !own.is_empty()).map(licence).unwrap_or_default();
    let sha256 = if reference.sha256.is_empty() { String::new() } else { format!("SHA-256 {}", reference.sha256) };
    let mut lines = vec![("TY", kind.to_owned()), ("ID", reference.key.clone())];
    lines.extend(reference.authors.iter().map(|author| ("AU", clean(author_orcid(author).0))));
    lines.extend([
        ("TI", clean(&reference.title)),
        ("PY", reference.year.map(|year| year.to_string()).unwrap_or_default()),
        ("ET", clean(&reference.version)),
        ("PB", clean(&reference.publisher)),
        ("M3", reference.what(messages)),
        ("DO", address(&reference.doi)),
        ("UR", address(&reference.url)),
        ("N1", clean(&note)),
        ("N1", sha256),
    ]);
    let lines = lines.into_iter().filter(|(_, value)| !value.trim().is_empty());
    let lines: String = lines.map(|(tag, value)| format!("{tag}  - {value}\r\n")).collect();
    format!("{lines}ER  - \r\n\r\n")
}

/// `Family, G. Title : what it is : version / G. Family. – Publisher, 2026. – URL: … – Text : electronic.`
fn gost(reference: &Reference, messages: &Messages) -> String {
    let people: Vec<(String, String)> = reference
        .authors
        .iter()
        .map(|author| parts(author))
        .map(|(family, given)| (clean(family), clean(&initials(given, "\u{A0}"))))
        .collect();
    let mut text = String::new();
    if let Some((family, given)) = people.first().filter(|(_, given)| !given.is_empty()) {
        text.push_str(&format!("{family}, {given} "));
    }
    text.push_str(&clean(&reference.title));
    text.push_str(&format!(" : {}", lower_first(&reference.what(messages))));
    if !reference.version.is_empty() {
        let version = messages.format("reference-version", &[("version", reference.version.as_str().into())]);
        text.push_str(&format!(" : {}", clean(&version)));
    }
    let names = people.iter().map(|(family, given)| match given.as_str() {
        "" => family.clone(),
        given => format!("{given}\u{A0}{family}"),
    });
    let names = names.collect::<Vec<_>>().join(", ");
    if !names.is_empty() {
        text.push_str(&format!(" / {names}"));
    }
    let mut areas = vec![text];
    let year = reference.year.map(|year| year.to_string()).unwrap_or_default();
    let published: Vec<String> =
        [clean(&reference.publisher), year].into_iter().filter(|part| !part.trim().is_empty()).collect();
    areas.push(published.join(", "));
    if !reference.sha256.is_empty() {
        areas.push(format!("SHA-256: {}", reference.sha256));
    }
    if !reference.address().is_empty() {
        areas.push(format!("URL: {}", reference.address()));
    }
    areas.push(messages.get("reference-electronic"));
    let areas: Vec<String> = areas.into_iter().filter(|area| !area.is_empty()).collect();
    let ended = areas
        .iter()
        .map(|area| if area.ends_with('.') || area.starts_with("URL") { area.clone() } else { format!("{area}.") });
    ended.collect::<Vec<_>>().join(" – ")
}

/// `Family, G. (2026). Title (Version 1) [What it is]. Publisher. https://…`; without an author the
/// title comes first.
fn apa(reference: &Reference, messages: &Messages, is_markdown: bool) -> String {
    let plain = |text: &str| if is_markdown { markdown::escape(&clean(text)) } else { clean(text) };
    let authors: Vec<String> = reference
        .authors
        .iter()
        .map(|author| match parts(author) {
            (family, "") => plain(family),
            (family, given) => format!("{}, {}", plain(family), plain(&initials(given, " "))),
        })
        .collect();
    let authors = match &authors[..] {
        [] => String::new(),
        [only] => only.clone(),
        // Of more than twenty the first nineteen and the last are named.
        [first @ .., last] if authors.len() > 20 => format!("{}, … {last}", first[..19].join(", ")),
        [first @ .., last] => format!("{}, & {last}", first.join(", ")),
    };
    let year = reference.year.map_or_else(|| messages.get("reference-no-year"), |year| year.to_string());
    let title = if is_markdown { format!("*{}*", plain(&reference.title)) } else { plain(&reference.title) };
    let version = if reference.version.is_empty() {
        String::new()
    } else {
        format!(
            " ({})",
            plain(&messages.format("reference-apa-version", &[("version", reference.version.as_str().into())]))
        )
    };
    let title = if is_markdown {
        format!("{title}{version} \\[{}\\]", reference.what(messages))
    } else {
        format!("{title}{version} [{}]", reference.what(messages))
    };
    let dotted = |text: &str| if text.ends_with('.') { text.to_owned() } else { format!("{text}.") };
    let mut pieces = if authors.is_empty() {
        vec![dotted(&title), format!("({year}).")]
    } else {
        vec![dotted(&authors), format!("({year})."), dotted(&title)]
    };
    if !reference.publisher.trim().is_empty() {
        pieces.push(dotted(&plain(&reference.publisher)));
    }
    if !reference.address().is_empty() {
        pieces.push(reference.address());
    }
    pieces.join(" ")
}

/// Family and given names without an ORCID iD; the given are empty for an organisation.
fn parts(author: &str) -> (&str, &str) {
    let (author, _) = author_orcid(author);
    author.split_once(',').map_or((author.trim(), ""), |(family, given)| (family.trim(), given.trim()))
}

/// `Anna Maria` → `A. M.`
fn initials(given: &str, space: &str) -> String {
    let initial = |name: &str| name.chars().next().map(|letter| format!("{}.", letter.to_uppercase()));
    given.split_whitespace().filter_map(initial).collect::<Vec<_>>().join(space)
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// A name for BibTeX: small Latin letters and digits.
fn key(start: &str, text: &str) -> String {
    let own: String = text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
    if own.is_empty() { start.to_owned() } else { format!("{start}-{own}") }
}

/// An address in which nothing ends a field or a line: what an address may not hold is written in
/// percent.
fn address(url: &str) -> String {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&()*+,;=%".contains(&byte);
    let byte = |byte: u8| if is_allowed(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    url.trim().bytes().map(byte).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use tarazy_engine::language::Language;

    fn study() -> Reference {
        Reference::study(&StudyReference {
            title: "Құндылықтар & партиялар".to_owned(),
            authors: vec!["Family, Given Second".to_owned(), "Institute of Texts".to_owned()],
            year: Some(2025),
            publisher: "Repository".to_owned(),
            doi: "https://doi.org/10.1234/a_b".to_owned(),
            url: String::new(),
        })
    }

    fn written(reference: &Reference, style: ReferenceStyle, language: Language) -> String {
        references(std::slice::from_ref(reference), style, &Messages::new(language))
    }

    #[test]
    fn the_program_is_cited_without_a_year_and_without_invented_authors() {
        let apa = written(&Reference::software(), ReferenceStyle::Apa, Language::English);
        assert_eq!(
            apa,
            format!(
                "Tarazy contributors. (n.d.). Tarazy (Version {VERSION}) [Computer program]. {}\n",
                env!("CARGO_PKG_REPOSITORY")
            )
        );
        let gost = written(&Reference::software(), ReferenceStyle::Gost, Language::Russian);
        assert_eq!(
            gost,
            format!(
                "Tarazy : программа для ЭВМ : версия {VERSION} / Tarazy contributors. – URL: {} – Текст : электронный.\n",
                env!("CARGO_PKG_REPOSITORY")
            )
        );
    }

    #[test]
    fn a_study_is_cited_as_each_style_wants() {
        let (reference, english) = (study(), Language::English);
        assert_eq!(
            written(&reference, ReferenceStyle::Apa, english),
            "Family, G. S., & Institute of Texts. (2025). Құндылықтар & партиялар [Research data]. Repository. https://doi.org/10.1234/a_b\n"
        );
        assert_eq!(
            written(&reference, ReferenceStyle::Gost, Language::Russian),
            "Family, G.\u{A0}S. Құндылықтар & партиялар : данные исследования / G.\u{A0}S.\u{A0}Family, Institute of Texts. – Repository, 2025. – URL: https://doi.org/10.1234/a_b – Текст : электронный.\n"
        );
        assert_eq!(
            written(&reference, ReferenceStyle::Bibtex, english),
            "@misc{study-family2025,\n  author = {{Family}, {Given Second} and {Institute of Texts}},\n  title = {{Құндылықтар \\& партиялар}},\n  year = {2025},\n  howpublished = {Repository},\n  note = {Research data},\n  doi = {10.1234/a_b},\n}\n"
        );
        let ris = written(&reference, ReferenceStyle::Ris, english);
        assert!(ris.starts_with(
            "TY  - DATA\r\nID  - study-family2025\r\nAU  - Family, Given Second\r\nAU  - Institute of Texts\r\n"
        ));
        assert!(ris.contains("DO  - 10.1234/a_b\r\n") && ris.ends_with("ER  - \r\n\r\n"));
    }

    proptest! {
        #[test]
        fn no_title_ends_its_entry(title in "\\PC{0,20}|[a-z{}\\\\%\r\n @,=-]{0,30}", url in "[a-z{}\\\\%\r\n ]{0,20}") {
            let reference = Reference::study(&StudyReference { title, url, ..StudyReference::default() });
            let bibtex = written(&reference, ReferenceStyle::Bibtex, Language::Kazakh);
            let mut depth = 0_i32;
            let mut before = ' ';
            for (at, letter) in bibtex.char_indices() {
                if before != '\\' {
                    depth += i32::from(letter == '{') - i32::from(letter == '}');
                }
                prop_assert!(depth > 0 || at < 6 || at + 2 >= bibtex.len(), "{}", bibtex);
                before = letter;
            }
            prop_assert_eq!(depth, 0);
            let ris = written(&reference, ReferenceStyle::Ris, Language::Kazakh);
            for line in ris.lines().filter(|line| !line.is_empty()) {
                prop_assert_eq!(line.get(2..6), Some("  - "), "{}", ris);
            }
        }
    }
}
