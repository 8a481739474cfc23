//! One word of a rule ⇄ a term.

use super::super::draft::DraftTerm;
use crate::lexicon::{
    file::{
        loss::LossReason,
        syntax::{PatternSyntax, inner_glob},
    },
    model::Conditions,
    pattern::{Element, Pattern},
};

/// A word of a rule, with its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Atom<'text> {
    pub(super) written: &'text str,
    pub(super) line: u32,
    pub(super) column: u32,
}

/// What a lexicon holds of a word.
pub(super) enum Held<'text> {
    /// A term, perhaps with what about it is a guess.
    Term(Box<DraftTerm>, Option<LossReason>),
    /// All terms of the code of this name.
    Code(&'text str),
    Nothing(LossReason),
}

/// The distance that `near` and `seq` have unless they say another.
const DISTANCE: u8 = 10;
/// The largest distances that conditions and gaps can hold.
const LARGEST_WINDOW: u8 = 100;
const LARGEST_STEP: u8 = 21;

impl<'text> Atom<'text> {
    /// Reads the word.
    pub(super) fn held(self) -> Held<'text> {
        let text = self.written;
        let native =
            |pattern: &str| DraftTerm { syntax: Some(PatternSyntax::Native), ..DraftTerm::new(pattern, self.line) };
        let guessed = |pattern: &str| {
            let reason =
                LossReason::ConditionGuessed { term: super::shortened(text), written: super::shortened(pattern) };
            Held::Term(Box::new(native(pattern)), Some(reason))
        };
        if let Some(letters) = text.strip_prefix('\'').and_then(|text| text.strip_suffix('\'')) {
            let pattern = anywhere(letters);
            // Beyond one word, what stands between the words is not looked at here.
            return if pattern.contains(' ') {
                guessed(&pattern)
            } else {
                Held::Term(Box::new(native(&pattern)), None)
            };
        }
        if let Some(name) = text.strip_prefix("<*").or_else(|| text.strip_prefix("<＊")) {
            return Held::Code(name.trim_end_matches('>').trim());
        }
        for (name, is_near) in [("near(", true), ("seq(", false)] {
            if let Some(inner) = text.strip_prefix(name) {
                let Some((pattern, conditions)) = together(inner, is_near) else {
                    let (term, written) = (super::shortened(text), super::shortened(text));
                    return Held::Nothing(LossReason::Condition { term, written });
                };
                let written = if conditions.is_empty() { pattern.clone() } else { format!("{pattern}, {conditions}") };
                let reason = LossReason::ConditionGuessed { term: super::shortened(text), written };
                return Held::Term(Box::new(DraftTerm { conditions, ..native(&pattern) }), Some(reason));
            }
        }
        let is_number = text.chars().all(|letter| letter.is_ascii_digit());
        if is_number || text.starts_with("<>") {
            return Held::Nothing(LossReason::DocumentRule { written: super::shortened(text) });
        }
        if let Some((word, _)) = text.split_once("-->").filter(|(word, _)| !word.is_empty()) {
            return guessed(&lemma(word));
        }
        if let Some((_, form)) = text.split_once("=>").filter(|(word, form)| !word.is_empty() && !form.is_empty()) {
            return guessed(&format!("={form}"));
        }
        if text.split_once("->").is_some_and(|(word, form)| !word.is_empty() && !form.is_empty()) {
            return Held::Nothing(LossReason::DocumentRule { written: super::shortened(text) });
        }
        let words: Vec<&str> = text.split('+').collect();
        if words.iter().all(|word| !word.is_empty()) {
            let lemmas: Vec<String> = words.into_iter().map(lemma).collect();
            return Held::Term(Box::new(native(&lemmas.join(" "))), None);
        }
        Held::Term(Box::new(native(&lemma(text))), None)
    }
}

/// Writes a word as a lemma, or as a form where a character of it would mean something here.
fn lemma(word: &str) -> String {
    let is_lemma = Pattern::parse(word).is_ok_and(|pattern| {
        !pattern.is_case_sensitive
            && pattern.words().all(|(_, word)| matches!(word, Element::Lemma { derivations: false, .. }))
    });
    if is_lemma { word.to_owned() } else { format!("={word}") }
}

/// Writes letters that may stand anywhere: the first word may end with them, the last begin.
fn anywhere(letters: &str) -> String {
    let words: Vec<&str> = letters.split_whitespace().collect();
    match &words[..] {
        [] => String::new(),
        [only] => format!("*{}*", inner_glob(only)),
        [first, between @ .., last] => {
            let between: String = between.iter().map(|word| format!(" ={word}")).collect();
            format!("*{}{between} {}*", inner_glob(first), last_word(last))
        }
    }
}

/// Letters that a word begins with.
fn last_word(letters: &str) -> String {
    let mut chars = letters.chars();
    let Some(first) = chars.next() else { return String::new() };
    let is_ours = matches!(first, '^' | '=' | '/' | '.' | '[' | ']');
    if is_ours { format!("[{first}]{}", inner_glob(chars.as_str())) } else { inner_glob(letters) }
}

/// Reads `a-b)[5]`.
fn together(inner: &str, is_near: bool) -> Option<(String, Conditions)> {
    let (words, option) = match inner.strip_suffix(')') {
        Some(words) => (words, ""),
        None => inner.strip_suffix(']')?.split_once(")[")?,
    };
    let digits = option.strip_prefix(['b', 'd']).unwrap_or(option);
    let distance = if digits.is_empty() && (option.is_empty() || option.len() == 1) {
        DISTANCE
    } else {
        digits.parse().ok().filter(|distance| *distance > 0)?
    };
    // Older files join the words of `near` by a plus sign.
    let separator = if words.contains('-') || !is_near { '-' } else { '+' };
    let words: Vec<&str> = words.split(separator).map(str::trim).collect();
    if words.iter().any(|word| word.is_empty() || word.contains(char::is_whitespace)) {
        return None;
    }
    let lemmas: Vec<String> = words.into_iter().map(lemma).collect();
    if is_near {
        let [word, other] = &lemmas[..] else { return None };
        let near = vec![Pattern::parse(other).ok()?];
        return (distance <= LARGEST_WINDOW)
            .then(|| (word.clone(), Conditions { near, window: distance, ..Conditions::default() }));
    }
    let between = match distance {
        1 => " ".to_owned(),
        2..=LARGEST_STEP => format!(" ..{} ", distance - 1),
        _ => return None,
    };
    (lemmas.len() > 1).then(|| (lemmas.join(&between), Conditions::default()))
}
