//! Notices: what happened or could not be done, each with a remedy where there is one, until the
//! user dismisses it.

use std::rc::Rc;

use yew::Reducible;

use crate::browser::{InputDocument, ModuleError};
use tarazy_engine::problem::{Argument, Problem, SourceLocation};

/// Number of notices that are kept; the oldest are dropped.
const MOST: usize = 12;

/// The kind of a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Something happened.
    Info,
    /// Something could not be done.
    Problem,
}

/// One notice.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// Its number.
    pub id: u32,
    /// Its kind.
    pub tone: Tone,
    /// Its message, which is written in the language of the page.
    pub problem: Problem,
    /// What can be done about it.
    pub remedy: Remedy,
}

/// What can be done about a notice.
#[derive(Debug, Clone, PartialEq)]
pub enum Remedy {
    /// Nothing.
    None,
    /// The last edit can be taken back.
    Undo,
    /// The text was refused; the user may know its encoding.
    Encoding(Rc<InputDocument>),
    /// The text was set aside; it can be tried again.
    AddAgain(Rc<InputDocument>),
    /// The text seems to be several, of this number; they can stand in its place.
    Split(Rc<InputDocument>, usize),
}

/// The notices on the page.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Notices {
    list: Vec<Notice>,
    next: u32,
}

/// What happens to notices.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// A notice appears.
    Add(Tone, Problem, Remedy),
    /// The user dismisses it.
    Dismiss(u32),
    /// Another edit was made, so that undo would take back that one.
    ForgetUndo,
}

impl Action {
    /// A notice of something that happened.
    pub fn info(code: &str, arguments: Vec<(String, Argument)>) -> Self {
        Self::Add(Tone::Info, sentence(code, arguments), Remedy::None)
    }

    /// The same, with a button to undo it.
    pub fn undoable(code: &str, arguments: Vec<(String, Argument)>) -> Self {
        Self::Add(Tone::Info, sentence(code, arguments), Remedy::Undo)
    }

    /// A notice that something could not be done.
    pub fn problem(problem: Problem) -> Self {
        Self::Add(Tone::Problem, problem, Remedy::None)
    }
}

/// Makes a problem that has no place.
pub fn sentence(code: &str, arguments: Vec<(String, Argument)>) -> Problem {
    Problem { code: code.to_owned(), is_warning: false, place: SourceLocation::default(), arguments }
}

/// Makes a problem of a file or text.
pub fn problem_of(file: &str, code: &str, arguments: Vec<(String, Argument)>) -> Problem {
    Problem {
        place: SourceLocation { file: Some(file.to_owned()), line: None, column: None },
        ..sentence(code, arguments)
    }
}

/// The codes of problems for which another encoding may be the remedy.
const ENCODING_PROBLEMS: [&str; 2] = ["text-unknown-encoding", "text-invalid-utf8"];

/// Returns `true` if another encoding may be the remedy.
pub fn is_about_encoding(problem: &Problem) -> bool {
    ENCODING_PROBLEMS.contains(&problem.code.as_str())
}

/// Returns what is reported of a file that no reader has read, by the code `unavailable` where there
/// is none; nothing where the user has cancelled.
pub fn reader_problem(name: &str, error: ModuleError, unavailable: &str) -> Option<Problem> {
    let code = match error {
        ModuleError::Unavailable => unavailable,
        ModuleError::Outdated => "module-outdated",
        ModuleError::Ended => "document-reader-ended",
        ModuleError::Unreadable => "file-unreadable",
        ModuleError::Cancelled => return None,
    };
    Some(problem_of(name, code, Vec::new()))
}

impl Notices {
    /// Returns the notices, oldest first.
    pub fn list(&self) -> &[Notice] {
        &self.list
    }
}

impl Reducible for Notices {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut notices = Self::clone(&self);
        match action {
            Action::Add(tone, problem, remedy) => {
                // Only the last piece of information is kept; a problem stays until it is
                // dismissed.
                let is_passing =
                    |notice: &Notice| tone == Tone::Info && notice.tone == Tone::Info && notice.remedy != Remedy::Undo;
                notices.list.retain(|notice| notice.problem != problem && !is_passing(notice));
                notices.list.push(Notice { id: notices.next, tone, problem, remedy });
                notices.next = notices.next.wrapping_add(1);
                if notices.list.len() > MOST {
                    notices.list.remove(0);
                }
            }
            Action::Dismiss(id) => notices.list.retain(|notice| notice.id != id),
            Action::ForgetUndo => {
                if !notices.list.iter().any(|notice| notice.remedy == Remedy::Undo) {
                    return self;
                }
                notices.list.retain(|notice| notice.remedy != Remedy::Undo);
            }
        }
        Rc::new(notices)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_notice_is_not_shown_twice() {
        let say = || Action::problem(problem_of("a.txt", "text-empty", Vec::new()));
        let other = Action::problem(problem_of("b.txt", "text-empty", Vec::new()));
        let notices = Rc::new(Notices::default()).reduce(say()).reduce(other).reduce(say());
        let files: Vec<_> = notices.list().iter().filter_map(|notice| notice.problem.place.file.as_deref()).collect();
        assert_eq!(files, ["b.txt", "a.txt"]);
    }

    #[test]
    fn information_does_not_pile_up_but_problems_stay() {
        let notices = Rc::new(Notices::default())
            .reduce(Action::problem(problem_of("a.txt", "text-empty", Vec::new())))
            .reduce(Action::info("export-saved", Vec::new()))
            .reduce(Action::info("export-copied", Vec::new()));
        let codes: Vec<_> = notices.list().iter().map(|notice| notice.problem.code.as_str()).collect();
        assert_eq!(codes, ["text-empty", "export-copied"]);
    }

    #[test]
    fn a_dismissed_notice_is_removed() {
        let notices = Rc::new(Notices::default()).reduce(Action::info("engine-replaced", Vec::new()));
        let id = notices.list()[0].id;
        assert!(notices.reduce(Action::Dismiss(id)).list().is_empty());
    }
}
