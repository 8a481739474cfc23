//! The checks, in order, stopping at the first that fails. Named steps run alone.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::{
    budget::Sizes,
    command::{self, cargo},
    npm,
    project::Project,
    serve, setup, site,
    toolchain::Toolchain,
    wasm::Variant,
    wasm_tests,
};

struct Step {
    name: &'static str,
    run: fn(&Project) -> Result<()>,
}

const STEPS: [Step; 6] = [
    Step { name: "fmt", run: fmt },
    Step { name: "clippy", run: clippy },
    Step { name: "native", run: native },
    Step { name: "wasm", run: wasm },
    Step { name: "build", run: build },
    Step { name: "browser", run: browser },
];

/// Runs the named steps in their order, or all of them where none is named.
pub fn run(project: &Project, names: &[String]) -> Result<()> {
    if let Some(unknown) = names.iter().find(|name| STEPS.iter().all(|step| step.name != **name)) {
        let known: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
        bail!("there is no step `{unknown}`; the steps are {}", known.join(", "));
    }
    let mut done = Vec::new();
    for step in STEPS.iter().filter(|step| names.is_empty() || names.iter().any(|name| name == step.name)) {
        println!("\n=== {} ===", step.name);
        let start = Instant::now();
        let result = (step.run)(project);
        let time = shown(start.elapsed());
        result.with_context(|| format!("step `{}` failed after {time}", step.name))?;
        println!("=== {}: passed in {time} ===", step.name);
        done.push(format!("{} {time}", step.name));
    }
    println!("\nall passed: {}", done.join(", "));
    Ok(())
}

fn shown(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

fn fmt(_: &Project) -> Result<()> {
    command::run(cargo().args(["fmt", "--all", "--check"]), "find every file formatted; `cargo fmt --all` formats them")
}

fn clippy(project: &Project) -> Result<()> {
    command::run(
        cargo()
            .args(["clippy", "--workspace", "--all-targets", "--all-features", "--locked", "--", "-D", "warnings"])
            .current_dir(project.root()),
        "find the native code free of warnings",
    )?;
    let toolchain = Toolchain::find(project)?;
    toolchain.require_clippy()?;
    command::run(
        toolchain
            .clippy()
            .args(["--package", "tarazy", "--lib", "--no-default-features", "--features", "ui", "--locked"])
            .args(["--", "-D", "warnings"])
            .current_dir(project.root()),
        "find the code for wasm32 free of warnings",
    )
}

fn native(project: &Project) -> Result<()> {
    command::run(
        cargo().args(["check", "--package", "tarazy-engine", "--lib", "--locked"]).current_dir(project.root()),
        "compile the engine alone",
    )?;
    command::run(
        cargo().args(["test", "--workspace", "--all-features", "--locked"]).current_dir(project.root()),
        "pass the native tests",
    )
}

fn wasm(project: &Project) -> Result<()> {
    wasm_tests::run(project, &Toolchain::find(project)?)
}

/// Builds what readers get, and holds it to its budgets.
fn build(project: &Project) -> Result<()> {
    match site::build(project, Variant::Release)? {
        Some(sizes) => sizes.check(Sizes::limits(project)?),
        None => Ok(()),
    }
}

fn browser(project: &Project) -> Result<()> {
    if !project.site().join("index.html").exists() || !project.single_file().exists() || !project.study().exists() {
        bail!("the page is not built; run: cargo xtask test build browser");
    }
    npm::install(project)?;
    let chromium = setup::chromium()?;
    let firefox = setup::firefox()?;
    let webkit = setup::webkit()?;
    setup::php()?;
    setup::pdftotext()?;
    let folder = project.browser_tests();
    let mut tests = tests_in(&folder)?;
    tests.extend(tests_in(&folder.join("contexts"))?);
    if webkit.is_none() {
        tests.retain(|test| !test.ends_with("webkit.test.mjs"));
    }
    let mut node = Command::new("node");
    node.arg("--test")
        .args(tests)
        .env("CHROMIUM", chromium)
        .env("FIREFOX", firefox)
        .env("TARAZY_SITE", serve::in_background(project.site())?)
        .env("TARAZY_FILE", project.single_file())
        .env("TARAZY_STUDY", project.study())
        .current_dir(project.root());
    if let Some(webkit) = webkit {
        node.env("WEBKIT_DRIVER", webkit.driver).env("WEBKIT_BROWSER", webkit.browser);
    }
    command::run(&mut node, "pass the browser tests")
}

/// Returns the files of tests of a folder, in the order of their names.
fn tests_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut tests: Vec<_> = fs::read_dir(folder)
        .with_context(|| format!("`{}` cannot be read", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    tests.sort();
    Ok(tests)
}
