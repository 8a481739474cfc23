//! The crate → `tarazy.wasm` and its glue `tarazy.js`.
//!
//! Three steps: cargo compiles, wasm-bindgen (as a library, so that `Cargo.lock` pins it) writes the glue and drops its
//! descriptions, wasm-opt shrinks. A step whose input is unchanged is skipped.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::{
    command,
    late::{self, LateList, Linked, Parts, without_linking, without_names},
    npm,
    project::Project,
    site::fingerprint,
    toolchain::{TARGET, Toolchain},
};

/// What the compiler is asked for beyond its first version of wasm, told to wasm-opt too.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What makes the packed program small, which is not what makes the module small: `-Oz` takes 7 % off the module and adds 6 %
/// to what readers download, for it makes alike functions unlike and puts them apart.
const SHRINK: [&str; 9] = [
    "--dce",
    "--remove-unused-brs",
    "--remove-unused-names",
    "--optimize-instructions",
    "--merge-blocks",
    "--rse",
    "--vacuum",
    "--strip-producers",
    "--strip-target-features",
];

/// What is done to the whole program and to each of its parts: of functions that are the same one is left.
/// Those that become the same by this too, for which the pass asks to be told that size matters.
const MERGE: [&str; 3] = ["--shrink-level=1", "--duplicate-function-elimination", "--remove-unused-module-elements"];

/// What unpacks is run over millions of decisions, and is small as it is.
const UNPACKER: [&str; 3] = ["-O3", "--strip-producers", "--strip-target-features"];

/// The program with the names of its functions, in the build folder.
const NAMED: &str = "named.wasm";

/// How much work goes into the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Variant {
    /// Small and fast, for readers.
    Release,
    /// Quickly made, with names and checks, for work on the page.
    Dev,
}

impl Variant {
    fn profile(self) -> &'static str {
        match self {
            Self::Release => "wasm",
            Self::Dev => "dev",
        }
    }

    /// Returns the folder that cargo gives to the profile.
    fn folder(self) -> &'static str {
        match self {
            Self::Release => "wasm",
            Self::Dev => "debug",
        }
    }
}

/// The program as the browser gets it.
pub struct Program {
    /// The module.
    pub wasm: Vec<u8>,
    /// The same in two parts, for readers who come to look.
    pub parts: Option<Parts>,
    /// The script that binds the module to the page: a classic script that defines `wasm_bindgen`.
    pub glue: String,
}

/// Makes the program.
pub fn build(project: &Project, toolchain: &Toolchain, variant: Variant) -> Result<Program> {
    let compiled = compile(project, toolchain, variant)?;
    let cache = project.cache().join(variant.profile());
    fs::create_dir_all(&cache).with_context(|| format!("`{}` cannot be made", cache.display()))?;
    let bound = bind(project, &compiled, variant, &cache)?;
    let glue = with_rest(&location_free(&read_text(&cache.join("tarazy.js"))?)?)?;
    if variant == Variant::Dev {
        return Ok(Program { wasm: read(&bound)?, parts: None, glue });
    }
    let optimised = |from: &Path, name: &str, passes: &[&str]| optimise(project, from, &cache.join(name), passes);
    let named = read(&optimised(&bound, NAMED, &[&["-g"], &SHRINK[..]].concat())?)?;
    let parts = late::split(&named, &Linked::read(&read(&compiled)?)?, &LateList::read(project)?)?;
    let merged = |wasm: &[u8], name: &str| -> Result<Vec<u8>> {
        let whole = cache.join(name);
        fs::write(&whole, wasm).with_context(|| format!("`{}` cannot be written", whole.display()))?;
        read(&optimised(&whole, &format!("merged-{name}"), &MERGE)?)
    };
    Ok(Program {
        wasm: merged(&without_names(&named)?, "tarazy.wasm")?,
        parts: Some(Parts { first: merged(&parts.first, "first.wasm")?, rest: merged(&parts.rest, "rest.wasm")? }),
        glue,
    })
}

/// Returns the program of the last build with the names of its functions.
pub fn named(project: &Project) -> Result<Vec<u8>> {
    read(&project.cache().join(Variant::Release.profile()).join(NAMED))
}

/// Makes what unpacks the single file's blocks in the page: the crate `tarazy-packing` by itself, with nothing of a browser.
pub fn unpacker(project: &Project, toolchain: &Toolchain) -> Result<Vec<u8>> {
    command::run(
        toolchain
            .small_build(project)?
            .args(["--package", "tarazy-packing", "--lib", "--locked", "--profile"])
            .arg(Variant::Release.profile()),
        "compile what unpacks the single file",
    )?;
    let compiled = project.wasm_target().join(TARGET).join(Variant::Release.folder()).join("tarazy_packing.wasm");
    let cache = project.cache().join(Variant::Release.profile());
    fs::create_dir_all(&cache).with_context(|| format!("`{}` cannot be made", cache.display()))?;
    let plain = cache.join("packing.wasm");
    fs::write(&plain, without_linking(&without_names(&read(&compiled)?)?)?)
        .with_context(|| format!("`{}` cannot be written", plain.display()))?;
    read(&optimise(project, &plain, &cache.join("unpack.wasm"), &UNPACKER)?)
}

fn compile(project: &Project, toolchain: &Toolchain, variant: Variant) -> Result<PathBuf> {
    let mut build = match variant {
        Variant::Release => toolchain.small_build(project)?,
        Variant::Dev => toolchain.cargo("build"),
    };
    command::run(
        build.args(["--package", "tarazy", "--lib", "--no-default-features", "--features", "ui"]).args([
            "--profile",
            variant.profile(),
            "--locked",
        ]),
        "compile the page's program",
    )?;
    Ok(project.wasm_target().join(TARGET).join(variant.folder()).join("tarazy.wasm"))
}

/// Writes `tarazy_bg.wasm` and `tarazy.js` and returns the path of the former.
fn bind(project: &Project, compiled: &Path, variant: Variant, cache: &Path) -> Result<PathBuf> {
    let bound = cache.join("tarazy_bg.wasm");
    let state = fingerprint(&[&read(compiled)?, &read(&project.root().join("Cargo.lock"))?]);
    let note = cache.join("bound");
    if is_noted(&note, &state) && bound.exists() && cache.join("tarazy.js").exists() {
        return Ok(bound);
    }
    let release = variant == Variant::Release;
    Bindgen::new()
        .input_bytes("tarazy", without_linking(&read(compiled)?)?)
        .out_name("tarazy")
        .no_modules(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .demangle(false)
        .remove_producers_section(release)
        .generate(cache)
        .context("wasm-bindgen cannot bind the program")?;
    ensure!(
        !cache.join("snippets").exists(),
        "a dependency brings its own script files, which a classic script cannot load"
    );
    fs::write(&note, state).context("the build folder cannot be written")?;
    Ok(bound)
}

/// Runs wasm-opt, once for each state of what goes in.
fn optimise(project: &Project, from: &Path, to: &Path, passes: &[&str]) -> Result<PathBuf> {
    let lock = read(&project.browser_tests().join("package-lock.json"))?;
    let options = [passes, &FEATURES[..]].concat();
    let state = fingerprint(&[&read(from)?, &lock, options.join(" ").as_bytes()]);
    let note = to.with_extension("made");
    if is_noted(&note, &state) && to.exists() {
        return Ok(to.to_path_buf());
    }
    npm::install(project)?;
    command::run(npm::wasm_opt(project).arg(from).arg("-o").arg(to).args(options), "shrink the program with wasm-opt")?;
    fs::write(&note, state).context("the build folder cannot be written")?;
    Ok(to.to_path_buf())
}

/// Lets the boot script give the stand-ins for the rest of a program in two parts; the whole program asks for none.
fn with_rest(glue: &str) -> Result<String> {
    const OWN: &str = "\"./tarazy_bg.js\": import0,\n";
    ensure!(
        glue.matches(OWN).count() == 1,
        "wasm-bindgen lists its functions in another way than this tool knows; compare `with_rest` in xtask/src/wasm.rs with it"
    );
    Ok(glue.replacen(OWN, &format!("{OWN}            rest: globalThis.tarazyRest,\n"), 1))
}

/// Takes the only use of the page's address out of the glue: in a frame made of `srcdoc` there is none to resolve
/// against, and nothing is loaded by it.
fn location_free(glue: &str) -> Result<String> {
    const USE: &str = "new URL(document.currentScript.src, location.href).toString()";
    ensure!(
        glue.matches(USE).count() == 1,
        "wasm-bindgen writes another opening than this tool knows; compare `location_free` in xtask/src/wasm.rs with it"
    );
    Ok(glue.replacen(USE, "document.currentScript.src", 1))
}

fn is_noted(note: &Path, state: &str) -> bool {
    fs::read_to_string(note).is_ok_and(|noted| noted == state)
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("`{}` cannot be read", file.display()))
}

fn read_text(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("`{}` cannot be read", file.display()))
}
