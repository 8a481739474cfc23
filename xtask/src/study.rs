//! The sample study as one page: `dist/study.html`, as `tarazy publish` makes it.

use std::fs;

use anyhow::{Context, Result};

use crate::{
    command::{self, cargo},
    project::Project,
};

/// Publishes the sample study in the page that was just built and returns its size in bytes.
pub fn publish(project: &Project) -> Result<usize> {
    let output = project.study();
    command::run(
        cargo()
            .args(["run", "--quiet", "--package", "tarazy", "--bin", "tarazy", "--locked", "--", "publish"])
            .args(["tests/data/declaration.recipe.toml", "--from", "www/samples", "--page"])
            .arg(project.single_file())
            .arg("--output")
            .arg(&output)
            .current_dir(project.root()),
        "publish the sample study",
    )?;
    let metadata = fs::metadata(&output).with_context(|| format!("`{}` is not there", output.display()))?;
    Ok(usize::try_from(metadata.len())?)
}
