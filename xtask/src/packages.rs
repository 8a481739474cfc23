//! Packages of the operating system, where it is Debian or one of its children.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::command;

/// Returns `true` if this machine has Debian's package manager.
pub fn has_apt() -> bool {
    Path::new("/etc/debian_version").exists() && Path::new("/usr/bin/apt-get").exists()
}

/// Installs Debian packages, or says how to. `what_for` completes "… is needed".
pub fn install(packages: &[&str], what_for: &str) -> Result<()> {
    let wanted = format!("apt-get install --no-install-recommends {}", packages.join(" "));
    if command::ask(Command::new("id").arg("-u")).as_deref() != Some("0") {
        bail!("{what_for} is needed and not installed; run: sudo apt-get update && sudo {wanted}");
    }
    println!("setup: {what_for}: installing {}", packages.join(", "));
    let remedy = || format!("{what_for} is needed and cannot be installed; run: apt-get update && {wanted}");
    command::run(apt().args(["-q", "update"]), "update the package lists").with_context(remedy)?;
    command::run(
        apt().args(["-q", "-y", "-o", "Dpkg::Use-Pty=0", "install", "--no-install-recommends"]).args(packages),
        "install packages",
    )
    .with_context(remedy)
}

fn apt() -> Command {
    let mut apt = Command::new("apt-get");
    apt.env("DEBIAN_FRONTEND", "noninteractive");
    apt
}
