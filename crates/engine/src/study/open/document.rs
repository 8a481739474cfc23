//! A document of the study, with what was computed of it so far.

use super::section::{FormEvidence, Section, Sentences};
use crate::{
    encoding::Encoding,
    intake::Unexpected,
    language::{
        Language,
        detection::{Recognition, recognise},
        kazakh::writing::{Writing, detect_writing, to_cyrillic},
    },
    lexicon::EntryId,
    matching::{Cell, Match, Matcher, Policy},
    repair::Repaired,
    settings::{DocumentId, LanguageChoice, MetadataField},
    text::{Interner, Tokens, Vocabulary},
};

/// Something unexpected in a document's text.
pub(in crate::study) struct UnexpectedLine {
    pub(in crate::study) found: Unexpected,
    /// The line of the first in the text as given, from 1.
    pub(in crate::study) line: u32,
}

/// A document: its text and everything that follows from it.
pub(in crate::study) struct Document {
    pub(in crate::study) id: DocumentId,
    pub(in crate::study) title: String,
    /// Data on it.
    pub(in crate::study) metadata: Vec<MetadataField>,
    pub(in crate::study) choice: LanguageChoice,
    /// What its text looks like.
    pub(in crate::study) recognised: Recognition,
    /// The text that is counted and shown; all spans are places in it.
    pub(in crate::study) repaired: Repaired,
    pub(in crate::study) encoding: Encoding,
    pub(in crate::study) encoding_confidence: f32,
    /// The number of bytes that mean nothing in the encoding.
    pub(in crate::study) replaced: u32,
    /// What the text has that is not its author's words.
    pub(in crate::study) unexpected: Vec<UnexpectedLine>,
    /// Whether each line is one token.
    pub(in crate::study) is_pretokenized: bool,
    pub(in crate::study) sha256: String,
    /// The tokens as written.
    pub(in crate::study) tokens: Tokens,
    /// The same with the types by which they are compared, where these are others: Kazakh in other
    /// letters than Cyrillic.
    rewritten: Option<Tokens>,
    /// What is compared, by language; the document's own first. Together they hold every token
    /// once.
    pub(in crate::study) sections: Vec<Section>,
    /// The row of the table under the current lexicon and options.
    pub(in crate::study) cells: Option<Vec<Cell>>,
    /// All matches under the current lexicon and options, once somebody asked.
    pub(in crate::study) matches: Option<Vec<Match>>,
}

impl Document {
    /// Makes a document without tokens.
    pub(in crate::study) fn new(
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
            metadata: Vec::new(),
            choice,
            recognised: recognise(repaired.text()),
            repaired,
            encoding,
            encoding_confidence,
            replaced: 0,
            unexpected: Vec::new(),
            is_pretokenized: false,
            sha256,
            tokens: Tokens::default(),
            rewritten: None,
            sections: Vec::new(),
            cells: None,
            matches: None,
        }
    }

    /// The text that is counted.
    pub(in crate::study) fn text(&self) -> &str {
        self.repaired.text()
    }

    /// The language in which its words are inflected.
    pub(in crate::study) fn language(&self) -> Option<Language> {
        match self.choice {
            LanguageChoice::Auto => self.recognised.language(),
            LanguageChoice::Fixed(language) => Some(language),
        }
    }

    /// In which letters its Kazakh is written; `None` for other languages.
    pub(in crate::study) fn writing(&self) -> Option<Writing> {
        match (self.language(), self.recognised) {
            (Some(Language::Kazakh), Recognition::KazakhIn(writing)) => Some(writing),
            (Some(Language::Kazakh), Recognition::Ours(Language::Kazakh)) => Some(Writing::Cyrillic),
            // The reader says that it is Kazakh.
            (Some(Language::Kazakh), _) => Some(detect_writing(self.text()).unwrap_or(Writing::Cyrillic)),
            _ => None,
        }
    }

    /// Divides the tokens by language. A language that the reader chose is that of the whole text.
    pub(in crate::study) fn divide(&mut self, interner: &mut Interner, known: &mut FormEvidence) {
        let sentences = match (self.choice, self.language()) {
            (LanguageChoice::Auto, Some(language)) => Sentences::by_language(language, &self.tokens, interner, known),
            (_, language) => Sentences::all_in(language, &self.tokens),
        };
        let writing = self.writing().filter(|writing| *writing != Writing::Cyrillic);
        self.rewritten = writing.map(|writing| {
            let kazakh = sentences.of(Language::Kazakh);
            self.tokens.rewritten(self.repaired.text(), kazakh, interner, |word| to_cyrillic(word, writing))
        });
        self.sections = sentences.sections(self.compared(), interner);
    }

    /// The tokens with the types by which they are compared.
    pub(in crate::study) fn compared(&self) -> &Tokens {
        self.rewritten.as_ref().unwrap_or(&self.tokens)
    }

    /// Returns the words in their order as the types by which they are compared.
    pub(in crate::study) fn compared_words(&self, vocabulary: &Vocabulary) -> impl Iterator<Item = u32> {
        let words = self.compared().types().iter().filter(|id| vocabulary.kind(**id).is_word());
        words.map(|id| vocabulary.comparable_type(*id).0)
    }

    /// Returns the section that holds a token of the document.
    pub(in crate::study) fn section_of(&self, token: u32) -> &Section {
        self.sections.iter().find(|section| section.holds(token)).expect("each token is in a section")
    }

    /// Returns the language in which a token is matched.
    pub(in crate::study) fn language_at(&self, token: u32) -> Option<Language> {
        self.section_of(token).language
    }

    /// Finds the matches in one of its sections, numbered as the document's tokens are.
    pub(in crate::study) fn matches_in(
        &self,
        section: &Section,
        matcher: &mut Matcher,
        vocabulary: &Vocabulary,
        policy: Policy,
    ) -> Vec<Match> {
        let mut matches = matcher.matches(self.text(), section.tokens(self.compared()), vocabulary, policy);
        for found in &mut matches {
            found.first = section.in_document(found.first);
        }
        matches
    }

    /// Gives the entries of its matches other places: `new` returns the one of an entry in a
    /// language.
    pub(in crate::study) fn renumber(&mut self, new: impl Fn(Option<Language>, EntryId) -> EntryId) {
        let Some(mut matches) = self.matches.take() else { return };
        for found in &mut matches {
            found.entry = new(self.language_at(found.first), found.entry);
        }
        self.matches = Some(matches);
    }

    /// Returns the tokens of a match that exist for the policy: all, or under `liwc` its words.
    pub(in crate::study) fn tokens_of(
        &self,
        found: &Match,
        vocabulary: &Vocabulary,
        policy: Policy,
    ) -> impl Iterator<Item = usize> {
        let first = found.first as usize;
        (first..first + found.count as usize)
            .filter(move |token| policy.sees(vocabulary.kind(self.compared().types()[*token])))
    }

    /// Returns what a match adds to its cell where it counts: 1, and under `liwc` its number of
    /// words.
    pub(in crate::study) fn counts_as(&self, found: &Match, vocabulary: &Vocabulary, policy: Policy) -> u64 {
        if policy.sees_all() { 1 } else { self.tokens_of(found, vocabulary, policy).count() as u64 }
    }

    /// Forgets what depends on lexicon and options.
    pub(in crate::study) fn forget_counts(&mut self) {
        self.cells = None;
        self.matches = None;
    }
}
