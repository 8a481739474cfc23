//! Lexicon format 1: TOML → [`Lexicon`].

use rustc_hash::FxHashSet;

use super::{
    card::{read_card, read_example, read_validations},
    error::{Diagnostic, LexiconError},
    line_end::with_line_feeds,
    local_text::LocalText,
    model::{Category, CategoryId, CategoryKind, Entry, Lexicon, LexiconTest},
    negation::read_negation,
    pattern::Pattern,
    reader::Reader,
    shared_list::{read_lists, read_named_lists},
    toml_entry::{Inherited, read_entry},
};
use crate::{
    digest::sha256,
    format::{TomlError, TomlFile, TomlTable, TomlValue},
    language::Language,
    text::to_u32,
};

/// Largest file, in bytes.
const MAX_BYTES: usize = 32 << 20;
/// Most entries.
pub(crate) const MAX_ENTRIES: usize = 200_000;
/// Most categories: each may be a column of the table.
pub(crate) const MAX_CATEGORIES: usize = 100_000;
/// Deepest category.
pub const MAX_DEPTH: u8 = 16;
/// Tokens on either side that `near` looks at, unless stated.
pub(crate) const DEFAULT_WINDOW: u8 = 5;

/// A lexicon that was read, with what is doubtful about it.
#[derive(Debug, Clone, PartialEq)]
pub struct ParsedLexicon {
    /// The lexicon.
    pub lexicon: Lexicon,
    /// Doubts that do not keep it from being used.
    pub warnings: Vec<Diagnostic>,
}

/// Reads a lexicon in format 1.
///
/// # Errors
/// Every error in the file, in file order, each with line and column; warnings among them.
pub fn read_toml(text: &str) -> Result<ParsedLexicon, Vec<Diagnostic>> {
    if text.len() > MAX_BYTES {
        let error = LexiconError::TooMuch { what: "bytes", limit: MAX_BYTES as u64 };
        return Err(vec![Diagnostic { error, line: 0, column: 0 }]);
    }
    let text = with_line_feeds(text.strip_prefix('\u{FEFF}').unwrap_or(text).into());
    let text = &*text;
    let file = TomlFile::parse(text).map_err(|error| vec![error.into()])?;
    let mut reader = Reader::default();
    let mut lexicon = read_root(&mut reader, file.root());
    lexicon.sha256 = sha256(text.as_bytes());
    let mut diagnostics = reader.diagnostics;
    diagnostics.sort_by_key(|diagnostic| (diagnostic.line, diagnostic.column));
    if diagnostics.iter().any(|diagnostic| !diagnostic.error.is_warning()) {
        return Err(diagnostics);
    }
    Ok(ParsedLexicon { lexicon, warnings: diagnostics })
}

fn read_root(reader: &mut Reader, root: TomlTable<'_>) -> Lexicon {
    const KEYS: [&str; 17] = [
        "format",
        "id",
        "version",
        "title",
        "description",
        "source",
        "licence",
        "authors",
        "languages",
        "crosses_punctuation",
        "negation",
        "exclusion",
        "card",
        "validation",
        "category",
        "test",
        "$schema",
    ];
    reader.known_keys(root, &KEYS);
    read_format(reader, root);
    let id = read_id(reader, root);
    let authors = reader.take(root.list("authors")).into_iter().flatten();
    let authors = authors.filter_map(|author| reader.take(author.text())).map(str::to_owned).collect();
    let mut lexicon = Lexicon {
        id,
        version: reader.required_text(root, "version"),
        title: reader.local_text(root, "title"),
        description: reader.local_text(root, "description"),
        card: read_card(reader, root),
        source: reader.take(root.text("source")).unwrap_or_default(),
        licence: reader.take(root.text("licence")).unwrap_or_default(),
        authors,
        languages: read_languages(reader, root),
        crosses_punctuation: reader.take(root.flag("crosses_punctuation")).flatten().unwrap_or(false),
        negation: read_negation(reader, root),
        shared_lists: read_lists(reader, root),
        ..Lexicon::default()
    };
    read_categories(reader, root, None, &mut lexicon);
    if lexicon.categories.is_empty() {
        reader.report(root.place(), LexiconError::NoCategory);
    }
    lexicon.validations = read_validations(reader, root, &lexicon.categories);
    for value in reader.take(root.list("test")).into_iter().flatten() {
        let Some(table) = reader.take(value.table()) else { continue };
        lexicon.tests.extend(read_test(reader, table, &lexicon));
    }
    lexicon
}

fn read_format(reader: &mut Reader, root: TomlTable<'_>) {
    let Some(value) = reader.take(root.required("format")) else { return };
    if let Some(found) = reader.take(read_whole(value))
        && found != 1
    {
        reader.report(value.place(), LexiconError::Format { found });
    }
}

/// A whole number that the type holds.
pub(super) fn read_whole<Whole: TryFrom<i64>>(value: TomlValue<'_>) -> Result<Whole, TomlError> {
    let whole = value.integer()?.and_then(|whole| Whole::try_from(whole).ok());
    whole.ok_or_else(|| value.wrong_type("number"))
}

pub(super) fn read_id(reader: &mut Reader, table: TomlTable<'_>) -> String {
    let id = reader.required_text(table, "id");
    let is_id_letter = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-_".contains(letter);
    if let Some(value) = table.get("id")
        && (id.is_empty() || !id.chars().all(is_id_letter))
    {
        reader.report(value.place(), LexiconError::Id { id: id.clone() });
    }
    id
}

fn read_languages(reader: &mut Reader, root: TomlTable<'_>) -> Vec<Language> {
    let mut languages = Vec::new();
    for value in reader.take(root.list("languages")).into_iter().flatten() {
        let Some(code) = reader.take(value.text()) else { continue };
        match Language::from_code(code) {
            Some(language) => languages.push(language),
            None => reader.report(value.place(), LexiconError::Language { code: code.to_owned() }),
        }
    }
    languages
}

/// Reads the categories of one level and, after each, its children: preorder.
fn read_categories(reader: &mut Reader, table: TomlTable<'_>, parent: Option<CategoryId>, lexicon: &mut Lexicon) {
    let mut seen = FxHashSet::default();
    for value in reader.take(table.list("category")).into_iter().flatten() {
        let Some(table) = reader.take(value.table()) else { continue };
        let Some(id) = read_category(reader, table, parent, lexicon) else { continue };
        let path = lexicon.categories[id.0 as usize].path.clone();
        if !seen.insert(path.clone()) {
            reader.report(table.place(), LexiconError::DuplicateCategory { path });
        }
        read_categories(reader, table, Some(id), lexicon);
    }
}

/// The keys that a category may have.
const CATEGORY_KEYS: [&str; 13] = [
    "id",
    "title",
    "description",
    "name",
    "colour",
    "kind",
    "exclude",
    "names",
    "category",
    "kk",
    "ru",
    "en",
    ANY_LANGUAGE,
];

fn read_category(
    reader: &mut Reader,
    table: TomlTable<'_>,
    parent: Option<CategoryId>,
    lexicon: &mut Lexicon,
) -> Option<CategoryId> {
    reader.known_keys(table, &CATEGORY_KEYS);
    let id = read_id(reader, table);
    let above = parent.and_then(|parent| lexicon.category(parent));
    let depth = above.map_or(0, |above| above.depth) + 1;
    if depth > MAX_DEPTH {
        reader.report(table.place(), LexiconError::TooMuch { what: "levels", limit: u64::from(MAX_DEPTH) });
        return None;
    }
    if lexicon.categories.len() >= MAX_CATEGORIES {
        let error = LexiconError::TooMuch { what: "categories", limit: MAX_CATEGORIES as u64 };
        reader.report_limit(table.place(), error);
        return None;
    }
    let path = above.map_or_else(|| id.clone(), |above| format!("{}/{id}", above.path));
    let inherited = above.map_or(CategoryKind::Value, |above| above.kind);
    let names = reader.take(table.flag("names")).flatten();
    let leaves_out_names = names.map_or_else(|| above.is_some_and(|above| above.leaves_out_names), |names| !names);
    let title = reader.local_text(table, "title");
    let mut category = Category {
        title: if title == LocalText::default() { LocalText { en: Some(id.clone()), ..title } } else { title },
        description: reader.local_text(table, "description"),
        name: reader.take(table.text("name")).unwrap_or_default(),
        colour: read_colour(reader, table),
        kind: read_kind(reader, table).unwrap_or(inherited),
        parent,
        depth,
        exclusions: Vec::new(),
        shared_lists: Vec::new(),
        shared_exclusions: Vec::new(),
        leaves_out_names,
        id,
        path,
    };
    read_named_lists(reader, table, &lexicon.shared_lists, &mut category);
    let category_id = CategoryId(to_u32(lexicon.categories.len()));
    lexicon.categories.push(category);
    for language in Language::ALL.map(Some).into_iter().chain([None]) {
        let key = language.map_or(ANY_LANGUAGE, Language::code);
        if let Some(value) = table.get(key)
            && let Some(own) = reader.take(value.table())
        {
            read_language(reader, own, category_id, language, lexicon);
        }
    }
    Some(category_id)
}

fn read_colour(reader: &mut Reader, table: TomlTable<'_>) -> String {
    let colour = reader.take(table.text("colour")).unwrap_or_default();
    let is_colour = |digits: &str| digits.len() == 6 && digits.chars().all(|digit| digit.is_ascii_hexdigit());
    if let Some(value) = table.get("colour")
        && !colour.is_empty()
        && !colour.strip_prefix('#').is_some_and(is_colour)
    {
        reader.refuse(value, &colour, "#000000–#ffffff");
        return String::new();
    }
    colour
}

fn read_kind(reader: &mut Reader, table: TomlTable<'_>) -> Option<CategoryKind> {
    let value = table.get("kind")?;
    match reader.take(value.text())? {
        "value" => Some(CategoryKind::Value),
        "topic" => Some(CategoryKind::Topic),
        other => {
            reader.refuse(value, other, "value, topic");
            None
        }
    }
}

/// The key of entries for texts in any language.
pub(crate) const ANY_LANGUAGE: &str = "any";

/// Reads `[category.kk]`: entries, and patterns in which none of them count.
fn read_language(
    reader: &mut Reader,
    table: TomlTable<'_>,
    category: CategoryId,
    language: Option<Language>,
    lexicon: &mut Lexicon,
) {
    reader.known_keys(table, &["entries", "not"]);
    let exclusions = read_patterns(reader, table, "not").into_iter().map(|pattern| (language, pattern));
    let (path, leaves_out_names) = {
        let own = &mut lexicon.categories[category.0 as usize];
        own.exclusions.extend(exclusions);
        (own.path.clone(), own.leaves_out_names)
    };
    let mut seen = FxHashSet::default();
    for (value, index) in reader.take(table.list("entries")).into_iter().flatten().zip(0..) {
        if lexicon.entries.len() >= MAX_ENTRIES {
            return reader.report(value.place(), LexiconError::TooMuch { what: "entries", limit: MAX_ENTRIES as u64 });
        }
        let inherited = Inherited { crosses_punctuation: lexicon.crosses_punctuation, leaves_out_names };
        let Some(entry) = read_entry(reader, value, category, language, inherited) else { continue };
        let entry = Entry { index, ..entry };
        let pattern = entry.pattern.text.clone();
        if has_mixed_alphabets(&pattern) {
            reader.report(value.place(), LexiconError::MixedAlphabets { pattern: pattern.clone() });
        }
        if entry.pattern.is_cut_by_texts() {
            reader.report(value.place(), LexiconError::CutExpression { pattern: pattern.clone() });
        }
        // The same pattern under other conditions is another entry; so is one in other capitals,
        // where a study compares them.
        let written = entry.pattern.written();
        let conditions = (entry.conditions.to_string(), entry.conditions.window);
        if !seen.insert((written, entry.parts, conditions, entry.crosses_punctuation, entry.compounds)) {
            reader.report(value.place(), LexiconError::DuplicateEntry { pattern, path: path.clone() });
            continue;
        }
        lexicon.entries.push(entry);
    }
}

pub(super) fn read_patterns(reader: &mut Reader, table: TomlTable<'_>, key: &str) -> Vec<Pattern> {
    reader.take(table.list(key)).into_iter().flatten().filter_map(|value| read_pattern(reader, value)).collect()
}

pub(super) fn read_pattern(reader: &mut Reader, value: TomlValue<'_>) -> Option<Pattern> {
    let text = reader.take(value.text())?;
    // What is beyond the limit is not even compiled.
    if text.contains('/') && reader.budget.is_full_of_expressions() {
        return None;
    }
    match Pattern::parse(text) {
        Ok(pattern) => match reader.budget.add(&pattern) {
            Ok(()) => Some(pattern),
            Err(error) => {
                reader.report_limit(value.place(), error);
                None
            }
        },
        Err(error) => {
            reader.report(value.place(), LexiconError::Pattern { pattern: text.to_owned(), error });
            None
        }
    }
}

/// Returns `true` if a word of the pattern has both Latin and Cyrillic letters, as a slip of the
/// keyboard makes.
pub(crate) fn has_mixed_alphabets(pattern: &str) -> bool {
    let is_cyrillic = |letter: char| matches!(letter, '\u{400}'..='\u{52F}');
    pattern
        .split(|letter: char| letter.is_whitespace() || letter == '-')
        .any(|word| word.chars().any(|letter| letter.is_ascii_alphabetic()) && word.chars().any(is_cyrillic))
}

fn read_test(reader: &mut Reader, table: TomlTable<'_>, lexicon: &Lexicon) -> Option<LexiconTest> {
    reader.known_keys(table, &["lang", "text", "expect", "policy", "negation", "example"]);
    let code = reader.required_text(table, "lang");
    let text = reader.required_text(table, "text");
    let mut expect = Vec::new();
    if let Some(value) = table.get("expect") {
        for value in reader.take(value.table())?.values() {
            let path = value.key();
            expect_category(reader, &lexicon.categories, path, value.key_place());
            if let Some(count) = reader.take(read_whole(value)) {
                expect.push((path.to_owned(), count));
            }
        }
        expect.sort();
    }
    let policy = table.get("policy").and_then(|value| reader.take(value.text()));
    let leaves_out_negated = reads_leave_out(reader, table);
    let example_of = read_example(reader, table, &text, &lexicon.categories);
    let Some(language) = Language::from_code(&code) else {
        if table.get("lang").is_some() {
            reader.report(table.place(), LexiconError::Language { code });
        }
        return None;
    };
    let line = table.place().0;
    let policy = policy.unwrap_or("longest").to_owned();
    Some(LexiconTest { language, text, expect, policy, leaves_out_negated, example_of, line })
}

/// Reports a path that is none of a category.
pub(super) fn expect_category(reader: &mut Reader, categories: &[Category], path: &str, place: (u32, u32)) {
    if !categories.iter().any(|category| category.path == path) {
        reader.report(place, LexiconError::UnknownCategory { path: path.to_owned() });
    }
}

/// `negation = "leave-out"` in an example.
fn reads_leave_out(reader: &mut Reader, table: TomlTable<'_>) -> bool {
    let Some(value) = table.get("negation") else { return false };
    let Some(name) = reader.take(value.text()) else { return false };
    if name != "ignore" && name != "leave-out" {
        reader.refuse(value, name, "ignore, leave-out");
    }
    name == "leave-out"
}
