//! Adjectives: full and short forms, comparatives and superlatives from the citation form.
//!
//! The short neuter (важно) is not among them: it is the adverb in most of its uses, and comes with
//! `важный~`.
//!
//! Its words were written for this project, from knowledge of the language.

use super::{
    ending::EndingSet,
    spelling::{before_last, has_vowel, is_consonant, is_hissing, is_velar, last, palatalised},
    stem_list::{StemList, with_fleeting_vowel},
};

/// Comparatives that no rule gives, with their superlatives; those that serve as adverbs first of
/// all (больше, раньше) are left out.
const COMPARATIVES: &str = "\
хороший: лучше лучш+
плохой: хуже худш+
старый: старше
молодой: моложе
высокий: выше
низкий: ниже
широкий: шире
узкий: уже
близкий: ближе ближайш+
глубокий: глубже
короткий: короче кратчайш+
краткий: кратчайш+
сладкий: слаще
тонкий: тоньше
дорогой: дороже
дешевый: дешевле
редкий: реже
гладкий: глаже
богатый: богаче
простой: проще
чистый: чище
частый: чаще
густой: гуще
толстый: толще
твердый: тверже
крутой: круче
долгий: дольше
тяжкий: тягчайш+
";

/// Short masculine forms with a vowel that the rule does not give.
const SHORT_MASCULINES: &str = "\
полный: полон
смешной: смешон
злой: зол
долгий: долог
больной: болен
достойный: достоин
";

/// Adds the stems of an adjective, or of one that is cited in its short form (рад, должен).
pub(super) fn add(stems: &mut StemList, lemma: &str) {
    stems.add(lemma, EndingSet::Whole, "");
    if let Some(stem) = lemma.strip_suffix("ые").or_else(|| lemma.strip_suffix("ие")) {
        stems.add(stem, EndingSet::AdjectivalPlural, "");
        return;
    }
    let Some(stem) = citation_stem(lemma) else {
        add_cited_short(stems, lemma);
        return;
    };
    add_full(stems, lemma, stem);
    if has_short_forms(lemma, stem) {
        add_short(stems, lemma, stem);
    }
    if has_grades(lemma, stem) {
        add_comparative(stems, lemma, stem);
    }
}

/// Returns what stands before -ый, -ий, -ой of a citation form.
pub(super) fn citation_stem(lemma: &str) -> Option<&str> {
    ["ый", "ий", "ой"].iter().find_map(|end| lemma.strip_suffix(end)).filter(|stem| !stem.is_empty())
}

fn add_full(stems: &mut StemList, lemma: &str, stem: &str) {
    let end = last(stem).unwrap_or(' ');
    if lemma.ends_with("ий") && is_hissing(end) {
        stems.add(stem, EndingSet::AdjectiveHissing, "");
    } else if !lemma.ends_with("ий") || is_velar(end) {
        stems.add(stem, EndingSet::AdjectiveHard, "");
    } else if end == 'н' || end == 'е' || end == 'и' {
        stems.add(stem, EndingSet::AdjectiveSoft, "");
    }
    if lemma.ends_with("ий") && !is_velar(end) && end != 'н' && end != 'щ' {
        stems.add(stem, EndingSet::AdjectivePossessive, "");
    }
}

/// Pronouns, ordinals and the like, which have neither short forms nor grades.
const WITHOUT_GRADES: &[&str] = &[
    "самый",
    "другой",
    "иной",
    "каждый",
    "всякий",
    "любой",
    "такой",
    "какой",
    "который",
    "первый",
    "второй",
    "третий",
    "четвертый",
    "пятый",
    "шестой",
    "седьмой",
    "восьмой",
    "девятый",
    "десятый",
    "сотый",
    "тысячный",
    "большой",
    "больший",
    "меньший",
    "лучший",
    "худший",
    "высший",
    "низший",
    "дальний",
    "последний",
    "крайний",
    "должный",
];

/// Adjectives whose short forms are, in nearly all texts, those of a noun: права, лев.
const SHORT_IS_A_NOUN: &[&str] = &["правый", "левый", "золотой"];

/// Adjectives in -овый, -евый, -овой and -ной that have short forms, unlike the others, which are
/// relational.
const WITH_SHORT_FORMS: &[&str] =
    &["готовый", "здоровый", "новый", "суровый", "багровый", "нездоровый", "больной", "смешной", "родной", "дурной"];

/// Relational adjectives (районный, танковый, политический) have no short forms.
fn has_short_forms(lemma: &str, stem: &str) -> bool {
    let is_relational =
        ["ов", "ев"].iter().any(|end| stem.ends_with(end)) || lemma.ends_with("ной") || stem.ends_with("онн");
    has_grades(lemma, stem)
        && !SHORT_IS_A_NOUN.contains(&lemma)
        && (!is_relational || WITH_SHORT_FORMS.contains(&lemma))
}

/// Adjectives in -ский and -цкий have neither short forms nor grades.
fn has_grades(lemma: &str, stem: &str) -> bool {
    !stem.ends_with("ск") && !stem.ends_with("цк") && !WITHOUT_GRADES.contains(&lemma)
}

fn add_short(stems: &mut StemList, lemma: &str, stem: &str) {
    stems.add(stem, EndingSet::ShortOblique, "");
    if let Some(form) = listed(SHORT_MASCULINES, lemma).next() {
        stems.add(form, EndingSet::Whole, "fleeting-vowel");
        return;
    }
    // исторический, нынешний and the like have no short form but by the rule of -нный.
    if lemma.ends_with("ний") {
        return;
    }
    match (before_last(stem), last(stem)) {
        (Some(before), Some('н')) if is_consonant(before) || before == 'ь' => {
            stems.add_forms(with_fleeting_vowel(stem).as_deref(), "fleeting-vowel");
            if ["енн", "анн", "янн"].iter().any(|end| stem.ends_with(end)) {
                stems.add(&stem[..stem.len() - 'н'.len_utf8()], EndingSet::Short, "short-stem");
            }
        }
        (Some(before), Some('к' | 'л' | 'р')) if is_consonant(before) || before == 'ь' => {
            stems.add_forms(with_fleeting_vowel(stem).as_deref(), "fleeting-vowel");
            stems.add(stem, EndingSet::Whole, "");
        }
        _ if has_vowel(stem) => stems.add(stem, EndingSet::Whole, ""),
        _ => {}
    }
}

fn add_comparative(stems: &mut StemList, lemma: &str, stem: &str) {
    let mut add_grades = |set: EndingSet, stem: &str, alternation| {
        stems.add(stem, set, alternation);
        for prefix in ["по", "наи"] {
            stems.within(prefix, false, |stems| stems.add(stem, set, alternation));
        }
    };
    match palatalised(stem) {
        Some(softened) => add_grades(EndingSet::ComparativeShort, &softened, "palatalisation"),
        None => add_grades(EndingSet::Comparative, stem, ""),
    }
    for form in listed(COMPARATIVES, lemma) {
        match form.strip_suffix('+') {
            Some(superlative) => add_grades(EndingSet::AdjectiveHissing, superlative, "suppletion"),
            None => add_grades(EndingSet::Whole, form, "suppletion"),
        }
    }
}

fn listed<'list>(list: &'list str, lemma: &str) -> impl Iterator<Item = &'list str> {
    list.lines()
        .filter_map(|line| line.split_once(": "))
        .find(|(head, _)| *head == lemma)
        .map(|(_, forms)| forms.split(' '))
        .into_iter()
        .flatten()
}

/// Adds рад, рада, рады; должен, должна; отцов, отцова; and the reflexive participles, which are
/// cited in -ся.
fn add_cited_short(stems: &mut StemList, lemma: &str) {
    if let Some(participle) = lemma.strip_suffix("ийся") {
        stems.within("", true, |stems| stems.add(participle, EndingSet::AdjectiveHissing, ""));
    }
    if !last(lemma).is_some_and(is_consonant) {
        return;
    }
    stems.add(lemma, EndingSet::Short, "");
    if ["ов", "ев", "ин"].iter().any(|end| lemma.ends_with(end)) {
        stems.add(lemma, EndingSet::SurnameMasculine, "");
        stems.add(lemma, EndingSet::SurnameFeminine, "");
    }
    if let Some(start) = lemma.strip_suffix("ен") {
        stems.add(&format!("{start}н"), EndingSet::Short, "elision");
    }
    if let Some(start) = lemma.strip_suffix("ок") {
        stems.add(&format!("{start}к"), EndingSet::Short, "elision");
    }
}
