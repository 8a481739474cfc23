//! The engine behind the door.

use std::collections::VecDeque;

use super::{Reply, Request};

/// Owns texts, lexicon and matches; does what it is asked in small steps, so that whoever drives it stays responsive.
#[derive(Default)]
pub struct Engine {
    waiting: VecDeque<Request>,
}

impl Engine {
    /// Makes an engine with an empty study.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a request; nothing is done before [`Engine::step`].
    pub fn submit(&mut self, request: Request) {
        self.waiting.push_back(request);
    }

    /// Does one small piece of the waiting work, of a few milliseconds, and returns what there is to say.
    pub fn step(&mut self) -> Vec<Reply> {
        self.waiting.pop_front();
        Vec::new()
    }

    /// Says whether nothing waits.
    pub fn is_idle(&self) -> bool {
        self.waiting.is_empty()
    }
}
