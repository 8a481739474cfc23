//! The table: a row a document, a column a category.

use serde::{Deserialize, Serialize, Serializer, ser::SerializeStruct};

use crate::{
    encoding::Encoding,
    language::{Language, kazakh::writing::Writing},
    lexicon::{CategoryKind, LocalText},
    matching::{Cell, ColumnId},
    problem::Problem,
    repair::RepairCount,
    settings::{DocumentId, MetadataField, Options},
};

/// The table: one row a document, one column a category.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Comparison {
    /// What the texts were weighed with.
    pub lexicon: LexiconSummary,
    /// How matches were counted.
    pub options: Options,
    /// How deep the lexicon's tree is: the largest level that changes anything; at least 1.
    pub depth: u8,
    /// The columns in the lexicon's order.
    pub columns: Vec<Column>,
    /// The rows in the study's order.
    pub documents: Vec<DocumentSummary>,
    /// Table 1, a row a document in the same order.
    pub table1: Vec<Table1Row>,
    /// What is worth knowing about texts and lexicon.
    pub warnings: Vec<Problem>,
}

/// What a report says of its lexicon.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct LexiconSummary {
    /// Its id.
    pub id: String,
    /// Its title by language.
    pub title: LocalText,
    /// Its version.
    pub version: String,
    /// The SHA-256 of its file with LF line ends, as 64 hexadecimal digits.
    pub sha256: String,
    /// Where its words come from.
    pub source: String,
    /// Its licence.
    pub licence: String,
    /// Number of entries in all languages.
    pub entries: u32,
    /// Whether any entry weighs something else than 1, so that weighted counts differ from counts.
    pub has_weights: bool,
    /// How many entries differ from those of the built-in lexicon with this id; `None` for that
    /// lexicon itself, and for one with an id of its own.
    pub changes: Option<u32>,
}

/// A column of the table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// Names it within this table.
    pub id: ColumnId,
    /// The path of its category: `values/freedom`.
    pub path: String,
    /// The category's title by language.
    pub title: LocalText,
    /// What the dictionary from which it was imported calls the category; empty if it is from
    /// none, or if that is its id. Records of version 0.1.0 have none.
    #[serde(default)]
    pub name: String,
    /// Whether Table 1 ranks it as a value or shows it as a topic.
    pub kind: CategoryKind,
    /// Whether matches of subcategories are merged into it; overlapping ones then count once, so
    /// that it may be less than the sum of its parts.
    pub is_merged: bool,
}

/// One row of the table.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct DocumentSummary {
    /// Names the document.
    pub id: DocumentId,
    /// Its title.
    pub title: String,
    /// Its language; `None` when none of ours was recognised, and then no entry matches by
    /// inflection.
    pub language: Option<Language>,
    /// Whether the engine found the language by itself.
    pub is_language_detected: bool,
    /// In which letters its Kazakh is written; `None` for other languages. What is not in Cyrillic
    /// is compared in Cyrillic.
    pub writing: Option<Writing>,
    /// The languages of its sentences, its own first, then by number of words; empty for an unknown
    /// language.
    pub languages: Vec<LanguageShare>,
    /// Length in characters (Unicode scalar values after NFC, line breaks counted as one).
    pub characters: u64,
    /// The same without white space.
    pub characters_without_spaces: u64,
    /// Number of words, numbers among them.
    pub words: u64,
    /// Number of distinct words.
    pub types: u64,
    /// Number of sentences.
    pub sentences: u64,
    /// The SHA-256 of the text's bytes as given, as 64 hexadecimal digits.
    pub sha256: String,
    /// In which encoding the bytes were read.
    pub encoding: Encoding,
    /// How sure the encoding is, from 0 to 1; 1 where the user chose it.
    pub encoding_confidence: f32,
    /// What was repaired in the text, by kind; a kind that found nothing is left out.
    pub repairs: Vec<RepairCount>,
    /// Whether it was given as one token a line.
    #[serde(default)]
    pub is_pretokenized: bool,
    /// One cell a column.
    pub cells: Vec<Cell>,
    /// Data on it: its party, its year. Records of version 0.1.0 have none.
    #[serde(default)]
    pub metadata: Vec<MetadataField>,
}

impl Serialize for DocumentSummary {
    /// As derived, but that a row without data does not name them in formats with names, so that a
    /// record of a study without data has the same bytes as ever. Other formats read fields by their
    /// order and need all of them.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let has_metadata = !serializer.is_human_readable() || !self.metadata.is_empty();
        let mut row = serializer.serialize_struct("DocumentSummary", 17 + usize::from(has_metadata))?;
        row.serialize_field("id", &self.id)?;
        row.serialize_field("title", &self.title)?;
        row.serialize_field("language", &self.language)?;
        row.serialize_field("is_language_detected", &self.is_language_detected)?;
        row.serialize_field("writing", &self.writing)?;
        row.serialize_field("languages", &self.languages)?;
        row.serialize_field("characters", &self.characters)?;
        row.serialize_field("characters_without_spaces", &self.characters_without_spaces)?;
        row.serialize_field("words", &self.words)?;
        row.serialize_field("types", &self.types)?;
        row.serialize_field("sentences", &self.sentences)?;
        row.serialize_field("sha256", &self.sha256)?;
        row.serialize_field("encoding", &self.encoding)?;
        row.serialize_field("encoding_confidence", &self.encoding_confidence)?;
        row.serialize_field("repairs", &self.repairs)?;
        row.serialize_field("is_pretokenized", &self.is_pretokenized)?;
        row.serialize_field("cells", &self.cells)?;
        if has_metadata {
            row.serialize_field("metadata", &self.metadata)?;
        }
        row.end()
    }
}

/// How much of a document is in a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LanguageShare {
    /// The language.
    pub language: Language,
    /// Number of words in its sentences, numbers among them.
    pub words: u64,
}

/// One row of the article's Table 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Table1Row {
    /// Names the document.
    pub document: DocumentId,
    /// The topics that are special content, most frequent first.
    pub topics: Vec<TopicPresence>,
    /// Words that set this text apart from the others in its language, strongest first; empty when
    /// it is alone in it.
    pub distinctive_words: Vec<DistinctiveWord>,
    /// The fewest values that together hold more than half of all matches of values, largest first,
    /// ties included; topics among them where topics compete.
    pub dominant: Vec<DominantValue>,
}

impl Comparison {
    /// Returns `true` if there are texts, and all of them are empty or white space.
    pub fn is_blank(&self) -> bool {
        !self.documents.is_empty() && self.documents.iter().all(DocumentSummary::is_blank)
    }
}

impl DocumentSummary {
    /// Returns `true` if the text is empty or white space.
    pub fn is_blank(&self) -> bool {
        self.characters_without_spaces == 0
    }
}

/// A topic that is special content of a text.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct TopicPresence {
    /// The topic.
    pub column: ColumnId,
    /// Its count.
    pub count: u64,
    /// Its count per 1,000 words; `None` for a text without words.
    pub per_thousand: Option<f64>,
}

/// A word that one text uses more than the others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DistinctiveWord {
    /// The word in lower case.
    pub form: String,
    /// How often it stands in this text.
    pub count: u64,
    /// How often it stands in the others of the same language.
    pub count_elsewhere: u64,
    /// The log-likelihood ratio G².
    pub log_likelihood: f64,
}

/// A value that dominates a text.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct DominantValue {
    /// The value.
    pub column: ColumnId,
    /// Its share of all matches of ranked categories, from 0 to 1.
    pub share: f64,
}
