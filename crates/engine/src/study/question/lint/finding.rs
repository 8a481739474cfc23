//! What lint says, as plain views.

use serde::{Deserialize, Serialize};

use crate::{language::Language, settings::DocumentId, study::named_entry::NamedEntry};

/// What may be wrong with an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LintKind {
    /// It matched nothing in any text in which it was looked for.
    Dead,
    /// All or most of its matches do not count, because other entries take their place.
    Shadowed,
    /// Another entry of its category catches whatever it catches.
    Duplicate,
    /// The same word stands in several categories.
    SeveralCategories,
    /// Its wildcard catches many different words.
    Broad,
    /// A word of its pattern mixes Latin and Cyrillic letters.
    MixedAlphabets,
    /// It is a word of very few letters.
    Short,
    /// It supplies most of a category in a text.
    Dominating,
}

impl LintKind {
    /// All kinds, in the order in which they are reported.
    pub const ALL: [Self; 8] = [
        Self::Dead,
        Self::Shadowed,
        Self::Duplicate,
        Self::SeveralCategories,
        Self::Broad,
        Self::MixedAlphabets,
        Self::Short,
        Self::Dominating,
    ];

    /// Returns the stable code: `dead`, `several-categories` …
    pub const fn code(self) -> &'static str {
        match self {
            Self::Dead => "dead",
            Self::Shadowed => "shadowed",
            Self::Duplicate => "duplicate",
            Self::SeveralCategories => "several-categories",
            Self::Broad => "broad",
            Self::MixedAlphabets => "mixed-alphabets",
            Self::Short => "short",
            Self::Dominating => "dominating",
        }
    }
}

/// How often something was caught.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormTimes {
    /// The words, in lower case.
    pub form: String,
    /// How often.
    pub times: u64,
}

/// An entry whose matches cover those of another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoveringEntry {
    /// The entry.
    pub entry: NamedEntry,
    /// How many matches it covers.
    pub times: u64,
}

/// What was found, with its figures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum LintDetail {
    /// It matched nothing.
    Dead,
    /// Other entries cover most of its matches.
    Shadowed {
        /// Matches that do not count because others cover them.
        shadowed: u64,
        /// Matches that count.
        counted: u64,
        /// The entries that cover them, most first; at most [`LintReport::MOST_COVERING`].
        by: Vec<CoveringEntry>,
    },
    /// The first entry adds nothing to the second.
    Duplicate {
        /// Whether the first, as it is written, is a form that the second catches.
        is_form: bool,
        /// The forms that both caught in the texts, most frequent first; at most
        /// [`LintReport::MOST_FORMS`].
        forms: Vec<FormTimes>,
        /// Number of such forms in all.
        form_total: u32,
    },
    /// The entries are one word in several categories.
    SeveralCategories {
        /// Number of categories.
        categories: u32,
    },
    /// The wildcard catches many words.
    Broad {
        /// The forms it caught, most frequent first; at most [`LintReport::MOST_FORMS`].
        forms: Vec<FormTimes>,
        /// Number of forms in all.
        form_total: u32,
        /// Number of matches in all, of whatever outcome.
        matches: u64,
        /// Number of different words, as far as inflection recognises forms of one word.
        stems: u32,
        /// How many matches are not of the commonest of these words, as a fraction from 0 to 1.
        other_share: f64,
    },
    /// A word mixes alphabets.
    MixedAlphabets {
        /// The word as the pattern writes it.
        word: String,
    },
    /// It is very short.
    Short {
        /// Number of its letters, wildcards left out.
        letters: u32,
        /// Its matches, of whatever outcome.
        matches: u64,
    },
    /// One entry supplies most of a category.
    Dominating {
        /// The text.
        document: DocumentId,
        /// The text's title.
        title: String,
        /// The path of the column's category.
        column: String,
        /// The entry's part of the count.
        count: u64,
        /// The column's count in the text.
        total: u64,
        /// The same as a fraction, more than one half.
        share: f64,
    },
}

/// One finding of lint.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// The entries it is about, the one to look at first.
    pub entries: Vec<NamedEntry>,
    /// What was found.
    pub detail: LintDetail,
}

/// The findings of one kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LintGroup {
    /// The kind.
    pub kind: LintKind,
    /// Number of the first finding, from 0.
    pub offset: u32,
    /// Number of findings in all.
    pub total: u32,
    /// The findings.
    pub findings: Vec<Finding>,
}

/// All findings of lint in a lexicon.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct LintReport {
    /// The language asked for, or all.
    pub language: Option<Language>,
    /// Number of texts that were looked at. Without any, only what the lexicon itself shows is
    /// reported.
    pub texts: u32,
    /// Number of entries looked at.
    pub entries: u32,
    /// The kinds asked for, in the order of [`LintKind::ALL`], those without findings too.
    pub groups: Vec<LintGroup>,
}

impl LintReport {
    /// How many entries are named that cover another's matches.
    pub const MOST_COVERING: usize = 3;
    /// How many forms are listed with a finding.
    pub const MOST_FORMS: usize = 12;

    /// Returns the report with another page of some of its kinds; a page of another language, or of
    /// all kinds, takes its place.
    #[must_use]
    pub fn with_page(&self, page: Self) -> Self {
        let is_known = |group: &LintGroup| self.groups.iter().any(|own| own.kind == group.kind);
        if page.language != self.language || !page.groups.iter().all(is_known) {
            return page;
        }
        let Self { language, texts, entries, groups } = page;
        let newer = |own: &LintGroup| groups.iter().find(|group| group.kind == own.kind).unwrap_or(own).clone();
        Self { language, texts, entries, groups: self.groups.iter().map(newer).collect() }
    }

    /// Returns the number of findings of all groups.
    pub fn total(&self) -> u64 {
        self.groups.iter().map(|group| u64::from(group.total)).sum()
    }
}
