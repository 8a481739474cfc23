//! Makes a fresh machine ready: each part is looked for, installed where it is missing, and named
//! in one line.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::{npm, packages, project::Project, toolchain::Toolchain};

const CHROMIUMS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const FIREFOXES: [&str; 2] = ["firefox-esr", "firefox"];

/// Installs all that the commands of this tool need.
pub fn everything(project: &Project) -> Result<()> {
    let toolchain = Toolchain::find(project)?;
    toolchain.require_clippy()?;
    npm::install(project)?;
    let chromium = chromium()?;
    let firefox = firefox()?;
    println!(
        "setup: wasm32: {}; Chromium: {}; Firefox: {}",
        toolchain.description(),
        chromium.display(),
        firefox.display()
    );
    webkit()?;
    php()?;
    fonts()?;
    pdftotext()
}

/// Returns a Chromium for the tests: the one named by the environment, else an installed one, else
/// Debian's.
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

/// Returns a Firefox for the tests, as [`chromium`] does a Chromium.
pub fn firefox() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("FIREFOX") {
        return Ok(PathBuf::from(named));
    }
    let installed = || FIREFOXES.iter().find_map(|name| on_path(name));
    if let Some(found) = installed() {
        return Ok(found);
    }
    if !packages::has_apt() {
        bail!("Firefox is needed for the browser tests and not installed; install it, or set FIREFOX to its path");
    }
    packages::install(&["firefox-esr"], "Firefox for the browser tests")?;
    installed().context("Debian's firefox-esr is installed and not on the PATH; set FIREFOX to its path")
}

/// Where the parts of WebKitGTK are that the tests drive.
pub struct WebKit {
    /// The WebDriver.
    pub driver: PathBuf,
    /// The browser that it starts.
    pub browser: PathBuf,
}

/// Returns a WebKitGTK for the tests; none, which is said, on systems other than Debian that have
/// none.
pub fn webkit() -> Result<Option<WebKit>> {
    if let Some(found) = installed_webkit() {
        return Ok(Some(found));
    }
    if !packages::has_apt() {
        println!("setup: no WebKitGTK with its driver is installed; the tests go on without it");
        return Ok(None);
    }
    packages::install(&["webkit2gtk-driver", "xvfb"], "WebKitGTK for the browser tests")?;
    installed_webkit().context("Debian's webkit2gtk-driver is installed and its MiniBrowser is not found").map(Some)
}

fn installed_webkit() -> Option<WebKit> {
    let driver = on_path("WebKitWebDriver")?;
    on_path("Xvfb")?;
    let folders = fs::read_dir("/usr/lib").ok()?.filter_map(|entry| Some(entry.ok()?.path()));
    let mut browsers: Vec<_> = folders
        .flat_map(|folder| ["webkit2gtk-4.0", "webkit2gtk-4.1"].map(|name| folder.join(name).join("MiniBrowser")))
        .filter(|file| file.is_file())
        .collect();
    browsers.sort();
    Some(WebKit { driver, browser: browsers.pop()? })
}

/// Makes sure that PHP is there, in which the software of journals is written.
pub fn php() -> Result<()> {
    if on_path("php").is_some() {
        return Ok(());
    }
    if !packages::has_apt() {
        bail!("PHP is needed for the browser tests and not installed; install its command line");
    }
    packages::install(&["php-cli"], "PHP for the browser tests")
}

/// Makes sure that there are fonts of the usual widths: what browser tests measure in pixels is that of a
/// reader's machine, whose serif letters are as wide as those of Times New Roman.
pub fn fonts() -> Result<()> {
    if !packages::has_apt() || Path::new("/usr/share/fonts/truetype/liberation").is_dir() {
        return Ok(());
    }
    packages::install(&["fonts-liberation"], "Fonts for the browser tests")
}

/// Makes sure that the words of a printed page can be read.
pub fn pdftotext() -> Result<()> {
    if on_path("pdftotext").is_some() {
        return Ok(());
    }
    if !packages::has_apt() {
        bail!("pdftotext is needed for the browser tests and not installed; install Poppler's tools");
    }
    packages::install(&["poppler-utils"], "pdftotext for the browser tests")
}

/// Returns the file that the shell would run for `name`.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| Path::is_file(file))
}
