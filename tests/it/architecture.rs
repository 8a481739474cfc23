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

/// The source files by their path inside `src/` of their package.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    for package in ["crates/engine/src", "crates/report/src", "src"] {
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

/// The areas that a file names by `crate::area` or by that of a package below.
fn imports(text: &str) -> BTreeSet<&str> {
    let mut areas = BTreeSet::new();
    let is_comment = |at: usize| {
        let line_start = text[..at].rfind('\n').map_or(0, |end| end + 1);
        text[line_start..].trim_start().starts_with("//")
    };
    let paths =
        ["crate::", "tarazy_engine::", "tarazy_report::"].into_iter().flat_map(|start| text.match_indices(start));
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

#[test]
fn the_areas_are_those_of_the_packages() {
    let found: BTreeSet<String> = sources().iter().filter_map(|(name, _)| area(name)).map(str::to_owned).collect();
    assert_eq!(found, FLOW.map(str::to_owned).into_iter().collect());
}

#[test]
fn imports_follow_the_flow_of_the_data() {
    let place = |area: &str| FLOW.iter().position(|known| *known == area);
    let mut wrong = Vec::new();
    for (name, text) in sources() {
        let Some(own) = area(&name).and_then(place) else { continue };
        for used in imports(&text) {
            if place(used).is_some_and(|used| used > own) {
                wrong.push(format!("{name} uses {used}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn only_the_page_and_the_browser_know_the_web() {
    let web = ["web_sys", "js_sys", "wasm_bindgen", "gloo", "yew", "serde_wasm_bindgen"];
    let mut wrong = Vec::new();
    for (name, text) in sources() {
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
    for (name, text) in sources() {
        wrong.extend(ways.iter().filter(|way| text.contains(*way)).map(|way| format!("{name}: {way}")));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
