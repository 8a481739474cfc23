//! Makes a fresh machine ready: each part is looked for, installed where it is missing, and named in one line.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use crate::project::Project;
use crate::toolchain::Toolchain;
use crate::{npm, packages};

const CHROMIUMS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Installs all that the commands of this tool need.
pub fn everything(project: &Project) -> Result<()> {
    let toolchain = Toolchain::find(project)?;
    toolchain.require_clippy()?;
    npm::install(project)?;
    let chromium = chromium()?;
    println!("setup: wasm32: {}; Chromium: {}", toolchain.description(), chromium.display());
    Ok(())
}

/// Returns a Chromium for the tests: the one named by the environment, else an installed one, else Debian's.
pub fn chromium() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM") {
        let named = PathBuf::from(named);
        if !named.is_file() {
            bail!("the environment variable CHROMIUM names `{}`, which is not a file", named.display());
        }
        return Ok(named);
    }
    if let Some(found) = CHROMIUMS.iter().find_map(|name| on_path(name)) {
        return Ok(found);
    }
    if !packages::has_apt() {
        bail!("Chromium is needed for the browser tests and not installed; install it, or set CHROMIUM to its path");
    }
    packages::install(&["chromium"], "Chromium for the browser tests")?;
    match on_path("chromium") {
        Some(found) => Ok(found),
        None => bail!("Debian's chromium is installed and not on the PATH; set CHROMIUM to its path"),
    }
}

/// Returns the file that the shell would run for `name`.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| Path::is_file(file))
}
