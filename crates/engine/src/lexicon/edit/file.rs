//! A lexicon's file as a document that keeps its comments, order and layout.

use std::collections::BTreeMap;

use toml_edit::{ArrayOfTables, DocumentMut, InlineTable, Item, Table, TableLike, Value};

use super::{
    change::{EntryKey, EntryPlace, FieldChange, LexiconEdit},
    error::EditError,
    exclusion,
    list::{List, entry_of},
};
use crate::{
    format::TomlError,
    language::Language,
    lexicon::{file::id::id_of, local_text::LocalText, toml::ANY_LANGUAGE},
};

/// The file.
#[derive(Debug, Clone)]
pub(super) struct File {
    document: DocumentMut,
}

impl File {
    pub(super) fn parse(text: &str) -> Result<Self, EditError> {
        let document = text.parse().map_err(|error: toml_edit::TomlError| {
            let error = TomlError::syntax(text, error.span(), error.message());
            EditError::Unreadable(Box::new(error.into()))
        })?;
        Ok(Self { document })
    }

    pub(super) fn text(&self) -> String {
        self.document.to_string()
    }

    /// Does one edit. After an error the file is of no use.
    pub(super) fn apply(&mut self, edit: &LexiconEdit) -> Result<(), EditError> {
        match edit {
            LexiconEdit::AddEntry { category, language, fields } => {
                let entry = entry_of(fields)?;
                self.list(category, *language, true)?.push(entry);
                Ok(())
            }
            LexiconEdit::ChangeEntry { entry, fields } => {
                let (mut list, at) = self.entry(entry)?;
                list.change(at, fields)
            }
            LexiconEdit::RemoveEntries(entries) => self.take(entries).map(|_| ()),
            LexiconEdit::MoveEntries { entries, to } => {
                self.category(to)?;
                for (language, entry) in self.take(entries)? {
                    self.list(to, language, true)?.push(entry);
                }
                Ok(())
            }
            LexiconEdit::ExcludeForm { entry, form } => self.exclude(entry, form),
            LexiconEdit::AddCategory { parent, title } => self.add_category(parent.as_deref(), None, title).map(|_| ()),
            LexiconEdit::RenameCategory { path, title } => {
                let category = self.category(path)?;
                category.insert("title", Item::Value(title_of(title)?));
                Ok(())
            }
            LexiconEdit::MergeCategories { from, into } => self.merge(from, into),
            LexiconEdit::SplitCategory { path, entries, title } => {
                if entries.iter().any(|entry| entry.category != *path) {
                    return Err(EditError::NoEntry);
                }
                self.category(path)?;
                let (parent, own) = parent_of(path);
                let id = self.add_category(parent, Some(own), title)?;
                let new = parent.map_or_else(|| id.clone(), |parent| format!("{parent}/{id}"));
                for (language, entry) in self.take(entries)? {
                    self.list(&new, language, true)?.push(entry);
                }
                Ok(())
            }
            LexiconEdit::RemoveCategory(path) => {
                self.category(path)?;
                let (parent, id) = parent_of(path);
                let list = self.categories(parent)?;
                if parent.is_none() && list.len() == 1 {
                    return Err(EditError::LastCategory);
                }
                take_category(list, id)?;
                self.forget_validations(path)?;
                self.expect_no_more(path);
                Ok(())
            }
        }
    }

    fn category(&mut self, path: &str) -> Result<&mut Table, EditError> {
        let missing = || EditError::NoCategory { path: path.to_owned() };
        let mut table = self.document.as_table_mut();
        for id in path.split('/') {
            let item = table.get_mut("category").ok_or_else(missing)?;
            let list = item.as_array_of_tables_mut().ok_or(EditError::Layout)?;
            table = list.iter_mut().find(|own| has_id(own, id)).ok_or_else(missing)?;
        }
        Ok(table)
    }

    /// The categories in one, or at the top.
    fn categories(&mut self, parent: Option<&str>) -> Result<&mut ArrayOfTables, EditError> {
        let table = match parent {
            Some(path) => self.category(path)?,
            None => self.document.as_table_mut(),
        };
        let item = table.entry("category").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
        item.as_array_of_tables_mut().ok_or(EditError::Layout)
    }

    /// The list of a category's entries in a language; made where there is none and it `is_wanted`.
    fn list(&mut self, path: &str, language: Option<Language>, is_wanted: bool) -> Result<List<'_>, EditError> {
        let category = self.category(path)?;
        let section = section(category, language, is_wanted)?;
        if section.get("entries").is_none() {
            if !is_wanted {
                return Err(EditError::NoEntry);
            }
            section.insert("entries", Item::Value(Value::Array(toml_edit::Array::new())));
        }
        List::new(section.get_mut("entries").ok_or(EditError::Layout)?)
    }

    /// The list that holds an entry, and its place there.
    fn entry(&mut self, place: &EntryPlace) -> Result<(List<'_>, usize), EditError> {
        let list = self.list(&place.category, place.language, false)?;
        let at = place.at as usize;
        if list.written(at).map(str::trim) != Some(&*place.written) {
            return Err(EditError::NoEntry);
        }
        Ok((list, at))
    }

    /// Takes entries out; returns them in the order in which they were named, with their languages.
    fn take(&mut self, entries: &[EntryPlace]) -> Result<Vec<(Option<Language>, Value)>, EditError> {
        let mut order: Vec<usize> = (0..entries.len()).collect();
        // From the last of each list on, so that the places of the others stay what they are.
        order.sort_by(|left, right| entries[*right].cmp(&entries[*left]));
        order.dedup_by(|left, right| entries[*left] == entries[*right]);
        let mut taken = BTreeMap::new();
        for at in order {
            let place = &entries[at];
            let (mut list, own) = self.entry(place)?;
            taken.insert(at, (place.language, list.remove(own)));
        }
        Ok(taken.into_values().collect())
    }

    fn exclude(&mut self, place: &EntryPlace, form: &str) -> Result<(), EditError> {
        let pattern = exclusion(form)?;
        let (mut list, at) = self.entry(place)?;
        let mut values = list.texts(at, EntryKey::Not)?;
        if values.iter().any(|known| known.trim() == pattern.text) {
            return Err(EditError::Already);
        }
        values.push(pattern.text);
        list.change(at, &[FieldChange { key: EntryKey::Not, values }])
    }

    /// Adds a category behind a sibling, or as the last; returns its id.
    fn add_category(
        &mut self,
        parent: Option<&str>,
        behind: Option<&str>,
        title: &LocalText,
    ) -> Result<String, EditError> {
        let written = title_of(title)?;
        let list = self.categories(parent)?;
        let name = [&title.en, &title.ru, &title.kk].into_iter().flatten().find(|name| !name.trim().is_empty());
        let plain = id_of(name.map_or("", String::as_str), "category");
        let mut id = plain.clone();
        let mut next = 2;
        while list.iter().any(|own| has_id(own, &id)) {
            id = format!("{plain}-{next}");
            next += 1;
        }
        let mut table = Table::new();
        table.insert("id", toml_edit::value(id.clone()));
        table.insert("title", Item::Value(written));
        table.decor_mut().set_prefix("\n");
        let at = behind.and_then(|behind| list.iter().position(|own| has_id(own, behind)));
        match at {
            Some(at) => list.insert(at + 1, table),
            None => list.push(table),
        }
        Ok(id)
    }

    fn merge(&mut self, from: &str, into: &str) -> Result<(), EditError> {
        if is_within(into, from) {
            return Err(EditError::IntoItself);
        }
        self.category(from)?;
        let (parent, id) = parent_of(from);
        let own = take_category(self.categories(parent)?, id)?;
        unite(own, self.category(into)?)?;
        self.forget_validations(from)?;
        self.expect_instead(from, into)
    }

    /// The file's tests.
    fn tests(&mut self) -> impl Iterator<Item = &mut Table> {
        let tests = self.document.get_mut("test").and_then(Item::as_array_of_tables_mut);
        tests.into_iter().flat_map(ArrayOfTables::iter_mut)
    }

    /// The counts that the file's tests expect.
    fn expectations(&mut self) -> impl Iterator<Item = &mut dyn TableLike> {
        self.tests().filter_map(|test| test.get_mut("expect")?.as_table_like_mut())
    }

    /// Takes out the validations of a category and of what is in it: they are about entries that no
    /// longer stand together.
    fn forget_validations(&mut self, path: &str) -> Result<(), EditError> {
        let Some(item) = self.document.get_mut("validation") else { return Ok(()) };
        let list = item.as_array_of_tables_mut().ok_or(EditError::Layout)?;
        list.retain(|own| !own.get("category").and_then(Item::as_str).is_some_and(|of| is_within(of, path)));
        Ok(())
    }

    /// Takes a category and what is in it out of the tests.
    fn expect_no_more(&mut self, path: &str) {
        for expected in self.expectations() {
            for key in keys_within(expected, path) {
                expected.remove(&key);
            }
            tidy(expected);
        }
        for test in self.tests() {
            if test.get("example").and_then(Item::as_str).is_some_and(|of| is_within(of, path)) {
                test.remove("example");
            }
        }
    }

    /// Lets the tests expect of one category what they expected of another; of both, the sum.
    fn expect_instead(&mut self, from: &str, into: &str) -> Result<(), EditError> {
        for expected in self.expectations() {
            for key in keys_within(expected, from) {
                let Some(item) = expected.remove(&key) else { continue };
                let new = format!("{into}{}", key.strip_prefix(from).expect("what is within a path begins with it"));
                let both = expected.get(&new).and_then(Item::as_integer).zip(item.as_integer());
                let sum = both.map(|(one, other)| {
                    let refused = || EditError::Number { key: "expect", written: format!("{one} + {other}") };
                    one.checked_add(other).ok_or_else(refused)
                });
                expected.insert(&new, sum.transpose()?.map_or(item, toml_edit::value));
            }
            tidy(expected);
        }
        for test in self.tests() {
            let of = test.get("example").and_then(Item::as_str).filter(|of| is_within(of, from));
            let rest = of.and_then(|of| of.strip_prefix(from)).map(str::to_owned);
            if let Some(rest) = rest {
                test.insert("example", toml_edit::value(format!("{into}{rest}")));
            }
        }
        Ok(())
    }
}

/// A path without its last id, and that id.
fn parent_of(path: &str) -> (Option<&str>, &str) {
    path.rsplit_once('/').map_or((None, path), |(parent, id)| (Some(parent), id))
}

fn has_id(category: &Table, id: &str) -> bool {
    category.get("id").and_then(Item::as_str) == Some(id)
}

fn take_category(list: &mut ArrayOfTables, id: &str) -> Result<Table, EditError> {
    let at = list.iter().position(|own| has_id(own, id)).ok_or(EditError::Layout)?;
    Ok(list.remove(at))
}

/// The part of a category in one language; made where there is none and it `is_wanted`.
fn section(category: &mut Table, language: Option<Language>, is_wanted: bool) -> Result<&mut dyn TableLike, EditError> {
    let key = language.map_or(ANY_LANGUAGE, Language::code);
    if !category.contains_key(key) {
        if !is_wanted {
            return Err(EditError::NoEntry);
        }
        let mut table = Table::new();
        // Right behind the category's own keys, before its subcategories.
        table.set_position(category.position());
        category.insert(key, Item::Table(table));
    }
    category.get_mut(key).and_then(Item::as_table_like_mut).ok_or(EditError::Layout)
}

/// Puts everything that a category holds into another one.
fn unite(mut from: Table, into: &mut Table) -> Result<(), EditError> {
    for language in Language::ALL.map(Some).into_iter().chain([None]) {
        let key = language.map_or(ANY_LANGUAGE, Language::code);
        let Some(mut own) = from.remove(key) else { continue };
        let own = own.as_table_like_mut().ok_or(EditError::Layout)?;
        let target = section(into, language, true)?;
        if let Some(mut item) = own.remove("entries") {
            let mut entries = List::new(&mut item)?;
            if target.get("entries").is_none() {
                target.insert("entries", Item::Value(Value::Array(toml_edit::Array::new())));
            }
            let mut list = List::new(target.get_mut("entries").ok_or(EditError::Layout)?)?;
            while entries.written(0).is_some() {
                let entry = entries.remove(0);
                if !list.holds(&entry) {
                    list.push(entry);
                }
            }
        }
        unite_texts(own, target, "not")?;
    }
    unite_texts(&mut from, into, "exclude")?;
    let Some(children) = from.remove("category") else { return Ok(()) };
    let children = children.into_array_of_tables().map_err(|_| EditError::Layout)?;
    let list = into.entry("category").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    let list = list.as_array_of_tables_mut().ok_or(EditError::Layout)?;
    for mut child in children {
        let id = child.get("id").and_then(Item::as_str).unwrap_or_default().to_owned();
        let twin = list.iter().position(|own| has_id(own, &id));
        if let Some(own) = twin.and_then(|at| list.get_mut(at)) {
            unite(child, own)?;
        } else {
            forget_place(&mut child);
            list.push(child);
        }
    }
    Ok(())
}

/// Puts the texts of a list into the list of the same name in another table.
fn unite_texts(from: &mut dyn TableLike, into: &mut dyn TableLike, key: &str) -> Result<(), EditError> {
    let Some(item) = from.remove(key) else { return Ok(()) };
    let texts = item.as_array().ok_or(EditError::Layout)?;
    if into.get(key).is_none() {
        into.insert(key, Item::Value(Value::Array(toml_edit::Array::new())));
    }
    let Some(known) = into.get_mut(key).and_then(Item::as_array_mut) else { return Err(EditError::Layout) };
    for text in texts.iter().filter_map(Value::as_str) {
        if !known.iter().any(|own| own.as_str() == Some(text)) {
            known.push(text);
        }
    }
    Ok(())
}

/// Lets a category stand where its new parent stands.
fn forget_place(table: &mut Table) {
    table.set_position(None);
    for (_, item) in table.iter_mut() {
        match item {
            Item::Table(inner) => forget_place(inner),
            Item::ArrayOfTables(list) => list.iter_mut().for_each(forget_place),
            Item::Value(_) | Item::None => {}
        }
    }
}

/// Returns `true` for the path of a category itself or of one in it.
fn is_within(path: &str, category: &str) -> bool {
    path.strip_prefix(category).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn keys_within(expected: &dyn TableLike, path: &str) -> Vec<String> {
    expected.iter().map(|(key, _)| key.to_owned()).filter(|key| is_within(key, path)).collect()
}

/// Sets the spaces right in braces that lost or gained something.
fn tidy(expected: &mut dyn TableLike) {
    expected.fmt();
}

/// A title by language.
fn title_of(title: &LocalText) -> Result<Value, EditError> {
    let languages = [("kk", &title.kk), ("ru", &title.ru), ("en", &title.en)];
    let given = languages.into_iter().filter_map(|(code, text)| Some((code, text.as_deref()?.trim())));
    let given: Vec<(&str, &str)> = given.filter(|(_, text)| !text.is_empty()).collect();
    if given.is_empty() {
        return Err(EditError::NoTitle);
    }
    let mut table: InlineTable = given.into_iter().map(|(code, text)| (code, Value::from(text))).collect();
    table.fmt();
    Ok(Value::InlineTable(table))
}
