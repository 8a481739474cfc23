//! The expression of a code → what "or" joins at its top.
//!
//! Brackets are kept on a list and not on the stack, so that they may be as deep as the file is
//! long.

use super::atom::Atom;
use crate::{
    lexicon::error::{Diagnostic, LexiconError},
    text::to_u32,
};

/// The words of an expression, operators and brackets among them.
#[derive(Default)]
pub(super) struct Words<'text> {
    words: Vec<Atom<'text>>,
}

/// One side of an "or".
pub(super) enum Branch<'text> {
    Atom(Atom<'text>),
    /// Something about a whole document.
    Document {
        written: String,
        line: u32,
    },
}

/// What operators are written in full width, and the characters that are meant.
const WIDE: [(&str, &str); 5] = [("｜", "|"), ("＆", "&"), ("！", "!"), ("（", "("), ("）", ")")];
/// How much of a part that is left out is quoted.
const MOST_WORDS_NAMED: usize = 16;
/// More errors than anybody reads.
const MOST_ERRORS: usize = 1_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    Or,
    OrNot,
    And,
    Not,
    Open,
    Close,
    /// Counts of a document are compared.
    Compare,
    Atom,
}

fn kind(word: &str) -> Word {
    match word {
        "|" | "or" => Word::Or,
        "|!" => Word::OrNot,
        "&" | "and" | "&!" => Word::And,
        "!" | "not" => Word::Not,
        "(" => Word::Open,
        ")" => Word::Close,
        "<" | "<=" | ">" | ">=" | "==" | "+" | "-" | "*" | "/" => Word::Compare,
        _ => Word::Atom,
    }
}

fn error(at: &Atom<'_>, what: &'static str, fix: String, errors: &mut Vec<Diagnostic>) {
    if errors.len() < MOST_ERRORS {
        let error = LexiconError::Rule { written: super::shortened(at.written), what, fix };
        errors.push(Diagnostic { error, line: at.line, column: at.column });
    }
}

impl<'text> Words<'text> {
    /// Takes a line apart: at white space, but not inside quotation marks and the names of codes.
    pub(super) fn take(&mut self, line: &'text str, number: u32, errors: &mut Vec<Diagnostic>) {
        let (mut rest, mut column) = (line, 1);
        loop {
            let start = rest.trim_start();
            column += to_u32(rest[..rest.len() - start.len()].chars().count());
            if start.is_empty() {
                return;
            }
            let end = end(start);
            let word = Atom { written: &start[..end], line: number, column };
            check(&word, errors);
            self.words.push(word);
            column += to_u32(word.written.chars().count());
            rest = &start[end..];
        }
    }
}

/// Finds the end of the first word.
fn end(text: &str) -> usize {
    let space = text.find(char::is_whitespace).unwrap_or(text.len());
    let closed = if let Some(inner) = text.strip_prefix('\'') {
        inner.find('\'').map(|at| at + 2)
    } else if text.starts_with("<*") || text.starts_with("<＊") {
        text.find('>').map(|at| at + 1)
    } else {
        None
    };
    // What follows the character that closes, up to the next space, belongs to the word and makes
    // it wrong.
    closed.map_or(space, |closed| closed + text[closed..].find(char::is_whitespace).unwrap_or(text.len() - closed))
}

/// Reports a word that holds an operator without spaces around it, or that is left open.
fn check(word: &Atom<'_>, errors: &mut Vec<Diagnostic>) {
    let text = word.written;
    if let Some((_, plain)) = WIDE.iter().find(|(wide, _)| *wide == text) {
        return error(word, "glued", (*plain).to_owned(), errors);
    }
    if kind(text) != Word::Atom {
        return;
    }
    if let Some(rest) = text.strip_prefix('\'') {
        let inner = rest.strip_suffix('\'').unwrap_or_default();
        if inner.trim().is_empty() || inner.contains('\'') {
            error(word, "quote", format!("'{}'", text.replace('\'', "")), errors);
        }
    } else if text.starts_with("<*") || text.starts_with("<＊") {
        if !text.ends_with('>') || text.chars().count() < 4 {
            error(word, "code", format!("{}>", text.trim_end_matches('>')), errors);
        }
    } else if !is_function(text) {
        let is_edge = text.starts_with(['&', '!', '(', ')']) || text.ends_with(['&', '!', '(', ')']);
        if is_edge || text.contains('|') {
            error(word, "glued", apart(text), errors);
        }
    }
}

/// Returns `true` if a word is `near(…)` or `seq(…)`, perhaps with a distance.
fn is_function(text: &str) -> bool {
    ["near(", "seq("].iter().any(|start| text.starts_with(start)) && text.ends_with([')', ']'])
}

/// Writes spaces around operators and brackets.
fn apart(text: &str) -> String {
    let mut apart = String::new();
    for letter in text.chars() {
        match letter {
            '|' | '&' | '(' | ')' => apart.extend([' ', letter, ' ']),
            // It may belong to the operator before it.
            '!' if apart.ends_with("& ") || apart.ends_with("| ") => {
                apart.pop();
                apart.extend(['!', ' ']);
            }
            '!' => apart.extend([' ', '!', ' ']),
            letter => apart.push(letter),
        }
    }
    apart.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A bracket that is open, or the whole expression.
#[derive(Default)]
struct Group<'text> {
    done: Vec<Branch<'text>>,
    /// What the side that is being read consists of so far.
    parts: Vec<Branch<'text>>,
    /// How many operands it has, and whether it joins or denies them.
    operands: usize,
    is_document: bool,
    /// Its first word.
    start: usize,
    bracket: usize,
}

impl<'text> Group<'text> {
    /// Ends the side that is being read, before the word `end`.
    fn end_side(&mut self, words: &[Atom<'text>], end: usize) {
        let parts = std::mem::take(&mut self.parts);
        if self.operands > 0 {
            let is_held = self.operands == 1 && !self.is_document;
            if is_held {
                self.done.extend(parts);
            } else {
                self.done.push(document(words, self.start, end));
            }
        }
        (self.operands, self.is_document, self.start) = (0, false, end + 1);
    }
}

fn document<'text>(words: &[Atom<'text>], start: usize, end: usize) -> Branch<'text> {
    let words = &words[start..end];
    let line = words.first().map_or(0, |word| word.line);
    let named: Vec<&str> = words.iter().take(MOST_WORDS_NAMED).map(|word| word.written).collect();
    Branch::Document { written: named.join(" "), line }
}

/// Finds what "or" joins at the top of an expression. Cost: linear.
pub(super) fn branches<'text>(words: &Words<'text>, errors: &mut Vec<Diagnostic>) -> Vec<Branch<'text>> {
    let words = &words.words;
    let mut group = Group::default();
    let mut open: Vec<Group<'text>> = Vec::new();
    let mut needs_operand = true;
    for (at, word) in words.iter().enumerate() {
        let kind = kind(word.written);
        if needs_operand && matches!(kind, Word::Or | Word::OrNot | Word::And | Word::Close | Word::Compare) {
            error(word, "operand", String::new(), errors);
        }
        if !needs_operand && matches!(kind, Word::Atom | Word::Open | Word::Not) {
            let before = words[at - 1].written;
            let fix = match kind {
                Word::Not => format!("{before} &! {}", words.get(at + 1).map_or("", |next| next.written)),
                _ => format!("{before} | {}", word.written),
            };
            error(word, "operator", fix, errors);
        }
        match kind {
            Word::Or => group.end_side(words, at),
            Word::OrNot => {
                group.end_side(words, at);
                group.is_document = true;
                // The operator belongs to what it denies.
                group.start = at;
            }
            Word::And | Word::Not | Word::Compare => group.is_document = true,
            Word::Open => {
                let inner = Group { start: at + 1, bracket: at, ..Group::default() };
                open.push(std::mem::replace(&mut group, inner));
            }
            Word::Close => {
                group.end_side(words, at);
                let Some(outer) = open.pop() else {
                    if !needs_operand {
                        error(word, "close", String::new(), errors);
                    }
                    continue;
                };
                let inner = std::mem::replace(&mut group, outer);
                group.operands += 1;
                if group.operands == 1 {
                    group.parts = inner.done;
                }
            }
            Word::Atom => {
                group.operands += 1;
                group.parts.push(Branch::Atom(*word));
            }
        }
        needs_operand = !matches!(kind, Word::Atom | Word::Close);
    }
    if let Some(last) = words.last().filter(|_| needs_operand && errors.is_empty()) {
        error(last, "operand", String::new(), errors);
    }
    open.push(group);
    for unclosed in open.iter().skip(1) {
        error(&words[unclosed.bracket], "open", ")".to_owned(), errors);
    }
    let mut group = open.swap_remove(0);
    group.end_side(words, words.len());
    group.done
}
