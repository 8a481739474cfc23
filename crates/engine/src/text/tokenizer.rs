//! A text → its tokens, in slices.

use rustc_hash::FxHashSet;

use super::{
    interner::Interner,
    separator::{line_ends, next_white_space, white_space_len},
    span::to_u32,
    token::{Tokens, TypeCount, TypeId},
};

/// Tokenizes one text, a slice at a time, so that the caller stays responsive.
///
/// ```
/// use tarazy_engine::text::{Interner, Tokenizer};
/// let mut interner = Interner::new();
/// let tokens = Tokenizer::tokenize("Сөз бостандығы. Сөз!", &mut interner);
/// assert_eq!((tokens.len(), tokens.sizes().words, tokens.sizes().sentences), (5, 3, 2));
/// ```
#[derive(Debug, Default)]
pub struct Tokenizer {
    at: usize,
    tokens: Tokens,
    state: State,
    /// Line ends since the last token.
    line_ends: u32,
}

/// What the pieces before the current place leave to be decided.
#[derive(Debug, PartialEq, Eq, Default)]
enum State {
    /// A new sentence begins with the next token, whatever it is.
    #[default]
    Begin,
    /// A new sentence begins unless the next piece begins with a small letter.
    MayBegin,
    /// In the middle of a sentence.
    Inside,
}

impl Tokenizer {
    /// Begins at the start of a text.
    pub fn new() -> Self {
        Self::default()
    }

    /// Tokenizes a whole text.
    pub fn tokenize(text: &str, interner: &mut Interner) -> Tokens {
        let mut tokenizer = Self::new();
        tokenizer.advance(text, interner, usize::MAX);
        tokenizer.finish(interner)
    }

    /// Goes on through at least `budget` bytes of `text`, which must be the same text each time;
    /// returns whether the end is reached.
    pub fn advance(&mut self, text: &str, interner: &mut Interner, budget: usize) -> bool {
        let stop = self.at.saturating_add(budget);
        while self.at < text.len() && self.at < stop {
            self.white_space(text);
            let end = next_white_space(text, self.at);
            if self.at < end {
                self.piece(&text[self.at..end], interner);
                self.at = end;
            }
        }
        self.at >= text.len()
    }

    /// Returns how many bytes are done.
    pub fn done_bytes(&self) -> usize {
        self.at
    }

    /// Counts types and returns the tokens.
    pub fn finish(mut self, interner: &Interner) -> Tokens {
        self.tokens.count_types(interner);
        self.tokens
    }

    /// Passes over white space and counts its line ends.
    fn white_space(&mut self, text: &str) {
        while self.at < text.len() {
            let length = white_space_len(text, self.at);
            if length == 0 {
                return;
            }
            // CR and LF are one character.
            let is_second_half =
                text.as_bytes()[self.at] == b'\n' && self.at > 0 && text.as_bytes()[self.at - 1] == b'\r';
            self.tokens.sizes.characters += u64::from(!is_second_half);
            self.line_ends += line_ends(text, self.at);
            self.at += length;
        }
    }

    fn piece(&mut self, piece: &str, interner: &mut Interner) {
        let start = to_u32(self.at);
        let tokens = &mut self.tokens;
        let has_break = self.line_ends >= 2 && !tokens.is_empty();
        let mut first = None;
        let known = interner.intern(piece, |token| {
            if first.is_none() && has_break {
                tokens.push_break(start as usize);
            }
            first.get_or_insert(tokens.len());
            tokens.push(token.id, start + token.start, start + token.end);
        });
        tokens.sizes.characters += u64::from(known.characters);
        tokens.sizes.characters_without_spaces += u64::from(known.characters);
        if let Some(first) = first {
            self.line_ends = 0;
            if has_break {
                self.state = State::Begin;
            }
            if self.state == State::Begin || (self.state == State::MayBegin && !known.begins_small) {
                tokens.sentence_starts.push(to_u32(first));
            }
            self.state = if known.may_end_sentence { State::MayBegin } else { State::Inside };
        }
    }
}

impl Tokens {
    pub(super) fn push(&mut self, id: TypeId, start: u32, end: u32) {
        self.types.push(id);
        self.starts.push(start);
        self.ends.push(end);
    }

    pub(super) fn push_break(&mut self, at: usize) {
        self.push(TypeId::BREAK, to_u32(at), to_u32(at));
    }

    /// Fills in the counts of types and the sizes that follow from them.
    pub(super) fn count_types(&mut self, interner: &Interner) {
        let mut counts = vec![0_u32; interner.vocabulary().len()];
        for id in &self.types {
            counts[id.0 as usize] += 1;
        }
        let counted = counts.iter().copied().enumerate().skip(1).filter(|(_, count)| *count > 0);
        self.type_counts = counted.map(|(at, count)| TypeCount { id: TypeId(to_u32(at)), count }).collect();
        let vocabulary = interner.vocabulary();
        let words = self.type_counts.iter().filter(|found| vocabulary.kind(found.id).is_word());
        (self.sizes.types, self.sizes.words) =
            words.clone().fold((0, 0), |(types, words), found| (types + 1, words + u64::from(found.count)));
        // ещё and еще are one type.
        let differs = |found: &&TypeCount| vocabulary.comparable_type(found.id) != found.id;
        let mut seen: FxHashSet<TypeId> = FxHashSet::default();
        let repeated = words.filter(differs).map(|found| vocabulary.comparable_type(found.id)).filter(|comparable| {
            counts.get(comparable.0 as usize).is_some_and(|count| *count > 0) || !seen.insert(*comparable)
        });
        self.sizes.types -= repeated.count() as u64;
        self.sizes.sentences = self.sentence_starts.len() as u64;
        self.types.shrink_to_fit();
        self.starts.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_line_is_a_break_whatever_ends_the_lines() {
        let has_break = |text: &str| {
            let tokens = Tokenizer::tokenize(text, &mut Interner::new());
            tokens.types().contains(&TypeId::BREAK)
        };
        for between in [
            "\n\n",
            "\r\n\r\n",
            "\r\r",
            "\n \t\n",
            "\n\u{A0}\n",
            "\n\u{3000}\u{202F}\n",
            "\n\u{200B}\u{FEFF}\n",
            "\u{2029}",
            "\u{2028}\u{2028}",
            "\u{85}\u{85}",
            "\u{B}\u{B}",
            "\u{C}",
            "\n\u{85}",
        ] {
            assert!(has_break(&format!("еркін{between}базар")), "{between:?}");
        }
        for between in [" ", "\n", "\r\n", "\u{2028}", "\u{85}", "\u{B}", "\u{A0}\u{A0}", "\n\u{A0}", "\u{200B}"] {
            assert!(!has_break(&format!("еркін{between}базар")), "{between:?}");
        }
        assert!(!has_break("\n\nеркін\n\n"), "nothing is divided at the edges of a text");
    }

    #[test]
    fn characters_are_counted_with_and_without_white_space() {
        let sizes = Tokenizer::tokenize("Сөз\r\nбар\u{202F}– и\u{306}\u{2029}", &mut Interner::new()).sizes();
        assert_eq!((sizes.characters, sizes.characters_without_spaces), (12, 8));
    }
}
