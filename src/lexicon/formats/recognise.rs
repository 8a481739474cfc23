//! A text → the format that it is written in.

/// A format of lexicon files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LexiconFormat {
    /// Our own, format 1.
    Toml,
    /// LIWC, 2001 to 2015.
    Dic,
    /// Lexicoder 3.
    Lc3,
    /// Yoshikoder, in XML.
    Ykd,
    /// Lexicoder 2: the same XML, recognised as [`LexiconFormat::Ykd`] and only written.
    Lcd,
    /// WordStat.
    Cat,
}

impl LexiconFormat {
    /// All formats.
    pub const ALL: [Self; 6] = [Self::Toml, Self::Dic, Self::Lc3, Self::Ykd, Self::Lcd, Self::Cat];

    /// Returns the stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Toml => "toml",
            Self::Dic => "dic",
            Self::Lc3 => "lc3",
            Self::Ykd => "ykd",
            Self::Lcd => "lcd",
            Self::Cat => "cat",
        }
    }

    /// Finds the format that a file name's ending asks for, in lower case, without the dot.
    pub fn from_ending(ending: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == ending)
    }

    /// Says whether lexicons can be written in it.
    pub const fn is_written(self) -> bool {
        matches!(self, Self::Toml | Self::Dic | Self::Lc3 | Self::Ykd | Self::Lcd | Self::Cat)
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
            line if line.starts_with('+') => Self::Lc3,
            line if line.starts_with('<') => Self::Ykd,
            _ if is_outline(text) => Self::Cat,
            _ => Self::Toml,
        }
    }
}

/// How many lines are looked at.
const LOOK_LINES: usize = 200;

/// Says whether a text is lines set in by tabs, or lines with a weight in brackets at their end, and no table, TOML or YAML.
fn is_outline(text: &str) -> bool {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(LOOK_LINES).collect();
    let Some(first) = lines.first() else { return false };
    let is_other = |line: &&str| {
        let line = line.trim();
        line.contains(['\t', '=']) || line.ends_with(':') || line.starts_with("- ")
    };
    let is_weighted = |line: &&str| super::cat::weight(line.trim()).is_some();
    let has_sign = lines.iter().any(is_weighted) || lines.iter().any(|line| line.starts_with('\t'));
    let is_set_in = |line: &&str| line.starts_with([' ', '\t']);
    has_sign && !is_set_in(first) && !first.starts_with(['#', '[']) && !lines.iter().any(is_other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_told_apart_by_content() {
        for (text, format) in [
            ("format = 1\nid = \"x\"\n", LexiconFormat::Toml),
            ("# (1)\n[[category]]\n\tid = \"x\" # (1)\n", LexiconFormat::Toml),
            ("\n%\t\n1\ta\n%\n", LexiconFormat::Dic),
            ("\n+a\nword\n", LexiconFormat::Lc3),
            ("<?xml version=\"1.0\"?>\n<dictionary/>", LexiconFormat::Ykd),
            (" <dictionary><cnode name=\"a\"/></dictionary>", LexiconFormat::Ykd),
            ("VALUES\n\tFREEDOM\n\t\tLIBERT* (1)\n", LexiconFormat::Cat),
            ("VALUES\r\n  FREE (0.5)\r\n", LexiconFormat::Cat),
            ("VALUES\n\tFREE\n", LexiconFormat::Cat),
            ("values:\n  - free (1)\n", LexiconFormat::Toml),
            ("a\tb\n\tfree\n", LexiconFormat::Toml),
            ("", LexiconFormat::Toml),
        ] {
            assert_eq!(LexiconFormat::of(text), format, "{text}");
        }
    }
}
