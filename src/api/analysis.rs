//! One call → one result, for pages that use the engine without ours: mirrors of the engine's types
//! in plain camelCase.

use std::{cell::Cell, collections::BTreeMap, fmt};

use serde::{Deserialize, Deserializer, Serialize, de::Visitor};

use tarazy_engine::{
    counting::{Comparison, Measure},
    encoding::{Encoding, EncodingChoice},
    intake::IntakeError,
    language::Language,
    matching::{Negation, Policy},
    problem::Problem,
    repair::{RepairCount, RepairKinds},
    settings::{DocumentId, LanguageChoice, LexiconSource, Options, ReadingOptions},
    study::{Change, Engine},
};
use tarazy_report::message::Messages;

/// What to analyse.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnalysisRequest {
    /// The texts, in the order of the result.
    pub texts: Vec<AnalysisText>,
    /// The id of a built-in lexicon, or a whole lexicon file in format 1.
    pub lexicon: String,
    /// How to count.
    #[serde(default)]
    pub options: AnalysisOptions,
}

/// One text.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnalysisText {
    /// What it is called in the result.
    pub title: String,
    /// The text, or the bytes of its file, which need no conversion.
    pub text: GivenText,
    /// `kk`, `ru` or `en`; without it the engine looks at the text.
    #[serde(default)]
    pub language: Option<Language>,
}

/// A text as a string, or as the bytes of a file in any encoding that the engine knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GivenText {
    /// A string.
    String(String),
    /// Bytes.
    Bytes(Vec<u8>),
}

impl GivenText {
    /// Returns the bytes, and in which encoding they are read: a string is not guessed at.
    pub(super) fn into_bytes(self) -> (Vec<u8>, EncodingChoice) {
        match self {
            Self::String(text) => (text.into_bytes(), EncodingChoice::Fixed(Encoding::Utf8)),
            Self::Bytes(bytes) => (bytes, EncodingChoice::Auto),
        }
    }
}

impl<'de> Deserialize<'de> for GivenText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextVisitor)
    }
}

struct TextVisitor;

impl Visitor<'_> for TextVisitor {
    type Value = GivenText;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string or a Uint8Array")
    }

    fn visit_str<E>(self, text: &str) -> Result<GivenText, E> {
        Ok(GivenText::String(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<GivenText, E> {
        Ok(GivenText::String(text))
    }

    fn visit_bytes<E>(self, bytes: &[u8]) -> Result<GivenText, E> {
        Ok(GivenText::Bytes(bytes.to_vec()))
    }

    fn visit_byte_buf<E>(self, bytes: Vec<u8>) -> Result<GivenText, E> {
        Ok(GivenText::Bytes(bytes))
    }
}

/// How to count. Everything has the page's own default.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct AnalysisOptions {
    /// `longest`, `independent` or `liwc`.
    pub policy: Policy,
    /// How deep the categories go.
    pub level: Option<u8>,
    /// Whether letters are compared as written.
    pub case_sensitive: bool,
    /// Whether negated matches count: `ignore` (they do) or `leave-out`.
    pub negation: Negation,
    /// What `values` are: `share`, `count`, `per-1000-words`, `percent` or `per-10000-characters`.
    pub measure: Measure,
    /// Whether dirty texts are repaired before they are counted.
    pub repair: bool,
}

impl Default for AnalysisOptions {
    fn default() -> Self {
        Self {
            policy: Policy::default(),
            level: None,
            case_sensitive: false,
            negation: Negation::default(),
            measure: Measure::default(),
            repair: true,
        }
    }
}

/// The result.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Analysis {
    /// The version of the program.
    pub version: &'static str,
    /// Which of several overlapping matches counted.
    pub policy: &'static str,
    /// Whether negated matches counted: `ignore` or `leave-out`.
    pub negation: &'static str,
    /// What `values` are.
    pub measure: &'static str,
    /// What the texts were weighed with.
    pub lexicon: AnalysisLexicon,
    /// One for each text.
    pub documents: Vec<AnalysisDocument>,
    /// What to know before believing the numbers.
    pub warnings: Vec<AnalysisWarning>,
}

/// Something that a text or the lexicon has and a careful reader should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AnalysisWarning {
    /// Its stable name: `text-format`, `text-language-unknown` …
    pub code: String,
    /// A sentence about it, in English, with the title of the text.
    pub message: String,
}

/// The lexicon of a result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AnalysisLexicon {
    /// Its id.
    pub id: String,
    /// The SHA-256 of its file with LF line ends.
    pub sha256: String,
}

/// One text of a result. Categories are named by their paths.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AnalysisDocument {
    /// As it was given.
    pub title: String,
    /// As it was given or found; none when none of ours was recognised.
    pub language: Option<Language>,
    /// Length in characters.
    pub characters: u64,
    /// The same without white space.
    pub characters_without_spaces: u64,
    /// Number of words.
    pub words: u64,
    /// Number of words that were repaired before the count, by kind.
    pub repairs: BTreeMap<&'static str, u64>,
    /// The counts.
    pub counts: BTreeMap<String, u64>,
    /// The counts under the measure; none where its base is zero.
    pub values: BTreeMap<String, Option<f64>>,
}

/// Why there is no result.
#[derive(Debug, Clone, PartialEq)]
pub enum AnalysisError {
    /// A text or the lexicon cannot be used.
    Refused(Vec<Problem>),
    /// The lexicon has no such category.
    UnknownCategory {
        /// The category asked for.
        category: String,
        /// The id of the lexicon.
        lexicon: String,
        /// The categories that there are.
        known: Vec<String>,
    },
}

impl AnalysisError {
    /// Returns the code of the first problem.
    pub fn code(&self) -> &str {
        match self {
            Self::Refused(problems) => problems.first().map_or("rejected", |problem| problem.code.as_str()),
            Self::UnknownCategory { .. } => "unknown-category",
        }
    }
}

impl AnalysisOptions {
    /// Returns what is repaired in a dirty text.
    pub(super) fn repairs(&self) -> RepairKinds {
        if self.repair { RepairKinds::default() } else { RepairKinds::NONE }
    }

    fn counting(&self) -> Options {
        let Self { policy, level, case_sensitive, negation, .. } = *self;
        Options { policy, level, case_sensitive, negation, ..Options::default() }
    }
}

/// Counts the categories of a lexicon in texts.
///
/// # Errors
/// When a text or the lexicon cannot be used.
pub fn run_analysis(request: AnalysisRequest) -> Result<Analysis, AnalysisError> {
    let AnalysisRequest { texts, lexicon, options } = request;
    let titles = texts.iter().map(|text| text.title.clone()).collect::<Vec<_>>();
    with_counted(texts, lexicon, &options, |_, table| Ok(mirror(table, options.measure, titles)))
}

/// The bytes of text that one engine reads for calls. The words of texts stay in its vocabulary when
/// the texts are removed, and no call shall pay for those of too many others.
const MAX_KEPT_BYTES: usize = 4_000_000;

/// An engine without documents that has read and compiled a lexicon: most of the work of a call
/// with a short text.
struct KeptEngine {
    engine: Engine,
    lexicon: LexiconSource,
    /// The bytes of the texts that it has read.
    bytes: usize,
}

thread_local! {
    /// The engine of the call before. A call that fails or traps leaves none.
    static KEPT: Cell<Option<KeptEngine>> = const { Cell::new(None) };
}

impl KeptEngine {
    /// Takes the engine of the call before where it has the lexicon, or makes one.
    fn take(lexicon: LexiconSource) -> Result<Self, AnalysisError> {
        if let Some(kept) = KEPT.take().filter(|kept| kept.lexicon == lexicon) {
            return Ok(kept);
        }
        let mut engine = Engine::new();
        apply(&mut engine, Change::SetLexicon(lexicon.clone()))?;
        Ok(Self { engine, lexicon, bytes: 0 })
    }

    /// Keeps the engine for the next call.
    fn keep(mut self, documents: usize) {
        for id in (0..).take(documents) {
            if apply(&mut self.engine, Change::RemoveDocument(DocumentId(id))).is_err() {
                return;
            }
        }
        if self.bytes <= MAX_KEPT_BYTES {
            KEPT.set(Some(self));
        }
    }
}

fn apply(engine: &mut Engine, change: Change) -> Result<(), AnalysisError> {
    engine.apply(change).map(drop).map_err(|refusal| AnalysisError::Refused(refusal.problems))
}

/// Counts texts and looks at the result; they are the engine's documents from 0 on. The result is
/// that of a fresh engine, whatever was counted before.
///
/// # Errors
/// When a text or the lexicon cannot be used, and those of `look`.
pub(super) fn with_counted<T>(
    texts: Vec<AnalysisText>,
    lexicon: String,
    options: &AnalysisOptions,
    look: impl FnOnce(&mut Engine, &Comparison) -> Result<T, AnalysisError>,
) -> Result<T, AnalysisError> {
    let mut kept = KeptEngine::take(source(lexicon))?;
    apply(&mut kept.engine, Change::SetOptions(options.counting()))?;
    let count = texts.len();
    let documents = (0..).zip(texts).map(|(id, text)| {
        let (bytes, encoding) = text.text.into_bytes();
        Change::PutDocument {
            id: DocumentId(id),
            title: text.title,
            file: None,
            language: text.language.map_or(LanguageChoice::Auto, LanguageChoice::Fixed),
            reading: ReadingOptions { encoding, repairs: options.repairs(), ..ReadingOptions::default() },
            bytes,
        }
    });
    for change in documents {
        if let Change::PutDocument { bytes, .. } = &change {
            kept.bytes += bytes.len();
        }
        apply(&mut kept.engine, change)?;
    }
    let table = kept.engine.table();
    // What calls the interface may read no warnings, so that an empty text is an error here.
    let blank = table.documents.iter().filter(|row| row.is_blank());
    let problems: Vec<Problem> = blank.map(|row| IntakeError::Empty.problem(&row.title)).collect();
    if !problems.is_empty() {
        return Err(AnalysisError::Refused(problems));
    }
    let looked = look(&mut kept.engine, &table)?;
    kept.keep(count);
    Ok(looked)
}

/// A lexicon file has more than one line; the name of a built-in one has not.
fn source(lexicon: String) -> LexiconSource {
    if lexicon.contains(['\n', '=']) {
        LexiconSource::File { name: "lexicon.toml".to_owned(), text: lexicon }
    } else {
        LexiconSource::Builtin(lexicon)
    }
}

fn repairs(counts: &[RepairCount]) -> BTreeMap<&'static str, u64> {
    counts.iter().filter(|found| found.is_applied).map(|found| (found.kind.code(), found.count)).collect()
}

fn mirror(table: &Comparison, measure: Measure, titles: Vec<String>) -> Analysis {
    let documents = table.documents.iter().zip(titles).map(|(row, title)| {
        let paths = table.columns.iter().map(|column| column.path.clone());
        AnalysisDocument {
            title,
            language: row.language,
            characters: row.characters,
            characters_without_spaces: row.characters_without_spaces,
            words: row.words,
            repairs: repairs(&row.repairs),
            counts: paths.clone().zip(row.cells.iter().map(|cell| cell.count)).collect(),
            values: paths.enumerate().map(|(column, path)| (path, measure.value(row, column))).collect(),
        }
    });
    Analysis {
        version: env!("CARGO_PKG_VERSION"),
        policy: table.options.policy.name(),
        negation: table.options.negation.name(),
        measure: measure.name(),
        lexicon: AnalysisLexicon { id: table.lexicon.id.clone(), sha256: table.lexicon.sha256.clone() },
        documents: documents.collect(),
        warnings: warnings(table),
    }
}

fn warnings(table: &Comparison) -> Vec<AnalysisWarning> {
    let messages = Messages::new(Language::English);
    let warning =
        |problem: &Problem| AnalysisWarning { code: problem.code.clone(), message: messages.problem(problem) };
    table.warnings.iter().map(warning).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;

    const LEXICON: &str = "format = 1\nid = \"own\"\nversion = \"1\"\nlanguages = [\"en\"]\n\
        [[category]]\nid = \"a\"\n[category.en]\nentries = [\"free*\", \"no freedom\"]\n\
        [[category]]\nid = \"b\"\n[category.en]\nentries = [\"/[a-z]+dom/\"]\n";

    fn analysis(request: &Value) -> Result<Value, String> {
        let request = serde_json::from_value(request.clone()).expect("a request");
        let result = run_analysis(request).map_err(|error| error.code().to_owned())?;
        Ok(serde_json::to_value(result).expect("JSON"))
    }

    fn request() -> impl Strategy<Value = Value> {
        let word = prop::sample::select(
            &["freedom", "Free", "no", "wisdom", "свобода", "бостандық", "әділ", "\n\n", ".", "", "not"][..],
        );
        let text = prop::collection::vec(word, 0..12).prop_map(|words| words.join(" "));
        let lexicon = prop::sample::select(&["values", LEXICON, "none"][..]);
        let policy = prop::sample::select(&["longest", "independent", "liwc"][..]);
        (prop::collection::vec(text, 0..3), lexicon, policy, any::<bool>()).prop_map(
            |(texts, lexicon, policy, is_strict)| {
                let texts: Vec<Value> = texts.iter().map(|text| json!({ "title": text, "text": text })).collect();
                let options = json!({ "policy": policy, "caseSensitive": is_strict, "negation": "leave-out" });
                json!({ "texts": texts, "lexicon": lexicon, "options": options })
            },
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

        #[test]
        fn a_call_counts_the_same_whatever_was_counted_before(requests in prop::collection::vec(request(), 1..8)) {
            let together: Vec<_> = requests.iter().map(analysis).collect();
            for (request, found) in requests.iter().zip(together) {
                KEPT.set(None);
                prop_assert_eq!(found, analysis(request));
            }
        }
    }

    #[test]
    fn a_lexicon_is_read_once_for_many_calls() {
        let request = json!({ "texts": [{ "title": "", "text": "Freedom." }], "lexicon": "values" });
        let first = analysis(&request);
        for _ in 0..200 {
            assert_eq!(analysis(&request), first);
        }
        let kept = KEPT.take().expect("an engine is kept");
        assert_eq!(kept.bytes, 201 * "Freedom.".len());
    }

    #[test]
    fn what_is_doubtful_about_a_text_is_in_the_result() {
        let text = "<p>We want freedom and justice</p> <p>for all of the people</p> <b>and</b> <i>their</i> families.";
        let texts = json!([{ "title": "Page", "text": text }, { "title": "Plain", "text": "Freedom for all of us." }]);
        let result = analysis(&json!({ "texts": texts, "lexicon": "values" })).expect("it is counted");
        let [warning] = &result["warnings"].as_array().expect("a list")[..] else { panic!("{}", result["warnings"]) };
        let message = warning["message"].as_str().expect("a sentence");
        assert!(message.starts_with("Page") && message.contains("HTML"), "{message}");
        assert!(warning["code"].as_str().is_some_and(|code| code.starts_with("text-")), "{warning}");
    }

    #[test]
    fn a_call_that_fails_and_many_texts_leave_no_engine() {
        let request = |text: &str| json!({ "texts": [{ "title": "", "text": text }], "lexicon": "values" });
        assert!(analysis(&request("Freedom.")).is_ok());
        assert_eq!(analysis(&request("")), Err("text-empty".to_owned()));
        assert!(KEPT.take().is_none());
        assert!(analysis(&request(&"Freedom. ".repeat(MAX_KEPT_BYTES / 9 + 1))).is_ok());
        assert!(KEPT.take().is_none());
    }
}
