//! The hosted page for times without a network: the files of the site are named with their hashes in
//! `index.html` and in the service worker.
//!
//! Law: page and worker name every file of their version by its hash, so that a file of another version
//! is an error and never part of the page. A change of any file is a new version.

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::{
    embedding,
    site::{Files, HASH_DIGITS, fingerprint, text},
};

const PAGE: &str = "index.html";
const WORKER: &str = "service-worker.js";
/// What registers the worker; it becomes a part of the boot script.
const SCRIPT: &str = "offline.js";
const BOOT: &str = "boot.js";
/// The elements of the page that load files of the version: what stands before the address and behind
/// it. The page looks the same without its icon and its manifest, and the program has its hash in its
/// name, since browsers compile no module on the way that they have to check as a whole.
const ELEMENTS: [(&str, &str, &str); 4] = [
    ("<link rel=\"stylesheet\" href=\"", "style.css", "\">"),
    ("<script src=\"", "tarazy.js", "\" defer>"),
    ("<script src=\"", BOOT, "\" defer>"),
    ("<script src=\"", "first.js", "\">"),
];
/// The list of files stands behind what fetches the program.
const LIST_BEFORE: &str = "<script src=\"tarazy.js";

/// A site that no service worker keeps, as it is built for development: what registers one is left out,
/// and the worker itself removes what another build has left in the browser.
pub fn leave_out(site: &mut Files) -> Result<()> {
    site.remove(SCRIPT);
    let worker = embedding::squeezed(text(site, WORKER)?);
    site.insert(WORKER.to_owned(), worker.into_bytes());
    Ok(())
}

/// Names the files of a whole site with their hashes, in the page and in the service worker.
pub fn seal(site: &mut Files) -> Result<()> {
    let script = embedding::squeezed(text(site, SCRIPT)?);
    let boot = text(site, BOOT)?.to_owned() + &script;
    site.insert(BOOT.to_owned(), boot.into_bytes());
    leave_out(site)?;
    let version = version(site);
    let page = sealed_page(site, &version)?;
    site.insert(PAGE.to_owned(), page.into_bytes());
    let worker = sealed_worker(site, &version)?;
    site.insert(WORKER.to_owned(), worker.into_bytes());
    Ok(())
}

/// Returns what changes with any file of the site.
fn version(site: &Files) -> String {
    let parts: Vec<&[u8]> = site.iter().flat_map(|(name, content)| [name.as_bytes(), content.as_slice()]).collect();
    fingerprint(&parts)[..HASH_DIGITS].to_owned()
}

/// Returns `true` for what is not part of the page: modules as some hosts send them packed, the worker
/// itself, and the script for pages of journals.
fn is_beside(name: &str) -> bool {
    [".gz", ".br"].iter().any(|ending| name.ends_with(ending)) || name == WORKER || name == "embed.js"
}

/// Returns the address of a file relative to the page. That of a file whose name is the same in every
/// version ends in its hash, so that no cache between has another version under it.
fn address(name: &str, content: &[u8]) -> String {
    if name == PAGE {
        // Many hosts lead from the name of the page to its folder.
        return "./".to_owned();
    }
    match name.rsplit_once('.') {
        Some((stem, "js" | "css" | "json" | "html")) if !has_hash(stem) => {
            let digits: String = Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect();
            format!("{name}?{}", &digits[..HASH_DIGITS])
        }
        _ => name.to_owned(),
    }
}

/// Returns `true` for the name of a module, which ends in a hash.
fn has_hash(stem: &str) -> bool {
    let digits = stem.rsplit_once('-').map_or("", |(_, digits)| digits);
    digits.len() == HASH_DIGITS && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
}

/// Returns the hash of a file as browsers check it.
fn integrity(content: &[u8]) -> String {
    format!("sha256-{}", BASE64.encode(Sha256::digest(content)))
}

/// Returns the hashes of files by their addresses, as JSON.
fn list<'a>(files: impl Iterator<Item = (&'a String, &'a Vec<u8>)>) -> String {
    let hash = |(name, content): (&String, &Vec<u8>)| (address(name, content), Value::String(integrity(content)));
    Value::Object(files.map(hash).collect::<Map<_, _>>()).to_string()
}

/// Puts hashes into the elements of the page, and the list of what its boot script fetches: everything
/// but the page itself and the program.
fn sealed_page(site: &Files, version: &str) -> Result<String> {
    let fetched = site.iter().filter(|(name, _)| {
        !is_beside(name) && *name != PAGE && !(name.starts_with("tarazy-") && name.ends_with(".wasm"))
    });
    let list = format!(
        "<script type=\"application/json\" id=\"files\" data-version=\"{version}\">{}</script>\n{LIST_BEFORE}",
        list(fetched)
    );
    let mut page = once(PAGE, text(site, PAGE)?, LIST_BEFORE, &list)?;
    for (start, name, end) in ELEMENTS {
        let content = site.get(name).with_context(|| format!("`{name}` is not part of the site"))?;
        let (address, integrity) = (address(name, content), integrity(content));
        let named = format!("{start}{address}\" integrity=\"{integrity}{end}");
        page = once(PAGE, &page, &format!("{start}{name}{end}"), &named)?;
    }
    Ok(page)
}

fn sealed_worker(site: &Files, version: &str) -> Result<String> {
    let list = list(site.iter().filter(|(name, _)| !is_beside(name)));
    let worker =
        once(WORKER, text(site, WORKER)?, "const VERSION = null;", &format!("const VERSION = \"{version}\";"))?;
    once(WORKER, &worker, "const FILES = {};", &format!("const FILES = {list};"))
}

/// Replaces what must stand in a file exactly once.
fn once(name: &str, content: &str, from: &str, to: &str) -> Result<String> {
    ensure!(content.matches(from).count() == 1, "`{name}` must have `{from}` exactly once");
    Ok(content.replacen(from, to, 1))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::project::Project;

    fn site() -> Files {
        let project = Project::find();
        let read = |path: std::path::PathBuf| fs::read(path).expect("a file");
        let own = [SCRIPT, WORKER, BOOT, "first.js"].map(|name| (name.to_owned(), read(project.www().join(name))));
        let made = [
            ("style.css", "p{}"),
            ("tarazy.js", "let x;"),
            ("tarazy.html", "<p>"),
            ("tarazy-0.wasm", "program"),
            ("tarazy-0.wasm.br", "packed"),
            ("reader-0.wasm", "readers"),
            ("reader-0123456789abcdef.js", "let y;"),
            ("samples/index.json", "[]"),
            ("embed.js", "let z;"),
            ("icons/tarazy.svg", "<svg/>"),
        ];
        let made = made.map(|(name, content)| (name.to_owned(), content.as_bytes().to_vec()));
        let page = (PAGE.to_owned(), read(project.root().join(PAGE)));
        own.into_iter().chain(made).chain([page]).collect()
    }

    fn sealed(site: &Files) -> Files {
        let mut sealed = site.clone();
        seal(&mut sealed).expect("a site");
        sealed
    }

    /// The list in the worker.
    fn listed(site: &Files) -> Map<String, Value> {
        let worker = text(site, WORKER).expect("a worker");
        let list = worker.split("const FILES = ").nth(1).and_then(|rest| rest.split(";\n").next()).expect("a list");
        serde_json::from_str(list).expect("JSON")
    }

    fn version_in(site: &Files) -> String {
        let page = text(site, PAGE).expect("a page");
        let version = page.split("data-version=\"").nth(1).and_then(|rest| rest.split('"').next());
        version.expect("a version").to_owned()
    }

    #[test]
    fn the_worker_names_every_file_of_the_page_with_the_hash_of_its_bytes() {
        let site = sealed(&site());
        let listed = listed(&site);
        for (name, content) in &site {
            let address = address(name, content);
            assert_eq!(listed.contains_key(&address), !is_beside(name), "{address}");
            assert!(is_beside(name) || listed[&address] == integrity(content), "{address}");
        }
        for address in ["./", "tarazy-0.wasm", "reader-0123456789abcdef.js", "icons/tarazy.svg"] {
            assert!(listed.contains_key(address), "{address}");
        }
        assert!(text(&site, WORKER).unwrap().contains(&format!("const VERSION = \"{}\";", version_in(&site))));
    }

    #[test]
    fn the_page_loads_scripts_and_style_by_their_hashes() {
        let site = sealed(&site());
        let page = text(&site, PAGE).unwrap();
        for name in ["style.css", "tarazy.js", BOOT, "first.js"] {
            let named = format!("=\"{}\" integrity=\"{}\"", address(name, &site[name]), integrity(&site[name]));
            assert!(page.contains(&named), "{named}: {page}");
        }
        let list = page.split(" id=\"files\" ").nth(1).and_then(|rest| rest.split("</script>").next()).unwrap();
        assert!(list.contains("\"reader-0.wasm\"") && list.contains("\"samples/index.json?"));
        assert!(!list.contains("tarazy-0.wasm") && !list.contains("\"./\""), "{list}");
    }

    #[test]
    fn every_change_is_another_version_and_nothing_else_is() {
        let site = site();
        let first = version_in(&sealed(&site));
        assert_eq!(first, version_in(&sealed(&site)));
        for name in site.keys() {
            let mut other = site.clone();
            other.get_mut(name).unwrap().extend(b"x\n");
            assert_ne!(first, version_in(&sealed(&other)), "{name}");
        }
    }

    #[test]
    fn the_boot_script_registers_the_worker() {
        let site = sealed(&site());
        assert!(text(&site, BOOT).unwrap().contains("register(\"service-worker.js\""));
        assert!(!site.contains_key(SCRIPT));
        let mut left_out = self::site();
        leave_out(&mut left_out).expect("a site");
        assert!(!text(&left_out, BOOT).unwrap().contains("register(") && !left_out.contains_key(SCRIPT));
    }
}
