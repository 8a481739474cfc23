//! Distinct folded forms and their numbers.

use std::borrow::Cow;

use indexmap::IndexSet;
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::{
    comparable::plain_cyrillic,
    span::to_u32,
    token::{TokenKind, TypeId},
};

/// Folded forms with dense ids from 0; id 0 is the break, whose form is empty. Grows only.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    forms: IndexSet<Box<str>, FxBuildHasher>,
    kinds: Vec<TokenKind>,
    /// Types that are compared as another one: ещё as еще.
    comparable: FxHashMap<TypeId, TypeId>,
}

impl Default for Vocabulary {
    fn default() -> Self {
        let mut vocabulary = Self { forms: IndexSet::default(), kinds: Vec::new(), comparable: FxHashMap::default() };
        vocabulary.insert("");
        vocabulary
    }
}

impl Vocabulary {
    /// Returns the id of a folded form, giving it one if it is new.
    pub fn insert(&mut self, form: &str) -> TypeId {
        if let Some(at) = self.forms.get_index_of(form) {
            return id(at);
        }
        self.kinds.push(TokenKind::of(form));
        let new = id(self.forms.insert_full(form.into()).0);
        if let Cow::Owned(plain) = plain_cyrillic(form) {
            let comparable = self.insert(&plain);
            self.comparable.insert(new, comparable);
        }
        new
    }

    /// Returns the id of a folded form that is there.
    pub fn get(&self, form: &str) -> Option<TypeId> {
        self.forms.get_index_of(form).map(id)
    }

    /// Returns the form of a type of this vocabulary; empty for the break.
    pub fn form(&self, id: TypeId) -> &str {
        &self.forms[id.0 as usize]
    }

    /// Returns the type as which a type of this vocabulary is [compared](super::comparable) with
    /// patterns and with other types: itself, unless its form has ё or stress marks.
    pub fn comparable_type(&self, id: TypeId) -> TypeId {
        self.comparable.get(&id).copied().unwrap_or(id)
    }

    /// Returns the form under which a type of this vocabulary is [compared](super::comparable) with
    /// patterns.
    pub fn comparable(&self, id: TypeId) -> &str {
        self.form(self.comparable_type(id))
    }

    /// Returns the kind of a type of this vocabulary.
    pub fn kind(&self, id: TypeId) -> TokenKind {
        self.kinds[id.0 as usize]
    }

    /// Returns the number of types, the break among them.
    pub fn len(&self) -> usize {
        self.forms.len()
    }

    /// Returns `true` if only the break is there.
    pub fn is_empty(&self) -> bool {
        self.forms.len() <= 1
    }
}

/// Texts hold fewer than 2^32 bytes, so distinct forms fit.
fn id(at: usize) -> TypeId {
    TypeId(to_u32(at))
}
