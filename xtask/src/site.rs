//! The hosted page: `dist/site/`, and the order of the whole build.
//!
//! Law: the same sources make the same bytes. Nothing carries a date, and files are taken in the order of their names.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use flate2::{Compression, GzBuilder};
use sha2::{Digest, Sha256};

use crate::{
    budget::{Budgets, Weights, spaced},
    embedding, lzma, packing,
    project::Project,
    samples, single_file, study,
    toolchain::Toolchain,
    wasm::{self, Variant},
};

/// The files of the site by path.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The program's files: its two parts as readers of the hosted page download them, and whole, as work on the page has it.
const FIRST: &str = "first.wasm.lzma";
const REST: &str = "rest.wasm.lzma";
const PROGRAM: &str = "tarazy.wasm";

/// Builds the site, and for readers the single file too. What that weighs is told and returned.
pub fn build(project: &Project, variant: Variant) -> Result<Option<Weights>> {
    let toolchain = Toolchain::find(project)?;
    let program = wasm::build(project, &toolchain, variant)?;
    let mut site = Files::new();
    let mut style = Vec::new();
    let page = project.root().join("index.html");
    let page = fs::read_to_string(&page).with_context(|| format!("`{}` cannot be read", page.display()))?;
    collect(&project.www(), "", &mut site, &mut style)?;
    site.insert("style.css".into(), squeezed_style(&String::from_utf8(style)?).into_bytes());
    embedding::join(project, &mut site)?;
    if variant == Variant::Release {
        replace(&project.package(), &embedding::package(project, &program)?)?;
    }
    site.insert("tarazy.js".into(), embedding::squeezed(&program.glue).into_bytes());
    println!("tarazy.wasm         {} bytes, {} gzipped", spaced(program.wasm.len()), spaced(gzip(&program.wasm).len()));
    let packs = samples::make(&project.www().join("samples"))?;
    let first_pack = packs.get(1).map(|(name, _)| name.clone());
    site.extend(packs);
    let Some(parts) = program.parts else {
        site.insert("index.html".into(), with_whole_program(&page)?.into_bytes());
        site.insert(PROGRAM.into(), program.wasm);
        replace(&project.site(), &site)?;
        return Ok(None);
    };
    site.insert("index.html".into(), page.into_bytes());
    let packed = packing::pack(project, &program.wasm)?;
    println!("packed              {} bytes", spaced(packed.len()));
    let unpacker = gzip(&wasm::unpacker(project, &toolchain)?);
    let file = single_file::make(project, &site, &packed, &unpacker)?;
    write_changed(&project.single_file(), &file)?;
    // A published study is set in the same page; the hosted one fetches it when it is asked to publish.
    site.insert("tarazy.html".into(), file.clone());
    for (name, part) in [(FIRST, &parts.first), (REST, &parts.rest)] {
        let packed = lzma::pack(project, part)?;
        println!("{name:<19} {} bytes", spaced(packed.len()));
        site.insert(name.into(), packed);
    }
    replace(&project.site(), &site)?;
    let study = study::publish(project)?;
    let weights = Budgets::read(project)?.weigh(first_visit(&site, first_pack.as_deref()), file.len(), study);
    println!("{}", weights.lines());
    Ok(Some(weights))
}

/// Names the whole program in the page, which names its first part.
pub fn with_whole_program(page: &str) -> Result<String> {
    let parts = format!("href=\"{FIRST}\" data-rest=\"{REST}\"");
    ensure!(page.matches(&parts).count() == 1, "index.html must have `{parts}` exactly once");
    Ok(page.replacen(&parts, &format!("href=\"{PROGRAM}\""), 1))
}

/// Takes the files under `www/`: style sheets are joined, samples are made apart, the rest is copied as it stands.
fn collect(folder: &Path, prefix: &str, site: &mut Files, style: &mut Vec<u8>) -> Result<()> {
    let unreadable = || format!("`{}` cannot be read", folder.display());
    let mut entries: Vec<_> = fs::read_dir(folder).and_then(Iterator::collect).with_context(unreadable)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_name().to_string_lossy().starts_with('.') || name == "samples" {
            continue;
        }
        if path.is_dir() {
            collect(&path, &format!("{name}/"), site, style)?;
            continue;
        }
        let content = fs::read(&path).with_context(|| format!("`{}` cannot be read", path.display()))?;
        if path.extension().is_some_and(|extension| extension == "css") {
            style.extend(content);
        } else {
            site.insert(name, content);
        }
    }
    Ok(())
}

/// Returns a style sheet without comments and without the white space that means nothing.
pub fn squeezed_style(style: &str) -> String {
    let parts = style.split("/*").enumerate();
    let plain: String = parts
        .map(|(index, part)| if index == 0 { part } else { part.split_once("*/").map_or("", |(_, rest)| rest) })
        .collect();
    let mut squeezed = String::with_capacity(plain.len());
    for line in plain.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line.strip_suffix(';').and_then(|declaration| declaration.split_once(": ")) {
            Some((name, value)) => squeezed.extend([name, ":", value, ";"]),
            None => squeezed.push_str(line),
        }
        // A selector, or a value, that goes on in the next line needs the space between.
        if !line.ends_with(['{', ';', '}']) {
            squeezed.push('\n');
        }
    }
    squeezed
}

/// Makes the folder hold exactly these files; what is right already is not written.
fn replace(folder: &Path, files: &Files) -> Result<()> {
    for (name, content) in files {
        write_changed(&folder.join(name), content)?;
    }
    remove_others(folder, "", files).with_context(|| format!("`{}` cannot be cleaned", folder.display()))
}

fn write_changed(file: &Path, content: &[u8]) -> Result<()> {
    if fs::read(file).is_ok_and(|present| present == content) {
        return Ok(());
    }
    let unwritable = || format!("`{}` cannot be written", file.display());
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).with_context(unwritable)?;
    }
    fs::write(file, content).with_context(unwritable)
}

fn remove_others(folder: &Path, prefix: &str, files: &Files) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if !entry.file_type()?.is_dir() {
            if !files.contains_key(&name) {
                fs::remove_file(entry.path())?;
            }
            continue;
        }
        let below = format!("{name}/");
        if files.keys().any(|file| file.starts_with(&below)) {
            remove_others(&entry.path(), &below, files)?;
        } else {
            fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}

/// Compresses as far as gzip goes, with no date and no name inside.
pub fn gzip(content: &[u8]) -> Vec<u8> {
    let mut encoder = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    encoder.write_all(content).and_then(|()| encoder.finish()).expect("a vector takes every byte")
}

/// Returns the SHA-256 of the parts, each marked off from the next, in hexadecimal digits.
pub fn fingerprint(parts: &[&[u8]]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    hash.finalize().iter().fold(String::new(), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

/// Returns what a first visit loads: the page, its scripts, styles, the program's first part and first sample, as a host sends
/// them.
fn first_visit(site: &Files, first_pack: Option<&str>) -> usize {
    let files = ["index.html", "parts.js", "boot.js", "style.css", "tarazy.js", FIRST, "samples/index.json"];
    let sent = |name| site.get(name).map_or(0, |content: &Vec<u8>| gzip(content).len().min(content.len()));
    files.into_iter().chain(first_pack).map(sent).sum()
}

/// Returns the text of a file of the site.
pub fn text<'a>(site: &'a Files, name: &str) -> Result<&'a str> {
    let content = site.get(name).with_context(|| format!("`{name}` is not part of the site"))?;
    let text = std::str::from_utf8(content).with_context(|| format!("`{name}` is not UTF-8"))?;
    ensure!(!text.contains('\r'), "`{name}` has carriage returns, which browsers take out before they check its hash");
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gzip_carries_no_date() {
        assert_eq!(gzip(b"text")[4..8], [0, 0, 0, 0]);
        assert_eq!(gzip(b"text"), gzip(b"text"));
    }

    #[test]
    fn a_style_sheet_says_the_same_without_its_comments() {
        let style = "/* Scales */\np {\n  color: red; /* weighs */\n\n  margin: 0;\n}\n";
        assert_eq!(squeezed_style(style), "p {color:red;margin:0;}");
        assert_eq!(
            squeezed_style("a:hover,\np > b {\n  font: 1em\n    serif;\n}\n"),
            "a:hover,\np > b {font: 1em\nserif;}"
        );
        assert_eq!(squeezed_style(""), "");
    }

    #[test]
    fn a_fingerprint_tells_where_parts_end() {
        assert_ne!(fingerprint(&[b"ab", b"c"]), fingerprint(&[b"a", b"bc"]));
    }
}
