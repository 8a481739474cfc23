//! Nouns and names: the paradigms that a citation form may have.
//!
//! The ending of the citation form decides the declension; where it leaves the gender open (связь,
//! корабль), the endings of both are allowed, since they seldom meet those of another word.
//!
//! Its words were written for this project, from knowledge of the language.

use super::{
    ending::EndingSet,
    irregular_noun,
    spelling::{before_last, has_vowel, is_consonant, is_hissing, is_velar, is_vowel, last},
    stem_list::{StemList, with_fleeting_vowel, without_fleeting_vowel},
};

/// Adds the stems of a noun.
pub(super) fn add(stems: &mut StemList, lemma: &str) {
    stems.add(lemma, EndingSet::Whole, "");
    if irregular_noun::add(stems, lemma) {
        return;
    }
    add_regular(stems, lemma);
}

/// Adds the stems of a proper name: those of a noun and of a surname.
pub(super) fn add_name(stems: &mut StemList, lemma: &str) {
    add(stems, lemma);
    if lemma.chars().count() < 5 {
        return;
    }
    if ["ов", "ев", "ин", "ын"].iter().any(|end| lemma.ends_with(end)) {
        stems.add(lemma, EndingSet::SurnameMasculine, "");
    } else if let Some(stem) = lemma.strip_suffix('а')
        && ["ов", "ев", "ин", "ын"].iter().any(|end| stem.ends_with(end))
    {
        stems.add(stem, EndingSet::SurnameFeminine, "");
    } else if lemma.ends_with("ий") || lemma.ends_with("ый") {
        add_adjectival_masculine(stems, lemma);
    }
}

fn add_regular(stems: &mut StemList, lemma: &str) {
    if let Some(participle) = lemma.strip_suffix("ийся") {
        stems.within("", true, |stems| stems.add(participle, EndingSet::AdjectiveHissing, ""));
        return;
    }
    let Some(end) = last(lemma) else { return };
    let stem = &lemma[..lemma.len() - end.len_utf8()];
    match end {
        'а' => add_a(stems, stem),
        'я' => add_ya(stems, stem),
        'о' => add_o(stems, stem),
        'е' => add_e(stems, lemma, stem),
        'ь' => add_soft_sign(stems, stem),
        'й' => add_jot(stems, lemma, stem),
        'ы' | 'и' => add_plural(stems, stem, end),
        _ if is_consonant(end) => add_consonant(stems, lemma, end),
        _ => {}
    }
}

fn add_consonant(stems: &mut StemList, lemma: &str, end: char) {
    let set = if is_hissing(end) { EndingSet::MasculineHissing } else { EndingSet::MasculineHard };
    stems.add(lemma, set, "");
    if let Some(people) = lemma.strip_suffix("анин").or_else(|| lemma.strip_suffix("янин")) {
        let letter = if lemma.ends_with("анин") { "ан" } else { "ян" };
        stems.add(&format!("{people}{letter}"), EndingSet::PluralAne, "plural-stem");
    }
    if let Some(people) = lemma.strip_suffix("ин").filter(|people| people.ends_with("ар")) {
        stems.add(people, EndingSet::PluralBare, "plural-stem");
    }
    for (young, plural) in [("онок", "ат"), ("енок", "ят")] {
        if let Some(start) = lemma.strip_suffix(young).filter(|start| has_vowel(start)) {
            stems.add(&format!("{start}{plural}"), EndingSet::PluralAta, "plural-stem");
        }
    }
    // Only before these does a vowel fall out of a stem with another vowel: рынок, отец, угол,
    // ветер.
    if matches!(end, 'к' | 'ц' | 'л' | 'р')
        && let Some(elided) = without_fleeting_vowel(lemma).filter(|elided| has_vowel(elided))
    {
        stems.add(&elided, EndingSet::MasculineElided, "elision");
    }
}

fn add_soft_sign(stems: &mut StemList, stem: &str) {
    let end = last(stem).unwrap_or(' ');
    let is_masculine = ["тел", "ар", "ыр"].iter().any(|end| stem.ends_with(end)) && stem.chars().count() > 4;
    let is_feminine = is_hissing(end) || ["ст", "зн", "в", "б", "п"].iter().any(|end| stem.ends_with(end));
    let set = match (is_masculine, is_feminine && !MASCULINE_IN_SOFT_SIGN.contains(&stem)) {
        (true, _) => EndingSet::MasculineSoft,
        (_, true) => EndingSet::FeminineThird,
        _ => EndingSet::EitherThird,
    };
    stems.add(stem, set, "");
    if matches!(end, 'н' | 'л' | 'т' | 'р')
        && !is_masculine
        && let Some(elided) = without_fleeting_vowel(stem).filter(|elided| has_vowel(elided))
    {
        stems.add(&elided, EndingSet::MasculineSoftElided, "elision");
    }
    if stem.ends_with("ов")
        && let Some(elided) = without_fleeting_vowel(stem).filter(|elided| has_vowel(elided))
    {
        stems.add(&elided, EndingSet::FeminineThirdElided, "elision");
    }
}

/// Masculine nouns among those whose ending in -сть, -вь, -бь or -пь makes others feminine.
const MASCULINE_IN_SOFT_SIGN: &[&str] = &["гост", "тест", "черв", "голуб", "ястреб"];

/// Adds герой, сценарий as nouns in -й, which end as adjectives do.
pub(super) fn add_jot_noun(stems: &mut StemList, lemma: &str) {
    if let Some(stem) = lemma.strip_suffix('й').filter(|stem| !stem.ends_with('ы')) {
        stems.add(stem, EndingSet::MasculineJot, "");
    }
}

fn add_jot(stems: &mut StemList, lemma: &str, stem: &str) {
    stems.add(stem, EndingSet::MasculineJot, "");
    let Some(vowel) = last(stem) else { return };
    let start = &stem[..stem.len() - vowel.len_utf8()];
    let before = last(start).unwrap_or(' ');
    if vowel == 'е' && has_vowel(start) {
        stems.add(&format!("{start}ь"), EndingSet::MasculineJotElided, "elision");
    }
    let is_adjectival = match vowel {
        'ы' => true,
        'о' => has_vowel(start),
        'и' => is_hissing(before) || is_velar(before) || ["ни", "дни"].iter().any(|end| stem.ends_with(end)),
        _ => false,
    };
    if is_adjectival {
        add_adjectival_masculine(stems, lemma);
    }
}

fn add_adjectival_masculine(stems: &mut StemList, lemma: &str) {
    let Some(stem) = ["ый", "ой", "ий"].iter().find_map(|end| lemma.strip_suffix(end)) else { return };
    let set = match last(stem) {
        Some(end) if is_hissing(end) => EndingSet::AdjectiveHissing,
        Some(end) if lemma.ends_with("ий") && !is_velar(end) => EndingSet::AdjectivalSoft,
        _ => EndingSet::AdjectivalMasculine,
    };
    stems.add(stem, set, "");
}

fn add_a(stems: &mut StemList, stem: &str) {
    stems.add(stem, EndingSet::FeminineHard, "");
    if last(stem).is_some_and(is_hissing) {
        stems.add(stem, EndingSet::PluralSoft, "");
    }
    add_bare_plural(stems, stem);
}

/// Adds the genitive plural with a fleeting vowel: книжек, писем.
fn add_bare_plural(stems: &mut StemList, stem: &str) {
    if let Some(form) = with_fleeting_vowel(stem) {
        stems.add(&form, EndingSet::Whole, "fleeting-vowel");
    }
}

fn add_ya(stems: &mut StemList, stem: &str) {
    match last(stem) {
        Some('ь') => {
            let start = stem.trim_end_matches('ь');
            stems.add(stem, EndingSet::FeminineSoftSign, "");
            stems.add_forms([format!("{start}ей").as_str(), format!("{start}ий").as_str()], "fleeting-vowel");
        }
        Some('а') if before_last(stem).is_some() => {
            // столовая; стая and свая decline as nouns.
            stems.add(stem, EndingSet::FeminineJot, "");
            stems.add(stem.trim_end_matches('а'), EndingSet::AdjectivalFeminine, "");
        }
        Some('я') => stems.add(stem.trim_end_matches('я'), EndingSet::AdjectivalSoft, ""),
        Some('м') => stems.add(stem, EndingSet::NeuterMya, ""),
        Some(end) if is_vowel(end) => stems.add(stem, EndingSet::FeminineJot, ""),
        _ => {
            stems.add(stem, EndingSet::FeminineSoft, "");
            stems.add(stem, EndingSet::PluralSoft, "");
            if let Some(form) = with_fleeting_vowel(stem) {
                stems.add_forms([form.as_str(), format!("{form}ь").as_str()], "fleeting-vowel");
            }
        }
    }
    if stem.ends_with('м') {
        stems.add(stem, EndingSet::FeminineSoft, "");
    }
}

fn add_o(stems: &mut StemList, stem: &str) {
    if !last(stem).is_some_and(is_consonant) {
        return;
    }
    stems.add(stem, EndingSet::NeuterHard, "");
    add_bare_plural(stems, stem);
    if last(stem).is_some_and(|end| end == 'к') {
        stems.add(stem, EndingSet::NeuterPluralI, "");
    }
}

fn add_e(stems: &mut StemList, lemma: &str, stem: &str) {
    let Some(end) = last(stem) else { return };
    match end {
        'о' => stems.add(stem.trim_end_matches('о'), EndingSet::AdjectivalNeuter, ""),
        'е' => {
            let start = stem.trim_end_matches('е');
            let is_hard = last(start).is_some_and(is_hissing);
            stems.add(start, if is_hard { EndingSet::AdjectivalNeuter } else { EndingSet::AdjectivalSoft }, "");
        }
        'ы' => stems.add(stem.trim_end_matches('ы'), EndingSet::AdjectivalPlural, ""),
        'и' => {
            stems.add(stem, EndingSet::NeuterJot, "");
            // русские, рабочие
            let start = stem.trim_end_matches('и');
            if last(start).is_some_and(|end| is_velar(end) || is_hissing(end)) {
                stems.add(start, EndingSet::AdjectivalPlural, "");
            }
        }
        'ь' => {
            stems.add(stem, EndingSet::NeuterSoftSign, "");
            stems.add_forms([format!("{}ий", stem.trim_end_matches('ь')).as_str()], "fleeting-vowel");
        }
        'ц' | 'щ' | 'ж' | 'ч' | 'ш' => {
            stems.add(stem, EndingSet::NeuterHard, "");
            add_bare_plural(stems, stem);
        }
        _ if is_consonant(end) && lemma.chars().count() > 2 => stems.add(stem, EndingSet::NeuterSoft, ""),
        _ => {}
    }
}

fn add_plural(stems: &mut StemList, stem: &str, end: char) {
    let Some(stem_end) = last(stem) else { return };
    let is_hard = end == 'ы' || is_velar(stem_end) || is_hissing(stem_end);
    if !is_hard {
        stems.add(stem, EndingSet::PluralSoft, "");
        return;
    }
    // выборы has выборов and is not the plural of выбор; реформы and книги are plurals of either
    // kind.
    if PLURALS_IN_OV.contains(&stem) {
        stems.add(stem, EndingSet::PluralHard, "");
        return;
    }
    stems.add(stem, EndingSet::PluralBare, "");
    stems.add(stem, EndingSet::PluralHard, "");
    add_bare_plural(stems, stem);
}

/// Nouns without a singular, or with one that is another word, whose genitive ends in -ов.
const PLURALS_IN_OV: &[&str] = &[
    "выбор",
    "финанс",
    "дебат",
    "сбор",
    "переговор",
    "час",
    "вес",
    "мемуар",
    "штан",
    "консерв",
    "джинс",
    "доспех",
    "припас",
    "боеприпас",
    "кадр",
    "перевыбор",
    "довыбор",
];
