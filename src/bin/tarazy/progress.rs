//! A line of progress on a terminal.

use std::{
    io::{self, IsTerminal},
    time::{Duration, Instant},
};

use tarazy_report::message::Messages;

/// A line of progress on standard error if that is a terminal, for work of more than half a second.
pub(super) struct ProgressLine {
    start: Instant,
    is_terminal: bool,
    is_shown: bool,
}

impl ProgressLine {
    /// Returns a line that is not shown yet.
    pub(super) fn new() -> Self {
        Self { start: Instant::now(), is_terminal: io::stderr().is_terminal(), is_shown: false }
    }

    /// Shows which part of the work is done.
    pub(super) fn show(&mut self, done: u64, total: u64, messages: &Messages) {
        if self.is_terminal && self.start.elapsed() > Duration::from_millis(500) {
            let percent = (done * 100 / total.max(1)).to_string();
            eprint!("\r{}  ", messages.format("cli-progress", &[("percent", percent.into())]));
            self.is_shown = true;
        }
    }

    /// Removes the line.
    pub(super) fn clear(&self) {
        if self.is_shown {
            eprint!("\r        \r");
        }
    }
}
