//! The checks, in order, stopping at the first that fails.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use clap::ValueEnum;

use crate::{
    command::{self, cargo},
    left_out::{self, LeftOut},
    npm,
    project::Project,
    serve, setup, site,
    toolchain::Toolchain,
    wasm::{Module, Variant},
    wasm_tests,
};

/// A check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Step {
    /// Every file is formatted
    Fmt,
    /// No warnings, in native code and for wasm32
    Clippy,
    /// The tests of all packages, without a browser
    Native,
    /// The engine as WebAssembly, in Node.js
    Wasm,
    /// What readers get, within the limits of xtask/budgets.toml
    Build,
    /// Chromium, Firefox and WebKitGTK
    Browser,
}

impl Step {
    fn name(self) -> String {
        self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
    }

    fn help(self) -> String {
        let value = self.to_possible_value();
        value.and_then(|value| value.get_help().map(ToString::to_string)).unwrap_or_default()
    }

    fn run(self, project: &Project, left_out: &LeftOut, files: &[String]) -> Result<()> {
        match self {
            Self::Fmt => command::run(
                cargo().args(["fmt", "--all", "--check"]),
                "find every file formatted; `cargo xtask fmt` formats them",
            ),
            Self::Clippy => clippy(project),
            Self::Native => native(project, left_out),
            Self::Wasm => wasm_tests::run(project, &Toolchain::find(project)?),
            Self::Build => match site::build(project, Variant::Release)? {
                Some(sizes) => sizes.check(crate::budget::Sizes::limits(project)?),
                None => Ok(()),
            },
            Self::Browser => browser(project, left_out, files),
        }
    }
}

/// Prints the steps and what each checks.
pub fn list() {
    for step in Step::value_variants() {
        println!("{:<9} {}", step.name(), step.help());
    }
}

/// Runs the steps that are named in their order, or all of them where none is named. Where `files`
/// names some, only those browser tests are run.
pub fn run(project: &Project, named: &[Step], files: &[String]) -> Result<()> {
    let steps: Vec<Step> =
        Step::value_variants().iter().copied().filter(|step| named.is_empty() || named.contains(step)).collect();
    let names: Vec<String> = steps.iter().map(|step| step.name()).collect();
    println!("test: {}", names.join(", "));
    let left_out = LeftOut::begin(project)?;
    let mut times = Vec::new();
    for step in steps {
        println!("\n=== {}: {} ===", step.name(), step.help());
        let start = Instant::now();
        let result = step.run(project, &left_out, files);
        let time = start.elapsed();
        times.push((step, time));
        if result.is_err() {
            summary(&times, &left_out);
        }
        result.with_context(|| format!("step `{}` failed after {}", step.name(), shown(time)))?;
    }
    summary(&times, &left_out);
    println!("all passed");
    Ok(())
}

fn summary(times: &[(Step, Duration)], left_out: &LeftOut) {
    println!("\n=== summary ===");
    for (step, time) in times {
        println!("{:<8} {:>8}", step.name(), shown(*time));
    }
    println!("{:<8} {:>8}", "together", shown(times.iter().map(|(_, time)| *time).sum()));
    let lines = left_out.lines();
    println!("left out: {}", lines.len());
    for line in lines {
        println!("  {line}");
    }
}

fn shown(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

fn clippy(project: &Project) -> Result<()> {
    check_alone(project)?;
    command::run(
        cargo()
            .args(["clippy", "--workspace", "--all-targets", "--all-features", "--locked", "--", "-D", "warnings"])
            .current_dir(project.root()),
        "find the native code free of warnings",
    )?;
    let toolchain = Toolchain::find(project)?;
    toolchain.require_clippy()?;
    for module in Module::ALL {
        command::run(
            toolchain
                .clippy()
                .args(module.arguments())
                .args(["--locked", "--", "-D", "warnings"])
                .current_dir(project.root()),
            "find the code for wasm32 free of warnings",
        )?;
    }
    Ok(())
}

/// The engine compiles without anything that other packages ask of its dependencies, with lexicons
/// of other tools and without.
fn check_alone(project: &Project) -> Result<()> {
    for features in [&[][..], &["--no-default-features"]] {
        command::run(
            cargo()
                .args(["check", "--package", "tarazy-engine", "--lib", "--locked"])
                .args(features)
                .current_dir(project.root()),
            "compile the engine alone",
        )?;
    }
    Ok(())
}

/// Runs the tests of all packages by one command: one for each package would compile the engine and
/// much else once for each, since packages ask for other features of what they share.
fn native(project: &Project, left_out: &LeftOut) -> Result<()> {
    command::run(
        cargo()
            .args(["test", "--workspace", "--all-features", "--locked"])
            .env(left_out::VARIABLE, left_out.file())
            .current_dir(project.root()),
        "pass the native tests",
    )
}

fn browser(project: &Project, left_out: &LeftOut, files: &[String]) -> Result<()> {
    if !project.site().join("index.html").exists() || !project.single_file().exists() || !project.study().exists() {
        bail!("the page is not built; run: cargo xtask test build browser");
    }
    npm::install(project)?;
    let chromium = setup::chromium()?;
    let firefox = setup::firefox()?;
    let webkit = setup::webkit()?;
    setup::php()?;
    setup::fonts()?;
    setup::pdftotext()?;
    let folder = project.browser_tests();
    let mut tests = tests_in(&folder)?;
    tests.extend(tests_in(&folder.join("contexts"))?);
    tests.retain(|test| files.is_empty() || files.iter().any(|name| test.ends_with(format!("{name}.test.mjs"))));
    if tests.is_empty() {
        bail!("no browser test is called {}", files.join(", "));
    }
    let mut node = Command::new("node");
    // One file after another on every machine: browsers that run at once slow each other down, and
    // some tests hold the page to a time.
    node.args(["--test", "--test-concurrency=1"])
        .args(tests)
        .env("CHROMIUM", chromium)
        .env("FIREFOX", firefox)
        .env("TARAZY_SITE", serve::in_background(project.site())?)
        .env("TARAZY_FILE", project.single_file())
        .env("TARAZY_STUDY", project.study())
        .env(left_out::VARIABLE, left_out.file())
        .current_dir(project.root());
    if let Some(webkit) = webkit {
        node.env("WEBKIT_DRIVER", webkit.driver).env("WEBKIT_BROWSER", webkit.browser);
    }
    command::run(&mut node, "pass the browser tests")
}

/// Returns the test files of a folder, in the order of their names.
fn tests_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut tests: Vec<_> = fs::read_dir(folder)
        .with_context(|| format!("`{}` cannot be read", folder.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    tests.sort();
    Ok(tests)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_has_a_name_and_says_what_it_checks() {
        for step in Step::value_variants() {
            assert!(!step.name().is_empty() && !step.help().is_empty(), "{step:?}");
        }
    }
}
