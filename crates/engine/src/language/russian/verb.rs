//! Verbs: present, past, imperative, participles and gerunds from the infinitive.
//!
//! A verb is looked up without its prefixes in the list of irregular ones; otherwise its ending
//! decides: -овать → -ую, -нуть → -ну, -ить → second conjugation with softened consonants, any
//! other vowel → читать, читаю.
//!
//! Its words were written for this project, from knowledge of the language.

use super::{
    ending::EndingSet,
    spelling::{is_hissing, is_vowel, last, mutated},
    stem_list::StemList,
    verb_list::{DROPPING_NU, PREFIXES, VERBS},
};

/// Adds the stems of a verb; nothing where `lemma` is no infinitive.
pub(super) fn add(stems: &mut StemList, lemma: &str) {
    let reflexive = lemma.strip_suffix("ся").or_else(|| lemma.strip_suffix("сь"));
    let infinitive = reflexive.unwrap_or(lemma);
    if !is_infinitive(infinitive) {
        return;
    }
    stems.within("", reflexive.is_some(), |stems| {
        stems.add(infinitive, EndingSet::Whole, "");
        if let Some((prefix, line)) = irregular(infinitive) {
            add_listed(stems, infinitive, prefix, line);
        } else {
            add_regular_present(stems, infinitive);
            add_regular_past(stems, infinitive);
            add_regular_passive(stems, infinitive);
        }
    });
}

/// Returns `true` if a word ends as infinitives do.
pub(super) fn is_infinitive(word: &str) -> bool {
    ["ать", "ять", "ить", "еть", "оть", "уть", "ыть", "сть", "зть", "ти", "чь"].iter().any(|end| word.ends_with(end))
}

/// Finds the line of the list for the longest listed verb that `infinitive` is, prefixes aside.
fn irregular(infinitive: &str) -> Option<(&str, &'static str)> {
    VERBS
        .lines()
        .filter_map(|line| {
            let (base, _) = line.split_once(' ')?;
            let single = base.strip_prefix('^');
            let prefix = infinitive.strip_suffix(single.unwrap_or(base))?;
            let fits = is_prefixes(prefix, if single.is_some() { 1 } else { 3 });
            fits.then_some((prefix, line))
        })
        .min_by_key(|(prefix, _)| prefix.len())
}

/// Returns `true` if `text` is a row of prefixes, `most` at most.
fn is_prefixes(text: &str, most: u8) -> bool {
    text.is_empty()
        || (most > 0
            && PREFIXES.iter().any(|prefix| text.strip_prefix(prefix).is_some_and(|rest| is_prefixes(rest, most - 1))))
}

fn add_listed(stems: &mut StemList, infinitive: &str, prefix: &str, line: &str) {
    let mut columns = line.split(' ').skip(1);
    let mut column = || columns.next().unwrap_or("-").split(',').filter(|cell| *cell != "-");
    for present in column() {
        let (stem, set) = match present.strip_suffix("1v") {
            Some(stem) => (stem, EndingSet::PresentVowel),
            None if present.ends_with("1a") => (present.trim_end_matches("1a"), EndingSet::PresentAva),
            None if present.ends_with('2') => (present.trim_end_matches('2'), EndingSet::PresentSecond),
            None => (present.trim_end_matches('1'), EndingSet::PresentConsonant),
        };
        for prefix in prefix_variants(prefix) {
            let stem = format!("{prefix}{stem}");
            if set == EndingSet::PresentSecond {
                add_second_conjugation(stems, &stem);
            } else {
                stems.add(&stem, set, "present-stem");
            }
        }
    }
    for past in column() {
        if past == "=" {
            add_regular_past(stems, infinitive);
        }
        for prefix in prefix_variants(prefix) {
            add_listed_past(stems, &prefix, past);
        }
    }
    for passive in column() {
        if passive == "=" {
            add_regular_passive(stems, infinitive);
        }
        for prefix in prefix_variants(prefix) {
            add_passive(stems, &format!("{prefix}{passive}"));
        }
    }
    for form in column().map(|form| form.trim_start_matches('!')) {
        stems.add(&format!("{prefix}{form}"), EndingSet::Whole, "suppletion");
    }
}

fn add_listed_past(stems: &mut StemList, prefix: &str, past: &str) {
    let stem = |end: &str| past.strip_suffix(end).map(|start| format!("{prefix}{start}"));
    if past == "=" {
    } else if let Some(start) = stem("ш") {
        stems.add(&start, EndingSet::PastSh, "past-stem");
    } else if let Some(start) = stem("л") {
        stems.add(&start, EndingSet::Past, "past-stem");
    } else if stem("ла").or(stem("ло")).or(stem("ли")).is_some() {
        stems.add(&format!("{prefix}{past}"), EndingSet::Whole, "past-stem");
    } else {
        stems.add(&format!("{prefix}{past}"), EndingSet::PastBare, "past-stem");
    }
}

/// A prefix gains or loses its last о where a vowel of the root falls out: избрать → изберу,
/// разогнать → разгоню, убить → убью, разбить → разобью.
fn prefix_variants(prefix: &str) -> Vec<String> {
    let mut variants = vec![prefix.to_owned()];
    match last(prefix) {
        Some('о') if prefix != "о" => variants.push(prefix[..prefix.len() - 'о'.len_utf8()].to_owned()),
        Some('ъ') => variants.push(format!("{}о", &prefix[..prefix.len() - 'ъ'.len_utf8()])),
        Some(end) if !is_vowel(end) => {
            variants.push(format!("{prefix}о"));
            // рас-, ис-, вос- are раз-, из-, воз- before a voiced sound: растереть → разотру.
            if let Some(start) = prefix.strip_suffix("ис").or(prefix.strip_suffix("рас")) {
                let voiced = if prefix.ends_with("рас") { "разо" } else { "изо" };
                variants.push(format!("{start}{voiced}"));
            }
        }
        _ => {}
    }
    variants
}

fn add_regular_present(stems: &mut StemList, infinitive: &str) {
    let without = |end: &str| infinitive.strip_suffix(end);
    if let Some(start) = without("овать") {
        stems.add(&format!("{start}у"), EndingSet::PresentVowel, "present-stem");
    } else if let Some(start) = without("евать") {
        let vowel = if last(start).is_some_and(|end| is_hissing(end) || end == 'ц') { 'у' } else { 'ю' };
        stems.add(&format!("{start}{vowel}"), EndingSet::PresentVowel, "present-stem");
        stems.add(&format!("{start}ева"), EndingSet::PresentVowel, "");
    } else if let Some(start) = without("ять").filter(|start| last(start).is_some_and(|end| "аео".contains(end)))
    {
        stems.add(start, EndingSet::PresentVowel, "present-stem");
    } else if let Some(start) = without("ить") {
        add_second_conjugation(stems, start);
    } else if let Some(start) = without("уть").or(without("оть")) {
        stems.add(start, EndingSet::PresentConsonant, "present-stem");
    } else if let Some(start) = without("ыть") {
        stems.add(&format!("{start}о"), EndingSet::PresentVowel, "present-stem");
    } else if let Some(start) = without("ть").filter(|start| last(start).is_some_and(is_vowel)) {
        stems.add(start, EndingSet::PresentVowel, "");
    }
}

fn add_second_conjugation(stems: &mut StemList, stem: &str) {
    stems.add(stem, EndingSet::PresentSecond, "");
    if last(stem).is_some_and(is_vowel) {
        // строить, стоять: строй, стой.
        stems.add_forms([format!("{stem}й").as_str(), format!("{stem}йте").as_str()], "");
    }
    for softened in mutated(stem).iter().filter(|softened| *softened != stem) {
        stems.add(softened, EndingSet::PresentFirstPerson, "mutation");
    }
}

fn add_regular_past(stems: &mut StemList, infinitive: &str) {
    let Some(stem) = infinitive.strip_suffix("ть").filter(|stem| last(stem).is_some_and(is_vowel)) else { return };
    stems.add(stem, EndingSet::Past, "");
    if let Some(root) = infinitive.strip_suffix("нуть").filter(|root| DROPPING_NU.iter().any(|end| root.ends_with(end)))
    {
        stems.add(root, EndingSet::PastBare, "past-stem");
    }
}

fn add_regular_passive(stems: &mut StemList, infinitive: &str) {
    if let Some(start) = infinitive.strip_suffix("цевать") {
        stems.add(&format!("{start}цова"), EndingSet::PassiveN, "");
    }
    let Some(stem) = infinitive.strip_suffix("ть") else { return };
    match last(stem) {
        Some('а' | 'я') => stems.add(stem, EndingSet::PassiveN, ""),
        Some('у' | 'ы' | 'о') => stems.add(stem, EndingSet::PassiveT, ""),
        Some(vowel @ ('и' | 'е')) => {
            let root = &stem[..stem.len() - vowel.len_utf8()];
            for softened in mutated(root) {
                stems.add(&format!("{softened}е"), EndingSet::PassiveN, "mutation");
            }
            if vowel == 'е' {
                stems.add(stem, EndingSet::PassiveN, "");
            }
        }
        _ => {}
    }
}

fn add_passive(stems: &mut StemList, short: &str) {
    if let Some(stem) = short.strip_suffix('н') {
        stems.add(stem, EndingSet::PassiveN, "");
    } else if let Some(stem) = short.strip_suffix('т') {
        stems.add(stem, EndingSet::PassiveT, "");
    }
}
