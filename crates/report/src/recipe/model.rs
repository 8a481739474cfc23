//! What a recipe says.

use serde::{Deserialize, Serialize};
use tarazy_engine::{
    counting::Measure,
    encoding::{Encoding, EncodingChoice},
    language::Language,
    lexicon::{LexiconReading, LocalText},
    repair::RepairKinds,
    settings::{LanguageChoice, MetadataField, Options, ReadingOptions},
};

/// How a result was made.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Recipe {
    /// The version of the program that wrote it.
    pub program: String,
    /// The language of titles and reports, where one was chosen.
    pub language: Option<Language>,
    /// What the study is.
    pub about: About,
    /// What the texts are weighed with.
    pub lexicon: RecipeLexicon,
    /// How matches are counted and shown.
    pub counting: Counting,
    /// The texts in the table's order.
    pub texts: Vec<RecipeText>,
}

/// What a study is, for title pages and references. Everything may be left out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct About {
    /// Its title.
    pub title: LocalText,
    /// Who made it, each as it shall be cited: `Әуезов М. О.`.
    pub authors: Vec<String>,
    /// The year of publication.
    pub year: Option<u16>,
    /// Who publishes it: a journal or a repository.
    pub publisher: String,
    /// Its permanent address: a DOI or another address.
    pub identifier: String,
    /// The licence of the study.
    pub licence: String,
    /// What a reader should know before the figures.
    pub description: LocalText,
}

/// Which lexicon.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RecipeLexicon {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: String,
    /// The SHA-256 of its file with LF line ends, as 64 hexadecimal digits.
    pub sha256: String,
    /// The file, beside the recipe; none for a lexicon that is part of the program.
    pub file: Option<String>,
    /// How another tool's file is read.
    pub reading: LexiconReading,
}

/// How matches are counted and shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Counting {
    /// What decides which matches count.
    pub options: Options,
    /// What a cell shows.
    pub measure: Measure,
    /// Whether weighted figures stand beside the others.
    pub is_weighted: bool,
}

/// Which text, and how it is read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RecipeText {
    /// Its title.
    pub title: LocalText,
    /// The file, beside the recipe. A text is known by its hash; the name only says where to look
    /// first.
    pub file: String,
    /// The SHA-256 of its bytes as given, as 64 hexadecimal digits.
    pub sha256: String,
    /// In which language its words are inflected.
    pub language: LanguageChoice,
    /// How its bytes become text.
    pub reading: ReadingOptions,
    /// How the text is taken from a file of another program.
    pub extraction: Extraction,
    /// Data on it: its party, its year.
    pub metadata: Vec<MetadataField>,
    /// Where it comes from.
    pub source: String,
    /// Under which licence it may be passed on.
    pub licence: String,
}

/// How a text is taken from a file of another program, such as a table or a document with notes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Extraction {
    /// The column of a table that holds the texts.
    pub column: Option<String>,
    /// Kinds of content that are read although they are not text of a document, by their codes.
    pub include: Vec<String>,
    /// Whether notes are left out.
    pub without_notes: bool,
}

impl RecipeText {
    /// Returns the encoding that was chosen, if one was.
    pub(super) fn encoding(&self) -> Option<Encoding> {
        match self.reading.encoding {
            EncodingChoice::Fixed(encoding) => Some(encoding),
            EncodingChoice::Auto => None,
        }
    }

    /// Returns the language that was chosen, if one was.
    pub(super) fn fixed_language(&self) -> Option<Language> {
        match self.language {
            LanguageChoice::Fixed(language) => Some(language),
            LanguageChoice::Auto => None,
        }
    }

    /// Returns `true` if everything is repaired that can be.
    pub(super) fn has_all_repairs(&self) -> bool {
        self.reading.repairs == RepairKinds::default()
    }
}
