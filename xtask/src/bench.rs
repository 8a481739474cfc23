//! Measures the engine: natively by `examples/bench.rs` and `examples/bench_workbench.rs`, then in
//! a browser by `tests/browser/bench.mjs` and `tests/browser/bench-workbench.mjs`; the start of the
//! page by `bench-start.mjs`, how files come in by `bench-intake.mjs`, and what is read of documents by
//! `bench-documents.mjs`.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::{
    command::{self, cargo},
    npm,
    project::Project,
    serve, setup, site,
    wasm::Variant,
};

/// Runs the measurements with the arguments of `examples/bench.rs`; `--native` or `--browser` runs
/// one half only.
pub fn run(project: &Project, arguments: &[String]) -> Result<()> {
    if let Some((first, rest)) = arguments.split_first()
        && first == "--start"
    {
        return start(project, rest);
    }
    if arguments.iter().eq(["--intake"]) {
        return intake(project);
    }
    if let [flag, folder] = arguments
        && flag == "--documents"
    {
        return documents(project, Path::new(folder));
    }
    let halves = ["--native", "--browser"];
    let given: Vec<&String> = arguments.iter().filter(|argument| !halves.contains(&argument.as_str())).collect();
    let wants = |half: &str| {
        arguments.iter().any(|own| own == half) || !arguments.iter().any(|own| halves.contains(&own.as_str()))
    };
    if let Some(unknown) =
        given.iter().step_by(2).find(|flag| !["--sizes", "--entries", "--langs"].contains(&flag.as_str()))
    {
        bail!(
            "there is no option `{unknown}`; use --sizes, --entries, --langs, --native, --browser, --start, --intake, --documents FOLDER"
        );
    }
    if wants("--native") {
        println!("native");
        command::run(example(project, "bench").args(&given), "measure the engine")?;
        println!("an edit of the lexicon");
        command::run(&mut example(project, "bench_workbench"), "measure an edit of the lexicon")?;
    }
    if wants("--browser") {
        site::build(project, Variant::Release)?;
        npm::install(project)?;
        let folder = project.root().join("target/bench");
        command::run(
            example(project, "bench").args(&given).arg("--write").arg(&folder),
            "write the texts to be measured",
        )?;
        println!("in a worker of Chromium");
        command::run(
            Command::new("node")
                .arg(project.browser_tests().join("bench.mjs"))
                .args(&given)
                .env("CHROMIUM", setup::chromium()?)
                .env("TARAZY_DIST", project.site())
                .env("TARAZY_PACKAGE", project.package())
                .env("TARAZY_BENCH", folder),
            "measure the engine in a browser",
        )?;
        println!("an edit of the lexicon in the page");
        command::run(
            Command::new("node")
                .arg(project.browser_tests().join("bench-workbench.mjs"))
                .env("CHROMIUM", setup::chromium()?)
                .env("TARAZY_FILE", project.single_file()),
            "measure an edit of the lexicon in a browser",
        )?;
    }
    Ok(())
}

/// Measures how long a reader waits for the page; `--before FILE` starts another single file in
/// turn with this one.
fn start(project: &Project, arguments: &[String]) -> Result<()> {
    let before = match arguments {
        [] => None,
        [flag, file] if flag == "--before" => Some(file),
        _ => bail!("`--start` takes nothing but `--before FILE`"),
    };
    site::build(project, Variant::Release)?;
    npm::install(project)?;
    let mut node = Command::new("node");
    node.arg(project.browser_tests().join("bench-start.mjs"))
        .env("CHROMIUM", setup::chromium()?)
        .env("FIREFOX", setup::firefox()?)
        .env("TARAZY_SITE", serve::in_background(project.site())?)
        .env("TARAZY_FILE", project.single_file())
        .current_dir(project.root());
    if let Some(before) = before {
        node.env("TARAZY_BEFORE", before);
    }
    command::run(&mut node, "measure the start of the page")
}

/// Measures how many files come in that are dropped at once.
fn intake(project: &Project) -> Result<()> {
    site::build(project, Variant::Release)?;
    npm::install(project)?;
    let program = command_line(project)?;
    command::run(
        Command::new("node")
            .arg(project.browser_tests().join("bench-intake.mjs"))
            .env("CHROMIUM", setup::chromium()?)
            .env("TARAZY_SITE", serve::in_background(project.site())?)
            .env("TARAZY_PROGRAM", program)
            .current_dir(project.root()),
        "measure how files come in",
    )
}

/// Compares what the command line and pdftotext read of documents with their texts. The documents are
/// no part of the repository: where there are none, nothing is measured.
fn documents(project: &Project, folder: &Path) -> Result<()> {
    if !folder.join("manifest.tsv").is_file() {
        println!("left out: `{}` has no documents with a list `manifest.tsv`", folder.display());
        return Ok(());
    }
    setup::pdftotext()?;
    let program = command_line(project)?;
    command::run(
        Command::new("node")
            .arg(project.browser_tests().join("bench-documents.mjs"))
            .arg(folder)
            .env("TARAZY_PROGRAM", program),
        "compare what is read of documents",
    )
}

/// Builds the command line; returns its path.
fn command_line(project: &Project) -> Result<PathBuf> {
    command::run(
        cargo().args(["build", "--release", "--locked", "--bin", "tarazy"]).current_dir(project.root()),
        "build the command line",
    )?;
    Ok(project.target().join("release/tarazy"))
}

fn example(project: &Project, name: &str) -> Command {
    let mut cargo = cargo();
    cargo
        .args(["run", "--quiet", "--release", "--locked", "--package", "tarazy", "--example", name, "--"])
        .current_dir(project.root());
    cargo
}
