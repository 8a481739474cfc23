//! A pattern of ours ⇄ a term with `*` and `?`.

use crate::lexicon::{
    file::syntax::{glob, inner_glob},
    pattern::{Element, Pattern},
};

/// A pattern of ours as a term with `*` and `?`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    /// The words, one space between them.
    pub(super) text: String,
    /// Whether a word that inflects is there only as written.
    pub(super) loses_inflection: bool,
}

/// Writes a pattern as a term of `PatternSyntax::Glob`; `None` where it says what no such term can.
pub(super) fn glob_term(pattern: &Pattern) -> Option<Term> {
    term(pattern, None)
}

/// As [`glob_term`], with `\\*` for a star that is meant as itself.
pub(super) fn glob_term_with_stars(pattern: &Pattern) -> Option<Term> {
    term(pattern, Some("\\*"))
}

/// Reads a term as `PatternSyntax::Glob` does, but `\\*` as a star, into the text of a pattern of
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
