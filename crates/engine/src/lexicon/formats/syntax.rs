//! A term as another tool writes it → a pattern of ours.

use serde::{Deserialize, Serialize};

use crate::lexicon::pattern::{Element, Pattern};

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

/// A pattern of ours as a term with `*` and `?`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    /// The words, one space between them.
    pub(super) text: String,
    /// Whether a word that inflects is there only as written.
    pub(super) loses_inflection: bool,
}

/// Writes a pattern as a term of [`PatternSyntax::Glob`]; `None` where it says what no such term
/// can.
pub(super) fn glob_term(pattern: &Pattern) -> Option<Term> {
    term(pattern, None)
}

/// As [`glob_term`], with `\\*` for a star that is meant as itself.
pub(super) fn glob_term_with_stars(pattern: &Pattern) -> Option<Term> {
    term(pattern, Some("\\*"))
}

/// Reads a term as [`PatternSyntax::Glob`] does, but `\\*` as a star, into the text of a pattern of
/// ours.
pub(super) fn escaped_glob(term: &str) -> String {
    let words = term.split_whitespace().map(|word| {
        let parts: Vec<&str> = word.split("\\*").collect();
        if parts.iter().any(|part| part.contains(['*', '?'])) {
            // Only the first part begins the word.
            let rest = parts.iter().skip(1).map(|part| format!("[*]{}", inner_glob(part)));
            glob(parts.first().unwrap_or(&"")) + &rest.collect::<String>()
        } else {
            format!("={}", parts.join("*"))
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

fn term(pattern: &Pattern, star: Option<&str>) -> Option<Term> {
    let mut term = Term { text: String::new(), loses_inflection: false };
    if pattern.is_case_sensitive {
        return None;
    }
    for (word, element) in pattern.words() {
        let written = match element {
            Element::Form(_) => {
                let form = word.strip_prefix('=').unwrap_or(word);
                let is_plain = !form.contains('?') && !form.contains("\\*");
                match star {
                    Some(star) if is_plain => form.replace('*', star),
                    _ => (!form.contains(['*', '?'])).then(|| form.to_owned())?,
                }
            }
            Element::Glob(_) => without_single_brackets(word, star)?,
            Element::Lemma { .. } => {
                term.loses_inflection = true;
                word.trim_end_matches('~').to_owned()
            }
            Element::Any => "*".to_owned(),
            Element::Gap(_) | Element::Regex(_) => return None,
        };
        if !term.text.is_empty() {
            term.text.push(' ');
        }
        term.text.push_str(&written);
    }
    Some(term)
}

/// Takes the brackets from `[x]`; `None` for a choice of several letters, and for a wildcard that
/// is meant as itself.
fn without_single_brackets(word: &str, star: Option<&str>) -> Option<String> {
    let mut written = String::with_capacity(word.len());
    let mut letters = word.chars();
    while let Some(letter) = letters.next() {
        if letter != '[' {
            written.push(letter);
            continue;
        }
        let only = letters.next()?;
        if letters.next() != Some(']') {
            return None;
        }
        match (only, star) {
            ('*', Some(star)) => written.push_str(star),
            ('*' | '?', _) => return None,
            (only, _) => written.push(only),
        }
    }
    Some(written)
}

/// Puts what is a special character of ours and not of theirs into brackets of its own.
fn glob(word: &str) -> String {
    let mut letters = word.chars();
    let Some(first) = letters.next() else { return String::new() };
    let is_ours = matches!(first, '^' | '=' | '/' | '.' | '[' | ']');
    let first_written = if is_ours { format!("[{first}]") } else { inner_glob(first.encode_utf8(&mut [0; 4])) };
    first_written + &inner_glob(letters.as_str())
}

/// As [`glob`], inside a word.
pub(super) fn inner_glob(word: &str) -> String {
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
