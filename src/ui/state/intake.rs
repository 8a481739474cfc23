//! The files that come in: each waits, is read, asks what its columns are, or was refused.

use std::{collections::HashMap, rc::Rc};

use tarazy_documents::{MetadataTable, TablePreview};
use tarazy_engine::problem::Problem;
use yew::Reducible;

/// Names a file that comes in. The same number is never used for another file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A file that comes in.
#[derive(Debug, Clone, PartialEq)]
pub struct IncomingFile {
    /// Names it.
    pub id: FileId,
    /// Its name, with the folders that were chosen with it.
    pub name: String,
    /// How far it is.
    pub state: FileState,
}

/// How far a file is.
#[derive(Debug, Clone, PartialEq)]
pub enum FileState {
    /// Others are read before it.
    Waiting,
    /// It is read now.
    Reading,
    /// It is a table, and the user says which of its columns are what; or its rows are data on texts
    /// that are there.
    Asking(Rc<TablePreview>, Option<Rc<MetadataTable>>),
    /// It cannot be read.
    Refused(Problem),
    /// Its texts are in the study.
    Read,
}

/// The files since nothing was in work.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Intake {
    files: Rc<Vec<IncomingFile>>,
}

/// What happens to the files.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Files come in.
    Add(Vec<IncomingFile>),
    /// Files are in another state.
    Set(Vec<(FileId, FileState)>),
    /// The user wants nothing of what waits.
    Cancel,
    /// The user closes a refusal.
    Dismiss(FileId),
    /// The user closes all refusals.
    DismissAll,
}

impl Intake {
    /// Returns the files, in the order in which they came.
    pub fn files(&self) -> &[IncomingFile] {
        &self.files
    }

    /// Returns how many files are done, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.files.iter().filter(|file| !file.is_open()).count(), self.files.len())
    }

    /// Returns the file that is read now.
    pub fn reading(&self) -> Option<&IncomingFile> {
        self.files.iter().find(|file| file.state == FileState::Reading)
    }

    /// Returns `true` while files wait or are read.
    pub fn is_working(&self) -> bool {
        self.files.iter().any(IncomingFile::is_in_work)
    }

    /// Returns the first table whose columns are not known, and how many others wait behind it.
    pub fn asking(&self) -> Option<(&IncomingFile, usize)> {
        let mut asking = self.files.iter().filter(|file| matches!(file.state, FileState::Asking(..)));
        Some((asking.next()?, asking.count()))
    }

    /// Returns the files that cannot be read, and why.
    pub fn refused(&self) -> impl Iterator<Item = (FileId, &Problem)> {
        self.files.iter().filter_map(|file| match &file.state {
            FileState::Refused(problem) => Some((file.id, problem)),
            _ => None,
        })
    }
}

impl IncomingFile {
    fn is_in_work(&self) -> bool {
        matches!(self.state, FileState::Waiting | FileState::Reading)
    }

    fn is_open(&self) -> bool {
        self.is_in_work() || matches!(self.state, FileState::Asking(..))
    }
}

impl Reducible for Intake {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut files = Vec::clone(&self.files);
        match action {
            Action::Add(new) => {
                // What was read before belongs to work that is done.
                if !files.iter().any(IncomingFile::is_open) {
                    files.retain(|file| file.state != FileState::Read);
                }
                files.extend(new);
            }
            Action::Set(states) => {
                let mut states: HashMap<FileId, FileState> = states.into_iter().collect();
                for file in &mut files {
                    if let Some(state) = states.remove(&file.id) {
                        file.state = state;
                    }
                }
            }
            Action::Cancel => files.retain(|file| !file.is_open()),
            Action::Dismiss(id) => files.retain(|file| file.id != id),
            Action::DismissAll => files.retain(|file| !matches!(file.state, FileState::Refused(_))),
        }
        Rc::new(Self { files: files.into() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::state::notices::problem_of;

    fn files(numbers: std::ops::Range<u32>) -> Action {
        let file =
            |number| IncomingFile { id: FileId(number), name: format!("{number}.pdf"), state: FileState::Waiting };
        Action::Add(numbers.map(file).collect())
    }

    fn refused(number: u32) -> (FileId, FileState) {
        let name = format!("{number}.pdf");
        (FileId(number), FileState::Refused(problem_of(&name, "document-damaged", Vec::new())))
    }

    #[test]
    fn files_that_were_read_leave_when_others_come() {
        let read = Action::Set(vec![(FileId(0), FileState::Read), refused(1)]);
        let intake = Rc::new(Intake::default()).reduce(files(0..2)).reduce(read);
        assert_eq!((intake.progress(), intake.is_working()), ((2, 2), false));
        let intake = intake.reduce(files(2..3));
        let names: Vec<&str> = intake.files().iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, ["1.pdf", "2.pdf"], "a refusal stays until it is closed");
        assert!(intake.is_working());
    }

    #[test]
    fn files_that_come_while_others_are_read_are_counted_with_them() {
        let read = Action::Set(vec![(FileId(0), FileState::Read)]);
        let intake = Rc::new(Intake::default()).reduce(files(0..2)).reduce(read).reduce(files(2..4));
        assert_eq!(intake.progress(), (1, 4));
    }

    #[test]
    fn refusals_are_closed_one_by_one_or_all_at_once() {
        let refusals = Action::Set((0..3).map(refused).collect());
        let intake = Rc::new(Intake::default()).reduce(files(0..3)).reduce(refusals);
        assert_eq!(intake.refused().count(), 3);
        let intake = intake.reduce(Action::Dismiss(FileId(1)));
        assert_eq!(intake.refused().map(|(id, _)| id.0).collect::<Vec<_>>(), [0, 2]);
        assert_eq!(intake.reduce(Action::DismissAll).refused().count(), 0);
    }

    #[test]
    fn cancelling_leaves_what_was_read_and_refused() {
        let states = Action::Set(vec![(FileId(0), FileState::Read), refused(1), (FileId(2), FileState::Reading)]);
        let intake = Rc::new(Intake::default()).reduce(files(0..4)).reduce(states).reduce(Action::Cancel);
        assert_eq!((intake.progress(), intake.is_working()), ((2, 2), false));
    }
}
