//! Files that wait to be read → which is next, and what becomes of the others when one fails.
//!
//! Law: files are read one at a time in the order in which they came, and every file gets exactly
//! one answer.

use std::collections::VecDeque;

use super::late_module::ModuleError;

/// Files that wait to be read.
#[derive(Debug)]
pub struct ReadQueue<File> {
    waiting: VecDeque<File>,
    is_running: bool,
}

/// What follows when a file was answered.
#[derive(Debug, PartialEq, Eq)]
pub struct AfterFile<File> {
    /// Whether the worker reads the next file too.
    pub keeps_worker: bool,
    /// Files that are refused for the same reason.
    pub refused: Vec<File>,
}

impl<File> Default for ReadQueue<File> {
    fn default() -> Self {
        Self { waiting: VecDeque::new(), is_running: false }
    }
}

impl<File> ReadQueue<File> {
    /// Adds a file. Returns `true` if none was being read, so that the caller begins.
    pub fn push(&mut self, file: File) -> bool {
        self.waiting.push_back(file);
        !std::mem::replace(&mut self.is_running, true)
    }

    /// Returns the file to be read next; with none the work is done until [`ReadQueue::push`].
    pub fn next(&mut self) -> Option<File> {
        let next = self.waiting.pop_front();
        self.is_running = next.is_some();
        next
    }

    /// Called when a file was answered: a worker that broke down or was interrupted reads no other,
    /// and without a module nothing that waits can be read.
    pub fn after<Reply>(&mut self, answer: &Result<Reply, ModuleError>) -> AfterFile<File> {
        let error = answer.as_ref().err().copied();
        let keeps_worker = matches!(error, None | Some(ModuleError::Unreadable));
        let is_without = matches!(error, Some(ModuleError::Unavailable | ModuleError::Outdated));
        let refused = if is_without { self.clear() } else { Vec::new() };
        AfterFile { keeps_worker, refused }
    }

    /// Takes all files that wait.
    pub fn clear(&mut self) -> Vec<File> {
        self.waiting.drain(..).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const READ: Result<(), ModuleError> = Ok(());

    fn with_three() -> ReadQueue<char> {
        let mut queue = ReadQueue::default();
        assert!(queue.push('a'));
        assert_eq!(queue.next(), Some('a'));
        assert!(!queue.push('b') && !queue.push('c'));
        queue
    }

    #[test]
    fn files_are_read_in_the_order_in_which_they_came() {
        let mut queue = with_three();
        for expected in [Some('b'), Some('c'), None] {
            assert_eq!(queue.after(&READ), AfterFile { keeps_worker: true, refused: Vec::new() });
            assert_eq!(queue.next(), expected);
        }
        assert!(queue.push('d'), "the work begins again");
    }

    #[test]
    fn a_file_that_ends_its_worker_stops_no_other() {
        for (error, keeps_worker) in
            [(ModuleError::Ended, false), (ModuleError::Cancelled, false), (ModuleError::Unreadable, true)]
        {
            let mut queue = with_three();
            let answer: Result<(), _> = Err(error);
            assert_eq!(queue.after(&answer), AfterFile { keeps_worker, refused: Vec::new() });
            assert_eq!(queue.next(), Some('b'));
        }
    }

    #[test]
    fn without_a_module_all_that_wait_are_refused() {
        let mut queue = with_three();
        let answer: Result<(), _> = Err(ModuleError::Unavailable);
        assert_eq!(queue.after(&answer), AfterFile { keeps_worker: false, refused: vec!['b', 'c'] });
        assert_eq!(queue.next(), None);
    }

    #[test]
    fn what_comes_after_a_cancellation_is_read() {
        let mut queue = with_three();
        assert_eq!(queue.clear(), ['b', 'c']);
        assert!(!queue.push('d'), "the work goes on");
        assert_eq!((queue.next(), queue.next()), (Some('d'), None));
    }
}
