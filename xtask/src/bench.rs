//! Measures the engine: the arguments go to `examples/bench.rs`, compiled as for release.

use anyhow::Result;

use crate::command::{self, cargo};
use crate::project::Project;

/// Runs the measurements.
pub fn run(project: &Project, arguments: &[String]) -> Result<()> {
    command::run(
        cargo()
            .args(["run", "--release", "--locked", "--package", "tarazy", "--example", "bench", "--"])
            .args(arguments)
            .current_dir(project.root()),
        "measure the engine",
    )
}
