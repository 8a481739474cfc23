//! Keeps a disposable engine in step with the study: what to send next, what a reply means, what to do when it dies.
//!
//! A pure machine: it knows neither workers nor messages, only that requests are answered in order and that an engine may
//! stop at any moment. A new engine is told everything again, one input at a time, so that an input that kills it is known
//! for certain; one that does so twice is set aside, and the others go on.

use std::collections::{HashMap, HashSet, VecDeque};

use super::{ContentId, Inputs, Step, Told};
use tarazy_engine::{
    language::Language,
    lexicon::LexiconEdit,
    study::{Command, DocumentId, Event, Reading, Reply, Request},
};

/// How many engines may die in a row, without one answer between them, before no other is started.
const DEATHS_BEFORE_THE_END: u8 = 8;

/// What a request is about, and what is blamed when an engine dies over it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A document's text.
    Document(DocumentId, ContentId),
    /// Another reading of a text that the engine has.
    Reading(DocumentId, ContentId, Reading),
    /// The lexicon.
    Lexicon,
    /// An edit of the lexicon.
    Edit(LexiconEdit),
    /// Options, titles, order.
    Study,
    /// A question, by its place among the questions asked.
    Question(u32),
}

/// What a death leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Death {
    /// A new engine is to be started; everything is told again.
    Again,
    /// The same, without the input that killed two engines.
    Without(Subject),
    /// No engine survives; starting another is of no use.
    End,
}

/// What a reply means.
#[derive(Debug, PartialEq)]
pub enum Meaning {
    /// Show it.
    Show(Event),
    /// An input was refused.
    Refused(Subject, Event),
    /// It belongs to a state that is gone.
    Stale,
}

/// A request that is not answered yet.
#[derive(Debug)]
struct Sent {
    sequence: u32,
    subject: Subject,
}

impl Sent {
    fn is_question(&self) -> bool {
        matches!(self.subject, Subject::Question(_))
    }
}

/// The machine.
#[derive(Debug, Default)]
pub struct Supervisor {
    told: Told,
    wanted: Told,
    set_aside: HashSet<ContentId>,
    questions: VecDeque<(u32, Command)>,
    deadly: Vec<Command>,
    asked: Vec<(u32, Command)>,
    sent: VecDeque<Sent>,
    sequence: u32,
    revision: u32,
    question: u32,
    strikes: HashMap<Subject, u8>,
    is_cautious: bool,
    in_work: Option<DocumentId>,
    deaths: u8,
}

impl Supervisor {
    /// Says what is wanted from now on. Returns whether that differs from what the engine was told.
    pub fn want(&mut self, inputs: &Inputs, language: Language) -> bool {
        self.wanted = Told::wanted(inputs, language, &self.set_aside);
        let differs = self.told.clone().advance(&self.wanted).is_some();
        if differs {
            self.revision = self.revision.wrapping_add(1);
        }
        differs
    }

    /// Asks a question about the table that is shown. A question that killed two engines is not asked again.
    pub fn ask(&mut self, command: Command) {
        if !self.deadly.contains(&command) {
            self.question = self.question.wrapping_add(1);
            self.questions.push_back((self.question, command));
        }
    }

    /// Returns the next request to send and the text that travels beside it, if it is time for one.
    pub fn next_request(&mut self) -> Option<(Request, Option<ContentId>)> {
        let is_open = self.sent.iter().any(|sent| !sent.is_question());
        if self.is_cautious && is_open {
            return None;
        }
        let documents = self.told.documents.len();
        let (subject, step) = if let Some(step) = self.told.advance(&self.wanted) {
            (self.subject_of(&step, self.told.documents.len() > documents), step)
        } else {
            self.is_cautious &= is_open;
            let (number, command) = self.questions.pop_front()?;
            self.asked.push((number, command.clone()));
            (Subject::Question(number), command.into())
        };
        self.sequence = self.sequence.wrapping_add(1);
        self.sent.push_back(Sent { sequence: self.sequence, subject });
        let request = Request { sequence: self.sequence, revision: self.revision, command: step.command };
        Some((request, step.content))
    }

    fn subject_of(&self, step: &Step, is_new: bool) -> Subject {
        match (&step.command, step.content) {
            (Command::PutDocument { id, .. }, Some(content)) if is_new => Subject::Document(*id, content),
            (Command::PutDocument { id, reading, .. }, Some(content)) => Subject::Reading(*id, content, *reading),
            (Command::SetLanguage(id, _), _) => {
                let known = self.told.documents.iter().find(|document| document.id == *id);
                known.map_or(Subject::Study, |document| Subject::Document(*id, document.content))
            }
            (Command::SetLexicon(_), _) => Subject::Lexicon,
            (Command::EditLexicon(edit), _) => Subject::Edit(edit.clone()),
            _ => Subject::Study,
        }
    }

    /// Takes a reply and says what it means.
    pub fn receive(&mut self, reply: Reply) -> Meaning {
        let Reply { sequence, revision, event } = reply;
        self.in_work = None;
        match &event {
            Event::Progress { document, .. } => {
                // Whatever the engine is at stands before what is wanted now.
                self.in_work = *document;
                return Meaning::Show(event);
            }
            Event::Rejected { .. } => {
                self.settle(|sent| sent.is_question() && sent.sequence < sequence);
                let subject = self.sent.iter().find(|sent| sent.sequence == sequence).map(|sent| sent.subject.clone());
                self.settle(|sent| sent.sequence == sequence);
                return match subject {
                    Some(subject) => {
                        self.forget(&subject);
                        Meaning::Refused(subject, event)
                    }
                    None => Meaning::Stale,
                };
            }
            // The table follows.
            Event::Imported(_) => {}
            Event::Compared(_) => self.settle(|sent| sent.sequence <= sequence),
            // Requests are answered in order: a question before this one has no answer, its text or category is gone.
            Event::Explained(_)
            | Event::Receipt(_)
            | Event::WholeText { .. }
            | Event::Contexts(_)
            | Event::Text(_)
            | Event::Probed(_)
            | Event::Outline(_)
            | Event::Tried(_)
            | Event::Found(_)
            | Event::LexiconFile(_)
            | Event::Parallel(_)
            | Event::Linted(_)
            | Event::LexiconsCompared(_)
            | Event::PoliciesCompared(_)
            | Event::Recorded(_)
            | Event::Verified(_)
            | Event::Dispersed(_)
            | Event::Written(_) => {
                self.settle(|sent| sent.is_question() && sent.sequence <= sequence);
            }
        }
        if revision == self.revision { Meaning::Show(event) } else { Meaning::Stale }
    }

    fn settle(&mut self, is_answered: impl Fn(&Sent) -> bool) {
        self.deaths = 0;
        let (answered, open): (VecDeque<_>, VecDeque<_>) = self.sent.drain(..).partition(|sent| is_answered(sent));
        self.sent = open;
        for sent in answered {
            if self.is_cautious {
                self.strikes.remove(&sent.subject);
            }
            if let Subject::Question(number) = sent.subject {
                self.asked.retain(|(asked, _)| *asked != number);
            }
        }
    }

    /// What was refused is not in the engine; whoever keeps the inputs takes it out of them as well. Where another reading was
    /// refused the engine keeps the text as it was, and whoever keeps the inputs goes back to that.
    fn forget(&mut self, subject: &Subject) {
        if let Subject::Document(id, content) = subject {
            self.told.documents.retain(|document| document.id != *id);
            self.set_aside.insert(*content);
            self.wanted.documents.retain(|document| document.content != *content);
        }
    }

    /// Takes note that the engine died, and says what to do.
    pub fn die(&mut self) -> Death {
        self.deaths = self.deaths.saturating_add(1);
        let suspect = self.suspect();
        self.start_again();
        if self.deaths >= DEATHS_BEFORE_THE_END {
            return Death::End;
        }
        let Some(suspect) = suspect else { return Death::Again };
        let blamed = self.blamed(&suspect);
        let strikes = self.strikes.entry(blamed.clone()).or_default();
        *strikes += 1;
        if *strikes < 2 {
            return Death::Again;
        }
        self.strikes.remove(&blamed);
        match &suspect {
            Subject::Document(_, content) => {
                self.set_aside.insert(*content);
                self.wanted.documents.retain(|document| document.content != *content);
            }
            Subject::Reading(_, content, _) => self.wanted.documents.retain(|document| document.content != *content),
            Subject::Question(number) => {
                let command = self.asked.iter().find(|(asked, _)| asked == number).map(|(_, command)| command.clone());
                self.deadly.extend(command);
            }
            Subject::Lexicon | Subject::Edit(_) | Subject::Study => {}
        }
        self.asked.clear();
        Death::Without(suspect)
    }

    /// A question asked again has another number; the first number under which it was asked is blamed.
    fn blamed(&self, suspect: &Subject) -> Subject {
        let Subject::Question(number) = suspect else { return suspect.clone() };
        let command = self.asked.iter().find(|(asked, _)| asked == number).map(|(_, command)| command);
        let first = self.asked.iter().find(|(_, asked)| Some(asked) == command);
        Subject::Question(first.map_or(*number, |(number, _)| *number))
    }

    /// Returns what the engine was most likely at work on: the document that it named last, else what it was sent first.
    fn suspect(&self) -> Option<Subject> {
        let named = self.in_work.and_then(|id| {
            let is_named = |sent: &&Sent| match sent.subject {
                Subject::Document(document, _) | Subject::Reading(document, ..) => document == id,
                _ => false,
            };
            self.sent.iter().find(is_named)
        });
        named.or(self.sent.front()).map(|sent| sent.subject.clone())
    }

    /// Prepares for a fresh engine, after a death or because the reader stopped the work.
    pub fn start_again(&mut self) {
        self.told = Told::default();
        self.sent.clear();
        self.questions.clear();
        self.in_work = None;
        self.is_cautious = true;
        self.revision = self.revision.wrapping_add(1);
    }

    /// Says whether the table that is shown may be out of date.
    pub fn is_busy(&self) -> bool {
        self.sent.iter().any(|sent| !sent.is_question()) || self.told.clone().advance(&self.wanted).is_some()
    }
}

#[cfg(test)]
#[path = "supervisor_tests.rs"]
mod tests;
