//! A text → the format that it is written in.

/// A format of lexicon files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LexiconFormat {
    /// Our own, format 1.
    Toml,
    /// LIWC, 2001 to 2015.
    Dic,
}

impl LexiconFormat {
    /// All formats.
    pub const ALL: [Self; 2] = [Self::Toml, Self::Dic];

    /// Returns the stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Toml => "toml",
            Self::Dic => "dic",
        }
    }

    /// Finds the format that a file name's ending asks for, in lower case, without the dot.
    pub fn from_ending(ending: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == ending)
    }

    /// Says whether lexicons can be written in it.
    pub const fn is_written(self) -> bool {
        matches!(self, Self::Toml | Self::Dic)
    }

    /// Lists the endings of the formats that can be written, for messages.
    pub fn written_endings() -> String {
        let endings =
            Self::ALL.into_iter().filter(|format| format.is_written()).map(|format| format!(".{}", format.name()));
        endings.collect::<Vec<_>>().join(", ")
    }

    /// Recognises the format by the content; what looks like nothing else is taken for format 1, whose reader then says what is
    /// wrong.
    pub fn of(text: &str) -> Self {
        let first_line = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
        match first_line {
            "%" => Self::Dic,
            _ => Self::Toml,
        }
    }
}
