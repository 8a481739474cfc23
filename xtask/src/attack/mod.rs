//! Runs the release command line on hostile inputs and prints what each takes.
//!
//! A row of the table is an [`Attack`]: files, a command, and how it must end. Small inputs must be
//! answered within [`MOST_SECONDS`] and [`MOST_MB`]; large texts in a time that is linear in them,
//! which is measured on half of the text and on all of it. To add a row, add it to a list of
//! [`attacks`].

mod measure;
mod promises;
mod work;

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::{Context, Result, bail};

use self::measure::{Measured, measure};
use crate::{
    command::{self, cargo},
    project::Project,
};

/// The longest that a small input may take, in seconds.
const MOST_SECONDS: f64 = 2.0;
/// The most memory that a small input may take, in MB of 1,000,000 bytes.
const MOST_MB: f64 = 512.0;
/// How many times longer twice the text may take. A machine that does something else needs room.
const MOST_GROWTH: f64 = 2.7;
/// A command that runs longer is ended.
const GIVE_UP: Duration = Duration::from_secs(120);
/// The longest that everything may be that a command says about an input that it refuses, in bytes.
const LONGEST_MESSAGE: usize = 4_000;

/// A hostile input.
pub struct Attack {
    /// What it is, as the table names it; also its folder.
    pub name: &'static str,
    /// Writes the files into a folder. For large texts the number is 1 for half of the text and 2
    /// for all of it, otherwise 1.
    pub write: fn(&Path, usize) -> Result<()>,
    /// The arguments of the command line, which runs in the folder, one command after the other.
    pub commands: &'static [&'static [&'static str]],
    /// How the last command must end; those before it must end with exit 0.
    pub end: End,
    /// Whether it is measured against its own half.
    pub is_large: bool,
}

/// How a command must end.
pub enum End {
    /// With exit 0.
    Answer,
    /// With another exit and a message that contains this.
    Refusal(&'static str),
}

/// The table.
fn attacks() -> Vec<Attack> {
    work::attacks().into_iter().chain(promises::attacks()).collect()
}

/// Builds the command line and runs the attacks whose names contain one of `named`, or all.
pub fn run(project: &Project, named: &[String]) -> Result<()> {
    let mut build = cargo();
    build.args(["build", "--release", "--locked", "--package", "tarazy"]).current_dir(project.root());
    command::run(&mut build, "build the command line")?;
    let program = project.target().join("release/tarazy").with_extension(std::env::consts::EXE_EXTENSION);
    let folder = project.target().join("attack");
    println!("| attack | seconds | seconds for half | peak memory, MB | end | limit |\n|---|---:|---:|---:|---|---|");
    let chosen = |attack: &Attack| named.is_empty() || named.iter().any(|part| attack.name.contains(part.as_str()));
    let mut failed = Vec::new();
    for attack in attacks().iter().filter(|attack| chosen(attack)) {
        let whole = if attack.is_large { 2 } else { 1 };
        let half = if attack.is_large { Some(take(&program, &folder, attack, 1)?) } else { None };
        let measured = take(&program, &folder, attack, whole)?;
        let fault = judge(attack, &measured, half.as_ref());
        println!(
            "| {} | {:.2} | {} | {} | {} | {} |",
            attack.name,
            measured.seconds,
            half.map_or_else(String::new, |half| format!("{:.2}", half.seconds)),
            measured.peak_mb.map_or_else(|| "?".to_owned(), |peak| format!("{peak:.0}")),
            measured.end(),
            fault.as_deref().unwrap_or("kept"),
        );
        if fault.is_some() {
            failed.push(attack.name);
        }
    }
    if !failed.is_empty() {
        bail!("these attacks passed a limit: {}", failed.join(", "));
    }
    Ok(())
}

/// Writes the files of an attack, runs it and removes them.
fn take(program: &Path, folder: &Path, attack: &Attack, scale: usize) -> Result<Measured> {
    let place = |folder: &Path| format!("`{}` cannot be written", folder.display());
    let folder: PathBuf = folder.join(attack.name.replace(|letter: char| !letter.is_alphanumeric(), "-"));
    fs::create_dir_all(&folder).with_context(|| place(&folder))?;
    (attack.write)(&folder, scale).with_context(|| place(&folder))?;
    let measured = take_all(program, attack.commands, &folder);
    fs::remove_dir_all(&folder).with_context(|| place(&folder))?;
    measured
}

/// Runs the commands of an attack until one fails: the longest time and the largest memory of one,
/// and how the last of them ended.
fn take_all(program: &Path, commands: &[&[&str]], folder: &Path) -> Result<Measured> {
    let mut total = Measured::default();
    for (at, command) in commands.iter().enumerate() {
        let one = measure(program, command, folder, GIVE_UP)?;
        let is_broken_off = at + 1 < commands.len() && one.code != Some(0);
        total = total.and(one);
        if is_broken_off {
            total.stderr.insert_str(0, &format!("`{}` failed: ", command.join(" ")));
            total.code = None;
            break;
        }
    }
    Ok(total)
}

/// Returns what is wrong, if anything is.
fn judge(attack: &Attack, measured: &Measured, half: Option<&Measured>) -> Option<String> {
    let said = &measured.stderr;
    let is_as_wanted = match attack.end {
        End::Answer => measured.code == Some(0),
        End::Refusal(message) => measured.code.is_some_and(|code| code > 0) && said.contains(message),
    };
    if !is_as_wanted {
        return Some(format!("ended otherwise: {}", said.lines().next().unwrap_or_default()));
    }
    if matches!(attack.end, End::Refusal(_)) && said.len() > LONGEST_MESSAGE {
        return Some(format!("a message of {} bytes", said.len()));
    }
    if let Some(half) = half {
        let growth = measured.seconds / half.seconds.max(0.1);
        return (growth > MOST_GROWTH).then(|| format!("{growth:.1} times as long for twice the text"));
    }
    if measured.seconds > MOST_SECONDS {
        return Some(format!("more than {MOST_SECONDS} s"));
    }
    measured.peak_mb.filter(|peak| *peak > MOST_MB).map(|_| format!("more than {MOST_MB} MB"))
}
