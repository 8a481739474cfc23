//! A study ⇄ its recipe: what was done is written down, and done again.

use super::model::{About, Counting, Extraction, Recipe, RecipeLexicon, RecipeText};
use tarazy_engine::{
    counting::{Comparison, LexiconSummary},
    digest::sha256,
    language::Language,
    lexicon::{LexiconReading, LocalText},
    problem::{Argument, Problem, SourceLocation},
    settings::{DocumentId, LanguageChoice, LexiconSource, MetadataField, ReadingOptions},
    study::Change,
};

/// What a front end knows of a document beside what the table says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RecipeInput {
    /// What the reader calls it.
    pub title: LocalText,
    /// Where its file shall lie beside the recipe.
    pub file: String,
    /// In which language its words are inflected.
    pub language: LanguageChoice,
    /// How its bytes become text.
    pub reading: ReadingOptions,
    /// How the text is taken from a file of another program.
    pub extraction: Extraction,
    /// Data on it.
    pub metadata: Vec<MetadataField>,
    /// Where it comes from.
    pub source: String,
    /// Under which licence it may be passed on.
    pub licence: String,
}

impl RecipeInput {
    fn text(self, sha256: &str) -> RecipeText {
        let Self { title, file, language, reading, extraction, metadata, source, licence } = self;
        let (file, sha256) = (below(&file), sha256.to_owned());
        RecipeText { title, file, sha256, language, reading, extraction, metadata, source, licence }
    }
}

impl Recipe {
    /// Writes down documents whose hashes, and the lexicon's, are not known yet: `sha256` stands
    /// for them.
    pub fn unhashed(inputs: Vec<RecipeInput>, sha256: &str) -> Self {
        Self {
            program: env!("CARGO_PKG_VERSION").to_owned(),
            lexicon: RecipeLexicon { sha256: sha256.to_owned(), ..RecipeLexicon::default() },
            texts: inputs.into_iter().map(|input| input.text(sha256)).collect(),
            ..Self::default()
        }
    }

    /// Writes down how a table was made. `inputs` are the documents of the table in its order.
    pub fn of(table: &Comparison, inputs: Vec<RecipeInput>, counting: Counting) -> Self {
        let texts = table.documents.iter().zip(inputs).map(|(row, input)| input.text(&row.sha256));
        Self {
            program: env!("CARGO_PKG_VERSION").to_owned(),
            language: None,
            about: About::default(),
            lexicon: RecipeLexicon {
                id: table.lexicon.id.clone(),
                version: table.lexicon.version.clone(),
                sha256: table.lexicon.sha256.clone(),
                file: None,
                reading: LexiconReading::default(),
            },
            counting: Counting { options: table.options.clone(), ..counting },
            texts: texts.collect(),
        }
    }

    /// Returns the title of a text as reports show it.
    pub fn title_of(&self, text: &RecipeText) -> String {
        text.title.get(self.language.unwrap_or(Language::Kazakh)).to_owned()
    }
}

/// Makes a file's name one that a recipe may hold: a relative path that leads nowhere else.
fn below(file: &str) -> String {
    let is_part = |part: &&str| !part.is_empty() && *part != "." && *part != "..";
    let letters = |part: &str| part.replace(['\\', ':', '\0'], "-");
    let parts: Vec<String> = file.split('/').filter(is_part).map(letters).collect();
    if parts.is_empty() { "text.txt".to_owned() } else { parts.join("/") }
}

/// Returns the changes that make a recipe's table, given its lexicon and the bytes of its texts in
/// their order. Documents are numbered from 0.
pub fn replay(recipe: &Recipe, lexicon: LexiconSource, texts: Vec<Vec<u8>>) -> Vec<Change> {
    let first = [Change::SetOptions(recipe.counting.options.clone()), Change::SetLexicon(lexicon)];
    let documents = (0..).map(DocumentId).zip(recipe.texts.iter().zip(texts)).flat_map(|(id, (text, bytes))| {
        let put = Change::PutDocument {
            id,
            title: recipe.title_of(text),
            file: Some(text.file.clone()),
            language: text.language,
            reading: text.reading,
            bytes,
        };
        let metadata = (!text.metadata.is_empty()).then(|| Change::SetMetadata(id, text.metadata.clone()));
        std::iter::once(put).chain(metadata)
    });
    first.into_iter().chain(documents).collect()
}

/// Says how a file differs from the text that a recipe names; `None` where it is that text.
pub fn text_mismatch(text: &RecipeText, bytes: &[u8]) -> Option<Problem> {
    let found = sha256(bytes);
    (found != text.sha256).then(|| mismatch("recipe-text-differs", &text.file, &text.sha256, &found))
}

/// Says how a lexicon differs from the one that a recipe names; `None` where it is that one. `file`
/// is its name for people.
pub fn lexicon_mismatch(lexicon: &RecipeLexicon, found: &LexiconSummary, file: &str) -> Option<Problem> {
    (found.sha256 != lexicon.sha256).then(|| mismatch("recipe-lexicon-differs", file, &lexicon.sha256, &found.sha256))
}

fn mismatch(code: &str, file: &str, expected: &str, found: &str) -> Problem {
    let text = |name: &str, value: &str| (name.to_owned(), Argument::quoted(value));
    Problem {
        code: code.to_owned(),
        is_warning: false,
        place: SourceLocation { file: Some(file.to_owned()), ..SourceLocation::default() },
        arguments: vec![text("expected", expected), text("found", found)],
    }
}
