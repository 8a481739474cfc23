//! What can be wrong with a text, and which of it a reader wants repaired.

use serde::{Deserialize, Serialize};

/// What can be wrong with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RepairKind {
    /// Letters of another alphabet throughout, because the text was once read with the wrong table:
    /// халќыныѕ for халқының.
    Mojibake,
    /// A letter in pieces (и and a breve for й) or several in one character (ﬁ).
    Composition,
    /// Invisible characters: soft hyphens, zero-width spaces, directional marks.
    Invisible,
    /// Hyphens in other shapes than `-`.
    Hyphen,
    /// Letters of another alphabet that were taken for a Kazakh letter of similar shape: ӊ for ң, ə
    /// for ә.
    SimilarLetter,
    /// Latin letters in a Cyrillic word that look the same, and the other way round: тiркеу.
    LookAlike,
    /// A word cut in two by the end of a line: бостан-⏎дығы.
    LineEndHyphen,
}

impl RepairKind {
    /// All kinds, in the order in which they are repaired.
    pub const ALL: [Self; 7] = [
        Self::Mojibake,
        Self::Composition,
        Self::Invisible,
        Self::Hyphen,
        Self::SimilarLetter,
        Self::LookAlike,
        Self::LineEndHyphen,
    ];

    /// Returns the stable name: `mojibake`, `look-alike`, `line-end-hyphen` …
    pub const fn code(self) -> &'static str {
        match self {
            Self::Mojibake => "mojibake",
            Self::Composition => "composition",
            Self::Invisible => "invisible",
            Self::Hyphen => "hyphen",
            Self::SimilarLetter => "similar-letter",
            Self::LookAlike => "look-alike",
            Self::LineEndHyphen => "line-end-hyphen",
        }
    }

    /// Finds the kind with a name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// A set of kinds; all of them unless stated otherwise. Between programs it is the list of their
/// names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "Vec<RepairKind>", into = "Vec<RepairKind>")]
pub struct RepairKinds(u8);

impl RepairKinds {
    /// No kind.
    pub const NONE: Self = Self(0);

    /// Returns `true` if the set holds a kind.
    pub const fn contains(self, kind: RepairKind) -> bool {
        self.0 & 1 << kind as u8 != 0
    }

    /// Returns the set with a kind.
    #[must_use]
    pub const fn with(self, kind: RepairKind) -> Self {
        Self(self.0 | 1 << kind as u8)
    }

    /// Returns the set without a kind.
    #[must_use]
    pub const fn without(self, kind: RepairKind) -> Self {
        Self(self.0 & !(1 << kind as u8))
    }

    /// Returns the kinds of the set, in their order.
    pub fn iter(self) -> impl Iterator<Item = RepairKind> {
        RepairKind::ALL.into_iter().filter(move |kind| self.contains(*kind))
    }
}

impl Default for RepairKinds {
    fn default() -> Self {
        RepairKind::ALL.into_iter().collect()
    }
}

impl FromIterator<RepairKind> for RepairKinds {
    fn from_iter<Kinds: IntoIterator<Item = RepairKind>>(kinds: Kinds) -> Self {
        kinds.into_iter().fold(Self::NONE, Self::with)
    }
}

impl From<Vec<RepairKind>> for RepairKinds {
    fn from(kinds: Vec<RepairKind>) -> Self {
        kinds.into_iter().collect()
    }
}

impl From<RepairKinds> for Vec<RepairKind> {
    fn from(kinds: RepairKinds) -> Self {
        kinds.iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_and_sets_have_stable_names() {
        for kind in RepairKind::ALL {
            assert_eq!(RepairKind::from_code(kind.code()), Some(kind));
            assert_eq!(serde_json::to_value(kind).ok(), Some(kind.code().into()));
            assert!(!RepairKinds::default().without(kind).contains(kind));
            assert_eq!(RepairKinds::NONE.with(kind).iter().collect::<Vec<_>>(), [kind]);
        }
        let set = RepairKinds::NONE.with(RepairKind::LookAlike).with(RepairKind::Hyphen);
        let json = serde_json::to_string(&set).unwrap_or_default();
        assert_eq!(json, r#"["hyphen","look-alike"]"#);
        assert_eq!(serde_json::from_str::<RepairKinds>(&json).ok(), Some(set));
    }
}
