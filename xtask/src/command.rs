//! Running other programs.

use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// What `cargo run` sets for the program it starts, and what would mislead another cargo started
/// from here.
const FROM_CARGO_RUN: [&str; 7] = [
    "CARGO",
    "CARGO_BIN_NAME",
    "CARGO_CRATE_NAME",
    "CARGO_MANIFEST_DIR",
    "CARGO_MANIFEST_PATH",
    "CARGO_PRIMARY_PACKAGE",
    "LD_LIBRARY_PATH",
];

/// Starts a command without the traces of the cargo that runs this tool.
pub fn clean(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    for name in FROM_CARGO_RUN {
        command.env_remove(name);
    }
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("CARGO_PKG_")) {
        command.env_remove(name);
    }
    command
}

/// Returns the ordinary cargo: the one that runs this tool.
pub fn cargo() -> Command {
    clean(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs a command to its end; its output goes to the terminal. `what` completes the sentence "could
/// not …".
pub fn run(command: &mut Command, what: &str) -> Result<()> {
    let status = command.status().with_context(|| cannot_start(command, what))?;
    if !status.success() {
        bail!("could not {what}: `{}` ended with {status}", shown(command));
    }
    Ok(())
}

/// Runs a command and returns what it printed; its errors go to the terminal.
pub fn output(command: &mut Command, what: &str) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output().with_context(|| cannot_start(command, what))?;
    if !output.status.success() {
        bail!("could not {what}: `{}` ended with {}", shown(command), output.status);
    }
    String::from_utf8(output.stdout).with_context(|| format!("could not {what}: the output is not UTF-8"))
}

/// Runs a command silently; returns its output, or nothing where it is missing or fails.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn cannot_start(command: &Command, what: &str) -> String {
    format!("could not {what}: `{}` cannot be started", command.get_program().to_string_lossy())
}

fn shown(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|argument| argument.to_string_lossy().into_owned()));
    words.join(" ")
}
