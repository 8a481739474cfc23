//! The engine behind the door.

use std::{collections::VecDeque, rc::Rc};

use rustc_hash::FxHashMap;

use super::{
    CellExplanation, Command, ContextLine, ContextPage, DocumentReceipt, EntryProbe, Event, FormCount, FoundEntry,
    Outline, OutlineWish, PieceFile, PieceWish, Record, RecordedContexts, Reply, Request, TextPage, Writer,
    context_line::context_line,
    dispersion::dispersion,
    document::Document,
    edit_effect::{EditEffect, edit_effects},
    lexicon_difference, lint,
    matchers::Matchers,
    outline::OutlineIndex,
    parallel,
    part::{FormEvidence, Part},
    policy_difference, probe, record,
    source::Source,
    table::{comparison, distinctive_words},
    trial,
    verification::verify,
};
use crate::{
    context::Mark,
    counting::{Column, Comparison, DistinctiveWord},
    matching::ColumnId,
    problem::{Problem, SourceLocation},
    settings::{DocumentId, LanguageChoice, LexiconSource, Options, ReadingOptions},
};
use crate::{
    context::{page_around, runs},
    digest::sha256,
    intake::{Decoded, decode},
    language::{Language, collation},
    lexicon::{Entry, EntryId, EntryPlace, Lexicon, LexiconEdit, builtin_source, changed_entries, read_toml},
    matching::{Cell, Match, Status},
    repair::{Repaired, repair},
    text::{Interner, Tokenizer, small, tokenize_pretokenized},
};

/// How many states of an edited lexicon are kept, and how many entries they may have together, so that a large one does not fill
/// the memory.
const MOST_EARLIER: usize = 8;
const MOST_EARLIER_ENTRIES: usize = 100_000;

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
    source: Source,
    /// What the front end said the lexicon is.
    told: Option<LexiconSource>,
    /// The lexicon before each of the last edits, for the reader who takes them back.
    earlier: VecDeque<Source>,
    /// The built-in lexicon that the lexicon was compared with last.
    original: Lexicon,
    /// How many entries of the lexicon differ from the built-in one with its id.
    changes: Option<u32>,
    options: Options,
    matchers: Matchers,
    form_evidence: FormEvidence,
    /// The words that set each document apart from the others, until the documents change.
    distinctive: Option<Vec<Vec<DistinctiveWord>>>,
    /// The rows of the lexicon's tree that were asked for last.
    outline: Option<OutlineIndex>,
    work: Option<Tokenizing>,
    /// Results that were kept with the study.
    record: Option<Box<Record>>,
    /// The request for a check, and the published table, until everything is counted anew.
    verifying: Option<(u32, u32, Box<Comparison>)>,
    /// What writes pieces of articles.
    writer: Option<Writer>,
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

    /// Gives the engine what writes pieces of articles.
    #[must_use]
    pub fn with_writer(self, writer: Writer) -> Self {
        Self { writer: Some(writer), ..self }
    }

    /// Takes a request; nothing is done before [`Engine::step`].
    pub fn submit(&mut self, request: Request) {
        self.waiting.push_back(request);
    }

    /// Says whether nothing waits.
    pub fn is_idle(&self) -> bool {
        self.waiting.is_empty() && self.work.is_none() && self.unanswered.is_none() && self.verifying.is_none()
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
            let table = self.recalled().map(|record| record.table.clone());
            let table = table.unwrap_or_else(|| self.table());
            return vec![Reply { sequence, revision, event: Event::Compared(Box::new(table)) }];
        }
        if let Some((sequence, revision, published)) = self.verifying.take() {
            if self.count_next() {
                self.verifying = Some((sequence, revision, published));
                return Vec::new();
            }
            let event = Event::Verified(Box::new(verify(&published, &self.table())));
            return vec![Reply { sequence, revision, event }];
        }
        let Some(request) = self.waiting.pop_front() else { return Vec::new() };
        let (sequence, revision) = (request.sequence, request.revision);
        let is_change = changes_table(&request.command);
        if is_change && !spares_words(&request.command) {
            self.distinctive = None;
        }
        if let Command::Verify(published) = request.command {
            self.forget_counts();
            self.verifying = Some((sequence, revision, published));
            return Vec::new();
        }
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

    /// The table of what is counted; every document must be.
    fn table(&mut self) -> Comparison {
        let distinctive =
            self.distinctive.get_or_insert_with(|| distinctive_words(&self.documents, self.interner.vocabulary()));
        let mut table = comparison(&self.source.lexicon, &self.options, &self.documents, distinctive);
        table.lexicon.changes = self.changes;
        table.warnings.extend(self.source.warnings.iter().cloned());
        table
    }

    /// The kept results, as long as there is no text to count.
    fn recalled(&self) -> Option<&Record> {
        self.record.as_deref().filter(|_| self.documents.is_empty())
    }

    /// The results as they stand, with contexts of so many words.
    fn results(&mut self, context_words: Option<u32>) -> Record {
        while self.count_next() {}
        let table = self.table();
        let mut explanations = Vec::new();
        for row in &table.documents {
            explanations.extend(table.columns.iter().filter_map(|column| self.explanation(row.id, column.id)));
        }
        let contexts = context_words.map(|words| {
            let of = |column: &Column| {
                let wanted = column.id.0;
                let width = record::characters_of(words);
                let (_, mut lines) = self.lines(None, |found| found.column == wanted, 0, u32::MAX, width);
                for line in &mut lines {
                    record::cut(line, words);
                }
                RecordedContexts { column: column.id, lines }
            };
            table.columns.iter().map(of).collect()
        });
        Record { explanations, context_words, contexts: contexts.unwrap_or_default(), table }
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
            Command::SetLexicon(source) => self.set_lexicon(source),
            Command::SetOptions(options) => {
                if options != self.options {
                    self.options = options;
                    self.forget_counts();
                }
                None
            }
            Command::Record(words) => Some(Event::Recorded(Box::new(self.results(words)))),
            Command::Recall(record) => {
                self.record = record;
                None
            }
            // A check is begun before commands are performed, and goes on in steps.
            Command::Verify(_) => None,
            Command::Explain(document, column) => {
                let explanation = match self.recalled() {
                    Some(record) => record.explanation(document, column).cloned(),
                    None => self.explanation(document, column),
                };
                explanation.map(|explanation| Event::Explained(Box::new(explanation)))
            }
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
            Command::EditLexicon(edit) => self.edit_lexicon(edit),
            Command::Outline(wish) => Some(Event::Outline(Box::new(self.outline(&wish)))),
            Command::TryEntry(wish) => {
                let tried = trial::try_entry(
                    &self.source.lexicon,
                    &mut self.matchers,
                    &mut self.documents,
                    self.interner.vocabulary(),
                    &self.options,
                    wish,
                );
                Some(Event::Tried(Box::new(tried)))
            }
            Command::LocateEntry(id) => {
                let entry = self.source.lexicon.entry(id)?;
                let asked = EntryPlace::of(&self.source.lexicon, entry);
                Some(Event::Found(Box::new(self.find_entry(asked))))
            }
            Command::FindEntry(asked) => Some(Event::Found(Box::new(self.find_entry(asked)))),
            Command::LexiconFile(format) => Some(Event::LexiconFile(Box::new(self.source.file(format)))),
            Command::Parallel { category, only_gaps, offset, limit } => {
                self.match_documents(None);
                let asked = parallel::Asked { category, only_gaps, offset, limit };
                Some(Event::Parallel(Box::new(parallel::parallel(&self.source.lexicon, &self.documents, asked))))
            }
            Command::Lint { language, kind, offset, limit } => {
                self.match_documents(None);
                let asked = lint::Asked { language, kind, offset, limit };
                let vocabulary = self.interner.vocabulary();
                let report = lint::lint(&self.source.lexicon, &self.documents, vocabulary, &self.options, asked);
                Some(Event::Linted(Box::new(report)))
            }
            Command::CompareLexicons { other, offset, limit, causes } => Some(match Source::read(&other) {
                Ok(Source { lexicon: before, .. }) => {
                    self.match_documents(None);
                    let (vocabulary, asked) =
                        (self.interner.vocabulary(), lexicon_difference::Asked { offset, limit, causes });
                    let (after, documents) = (&self.source.lexicon, &self.documents);
                    let difference = lexicon_difference::lexicon_difference(
                        &before,
                        after,
                        documents,
                        vocabulary,
                        &self.options,
                        asked,
                    );
                    Event::LexiconsCompared(Box::new(difference))
                }
                Err(problems) => Event::Rejected { document: None, problems },
            }),
            Command::ComparePolicies { other, document, column, offset, limit, width } => {
                self.match_documents(None);
                let asked = policy_difference::Asked { other, document, column, offset, limit, width };
                let difference = policy_difference::policy_difference(
                    &self.source.lexicon,
                    &self.documents,
                    self.interner.vocabulary(),
                    &self.options,
                    &mut self.matchers,
                    asked,
                );
                Some(Event::PoliciesCompared(Box::new(difference)))
            }
            Command::Dispersion { columns } => {
                self.match_documents(None);
                let vocabulary = self.interner.vocabulary();
                let found = dispersion(&self.source.lexicon, &self.documents, vocabulary, &self.options, &columns);
                Some(Event::Dispersed(Box::new(found)))
            }
            Command::Write(wish) => Some(self.write(wish)),
        }
    }

    /// A piece of an article about the table.
    fn write(&mut self, wish: PieceWish) -> Event {
        let Some(writer) = self.writer else {
            let (place, arguments) = (SourceLocation::default(), Vec::new());
            let problem = Problem { code: "piece-no-writer".to_owned(), is_warning: false, place, arguments };
            return Event::Rejected { document: None, problems: vec![problem] };
        };
        while self.count_next() {}
        let table = self.recalled().map(|record| record.table.clone());
        let table = table.unwrap_or_else(|| self.table());
        let bytes = writer(&wish, &table, &self.source.lexicon);
        Event::Written(Box::new(PieceFile { wish, bytes }))
    }

    fn put(
        &mut self,
        id: DocumentId,
        title: String,
        file: Option<String>,
        choice: LanguageChoice,
        reading: ReadingOptions,
        bytes: Vec<u8>,
    ) -> Option<Event> {
        let sha256 = sha256(&bytes);
        match decode(bytes, reading.encoding) {
            Ok(Decoded { text, encoding, confidence, replaced }) => {
                // One token a line is what the reader made of the text: it stays as it is.
                let repaired =
                    if reading.is_pretokenized { Repaired::untouched(text) } else { repair(text, reading.repairs) };
                let mut document = Document::new(id, title, choice, repaired, (encoding, confidence), sha256);
                document.replaced = replaced;
                document.is_pretokenized = reading.is_pretokenized;
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
        if work.document.is_pretokenized {
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
        self.distinctive = None;
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
            let matcher = self.matchers.of(&self.source.lexicon, &self.options, part.language);
            let tokens = part.tokens(document.compared());
            let own = matcher.count(document.repaired.text(), tokens, vocabulary, self.options.policy);
            cells.resize(own.len(), Cell::default());
            cells.iter_mut().zip(own).for_each(|(cell, own)| cell.merge(own));
        }
        document.cells = Some(cells);
        true
    }

    fn set_lexicon(&mut self, source: LexiconSource) -> Option<Event> {
        if let Some(before) = self.lexicon_before(&source) {
            self.told = Some(source);
            self.replace_lexicon(before);
            return None;
        }
        match Source::read(&source) {
            Ok(read) => {
                self.source = read;
                // A built-in lexicon is its own original.
                self.changes = if matches!(source, LexiconSource::Builtin(_)) { None } else { self.changes() };
                self.told = Some(source);
                self.earlier.clear();
                self.forget_counts();
                self.source.import.clone().map(|report| Event::Imported(Box::new(report)))
            }
            Err(problems) => Some(Event::Rejected { document: None, problems }),
        }
    }

    fn edit_lexicon(&mut self, edit: LexiconEdit) -> Option<Event> {
        match self.source.edited(std::slice::from_ref(&edit)) {
            Ok(edited) => {
                self.told = self.told.take().map(|told| Rc::new(told).edited(edit));
                let before = self.replace_lexicon(edited);
                self.earlier.push_back(before);
                let size =
                    |earlier: &VecDeque<Source>| earlier.iter().map(|own| own.lexicon.entries.len()).sum::<usize>();
                while self.earlier.len() > MOST_EARLIER || size(&self.earlier) > MOST_EARLIER_ENTRIES {
                    self.earlier.pop_front();
                }
                None
            }
            Err(problems) => Some(Event::Rejected { document: None, problems }),
        }
    }

    /// The lexicon that the reader goes back to, where it is the present one without its last edits and still at hand.
    fn lexicon_before(&mut self, source: &LexiconSource) -> Option<Source> {
        let ((own, done), (origin, edits)) = (self.told.as_ref()?.parts(), source.parts());
        let steps = done.strip_prefix(edits).filter(|_| own == origin)?.len();
        let at = self.earlier.len().checked_sub(steps).filter(|_| steps > 0)?;
        self.earlier.drain(at..).next()
    }

    /// Puts another state of the lexicon in the place of the present one, and returns that. What cannot have changed is not
    /// counted again: texts in languages whose entries stay as they are.
    fn replace_lexicon(&mut self, source: Source) -> Source {
        let before = std::mem::replace(&mut self.source, source);
        self.changes = self.changes();
        let Some(effects) = edit_effects(&before.lexicon, &self.source.lexicon, self.options.levels()) else {
            self.forget_counts();
            return before;
        };
        self.outline = None;
        let lexicon = &self.source.lexicon;
        self.matchers.update(lexicon, self.options.levels(), &effects, self.interner.vocabulary());
        for document in &mut self.documents {
            let is_same = |part: &Part| effects.get(&part.language).is_some_and(EditEffect::is_none);
            if document.parts.iter().all(is_same) {
                document.renumber(|language, id| Some(effects.get(&language)?.place(id)));
            } else {
                document.forget_counts();
            }
        }
        before
    }

    /// How many entries differ from the built-in lexicon with the same id; `None` where there is none, or it is that very file.
    fn changes(&mut self) -> Option<u32> {
        let lexicon = &self.source.lexicon;
        if self.original.id != lexicon.id {
            let source = builtin_source(&lexicon.id)?;
            self.original = read_toml(source).ok()?.lexicon;
        }
        (self.original.sha256 != lexicon.sha256).then(|| small(changed_entries(lexicon, &self.original)))
    }

    fn forget_counts(&mut self) {
        self.outline = None;
        self.matchers.clear();
        self.documents.iter_mut().for_each(Document::forget_counts);
    }

    fn explanation(&mut self, id: DocumentId, column: ColumnId) -> Option<CellExplanation> {
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
                    let entry = self.source.lexicon.entry(found.entry).map_or("", |entry| entry.pattern.text.as_str());
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
        Some(CellExplanation { document: id, column, cell, forms, shadowed, excluded, negated })
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
            let matches = self.matchers.matches(document, &self.source.lexicon, &self.options, vocabulary);
            document.matches = Some(matches);
        }
    }

    /// Some rows of the lexicon's tree.
    fn outline(&mut self, wish: &OutlineWish) -> Outline {
        if self.outline.as_ref().is_none_or(|known| !known.answers(wish)) {
            self.match_documents(None);
            self.outline = Some(OutlineIndex::new(&self.source.lexicon, &self.documents, wish));
        }
        let index = self.outline.get_or_insert_with(|| OutlineIndex::new(&Lexicon::default(), &[], wish));
        index.window(&self.source.lexicon, wish)
    }

    /// Looks for an entry at a place, or where it stands now in the same list.
    fn find_entry(&self, asked: EntryPlace) -> FoundEntry {
        let lexicon = &self.source.lexicon;
        let is_in_list = |(_, entry): &(u32, &Entry)| {
            entry.language == asked.language
                && entry.pattern.text == asked.written
                && lexicon.category(entry.category).is_some_and(|category| category.path == asked.category)
        };
        let same = || (0..).zip(&lexicon.entries).filter(is_in_list);
        let found = same().find(|(_, entry)| entry.index == asked.at).or_else(|| same().next());
        let record = found.map(|(_, entry)| probe::record(lexicon, entry));
        FoundEntry { id: found.map(|(id, _)| EntryId(id)), record, asked }
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
        let probe = probe::probe(&self.source.lexicon, entry, &documents, self.interner.vocabulary(), &self.options)?;
        Some(Event::Probed(Box::new(EntryProbe { document: id, ..probe })))
    }

    fn contexts(&mut self, id: Option<DocumentId>, column: ColumnId, offset: u32, limit: u32, width: u32) -> Event {
        if let Some(record) = self.recalled() {
            return Event::Contexts(Box::new(record.page(id, column, offset, limit)));
        }
        let (total, lines) = self.lines(id, |found| found.column == column.0, offset, limit, width);
        Event::Contexts(Box::new(ContextPage { document: id, column, offset, total, lines }))
    }

    /// Some of the counted matches in one document or all that are wanted, with their number.
    fn lines(
        &mut self,
        id: Option<DocumentId>,
        is_wanted: impl Fn(&Match) -> bool,
        offset: u32,
        limit: u32,
        width: u32,
    ) -> (u32, Vec<ContextLine>) {
        self.match_documents(id);
        let mut total = 0;
        let mut lines = Vec::new();
        for document in self.documents.iter().filter(|document| id.is_none_or(|id| id == document.id)) {
            let counted = document.matches.iter().flatten().filter(|found| found.status == Status::Counted);
            for found in counted.filter(|found| is_wanted(found)) {
                if total >= offset && total - offset < limit {
                    let vocabulary = self.interner.vocabulary();
                    lines.push(context_line(&self.source.lexicon, document, found, vocabulary, &self.options, width));
                }
                total += 1;
            }
        }
        (total, lines)
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
                entry: self
                    .source
                    .lexicon
                    .entry(found.entry)
                    .map(|entry| entry.pattern.text.clone())
                    .unwrap_or_default(),
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

/// Says whether the command leaves the words of the documents as they are.
fn spares_words(command: &Command) -> bool {
    use Command::{EditLexicon, RenameDocument, SetLexicon, SetOptions};
    matches!(command, SetLexicon(_) | EditLexicon(_) | SetOptions(_) | RenameDocument(..))
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
            | Command::Outline(_)
            | Command::TryEntry(_)
            | Command::FindEntry(_)
            | Command::LocateEntry(_)
            | Command::LexiconFile(_)
            | Command::Parallel { .. }
            | Command::Lint { .. }
            | Command::CompareLexicons { .. }
            | Command::ComparePolicies { .. }
            | Command::Record(_)
            | Command::Verify(_)
            | Command::Dispersion { .. }
            | Command::Write(_)
    )
}
