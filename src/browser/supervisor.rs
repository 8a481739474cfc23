//! Keeps a replaceable engine in step with the study: what to send next, how to treat a reply, how
//! to recover from a crash.
//!
//! A pure state machine that knows neither workers nor messages, only that requests are answered in
//! order, that an engine names the request that it works on, and that it may crash at any moment. A
//! new engine is sent everything again, one input at a time, so that an input that crashes it is
//! identified; an input that crashes two engines while it is alone with them is set aside, and the
//! others continue.

use std::collections::{HashMap, HashSet, VecDeque};
use tarazy_engine::{
    language::Language,
    lexicon::LexiconEdit,
    settings::{DocumentId, LexiconSource, ReadingOptions},
    study::{Change, Question},
};

use super::{
    ContentId, EngineState, Inputs, Plan, PlannedChange,
    protocol::{Command, Event, Reply, Request},
};

/// Number of consecutive crashes, without a reply between them, after which no engine is started
/// again.
const MOST_CRASHES: u8 = 8;

/// The same for crashes with replies between them, but without a complete table.
const MOST_CRASHES_PER_TABLE: u8 = 32;

/// What a request is about, and what is to blame when the engine crashes on it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum RequestTarget {
    /// A document's text.
    Document(DocumentId, ContentId),
    /// Another reading of a text that the engine holds.
    Reading(DocumentId, ContentId, ReadingOptions),
    /// The lexicon.
    Lexicon,
    /// An edit of the lexicon.
    Edit(LexiconEdit),
    /// Options, titles, order.
    Study,
    /// A question, by its number.
    Question(u32),
}

/// How to recover from a crash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recovery {
    /// Start a new engine and send everything again.
    Restart,
    /// The same, without the input that crashed two engines.
    RestartWithout(RequestTarget),
    /// Every engine crashes; do not start another.
    GiveUp,
}

/// How to treat a reply.
#[derive(Debug, PartialEq)]
pub enum Meaning {
    /// Show it.
    Show(Event),
    /// An input was refused.
    Refused(RequestTarget, Event),
    /// It belongs to an earlier state.
    Stale,
}

/// A request without an answer so far.
#[derive(Debug)]
struct Sent {
    sequence: u32,
    target: RequestTarget,
    /// The lexicon that is read for it, in bytes.
    lexicon_bytes: u64,
}

impl Sent {
    fn is_question(&self) -> bool {
        matches!(self.target, RequestTarget::Question(_))
    }
}

/// The state machine.
#[derive(Debug, Default)]
pub struct Supervisor {
    plan: Plan,
    set_aside: HashSet<ContentId>,
    questions: VecDeque<(u32, Command)>,
    crashing: Vec<Command>,
    asked: Vec<(u32, Command)>,
    sent: VecDeque<Sent>,
    sequence: u32,
    revision: u32,
    question: u32,
    crashes: HashMap<RequestTarget, u8>,
    is_cautious: bool,
    /// The request that the engine is working on, by its number.
    running: Option<u32>,
    /// The last state whose table was complete.
    counted: EngineState,
    crash_count: u8,
    crashes_since_table: u8,
}

impl Supervisor {
    /// Sets the wanted state. Returns `true` if it differs from the engine's.
    pub fn want(&mut self, inputs: &Inputs, language: Language) -> bool {
        let wanted = EngineState::wanted(inputs, language, &self.set_aside);
        let is_longer = wanted.is_longer_than(self.plan.wanted());
        self.plan.want(wanted);
        let differs = !self.plan.is_done();
        // A table of the texts before stays right when others come behind them.
        if differs && !is_longer {
            self.revision = self.revision.wrapping_add(1);
        }
        differs
    }

    /// Asks a question about the table on screen. A question that crashed two engines is not asked
    /// again.
    pub fn ask(&mut self, command: Command) {
        if !self.crashing.contains(&command) {
            self.question = self.question.wrapping_add(1);
            self.questions.push_back((self.question, command));
        }
    }

    /// Returns the next request to send and the text that goes with it, if one is due.
    pub fn next_request(&mut self) -> Option<(Request, Option<ContentId>)> {
        let is_open = self.sent.iter().any(|sent| !sent.is_question());
        if self.is_cautious && is_open {
            return None;
        }
        let documents = self.plan.current().documents.len();
        let (target, command, content) = if let Some(planned) = self.plan.advance() {
            let target = self.target_of(&planned, self.plan.current().documents.len() > documents);
            (target, Command::Change(planned.change), planned.content)
        } else {
            self.is_cautious &= is_open;
            let (number, command) = self.questions.pop_front()?;
            self.asked.push((number, command.clone()));
            (RequestTarget::Question(number), command, None)
        };
        self.sequence = self.sequence.wrapping_add(1);
        let lexicon_bytes = lexicon_bytes(&command);
        self.sent.push_back(Sent { sequence: self.sequence, target, lexicon_bytes });
        let request = Request { sequence: self.sequence, revision: self.revision, command };
        Some((request, content))
    }

    fn target_of(&self, planned: &PlannedChange, is_new: bool) -> RequestTarget {
        match (&planned.change, planned.content) {
            (Change::PutDocument { id, .. }, Some(content)) if is_new => RequestTarget::Document(*id, content),
            (Change::PutDocument { id, reading, .. }, Some(content)) => RequestTarget::Reading(*id, content, *reading),
            (Change::SetLanguage(id, _), _) => {
                let known = self.plan.current().documents.iter().find(|document| document.id == *id);
                known.map_or(RequestTarget::Study, |document| RequestTarget::Document(*id, document.content))
            }
            (Change::SetLexicon(_), _) => RequestTarget::Lexicon,
            (Change::EditLexicon(edit), _) => RequestTarget::Edit(edit.clone()),
            _ => RequestTarget::Study,
        }
    }

    /// Accepts a reply and returns how to treat it.
    pub fn receive(&mut self, reply: Reply) -> Meaning {
        let Reply { sequence, revision, event } = reply;
        match &event {
            // Progress may concern an earlier state than the wanted one.
            Event::Progress { .. } => return Meaning::Show(event),
            Event::Refused(_) => {
                self.settle(|sent| sent.is_question() && sent.sequence < sequence);
                let target = self.sent.iter().find(|sent| sent.sequence == sequence).map(|sent| sent.target.clone());
                self.settle(|sent| sent.sequence == sequence);
                return match target {
                    Some(target) => {
                        self.forget(&target);
                        Meaning::Refused(target, event)
                    }
                    None => Meaning::Stale,
                };
            }
            // The table follows.
            Event::Imported(_) => {}
            Event::Compared(_) => {
                self.settle(|sent| sent.sequence <= sequence);
                if !self.is_busy() {
                    self.crashes_since_table = 0;
                    self.counted = self.plan.current().clone();
                }
            }
            // Requests are answered in order: an earlier question has no answer, its text or
            // category no longer exists.
            Event::Answered(_) | Event::Written(_) => {
                self.settle(|sent| sent.is_question() && sent.sequence <= sequence);
            }
        }
        if revision == self.revision { Meaning::Show(event) } else { Meaning::Stale }
    }

    fn settle(&mut self, is_answered: impl Fn(&Sent) -> bool) {
        self.crash_count = 0;
        let (answered, open): (VecDeque<_>, VecDeque<_>) = self.sent.drain(..).partition(|sent| is_answered(sent));
        self.sent = open;
        for sent in answered {
            if let RequestTarget::Question(number) = sent.target {
                self.crashes.remove(&self.blamed(&sent.target));
                let command = self.asked.iter().find(|(asked, _)| *asked == number).map(|(_, command)| command.clone());
                self.asked.retain(|(_, asked)| Some(asked) != command.as_ref());
            } else if self.is_cautious {
                self.crashes.remove(&sent.target);
            }
        }
    }

    /// Removes a refused document: the engine does not hold it, and the owner of the inputs removes
    /// it as well. If another reading was refused, the engine keeps the previous one, and the owner
    /// of the inputs returns to it.
    fn forget(&mut self, target: &RequestTarget) {
        if let RequestTarget::Document(id, content) = target {
            self.plan.forget(*id);
            self.plan.leave_out(*content);
            self.set_aside.insert(*content);
        }
    }

    /// Called when the engine has named the request that it is working on, or rests.
    pub fn on_heartbeat(&mut self, running: Option<u32>) {
        self.running = running;
    }

    /// Called when the engine has crashed. Returns how to recover.
    ///
    /// An engine that crashes between two steps was stopped from outside, and no request is to
    /// blame. A change is to blame only where it was alone with the engine.
    pub fn on_worker_crash(&mut self) -> Recovery {
        self.crash_count = self.crash_count.saturating_add(1);
        self.crashes_since_table = self.crashes_since_table.saturating_add(1);
        let suspect = self.suspect();
        let unfinished = self.unfinished_files();
        self.expect_new_engine();
        for command in unfinished {
            self.ask(command);
        }
        if self.crash_count >= MOST_CRASHES || self.crashes_since_table >= MOST_CRASHES_PER_TABLE {
            return Recovery::GiveUp;
        }
        let Some(suspect) = suspect else { return Recovery::Restart };
        let blamed = self.blamed(&suspect);
        let count = self.crashes.entry(blamed.clone()).or_default();
        *count += 1;
        if *count < 2 {
            return Recovery::Restart;
        }
        self.crashes.remove(&blamed);
        let suspect = self.lexicon_behind(&suspect).unwrap_or(suspect);
        if !matches!(suspect, RequestTarget::Lexicon | RequestTarget::Edit(_) | RequestTarget::Study) {
            // The next engine has less to do.
            self.crashes_since_table = 0;
        }
        match &suspect {
            RequestTarget::Document(_, content) => {
                self.set_aside.insert(*content);
                self.plan.leave_out(*content);
            }
            RequestTarget::Reading(_, content, _) => self.plan.leave_out(*content),
            RequestTarget::Question(number) => {
                let command = self.asked.iter().find(|(asked, _)| asked == number).map(|(_, command)| command.clone());
                self.questions.retain(|(_, asked)| Some(asked) != command.as_ref());
                self.crashing.extend(command);
            }
            RequestTarget::Lexicon | RequestTarget::Edit(_) | RequestTarget::Study => {}
        }
        self.asked.clear();
        Recovery::RestartWithout(suspect)
    }

    /// A question that is asked again has a new number; the first number under which it was asked
    /// is blamed.
    fn blamed(&self, suspect: &RequestTarget) -> RequestTarget {
        let RequestTarget::Question(number) = suspect else { return suspect.clone() };
        let command = self.asked.iter().find(|(asked, _)| asked == number).map(|(_, command)| command);
        let first = self.asked.iter().find(|(_, asked)| Some(asked) == command);
        RequestTarget::Question(first.map_or(*number, |(number, _)| *number))
    }

    /// Returns what the engine crashed on, where that is certain.
    fn suspect(&self) -> Option<RequestTarget> {
        let running = self.running_request()?;
        let changes = self.sent.iter().filter(|sent| !sent.is_question()).count();
        (running.is_question() || changes == 1).then(|| running.target.clone())
    }

    /// Returns the other lexicon, or the last edit of it, where a text was counted before it came:
    /// then that is the cause, and not the text.
    fn lexicon_behind(&self, suspect: &RequestTarget) -> Option<RequestTarget> {
        let RequestTarget::Document(_, content) = suspect else { return None };
        if !self.counted.documents.iter().any(|document| document.content == *content) {
            return None;
        }
        let (counted, wanted) = (self.counted.lexicon.as_ref()?, self.plan.wanted().lexicon.as_ref()?);
        if counted == wanted {
            return None;
        }
        let ((origin, done), (same, edits)) = (counted.parts(), wanted.parts());
        let edit = edits.strip_prefix(done).filter(|_| origin == same).and_then(<[LexiconEdit]>::last);
        Some(edit.map_or(RequestTarget::Lexicon, |edit| RequestTarget::Edit(edit.clone())))
    }

    /// Returns the files that were asked for and have not come. Views of the page ask again by
    /// themselves; nobody else asks for a file.
    fn unfinished_files(&self) -> Vec<Command> {
        let sent = self.sent.iter().filter_map(|sent| match sent.target {
            RequestTarget::Question(number) => self.asked.iter().find(|(asked, _)| *asked == number),
            _ => None,
        });
        let commands = sent.chain(&self.questions).map(|(_, command)| command);
        let is_file = |command: &&Command| {
            matches!(command, Command::Write(_) | Command::Ask(Question::WholeText(_) | Question::LexiconFile(_)))
        };
        commands.filter(is_file).cloned().collect()
    }

    fn running_request(&self) -> Option<&Sent> {
        let running = self.running?;
        self.sent.iter().find(|sent| sent.sequence == running)
    }

    /// Returns `true` if the engine is in a step.
    pub fn is_running(&self) -> bool {
        self.running.is_some()
    }

    /// Returns `true` if the engine is answering a question.
    pub fn is_answering(&self) -> bool {
        self.running_request().is_some_and(Sent::is_question)
    }

    /// Returns the size of the lexicons that the engine has to work on, in bytes.
    pub fn lexicon_bytes(&self) -> u64 {
        let wanted = self.plan.wanted().lexicon.as_ref().map_or(0, |lexicon| read_bytes(lexicon));
        wanted + self.running_request().map_or(0, |running| running.lexicon_bytes)
    }

    /// Called when the user has stopped the work: a new engine is sent everything again.
    pub fn start_again(&mut self) {
        self.crash_count = 0;
        self.crashes_since_table = 0;
        self.expect_new_engine();
    }

    fn expect_new_engine(&mut self) {
        self.plan.restart();
        self.sent.clear();
        self.questions.clear();
        self.running = None;
        self.is_cautious = true;
        self.revision = self.revision.wrapping_add(1);
    }

    /// Returns `true` if the table on screen may be out of date.
    pub fn is_busy(&self) -> bool {
        self.sent.iter().any(|sent| !sent.is_question()) || !self.plan.is_done()
    }
}

/// Returns the size of the lexicon that a command brings, in bytes.
fn lexicon_bytes(command: &Command) -> u64 {
    match command {
        Command::Change(Change::SetLexicon(source)) => read_bytes(source),
        Command::Ask(Question::LexiconDifference(query)) => read_bytes(&query.before),
        _ => 0,
    }
}

/// Returns how much is read of a lexicon, in bytes.
fn read_bytes(source: &LexiconSource) -> u64 {
    source.file_bytes() as u64
}

#[cfg(test)]
mod tests;
