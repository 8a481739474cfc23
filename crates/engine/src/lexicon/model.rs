//! The lexicon as a tree of categories with entries.

use std::{fmt, ops::Index};

use serde::{Deserialize, Serialize};

use super::{
    card::{CardTexts, Validation},
    local_text::LocalText,
    negation::{NegationList, OwnNegation},
    pattern::Pattern,
};
use crate::language::{Language, PartsOfSpeech};

/// The largest weight. With at most [`crate::intake::MAX_TEXT_BYTES`] matches in a text no sum of
/// weights is infinite, and sums of whole weights up to 10⁷ are exact.
pub const MAX_WEIGHT: f64 = 1e12;

/// What Table 1 makes of a category.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CategoryKind {
    /// A value: ranked among the dominant values.
    #[default]
    Value,
    /// A topic: shown as special content.
    Topic,
}

/// A category's place in [`Lexicon::categories`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CategoryId(pub u32);

/// An entry's place in [`Lexicon::entries`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EntryId(pub u32);

/// Categories of words and phrases, in up to three languages.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lexicon {
    /// Lower-case letters, digits and hyphens; equals the file name.
    pub id: String,
    /// Its version, as the author counts.
    pub version: String,
    /// Its title.
    pub title: LocalText,
    /// What it is for.
    pub description: LocalText,
    /// What else its card says of it.
    pub card: CardTexts,
    /// How well its matches are what its categories mean, by language and category.
    pub validations: Vec<Validation>,
    /// Where its words come from.
    pub source: String,
    /// Under which licence.
    pub licence: String,
    /// Who made it.
    pub authors: Vec<String>,
    /// The languages it has entries in.
    pub languages: Vec<Language>,
    /// Whether the phrases of entries that do not say otherwise may cross punctuation.
    pub crosses_punctuation: bool,
    /// Its own words of negation, in the order of [`Language::ALL`]; a language without any has the
    /// built-in ones.
    pub negation: Vec<OwnNegation>,
    /// Its own shared lists of exclusions, in file order.
    pub shared_lists: Vec<SharedList>,
    /// The tree in preorder: a parent stands before its children, children in file order.
    pub categories: Vec<Category>,
    /// All entries, by category in preorder and then in file order.
    pub entries: Vec<Entry>,
    /// The examples that the file promises to count right.
    pub tests: Vec<LexiconTest>,
    /// The SHA-256 of the file with LF line ends, as 64 hexadecimal digits.
    pub sha256: String,
}

/// A category.
#[derive(Debug, Clone, PartialEq)]
pub struct Category {
    /// Its own id.
    pub id: String,
    /// The ids from the root down, joined by `/`.
    pub path: String,
    /// Its title.
    pub title: LocalText,
    /// What belongs in it.
    pub description: LocalText,
    /// What the dictionary from which it was imported calls it; empty if it is from none. The id
    /// is made of it.
    pub name: String,
    /// The colour that its author shows it in, as `#rrggbb`; empty if none. Kept for other tools;
    /// the page has its own.
    pub colour: String,
    /// Value or topic; children have their parent's kind unless they state their own.
    pub kind: CategoryKind,
    /// The category it stands in.
    pub parent: Option<CategoryId>,
    /// 1 for a root.
    pub depth: u8,
    /// Places where none of its entries count, by the language of the entries; `None` for those
    /// that are for all.
    pub exclusions: Vec<(Option<Language>, Pattern)>,
    /// The shared lists that it names, as written: of this lexicon (`parties`), or of the program
    /// (`names-1/parties`).
    pub shared_lists: Vec<String>,
    /// What these lists say, as `exclusions`.
    pub shared_exclusions: Vec<(Option<Language>, Pattern)>,
    /// Whether entries that do not say otherwise leave out names, as
    /// [`Conditions::leaves_out_names`].
    pub leaves_out_names: bool,
}

impl Category {
    /// Returns the patterns in which no entry of a language counts: its own and those of the shared
    /// lists.
    pub fn all_exclusions(&self, language: Option<Language>) -> impl Iterator<Item = &Pattern> {
        let all = self.exclusions.iter().chain(&self.shared_exclusions);
        all.filter(move |(own, _)| *own == language).map(|(_, pattern)| pattern)
    }
}

/// A list of patterns that several categories exclude, by a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedList {
    /// Its id, unique among the lists of the file.
    pub id: String,
    /// Its patterns, by the language of the entries; `None` for those that are for all.
    pub patterns: Vec<(Option<Language>, Pattern)>,
}

/// A word, phrase or pattern that stands for a category.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The category.
    pub category: CategoryId,
    /// The language of the documents it is looked for in; `None` for all.
    pub language: Option<Language>,
    /// What it matches.
    pub pattern: Pattern,
    /// Its part of speech, to keep homonyms away.
    pub parts: PartsOfSpeech,
    /// How much a match weighs in weighted counts; 1 unless stated, and at most [`MAX_WEIGHT`] on
    /// either side of 0.
    pub weight: f64,
    /// The concept that it expresses, an id by [`is_concept_id`]; empty if none is named. Entries
    /// of one category that name the same concept say the same, in one language or in several.
    pub concept: String,
    /// The author's remark.
    pub note: String,
    /// Where this entry comes from, if not where the lexicon does.
    pub source: String,
    /// When a match does not count.
    pub conditions: Conditions,
    /// Whether punctuation may stand between the words of a phrase, as a comma or a dash, but
    /// nothing that may end a sentence.
    pub crosses_punctuation: bool,
    /// Whether a part of a compound with a hyphen is a word of it too: экономический in
    /// социально-экономический.
    pub compounds: bool,
    /// Line in the file, from 1.
    pub line: u32,
    /// Its place in its list in the file, from 0; entries that were passed over have places too.
    pub index: u32,
}

impl Entry {
    /// Returns `true` if another entry, in a lexicon with the same categories, catches and weighs
    /// the same.
    pub fn counts_as(&self, other: &Self) -> bool {
        let Self {
            category,
            language,
            pattern,
            parts,
            weight,
            conditions,
            crosses_punctuation,
            compounds,
            note: _,
            source: _,
            concept: _,
            line: _,
            index: _,
        } = self;
        (*category, *language, *parts) == (other.category, other.language, other.parts)
            && weight.to_bits() == other.weight.to_bits()
            && *pattern == other.pattern
            && *conditions == other.conditions
            && (*crosses_punctuation, *compounds) == (other.crosses_punctuation, other.compounds)
    }
}

/// Returns `true` if a text may name a concept: small Latin letters, digits and hyphens, at least
/// one.
pub fn is_concept_id(text: &str) -> bool {
    let is_allowed = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    !text.is_empty() && text.chars().all(is_allowed)
}

/// Conditions on the surroundings of a match.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Conditions {
    /// It does not count inside a match of one of these.
    pub not: Vec<Pattern>,
    /// It does not count directly before one of these.
    pub not_before: Vec<Pattern>,
    /// It does not count directly after one of these.
    pub not_after: Vec<Pattern>,
    /// If not empty, it counts only directly before one of these.
    pub before: Vec<Pattern>,
    /// If not empty, it counts only directly after one of these.
    pub after: Vec<Pattern>,
    /// If not empty, it counts only near one of these.
    pub near: Vec<Pattern>,
    /// What near means, in tokens on either side.
    pub window: u8,
    /// Whether it does not count where its first word is written with a capital inside a sentence,
    /// as a name is.
    pub leaves_out_names: bool,
}

impl fmt::Display for Conditions {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lists = [
            ("not", &self.not),
            ("not_before", &self.not_before),
            ("not_after", &self.not_after),
            ("before", &self.before),
            ("after", &self.after),
            ("near", &self.near),
        ];
        let mut separator = "";
        for (key, patterns) in lists.into_iter().filter(|(_, patterns)| !patterns.is_empty()) {
            let texts: Vec<&str> = patterns.iter().map(|pattern| pattern.text.as_str()).collect();
            write!(formatter, "{separator}{key} {}", texts.join(", "))?;
            separator = "; ";
        }
        if self.leaves_out_names {
            write!(formatter, "{separator}names = false")?;
        }
        Ok(())
    }
}

impl Conditions {
    /// Returns `true` if there is no condition.
    pub fn is_empty(&self) -> bool {
        !self.leaves_out_names && self.patterns().next().is_none()
    }

    /// Returns the patterns of all conditions.
    pub(crate) fn patterns(&self) -> impl Iterator<Item = &Pattern> {
        let lists = [&self.not, &self.not_before, &self.not_after, &self.before, &self.after, &self.near];
        lists.into_iter().flatten()
    }
}

/// An example in the lexicon file: a text and what it counts to.
#[derive(Debug, Clone, PartialEq)]
pub struct LexiconTest {
    /// Language of the text.
    pub language: Language,
    /// The text.
    pub text: String,
    /// Count by category path; categories not named count 0.
    pub expect: Vec<(String, u64)>,
    /// Name of the policy; `longest` unless stated.
    pub policy: String,
    /// Whether negated matches are left out.
    pub leaves_out_negated: bool,
    /// The path of the category that it is an example of in the lexicon's card: of what counts for
    /// the category where it expects a count for it, else of what does not.
    pub example_of: Option<String>,
    /// Line in the file, from 1.
    pub line: u32,
}

/// The entry with an id of this lexicon.
impl Index<EntryId> for Lexicon {
    type Output = Entry;

    fn index(&self, id: EntryId) -> &Entry {
        &self.entries[id.0 as usize]
    }
}

/// The category with an id of this lexicon.
impl Index<CategoryId> for Lexicon {
    type Output = Category;

    fn index(&self, id: CategoryId) -> &Category {
        &self.categories[id.0 as usize]
    }
}

impl Lexicon {
    /// Returns a category; `None` for an id of another lexicon.
    pub fn category(&self, id: CategoryId) -> Option<&Category> {
        self.categories.get(id.0 as usize)
    }

    /// Returns an entry; `None` for an id of another lexicon.
    pub fn entry(&self, id: EntryId) -> Option<&Entry> {
        self.entries.get(id.0 as usize)
    }

    /// Returns `true` if another lexicon has the same categories, excludes the same from them and
    /// negates by the same words: then an entry of one counts in the other for the same column.
    pub(crate) fn has_same_frame(&self, other: &Self) -> bool {
        let is_same = |(own, other): (&Category, &Category)| {
            own.path == other.path
                && own.exclusions == other.exclusions
                && own.shared_exclusions == other.shared_exclusions
        };
        self.negation == other.negation
            && self.categories.len() == other.categories.len()
            && self.categories.iter().zip(&other.categories).all(is_same)
    }

    /// Returns the words of negation for texts in a language: the built-in ones, each list replaced
    /// that the lexicon has itself.
    pub fn negation_of(&self, language: Language) -> NegationList {
        let own = self.negation.iter().find(|own| own.language == language);
        own.map_or_else(|| NegationList::builtin(language), OwnNegation::list)
    }

    /// Returns `true` if any entry weighs something else than 1.
    pub fn has_weights(&self) -> bool {
        self.entries.iter().any(|entry| entry.weight.to_bits() != 1.0_f64.to_bits())
    }

    /// Returns the lexicon without its identity and without where its entries and tests stand in
    /// the file: two files that say the same are equal so.
    #[cfg(test)]
    pub(super) fn without_places(&self) -> Self {
        let mut lexicon = self.clone();
        lexicon.sha256.clear();
        lexicon.entries.iter_mut().for_each(|entry| (entry.line, entry.index) = (0, 0));
        lexicon.tests.iter_mut().for_each(|test| test.line = 0);
        lexicon
    }

    /// Returns how deep the tree is: 1 for a flat lexicon, 0 for one without categories.
    pub fn depth(&self) -> u8 {
        self.categories.iter().map(|category| category.depth).max().unwrap_or(0)
    }
}
