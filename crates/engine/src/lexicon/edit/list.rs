//! Lists of entries in a file: put in, taken out and changed so that comments and line breaks stay
//! where they belong.

use toml_edit::{Array, ArrayOfTables, InlineTable, Item, RawString, Table, Value};

use super::{
    change::{EntryKey, FieldChange, ValueKind},
    error::EditError,
};

/// What a list is set in by, where it shows no other way.
const INDENT: &str = "  ";

/// The entries of a category in a language, in either way in which TOML writes them.
pub(super) enum List<'file> {
    /// `entries = ["…", { pattern = "…" }]`
    Array(&'file mut Array),
    /// `[[category.kk.entries]]`
    Tables(&'file mut ArrayOfTables),
}

impl<'file> List<'file> {
    pub(super) fn new(item: &'file mut Item) -> Result<Self, EditError> {
        match item {
            Item::Value(Value::Array(array)) => Ok(Self::Array(array)),
            Item::ArrayOfTables(tables) => Ok(Self::Tables(tables)),
            _ => Err(EditError::Layout),
        }
    }

    /// Says what the entry at a place is written as.
    pub(super) fn written(&self, at: usize) -> Option<&str> {
        match self {
            Self::Array(array) => pattern_of(array.get(at)?),
            Self::Tables(tables) => tables.get(at)?.get("pattern")?.as_str(),
        }
    }

    /// What the entry at a place says under a key that holds a list; nothing where it says nothing.
    pub(super) fn texts(&self, at: usize, key: EntryKey) -> Result<Vec<String>, EditError> {
        let item = match self {
            Self::Array(array) => array.get(at).and_then(Value::as_inline_table).and_then(|own| own.get(key.name())),
            Self::Tables(tables) => tables.get(at).and_then(|own| own.get(key.name())?.as_value()),
        };
        let Some(item) = item else { return Ok(Vec::new()) };
        let texts = item.as_array().ok_or(EditError::Layout)?;
        texts.iter().map(|text| text.as_str().map(str::to_owned).ok_or(EditError::Layout)).collect()
    }

    /// Takes an entry out. Comments about its neighbours stay.
    pub(super) fn remove(&mut self, at: usize) -> Value {
        match self {
            Self::Array(array) => remove(array, at),
            Self::Tables(tables) => Value::InlineTable(tables.remove(at).into_inline_table()),
        }
    }

    /// Adds an entry at the end.
    pub(super) fn push(&mut self, entry: Value) {
        match self {
            Self::Array(array) => push(array, entry),
            Self::Tables(tables) => {
                let mut table = match entry {
                    Value::InlineTable(table) => table.into_table(),
                    other => Table::from_iter([("pattern", other)]),
                };
                table.set_position(None);
                tables.push(table);
            }
        }
    }

    /// Returns `true` if an entry is there that says the same.
    pub(super) fn holds(&self, entry: &Value) -> bool {
        match self {
            Self::Array(array) => array.iter().any(|own| is_same(own, entry)),
            Self::Tables(tables) => {
                tables.iter().any(|own| is_same(&Value::InlineTable(own.clone().into_inline_table()), entry))
            }
        }
    }

    /// Changes what the entry at a place says.
    pub(super) fn change(&mut self, at: usize, fields: &[FieldChange]) -> Result<(), EditError> {
        match self {
            Self::Tables(tables) => {
                let table = tables.get_mut(at).ok_or(EditError::NoEntry)?;
                for field in fields {
                    match value_of(field)? {
                        Some(value) => set(table, field.key, value),
                        None => {
                            table.remove(field.key.name());
                        }
                    }
                }
            }
            Self::Array(array) => {
                let own = array.get_mut(at).ok_or(EditError::NoEntry)?;
                let mut changed = changed(own, fields)?;
                *changed.decor_mut() = own.decor().clone();
                *own = changed;
            }
        }
        if self.written(at).is_none_or(|written| written.trim().is_empty()) {
            return Err(EditError::NoPattern);
        }
        Ok(())
    }
}

/// Writes an entry of its fields.
pub(super) fn entry_of(fields: &[FieldChange]) -> Result<Value, EditError> {
    let empty = Value::InlineTable(InlineTable::new());
    let entry = changed(&empty, fields)?;
    if pattern_of(&entry).is_none_or(|written| written.trim().is_empty()) {
        return Err(EditError::NoPattern);
    }
    Ok(entry)
}

/// The pattern of an entry that is a text or a table.
fn pattern_of(entry: &Value) -> Option<&str> {
    match entry {
        Value::InlineTable(table) => table.get("pattern")?.as_str(),
        other => other.as_str(),
    }
}

fn is_same(left: &Value, right: &Value) -> bool {
    let plain = |value: &Value| {
        let mut value = value.clone();
        value.decor_mut().clear();
        if let Value::InlineTable(table) = &mut value {
            table.sort_values();
            table.fmt();
        }
        value.to_string()
    };
    plain(left) == plain(right)
}

/// Returns an entry as it is with other fields: a text where it says nothing but its pattern, else
/// a table in braces.
fn changed(entry: &Value, fields: &[FieldChange]) -> Result<Value, EditError> {
    let mut table = match entry {
        Value::InlineTable(table) => table.clone(),
        other => InlineTable::from_iter([("pattern", Value::from(other.as_str().ok_or(EditError::Layout)?))]),
    };
    for field in fields {
        match value_of(field)? {
            Some(value) => {
                table.insert(field.key.name(), value);
            }
            None => {
                table.remove(field.key.name());
            }
        }
    }
    if table.len() == 1
        && let Some(mut pattern) = table.get("pattern").filter(|pattern| pattern.is_str()).cloned()
    {
        pattern.decor_mut().clear();
        return Ok(pattern);
    }
    table.fmt();
    Ok(Value::InlineTable(table))
}

fn set(table: &mut Table, key: EntryKey, value: Value) {
    match table.get_mut(key.name()) {
        Some(item) => {
            let decor = item.as_value().map(|old| old.decor().clone());
            *item = Item::Value(value);
            if let (Some(decor), Some(value)) = (decor, item.as_value_mut()) {
                *value.decor_mut() = decor;
            }
        }
        None => {
            table.insert(key.name(), Item::Value(value));
        }
    }
}

/// The value that a field shall have; `None` where the key shall go.
fn value_of(field: &FieldChange) -> Result<Option<Value>, EditError> {
    let texts: Vec<&str> = field.values.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
    let Some(first) = texts.first() else { return Ok(None) };
    let list = || Value::Array(texts.iter().map(|text| Value::from(*text)).collect());
    Ok(Some(match field.key.kind() {
        ValueKind::Text => Value::from(*first),
        ValueKind::TextOrList if texts.len() == 1 => Value::from(*first),
        ValueKind::List | ValueKind::TextOrList => list(),
        ValueKind::Flag => Value::from(*first == "true"),
        ValueKind::Number => number(field.key.name(), first)?,
    }))
}

/// Reads a number as people write it, with a comma or a point.
fn number(key: &'static str, written: &str) -> Result<Value, EditError> {
    let refused = || EditError::Number { key, written: written.to_owned() };
    let plain = written.replace(',', ".").replace('\u{2212}', "-");
    if let Ok(whole) = plain.parse::<i64>() {
        return Ok(Value::from(whole));
    }
    let number: f64 = plain.parse().ok().filter(|number: &f64| number.is_finite()).ok_or_else(refused)?;
    Ok(Value::from(number))
}

fn prefix(value: &Value) -> String {
    value.decor().prefix().map(written).unwrap_or_default()
}

fn suffix(value: &Value) -> String {
    value.decor().suffix().map(written).unwrap_or_default()
}

fn written(raw: &RawString) -> String {
    raw.as_str().expect("a document that can be changed holds its own text").to_owned()
}

/// Adds a value at the end of a list: on a line of its own where others are.
fn push(array: &mut Array, mut value: Value) {
    let first = array.get(0).map(prefix);
    let trailing = written(array.trailing());
    let last = array.len().checked_sub(1);
    let ending = match last {
        Some(last) if !array.trailing_comma() => array.get(last).map(suffix).unwrap_or_default() + &trailing,
        _ => trailing,
    };
    let is_on_lines = first.is_none() || array.iter().any(|own| prefix(own).contains('\n')) || ending.contains('\n');
    if let Some(own) = last.and_then(|last| array.get_mut(last)) {
        own.decor_mut().set_suffix("");
    }
    if is_on_lines {
        let indent = first.as_deref().and_then(|first| Some(first.rsplit_once('\n')?.1)).unwrap_or(INDENT);
        // What stood before the closing bracket, a comment, belongs to what was last until now.
        *value.decor_mut() = toml_edit::Decor::new(format!("{}\n{indent}", ending.trim_end()), "");
        let close = ending.rsplit_once('\n').map_or("", |(_, close)| close).to_owned();
        array.push_formatted(value);
        array.set_trailing_comma(true);
        array.set_trailing(format!("\n{close}"));
    } else {
        *value.decor_mut() = toml_edit::Decor::new(" ", "");
        array.push_formatted(value);
        array.set_trailing(ending);
    }
}

/// Takes a value out of a list. What is said behind the one before it, and above those around it,
/// stays; what is said behind it goes.
fn remove(array: &mut Array, at: usize) -> Value {
    let mut value = array.remove(at);
    let own = prefix(&value);
    let own_end = suffix(&value);
    value.decor_mut().clear();
    let kept = own.rsplit_once('\n').map_or("", |(kept, _)| kept);
    if let Some(next) = array.get_mut(at) {
        let before = prefix(next);
        let joined = match before.split_once('\n') {
            Some((_, rest)) => format!("{kept}\n{rest}"),
            None if own.contains('\n') => own,
            None => before,
        };
        next.decor_mut().set_prefix(joined);
    } else {
        let trailing =
            if array.trailing_comma() { written(array.trailing()) } else { own_end + &written(array.trailing()) };
        let joined = match trailing.split_once('\n') {
            Some((_, rest)) => format!("{kept}\n{rest}"),
            None => trailing,
        };
        array.set_trailing(joined);
        if array.is_empty() {
            array.set_trailing_comma(false);
        }
    }
    value
}
