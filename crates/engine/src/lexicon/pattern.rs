//! The pattern language of entries.
//!
//! | written | matches |
//! |---|---|
//! | `бостандық` | a lemma: every inflected form of it |
//! | `еркін~` | a lemma, and words derived from it |
//! | `free*`, `*демократ*`, `?` | a glob over the form: `*` any letters or none, `?` exactly one letter |
//! | `құқы[қғ]*` | a glob with a choice of letters |
//! | `=Отан` | this form and no other |
//! | `сөз бостандығы` | a phrase: tokens that follow each other |
//! | `/lib(eral|erty)/` | a regular expression, found anywhere in the form |
//! | `_` | in a phrase: any one token |
//! | `..2` | in a phrase: up to two tokens between |
//! | `^Отан` | case sensitive, for the whole pattern |
//!
//! A word that a text would cut is the sequence of its tokens: `R&D` is `R & D` (`cut.rs`).

use std::{borrow::Cow, fmt};

use super::{cut, error::PatternError, regex::Regex};
use crate::{
    language::{PartOfSpeech, PartsOfSpeech, english::is_abbreviation_in_capitals},
    text::{TokenKind, comparable, fold, is_cyrillic, is_stress},
};

/// What an entry matches: the elements of a phrase, or one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// As written.
    pub text: String,
    /// What it says, one element a token or gap; never empty, and neither first nor last is a gap.
    pub elements: Vec<Element>,
    /// Whether letters are compared as written.
    pub is_case_sensitive: bool,
    /// The elements as they are written, where a word of them is cut.
    uncut: Option<Vec<Element>>,
}

/// One word of a pattern. Letters are folded as the tokens of a text are, but keep their case in a
/// case-sensitive pattern.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Element {
    /// Every inflected form of a lemma.
    Lemma {
        /// The citation form.
        lemma: String,
        /// Whether words derived from it match too.
        derivations: bool,
    },
    /// One form.
    Form(String),
    /// Forms that fit wildcards.
    Glob(Glob),
    /// Forms in which a regular expression is found.
    Regex(Regex),
    /// Any one token.
    Any,
    /// Any tokens, from none to this many.
    Gap(u8),
}

/// Forms with wildcards.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Glob {
    /// Letters before the first wildcard; may be empty.
    pub prefix: String,
    parts: Vec<GlobPart>,
}

/// What may stand after a glob's prefix.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum GlobPart {
    Letter(char),
    One,
    Many,
    Choice(Vec<char>),
}

/// Longest phrase, in elements.
pub(crate) const MAX_ELEMENTS: usize = 32;
/// Longest pattern, in characters. A form is compared with a glob letter by letter.
const MAX_CHARACTERS: usize = 4_000;
/// Largest gap, in tokens.
pub(crate) const MAX_GAP: u8 = 20;

impl Element {
    /// Returns the parts of speech as which the element inflects, where its entry states `parts`: a
    /// pronoun's letters in capitals (US) are a name.
    pub(crate) fn parts(&self, parts: PartsOfSpeech) -> PartsOfSpeech {
        match self {
            Self::Lemma { lemma, .. } if parts.is_unknown() && is_abbreviation(lemma) => parts.with(PartOfSpeech::Name),
            _ => parts,
        }
    }
}

/// Returns `true` for a word in capitals that is a pronoun in small letters: US, IT, WHO.
fn is_abbreviation(word: &str) -> bool {
    !word.contains(char::is_lowercase) && is_abbreviation_in_capitals(&word.to_lowercase())
}

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// [`PatternError`] when it is empty, begins or ends with a gap, has a bracket without its
    /// pair, a gap that is not a number from 1 to 20, more than 32 words or 4,000 characters.
    pub fn parse(text: &str) -> Result<Self, PatternError> {
        Self::parse_as(text, false)
    }

    /// Reads a pattern; with `keeps_case` as if it began with `^`.
    ///
    /// # Errors
    /// As [`Pattern::parse`].
    pub fn parse_as(text: &str, keeps_case: bool) -> Result<Self, PatternError> {
        let (is_marked, body) = match text.trim().strip_prefix('^') {
            Some(body) => (true, body),
            // The pronoun is another word.
            None => (is_abbreviation(text.trim()), text.trim()),
        };
        let is_case_sensitive = is_marked || keeps_case;
        if body.chars().nth(MAX_CHARACTERS).is_some() {
            return Err(PatternError::TooManyCharacters { limit: MAX_CHARACTERS });
        }
        let (mut elements, mut uncut) = (Vec::new(), Vec::new());
        for word in body.split_whitespace() {
            let whole = parse_word(word, is_case_sensitive)?;
            if matches!(&whole, Element::Form(form) if form.is_empty()) {
                // Nothing of it is seen.
                continue;
            }
            push_parts(word, &whole, is_case_sensitive, &mut elements)?;
            uncut.push(whole);
            if elements.len() > MAX_ELEMENTS {
                return Err(PatternError::TooLong { limit: MAX_ELEMENTS });
            }
        }
        let is_gap = |element: Option<&Element>| matches!(element, Some(Element::Gap(_)));
        if elements.is_empty() {
            return Err(PatternError::Empty);
        }
        if is_gap(elements.first()) || is_gap(elements.last()) {
            return Err(PatternError::GapAtEdge);
        }
        let uncut = (elements != uncut).then_some(uncut);
        Ok(Self { text: text.trim().to_owned(), elements, is_case_sensitive: is_marked, uncut })
    }

    /// Returns its words as they are written, and what each says before it is cut into tokens.
    #[cfg(feature = "formats")]
    pub(super) fn words(&self) -> impl Iterator<Item = (&str, Element)> {
        let body = self.text.strip_prefix('^').unwrap_or(&self.text);
        let read = |word| parse_word(word, self.is_case_sensitive).expect("the word of a pattern can be read");
        body.split_whitespace().map(move |word| (word, read(word)))
    }

    /// Returns its elements without the signs, and without gaps that are left at an edge, for texts in
    /// which punctuation is not seen; `None` where there is no sign, or nothing else.
    pub(crate) fn without_signs(&self) -> Option<Vec<Element>> {
        if !self.elements.iter().any(Element::is_sign) {
            return None;
        }
        let is_gap = |element: &Element| matches!(element, Element::Gap(_));
        let mut words: Vec<Element> = self.elements.iter().filter(|element| !element.is_sign()).cloned().collect();
        words.drain(..words.iter().take_while(|element| is_gap(element)).count());
        words.truncate(words.iter().rposition(|element| !is_gap(element)).map_or(0, |last| last + 1));
        (!words.is_empty()).then_some(words)
    }

    /// Returns the text in one shape, capitals kept: two patterns of one shape match the same
    /// whatever a study says of capitals.
    pub(super) fn written(&self) -> String {
        self.text.split_whitespace().map(|word| fold(word, true)).collect::<Vec<_>>().join(" ")
    }

    /// Returns the elements as they are written, where a word of them is cut: a text that comes in
    /// tokens may have `R&D` as one, and `50%*` may be `50%-дан`.
    pub(crate) fn uncut(&self) -> Option<&[Element]> {
        self.uncut.as_deref()
    }

    /// Returns the one word that the words of a phrase make when a text has them joined by `_`, as
    /// `new_york`; `None` for one word, and where a word is cut, inflects, is any word or a gap.
    pub fn joined(&self) -> Option<Element> {
        if self.uncut.is_some() {
            return None;
        }
        let (first, rest) = self.elements.split_first().filter(|(_, rest)| !rest.is_empty())?;
        rest.iter().try_fold(first.clone(), |left, right| match (left, right) {
            (Element::Form(left), Element::Form(right)) => Some(Element::Form(format!("{left}_{right}"))),
            (Element::Regex(left), Element::Regex(right)) => left.joined(right).map(Element::Regex),
            (left, right) => Some(Element::Glob(as_glob(&left)?.followed_by(&as_glob(right)?))),
        })
    }

    /// Returns the number of characters of the pattern as other tools write it, without what
    /// only ours has.
    pub(crate) fn characters(&self) -> usize {
        let body = self.text.trim_start_matches('^');
        let words = body.split_whitespace().map(|word| word.strip_prefix('=').unwrap_or(word).chars().count());
        words.sum::<usize>() + body.split_whitespace().count().saturating_sub(1)
    }

    /// Returns `true` if one of its expressions fits no word that a text is cut into.
    pub(super) fn is_cut_by_texts(&self) -> bool {
        self.elements.iter().any(|element| matches!(element, Element::Regex(regex) if regex.is_cut_by_texts()))
    }

    /// Returns about how much memory its regular expressions take, in bytes.
    pub(super) fn regex_bytes(&self) -> usize {
        let bytes = self.elements.iter().map(|element| match element {
            Element::Regex(regex) => regex.bytes(),
            _ => 0,
        });
        bytes.sum()
    }

    /// Returns `true` if tokens may stand between its words, so that it may stand at one token in
    /// several ways.
    pub(crate) fn has_gap(&self) -> bool {
        self.elements.iter().any(|element| matches!(element, Element::Gap(_)))
    }

    /// Returns the number of steps that a search for the pattern may take at one token: for each
    /// word of a pattern with gaps the number of tokens at which it may stand; 0 without gaps.
    pub(super) fn gap_steps(&self) -> usize {
        let (mut steps, mut tokens) = (0, 1);
        for element in self.elements.iter().filter(|_| self.has_gap()) {
            match element {
                Element::Gap(size) => tokens += usize::from(*size),
                _ => steps += tokens,
            }
        }
        steps
    }

    /// Returns `true` if any word of it has wildcards.
    pub fn has_wildcard(&self) -> bool {
        self.elements.iter().any(|element| !matches!(element, Element::Lemma { .. } | Element::Form(_)))
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

impl Element {
    /// Returns `true` for a sign: a form without letters and digits, or a choice of such.
    pub(crate) fn is_sign(&self) -> bool {
        match self {
            Self::Form(form) => !TokenKind::of(form).is_word(),
            Self::Glob(glob) => glob.is_sign(),
            Self::Lemma { .. } | Self::Regex(_) | Self::Any | Self::Gap(_) => false,
        }
    }

    /// A form, or a lemma where it has letters or digits.
    fn lemma(folded: String, derivations: bool) -> Self {
        if TokenKind::of(&folded).is_word() { Self::Lemma { lemma: folded, derivations } } else { Self::Form(folded) }
    }
}

/// Adds an element for each token that a text would make of a word of a pattern; `whole` is what it
/// says uncut.
fn push_parts(
    word: &str,
    whole: &Element,
    is_case_sensitive: bool,
    elements: &mut Vec<Element>,
) -> Result<(), PatternError> {
    let folded = |part: &str| comparable(part, is_case_sensitive).into_owned();
    match whole {
        Element::Form(_) => {
            let form = word.strip_prefix('=').filter(|form| !form.is_empty()).unwrap_or(word);
            elements.extend(cut::parts(form).into_iter().map(|part| Element::Form(folded(part))));
        }
        Element::Lemma { derivations, .. } => {
            let parts = cut::parts(word.strip_suffix('~').filter(|_| *derivations).unwrap_or(word));
            let last = parts.len().saturating_sub(1);
            let lemma = |(at, part)| Element::lemma(folded(part), *derivations && at == last);
            elements.extend(parts.into_iter().enumerate().map(lemma));
        }
        Element::Glob(_) => {
            for part in cut::glob_parts(word) {
                elements.push(if part.contains(is_wildcard) {
                    Element::Glob(Glob::parse(&without_loose_stress(&folded(part)))?)
                } else {
                    Element::Form(folded(part))
                });
            }
        }
        whole => elements.push(whole.clone()),
    }
    Ok(())
}

/// Reads a word of a pattern without cutting it.
fn parse_word(word: &str, is_case_sensitive: bool) -> Result<Element, PatternError> {
    let folded = |letters: &str| comparable(letters, is_case_sensitive).into_owned();
    if word == "_" {
        return Ok(Element::Any);
    }
    if let Some(number) = word.strip_prefix("..") {
        let size = number.parse().ok().filter(|size| (1..=MAX_GAP).contains(size));
        return size.map(Element::Gap).ok_or_else(|| PatternError::Gap { written: word.to_owned(), limit: MAX_GAP });
    }
    if let Some(form) = word.strip_prefix('=').filter(|form| !form.is_empty()) {
        return Ok(Element::Form(folded(form)));
    }
    if let Some(expression) = word.strip_prefix('/').and_then(|rest| rest.strip_suffix('/')).filter(|e| !e.is_empty()) {
        return Regex::new(expression, is_case_sensitive).map(Element::Regex);
    }
    if let Some(lemma) = word.strip_suffix('~').filter(|lemma| !lemma.is_empty() && !lemma.contains(is_wildcard)) {
        return Ok(Element::Lemma { lemma: folded(lemma), derivations: true });
    }
    if word.contains(is_wildcard) {
        return Glob::parse(&without_loose_stress(&folded(word))).map(Element::Glob);
    }
    Ok(Element::lemma(folded(word), false))
}

/// Drops the stress marks behind the wildcards of a glob with Cyrillic letters (`зам[ао]\u{301}к`),
/// since the letters that these stand for have none.
fn without_loose_stress(glob: &str) -> Cow<'_, str> {
    if !glob.contains(is_stress) || !glob.contains(is_cyrillic) {
        return Cow::Borrowed(glob);
    }
    let mut before = ' ';
    let is_kept = |letter: &char| {
        let is_loose = is_stress(*letter) && is_wildcard(before);
        before = if is_loose { before } else { *letter };
        !is_loose
    };
    Cow::Owned(glob.chars().filter(is_kept).collect())
}

/// A form or glob as a glob.
fn as_glob(element: &Element) -> Option<Glob> {
    match element {
        Element::Form(form) => Some(Glob { prefix: form.clone(), parts: Vec::new() }),
        Element::Glob(glob) => Some(glob.clone()),
        Element::Lemma { .. } | Element::Regex(_) | Element::Any | Element::Gap(_) => None,
    }
}

fn is_wildcard(letter: char) -> bool {
    matches!(letter, '*' | '?' | '[' | ']')
}

impl Glob {
    /// Reads letters with `*`, `?` and `[…]`.
    ///
    /// # Errors
    /// [`PatternError::Bracket`] for a bracket without its pair or with nothing in it.
    pub fn parse(text: &str) -> Result<Self, PatternError> {
        let bracket = || PatternError::Bracket { written: text.to_owned() };
        let start = text.find(is_wildcard).unwrap_or(text.len());
        let (prefix, mut rest) = text.split_at(start);
        let mut parts = Vec::new();
        while let Some(letter) = rest.chars().next() {
            rest = &rest[letter.len_utf8()..];
            parts.push(match letter {
                '*' => GlobPart::Many,
                '?' => GlobPart::One,
                '[' => {
                    // A bracket that closes at once is a letter of the choice: `[]]`.
                    let inner = usize::from(rest.starts_with(']'));
                    let end =
                        rest[inner..].find(']').map(|at| at + inner).filter(|end| *end > 0).ok_or_else(bracket)?;
                    let choice = rest[..end].chars().collect();
                    rest = &rest[end + 1..];
                    GlobPart::Choice(choice)
                }
                ']' => return Err(bracket()),
                letter => GlobPart::Letter(letter),
            });
        }
        Ok(Self { prefix: prefix.to_owned(), parts })
    }

    /// Returns `true` if it fits nothing with letters or digits: a choice of signs.
    fn is_sign(&self) -> bool {
        let is_sign = |letter: &char| !letter.is_alphanumeric();
        self.prefix.chars().all(|letter| is_sign(&letter))
            && self.parts.iter().all(|part| match part {
                GlobPart::Letter(letter) => is_sign(letter),
                GlobPart::Choice(letters) => letters.iter().all(is_sign),
                GlobPart::One | GlobPart::Many => false,
            })
    }

    /// Returns the glob of both, `_` between them.
    fn followed_by(self, next: &Self) -> Self {
        let letters = std::iter::once('_').chain(next.prefix.chars()).map(GlobPart::Letter);
        let mut parts = self.parts;
        parts.extend(letters.chain(next.parts.iter().cloned()));
        Self { prefix: self.prefix, parts }
    }

    /// Returns the glob with its letters changed by `fold`.
    #[must_use]
    pub fn fold(&self, fold: impl Fn(&str) -> String) -> Self {
        let folded = |letter: char| fold(letter.encode_utf8(&mut [0; 4]));
        let mut parts = Vec::with_capacity(self.parts.len());
        for part in &self.parts {
            match part {
                GlobPart::Letter(letter) => parts.extend(folded(*letter).chars().map(GlobPart::Letter)),
                GlobPart::Choice(letters) => {
                    parts.push(GlobPart::Choice(
                        letters.iter().flat_map(|letter| folded(*letter).chars().collect::<Vec<_>>()).collect(),
                    ));
                }
                GlobPart::One => parts.push(GlobPart::One),
                GlobPart::Many => parts.push(GlobPart::Many),
            }
        }
        Self { prefix: fold(&self.prefix), parts }
    }

    /// Returns pieces of letters in a row that every form has that fits.
    pub(crate) fn needed_runs(&self) -> Vec<String> {
        let mut runs = vec![self.prefix.clone()];
        for part in &self.parts {
            match (part, runs.last_mut()) {
                (GlobPart::Letter(letter), Some(run)) => run.push(*letter),
                _ => runs.push(String::new()),
            }
        }
        runs.retain(|run| !run.is_empty());
        runs
    }

    /// Returns `true` if it begins with a wildcard, so that every form is compared with it.
    pub(super) fn begins_with_wildcard(&self) -> bool {
        self.prefix.is_empty()
    }

    /// Returns `true` if it is `*` alone.
    pub(super) fn is_star(&self) -> bool {
        self.prefix.is_empty() && self.parts == [GlobPart::Many]
    }

    /// Returns `true` if a whole form fits. Cost: letters of the form × parts of the pattern at
    /// worst, whatever the pattern.
    pub fn matches(&self, form: &str) -> bool {
        form.strip_prefix(self.prefix.as_str()).is_some_and(|rest| fits(&self.parts, rest))
    }
}

/// Matches with one point of return, the latest `*`: the classic linear-memory way, without
/// recursion.
fn fits(parts: &[GlobPart], text: &str) -> bool {
    let (mut part, mut rest) = (0, text);
    let mut retry: Option<(usize, &str)> = None;
    loop {
        match (parts.get(part), rest.chars().next()) {
            (Some(GlobPart::Many), _) => {
                part += 1;
                retry = Some((part, rest));
                continue;
            }
            (None, None) => return true,
            (Some(wanted), Some(letter)) if wanted.accepts(letter) => {
                part += 1;
                rest = &rest[letter.len_utf8()..];
                continue;
            }
            _ => {}
        }
        let Some((after_star, from)) = retry else { return false };
        let Some(letter) = from.chars().next() else { return false };
        rest = &from[letter.len_utf8()..];
        part = after_star;
        retry = Some((after_star, rest));
    }
}

impl GlobPart {
    fn accepts(&self, letter: char) -> bool {
        match self {
            Self::Letter(wanted) => *wanted == letter,
            Self::One => true,
            Self::Many => false,
            Self::Choice(letters) => letters.contains(&letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lemma(lemma: &str, derivations: bool) -> Element {
        Element::Lemma { lemma: lemma.to_owned(), derivations }
    }

    #[test]
    fn joined_expressions_keep_their_alternatives_apart() {
        let joined = Pattern::parse("/new|old/ /york|delhi/").unwrap().joined();
        let Some(Element::Regex(joined)) = joined else { panic!("two expressions are joined") };
        assert!(joined.matches("new_york") && joined.matches("old_delhi"));
        assert!(!joined.matches("new") && !joined.matches("delhi") && !joined.matches("news"));
    }

    #[test]
    fn patterns_read_as_the_table_says() {
        for (text, elements) in [
            ("Бостандық", vec![lemma("бостандық", false)]),
            ("еркін~", vec![lemma("еркін", true)]),
            ("=Отан", vec![Element::Form("отан".into())]),
            ("=a*b", ["a", "*", "b"].map(|form| Element::Form(form.into())).to_vec()),
            ("R&D~", vec![lemma("r", false), Element::Form("&".into()), lemma("d", true)]),
            ("т.б.", vec![lemma("т.б", false), Element::Form(".".into())]),
            (":)", [":", ")"].map(|form| Element::Form(form.into())).to_vec()),
            ("=", vec![Element::Form("=".into())]),
            ("50%*", ["50", "%"].map(|form| Element::Form(form.into())).to_vec()),
            ("сөз бостандығы", vec![lemma("сөз", false), lemma("бостандығы", false)]),
            ("заң _ үстемдігі", vec![lemma("заң", false), Element::Any, lemma("үстемдігі", false)]),
            ("rule ..2 law", vec![lemma("rule", false), Element::Gap(2), lemma("law", false)]),
        ] {
            assert_eq!(Pattern::parse(text).map(|pattern| pattern.elements), Ok(elements), "{text}");
        }
        assert!(Glob::parse("[[]a[]]*").is_ok_and(|glob| glob.matches("[a]b") && !glob.matches("ab")));
        assert!(
            Pattern::parse("^Отан")
                .is_ok_and(|pattern| pattern.is_case_sensitive && pattern.elements == [lemma("Отан", false)])
        );
    }

    #[test]
    fn the_words_of_a_phrase_may_be_joined_in_one_token() {
        let joined = |text: &str| Pattern::parse(text).ok().and_then(|pattern| pattern.joined());
        assert_eq!(joined("=new =york"), Some(Element::Form("new_york".to_owned())));
        assert!(
            matches!(joined("=new yor*"), Some(Element::Glob(glob)) if glob.matches("new_york") && !glob.matches("new_jersey"))
        );
        assert!(matches!(joined("ne* * =city"), Some(Element::Glob(glob)) if glob.matches("new_york_city")));
        assert!(matches!(joined("/^new/ /york$/"), Some(Element::Regex(regex)) if regex.matches("new_york")));
        for pattern in ["=york", "new york", "=new _", "=new ..2 =york", "=new /york/"] {
            assert_eq!(joined(pattern), None, "{pattern}");
        }
    }

    #[test]
    fn broken_patterns_are_named() {
        for (text, error) in [
            ("", PatternError::Empty),
            ("^", PatternError::Empty),
            ("..2 law", PatternError::GapAtEdge),
            ("rule ..2", PatternError::GapAtEdge),
            ("rule ..99 law", PatternError::Gap { written: "..99".into(), limit: 20 }),
            ("қ[ұ", PatternError::Bracket { written: "қ[ұ".into() }),
            ("қ]", PatternError::Bracket { written: "қ]".into() }),
            ("қ[]", PatternError::Bracket { written: "қ[]".into() }),
            (&"a".repeat(4_001), PatternError::TooManyCharacters { limit: 4_000 }),
        ] {
            assert_eq!(Pattern::parse(text), Err(error), "{text}");
        }
    }

    #[test]
    fn globs_fit_whole_forms() {
        for (glob, form, fits) in [
            ("free*", "freedom", true),
            ("free*", "free", true),
            ("free*", "unfree", false),
            ("*демократ*", "социал-демократтар", true),
            ("?", "і", true),
            ("?", "", false),
            ("?", "ел", false),
            ("құқы[қғ]*", "құқығы", true),
            ("құқы[қғ]*", "құқы", false),
            ("*a*b*c", "xxaxxbxxbc", true),
            ("*a*b*c", "xxaxxbxxb", false),
            ("*", "", true),
            ("a?c", "abc", true),
        ] {
            assert_eq!(Glob::parse(glob).map(|glob| glob.matches(form)), Ok(fits), "{glob} {form}");
        }
    }
}
