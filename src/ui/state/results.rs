//! What the engine said last: the table and the small views that are open.

use std::rc::Rc;

use yew::{AttrValue, Reducible};

use crate::browser::Inputs;
use tarazy_engine::study::{
    CellExplanation, Comparison, ContextPage, Dispersion, DocumentId, DocumentReceipt, EntryProbe, EntryTrial, Event,
    FoundEntry, ImportReport, LexiconDifference, LexiconFile, LintReport, Outline, ParallelPage, Piece, PieceFile,
    PolicyDifference, Problem, Record, TextPage, Verification,
};

/// How far the work has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The document in work.
    pub document: Option<DocumentId>,
    /// Bytes done.
    pub done: u64,
    /// Bytes in all.
    pub total: u64,
}

/// The engine's last words. Old ones stay until new ones come.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Results {
    /// The table.
    pub table: Option<Rc<Comparison>>,
    /// Whether the table answers an older state of the study.
    pub is_stale: bool,
    /// The inputs that the engine had counted when it was last at rest.
    pub counted: Option<Rc<Inputs>>,
    /// How far the work has come, where it takes long.
    pub progress: Option<Progress>,
    /// What stands behind the cell in focus.
    pub explanation: Option<Rc<CellExplanation>>,
    /// What was mended in the text that was asked about last. It stays until the next one comes, so that a switch in it keeps
    /// its place.
    pub receipt: Option<Rc<DocumentReceipt>>,
    /// A text to be copied by hand, where files cannot be saved.
    pub by_hand: Option<AttrValue>,
    /// The page of contexts.
    pub contexts: Option<Rc<ContextPage>>,
    /// The page of text.
    pub text: Option<Rc<TextPage>>,
    /// What an entry caught and nearly caught.
    pub probe: Option<Rc<EntryProbe>>,
    /// Some rows of the lexicon's tree.
    pub outline: Option<Rc<Outline>>,
    /// How the entry would do that is being written.
    pub trial: Option<Rc<EntryTrial>>,
    /// The entry that was looked for last.
    pub found: Option<Rc<FoundEntry>>,
    /// What the import of the lexicon lost.
    pub import: Option<Rc<ImportReport>>,
    /// What the lexicon's file that was made last cannot hold; its bytes are there only where they could not be saved.
    pub lexicon_file: Option<Rc<LexiconFile>>,
    /// The page of the lexicon's concepts, language beside language.
    pub parallel: Option<Rc<ParallelPage>>,
    /// What may be wrong with the lexicon's entries.
    pub lint: Option<Rc<LintReport>>,
    /// How the lexicon differs from another.
    pub lexicons: Option<Rc<LexiconDifference>>,
    /// How the study's policy differs from another.
    pub policies: Option<Rc<PolicyDifference>>,
    /// The results as they stood when they were asked for, to be published.
    pub record: Option<Rc<Record>>,
    /// How the study compares with its published table.
    pub verification: Option<Rc<Verification>>,
    /// Where the matches of some categories stand in the texts.
    pub dispersion: Option<Rc<Dispersion>>,
    /// The methods paragraph.
    pub paragraph: Option<Rc<PieceFile>>,
    /// The reference entries.
    pub references: Option<Rc<PieceFile>>,
    /// A piece of an article to be copied by hand, where files cannot be saved.
    pub piece: Option<Rc<PieceFile>>,
    /// The lexicon that was refused last, by its file's name, with everything that is wrong with it.
    pub refused_lexicon: Option<Rc<(String, Vec<Problem>)>>,
    /// Whether no engine survives in this browser.
    pub has_ended: bool,
}

/// What happens to the results.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// The engine said something.
    Event(Event),
    /// The engine has work to do.
    Busy,
    /// The engine is at rest, with these inputs counted.
    Idle(Rc<Inputs>),
    /// The engine cannot use a lexicon.
    RefuseLexicon(String, Vec<Problem>),
    /// The text to be copied by hand is put away.
    ForgetText,
    /// The piece of an article to be copied by hand is put away.
    ForgetPiece,
    /// What was said of the lexicon's file is put away.
    ForgetFile,
    /// Another lexicon is tried.
    ForgetRefusal,
    /// No engine survives.
    EngineLost,
}

impl Reducible for Results {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut results = Self::clone(&self);
        match action {
            Action::Event(Event::Progress { document, done, total }) => {
                results.progress = Some(Progress { document, done, total });
            }
            Action::Event(Event::Compared(table)) => {
                // Entries are known by their place: that of another lexicon holds another entry.
                let facts = |table: &Comparison| (table.lexicon.id.clone(), table.lexicon.entries);
                if results.table.as_ref().map(|known| facts(known)) != Some(facts(&table)) {
                    results.probe = None;
                    results.found = None;
                    results.trial = None;
                }
                // These name many entries and say of each what it is: of a changed lexicon nothing of it holds.
                if results.table.as_ref().is_none_or(|known| known.lexicon.sha256 != table.lexicon.sha256) {
                    results.parallel = None;
                    results.lint = None;
                    results.lexicons = None;
                    results.policies = None;
                }
                results.table = Some(Rc::from(table));
                results.progress = None;
                // What is shown of cells belongs to the table before.
                results.explanation = None;
                results.verification = None;
                results.dispersion = None;
            }
            Action::Event(Event::Explained(explanation)) => results.explanation = Some(Rc::from(explanation)),
            Action::Event(Event::Receipt(receipt)) => results.receipt = Some(Rc::from(receipt)),
            Action::Event(Event::Contexts(page)) => results.contexts = Some(Rc::from(page)),
            Action::Event(Event::Text(page)) => results.text = Some(Rc::from(page)),
            Action::Event(Event::Probed(probe)) => results.probe = Some(Rc::from(probe)),
            Action::Event(Event::Parallel(page)) => results.parallel = Some(Rc::from(page)),
            Action::Event(Event::Linted(page)) => {
                let report =
                    results.lint.as_ref().map_or_else(|| (*page).clone(), |known| known.with_page(*page.clone()));
                results.lint = Some(Rc::new(report));
            }
            Action::Event(Event::LexiconsCompared(difference)) => results.lexicons = Some(Rc::from(difference)),
            Action::Event(Event::PoliciesCompared(difference)) => results.policies = Some(Rc::from(difference)),
            Action::Event(Event::Recorded(record)) => results.record = Some(Rc::from(record)),
            Action::Event(Event::Verified(verification)) => results.verification = Some(Rc::from(verification)),
            Action::Event(Event::Dispersed(dispersion)) => results.dispersion = Some(Rc::from(dispersion)),
            Action::Event(Event::Written(file)) => match file.wish.piece {
                Piece::Paragraph => results.paragraph = Some(Rc::from(file)),
                Piece::References(_) => results.references = Some(Rc::from(file)),
                Piece::Methods(_) | Piece::Appendix(_) | Piece::Workbook => results.piece = Some(Rc::from(file)),
            },
            Action::Event(Event::WholeText { text, .. }) => results.by_hand = Some(text.into()),
            Action::Event(Event::Outline(outline)) => results.outline = Some(Rc::from(outline)),
            Action::Event(Event::Tried(trial)) => results.trial = Some(Rc::from(trial)),
            Action::Event(Event::Found(found)) => results.found = Some(Rc::from(found)),
            Action::Event(Event::Imported(report)) => results.import = Some(Rc::from(report)),
            Action::Event(Event::LexiconFile(file)) => results.lexicon_file = Some(Rc::from(file)),
            Action::ForgetText => results.by_hand = None,
            Action::ForgetPiece => results.piece = None,
            Action::ForgetFile => results.lexicon_file = None,
            Action::Event(Event::Rejected { .. }) => return self,
            Action::Busy => results.is_stale = true,
            Action::Idle(inputs) => {
                results.is_stale = false;
                results.progress = None;
                results.counted = Some(inputs);
            }
            Action::RefuseLexicon(name, problems) => results.refused_lexicon = Some(Rc::new((name, problems))),
            Action::ForgetRefusal => results.refused_lexicon = None,
            Action::EngineLost => {
                results.has_ended = true;
                results.progress = None;
            }
        }
        Rc::new(results)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hear(results: Rc<Results>, event: Event) -> Rc<Results> {
        results.reduce(Action::Event(event))
    }

    #[test]
    fn old_numbers_stay_until_new_ones_come() {
        let first = hear(Rc::default(), Event::Compared(Box::default())).reduce(Action::Idle(Rc::default()));
        let waiting = Rc::clone(&first).reduce(Action::Busy);
        assert_eq!(waiting.table, first.table);
        assert!(waiting.is_stale);
        let progress = hear(waiting, Event::Progress { document: None, done: 1, total: 2 });
        assert_eq!(progress.progress, Some(Progress { document: None, done: 1, total: 2 }));
        let done = hear(progress, Event::Compared(Box::default())).reduce(Action::Idle(Rc::default()));
        assert!(!done.is_stale && done.progress.is_none());
    }
}
