//! A document of the study, with what was computed of it so far.

use super::part::{FormEvidence, Part, Sentences};
use crate::{
    encoding::Encoding,
    matching::Cell,
    settings::{DocumentId, LanguageChoice},
};
use crate::{
    language::{
        Language,
        detection::{Recognition, recognise},
        kazakh::writing::{Writing, detect_writing, to_cyrillic},
    },
    lexicon::EntryId,
    matching::{Match, Matcher, Policy},
    repair::Repaired,
    text::{Interner, Tokens, Vocabulary},
};

/// A document: its text and everything that follows from it.
pub(super) struct Document {
    pub(super) id: DocumentId,
    pub(super) title: String,
    pub(super) choice: LanguageChoice,
    /// What its text looks like.
    pub(super) recognised: Recognition,
    /// The text that is counted and shown; all spans are places in it.
    pub(super) repaired: Repaired,
    pub(super) encoding: Encoding,
    pub(super) encoding_confidence: f32,
    /// The number of bytes that mean nothing in the encoding.
    pub(super) replaced: u32,
    /// Whether each line is one token.
    pub(super) is_pretokenized: bool,
    pub(super) sha256: String,
    /// The tokens as written.
    pub(super) tokens: Tokens,
    /// The same with the types by which they are compared, where these are others: Kazakh in other letters than Cyrillic.
    rewritten: Option<Tokens>,
    /// What is compared, by language; the document's own first. Together they hold every token once.
    pub(super) parts: Vec<Part>,
    /// The row of the table under the current lexicon and options.
    pub(super) cells: Option<Vec<Cell>>,
    /// All matches under the current lexicon and options, once somebody asked.
    pub(super) matches: Option<Vec<Match>>,
}

impl Document {
    /// Makes a document without tokens.
    pub(super) fn new(
        id: DocumentId,
        title: String,
        choice: LanguageChoice,
        repaired: Repaired,
        encoding: (Encoding, f32),
        sha256: String,
    ) -> Self {
        let (encoding, encoding_confidence) = encoding;
        Self {
            id,
            title,
            choice,
            recognised: recognise(repaired.text()),
            repaired,
            encoding,
            encoding_confidence,
            replaced: 0,
            is_pretokenized: false,
            sha256,
            tokens: Tokens::default(),
            rewritten: None,
            parts: Vec::new(),
            cells: None,
            matches: None,
        }
    }

    /// The text that is counted.
    pub(super) fn text(&self) -> &str {
        self.repaired.text()
    }

    /// The language in which its words are inflected.
    pub(super) fn language(&self) -> Option<Language> {
        match self.choice {
            LanguageChoice::Auto => self.recognised.language(),
            LanguageChoice::Fixed(language) => Some(language),
        }
    }

    /// In which letters its Kazakh is written; `None` for other languages.
    pub(super) fn writing(&self) -> Option<Writing> {
        match (self.language(), self.recognised) {
            (Some(Language::Kazakh), Recognition::KazakhIn(writing)) => Some(writing),
            (Some(Language::Kazakh), Recognition::Ours(Language::Kazakh)) => Some(Writing::Cyrillic),
            // The reader says that it is Kazakh.
            (Some(Language::Kazakh), _) => Some(detect_writing(self.text()).unwrap_or(Writing::Cyrillic)),
            _ => None,
        }
    }

    /// Parts the tokens by language. A language that the reader chose is that of the whole text.
    pub(super) fn part(&mut self, interner: &mut Interner, known: &mut FormEvidence) {
        let sentences = match (self.choice, self.language()) {
            (LanguageChoice::Auto, Some(language)) => Sentences::by_language(language, &self.tokens, interner, known),
            (_, language) => Sentences::all_in(language, &self.tokens),
        };
        let writing = self.writing().filter(|writing| *writing != Writing::Cyrillic);
        self.rewritten = writing.map(|writing| {
            let kazakh = sentences.of(Language::Kazakh);
            self.tokens.rewritten(self.repaired.text(), kazakh, interner, |word| to_cyrillic(word, writing))
        });
        self.parts = sentences.parts(self.compared(), interner);
    }

    /// The tokens with the types by which they are compared.
    pub(super) fn compared(&self) -> &Tokens {
        self.rewritten.as_ref().unwrap_or(&self.tokens)
    }

    /// Returns the part that holds a token of the document.
    pub(super) fn part_of(&self, token: u32) -> Option<&Part> {
        let place = self.tokens.span(token as usize);
        let holds = |part: &&Part| part.tokens(&self.tokens).span(part.in_part(token) as usize) == place;
        self.parts.iter().find(holds)
    }

    /// Returns the language in which a token is matched.
    pub(super) fn language_at(&self, token: u32) -> Option<Language> {
        self.part_of(token).and_then(|part| part.language)
    }

    /// Finds the matches in one of its parts, numbered as the document's tokens are.
    pub(super) fn matches_in(
        &self,
        part: &Part,
        matcher: &mut Matcher,
        vocabulary: &Vocabulary,
        policy: Policy,
    ) -> Vec<Match> {
        let mut matches = matcher.matches(self.text(), part.tokens(self.compared()), vocabulary, policy);
        for found in &mut matches {
            found.first = part.in_document(found.first);
        }
        matches
    }

    /// Gives the entries of its matches other places: `new` tells the one of an entry in a language.
    pub(super) fn renumber(&mut self, new: impl Fn(Option<Language>, EntryId) -> Option<EntryId>) {
        let Some(mut matches) = self.matches.take() else { return };
        for found in &mut matches {
            if let Some(id) = new(self.language_at(found.first), found.entry) {
                found.entry = id;
            }
        }
        self.matches = Some(matches);
    }

    /// Returns what a match adds to its cell where it counts: 1, and under `liwc` its number of words.
    pub(super) fn counts_as(&self, found: &Match, vocabulary: &Vocabulary, policy: Policy) -> u64 {
        if policy != Policy::Liwc {
            return 1;
        }
        let types = self.compared().types().iter().skip(found.first as usize).take(found.count as usize);
        types.filter(|id| vocabulary.kind(**id).is_word()).count() as u64
    }

    /// Forgets what depends on lexicon and options.
    pub(super) fn forget_counts(&mut self) {
        self.cells = None;
        self.matches = None;
    }
}
