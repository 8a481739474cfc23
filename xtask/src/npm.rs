//! What comes from npm: wasm-opt, the driver of Chromium, WebSockets for that of Firefox and the
//! accessibility checker.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{command, project::Project, site::fingerprint};

const OLDEST_NODE: u32 = 20;

/// Installs the packages of `tests/browser/package-lock.json`, once for each state of that file.
pub fn install(project: &Project) -> Result<()> {
    let folder = project.browser_tests();
    let lock = fs::read(folder.join("package-lock.json")).context("tests/browser/package-lock.json cannot be read")?;
    let note = folder.join("node_modules/.installed");
    let state = fingerprint(&[&lock]);
    if fs::read_to_string(&note).is_ok_and(|installed| installed == state) {
        return Ok(());
    }
    check_node()?;
    println!("setup: npm packages: installing those of tests/browser/package-lock.json");
    command::run(
        Command::new("npm")
            .args(["ci", "--no-audit", "--no-fund", "--loglevel=error"])
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")
            .current_dir(&folder),
        "install the npm packages",
    )
    .context("wasm-opt and the browser tests come from npm; run: cd tests/browser && npm ci")?;
    fs::write(&note, state).context("tests/browser/node_modules cannot be written")
}

/// Returns a command that runs wasm-opt.
pub fn wasm_opt(project: &Project) -> Command {
    let mut node = Command::new("node");
    node.arg(program(project));
    node
}

fn program(project: &Project) -> PathBuf {
    project.browser_tests().join("node_modules/binaryen/bin/wasm-opt")
}

fn check_node() -> Result<()> {
    let version = command::ask(Command::new("node").arg("--version")).unwrap_or_default();
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    let remedy = format!("install Node.js {OLDEST_NODE} or newer with npm and put both on the PATH");
    match major {
        Some(major) if major >= OLDEST_NODE => {}
        Some(_) => bail!("Node.js {version} is too old; {remedy}"),
        None => bail!("Node.js is needed and not installed; {remedy}"),
    }
    match command::ask(Command::new("npm").arg("--version")) {
        Some(_) => Ok(()),
        None => bail!("npm is needed and not installed; {remedy}"),
    }
}
