//! What other pages use: the package `dist/npm/`, the script `embed.js` for pages of journals, and
//! in the page itself the script that exchanges messages with the page around its frame.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::{
    project::Project,
    site::{Files, text},
    wasm::Program,
};

/// Where the glue goes in `npm/tarazy.js`.
const GLUE: &str = "/* The glue that wasm-bindgen wrote stands here. */\n";
const VERSION: &str = "{version}";
const LICENCES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];
/// A journal's page loads the script before anything of the study: more than a page of code is too
/// much.
const SCRIPT_BYTES: usize = 4096;

/// Makes the package for npm.
pub fn package(project: &Project, program: &Program) -> Result<Files> {
    let source = |name: &str| read(project, &format!("npm/{name}"));
    let mut files = Files::new();
    let mut put = |name: &str, content: String| files.insert(name.to_owned(), content.into_bytes());
    put("tarazy.js", once(&source("tarazy.js")?, GLUE, &program.glue)?);
    put("tarazy.d.ts", source("tarazy.d.ts")? + "\n" + &read(project, "src/api/api.d.ts")?);
    put("package.json", once(&source("package.json")?, VERSION, &version(&read(project, "Cargo.toml")?)?)?);
    put("embed.js", script(project)?);
    put("README.md", source("README.md")?);
    for name in LICENCES {
        put(name, read(project, name)?);
    }
    files.insert("tarazy.wasm".to_owned(), program.wasm.clone());
    Ok(files)
}

/// Puts `embed.js` among the files of the site, takes the comments out of `first.js`, and puts
/// `framed.js` before the boot script: the single file allows few scripts by their hashes, and what
/// exchanges messages with the page around must do so where the program does not start.
pub fn join(project: &Project, site: &mut Files) -> Result<()> {
    let scripts = squeezed(text(site, "framed.js")?) + &squeezed(text(site, "boot.js")?);
    site.remove("framed.js");
    let first = squeezed(text(site, "first.js")?);
    site.insert("first.js".to_owned(), first.into_bytes());
    site.insert("boot.js".to_owned(), scripts.into_bytes());
    site.insert("embed.js".to_owned(), script(project)?.into_bytes());
    Ok(())
}

/// Returns `embed.js` as pages load it.
fn script(project: &Project) -> Result<String> {
    let script = squeezed(&read(project, "npm/embed.js")?);
    ensure!(script.len() <= SCRIPT_BYTES, "embed.js has {} bytes of at most {SCRIPT_BYTES}", script.len());
    Ok(script)
}

/// Takes out the lines that are comments, and indentation.
pub fn squeezed(script: &str) -> String {
    let mut is_comment = false;
    let mut squeezed = String::with_capacity(script.len());
    for line in script.lines().map(str::trim) {
        is_comment |= line.starts_with("/**");
        if !is_comment && !line.is_empty() && !line.starts_with("//") {
            squeezed.push_str(line);
            squeezed.push('\n');
        }
        is_comment &= !line.ends_with("*/");
    }
    squeezed
}

/// Returns the version of the program, which is that of the package.
fn version(manifest: &str) -> Result<String> {
    let manifest: toml::Table = toml::from_str(manifest).context("Cargo.toml cannot be understood")?;
    let package = manifest.get("workspace").and_then(|workspace| workspace.get("package"));
    let version = package.and_then(|package| package.get("version")).and_then(toml::Value::as_str);
    version.map(str::to_owned).context("Cargo.toml names no version")
}

fn once(content: &str, from: &str, to: &str) -> Result<String> {
    ensure!(content.matches(from).count() == 1, "a file in npm/ must have `{}` exactly once", from.trim_end());
    Ok(content.replacen(from, to, 1))
}

fn read(project: &Project, name: &str) -> Result<String> {
    let file = project.root().join(name);
    fs::read_to_string(&file).with_context(|| format!("`{}` cannot be read", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn program() -> Program {
        Program { wasm: b"\0asm".to_vec(), debug: None, glue: "let wasm_bindgen = {};\n".to_owned() }
    }

    #[test]
    fn the_package_holds_what_its_manifest_names() {
        let project = Project::find();
        let files = package(&project, &program()).expect("a package");
        let manifest: serde_json::Value = serde_json::from_slice(&files["package.json"]).expect("JSON");
        let cargo = read(&project, "Cargo.toml").expect("a manifest");
        assert!(cargo.contains(&format!("\nversion = {}\n", manifest["version"])), "{manifest}");
        assert!(cargo.contains(&format!("\nlicense = {}\n", manifest["license"])), "{manifest}");
        let mut named = vec![&manifest["main"], &manifest["types"]];
        for export in manifest["exports"].as_object().expect("exports").values() {
            named.extend(export.as_object().map_or_else(|| vec![export], |kinds| kinds.values().collect()));
        }
        for name in named {
            let name = name.as_str().and_then(|name| name.strip_prefix("./")).expect("a name");
            assert!(files.contains_key(name), "{name}");
        }
    }

    #[test]
    fn the_module_carries_the_glue_and_the_types_carry_the_results() {
        let files = package(&Project::find(), &program()).expect("a package");
        let module = text(&files, "tarazy.js").expect("a module");
        assert!(module.contains("let wasm_bindgen = {};\n  return wasm_bindgen;"), "{module}");
        let types = text(&files, "tarazy.d.ts").expect("types");
        for name in ["function analyze", "function kwic", "function mount", "class StudyElement", "interface Kwic "] {
            assert!(types.contains(name), "{name}");
        }
    }

    #[test]
    fn the_page_speaks_with_the_page_around_before_it_starts() {
        let mut site: Files =
            [("framed.js", "\"use strict\";\nf();\n"), ("boot.js", "b();\n"), ("first.js", "// A\nc();\n")]
                .map(|(name, content)| (name.to_owned(), content.as_bytes().to_vec()))
                .into();
        join(&Project::find(), &mut site).expect("scripts");
        assert_eq!(text(&site, "boot.js").expect("a script"), "\"use strict\";\nf();\nb();\n");
        assert_eq!(text(&site, "first.js").expect("a script"), "c();\n");
        assert!(!site.contains_key("framed.js") && site.contains_key("embed.js"));
    }

    #[test]
    fn comments_and_indentation_are_left_out() {
        assert_eq!(squeezed("// A\nlet a = \"//\";\n\n  // B\n  a();\n"), "let a = \"//\";\na();\n");
        assert_eq!(squeezed("/**\n * A\n */\na();\n/** B */\nb();\n"), "a();\nb();\n");
    }
}
