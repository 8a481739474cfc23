//! A term as another tool writes it → a pattern of ours.

use serde::{Deserialize, Serialize};

use crate::lexicon::pattern::Pattern;

/// How the terms of a foreign file are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum PatternSyntax {
    /// As patterns of ours: a bare word inflects.
    Native,
    /// `*` is any letters, `?` one letter, everything else itself, as in nearly all such files.
    #[default]
    Glob,
    /// Every character is itself.
    Fixed,
    /// Every word is a regular expression.
    Regex,
}

impl PatternSyntax {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Native, Self::Glob, Self::Fixed, Self::Regex];

    /// Returns the stable name: `native`, `glob`, `fixed` or `regex`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Native => "native",
            Self::Glob => "glob",
            Self::Fixed => "fixed",
            Self::Regex => "regex",
        }
    }

    /// Finds it by its name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|syntax| syntax.name() == name)
    }

    /// Reads a term, its words set apart by white space; `None` where it cannot be a pattern.
    ///
    /// ```
    /// use tarazy_engine::lexicon::PatternSyntax;
    /// let written = |syntax: PatternSyntax, term| syntax.pattern(term).map(|pattern| pattern.text);
    /// assert_eq!(written(PatternSyntax::Glob, "rule of law*").as_deref(), Some("=rule =of law*"));
    /// assert_eq!(written(PatternSyntax::Fixed, ":-)").as_deref(), Some("=:-)"));
    /// assert_eq!(written(PatternSyntax::Regex, "^free(dom)?$").as_deref(), Some("/^free(dom)?$/"));
    /// ```
    pub fn pattern(self, term: &str) -> Option<Pattern> {
        if self == Self::Native {
            return Pattern::parse(term).ok();
        }
        let words: Vec<String> = term.split_whitespace().map(|word| self.word(word)).collect();
        Pattern::parse(&words.join(" ")).ok()
    }

    fn word(self, word: &str) -> String {
        match self {
            Self::Glob if word.contains(['*', '?']) => glob(word),
            Self::Regex => format!("/{word}/"),
            _ => format!("={word}"),
        }
    }
}

/// Puts what is a special character of ours and not of theirs into brackets of its own.
pub(in crate::lexicon) fn glob(word: &str) -> String {
    let mut letters = word.chars();
    let Some(first) = letters.next() else { return String::new() };
    let is_ours = matches!(first, '^' | '=' | '/' | '.' | '[' | ']');
    let first_written = if is_ours { format!("[{first}]") } else { inner_glob(first.encode_utf8(&mut [0; 4])) };
    first_written + &inner_glob(letters.as_str())
}

/// As [`glob`], inside a word.
pub(in crate::lexicon) fn inner_glob(word: &str) -> String {
    let mut written = String::with_capacity(word.len());
    for letter in word.chars() {
        if matches!(letter, '[' | ']') {
            written.extend(['[', letter, ']']);
        } else {
            written.push(letter);
        }
    }
    written
}
