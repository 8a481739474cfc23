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

use crate::budget::{Budgets, Weights, spaced};
use crate::embedding;
use crate::lzma;
use crate::project::Project;
use crate::samples;
use crate::single_file;
use crate::study;
use crate::toolchain::Toolchain;
use crate::wasm::{self, Variant};

/// The files of the site by path.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The program's file as readers download it, and as work on the page has it.
pub const PACKED_PROGRAM: &str = "tarazy.wasm.lzma";
const PROGRAM: &str = "tarazy.wasm";

/// Builds the site, and for readers the single file too. What that weighs is told and returned.
pub fn build(project: &Project, variant: Variant) -> Result<Option<Weights>> {
    let toolchain = Toolchain::find(project)?;
    let program = wasm::build(project, &toolchain, variant)?;
    let mut site = Files::new();
    let mut style = Vec::new();
    let page = project.root().join("index.html");
    let page = fs::read_to_string(&page).with_context(|| format!("`{}` cannot be read", page.display()))?;
    site.insert("index.html".into(), with_program(&page, variant)?.into_bytes());
    collect(&project.www(), "", &mut site, &mut style)?;
    site.insert("style.css".into(), style);
    embedding::join(project, &mut site)?;
    if variant == Variant::Release {
        replace(&project.package(), &embedding::package(project, &program)?)?;
    }
    site.insert("tarazy.js".into(), program.glue.into_bytes());
    println!("tarazy.wasm         {} bytes, {} gzipped", spaced(program.wasm.len()), spaced(gzip(&program.wasm).len()));
    match variant {
        Variant::Release => site.insert(PACKED_PROGRAM.into(), lzma::pack(project, &program.wasm)?),
        Variant::Dev => site.insert(PROGRAM.into(), program.wasm),
    };
    let packs = samples::make(&project.www().join("samples"))?;
    let first_pack = packs.get(1).map(|(name, _)| name.clone());
    site.extend(packs);
    replace(&project.site(), &site)?;

    if variant == Variant::Dev {
        return Ok(None);
    }
    let file = single_file::make(project, &site)?;
    write_changed(&project.single_file(), file.as_bytes())?;
    // A published study is set in the same page; the hosted one fetches it when it is asked to publish.
    write_changed(&project.site().join("tarazy.html"), file.as_bytes())?;
    let study = study::publish(project)?;
    println!("packed              {} bytes", spaced(site[PACKED_PROGRAM].len()));
    let weights = Budgets::read(project)?.weigh(first_visit(&site, first_pack.as_deref()), file.len(), study);
    println!("{}", weights.lines());
    Ok(Some(weights))
}

/// Names the program's file in the page, which names the packed one.
fn with_program(page: &str, variant: Variant) -> Result<String> {
    let [packed, plain] = [PACKED_PROGRAM, PROGRAM].map(|name| format!("href=\"{name}\""));
    ensure!(page.matches(&packed).count() == 1, "index.html must have `{packed}` exactly once");
    Ok(match variant {
        Variant::Release => page.to_owned(),
        Variant::Dev => page.replacen(&packed, &plain, 1),
    })
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

/// Returns what a first visit loads: the page, its scripts, styles, program and first sample, as a host sends them.
fn first_visit(site: &Files, first_pack: Option<&str>) -> usize {
    let files = ["index.html", "boot.js", "style.css", "tarazy.js", PACKED_PROGRAM, "samples/index.json"];
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
    fn a_fingerprint_tells_where_parts_end() {
        assert_ne!(fingerprint(&[b"ab", b"c"]), fingerprint(&[b"a", b"bc"]));
    }
}
