//! Two recipes → how they differ, setting by setting.

use super::{
    model::{Recipe, RecipeText},
    write::{extraction_lines, metadata_fields},
};
use tarazy_engine::{
    encoding::Encoding,
    language::Language,
    repair::RepairKind,
    settings::{MetadataField, Options},
};

/// What two recipes can differ in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Aspect {
    /// The version of the program that wrote them.
    Program,
    /// The lexicon's id, version or file.
    Lexicon,
    /// What a cell shows.
    Measure,
    /// Which of several overlapping matches count.
    Policy,
    /// What becomes of negated matches.
    Negation,
    /// Which levels of the lexicon make columns.
    Levels,
    /// Whether letters are compared as written.
    Case,
    /// Whether weighted figures stand beside the others.
    Weights,
    /// What Table 1 names.
    Table1,
    /// Whether texts are given as one token a line.
    Tokens,
    /// A text that only the second has.
    TextAdded,
    /// A text that only the first has.
    TextRemoved,
    /// A text with the same title and other bytes.
    TextChanged,
    /// The title of a text.
    TextTitle,
    /// The language of a text.
    TextLanguage,
    /// The encoding in which a text is read.
    TextEncoding,
    /// What is repaired in a text.
    TextRepairs,
    /// How a text is taken from its file.
    TextExtraction,
    /// Data on a text.
    TextData,
    /// The order of the texts.
    TextOrder,
}

impl Aspect {
    /// All aspects, in the order in which differences are listed.
    pub const ALL: [Self; 20] = [
        Self::Program,
        Self::Lexicon,
        Self::Measure,
        Self::Policy,
        Self::Negation,
        Self::Levels,
        Self::Case,
        Self::Weights,
        Self::Table1,
        Self::Tokens,
        Self::TextAdded,
        Self::TextRemoved,
        Self::TextChanged,
        Self::TextTitle,
        Self::TextLanguage,
        Self::TextEncoding,
        Self::TextRepairs,
        Self::TextExtraction,
        Self::TextData,
        Self::TextOrder,
    ];

    /// Returns the stable name: `policy`, `text-changed` …
    pub const fn name(self) -> &'static str {
        match self {
            Self::Program => "program",
            Self::Lexicon => "lexicon",
            Self::Measure => "measure",
            Self::Policy => "policy",
            Self::Negation => "negation",
            Self::Levels => "levels",
            Self::Case => "case",
            Self::Weights => "weights",
            Self::Table1 => "table1",
            Self::Tokens => "tokens",
            Self::TextAdded => "text-added",
            Self::TextRemoved => "text-removed",
            Self::TextChanged => "text-changed",
            Self::TextTitle => "text-title",
            Self::TextLanguage => "text-language",
            Self::TextEncoding => "text-encoding",
            Self::TextRepairs => "text-repairs",
            Self::TextExtraction => "text-extraction",
            Self::TextData => "text-data",
            Self::TextOrder => "text-order",
        }
    }
}

/// One thing in which two recipes differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecipeDifference {
    /// What it is.
    pub aspect: Aspect,
    /// The text that it is about; empty where it is about the study.
    pub text: String,
    /// How it is in the first, in the words of the recipe's format; empty where it is not there.
    pub before: String,
    /// How it is in the second.
    pub after: String,
}

/// Returns how two recipes differ; nothing where they make the same table from the same texts. What
/// a study is called and who made it are left aside.
pub fn recipe_differences(before: &Recipe, after: &Recipe) -> Vec<RecipeDifference> {
    let mut found = Found { list: Vec::new() };
    found.compare(Aspect::Program, "", &before.program, &after.program);
    let lexicon =
        |recipe: &Recipe| format!("{} {} {}", recipe.lexicon.id, recipe.lexicon.version, recipe.lexicon.sha256);
    found.compare(Aspect::Lexicon, "", &lexicon(before), &lexicon(after));
    let (old, new) = (&before.counting, &after.counting);
    found.compare(Aspect::Measure, "", old.measure.name(), new.measure.name());
    found.compare(Aspect::Policy, "", old.options.policy.name(), new.options.policy.name());
    found.compare(Aspect::Negation, "", old.options.negation.name(), new.options.negation.name());
    found.compare(Aspect::Levels, "", &levels(&old.options), &levels(&new.options));
    let flag = |is_set: bool| if is_set { "true" } else { "false" };
    found.compare(Aspect::Case, "", flag(old.options.case_sensitive), flag(new.options.case_sensitive));
    found.compare(Aspect::Weights, "", flag(old.is_weighted), flag(new.is_weighted));
    for (old, new) in old.options.table1.settings().iter().zip(&new.options.table1.settings()) {
        found.compare(Aspect::Table1, "", old, new);
    }
    found.texts(before, after);
    found.list
}

/// The levels that make columns, as a recipe says them.
fn levels(options: &Options) -> String {
    match (options.only_levels, options.level) {
        (Some(set), _) => format!("{:?}", set.iter().collect::<Vec<_>>()),
        (None, Some(level)) => format!("1–{level}"),
        (None, None) => String::new(),
    }
}

struct Found {
    list: Vec<RecipeDifference>,
}

impl Found {
    fn compare(&mut self, aspect: Aspect, text: &str, before: &str, after: &str) {
        if before != after {
            self.list.push(RecipeDifference {
                aspect,
                text: text.to_owned(),
                before: before.to_owned(),
                after: after.to_owned(),
            });
        }
    }

    /// Pairs texts by their bytes, then those that are left by their titles.
    fn texts(&mut self, before: &Recipe, after: &Recipe) {
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        let pair = |pairs: &mut Vec<(usize, usize)>, is_same: &dyn Fn(&RecipeText, &RecipeText) -> bool| {
            for (at, text) in after.texts.iter().enumerate() {
                if pairs.iter().any(|(_, taken)| *taken == at) {
                    continue;
                }
                let free = |old: &usize| pairs.iter().all(|(taken, _)| taken != old);
                let twin = (0..before.texts.len()).filter(free).find(|old| is_same(&before.texts[*old], text));
                pairs.extend(twin.map(|old| (old, at)));
            }
        };
        pair(&mut pairs, &|old, new| old.sha256 == new.sha256);
        pair(&mut pairs, &|old, new| before.title_of(old) == after.title_of(new));
        pairs.sort_unstable();
        for (at, text) in before.texts.iter().enumerate() {
            if pairs.iter().all(|(old, _)| *old != at) {
                self.compare(Aspect::TextRemoved, &before.title_of(text), &text.sha256, "");
            }
        }
        for (at, text) in after.texts.iter().enumerate() {
            if pairs.iter().all(|(_, new)| *new != at) {
                self.compare(Aspect::TextAdded, &after.title_of(text), "", &text.sha256);
            }
        }
        for (old, new) in &pairs {
            let (old, new) = (&before.texts[*old], &after.texts[*new]);
            self.one_text(&before.title_of(old), &after.title_of(new), old, new);
        }
        if pairs.windows(2).any(|pair| pair[0].1 > pair[1].1) {
            let order =
                |recipe: &Recipe| recipe.texts.iter().map(|text| recipe.title_of(text)).collect::<Vec<_>>().join("; ");
            self.compare(Aspect::TextOrder, "", &order(before), &order(after));
        }
    }

    fn one_text(&mut self, title: &str, new_title: &str, old: &RecipeText, new: &RecipeText) {
        self.compare(Aspect::TextChanged, title, &old.sha256, &new.sha256);
        self.compare(Aspect::TextTitle, title, title, new_title);
        let language = |text: &RecipeText| text.fixed_language().map_or("", Language::code);
        self.compare(Aspect::TextLanguage, title, language(old), language(new));
        let encoding = |text: &RecipeText| text.encoding().map_or("", Encoding::code);
        self.compare(Aspect::TextEncoding, title, encoding(old), encoding(new));
        let flag = |text: &RecipeText| if text.reading.is_pretokenized { "true" } else { "false" };
        self.compare(Aspect::Tokens, title, flag(old), flag(new));
        let repairs =
            |text: &RecipeText| text.reading.repairs.iter().map(RepairKind::code).collect::<Vec<_>>().join(", ");
        self.compare(Aspect::TextRepairs, title, &repairs(old), &repairs(new));
        let extraction = |text: &RecipeText| extraction_lines(&text.extraction).join(", ");
        self.compare(Aspect::TextExtraction, title, &extraction(old), &extraction(new));
        self.data(title, &old.metadata, &new.metadata);
    }

    /// Names the data that only one of two texts has; where only their order differs, all of them.
    fn data(&mut self, title: &str, old: &[MetadataField], new: &[MetadataField]) {
        let only = |own: &[MetadataField], other: &[MetadataField]| {
            metadata_fields(own.iter().filter(|field| !other.contains(field)))
        };
        let (before, after) = (only(old, new), only(new, old));
        if before.is_empty() && after.is_empty() {
            self.compare(Aspect::TextData, title, &metadata_fields(old), &metadata_fields(new));
        } else {
            self.compare(Aspect::TextData, title, &before, &after);
        }
    }
}
