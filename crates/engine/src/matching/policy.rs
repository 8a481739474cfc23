//! Which of several overlapping candidates count.

use serde::{Deserialize, Serialize};

use crate::text::TokenKind;

/// The rule for overlapping matches. Its name is printed with every result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Policy {
    /// Within a category the longest match counts, then the leftmost; categories do not see each
    /// other. The same as quanteda's `nested_scope = "key"`.
    Independent,
    /// As `independent`, and a match whose every word is covered by a longer counted match of any
    /// category does not count. The same as quanteda's `nested_scope = "dictionary"`.
    #[default]
    Longest,
    /// Words are consumed from left to right, the longest match first, punctuation unseen; a match
    /// of n words counts n.
    Liwc,
}

impl Policy {
    /// All policies, in the order in which the interface lists them.
    pub const ALL: [Self; 3] = [Self::Longest, Self::Independent, Self::Liwc];

    /// Returns the name printed in every output: `independent`, `longest` or `liwc`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Independent => "independent",
            Self::Longest => "longest",
            Self::Liwc => "liwc",
        }
    }

    /// Returns `true` if a token of this kind exists for the policy: under `liwc` only words,
    /// numbers and breaks do.
    pub const fn sees(self, kind: TokenKind) -> bool {
        self.sees_all() || kind.is_word() || matches!(kind, TokenKind::Break)
    }

    /// Returns `true` if every token exists for the policy.
    pub const fn sees_all(self) -> bool {
        !matches!(self, Self::Liwc)
    }

    /// Finds the policy with a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|policy| policy.name() == name)
    }
}
