//! What tests left out because a program that they need is missing or does not work here.
//!
//! A test writes a line `name: what is missing` to the file that `TARAZY_LEFT_OUT` names; the
//! summary of a run lists them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::project::Project;

/// The environment variable that names the file.
pub const VARIABLE: &str = "TARAZY_LEFT_OUT";

/// The file in which tests say what they left out.
pub struct LeftOut(PathBuf);

impl LeftOut {
    /// Begins an empty list.
    pub fn begin(project: &Project) -> Result<Self> {
        let file = project.cache().join("left-out.txt");
        let unwritable = || format!("`{}` cannot be written", file.display());
        fs::create_dir_all(project.cache()).with_context(unwritable)?;
        fs::write(&file, "").with_context(unwritable)?;
        Ok(Self(file))
    }

    /// Returns the file, for the environment of the tests.
    pub fn file(&self) -> &Path {
        &self.0
    }

    /// Returns what was left out, each thing once, in the order of the names.
    pub fn lines(&self) -> Vec<String> {
        let mut lines: Vec<String> =
            fs::read_to_string(&self.0).unwrap_or_default().lines().map(str::to_owned).collect();
        lines.sort();
        lines.dedup();
        lines
    }
}
