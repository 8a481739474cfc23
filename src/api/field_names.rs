//! A type that requests are read into → the names of its fields, as requests write them.
//!
//! What reads values of JavaScript asks an object for the fields of a type and never sees what else
//! the object has, so `deny_unknown_fields` denies nothing there: an option with a wrong name would
//! be ignored in silence. Its keys are compared with these names before it is read.
//!
//! ```
//! use tarazy::api::{AnalysisText, field_names};
//! assert_eq!(field_names::<AnalysisText>(), ["title", "text", "language"]);
//! ```

use serde::{
    Deserialize, Deserializer,
    de::{Error as _, Visitor, value::Error},
    forward_to_deserialize_any,
};

/// Returns the names of the fields of a structure; none for a type that is no structure.
pub fn field_names<'de, T: Deserialize<'de>>() -> &'static [&'static str] {
    let mut names: &'static [&'static str] = &[];
    // It has nothing to give and always fails, once it has seen the names.
    let _ = T::deserialize(FieldNames(&mut names));
    names
}

struct FieldNames<'names>(&'names mut &'static [&'static str]);

impl<'de> Deserializer<'de> for FieldNames<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, Error> {
        Err(Error::custom("there is no value"))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        *self.0 = fields;
        self.deserialize_any(visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}
