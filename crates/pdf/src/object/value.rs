//! Objects. They are cheap to clone, so that what a reference leads to can be returned by value.

use std::rc::Rc;

/// The number and generation of an indirect object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Reference {
    pub(crate) number: u32,
    pub(crate) generation: u32,
}

/// An object.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Object {
    Null,
    Bool(bool),
    Integer(i64),
    Real(f64),
    String(Rc<[u8]>),
    Name(Rc<[u8]>),
    Array(Rc<Vec<Object>>),
    Dictionary(Rc<Dictionary>),
    Stream(Rc<Stream>),
    Reference(Reference),
}

impl Object {
    pub(crate) fn as_number(&self) -> Option<f64> {
        match self {
            Self::Integer(number) => Some(*number as f64),
            Self::Real(number) => Some(*number),
            _ => None,
        }
    }

    pub(crate) const fn as_integer(&self) -> Option<i64> {
        match self {
            Self::Integer(number) => Some(*number),
            #[expect(clippy::cast_possible_truncation, reason = "saturates")]
            Self::Real(number) => Some(*number as i64),
            _ => None,
        }
    }

    pub(crate) fn as_index(&self) -> Option<usize> {
        self.as_integer().and_then(|number| usize::try_from(number).ok())
    }

    pub(crate) fn as_name(&self) -> Option<&[u8]> {
        if let Self::Name(name) = self { Some(name) } else { None }
    }

    pub(crate) fn as_string(&self) -> Option<&[u8]> {
        if let Self::String(string) = self { Some(string) } else { None }
    }

    pub(crate) fn as_array(&self) -> Option<&[Self]> {
        if let Self::Array(array) = self { Some(array) } else { None }
    }

    /// Returns the dictionary, also that of a stream.
    pub(crate) fn as_dictionary(&self) -> Option<&Dictionary> {
        match self {
            Self::Dictionary(dictionary) => Some(dictionary),
            Self::Stream(stream) => Some(&stream.dictionary),
            _ => None,
        }
    }

    pub(crate) fn as_stream(&self) -> Option<&Rc<Stream>> {
        if let Self::Stream(stream) = self { Some(stream) } else { None }
    }

    pub(crate) const fn as_reference(&self) -> Option<Reference> {
        if let Self::Reference(reference) = self { Some(*reference) } else { None }
    }
}

/// A dictionary, in the order of the file.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Dictionary(pub(crate) Vec<(Rc<[u8]>, Object)>);

impl Dictionary {
    /// Returns the value of a key as written, `Null` if there is none; a key that occurs twice has
    /// its last value.
    pub(crate) fn get(&self, key: &str) -> &Object {
        self.0.iter().rev().find(|(name, _)| **name == *key.as_bytes()).map_or(&Object::Null, |(_, value)| value)
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        *self.get(key) != Object::Null
    }

    pub(crate) fn is_of_type(&self, name: &str) -> bool {
        self.get("Type").as_name() == Some(name.as_bytes())
    }
}

/// A stream: its dictionary, and where its bytes begin.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Stream {
    pub(crate) dictionary: Dictionary,
    /// The place of the first byte in the file.
    pub(crate) start: usize,
    /// The object that it is; its key depends on that.
    pub(crate) reference: Reference,
}
