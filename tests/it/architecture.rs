//! The shape of the code: imports follow the flow of the data, and the engine needs no web crate.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// The areas in the direction of the flow: an area may use those before it. Each is a folder, or
/// one file, of a package.
const FLOW: [&str; 25] = [
    "problem",
    "digest",
    "archive",
    "encoding",
    "text",
    "format",
    "language",
    "intake",
    "repair",
    "lexicon",
    "matching",
    "settings",
    "counting",
    "compare",
    "context",
    "study",
    "limits",
    "message",
    "recipe",
    "figure",
    "report",
    "publication",
    "api",
    "browser",
    "ui",
];

/// The areas of `crates/documents`, which other packages use as a whole.
const DOCUMENTS_FLOW: [&str; 36] = [
    "charset",
    "format",
    "left_out",
    "limits",
    "titles",
    "error",
    "name_pattern",
    "options",
    "model",
    "xml",
    "package",
    "properties",
    "text_builder",
    "content",
    "grid",
    "plain",
    "html",
    "markdown",
    "mail",
    "subtitles",
    "docx",
    "odf",
    "rtf",
    "epub",
    "fictionbook",
    "table",
    "workbook",
    "json",
    "pdf",
    "preview",
    "recognise",
    "container",
    "reader",
    "tables",
    "metadata_table",
    "request",
];

/// The areas of `crates/pdf`.
const PDF_FLOW: [&str; 11] =
    ["error", "receipt", "budget", "object", "filter", "file", "font", "content", "layout", "usable", "reading"];

/// What stands in `src/` beside the areas.
const NO_AREAS: [&str; 2] = ["lib", "bin"];

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the source folder is there").flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The packages whose areas are one flow.
const PACKAGES: [&str; 3] = ["crates/engine/src", "crates/report/src", "src"];
/// The packages that read documents, each with a flow of its own.
const READING: [(&str, &[&str]); 2] = [("crates/documents/src", &DOCUMENTS_FLOW), ("crates/pdf/src", &PDF_FLOW)];

/// The source files of packages by their path inside `src/` of their package.
fn sources(packages: &[&str]) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    for package in packages {
        let folder = root.join(package);
        let mut paths = Vec::new();
        files(&folder, &mut paths);
        paths.sort();
        for path in paths {
            let name = path.strip_prefix(&folder).expect("it lies in the folder").display().to_string();
            sources.push((name.replace('\\', "/"), fs::read_to_string(&path).expect("a source file is UTF-8")));
        }
    }
    sources
}

/// The areas that a file names behind one of `starts`: `crate::area`, or that of a package below.
fn imports<'text>(text: &'text str, starts: &[&str]) -> BTreeSet<&'text str> {
    let mut areas = BTreeSet::new();
    let is_comment = |at: usize| {
        let line_start = text[..at].rfind('\n').map_or(0, |end| end + 1);
        text[line_start..].trim_start().starts_with("//")
    };
    let paths = starts.iter().flat_map(|start| text.match_indices(*start));
    for (at, start) in paths.filter(|(at, _)| !is_comment(*at)) {
        let rest = &text[at + start.len()..];
        let block = match rest.strip_prefix('{') {
            // An import of several areas: those at the first level of the braces.
            Some(inner) => first_level(inner),
            None => vec![rest],
        };
        areas.extend(block.into_iter().map(|item| {
            item.trim_start().split(|letter: char| !letter.is_alphanumeric() && letter != '_').next().unwrap_or("")
        }));
    }
    areas
}

fn first_level(text: &str) -> Vec<&str> {
    let (mut depth, mut start, mut items) = (0, 0, Vec::new());
    for (at, letter) in text.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => {
                items.push(&text[start..at]);
                return items;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                items.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    items
}

/// The area of a file by its path inside `src/`; `None` for what belongs to none.
fn area(name: &str) -> Option<&str> {
    let first = name.split(['/', '.']).next()?;
    (!NO_AREAS.contains(&first)).then_some(first)
}

/// Each flow with the packages of its areas.
fn flows() -> Vec<(Vec<&'static str>, &'static [&'static str])> {
    let mut flows = vec![(PACKAGES.to_vec(), &FLOW[..])];
    flows.extend(READING.map(|(package, flow)| (vec![package], flow)));
    flows
}

#[test]
fn the_areas_are_those_of_the_packages() {
    for (packages, flow) in flows() {
        let files = sources(&packages);
        let found: BTreeSet<&str> = files.iter().filter_map(|(name, _)| area(name)).collect();
        assert_eq!(found, flow.iter().copied().collect(), "{packages:?}");
    }
    for module in ["crates/reader/src", "crates/converter/src"] {
        let files: Vec<String> = sources(&[module]).into_iter().map(|(name, _)| name).collect();
        assert_eq!(files, ["lib.rs"], "a module that the page fetches only passes on requests");
    }
}

#[test]
fn imports_follow_the_flow_of_the_data() {
    let mut wrong = Vec::new();
    for (packages, flow) in flows() {
        let place = |area: &str| flow.iter().position(|known| *known == area);
        for (name, text) in sources(&packages) {
            let Some(own) = area(&name).and_then(place) else { continue };
            let starts: &[&str] =
                if packages.len() > 1 { &["crate::", "tarazy_engine::", "tarazy_report::"] } else { &["crate::"] };
            let later = imports(&text, starts).into_iter().filter(|used| place(used).is_some_and(|used| used > own));
            wrong.extend(later.map(|used| format!("{}: {name} uses {used}", packages[0])));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn only_the_page_and_the_browser_know_the_web() {
    let web = ["web_sys", "js_sys", "wasm_bindgen", "gloo", "yew", "serde_wasm_bindgen"];
    let mut wrong = Vec::new();
    let packages = [&PACKAGES[..], &READING.map(|(package, _)| package)].concat();
    for (name, text) in sources(&packages) {
        if name.starts_with("ui/") || name.starts_with("browser/") {
            continue;
        }
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        let uses = code.flat_map(|line| web.iter().filter(move |used| line.contains(&format!("{used}::"))));
        wrong.extend(uses.map(|used| format!("{name} uses {used}")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_text_becomes_markup() {
    let ways = ["inner_html", "from_html_unchecked", "outer_html", "insert_adjacent_html", "document.write", "eval("];
    let mut wrong = Vec::new();
    for (name, text) in sources(&PACKAGES) {
        wrong.extend(ways.iter().filter(|way| text.contains(*way)).map(|way| format!("{name}: {way}")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The formats of other tools are in the module that converts lexicons, and in no other.
#[test]
fn the_page_reads_lexicons_in_format_1_alone() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest = |folder: &str| -> toml::Table {
        let text = fs::read_to_string(root.join(folder).join("Cargo.toml")).expect("each package has a manifest");
        text.parse().expect("a manifest is TOML")
    };
    let list = |value: Option<&toml::Value>| -> Vec<String> {
        let items = value.and_then(toml::Value::as_array).cloned().unwrap_or_default();
        items.iter().filter_map(|item| item.as_str().map(str::to_owned)).collect()
    };
    // What the page and the readers are made of asks for the engine as it is without other formats.
    for folder in [".", "crates/report", "crates/documents"] {
        let engine = &manifest(folder)["dependencies"]["tarazy-engine"];
        assert_eq!(engine.get("default-features").and_then(toml::Value::as_bool), Some(false), "{folder}");
        assert!(list(engine.get("features")).is_empty(), "{folder}");
    }
    let features = &manifest(".")["features"];
    let mut asked = vec!["ui".to_owned()];
    while let Some(feature) = asked.pop() {
        assert!(!feature.contains("formats"), "the page asks for {feature}");
        asked.extend(list(features.get(&feature)));
    }
    assert!(!manifest("crates/reader")["dependencies"].as_table().expect("a table").contains_key("tarazy-engine"));
    // What is behind the feature: the parser of YAML, and the module of the formats.
    let engine = manifest("crates/engine");
    assert_eq!(engine["dependencies"]["saphyr-parser"]["optional"].as_bool(), Some(true));
    let lexicon = fs::read_to_string(root.join("crates/engine/src/lexicon/mod.rs")).expect("it is there");
    assert!(lexicon.contains("#[cfg(feature = \"formats\")]\nmod formats;"));
    let build = fs::read_to_string(root.join("xtask/src/wasm.rs")).expect("it is there");
    assert!(build.contains(r#""--package", "tarazy", "--lib", "--no-default-features", "--features", "ui""#));
}
