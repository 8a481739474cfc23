//! Phrases and tokens → the places where the phrases stand.
//!
//! A phrase is a path of [`Step`]s: a word, any token, or a [`Skip`]. Phrases that begin alike
//! share the start of their paths. The matcher walks the tree of all its entries
//! ([`Trie`](super::trie::Trie)); case, explanations and near misses walk the path of one pattern
//! ([`Phrase`]).
//!
//! Laws: no step crosses a break; between two words of a phrase that crosses punctuation, up to
//! [`MOST_PASSED`] punctuation marks do not exist, so that сөз, бостандық is two words that follow
//! each other, unless the phrase has a mark there itself, as and/or has. [`naive`](super::naive) states the same rules a second time, and property tests
//! compare both.

use std::ops::ControlFlow;

use crate::lexicon::Element;

/// The most punctuation that a phrase passes over in one place, in tokens. More is no sentence, and
/// a text of commas must cost no more than others.
pub(crate) const MOST_PASSED: usize = 16;

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
    /// Whether punctuation is passed over.
    pub(crate) crosses: bool,
}

/// The tokens among which phrases are looked for.
pub(crate) trait PhraseTokens {
    /// Returns `true` if a phrase may contain the token: it exists and is no break.
    fn is_open(&self, token: usize) -> bool;
    /// Returns `true` if the token is punctuation that a phrase may pass over.
    fn is_passed(&self, token: usize) -> bool;
}

/// Paths of phrases: a node is what was walked so far.
pub(crate) trait Paths {
    /// A place on a path.
    type Node: Copy;
    /// Returns the skips that may come next, and the node behind each.
    fn skips(&self, at: Self::Node) -> impl Iterator<Item = (Skip, Self::Node)>;
    /// Returns the nodes behind the words that may come next and that the token fits; none at a
    /// break.
    fn words(&self, at: Self::Node, token: usize) -> impl Iterator<Item = Self::Node>;
}

/// The tokens that the words of a path stand at, the last one first.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Trail<'walk> {
    token: usize,
    before: Option<&'walk Self>,
}

impl Trail<'_> {
    /// Returns the tokens in the order of the text.
    pub(crate) fn tokens(&self) -> Vec<usize> {
        let mut tokens: Vec<usize> =
            std::iter::successors(Some(self), |trail| trail.before).map(|trail| trail.token).collect();
        tokens.reverse();
        tokens
    }
}

/// Walks every path from a node and a token on. Calls `arrive` at each node that is reached, with
/// the token after the last one; the same pair may come more than once where gaps allow several
/// ways. Stops when `arrive` breaks.
pub(crate) fn walk<P: Paths, B>(
    paths: &P,
    text: &impl PhraseTokens,
    at: P::Node,
    token: usize,
    trail: Option<&Trail<'_>>,
    arrive: &mut impl FnMut(P::Node, usize, Option<&Trail<'_>>) -> ControlFlow<B>,
) -> ControlFlow<B> {
    arrive(at, token, trail)?;
    for (skip, behind) in paths.skips(at) {
        let (mut next, mut passed, mut left) = (token, 0, skip.words);
        loop {
            while skip.crosses && passed < MOST_PASSED && text.is_passed(next) {
                passed += 1;
                next += 1;
            }
            if skip.crosses && text.is_passed(next) {
                break;
            }
            walk(paths, text, behind, next, trail, arrive)?;
            if left == 0 || !text.is_open(next) {
                break;
            }
            left -= 1;
            next += 1;
        }
    }
    let trail = Trail { token, before: trail };
    // Iterators in a chain are quicker from inside.
    paths.words(at, token).try_for_each(|behind| walk(paths, text, behind, token + 1, Some(&trail), arrive))
}

/// The path of one pattern.
#[derive(Debug, Clone)]
pub(crate) struct Phrase<W> {
    steps: Vec<Step<W>>,
}

impl<W> Phrase<W> {
    /// Makes the path of a pattern's elements; `word` returns what a word of it must fit, given its
    /// place among the elements.
    pub(crate) fn new(elements: &[Element], crosses: bool, mut word: impl FnMut(usize, &Element) -> W) -> Self {
        let mut steps = Vec::with_capacity(elements.len());
        for (place, element) in elements.iter().enumerate() {
            if let Element::Gap(words) = element {
                // Before a sign of the phrase itself no punctuation is passed over.
                let crosses = crosses && !elements.get(place + 1).is_some_and(Element::is_sign);
                steps.push(Step::Skip(Skip { words: *words, crosses }));
                continue;
            }
            if crosses && place > 0 && !element.is_sign() && !matches!(steps.last(), Some(Step::Skip(_))) {
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

    /// Returns what each word of the phrase must fit, `None` for any token; one item a place of a
    /// [`Trail`].
    pub(crate) fn words(&self) -> impl Iterator<Item = Option<&W>> {
        self.steps.iter().filter_map(|step| match step {
            Step::Word(word) => Some(Some(word)),
            Step::Any => Some(None),
            Step::Skip(_) => None,
        })
    }

    /// Calls `found` with each way in which the phrase stands at `first`: the token after its last,
    /// and the tokens of its words, gaps and punctuation not among them. Stops when `found` breaks.
    /// `fits` returns `true` if a token fits a word.
    pub(crate) fn find<B>(
        &self,
        text: &impl PhraseTokens,
        first: usize,
        fits: impl Fn(&W, usize) -> bool,
        mut found: impl FnMut(usize, &Trail<'_>) -> ControlFlow<B>,
    ) -> Option<B> {
        let one = One { steps: &self.steps, text, fits };
        let walked = walk(&one, text, 0, first, None, &mut |at, end, trail| match trail {
            Some(trail) if at == self.steps.len() => found(end, trail),
            _ => ControlFlow::Continue(()),
        });
        walked.break_value()
    }
}

/// The path of one pattern and what fits its words; a node is the number of steps done.
struct One<'path, W, G, F> {
    steps: &'path [Step<W>],
    text: &'path G,
    fits: F,
}

impl<W, G: PhraseTokens, F: Fn(&W, usize) -> bool> Paths for One<'_, W, G, F> {
    type Node = usize;

    fn skips(&self, at: usize) -> impl Iterator<Item = (Skip, usize)> {
        let skip = self.steps.get(at).and_then(|step| if let Step::Skip(skip) = step { Some(*skip) } else { None });
        skip.into_iter().map(move |skip| (skip, at + 1))
    }

    fn words(&self, at: usize, token: usize) -> impl Iterator<Item = usize> {
        let fits = self.text.is_open(token)
            && self.steps.get(at).is_some_and(|step| match step {
                Step::Word(word) => (self.fits)(word, token),
                Step::Any => true,
                Step::Skip(_) => false,
            });
        fits.then_some(at + 1).into_iter()
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

        fn is_passed(&self, token: usize) -> bool {
            self.get(token) == Some(&",")
        }
    }

    /// Where the words of a phrase stand that begins with the first word of a text.
    fn ways(pattern: &str, crosses: bool, text: &str) -> Vec<(usize, Vec<usize>)> {
        let pattern = Pattern::parse(pattern).unwrap();
        let phrase = Phrase::new(&pattern.elements, crosses, |_, element| element.clone());
        let words: Vec<&str> = text.split(' ').collect();
        let fits =
            |element: &Element, token: usize| matches!(element, Element::Lemma { lemma, .. } if lemma == words[token]);
        let mut ways = Vec::new();
        let stopped: Option<()> = phrase.find(&words, 0, fits, |end, trail| {
            ways.push((end, trail.tokens()));
            ControlFlow::Continue(())
        });
        assert_eq!(stopped, None);
        ways
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
    fn no_more_than_the_limit_is_passed_over_in_one_place() {
        let text = |commas: usize| format!("a {}b c", ", ".repeat(commas));
        assert_eq!(ways("a b c", true, &text(MOST_PASSED)).len(), 1);
        assert_eq!(ways("a b c", true, &text(MOST_PASSED + 1)).len(), 0);
    }
}
