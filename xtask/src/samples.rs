//! Sample studies: `www/samples/<id>.toml` and its texts → `samples/<id>.json`, and
//! `samples/index.json`.
//!
//! A pack is the TOML file as JSON with each document's text beside its other fields under `text`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};

/// The packs that come first, in this order; others follow by id.
const FIRST: [&str; 4] = ["declaration", "programmes", "addresses", "constitution"];

/// A file of the site made here: path and content.
pub type Made = (String, Vec<u8>);

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Pack {
    id: String,
    title: Words,
    description: BTreeMap<String, String>,
    lexicon: String,
    document: Vec<Document>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    title: Words,
    language: String,
    file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    year: Option<i32>,
    source: String,
    licence: String,
    #[serde(skip_deserializing)]
    text: String,
}

/// Words for people: the same in every language, or by language.
#[derive(Clone, Serialize, Deserialize)]
#[serde(untagged)]
enum Words {
    Same(String),
    ByLanguage(BTreeMap<String, String>),
}

#[derive(Serialize)]
struct Listed<'a> {
    id: &'a str,
    title: &'a Words,
    description: &'a BTreeMap<String, String>,
}

/// Reads all packs of a folder; the first file returned is the index. A folder that does not exist
/// holds none.
pub fn make(folder: &Path) -> Result<Vec<Made>> {
    let mut packs = Vec::new();
    if folder.is_dir() {
        for entry in fs::read_dir(folder).with_context(|| format!("`{}` cannot be read", folder.display()))? {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "toml") {
                packs.push(read(&path).with_context(|| format!("the sample `{}` is not usable", path.display()))?);
            }
        }
    }
    packs.sort_by_key(|pack: &Pack| (place(&pack.id), pack.id.clone()));
    let listed: Vec<Listed> =
        packs.iter().map(|pack| Listed { id: &pack.id, title: &pack.title, description: &pack.description }).collect();
    let mut made = vec![("samples/index.json".to_owned(), serde_json::to_vec(&listed)?)];
    for pack in &packs {
        made.push((format!("samples/{}.json", pack.id), serde_json::to_vec(pack)?));
    }
    Ok(made)
}

fn place(id: &str) -> usize {
    FIRST.iter().position(|first| *first == id).unwrap_or(FIRST.len())
}

fn read(path: &Path) -> Result<Pack> {
    let mut pack: Pack = toml::from_str(&fs::read_to_string(path)?)?;
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    ensure!(pack.id == name, "its id is `{}`, which is not the file's name", pack.id);
    let named = pack.id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    ensure!(named && pack.id != "index", "an id is made of a–z, 0–9 and `-`, and is not `index`");
    let folder = path.parent().unwrap_or(Path::new("."));
    for document in &mut pack.document {
        let text = folder.join(&document.file);
        document.text = fs::read_to_string(&text)
            .with_context(|| format!("its text `{}` cannot be read as UTF-8", text.display()))?;
    }
    Ok(pack)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder with two packs, removed at the end of the test.
    struct Folder(std::path::PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("tarazy-samples-{name}-{}", std::process::id()));
            fs::create_dir_all(&folder).expect("a folder for the test");
            Self(folder)
        }

        fn write(&self, name: &str, content: &str) {
            fs::write(self.0.join(name), content).expect("a file for the test");
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn pack(id: &str) -> String {
        format!(
            "id = \"{id}\"\nlexicon = \"values\"\ntitle = {{ kk = \"Мәтін\", en = \"Text\" }}\n\
             [description]\nen = \"One text.\"\n\
             [[document]]\ntitle = \"Ән\"\nlanguage = \"kk\"\nfile = \"song.txt\"\nsource = \"own\"\nlicence = \"CC0\"\n"
        )
    }

    #[test]
    fn a_pack_carries_its_texts_and_the_declaration_comes_first() {
        let folder = Folder::new("order");
        folder.write("song.txt", "Еркін ел\n");
        folder.write("an-essay.toml", &pack("an-essay"));
        folder.write("declaration.toml", &pack("declaration"));
        let made = make(&folder.0).expect("two packs");
        let names: Vec<&str> = made.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["samples/index.json", "samples/declaration.json", "samples/an-essay.json"]);
        let index: serde_json::Value = serde_json::from_slice(&made[0].1).expect("JSON");
        assert_eq!(index[0]["id"], "declaration");
        assert_eq!(index[0]["title"]["kk"], "Мәтін");
        assert_eq!(index[0]["description"]["en"], "One text.");
        let declaration: serde_json::Value = serde_json::from_slice(&made[1].1).expect("JSON");
        assert_eq!(declaration["document"][0]["title"], "Ән");
        assert_eq!(declaration["document"][0]["text"], "Еркін ел\n");
        assert_eq!(declaration["document"][0].get("year"), None);
    }

    #[test]
    fn a_pack_under_another_name_is_refused() {
        let folder = Folder::new("name");
        folder.write("song.txt", "Еркін ел\n");
        folder.write("one.toml", &pack("two"));
        let error = format!("{:#}", make(&folder.0).expect_err("the id differs"));
        assert!(error.contains("its id is `two`"), "{error}");
    }

    #[test]
    fn no_folder_is_no_pack() {
        let made = make(Path::new("does-not-exist")).expect("an empty index");
        assert_eq!(made, [("samples/index.json".to_owned(), b"[]".to_vec())]);
    }
}
