//! Distinct folded forms and their numbers.

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

use super::{
    span::to_u32,
    token::{TokenKind, TypeId},
};

/// Folded forms with dense ids from 0; id 0 is the break, whose form is empty. Grows only.
#[derive(Debug, Clone)]
pub struct Vocabulary {
    forms: IndexSet<Box<str>, FxBuildHasher>,
    kinds: Vec<TokenKind>,
}

impl Default for Vocabulary {
    fn default() -> Self {
        let mut vocabulary = Self { forms: IndexSet::default(), kinds: Vec::new() };
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
        id(self.forms.insert_full(form.into()).0)
    }

    /// Returns the id of a folded form that is there.
    pub fn get(&self, form: &str) -> Option<TypeId> {
        self.forms.get_index_of(form).map(id)
    }

    /// Returns the form of a type of this vocabulary; empty for the break.
    pub fn form(&self, id: TypeId) -> &str {
        &self.forms[id.0 as usize]
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
