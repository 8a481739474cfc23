//! `cargo xtask`: builds, serves, tests and measures Tarazy.
//!
//! Each command sets up what it needs on the machine first (see [`setup`]); what cannot be installed is named in one
//! sentence with the command that would install it.

mod bench;
mod budget;
mod command;
mod compression;
mod embedding;
mod fuzz;
mod names;
mod npm;
mod packages;
mod project;
mod samples;
mod serve;
mod setup;
mod single_file;
mod site;
mod study;
mod test;
mod toolchain;
mod wasm;
mod wasm_tests;

use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use project::Project;
use wasm::Variant;

const HELP: &str = "\
Builds, serves, tests and measures Tarazy.

    cargo xtask setup                        install what the other commands need
    cargo xtask build [--dev]                make dist/ (--dev: quick, unoptimised, dist/site/ only)
    cargo xtask serve [--port N] [--release] build, then serve dist/site/ on this machine
    cargo xtask test [STEP…]                 all steps, or the named ones: fmt clippy native wasm build browser
    cargo xtask bench [ARGUMENT…]            measure the engine
    cargo xtask fuzz [--runs N] [TARGET…]    random bytes for every reader of lexicons, ten million each unless told otherwise

Environment: CHROMIUM and FIREFOX name the browsers for the tests, where they are not the installed ones; TARAZY_STUDY names
the file that is opened in all contexts, where it is not dist/tarazy.html, and TARAZY_REPORT the JSON report of its texts.";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (name, rest) = match arguments.split_first() {
        Some((name, rest)) => (name.as_str(), rest),
        None => ("help", &[][..]),
    };
    let project = Project::find();
    match name {
        "setup" => {
            no_more(rest)?;
            setup::everything(&project)
        }
        "build" => {
            let dev = flag(rest, "--dev")?;
            site::build(&project, if dev { Variant::Dev } else { Variant::Release }).map(drop)
        }
        "serve" => {
            let (port, release) = serve_arguments(rest)?;
            site::build(&project, if release { Variant::Release } else { Variant::Dev })?;
            serve::forever(&project.site(), port)
        }
        "test" => test::run(&project, rest),
        "bench" => bench::run(&project, rest),
        "fuzz" => fuzz::run(&project, rest),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => bail!("there is no command `{other}`; `cargo xtask help` lists them"),
    }
}

fn no_more(rest: &[String]) -> Result<()> {
    match rest.first() {
        None => Ok(()),
        Some(other) => bail!("`{other}` is not known here; `cargo xtask help` lists the commands"),
    }
}

fn flag(rest: &[String], name: &str) -> Result<bool> {
    match rest {
        [one, more @ ..] if one == name => no_more(more).map(|()| true),
        _ => no_more(rest).map(|()| false),
    }
}

fn serve_arguments(rest: &[String]) -> Result<(u16, bool)> {
    let (mut port, mut release) = (8080, false);
    let mut rest = rest.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--release" => release = true,
            "--port" => {
                let number = rest.next().context("--port needs a number: `--port 8080`")?;
                port = number.parse().with_context(|| format!("`{number}` is not a port (1 to 65535)"))?;
            }
            other => bail!("`{other}` is not known here; `cargo xtask help` lists the commands"),
        }
    }
    Ok((port, release))
}
