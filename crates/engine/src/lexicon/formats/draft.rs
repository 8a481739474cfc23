//! The least common shape of foreign lexicons, and its way into ours.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    language::PartsOfSpeech,
    lexicon::{
        budget::Budget,
        error::LexiconError,
        file::{
            id::id_of,
            loss::{Loss, LossReason},
            syntax::PatternSyntax,
        },
        local_text::LocalText,
        model::{Category, CategoryId, CategoryKind, Conditions, Entry, Lexicon, MAX_WEIGHT},
        toml::{MAX_CATEGORIES, MAX_DEPTH, MAX_ENTRIES},
    },
    text::to_u32,
};

/// A lexicon as a foreign file holds it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Draft {
    /// Its title, if the file has one.
    pub title: String,
    /// The categories in file order.
    pub categories: Vec<DraftCategory>,
}

/// A category with its terms and subcategories.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DraftCategory {
    /// Its name as written.
    pub name: String,
    /// Whether it is a list without a name, to be named by its file.
    pub is_named_by_file: bool,
    /// What the file says about it.
    pub description: String,
    /// The colour that the file gives it, as `#rrggbb`; empty if none.
    pub colour: String,
    /// Its line, from 1; 0 where there is none.
    pub line: u32,
    /// Its own terms in file order.
    pub terms: Vec<DraftTerm>,
    /// The categories in it.
    pub children: Vec<DraftCategory>,
}

/// A term as written.
#[derive(Debug, Clone, PartialEq)]
pub struct DraftTerm {
    /// The word, phrase or pattern.
    pub text: String,
    /// Its line, from 1.
    pub line: u32,
    /// Its weight; 1 where the format has none.
    pub weight: f64,
    /// The concept that it expresses; empty if the file names none.
    pub concept: String,
    /// The author's remark.
    pub note: String,
    /// How to read it, where the file says so.
    pub syntax: Option<PatternSyntax>,
    /// When it counts.
    pub conditions: Conditions,
}

impl DraftTerm {
    /// Makes a term of weight 1 without conditions.
    pub fn new(text: &str, line: u32) -> Self {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        Self {
            text,
            line,
            weight: 1.0,
            concept: String::new(),
            note: String::new(),
            syntax: None,
            conditions: Conditions::default(),
        }
    }
}

impl DraftCategory {
    /// Makes the category of a list without a name.
    pub fn of_file(terms: Vec<DraftTerm>) -> Self {
        Self { is_named_by_file: true, line: 1, terms, ..Self::default() }
    }

    /// Makes an empty category.
    pub fn new(name: &str, line: u32) -> Self {
        Self { name: name.trim().to_owned(), line, ..Self::default() }
    }
}

impl Draft {
    /// Makes a lexicon of ours for texts of any language: ids from the names, terms by `syntax`
    /// unless the file said how to read them. What cannot be kept is added to `losses`. `file` and
    /// `sha256` are the source's, to be cited.
    pub fn into_lexicon(self, file: &str, sha256: &str, syntax: PatternSyntax, losses: &mut Vec<Loss>) -> Lexicon {
        let file = file.rsplit(['/', '\\']).next().unwrap_or(file);
        let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
        let title = if self.title.trim().is_empty() { stem } else { self.title.trim() };
        let mut lexicon = Lexicon {
            id: id_of(stem, "lexicon"),
            version: "1".to_owned(),
            title: LocalText { en: Some(title.to_owned()), ..LocalText::default() },
            source: format!("{file}, SHA-256 {sha256}"),
            ..Lexicon::default()
        };
        let mut filling = Filling {
            lexicon: &mut lexicon,
            syntax,
            losses,
            seen: FxHashSet::default(),
            is_full: false,
            has_all_categories: false,
            budget: Budget::default(),
        };
        let mut categories = self.categories;
        for category in categories.iter_mut().filter(|category| category.is_named_by_file) {
            title.clone_into(&mut category.name);
        }
        filling.categories(categories, None, 1);
        // Entries stand by category; a subcategory's came before what its parent was given from too
        // deep a level.
        lexicon.entries.sort_by_key(|entry| entry.category);
        lexicon
    }
}

struct Filling<'import> {
    lexicon: &'import mut Lexicon,
    syntax: PatternSyntax,
    losses: &'import mut Vec<Loss>,
    /// The entries by category.
    seen: FxHashSet<(CategoryId, String, String)>,
    is_full: bool,
    has_all_categories: bool,
    /// What the patterns so far take.
    budget: Budget,
}

impl Filling<'_> {
    fn categories(&mut self, categories: Vec<DraftCategory>, parent: Option<CategoryId>, depth: u8) {
        if let Some(above) = parent.filter(|_| depth > MAX_DEPTH) {
            for category in categories {
                let reason = LossReason::TooDeep { name: category.name.clone(), limit: MAX_DEPTH };
                self.losses.push(Loss::altered(category.line, reason));
                self.all_terms(category, above);
            }
            return;
        }
        let mut names: FxHashMap<String, u32> = FxHashMap::default();
        let mut ids: FxHashSet<String> = FxHashSet::default();
        let mut numbers: FxHashMap<String, u32> = FxHashMap::default();
        for mut category in categories {
            if self.lexicon.categories.len() >= MAX_CATEGORIES {
                if !std::mem::replace(&mut self.has_all_categories, true) {
                    let last = self.lexicon.categories.last().map(|last| last.title.en.clone());
                    let name = last.flatten().unwrap_or_default();
                    let reason = LossReason::TooManyCategories { name, limit: MAX_CATEGORIES as u64 };
                    self.losses.push(Loss::dropped(category.line, reason));
                }
                return;
            }
            let times = names.entry(category.name.clone()).or_default();
            *times += 1;
            if *times > 1 {
                let renamed = format!("{} ({times})", category.name);
                let reason = LossReason::SameName { name: category.name.clone(), renamed: renamed.clone() };
                self.losses.push(Loss::altered(category.line, reason));
                category.name = renamed;
            }
            let plain = id_of(&category.name, "category");
            // Each name counts on from where its like ended.
            let next = numbers.entry(plain.clone()).or_insert(1);
            let id = loop {
                let id = if *next == 1 { plain.clone() } else { format!("{plain}-{next}") };
                *next += 1;
                if ids.insert(id.clone()) {
                    break id;
                }
            };
            self.category(category, id, parent, depth);
        }
    }

    fn category(&mut self, category: DraftCategory, id: String, parent: Option<CategoryId>, depth: u8) {
        let DraftCategory { name, is_named_by_file, description, colour, line, terms, children } = category;
        if terms.is_empty() && children.is_empty() {
            self.losses.push(Loss::guessed(line, LossReason::EmptyCategory { name: name.clone() }));
        }
        let above = parent.and_then(|parent| self.lexicon.category(parent)).map(|above| above.path.clone());
        let text = |text: &str| LocalText {
            en: Some(text.to_owned()).filter(|text| !text.is_empty()),
            ..LocalText::default()
        };
        let own = CategoryId(to_u32(self.lexicon.categories.len()));
        self.lexicon.categories.push(Category {
            path: above.map_or_else(|| id.clone(), |above| format!("{above}/{id}")),
            id,
            title: text(&name),
            name: if is_named_by_file { String::new() } else { name.clone() },
            description: text(&description),
            colour,
            kind: CategoryKind::Value,
            parent,
            depth,
            exclusions: Vec::new(),
            shared_lists: Vec::new(),
            shared_exclusions: Vec::new(),
            leaves_out_names: false,
        });
        self.terms(terms, own, &name);
        self.categories(children, Some(own), depth + 1);
    }

    /// Gives a category the terms of one that lies too deep, and of all that lie in that.
    fn all_terms(&mut self, from: DraftCategory, category: CategoryId) {
        self.terms(from.terms, category, &from.name);
        from.children.into_iter().for_each(|child| self.all_terms(child, category));
    }

    fn terms(&mut self, terms: Vec<DraftTerm>, category: CategoryId, name: &str) {
        for term in terms {
            let DraftTerm { text, line, weight, concept, note, syntax, conditions } = term;
            let syntax = syntax.unwrap_or(self.syntax);
            // Reported once; what is beyond the limit is not even compiled.
            let may_be_regex = syntax == PatternSyntax::Regex || syntax == PatternSyntax::Native && text.contains('/');
            if may_be_regex && self.budget.is_full_of_expressions() {
                continue;
            }
            let Some(pattern) = syntax.pattern(&text) else {
                self.losses.push(Loss::dropped(line, LossReason::Pattern { term: text }));
                continue;
            };
            let mut patterns = std::iter::once(&pattern).chain(conditions.patterns());
            let added = patterns.try_for_each(|pattern| self.budget.add(pattern));
            drop(patterns);
            if let Err(error) = added {
                let reason = match error {
                    LexiconError::TooCostly { .. } => LossReason::TooCostly { term: text },
                    _ => LossReason::TooManyExpressions { term: text },
                };
                self.losses.push(Loss::dropped(line, reason));
                continue;
            }
            let stated = format!("{conditions} {}", conditions.window);
            let key = (category, pattern.written(), stated);
            if !self.seen.insert(key) {
                let reason = LossReason::SameTerm { term: text, category: super::shortened(name) };
                self.losses.push(Loss::dropped(line, reason));
                continue;
            }
            if self.lexicon.entries.len() >= MAX_ENTRIES {
                if !std::mem::replace(&mut self.is_full, true) {
                    let reason = LossReason::TooMany { limit: MAX_ENTRIES as u64 };
                    self.losses.push(Loss::dropped(line, reason));
                }
                return;
            }
            let is_weight = weight.abs() <= MAX_WEIGHT;
            if !is_weight {
                let reason = LossReason::Weight { term: text, written: format!("{weight:e}") };
                self.losses.push(Loss::altered(line, reason));
            }
            let weight = if is_weight { weight } else { 1.0 };
            self.lexicon.entries.push(Entry {
                category,
                language: None,
                pattern,
                parts: PartsOfSpeech::UNKNOWN,
                weight,
                concept,
                note,
                source: String::new(),
                conditions,
                crosses_punctuation: false,
                compounds: false,
                line,
                index: 0,
            });
        }
    }
}

/// Deepest category of a draft; what lies deeper is put at this depth. Far beyond what format 1
/// holds.
const DEEPEST: usize = 64;

/// Puts categories that are listed in file order, each with the place of its parent, into their
/// tree. Cost: linear.
pub(super) fn tree(listed: Vec<(Option<usize>, DraftCategory)>) -> Vec<DraftCategory> {
    // A parent stands before its children.
    let mut depths: Vec<usize> = Vec::with_capacity(listed.len());
    let mut parents: Vec<Option<usize>> = Vec::with_capacity(listed.len());
    for (parent, _) in &listed {
        let mut parent = parent.filter(|parent| *parent < depths.len());
        if parent.is_some_and(|parent| depths[parent] >= DEEPEST) {
            parent = parent.and_then(|parent| parents[parent]);
        }
        depths.push(parent.map_or(1, |parent| depths[parent] + 1));
        parents.push(parent);
    }
    let mut categories: Vec<DraftCategory> = listed.into_iter().map(|(_, category)| category).collect();
    let mut roots = Vec::new();
    // From the last on: each is complete when its turn comes, and its children have come backwards.
    while let Some(mut category) = categories.pop() {
        category.children.reverse();
        match parents.pop().flatten().and_then(|parent| categories.get_mut(parent)) {
            Some(parent) => parent.children.push(category),
            None => roots.push(category),
        }
    }
    roots.reverse();
    roots
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_names_that_are_alike_get_two_ids() {
        let category = |name| DraftCategory { terms: vec![DraftTerm::new("a", 1)], ..DraftCategory::new(name, 1) };
        let draft = Draft { categories: vec![category("A b"), category("A-b"), category("A b")], ..Draft::default() };
        let mut losses = Vec::new();
        let lexicon = draft.into_lexicon("x.dic", "", PatternSyntax::Glob, &mut losses);
        let ids: Vec<&str> = lexicon.categories.iter().map(|category| category.id.as_str()).collect();
        assert_eq!(ids, ["a-b", "a-b-2", "a-b-2-2"]);
        assert_eq!(losses.len(), 1, "only the same name is reported");
    }
}
