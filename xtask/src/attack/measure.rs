//! A command → its time, its memory and how it ended.

use std::{
    fs,
    path::Path,
    process::{Child, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};

use crate::command::clean;

/// What a command took.
#[derive(Default)]
pub struct Measured {
    /// The time of the processor, which another program does not make longer; where the system does
    /// not say, that of the clock.
    pub seconds: f64,
    /// Its largest memory, in MB of 1,000,000 bytes; `None` where the system does not say.
    pub peak_mb: Option<f64>,
    /// Its exit code; `None` where it was ended.
    pub code: Option<i32>,
    /// What it wrote to standard error.
    pub stderr: String,
}

impl Measured {
    /// Returns the larger of what this command and the next one took, with the end of the next.
    pub fn and(self, next: Self) -> Self {
        let peak_mb = match (self.peak_mb, next.peak_mb) {
            (Some(peak), Some(other)) => Some(peak.max(other)),
            (peak, other) => peak.or(other),
        };
        Self { seconds: self.seconds.max(next.seconds), peak_mb, ..next }
    }

    /// Returns how it ended, for the table.
    pub fn end(&self) -> String {
        let first: String = self.stderr.lines().next().unwrap_or_default().chars().take(80).collect();
        let code = self.code.map_or_else(|| "ended".to_owned(), |code| format!("exit {code}"));
        if first.is_empty() { code } else { format!("{code}: {}", first.replace('|', "\\|")) }
    }
}

/// How often the memory is looked at.
const INTERVAL: Duration = Duration::from_millis(2);

/// Runs a command of the program in a folder, in English; ends it after `give_up`.
pub fn measure(program: &Path, arguments: &[&str], folder: &Path, give_up: Duration) -> Result<Measured> {
    let (output, errors) = (folder.join("stdout"), folder.join("stderr"));
    let file = |path: &Path| fs::File::create(path).with_context(|| format!("`{}` cannot be made", path.display()));
    let start = Instant::now();
    let mut child = clean(program)
        .args(arguments)
        .current_dir(folder)
        .env("LC_ALL", "en_US.UTF-8")
        .stdin(Stdio::null())
        .stdout(file(&output)?)
        .stderr(file(&errors)?)
        .spawn()
        .context("the command line cannot be started")?;
    let (mut peak, mut processor) = (None, None);
    let code = loop {
        peak = peak_mb(&child).or(peak);
        processor = processor_seconds(&child).or(processor);
        if let Some(status) = child.try_wait().context("the command line cannot be waited for")? {
            break status.code();
        }
        if start.elapsed() > give_up {
            child.kill().context("the command line cannot be ended")?;
            child.wait().context("the command line cannot be waited for")?;
            break None;
        }
        thread::sleep(INTERVAL);
    };
    let seconds = processor.unwrap_or_else(|| start.elapsed().as_secs_f64());
    let stderr = fs::read(&errors).context("what the command line wrote cannot be read")?;
    Ok(Measured { seconds, peak_mb: peak, code, stderr: String::from_utf8_lossy(&stderr).into_owned() })
}

/// Returns the largest memory of a running program so far, where the system has `/proc`.
fn peak_mb(child: &Child) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: f64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kib * 1024.0 / 1e6)
}

/// Returns the time of the processor that a running program took so far, where the system has
/// `/proc`. Linux counts it in hundredths of a second.
fn processor_seconds(child: &Child) -> Option<f64> {
    const TICKS: f64 = 100.0;
    let stat = fs::read_to_string(format!("/proc/{}/stat", child.id())).ok()?;
    // Behind the name, which may hold spaces: state, then numbers; user and system time are the
    // twelfth and thirteenth field.
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks: f64 = fields.get(11)?.parse::<f64>().ok()? + fields.get(12)?.parse::<f64>().ok()?;
    Some(ticks / TICKS)
}
