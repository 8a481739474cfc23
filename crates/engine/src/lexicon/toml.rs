//! Lexicon format 1: TOML → [`Lexicon`].

use rustc_hash::FxHashSet;
use toml::{Spanned, de::DeTable, de::DeValue};

use super::{
    Category, CategoryId, CategoryKind, Conditions, Diagnostic, Entry, Lexicon, LexiconError, LexiconTest, LocalText,
    Pattern, is_concept_id,
    negation::read_negation,
    pattern::MAX_LEXICON_REGEX_BYTES,
    reader::{Reader, Table, syntax_error, whole},
};
use crate::{
    digest::sha256,
    language::{Language, PartOfSpeech, PartsOfSpeech},
    text::to_u32,
};

/// Largest file, in bytes.
const MAX_BYTES: usize = 32 << 20;
/// Most entries.
pub(crate) const MAX_ENTRIES: usize = 200_000;
/// Deepest category.
pub const MAX_DEPTH: u8 = 16;
/// Tokens on either side that `near` looks at, unless stated.
pub(crate) const DEFAULT_WINDOW: u8 = 5;

/// A lexicon that was read, with what is doubtful about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The lexicon.
    pub lexicon: Lexicon,
    /// Doubts that do not keep it from being used.
    pub warnings: Vec<Diagnostic>,
}

/// Reads a lexicon in format 1.
///
/// # Errors
/// Every error in the file, in file order, each with line and column; warnings among them.
pub fn read_toml(text: &str) -> Result<Reading, Vec<Diagnostic>> {
    if text.len() > MAX_BYTES {
        let error = LexiconError::TooMuch { what: "bytes", limit: MAX_BYTES as u64 };
        return Err(vec![Diagnostic { error, line: 0, column: 0 }]);
    }
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let root = DeTable::parse(text).map_err(|error| vec![syntax_error(text, error.span(), error.message())])?;
    let mut reader = Reader::new(text);
    let mut lexicon = read_root(&mut reader, Reader::root(&root));
    lexicon.sha256 = sha256(text.replace("\r\n", "\n").as_bytes());
    let mut diagnostics = reader.diagnostics;
    diagnostics.sort_by_key(|diagnostic| (diagnostic.line, diagnostic.column));
    if diagnostics.iter().any(|diagnostic| !diagnostic.error.is_warning()) {
        return Err(diagnostics);
    }
    Ok(Reading { lexicon, warnings: diagnostics })
}

/// Returns the text in several languages that stands in a list of such texts; empty where there is
/// none of this name.
pub(super) fn read_listed(list: &str, name: &str) -> LocalText {
    DeTable::parse(list)
        .map_or_else(|_| LocalText::default(), |root| Reader::new(list).local_text(Reader::root(&root), name))
}

fn read_root<'file>(reader: &mut Reader<'file>, root: Table<'_, 'file>) -> Lexicon {
    const KEYS: [&str; 14] = [
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
        "category",
        "test",
        "$schema",
    ];
    reader.known_keys(root, &KEYS);
    read_format(reader, root);
    let id = reader.required_text(root, "id");
    if root.get("id").is_some() {
        check_id(reader, root, &id);
    }
    let authors = root.get("authors");
    let authors = reader.list("authors", authors).iter().filter_map(|author| reader.text("authors", author)).collect();
    let mut lexicon = Lexicon {
        id,
        version: reader.required_text(root, "version"),
        title: reader.local_text(root, "title"),
        description: reader.local_text(root, "description"),
        source: reader.optional_text(root, "source"),
        licence: reader.optional_text(root, "licence"),
        authors,
        languages: read_languages(reader, root),
        crosses_punctuation: reader.flag(root, "crosses_punctuation").unwrap_or(false),
        negation: read_negation(reader, root),
        ..Lexicon::default()
    };
    read_categories(reader, root, None, &mut lexicon);
    if lexicon.categories.is_empty() {
        reader.report(root.at(), LexiconError::NoCategory);
    }
    for value in reader.list("test", root.get("test")) {
        if let Some(table) = reader.table("test", value)
            && let Some(test) = read_test(reader, table, &lexicon)
        {
            lexicon.tests.push(test);
        }
    }
    lexicon
}

fn read_format<'file>(reader: &mut Reader<'file>, root: Table<'_, 'file>) {
    let Some(value) = root.get("format") else {
        return reader.report(root.at(), LexiconError::MissingKey { key: "format".to_owned() });
    };
    match whole(value) {
        Some(1) => {}
        Some(found) => reader.report(value.span().start, LexiconError::Format { found }),
        None => reader.wrong_type(value.span().start, "format", "number"),
    }
}

fn check_id<'file>(reader: &mut Reader<'file>, table: Table<'_, 'file>, id: &str) {
    let is_id_letter = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-_".contains(letter);
    if id.is_empty() || !id.chars().all(is_id_letter) {
        let at = table.get("id").map_or(table.at(), |value| value.span().start);
        reader.report(at, LexiconError::Id { id: id.to_owned() });
    }
}

fn read_languages<'file>(reader: &mut Reader<'file>, root: Table<'_, 'file>) -> Vec<Language> {
    let mut languages = Vec::new();
    for value in reader.list("languages", root.get("languages")) {
        if let Some(code) = reader.text("languages", value) {
            match Language::from_code(&code) {
                Some(language) => languages.push(language),
                None => reader.report(value.span().start, LexiconError::Language { code }),
            }
        }
    }
    languages
}

/// Reads the categories of one level and, after each, its children: preorder.
fn read_categories<'file>(
    reader: &mut Reader<'file>,
    table: Table<'_, 'file>,
    parent: Option<CategoryId>,
    lexicon: &mut Lexicon,
) {
    let values = reader.list("category", table.get("category"));
    let mut seen = FxHashSet::default();
    for value in values {
        let Some(table) = reader.table("category", value) else { continue };
        let Some(id) = read_category(reader, table, parent, lexicon) else { continue };
        let path = lexicon.categories[id.0 as usize].path.clone();
        if !seen.insert(path.clone()) {
            reader.report(table.at(), LexiconError::DuplicateCategory { path });
        }
        read_categories(reader, table, Some(id), lexicon);
    }
}

fn read_category<'file>(
    reader: &mut Reader<'file>,
    table: Table<'_, 'file>,
    parent: Option<CategoryId>,
    lexicon: &mut Lexicon,
) -> Option<CategoryId> {
    reader.known_keys(table, &["id", "title", "description", "colour", "kind", "category", "kk", "ru", "en", "any"]);
    let id = reader.required_text(table, "id");
    if table.get("id").is_some() {
        check_id(reader, table, &id);
    }
    let above = parent.and_then(|parent| lexicon.category(parent));
    let depth = above.map_or(0, |above| above.depth) + 1;
    if depth > MAX_DEPTH {
        reader.report(table.at(), LexiconError::TooMuch { what: "levels", limit: u64::from(MAX_DEPTH) });
        return None;
    }
    let path = above.map_or_else(|| id.clone(), |above| format!("{}/{id}", above.path));
    let inherited = above.map_or(CategoryKind::Value, |above| above.kind);
    let title = reader.local_text(table, "title");
    let category = Category {
        title: if title == LocalText::default() { LocalText { en: Some(id.clone()), ..title } } else { title },
        description: reader.local_text(table, "description"),
        colour: read_colour(reader, table),
        kind: read_kind(reader, table).unwrap_or(inherited),
        parent,
        depth,
        exclusions: Vec::new(),
        id,
        path,
    };
    let category_id = CategoryId(to_u32(lexicon.categories.len()));
    lexicon.categories.push(category);
    for language in Language::ALL.map(Some).into_iter().chain([None]) {
        let key = language.map_or(ANY_LANGUAGE, Language::code);
        if let Some(value) = table.get(key)
            && let Some(own) = reader.table(key, value)
        {
            read_language(reader, own, category_id, language, lexicon);
        }
    }
    Some(category_id)
}

fn read_colour<'file>(reader: &mut Reader<'file>, table: Table<'_, 'file>) -> String {
    let colour = reader.optional_text(table, "colour");
    let is_colour = |digits: &str| digits.len() == 6 && digits.chars().all(|digit| digit.is_ascii_hexdigit());
    if !colour.is_empty() && !colour.strip_prefix('#').is_some_and(is_colour) {
        let at = table.get("colour").map_or(table.at(), |value| value.span().start);
        let error = LexiconError::Value { key: "colour".into(), value: colour, allowed: "#000000–#ffffff" };
        reader.report(at, error);
        return String::new();
    }
    colour
}

fn read_kind<'file>(reader: &mut Reader<'file>, table: Table<'_, 'file>) -> Option<CategoryKind> {
    let value = table.get("kind")?;
    match reader.text("kind", value)?.as_str() {
        "value" => Some(CategoryKind::Value),
        "topic" => Some(CategoryKind::Topic),
        other => {
            let error = LexiconError::Value { key: "kind".into(), value: other.into(), allowed: "value, topic" };
            reader.report(value.span().start, error);
            None
        }
    }
}

/// The key of entries for texts in any language.
pub(crate) const ANY_LANGUAGE: &str = "any";

/// Reads `[category.kk]`: entries, and patterns in which none of them count.
fn read_language<'file>(
    reader: &mut Reader<'file>,
    table: Table<'_, 'file>,
    category: CategoryId,
    language: Option<Language>,
    lexicon: &mut Lexicon,
) {
    reader.known_keys(table, &["entries", "not"]);
    let exclusions = read_patterns(reader, table, "not").into_iter().map(|pattern| (language, pattern));
    let path = {
        let own = &mut lexicon.categories[category.0 as usize];
        own.exclusions.extend(exclusions);
        own.path.clone()
    };
    let mut seen = FxHashSet::default();
    for (value, index) in reader.list("entries", table.get("entries")).iter().zip(0..) {
        if lexicon.entries.len() >= MAX_ENTRIES {
            return reader
                .report(value.span().start, LexiconError::TooMuch { what: "entries", limit: MAX_ENTRIES as u64 });
        }
        let crosses = lexicon.crosses_punctuation;
        let Some(entry) = read_entry(reader, value, category, language, crosses) else { continue };
        let entry = Entry { index, ..entry };
        let pattern = entry.pattern.text.clone();
        if has_mixed_alphabets(&pattern) {
            reader.report(value.span().start, LexiconError::MixedAlphabets { pattern: pattern.clone() });
        }
        // The same pattern under other conditions is another entry; so is one in other capitals,
        // where a study compares them.
        let written = entry.pattern.written();
        let conditions = (entry.conditions.to_string(), entry.conditions.window);
        if !seen.insert((written, entry.parts, conditions, entry.crosses_punctuation)) {
            reader.report(value.span().start, LexiconError::DuplicateEntry { pattern, path: path.clone() });
            continue;
        }
        lexicon.entries.push(entry);
    }
}

/// The keys of an entry that is a table.
const ENTRY_KEYS: [&str; 14] = [
    "pattern",
    "pos",
    "weight",
    "concept",
    "note",
    "source",
    "not",
    "not_before",
    "not_after",
    "before",
    "after",
    "near",
    "window",
    "crosses_punctuation",
];

fn read_entry<'file>(
    reader: &mut Reader<'file>,
    value: &Spanned<DeValue<'file>>,
    category: CategoryId,
    language: Option<Language>,
    crosses_punctuation: bool,
) -> Option<Entry> {
    let line = reader.place(value.span().start).0;
    let plain = |pattern| Entry {
        category,
        language,
        pattern,
        parts: PartsOfSpeech::UNKNOWN,
        weight: 1.0,
        concept: String::new(),
        note: String::new(),
        source: String::new(),
        conditions: Conditions { window: DEFAULT_WINDOW, ..Conditions::default() },
        crosses_punctuation,
        line,
        index: 0,
    };
    if value.get_ref().as_str().is_some() {
        return read_pattern(reader, "entries", value).map(plain);
    }
    let table = reader.table("entries", value)?;
    reader.known_keys(table, &ENTRY_KEYS);
    let Some(pattern) = table.get("pattern") else {
        reader.report(table.at(), LexiconError::MissingKey { key: "pattern".to_owned() });
        return None;
    };
    let mut entry = plain(read_pattern(reader, "pattern", pattern)?);
    entry.parts = read_parts(reader, table);
    if let Some(value) = table.get("weight") {
        entry.weight = reader.number("weight", value).unwrap_or(1.0);
    }
    if let Some(value) = table.get("concept") {
        entry.concept = read_concept(reader, value);
    }
    entry.note = reader.optional_text(table, "note");
    entry.source = reader.optional_text(table, "source");
    entry.conditions.not = read_patterns(reader, table, "not");
    entry.conditions.not_before = read_patterns(reader, table, "not_before");
    entry.conditions.not_after = read_patterns(reader, table, "not_after");
    entry.conditions.before = read_patterns(reader, table, "before");
    entry.conditions.after = read_patterns(reader, table, "after");
    entry.conditions.near = read_patterns(reader, table, "near");
    if let Some(value) = table.get("window") {
        entry.conditions.window = read_window(reader, value);
    }
    if let Some(crosses) = reader.flag(table, "crosses_punctuation") {
        entry.crosses_punctuation = crosses;
    }
    Some(entry)
}

fn read_concept<'file>(reader: &mut Reader<'file>, value: &Spanned<DeValue<'file>>) -> String {
    let concept = reader.text("concept", value).unwrap_or_default();
    if value.get_ref().as_str().is_some() && !is_concept_id(&concept) {
        let error = LexiconError::Value { key: "concept".into(), value: concept, allowed: "a–z, 0–9, -" };
        reader.report(value.span().start, error);
        return String::new();
    }
    concept
}

pub(super) fn read_window<'file>(reader: &mut Reader<'file>, value: &Spanned<DeValue<'file>>) -> u8 {
    let Some(number) = reader.number("window", value) else { return DEFAULT_WINDOW };
    let window = (1..=100).find(|window| (f64::from(*window) - number).abs() < f64::EPSILON);
    if window.is_none() {
        let error = LexiconError::Value { key: "window".into(), value: number.to_string(), allowed: "1–100" };
        reader.report(value.span().start, error);
    }
    window.unwrap_or(DEFAULT_WINDOW)
}

/// `pos = "noun"` or `pos = ["noun", "verb"]`.
fn read_parts<'file>(reader: &mut Reader<'file>, table: Table<'_, 'file>) -> PartsOfSpeech {
    let Some(value) = table.get("pos") else { return PartsOfSpeech::UNKNOWN };
    let names = match value.get_ref().as_array() {
        Some(_) => reader.list("pos", Some(value)),
        None => std::slice::from_ref(value),
    };
    let mut parts = PartsOfSpeech::UNKNOWN;
    for value in names {
        let Some(name) = reader.text("pos", value) else { continue };
        match PartOfSpeech::from_name(&name) {
            Some(part) => parts = parts.with(part),
            None => reader.report(value.span().start, LexiconError::PartOfSpeech { name }),
        }
    }
    parts
}

pub(super) fn read_patterns<'file>(reader: &mut Reader<'file>, table: Table<'_, 'file>, key: &str) -> Vec<Pattern> {
    let values = reader.list(key, table.get(key));
    values.iter().filter_map(|value| read_pattern(reader, key, value)).collect()
}

fn read_pattern<'file>(reader: &mut Reader<'file>, key: &str, value: &Spanned<DeValue<'file>>) -> Option<Pattern> {
    let text = reader.text(key, value)?;
    // Told once; what is beyond the limit is not even compiled.
    if text.contains('/') && reader.regex_bytes > MAX_LEXICON_REGEX_BYTES {
        return None;
    }
    match Pattern::parse(&text) {
        Ok(pattern) => {
            let bytes = pattern.regex_bytes();
            reader.regex_bytes += bytes;
            if bytes > 0 && reader.regex_bytes > MAX_LEXICON_REGEX_BYTES {
                let limit = MAX_LEXICON_REGEX_BYTES as u64;
                reader.report(value.span().start, LexiconError::TooMuch { what: "expressions", limit });
                return None;
            }
            Some(pattern)
        }
        Err(error) => {
            reader.report(value.span().start, LexiconError::Pattern { pattern: text, error });
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

fn read_test<'file>(reader: &mut Reader<'file>, table: Table<'_, 'file>, lexicon: &Lexicon) -> Option<LexiconTest> {
    reader.known_keys(table, &["lang", "text", "expect", "policy", "negation"]);
    let code = reader.required_text(table, "lang");
    let text = reader.required_text(table, "text");
    let mut expect = Vec::new();
    if let Some(value) = table.get("expect") {
        let counts = reader.table("expect", value)?;
        for (path, at, value) in counts.pairs() {
            if !lexicon.categories.iter().any(|category| category.path == path) {
                reader.report(at, LexiconError::UnknownCategory { path: path.to_owned() });
            }
            match whole(value).and_then(|count| u64::try_from(count).ok()) {
                Some(count) => expect.push((path.to_owned(), count)),
                None => reader.wrong_type(value.span().start, path, "number"),
            }
        }
        expect.sort();
    }
    let policy = table.get("policy").and_then(|value| reader.text("policy", value));
    let leaves_out_negated = reads_leave_out(reader, table);
    let Some(language) = Language::from_code(&code) else {
        if table.get("lang").is_some() {
            reader.report(table.at(), LexiconError::Language { code });
        }
        return None;
    };
    let line = reader.place(table.at()).0;
    let policy = policy.unwrap_or_else(|| "longest".to_owned());
    Some(LexiconTest { language, text, expect, policy, leaves_out_negated, line })
}

/// `negation = "leave-out"` in an example.
fn reads_leave_out<'file>(reader: &mut Reader<'file>, table: Table<'_, 'file>) -> bool {
    let Some(value) = table.get("negation") else { return false };
    let Some(name) = reader.text("negation", value) else { return false };
    if name != "ignore" && name != "leave-out" {
        let error = LexiconError::Value { key: "negation".into(), value: name.clone(), allowed: "ignore, leave-out" };
        reader.report(value.span().start, error);
    }
    name == "leave-out"
}
