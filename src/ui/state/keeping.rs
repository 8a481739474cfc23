//! Whether the browser keeps the study, and the studies that it keeps.

use std::rc::Rc;

use yew::Reducible;

use super::Shared;
use crate::browser::{KeptEntry, StoreError};

/// What becomes of the study when the page is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Keeping {
    /// The browser keeps it, or there is nothing to keep.
    #[default]
    Kept,
    /// It is lost.
    Unkept(StoreError),
    /// Another tab has it open: here it can be read only.
    Elsewhere,
}

/// The kept studies, and whether the one on screen is among them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Kept {
    /// What becomes of the study on screen.
    pub keeping: Keeping,
    /// The list, the last saved first; empty before it is read.
    pub studies: Shared<Vec<KeptEntry>>,
}

/// What happens.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// The study on screen is kept, or not, or elsewhere.
    Set(Keeping),
    /// The list was read.
    List(Vec<KeptEntry>),
}

impl Reducible for Kept {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        match action {
            Action::Set(keeping) if keeping == self.keeping => self,
            Action::Set(keeping) => Rc::new(Self { keeping, ..Self::clone(&self) }),
            Action::List(studies) if studies == *self.studies => self,
            Action::List(studies) => Rc::new(Self { studies: studies.into(), ..Self::clone(&self) }),
        }
    }
}
