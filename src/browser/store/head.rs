//! The head of a kept study: a short record with its own hash before it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use tarazy_engine::{digest::sha256, lexicon::LocalText};

/// The version of heads and parts. A program that writes other ones has a higher number, and a
/// reader for all lower ones.
const VERSION: u32 = 1;

/// Where the reader was: the place in the address, and preferences that belong to the study, by name.
pub type View = BTreeMap<String, String>;

/// What a list of studies shows of a study, and where the rest is.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// The title; empty while the reader gave none.
    pub title: LocalText,
    /// When it was saved, in milliseconds since 1970.
    pub saved_ms: f64,
    /// The size of its texts, in bytes.
    pub bytes: f64,
    /// Number of its texts.
    pub texts: u32,
    /// Where the reader was.
    pub view: View,
    /// Its parts.
    pub parts: Parts,
    /// Those of the copy before.
    pub before: Option<Parts>,
}

/// The names of a study's parts: their SHA-256 as hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Parts {
    /// What the study is: settings, edits and history.
    pub study: String,
    /// Its documents, and those of its history.
    pub documents: String,
}

impl Parts {
    /// Returns both names.
    pub fn names(&self) -> [&str; 2] {
        [&self.study, &self.documents]
    }
}

/// A head that cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HeadError {
    /// It is damaged.
    #[error("the record is damaged")]
    Damaged,
    /// A later version of this program wrote it.
    #[error("the record was written by a later version")]
    Newer,
}

impl Head {
    /// Writes the head in three lines: the SHA-256 of the others, the version, JSON.
    pub fn to_text(&self) -> String {
        let json = serde_json::to_string(self).expect("JSON writes every number, text and list of a head");
        let rest = format!("{VERSION}\n{json}");
        format!("{}\n{rest}", sha256(rest.as_bytes()))
    }

    /// Reads a head.
    ///
    /// # Errors
    /// [`HeadError`].
    pub fn parse(text: &str) -> Result<Self, HeadError> {
        let (hash, rest) = text.split_once('\n').ok_or(HeadError::Damaged)?;
        let (version, json) = rest.split_once('\n').ok_or(HeadError::Damaged)?;
        if sha256(rest.as_bytes()) != hash {
            return Err(HeadError::Damaged);
        }
        match version.parse::<u32>() {
            Ok(version) if version > VERSION => Err(HeadError::Newer),
            Ok(_) => serde_json::from_str(json).map_err(|_| HeadError::Damaged),
            Err(_) => Err(HeadError::Damaged),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head() -> Head {
        let parts = |mark: &str| Parts { study: mark.repeat(64), documents: "d".repeat(64) };
        Head {
            title: LocalText { kk: Some("Бағдарламалар".to_owned()), ..LocalText::default() },
            saved_ms: 1_764_550_800_000.0,
            bytes: 12_345.0,
            texts: 3,
            view: [("place".to_owned(), "compare".to_owned())].into(),
            parts: parts("a"),
            before: Some(parts("b")),
        }
    }

    #[test]
    fn a_head_is_read_back() {
        assert_eq!(Head::parse(&head().to_text()), Ok(head()));
    }

    #[test]
    fn a_changed_head_is_damaged() {
        let text = head().to_text();
        for changed in [text.replace("12345", "12346"), text[1..].to_owned(), String::new(), "\n".to_owned()] {
            assert_eq!(Head::parse(&changed), Err(HeadError::Damaged), "{changed}");
        }
    }

    #[test]
    fn a_head_of_a_later_version_is_known_as_such() {
        let rest = "2\nwhatever it is";
        assert_eq!(Head::parse(&format!("{}\n{rest}", sha256(rest.as_bytes()))), Err(HeadError::Newer));
    }
}
