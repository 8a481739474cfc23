//! A crate → a module of the page and its glue: `tarazy.wasm` and `tarazy.js`, `reader.wasm` and
//! `reader.js`, `converter.wasm` and `converter.js`.
//!
//! Three steps: cargo compiles, wasm-bindgen (as a library, so that `Cargo.lock` pins it) writes
//! the glue and drops its descriptions, wasm-opt optimises. A step whose input is unchanged is
//! skipped.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::{
    command,
    names::without_names,
    npm,
    project::Project,
    site::fingerprint,
    toolchain::{TARGET, Toolchain},
};

/// What the compiler is asked for beyond its first version of wasm, passed to wasm-opt too.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// The optimisations of wasm-opt; names are kept for `tarazy.debug.wasm`.
const OPTIMISATIONS: [&str; 2] = ["-O1", "-g"];

/// How much work goes into the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Variant {
    /// Optimised, for readers.
    Release,
    /// Quickly made, for work on the page: the engine is optimised, the page is not.
    Dev,
}

impl Variant {
    fn profile(self) -> &'static str {
        match self {
            Self::Release => "wasm",
            Self::Dev => "wasm-dev",
        }
    }
}

/// What the page runs. Modules share no code at run time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Module {
    /// The page with the engine.
    Page,
    /// The readers of documents.
    Reader,
    /// What converts lexicons of other tools.
    Converter,
}

impl Module {
    /// All modules.
    pub const ALL: [Self; 3] = [Self::Page, Self::Reader, Self::Converter];
    /// Those that the page fetches on first use.
    pub const LATE: [Self; 2] = [Self::Reader, Self::Converter];

    /// Returns the name of its files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Page => "tarazy",
            Self::Reader => "reader",
            Self::Converter => "converter",
        }
    }

    /// Returns the arguments by which cargo builds it alone.
    pub fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Page => &["--package", "tarazy", "--lib", "--no-default-features", "--features", "ui"],
            Self::Reader => &["--package", "tarazy-reader", "--lib"],
            Self::Converter => &["--package", "tarazy-converter", "--lib"],
        }
    }

    /// Returns what cargo calls its file.
    fn compiled(self) -> &'static str {
        match self {
            Self::Page => "tarazy.wasm",
            Self::Reader => "tarazy_reader.wasm",
            Self::Converter => "tarazy_converter.wasm",
        }
    }

    /// Returns the folder of its intermediate files.
    fn cache(self, project: &Project, variant: Variant) -> PathBuf {
        let folder = project.cache().join(variant.profile());
        match self {
            Self::Page => folder,
            Self::Reader | Self::Converter => folder.join(self.name()),
        }
    }
}

/// A module as the browser gets it.
pub struct Program {
    /// The module.
    pub wasm: Vec<u8>,
    /// The same module with the names of its functions; none where `wasm` has them.
    pub debug: Option<Vec<u8>>,
    /// The script that binds the module to the page: a classic script that defines `wasm_bindgen`.
    pub glue: String,
}

/// Makes a module.
pub fn build(project: &Project, toolchain: &Toolchain, module: Module, variant: Variant) -> Result<Program> {
    let compiled = compile(project, toolchain, module, variant)?;
    let cache = module.cache(project, variant);
    fs::create_dir_all(&cache).with_context(|| format!("`{}` cannot be made", cache.display()))?;
    let bound = bind(project, &compiled, module, variant)?;
    let glue = location_free(&read_text(&cache.join(format!("{}.js", module.name())))?)?;
    if variant == Variant::Dev {
        return Ok(Program { wasm: read(&bound)?, debug: None, glue });
    }
    let named = read(&optimise(project, &bound, &cache.join("optimised.wasm"))?)?;
    let wasm = without_names(&named)?;
    ensure!(wasm.len() < named.len(), "the program has no names of functions, without which no trap can be read");
    Ok(Program { wasm, debug: Some(named), glue })
}

fn compile(project: &Project, toolchain: &Toolchain, module: Module, variant: Variant) -> Result<PathBuf> {
    let mut build = match variant {
        Variant::Release => toolchain.release_build(project)?,
        Variant::Dev => toolchain.cargo("build"),
    };
    command::run(
        build.args(module.arguments()).args(["--profile", variant.profile(), "--locked"]),
        &format!("compile {}.wasm", module.name()),
    )?;
    Ok(project.wasm_target().join(TARGET).join(variant.profile()).join(module.compiled()))
}

/// Writes the module without its descriptions, and its glue; returns the path of the former.
fn bind(project: &Project, compiled: &Path, module: Module, variant: Variant) -> Result<PathBuf> {
    let (cache, name) = (module.cache(project, variant), module.name());
    let bound = cache.join(format!("{name}_bg.wasm"));
    let state = fingerprint(&[&read(compiled)?, &read(&project.root().join("Cargo.lock"))?]);
    let note = cache.join("bound");
    if is_noted(&note, &state) && bound.exists() && cache.join(format!("{name}.js")).exists() {
        return Ok(bound);
    }
    let release = variant == Variant::Release;
    Bindgen::new()
        .input_path(compiled)
        .out_name(name)
        .no_modules(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .demangle(false)
        .remove_producers_section(release)
        .generate(&cache)
        .context("wasm-bindgen cannot bind the program")?;
    ensure!(
        !cache.join("snippets").exists(),
        "a dependency brings its own script files, which a classic script cannot load"
    );
    fs::write(&note, state).context("the build folder cannot be written")?;
    Ok(bound)
}

/// Runs wasm-opt, once for each state of what goes in.
fn optimise(project: &Project, from: &Path, to: &Path) -> Result<PathBuf> {
    let lock = read(&project.browser_tests().join("package-lock.json"))?;
    let options = [&OPTIMISATIONS[..], &FEATURES[..]].concat();
    let state = fingerprint(&[&read(from)?, &lock, options.join(" ").as_bytes()]);
    let note = to.with_extension("made");
    if is_noted(&note, &state) && to.exists() {
        return Ok(to.to_path_buf());
    }
    npm::install(project)?;
    command::run(
        npm::wasm_opt(project).arg(from).arg("-o").arg(to).args(options),
        "optimise the program with wasm-opt",
    )?;
    fs::write(&note, state).context("the build folder cannot be written")?;
    Ok(to.to_path_buf())
}

/// Takes the only use of the page's address out of the glue: in a frame made of `srcdoc` there is
/// none to resolve against, and nothing is loaded by it.
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
