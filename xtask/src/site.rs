//! The hosted page: `dist/site/`, and the order of the whole build.
//!
//! Law: the same sources make the same bytes. Nothing carries a date, and files are taken in the
//! order of their names.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use crate::{
    budget::{Sizes, spaced},
    compression, embedding, first_page, offline,
    project::Project,
    samples, single_file, study,
    toolchain::Toolchain,
    wasm::{self, Module, Program, Variant},
};

/// The files of the site by path.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The program as `index.html` names it.
const PROGRAM: &str = "href=\"tarazy.wasm\"";
/// How many hexadecimal digits of a hash are in the name of a module, in an address and in a version.
pub const HASH_DIGITS: usize = 16;

/// A module that the page fetches on first use.
struct LateModule {
    module: Module,
    /// The name of its files without their endings.
    name: String,
    wasm: Vec<u8>,
    debug: Option<Vec<u8>>,
    glue: Vec<u8>,
}

impl LateModule {
    fn new(module: Module, program: Program) -> Self {
        let glue = embedding::squeezed(&program.glue).into_bytes();
        // Both files are taken from one build: their names change together.
        let name = file_name(module.name(), &[&program.wasm, &glue]);
        Self { module, name, wasm: program.wasm, debug: program.debug, glue }
    }
}

/// Builds the site; for readers also the single file, the sample study and the package for npm,
/// whose sizes are returned.
pub fn build(project: &Project, variant: Variant) -> Result<Option<Sizes>> {
    let toolchain = Toolchain::find(project)?;
    let samples: Files = samples::make(&project.www().join("samples"))?.into_iter().collect();
    // Both are compiled in folders of their own, so that neither waits for the other.
    let (modules, first_page) = std::thread::scope(|scope| {
        let first_page = scope.spawn(|| first_page::draw(project, &samples));
        let make = |module| wasm::build(project, &toolchain, module, variant);
        let late = Module::LATE.into_iter().map(|module| Ok(LateModule::new(module, make(module)?)));
        let late: Result<Vec<LateModule>> = late.collect();
        (late.and_then(|late| Ok((make(Module::Page)?, late))), first_page.join())
    });
    let ((program, late), first_page) = (modules?, first_page.expect("drawing the first page does not panic")?);
    let mut site = Files::new();
    let mut style = Vec::new();
    collect(&project.www(), "", &mut site, &mut style)?;
    site.insert("style.css".into(), squeezed_style(&String::from_utf8(style)?).into_bytes());
    embedding::join(project, &mut site)?;
    site.insert("tarazy.js".into(), embedding::squeezed(&program.glue).into_bytes());
    site.extend(samples);
    let page = project.root().join("index.html");
    let page = fs::read_to_string(&page).with_context(|| format!("`{}` cannot be read", page.display()))?;
    let name = file_name("tarazy", &[&program.wasm]);
    let page = with_modules(&page, &name, &late)?;
    site.insert("index.html".into(), first_page::put(&page, &first_page)?.into_bytes());
    site.extend(late.iter().map(|late| (format!("{}.js", late.name), late.glue.clone())));
    let Some(debug) = &program.debug else {
        site.insert(format!("{name}.wasm"), program.wasm);
        site.extend(late.into_iter().map(|late| (format!("{}.wasm", late.name), late.wasm)));
        offline::leave_out(&mut site)?;
        replace(&project.site(), &site)?;
        return Ok(None);
    };
    replace(&project.package(), &embedding::package(project, &program)?)?;
    write_changed(&project.debug_program(Module::Page), debug)?;
    for LateModule { module, debug, .. } in &late {
        write_changed(&project.debug_program(*module), debug.as_ref().context("a late module has no names")?)?;
    }
    let sizes = finish(project, site, (&name, program), late)?;
    print!("{}", sizes.lines(Sizes::limits(project)?));
    Ok(Some(sizes))
}

/// Writes the single file and the site with its modules packed, and publishes the sample study.
fn finish(
    project: &Project,
    mut site: Files,
    (name, program): (&str, Program),
    late: Vec<LateModule>,
) -> Result<Sizes> {
    let file = single_file::make(&site, &program.wasm, &carried(&late))?;
    write_changed(&project.single_file(), &file.page)?;
    let (wasm_gzip, wasm_brotli) = put_packed(&mut site, name, program.wasm)?;
    let (mut reader_brotli, mut converter_brotli) = (0, 0);
    for LateModule { module, name, wasm, .. } in late {
        let (_, brotli) = put_packed(&mut site, &name, wasm)?;
        match module {
            Module::Reader => reader_brotli = brotli,
            Module::Converter => converter_brotli = brotli,
            Module::Page => {}
        }
    }
    let whole_file = file.page.len();
    // A published study is made from the same page, which the hosted one fetches for it.
    site.insert("tarazy.html".into(), file.page);
    offline::seal(&mut site)?;
    replace(&project.site(), &site)?;
    Ok(Sizes {
        single_file: whole_file - file.late_bytes,
        whole_file,
        study: study::publish(project)?,
        wasm_gzip,
        wasm_brotli,
        reader_brotli,
        converter_brotli,
    })
}

/// Returns the files of late modules by the names under which the single file carries them.
fn carried(late: &[LateModule]) -> Files {
    let files = late.iter().flat_map(|LateModule { module, wasm, glue, .. }| {
        [("js", glue), ("wasm", wasm)].map(|(ending, file)| (format!("late/{}.{ending}", module.name()), file.clone()))
    });
    files.collect()
}

/// Puts a module among the files of the site, beside it packed in two ways; returns their sizes, that
/// of gzip first.
fn put_packed(site: &mut Files, name: &str, wasm: Vec<u8>) -> Result<(usize, usize)> {
    let (gzip, brotli) = (compression::gzip(&wasm), compression::brotli(&wasm)?);
    let sizes = (gzip.len(), brotli.len());
    println!("{name}.wasm {} bytes", spaced(wasm.len()));
    site.insert(format!("{name}.wasm.gz"), gzip);
    site.insert(format!("{name}.wasm.br"), brotli);
    site.insert(format!("{name}.wasm"), wasm);
    Ok(sizes)
}

/// Returns the name of a module's files without their ending, by which browsers may keep them for
/// ever.
fn file_name(start: &str, contents: &[&[u8]]) -> String {
    format!("{start}-{}", &fingerprint(contents)[..HASH_DIGITS])
}

/// Names the files of the modules in the page.
fn with_modules(page: &str, program: &str, late: &[LateModule]) -> Result<String> {
    let mut named = single_file::once(page, PROGRAM, &format!("href=\"{program}.wasm\""))?;
    for LateModule { module, name, .. } in late {
        let attribute = |file: &str| format!("data-{}=\"{file}.wasm\"", module.name());
        named = single_file::once(&named, &attribute(module.name()), &attribute(name))?;
    }
    Ok(named)
}

/// Takes the files under `www/`: style sheets are joined, samples are made apart, the rest is
/// copied as it stands.
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
    fn the_page_names_the_modules_by_their_content() {
        let (one, other) = (file_name("tarazy", &[b"one"]), file_name("tarazy", &[b"other"]));
        assert!(one != other && one == file_name("tarazy", &[b"one"]));
        assert!(one.starts_with("tarazy-") && one.len() == 23, "{one}");
        let page = fs::read_to_string(Project::find().root().join("index.html")).expect("a page");
        let late = Module::LATE.map(|module| LateModule {
            module,
            name: format!("{}-0", module.name()),
            wasm: Vec::new(),
            debug: None,
            glue: Vec::new(),
        });
        let named = with_modules(&page, &one, &late).expect("a page");
        assert!(named.contains(&format!("href=\"{one}.wasm\" as=\"fetch\"")));
        assert!(named.contains(" data-reader=\"reader-0.wasm\" data-converter=\"converter-0.wasm\">"));
        assert!(with_modules("<!DOCTYPE html>", &one, &late).is_err());
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
    fn a_fingerprint_depends_on_where_files_end() {
        assert_ne!(fingerprint(&[b"ab", b"c"]), fingerprint(&[b"a", b"bc"]));
    }
}
