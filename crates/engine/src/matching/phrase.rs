//! Phrases and tokens → the places where the phrases stand.
//!
//! A phrase is a path of [`Step`]s: a word, any token, or a [`Skip`]. Phrases that begin alike
//! share the start of their paths in the matcher's tree ([`Trie`](super::trie::Trie)); case,
//! explanations and near misses walk the path of one pattern ([`Phrase`]).
//!
//! A phrase with gaps may stand in many ways at one place, exponentially many in its gaps. So
//! nothing here lists ways: [`Phrase::ends`] takes all of them one step forward together, as a set
//! of tokens, and [`Phrase::way`] tries each step at each token once.
//!
//! Laws: no step crosses a break; between two words of a phrase that crosses punctuation, up to
//! [`MOST_PASSED`] punctuation marks do not exist, so that сөз, бостандық is two words that follow
//! each other, unless the phrase has a mark there itself, as and/or has. [`naive`](super::naive) states the same rules a second time, and property tests
//! compare both.

use rustc_hash::FxHashSet;

use super::token_set::{TokenSet, block_of};
use crate::lexicon::{Element, MAX_ELEMENTS, MAX_GAP};

/// The most punctuation that a phrase passes over in one place, in tokens. More is no sentence, and
/// a text of commas must cost no more than others.
pub(crate) const MOST_PASSED: usize = 16;
/// No phrase has more tokens: each element is a word or a gap, and passes over punctuation.
pub(super) const LONGEST_PHRASE: usize = MAX_ELEMENTS * (MAX_GAP as usize + MOST_PASSED);

/// What may come next in a phrase; a word must fit a `W`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Step<W> {
    /// A token that fits.
    Word(W),
    /// Any one token.
    Any,
    /// Some tokens, then the next step.
    Skip(Skip),
}

/// Tokens between two words of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Skip {
    /// The most tokens, without punctuation that is passed over; 0 between words that follow each
    /// other.
    pub(crate) words: u8,
    /// What else is passed over.
    pub(crate) crosses: Crossing,
}

/// What a phrase passes over between its words, as if it were not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Crossing {
    /// Nothing.
    Nothing,
    /// Quotation marks: the pattern of a condition finds «Отан» партиясы as it finds Отан партиясы.
    Quotes,
    /// Punctuation that ends no sentence.
    Punctuation,
}

impl Crossing {
    /// Returns what the phrase of an entry passes over.
    pub(crate) const fn of_entry(crosses_punctuation: bool) -> Self {
        if crosses_punctuation { Self::Punctuation } else { Self::Nothing }
    }

    const fn is_any(self) -> bool {
        !matches!(self, Self::Nothing)
    }
}

/// The tokens among which phrases are looked for.
pub(crate) trait PhraseTokens {
    /// Returns `true` if a phrase may contain the token: it exists and is no break.
    fn is_open(&self, token: usize) -> bool;
    /// Returns `true` if a phrase passes over the token.
    fn is_passed(&self, token: usize, crosses: Crossing) -> bool;
    /// Returns the tokens of a block that a phrase passes over.
    fn passed_in(&self, block: usize, crosses: Crossing) -> u64 {
        block_of(block, |token| self.is_passed(token, crosses))
    }
}

impl Skip {
    /// Returns the last token at which the next word may stand when the words before end before
    /// `token`; `None` where there is too much punctuation. Between both it may stand at every
    /// token that is not passed over. Cost: 36 tokens.
    pub(super) fn last(self, token: usize, text: &impl PhraseTokens) -> Option<usize> {
        let (mut last, mut next, mut passed) = (None, token, 0);
        for _ in 0..=self.words {
            while self.crosses.is_any() && text.is_passed(next, self.crosses) {
                if passed == MOST_PASSED {
                    return last;
                }
                passed += 1;
                next += 1;
            }
            last = Some(next);
            if !text.is_open(next) {
                break;
            }
            next += 1;
        }
        last
    }

    /// Returns the tokens at which the next word may stand when the words before end before one of
    /// `tokens`. Cost: 36 tokens for each piece of that size between the first and the last.
    pub(super) fn over(self, tokens: &TokenSet, text: &impl PhraseTokens) -> TokenSet {
        let mut reached = *tokens;
        let mut next = tokens.first_from(0);
        while let Some(token) = next {
            // What one token reaches, a later one reaches too, or lies before it: of those that are
            // reached from here only the last leads farther.
            let from = tokens.run_end(token);
            let last = self.last(from, text).unwrap_or(from);
            reached.insert_range(from, last);
            let farther = tokens.last(Some(last)).filter(|farther| *farther > from);
            next = farther.or_else(|| tokens.first_from(last + 1));
        }
        if self.crosses.is_any() {
            reached.retain(|block| !text.passed_in(block, self.crosses));
        }
        reached
    }
}

/// The path of one pattern.
#[derive(Debug, Clone)]
pub(crate) struct Phrase<W> {
    steps: Vec<Step<W>>,
}

impl<W> Phrase<W> {
    /// Makes the path of a pattern's elements; `word` returns what a word of it must fit, given its
    /// place among the elements.
    pub(crate) fn new(elements: &[Element], crosses: Crossing, mut word: impl FnMut(usize, &Element) -> W) -> Self {
        let mut steps = Vec::with_capacity(elements.len());
        for (place, element) in elements.iter().enumerate() {
            if let Element::Gap(words) = element {
                // Before a sign of the phrase itself no punctuation is passed over.
                let is_before_sign = elements.get(place + 1).is_some_and(Element::is_sign);
                let crosses = if is_before_sign { Crossing::Nothing } else { crosses };
                steps.push(Step::Skip(Skip { words: *words, crosses }));
                continue;
            }
            if crosses.is_any() && place > 0 && !element.is_sign() && !matches!(steps.last(), Some(Step::Skip(_))) {
                steps.push(Step::Skip(Skip { words: 0, crosses }));
            }
            steps.push(if *element == Element::Any { Step::Any } else { Step::Word(word(place, element)) });
        }
        Self { steps }
    }

    /// Returns the steps.
    pub(crate) fn steps(&self) -> &[Step<W>] {
        &self.steps
    }

    /// Returns what each word of the phrase must fit, `None` for any token; one item a token of a
    /// [`way`](Self::way).
    pub(crate) fn words(&self) -> impl Iterator<Item = Option<&W>> {
        self.steps.iter().filter_map(|step| match step {
            Step::Word(word) => Some(Some(word)),
            Step::Any => Some(None),
            Step::Skip(_) => None,
        })
    }

    /// Returns the tokens behind the last of each place of the phrase that begins at `first`.
    /// `retain` gets a step, what its word must fit, and the tokens at which it may stand, of which
    /// it keeps those that fit. Cost: for each step that of the set.
    pub(super) fn ends(
        &self,
        text: &impl PhraseTokens,
        first: usize,
        mut retain: impl FnMut(usize, Option<&W>, &mut TokenSet),
    ) -> TokenSet {
        let mut reached = TokenSet::near(first);
        reached.insert(first);
        for (at, step) in self.steps.iter().enumerate() {
            let word = match step {
                Step::Skip(skip) => {
                    reached = skip.over(&reached, text);
                    continue;
                }
                Step::Word(word) => Some(word),
                Step::Any => None,
            };
            retain(at, word, &mut reached);
            if reached.is_empty() {
                break;
            }
            reached = reached.next();
        }
        reached
    }

    /// Returns the tokens of the words, gaps and punctuation not among them, in one of the ways in
    /// which the phrase stands from `first` to before `end`, or to anywhere: that in which the
    /// first gaps are shortest. `fits` returns `true` if a token fits a word.
    ///
    /// Cost: a look at each step and token that it may stand at, however many ways there are.
    pub(crate) fn way(
        &self,
        text: &impl PhraseTokens,
        first: usize,
        end: Option<usize>,
        fits: impl Fn(&W, usize) -> bool,
    ) -> Option<Vec<usize>> {
        let mut search = Ways { phrase: self, text, end, fits, failed: FxHashSet::default(), tokens: Vec::new() };
        search.go_on(0, first).then_some(search.tokens)
    }
}

/// The search for one way in which a phrase stands at a place.
struct Ways<'phrase, W, T, F> {
    phrase: &'phrase Phrase<W>,
    text: &'phrase T,
    end: Option<usize>,
    fits: F,
    /// Steps and tokens behind gaps from which nothing leads to the end.
    failed: FxHashSet<(usize, usize)>,
    /// The tokens of the words so far.
    tokens: Vec<usize>,
}

impl<W, T: PhraseTokens, F: Fn(&W, usize) -> bool> Ways<'_, W, T, F> {
    /// Returns `true` if the steps from `step` on lead from `token` to the end.
    fn go_on(&mut self, step: usize, token: usize) -> bool {
        let phrase = self.phrase;
        let fits = match phrase.steps.get(step) {
            None => return self.end.is_none_or(|end| end == token),
            Some(Step::Skip(skip)) => {
                let last = skip.last(token, self.text);
                return last.is_some_and(|last| {
                    (token..=last).any(|next| {
                        let is_open = !(skip.crosses.is_any() && self.text.is_passed(next, skip.crosses));
                        is_open && self.failed.insert((step, next)) && self.go_on(step + 1, next)
                    })
                });
            }
            Some(Step::Word(word)) => self.text.is_open(token) && (self.fits)(word, token),
            Some(Step::Any) => self.text.is_open(token),
        };
        if !fits {
            return false;
        }
        self.tokens.push(token);
        let is_found = self.go_on(step + 1, token + 1);
        if !is_found {
            self.tokens.pop();
        }
        is_found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Pattern;

    /// Words as written here: `,` is passed over, `|` is a break.
    impl PhraseTokens for Vec<&str> {
        fn is_open(&self, token: usize) -> bool {
            self.get(token).is_some_and(|word| *word != "|")
        }

        fn is_passed(&self, token: usize, crosses: Crossing) -> bool {
            match self.get(token) {
                Some(&",") => crosses == Crossing::Punctuation,
                Some(&"«" | &"»") => crosses.is_any(),
                _ => false,
            }
        }
    }

    /// The ends of a phrase that begins with the first word of a text, and for each where its words
    /// stand.
    fn ways(pattern: &str, crosses: bool, text: &str) -> Vec<(usize, Vec<usize>)> {
        let pattern = Pattern::parse(pattern).unwrap();
        let phrase = Phrase::new(&pattern.elements, Crossing::of_entry(crosses), |_, element| element.clone());
        let words: Vec<&str> = text.split(' ').collect();
        let fits =
            |element: &Element, token: usize| matches!(element, Element::Lemma { lemma, .. } if lemma == words[token]);
        let retain = |_, word: Option<&Element>, tokens: &mut TokenSet| {
            let fits = |token: usize| words.is_open(token) && word.is_none_or(|word| fits(word, token));
            tokens.retain(|block| block_of(block, fits));
        };
        let ends = phrase.ends(&words, 0, retain);
        assert_eq!(ends.iter().next().is_some(), phrase.way(&words, 0, None, fits).is_some());
        ends.iter().map(|end| (end, phrase.way(&words, 0, Some(end), fits).unwrap())).collect()
    }

    #[test]
    fn a_gap_counts_punctuation_unless_the_phrase_crosses_it() {
        assert_eq!(ways("сөз ..1 бостандық", false, "сөз , бостандық"), [(3, vec![0, 2])]);
        assert_eq!(ways("сөз ..1 бостандық", false, "сөз , мен бостандық"), []);
        assert_eq!(ways("сөз ..1 бостандық", true, "сөз , мен , бостандық"), [(5, vec![0, 4])]);
    }

    #[test]
    fn a_gap_may_allow_several_ways() {
        assert_eq!(ways("a ..3 b", false, "a b b | b"), [(2, vec![0, 1]), (3, vec![0, 2])]);
        assert_eq!(ways("a ..3 _", false, "a , | b"), [(2, vec![0, 1])]);
    }

    #[test]
    fn any_token_is_no_punctuation_that_is_passed_over() {
        assert_eq!(ways("a _ b", false, "a , b"), [(3, vec![0, 1, 2])]);
        assert_eq!(ways("a _ b", true, "a , b"), []);
        assert_eq!(ways("a _ b", true, "a , c , b"), [(5, vec![0, 2, 4])]);
    }

    #[test]
    fn a_phrase_that_stands_in_uncounted_ways_is_looked_for_once_a_step_and_token() {
        let phrase = vec!["a"; 16].join(" ..20 ");
        let text = format!("{} b", vec!["a"; 320].join(" "));
        let ends: Vec<usize> = ways(&phrase, false, &text).iter().map(|(end, _)| *end).collect();
        assert_eq!(ends, (16..=316).collect::<Vec<_>>());
        let unmet = format!("{} ..20 c", vec!["a"; 15].join(" ..20 "));
        assert_eq!(ways(&unmet, false, &text), []);
        let commas = vec!["a"; 320].join(" , ");
        assert_eq!(ways(&phrase, true, &commas).last().map(|(end, _)| *end), Some(481));
    }

    #[test]
    fn no_more_than_the_limit_is_passed_over_in_one_place() {
        let text = |commas: usize| format!("a {}b c", ", ".repeat(commas));
        assert_eq!(ways("a b c", true, &text(MOST_PASSED)).len(), 1);
        assert_eq!(ways("a b c", true, &text(MOST_PASSED + 1)).len(), 0);
    }
}
