//! `cargo xtask`: builds, serves, tests and measures Tarazy.
//!
//! Each command installs what it needs on the machine first (see [`setup`]); what cannot be
//! installed is named in one sentence with the command that would install it.

mod attack;
mod bench;
mod budget;
mod command;
mod compression;
mod embedding;
mod first_page;
mod fuzz;
mod left_out;
mod names;
mod npm;
mod offline;
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

use anyhow::Result;
use clap::{Args, Parser, Subcommand};

use command::cargo;
use project::Project;
use wasm::Variant;

/// Builds, serves, tests and measures Tarazy.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    action: Action,
}

#[derive(Subcommand)]
enum Action {
    /// Install what the other commands need
    Setup,
    /// Make dist/: the site, the page in one file, a published study, the npm package
    Build {
        /// Make dist/site/ alone, quickly: the engine is optimised, the page is not
        #[arg(long)]
        dev: bool,
    },
    /// Build the page and serve it on this machine
    Serve(ServeArguments),
    /// Format every Rust file
    Fmt,
    /// Run the checks: all of them, or some
    Test(TestArguments),
    /// Measure the engine, natively and in Chromium
    Bench {
        /// Options of examples/bench.rs (--sizes, --entries, --langs), --native or --browser for
        /// one half, --start for the time until the page is there (with --before FILE beside
        /// another single file), --intake for files that come in, or --documents FOLDER for what is
        /// read of documents
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        options: Vec<String>,
    },
    /// Run the command line on hostile inputs and print what each takes
    Attack {
        /// Parts of the names of attacks; all of them unless stated
        names: Vec<String>,
    },
    /// Feed random bytes to every reader of lexicons
    Fuzz {
        /// --runs N (ten million unless stated otherwise) and the names of targets
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        options: Vec<String>,
    },
}

#[derive(Args)]
struct ServeArguments {
    /// The first port to try
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Serve what readers get
    #[arg(long)]
    release: bool,
}

/// The environment can name what the tests use: CHROMIUM and FIREFOX the browsers, `TARAZY_STUDY`
/// the file that is opened in all contexts, `TARAZY_REPORT` a file for the JSON report of its
/// texts.
#[derive(Args)]
struct TestArguments {
    /// List the steps and what each checks
    #[arg(long)]
    list: bool,
    /// Run this step alone; may be given several times
    #[arg(long, value_name = "STEP")]
    only: Vec<test::Step>,
    /// The same as --only
    #[arg(value_name = "STEP")]
    steps: Vec<test::Step>,
    /// Of the browser tests, run this file alone (`keep` for keep.test.mjs); may be given several times
    #[arg(long, value_name = "NAME")]
    file: Vec<String>,
}

fn main() -> ExitCode {
    let Arguments { action } = Arguments::parse();
    match run(action) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(action: Action) -> Result<()> {
    let project = Project::find();
    match action {
        Action::Setup => setup::everything(&project),
        Action::Build { dev } => site::build(&project, if dev { Variant::Dev } else { Variant::Release }).map(drop),
        Action::Serve(ServeArguments { port, release }) => {
            site::build(&project, if release { Variant::Release } else { Variant::Dev })?;
            serve::forever(&project.site(), port)
        }
        Action::Fmt => command::run(cargo().args(["fmt", "--all"]), "format the code"),
        Action::Test(TestArguments { list: true, .. }) => {
            test::list();
            Ok(())
        }
        Action::Test(TestArguments { only, steps, file, .. }) => test::run(&project, &[only, steps].concat(), &file),
        Action::Bench { options } => bench::run(&project, &options),
        Action::Attack { names } => attack::run(&project, &names),
        Action::Fuzz { options } => fuzz::run(&project, &options),
    }
}
