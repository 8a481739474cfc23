//! The engine's last results. Old ones stay until new ones arrive.
//!
//! Results come in parts, and each part is a context of its own: a component reads the parts that
//! it draws and is not redrawn when another part changes.

use std::{collections::VecDeque, rc::Rc};

use yew::{AttrValue, Reducible};

use super::shared::Shared;
use crate::browser::{Event, Inputs};
use tarazy_engine::{
    counting::Comparison,
    problem::Problem,
    settings::DocumentId,
    study::{
        Answer, CellExplanation, ContextPage, Dispersion, DocumentReceipt, EntryProbe, EntryTrial, FoundEntry,
        ImportReport, LexiconCard, LexiconDifference, LexiconFile, LintReport, Outline, ParallelPage, PolicyDifference,
        SearchPage, TextPage, Verification,
    },
};
use tarazy_report::report::{Piece, PieceFile};

/// All parts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Results {
    /// The table.
    pub table: Table,
    /// The engine's work.
    pub work: Work,
    /// What was asked about the table as a whole.
    pub analyses: Analyses,
    /// What was asked about a cell and its matches.
    pub matches: Matches,
    /// What was asked about one text.
    pub texts: TextResults,
    /// What was asked about the lexicon.
    pub lexicon: LexiconResults,
    /// Reports on the lexicon's file.
    pub files: FileReports,
    /// Pieces of an article.
    pub pieces: ArticlePieces,
}

/// The table; `None` before the first.
pub type Table = Option<Shared<Comparison>>;

/// The engine's work.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Work {
    /// Whether the table belongs to an earlier state of the study.
    pub is_stale: bool,
    /// The inputs that the engine had counted when it was last idle.
    pub counted: Option<Shared<Inputs>>,
    /// The progress of long work.
    pub progress: Option<Progress>,
    /// Whether every engine crashed, so that none is running.
    pub has_ended: bool,
    /// The lexicons of other tools that are read or written, by the names of their files, in their
    /// order.
    pub converting: VecDeque<AttrValue>,
}

/// The progress of the engine's work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The document in work.
    pub document: DocumentId,
    /// Bytes done.
    pub done: u64,
    /// Bytes in all.
    pub total: u64,
}

/// Answers about the table as a whole.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Analyses {
    /// How the study's policy differs from another.
    pub policies: Option<Shared<PolicyDifference>>,
    /// Where the matches of some categories stand in the texts.
    pub dispersion: Option<Shared<Dispersion>>,
    /// How the study compares with its published table.
    pub verification: Option<Shared<Verification>>,
}

/// Answers about a cell and its matches.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Matches {
    /// The forms behind the cell in focus.
    pub explanation: Option<Shared<CellExplanation>>,
    /// The page of contexts.
    pub contexts: Option<Shared<ContextPage>>,
    /// The page of what a search found.
    pub search: Option<Shared<SearchPage>>,
    /// The page of text.
    pub text: Option<Shared<TextPage>>,
    /// The matches and near misses of an entry.
    pub probe: Option<Shared<EntryProbe>>,
}

/// Answers about one text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TextResults {
    /// The repairs of the text that was asked about last. They stay until the next ones arrive, so
    /// that a switch among them keeps its place.
    pub receipt: Option<Shared<DocumentReceipt>>,
    /// A text to copy by hand where files cannot be saved.
    pub by_hand: Option<AttrValue>,
}

/// Answers about the lexicon.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LexiconResults {
    /// The lexicon's card.
    pub card: Option<Shared<LexiconCard>>,
    /// Some rows of the tree.
    pub outline: Option<Shared<Outline>>,
    /// The preview of the entry that is being written.
    pub trial: Option<Shared<EntryTrial>>,
    /// The entry that was looked up last.
    pub found: Option<Shared<FoundEntry>>,
    /// The page of concepts, language beside language.
    pub parallel: Option<Shared<ParallelPage>>,
    /// Possible mistakes in entries.
    pub lint: Option<Shared<LintReport>>,
    /// How the lexicon differs from another.
    pub difference: Option<Shared<LexiconDifference>>,
}

/// Reports on the lexicon's file.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FileReports {
    /// What the import lost.
    pub import: Option<Shared<ImportReport>>,
    /// What the file that was made last cannot hold; its bytes are present only where they could
    /// not be saved.
    pub made: Option<Shared<LexiconFile>>,
    /// The lexicon that was refused last.
    pub refused: Option<Shared<RefusedLexicon>>,
}

/// A lexicon that the engine refused.
#[derive(Debug, Clone, PartialEq)]
pub struct RefusedLexicon {
    /// The name of its file.
    pub name: String,
    /// Everything that is wrong with it.
    pub problems: Vec<Problem>,
}

/// Pieces of an article.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ArticlePieces {
    /// The methods paragraph.
    pub paragraph: Option<Shared<PieceFile>>,
    /// The reference entries.
    pub references: Option<Shared<PieceFile>>,
    /// A piece to copy by hand where files cannot be saved.
    pub by_hand: Option<Shared<PieceFile>>,
}

/// What happens to the results.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// The engine sent a result.
    Event(Event),
    /// A lexicon of another tool is to be read or written; the name of its file.
    Convert(AttrValue),
    /// The first of those lexicons is done, or was stopped.
    Converted,
    /// The engine has work to do.
    Busy,
    /// The engine is idle and has counted these inputs.
    Idle(Shared<Inputs>),
    /// The engine refused a lexicon.
    RefuseLexicon(RefusedLexicon),
    /// The text to copy by hand was closed.
    ForgetText,
    /// The piece of an article to copy by hand was closed.
    ForgetPiece,
    /// The report on the lexicon's file was closed.
    ForgetFile,
    /// Another lexicon is tried.
    ForgetRefusal,
    /// Every engine crashed.
    EngineLost,
    /// The user had another engine started after that.
    EngineFound,
}

impl Work {
    /// Returns `true` if the table is that of the study on screen.
    pub fn is_counted(&self) -> bool {
        self.counted.is_some() && !self.is_stale
    }
}

impl Results {
    /// Replaces the table and removes what belonged to the one before.
    fn set_table(&mut self, table: Shared<Comparison>) {
        // An entry is known by its place: in another lexicon that place holds another entry.
        let facts = |table: &Comparison| (table.lexicon.id.clone(), table.lexicon.entries);
        if self.table.as_deref().map(facts) != Some(facts(&table)) {
            self.matches.probe = None;
            self.lexicon.found = None;
            self.lexicon.trial = None;
        }
        // These describe many entries, and none of it holds for a changed lexicon.
        if self.table.as_ref().is_none_or(|known| known.lexicon.sha256 != table.lexicon.sha256) {
            self.lexicon.card = None;
            self.lexicon.parallel = None;
            self.lexicon.lint = None;
            self.lexicon.difference = None;
            self.analyses.policies = None;
        }
        self.matches.explanation = None;
        self.analyses.verification = None;
        self.analyses.dispersion = None;
        self.work.progress = None;
        self.table = Some(table);
    }

    fn set_piece(&mut self, file: Box<PieceFile>) {
        let part = match &file.query.piece {
            Piece::Paragraph => &mut self.pieces.paragraph,
            Piece::References(_) => &mut self.pieces.references,
            Piece::Methods(_)
            | Piece::Appendix(_)
            | Piece::Workbook
            | Piece::Sample(_)
            | Piece::CoderInstructions(_)
            | Piece::Contexts(..) => &mut self.pieces.by_hand,
        };
        *part = Some(file.into());
    }

    fn receive(&mut self, event: Event) {
        match event {
            Event::Progress { document, done, total } => self.work.progress = Some(Progress { document, done, total }),
            Event::Compared(table) => self.set_table(table.into()),
            Event::Imported(report) => self.files.import = Some(report.into()),
            Event::Answered(answer) => self.receive_answer(answer),
            Event::Written(file) => self.set_piece(file),
            Event::Refused(_) => {}
        }
    }

    fn receive_answer(&mut self, answer: Answer) {
        match answer {
            Answer::Cell(explanation) => self.matches.explanation = Some(explanation.into()),
            Answer::Contexts(page) => self.matches.contexts = Some(page.into()),
            Answer::Search(page) => self.matches.search = Some(page.into()),
            Answer::TextPage(page) => self.matches.text = Some(page.into()),
            Answer::Probe(probe) => self.matches.probe = Some(probe.into()),
            Answer::Receipt(receipt) => self.texts.receipt = Some(receipt.into()),
            Answer::WholeText(text) => self.texts.by_hand = Some(text.text.into()),
            Answer::Card(card) => self.lexicon.card = Some(card.into()),
            Answer::Outline(outline) => self.lexicon.outline = Some(outline.into()),
            Answer::Trial(trial) => self.lexicon.trial = Some(trial.into()),
            Answer::Entry(found) => self.lexicon.found = Some(found.into()),
            Answer::LexiconFile(file) => self.files.made = Some(file.into()),
            Answer::Parallel(page) => self.lexicon.parallel = Some(page.into()),
            Answer::Lint(page) => {
                let report = match &self.lexicon.lint {
                    Some(known) => known.with_page(*page),
                    None => *page,
                };
                self.lexicon.lint = Some(report.into());
            }
            Answer::LexiconDifference(difference) => self.lexicon.difference = Some(difference.into()),
            Answer::PolicyDifference(difference) => self.analyses.policies = Some(difference.into()),
            Answer::Verification(verification) => self.analyses.verification = Some(verification.into()),
            Answer::Dispersion(dispersion) => self.analyses.dispersion = Some(dispersion.into()),
            Answer::Record(_) | Answer::Duplicates(_) => {}
        }
    }
}

impl Reducible for Results {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut results = Self::clone(&self);
        match action {
            Action::Event(event) => results.receive(event),
            Action::ForgetText => results.texts.by_hand = None,
            Action::ForgetPiece => results.pieces.by_hand = None,
            Action::ForgetFile => results.files.made = None,
            Action::Convert(name) => results.work.converting.push_back(name),
            Action::Converted => drop(results.work.converting.pop_front()),
            Action::Busy => results.work.is_stale = true,
            Action::Idle(inputs) => {
                results.work = Work { counted: Some(inputs), is_stale: false, progress: None, ..results.work };
            }
            Action::RefuseLexicon(refused) => results.files.refused = Some(refused.into()),
            Action::ForgetRefusal => results.files.refused = None,
            Action::EngineLost => {
                results.work.has_ended = true;
                results.work.progress = None;
            }
            Action::EngineFound => results.work.has_ended = false,
        }
        if results == *self { self } else { Rc::new(results) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tarazy_engine::{matching::ColumnId, study::Refusal};

    fn receive(results: Rc<Results>, event: Event) -> Rc<Results> {
        results.reduce(Action::Event(event))
    }

    #[test]
    fn old_numbers_stay_until_new_ones_come() {
        let first = receive(Rc::default(), Event::Compared(Box::default())).reduce(Action::Idle(Shared::default()));
        let waiting = Rc::clone(&first).reduce(Action::Busy);
        assert_eq!(waiting.table, first.table);
        assert!(waiting.work.is_stale);
        let progress = receive(waiting, Event::Progress { document: DocumentId(1), done: 1, total: 2 });
        assert_eq!(progress.work.progress, Some(Progress { document: DocumentId(1), done: 1, total: 2 }));
        let done = receive(progress, Event::Compared(Box::default())).reduce(Action::Idle(Shared::default()));
        assert!(!done.work.is_stale && done.work.progress.is_none());
    }

    #[test]
    fn a_result_leaves_the_other_parts_as_they_are() {
        let table = receive(Rc::default(), Event::Compared(Box::default()));
        let none = ContextPage { document: None, column: ColumnId(0), offset: 0, total: 0, lines: Vec::new() };
        let page = receive(Rc::clone(&table), Event::Answered(Answer::Contexts(Box::new(none))));
        assert_ne!(page.matches, table.matches);
        let matches = page.matches.clone();
        assert_eq!(*page, Results { matches, ..Results::clone(&table) });
    }

    #[test]
    fn lexicons_are_converted_one_after_another() {
        let convert = |name: &'static str| Action::Convert(name.into());
        let results = Rc::new(Results::default()).reduce(convert("a.dic")).reduce(convert("b.dic"));
        assert_eq!(results.work.converting, ["a.dic", "b.dic"]);
        let results = results.reduce(Action::Converted);
        assert_eq!(results.work.converting, ["b.dic"]);
        let results = results.reduce(Action::Idle(Shared::default()));
        assert_eq!(results.work.converting, ["b.dic"], "the engine does not convert");
        assert!(results.reduce(Action::Converted).work.converting.is_empty());
    }

    #[test]
    fn what_changes_nothing_returns_the_same_results() {
        let table = receive(Rc::default(), Event::Compared(Box::default()));
        let same = receive(Rc::clone(&table), Event::Refused(Refusal { document: None, problems: Vec::new() }));
        assert!(Rc::ptr_eq(&table, &same));
        assert!(Rc::ptr_eq(&same, &Rc::clone(&same).reduce(Action::ForgetPiece)));
    }
}
