//! References → objects, streams → bytes.
//!
//! Objects are read when they are asked for and kept while there is room. A table that leads to
//! the wrong place is replaced once by one that is found by looking through the file.

use std::{
    borrow::Cow,
    cell::{Cell, RefCell},
    rc::Rc,
};

use rustc_hash::FxHashMap;

use super::{
    cipher::Cipher,
    key,
    object_stream::ObjectStream,
    rebuild::{rebuild, stream_end},
    table::{self, Entry, Table},
};
use crate::{
    budget::Budget,
    error::{Part, PdfError, Result},
    filter::{self, Filter},
    object::{Dictionary, Object, Parser, Reference, Stream},
};

/// How many objects are kept.
const KEPT_OBJECTS: usize = 20_000;
/// How many bytes of object streams are kept.
const KEPT_BYTES: usize = 32 << 20;
/// How many references may follow each other.
const MOST_REFERENCES: usize = 16;
/// How far from the beginning the head may stand.
const HEAD_BYTES: usize = 1024;

/// A file.
pub(crate) struct File<'bytes> {
    bytes: &'bytes [u8],
    pub(crate) budget: &'bytes Budget,
    table: RefCell<Table>,
    is_rebuilt: Cell<bool>,
    cipher: Option<Cipher>,
    objects: RefCell<FxHashMap<u32, Object>>,
    object_streams: RefCell<FxHashMap<u32, Rc<ObjectStream>>>,
    kept_bytes: Cell<usize>,
    /// Object streams that the table does not name.
    found_streams: RefCell<Vec<Reference>>,
}

impl<'bytes> File<'bytes> {
    /// A file without a table, in which nothing can be looked up.
    pub(super) fn without_table(bytes: &'bytes [u8], budget: &'bytes Budget) -> Self {
        Self {
            bytes,
            budget,
            table: RefCell::default(),
            is_rebuilt: Cell::new(true),
            cipher: None,
            objects: RefCell::default(),
            object_streams: RefCell::default(),
            kept_bytes: Cell::new(0),
            found_streams: RefCell::default(),
        }
    }

    /// Opens a file.
    ///
    /// # Errors
    ///
    /// If it is no PDF, has no catalog, or needs a password.
    pub(crate) fn open(bytes: &'bytes [u8], budget: &'bytes Budget) -> Result<Self> {
        if bytes.is_empty() {
            return Err(PdfError::Empty);
        }
        let head = memchr::memmem::find(&bytes[..bytes.len().min(HEAD_BYTES)], b"%PDF-");
        let mut file = Self::without_table(&bytes[head.unwrap_or(0)..], budget);
        if let Some(table) = table::read(file.bytes, budget)? {
            file.table = table.into();
            file.is_rebuilt.set(false);
            file.unlock()?;
            if file.has_pages()? {
                return Ok(file);
            }
        }
        file.rebuild()?;
        if head.is_none() && file.table.borrow().entries.is_empty() {
            return Err(PdfError::NotPdf);
        }
        file.unlock()?;
        file.add_object_streams()?;
        if file.has_pages()? {
            return Ok(file);
        }
        let missing = match () {
            () if file.table.borrow().entries.is_empty() => Part::Objects,
            () if file.catalog()?.0.is_empty() => Part::Catalog,
            () => Part::Pages,
        };
        Err(PdfError::Damaged { missing })
    }

    fn unlock(&mut self) -> Result<()> {
        self.cipher = None;
        let trailer = self.table.borrow().trailer.clone();
        let encryption = self.resolve(trailer.get("Encrypt"))?;
        let Some(encryption) = encryption.as_dictionary() else { return Ok(()) };
        let id = self.resolve(trailer.get("ID"))?;
        let id = id.as_array().and_then(|array| array.first()).map(|id| self.resolve(id)).transpose()?;
        let id = id.as_ref().and_then(Object::as_string).unwrap_or(&[]);
        let cipher = key::unlock(self, encryption, id)?;
        self.cipher = Some(cipher);
        self.forget();
        Ok(())
    }

    fn forget(&self) {
        self.objects.borrow_mut().clear();
        self.object_streams.borrow_mut().clear();
        self.kept_bytes.set(0);
    }

    fn has_pages(&self) -> Result<bool> {
        let pages = self.resolve(self.catalog()?.get("Pages"))?;
        Ok(pages.as_dictionary().is_some_and(|pages| pages.has("Kids")))
    }

    /// Returns the catalog, which is empty if there is none.
    pub(crate) fn catalog(&self) -> Result<Dictionary> {
        let root = self.table.borrow().trailer.get("Root").clone();
        Ok(self.resolve(&root)?.as_dictionary().cloned().unwrap_or_default())
    }

    fn rebuild(&self) -> Result<()> {
        self.is_rebuilt.set(true);
        let rebuilt = rebuild(self.bytes, self.budget)?;
        let mut table = self.table.borrow_mut();
        let trailer = std::mem::take(&mut table.trailer);
        *table = rebuilt.table;
        if !table.trailer.has("Root") || trailer.has("Encrypt") && !table.trailer.has("Encrypt") {
            table.add_trailer(&trailer);
        }
        drop(table);
        self.forget();
        *self.found_streams.borrow_mut() = rebuilt.object_streams;
        Ok(())
    }

    /// Adds what is in the object streams that were found by looking through the file.
    fn add_object_streams(&self) -> Result<()> {
        let streams = std::mem::take(&mut *self.found_streams.borrow_mut());
        for reference in streams {
            let Some(objects) = self.object_stream(reference.number)? else { continue };
            for (index, number) in objects.numbers() {
                self.table.borrow_mut().add(number, Entry::In { stream: reference.number, index }, self.budget)?;
            }
        }
        if self.table.borrow().trailer.has("Root") {
            return Ok(());
        }
        // Without a trailer the catalog may be in an object stream.
        let mut numbers: Vec<u32> = self.table.borrow().entries.keys().copied().collect();
        numbers.sort_unstable();
        for number in numbers {
            let reference = Reference { number, generation: 0 };
            if self.get(reference)?.as_dictionary().is_some_and(|object| object.is_of_type("Catalog")) {
                let root = ((*b"Root").into(), Object::Reference(reference));
                self.table.borrow_mut().trailer.0.push(root);
                break;
            }
        }
        Ok(())
    }

    /// Returns what an object stands for: itself, or what a reference leads to. `Null` if there is
    /// no such object.
    pub(crate) fn resolve(&self, object: &Object) -> Result<Object> {
        let mut object = object.clone();
        for _ in 0..MOST_REFERENCES {
            let Some(reference) = object.as_reference() else { return Ok(object) };
            object = self.get(reference)?;
        }
        Ok(Object::Null)
    }

    /// Returns the value of a key, resolved.
    pub(crate) fn value(&self, dictionary: &Dictionary, key: &str) -> Result<Object> {
        self.resolve(dictionary.get(key))
    }

    /// Returns the value of a key as a dictionary, which is empty if it is none.
    pub(crate) fn dictionary(&self, dictionary: &Dictionary, key: &str) -> Result<Dictionary> {
        Ok(self.value(dictionary, key)?.as_dictionary().cloned().unwrap_or_default())
    }

    /// Returns the value of a key as numbers.
    pub(crate) fn numbers(&self, dictionary: &Dictionary, key: &str) -> Result<Vec<f64>> {
        let value = self.value(dictionary, key)?;
        let numbers = value.as_array().unwrap_or(&[]).iter().map(|number| Ok(self.resolve(number)?.as_number()));
        Ok(numbers.collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
    }

    fn get(&self, reference: Reference) -> Result<Object> {
        self.budget.spend(50)?;
        if let Some(object) = self.objects.borrow().get(&reference.number) {
            return Ok(object.clone());
        }
        let entry = self.table.borrow().entries.get(&reference.number).copied();
        let object = match entry {
            Some(Entry::At(at)) => match self.read_at(reference.number, at)? {
                Some(object) => object,
                None if self.is_rebuilt.get() => Object::Null,
                None => {
                    self.rebuild()?;
                    self.add_object_streams()?;
                    return self.get(reference);
                }
            },
            Some(Entry::In { stream, index }) => match self.object_stream(stream)? {
                Some(objects) => objects.get(reference.number, index, self.budget)?.unwrap_or(Object::Null),
                None => Object::Null,
            },
            Some(Entry::Free) | None => Object::Null,
        };
        let mut objects = self.objects.borrow_mut();
        if objects.len() >= KEPT_OBJECTS {
            objects.clear();
        }
        objects.insert(reference.number, object.clone());
        Ok(object)
    }

    /// Reads the object at a place; `None` if another one or none is there.
    fn read_at(&self, number: u32, at: usize) -> Result<Option<Object>> {
        let found = Parser::new(self.bytes, at, self.budget).indirect()?;
        let Some((reference, object)) = found.filter(|(reference, _)| reference.number == number) else {
            return Ok(None);
        };
        Ok(Some(match &self.cipher {
            Some(cipher) => cipher.object(object, reference),
            None => object,
        }))
    }

    fn object_stream(&self, number: u32) -> Result<Option<Rc<ObjectStream>>> {
        if let Some(stream) = self.object_streams.borrow().get(&number) {
            return Ok(Some(stream.clone()));
        }
        // An object stream is in no object stream.
        let entry = self.table.borrow().entries.get(&number).copied();
        let Some(Entry::At(at)) = entry else { return Ok(None) };
        let Some(Object::Stream(stream)) = self.read_at(number, at)? else { return Ok(None) };
        let Some(bytes) = self.decoded(&stream)? else { return Ok(None) };
        let objects = Rc::new(ObjectStream::new(&bytes, &stream.dictionary, self.budget)?);
        let kept = self.kept_bytes.get() + objects.len_bytes();
        let mut streams = self.object_streams.borrow_mut();
        if kept > KEPT_BYTES {
            streams.clear();
        }
        self.kept_bytes.set(if kept > KEPT_BYTES { objects.len_bytes() } else { kept });
        streams.insert(number, objects.clone());
        Ok(Some(objects))
    }

    /// Returns the bytes of a stream, decoded; `None` for pictures and for what is not known.
    pub(crate) fn decoded(&self, stream: &Stream) -> Result<Option<Cow<'bytes, [u8]>>> {
        let filters = self.filters(&stream.dictionary)?;
        // What is compressed as a picture has no text.
        if filters.iter().any(|filter| filter.name.starts_with(b"DCT") || filter.name.starts_with(b"JPX")) {
            return Ok(None);
        }
        let len = self.value(&stream.dictionary, "Length")?.as_index();
        let end = stream_end(self.bytes, stream.start, len, self.budget)?;
        let raw = self.bytes.get(stream.start..end).unwrap_or(&[]);
        let is_table = stream.dictionary.is_of_type("XRef");
        let is_plain = filters.first().is_some_and(|filter| filter.name == b"Crypt");
        let raw = match &self.cipher {
            Some(cipher) if !is_table && !is_plain => {
                self.budget.spend(raw.len() * 4)?;
                Cow::Owned(cipher.stream(raw, stream.reference))
            }
            _ => Cow::Borrowed(raw),
        };
        filter::decode(raw, &filters, self.budget)
    }

    fn filters(&self, dictionary: &Dictionary) -> Result<Vec<Filter>> {
        let either = |long, short| if dictionary.has(long) { long } else { short };
        let names = self.value(dictionary, either("Filter", "F"))?;
        let parameters = self.value(dictionary, either("DecodeParms", "DP"))?;
        let name_of = |object: &Object| Ok(self.resolve(object)?.as_name().unwrap_or(b"").to_vec());
        if names.as_name().is_some() {
            return Ok(vec![Filter { name: name_of(&names)?, parameters: self.without_references(&parameters)? }]);
        }
        let mut filters = Vec::new();
        for (at, name) in names.as_array().unwrap_or(&[]).iter().enumerate() {
            let parameters = parameters.as_array().and_then(|array| array.get(at)).unwrap_or(&Object::Null);
            filters.push(Filter { name: name_of(name)?, parameters: self.without_references(parameters)? });
        }
        Ok(filters)
    }

    fn without_references(&self, parameters: &Object) -> Result<Dictionary> {
        let parameters = self.resolve(parameters)?;
        let entries = parameters.as_dictionary().map_or(&[][..], |dictionary| &dictionary.0);
        let entries = entries.iter().map(|(key, value)| Ok((key.clone(), self.resolve(value)?)));
        Ok(Dictionary(entries.collect::<Result<_>>()?))
    }
}
