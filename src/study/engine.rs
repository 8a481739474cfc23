//! The engine behind the door.

use std::collections::VecDeque;

use rustc_hash::FxHashMap;

use super::{
    CellExplanation, ColumnId, Command, ContextLine, ContextPage, DocumentId, DocumentReceipt, EntryProbe, Event,
    FormCount, LanguageChoice, LexiconSource, Mark, Options, Problem, Reading, Reply, Request, TextPage,
    document::Document, part::FormEvidence, probe, table::comparison,
};
use crate::{
    context::{context, matched_by, page_around, runs},
    intake::{Decoded, decode},
    language::{Language, collation},
    lexicon::{Diagnostic, EntryId, Lexicon, LexiconError, builtin_source, changed_entries, read_toml},
    matching::{Cell, Match, Matcher, Status},
    repair::{Repaired, repair},
    text::{Interner, Tokenizer, sha256, small, tokenize_pretokenized},
};

/// How much of a text is tokenized in one step, in bytes: a few milliseconds.
const STEP_BYTES: usize = 128 << 10;

/// How many distinct words of each kind a receipt lists.
const RECEIPT_WORDS: usize = 200;

/// How much of a text a receipt shows, in characters.
const EXCERPT_CHARACTERS: usize = 240;

/// Owns texts, lexicon and matches; does what it is asked in small steps, so that whoever drives it stays responsive.
///
/// Law: the same commands give the same events, in whatever steps they are done.
#[derive(Default)]
pub struct Engine {
    waiting: VecDeque<Request>,
    interner: Interner,
    documents: Vec<Document>,
    lexicon: Lexicon,
    /// How many entries of the lexicon differ from the built-in one with its id.
    changes: Option<u32>,
    options: Options,
    is_pretokenized: bool,
    matchers: FxHashMap<Option<Language>, Matcher>,
    form_evidence: FormEvidence,
    work: Option<Tokenizing>,
    /// The latest request that changed the table, until the table is sent.
    unanswered: Option<(u32, u32)>,
}

/// A document on its way in.
struct Tokenizing {
    document: Document,
    tokenizer: Tokenizer,
}

impl Engine {
    /// Makes an engine with an empty study and an empty lexicon.
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes an engine that takes texts as one token a line.
    pub fn pretokenized() -> Self {
        Self { is_pretokenized: true, ..Self::default() }
    }

    /// Takes a request; nothing is done before [`Engine::step`].
    pub fn submit(&mut self, request: Request) {
        self.waiting.push_back(request);
    }

    /// Says whether nothing waits.
    pub fn is_idle(&self) -> bool {
        self.waiting.is_empty() && self.work.is_none() && self.unanswered.is_none()
    }

    /// Does one small piece of the waiting work and returns what there is to say.
    ///
    /// Changes that wait together are answered by one table.
    pub fn step(&mut self) -> Vec<Reply> {
        if self.work.is_some() {
            return self.tokenize();
        }
        let next_asks = self.waiting.front().is_none_or(|request| !changes_table(&request.command));
        if let Some((sequence, revision)) = self.unanswered.filter(|_| next_asks) {
            if self.count_next() {
                return Vec::new();
            }
            self.unanswered = None;
            let mut table = comparison(&self.lexicon, &self.options, &self.documents, self.interner.vocabulary());
            table.lexicon.changes = self.changes;
            return vec![Reply { sequence, revision, event: Event::Compared(Box::new(table)) }];
        }
        let Some(request) = self.waiting.pop_front() else { return Vec::new() };
        let (sequence, revision) = (request.sequence, request.revision);
        let is_change = changes_table(&request.command);
        let event = self.perform(request.command);
        if is_change {
            self.unanswered = Some((sequence, revision));
        }
        event.into_iter().map(|event| Reply { sequence, revision, event }).collect()
    }

    /// Does all that waits and returns everything there is to say, progress left out.
    pub fn run(&mut self) -> Vec<Reply> {
        let mut replies = Vec::new();
        while !self.is_idle() {
            replies.extend(self.step());
        }
        replies.retain(|reply| !matches!(reply.event, Event::Progress { .. }));
        replies
    }

    fn perform(&mut self, command: Command) -> Option<Event> {
        match command {
            Command::PutDocument { id, title, file, language, reading, bytes } => {
                self.put(id, title, file, language, reading, bytes)
            }
            Command::RemoveDocument(id) => {
                self.documents.retain(|document| document.id != id);
                None
            }
            Command::RenameDocument(id, title) => {
                if let Some(document) = self.document_mut(id) {
                    document.title = title;
                }
                None
            }
            Command::SetLanguage(id, choice) => {
                if let Some(document) = self.documents.iter_mut().find(|document| document.id == id) {
                    document.choice = choice;
                    document.part(&mut self.interner, &mut self.form_evidence);
                    document.forget_counts();
                }
                None
            }
            Command::OrderDocuments(order) => {
                let place = |document: &Document| order.iter().position(|id| *id == document.id).unwrap_or(order.len());
                self.documents.sort_by_key(place);
                None
            }
            Command::SetLexicon(source) => self.set_lexicon(&source),
            Command::SetOptions(options) => {
                if options != self.options {
                    self.options = options;
                    self.forget_counts();
                }
                None
            }
            Command::Explain(document, column) => self.explain(document, column),
            Command::Receipt(document) => self.receipt(document),
            Command::WholeText(id) => {
                let found = self.documents.iter().find(|document| document.id == id)?;
                Some(Event::WholeText { document: id, text: found.text().to_owned() })
            }
            Command::Contexts { document, column, offset, limit, width } => {
                Some(self.contexts(document, column, offset, limit, width))
            }
            Command::Read { document, at } => self.read(document, at),
            Command::Probe { entry, document } => self.probe(entry, document),
            Command::Entries { category, language, only_unmatched, offset, limit } => {
                self.match_documents(None);
                let asked = probe::Asked { category, language, only_unmatched, offset, limit };
                Some(Event::Entries(Box::new(probe::entries(&self.lexicon, &self.documents, asked))))
            }
        }
    }

    fn put(
        &mut self,
        id: DocumentId,
        title: String,
        file: Option<String>,
        choice: LanguageChoice,
        reading: Reading,
        bytes: Vec<u8>,
    ) -> Option<Event> {
        let sha256 = sha256(&bytes);
        match decode(bytes, reading.encoding) {
            Ok(Decoded { text, encoding, confidence, replaced }) => {
                // One token a line is what the reader made of the text: it stays as it is.
                let repaired =
                    if self.is_pretokenized { Repaired::untouched(text) } else { repair(text, reading.repairs) };
                let mut document = Document::new(id, title, choice, repaired, (encoding, confidence), sha256);
                document.replaced = replaced;
                self.work = Some(Tokenizing { document, tokenizer: Tokenizer::new() });
                None
            }
            Err(error) => {
                let name = file.unwrap_or(title);
                Some(Event::Rejected { document: Some(id), problems: vec![error.problem(&name)] })
            }
        }
    }

    /// Goes on with the document that is on its way in.
    fn tokenize(&mut self) -> Vec<Reply> {
        let Some(mut work) = self.work.take() else { return Vec::new() };
        let text = work.document.repaired.text();
        if self.is_pretokenized {
            work.document.tokens = tokenize_pretokenized(text, &mut self.interner);
        } else if work.tokenizer.advance(text, &mut self.interner, STEP_BYTES) {
            work.document.tokens = work.tokenizer.finish(&self.interner);
        } else {
            let (sequence, revision) = self.unanswered.unwrap_or_default();
            let done = work.tokenizer.done_bytes() as u64;
            let total = text.len() as u64 + self.waiting_bytes();
            let event = Event::Progress { document: Some(work.document.id), done, total: total.max(1) };
            self.work = Some(work);
            return vec![Reply { sequence, revision, event }];
        }
        work.document.part(&mut self.interner, &mut self.form_evidence);
        match self.documents.iter_mut().find(|document| document.id == work.document.id) {
            Some(document) => *document = work.document,
            None => self.documents.push(work.document),
        }
        Vec::new()
    }

    fn waiting_bytes(&self) -> u64 {
        let bytes = |request: &Request| match &request.command {
            Command::PutDocument { bytes, .. } => bytes.len() as u64,
            _ => 0,
        };
        self.waiting.iter().map(bytes).sum()
    }

    /// Counts one document that was not counted; says whether there was one.
    fn count_next(&mut self) -> bool {
        let Some(at) = self.documents.iter().position(|document| document.cells.is_none()) else { return false };
        let document = &mut self.documents[at];
        let vocabulary = self.interner.vocabulary();
        let mut cells: Vec<Cell> = Vec::new();
        for part in &document.parts {
            let matcher = matcher(&mut self.matchers, &self.lexicon, &self.options, part.language);
            let tokens = part.tokens(document.compared());
            let own = matcher.count(document.repaired.text(), tokens, vocabulary, self.options.policy);
            cells.resize(own.len(), Cell::default());
            cells.iter_mut().zip(own).for_each(|(cell, own)| cell.merge(own));
        }
        document.cells = Some(cells);
        true
    }

    fn set_lexicon(&mut self, source: &LexiconSource) -> Option<Event> {
        let (name, text) = match source {
            LexiconSource::Builtin(id) => (format!("{id}.toml"), builtin_source(id)),
            LexiconSource::File { name, text } => (name.clone(), Some(text.as_str())),
        };
        let unknown = || {
            let error = LexiconError::UnknownBuiltin { id: name.clone() };
            vec![Diagnostic { error, line: 0, column: 0 }]
        };
        match text.ok_or_else(unknown).and_then(read_toml) {
            Ok(reading) => {
                self.lexicon = reading.lexicon;
                // A built-in lexicon is its own original.
                let is_own = matches!(source, LexiconSource::File { .. });
                self.changes = if is_own { changes(&self.lexicon) } else { None };
                self.forget_counts();
                None
            }
            Err(diagnostics) => {
                let problems: Vec<Problem> = diagnostics.iter().map(|diagnostic| diagnostic.problem(&name)).collect();
                Some(Event::Rejected { document: None, problems })
            }
        }
    }

    fn forget_counts(&mut self) {
        self.matchers.clear();
        self.documents.iter_mut().for_each(Document::forget_counts);
    }

    fn explain(&mut self, id: DocumentId, column: ColumnId) -> Option<Event> {
        let at = self.documents.iter().position(|document| document.id == id)?;
        self.match_document(at);
        let document = &self.documents[at];
        let own = document.matches.iter().flatten().filter(|found| found.column == column.0);
        let mut forms: FxHashMap<(String, &str), u64> = FxHashMap::default();
        let (mut shadowed, mut excluded, mut negated) = (0, 0, 0);
        for found in own {
            match found.status {
                Status::Shadowed => shadowed += 1,
                Status::Excluded => excluded += 1,
                Status::Negated => negated += 1,
                Status::Counted => {
                    let entry = self.lexicon.entry(found.entry).map_or("", |entry| entry.pattern.text.as_str());
                    *forms.entry((self.form(document, found), entry)).or_default() += 1;
                }
            }
        }
        let count =
            |((form, entry), matches): ((String, &str), u64)| FormCount { form, entry: entry.to_owned(), matches };
        let mut forms: Vec<FormCount> = forms.into_iter().map(count).collect();
        let language = document.language().unwrap_or(Language::English);
        forms.sort_by(|left, right| {
            let by_form = || collation::compare(&left.form, &right.form, language);
            right.matches.cmp(&left.matches).then_with(by_form).then_with(|| left.entry.cmp(&right.entry))
        });
        let cell = document.cells.as_ref().and_then(|cells| cells.get(column.0 as usize)).copied();
        let cell: Cell = cell.unwrap_or_default();
        let explanation = CellExplanation { document: id, column, cell, forms, shadowed, excluded, negated };
        Some(Event::Explained(Box::new(explanation)))
    }

    fn receipt(&self, id: DocumentId) -> Option<Event> {
        let document = self.documents.iter().find(|document| document.id == id)?;
        Some(Event::Receipt(Box::new(DocumentReceipt {
            document: id,
            encoding: document.encoding,
            encoding_confidence: document.encoding_confidence,
            excerpt: excerpt(document.text()),
            receipt: document.repaired.receipt(RECEIPT_WORDS),
        })))
    }

    /// The words of a match in their folded forms.
    fn form(&self, document: &Document, found: &Match) -> String {
        let types = &document.compared().types()[found.first as usize..][..found.count as usize];
        let words: Vec<&str> = types.iter().map(|id| self.interner.vocabulary().form(*id)).collect();
        words.join(" ")
    }

    /// Finds the matches of a document, once.
    fn match_document(&mut self, at: usize) {
        let document = &mut self.documents[at];
        if document.matches.is_none() {
            let vocabulary = self.interner.vocabulary();
            let mut matches: Vec<Match> = Vec::new();
            for part in &document.parts {
                let matcher = matcher(&mut self.matchers, &self.lexicon, &self.options, part.language);
                let tokens = part.tokens(document.compared());
                let own = matcher.matches(document.repaired.text(), tokens, vocabulary, self.options.policy);
                matches.extend(own.into_iter().map(|found| Match { first: part.in_document(found.first), ..found }));
            }
            // A stable sort keeps the order in which the matcher returns the matches of one token.
            matches.sort_by_key(|found| found.first);
            document.matches = Some(matches);
        }
    }

    /// Finds the matches of one document, or of all.
    fn match_documents(&mut self, id: Option<DocumentId>) {
        for at in 0..self.documents.len() {
            if id.is_none_or(|id| id == self.documents[at].id) {
                self.match_document(at);
            }
        }
    }

    fn probe(&mut self, entry: EntryId, id: Option<DocumentId>) -> Option<Event> {
        self.match_documents(id);
        let documents: Vec<&Document> =
            self.documents.iter().filter(|document| id.is_none_or(|id| id == document.id)).collect();
        let probe = probe::probe(&self.lexicon, entry, &documents, self.interner.vocabulary(), &self.options)?;
        Some(Event::Probed(Box::new(EntryProbe { document: id, ..probe })))
    }

    fn contexts(&mut self, id: Option<DocumentId>, column: ColumnId, offset: u32, limit: u32, width: u32) -> Event {
        let wanted = |document: &Document| id.is_none_or(|id| id == document.id);
        self.match_documents(id);
        let counted = |found: &&Match| found.column == column.0 && found.status == Status::Counted;
        let mut total = 0;
        let mut lines = Vec::new();
        for document in self.documents.iter().filter(|document| wanted(document)) {
            for found in document.matches.iter().flatten().filter(counted) {
                if total >= offset && total - offset < limit {
                    lines.push(self.line(document, found, width));
                }
                total += 1;
            }
        }
        Event::Contexts(Box::new(ContextPage { document: id, column, offset, total, lines }))
    }

    fn line(&self, document: &Document, found: &Match, width: u32) -> ContextLine {
        let around = context(document.repaired.text(), found.span, width);
        let entry = self.lexicon.entry(found.entry);
        let category = entry.and_then(|entry| self.lexicon.category(entry.category));
        let vocabulary = self.interner.vocabulary();
        let words = probe::words(document, found, vocabulary, &self.options);
        let language = document.language_at(found.first);
        ContextLine {
            document: document.id,
            span: found.span,
            left: around.left,
            node: around.node,
            right: around.right,
            entry_id: found.entry,
            entry: entry.map(|entry| entry.pattern.text.clone()).unwrap_or_default(),
            form: probe::form(document, found, vocabulary, &self.options),
            category: category.map(|category| category.path.clone()).unwrap_or_default(),
            matched_by: entry.map(|entry| matched_by(entry, &words, language)).unwrap_or_default(),
        }
    }

    fn read(&mut self, id: DocumentId, at: u32) -> Option<Event> {
        let place = self.documents.iter().position(|document| document.id == id)?;
        self.match_document(place);
        let document = &self.documents[place];
        let page = page_around(document.repaired.text(), at);
        let counted = document.matches.iter().flatten().filter(|found| found.status == Status::Counted);
        let on_page = counted.filter(|found| found.span.start < page.end && found.span.end > page.start);
        let marks: Vec<Mark> = on_page
            .map(|found| Mark {
                column: ColumnId(found.column),
                span: found.span,
                entry: self.lexicon.entry(found.entry).map(|entry| entry.pattern.text.clone()).unwrap_or_default(),
            })
            .collect();
        let total_bytes = small(document.text().len());
        let runs = runs(document.repaired.text(), page, &marks);
        let repairs = document.repaired.words_within(page);
        Some(Event::Text(Box::new(TextPage { document: id, span: page, total_bytes, runs, repairs })))
    }

    fn document_mut(&mut self, id: DocumentId) -> Option<&mut Document> {
        self.documents.iter_mut().find(|document| document.id == id)
    }
}

/// The lines of a text from the first with a letter beyond ASCII on, in one paragraph.
fn excerpt(text: &str) -> String {
    let telling = text.bytes().position(|byte| !byte.is_ascii()).unwrap_or(0);
    let line = text[..telling].rfind('\n').map_or(0, |end| end + 1);
    // A line may be the whole text.
    let start = text.floor_char_boundary(line.max(telling.saturating_sub(EXCERPT_CHARACTERS / 2)));
    let mut letters = text[start..].chars();
    let words: String = letters.by_ref().take(EXCERPT_CHARACTERS).collect();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if letters.as_str().trim().is_empty() { words } else { format!("{words}…") }
}

/// How many entries differ from the built-in lexicon with the same id; `None` where there is none, or it is that very file.
fn changes(lexicon: &Lexicon) -> Option<u32> {
    let original = read_toml(builtin_source(&lexicon.id)?).ok()?.lexicon;
    (original.sha256 != lexicon.sha256).then(|| small(changed_entries(lexicon, &original)))
}

/// The matcher for a language, compiled when it is first needed.
fn matcher<'matchers>(
    matchers: &'matchers mut FxHashMap<Option<Language>, Matcher>,
    lexicon: &Lexicon,
    options: &Options,
    language: Option<Language>,
) -> &'matchers mut Matcher {
    let Options { case_sensitive, negation, .. } = *options;
    let compile = || Matcher::with_negation(lexicon, language, options.levels(), case_sensitive, negation);
    matchers.entry(language).or_insert_with(compile)
}

/// Says whether the command changes the table.
fn changes_table(command: &Command) -> bool {
    !matches!(
        command,
        Command::Explain(..)
            | Command::Receipt(..)
            | Command::WholeText(..)
            | Command::Contexts { .. }
            | Command::Read { .. }
            | Command::Probe { .. }
            | Command::Entries { .. }
    )
}
