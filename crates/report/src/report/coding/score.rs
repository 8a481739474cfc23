//! Judged samples → how precise a lexicon is, by language and category, and how far coders agree.
//!
//! Precision is the share of judged matches that are what their category means: the strict one
//! counts debatable matches as wrong, the lenient one as correct. Of two coders a match that both
//! judge alike has that judgement, any other is debatable: so the strict precision counts what both
//! accept, the lenient one what not both reject.
//!
//! Over all categories there are two answers. The plain one counts each judged match alike, so that
//! a category weighs as much as matches of it were judged, as a rule the same for each: it is how
//! precise a category is on average, which does not depend on how often these texts speak of each.
//! The weighted one, Σ Nₕ pₕ / Σ Nₕ for categories with Nₕ matches and precision pₕ (the stratified
//! estimator: Cochran 1977, *Sampling Techniques*, 3rd ed., eq. 5.1), estimates how many of all
//! matches counted in these texts are correct. A card describes a lexicon and not texts, and has
//! the plain numbers, from which everything else is computed. The Wilson interval is for simple
//! random samples, as within a category; for the plain precision over several it is a little too
//! wide, and for the weighted one there is none.

use std::collections::BTreeMap;

use tarazy_engine::{
    compare::{Agreement, agreement, wilson_interval},
    language::Language,
};

use super::{
    judged_sample::{JudgedMatch, JudgedSample, JudgementError},
    judgement::Judgement,
};

/// How precise a lexicon is by a judged sample.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// The id of the lexicon.
    pub lexicon: String,
    /// Its version.
    pub lexicon_version: String,
    /// The SHA-256 of its file.
    pub lexicon_sha256: String,
    /// The seed of the sample.
    pub seed: u32,
    /// Number of coders: 1 or 2.
    pub coders: u8,
    /// Number of rows that a coder has not judged; they count nowhere.
    pub unjudged: u64,
    /// Number of rows of the sample that are not in the files.
    pub missing: u64,
    /// Each language, in the order of [`Language::ALL`].
    pub languages: Vec<LanguageScore>,
}

/// How precise a lexicon is in a language.
#[derive(Debug, Clone, PartialEq)]
pub struct LanguageScore {
    /// The language.
    pub language: Language,
    /// Its categories, by path.
    pub categories: Vec<CategoryScore>,
    /// How far two coders agree on the matches that both judged; `None` for one coder.
    pub agreement: Option<Agreement>,
}

/// How precise a category is in a language.
#[derive(Debug, Clone, PartialEq)]
pub struct CategoryScore {
    /// The path of the category.
    pub category: String,
    /// Its title in the language of the sample.
    pub title: String,
    /// Number of counted matches from which the sample was drawn.
    pub matches: u64,
    /// The judgements.
    pub tally: Tally,
}

/// Numbers of judgements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Number of matches that are what the category means.
    pub correct: u64,
    /// Number of debatable ones.
    pub debatable: u64,
    /// Number of wrong ones.
    pub wrong: u64,
}

/// A precision with its 95 % interval (Wilson 1927), all from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Precision {
    /// The share.
    pub share: f64,
    /// The lower end of the interval.
    pub low: f64,
    /// The upper end of the interval.
    pub high: f64,
}

impl Tally {
    /// Returns the number of judged matches.
    pub const fn judged(&self) -> u64 {
        self.correct + self.debatable + self.wrong
    }

    /// Returns the share of correct matches; `None` where none was judged.
    pub fn strict(&self) -> Option<Precision> {
        self.precision(self.correct)
    }

    /// Returns the share of matches that are not wrong; `None` where none was judged.
    pub fn lenient(&self) -> Option<Precision> {
        self.precision(self.correct + self.debatable)
    }

    fn precision(&self, successes: u64) -> Option<Precision> {
        let (low, high) = wilson_interval(successes, self.judged())?;
        Some(Precision { share: successes as f64 / self.judged() as f64, low, high })
    }

    fn add(&mut self, judgement: Judgement) {
        match judgement {
            Judgement::Correct => self.correct += 1,
            Judgement::Debatable => self.debatable += 1,
            Judgement::Wrong => self.wrong += 1,
        }
    }
}

impl LanguageScore {
    /// Returns the judgements of all categories together.
    pub fn total(&self) -> Tally {
        self.categories.iter().fold(Tally::default(), |sum, own| Tally {
            correct: sum.correct + own.tally.correct,
            debatable: sum.debatable + own.tally.debatable,
            wrong: sum.wrong + own.tally.wrong,
        })
    }

    /// Returns the number of counted matches from which the sample was drawn.
    pub fn matches(&self) -> u64 {
        self.categories.iter().map(|own| own.matches).sum()
    }

    /// Returns the strict and the lenient precision with each category weighted by its number of
    /// matches; `None` where a category has no judged match.
    pub fn weighted(&self) -> Option<(f64, f64)> {
        let mut sums = (0.0, 0.0);
        for own in &self.categories {
            let (strict, lenient) = (own.tally.strict()?.share, own.tally.lenient()?.share);
            sums.0 += strict * own.matches as f64;
            sums.1 += lenient * own.matches as f64;
        }
        let matches = self.matches() as f64;
        (matches > 0.0).then(|| (sums.0 / matches, sums.1 / matches))
    }
}

/// The scores of categories by their paths.
type ByPath<'sample> = BTreeMap<&'sample str, CategoryScore>;

/// Scores the sample of one coder, or the same sample of two.
///
/// # Errors
/// [`JudgementError::OtherSample`] where the second is not the sample of the first;
/// [`JudgementError::Nothing`] where no match is judged by both.
pub fn score(first: &JudgedSample, second: Option<&JudgedSample>) -> Result<Score, JudgementError> {
    let rows = rows(first, second)?;
    let mut languages: BTreeMap<Language, (ByPath<'_>, Vec<(Judgement, Judgement)>)> = BTreeMap::new();
    let mut expected: BTreeMap<&(Language, String), u32> = BTreeMap::new();
    let mut unjudged = 0;
    for (own, first, other) in &rows {
        let (language, path) = &own.stratum;
        expected.insert(&own.stratum, own.sizes.1);
        let (categories, pairs) = languages.entry(*language).or_default();
        let category = categories.entry(path).or_insert_with(|| CategoryScore {
            category: path.clone(),
            title: own.title.clone(),
            matches: u64::from(own.sizes.0),
            tally: Tally::default(),
        });
        let judgement = match (*first, *other) {
            (first, None) if second.is_none() => first,
            (Some(first), Some(other)) => {
                pairs.push((first, other));
                Some(if first == other { first } else { Judgement::Debatable })
            }
            _ => None,
        };
        match judgement {
            Some(judgement) => category.tally.add(judgement),
            None => unjudged += 1,
        }
    }
    if unjudged == rows.len() as u64 {
        return Err(JudgementError::Nothing);
    }
    let drawn: u64 = expected.values().map(|drawn| u64::from(*drawn)).sum();
    let languages = languages.into_iter().map(|(language, (categories, pairs))| {
        let categories = categories.into_values().collect();
        LanguageScore { language, categories, agreement: second.map(|_| agreement(&pairs)) }
    });
    Ok(Score {
        lexicon: first.origin.lexicon.clone(),
        lexicon_version: first.origin.lexicon_version.clone(),
        lexicon_sha256: first.origin.lexicon_sha256.clone(),
        seed: first.origin.seed,
        coders: if second.is_some() { 2 } else { 1 },
        unjudged,
        missing: drawn.saturating_sub(rows.len() as u64),
        languages: languages.collect(),
    })
}

/// A row with what each of two coders wrote.
type Row<'sample> = (&'sample JudgedMatch, Option<Judgement>, Option<Judgement>);

/// Returns each row of either sample.
fn rows<'sample>(
    first: &'sample JudgedSample,
    second: Option<&'sample JudgedSample>,
) -> Result<Vec<Row<'sample>>, JudgementError> {
    let mut rows: BTreeMap<u32, Row<'sample>> =
        first.matches.iter().map(|(number, own)| (*number, (own, own.judgement, None))).collect();
    if second.is_some_and(|second| second.origin != first.origin) {
        return Err(JudgementError::OtherSample);
    }
    for (number, other) in second.iter().flat_map(|second| &second.matches) {
        let (known, _, judgement) = rows.entry(*number).or_insert((other, None, None));
        if (&known.stratum, known.sizes) != (&other.stratum, other.sizes) {
            return Err(JudgementError::OtherSample);
        }
        *judgement = other.judgement;
    }
    Ok(rows.into_values().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A sample of three strata with the judgements of a coder; `-` for none.
    fn judged(judgements: &str) -> JudgedSample {
        let columns = ["number", "category", "language", "matches", "drawn", "judgement", "seed", "lexicon"];
        let columns: Vec<String> = columns.into_iter().chain(["lexicon_sha256"]).map(str::to_owned).collect();
        let strata = [("order", "kk", "30", "3"), ("freedom", "kk", "10", "2"), ("freedom", "en", "2", "2")];
        let strata = [0, 0, 1, 2, 1, 0, 2].map(|at: usize| strata[at]);
        let numbers: Vec<String> = (1..=strata.len()).map(|number| number.to_string()).collect();
        let rows: Vec<(u32, Vec<(&str, &str)>)> = (2..)
            .zip(strata.iter().zip(judgements.split(' ')).zip(&numbers))
            .map(|(row, (((category, language, matches, drawn), judgement), number))| {
                let judgement = if judgement == "-" { "" } else { judgement };
                let values = [number.as_str(), category, language, matches, drawn, judgement, "1", "own 1.2.3", "abc"];
                (row, columns.iter().map(String::as_str).zip(values).filter(|(_, text)| !text.is_empty()).collect())
            })
            .collect();
        JudgedSample::read(&columns, rows).unwrap()
    }

    fn tally(correct: u64, debatable: u64, wrong: u64) -> Tally {
        Tally { correct, debatable, wrong }
    }

    #[test]
    fn judgements_are_counted_by_language_and_category() {
        let score = score(&judged("иә жоқ иә yes даулы - no"), None).unwrap();
        assert_eq!((&*score.lexicon, &*score.lexicon_version, score.coders), ("own", "1.2.3", 1));
        assert_eq!((score.unjudged, score.missing), (1, 0));
        let [kazakh, english] = &score.languages[..] else { panic!("two languages") };
        let found: Vec<_> =
            kazakh.categories.iter().map(|own| (own.category.as_str(), own.matches, own.tally)).collect();
        assert_eq!(found, [("freedom", 10, tally(1, 1, 0)), ("order", 30, tally(1, 0, 1))]);
        assert_eq!(kazakh.total(), tally(2, 1, 1));
        // (10 · 1/2 + 30 · 1/2) / 40 and (10 · 1 + 30 · 1/2) / 40.
        assert_eq!(kazakh.weighted(), Some((0.5, 0.625)));
        assert_eq!((english.total(), english.matches(), english.agreement), (tally(1, 0, 1), 2, None));
        let strict = kazakh.total().strict().unwrap();
        assert_eq!(Some((strict.low, strict.high)), wilson_interval(2, 4));
        assert_eq!((strict.share, kazakh.total().lenient().map(|own| own.share)), (0.5, Some(0.75)));
        assert_eq!(Tally::default().strict(), None);
    }

    #[test]
    fn a_category_that_nobody_judged_has_no_weighted_precision() {
        let score = score(&judged("yes yes - - - yes -"), None).unwrap();
        assert_eq!(score.languages[0].weighted(), None);
        assert_eq!(score.languages[0].total(), tally(3, 0, 0));
        assert_eq!(score.languages[1].total().judged(), 0);
    }

    #[test]
    fn what_two_coders_judge_differently_is_debatable() {
        let (first, second) = (judged("yes no yes yes no - no"), judged("yes no no debatable no yes no"));
        let score = score(&first, Some(&second)).unwrap();
        assert_eq!((score.coders, score.unjudged), (2, 1));
        assert_eq!(score.languages[0].total(), tally(1, 1, 2));
        assert_eq!(score.languages[1].total(), tally(0, 1, 1));
        let agreement = score.languages[0].agreement.unwrap();
        // pₒ = 3/4; pₑ = 2/4 · 1/4 + 2/4 · 3/4 = 1/2.
        assert_eq!((agreement.items, agreement.agreed, agreement.kappa), (4, 3, Some(0.5)));
    }

    #[test]
    fn rows_that_are_not_in_the_file_are_counted() {
        let mut first = judged("yes no yes yes no yes no");
        first.matches.retain(|number, _| number % 3 != 0);
        assert_eq!(score(&first, None).unwrap().missing, 2);
        // The second file has them, but nobody else judged them.
        let second = judged("yes no yes yes no yes no");
        for (one, other) in [(&first, &second), (&second, &first)] {
            let score = score(one, Some(other)).unwrap();
            assert_eq!((score.missing, score.unjudged), (0, 2));
        }
    }

    #[test]
    fn another_sample_is_refused() {
        let (first, mut second) = (judged("yes no yes yes no yes no"), judged("yes no yes yes no yes no"));
        second.origin.seed = 2;
        assert_eq!(score(&first, Some(&second)), Err(JudgementError::OtherSample));
        second.origin.seed = 1;
        second.matches.get_mut(&1).unwrap().stratum.1 = "ecology".to_owned();
        assert_eq!(score(&first, Some(&second)), Err(JudgementError::OtherSample));
        let (one, other) = (judged("yes - - - - - -"), judged("- yes - - - - -"));
        assert_eq!(score(&one, Some(&other)), Err(JudgementError::Nothing));
    }
}
