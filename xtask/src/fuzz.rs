//! Runs the fuzz targets of `fuzz/`: random bytes for every reader of lexicons and documents, by
//! libFuzzer, with the ordinary compiler.
//!
//! The targets are a package of their own that nothing else builds. `libfuzzer-sys` brings
//! libFuzzer as source, which a C++ compiler makes; the flags that make the code report which way
//! it took are the compiler's stable ones.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Stdio,
    time::Instant,
};

use anyhow::{Context, Result, bail};

use crate::{
    command::{self, cargo, clean},
    project::Project,
    setup::on_path,
};

/// Makes the code report every way that it takes and every comparison that it makes.
const FLAGS: &str = "--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares";
/// For the machine named, so that build scripts and macros, which run here too, are not watched.
const MACHINE: &str = "x86_64-unknown-linux-gnu";
/// 512 MB a target. A file that takes a second by the clock is written down and tried again, since
/// a busy machine may have been doing something else; what takes ten ends the run.
const LIMITS: [&str; 4] = ["-timeout=10", "-report_slow_units=1", "-rss_limit_mb=512", "-print_final_stats=1"];
/// The longest that a file may take, in milliseconds.
const SLOWEST: u128 = 1_000;
const RUNS: u64 = 10_000_000;
/// The longest file that is made, in bytes.
const LENGTH: u32 = 256;

/// Builds and runs targets one after the other and prints a table; all of them where none is named.
pub fn run(project: &Project, arguments: &[String]) -> Result<()> {
    let folder = project.root().join("fuzz");
    let (runs, length, named) = read(arguments)?;
    let all = targets(&folder)?;
    if let Some(unknown) = named.iter().find(|name| !all.contains(name)) {
        bail!("there is no fuzz target `{unknown}`; there are {}", all.join(", "));
    }
    if on_path("c++").or_else(|| on_path("g++")).is_none() {
        bail!("a C++ compiler is needed to build libFuzzer; on Debian `apt-get install g++` installs one");
    }
    let targets = if named.is_empty() { all } else { named };
    let mut build = cargo();
    // Its list of versions follows that of the program, which is another file: not `--locked`.
    build.args(["build", "--release", "--target", MACHINE]).current_dir(&folder);
    build.env("RUSTFLAGS", FLAGS).env("RUSTC_WRAPPER", folder.join("rustc.sh")).env_remove("CARGO_TARGET_DIR");
    for target in &targets {
        build.args(["--bin", target]);
    }
    command::run(&mut build, "build the fuzz targets")?;

    println!("| target | executions | seconds | peak memory, MB | findings |\n|---|---:|---:|---:|---|");
    let mut failed = Vec::new();
    for target in &targets {
        let work = folder.join("target/work").join(target);
        fs::create_dir_all(work.join("corpus")).with_context(|| format!("`{}` cannot be made", work.display()))?;
        let program = folder.join("target").join(MACHINE).join("release").join(target);
        let start = Instant::now();
        let output = clean(&program)
            .args(LIMITS)
            .args([format!("-max_len={length}"), format!("-runs={runs}")])
            .arg(format!("-dict={}", folder.join("dictionaries").join(format!("{target}.dict")).display()))
            .arg(format!("-artifact_prefix={}/", work.display()))
            .arg(work.join("corpus"))
            .arg(folder.join("seeds").join(target))
            .stdin(Stdio::null())
            .output()
            .with_context(|| format!("the fuzz target `{target}` cannot be started"))?;
        let stderr = String::from_utf8_lossy(&output.stderr);
        let number = |name: &str| -> String {
            let line = stderr.lines().rev().find_map(|line| line.strip_prefix(name));
            line.map_or_else(|| "?".to_owned(), |number| number.trim().to_owned())
        };
        let seconds = start.elapsed().as_secs();
        let finding = stderr.lines().find(|line| line.contains("SUMMARY:") || line.contains("panicked at"));
        let finding = finding.map(|line| line.trim().to_owned()).or(slow(&program, &work)?);
        println!(
            "| {target} | {} | {} | {} | {} |",
            number("stat::number_of_executed_units:"),
            seconds,
            number("stat::peak_rss_mb:"),
            finding.as_deref().unwrap_or("none"),
        );
        if finding.is_some() || !output.status.success() {
            failed.push(format!("{target} (the input is in `{}`)", work.display()));
        }
    }
    if !failed.is_empty() {
        bail!("these targets failed: {}", failed.join(", "));
    }
    Ok(())
}

/// Tries the files again that seemed slow, and names one that is.
fn slow(program: &Path, work: &Path) -> Result<Option<String>> {
    let files = fs::read_dir(work).with_context(|| format!("`{}` cannot be read", work.display()))?;
    for file in files.filter_map(|file| Some(file.ok()?.path())) {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if !name.starts_with("slow-unit-") {
            continue;
        }
        let start = Instant::now();
        clean(program).arg(&file).stderr(Stdio::null()).status().context("a fuzz target cannot be started")?;
        if start.elapsed().as_millis() > SLOWEST {
            return Ok(Some(format!("more than a second: {name}")));
        }
        fs::remove_file(&file).with_context(|| format!("`{}` cannot be removed", file.display()))?;
    }
    Ok(None)
}

/// Reads `[--runs N] [--max-len N] [target…]`.
fn read(arguments: &[String]) -> Result<(u64, u32, Vec<String>)> {
    let (mut runs, mut length, mut named) = (RUNS, LENGTH, Vec::new());
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        let mut number = || {
            let number = arguments.next().with_context(|| format!("{argument} needs a number"))?;
            number.parse::<u64>().with_context(|| format!("`{number}` is no number"))
        };
        match argument.as_str() {
            "--runs" => runs = number()?,
            "--max-len" => length = u32::try_from(number()?).context("the length is too large")?,
            other if other.starts_with('-') => bail!("there is no option `{other}`; use --runs, --max-len"),
            target => named.push(target.to_owned()),
        }
    }
    Ok((runs, length, named))
}

/// Lists the targets: the files of the folder that holds them.
fn targets(folder: &Path) -> Result<Vec<String>> {
    let folder = folder.join("fuzz_targets");
    let files = fs::read_dir(&folder).with_context(|| format!("`{}` cannot be read", folder.display()))?;
    let files: Vec<PathBuf> = files.filter_map(|file| Some(file.ok()?.path())).collect();
    let stems = files.iter().filter_map(|file| file.file_stem()?.to_str());
    let mut names: Vec<String> = stems.map(ToOwned::to_owned).collect();
    names.sort_unstable();
    Ok(names)
}
