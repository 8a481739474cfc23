//! The package for a repository: what it holds, what it says of itself, and that nothing in a title
//! changes either.

use std::collections::BTreeMap;

use saphyr_parser::{Event as Yaml, Parser};
use serde_json::Value;
use tarazy_engine::{archive::read, digest::sha256};
use tarazy_report::{
    limits::STUDY_LIMITS,
    message::Messages,
    publication::{Lacking, package, study_page},
};

use super::{
    STRINGS,
    places::{Study, frame},
    rounds,
    shapes::benign,
    tables::markdown,
};

fn packed(study: &Study, messages: &Messages) -> BTreeMap<String, Vec<u8>> {
    let page = study_page(&study.file, &study.table, &frame(), messages);
    let bytes = package(&study.file, &study.table, &page, &study.contexts, messages).expect("it fits");
    let entries = read(&bytes, STUDY_LIMITS).expect("it is an archive");
    let count = entries.len();
    let files: BTreeMap<String, Vec<u8>> = entries.into_iter().map(|entry| (entry.name, entry.bytes)).collect();
    assert_eq!(files.len(), count, "a name is there twice");
    files
}

fn text<'files>(files: &'files BTreeMap<String, Vec<u8>>, name: &str) -> &'files str {
    std::str::from_utf8(&files[name]).expect("it is UTF-8")
}

/// The way back from an address within the crate to the name of a file.
fn file_name(address: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = address.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits: String = rest.by_ref().take(2).map(char::from).collect();
            bytes.push(u8::from_str_radix(&digits, 16).expect("two digits"));
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).expect("it is UTF-8")
}

#[test]
fn the_crate_has_what_its_specification_asks_for_and_names_every_file_as_it_is() {
    rounds(|study, _, messages| {
        let files = packed(study, messages);
        assert!(Lacking::of(&study.file.recipe.about).is_empty());
        let json: Value = serde_json::from_str(text(&files, "ro-crate-metadata.json")).expect("it is JSON");
        assert_eq!(json["@context"], "https://w3id.org/ro/crate/1.1/context");
        let graph = json["@graph"].as_array().expect("a list");
        let entity = |id: &str| {
            let mut own = graph.iter().filter(|entity| entity["@id"] == id);
            let found = own.next().unwrap_or_else(|| panic!("{id}"));
            assert!(own.next().is_none(), "{id} is described twice");
            found
        };
        let descriptor = entity("ro-crate-metadata.json");
        assert_eq!(descriptor["@type"], "CreativeWork");
        assert_eq!(descriptor["conformsTo"]["@id"], "https://w3id.org/ro/crate/1.1");
        assert_eq!(descriptor["about"]["@id"], "./");
        let root = entity("./");
        let about = &study.file.recipe.about;
        assert_eq!(root["@type"], "Dataset");
        assert_eq!(root["name"], about.title.get(messages.language()).trim());
        assert_eq!(root["description"], about.description.get(messages.language()));
        assert_eq!(root["datePublished"], "2026");
        let licence = entity(root["license"]["@id"].as_str().expect("an id"));
        assert_eq!((&licence["@type"], &licence["name"]), (&"CreativeWork".into(), &about.licence.trim().into()));
        for person in root["author"].as_array().expect("a list") {
            assert_eq!(entity(person["@id"].as_str().expect("an id"))["@type"], "Person");
        }
        let parts: Vec<String> = root["hasPart"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|part| part["@id"].as_str().expect("an id").to_owned())
            .collect();
        for part in &parts {
            let described = entity(part);
            let bytes = files.get(&file_name(part)).unwrap_or_else(|| panic!("{part} is not in the package"));
            assert_eq!(described["@type"], "File");
            assert_eq!(described["contentSize"], bytes.len().to_string());
            assert_eq!(described["sha256"], sha256(bytes));
            assert!(described["encodingFormat"].is_string() && described["name"].is_string());
            let is_address = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/%".contains(&byte);
            assert!(part.bytes().all(is_address) && !part.contains(".."), "{part}");
        }
        let named: Vec<String> = parts.iter().map(|part| file_name(part)).collect();
        let others: Vec<&String> = files.keys().filter(|name| !named.contains(name)).collect();
        assert_eq!(others, ["ro-crate-metadata.json"], "every file is described");
        for name in files.keys() {
            let is_plain = |letter: char| letter.is_alphanumeric() || "-_./".contains(letter);
            assert!(name.chars().all(is_plain) && !name.contains("..") && !name.starts_with('/'), "{name}");
        }
    });
}

/// The keys and texts of a file in YAML, in order; keys of lists within it are named too.
fn yaml(text: &str) -> Vec<String> {
    let mut scalars = Vec::new();
    for event in Parser::new_from_str(text) {
        match event.unwrap_or_else(|error| panic!("{error}: {text}")).0 {
            Yaml::Scalar(scalar, ..) => scalars.push(scalar.into_owned()),
            Yaml::Alias(_) => panic!("an alias: {text}"),
            Yaml::SequenceStart(..) => scalars.push("[".to_owned()),
            Yaml::SequenceEnd => scalars.push("]".to_owned()),
            _ => {}
        }
    }
    scalars
}

/// The text behind a key.
fn behind<'scalars>(scalars: &'scalars [String], key: &str) -> Option<&'scalars str> {
    let at = scalars.iter().position(|scalar| scalar == key)?;
    scalars.get(at + 1).map(String::as_str)
}

#[test]
fn the_citation_file_says_what_was_written_and_nothing_else() {
    rounds(|study, _, messages| {
        let files = packed(study, messages);
        let citation = text(&files, "CITATION.cff");
        let scalars = yaml(citation);
        let about = &study.file.recipe.about;
        let language = messages.language();
        assert_eq!(scalars[..2], ["cff-version", "1.2.0"]);
        assert_eq!(behind(&scalars, "title"), Some(about.title.get(language).trim()));
        assert_eq!(behind(&scalars, "abstract"), Some(about.description.get(language)));
        assert_eq!(behind(&scalars, "date-released"), None);
        let start = scalars.iter().position(|scalar| scalar == "authors").expect("authors");
        let named: Vec<&String> = scalars[start..]
            .iter()
            .filter(|scalar| !["authors", "[", "]", "name", "family-names", "given-names"].contains(&scalar.as_str()))
            .collect();
        let expected: Vec<String> = about
            .authors
            .iter()
            .flat_map(|author| match author.split_once(',') {
                Some((family, given)) => vec![family.trim().to_owned(), given.trim().to_owned()],
                None => vec![author.clone()],
            })
            .collect();
        assert_eq!(named, expected.iter().collect::<Vec<_>>(), "{citation}");
        // The format allows addresses of the web only, and a DOI only as one.
        if let Some(url) = behind(&scalars, "url") {
            assert!(url.starts_with("https://") || url.starts_with("http://"), "{url}");
        }
        assert_eq!(behind(&scalars, "doi"), None);
        assert_eq!(behind(&scalars, "license"), None, "no licence of the list of SPDX is among the hostile ones");
        assert!(scalars.contains(&about.identifier), "the identifier is not lost");
        // One line an item: no text begins a line of its own.
        let is_item = |line: &str| line.starts_with("  ") || line.split_once(": ").is_some() || line.ends_with(':');
        assert!(citation.lines().all(is_item), "{citation}");
    });
}

#[test]
fn a_licence_that_machines_know_is_named_for_them() {
    let messages = Messages::new(tarazy_engine::language::Language::Kazakh);
    let mut study = super::SMALL.clone();
    study.file.recipe.about.licence = "CC BY 4.0".to_owned();
    let files = packed(&study, &messages);
    assert_eq!(behind(&yaml(text(&files, "CITATION.cff")), "license"), Some("CC-BY-4.0"));
    let json: Value = serde_json::from_str(text(&files, "ro-crate-metadata.json")).expect("it is JSON");
    let graph = json["@graph"].as_array().expect("a list");
    let id = "https://spdx.org/licenses/CC-BY-4.0";
    let licence = graph.iter().find(|entity| entity["@id"] == id).expect("an entity");
    assert_eq!(licence["name"], "CC BY 4.0");
    let root = graph.iter().find(|entity| entity["@id"] == "./").expect("a root");
    assert_eq!(root["license"]["@id"], id);
}

#[test]
fn the_read_me_has_no_element_more() {
    rounds(|study, harmless, messages| {
        let (found, expected) = (packed(study, messages), packed(harmless, messages));
        let plain = |text: &str| {
            text.lines()
                .filter(|line| !line.starts_with("- `texts/"))
                .map(|line| format!("{line}\n"))
                .collect::<String>()
        };
        let (found, expected) = (plain(text(&found, "README.md")), plain(text(&expected, "README.md")));
        assert_eq!(markdown(&found), markdown(&expected), "{found}");
        assert!(!found.contains(['\u{202E}', '\u{2066}', '\u{1b}', '\0']), "{found:?}");
    });
}

#[test]
fn an_identifier_is_a_link_only_where_it_is_an_address_of_the_web() {
    let messages = Messages::new(tarazy_engine::language::Language::English);
    let mut study = super::SMALL.clone();
    let seeds = STRINGS.iter().flat_map(|own| [format!("https://{own}"), format!("10.{own}"), benign(own)]);
    for identifier in seeds {
        study.file.recipe.about.identifier.clone_from(&identifier);
        let html = study_page(&study.file, &study.table, &frame(), &messages);
        let page = super::shapes::page(&html);
        for address in page.addresses.iter().filter(|address| !address.starts_with(['#', 'd'])) {
            assert!(address.starts_with("https://"), "{address}");
            assert!(!address.contains(['<', '>', '"', '\'', ' ', '\\']), "{address}");
        }
        let acts = |name: &str| page.elements.iter().filter(|element| element.starts_with(name)).count();
        assert_eq!(acts("script"), 5);
        assert_eq!(acts("img") + acts("iframe") + acts("base") + acts("form") + acts("object"), 0, "{identifier}");
        let lower = html.to_lowercase();
        assert!(!html.contains("{$") && !lower.contains("ojs://"), "{identifier}");
    }
}
