//! Decides when a worker has ended: no reply, no heartbeat and no answer to a ping for some seconds.
//!
//! Time is counted in ticks of the page's own timer and not by the clock: while a
//! machine sleeps, or the browser holds the page back, no ticks pass either.

/// How long a tick takes, in milliseconds.
pub const TICK_MS: u32 = 750;

/// How long a worker that is between two steps may be silent, in milliseconds.
const LIMIT_MS: u64 = 3_000;

/// How many bytes of texts a slow phone reads, or counts, in a millisecond at least.
const TEXT_BYTES_PER_MS: u64 = 2_000;

/// The same for bytes of a lexicon, each of which costs more: entries are inflected and compiled.
const LEXICON_BYTES_PER_MS: u64 = 100;

/// What the engine works on, in bytes. A step takes longer the more there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Load {
    /// All texts together.
    pub texts: u64,
    /// The file of the lexicon; nothing for a built-in one, most of which is notes and tests: it
    /// is read well within the limit.
    pub lexicon: u64,
}

/// What to do at a tick.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Watch {
    /// Ask the worker for a sign of life.
    Ping,
    /// Wait.
    Wait,
    /// Replace the worker.
    Replace,
}

/// How long a worker has been silent.
#[derive(Debug, Default)]
pub struct Watchdog {
    silent_ticks: u64,
}

impl Watchdog {
    /// Called when anything comes from the worker.
    pub fn on_message(&mut self) {
        self.silent_ticks = 0;
    }

    /// Called at each tick; `load` is there while the worker is in a step.
    pub fn on_tick(&mut self, load: Option<Load>) -> Watch {
        self.silent_ticks += 1;
        let Load { texts, lexicon } = load.unwrap_or_default();
        let limit = LIMIT_MS + texts / TEXT_BYTES_PER_MS + lexicon / LEXICON_BYTES_PER_MS;
        if self.silent_ticks == 1 {
            Watch::Ping
        } else if self.silent_ticks * u64::from(TICK_MS) > limit {
            Watch::Replace
        } else {
            Watch::Wait
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns how long a silent worker is left alone, in milliseconds.
    fn patience(load: Option<Load>) -> u64 {
        let mut watchdog = Watchdog::default();
        let ticks = (1..100_000).find(|_| watchdog.on_tick(load) == Watch::Replace).expect("it ends");
        ticks * u64::from(TICK_MS)
    }

    #[test]
    fn a_silent_worker_is_asked_once_and_then_replaced() {
        let mut watchdog = Watchdog::default();
        let seen: Vec<Watch> = (0..5).map(|_| watchdog.on_tick(None)).collect();
        assert_eq!(seen, [Watch::Ping, Watch::Wait, Watch::Wait, Watch::Wait, Watch::Replace]);
    }

    #[test]
    fn a_worker_that_answers_is_left_alone() {
        let mut watchdog = Watchdog::default();
        for _ in 0..100 {
            assert_eq!(watchdog.on_tick(None), Watch::Ping);
            watchdog.on_message();
        }
    }

    #[test]
    fn a_large_study_has_longer_steps() {
        // The seven programmes and a built-in lexicon, or one of a reader.
        assert!(patience(Some(Load { texts: 1 << 20, lexicon: 0 })) <= 4_500);
        assert!(patience(Some(Load { texts: 1 << 20, lexicon: 60 << 10 })) <= 5_000);
        // 100 MB of text are read within 10 s on a laptop; 200,000 entries are checked within 7.
        assert!(patience(Some(Load { texts: 100_000_000, lexicon: 60 << 10 })) >= 50_000);
        assert!(patience(Some(Load { texts: 0, lexicon: 5_000_000 })) >= 50_000);
    }
}
