//! What goes into an article, read back by other programs: documents, workbooks, LaTeX, pages,
//! references.

use std::process::Command;

use crate::left_out;

use tarazy_engine::{
    counting::{Comparison, Measure},
    language::Language,
    lexicon::{Lexicon, builtin_source, read_toml},
    settings::{DocumentId, LanguageChoice, LexiconSource, Options, ReadingOptions},
    study::{Change, Engine},
};
use tarazy_report::{
    message::Messages,
    report::{Methods, TableStyle},
};

pub mod card;
mod docx;
mod latex;
mod methods;
mod provenance;
mod xlsx;

/// Titles as nobody should write them: markup, formulas, commands, invisible characters.
const HOSTILE: [&str; 9] = [
    "<script>alert(1)</script>",
    "</title></table><img src=x onerror=alert(1)>",
    "=HYPERLINK(\"http://x\")",
    "@SUM(1)\t=1+1",
    "\\input{/etc/passwd} $x_1^2$ 100 % & #1 ~ \"--\"",
    "]]> &amp; &#x41; _x0041_",
    "bi\u{202E}di \u{2066}x",
    "nul \u{0} bell \u{7} end\r\nline \u{FFFF}",
    "[Әнұран] «Қазақ»",
];

fn study(titles: &[&str], options: Options) -> Comparison {
    let mut engine = Engine::new();
    let mut apply = |change| engine.apply(change).expect("lexicon and texts can be read");
    apply(Change::SetLexicon(LexiconSource::Builtin("values".to_owned())));
    apply(Change::SetOptions(options));
    for (id, title) in (0..).zip(titles) {
        apply(Change::PutDocument {
            id: DocumentId(id),
            title: (*title).to_owned(),
            file: None,
            language: LanguageChoice::Fixed(Language::Kazakh),
            reading: ReadingOptions::default(),
            bytes: format!(
                "Сөз бостандығына кепілдік беріледі. Адамның құқықтары мен бостандықтары, тeңдік. {}",
                "Отан. ".repeat(id as usize)
            )
            .into_bytes(),
        });
    }
    // A text without a match has no shares.
    apply(Change::PutDocument {
        id: DocumentId(99),
        title: "–".to_owned(),
        file: None,
        language: LanguageChoice::Auto,
        reading: ReadingOptions::default(),
        bytes: "123".into(),
    });
    engine.table()
}

fn lexicon() -> Lexicon {
    read_toml(builtin_source("values").expect("it is built in")).expect("it is sound").lexicon
}

fn about<'study>(table: &'study Comparison, lexicon: &'study Lexicon) -> Methods<'study> {
    Methods {
        table,
        measure: Measure::Share,
        is_weighted: false,
        has_table1: true,
        lexicon: Some(lexicon),
        style: TableStyle::default(),
    }
}

fn all_messages() -> [Messages; 3] {
    Language::ALL.map(Messages::new)
}

/// A folder of its own for one test.
fn folder(name: &str) -> std::path::PathBuf {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).expect("the temporary folder can be written");
    folder
}

/// Returns the first of the programs that is installed; notes it where there is none.
fn program(names: &[&'static str]) -> Option<&'static str> {
    let is_there =
        |name: &&&str| Command::new(name).arg("--version").output().is_ok_and(|output| output.status.success());
    let found = names.iter().find(is_there).copied();
    if found.is_none() {
        left_out::note(&format!("none of {} is installed", names.join(", ")));
    }
    found
}

/// Lets LibreOffice turn a file into another format and returns what came out.
fn by_office(file: &str, bytes: &[u8], ending: &str, filter: &str) -> Option<String> {
    let office = program(&["soffice"])?;
    let folder = folder(&format!("office-{file}"));
    let path = folder.join(file);
    std::fs::write(&path, bytes).expect("the folder can be written");
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    let output = Command::new(office)
        .args([&profile, "--headless", "--convert-to", filter, "--outdir"])
        .arg(&folder)
        .arg(&path)
        .output()
        .expect("it was just there");
    let converted = path.with_extension(ending);
    Some(std::fs::read_to_string(&converted).unwrap_or_else(|error| panic!("{error}: {output:?}")))
}

/// The texts of the elements of a name, in order, and every name that occurs. Fails on what is no
/// XML.
fn xml(part: &[u8], wanted: &str) -> (Vec<String>, std::collections::BTreeSet<String>) {
    use quick_xml::{Reader, events::Event as Xml};
    let mut reader = Reader::from_str(std::str::from_utf8(part).expect("it is UTF-8"));
    reader.config_mut().check_end_names = true;
    let (mut texts, mut names, mut open, mut depth) = (Vec::new(), std::collections::BTreeSet::new(), false, 0);
    loop {
        match reader.read_event().expect("it is XML") {
            Xml::Eof => break,
            Xml::Start(tag) => {
                depth += 1;
                names.insert(tag.name().as_ref().to_owned());
                if tag.name().as_ref() == wanted {
                    open = true;
                    texts.push(String::new());
                }
            }
            Xml::Empty(tag) => {
                names.insert(tag.name().as_ref().to_owned());
            }
            Xml::End(tag) => {
                depth -= 1;
                open = open && tag.name().as_ref() != wanted;
            }
            Xml::Text(text) if open => {
                texts.last_mut().expect("it is open").push_str(&text.xml10_content());
            }
            Xml::GeneralRef(reference) if open => {
                let written = format!("&{};", reference.xml10_content());
                let letter = quick_xml::escape::unescape(&written).expect("it is known").into_owned();
                texts.last_mut().expect("it is open").push_str(&letter);
            }
            _ => {}
        }
    }
    assert_eq!(depth, 0, "every element ends");
    (texts, names)
}
