//! A study → its description for machines: schema.org in a page, RO-Crate 1.1 in a package.
//!
//! RO-Crate Metadata Specification 1.1, sections "Root Data Entity" and "Data Entities":
//! <https://www.researchobject.org/ro-crate/specification/1.1/>.

use serde_json::{Map, Value, json};

use super::{body::title, study_file::StudyFile};
use crate::{
    message::Messages,
    recipe::{About, author_orcid, spdx_address},
    report::VERSION,
};
use tarazy_engine::{counting::Comparison, digest::sha256, format::escape_path};

/// The address by which the program is known.
const PROGRAM: &str = env!("CARGO_PKG_REPOSITORY");
const SPECIFICATION: &str = "https://w3id.org/ro/crate/1.1";

/// Returns the metadata that stand in the page.
pub(super) fn page_metadata(study: &StudyFile, table: &Comparison, messages: &Messages) -> Value {
    let mut data = dataset(&study.recipe.about, messages);
    data.insert("@context".to_owned(), json!("https://schema.org"));
    data.insert("creativeWorkStatus".to_owned(), json!(format!("Tarazy {VERSION}")));
    let texts: Vec<Value> = table
        .documents
        .iter()
        .zip(&study.recipe.texts)
        .map(|(row, text)| {
            let mut work = Map::new();
            work.insert("@type".to_owned(), json!("CreativeWork"));
            work.insert("name".to_owned(), json!(text.title.get(messages.language())));
            work.insert("inLanguage".to_owned(), json!(row.language.map(tarazy_engine::language::Language::code)));
            work.insert("sha256".to_owned(), json!(row.sha256));
            insert_text(&mut work, "license", &licence_text(&text.licence));
            insert_text(&mut work, "isBasedOn", &text.source);
            Value::Object(work)
        })
        .collect();
    data.insert("hasPart".to_owned(), Value::Array(texts));
    Value::Object(data)
}

/// A file of a package.
pub(super) struct PackedFile<'file> {
    /// Its path in the package.
    pub(super) name: &'file str,
    /// What is in it.
    pub(super) bytes: &'file [u8],
    /// What it is, for people.
    pub(super) description: String,
    /// Its media type.
    pub(super) media_type: &'static str,
}

/// Returns `ro-crate-metadata.json` of a package with these files.
pub(super) fn ro_crate(study: &StudyFile, files: &[PackedFile<'_>], messages: &Messages) -> Value {
    let about = &study.recipe.about;
    let mut root = dataset(about, messages);
    let parts: Vec<Value> = files.iter().map(|file| json!({ "@id": escape_path(file.name) })).collect();
    root.insert("@id".to_owned(), json!("./"));
    root.insert("hasPart".to_owned(), Value::Array(parts));
    let licence = licence(&about.licence);
    if let Some(licence) = &licence {
        root.insert("license".to_owned(), json!({ "@id": licence["@id"] }));
    }
    root.insert("mentions".to_owned(), json!({ "@id": PROGRAM }));
    let people: Vec<Value> = (1..)
        .zip(&about.authors)
        .map(|(at, author)| {
            let (name, orcid) = author_orcid(author);
            json!({ "@id": orcid.unwrap_or_else(|| format!("#author-{at}")), "@type": "Person", "name": name })
        })
        .collect();
    if !people.is_empty() {
        let ids: Vec<Value> = people.iter().map(|person| json!({ "@id": person["@id"] })).collect();
        root.insert("author".to_owned(), Value::Array(ids));
    }
    let mut graph = vec![
        json!({
            "@id": "ro-crate-metadata.json",
            "@type": "CreativeWork",
            "conformsTo": { "@id": SPECIFICATION },
            "about": { "@id": "./" },
        }),
        Value::Object(root),
        json!({
            "@id": PROGRAM,
            "@type": "SoftwareApplication",
            "name": "Tarazy",
            "softwareVersion": VERSION,
            "url": PROGRAM,
        }),
    ];
    graph.extend(people);
    graph.extend(licence);
    graph.extend(files.iter().map(|file| {
        json!({
            "@id": escape_path(file.name),
            "@type": "File",
            "name": file.description,
            "encodingFormat": file.media_type,
            "contentSize": file.bytes.len().to_string(),
            "sha256": sha256(file.bytes),
        })
    }));
    json!({ "@context": format!("{SPECIFICATION}/context"), "@graph": graph })
}

/// The entity of a licence, by the address of the one it is, or of its own words; none where there
/// is none.
///
/// RO-Crate Metadata Specification 1.1, section "Licensing, Access control and copyright".
fn licence(words: &str) -> Option<Value> {
    let name = words.trim();
    let id = spdx_address(name).unwrap_or_else(|| "#licence".to_owned());
    (!name.is_empty()).then(|| json!({ "@id": id, "@type": "CreativeWork", "name": name }))
}

/// A licence as schema.org has it: its address where it is known, else its words.
fn licence_text(words: &str) -> String {
    spdx_address(words).unwrap_or_else(|| words.to_owned())
}

/// What is said of a study everywhere.
fn dataset(about: &About, messages: &Messages) -> Map<String, Value> {
    let mut data = Map::new();
    data.insert("@type".to_owned(), json!("Dataset"));
    data.insert("name".to_owned(), json!(title(about, messages)));
    let description = match about.description.get(messages.language()) {
        "" => messages.get("publication-description"),
        description => description.to_owned(),
    };
    data.insert("description".to_owned(), json!(description));
    data.insert("inLanguage".to_owned(), json!(messages.language().code()));
    if !about.authors.is_empty() {
        let names: Vec<&str> = about.authors.iter().map(|author| author_orcid(author).0).collect();
        data.insert("author".to_owned(), json!(names));
    }
    if let Some(year) = about.year {
        data.insert("datePublished".to_owned(), json!(year.to_string()));
    }
    insert_text(&mut data, "publisher", &about.publisher);
    insert_text(&mut data, "identifier", &about.identifier);
    insert_text(&mut data, "license", &licence_text(&about.licence));
    data
}

fn insert_text(map: &mut Map<String, Value>, key: &str, text: &str) {
    if !text.is_empty() {
        map.insert(key.to_owned(), json!(text));
    }
}
