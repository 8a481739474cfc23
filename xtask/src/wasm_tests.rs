//! The tests of `tests/wasm.rs`, run as wasm in Node.
//!
//! Cargo compiles them, wasm-bindgen writes the glue for Node, and `wasm_tests.cjs` runs every test
//! it finds.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::{command, project::Project, toolchain::Toolchain};

/// The script that runs the tests; it exchanges messages with the wasm-bindgen-test of the version
/// that `Cargo.lock` pins.
const RUNNER: &str = include_str!("wasm_tests.cjs");

/// Compiles and runs the tests.
pub fn run(project: &Project, toolchain: &Toolchain) -> Result<()> {
    let compiled = compile(toolchain)?;
    let folder = project.cache().join("wasm-tests");
    fs::create_dir_all(&folder).with_context(|| format!("`{}` cannot be made", folder.display()))?;
    Bindgen::new()
        .input_path(&compiled)
        .out_name("tests")
        .nodejs(true)?
        .typescript(false)
        .debug(true)
        .export_wasm(true)
        .emit_start(false)
        .generate(&folder)
        .context("wasm-bindgen cannot bind the tests")?;
    // What wasm-bindgen writes are scripts of the older kind, whatever a folder above says of its
    // own.
    let kind = folder.join("package.json");
    fs::write(&kind, "{ \"type\": \"commonjs\" }\n")
        .with_context(|| format!("`{}` cannot be written", kind.display()))?;
    let runner = folder.join("run.cjs");
    fs::write(&runner, RUNNER).with_context(|| format!("`{}` cannot be written", runner.display()))?;
    command::run(Command::new("node").arg(&runner), "pass the wasm tests")
}

/// Compiles the tests and returns the file that cargo says it made.
fn compile(toolchain: &Toolchain) -> Result<PathBuf> {
    let messages = command::output(
        toolchain
            .test()
            .args(["--package", "tarazy", "--test", "wasm", "--no-default-features", "--features", "ui", "--locked"])
            .args(["--profile", "wasm-dev", "--no-run", "--message-format=json-render-diagnostics"])
            .stdin(Stdio::null()),
        "compile the wasm tests",
    )?;
    for line in messages.lines() {
        let message: serde_json::Value = serde_json::from_str(line).context("cargo's message is not JSON")?;
        if message["reason"] == "compiler-artifact"
            && message["target"]["name"] == "wasm"
            && let Some(file) = message["executable"].as_str()
        {
            return Ok(Path::new(file).to_path_buf());
        }
    }
    bail!("cargo compiled the wasm tests and named no file")
}
