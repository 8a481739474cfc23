//! Requests in their order → replies, in steps that are short enough to answer between them.
//!
//! Changes that wait together are answered by one table; where many texts come, by one for each
//! half of them that is new, so that the first rows are there while others are read. A question is
//! answered when everything before it is done.
//!
//! A search is asked at every letter that is typed: one that still waits when the next comes has no
//! reply.
//!
//! Law: the same requests give the same replies, progress and searches that another follows left out,
//! in whatever steps they are handled.

use std::collections::VecDeque;

use super::protocol::{Command, Event, Reply, Request};
use tarazy_engine::study::{AskError, Change, Engine, Progress, Query, Question};

/// An engine with the requests that wait for it.
#[derive(Default)]
pub struct RequestQueue {
    engine: Engine,
    waiting: VecDeque<Request>,
    /// The size of the texts that wait.
    waiting_bytes: u64,
    /// Sequence and revision of the latest change, until its table is sent.
    unanswered: Option<(u32, u32)>,
    /// The number of texts that were put in, and of those since the last table.
    texts: usize,
    new_texts: usize,
    /// Whether the question at the front was begun.
    is_begun: bool,
}

/// The fewest new texts that are answered by a table while other changes wait.
const LEAST_NEW_TEXTS: usize = 16;
/// Of this number of texts one must be new for such a table, so that all tables together cost no more
/// than three times the last one.
const TEXTS_PER_NEW: usize = 2;

impl RequestQueue {
    /// Adds a request; nothing is done before [`RequestQueue::step`].
    pub fn submit(&mut self, request: Request) {
        if is_search(&request) {
            // What the first one needs may be in work.
            let mut is_first = true;
            self.waiting.retain(|waiting| std::mem::take(&mut is_first) || !is_search(waiting));
        }
        self.waiting_bytes += text_bytes(&request);
        self.waiting.push_back(request);
    }

    /// Returns `true` if nothing is left to do.
    pub fn is_idle(&self) -> bool {
        self.waiting.is_empty() && !self.engine.is_changing() && self.unanswered.is_none()
    }

    /// Returns the request that the next step works on; for the table, the last change that it
    /// answers.
    pub fn running(&self) -> Option<u32> {
        let next = self.waiting.front();
        let unanswered = self.unanswered.filter(|_| self.engine.is_changing() || self.is_table_due());
        unanswered.map(|(sequence, _)| sequence).or(next.map(|request| request.sequence))
    }

    /// Returns `true` if changes that were made are to be answered before others that wait.
    fn is_table_due(&self) -> bool {
        let next_is_change = matches!(self.waiting.front(), Some(Request { command: Command::Change(_), .. }));
        !next_is_change || self.new_texts >= LEAST_NEW_TEXTS.max(self.texts / TEXTS_PER_NEW)
    }

    /// Does one piece of the work; returns a reply where it completes something or is long.
    pub fn step(&mut self) -> Option<Reply> {
        if self.engine.is_changing() {
            return self.advance();
        }
        if let Some((sequence, revision)) = self.unanswered.filter(|_| self.is_table_due()) {
            if self.engine.count() {
                return None;
            }
            self.unanswered = None;
            self.new_texts = 0;
            let event = Event::Compared(Box::new(self.engine.table()));
            return Some(Reply { sequence, revision, event });
        }
        if self.prepare() {
            return None;
        }
        let next = self.waiting.pop_front()?;
        self.waiting_bytes -= text_bytes(&next);
        let Request { sequence, revision, command } = next;
        self.is_begun = false;
        let event = match command {
            Command::Change(change) => {
                self.unanswered = Some((sequence, revision));
                if matches!(change, Change::PutDocument { .. }) {
                    self.texts += 1;
                    self.new_texts += 1;
                }
                let begun =
                    self.engine.begin(change).map(|report| report.map(|report| Event::Imported(Box::new(report))));
                begun.unwrap_or_else(|refusal| Some(Event::Refused(refusal)))
            }
            Command::Ask(question) => event(self.engine.answer(question).map(Event::Answered)),
            Command::Write(query) => event(self.engine.answer(query).map(|file| Event::Written(Box::new(file)))),
        };
        event.map(|event| Reply { sequence, revision, event })
    }

    /// Does one piece of what the question at the front needs; returns `false` when it can be
    /// answered at once.
    fn prepare(&mut self) -> bool {
        let Self { engine, waiting, is_begun, .. } = self;
        match waiting.front().map(|request| &request.command) {
            Some(Command::Ask(question)) => prepare(engine, is_begun, question),
            Some(Command::Write(query)) => prepare(engine, is_begun, query),
            Some(Command::Change(_)) | None => false,
        }
    }

    /// Goes on with the text that is on its way in; returns how far it is, unless it is complete.
    fn advance(&mut self) -> Option<Reply> {
        let Progress { document, done, total } = self.engine.advance()?;
        let (sequence, revision) = self.unanswered.expect("a change was begun");
        let total = (total + self.waiting_bytes).max(1);
        Some(Reply { sequence, revision, event: Event::Progress { document, done, total } })
    }
}

fn is_search(request: &Request) -> bool {
    matches!(request.command, Command::Ask(Question::Search(_)))
}

/// Returns the size of the text that a request brings.
fn text_bytes(request: &Request) -> u64 {
    match &request.command {
        Command::Change(Change::PutDocument { bytes, .. }) => bytes.len() as u64,
        _ => 0,
    }
}

fn prepare<Q: Query>(engine: &mut Engine, is_begun: &mut bool, query: &Q) -> bool {
    if !std::mem::replace(is_begun, true) {
        engine.begin_question(query);
    }
    engine.prepare(query)
}

/// Returns the event of an answer; none where the question is about something that was removed.
fn event(answer: Result<Event, AskError>) -> Option<Event> {
    match answer {
        Ok(event) => Some(event),
        Err(AskError::NotThere) => None,
        Err(AskError::Refused(refusal)) => Some(Event::Refused(refusal)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tarazy_engine::{
        matching::ColumnId,
        settings::{DocumentId, LanguageChoice, LexiconSource, ReadingOptions},
        study::{Answer, ContextsQuery, LexiconDifferenceQuery, Question, SearchQuery, VerificationQuery},
    };

    fn put(id: u32, text: &str) -> Change {
        Change::PutDocument {
            id: DocumentId(id),
            title: format!("Мәтін {id}"),
            file: None,
            language: LanguageChoice::Auto,
            reading: ReadingOptions::default(),
            bytes: text.as_bytes().to_vec(),
        }
    }

    fn lexicon() -> Change {
        Change::SetLexicon(LexiconSource::Builtin("values".to_owned()))
    }

    fn contexts() -> Question {
        ContextsQuery { limit: 10, ..ContextsQuery::new(ColumnId(0)) }.into()
    }

    /// Submits commands with their numbers and returns the replies, progress left out.
    fn replies(commands: Vec<Command>) -> Vec<Reply> {
        let mut queue = RequestQueue::default();
        for (sequence, command) in (1..).zip(commands) {
            queue.submit(Request { sequence, revision: 7, command });
        }
        let mut replies = Vec::new();
        while !queue.is_idle() {
            replies.extend(queue.step().filter(|reply| !matches!(reply.event, Event::Progress { .. })));
        }
        replies
    }

    #[test]
    fn the_first_of_many_texts_are_answered_while_others_wait() {
        let changes = (1..=200).map(|id| put(id, "Сөз бостандығы.")).map(Command::Change);
        let rows = |reply: &Reply| match &reply.event {
            Event::Compared(table) => table.documents.len(),
            other => panic!("{other:?}"),
        };
        let rows: Vec<usize> = replies(changes.collect()).iter().map(rows).collect();
        assert_eq!(rows[0], LEAST_NEW_TEXTS);
        assert_eq!(rows.last(), Some(&200));
        assert!(rows.iter().sum::<usize>() < 3 * 200, "{rows:?}");
    }

    #[test]
    fn changes_that_wait_together_are_answered_by_one_table() {
        let text = "Сөз бостандығына кепілдік беріледі.";
        let changes = [lexicon(), put(1, text), put(2, text)].map(Command::Change);
        let replies = replies(changes.into_iter().chain([Command::Ask(contexts())]).collect());
        let [table, answer] = &replies[..] else { panic!("{replies:?}") };
        assert!(matches!(&table.event, Event::Compared(table) if table.documents.len() == 2));
        assert_eq!((table.sequence, table.revision, answer.sequence), (3, 7, 4));
        assert!(matches!(&answer.event, Event::Answered(Answer::Contexts(page)) if page.total == 2), "{answer:?}");
    }

    #[test]
    fn what_cannot_be_read_is_rejected_and_the_table_stays() {
        let bad =
            Change::SetLexicon(LexiconSource::File { name: "bad.toml".to_owned(), text: "format = 9".to_owned() });
        let other = LexiconSource::Builtin("nonsense".to_owned());
        let difference = LexiconDifferenceQuery { before: other, offset: 0, limit: 1, causes: 1 };
        let commands =
            vec![Command::Change(put(1, "Адам құқықтары")), Command::Change(bad), Command::Ask(difference.into())];
        let replies = replies(commands);
        let [bad, table, refused] = &replies[..] else { panic!("{replies:?}") };
        assert!(matches!(&bad.event, Event::Refused(refusal) if !refusal.problems.is_empty()));
        assert!(matches!(&table.event, Event::Compared(table) if table.documents.len() == 1));
        assert!(matches!(refused.event, Event::Refused(_)));
        assert_eq!((bad.sequence, table.sequence, refused.sequence), (2, 2, 3));
    }

    #[test]
    fn a_search_that_another_follows_has_no_reply() {
        let searches = ["б", "бо", "бостандық"].map(|pattern| Command::Ask(SearchQuery::new(pattern).into()));
        let [first, second, last] = searches;
        let changes = [lexicon(), put(1, "Сөз бостандығына кепілдік беріледі.")].map(Command::Change);
        let commands = changes.into_iter().chain([first, second, Command::Ask(contexts()), last]);
        let replies = replies(commands.collect());
        assert_eq!(replies.iter().map(|reply| reply.sequence).collect::<Vec<_>>(), [2, 5, 6]);
        let Event::Answered(Answer::Search(page)) = &replies[2].event else { panic!("{replies:?}") };
        assert_eq!((page.query.pattern.as_str(), page.total), ("бостандық", 1));
    }

    #[test]
    fn the_request_in_work_is_named_before_each_step() {
        let mut queue = RequestQueue::default();
        let commands =
            [Command::Change(lexicon()), Command::Change(put(1, "Бостандық пен әділдік")), Command::Ask(contexts())];
        for (sequence, command) in (1..).zip(commands) {
            queue.submit(Request { sequence, revision: 1, command });
        }
        let mut named = Vec::new();
        while !queue.is_idle() {
            named.extend(queue.running());
            queue.step();
        }
        named.dedup();
        assert_eq!((named, queue.running()), (vec![1, 2, 3], None));
    }

    #[test]
    fn a_check_counts_once() {
        let mut queue = RequestQueue::default();
        let changes = [lexicon(), put(1, "Бостандық пен әділдік")].map(Command::Change);
        for (sequence, command) in (1..).zip(changes) {
            queue.submit(Request { sequence, revision: 1, command });
        }
        let mut table = None;
        while !queue.is_idle() {
            if let Some(Reply { event: Event::Compared(compared), .. }) = queue.step() {
                table = Some(compared);
            }
        }
        let published = table.expect("a table");
        let command = Command::Ask(VerificationQuery { published }.into());
        queue.submit(Request { sequence: 3, revision: 1, command });
        let mut steps = 0;
        let answer = loop {
            steps += 1;
            if let Some(reply) = queue.step() {
                break reply.event;
            }
        };
        assert!(matches!(answer, Event::Answered(Answer::Verification(check)) if check.discrepancies.is_empty()));
        assert_eq!(steps, 2, "one for the document, one for the answer");
        assert!(queue.is_idle());
    }
}
