//! Judgements on a lexicon's matches → sentences: how many are right, with intervals.
//!
//! The precision of a sample is the share of its matches that are correct; the lenient one counts
//! debatable matches too. Both have the 95 % score interval of Wilson ([`wilson_interval`]).

use fluent_bundle::FluentValue;

use crate::message::Messages;
use tarazy_engine::{
    compare::wilson_interval,
    language::{
        Language,
        number_format::{format_decimal, format_integer},
    },
    lexicon::{Judged, Validation},
};

/// Returns what is known of a lexicon's matches in texts of a language: how many of those that were
/// judged are right, or that none were.
pub fn validation_sentence(validations: &[Validation], language: Language, messages: &Messages) -> String {
    let code = || ("language", language.code().into());
    let Some(judged) = Judged::of(validations, language) else {
        return messages.format("validation-none", &[code()]);
    };
    let figures = ("figures", judged_figures(judged, messages).into());
    let origin = ("origin", origin(validations, language, messages).into());
    messages.format("validation-language", &[code(), figures, origin])
}

/// Returns the sentences of a methods paragraph on the languages of its texts.
pub(super) fn validation_methods(
    validations: &[Validation],
    languages: &[Language],
    messages: &Messages,
) -> Vec<String> {
    let name = |language: &Language| messages.get(&format!("methods-language-{}", language.code()));
    let (mut items, mut missing) = (Vec::new(), Vec::new());
    for language in languages {
        match Judged::of(validations, *language) {
            Some(judged) => {
                let origin = origin(validations, *language, messages);
                items.push(format!("{}: {}, {origin}", name(language), judged_figures(judged, messages)));
            }
            None => missing.push(name(language)),
        }
    }
    let lists = [("methods-validation", items.join("; ")), ("methods-validation-none", missing.join(", "))];
    let given = lists.into_iter().filter(|(_, list)| !list.is_empty());
    given.map(|(key, list)| messages.format(key, &[("list", list.into())])).collect()
}

/// Returns how many of the judged matches are right, in words and numbers of a language: without a
/// full stop, to stand in a sentence.
pub(super) fn judged_figures(judged: Judged, messages: &Messages) -> String {
    let language = messages.language();
    let Judged { sampled, correct, debatable } = judged;
    let strict = percents(correct, sampled, language);
    let lenient = percents(correct + debatable, sampled, language);
    let values = [
        ("count", FluentValue::from(sampled)),
        ("sampled", format_integer(sampled, language).into()),
        ("correct", format_integer(correct, language).into()),
        ("strict", strict.into()),
        ("lenient", lenient.into()),
    ];
    messages.format("validation-figures", &values)
}

/// Returns the judgements of one validation.
pub(super) fn judged(validation: &Validation) -> Judged {
    Judged {
        sampled: validation.sampled.into(),
        correct: validation.correct.into(),
        debatable: validation.debatable.into(),
    }
}

/// Returns a share of a sample in percent with its interval: `75 % (53–89 %)`; a dash for none of
/// none.
pub(super) fn percents(successes: u64, trials: u64, language: Language) -> String {
    let percent = |share: f64| format_decimal(Some(share * 100.0), 0, language);
    let share = successes as f64 / trials as f64;
    wilson_interval(successes, trials).map_or_else(
        || format_decimal(None, 0, language),
        |(low, high)| format!("{} % ({}–{} %)", percent(share), percent(low), percent(high)),
    )
}

/// Which version was judged, by how many people, when; several of them with commas.
fn origin(validations: &[Validation], language: Language, messages: &Messages) -> String {
    let list = |part: fn(&Validation) -> String| {
        let own = validations.iter().filter(|own| own.language == language);
        let mut parts: Vec<String> = own.map(part).collect();
        parts.sort();
        parts.dedup();
        parts.join(", ")
    };
    let values = [
        ("version", list(|own| own.version.clone()).into()),
        ("coders", list(|own| own.coders.to_string()).into()),
        ("date", list(|own| own.date.clone()).into()),
    ];
    messages.format("validation-origin", &values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_have_their_intervals() {
        // R 4.3, prop.test(15, 20, correct = FALSE): 0.5313 to 0.8881.
        assert_eq!(percents(15, 20, Language::English), "75 % (53–89 %)");
        assert_eq!(percents(0, 20, Language::Russian), "0 % (0–16 %)");
        assert_eq!(percents(20, 20, Language::Kazakh), "100 % (84–100 %)");
        assert_eq!(percents(0, 0, Language::English), "–");
    }
}
